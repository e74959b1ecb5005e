package score

import (
	"fmt"
	"math"
	"slices"
)

// Uniform draws from the uniform distribution on 0 to 1, 1 left out. The
// bootstrap takes its chance from one, so that the caller fixes every draw.
type Uniform func() float64

// Seeded returns a Uniform that gives the same draws for the same seed
// [steele2014]. It is not safe for use by two goroutines at once.
func Seeded(seed uint64) Uniform {
	return func() float64 {
		seed += 0x9e3779b97f4a7c15
		z := seed
		z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
		z = (z ^ z>>27) * 0x94d049bb133111eb
		return float64((z^z>>31)>>11) / (1 << 53)
	}
}

// Interval bounds a statistic. Both ends are NaN when the statistic is.
type Interval struct{ Low, High float64 }

// Bootstrap returns the percentile interval of a statistic of n cases
// [efron1979]. The statistic is computed once per replicate, from n cases drawn
// with replacement and given by their places; it must not keep the slice.
// Replicates where it is NaN, such as an AUC without events, are left out.
// Level is the share of replicates the interval holds, such as 0.9. Cases are
// taken as independent: draw whole groups where they are not.
func Bootstrap(n, replicates int, level float64, uniform Uniform, statistic func(pick []int) float64) Interval {
	if replicates < 1 || level <= 0 || level >= 1 {
		panic(fmt.Sprintf("score: bootstrap of %d replicates at level %v; want at least 1, and a level between 0 and 1", replicates, level))
	}
	if n == 0 {
		return Interval{math.NaN(), math.NaN()}
	}
	pick := make([]int, n)
	found := make([]float64, 0, replicates)
	for range replicates {
		for i := range pick {
			pick[i] = int(uniform() * float64(n))
		}
		if v := statistic(pick); !math.IsNaN(v) {
			found = append(found, v)
		}
	}
	slices.Sort(found)
	tail := (1 - level) / 2
	return Interval{Quantile(found, tail), Quantile(found, 1-tail)}
}

// BootstrapMean returns the percentile interval of the mean of values, as
// [Bootstrap] does. Both ends are NaN when a value is.
func BootstrapMean(values []float64, replicates int, level float64, uniform Uniform) Interval {
	for _, v := range values {
		if math.IsNaN(v) {
			return Interval{math.NaN(), math.NaN()}
		}
	}
	return Bootstrap(len(values), replicates, level, uniform, func(pick []int) float64 {
		total := 0.0
		for _, i := range pick {
			total += values[i]
		}
		return total / float64(len(pick))
	})
}

// Quantile returns the value below which the share q of sorted values lies,
// drawing a straight line between neighbours: 0 gives the least, 1 the
// greatest, 0.5 the median. It is NaN when there are no values.
func Quantile(sorted []float64, q float64) float64 {
	if len(sorted) == 0 || math.IsNaN(q) {
		return math.NaN()
	}
	at := q * float64(len(sorted)-1)
	i := min(max(int(at), 0), len(sorted)-1)
	j := min(i+1, len(sorted)-1)
	if sorted[i] == sorted[j] {
		return sorted[i]
	}
	return sorted[i] + (at-float64(i))*(sorted[j]-sorted[i])
}
