package brief

import (
	"slices"
	"strings"
	"testing"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/study"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// advised is everything that the first finding of a kind says, acts included.
func advised(t *testing.T, d study.Dossier, kind, lang string) string {
	t.Helper()
	v, err := newVoice(d, fixtureOptions(t, lang))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range Findings(d) {
		if f.Kind == kind {
			p := f.Claim.say(v)
			return strings.ReplaceAll(strings.Join(slices.Concat([]string{p.Lead}, p.Why, p.Act), " | "), "\u00a0", " ")
		}
	}
	return ""
}

// lone makes the first strategy of the fixture the only one in the lead.
func lone(d *study.Dossier) {
	d.Comparison.Leading = d.Comparison.Leading[:1]
	d.Comparison.Results[1].GoodEnough = within(0.4, 0.01)
}

func TestFirstRecommendation(t *testing.T) {
	tie := study.Move{Lever: "tie_a", From: 1, To: 0, Years: 2}
	resilience := study.Move{Lever: "resilience", From: 0.002, To: 0.007, Years: 1.7}
	tests := []struct {
		name   string
		change func(*study.Dossier)
		en, ko string
	}{
		{"none in half", lone, "No strategy holds up in half of the futures explored; “Alliance plus” comes nearest, good enough in 47 %", "절반에서 견디는 전략 없음. 가장 나은 ‘동맹 플러스’도 47%"},
		{"best", func(d *study.Dossier) { lone(d); d.Comparison.Results[0].GoodEnough = within(0.7, 0.01) }, "“Alliance plus” holds up best", "가장 잘 견딤"},
		{"equal", func(d *study.Dossier) {
			for i := range 2 {
				d.Comparison.Results[i].GoodEnough = within(0.7-float64(i)/100, 0.01)
			}
		}, "hold up about equally, each good enough in 69 to 70 %", "모두 탐색한 미래의 69~70%"},
		{"as well as today, weak", func(d *study.Dossier) { d.Comparison.Results[1].Moves = nil }, "and staying the course (“Security with the United States, economy with China”) does as well as any", "현 노선 유지(‘안보는 미국, 경제는 중국’)보다 나은 전략도 없음"},
		{"as well as today", func(d *study.Dossier) {
			for i := range 2 {
				d.Comparison.Results[i].Moves, d.Comparison.Results[i].GoodEnough = nil, within(0.9, 0.01)
			}
		}, "two of 5 strategies", "전략 5개 중 2개"},
		{"no change called for", func(d *study.Dossier) { d.Comparison.Results[1].Moves = nil }, "by keeping its course; these results give no reason to change it", "조치: 현 노선 유지"},
		{"not undone alone", func(d *study.Dossier) { lone(d); d.Comparison.Results[0].Moves = []study.Move{tie} }, "Undo: the tie with the United States only if it agrees", "미국의 동의가 있어야 복원 가능"},
		{"undone alone", func(d *study.Dossier) { lone(d); d.Comparison.Results[0].Moves = []study.Move{resilience} }, "Undo: possible, at the same speed.", "같은 속도로 되돌릴 수 있음"},
		{"cost of resilience", func(d *study.Dossier) { lone(d); d.Comparison.Results[0].Moves = []study.Move{resilience} }, "Cost: about $8.5 billion a year more at 2023 GDP (spending on resilience)", "복원력 지출 연 85억 달러 안팎 증액"},
		{"agreement", func(*study.Dossier) {}, "with the agreement of China", "중국의 동의 필요"},
	}
	for _, tt := range tests {
		for lang, want := range map[string]string{"en": tt.en, "ko": tt.ko} {
			d := fixture()
			tt.change(&d)
			if got := advised(t, d, "holds_up", lang); !strings.Contains(got, want) {
				t.Errorf("%s, %s:\n%s\nwant %q", tt.name, lang, got, want)
			}
		}
	}
}

// Who must agree to moves, and what cannot be had back, by the levers moved.
func TestAskedAndGivenUp(t *testing.T) {
	pair := study.Pair{A: usa, B: chn}
	move := func(lever string, from, to float64) SharedMove {
		return SharedMove{study.Move{Lever: lever, From: from, To: to}, to, to}
	}
	tests := []struct {
		name        string
		moves       []SharedMove
		asked, lost []ir.CCode
	}{
		{"arms", []SharedMove{move("defence", 0.02, 0.03)}, nil, nil},
		{"a tie less", []SharedMove{move("tie_a", 1, 0), move("membership", 1, 0)}, nil, []ir.CCode{usa}},
		{"a tie more", []SharedMove{move("tie_b", 0, 1)}, []ir.CCode{chn}, nil},
		{"trade", []SharedMove{move("partner_a", 0.5, 0.8), move("partner_b", 0.5, 0.8)}, []ir.CCode{usa, chn}, nil},
		{"own word", []SharedMove{move("neutrality", 0, 2.0/3)}, nil, nil},
		{"guaranteed", []SharedMove{move("neutrality", 0, 1)}, []ir.CCode{usa, chn}, nil},
	}
	for _, tt := range tests {
		if got := asked(tt.moves, pair); !slices.Equal(got, tt.asked) {
			t.Errorf("%s asks %v; want %v", tt.name, got, tt.asked)
		}
		if got := givenUp(tt.moves, pair); !slices.Equal(got, tt.lost) {
			t.Errorf("%s gives up a tie with %v; want %v", tt.name, got, tt.lost)
		}
	}
}

// Where a strategy gives up a tie, the recommendation on its failures says to
// leave that to the last.
func TestWhatCannotBeUndoneGoesLast(t *testing.T) {
	d := fixture()
	if got := advised(t, d, "fails_in", "en"); strings.Contains(got, "to the last") {
		t.Errorf("nothing is given up, but: %s", got)
	}
	lone(&d)
	d.Comparison.Results[0].Moves = []study.Move{{Lever: "tie_a", From: 1, To: 0, Years: 2}}
	for lang, want := range map[string]string{"en": "by leaving the tie with the United States to the last", "ko": "마지막 순서"} {
		if got := advised(t, d, "fails_in", lang); !strings.Contains(got, want) {
			t.Errorf("%s: %s", lang, got)
		}
	}
}

// A step at home is recommended where it gains enough, and else none is.
func TestBuildStep(t *testing.T) {
	for _, tt := range []struct {
		gain   float64
		en, ko string
	}{
		{0.009, "military spending 2.8 → 3.3 % of GDP adds 0.9 points (0.4–1.4)", "기준 충족 비율 0.9%p(0.4~1.4) 상승"},
		{0.004, "of one step further on arms, resilience and consensus none adds as much as 0.5 of a point", "1가지 모두 이득 0.5%p 미만"},
	} {
		d := fixture()
		d.Crises[0].Efforts[2].Fight = d.Crises[0].Efforts[1].Fight // forces alone change little
		d.OneStep.Slips[3].Good = within(tt.gain, 0.005)
		for lang, want := range map[string]string{"en": tt.en, "ko": tt.ko} {
			if got := advised(t, d, "build_step", lang); !strings.Contains(got, want) {
				t.Errorf("a gain of %v, %s: %s\nwant %q", tt.gain, lang, got, want)
			}
		}
		if k := kinds(d); k["build_home"] != 0 || k["build_step"] != 1 {
			t.Errorf("a gain of %v: %v", tt.gain, k)
		}
	}
	stay := fixture()
	stay.Crises[0].Efforts[2].Fight = stay.Crises[0].Efforts[1].Fight
	stay.Comparison.Results[1].Moves = nil
	for lang, want := range map[string]string{"en": "If the course is to be “Alliance plus” after all", "ko": "‘동맹 플러스’ 채택 시"} {
		if got := advised(t, stay, "build_step", lang); !strings.Contains(got, want) {
			t.Errorf("nothing is to change, %s: %s", lang, got)
		}
	}
	if k := kinds(fixture()); k["build_home"] != 1 || k["build_step"] != 0 {
		t.Errorf("stronger forces matter: %v", k)
	}
}

// What to watch is how often disputes start, where the first strategy fails with
// their number; what it turns on but no record shows is said to be hidden.
func TestWatch(t *testing.T) {
	hazard := study.Driver{Name: "hazard", EN: "dispute odds against the record", KO: "분쟁 발생 승산", Unit: "odds ratio", Min: 0.33, Cut1: 0.7, Cut2: 1.4, Max: 3, LowThird: 0.8, HighThird: 0.4, Spread: 0.4}
	d := fixture()
	if got := advised(t, d, "watch", "en"); got != "" {
		t.Errorf("nothing to count, but: %s", got)
	}
	d.Comparison.Drivers = append(d.Comparison.Drivers, hazard)
	d.Check.Trail.Figures = []prov.Figure{{State: prk, Partner: kor, Indicator: "dispute_onset", Year: 2014, Value: 1, Source: "mid"}}
	for lang, wants := range map[string][]string{
		"en": {"above 1.4 times the record, “Alliance plus” falls short in 60 % of futures", "with four challengers, has 24 in 25 years and ends in 2014", "is on no record that could be watched", "the years since 2014 at once"},
		"ko": {"기록의 1.4배를 넘는 미래의 60%에서 ‘동맹 플러스’ 기준 미달", "25년간 24건이며 2014년까지만", "기록으로 관측 불가", "2014년 이후 분은 즉시"},
	} {
		got := advised(t, d, "watch", lang)
		for _, want := range wants {
			if !strings.Contains(got, want) {
				t.Errorf("%s: %s\nwant %q", lang, got, want)
			}
		}
	}
	low := 1.1
	d.Comparison.Failing[0].Boxes[0].Limits = []study.BoxLimit{{Driver: hazard, Low: &low}}
	if got := advised(t, d, "watch", "en"); !strings.Contains(got, "above 1.1 times the record, “Alliance plus” falls short in 86 %") {
		t.Errorf("the box is not used: %s", got)
	}
	d.Comparison.Flips[0].Driver.Name = "growth_gap"
	if got := advised(t, d, "watch", "en"); strings.Contains(got, "on no record") {
		t.Errorf("growth can be watched, but: %s", got)
	}
}

// What overturns the first recommendation hands the lead to a strategy that is
// not in it, by as much as matters.
func TestOverturnLooksOutside(t *testing.T) {
	d := fixture()
	d.Comparison.Flips = d.Comparison.Flips[:1]
	flip := &d.Comparison.Flips[0]
	if o, _, _ := claim[Overturn](Findings(d)); !o.Clear {
		t.Fatal("the fixture has nothing that overturns it")
	}
	flip.Margin = 0.019
	if o, _, _ := claim[Overturn](Findings(d)); o.Clear {
		t.Error("a margin of 1.9 points overturns it")
	}
	flip.Margin, flip.LowLeader = 0.06, "security-a-economy-b"
	o, _, _ := claim[Overturn](Findings(d))
	if o.Clear {
		t.Error("a strategy in the first recommendation overturns it")
	}
	for lang, want := range map[string]string{"en": "to a strategy outside the first recommendation by as much as 2 points", "ko": "첫째 제언 밖의 전략에 2%p 이상"} {
		if got := advised(t, d, "overturn", lang); !strings.Contains(got, want) {
			t.Errorf("%s: %s", lang, got)
		}
	}
}

// The ends of a rank's range are said once.
func TestRankRangeIsSaidOnce(t *testing.T) {
	d := fixture()
	for lang, again := range map[string]string{"en": "In nine settings of ten", "ko": "설정의 90%"} {
		if got := advised(t, d, "squeezed", lang); strings.Contains(got, again) {
			t.Errorf("%s: %s", lang, got)
		}
		narrow := fixture()
		narrow.Position.Rows[0].Squeeze.Q95 = 3
		if got := advised(t, narrow, "squeezed", lang); !strings.Contains(got, again) {
			t.Errorf("%s: %s", lang, got)
		}
	}
}

// Of two states at war, the odds of a crisis are those of the time after.
func TestOddsAfterAWar(t *testing.T) {
	d := fixture()
	d.Warnings = append(d.Warnings, prov.Warning{Code: "war", State: kor, Other: prk, Year: 2023})
	for lang, want := range map[string]string{"en": "Once the war under way is over, a new fight with North Korea", "ko": "현재의 전쟁이 끝난 뒤 북한과"} {
		if got := advised(t, fixture(), "crisis_odds", lang); strings.Contains(got, want) {
			t.Errorf("%s: no war, but %s", lang, got)
		}
		if got := advised(t, d, "crisis_odds", lang); !strings.Contains(got, want) {
			t.Errorf("%s: %s", lang, got)
		}
	}
	if page := written(t, HTML, d, "en"); !strings.Contains(page, "After the war most disputes that North Korea starts") || !strings.Contains(page, " Most disputes that China starts") {
		t.Error("the titles of the trees do not tell the war from the rest")
	}
}

// An interest left out decides where it hands a lead that matters to a strategy
// outside the first recommendation.
func TestValuesDecide(t *testing.T) {
	for _, tt := range []struct {
		name   string
		waiver study.Waiver
		en, ko string
	}{
		{"enough", study.Waiver{Outcome: "autonomy", Leader: "side-with-a", Share: 0.53, First: 0.51, Clear: true}, "asking nothing of autonomy puts “Side with the United States” first (53 % of futures against 51 %)", "자율성을 기준에서 빼면 ‘미국 편승’이 선두(53% 대 51%)"},
		{"too little", study.Waiver{Outcome: "autonomy", Leader: "side-with-a", Share: 0.525, First: 0.51, Clear: true}, "no strategy outside the first recommendation leads by as much as 2 points", "첫째 제언 밖의 전략이 2%p 이상 앞서지 못함"},
		{"one of the first", study.Waiver{Outcome: "autonomy", Leader: "security-a-economy-b", Share: 0.6, First: 0.51, Clear: true}, "no strategy outside", "첫째 제언 밖의 전략이"},
		{"by sampling", study.Waiver{Outcome: "autonomy", Leader: "side-with-a", Share: 0.6, First: 0.51}, "no strategy outside", "첫째 제언 밖의 전략이"},
	} {
		d := fixture()
		d.Comparison.Waivers = []study.Waiver{tt.waiver}
		for lang, want := range map[string]string{"en": tt.en, "ko": tt.ko} {
			if got := advised(t, d, "values-decide", lang); !strings.Contains(got, want) {
				t.Errorf("%s, %s: %s\nwant %q", tt.name, lang, got, want)
			}
		}
	}
}

// Strategies that the same other rules out are told together.
func TestRuledOutTogether(t *testing.T) {
	d := fixture()
	d.Comparison.Dominated = []study.Dominated{
		{Strategy: "side-with-b", By: []string{"armed-neutrality"}}, {Strategy: "security-a-economy-b", By: []string{"alliance-plus"}},
		{Strategy: "side-with-a", By: []string{"armed-neutrality", "alliance-plus"}},
	}
	for lang, want := range map[string]string{
		"en": "“Side with China” and “Side with the United States” (by “Armed neutrality”); “Security with the United States, economy with China” (by “Alliance plus”)",
		"ko": "‘무장 중립’에 열위인 ‘중국 편승’·‘미국 편승’, ‘동맹 플러스’에 열위인 ‘안보는 미국, 경제는 중국’",
	} {
		if got := advised(t, d, "undominated", lang); !strings.Contains(got, want) {
			t.Errorf("%s: %s", lang, got)
		}
	}
}

// Forces that change nothing that shows are not said to take a chance from a
// figure to the same figure.
func TestForcesThatShowNothing(t *testing.T) {
	d := fixture()
	for i := range d.Crises[0].Efforts {
		d.Crises[0].Efforts[i].Attack = 0.25
	}
	for lang, want := range map[string]string{"en": "change nothing that shows: with half and with twice today’s", "ko": "0.5배든 2배든"} {
		if got := advised(t, d, "effort_buys", lang); !strings.Contains(got, want) {
			t.Errorf("%s: %s", lang, got)
		}
	}
}
