package rdm_test

import (
	"context"
	"math"
	"testing"

	"github.com/shatterbelt/shatterbelt/rdm"
	"github.com/shatterbelt/shatterbelt/trace/param"
)

func TestCriteriaTags(t *testing.T) {
	if err := param.Check(rdm.Criteria{}); err != nil {
		t.Error(err)
	}
	if c := rdm.DefaultCriteria(); c.WorstShare != 0.1 || c.Bootstrap.Level != 0.9 {
		t.Errorf("defaults %+v", c)
	}
}

// Four futures; by hand. Outcome up: more is better; down: less is better.
func TestAssess(t *testing.T) {
	tab := tableOf(rdm.Dim{Name: "d", Max: 1}, []float64{0.1, 0.4, 0.6, 0.9},
		[]rdm.Outcome{{Name: "up", Higher: true}, {Name: "down"}},
		[][][]float64{
			{{4, 2, 6, 8}, {1, 1, 3, 3}},
			{{5, 5, 5, 5}, {2, 2, 2, 2}},
		})
	c := rdm.DefaultCriteria()
	c.WorstShare, c.Thresholds = 0.5, []float64{4, 2}
	got, err := rdm.Assess(context.Background(), tab, c)
	if err != nil {
		t.Fatal(err)
	}
	a, b := got[0], got[1]
	for _, tt := range []struct {
		what string
		got  rdm.Interval
		want float64
	}{
		{"mean of up, a", a.Outcomes[0].Mean, 5},
		{"worst half of up, a", a.Outcomes[0].Worst, 3},
		{"regret of up, a", a.Outcomes[0].Regret, (1 + 3 + 0 + 0) / 4.0},
		{"up met, a", a.Outcomes[0].Met, 0.75},
		{"worst half of down, a", a.Outcomes[1].Worst, 3},
		{"regret of down, b", b.Outcomes[1].Regret, (1 + 1 + 0 + 0) / 4.0},
		{"down met, a", a.Outcomes[1].Met, 0.5},
		{"good enough, a", a.Overall.Met, 0.25},
		{"good enough, b", b.Overall.Met, 1},
		{"overall mean, a", a.Overall.Mean, (1.5 + 0.5 + 1.5 + 2.5) / 4},
		{"overall worst, a", a.Overall.Worst, 1},
		{"overall regret, a", a.Overall.Regret, (1 + 0.5) / 2},
		{"overall regret, b", b.Overall.Regret, (1 + 0.5) / 2},
	} {
		within(t, tt.what, tt.got.Value, tt.want, 1e-12)
		if tt.got.Low > tt.got.Value || tt.got.High < tt.got.Value {
			t.Errorf("%s: %+v does not hold its value", tt.what, tt.got)
		}
	}
}

func TestAssessWeights(t *testing.T) {
	tab := tableOf(rdm.Dim{Name: "d", Max: 1}, []float64{0.1, 0.4},
		[]rdm.Outcome{{Name: "up", Higher: true}, {Name: "gap", Higher: true}},
		[][][]float64{{{4, 2}, {nan, nan}}})
	c := rdm.DefaultCriteria()
	c.Thresholds, c.Weights = []float64{3, math.NaN()}, []float64{7, 0}
	got, err := rdm.Assess(context.Background(), tab, c)
	if err != nil {
		t.Fatal(err)
	}
	within(t, "overall mean without the gap", got[0].Overall.Mean.Value, 3, 1e-12)
	within(t, "share met", got[0].Overall.Met.Value, 0.5, 1e-12)
	if v := got[0].Outcomes[1].Mean; !math.IsNaN(v.Value) || !math.IsNaN(v.Low) {
		t.Errorf("mean of a gap is %+v; want NaN", v)
	}
}

func TestAssessRefuses(t *testing.T) {
	ok := rdm.DefaultCriteria()
	ok.Thresholds = []float64{1, 1}
	for name, change := range map[string]func(c *rdm.Criteria){
		"no thresholds":   func(c *rdm.Criteria) { c.Thresholds = nil },
		"no worst share":  func(c *rdm.Criteria) { c.WorstShare = 0 },
		"negative weight": func(c *rdm.Criteria) { c.Weights = []float64{2, -1} },
		"no weight":       func(c *rdm.Criteria) { c.Weights = []float64{0, 0} },
		"one weight":      func(c *rdm.Criteria) { c.Weights = []float64{1} },
		"level":           func(c *rdm.Criteria) { c.Bootstrap.Level = 0 },
	} {
		c := ok
		change(&c)
		if _, err := rdm.Assess(context.Background(), twoPolicies(), c); err == nil {
			t.Errorf("%s: accepted", name)
		}
	}
}
