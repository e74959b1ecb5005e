package capability

import (
	"math"

	"github.com/shatterbelt/shatterbelt/ir"
)

// KmPerMile is the length of the international mile.
const KmPerMile = 1.609344

// Transport holds how far forces travel in a day, by era. In The War Trap
// distance counts as days of travel [buenodemesquita1981].
type Transport struct {
	// Early is the speed of the years up to 1918.
	Early float64 `name:"miles_per_day_early" unit:"miles per day" min:"125" max:"500" default:"250" scale:"log" ref:"buenodemesquita1981" en:"travel in a day, to 1918" ko:"하루 이동 거리(1918년까지)"`

	// Middle is the speed of the years from 1919 to 1945.
	Middle float64 `name:"miles_per_day_middle" unit:"miles per day" min:"187.5" max:"750" default:"375" scale:"log" ref:"buenodemesquita1981" en:"travel in a day, 1919 to 1945" ko:"하루 이동 거리(1919~1945년)"`

	// Late is the speed of the years from 1946 on.
	Late float64 `name:"miles_per_day_late" unit:"miles per day" min:"250" max:"1000" default:"500" scale:"log" ref:"buenodemesquita1981" en:"travel in a day, from 1946" ko:"하루 이동 거리(1946년부터)"`
}

// PerDay is the speed in the era of a year, in miles per day.
func (t Transport) PerDay(y ir.Year) float64 {
	switch {
	case y <= 1918:
		return t.Early
	case y <= 1945:
		return t.Middle
	default:
		return t.Late
	}
}

// near is the part of the exponent that does not depend on distance: with it a
// power e days away is worth just its capability.
const near = 10 - math.E

// Project is what a power of capability c, a share from 0 to 1, can bring to
// bear after a number of days of travel: c^log10(days + 10 - e)
// [buenodemesquita1981]. Distance weighs more on the weak than on the strong.
//
// At no distance the exponent is 0.86, so a state's own capability goes through
// Project as well, with 0 days, before the two are compared. It is NaN for a c
// that is no share or a negative number of days.
func Project(c, days float64) float64 {
	if !(c >= 0 && c <= 1 && days >= 0) {
		return math.NaN()
	}
	return math.Pow(c, math.Log10(days+near))
}

// Reach is [Project] after a distance in km with the transport of a year.
func (t Transport) Reach(c, km float64, y ir.Year) float64 {
	return Project(c, km/KmPerMile/t.PerDay(y))
}

// Crossing is how many days away a power of share c is brought down to what the
// state there, of share own, has at home. It is 0 where the power is not
// stronger even beside it, +Inf for a power that holds everything or a state
// that has nothing, and NaN for what is no share.
func Crossing(c, own float64) float64 {
	switch {
	case !(c >= 0 && c <= 1 && own >= 0 && own <= 1):
		return math.NaN()
	case c <= own:
		return 0
	case c == 1 || own == 0:
		return math.Inf(1)
	}
	return math.Pow(10, math.Log10(near)*math.Log(own)/math.Log(c)) - near
}
