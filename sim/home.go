package sim

import (
	"math"

	"github.com/shatterbelt/shatterbelt/mechanism/game"
	"github.com/shatterbelt/shatterbelt/strategy"
)

// vote lets government change, at the rate on record. The other camp leans from
// A to B: it moves ties, partnerships and aim by as much as the state is divided,
// and the camp after it moves them back. A strategy that drifts is moved in full
// whatever its consensus. Each swing costs commitment on the side it leaves.
func (l *state) vote(s *Setup, w *world, year int, drifts bool) {
	l.turned = w.yearly[year][yearTurnover] < 1-math.Exp(-s.Turnover)
	if !l.turned {
		return
	}
	to := 0.0
	if w.yearly[year][yearCamp] < 0.5 { // the other camp takes office
		to = w.d.Swing * l.division(w)
		if drifts {
			to = w.d.Swing * w.d.Polarisation
		}
	}
	moved := math.Abs(to - l.swing)
	l.tally.swung += moved
	l.resented[SideA] += w.d.SwingCost * moved
	l.swing = to
}

// swung is the vector of levers as politics at home leaves it.
func (l *state) swung(target strategy.Vector) strategy.Vector {
	if l.swing == 0 {
		return target
	}
	shift := func(v strategy.Lever, by float64) {
		target[v] = min(max(target[v]+by, 0), 1)
	}
	shift(strategy.TieA, -l.swing)
	shift(strategy.AimA, -l.swing)
	shift(strategy.PartnerA, -l.swing/2)
	shift(strategy.PartnerB, l.swing/2)
	return target
}

// mellow lets what others resent fade.
func (l *state) mellow(w *world) {
	for side := range Sides {
		l.resented[side] *= 1 - w.d.HostilitySpeed/2
	}
}

// strive moves the national goal: nearer in a year of calm and engagement with
// the rivals it depends on, not at all in a year of dispute.
func (l *state) strive(s *Setup, w *world, year int) {
	g := &l.tally.goal
	switch s.Goal {
	case Settlement:
		*g += l.progress(s, w, strategy.Engagement) * (1 - *g)
	case Restoration:
		*g += l.progress(s, w, strategy.Cooperation) * (1 - *g)
	case Belonging:
		if l.admitted {
			*g++
		}
	case StatusQuo:
		if l.land > 1-1e-9 && l.conceded < w.d.Concession {
			*g++
		}
	}
	_ = year
}

// progress is how far a year brings a settlement nearer: calm rivals and a lever
// that reaches out to them.
func (l *state) progress(s *Setup, w *world, reach strategy.Lever) float64 {
	if l.disputed {
		return 0
	}
	calm := 1.0
	for c := range s.Challengers {
		if s.Actors[s.Challengers[c].Actor].Standing == Rival {
			calm = min(calm, 1-game.Choose(l.hostility[c]))
		}
	}
	return w.d.GoalSpeed * calm * (1 + l.levers[reach])
}
