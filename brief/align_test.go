package brief

import (
	"math"
	"strings"
	"testing"

	"github.com/shatterbelt/shatterbelt/measure/alignment"
	"github.com/shatterbelt/shatterbelt/study"
)

// aligned is a document on alignment alone.
func aligned() study.Dossier {
	return study.Dossier{State: kor, Year: 2024, Version: "test", Position: study.Position{Pair: study.Pair{A: usa, B: chn}}, Alignment: fixtureAlignment()}
}

func said(t *testing.T, d study.Dossier, lang, kind string) string {
	t.Helper()
	v, err := newVoice(d, fixtureOptions(t, lang))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range Findings(d) {
		if f.Kind == kind {
			p := f.Claim.say(v)
			return strings.Join(append([]string{p.Lead}, p.Why...), " | ")
		}
	}
	return ""
}

// Each finding on alignment changes its words with its figures.
func TestAlignPassages(t *testing.T) {
	tests := []struct {
		name   string
		change func(*study.Alignment)
		kind   string
		en, ko string
	}{
		{"closest", func(*study.Alignment) {}, "powers_ties", "closest with the United States and furthest from China", "가장 가까운 강대국은 미국, 가장 먼 강대국은 중국"},
		{"S with kappa", func(*study.Alignment) {}, "powers_ties", "S 0.14 and kappa 0.06 with the United States, S 0.72 and kappa 0.37 with China. S takes no account of chance", "미국과 S 0.14·카파 0.06, 중국과 S 0.72·카파 0.37"},
		{"bound here, trading there", func(*study.Alignment) {}, "powers_ties", "only the United States has a defence pact with it; China trades most with it", "방위 조약 상대는 미국뿐이며, 최대 교역 상대는 중국"},
		{"both", func(a *study.Alignment) { a.Powers[2].TradeGDP = nil }, "powers_ties", "has a defence pact with it, and trades most with it too", "유일한 방위 조약 상대이자 최대 교역 상대는 미국"},
		{"no pact", func(a *study.Alignment) { a.Powers[0].Ties[0].Value = 0 }, "powers_ties", "Of the powers, it trades most with China.", "강대국 중 최대 교역 상대는 중국"},
		{"as close", func(a *study.Alignment) { a.Powers[1].Ties = a.Powers[0].Ties }, "powers_ties", "furthest from China and has closest ties with no one power", "가장 먼 강대국은 중국이며, 유독 가까운 강대국은 없음"},
		{"as far", func(a *study.Alignment) { a.Powers[1].Ties = a.Powers[2].Ties }, "powers_ties", "its ties are closest with the United States.", "가장 가까운 강대국은 미국"},
		{"all as close", func(a *study.Alignment) { a.Powers[1].Ties, a.Powers[2].Ties = a.Powers[0].Ties, a.Powers[0].Ties }, "powers_ties", "it has closest ties with no one power", "기준 유독 가까운 강대국은 없음"},
		{"the states on record", func(*study.Alignment) {}, "powers_ties", "Treaty portfolios over the 70 states of the embedded figures, 2018:", "조약 구성(내장 자료의 70개국, 2018년)"},
		{"all states", func(a *study.Alignment) {
			l := *a.Powers[0].Treaties
			l.Whole, l.Members = true, 195
			a.Powers[0].Treaties = &l
		}, "powers_ties", "Treaty portfolios over all 195 members of the state system, 2018:", "조약 구성(국가체제 전체 195개국, 2018년)"},
		{"roll calls", func(a *study.Alignment) {
			l := &study.Likeness{S: 0.5, Kappa: 0.2, Items: 90, Year: 2019}
			a.Powers[0].Votes, a.Powers[2].Votes = l, l
		}, "powers_ties", "UN roll calls, 90 votes, 2019: S 0.50 and kappa 0.20", "유엔 표결(90건, 2019년)"},
		{"arms", func(a *study.Alignment) {
			a.Powers[0].Others = []study.OtherTie{{Indicator: "arms_transfers", Share: 0.8, From: 2013, To: 2022}}
			a.Powers[2].Others = []study.OtherTie{{Indicator: "arms_transfers", Share: 0.1, From: 2013, To: 2022}}
		}, "powers_ties", "Of the powers’ arms delivered in 2013–2022: the United States 80\u00a0%, China 10\u00a0%", "인도된 무기 중 비중(2013~2022년): 미국 80%, 중국 10%"},
		{"steadier", func(*study.Alignment) {}, "swing", "less than is usual: percentile 5 (5–25) among 61 states over 108 settings", "통상 수준보다 작음: 61개국 중 백분위 5(5~25)"},
		{"swings", func(a *study.Alignment) { a.Swing.Verdict = alignment.Swings }, "swing", "more than is usual: percentile", "통상 수준보다 큼: "},
		{"undetermined", func(a *study.Alignment) { a.Swing.Verdict = alignment.Undetermined }, "swing", "is undetermined: percentile", "판정 불가: "},
		{"unknown", func(a *study.Alignment) { a.Swing = study.Swing{State: kor} }, "swing", "cannot be told", "판단 불가"},
		{"rests", func(*study.Alignment) {}, "swing", "Rests on UN ideal points (10 years of turnover, 14 others), with leaders known for 1990–2015. Too few years of trade over GDP.", "지도자 기록은 1990~2015년(GDP 대비 교역은 기록 부족)"},
		{"steadiness", func(*study.Alignment) {}, "leaning", "Steadiness over the yearly steps on record (34): 0.98, where 1 is a lean that never moves. It moved by 0.04 a year", "연도별 변화 34회 기준 0.98. 기울기는 한 해 평균 0.04 변했"},
		{"a lean that crosses over", func(a *study.Alignment) { a.Between.Steady = 0.5 }, "leaning", "It moved by 1.00 a year", "평균 1.00 변했"},
		{"leaning", func(*study.Alignment) {}, "leaning", "lean to the United States", "미국 쪽으로 기움"},
	}
	for _, tt := range tests {
		for lang, want := range map[string]string{"en": tt.en, "ko": tt.ko} {
			d := aligned()
			tt.change(d.Alignment)
			got := said(t, d, lang, tt.kind)
			if !strings.Contains(got, want) || strings.Contains(got, "%!") || strings.Contains(got, "NaN") {
				t.Errorf("%s, %s:\n%s\nwant %q", tt.name, lang, got, want)
			}
		}
	}
}

func TestComparisonPassages(t *testing.T) {
	near := study.Dossier{State: kor, Year: 2024, Position: study.Position{Pair: study.Pair{A: usa, B: chn}}, Like: fixtureLike()}
	two := study.Dossier{State: kor, Year: 2024, Position: study.Position{Pair: study.Pair{A: usa, B: chn}}, Contrast: fixtureContrast()}
	for _, tt := range []struct {
		d                study.Dossier
		kind, en, ko, at string
	}{
		{near, "comparators", "Over 19 dimensions in seven themes it is most like Taiwan and Japan.", "가장 비슷한 국가는 대만·일본 순", "near"},
		{near, "comparators", "Taiwan (0.7 spreads apart): alike in ties and size; unlike in dependence.", "대만(차이 0.7): 대외 관계·규모가 비슷, 의존은 다름", "why"},
		{two, "contrast", "Of 8 dimensions known of both, South Korea and Japan are alike in 3; of 5 other states 1 is nearer", "8개 항목 중 3개에서 비슷함", "lead"},
		{two, "contrast", "Defence allies: South Korea 1, Japan 30; much less in South Korea.", "방위 동맹국: 한국 1개국, 일본 30개국(한국 쪽이 훨씬 작음)", "largest"},
		{two, "contrast", "Not compared, for want of figures or of a spread among states: rivals and energy imported.", "비교하지 못한 항목: 경쟁국, 에너지 순수입", "unknown"},
	} {
		for lang, want := range map[string]string{"en": tt.en, "ko": tt.ko} {
			if got := said(t, tt.d, lang, tt.kind); !strings.Contains(got, want) {
				t.Errorf("%s, %s:\n%s\nwant %q", tt.at, lang, got, want)
			}
		}
	}
}

// The votes that a title speaks of are those of the ends of the record.
func TestTiesTitle(t *testing.T) {
	for _, tt := range []struct {
		change func(*study.Alignment)
		en, ko string
	}{
		{func(*study.Alignment) {}, "Since 2011 South Korea’s votes have come to be closer to the United States than to China", "2011년 이후 한국의 유엔 표결은 중국보다 미국 쪽에 더 가까워짐"},
		{func(a *study.Alignment) { a.Lines[0], a.Lines[2] = swapLines(a.Lines[0], a.Lines[2]) }, "Since 2011 South Korea’s votes have come to be closer to China than to the United States", "미국보다 중국 쪽에 더 가까워짐"},
		{func(a *study.Alignment) { a.Lines[2].Points = shifted(a.Lines[0].Points, -0.1) }, "As in 2011, South Korea’s votes are closer to the United States", "2011년과 마찬가지로"},
		{func(a *study.Alignment) { a.Lines = []study.TieLine{a.Lines[1], a.Lines[3]} }, "How much South Korea has traded", "사이의 교역"},
	} {
		d := aligned()
		tt.change(d.Alignment)
		for lang, want := range map[string]string{"en": tt.en, "ko": tt.ko} {
			if page := written(t, Markdown, d, lang); !strings.Contains(page, want) {
				t.Errorf("%s: no title %q", lang, want)
			}
		}
	}
}

func swapLines(a, b study.TieLine) (study.TieLine, study.TieLine) {
	a.Power, b.Power = b.Power, a.Power
	return a, b
}

func shifted(points []study.TrendPoint, by float64) []study.TrendPoint {
	var out []study.TrendPoint
	for _, p := range points {
		p.Value += by
		out = append(out, p)
	}
	return out
}

// A document of its own has the tables that a brief leaves out, and each picture
// goes with what it shows.
func TestAlignDocuments(t *testing.T) {
	own, whole := written(t, HTML, aligned(), "en"), fixture()
	whole.Alignment, whole.Like = fixtureAlignment(), fixtureLike()
	full := written(t, HTML, whole, "en")
	for _, want := range []string{`id="fig-ties"`, `id="fig-swing"`} {
		if !strings.Contains(own, want) || !strings.Contains(full, want) {
			t.Errorf("no %s", want)
		}
	}
	if !strings.Contains(own, alignEN.TiesTable) || strings.Contains(full, alignEN.TiesTable) {
		t.Error("the table of ties stands in the brief, or not in its own document")
	}
	whole.Alignment.Swing.Verdict = alignment.Undetermined
	if strings.Contains(written(t, HTML, whole, "en"), `id="fig-swing"`) {
		t.Error("a brief pictures a swing that is undetermined")
	}
	d := aligned()
	d.Alignment.Swing = study.Swing{State: kor}
	d.Alignment.Lines = nil
	if page := written(t, HTML, d, "en"); strings.Contains(page, `id="fig-swing"`) || strings.Contains(page, `id="fig-ties"`) {
		t.Error("a picture without what it shows")
	}
	for kind, d := range map[string]study.Dossier{
		"side by side":                     {State: kor, Year: 2024, Position: study.Position{Pair: study.Pair{A: usa, B: chn}}, Contrast: fixtureContrast()},
		"The states most like South Korea": {State: kor, Year: 2024, Position: study.Position{Pair: study.Pair{A: usa, B: chn}}, Like: fixtureLike()},
	} {
		page := written(t, Markdown, d, "en")
		if !strings.Contains(page, kind) || strings.Contains(page, "%!") || !strings.Contains(page, alignEN.Compared) {
			t.Errorf("the document of %q:\n%s", kind, page)
		}
	}
}

// In a brief the leaning stands once.
func TestLeaningStandsOnce(t *testing.T) {
	d := fixture()
	d.Alignment = fixtureAlignment()
	n := 0
	for _, f := range Findings(d) {
		if f.Kind == "leaning" {
			n++
			if f.Section != InAlignment {
				t.Errorf("it stands in %s", f.Section)
			}
		}
	}
	if n != 1 {
		t.Errorf("%d leanings", n)
	}
}

func TestAlignPictures(t *testing.T) {
	for name, c := range map[string]swingChart{
		"one":     {name: "South Korea", own: Amount{1, 1, 1}, usual: 1, field: []float64{1}, place: Amount{50, 50, 50}},
		"at ends": {name: "Bosnia and Herzegovina", own: Amount{0.2, 0.1, 0.3}, usual: 1.1, field: []float64{0.2, 1, 30}, place: Amount{0, 0, 3}},
		"top":     {name: "보스니아 헤르체고비나", own: Amount{4, 2, 8}, usual: 0.9, field: []float64{0.8, 1, 4}, place: Amount{100, 92, 100}},
	} {
		c.titles, c.typical, c.middle, c.lang = [2]string{"Change", "Percentile"}, "usual", "middle", styleEN
		wellFormed(t, name, drawSwing("s", "t", "d", c))
	}
	c := contrastChart{names: [2]string{"Bosnia and Herzegovina", "United Arab Emirates"}, title: "spreads", edge: 4, rows: []contrastRow{
		{"Lean to the United States over the United Kingdom", -9, 9}, {"GDP", 0, 0}, {"Trade with China over GDP", 1, -1},
	}}
	wellFormed(t, "contrast", drawContrast("c", "t", "d", c))
}

// A value stands as far from the median as its spreads say, sizes as ratios.
func TestFrom(t *testing.T) {
	if got := from(study.Contrasted{Median: 10, Spread: 2}, 16); math.Abs(got-3) > 1e-12 {
		t.Errorf("%v; want 3", got)
	}
	if got := from(study.Contrasted{Median: 10, Spread: math.Log(2), Ratio: true}, 40); math.Abs(got-2) > 1e-12 {
		t.Errorf("%v; want 2", got)
	}
}

func TestContrastRows(t *testing.T) {
	rows := ContrastRows(*fixtureContrast(), fixtureCodes(t), "ko")
	if len(rows) != 11 || rows[0][1] != "한국" || rows[6][3] != "6.0%" && rows[6][3] != "6%" || rows[9][5] != "–" {
		t.Errorf("%q", rows)
	}
	if Themes([]string{"ties", "size"}, "en") != "ties, size" || Themes(nil, "ko") != "–" {
		t.Errorf("%q", Themes([]string{"ties", "size"}, "en"))
	}
}

// The table under the ties gives the steadiness, where there is one.
func TestTiesTableGivesSteadiness(t *testing.T) {
	for lang, want := range map[string]string{"en": "Steadiness of the lean |  |  | 0.98 (yearly steps: 34)", "ko": "기울기의 꾸준함 |  |  | 0.98(연도별 변화 34회)"} {
		d := aligned()
		if page := written(t, Markdown, d, lang); !strings.Contains(page, want) {
			t.Errorf("%s: no row %q", lang, want)
		}
		d.Alignment.Between.SteadyYears = 0
		name, _, _ := strings.Cut(want, " |")
		if page := written(t, Markdown, d, lang); strings.Contains(page, name) {
			t.Errorf("%s: a row on a steadiness that is not known", lang)
		}
	}
}
