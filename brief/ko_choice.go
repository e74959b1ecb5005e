package brief

import (
	"fmt"
	"math"

	"github.com/shatterbelt/shatterbelt/study"
)

// form names the options of a choice from one value to another.
func (k korean) form(d study.Driver, low, high float64) string {
	return "‘" + k.options(d, low, high, "’ 또는 ‘") + "’"
}

// condition says in what part of its range an uncertainty lies; nil is no limit.
func (k korean) condition(d study.Driver, low, high *float64) string {
	name := "‘" + k.driver(d) + "’"
	switch {
	case d.Choice():
		return fmt.Sprintf("%s %s", Josa(name, IGa), k.form(d, orInf(low, -1), orInf(high, 1)))
	case low != nil && high != nil:
		return fmt.Sprintf("%s %s", name, k.span(*low, *high, d.Unit, "~"))
	case low != nil:
		return fmt.Sprintf("%s %s 초과", name, k.quantity(*low, d.Unit))
	case high != nil:
		return fmt.Sprintf("%s %s 미만", name, k.quantity(*high, d.Unit))
	}
	return ""
}

// failsUnder is where a strategy fails by the form of a choice.
func (k korean) failsUnder(c FailsWhere) Passage {
	worse, better := k.form(c.Driver, c.Driver.Cut2, math.Inf(1)), k.form(c.Driver, math.Inf(-1), c.Driver.Cut1)
	if c.LowIsBad {
		worse, better = better, worse
	}
	return Passage{Head: "실패하는 미래", Lead: fmt.Sprintf("%s 전략은 ‘%s’ 항목이 %s인 미래에서 가장 취약함. 기준 충족 비율 %s(%s일 때는 %s)",
		k.quote(c.Strategy), k.driver(c.Driver), worse, k.share(c.Bad), better, k.share(c.Good))}
}

// ends are the shares at either end of an uncertainty.
func (k korean) ends(d study.Driver) string {
	if d.Choice() {
		return fmt.Sprintf("(%s일 때 %s, %s일 때 %s)", k.form(d, math.Inf(-1), d.Cut1), k.share(d.LowThird), k.form(d, d.Cut2, math.Inf(1)), k.share(d.HighThird))
	}
	return fmt.Sprintf("(낮을 때 %s, 높을 때 %s)", k.share(d.LowThird), k.share(d.HighThird))
}
