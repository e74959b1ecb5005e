package recipe

import (
	"cmp"
	"math"
)

// Dispute is what tells the disputes of one dyad in one year apart. NaN marks
// what is not known.
type Dispute struct {
	Number   int
	Onset    bool    // it began in the year
	Fatality float64 // level of deaths of the dispute, 0 to 6
	Hostlev  float64 // highest hostility of the dispute, 1 to 5
	MinDur   float64 // shortest it may have lasted, days
	MaxDur   float64 // longest it may have lasted, days
	Recip    float64 // 1 if both sides acted
	StMon    float64 // month it began in
}

// unknownDeaths is the level of deaths that a dispute whose deaths are not known
// is taken to have: more than none, less than the first level.
const unknownDeaths = 0.5

// unknown is what any other attribute that is not known counts as: less than
// any value there is, as the marks of the published files do.
const unknown = -9

// Whittle picks the dispute that stands for a dyad in a year, by its index, -1
// for none: one that began in the year before one that went on; then the highest
// level of deaths, the highest hostility, the longest minimum duration, the
// longest maximum duration, one in which both sides acted, the earliest first
// month; and last, so that the choice is never open, the lowest number
// [miller2022]. Deaths that are not known count as between none and few.
func Whittle(d []Dispute) int {
	best := -1
	for i := range d {
		if best < 0 || before(d[i], d[best]) < 0 {
			best = i
		}
	}
	return best
}

// before orders two disputes, what is kept first.
func before(a, b Dispute) int {
	return cmp.Or(
		more(b2f(a.Onset), b2f(b.Onset)),
		more(or(a.Fatality, unknownDeaths), or(b.Fatality, unknownDeaths)),
		more(or(a.Hostlev, unknown), or(b.Hostlev, unknown)),
		more(or(a.MinDur, unknown), or(b.MinDur, unknown)),
		more(or(a.MaxDur, unknown), or(b.MaxDur, unknown)),
		more(or(a.Recip, unknown), or(b.Recip, unknown)),
		cmp.Compare(or(a.StMon, unknown), or(b.StMon, unknown)),
		cmp.Compare(a.Number, b.Number),
	)
}

func more(a, b float64) int { return cmp.Compare(b, a) }

// or replaces what is not known.
func or(v, instead float64) float64 {
	if math.IsNaN(v) {
		return instead
	}
	return v
}

func b2f(b bool) float64 {
	if b {
		return 1
	}
	return 0
}
