package transition

import (
	"math"

	"github.com/shatterbelt/shatterbelt/ir"
)

// leastChanges is how many changes a variance about an estimated drift needs
// to have one: with two, the drift takes the one degree of freedom there is.
const leastChanges = 3

// Estimate is what one window of the record says of the log ratio ln(B/A).
type Estimate struct {
	Base   ir.Year // last year of the window
	Ratio  float64 // log ratio in that year
	Window int     // years
	Drift  float64 // mean yearly change over the window
	SD     float64 // standard deviation of a yearly change about the drift
	N      int     // changes seen; less than Window where years are missing

	steps []float64 // departures of each change from the drift, on the scale of a year
}

// estimate reads the window of so many years that ends with the record. The
// ratio is a random walk with drift: a change seen over k years has k times the
// drift and k times the variance, so missing years inside the window cost
// precision and nothing else. Since the walk is that of the ratio, shocks that
// hit both states alike cancel, and the correlation of their growth needs no
// estimate of its own.
//
// A window is not used (ok false) when its first year is missing or fewer than
// coverage of its changes, or three, are seen.
func estimate(record []point, window int, coverage float64) (e Estimate, ok bool) {
	if len(record) == 0 {
		return e, false
	}
	end := len(record) - 1
	last := record[end]
	first := end
	for first > 0 && record[first-1].year >= last.year-ir.Year(window) {
		first--
	}
	n := end - first
	if record[first].year != last.year-ir.Year(window) || n < leastChanges || float64(n) < coverage*float64(window) {
		return e, false
	}
	e = Estimate{Base: last.year, Ratio: last.ratio, Window: window, N: n}
	e.Drift = (last.ratio - record[first].ratio) / float64(window)
	e.steps = make([]float64, n)
	sum := 0.0
	for i := range e.steps {
		from, to := record[first+i], record[first+i+1]
		years := float64(to.year - from.year)
		e.steps[i] = (to.ratio - from.ratio - years*e.Drift) / math.Sqrt(years)
		sum += e.steps[i] * e.steps[i]
	}
	e.SD = math.Sqrt(sum / float64(n-1))
	return e, true
}

// Learn returns what a window of so many years before the vintage says of the
// log ratio of B to A. A window is not used (ok false) when its first year is
// missing, or fewer than three changes or the share coverage of all are seen.
func Learn(r Regime, vintage ir.Year, window int, coverage float64) (e Estimate, ok bool, err error) {
	record, err := r.record(vintage)
	if err != nil {
		return Estimate{}, false, err
	}
	e, ok = estimate(record, window, coverage)
	return e, ok, nil
}
