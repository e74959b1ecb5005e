package dataset

import (
	"cmp"
	"math"
	"slices"

	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/data/store"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// forever is later than any year.
const forever ir.Year = math.MaxInt16

// lookback is how many years of points of pairs a panel carries before the first
// year it is for: a little more than any measure looks back.
const lookback = 20

// target is the panel to be built.
type target struct {
	base  *panel.Snapshot
	codes *ir.Codes
	known map[ir.CCode]bool
	rows  map[string][]panel.Row // of the base, by indicator
	// until is the last year that is read, and since the first of which points of
	// pairs are.
	since, until ir.Year
	// newest is how many figures of a pair's points are kept, counted from the
	// last; 0 is all.
	newest int
	// only are the indicators asked for; nil is all.
	only map[string]bool
	// beside are indicators taken that the base does not have.
	beside []string
	// standIn turns a series into one of an indicator it may stand in for; nil
	// leaves all as they are.
	standIn func(store.Manifest, source.Series) source.Series
}

func newTarget(base *panel.Snapshot, codes *ir.Codes, first, until ir.Year) *target {
	t := &target{base: base, codes: codes, known: map[ir.CCode]bool{}, rows: map[string][]panel.Row{}, since: first - lookback, until: until}
	for _, st := range codes.All() {
		t.known[st.CCode] = true
	}
	for _, r := range base.Rows() {
		in := func(c ir.CCode) bool { return c == ir.World || t.known[c] }
		if r.Year <= until && in(r.State) && in(r.Partner) {
			t.rows[r.Indicator] = append(t.rows[r.Indicator], r)
		}
	}
	return t
}

// has reports whether the panel knows a state.
func (t *target) has(c ir.CCode) bool { return t.known[c] }

// wants reports whether the panel takes figures of an indicator in a year.
func (t *target) wants(d *panel.Indicator, y ir.Year) bool {
	return y <= t.until && (y >= t.since || !d.Dyadic() || d.Covered())
}

// merger builds the parts of a panel.
type merger struct {
	target   *target
	sources  []prov.Source
	at       map[string]bool
	declared []panel.Indicator
	rows     []panel.Row
}

// merge builds the panel: what is chosen of the datasets, over what the base
// has.
func (o *Overlay) merge(t *target, all []*gather) (*panel.Snapshot, error) {
	m := &merger{target: t, sources: t.base.Sources(), at: map[string]bool{}}
	for _, s := range m.sources {
		m.at[s.Key] = true
	}
	byName := map[string][]*gather{}
	m.declared = t.base.Indicators()
	for _, g := range all {
		name := g.indicator.Name
		if _, ok := t.base.Describe(name); !ok && byName[name] == nil {
			m.declared = append(m.declared, g.indicator)
		}
		byName[name] = append(byName[name], g)
	}
	for i := range m.declared {
		d := &m.declared[i]
		list := alike(byName[d.Name])
		switch {
		case len(list) == 0:
			m.rows = append(m.rows, t.rows[d.Name]...)
		case list[0].indicator.Covered():
			m.covered(d, list)
		default:
			m.points(d, list)
		}
	}
	o.report(all)
	o.rows = m.rows
	return panel.New(t.codes, m.sources, m.rows, m.declared...)
}

// take adds a cell that was chosen.
func (m *merger) take(d *panel.Indicator, g *gather, c cell) {
	src := g.sources[c.source]
	if !m.at[src.Key] {
		m.at[src.Key] = true
		m.sources = append(m.sources, src)
	}
	g.rows++
	m.rows = append(m.rows, panel.Row{
		Indicator: d.Name, Unit: d.Unit, State: c.state, Partner: c.with, Year: c.year,
		Value: c.value, Low: c.low, High: c.high, Kind: c.kind, Source: src.Key,
	})
}

// points adds what the datasets give, and what the base has beside it.
func (m *merger) points(d *panel.Indicator, list []*gather) {
	stated := map[uint64]bool{}
	points(list, func(g *gather, c cell) {
		stated[keyOf(c.pair, c.year)] = true
		m.take(d, g, c)
	})
	for _, r := range m.target.rows[d.Name] {
		if !stated[keyOf(list[0].ordered(pair{r.State, r.Partner}), r.Year)] {
			m.rows = append(m.rows, r)
		}
	}
}

// alike keeps the datasets whose rows hold alike: as the user's own do or, where
// there are none, as those do whose absence counts.
func alike(list []*gather) []*gather {
	if len(list) == 0 {
		return nil
	}
	lead := slices.MinFunc(list, func(a, b *gather) int {
		return cmp.Or(-compareBool(a.own, b.own), -compareBool(a.indicator.Covered(), b.indicator.Covered()))
	})
	return slices.DeleteFunc(slices.Clone(list), func(g *gather) bool { return g.indicator.Holds != lead.indicator.Holds })
}

// covered adds what the datasets and then the base answer for, and what the
// base knows past all of them.
func (m *merger) covered(d *panel.Indicator, list []*gather) {
	rows := m.target.rows[d.Name]
	if have, ok := m.target.base.Describe(d.Name); ok && have.Covered() {
		base, later := ofBase(m.target, have)
		list, rows = append(slices.Clone(list), base), later
	}
	years := terms(list)
	newest := years[len(years)-1]
	d.Holds, d.First, d.Last, d.Source = list[0].indicator.Holds, years[0].first, newest.last, newest.from.leading()
	covered(*d, years, func(g *gather, c cell) { m.take(d, g, c) })
	m.note(years)
	for _, r := range rows {
		if r.Year > d.Last {
			m.rows = append(m.rows, r)
		}
	}
}

// ofBase is what the base says of an indicator whose absence counts, as one more
// dataset, the last in order; later are its rows past the years it covers.
func ofBase(t *target, d panel.Indicator) (g *gather, later []panel.Row) {
	g = &gather{indicator: d, base: true, lead: d.Source, spells: map[pair][]stretch{}, sources: t.base.Sources()}
	byKey := map[string]int{}
	for i, src := range g.sources {
		byKey[src.Key] = i
	}
	for _, r := range t.rows[d.Name] {
		if r.Year > d.Last {
			later = append(later, r)
			continue
		}
		p := pair{r.State, r.Partner}
		if d.Holds == panel.Count {
			g.cells = append(g.cells, cell{p, r.Year, r.Value, r.Low, r.High, r.Kind, int32(byKey[r.Source])})
			continue
		}
		if list := g.spells[p]; len(list) > 0 {
			list[len(list)-1].to = r.Year - 1
		}
		g.spells[p] = append(g.spells[p], stretch{r.Year, d.Last, r.Value, r.Kind, byKey[r.Source]})
	}
	return g, later
}

// note lists the sources of all that answer for years, since absence has one.
func (m *merger) note(years []term) {
	for _, t := range years {
		if src := t.from.sources[0]; !t.from.base && !m.at[src.Key] {
			m.at[src.Key] = true
			m.sources = append(m.sources, src)
		}
	}
}
