package lake_test

import (
	"context"
	"math"
	"testing"

	"pgregory.net/rapid"

	"github.com/shatterbelt/shatterbelt/rdm"
	"github.com/shatterbelt/shatterbelt/rdm/lake"
	"github.com/shatterbelt/shatterbelt/rdm/rdmtest"
)

// With q = 2 the level solves b x^2 - x + b = 0, so it is
// (1 - sqrt(1 - 4 b^2)) / (2 b): 0.544540 for b = 0.42, 0.101021 for 0.1. With b
// of a half the two roots meet at 1; above it loss prevails everywhere.
func TestCritical(t *testing.T) {
	for _, b := range []float64{0.1, 0.2, 0.3, 0.42, 0.45, 0.4999} {
		want := (1 - math.Sqrt(1-4*b*b)) / (2 * b)
		if got, ok := lake.Critical(b, 2); !ok || math.Abs(got-want) > 1e-9 {
			t.Errorf("Critical(%v, 2) = %v, %v; want %v", b, got, ok, want)
		}
	}
	if got, _ := lake.Critical(0.42, 2); math.Abs(got-0.544540) > 1e-6 {
		t.Errorf("Critical(0.42, 2) = %v", got)
	}
	for _, bad := range [][2]float64{{0.51, 2}, {0.3, 1}, {0.3, math.NaN()}} {
		if got, ok := lake.Critical(bad[0], bad[1]); ok || !math.IsNaN(got) {
			t.Errorf("Critical(%v) = %v, %v; want none", bad, got, ok)
		}
	}
}

// Left alone, a lake just below the critical level clears and one just above it
// turns turbid.
func TestCriticalDivides(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b, q := rapid.Float64Range(0.1, 0.45).Draw(t, "b"), rapid.Float64Range(2, 4.5).Draw(t, "q")
		critical, ok := lake.Critical(b, q)
		if !ok {
			t.Fatalf("no critical level for b %v, q %v", b, q)
		}
		below, above := critical*0.999, critical*1.001
		for range 20000 {
			below, above = lake.Next(below, b, q, 0, 0), lake.Next(above, b, q, 0, 0)
		}
		if below > critical/2 || above < critical*1.01 {
			t.Fatalf("from %v: %v below and %v above", critical, below, above)
		}
	})
}

func TestRecycledMatchesPow(t *testing.T) {
	if v := lake.Recycled(0, 2); v != 0 {
		t.Errorf("Recycled(0) = %v", v)
	}
	worst := 0.0
	for i := range 200000 {
		x := math.Exp(-8 + 11*rdm.Uniform(1, i, 0, 0, 0))
		q := 2 + 2.5*rdm.Uniform(1, i, 0, 1, 0)
		p := math.Pow(x, q)
		worst = max(worst, math.Abs(lake.Recycled(x, q)/(p/(1+p))-1))
	}
	if worst > 1e-13 {
		t.Errorf("relative error %v; want 1e-13", worst)
	}
}

func TestRule(t *testing.T) {
	r := lake.Rule{C1: 0, C2: 1, R1: 1, R2: 2, W1: 0.25}
	for _, tt := range []struct{ x, want float64 }{
		{0, 0.09375}, // 0.75 * (1/2)^3
		{1, 0.1},     // 0.25 is over the most
		{0.5, 0.25*0.125 + 0.75*0.25*0.25*0.25},
		{0.9, 0.1},
	} {
		if got := r.Release(tt.x); math.Abs(got-tt.want) > 1e-12 {
			t.Errorf("Release(%v) = %v; want %v", tt.x, got, tt.want)
		}
	}
	point := lake.Rule{W1: 1}
	if point.Release(0) != lake.LeastRelease || point.Release(0.01) != lake.MostRelease {
		t.Error("a rule of radius 0 is not the most everywhere but at its centre")
	}
}

// given returns a setup in which every natural inflow is the same.
func given(inflow float64, samples int) lake.Setup {
	s := lake.DefaultSetup()
	for range samples {
		series := make([]float64, lake.Years-1)
		for t := range series {
			series[t] = inflow
		}
		s.Inflows = append(s.Inflows, series)
	}
	return s
}

func runOne(t testing.TB, m rdm.Model, x ...float64) []float64 {
	t.Helper()
	out := make([]float64, 4)
	if err := m.NewWorker().Run(&rdm.Future{Seed: 1, X: x}, 0, out); err != nil {
		t.Fatal(err)
	}
	return out
}

func near(a, b float64) bool { return math.Abs(a-b) <= 1e-12*math.Max(1, math.Abs(b)) }

// Nothing in, nothing happens. A plan of 0.1 a year is worth
// 0.04 (1 - 0.98^100) / 0.02 = 1.7348; a plan that alternates between 0 and 0.1
// has no steady change.
func TestPlanned(t *testing.T) {
	var swing lake.Plan
	for i := range swing.Release {
		swing.Release[i] = 0.1 * float64(i%2)
	}
	plans := []rdm.Setting[lake.Plan]{{Name: "none"}, {Name: "most", Levers: lake.Constant(0.1)}, {Name: "swing", Levers: swing}}
	m, err := lake.Planned(given(0, 3), plans[0])
	if err != nil {
		t.Fatal(err)
	}
	if got := runOne(t, m, 0.42, 2, 0.98); got[0] != 0 || got[1] != 0 || got[2] != 1 || got[3] != 1 {
		t.Errorf("no release: %v", got)
	}
	m, _ = lake.Planned(given(0, 3), plans[1])
	got := runOne(t, m, 0.42, 2, 0.98)
	if want := 0.04 * (1 - math.Pow(0.98, 100)) / 0.02; !near(got[1], want) || got[2] != 1 {
		t.Errorf("most: %v; want utility %v", got, want)
	}
	m, _ = lake.Planned(given(0, 3), plans[2])
	if got := runOne(t, m, 0.42, 2, 0.98); got[2] != 0 {
		t.Errorf("swing: %v; want no steady change", got)
	}
}

// trajectory works through one series as the published formulas are written.
func trajectory(u lake.Basin, plan lake.Plan, inflow []float64) []float64 {
	x := make([]float64, lake.Years)
	for t := 1; t < lake.Years; t++ {
		p := math.Pow(x[t-1], u.Q)
		x[t] = (1-u.B)*x[t-1] + p/(1+p) + plan.Release[t-1] + inflow[t-1]
	}
	return x
}

// The kernel agrees with the formulas worked through one series after another.
func TestPlannedMatchesTheFormulas(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := given(0, 3)
		for _, series := range s.Inflows {
			for i := range series {
				series[i] = rapid.Float64Range(0, 0.05).Draw(t, "inflow")
			}
		}
		var plan lake.Plan
		for i := range plan.Release {
			plan.Release[i] = rapid.Float64Range(0, 0.1).Draw(t, "release")
		}
		u := lake.Basin{B: rapid.Float64Range(0.1, 0.45).Draw(t, "b"), Q: rapid.Float64Range(2, 4.5).Draw(t, "q"), Delta: 0.98}
		m, err := lake.Planned(s, rdm.Setting[lake.Plan]{Name: "p", Levers: plan})
		if err != nil {
			t.Fatal(err)
		}
		got := make([]float64, 4)
		if err := m.NewWorker().Run(&rdm.Future{X: []float64{u.B, u.Q, u.Delta}}, 0, got); err != nil {
			t.Fatal(err)
		}
		critical, _ := lake.Critical(u.B, u.Q)
		mean := make([]float64, lake.Years)
		below := 0
		for _, series := range s.Inflows {
			for i, v := range trajectory(u, plan, series) {
				mean[i] += v / 3
				if v < critical {
					below++
				}
			}
		}
		most := 0.0
		for _, v := range mean {
			most = max(most, v)
		}
		if math.Abs(got[0]-most) > 1e-9*max(1, most) || got[3] != float64(below)/300 {
			t.Fatalf("max_p %v, reliability %v; want %v, %v", got[0], got[3], most, float64(below)/300)
		}
	})
}

// A rule of radius 1 around 10 asks for the most at any level in reach, so that
// it does what the plan of 0.1 does.
func TestRuledMeetsPlanned(t *testing.T) {
	s := given(0.02, 2)
	rule, err := lake.Ruled(s, rdm.Setting[lake.Rule]{Name: "r", Levers: lake.Rule{C1: -2, C2: -2, R1: 1, R2: 1, W1: 0.5}})
	if err != nil {
		t.Fatal(err)
	}
	plan, err := lake.Planned(s, rdm.Setting[lake.Plan]{Name: "p", Levers: lake.Constant(0.1)})
	if err != nil {
		t.Fatal(err)
	}
	a, b := runOne(t, rule, 0.42, 2, 0.98), runOne(t, plan, 0.42, 2, 0.98)
	for i := range a {
		if !near(a[i], b[i]) {
			t.Errorf("rule %v, plan %v", a, b)
			break
		}
	}
}

func TestConforms(t *testing.T) {
	s := lake.DefaultSetup()
	s.Samples = 4
	plans, err := lake.Planned(s, rdm.Setting[lake.Plan]{Name: "none"}, rdm.Setting[lake.Plan]{Name: "half", Levers: lake.Constant(0.05)})
	if err != nil {
		t.Fatal(err)
	}
	rules, err := lake.Ruled(s, rdm.Setting[lake.Rule]{Name: "r", Levers: lake.Rule{C1: 0.2, C2: 0.3, R1: 0.5, R2: 0.4, W1: 0.5}})
	if err != nil {
		t.Fatal(err)
	}
	t.Run("planned", func(t *testing.T) { rdmtest.Run(t, plans) })
	t.Run("ruled", func(t *testing.T) { rdmtest.Run(t, rules) })
	known, err := lake.Planned(given(0.02, 2), rdm.Setting[lake.Plan]{Name: "none"})
	if err != nil {
		t.Fatal(err)
	}
	t.Run("given", func(t *testing.T) { rdmtest.Run(t, known) })
}

func TestSetupIsChecked(t *testing.T) {
	none, short, alpha := lake.DefaultSetup(), given(0, 1), lake.DefaultSetup()
	none.Samples = 0
	short.Inflows[0] = short.Inflows[0][:50]
	alpha.Alpha = math.NaN()
	empty := lake.DefaultSetup()
	empty.Inflows = [][]float64{}
	for _, s := range []lake.Setup{none, short, alpha, empty} {
		if _, err := lake.Planned(s, rdm.Setting[lake.Plan]{Name: "p"}); err == nil {
			t.Errorf("%+v passes", s.Terms)
		}
	}
}

// The published comparison reports that the more is released the less reliable
// the lake; here over the whole box of its ranges, with drawn inflows.
func TestKwakkel2017MoreReleaseIsLessReliable(t *testing.T) {
	s := lake.DefaultSetup()
	s.Samples = 10
	var plans []rdm.Setting[lake.Plan]
	for _, v := range []float64{0, 0.02, 0.05, 0.1} {
		plans = append(plans, rdm.Setting[lake.Plan]{Name: string(rune('a' + len(plans))), Levers: lake.Constant(v)})
	}
	m, err := lake.Planned(s, plans...)
	if err != nil {
		t.Fatal(err)
	}
	table, err := rdm.Collect(context.Background(), m, rdm.LatinHypercube{Seed: 1, N: 500, Dims: m.Dims()}, 500, 1, rdm.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for i := range table.Len() {
		for p := 1; p < len(plans); p++ {
			if table.Outcome(p, 3)[i] > table.Outcome(p-1, 3)[i] || table.Outcome(p, 0)[i] < table.Outcome(p-1, 0)[i] {
				t.Fatalf("future %d: releasing more is more reliable or cleaner", i)
			}
		}
	}
}
