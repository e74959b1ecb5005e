package alignment_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"github.com/shatterbelt/shatterbelt/internal/testkit"
	"github.com/shatterbelt/shatterbelt/measure/alignment"
	"github.com/shatterbelt/shatterbelt/trace/param"
)

// Median 3; distances from it 2, 1, 0, 1 and 97 have a median of 1.
func TestScaleOf(t *testing.T) {
	s, ok := alignment.ScaleOf([]float64{1, 2, nan, 3, 4, 100})
	if !ok || !testkit.Near(s.Median, 3, 1e-12) || !testkit.Near(s.Spread, 1.4826, 1e-12) {
		t.Errorf("%+v, %v", s, ok)
	}
	if got := s.Gap(4, 1); !testkit.Near(got, 3/1.4826, 1e-12) {
		t.Errorf("gap %v", got)
	}
	for _, values := range [][]float64{nil, {1}, {0, 0, 0, 5}, {nan, nan}} {
		if s, ok := alignment.ScaleOf(values); ok {
			t.Errorf("%v has the scale %+v", values, s)
		}
	}
}

func TestLevel(t *testing.T) {
	c := alignment.Contrasting{Alike: 0.5, Much: 2, Far: 3}
	for gap, want := range map[float64]alignment.Level{
		0: alignment.Alike, 0.5: alignment.Alike, -0.5: alignment.Alike, 0.6: alignment.More, 2: alignment.MuchMore,
		9: alignment.MuchMore, -0.6: alignment.Less, -2: alignment.MuchLess,
	} {
		if got := c.Level(gap); got != want {
			t.Errorf("%v: %s; want %s", gap, got, want)
		}
	}
}

// Themes of 1 and 3, of a lone 9 cut to 3, and of nothing: (2 + 3) / 2.
func TestApart(t *testing.T) {
	c := alignment.Contrasting{Far: 3}
	if v, ok := c.Apart([][]float64{{1, -3, nan}, {-9}, {nan}}); !ok || !testkit.Near(v, 2.5, 1e-12) {
		t.Errorf("%v, %v; want 2.5", v, ok)
	}
	if v, ok := c.Apart([][]float64{{nan}, nil}); ok || !math.IsNaN(v) {
		t.Errorf("%v, %v of nothing", v, ok)
	}
}

// The unit of a dimension changes no gap, and exchanging the states its sign alone.
func TestGapsAreWithoutUnits(t *testing.T) {
	c := param.Default[alignment.Contrasting]()
	rapid.Check(t, func(t *rapid.T) {
		values := rapid.SliceOfN(rapid.Float64Range(-50, 50), 4, 20).Draw(t, "values")
		k, add := rapid.Float64Range(0.01, 100).Draw(t, "unit"), rapid.Float64Range(-5, 5).Draw(t, "origin")
		moved := make([]float64, len(values))
		for i, v := range values {
			moved[i] = k*v + add
		}
		s, ok := alignment.ScaleOf(values)
		r, also := alignment.ScaleOf(moved)
		if !ok || !also || s.Spread < 1e-6 {
			return
		}
		gap := s.Gap(values[0], values[1])
		if !testkit.Near(gap, r.Gap(moved[0], moved[1]), 1e-6*(1+math.Abs(gap))) || !testkit.Near(gap, -s.Gap(values[1], values[0]), 1e-9*(1+math.Abs(gap))) {
			t.Fatalf("gap %v, in another unit %v", gap, r.Gap(moved[0], moved[1]))
		}
		opposite := map[alignment.Level]alignment.Level{
			alignment.More: alignment.Less, alignment.Less: alignment.More, alignment.MuchMore: alignment.MuchLess,
			alignment.MuchLess: alignment.MuchMore, alignment.Alike: alignment.Alike,
		}
		if c.Level(gap) != opposite[c.Level(-gap)] {
			t.Fatalf("%s one way, %s the other", c.Level(gap), c.Level(-gap))
		}
	})
}
