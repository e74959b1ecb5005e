package testkit

import "math"

// Near reports whether two numbers differ by at most tol. NaN is near NaN, since
// a gap that stays a gap is the right answer; an infinity is near itself.
func Near(got, want, tol float64) bool {
	if math.IsNaN(got) || math.IsNaN(want) {
		return math.IsNaN(got) && math.IsNaN(want)
	}
	return got == want || math.Abs(got-want) <= tol
}

// NearAll reports whether two slices have one length and are near throughout.
func NearAll(got, want []float64, tol float64) bool {
	if len(got) != len(want) {
		return false
	}
	for i := range got {
		if !Near(got[i], want[i], tol) {
			return false
		}
	}
	return true
}
