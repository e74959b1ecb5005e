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

// pair is a state, or two of them; with is [ir.World] for a single state.
type pair struct{ state, with ir.CCode }

func (p pair) compare(q pair) int {
	return cmp.Or(cmp.Compare(p.state, q.state), cmp.Compare(p.with, q.with))
}

// cell is a figure as it will stand in a panel.
type cell struct {
	pair
	year             ir.Year
	value, low, high float64
	kind             prov.Kind
	source           int32 // among those of its gather
}

// stretch is a run of years in which a spell holds, both included.
type stretch struct {
	from, to ir.Year
	value    float64
	kind     prov.Kind
	source   int
}

// gather is what the series of one dataset say of one indicator, together.
type gather struct {
	indicator    panel.Indicator
	manifest     store.Manifest
	own, total   bool
	base         bool   // what the panel had before
	lead         string // key of the source that absence is by; "" is the first
	step         string
	sources      []prov.Source
	cells        []cell
	at           map[uint64]int32 // of a figure among cells
	once         map[oneOf]bool
	spells       map[pair][]stretch
	contradicted int
	rows         int // taken into the panel
}

// oneOf is a pair with the text by which its rows count once.
type oneOf struct {
	pair
	text string
}

// gathered are the indicators of one dataset, in the order met.
type gathered struct {
	own   bool
	list  []*gather
	known map[string]*gather
}

// of is what a series adds to.
func (g *gathered) of(m store.Manifest, d source.Series) *gather {
	one := g.known[d.Indicator.Name]
	if one == nil {
		one = &gather{indicator: d.Indicator, manifest: m, own: g.own, total: d.Total, at: map[uint64]int32{}, once: map[oneOf]bool{}, spells: map[pair][]stretch{}}
		g.known[d.Indicator.Name] = one
		g.list = append(g.list, one)
	}
	return one
}

// add notes a source and returns its place.
func (g *gather) add(src prov.Source) int {
	if i := slices.Index(g.sources, src); i >= 0 {
		return i
	}
	g.sources = append(g.sources, src)
	return len(g.sources) - 1
}

// ordered puts a symmetric dyad in one order.
func (g *gather) ordered(p pair) pair {
	if g.indicator.Form == panel.SymmetricDyad && p.state > p.with {
		p.state, p.with = p.with, p.state
	}
	return p
}

// keyOf packs a figure of an indicator into a number.
func keyOf(p pair, y ir.Year) uint64 {
	return uint64(p.state)<<48 | uint64(p.with)<<32 | uint64(uint32(int32(y)))
}

// seen reports whether a row of a pair with this text came before.
func (g *gather) seen(p pair, text string) bool {
	k := oneOf{g.ordered(p), text}
	before := g.once[k]
	g.once[k] = true
	return before
}

// put adds a cell, to the one that is there where sum says so.
func (g *gather) put(c cell, sum bool) {
	c.pair = g.ordered(c.pair)
	k := keyOf(c.pair, c.year)
	i, twice := g.at[k]
	switch {
	case !twice:
		g.at[k] = int32(len(g.cells))
		g.cells = append(g.cells, c)
	case sum:
		have := &g.cells[i]
		have.value, have.low, have.high = have.value+c.value, have.low+c.low, have.high+c.high
	case g.cells[i].value != c.value:
		g.contradicted++
	}
}

// hold marks years of a pair.
func (g *gather) hold(p pair, s stretch) {
	p = g.ordered(p)
	list := g.spells[p]
	if n := len(list); n > 0 && list[n-1].value == s.value && list[n-1].source == s.source && list[n-1].to == s.from-1 {
		list[n-1].to = s.to
		return
	}
	g.spells[p] = append(list, s)
}

// finish adds totals, drops what only they needed and zeros that absence says,
// and puts the cells in order.
func (g *gather) finish(t *target) {
	g.at, g.once = nil, nil
	if g.total {
		g.sum()
	}
	g.cells = slices.DeleteFunc(g.cells, func(c cell) bool {
		return c.state != ir.World && !t.has(c.state) || g.indicator.Holds == panel.Count && c.value == 0
	})
	slices.SortFunc(g.cells, func(a, b cell) int { return cmp.Or(a.compare(b.pair), cmp.Compare(a.year, b.year)) })
	if t.newest > 0 && g.indicator.Dyadic() && !g.indicator.Covered() {
		g.cells = g.last(t.newest)
	}
}

// last keeps the last figures of each pair.
func (g *gather) last(n int) []cell {
	out := g.cells[:0]
	for i, c := range g.cells {
		if i+n >= len(g.cells) || g.cells[i+n].pair != c.pair {
			out = append(out, c)
		}
	}
	return slices.Clip(out)
}

// sum adds the sum over every state of the table as the world's figure, where
// the table has none of its own.
func (g *gather) sum() {
	src := g.sources[0]
	src.Key += ":sum"
	src.Note = "the sum over every state in the table; " + src.Note
	at := g.add(src)
	sums, published := map[ir.Year]float64{}, map[ir.Year]bool{}
	for _, c := range g.cells {
		if c.state == ir.World {
			published[c.year] = true
		} else {
			sums[c.year] += c.value // in the order of the table
		}
	}
	for y, v := range sums {
		if !published[y] {
			g.cells = append(g.cells, cell{year: y, value: v, low: v, high: v, kind: prov.Derived, source: int32(at)})
		}
	}
}

// leading is the key of the source that absence is by.
func (g *gather) leading() string { return cmp.Or(g.lead, g.sources[0].Key) }

// empty reports that there is no figure.
func (g *gather) empty() bool { return len(g.cells) == 0 && len(g.spells) == 0 }

// reach is the newest year of a run of cells that is no forecast.
func reach(cells []cell) ir.Year {
	for i := len(cells) - 1; i >= 0; i-- {
		if cells[i].kind != prov.Forecast {
			return cells[i].year
		}
	}
	return math.MinInt
}
