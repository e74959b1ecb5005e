package alignment

import (
	"cmp"
	"math"
	"slices"
)

// Pooled are effects of several states drawn towards what is usual.
type Pooled struct {
	// Mean is the effect usual among states and Spread the standard deviation of
	// states' own effects about it, 0 where the estimates differ no more than
	// chance makes them.
	Mean, Spread float64
	// Effects are the states' effects and Errors their standard errors, in the
	// order of the estimates.
	Effects, Errors []float64
}

// Pool draws estimates of one effect in several states towards their mean, by how
// uncertain each is: empirical Bayes with normal effects [morris1983],
//
//	effect = (y / v + mean / spread^2) / (1 / v + 1 / spread^2)
//
// where the variance between states is that of [dersimonian1986], from the moments
// of the estimates. Variances must be above 0. Errors take mean and spread as
// known, and so are somewhat too small. Without estimates the mean is NaN.
func Pool(estimates, variances []float64) Pooled {
	fixed, weight, squares := 0.0, 0.0, 0.0
	for i, y := range estimates {
		w := 1 / variances[i]
		fixed += w * y
		weight += w
		squares += w * w
	}
	fixed /= weight // 0/0 is the NaN promised above
	q := 0.0
	for i, y := range estimates {
		q += (y - fixed) * (y - fixed) / variances[i]
	}
	between := 0.0
	if c := weight - squares/weight; c > 0 {
		between = max(0, (q-float64(len(estimates)-1))/c)
	}
	out := Pooled{Spread: math.Sqrt(between)}
	total := 0.0
	for i, y := range estimates {
		w := 1 / (variances[i] + between)
		out.Mean += w * y
		total += w
	}
	out.Mean /= total
	for i, y := range estimates {
		keep := between / (between + variances[i])
		out.Effects = append(out.Effects, out.Mean+keep*(y-out.Mean))
		out.Errors = append(out.Errors, math.Sqrt(keep*variances[i]))
	}
	return out
}

// Percentile is the share of the other values, in percent, that lie below one of
// them; those equal to it count half.
func Percentile(values []float64, of int) float64 {
	below := 0.0
	for i, v := range values {
		switch {
		case i == of:
		case v < values[of]:
			below++
		case v == values[of]:
			below += 0.5
		}
	}
	return 100 * below / float64(len(values)-1)
}

// median sorts the values and returns the middle one, or NaN.
func median(values []float64) float64 {
	slices.SortFunc(values, cmp.Compare[float64])
	n := len(values)
	switch {
	case n == 0:
		return math.NaN()
	case n%2 == 0:
		return (values[n/2-1] + values[n/2]) / 2
	}
	return values[n/2]
}
