package rdm

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"

	"github.com/shatterbelt/shatterbelt/trace/param"
)

// Settling says when futures are enough to trust a ranking of policies.
// [DefaultSettling] gives the defaults.
type Settling struct {
	// Checks is over how many checkpoints in a row, the last included, the answer
	// must have been the same.
	Checks float64 `name:"settle_checks" unit:"checkpoints" min:"1" max:"20" default:"3" ref:"assumed" why:"A convention: once is no evidence and each further check costs futures; the range runs from no look back to a long one." en:"checkpoints over which a ranking must hold" ko:"순위가 유지되어야 하는 점검 횟수"`

	// Share is the least share of bootstrap replicates that must give the answer.
	Share float64 `name:"settle_share" unit:"share of replicates" min:"0.5" max:"0.99" default:"0.9" ref:"assumed" why:"A convention, the same as that for the coverage of intervals." en:"share of replicates that must agree" ko:"일치해야 하는 재표집 비율"`

	Step      int // futures between checkpoints; 0 is ChunkSize, or more where that makes over 100 checkpoints
	Bootstrap Bootstrap
}

// DefaultSettling returns the settings at their defaults.
func DefaultSettling() Settling { return param.Default[Settling]() }

// Checkpoint is the ranking of the policies on the first futures.
type Checkpoint struct {
	Futures int
	Values  []float64 // mean by policy
	Order   []int     // policies, best first; level ones in their own order
	Leading []int     // the first and all it does not clearly beat, ascending
	// Tau is how far the ranking agrees with that on all futures ([KendallTau]).
	Tau float64

	// The rest are shares of the bootstrap replicates: with the same policy alone
	// first, with a first policy out of Leading, and with the whole order alike.
	KeepFirst   float64
	KeepLeading float64
	KeepOrder   float64
}

// Settled is from how many futures on an answer was settled. OK is false, and
// Futures 0, where it never was.
type Settled struct {
	Futures int
	OK      bool
}

// Ranking is how the ranking of policies settles as futures are added.
type Ranking struct {
	Checkpoints []Checkpoint
	First       Settled // one policy leads, alone
	Leading     Settled // which policies lead
}

// Rank ranks policies by the mean of their columns, which hold one value a
// future, on the first Step futures, the first two Steps and so on to all, and
// says how many would have been enough. Columns may be of good enough or not, of
// regrets, or of an outcome; higher says whether more is better.
//
// An answer is settled at the first checkpoint at which it was the same as at
// the Checks-1 before and at each of them at least Share of the replicates gave
// it: that the policies of Leading lead, or that the first is first, which also
// asks that it lead alone. Policies that are level share the lead, so that the
// set settles and the first, but for bad luck, does not. That luck is worse than
// the interval level says, since every checkpoint is another chance for it. A
// later checkpoint may differ: the rule is for a run that stops when it is met,
// and what it would have missed is in the checkpoints after it.
//
// A replicate resamples each step of futures from itself, so that one serves
// every checkpoint; the results are the same for any number of workers. The
// first futures of a Latin hypercube are not themselves one, so that early
// checkpoints are rougher than a design of that size. A missing value is an
// error.
func Rank(ctx context.Context, cols [][]float64, higher bool, s Settling) (Ranking, error) {
	n, err := s.check(cols)
	if err != nil {
		return Ranking{}, err
	}
	ends := checkpoints(n, s.Step)
	draws, err := s.Bootstrap.cumulate(ctx, cols, ends)
	if err != nil {
		return Ranking{}, err
	}
	var r Ranking
	sums := make([]float64, len(cols))
	from := 0
	for k, end := range ends {
		c := Checkpoint{Futures: end}
		for p, col := range cols {
			sums[p] += Sum(col[from:end])
			c.Values = append(c.Values, sums[p]/float64(end))
		}
		c.Order = orderOf(c.Values, higher)
		c.resampled(draws[k], higher, s.Bootstrap.Level)
		r.Checkpoints = append(r.Checkpoints, c)
		from = end
	}
	last := r.Checkpoints[len(ends)-1].Values
	for k := range r.Checkpoints {
		r.Checkpoints[k].Tau = KendallTau(r.Checkpoints[k].Values, last)
	}
	r.settle(s)
	return r, nil
}

func (s *Settling) check(cols [][]float64) (n int, err error) {
	if err := param.Validate(*s); err != nil {
		return 0, fmt.Errorf("rdm: %w", err)
	}
	if s.Checks != math.Trunc(s.Checks) {
		return 0, fmt.Errorf("rdm: %g checkpoints in a row; want a whole number", s.Checks)
	}
	if s.Step < 0 {
		return 0, fmt.Errorf("rdm: checkpoints %d futures apart; want 1 or more, or 0 for the default", s.Step)
	}
	if len(cols) == 0 {
		return 0, fmt.Errorf("rdm: no policies to rank; want at least one")
	}
	stats := make([]statistic, len(cols))
	for p, col := range cols {
		stats[p].col = col
		if i := slices.IndexFunc(col, math.IsNaN); i >= 0 {
			return 0, fmt.Errorf("rdm: policy %d is missing in future %d; want a value in each", p, i)
		}
	}
	if s.Bootstrap.Replicates == 0 {
		s.Bootstrap.Replicates = DefaultReplicates
	}
	return len(cols[0]), s.Bootstrap.check(stats)
}

// mostCheckpoints is how many checkpoints there are at most, if not told.
const mostCheckpoints = 100

// checkpoints returns after how many futures to look.
func checkpoints(n, step int) []int {
	if step == 0 {
		chunks := (n + ChunkSize - 1) / ChunkSize
		step = ChunkSize * ((chunks + mostCheckpoints - 1) / mostCheckpoints)
	}
	var ends []int
	for at := step; at < n; at += step {
		ends = append(ends, at)
	}
	return append(ends, n)
}

// orderOf returns the policies, best first.
func orderOf(values []float64, higher bool) []int {
	order := make([]int, len(values))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		if higher {
			return cmp.Compare(values[b], values[a])
		}
		return cmp.Compare(values[a], values[b])
	})
	return order
}

// cumulate returns the sum of each column up to each end in each replicate, by
// end, replicate and column. The futures between two ends are resampled among
// themselves.
func (b Bootstrap) cumulate(ctx context.Context, cols [][]float64, ends []int) ([][][]float64, error) {
	sums := make([][][]float64, len(ends))
	for k := range sums {
		sums[k] = make([][]float64, b.Replicates)
	}
	err := fanOut(ctx, min(cores(b.Workers), b.Replicates), b.Replicates, func() func(int) {
		var counts []uint8
		return func(r int) {
			total := make([]float64, len(cols))
			from := 0
			for k, end := range ends {
				if cap(counts) < end-from {
					counts = make([]uint8, end-from)
				}
				counts = counts[:end-from]
				drawCounts(mix(replicateKey(b.Seed, r)+uint64(k)*spreadB), counts)
				addCounted(total, counts, cols, from, end)
				sums[k][r] = slices.Clone(total)
				from = end
			}
		}
	})
	return sums, err
}

func addCounted(total []float64, counts []uint8, cols [][]float64, from, end int) {
	p := 0
	for ; p+4 <= len(cols); p += 4 {
		part := weightedSums(counts, cols[p][from:end], cols[p+1][from:end], cols[p+2][from:end], cols[p+3][from:end])
		for k, v := range part {
			total[p+k] += v
		}
	}
	for ; p < len(cols); p++ {
		total[p] += weightedSum(counts, cols[p][from:end])
	}
}

// resampled fills in what the replicates say, which are sums by policy.
func (c *Checkpoint) resampled(replicates [][]float64, higher bool, level float64) {
	first := c.Order[0]
	for p := range c.Values {
		if p == first || !beats(replicates, first, p, higher, level) {
			c.Leading = append(c.Leading, p)
		}
	}
	keepFirst, keepLeading, keepOrder := 0, 0, 0
	for _, sums := range replicates {
		order := orderOf(sums, higher)
		if order[0] == first && (len(order) == 1 || sums[order[1]] != sums[first]) {
			keepFirst++
		}
		if slices.Contains(c.Leading, order[0]) {
			keepLeading++
		}
		if slices.Equal(order, c.Order) {
			keepOrder++
		}
	}
	n := float64(len(replicates))
	c.KeepFirst, c.KeepLeading, c.KeepOrder = float64(keepFirst)/n, float64(keepLeading)/n, float64(keepOrder)/n
}

// beats reports that the interval of the difference of two policies excludes 0.
func beats(replicates [][]float64, first, other int, higher bool, level float64) bool {
	gap := make([]float64, len(replicates))
	for r, sums := range replicates {
		gap[r] = sums[first] - sums[other]
		if !higher {
			gap[r] = -gap[r]
		}
	}
	slices.Sort(gap)
	return quantile(gap, (1-level)/2) > 0
}

// settle applies the rule to each checkpoint.
func (r *Ranking) settle(s Settling) {
	back := int(s.Checks)
	for k := back - 1; k < len(r.Checkpoints); k++ {
		c, first, leading := r.Checkpoints[k], true, true
		for _, at := range r.Checkpoints[k-back+1 : k+1] {
			first = first && at.Order[0] == c.Order[0] && len(at.Leading) == 1 && at.KeepFirst >= s.Share
			leading = leading && slices.Equal(at.Leading, c.Leading) && at.KeepLeading >= s.Share
		}
		r.First.at(c.Futures, first)
		r.Leading.at(c.Futures, leading)
	}
}

// at settles an answer that is not settled yet.
func (s *Settled) at(futures int, holds bool) {
	if holds && !s.OK {
		*s = Settled{futures, true}
	}
}
