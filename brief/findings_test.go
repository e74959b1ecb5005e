package brief

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/study"
	"github.com/shatterbelt/shatterbelt/trace/param"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

func TestReading(t *testing.T) {
	if err := param.Check(Reading{}); err != nil {
		t.Error(err)
	}
}

// swapStates exchanges two states everywhere in a value.
func swapStates(v reflect.Value, x, y ir.CCode) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			swapStates(v.Elem(), x, y)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			swapStates(v.Field(i), x, y)
		}
	case reflect.Slice:
		for i := range v.Len() {
			swapStates(v.Index(i), x, y)
		}
	case reflect.Uint16:
		if v.Type() != reflect.TypeFor[ir.CCode]() {
			return
		}
		switch ir.CCode(v.Uint()) {
		case x:
			v.SetUint(uint64(y))
		case y:
			v.SetUint(uint64(x))
		}
	}
}

// swapNames exchanges two names in a text.
func swapNames(s, x, y string) string {
	return strings.NewReplacer(x, y, y, x).Replace(s)
}

func passages(t *testing.T, d study.Dossier, lang string) []string {
	t.Helper()
	v, err := newVoice(d, fixtureOptions(t, lang))
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, f := range Findings(d) {
		p := f.Claim.say(v)
		out = append(out, strings.Join(append(append([]string{p.Head, p.Lead}, p.Why...), p.Act...), " | "))
	}
	return out
}

func TestSwappedFiguresSwapTheConclusions(t *testing.T) {
	tests := []struct {
		x, y         ir.CCode
		lang         string
		nameX, nameY string
	}{
		{chn, rus, "en", "China", "Russia"},
		{kor, jpn, "en", "South Korea", "Japan"},
		{usa, chn, "ko", "미국", "중국"}, // both end in the same consonant, so particles stay
		{kor, prk, "ko", "한국", "북한"},
	}
	for _, tt := range tests {
		d := fixture()
		want := passages(t, d, tt.lang)
		swapStates(reflect.ValueOf(&d).Elem(), tt.x, tt.y)
		got := passages(t, d, tt.lang)
		if len(got) != len(want) {
			t.Fatalf("%s and %s swapped: %d findings; want %d", tt.nameX, tt.nameY, len(got), len(want))
		}
		for i := range got {
			if w := swapNames(want[i], tt.nameX, tt.nameY); got[i] != w {
				t.Errorf("%s and %s swapped:\n got %s\nwant %s", tt.nameX, tt.nameY, got[i], w)
			}
		}
	}
}

// kinds lists the kinds of a dossier's findings.
func kinds(d study.Dossier) map[string]int {
	out := map[string]int{}
	for _, f := range Findings(d) {
		out[f.Kind]++
	}
	return out
}

func TestWhatHasNoModelIsLeftOut(t *testing.T) {
	tests := []struct {
		name   string
		change func(*study.Dossier)
		gone   []string
	}{
		{"no strategies", func(d *study.Dossier) { d.Comparison = study.Comparison{} }, []string{"holds_up", "fails_in", "failure_boxes", "undominated", "enough_futures", "not_conclude", "overturn", "strengths", "method"}},
		{"no crises", func(d *study.Dossier) { d.Crises = nil }, []string{"crisis_odds", "patron_matters", "effort_buys", "build_home"}},
		{"no efforts", func(d *study.Dossier) { d.Crises[0].Efforts, d.Crises[1].Efforts = nil, nil }, []string{"effort_buys", "build_home"}},
		{"no patron", func(d *study.Dossier) { d.Crises[0].Patron, d.Crises[1].Patron = ir.World, ir.World }, []string{"patron_matters"}},
		{"nothing scored", func(d *study.Dossier) { d.Scores = nil }, []string{"missed", "skill"}},
		{"efforts without effect", func(d *study.Dossier) { d.Crises[0].Efforts[2].Fight = d.Crises[0].Efforts[1].Fight }, []string{"build_home"}},
		{"drivers without effect", func(d *study.Dossier) { d.Comparison.Drivers[0].Spread = 0 }, []string{"sensitivity"}},
		{"boxes not found", func(d *study.Dossier) { d.Comparison.Failing = nil }, []string{"fails_in", "failure_boxes"}},
		{"box that does not come back", func(d *study.Dossier) { d.Comparison.Failing[0].Stability.Same = 0.2 }, []string{"fails_in"}},
	}
	for _, tt := range tests {
		d := fixture()
		for _, kind := range tt.gone {
			if kinds(d)[kind] == 0 {
				t.Fatalf("the fixture has no %s to begin with", kind)
			}
		}
		tt.change(&d)
		for _, kind := range tt.gone {
			if kinds(d)[kind] > 0 {
				t.Errorf("%s: there is still %s", tt.name, kind)
			}
		}
	}
}

func TestLeadAndDoubt(t *testing.T) {
	d := fixture()
	if got, _, _ := claim[HoldsUp](Findings(d)); len(got.Leading) != 2 || len(got.Rest) != 3 || len(got.Moves) != 1 {
		t.Errorf("leading %v, rest %v, moves %v; want two, three and the one they share", got.Leading, got.Rest, got.Moves)
	}
	d.Comparison.Results[1].Moves = []study.Move{{Lever: "defence", From: 0.028, To: 0.042, Years: 2.8}}
	if got, _, _ := claim[HoldsUp](Findings(d)); !got.Divided || len(got.Moves) != 0 {
		t.Errorf("divided %v with moves %v; want no common move", got.Divided, got.Moves)
	}
	d.Comparison.Results[1].Moves = nil
	if got, _, _ := claim[HoldsUp](Findings(d)); got.Divided || got.Stay != "security-a-economy-b" {
		t.Errorf("divided %v, stay %q; want the strategy that moves nothing", got.Divided, got.Stay)
	}
}

// A lead that sampling tells but that is smaller than matters is no lead; one as
// large as matters is.
func TestSmallLeadIsNoLead(t *testing.T) {
	for _, tt := range []struct {
		second float64
		level  int
	}{{0.452, 2}, {0.450, 1}} {
		d := fixture()
		d.Comparison.Leading = d.Comparison.Leading[:1]
		d.Comparison.Results[1].GoodEnough = within(tt.second, 0.002)
		got, _, _ := claim[HoldsUp](Findings(d))
		if len(got.Leading) != tt.level {
			t.Errorf("0.471 against %.3f: %d level; want %d", tt.second, len(got.Leading), tt.level)
		}
		if n, _, _ := claim[NotConclude](Findings(d)); len(n.Tied) != tt.level-1 {
			t.Errorf("0.471 against %.3f: tied with %v", tt.second, n.Tied)
		}
	}
}

func TestCrossed(t *testing.T) {
	line := func(c ir.CCode, v ...float64) study.Trend {
		t := study.Trend{State: c}
		for i, x := range v {
			t.Points = append(t.Points, study.TrendPoint{Year: 2000 + ir.Year(i), Value: x})
		}
		return t
	}
	tests := []struct {
		name string
		a, b []float64
		want ir.Year
	}{
		{"never", []float64{3, 3, 3}, []float64{1, 2, 2}, 0},
		{"once", []float64{3, 3, 3}, []float64{1, 2, 4}, 2002},
		{"there and back", []float64{3, 3, 3}, []float64{1, 4, 2}, 2002},
		{"a tie is no crossing", []float64{3, 3, 3}, []float64{1, 3, 2}, 0},
	}
	for _, tt := range tests {
		got := crossed([]study.Trend{line(usa, tt.a...), line(chn, tt.b...)}, study.Pair{A: usa, B: chn})
		if got != tt.want {
			t.Errorf("%s: crossed in %d; want %d", tt.name, got, tt.want)
		}
	}
}

func TestEveryWarningIsVoiced(t *testing.T) {
	codes := []string{"stale", "range", "missing", "lever-effects", "unscored", "no-tie-record", "few-powers", "brand-new"}
	for _, lang := range []string{"en", "ko"} {
		v, err := newVoice(fixture(), fixtureOptions(t, lang))
		if err != nil {
			t.Fatal(err)
		}
		seen := map[string]string{}
		for _, code := range codes {
			p := v.caution(Caution{Code: code, Warnings: []prov.Warning{{Code: code, State: kor, Other: chn, Item: "exports", Year: 2019}}})
			if p.Head == "" || p.Lead == "" || seen[p.Lead] != "" {
				t.Errorf("%s: %q is said as %+v", lang, code, p)
			}
			seen[p.Lead] = code
		}
		if p := v.caution(Caution{Code: "brand-new"}); !strings.Contains(p.Lead, "brand new") {
			t.Errorf("%s: an unknown warning is said as %q", lang, p.Lead)
		}
	}
}

func TestLabelsAreComplete(t *testing.T) {
	for lang, l := range map[string]labels{"en": labelsEN, "ko": labelsKO} {
		v := reflect.ValueOf(l)
		for i := range v.NumField() {
			if v.Field(i).String() == "" {
				t.Errorf("%s has no %s", lang, v.Type().Field(i).Name)
			}
		}
	}
}

func ExampleFindings() {
	d := study.Dossier{State: 732, Position: study.Position{
		State: 732, Pair: study.Pair{A: 2, B: 710}, Settings: 12,
		Rows: []study.PositionRow{{State: 732, Squeeze: study.Standing{Rank: 1, Low: 1, High: 3}}, {State: 740, Squeeze: study.Standing{Rank: 2, Low: 1, High: 2}}},
	}}
	for _, f := range Findings(d) {
		fmt.Println(f.ID, f.Kind)
	}
	// Output:
	// F1 squeezed
	// F2 other_ranks
}
