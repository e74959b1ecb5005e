package transition_test

import (
	"errors"
	"math"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/shatterbelt/shatterbelt/internal/testkit"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/measure/transition"
)

// Exchanging the states turns the fan upside down, draw by draw: what B leads
// in, A does not.
func TestSwapComplements(t *testing.T) {
	for _, shocks := range []transition.Shocks{transition.Normal, transition.Resampled} {
		rapid.Check(t, func(t *rapid.T) {
			r := run(2020)
			r.Seed = rapid.Uint64().Draw(t, "seed")
			r.LongRunGap = rapid.Float64Range(-0.01, 0.01).Draw(t, "gap")
			r.Draws, r.Shocks = 200, shocks
			regimes := rivals()
			swapped := []transition.Regime{regimes[0].Swap(), regimes[1].Swap()}
			f, err := transition.Project(regimes, r)
			r.LongRunGap = -r.LongRunGap
			g, err2 := transition.Project(swapped, r)
			if err != nil || err2 != nil {
				t.Fatal(err, err2)
			}
			for y := range f.Years {
				if !testkit.Near(f.All.Ahead[y]+g.All.Ahead[y], 1, tol) {
					t.Fatalf("in %d B leads in %v and A in %v of draws", f.Years[y], f.All.Ahead[y], g.All.Ahead[y])
				}
				for q := range f.All.Bands {
					if !testkit.Near(f.All.Bands[q][y], -g.All.Bands[len(g.All.Bands)-1-q][y], 1e-7) {
						t.Fatalf("band %d of %d is %v, swapped %v", q, f.Years[y], f.All.Bands[q][y], g.All.Bands[len(g.All.Bands)-1-q][y])
					}
				}
			}
		})
	}
}

// A unit moves nothing, whichever it is and whatever the regime.
func TestUnitsMoveNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := run(2020)
		r.Draws = 200
		regimes := rivals()
		f, err := transition.Project(regimes, r)
		k := math.Exp2(float64(rapid.IntRange(-40, 40).Draw(t, "power of two")))
		moved := rivals()
		for _, s := range []transition.Series{moved[0].A, moved[0].B} {
			for i := range s.Values {
				s.Values[i] *= k
			}
		}
		g, err2 := transition.Project(moved, r)
		if err != nil || err2 != nil {
			t.Fatal(err, err2)
		}
		for q := range f.All.Bands {
			if !testkit.NearAll(f.All.Bands[q], g.All.Bands[q], 1e-7) {
				t.Fatalf("bands moved in a unit %v times smaller", k)
			}
		}
	})
}

// Neither the order of regimes nor what else is projected changes a case.
func TestCasesStandAlone(t *testing.T) {
	r := run(2020)
	r.Draws = 1200
	both, regimes := project(t, rivals(), r), rivals()
	slices.Reverse(regimes)
	turned := project(t, regimes, r)
	if !testkit.Near(both.All.Overtaking.Never, turned.All.Overtaking.Never, 0.03) {
		t.Errorf("never %v, in the other order %v", both.All.Overtaking.Never, turned.All.Overtaking.Never)
	}
	// With as many draws a case, a case alone is the same as among others.
	r.Windows = []int{10}
	r.Draws = 600
	two := project(t, rivals(), r)
	r.Draws = 300
	alone := project(t, rivals()[1:], r)
	for i, c := range alone.Cases {
		if !reflect.DeepEqual(c, two.Cases[3+i]) {
			t.Errorf("case %s of %d years differs alone", c.Fading.Name, c.Window)
		}
	}
	if again := project(t, rivals(), r); !reflect.DeepEqual(again, project(t, rivals(), r)) {
		t.Error("the same run gives another fan")
	}
}

// One more year of the same growth moves the forecast of no year.
func TestAnotherYearOfTheSame(t *testing.T) {
	at := func(last ir.Year) transition.Passage {
		r := run(last)
		return project(t, []transition.Regime{{
			Name: "x", A: steady(1970, last, 10, 0.02), B: steady(1970, last, 1, 0.05),
		}}, r).ByFading[2].Overtaking
	}
	// ln 10 / ln(1.05/1.02) = 79.4 years from 1970.
	for last := ir.Year(2010); last < 2014; last++ {
		if y, ok := at(last).Quantile(0.5); !ok || y != 2050 {
			t.Errorf("as seen from %d B overtakes in %d, %v; want 2050", last, y, ok)
		}
	}
}

// Nothing after the vintage is read.
func TestVintageSeesNoFuture(t *testing.T) {
	r := run(2010)
	r.Draws = 200
	before := project(t, rivals(), r)
	changed := rivals()
	for _, g := range changed {
		for i := range g.B.Values {
			if g.B.First+ir.Year(i) > 2010 {
				g.B.Values[i] = -1e9 * float64(i) // not even looked at
			}
		}
	}
	if after := project(t, changed, r); !reflect.DeepEqual(before, after) {
		t.Error("figures after the vintage changed the projection")
	}
}

// Whatever is missing, the shares are shares and the bands in order.
func TestGaps(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		regimes := rivals()
		for _, g := range regimes {
			for _, s := range []transition.Series{g.A, g.B} {
				for range rapid.IntRange(0, 30).Draw(t, "gaps") {
					s.Values[rapid.IntRange(0, len(s.Values)-1).Draw(t, "at")] = nan
				}
			}
		}
		r := run(ir.Year(rapid.IntRange(1985, 2026).Draw(t, "vintage")))
		r.Draws = 200
		f, err := transition.Project(regimes, r)
		if errors.Is(err, transition.ErrNoWindow) {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range slices.Concat([]transition.Spread{f.All}, f.ByRegime, f.ByWindow, f.ByFading) {
			for _, p := range []transition.Passage{s.Overtaking, s.Parity} {
				if sum := p.By(9999) + p.Never; !testkit.Near(sum, 1, tol) {
					t.Fatalf("%s: shares sum to %v", s.Name, sum)
				}
			}
			for y := range f.Years {
				if s.Parity.By(f.Years[y]) < s.Overtaking.By(f.Years[y])-tol {
					t.Fatalf("%s: overtaking before parity in %d", s.Name, f.Years[y])
				}
				if s.Overtaking.By(f.Years[y]) < s.Ahead[y]-tol {
					t.Fatalf("%s: ahead in %d without having overtaken", s.Name, f.Years[y])
				}
				for q := 1; q < len(s.Bands); q++ {
					if !(s.Bands[q][y] >= s.Bands[q-1][y]) {
						t.Fatalf("%s: bands of %d out of order", s.Name, f.Years[y])
					}
				}
			}
		}
		if v := f.Variance; v.Total > 0 && !(v.Assumed <= 1+tol && v.Assumed >= v.Window-tol && v.Assumed >= v.Regime-tol && v.Assumed >= v.Fading-tol) {
			t.Fatalf("variance %+v", v)
		}
	})
}
