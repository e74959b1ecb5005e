package study

import (
	"math"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/measure/alignment"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// Themes group the dimensions by which states are compared. Each counts alike.
const (
	ThemeSize       = "size"
	ThemeBurden     = "arms"
	ThemeRegime     = "regime"
	ThemePlace      = "place"
	ThemeTies       = "ties"
	ThemeDependence = "dependence"
	ThemeConflict   = "conflict"
)

// aspect is one dimension by which states are compared.
type aspect struct {
	key, theme, unit string
	log              bool // compared as a ratio
	of               func(v *viewer, c ir.CCode) (float64, ir.Year)
}

// viewer reads the aspects of states between the powers of a pair.
type viewer struct {
	x    *Situation
	pair Pair
	rows map[ir.CCode]PositionRow
	l    *ledger
}

// aspects lists the dimensions, theme by theme.
func aspects() []aspect {
	return []aspect{
		{"output", ThemeSize, "US$ current", true, newest(gdpCurrent)},
		{"population", ThemeSize, "persons", true, newest(population)},
		{"output_per_head", ThemeSize, "US$ current per person", true, (*viewer).perHead},
		{"spending", ThemeBurden, "US$ 2021", true, newest(milex)},
		{"burden", ThemeBurden, "% of GDP", false, newest(milexGDP)},
		{"democracy", ThemeRegime, "index, 0 to 1", false, newest("polyarchy")},
		{"turnover", ThemeRegime, "leaders a year", false, (*viewer).turnover},
		{"squeeze", ThemePlace, "share of world", true, (*viewer).squeeze},
		{"tightness", ThemePlace, "", false, (*viewer).tightness},
		{"nearest_power", ThemePlace, "km", false, (*viewer).nearestPower},
		{"borders", ThemePlace, "states", false, (*viewer).borders},
		{"lean", ThemeTies, "-1 to 1", false, (*viewer).lean},
		{"votes", ThemeTies, "score", false, newest(idealPoint)},
		{"allies", ThemeTies, "states", false, (*viewer).allies},
		{"trade_a", ThemeDependence, "share of GDP", false, func(v *viewer, c ir.CCode) (float64, ir.Year) { return v.trade(c, v.pair.A) }},
		{"trade_b", ThemeDependence, "share of GDP", false, func(v *viewer, c ir.CCode) (float64, ir.Year) { return v.trade(c, v.pair.B) }},
		{"energy", ThemeDependence, "% of energy use", false, newest("energy_imports")},
		{"food", ThemeDependence, "% of merchandise imports", false, newest("food_imports")},
		{"disputes", ThemeConflict, "disputes a year", false, (*viewer).disputes},
		{"rivals", ThemeConflict, "states", false, (*viewer).rivals},
	}
}

// newest reads the newest figure of an indicator.
func newest(indicator string) func(*viewer, ir.CCode) (float64, ir.Year) {
	return func(v *viewer, c ir.CCode) (float64, ir.Year) {
		cell, ok := v.l.value(indicator, c)
		if !ok {
			return math.NaN(), 0
		}
		return cell.Value, cell.Year
	}
}

func (v *viewer) perHead(c ir.CCode) (float64, ir.Year) {
	gdp, year := newest(gdpCurrent)(v, c)
	cell, ok := v.x.s.At(population, c, year)
	if !ok || cell.Value <= 0 {
		return math.NaN(), 0
	}
	v.l.note(v.l.s.Figure(population, c, cell))
	return gdp / cell.Value, year
}

// countYears is over how many years what happened is averaged.
const countYears = 20

// aYear is the mean of a count over the last years that its source covers.
func (v *viewer) aYear(indicator string, c ir.CCode) (float64, ir.Year) {
	first, last, ok := v.x.s.Covered(indicator, c)
	if !ok {
		return math.NaN(), 0
	}
	last = min(last, v.x.Year)
	sum, years := v.x.s.Count(indicator, c, max(first, last-countYears+1), last)
	if years == 0 {
		return math.NaN(), 0
	}
	return sum / float64(years), last
}

func (v *viewer) turnover(c ir.CCode) (float64, ir.Year) { return v.aYear(leaders, c) }
func (v *viewer) disputes(c ir.CCode) (float64, ir.Year) { return v.aYear("disputes", c) }

func (v *viewer) squeeze(c ir.CCode) (float64, ir.Year) {
	r, ok := v.rows[c]
	if !ok || r.Squeeze.Value <= 0 {
		return math.NaN(), 0
	}
	return r.Squeeze.Value, v.x.Year
}

func (v *viewer) tightness(c ir.CCode) (float64, ir.Year) {
	r, ok := v.rows[c]
	if !ok {
		return math.NaN(), 0
	}
	return r.Tightness.Value, v.x.Year
}

// nearestPower is the least distance to the main territory of a power.
func (v *viewer) nearestPower(c ir.CCode) (float64, ir.Year) {
	nearest := math.NaN()
	for _, p := range v.x.Powers {
		if p == c {
			continue
		}
		if d, ok := v.l.distance(toTerritory, p, c); ok && !(d >= nearest) {
			nearest = d
		}
	}
	return nearest, v.x.Year
}

// with counts the states with which a tie holds, of those for which it is known.
func (v *viewer) with(holds func(other ir.CCode) bool) float64 {
	n := 0.0
	for _, st := range v.x.s.Codes().All() {
		if holds(st.CCode) {
			n++
		}
	}
	return n
}

func (v *viewer) borders(c ir.CCode) (float64, ir.Year) {
	return v.with(func(o ir.CCode) bool { return o != c && v.l.holds(border, c, o) }), v.x.Year
}

func (v *viewer) allies(c ir.CCode) (float64, ir.Year) {
	return v.with(func(o ir.CCode) bool { return o != c && relation(v.l, c, o) == Ally }), v.lastOf(pact)
}

func (v *viewer) rivals(c ir.CCode) (float64, ir.Year) {
	return v.with(func(o ir.CCode) bool { return o != c && v.l.holds(rivalry, c, o) }), v.lastOf(rivalry)
}

// lastOf is the last year that the list of an indicator covers, up to the year of
// study.
func (v *viewer) lastOf(indicator string) ir.Year {
	d, ok := v.x.s.Describe(indicator)
	if !ok || !d.Covered() {
		return v.x.Year
	}
	return min(d.Last, v.x.Year)
}

// lean is between the powers of the pair, none for these themselves.
func (v *viewer) lean(c ir.CCode) (float64, ir.Year) {
	s := alignment.Between(v.x.s, c, v.pair.A, v.pair.B, v.x.Year, v.x.settings.Alignment, v.x.settings.Ties)
	if !s.HasLean {
		return math.NaN(), 0
	}
	v.l.note(s.Lean.Trail.Figures...)
	return s.Lean.Value, v.x.Year
}

// trade is that with a power over output, in the newest year with both ways of it.
func (v *viewer) trade(c, power ir.CCode) (float64, ir.Year) {
	if c == power {
		return math.NaN(), 0
	}
	w := v.x.settings.Ties
	w.Over = alignment.OverOutput
	facts, trail := alignment.Read(v.x.s, c, power, v.x.Year, w)
	if math.IsNaN(facts.TradeShare) {
		return math.NaN(), 0
	}
	year := ir.Year(0)
	for _, f := range trail.Figures {
		if f.Indicator == exports {
			year = f.Year
		}
	}
	v.l.note(only(trail.Figures, exports, gdpCurrent)...)
	return facts.TradeShare, year
}

// only keeps the figures of some indicators.
func only(figures []prov.Figure, indicators ...string) []prov.Figure {
	var out []prov.Figure
	for _, f := range figures {
		for _, name := range indicators {
			if f.Indicator == name {
				out = append(out, f)
			}
		}
	}
	return out
}
