package identity

import (
	"math"

	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/measure/capability"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// Around is what a reading takes from other measures: the powers, and the
// tightness of the squeeze on the state (NaN where it is not known).
type Around struct {
	Powers    []ir.CCode
	Tightness float64
}

// Reading is the facts on one state with the figures they were read from.
type Reading struct {
	Facts
	Trail prov.Trail
}

// Read gathers the facts on a state as of a year from a snapshot. Each figure is
// the newest not after the year, keeps its own year in the trail, and is never a
// forecast. What no figure says is NaN. No indicator tells where nuclear weapons
// are kept abroad, so Hosting is always NaN here.
func Read(s *panel.Snapshot, state ir.CCode, y ir.Year, a Around) Reading {
	r := reader{s: s, state: state, year: y}
	f := Facts{
		GDPShare: r.share("gdp_current"), MilexShare: r.share("milex_constant"),
		Tightness: a.Tightness, Trade: r.trade(), Divided: divided(state, y),
		Warheads: r.value("warheads", state), Hosting: math.NaN(), Guaranteed: r.guaranteed(),
		EnergyImports: r.value("energy_imports", state), Polyarchy: r.value("polyarchy", state),
	}
	f.LandNeighbours, f.Landlocked = place(state)
	f.Patron, f.Front = r.front(a.Powers)
	trail := prov.Merge("identity", prov.Trail{Figures: r.used})
	trail.Cites = []string{"cowstates2016", "henderson1974", "stinnett2002"}
	return Reading{Facts: f, Trail: trail}
}

func divided(state ir.CCode, y ir.Year) float64 {
	if _, ok := OtherHalf(state, y); ok {
		return 1
	}
	return 0
}

func place(state ir.CCode) (neighbours, landlocked float64) {
	n, ok := LandNeighbours(state)
	if !ok {
		return math.NaN(), math.NaN()
	}
	if noCoast[state] {
		return n, 1
	}
	return n, 0
}

// reader notes every figure it reads.
type reader struct {
	s     *panel.Snapshot
	state ir.CCode
	year  ir.Year
	used  []prov.Figure
}

func (r *reader) value(indicator string, state ir.CCode) float64 {
	c, ok := r.s.Latest(indicator, state, r.year)
	if !ok {
		return math.NaN()
	}
	r.used = append(r.used, r.s.Figure(indicator, state, c))
	return c.Value
}

func (r *reader) between(indicator string, from, to ir.CCode) float64 {
	d := ir.Directed{From: from, To: to}
	c, ok := r.s.DyadLatest(indicator, d, r.year)
	if !ok {
		return math.NaN()
	}
	r.used = append(r.used, r.s.DyadFigure(indicator, d, c))
	return c.Value
}

func (r *reader) share(indicator string) float64 {
	n, _, ok := capability.LatestShare(r.s, indicator, r.state, r.year)
	if !ok {
		return math.NaN()
	}
	r.used = append(r.used, n.Trail.Figures...)
	return n.Value
}

// trade is that in goods over output in the newest year with figures of both,
// from the total or from exports and imports apart.
func (r *reader) trade() float64 {
	gdp := r.s.Series("gdp_current", r.state)
	for i := len(gdp) - 1; i >= 0; i-- {
		g := gdp[i]
		if g.Year > r.year || g.Kind == prov.Forecast || g.Value <= 0 {
			continue
		}
		for _, parts := range [][]string{{"trade_total"}, {"exports_total", "imports_total"}} {
			if sum, ok := r.sum(parts, g.Year); ok {
				r.used = append(r.used, r.s.Figure("gdp_current", r.state, g))
				return sum / g.Value
			}
		}
	}
	return math.NaN()
}

func (r *reader) sum(indicators []string, y ir.Year) (total float64, ok bool) {
	var found []prov.Figure
	for _, name := range indicators {
		c, ok := r.s.At(name, r.state, y)
		if !ok || c.Kind == prov.Forecast {
			return 0, false
		}
		total += c.Value
		found = append(found, r.s.Figure(name, r.state, c))
	}
	r.used = append(r.used, found...)
	return total, true
}

// guaranteed is 1 where a state with warheads on record is bound to defend the
// state, 0 where none of them is, and NaN where that cannot be told.
func (r *reader) guaranteed() float64 {
	armed, unknown := false, false
	for _, w := range r.s.Codes().All() {
		c, ok := r.s.Latest("warheads", w.CCode, r.year)
		if w.CCode == r.state || !ok || c.Value <= 0 {
			continue
		}
		armed = true
		switch held := r.between("defence_pact", w.CCode, r.state); {
		case held >= 1:
			r.used = append(r.used, r.s.Figure("warheads", w.CCode, c))
			return 1
		case math.IsNaN(held):
			unknown = true
		}
	}
	if !armed || unknown {
		return math.NaN()
	}
	return 0
}

// front says whether a power with a rival is bound to the state, and how far the
// nearest opponent of such a power is. Only the ties to powers and those to the
// nearest opponent enter the trail.
func (r *reader) front(powers []ir.CCode) (patron, km float64) {
	km = math.NaN()
	unknown := len(powers) == 0
	var nearest opponent
	for _, g := range powers {
		if g == r.state {
			continue
		}
		held := r.bound(g)
		unknown = unknown || math.IsNaN(held)
		if !(held >= 1) {
			continue
		}
		for _, o := range r.opponents(g) {
			patron = 1
			c, ok := r.s.DyadLatest("distance_territory", ir.Directed{From: o.state, To: r.state}, r.year)
			if ok && (math.IsNaN(km) || c.Value < km) {
				km, nearest = c.Value, o
			}
		}
	}
	switch {
	case !math.IsNaN(km):
		r.between("rivalry", nearest.power, nearest.rival)
		r.between("defence_pact", nearest.rival, nearest.state)
		r.between("distance_territory", nearest.state, r.state)
	case patron == 0 && unknown:
		patron = math.NaN()
	}
	return patron, km
}

// opponent is a rival of a power, or a state bound to one by a defence pact.
type opponent struct{ power, rival, state ir.CCode }

// opponents lists those of a power that are bound neither to it nor to the state.
func (r *reader) opponents(g ir.CCode) []opponent {
	var out []opponent
	all := r.s.Codes().All()
	for _, st := range all {
		h := st.CCode
		if h == g || !r.holds("rivalry", g, h) {
			continue
		}
		for _, ally := range all {
			k := ally.CCode
			if k == g || k == r.state || (k != h && !r.allied(h, k)) || r.allied(k, g) || r.allied(k, r.state) {
				continue
			}
			out = append(out, opponent{g, h, k})
		}
	}
	return out
}

// holds reports whether a 0/1 figure of a dyad is 1 as last known, and allied
// whether a defence pact binds two states in either direction. Neither enters
// the trail.
func (r *reader) holds(indicator string, from, to ir.CCode) bool {
	c, ok := r.s.DyadLatest(indicator, ir.Directed{From: from, To: to}, r.year)
	return ok && c.Value >= 1
}

func (r *reader) allied(a, b ir.CCode) bool {
	return r.holds("defence_pact", a, b) || r.holds("defence_pact", b, a)
}

// bound is 1 where a defence pact binds the state and another in either
// direction.
func (r *reader) bound(other ir.CCode) float64 {
	a, b := r.between("defence_pact", other, r.state), r.between("defence_pact", r.state, other)
	switch {
	case math.IsNaN(a):
		return b
	case math.IsNaN(b):
		return a
	}
	return max(a, b)
}
