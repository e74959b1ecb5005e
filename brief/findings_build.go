package brief

import (
	"math"
	"slices"
	"strings"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/sim"
	"github.com/shatterbelt/shatterbelt/study"
	"github.com/shatterbelt/shatterbelt/trace/param"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

func (f *finder) buildHome() bool {
	var best BuildHome
	var number prov.Number
	for _, c := range f.d.Crises {
		now, more, ok := effortEnds(c.Efforts)
		if !ok || now.Fight-more.Fight <= best.FightNow-best.FightThen {
			continue
		}
		if now.Fight < f.reading.FightMatters || now.Fight-more.Fight < f.reading.EffortMatters*now.Fight {
			continue
		}
		best = BuildHome{
			State: f.d.State, Challenger: c.Challenger, Forces: more.Forces,
			FightNow: now.Fight, FightThen: more.Fight, Fight: amount(c.With.Fight), HalfWay: halfWay(),
		}
		number = c.With.Fight
	}
	if best.Forces == 0 {
		return false
	}
	if g, ok := f.ownFigure("milex_constant"); ok {
		best.Spending, best.Prices, best.SpendYear = g.Value, g.Unit, g.Year
	}
	f.add(InRecommendations, best, number)
	return true
}

// halfWay is after how many years of higher spending half of the increase in
// forces is there, as forces wear out at the default rate.
func halfWay() float64 {
	return math.Ln2 / -math.Log1p(-param.Default[sim.Draw]().Depreciation)
}

// buildStep says which single step up at home beyond the first strategy adds most
// to the share good enough, or that none adds enough to speak of.
func (f *finder) buildStep() {
	o := f.d.OneStep
	b := BuildStep{State: f.d.State, Strategy: o.Strategy, Matters: f.reading.StepMatters, Futures: o.Futures}
	b.Stay = slices.ContainsFunc(f.level(), func(r study.Result) bool { return len(r.Moves) == 0 })
	number := o.Base
	for _, s := range o.Slips {
		if !slices.Contains(homeLevers, s.Lever) || !s.Up() {
			continue
		}
		b.Tried++
		if s.Clear && s.Good.Value >= f.reading.StepMatters && s.Good.Value > b.Gain.Value {
			b.Step, b.Gain, number = s, amount(s.Good), s.Good
		}
	}
	if b.Tried == 0 {
		return
	}
	if share := charged(b.Step.Lever, b.Step.From, b.Step.To); b.Any() && share != 0 {
		if gdp, ok := f.ownFigure("gdp_current"); ok {
			b.Cost, b.CostYear = share*gdp.Value, gdp.Year
		}
	}
	if c, e := f.moreForces(); e.Forces > 0 {
		b.Challenger, b.More, b.Now, b.AtWar = c.Challenger, e, c.With.Fight.Value, f.atWarWith(c.Challenger)
	}
	f.add(InRecommendations, b, number)
}

// moreForces is the crisis likeliest to cost lives, and what twice today's forces
// come to in it.
func (f *finder) moreForces() (study.Crisis, study.Effort) {
	for _, c := range serious(f.d.Crises) {
		if now, more, ok := effortEnds(c.Efforts); ok && now.Fight > 0 {
			return c, more
		}
	}
	return study.Crisis{}, study.Effort{}
}

// watch says what to count from now on: disputes, where the first strategy fails
// with their number.
func (f *finder) watch(top study.Result) {
	c := f.d.Check
	w := Watch{State: f.d.State, Strategy: top.Name, Disputes: c.Disputes, Years: c.Years, RecordTo: f.disputesTo()}
	if c.Years == 0 {
		return
	}
	w.Challengers = c.Challengers
	if !f.disputesDecide(top, &w) {
		f.watchFirst(top, w)
		return
	}
	w.Overturn = f.overturn()
	f.add(InRecommendations, w, top.GoodEnough)
}

// watchFirst says what to watch where the number of disputes does not decide: a
// record that the shares rest on.
func (f *finder) watchFirst(top study.Result, w Watch) {
	c := WatchFirst{
		State: w.State, Strategy: w.Strategy, Challengers: w.Challengers, Disputes: w.Disputes, Years: w.Years, RecordTo: w.RecordTo,
	}
	for _, d := range f.d.Comparison.Drivers {
		if d.Name == disputeOdds {
			c.Odds, c.Holds = d.Cut2, d.HighThird
		}
	}
	for _, x := range f.d.Crises {
		if x.Unplayed {
			c.Unplayed = append(c.Unplayed, x.Challenger)
		}
	}
	f.add(InRecommendations, c, top.GoodEnough)
}

// disputeOdds is the uncertainty of how often disputes start, against the record.
const disputeOdds = "hazard"

// disputesDecide finds above which odds of a dispute the strategy fails.
func (f *finder) disputesDecide(top study.Result, w *Watch) bool {
	if in, ok := f.firstBox(top); ok {
		for _, l := range in.Box.Limits {
			if l.Driver.Name == disputeOdds && l.Low != nil {
				w.Odds, w.Fails = *l.Low, in.Box.Density
				return true
			}
		}
	}
	for _, d := range f.d.Comparison.Drivers {
		if d.Name == disputeOdds && d.Spread >= f.reading.DriverMatters && d.HighThird < d.LowThird {
			w.Odds, w.Fails = d.Cut2, 1-d.HighThird
			return true
		}
	}
	return false
}

// disputesTo is the last year of the record of disputes.
func (f *finder) disputesTo() ir.Year {
	last := ir.Year(0)
	for _, g := range f.d.Check.Trail.Figures {
		if strings.HasPrefix(g.Indicator, disputesOnRecord) {
			last = max(last, g.Year)
		}
	}
	return last
}

// effortEnds returns today's point of an effort curve and the one nearest to
// twice today's forces.
func effortEnds(efforts []study.Effort) (now, more study.Effort, ok bool) {
	const today, twice = 1, 2
	now, foundNow := nearest(efforts, today)
	more, foundMore := nearest(efforts, twice)
	return now, more, foundNow && foundMore && now.Forces == today && more.Forces > today
}

func nearest(efforts []study.Effort, forces float64) (study.Effort, bool) {
	if len(efforts) == 0 {
		return study.Effort{}, false
	}
	return slices.MinFunc(efforts, func(a, b study.Effort) int {
		return compareFloat(abs(a.Forces-forces), abs(b.Forces-forces))
	}), true
}

func abs(v float64) float64 { return max(v, -v) }
