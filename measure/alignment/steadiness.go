package alignment

import (
	"math"

	"github.com/shatterbelt/shatterbelt/ir"
)

// Point is the ties of a state to two powers in one year.
type Point struct {
	Year ir.Year
	A, B Ties
}

// Change is how far the lean moves from one year's ties to the next, in [-2, 2],
// in the dimensions known of both powers in both years, so that a series that
// begins or ends is no change; ok is false where there is none.
func Change(from, to Point, w Weights) (v float64, ok bool) {
	sum, total := 0.0, 0.0
	for _, d := range Dimensions() {
		diff := (to.A.Of(d) - to.B.Of(d)) - (from.A.Of(d) - from.B.Of(d))
		if d == Hostility {
			diff = -diff
		}
		if !math.IsNaN(diff) {
			sum += w.Of(d) * diff
			total += w.Of(d)
		}
	}
	if total == 0 {
		return math.NaN(), false
	}
	return sum / total, true
}

// Steadiness is 1 less half the mean absolute change of the lean from year to
// year, in [0, 1]; half, since the lean can move by 2. Points are in order of
// year, and only those of consecutive years are compared; years is how many
// such pairs there are, and with none ok is false.
//
// A figure published only for some years and held between them makes one step
// where there were many small ones. That leaves the sum of changes as it is
// while they go one way, and hides those that go back and forth.
func Steadiness(points []Point, w Weights) (v float64, years int, ok bool) {
	sum := 0.0
	for i := 1; i < len(points); i++ {
		if points[i].Year != points[i-1].Year+1 {
			continue
		}
		if c, ok := Change(points[i-1], points[i], w); ok {
			sum += math.Abs(c)
			years++
		}
	}
	if years == 0 {
		return math.NaN(), 0, false
	}
	return 1 - sum/float64(years)/2, years, true
}
