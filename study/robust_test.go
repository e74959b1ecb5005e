package study_test

import (
	"context"
	"encoding/json"
	"math"
	"slices"
	"testing"

	"github.com/shatterbelt/shatterbelt/strategy"
	"github.com/shatterbelt/shatterbelt/study"
	"github.com/shatterbelt/shatterbelt/trace/param"
)

func compared(t *testing.T, state string, futures int) study.Comparison {
	t.Helper()
	s := figures(t)
	x, err := study.Situate(s, study.NewestYear(s), study.Default())
	if err != nil {
		t.Fatal(err)
	}
	_, start, err := begin(&x, code(t, s, state))
	if err != nil {
		t.Fatal(err)
	}
	c, err := x.Compare(context.Background(), start, exploring(futures), param.Default[study.GoodEnough]())
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestBoxingTags(t *testing.T) {
	if err := param.Check(study.Boxing{}); err != nil {
		t.Error(err)
	}
}

// Every leading strategy has its failures described: few conditions, figures
// that fit one another, and boxes in which more futures fail than elsewhere.
func TestFailureBoxes(t *testing.T) {
	c := compared(t, "KOR", 1000)
	if len(c.Failing) != len(c.Leading) {
		t.Fatalf("%d descriptions of failure for %d leading strategies", len(c.Failing), len(c.Leading))
	}
	set := param.Default[study.Boxing]()
	boxes := 0
	for k, f := range c.Failing {
		if f.Strategy != c.Leading[k] || math.Abs(f.Share-(1-share(c, f.Strategy))) > 1e-12 {
			t.Errorf("failure of %s in %v of futures; want %s", f.Strategy, f.Share, c.Leading[k])
		}
		for i, b := range f.Boxes {
			boxes++
			if len(b.Limits) == 0 || len(b.Limits) > int(set.Limits) || b.Density <= f.Share || b.Reached != (b.Density >= f.Asked) {
				t.Errorf("%s: box %d has %d limits, density %v of %v asked", f.Strategy, i, len(b.Limits), b.Density, f.Asked)
			}
			failures := f.Share * float64(c.Futures)
			if got := b.Density * float64(b.Futures) / failures; math.Abs(got-b.Coverage) > 1e-9 {
				t.Errorf("%s: coverage %v; %v of %d futures are %v of %v failures", f.Strategy, b.Coverage, b.Density, b.Futures, got, failures)
			}
			if b.BestShare < b.OwnShare || i == 0 && math.Abs(b.OwnShare-(1-b.Density)) > 1e-9 {
				t.Errorf("%s: %v good enough in a box in which %v fail, best %v", f.Strategy, b.OwnShare, b.Density, b.BestShare)
			}
			for _, l := range b.Limits {
				if l.Low == nil && l.High == nil || l.Low != nil && *l.Low <= l.Driver.Min || l.High != nil && *l.High >= l.Driver.Max {
					t.Errorf("%s: limit on %s leaves all of %v to %v", f.Strategy, l.Driver.Name, l.Driver.Min, l.Driver.Max)
				}
			}
		}
		if (f.Stability == nil) != (len(f.Boxes) == 0) {
			t.Errorf("%s: %d boxes, stability %v", f.Strategy, len(f.Boxes), f.Stability)
		}
	}
	if boxes == 0 {
		t.Error("no boxes")
	}
}

func share(c study.Comparison, name string) float64 {
	for _, r := range c.Results {
		if r.Name == name {
			return r.GoodEnough.Value
		}
	}
	return math.NaN()
}

// The standards name the strategies with the best value, the Pareto set and the
// dominated make up all strategies, and the last horizon is the whole run.
func TestOtherStandards(t *testing.T) {
	c := compared(t, "POL", 400)
	if want := 5 * len(c.Outcomes); len(c.Criteria) != want {
		t.Fatalf("%d criteria; want %d", len(c.Criteria), want)
	}
	for _, k := range c.Criteria {
		var v []float64
		for _, x := range k.Values {
			v = append(v, x.Value)
		}
		best := slices.Max(v)
		if !k.Higher {
			best = slices.Min(v)
		}
		for _, x := range k.Values {
			if slices.Contains(k.Best, x.Strategy) != (x.Value == best) {
				t.Errorf("%s of %s: %s has %v, best is %v by %v", k.Name, k.Outcome, x.Strategy, x.Value, best, k.Best)
			}
		}
	}
	if len(c.Pareto)+len(c.Dominated) != len(strategy.Named()) || len(c.Pareto) == 0 {
		t.Errorf("%d strategies undominated and %d dominated", len(c.Pareto), len(c.Dominated))
	}
	for _, r := range c.Results {
		if n := len(r.Horizons); n == 0 || r.Horizons[n-1].Years != c.Years || !slices.IsSortedFunc(r.Horizons, func(a, b study.HorizonMeans) int { return a.Years - b.Years }) {
			t.Fatalf("%s: horizons %+v", r.Name, r.Horizons)
		}
		for o, m := range r.Horizons[len(r.Horizons)-1].Means {
			if math.Abs(m-r.Outcomes[o].Mean.Value) > 1e-9*math.Abs(m) {
				t.Errorf("%s: %s is %v at the end of the run and %v over it", r.Name, c.Outcomes[o].Name, m, r.Outcomes[o].Mean.Value)
			}
		}
	}
}

// Fewer checkpoints than the rule looks back over settle nothing.
func TestTooFewFuturesSettleNothing(t *testing.T) {
	c := compared(t, "KOR", 200)
	if s := c.Settled; s.Leading != 0 || s.Leader != 0 || s.Held || len(s.Checkpoints) != 1 || s.Checkpoints[0].Futures != 200 {
		t.Errorf("settled %+v on 200 futures", s)
	}
	if _, err := json.Marshal(c); err != nil {
		t.Error(err)
	}
}
