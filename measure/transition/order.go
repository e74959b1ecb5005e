package transition

import (
	"math"
	"slices"
)

// ranksOf returns the places, in ascending order, of the values on which the
// quantiles of n sorted values rest.
func ranksOf(levels []float64, n int) []int {
	var ranks []int
	for _, q := range levels {
		k := min(int(q*float64(n-1)), n-1)
		ranks = append(ranks, k, min(k+1, n-1))
	}
	slices.Sort(ranks)
	return slices.Compact(ranks)
}

const (
	buckets = 512
	sampled = 128 // values looked at to place the buckets
	fewest  = 256 // values below which sorting is as quick
)

// orderer puts values at the few ranks that quantiles rest on without sorting
// the rest. Its zero value is ready; reuse saves its memory.
type orderer struct {
	bucket []uint16 // of each value
	count  [buckets]int
	wanted [buckets]bool
	before [buckets]int // values in all buckets below
	kept   []float64
}

// order leaves at each rank the value that sorting would put there; what is at
// other places is of no use. Values are counted in buckets of equal width, and
// only buckets that hold a rank are sorted. Ranks ascend.
func (o *orderer) order(x []float64, ranks []int) {
	if len(x) < fewest || !o.fill(x) {
		slices.Sort(x)
		return
	}
	sum, next := 0, 0
	for b, n := range o.count {
		o.before[b] = sum
		sum += n
		o.wanted[b] = false
		for ; next < len(ranks) && ranks[next] < sum; next++ {
			o.wanted[b] = true
		}
	}
	o.kept = o.kept[:0]
	for i, v := range x {
		if o.wanted[o.bucket[i]] {
			o.kept = append(o.kept, v)
		}
	}
	slices.Sort(o.kept)
	first, next := 0, 0 // of the bucket's values among those kept
	for b, n := range o.count {
		if !o.wanted[b] {
			continue
		}
		for ; next < len(ranks) && ranks[next] < o.before[b]+n; next++ {
			x[ranks[next]] = o.kept[first+ranks[next]-o.before[b]]
		}
		first += n
	}
}

// fill counts values in buckets between two values of a sample; those outside
// go to the first and last. It reports false where there is no such range.
func (o *orderer) fill(x []float64) bool {
	var sample [sampled]float64
	for i := range sample {
		sample[i] = x[i*len(x)/sampled]
	}
	slices.Sort(sample[:])
	low, high := sample[1], sample[sampled-2]
	scale := (buckets - 2) / (high - low)
	if !(scale > 0) || math.IsInf(scale, 0) {
		return false
	}
	o.bucket = slices.Grow(o.bucket[:0], len(x))[:len(x)]
	clear(o.count[:])
	for i, v := range x {
		b := uint16(min(max((v-low)*scale+1, 0), buckets-1))
		o.bucket[i] = b
		o.count[b]++
	}
	return true
}
