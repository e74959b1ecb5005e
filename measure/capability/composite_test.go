package capability_test

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/internal/testkit"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/measure/capability"
	"github.com/shatterbelt/shatterbelt/measure/measuretest"
	"github.com/shatterbelt/shatterbelt/trace/param"
)

func TestFrontier(t *testing.T) {
	nan := math.NaN()
	tests := []struct {
		name   string
		values []float64
		less   bool
		want   []float64
	}{
		{"nobody", nil, false, []float64{}},
		{"in proportion", []float64{50, 20, nan, 0, -3}, false, []float64{100, 40, nan, 0, 0}},
		{"less is more", []float64{50, 20, nan, 0, -3}, true, []float64{0, 60, nan, 100, 100}},
		{"no frontier", []float64{0, -1, nan}, false, []float64{nan, nan, nan}},
		{"nobody depends", []float64{0, -1, nan}, true, []float64{100, 100, nan}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := capability.Frontier(tt.values, tt.less); !testkit.NearAll(got, tt.want, 1e-12) {
				t.Errorf("Frontier = %v; want %v", got, tt.want)
			}
		})
	}
}

func TestWeighted(t *testing.T) {
	nan := math.NaN()
	tests := []struct {
		scores, weights []float64
		mean, covered   float64
	}{
		{nil, nil, nan, 0},
		{[]float64{80, 40}, []float64{3, 1}, 70, 1},
		{[]float64{80, nan}, []float64{3, 1}, 80, 0.75},
		{[]float64{nan, nan}, []float64{3, 1}, nan, 0},
		{[]float64{80, nan}, []float64{0, 1}, nan, 0},
	}
	for _, tt := range tests {
		mean, covered := capability.Weighted(tt.scores, tt.weights)
		if !testkit.Near(mean, tt.mean, 1e-12) || !testkit.Near(covered, tt.covered, 1e-12) {
			t.Errorf("Weighted(%v, %v) = %v, %v; want %v, %v", tt.scores, tt.weights, mean, covered, tt.mean, tt.covered)
		}
	}
}

// Any group: scores lie in 0 to 100, the unit does not matter, order follows
// the values, and what is better one way is worse the other.
func TestFrontierProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		values := rapid.SliceOfN(rapid.Float64Range(-100, 1000), 1, 9).Draw(t, "values")
		up, down := capability.Frontier(values, false), capability.Frontier(values, true)
		scaled := slices.Clone(values)
		for i := range scaled {
			scaled[i] *= 1000
		}
		if !testkit.NearAll(up, capability.Frontier(scaled, false), 1e-9) {
			t.Fatal("another unit moves the scores")
		}
		for i := range values {
			if math.IsNaN(up[i]) {
				continue
			}
			if up[i] < 0 || up[i] > 100 || !testkit.Near(up[i]+down[i], 100, 1e-9) {
				t.Fatalf("scores %v and %v", up[i], down[i])
			}
			for j := range values {
				if values[i] > values[j] && up[i] < up[j] {
					t.Fatalf("%v scores %v, %v scores %v", values[i], up[i], values[j], up[j])
				}
			}
		}
	})
}

// two is a composite with every way to take a value: a quarter on output, a
// half on ties and a quarter on nothing at all.
var two = capability.Weights{
	Name: "two", EN: "two", KO: "two",
	Components: []capability.Component{
		{Name: "economy", Weight: 1, Ingredients: []capability.Ingredient{
			{Indicator: "gdp", Take: capability.TakeFigure, Weight: 3},
			{Indicator: "gdp", Take: capability.TakeFigure, Per: "population", Weight: 1},
		}},
		{Name: "ties", Weight: 2, Ingredients: []capability.Ingredient{
			{Indicator: "defence_pact", Take: capability.TakeCountIn, Weight: 1},
			{Indicator: "defence_pact", Take: capability.TakeSumIn, Of: "milex", Weight: 1},
			{Indicator: "bases", Take: capability.TakeTotalOut, Weight: 1},
			{Indicator: "ideal_point", Take: capability.TakeDistance, Less: true, Weight: 1},
		}},
		{Name: "culture", Weight: 1},
	},
}

// 991 has 40 of output over 10 people, 992 has 20 over 2; 993 has a figure from
// long ago. 991 is bound to defend 992, 993 both; 991 has bases in 992.
func tied(t testing.TB) *panel.Snapshot {
	return three(t,
		fig("gdp", 991, 2020, 40), fig("population", 991, 2020, 10),
		fig("gdp", 992, 2019, 20), fig("population", 992, 2019, 2), fig("population", 992, 2020, 4),
		fig("gdp", 993, 1990, 99), fig("population", 993, 1990, 1),
		tie("defence_pact", 991, 992, 2018, 1), tie("defence_pact", 992, 991, 2018, 0),
		tie("defence_pact", 993, 991, 2018, 1), tie("defence_pact", 993, 992, 2018, 1),
		fig("milex", 991, 2020, 6), fig("milex", 993, 2020, 2),
		tie("bases", 991, 992, 2020, 4),
		fig("ideal_point", 991, 2020, 1), fig("ideal_point", 992, 2020, 0), fig("ideal_point", 993, 2020, -2),
	)
}

func TestCompose(t *testing.T) {
	e := param.Default[capability.Evidence]()
	states := []ir.CCode{991, 992, 993}
	got := capability.Compose(tied(t), two, states, 2021, e)

	// Economy: 991 has 100 and, at 4 a head against 10, 40: (300 + 40)/4.
	// 992 has 50 and 100: (150 + 100)/4. 993 has nothing recent.
	economy := []float64{85, 62.5, math.NaN()}
	// Defended by: 1, 2, 0 states: 50, 100, 0. Their spending: 2, 8, 0: 25, 100, 0.
	// Bases: 4, 0, 0: 100, 0, 0. Mean distances: (1+3)/2, (1+2)/2, (3+2)/2, that
	// is 2, 1.5, 2.5, so 20, 40, 0.
	ties := []float64{(50 + 25 + 100 + 20) / 4.0, (100 + 100 + 0 + 40) / 4.0, 0}
	for i, c := range got {
		if c.State != states[i] || !testkit.Near(c.Components[0].Score, economy[i], 1e-12) ||
			!testkit.Near(c.Components[1].Score, ties[i], 1e-12) || !math.IsNaN(c.Components[2].Score) {
			t.Errorf("%d: %+v; want %v, %v and none", states[i], c.Components, economy[i], ties[i])
		}
	}
	// Of 1, 2 and 1, the first two count: a third and two thirds.
	want := (85 + 2*48.75) / 3
	if c := got[0]; !testkit.Near(c.Score, want, 1e-12) || !testkit.Near(c.Coverage, 0.75, 1e-12) ||
		!testkit.Near(c.Components[1].Used, 2.0/3, 1e-12) || c.Components[2].Used != 0 {
		t.Errorf("991: %v on %v; want %v on 0.75", c.Score, c.Coverage, want)
	}
	if c := got[2]; c.Score != 0 || c.Coverage != 0.5 || c.Components[1].Used != 1 {
		t.Errorf("993: %v on %v; want 0 on 0.5", c.Score, c.Coverage)
	}
}

func TestComposeShowsWhatItIsMadeOf(t *testing.T) {
	got := capability.Compose(tied(t), two, []ir.CCode{992, 993}, 2021, param.Default[capability.Evidence]())
	head := got[0].Components[0].Ingredients[1]
	// The figures of 2019 go together, though there is a newer population.
	if head.Raw != 10 || head.Year != 2019 || head.Per != "population" || head.Used != 0.25 ||
		!slices.Equal(head.Sources, []string{"invented"}) {
		t.Errorf("output a head: %+v", head)
	}
	sum := got[0].Components[1].Ingredients[1]
	if sum.Raw != 8 || sum.Year != 2018 {
		t.Errorf("spending of those bound to defend it: %+v; want 8, the oldest figure of 2018", sum)
	}
	if gap := got[1].Components[0].Ingredients[0]; !math.IsNaN(gap.Raw) || gap.Year != 0 || len(gap.Sources) != 0 || gap.Used != 0 {
		t.Errorf("an old figure is used: %+v", gap)
	}
}

func TestAbsentCountsAsNoneOnlyWhereTheSourceReaches(t *testing.T) {
	w := capability.Weights{Name: "w", Components: []capability.Component{{Name: "c", Weight: 1, Ingredients: []capability.Ingredient{
		{Indicator: "warheads", Take: capability.TakeFigure, Absent: true, Weight: 1},
	}}}}
	s := three(t, fig("warheads", 991, 2020, 50))
	for year, want := range map[ir.Year][]float64{2021: {100, 0}, 2010: {math.NaN(), math.NaN()}} {
		got := capability.Compose(s, w, []ir.CCode{991, 992}, year, param.Default[capability.Evidence]())
		if scores := []float64{got[0].Score, got[1].Score}; !testkit.NearAll(scores, want, 1e-12) {
			t.Errorf("%d: %v; want %v", year, scores, want)
		}
	}
}

// A tie that no dyad has is missing for all, not none for all.
func TestTiesOutsideTheirSpanAreMissing(t *testing.T) {
	got := capability.Compose(tied(t), two, []ir.CCode{991}, 2000, param.Default[capability.Evidence]())
	for _, in := range got[0].Components[1].Ingredients {
		if !math.IsNaN(in.Raw) {
			t.Errorf("%s %s in 2000: %v", in.Indicator, in.Take, in.Raw)
		}
	}
	if got[0].Coverage != 0 || !math.IsNaN(got[0].Score) {
		t.Errorf("a score without a figure: %v on %v", got[0].Score, got[0].Coverage)
	}
}

// Exchange all the figures of two states and their scores change places.
func TestComposeFollowsTheFigures(t *testing.T) {
	e := param.Default[capability.Evidence]()
	swapped, err := tied(t).Swapped(991, 992)
	if err != nil {
		t.Fatal(err)
	}
	a := capability.Compose(tied(t), two, []ir.CCode{991, 992, 993}, 2021, e)
	b := capability.Compose(swapped, two, []ir.CCode{992, 991, 993}, 2021, e)
	for i := range a {
		if !testkit.Near(a[i].Score, b[i].Score, 1e-12) || a[i].Coverage != b[i].Coverage {
			t.Errorf("place %d: %v, swapped %v", i, a[i].Score, b[i].Score)
		}
	}
}

func TestComposed(t *testing.T) {
	e := param.Default[capability.Evidence]()
	e.MinCoverage = 0.6
	m := capability.Composed{Weights: two, Evidence: e}
	measuretest.Run(t, m, tied(t))
	col, err := m.Eval(tied(t))
	if err != nil {
		t.Fatal(err)
	}
	if v, _ := col.Value(991, 2020); !testkit.Near(v, (85+2*48.75)/3, 1e-12) {
		t.Errorf("991 in 2020: %v", v)
	}
	if v, ok := col.Value(993, 2020); ok {
		t.Errorf("993 has %v on half of the weight; want none", v)
	}
}

// Two powers by output and output a head, the second counting a third as much.
// The figures are invented.
func ExampleFrontier() {
	output := capability.Frontier([]float64{21, 18}, false)
	head := capability.Frontier([]float64{64, 13}, false)
	for i, name := range []string{"west", "east"} {
		score, covered := capability.Weighted([]float64{output[i], head[i]}, []float64{3, 1})
		fmt.Printf("%s %.1f on %.0f%%\n", name, score, 100*covered)
	}
	// Output:
	// west 100.0 on 100%
	// east 69.4 on 100%
}

func BenchmarkCompose(b *testing.B) {
	s, e := tied(b), param.Default[capability.Evidence]()
	states := []ir.CCode{991, 992, 993}
	for b.Loop() {
		capability.Compose(s, two, states, 2021, e)
	}
}

func BenchmarkFrontier(b *testing.B) {
	values := make([]float64, 70)
	for i := range values {
		values[i] = float64(i)
	}
	for b.Loop() {
		capability.Frontier(values, false)
	}
}
