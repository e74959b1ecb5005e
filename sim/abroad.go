package sim

import (
	"github.com/shatterbelt/shatterbelt/mechanism/game"
	"github.com/shatterbelt/shatterbelt/strategy"
)

// rivals moves the rivalry of A and B, and lets a crisis of theirs become a war
// that may reach the state.
func (l *state) rivals(s *Setup, w *world, year int) {
	level := w.rivalry + w.d.ParityEffect*(w.parity(s, year)-w.parity(s, 0))
	for side := range Sides {
		aimed := l.aim(side)*l.tie(w, side) - today(s, strategy.AimA, side)*today(s, strategy.TieA, side)
		level += w.d.TieEffect * smallAlly * aimed
	}
	l.rivalry += w.d.RivalrySpeed*(level-l.rivalry) + w.rival[year]
	u := &w.yearly[year]
	if u[yearPowerCrisis] >= w.d.PowerCrisis*game.Choose(l.rivalry) || u[yearPowerWar] >= w.d.PowerWar {
		return
	}
	l.draggedIn(w, u[yearEntrap])
}

// smallAlly is how much an ally's aim weighs in the rivalry of the powers
// beside its weight in its own relations.
const smallAlly = 0.1

// parity is how even A and B are, from 0 to 1.
func (w *world) parity(s *Setup, year int) float64 {
	a, b := w.stock[year][s.Pair[SideA]], w.stock[year][s.Pair[SideB]]
	return 2 * min(a, b) / (a + b)
}

// draggedIn lets a war between the powers reach the state. How likely that is
// turns on how far it is tied to one of them and how far the tie is aimed; by
// its ties it joins, allows its bases to be used, or stands aside, which its
// patron resents.
func (l *state) draggedIn(w *world, u float64) {
	l.tally.powerWars++
	most, at := 0.0, -1
	for side := range Sides {
		if exposed := l.tie(w, side) * (1 + l.aim(side)) / 2; exposed > most {
			most, at = exposed, side
		}
	}
	chance := w.d.Entrapment * most * (1 - w.d.Spared*l.levers[strategy.Neutrality])
	if u < chance {
		l.tally.entrapped++
		l.disputed = true
		l.bear(w, w.d.Of(game.Seizure)+(1-w.d.Of(game.Seizure))*l.aim(at), w.d.WarDeaths, false)
		return
	}
	if at >= 0 && l.tie(w, at) >= w.d.TreatyTie {
		l.resented[at] += w.d.Abstain
	}
	for side := range Sides { // trade with both suffers from their war
		l.cut(side, w.d.TradeDispute)
	}
}

// coerce lets either power use trade below war: a hostile one against the
// state, and a patron whose client turns to its rival.
func (l *state) coerce(s *Setup, w *world, year int) {
	for side := range Sides {
		motive := 0.0
		for c := range s.Challengers {
			if s.Challengers[c].Side == side {
				motive = game.Choose(l.hostility[c])
			}
		}
		other := Sides - 1 - side
		turned := l.partner(other) - today(s, strategy.PartnerA, other) + l.tie(w, other) - today(s, strategy.TieA, other)
		motive = max(motive, w.d.Displeasure*max(0, turned))
		leverage := min(1, s.Trade[side]*l.created[side]/fullLeverage)
		if w.yearly[year][yearCoerceA+side] < w.d.Coercion*motive*leverage {
			l.tally.coerced++
			l.cut(side, w.d.CutOff)
		}
	}
}

// fullLeverage is the trade over output from which a power has all the leverage
// that trade gives.
const fullLeverage = 0.2

// join seeks and obtains membership: granted to a state at peace as often as the
// future has it, in proportion to how far it is sought. A member that no longer
// wants it at all leaves.
func (l *state) join(w *world, year int) {
	sought := l.levers[strategy.Membership]
	if sought <= 0 {
		l.admitted = false
	}
	if l.admitted || l.disputed || sought <= 0 {
		return
	}
	for _, on := range l.fighting {
		if on {
			return
		}
	}
	if w.yearly[year][yearAdmit] < w.d.Accession*sought {
		l.admitted = true
	}
}
