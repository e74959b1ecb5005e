package sim_test

import (
	"slices"
	"testing"

	"github.com/shatterbelt/shatterbelt/rdm"
	"github.com/shatterbelt/shatterbelt/sim"
	"github.com/shatterbelt/shatterbelt/strategy"
)

func TestFixedStaysAtItsValue(t *testing.T) {
	m, err := sim.New(invented(), strategy.Named()[:1])
	if err != nil {
		t.Fatal(err)
	}
	fixed, err := m.Fixed([]sim.Fixed{{Name: "hazard", Value: 2}, {Name: "contest_form", Value: 1}})
	if err != nil {
		t.Fatal(err)
	}
	const n = 50
	table, err := rdm.Collect(t.Context(), fixed, rdm.LatinHypercube{Seed: 1, N: n, Dims: fixed.Dims()}, n, 1, rdm.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]float64{"hazard": 2, "contest_form": 1} {
		x := table.X(slices.IndexFunc(m.Dims(), func(d rdm.Dim) bool { return d.Name == name }))
		if slices.Min(x) != want || slices.Max(x) != want {
			t.Errorf("%s runs from %v to %v; want %v", name, slices.Min(x), slices.Max(x), want)
		}
	}
	for _, f := range []sim.Fixed{{Name: "hazzard", Value: 1}, {Name: "hazard", Value: 9}, {Name: "contest_form", Value: 0.5}} {
		if _, err := m.Fixed([]sim.Fixed{f}); err == nil {
			t.Errorf("%+v is no error", f)
		}
	}
}

// Both forms of every choice are drawn, and matter.
func TestFormsAreDrawn(t *testing.T) {
	m, err := sim.New(invented(), strategy.Named()[:1])
	if err != nil {
		t.Fatal(err)
	}
	for i, d := range m.Dims() {
		if len(d.Options) == 0 {
			continue
		}
		var means []float64
		for v := range d.Options {
			one, err := m.Fixed([]sim.Fixed{{Name: d.Name, Value: float64(v)}})
			if err != nil {
				t.Fatal(err)
			}
			const n = 400
			table, err := rdm.Collect(t.Context(), one, rdm.LatinHypercube{Seed: 1, N: n, Dims: one.Dims()}, n, 1, rdm.Options{})
			if err != nil {
				t.Fatal(err)
			}
			means = append(means, rdm.Mean(table.Outcome(0, sim.Security)))
		}
		if slices.Max(means) == slices.Min(means) {
			t.Errorf("%s (dimension %d) changes nothing: %v", d.Name, i, means)
		}
	}
}
