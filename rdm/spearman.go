package rdm

import (
	"math"
	"slices"
)

// Spearman returns the rank correlation of two columns [spearman1904]: 1 where
// one rises with the other throughout, -1 where it falls, about 0 where the
// order of the one says nothing of that of the other. Equal values share their
// mean rank. NaN where a value is missing, the lengths differ or a column does
// not vary.
func Spearman(a, b []float64) float64 {
	if len(a) != len(b) || slices.ContainsFunc(a, math.IsNaN) || slices.ContainsFunc(b, math.IsNaN) {
		return math.NaN()
	}
	return pearson(midranks(a), midranks(b))
}

// pearson returns the correlation of two columns of one length.
func pearson(a, b []float64) float64 {
	ma, mb := Mean(a), Mean(b)
	ab, aa, bb := 0.0, 0.0, 0.0
	for i := range a {
		x, y := a[i]-ma, b[i]-mb
		ab += x * y
		aa += x * x
		bb += y * y
	}
	return ab / math.Sqrt(aa*bb)
}

// midranks numbers the values in order from 0, equal ones by their mean.
func midranks(x []float64) []float64 {
	var s sorter
	order := s.order(x)
	ranks := make([]float64, len(x))
	for from := 0; from < len(order); {
		to := from + 1
		for to < len(order) && x[order[to]] == x[order[from]] {
			to++
		}
		for _, i := range order[from:to] {
			ranks[i] = float64(from+to-1) / 2
		}
		from = to
	}
	return ranks
}
