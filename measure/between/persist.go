package between

import (
	"cmp"
	"math"
	"slices"
)

// A Region is a connected part of the map that stands apart while a threshold is
// lowered from above the highest score.
type Region struct {
	Peak  int     // the state with the highest score, at which the region appears
	Birth float64 // the score of the peak
	// Death is the level at which the region merges into one with a higher peak.
	// The highest region of a connected part of the map merges into none; its
	// Death is the lowest score of the whole map, and Survives is true.
	Death    float64
	Survives bool
	// Persistence is (Birth - Death) over the range of all scores, in [0, 1].
	Persistence float64
	// Members are the states of the region just above the level of its death,
	// or, if it survives, all that are joined to it. Ascending.
	Members []int
}

// Persistence follows the regions of states at or above a threshold as it is
// lowered through every score: connected components of superlevel sets, of
// which the one with the lower peak ends where two meet (the elder rule)
// [edelsbrunner2002, edelsbrunner2010]. Neighbours are as from [Adjacent].
// The longest-lived region comes first, of equals the one of the first peak.
//
// Persistence is a difference over the range, so neither the unit nor the zero
// of the score matters. A ratio of birth to death would not do: it is largest
// where scores are next to nothing, among remote states. A region that ends at
// the level at which it appears is none. Of peaks of one height the one listed
// first counts as the higher. A missing score (NaN) is in no region and joins
// none. Where all scores are equal, each connected part is a region of
// persistence 0.
func Persistence(score []float64, near [][]int) []Region {
	order := descending(score)
	if len(order) == 0 {
		return nil
	}
	floor := score[order[len(order)-1]]
	span := score[order[0]] - floor
	var regions []Region
	end := func(peak int, death float64, survives bool) {
		r := Region{Peak: peak, Birth: score[peak], Death: death, Survives: survives}
		in := func(j int) bool { return score[j] > death || survives && score[j] >= death }
		r.Members = grow(peak, near, make([]bool, len(score)), in)
		if span > 0 {
			r.Persistence = (r.Birth - death) / span
		}
		regions = append(regions, r)
	}
	f := newForest(len(score))
	sweep(score, near, order, f, func(level float64, young, _ int) {
		if score[young] > level {
			end(young, level, false)
		}
	})
	for _, i := range order {
		if f.root(i) == i {
			end(i, floor, true)
		}
	}
	slices.SortStableFunc(regions, func(a, b Region) int {
		return cmp.Or(-cmp.Compare(a.Persistence, b.Persistence), cmp.Compare(a.Peak, b.Peak))
	})
	return regions
}

// meetings gives, for each of some regions, the highest level at which it meets
// another of them, or minus infinity where it meets none.
func meetings(score []float64, near [][]int, regions []Region) []float64 {
	meet := make([]float64, len(regions))
	marked := make([][]int, len(score)) // regions in a component, by its root
	for k, r := range regions {
		meet[k] = math.Inf(-1)
		marked[r.Peak] = []int{k}
	}
	sweep(score, near, descending(score), newForest(len(score)), func(level float64, young, old int) {
		if len(marked[young]) > 0 && len(marked[old]) > 0 {
			for _, k := range slices.Concat(marked[young], marked[old]) {
				meet[k] = max(meet[k], level)
			}
		}
		marked[old] = append(marked[old], marked[young]...)
	})
	return meet
}

// descending lists the scored states from the highest down, of equals the first
// listed first.
func descending(score []float64) []int {
	var order []int
	for i, s := range score {
		if !math.IsNaN(s) {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return -cmp.Compare(score[a], score[b]) })
	return order
}

// sweep adds states in order and tells of each merger before it happens. A
// component is named by its peak, the state added first.
func sweep(score []float64, near [][]int, order []int, f *forest, merge func(level float64, young, old int)) {
	for rank, i := range order {
		f.add(i, rank)
		for _, j := range near[i] {
			if f.rank[j] < 0 {
				continue
			}
			old, young := f.root(i), f.root(j)
			if old == young {
				continue
			}
			if f.rank[old] > f.rank[young] {
				old, young = young, old
			}
			merge(score[i], young, old)
			f.parent[young] = old
		}
	}
}

// forest holds disjoint sets of states, each rooted at its member added first.
type forest struct {
	parent, rank []int // rank is the place in the order, or -1 if not yet added
}

func newForest(n int) *forest {
	f := &forest{make([]int, n), make([]int, n)}
	for i := range n {
		f.rank[i] = -1
	}
	return f
}

func (f *forest) add(i, rank int) { f.parent[i], f.rank[i] = i, rank }

func (f *forest) root(i int) int {
	for f.parent[i] != i {
		f.parent[i] = f.parent[f.parent[i]]
		i = f.parent[i]
	}
	return i
}
