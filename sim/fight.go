package sim

import (
	"math"

	"github.com/shatterbelt/shatterbelt/mechanism/game"
)

// fight bears the cost of a fight by one instrument, which the challenger wins
// or loses with whoever came.
func (l *state) fight(s *Setup, w *world, c, year, j int, k *crisis) {
	l.tally.fights++
	u := &w.plays[year][c]
	path := &k.equilibrium.Paths[j]
	set := l.came(u, k, path)
	scale := w.d.Of(j)
	odds := k.payoffs.Odds[set]
	if j == game.Invasion {
		l.tally.wars++
		l.disturb(s, c, w.d.TradeWar)
		l.abandoned(w, k, set)
		if l.pileOn(s, w, c, year, u[playPileOn]) {
			k.situation.Challenger += l.joined(s, w, c, year)
			w.d.Odds(&k.situation, &k.payoffs.Odds)
			odds = k.payoffs.Odds[set]
		}
	}
	deaths := w.d.WarDeaths
	if j != game.Invasion {
		deaths = w.d.ClashDeaths / max(s.Population, w.d.ClashDeaths)
	}
	l.bear(w, scale, deaths, u[playPrevail] < odds)
}

// came draws which patrons come.
func (l *state) came(u *[numPlays]float64, k *crisis, path *game.Path) (set int) {
	for p := range k.situation.Patrons {
		chance := path.Come[0]
		if p > 0 {
			chance = path.After[p][set&1]
		}
		if u[playPatron+p] < chance {
			set |= 1 << p
		}
	}
	return set
}

// abandoned counts patrons bound by a promise that stayed out, and what that
// does to the word of all.
func (l *state) abandoned(w *world, k *crisis, set int) {
	for p := range k.situation.Patrons {
		side := k.side[p]
		if set>>p&1 == 1 || side < 0 || l.tie(w, side) < w.d.TreatyTie {
			continue
		}
		l.tally.abandonments++
		for other := range Sides {
			l.resented[other] += w.d.Reputation
		}
	}
}

// pileOn says whether another hostile challenger joins an invasion.
func (l *state) pileOn(s *Setup, w *world, c, _ int, u float64) bool {
	for other := range s.Challengers {
		if other != c && l.hostility[other] > 0 && s.Challengers[other].Friend[s.Challengers[c].Actor] {
			return u < w.d.PileOn
		}
	}
	return false
}

// joined is the capability of the hostile challengers that are friends of one.
func (l *state) joined(s *Setup, w *world, c, year int) float64 {
	sum := 0.0
	for other := range s.Challengers {
		if other != c && l.hostility[other] > 0 && s.Challengers[other].Friend[s.Challengers[c].Actor] {
			sum += l.against(w, s, other, year)
		}
	}
	return sum
}

// bear takes the cost of a fight of some scale on own soil, in which a share of
// the people dies where it is lost in full.
func (l *state) bear(w *world, scale, deaths float64, lost bool) {
	severity := w.d.Repelled * scale
	if lost {
		severity = scale
		l.concede(w, scale)
		l.land *= 1 - w.d.Conquest*scale
	}
	l.tally.worst = max(l.tally.worst, severity)
	l.tally.deaths += deaths * severity
	l.lost += math.Log1p(-w.d.WarLoss * severity)
	l.forces *= 1 - w.d.ForceLoss*severity
}

// fightOn is one more year of a war under way since before the run: it costs
// what a repelled war does, spread over its usual length, until it ends.
func (l *state) fightOn(s *Setup, w *world, c, year int) {
	l.disputed, l.recent[c] = true, true
	l.disturb(s, c, w.d.TradeWar)
	u := &w.plays[year][c]
	share := w.d.Repelled * w.d.WarEnds
	l.tally.deaths += w.d.WarDeaths * share
	l.lost += math.Log1p(-w.d.WarLoss * share)
	l.forces *= 1 - w.d.ForceLoss*share
	if u[playEnd] >= w.d.WarEnds {
		return
	}
	l.fighting[c] = false
	k := l.crisis(s, w, c, year)
	var odds [1 << game.MaxPatrons]float64
	w.d.Odds(&k.situation, &odds)
	if u[playPrevail] < odds[0] { // patrons have stayed out of it so far
		l.tally.worst = 1
		l.concede(w, 1)
		l.land *= 1 - w.d.Conquest
	}
}

// disturb breaks off part of this year's trade with a challenger that is A or
// B, but for what is covered.
func (l *state) disturb(s *Setup, c int, part float64) {
	if side := s.Challengers[c].Side; side >= 0 {
		l.cut(side, part)
	}
}

// cut breaks off part of this year's trade with a side, but for what is covered.
func (l *state) cut(side int, part float64) {
	l.broken[side] = max(l.broken[side], part*(1-l.cover))
}
