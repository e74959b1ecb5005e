package rdm_test

import (
	"math"
	"slices"
	"testing"

	"github.com/shatterbelt/shatterbelt/rdm"
	"pgregory.net/rapid"
)

// inside returns the cases in a box.
func inside(c rdm.Cases, b rdm.Box) []int {
	var in []int
	for i := range c.Y {
		if b.Contains(row(c, i)) {
			in = append(in, i)
		}
	}
	return in
}

func hits(c rdm.Cases, cases []int) float64 {
	n := 0.0
	for _, i := range cases {
		if c.Y[i] {
			n++
		}
	}
	return n
}

// peels returns what each possible peel leaves of some cases, straight from the
// definition: all but one category; or all but the values at one end, as many as
// make up no more than the share alpha, and one at least.
func peels(c rdm.Cases, in []int, alpha float64) [][]int {
	var left [][]int
	keep := func(f func(i int) bool) []int {
		return slices.DeleteFunc(slices.Clone(in), func(i int) bool { return !f(i) })
	}
	for d, x := range c.X {
		var values []float64
		for _, i := range in {
			values = append(values, x[i])
		}
		slices.Sort(values)
		most := math.Max(1, math.Floor(alpha*float64(len(in))+1e-9))
		distinct := slices.Compact(slices.Clone(values))
		if c.Kinds[d] == rdm.Categorical {
			for _, v := range distinct {
				left = append(left, keep(func(i int) bool { return x[i] != v }))
			}
			continue
		}
		var low, high []int
		for k, v := range distinct[1:] {
			if rest := keep(func(i int) bool { return x[i] >= v }); k == 0 || float64(len(in)-len(rest)) <= most {
				low = rest
			}
		}
		for k := len(distinct) - 2; k >= 0; k-- {
			if rest := keep(func(i int) bool { return x[i] <= distinct[k] }); k == len(distinct)-2 || float64(len(in)-len(rest)) <= most {
				high = rest
			}
		}
		left = append(left, low, high)
	}
	return left
}

// Every peel is one that the definition allows, and none that it allows scores
// better; peeling stops only where the box is pure or every peel leaves too few.
func TestPrimTakesTheBestPeel(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := drawCases(t, false)
		p := rdm.DefaultPrim()
		p.MinMass = 0.1
		p.Peel = rapid.Float64Range(0.02, 0.3).Draw(t, "peel")
		p.Objective = rdm.Objective(rapid.IntRange(0, 1).Draw(t, "objective"))
		d, err := rdm.Discover(c, p)
		if err != nil {
			t.Fatal(err)
		}
		curve := d.Found[0].Curve
		least := p.MinMass*float64(len(c.Y)) - 1e-9
		for k := range curve.Points {
			in := inside(c, curve.Box(k))
			density := hits(c, in) / float64(len(in))
			score := func(left []int) float64 {
				after := hits(c, left) / float64(len(left))
				if p.Objective == rdm.HighestDensity {
					return after
				}
				return (after - density) / float64(len(in)-len(left))
			}
			allowed := slices.DeleteFunc(peels(c, in, p.Peel), func(left []int) bool { return len(left) == 0 || float64(len(left)) < least })
			if k == len(curve.Points)-1 {
				if density < 1 && len(allowed) > 0 {
					t.Fatalf("stopped at %d cases of density %g with %d peels left", len(in), density, len(allowed))
				}
				break
			}
			took := inside(c, curve.Box(k+1))
			if !slices.ContainsFunc(allowed, func(left []int) bool { return slices.Equal(left, took) }) {
				t.Fatalf("peel %d leaves %v of %v, which no peel does", k, took, in)
			}
			for _, left := range allowed {
				if score(left) > score(took)+1e-12 {
					t.Fatalf("peel %d scores %g; one that leaves %d cases %g", k, score(took), len(left), score(left))
				}
			}
		}
	})
}
