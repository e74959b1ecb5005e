package between

import (
	"math"
	"slices"
)

// missing is the score of a power, which is in no zone.
var missing = math.NaN()

// ZoneNull compares the zones of a field with those that would be there if the
// same capabilities and rivalries were spread differently over the same powers,
// by [Null]. Score is a reading of position; near are the neighbours among the
// states, and only those that belong to it are on the map. Ties of the powers to
// states that are none, and their bases, stay where they are.
func (f *Field) ZoneNull(set Settings, score func(Squeezed) float64, near [][]int, z Zoning, n Nulls) (NullResult, error) {
	var deal Scorer
	n.Powers, deal = f.Dealing(set, score)
	return Null(f.Len(), near, deal, z, n)
}

// Dealing returns how many powers there are and what scores every state when
// their capabilities and rivalries are dealt out anew among them. A power scores
// NaN. The scorer is not safe for use by several goroutines.
func (f *Field) Dealing(set Settings, score func(Squeezed) float64) (int, Scorer) {
	powers := f.Powers(set.Powers)
	slices.Sort(powers)
	moved := *f
	moved.Spending, moved.Stock, moved.Output = slices.Clone(f.Spending), slices.Clone(f.Stock), slices.Clone(f.Output)
	moved.relations = slices.Clone(f.relations)
	moved.major = slices.Clone(f.major)
	for _, g := range powers { // so that all stay powers wherever their capability goes
		moved.major[g] = true
	}
	e := NewEvaluator(&moved)
	return len(powers), func(capability, rivalry []int, out []float64) {
		for a, g := range powers {
			from := powers[capability[a]]
			moved.Spending[g], moved.Stock[g], moved.Output[g] = f.Spending[from], f.Stock[from], f.Output[from]
			for b, h := range powers {
				if a != b {
					moved.relations[g*f.Len()+h] = f.Relation(powers[rivalry[a]], powers[rivalry[b]])
				}
			}
		}
		for i, s := range e.Squeeze(set) {
			out[i] = score(s)
		}
		for _, g := range powers {
			out[g] = missing
		}
	}
}
