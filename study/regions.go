package study

import (
	"math"
	"slices"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/measure/between"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// Regional is how far zones of high squeeze agree with a list of states.
type Regional struct {
	// Inside, Zoned and States are, by state that is no power, whether it is on the
	// list, whether it lies in a zone, and which it is.
	States        []ir.CCode
	Inside, Zoned []bool
	// Dealt is Cohen's kappa under each arrangement of the powers' strengths and
	// rivalries.
	Dealt []float64
	Trail prov.Trail
}

// Kappa is Cohen's kappa between two ways of sorting the same things in two: 1
// where they agree wholly, 0 where no more than chance would have it, NaN where
// either sorts all alike.
func Kappa(one, other []bool) float64 {
	n, both, a, b := float64(len(one)), 0.0, 0.0, 0.0
	for i := range one {
		if one[i] == other[i] {
			both++
		}
		if one[i] {
			a++
		}
		if other[i] {
			b++
		}
	}
	expected := (a*b + (n-a)*(n-b)) / (n * n)
	if expected >= 1 {
		return math.NaN()
	}
	return (both/n - expected) / (1 - expected)
}

// Regional sets the zones of the year beside a list of states. Among are the
// states that count; the others are left out.
func (x *Situation) Regional(list, among []ir.CCode, seed uint64) (Regional, error) {
	f, set, z := x.field, x.settings.Settings, x.settings.Zoning
	count, deal := f.Dealing(set, func(s between.Squeezed) float64 { return s.Squeeze })
	near := between.Adjacent(f.Len(), func(i, j int) bool { return f.Near(i, j, z.Neighbour) })
	powers := f.Powers(set.Powers)
	out := Regional{}
	var kept []int
	for i, c := range f.States {
		if !slices.Contains(powers, i) && slices.Contains(among, c) {
			kept = append(kept, i)
			out.States, out.Inside = append(out.States, c), append(out.Inside, slices.Contains(list, c))
		}
	}
	zoned := func(score []float64) []bool {
		at := make([]bool, len(kept))
		for _, zone := range between.Shatter(score, near, z) {
			for k, i := range kept {
				at[k] = at[k] || slices.Contains(zone.States, i)
			}
		}
		return at
	}
	score := make([]float64, f.Len())
	same := make([]int, count)
	for k := range same {
		same[k] = k
	}
	deal(same, same, score)
	out.Zoned = zoned(score)
	dealt := false // the first arrangement that is scored is the observed one
	spy := func(capability, rivalry []int, to []float64) {
		deal(capability, rivalry, to)
		if !dealt {
			dealt = true
			return
		}
		if k := Kappa(out.Inside, zoned(to)); !math.IsNaN(k) {
			out.Dealt = append(out.Dealt, k)
		}
	}
	_, err := between.Null(f.Len(), near, spy, z, between.Nulls{Powers: count, Shuffle: between.Apart, Draws: zoneDraws, Seed: seed})
	l := x.ledger()
	for _, c := range x.Powers {
		l.value(milex, c)
	}
	out.Trail = l.trail("zones", "zone_quantile", "zone_persistence", "zone_neighbour_distance")
	return out, err
}
