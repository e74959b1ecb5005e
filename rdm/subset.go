package rdm

import (
	"fmt"
	"math"
)

// Bin is the futures in which an uncertainty lies in one part of its range.
type Bin struct {
	Low, High float64 // of the uncertainty; High belongs to the next bin, if any
	N         int     // futures
	// Shares are the shares of them that are good enough, by policy, with Wilson
	// intervals.
	Shares []Interval
}

// Bins cuts the range of an uncertainty into k parts of equal width, in the
// logarithm where it is explored so, and returns how often each policy is good
// enough in each. Good is that of [GoodEnough]; level is of the intervals. It
// shows what drives a policy: the steeper its shares, the more the uncertainty
// decides. Futures in which it is missing are in no bin.
func Bins(t *Table, good [][]float64, dim, k int, level float64) ([]Bin, error) {
	if err := checkSubset(t, good, dim, k); err != nil {
		return nil, err
	}
	bins, hits := make([]Bin, k), make([][]int, k)
	for b := range bins {
		bins[b].Low, bins[b].High = edge(t.dims[dim], b, k), edge(t.dims[dim], b+1, k)
		hits[b] = make([]int, len(good))
	}
	for i, v := range t.x[dim] {
		b, ok := binOf(t.dims[dim], v, k)
		if !ok {
			continue
		}
		bins[b].N++
		for p := range good {
			hits[b][p] += int(good[p][i])
		}
	}
	for b := range bins {
		for _, h := range hits[b] {
			bins[b].Shares = append(bins[b].Shares, ShareInterval(h, bins[b].N, level))
		}
	}
	return bins, nil
}

func checkSubset(t *Table, good [][]float64, dim, k int) error {
	if dim < 0 || dim >= len(t.dims) {
		return fmt.Errorf("rdm: uncertainty %d of %d; want 0 to %d", dim, len(t.dims), len(t.dims)-1)
	}
	if k < 1 {
		return fmt.Errorf("rdm: range cut into %d parts; want at least 1", k)
	}
	if len(good) == 0 {
		return fmt.Errorf("rdm: no policy to compare; want the columns of GoodEnough")
	}
	for _, col := range good {
		if len(col) != t.n {
			return fmt.Errorf("rdm: policy judged in %d futures of %d; want the columns of GoodEnough", len(col), t.n)
		}
	}
	return nil
}

// edge returns where part b of k begins.
func edge(d Dim, b, k int) float64 {
	v := d.scale(d.Min) + float64(b)/float64(k)*(d.scale(d.Max)-d.scale(d.Min))
	switch {
	case b == 0:
		return d.Min
	case b == k:
		return d.Max
	case d.Log:
		return math.Exp(v)
	}
	return v
}

// binOf returns the part of k that v lies in; values beyond the range count in
// the first or last.
func binOf(d Dim, v float64, k int) (int, bool) {
	u := d.Fraction(v)
	if math.IsNaN(u) {
		return 0, d.Min == d.Max && !math.IsNaN(v)
	}
	return int(math.Max(0, math.Min(float64(k-1), math.Floor(u*float64(k))))), true
}

// Crossing is a value of an uncertainty at which another policy takes the lead.
type Crossing struct {
	Dim  int
	At   float64
	Low  int // policy good enough most often below At
	High int // policy good enough most often from At on
	// Below is by how much Low then exceeds High, and Above by how much High
	// exceeds Low, in share of the futures on that side, paired by future.
	Below, Above Interval
}

// Margin is the lesser of the two leads.
func (c Crossing) Margin() float64 { return math.Min(c.Below.Value, c.Above.Value) }

// Clear reports that the intervals of both leads exclude 0. Where many
// uncertainties are searched some will look clear by chance: ask for a higher
// level then.
func (c Crossing) Clear() bool { return c.Below.Low > 0 && c.Above.Low > 0 }

// FindCrossing looks for the value of an uncertainty at which the lead changes,
// among the edges of k parts of its range, and returns the one with the widest
// margin; ok is false where one policy leads on both sides of every edge. The
// first of policies that are level leads.
func FindCrossing(t *Table, good [][]float64, dim, k int, level float64) (best Crossing, ok bool, err error) {
	if err := checkSubset(t, good, dim, k); err != nil {
		return Crossing{}, false, err
	}
	tally := newTally(t, good, dim, k)
	for cut := 1; cut < k; cut++ {
		low, high := tally.leader(0, cut), tally.leader(cut, k)
		if low == high || low < 0 || high < 0 {
			continue
		}
		c := Crossing{
			Dim: dim, At: edge(t.dims[dim], cut, k), Low: low, High: high,
			Below: tally.lead(low, high, 0, cut, level),
			Above: tally.lead(high, low, cut, k, level),
		}
		if !ok || c.Margin() > best.Margin() {
			best, ok = c, true
		}
	}
	return best, ok, nil
}

// A tally counts futures by part of a range: all, good enough under a policy,
// and good enough under one policy only of a pair.
type tally struct {
	n    []int     // by part
	good [][]int   // by part and policy
	only [][][]int // by part, policy that was, policy that was not
}

func newTally(t *Table, good [][]float64, dim, k int) tally {
	c := tally{n: make([]int, k), good: make([][]int, k), only: make([][][]int, k)}
	for b := range k {
		c.good[b], c.only[b] = make([]int, len(good)), make([][]int, len(good))
		for p := range good {
			c.only[b][p] = make([]int, len(good))
		}
	}
	for i, v := range t.x[dim] {
		if b, ok := binOf(t.dims[dim], v, k); ok {
			c.add(b, i, good)
		}
	}
	return c
}

func (c tally) add(b, future int, good [][]float64) {
	c.n[b]++
	for p := range good {
		if good[p][future] == 0 {
			continue
		}
		c.good[b][p]++
		for q := range good {
			c.only[b][p][q] += 1 - int(good[q][future])
		}
	}
}

// leader returns the policy good enough most often in parts from to to-1, or -1
// where there are no futures.
func (c tally) leader(from, to int) int {
	leader, most, futures := -1, -1, 0
	for p := range c.good[0] {
		hits := 0
		futures = 0
		for b := from; b < to; b++ {
			hits += c.good[b][p]
			futures += c.n[b]
		}
		if hits > most {
			leader, most = p, hits
		}
	}
	if futures == 0 {
		return -1
	}
	return leader
}

// lead returns by how much p exceeds q in parts from to to-1.
func (c tally) lead(p, q, from, to int, level float64) Interval {
	n, onlyP, onlyQ := 0, 0, 0
	for b := from; b < to; b++ {
		n += c.n[b]
		onlyP += c.only[b][p][q]
		onlyQ += c.only[b][q][p]
	}
	return ShareDifference(onlyP, onlyQ, n, level)
}
