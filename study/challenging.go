package study

import (
	"slices"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/sim"
)

// Challenging says which challengers of a state are serious enough for a crisis
// with them to be played out for the reader: B, rivals, states at war with it on
// record, and those that have started as many disputes with it. All others that
// have started one are in the simulation alone.
type Challenging struct {
	// SeriousDisputes is how many disputes with the state a challenger must have
	// started over the window of the record.
	SeriousDisputes float64 `name:"serious_disputes" unit:"disputes" min:"1" max:"5" default:"2" ref:"assumed" why:"one dispute may be an episode, or one with a whole alliance; at 5 in a quarter of a century only the busiest pairs are left" en:"disputes that make a challenger serious" ko:"주요 도전국으로 보는 분쟁 건수"`
}

// serious reports whether a challenger of a setup is, by [Challenging].
func (x *Situation) serious(st Start, c int) bool {
	ch := st.Setup.Challengers[c]
	return ch.Side == sim.SideB || ch.AtWar || st.Setup.Actors[ch.Actor].Standing == sim.Rival ||
		ch.Started >= x.settings.SeriousDisputes
}

// unplayed sets the power that presses a state most of those near it beside B,
// where it is neither an ally nor among the challengers of the simulation. The
// challenger is the last of the setup.
func (x *Situation) unplayed(st Start) (Start, bool) {
	state := st.Setup.Focal.State
	near := ir.World
	most := 0.0
	for _, p := range x.pressure(state) {
		if p.Relation != Ally && p.Stake >= 1 && p.Pressure.Value > most {
			near, most = p.Power, p.Pressure.Value
		}
	}
	played := slices.ContainsFunc(st.Setup.Challengers, func(c sim.Challenger) bool { return st.Setup.Actors[c.Actor].State == near })
	if near == ir.World || near == st.Pair.B || played {
		return Start{}, false
	}
	apart, err := x.start(state, st.Pair, []ir.CCode{st.Pair.B, near})
	return apart, err == nil
}
