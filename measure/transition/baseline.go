package transition

import (
	"math"

	"github.com/shatterbelt/shatterbelt/rdm"
)

// Baseline is a plain forecast to compare with.
type Baseline string

// Baselines, which learn from the last window before the vintage.
const (
	Stays     Baseline = "stays"      // the ratio stays as it is, for sure
	Trend     Baseline = "trend"      // the drift of the last window goes on, for sure
	Walk      Baseline = "walk"       // no drift, shocks of the last window's size
	OneWindow Baseline = "one_window" // the last window's drift and shocks, taken as known
	Share     Baseline = "share"      // the share of events among the very cases scored
)

// against lists the baselines of each rule. A sure forecast of an event has an
// infinite logarithmic score as soon as it is wrong, so none is compared by it.
var against = []struct {
	rule      string
	baselines []Baseline
}{
	{RuleCRPS, []Baseline{Stays, Trend, Walk, OneWindow}},
	{RuleBrier, []Baseline{Stays, Trend, Walk, OneWindow, Share}},
	{RuleLog, []Baseline{Walk, OneWindow, Share}},
}

// forecast is a normal distribution, or a point where SD is 0.
type forecast struct{ mean, sd float64 }

// ahead returns the probability that the log ratio is not below 0.
func (f forecast) ahead() float64 {
	if f.sd == 0 {
		if f.mean >= 0 {
			return 1
		}
		return 0
	}
	return math.Erfc(-f.mean/f.sd/math.Sqrt2) / 2
}

// crps returns the score of the distribution in closed form [gneiting2007].
func (f forecast) crps(seen float64) float64 {
	if f.sd == 0 {
		return math.Abs(seen - f.mean)
	}
	z := (seen - f.mean) / f.sd
	density := math.Exp(-z*z/2) / math.Sqrt(2*math.Pi)
	return f.sd * (z*math.Erf(z/math.Sqrt2) + 2*density - 1/math.Sqrt(math.Pi))
}

// inside reports whether the outcome lies in the 5 to 95 % band.
func (f forecast) inside(seen float64) bool {
	return math.Abs(seen-f.mean) <= f.sd*rdm.NormalQuantile(0.95)
}
