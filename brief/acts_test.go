package brief

import (
	"strings"
	"testing"

	"github.com/shatterbelt/shatterbelt/study"
)

// scenes are dossiers that between them make every kind of recommendation.
func scenes() map[string]func(*study.Dossier) {
	hazard := study.Driver{Name: "hazard", EN: "dispute odds", KO: "분쟁 발생 승산", Unit: "odds ratio", Cut1: 0.7, Cut2: 1.4, LowThird: 0.995, HighThird: 0.99, Spread: 0.005}
	tie := study.Move{Lever: "tie_a", From: 1, To: 0, Years: 2}
	weak := func(d *study.Dossier) { d.Crises[0].Efforts[2].Fight = d.Crises[0].Efforts[1].Fight }
	quiet := func(d *study.Dossier) {
		weak(d)
		d.Comparison.Failing, d.Comparison.Drivers, d.Comparison.Flips = nil, []study.Driver{hazard}, nil
		d.Check.Disputes = 0
	}
	return map[string]func(*study.Dossier){
		"as it is":            func(*study.Dossier) {},
		"a step at home":      weak,
		"none at home":        func(d *study.Dossier) { weak(d); d.OneStep.Slips = d.OneStep.Slips[:2]; d.OneStep.Slips[1].To = 0.05 },
		"stay":                func(d *study.Dossier) { d.Comparison.Results[1].Moves = nil },
		"divided":             func(d *study.Dossier) { d.Comparison.Results[1].Moves = []study.Move{tie} },
		"a tie given up":      func(d *study.Dossier) { lone(d); d.Comparison.Results[0].Moves = []study.Move{tie} },
		"quiet":               quiet,
		"no box, one driver":  func(d *study.Dossier) { d.Comparison.Failing = nil },
		"spending not known":  func(d *study.Dossier) { d.Structure.Shares = nil },
		"quiet, and disputes": func(d *study.Dossier) { quiet(d); d.Check.Disputes = 3 },
	}
}

// Every one of the five recommendations says who acts, at what cost, by when and
// whether it can be undone, or that nothing is to be done.
func TestEveryRecommendationSaysFourThings(t *testing.T) {
	four := map[string][][]string{
		"en": {{"Who acts: "}, {"Cost: ", "no cost"}, {"By when: ", "no date", "from the first time on"}, {"Undo: ", "nothing to undo", "open to correction"}},
		"ko": {{"주체: ", "조치: 없음"}, {"비용: ", "비용·"}, {"시한: ", "시한·"}, {"가역성: ", "가역성 "}},
	}
	for name, change := range scenes() {
		d := fixture()
		change(&d)
		for lang, things := range four {
			v, err := newVoice(d, fixtureOptions(t, lang))
			if err != nil {
				t.Fatal(err)
			}
			n := 0
			for _, f := range Findings(d) {
				if f.Section != InRecommendations {
					continue
				}
				n++
				act := strings.Join(f.Claim.say(v).Act, " | ")
				for _, words := range things {
					if !containsAny(act, words) {
						t.Errorf("%s, %s, %s: nothing of %q in %q", name, lang, f.Kind, words, act)
					}
				}
			}
			if n != 5 {
				t.Errorf("%s: %d recommendations; want 5", name, n)
			}
		}
	}
}

func containsAny(s string, words []string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

func says(t *testing.T, d study.Dossier, kind string, want map[string]string) {
	t.Helper()
	for lang, w := range want {
		if got := advised(t, d, kind, lang); !strings.Contains(got, w) {
			t.Errorf("%s, %s: %s\nwant %q", kind, lang, got, w)
		}
	}
}

// A state that no one has troubled is told what its shares rest on.
func TestQuietState(t *testing.T) {
	d := fixture()
	scenes()["quiet"](&d)
	says(t, d, "fails_anywhere", map[string]string{"en": "fails in 53 % (52–54 %) of the futures explored, and nothing sets these apart", "ko": "이를 가르는 조건은 없음"})
	says(t, d, "watch_first", map[string]string{"en": "the four challengers in the futures have started none with South Korea in the 25 years on record", "ko": "도전국 4개국이 한국을 상대로 분쟁을 시작한 기록이 25년간 없으며"})
	says(t, d, "watch_first", map[string]string{"en": "above 1.4 times the record, “Alliance plus” is good enough in 99 %", "ko": "기록의 1.4배를 넘는 미래에서도"})
	if got := advised(t, d, "watch_first", "en"); strings.Contains(got, "No future has one") {
		t.Errorf("all are played, but: %s", got)
	}
	d.Crises[1].Unplayed = true
	says(t, d, "watch_first", map[string]string{"en": "No future has one with China, which presses it most of the powers near it", "ko": "압박이 가장 큰 중국과의 분쟁은 어느 미래에도 없음"})
	d.Check.Disputes = 3
	says(t, d, "watch_first", map[string]string{"en": "Go on counting", "ko": "25년간 3건"})
}

// A crisis that no future holds is shown as such.
func TestUnplayedCrisis(t *testing.T) {
	d := fixture()
	const en, ko = "starts none in the futures explored", "모의에도 없으나"
	for lang, w := range map[string]string{"en": en, "ko": ko} {
		if got := advised(t, d, "crisis_odds", lang); strings.Contains(got, w) {
			t.Errorf("played, but: %s", got)
		}
	}
	d.Crises[0].Unplayed = true
	says(t, d, "crisis_odds", map[string]string{"en": en, "ko": ko})
}

// Lives lost are told beside the record, which says where it ends and what came
// after. 2,000 of a million, of 50 million people, are 100,000.
func TestLivesAreTold(t *testing.T) {
	d := fixture()
	r := &d.Comparison.Results[0]
	r.Outcomes = append(r.Outcomes, study.Summary{Outcome: "lives", Mean: within(2013, 61), WorstTenth: within(10835, 500)})
	d.Check.Lives = study.Lost{Simulated: 85, Years: 17, First: 1991, Last: 2007, People: 50e6}
	says(t, d, "lives", map[string]string{"en": "2,010 (1,950–2,070) people per million lose their lives in 25 years, about 100,000 in all; in the worst tenth of futures 11,000 per million", "ko": "100만 명당 2,010명(1,950~2,070), 모두 10만 명가량"})
	says(t, d, "lives", map[string]string{"en": "loses 85 a million a year; the record of battle deaths, 1991–2007, has none", "ko": "1991~2007년 전사자 기록에는 없음"})
	if got := advised(t, d, "lives", "en"); strings.Contains(got, "fighting") {
		t.Errorf("no war came after, but: %s", got)
	}
	d.Check.Lives.Record = 12
	d.Check.Lives.Since = []study.WarWith{{State: rus, First: 2022, Last: 2024}, {State: prk, First: 2024, Last: 2024}}
	says(t, d, "lives", map[string]string{"en": "has 12 a year", "ko": "연 12명"})
	says(t, d, "lives", map[string]string{"en": "ends before the fighting with Russia (2022–2024) and North Korea (2024), whose dead are not in it", "ko": "러시아(2022~2024년), 북한(2024년)과의 교전 이전에 끝나"})
	says(t, d, "against_record", map[string]string{"en": "whose dead are not in it", "ko": "그 사망자가 빠져 있음"})
}

// Where the first recommendation gives up a tie, page one says what decides that,
// at what value it would turn, and how much of the record was made with the tie.
func TestTieForgone(t *testing.T) {
	d := fixture()
	if got := advised(t, d, "tie_forgone", "en"); got != "" {
		t.Errorf("no tie is given up, but: %s", got)
	}
	lone(&d)
	d.Comparison.Results[0].Moves = []study.Move{{Lever: "tie_a", From: 1, To: 0, Years: 2}}
	w := &d.Worths[0]
	w.With, w.Without, w.Held, w.Recorded = within(0.34, 0.01), within(0.42, 0.01), 18, 25
	says(t, d, "tie_forgone", map[string]string{"en": "in 42 % of futures without the tie with the United States and in 34 % with it; no one interest decides", "ko": "어느 한 항목이 가르는 차이는 아님"})
	says(t, d, "tie_forgone", map[string]string{"en": "Security is worse without it in 12 % (11–13 %) of futures", "ko": "안보가 나빠지는 미래 12%(11~13%)"})
	w.Asked = []study.Asked{{Outcome: "security", OtherWith: 0.35, OtherWithout: 0.44}, {Outcome: "autonomy", OtherWith: 0.40, OtherWithout: 0.43}}
	says(t, d, "tie_forgone", map[string]string{"en": "and autonomy decides: ask nothing of it, and the shares are 43 % and 40 %", "ko": "차이를 가르는 항목은 자율성. 이를 기준에서 빼면 43% 대 40%"})
	price := study.Driver{Name: "security_dependence", EN: "autonomy lost to a patron", KO: "후견국 의존에 따른 자율성 손실", Max: 0.6}
	d.Comparison.Drivers = append(d.Comparison.Drivers, price)
	says(t, d, "tie_forgone", map[string]string{"en": "assumed, not measured: ‘autonomy lost to a patron’, explored from 0 to 0.6", "ko": "탐색 범위 0~0.6"})
	says(t, d, "tie_forgone", map[string]string{"en": "No one assumption", "ko": "어느 한 가정"})
	w.Turn = &study.Turn{Driver: price, At: 0.06, Below: true, Margin: 0.03, Clear: true}
	says(t, d, "tie_forgone", map[string]string{"en": "Where ‘autonomy lost to a patron’ is below 0.06 the tie pays", "ko": "값이 0.06 미만이면 유대가 있는 편이 나음"})
	w.Turn.Below = false
	says(t, d, "tie_forgone", map[string]string{"en": "is above 0.06 the tie pays", "ko": "0.06 초과이면"})
	w.Turn.Margin = 0.019
	says(t, d, "tie_forgone", map[string]string{"en": "No one assumption", "ko": "어느 한 가정"})
	for held, want := range map[int]map[string]string{
		18: {"en": "in 18 of the 25 years on record: how many disputes there are without it", "ko": "25년 중 이 유대가 있던 해는 18년. 유대가 없을 때"},
		0:  {"en": "in none of the 25 years on record: how many disputes there are with it", "ko": "모두 이 유대가 없던 기간. 유대가 있을 때"},
		25: {"en": "in all 25 years on record", "ko": "모두 이 유대가 있던 기간"},
	} {
		w.Held = held
		says(t, d, "tie_forgone", want)
	}
}

// What the simulation charges for a lever is what the brief says it costs.
func TestCharged(t *testing.T) {
	for _, tt := range []struct {
		lever    string
		from, to float64
		want     float64
	}{
		{"defence", 0.02, 0.03, 0.01}, {"resilience", 0.002, 0.005, 0.003},
		{"tie_a", 1, 0, -0.0007}, {"consensus", 0.2, 0.6, 0.0002}, {"engagement", -0.5, 0, -0.00025}, {"strike", 0, 1, 0},
	} {
		if got := charged(tt.lever, tt.from, tt.to); abs(got-tt.want) > 1e-12 {
			t.Errorf("%s from %v to %v costs %v; want %v", tt.lever, tt.from, tt.to, got, tt.want)
		}
	}
	m := SharedMove{Move: study.Move{Lever: "strike", From: 0, To: 1}}
	if m.priced() {
		t.Error("long-range strike is charged")
	}
	if v := heads(11934); v != "12,000" {
		t.Errorf("heads %s; want 12,000", v)
	}
}

// Where neither an assumption nor an interest left out hands over the lead, that
// is said at once.
func TestNothingOverturns(t *testing.T) {
	d := fixture()
	d.Comparison.Flips = nil
	d.Comparison.Waivers = []study.Waiver{{Outcome: "autonomy", Leader: "side-with-a"}, {Outcome: "peace", Leader: "side-with-a"}}
	says(t, d, "overturn", map[string]string{"en": "and none of the two interests, left out, clearly hands the lead", "ko": "하나씩 빼 본 국익 항목 2개"})
	if got := advised(t, d, "values-decide", "en"); got != "" {
		t.Errorf("said twice: %s", got)
	}
	d.Comparison.Waivers[0] = study.Waiver{Outcome: "autonomy", Leader: "side-with-a", Share: 0.6, First: 0.5, Clear: true}
	if got := advised(t, d, "overturn", "en"); strings.Contains(got, "interests") {
		t.Errorf("one interest decides, but: %s", got)
	}
}
