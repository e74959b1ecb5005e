package brief

import (
	"fmt"
	"math"

	"github.com/shatterbelt/shatterbelt/study"
)

// form names the options of a choice from one value to another.
func (e english) form(d study.Driver, low, high float64) string {
	return e.options(d, low, high, " or ")
}

// condition says in what part of its range an uncertainty lies; nil is no limit.
func (e english) condition(d study.Driver, low, high *float64) string {
	name := "‘" + e.driver(d) + "’"
	switch {
	case d.Choice():
		return fmt.Sprintf("%s is %s", name, e.form(d, orInf(low, -1), orInf(high, 1)))
	case low != nil && high != nil:
		return fmt.Sprintf("%s is between %s", name, e.span(*low, *high, d.Unit, " and "))
	case low != nil:
		return fmt.Sprintf("%s is above %s", name, e.quantity(*low, d.Unit))
	case high != nil:
		return fmt.Sprintf("%s is below %s", name, e.quantity(*high, d.Unit))
	}
	return ""
}

// orInf is a limit, or the infinity of a sign where there is none.
func orInf(v *float64, sign int) float64 {
	if v == nil {
		return math.Inf(sign)
	}
	return *v
}

// failsUnder is where a strategy fails by the form of a choice.
func (e english) failsUnder(c FailsWhere) Passage {
	worse, better := e.form(c.Driver, c.Driver.Cut2, math.Inf(1)), e.form(c.Driver, math.Inf(-1), c.Driver.Cut1)
	if c.LowIsBad {
		worse, better = better, worse
	}
	return Passage{Head: "Where it fails", Lead: fmt.Sprintf(
		"%s fails most where ‘%s’ is %s: it is good enough in %s of futures there, against %s where it is %s.",
		e.quote(c.Strategy), e.driver(c.Driver), worse, e.share(c.Bad), e.share(c.Good), better)}
}

// ends are the shares at either end of an uncertainty.
func (e english) ends(d study.Driver) string {
	if d.Choice() {
		return fmt.Sprintf("(%s with %s, %s with %s)", e.share(d.LowThird), e.form(d, math.Inf(-1), d.Cut1), e.share(d.HighThird), e.form(d, d.Cut2, math.Inf(1)))
	}
	return fmt.Sprintf("(%s where low, %s where high)", e.share(d.LowThird), e.share(d.HighThird))
}
