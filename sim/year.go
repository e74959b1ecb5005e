package sim

import (
	"math"

	"github.com/shatterbelt/shatterbelt/mechanism/game"
	"github.com/shatterbelt/shatterbelt/strategy"
)

// year runs one year in the order of the reference formulation.
func (l *state) year(s *Setup, w *world, year int, moved float64) {
	l.trend += w.growth[year]
	output := w.output * math.Exp(l.trend+l.lost)
	l.forces = (1-w.d.Depreciation)*l.forces + l.levers[strategy.Defence]*output
	l.relate(s, w)
	for c := range s.Challengers {
		l.feel(s, w, c)
	}
	l.conceded *= 1 - w.d.Recovery
	l.broken = [Sides]float64{}
	l.disputed = false
	for c := range s.Challengers {
		l.meet(s, w, c, year)
	}
	l.consume(s, w, output, moved)
	l.tally.autonomy += l.autonomy(s, w, year)
	if !l.disputed {
		l.tally.quiet++
	}
}

// meet lets one challenger start a dispute, and plays it.
func (l *state) meet(s *Setup, w *world, c, year int) {
	p, side := l.crisis(s, w, c, year)
	w.d.StatusAt(&p, w.value[c], w.hazard[c])
	e := game.Solve(&p, w.d.Lambda)
	u := &w.plays[year][c]
	l.recent[c] = u[drawDemand-drawFirst] < e.Demand
	if !l.recent[c] {
		return
	}
	l.disputed = true
	l.tally.disputes++
	l.disturb(s, c, w.d.TradeDispute)
	if u[drawResist-drawFirst] >= e.Resist {
		l.tally.concessions++
		l.conceded += w.d.Concession * (1 - l.conceded)
		return
	}
	if u[drawAttack-drawFirst] < e.Attack {
		l.war(s, w, c, year, side, u[drawIntervene-drawFirst] < e.Intervene)
	}
}

// war bears the cost of a war on own soil, which the challenger wins or loses.
func (l *state) war(s *Setup, w *world, c, year, side int, joined bool) {
	l.tally.wars++
	l.disturb(s, c, w.d.TradeWar)
	sit := game.Situation{Challenger: l.against(w, s, c, year), Target: l.forces}
	if side >= 0 && joined {
		sit.Patron = l.help(w, s, side, year)
	} else if side >= 0 && l.tie(side) >= w.d.TreatyTie {
		l.tally.abandonments++
	}
	_, odds := w.d.Odds(&sit)
	severity := w.d.Repelled
	if w.plays[year][c][drawPrevail-drawFirst] < odds {
		severity = 1
		l.conceded += w.d.Concession * (1 - l.conceded)
	}
	l.tally.worst = math.Max(l.tally.worst, severity)
	l.lost += math.Log1p(-w.d.WarLoss * severity)
	l.forces *= 1 - w.d.ForceLoss*severity
}

// disturb breaks off part of this year's trade with a challenger that is A or B.
func (l *state) disturb(s *Setup, c int, part float64) {
	if side := s.Challengers[c].Side; side >= 0 {
		l.broken[side] = math.Max(l.broken[side], part)
	}
}

// income is the log gain or loss of real income from trade with A and B against
// today's, by the share spent at home [arkolakis2012].
func (l *state) income(s *Setup, w *world) float64 {
	before, after := 1.0, 1.0
	for side := range Sides {
		before -= s.Imports[side]
		after -= s.Imports[side] * l.created[side] * (1 - l.broken[side])
	}
	return -math.Log(math.Max(after, leastHome)/math.Max(before, leastHome)) / w.d.TradeElasticity
}

// leastHome keeps the share spent at home positive for states that import more
// than they produce.
const leastHome = 0.05

// consume adds what is left of output after defence, the cost of the levers and
// of moving them, beside what there would have been without political losses.
func (l *state) consume(s *Setup, w *world, output, moved float64) {
	spent := l.levers[strategy.Defence] +
		w.d.Hosting*(l.tie(SideA)+l.tie(SideB)) +
		w.d.Diplomacy*(l.levers[strategy.Cooperation]+math.Abs(l.levers[strategy.Engagement])) +
		w.d.Switching*moved
	l.tally.consumed += output * math.Exp(l.income(s, w)) * (1 - spent)
	spentToday := s.Burden +
		w.d.Hosting*(s.Today[strategy.TieA]+s.Today[strategy.TieB]) +
		w.d.Diplomacy*(s.Today[strategy.Cooperation]+math.Abs(s.Today[strategy.Engagement]))
	l.tally.unhurt += w.output * math.Exp(l.trend) * (1 - spentToday)
}

// autonomy is this year's freedom from concessions and one-sided dependence.
func (l *state) autonomy(s *Setup, w *world, year int) float64 {
	security, trade := 0.0, 0.0
	for side := range Sides {
		power := w.stock[year][s.Pair[side]]
		security = math.Max(security, l.tie(side)*power/(power+l.forces))
		trade = math.Max(trade, math.Min(1, s.Trade[side]*l.created[side]))
	}
	return (1 - l.conceded) *
		(1 - w.d.SecurityDependence*security) *
		math.Max(0, 1-w.d.TradeDependence*trade)
}

// tally gathers the outcomes of a run.
type tally struct {
	worst, autonomy, consumed, unhurt         float64
	quiet                                     int
	disputes, wars, concessions, abandonments float64
}

func (t *tally) report(out []float64) {
	out[Security] = 1 - t.worst
	out[Peace] = float64(t.quiet) / Horizon
	out[Prosperity] = t.consumed / t.unhurt
	out[Autonomy] = t.autonomy / Horizon
	out[Disputes], out[Wars] = t.disputes, t.wars
	out[Concessions], out[Abandonments] = t.concessions, t.abandonments
}
