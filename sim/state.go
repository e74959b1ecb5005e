package sim

import (
	"math"

	"github.com/shatterbelt/shatterbelt/mechanism/game"
	"github.com/shatterbelt/shatterbelt/strategy"
)

// state is what changes within one run.
type state struct {
	levers    strategy.Vector
	lost      float64                 // log output lost to wars so far
	trend     float64                 // log output gained by growth so far
	forces    float64                 // military capital
	hostility [MaxChallengers]float64 // log odds
	recent    [MaxChallengers]bool    // a dispute last year
	fighting  [MaxChallengers]bool    // a war under way since before the run
	rivalry   float64                 // of A and B, log odds
	pledged   [Sides]float64          // commitment of A and B this year, as log odds
	resented  [Sides]float64          // commitment lost to swings, abstention and broken words
	broken    [Sides]float64          // part of trade lost this year to disputes and coercion
	created   [Sides]float64          // trade with A and B over today's, by partnership
	cover     float64                 // part of a cut-off that resilience covers
	swing     float64                 // how far levers stand from the strategy's, by the other camp's doing
	conceded  float64                 // autonomy given up
	land      float64                 // share of territory held
	admitted  bool                    // a member of the institution of A
	turned    bool                    // government changed this year
	disputed  bool
	tally     tally
	met       crisis // the crisis of the moment
}

// begin puts a run at the present.
func (l *state) begin(s *Setup, w *world) {
	*l = state{levers: s.Today, forces: w.forces, hostility: w.hostility, rivalry: w.rivalry, land: 1}
	l.admitted = s.Today[strategy.Membership] >= 1
	l.cover = w.cover(s.Today[strategy.Resilience])
	for c := range s.Challengers {
		l.fighting[c] = s.Challengers[c].AtWar
	}
	l.relate(s, w)
}

// from puts the levers of a run that begins elsewhere than today.
func (l *state) from(s *Setup, w *world, levers strategy.Vector) {
	l.levers = levers
	l.admitted = l.admitted && levers[strategy.Membership] > 0
	l.cover = w.cover(levers[strategy.Resilience])
	l.relate(s, w)
}

// cover is the part of a cut-off that a level of spending ends up covering.
func (w *world) cover(spent float64) float64 {
	const percent = 100
	return 1 - game.Exp(-w.d.Cover*percent*spent)
}

// tie is the security tie with a side in force: the lever, what membership adds
// on the side of A, and what guarantors of a neutral do.
func (l *state) tie(w *world, side int) float64 {
	t := l.levers[strategy.TieA+strategy.Lever(side)]
	if side == SideA && l.admitted {
		t = max(t, w.d.MemberTie)
	}
	return max(t, w.d.Guarantee*l.guaranteed())
}

// guaranteed is how far neutrality has guarantors: from its own word (0) to
// guarantees in full (1).
func (l *state) guaranteed() float64 {
	const own = strategy.StatusOwnWord
	return max(0, (l.levers[strategy.Neutrality]-own)/(1-own))
}

func (l *state) aim(side int) float64     { return l.levers[strategy.AimA+strategy.Lever(side)] }
func (l *state) partner(side int) float64 { return l.levers[strategy.PartnerA+strategy.Lever(side)] }

func today(s *Setup, first strategy.Lever, side int) float64 {
	return s.Today[first+strategy.Lever(side)]
}

// division is how divided the state is, after what consensus heals.
func (l *state) division(w *world) float64 {
	return w.d.Polarisation * (1 - w.d.Healing*l.levers[strategy.Consensus])
}

// against is the capability a challenger can bring to the state.
func (l *state) against(w *world, s *Setup, c, year int) float64 {
	i := s.Challengers[c].Actor
	return w.stock[year][i] * w.part[year][i] * max(w.reach[i], w.base[i])
}

// defence is what the state's forces are worth on its own ground: posture and
// cohesion count.
func (l *state) defence(s *Setup, w *world) float64 {
	posture := w.d.DenialGain * (l.levers[strategy.Denial] - s.Today[strategy.Denial])
	united := w.d.Cohesion * (w.d.Polarisation*(1-w.d.Healing*s.Today[strategy.Consensus]) - l.division(w))
	return l.forces * game.Exp(posture+united)
}

// help is the capability a side can bring: from home, from a base nearby, or
// from forces that a tie puts in place.
func (l *state) help(w *world, actor int, tie float64, year int) float64 {
	hosted := w.d.BaseShare * tie
	return w.stock[year][actor] * w.part[year][actor] * max(hosted, max(w.reach[actor], w.base[actor]))
}

// relate sets what the levers of the year make of commitment and trade.
func (l *state) relate(s *Setup, w *world) {
	burden := math.Log2E * game.Log(max(l.levers[strategy.Defence], leastBurden)/s.Burden)
	arsenal := max(0, l.levers[strategy.Nuclear]-max(s.Today[strategy.Nuclear], strategy.NuclearLatent))
	for side := range Sides {
		l.pledged[side] = l.commitment(s, w, side, burden)
		l.created[side] = game.Exp(w.d.TradeCreation*2*(l.partner(side)-today(s, strategy.PartnerA, side))) *
			(1 - w.d.NuclearPrice*arsenal/(1-strategy.NuclearLatent))
	}
}

// leastBurden keeps the logarithm of the burden finite for a state that disarms.
const leastBurden = 1e-4

// commitment is the log odds that a patron fights for the state at today's
// odds of winning: its reliability, the depth of the tie, the burden shared,
// the usefulness of its aim, less the price of closeness to its rival and of
// what it resents.
func (l *state) commitment(s *Setup, w *world, side int, burden float64) float64 {
	other := Sides - 1 - side
	hedge := l.tie(w, other) - today(s, strategy.TieA, other) +
		l.partner(other) - today(s, strategy.PartnerA, other)
	aimed := l.aim(side)*l.tie(w, side) - today(s, strategy.AimA, side)*today(s, strategy.TieA, side)
	return w.pledge +
		w.d.TieDepth*(l.tie(w, side)-1) +
		w.d.BurdenEffect*burden +
		w.d.AimEffect*game.Choose(l.rivalry)*aimed -
		w.d.HedgePrice*hedge -
		l.resented[side]
}

// logChoose is the logarithm of a probability given as log odds.
func logChoose(x float64) float64 { return -game.Log(1 + game.Exp(-x)) }

// feel moves hostility toward the level that levers, strength, division and
// recent crises set, from today's level at today's levers.
func (l *state) feel(s *Setup, w *world, c int) {
	ch := &s.Challengers[c]
	v, now := &l.levers, &s.Today
	level := w.hostility[c] +
		w.d.TieEffect*l.aimed(s, w, ch) +
		w.d.StrengthEffect*math.Log2E*game.Log(max(l.forces, tiny)/w.forces) +
		w.d.StrikeEffect*(v[strategy.Strike]-now[strategy.Strike]) +
		w.d.CooperationEffect*(v[strategy.Cooperation]-now[strategy.Cooperation]) +
		w.d.NeutralEffect*(v[strategy.Neutrality]-now[strategy.Neutrality]) +
		w.d.DivisionEffect*(l.division(w)-w.d.Polarisation*(1-w.d.Healing*now[strategy.Consensus]))
	if ch.Side >= 0 {
		level += w.d.PartnerEffect * (l.partner(ch.Side) - today(s, strategy.PartnerA, ch.Side))
	} else {
		level += w.d.EngagementEffect * (v[strategy.Engagement] - now[strategy.Engagement])
	}
	if !l.admitted && ch.Side != SideA {
		level += w.d.Provoked * v[strategy.Membership]
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
func (l *state) aimed(s *Setup, w *world, ch *Challenger) float64 {
	sum := 0.0
	for side := range Sides {
		if ch.Side == side {
			continue
		}
		now, then := l.tie(w, side), today(s, strategy.TieA, side)
		if ch.Side >= 0 {
			now *= l.aim(side)
			then *= today(s, strategy.AimA, side)
		}
		sum += ch.Hostility[side] * (now - then)
	}
	return sum
}
