package study

import (
	"math"

	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// The indicators that studies read.
const (
	gdpCurrent   = "gdp_current"
	gdpConstant  = "gdp_constant"
	gdpGrowth    = "gdp_growth"
	gdpPPP       = "gdp_ppp"
	population   = "population"
	tradeTotal   = "trade_total"
	warheads     = "warheads"
	leaders      = "leader_changes"
	milex        = "milex_constant"
	milexGDP     = "milex_gdp"
	majorPower   = "major_power"
	idealPoint   = "ideal_point"
	pact         = "defence_pact"
	rivalry      = "rivalry"
	war          = "war"
	border       = "land_border"
	toCapital    = "distance_capital"
	toTerritory  = "distance_territory"
	troops       = "troops_hosted"
	exports      = "exports"
	onset        = "dispute_onset"
	relevant     = "politically_relevant"
	rateNeighbor = "dispute_rate_neighbour"
	rateMajor    = "dispute_rate_major"
	warShare     = "dispute_war_share"
	yieldShare   = "dispute_yield_share"
)

// ledger reads a snapshot as of one year and notes every figure it used.
type ledger struct {
	s    *panel.Snapshot
	year ir.Year
	used []prov.Figure

	quiet bool // nothing is noted
}

// note keeps the figures for the trail.
func (l *ledger) note(figures ...prov.Figure) {
	if !l.quiet {
		l.used = append(l.used, figures...)
	}
}

// value returns the newest figure of a state, or of the world.
func (l *ledger) value(indicator string, state ir.CCode) (panel.Cell, bool) {
	c, ok := l.s.Latest(indicator, state, l.year)
	if ok {
		l.note(l.s.Figure(indicator, state, c))
	}
	return c, ok
}

// between returns the newest figure of a directed dyad.
func (l *ledger) between(indicator string, from, to ir.CCode) (panel.Cell, bool) {
	d := ir.Directed{From: from, To: to}
	c, ok := l.s.DyadLatest(indicator, d, l.year)
	if ok {
		l.note(l.s.DyadFigure(indicator, d, c))
	}
	return c, ok
}

// holds reports whether a 0/1 figure of a dyad is 1 as last known.
func (l *ledger) holds(indicator string, from, to ir.CCode) bool {
	c, ok := l.between(indicator, from, to)
	return ok && c.Value >= 1
}

// distance is the distance of two states in km, by capitals or territories.
func (l *ledger) distance(indicator string, from, to ir.CCode) (float64, bool) {
	if from == to {
		return 0, true
	}
	c, ok := l.between(indicator, from, to)
	return c.Value, ok
}

// started sums the disputes that From started with To over the last window
// years on record and says over how many years there were figures.
func (l *ledger) started(d ir.Directed, window int) (sum, years float64) {
	first, last, ok := l.s.DyadCovered(onset, d)
	if !ok {
		return 0, 0
	}
	last = min(last, l.year)
	for y := last; y >= max(first, last-ir.Year(window)+1); y-- {
		if c, ok := l.s.DyadAt(onset, d, y); ok {
			sum += c.Value
			years++
			l.note(l.s.DyadFigure(onset, d, c))
		}
	}
	return sum, years
}

// recorded reports whether the record of disputes tells of a dyad: at some time
// it was politically relevant, or either state started a dispute with the other.
func recorded(s *panel.Snapshot, d ir.Directed) bool {
	back := ir.Directed{From: d.To, To: d.From}
	return d.From != d.To &&
		len(s.DyadSeries(relevant, d))+len(s.DyadSeries(onset, d))+len(s.DyadSeries(onset, back)) > 0
}

// run returns the unbroken run of yearly figures that ends with the newest.
func (l *ledger) run(indicator string, state ir.CCode) []panel.Cell {
	cells := l.s.Series(indicator, state)
	for len(cells) > 0 && (cells[len(cells)-1].Year > l.year || cells[len(cells)-1].Kind == prov.Forecast) {
		cells = cells[:len(cells)-1]
	}
	first := len(cells)
	for first > 0 && (first == len(cells) || cells[first-1].Year == cells[first].Year-1) {
		first--
	}
	return cells[first:]
}

// growth is the mean yearly log growth of output over the last years on record,
// as many as asked for where there are: from constant-price output, or from
// published growth rates.
func (l *ledger) growth(state ir.CCode, years int) (float64, bool) {
	if cells := l.run(gdpConstant, state); len(cells) > 1 {
		last := cells[len(cells)-1]
		first := cells[max(0, len(cells)-1-years)]
		l.note(l.s.Figure(gdpConstant, state, first), l.s.Figure(gdpConstant, state, last))
		return math.Log(last.Value/first.Value) / float64(last.Year-first.Year), true
	}
	cells := l.run(gdpGrowth, state)
	if len(cells) == 0 {
		return 0, false
	}
	sum, n := 0.0, 0.0
	for _, c := range cells[max(0, len(cells)-years):] {
		l.note(l.s.Figure(gdpGrowth, state, c))
		sum += math.Log1p(c.Value / 100)
		n++
	}
	return sum / n, true
}

// trail closes the ledger under a formula.
func (l *ledger) trail(formula string, params ...string) prov.Trail {
	return prov.Merge(formula, prov.Trail{Figures: l.used, Params: params})
}
