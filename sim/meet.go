package sim

import (
	"github.com/shatterbelt/shatterbelt/mechanism/game"
	"github.com/shatterbelt/shatterbelt/strategy"
)

// crisis is one challenger's game in one year: the situation, who the patrons
// are, the game and its solution.
type crisis struct {
	situation   game.Situation
	patron      [game.MaxPatrons]int // actors, the leading one first
	side        [game.MaxPatrons]int // the side a patron is, or -1
	payoffs     game.Payoffs
	equilibrium game.Equilibrium
}

// crisis builds the situation that a dispute with a challenger would be. There is
// one crisis at a time, kept in the state so that a run allocates nothing.
func (l *state) crisis(s *Setup, w *world, c, year int) *crisis {
	k := &l.met
	sit := &k.situation
	*sit = game.Situation{
		Challenger: l.against(w, s, c, year),
		Target:     l.defence(s, w),
		Stake:      w.d.Assertiveness * game.Exp(w.d.StakeResponse*(logChoose(l.hostility[c])-w.enmity[c])),
		Cost:       w.d.StrikeCost * (l.levers[strategy.Strike] - s.Today[strategy.Strike]),
		Grey:       w.d.Meddling * (l.division(w) - w.d.Polarisation*(1-w.d.Healing*s.Today[strategy.Consensus])),
		NuclearC:   s.Actors[s.Challengers[c].Actor].Nuclear,
		NuclearT:   l.arsenal(),
	}
	l.patrons(s, w, c, year, k)
	for p := range sit.Patrons {
		sit.Then[p] = w.gain[c][p]
		if side := k.side[p]; side >= 0 {
			sit.Removal = max(sit.Removal, s.Challengers[c].Hostility[side]*l.tie(w, side))
		}
	}
	return k
}

// arsenal is how far the state has nuclear weapons of its own or in place.
func (l *state) arsenal() float64 {
	n := l.levers[strategy.Nuclear]
	switch {
	case n >= strategy.NuclearOwn:
		return 1
	case n >= strategy.NuclearLatent:
		return 0.5 * (n - strategy.NuclearLatent) / (strategy.NuclearOwn - strategy.NuclearLatent)
	}
	return 0
}

// patrons lists who may come against a challenger, the most committed first.
func (l *state) patrons(s *Setup, w *world, c, year int, k *crisis) {
	ch := &s.Challengers[c]
	for side := range Sides {
		if !ch.Barred[side] && k.situation.Patrons < game.MaxPatrons {
			actor, tie := s.Pair[side], l.tie(w, side)
			k.add(actor, side, l.pledged[side], l.help(w, actor, tie, year), s.Actors[actor].Nuclear)
		}
	}
	for _, ally := range s.Allies {
		if k.situation.Patrons < game.MaxPatrons && ally != ch.Actor && !ch.Friend[ally] {
			a := &s.Actors[ally]
			pledge := w.pledge + w.d.TieDepth*(a.Bound-1) - l.resented[SideA]
			k.add(ally, -1, pledge, l.help(w, ally, a.Bound, year), a.Nuclear)
		}
	}
}

// add puts a patron in its place among those more and less committed.
func (k *crisis) add(actor, side int, pledge, capability, nuclear float64) {
	sit := &k.situation
	at := sit.Patrons
	for ; at > 0 && pledge > sit.Pledge[at-1]; at-- {
		sit.Pledge[at], sit.Patron[at], sit.NuclearP[at] = sit.Pledge[at-1], sit.Patron[at-1], sit.NuclearP[at-1]
		k.patron[at], k.side[at] = k.patron[at-1], k.side[at-1]
	}
	sit.Pledge[at], sit.Patron[at], sit.NuclearP[at] = pledge, capability, nuclear
	k.patron[at], k.side[at] = actor, side
	sit.Patrons++
}

// solve builds and solves the game of a crisis. What the state resists by
// commitment that emboldens it enters as less to lose by resisting.
func (l *state) solve(w *world, k *crisis) {
	w.d.Payoffs(&k.situation, &w.anchors, &k.payoffs)
	if k.situation.Patrons > 0 {
		bold := w.d.Embolden / w.d.Lambda * (game.Choose(k.situation.Pledge[0]) - w.d.Commitment)
		for j := range k.payoffs.Branches {
			k.payoffs.Branches[j].ConcedeT -= bold
		}
	}
	game.Solve(&k.payoffs, w.d.Lambda, &k.equilibrium)
}

// ahead is how many years challengers that look ahead look.
const ahead = 5

// closing is by how much a challenger's chance in a full war falls over the
// years ahead, as it can foresee today: with forces growing as they have, and
// with membership that is sought granted as often as it is.
func (l *state) closing(s *Setup, w *world, c int, k *crisis, year int) float64 {
	then := min(year+ahead, Horizon-1)
	i := s.Challengers[c].Actor
	sit := &k.situation
	in := 0.0
	if sit.Patrons > 0 {
		in = game.Choose(sit.Pledge[0])
	}
	now := k.payoffs.Odds[0]
	if sit.Patrons > 0 {
		now += in * (k.payoffs.Odds[1] - now)
	}
	if !l.admitted && sit.Patrons > 0 && l.levers[strategy.Membership] > 0 {
		member := max(in, game.Choose(w.pledge+w.d.TieDepth*(w.d.MemberTie-1)))
		in += l.levers[strategy.Membership] * w.granted * (member - in)
	}
	return now - l.expected(w, sit, w.stock[then][i]/w.stock[year][i], w.ownGrowth, in)
}

// expected is the challenger's chance of prevailing in a full war, with forces
// multiplied and the leading patron in with some probability.
func (l *state) expected(w *world, s *game.Situation, challenger, target, in float64) float64 {
	own := w.d.Defender * s.Target * target
	alone := w.d.Prevails(s.Challenger*challenger, own)
	if s.Patrons == 0 {
		return alone
	}
	return alone + in*(w.d.Prevails(s.Challenger*challenger, own+s.Patron[0])-alone)
}

// meet lets one challenger start a dispute, and plays it.
func (l *state) meet(s *Setup, w *world, c, year int) {
	if l.fighting[c] {
		l.fightOn(s, w, c, year)
		return
	}
	k := l.crisis(s, w, c, year)
	l.solve(w, k)
	w.d.StatusAt(&k.payoffs, w.value[c], w.hazard[c])
	if w.d.Foresight > 0 {
		window := l.closing(s, w, c, k, year) - w.window[c]
		k.payoffs.StatusQuo -= w.d.Foresight * k.situation.Stake * window
	}
	start := game.Choose(w.d.Lambda * (k.equilibrium.Value - k.payoffs.StatusQuo))
	u := &w.plays[year][c]
	l.recent[c] = u[playStart] < start
	if !l.recent[c] {
		return
	}
	l.disputed = true
	l.tally.disputes++
	l.disturb(s, c, w.d.TradeDispute)
	j := k.equilibrium.Pick(u[playInstrument])
	path := &k.equilibrium.Paths[j]
	if u[playResist] >= path.Resist {
		l.tally.concessions++
		l.concede(w, w.d.Of(j))
		return
	}
	if u[playAttack] < path.Attack {
		l.fight(s, w, c, year, j, k)
	}
}

// concede gives up autonomy in proportion to what was asked.
func (l *state) concede(w *world, scale float64) {
	const ordinary = 0.3 // a demand of this scale costs the ordinary concession
	l.conceded += w.d.Concession * min(1, scale/ordinary) * (1 - l.conceded)
}
