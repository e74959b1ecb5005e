package alignment

import (
	"math"

	"github.com/shatterbelt/shatterbelt/trace/param"
)

// Settings are the numbers that a comparison rests on and no record fixes.
type Settings struct {
	Terms
	Weights
}

// Interval is a value and how far it moves over the settings; all three are NaN
// where it is missing.
type Interval struct{ Value, Low, High float64 }

// Known reports whether there is a value.
func (i Interval) Known() bool { return !math.IsNaN(i.Value) }

func (i *Interval) widen(v float64) {
	if !math.IsNaN(v) {
		i.Low, i.High = min(i.Low, v), max(i.High, v)
	}
}

// Stance is where a state stands between two powers.
type Stance struct {
	Lean, Hedge Interval
	ToA, ToB    float64     // closeness, at the settings given
	Used, Left  []Dimension // known of both powers, and not
	Settings    int         // over how many settings the intervals go
}

// Compare computes lean and hedge from what is on record of two powers. The
// intervals go over the settings given, each known dimension left out in turn
// where others remain, and every parameter in turn at either end of its range.
func Compare(a, b Facts, set Settings) Stance {
	out := Stance{Settings: 1}
	x, y := TiesOf(a, set.Terms), TiesOf(b, set.Terms)
	lean, _ := Lean(x, y, set.Weights)
	hedge, _ := Hedge(x, y, set.Weights)
	out.Lean, out.Hedge = Interval{lean, lean, lean}, Interval{hedge, hedge, hedge}
	out.ToA, out.ToB, _ = Closeness(x, y, set.Weights)
	for _, d := range Dimensions() {
		if math.IsNaN(x.Of(d)) || math.IsNaN(y.Of(d)) {
			out.Left = append(out.Left, d)
		} else {
			out.Used = append(out.Used, d)
		}
	}
	for _, d := range out.Used {
		if len(out.Used) > 1 {
			out.try(x, y, set.Without(d))
		}
	}
	now := param.Values(set)
	for i, f := range param.Fields(set) {
		for _, end := range [2]float64{f.Min, f.Max} {
			moved, values := set, append([]float64(nil), now...)
			values[i] = end
			param.Set(&moved, values)
			out.try(TiesOf(a, moved.Terms), TiesOf(b, moved.Terms), moved.Weights)
		}
	}
	return out
}

// try widens the intervals to what they are under other ties and weights.
func (s *Stance) try(a, b Ties, w Weights) {
	lean, _ := Lean(a, b, w)
	hedge, _ := Hedge(a, b, w)
	s.Lean.widen(lean)
	s.Hedge.widen(hedge)
	s.Settings++
}
