package rdm

import "math"

// KendallTau returns how far two gradings of the same things agree on their
// order: 1 when every pair is ordered alike, -1 when every pair is turned round,
// about 0 when the one says nothing of the other. It is the form of [kendall1945]
// for ties (tau-b). NaN where a value is missing, the lengths differ, or one of
// the gradings orders nothing.
func KendallTau(a, b []float64) float64 {
	if len(a) != len(b) {
		return math.NaN()
	}
	agree, inA, inB := 0, 0, 0
	for i := range a {
		if math.IsNaN(a[i]) || math.IsNaN(b[i]) {
			return math.NaN()
		}
		for j := range i {
			x, y := sign(a[i], a[j]), sign(b[i], b[j])
			agree += x * y
			inA += x * x
			inB += y * y
		}
	}
	return float64(agree) / math.Sqrt(float64(inA)*float64(inB))
}

func sign(x, y float64) int {
	switch {
	case x > y:
		return 1
	case x < y:
		return -1
	}
	return 0
}
