package sim

import (
	"math"

	"github.com/shatterbelt/shatterbelt/mechanism/game"
	"github.com/shatterbelt/shatterbelt/strategy"
)

// state is what changes within one run.
type state struct {
	levers    strategy.Vector
	lost      float64 // log output lost to wars so far
	trend     float64 // log output gained by growth so far
	forces    float64
	hostility [MaxChallengers]float64 // log odds
	recent    [MaxChallengers]bool    // a dispute last year
	pledged   [Sides]float64          // commitment of A and B this year, as log odds
	broken    [Sides]float64          // part of trade lost this year to disputes
	created   [Sides]float64          // trade with A and B over today's, by partnership
	conceded  float64
	disputed  bool
	tally     tally
}

// begin puts a run at the present.
func (l *state) begin(s *Setup, w *world) {
	*l = state{levers: s.Today, forces: w.forces, hostility: w.hostility}
	l.relate(s, w)
}

// tie, aim and partner read the levers by side.
func (l *state) tie(side int) float64     { return l.levers[strategy.TieA+strategy.Lever(side)] }
func (l *state) aim(side int) float64     { return l.levers[strategy.AimA+strategy.Lever(side)] }
func (l *state) partner(side int) float64 { return l.levers[strategy.PartnerA+strategy.Lever(side)] }

func today(s *Setup, first strategy.Lever, side int) float64 {
	return s.Today[first+strategy.Lever(side)]
}

// against is the capability a challenger can bring to the state.
func (l *state) against(w *world, s *Setup, c, year int) float64 {
	i := s.Challengers[c].Actor
	return w.stock[year][i] * math.Max(w.reach[i], w.base[i])
}

// help is the capability a patron can bring: from home, from a base nearby, or
// from forces that a tie puts in place.
func (l *state) help(w *world, s *Setup, side, year int) float64 {
	i := s.Pair[side]
	part := 1.0
	if s.Actors[i].Global {
		part = w.d.Committable
	}
	hosted := part * w.d.BaseShare * l.tie(side)
	return w.stock[year][i] * math.Max(hosted, math.Max(w.reach[i], w.base[i]))
}

// relate sets what the levers of the year make of commitment and trade.
func (l *state) relate(s *Setup, w *world) {
	burden := math.Log2(l.levers[strategy.Defence] / s.Burden)
	for side := range Sides {
		l.pledged[side] = l.commitment(s, w, side, burden)
		l.created[side] = math.Exp(w.d.TradeCreation * 2 * (l.partner(side) - today(s, strategy.PartnerA, side)))
	}
}

// commitment is the log odds that a patron fights for the state at today's
// odds of winning: its reliability, the depth of the tie, the burden shared,
// the usefulness of its aim, less the price of closeness to its rival.
func (l *state) commitment(s *Setup, w *world, side int, burden float64) float64 {
	other := Sides - 1 - side
	hedge := l.tie(other) - today(s, strategy.TieA, other) +
		l.partner(other) - today(s, strategy.PartnerA, other)
	return w.pledge +
		w.d.TieDepth*(l.tie(side)-1) +
		w.d.BurdenEffect*burden +
		w.d.AimEffect*s.Rivalry*(l.aim(side)*l.tie(side)-today(s, strategy.AimA, side)*today(s, strategy.TieA, side)) -
		w.d.HedgePrice*hedge
}

// patron names the side more likely to come, or -1 where neither would.
func (l *state) patron(s *Setup, c int) (side int, odds float64) {
	side, odds = -1, math.Inf(-1)
	for k := range Sides {
		if s.Challengers[c].Barred[k] {
			continue
		}
		if o := l.pledged[k]; o > odds {
			side, odds = k, o
		}
	}
	return side, odds
}

// crisis builds the game that a demand by a challenger would start, and says
// which side is the patron.
func (l *state) crisis(s *Setup, w *world, c, year int) (p game.Payoffs, side int) {
	side, odds := l.patron(s, c)
	sit := game.Situation{
		Challenger: l.against(w, s, c, year),
		Target:     l.forces,
		Stake:      w.d.Assertiveness * math.Exp(w.d.StakeResponse*(logChoose(l.hostility[c])-w.enmity[c])),
	}
	if side >= 0 {
		sit.Patron = l.help(w, s, side, year)
		sit.Obligation = odds/w.d.Lambda - w.d.Interest*w.gain[c][side]
	}
	return w.d.Payoffs(&sit, w.anchors), side
}

// logChoose is the logarithm of a probability given as log odds.
func logChoose(x float64) float64 { return -math.Log1p(math.Exp(-x)) }

// feel moves hostility toward the level that levers, strength and recent crises
// set, from today's level at today's levers.
func (l *state) feel(s *Setup, w *world, c int) {
	ch := &s.Challengers[c]
	level := w.hostility[c] +
		w.d.TieEffect*l.aimed(s, ch) +
		w.d.StrengthEffect*math.Log2(math.Max(l.forces, tiny)/w.forces) +
		w.d.CooperationEffect*(l.levers[strategy.Cooperation]-s.Today[strategy.Cooperation])
	if ch.Side >= 0 {
		level += w.d.PartnerEffect * (l.partner(ch.Side) - today(s, strategy.PartnerA, ch.Side))
	} else {
		level += w.d.EngagementEffect * (l.levers[strategy.Engagement] - s.Today[strategy.Engagement])
	}
	if l.recent[c] {
		level += w.d.CrisisEffect
	}
	l.hostility[c] += w.d.HostilitySpeed * (level - l.hostility[c])
}

// tiny keeps the logarithm of forces finite once a war has consumed them.
const tiny = 1e-12

// aimed is how far ties are aimed at a challenger beyond today: ties with A and
// B, each by its hostility to the challenger. A tie is aimed at the other power
// as far as the lever says, and at a local rival in full.
func (l *state) aimed(s *Setup, ch *Challenger) float64 {
	sum := 0.0
	for side := range Sides {
		if ch.Side == side {
			continue
		}
		now, then := l.tie(side), today(s, strategy.TieA, side)
		if ch.Side >= 0 {
			now *= l.aim(side)
			then *= today(s, strategy.AimA, side)
		}
		sum += ch.Hostility[side] * (now - then)
	}
	return sum
}
