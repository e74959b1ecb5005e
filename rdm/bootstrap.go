package rdm

import (
	"context"
	"fmt"
	"math"
	"math/bits"
	"slices"
)

// DefaultReplicates is how many times a [Bootstrap] resamples if not told.
const DefaultReplicates = 1000

// Bootstrap resamples futures with replacement to show how far a statistic
// would move with another draw of futures [efron1979]. It is paired: a replicate
// counts each future the same number of times for every policy, so what the
// futures have in common cancels in a difference. Which futures a replicate
// draws is a function of Seed and its number alone.
//
// The intervals speak of sampling error only, not of what the model leaves out.
// They are somewhat wide for a Latin hypercube, which is steadier than
// independent draws.
type Bootstrap struct {
	// Level is the probability that intervals aim to cover.
	Level float64 `name:"interval_level" unit:"" min:"0.5" max:"0.99" default:"0.9" ref:"assumed" why:"A convention; 0.8 to 0.99 are in use." en:"coverage of intervals" ko:"신뢰구간 수준"`

	Seed       uint64
	Replicates int // 0 is DefaultReplicates
	Workers    int // goroutines; 0 or less is one for each core; does not change results
}

// Interval is a statistic with the bounds of its interval. All three are NaN
// where the statistic is not defined.
type Interval struct {
	Value float64 `json:"value"`
	Low   float64 `json:"low"`
	High  float64 `json:"high"`
}

// Excludes reports whether v lies outside the interval: a difference whose
// interval excludes 0 is clear.
func (i Interval) Excludes(v float64) bool { return v < i.Low || v > i.High }

// Means returns the mean of each column, which hold one value a future.
func (b Bootstrap) Means(ctx context.Context, cols ...[]float64) ([]Interval, error) {
	stats := make([]statistic, len(cols))
	for k, col := range cols {
		stats[k].col = col
	}
	return b.intervals(ctx, stats)
}

// WorstMeans returns the [WorstMean] of each column.
func (b Bootstrap) WorstMeans(ctx context.Context, share float64, higher bool, cols ...[]float64) ([]Interval, error) {
	stats := make([]statistic, len(cols))
	for k, col := range cols {
		stats[k].tail = newTail(col, share, higher)
	}
	return b.intervals(ctx, stats)
}

// Difference returns the mean of one column less that of another, paired by
// future: with columns of [GoodEnough], by how much more often one policy is
// good enough than another.
func (b Bootstrap) Difference(ctx context.Context, one, other []float64) (Interval, error) {
	if len(one) != len(other) {
		return Interval{}, fmt.Errorf("rdm: difference of columns of %d and %d futures; want the same futures", len(one), len(other))
	}
	gap := make([]float64, len(one))
	for i := range gap {
		gap[i] = one[i] - other[i]
	}
	all, err := b.Means(ctx, gap)
	if err != nil {
		return Interval{}, err
	}
	return all[0], nil
}

// A statistic is the worst mean of tail, or the mean of col when tail is nil.
type statistic struct {
	col  []float64
	tail *tail
}

func (s statistic) len() int {
	if s.tail != nil {
		return len(s.tail.order)
	}
	return len(s.col)
}

func (s statistic) value() float64 {
	if s.tail == nil {
		return Mean(s.col)
	}
	once := make([]uint8, s.len())
	for i := range once {
		once[i] = 1
	}
	return s.tail.mean(once)
}

// intervals returns each statistic with its percentile interval.
func (b Bootstrap) intervals(ctx context.Context, stats []statistic) ([]Interval, error) {
	if len(stats) == 0 {
		return nil, nil
	}
	if b.Replicates == 0 {
		b.Replicates = DefaultReplicates
	}
	if err := b.check(stats); err != nil {
		return nil, err
	}
	replicates, err := b.resample(ctx, stats)
	if err != nil {
		return nil, err
	}
	tail := (1 - b.Level) / 2
	result := make([]Interval, len(stats))
	for k, s := range stats {
		v := s.value()
		slices.Sort(replicates[k])
		result[k] = Interval{v, quantile(replicates[k], tail), quantile(replicates[k], 1-tail)}
		if math.IsNaN(v) {
			result[k] = Interval{v, v, v}
		}
	}
	return result, nil
}

func (b Bootstrap) check(stats []statistic) error {
	if !(b.Level > 0 && b.Level < 1) {
		return fmt.Errorf("rdm: interval level is %g; want between 0 and 1", b.Level)
	}
	if b.Replicates < 2 {
		return fmt.Errorf("rdm: %d bootstrap replicates; want at least 2", b.Replicates)
	}
	n := stats[0].len()
	for _, s := range stats {
		if s.len() != n {
			return fmt.Errorf("rdm: columns of %d and %d futures resampled together; want the same futures", n, s.len())
		}
	}
	if n == 0 {
		return fmt.Errorf("rdm: no futures to resample; want at least one")
	}
	return nil
}

// quantile interpolates between the order statistics around (n-1)q.
func quantile(sorted []float64, q float64) float64 {
	at := q * float64(len(sorted)-1)
	k := min(int(at), len(sorted)-2)
	return sorted[k] + (at-float64(k))*(sorted[k+1]-sorted[k])
}

// replicateBlock replicates are worked on together, so that a column is read
// into the cache once for all of them.
const replicateBlock = 16

// resample returns every statistic in every replicate.
func (b Bootstrap) resample(ctx context.Context, stats []statistic) ([][]float64, error) {
	result := make([][]float64, len(stats))
	for k := range result {
		result[k] = make([]float64, b.Replicates)
	}
	n := stats[0].len()
	groups := grouped(stats)
	blocks := (b.Replicates + replicateBlock - 1) / replicateBlock
	err := fanOut(ctx, min(cores(b.Workers), blocks), blocks, func() func(int) {
		scratch := make([]uint8, replicateBlock*n)
		return func(block int) {
			first := block * replicateBlock
			last := min(first+replicateBlock, b.Replicates)
			for r := first; r < last; r++ {
				drawCounts(replicateKey(b.Seed, r), scratch[(r-first)*n:(r-first+1)*n])
			}
			for _, g := range groups {
				for r := first; r < last; r++ {
					g.evaluate(scratch[(r-first)*n:(r-first+1)*n], result, r)
				}
			}
		}
	})
	return result, err
}

func replicateKey(seed uint64, replicate int) uint64 {
	return mix(mix(seed^saltBootstrap) + uint64(replicate)*spreadB)
}

// drawCounts draws as many futures as there are, with replacement, and counts
// how often each was drawn. A future drawn more than 255 times would not fit;
// the probability of that is below 1e-500.
func drawCounts(key uint64, counts []uint8) {
	clear(counts)
	n := uint64(len(counts))
	for range counts {
		key += spreadA
		i, _ := bits.Mul64(mix(key), n)
		counts[i]++
	}
}
