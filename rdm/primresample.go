package rdm

import (
	"context"
	"fmt"
	"math"
	"slices"

	"github.com/shatterbelt/shatterbelt/trace/param"
)

// Resampling sets how the stability of a box is tested. [DefaultResampling]
// gives the defaults.
type Resampling struct {
	// Share is the share of the cases that each replicate is searched in; the rest
	// judge what was found.
	Share float64 `name:"prim_resample_share" unit:"share of cases" min:"0.1" max:"0.9" default:"0.5" ref:"assumed" why:"A convention: half to search and half to judge; more in the one leaves too few in the other." en:"share of futures searched in a replicate" ko:"재표집마다 탐색하는 미래의 비율"`

	// Level is the probability that the intervals over replicates cover.
	Level float64 `name:"prim_resample_level" unit:"" min:"0.5" max:"0.99" default:"0.9" ref:"assumed" why:"A convention, the same as for other intervals." en:"coverage of intervals over replicates" ko:"재표집 구간 수준"`

	Seed       uint64
	Replicates int // 0 is DefaultSearches
	Workers    int // goroutines; 0 or less is one for each core; does not change results
}

// DefaultSearches is how often a [Resampling] searches anew if not told.
const DefaultSearches = 50

// DefaultResampling returns the settings at their defaults.
func DefaultResampling() Resampling { return param.Default[Resampling]() }

// Stability is how the first box fares when it is searched in part of the cases.
type Stability struct {
	Replicates int
	Reached    float64   // share of replicates with a box as dense as asked
	Named      []float64 // by input: share of replicates whose box has a limit on it
	SameInputs float64   // share whose box has limits on the same inputs as that of all cases
	// Low and High are by input the median of the lower and the upper limit over
	// the replicates that have one, with its interval; NaN where none has, or the
	// input is categorical. They widen as the limit is less sure.
	Low, High []Interval
	// Coverage and Density are the median, with its interval, of what each box
	// covers of the cases that it was not searched in and of how dense it is
	// there. They are free of the flattery of having been chosen; the figures of
	// the box itself are not.
	Coverage, Density Interval
}

// Stable searches the first box again in many random parts of the cases, and
// says how far the answer holds: the resampling test of [bryantlempert2010],
// with each box judged on the cases left out. Parts are drawn without
// replacement and hold the share of all cases that [Resampling] names; which
// is a function of the seed and the number of the replicate alone. A part whose
// cases are all alike yields a box of everything.
func Stable(ctx context.Context, c Cases, p Prim, r Resampling) (Stability, error) {
	if err := r.check(p); err != nil {
		return Stability{}, err
	}
	g, err := newGrid(c)
	if err != nil {
		return Stability{}, err
	}
	if r.Replicates == 0 {
		r.Replicates = DefaultSearches
	}
	trials := make([]trial, r.Replicates)
	err = fanOut(ctx, min(cores(r.Workers), r.Replicates), r.Replicates, func() func(int) {
		return func(k int) { trials[k] = g.try(p, g.group.whole(r.part(g.group.n, k))) }
	})
	if err != nil {
		return Stability{}, err
	}
	p.Boxes = 1
	return r.sumUp(len(g.cols), g.discover(p).Found[0].Limits, trials), nil
}

func (r Resampling) check(p Prim) error {
	if err := param.Validate(p); err != nil {
		return fmt.Errorf("rdm: %w", err)
	}
	if err := param.Validate(r); err != nil {
		return fmt.Errorf("rdm: %w", err)
	}
	if p.Inputs < 0 {
		return errInputs(p.Inputs)
	}
	if r.Replicates < 0 || r.Replicates == 1 {
		return fmt.Errorf("rdm: %d replicates of a search; want at least 2, or 0 for the default", r.Replicates)
	}
	return nil
}

// whole returns the cases of the groups chosen.
func (g groups) whole(chosen []bool) []bool {
	if g.of == nil {
		return chosen
	}
	use := make([]bool, len(g.of))
	for i, k := range g.of {
		use[i] = chosen[k]
	}
	return use
}

// part returns which cases, or groups of them, a replicate is searched in: those that a keyed
// permutation sends to the front.
func (r Resampling) part(n, replicate int) []bool {
	use := make([]bool, n)
	size := min(n-1, max(1, int(r.Share*float64(n))))
	for i := range size {
		use[Permute(replicateKey(r.Seed, replicate), uint64(i), uint64(n))] = true
	}
	return use
}

// A trial is a box found in part of the cases and judged on the rest.
type trial struct {
	reached           bool
	limits            []Limit
	coverage, density float64
}

func (g *grid) try(p Prim, use []bool) trial {
	var part, rest tallied
	left := make([]bool, len(use))
	for i, y := range g.y {
		if use[i] {
			part.add(y)
		} else {
			rest.add(y)
		}
		left[i] = !use[i]
	}
	t, region := trial{}, wholeRegion(g)
	if part.hits > 0 && part.hits < part.n {
		var f Found
		f, region = newPeeling(g, use, part, p).find(p)
		t.reached, t.limits = f.Reached, f.Limits
	}
	in, _ := region.tally(g, left)
	t.coverage = float64(in.hits) / float64(rest.hits) // 0/0: nothing to cover
	t.density = float64(in.hits) / float64(in.n)
	return t
}

func (r Resampling) sumUp(inputs int, own []Limit, trials []trial) Stability {
	s := Stability{Replicates: len(trials), Named: make([]float64, inputs)}
	low, high := make([][]float64, inputs), make([][]float64, inputs)
	var coverage, density []float64
	count := float64(len(trials))
	for _, t := range trials {
		if t.reached {
			s.Reached++
		}
		if slices.EqualFunc(t.limits, own, func(a, b Limit) bool { return a.Input == b.Input }) {
			s.SameInputs++
		}
		for _, l := range t.limits {
			s.Named[l.Input]++
			low[l.Input], high[l.Input] = append(low[l.Input], l.Low), append(high[l.Input], l.High)
		}
		coverage, density = append(coverage, t.coverage), append(density, t.density)
	}
	s.Reached /= count
	s.SameInputs /= count
	for d := range inputs {
		s.Named[d] /= count
		s.Low, s.High = append(s.Low, r.median(low[d])), append(s.High, r.median(high[d]))
	}
	s.Coverage, s.Density = r.median(coverage), r.median(density)
	return s
}

// median returns the median of the finite values with the interval of the
// level, NaN of none.
func (r Resampling) median(x []float64) Interval {
	x = slices.DeleteFunc(slices.Clone(x), func(v float64) bool { return math.IsNaN(v) || math.IsInf(v, 0) })
	tail := (1 - r.Level) / 2
	return Interval{Percentile(x, 0.5, true), Percentile(x, tail, true), Percentile(x, 1-tail, true)}
}
