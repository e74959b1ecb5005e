package sim

import (
	"math"

	"github.com/shatterbelt/shatterbelt/mechanism/game"
	"github.com/shatterbelt/shatterbelt/strategy"
)

// year runs one year in the order of the reference formulation.
func (l *state) year(s *Setup, w *world, year int, moved float64) {
	l.trend += w.growth[year]
	output := w.output * game.Exp(l.trend+l.lost)
	_, l.forces = w.build(l.levers[strategy.Defence]*output, l.forces, 0)
	l.cover += w.d.CoverSpeed * (w.cover(l.levers[strategy.Resilience]) - l.cover)
	l.disputed = false
	l.broken = [Sides]float64{}
	l.conceded *= 1 - w.d.Recovery
	l.mellow(w)
	l.relate(s, w)
	l.rivals(s, w, year)
	for c := range s.Challengers {
		l.feel(s, w, c)
	}
	for c := range s.Challengers {
		l.meet(s, w, c, year)
	}
	l.coerce(s, w, year)
	l.join(w, year)
	l.consume(s, w, output, moved)
	l.strive(s, w, year)
	l.tally.autonomy += l.autonomy(s, w, year)
	if !l.disputed {
		l.tally.quiet++
	}
}

// income is the log gain or loss of real income from trade with A and B against
// today's, by the share spent at home [arkolakis2012].
func (l *state) income(s *Setup, w *world) float64 {
	before, after := 1.0, 1.0
	for side := range Sides {
		before -= s.Imports[side]
		kept := l.created[side] * (1 - l.broken[side])
		after -= s.Imports[side] * (kept + w.d.TradeDiversion*max(0, 1-kept))
	}
	return -game.Log(max(after, leastHome)/max(before, leastHome)) / w.d.TradeElasticity
}

// leastHome keeps the share spent at home positive for states that import more
// than they produce.
const leastHome = 0.05

// spending is what the levers cost a year, as a share of output.
func (w *world) spending(v *strategy.Vector) float64 {
	return v[strategy.Defence] + v[strategy.Resilience] +
		w.d.Hosting*(v[strategy.TieA]+v[strategy.TieB]) +
		w.d.Diplomacy*(v[strategy.Cooperation]+math.Abs(v[strategy.Engagement])+v[strategy.Membership]+v[strategy.Consensus])
}

// consume adds what is left of output after defence, the cost of the levers and
// of moving them, beside what there would have been without political losses.
func (l *state) consume(s *Setup, w *world, output, moved float64) {
	spent := w.spending(&l.levers) + w.d.Switching*moved
	l.tally.consumed += output * game.Exp(l.income(s, w)) * (1 - spent)
	l.tally.unhurt += w.output * game.Exp(l.trend) * (1 - w.spending(&s.Today))
}

// autonomy is this year's freedom from concessions and one-sided dependence.
func (l *state) autonomy(s *Setup, w *world, year int) float64 {
	security, trade := 0.0, 0.0
	for side := range Sides {
		power := w.stock[year][s.Pair[side]]
		security = max(security, l.tie(w, side)*power/(power+l.forces))
		trade = max(trade, min(1, s.Trade[side]*l.created[side])*(1-l.cover))
	}
	return (1 - l.conceded) *
		(1 - w.d.SecurityDependence*security) *
		max(0, 1-w.d.TradeDependence*trade)
}
