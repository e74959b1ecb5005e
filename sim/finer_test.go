package sim_test

import (
	"math"
	"testing"

	"github.com/shatterbelt/shatterbelt/rdm"
	"github.com/shatterbelt/shatterbelt/sim"
	"github.com/shatterbelt/shatterbelt/strategy"
)

// A monthly step in growth and stocks moves no outcome by more than the error of
// a sample of two thousand futures.
func TestFinerStepsDoNotMatter(t *testing.T) {
	const futures = 2000
	m, err := sim.New(invented(), strategy.Named()[:3])
	if err != nil {
		t.Fatal(err)
	}
	d := rdm.LatinHypercube{Seed: 1, N: futures, Dims: m.Dims()}
	run := func(steps int) *rdm.Table {
		table, err := rdm.Collect(t.Context(), m.Finer(steps), d, futures, 1, rdm.Options{})
		if err != nil {
			t.Fatal(err)
		}
		return table
	}
	yearly, monthly := run(1), run(12)
	same := true
	for p := range m.Policies() {
		for o := range sim.Headline {
			a, b := yearly.Outcome(p, o), monthly.Outcome(p, o)
			gap := math.Abs(rdm.Mean(a) - rdm.Mean(b))
			same = same && gap == 0
			if e := deviation(a) / math.Sqrt(futures); gap > e {
				t.Errorf("%s, %s: %v apart; Monte-Carlo error %v", m.Policies()[p], m.Outcomes()[o].Name, gap, e)
			}
		}
	}
	if same {
		t.Error("the step changes nothing at all, so it is not used")
	}
}

func deviation(x []float64) float64 {
	mean, sum := rdm.Mean(x), 0.0
	for _, v := range x {
		sum += (v - mean) * (v - mean)
	}
	return math.Sqrt(sum / float64(len(x)-1))
}
