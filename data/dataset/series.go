package dataset

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"
	"strconv"

	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/data/store"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// series is one declared indicator read from one edition, as rows of a panel.
type series struct {
	decl         source.Series
	manifest     store.Manifest
	source       prov.Source
	sources      []prov.Source // of every table, and of derived rows
	rows         []panel.Row
	last         ir.Year // newest that is no forecast
	contradicted int
}

// scan is one pass over a stored table for all the series declared of it.
type scan struct {
	codes   *ir.Codes
	columns []string
	types   []string
	systems []source.Code
	at      map[string]int // place among columns, by name as published
	cells   []source.Value
	row     int64
	memo    []memo
	found   []map[meant]ir.CCode // by column
}

// memo is the state that a column was last found to mean.
type memo struct {
	row  int64
	year ir.Year
	c    ir.CCode
}

// gather is what the series of one dataset say of one indicator, together.
type gather struct {
	series
	have   map[figure]float64
	spells map[pair]*span
	sums   map[ir.Year]float64
	order  []pair
}

// part turns the rows of a stored table into those of a panel, by one of the
// series declared.
type part struct {
	*scan
	*gather
	decl   source.Series
	source prov.Source
	places places
	wide   []wideYear
}

// places are where the columns of a series stand, -1 for none.
type places struct{ state, partner, year, start, end, value, low, high int }

// wideYear is a column that holds a year.
type wideYear struct {
	at   int
	year ir.Year
}

// meant is a code in a year.
type meant struct {
	text string
	n    int64
	year ir.Year
}

type pair struct{ state, with ir.CCode }

// span is what held in each year that a source covers.
type span struct{ held []float64 }

// noState marks a code that is no state of the core.
const noState = ir.CCode(math.MaxUint16)

// read reads every series that is declared of one table into what is gathered
// of their indicators.
func read(ctx context.Context, s *store.Store, m store.Manifest, decls []source.Series, codes *ir.Codes, into map[string]*gather) error {
	t, err := s.Table(m, decls[0].Table)
	if err != nil {
		return err
	}
	defer func() { _ = t.Close() }()
	c := &scan{codes: codes, at: map[string]int{}}
	c.plan(t, decls)
	parts := make([]*part, len(decls))
	for i, d := range decls {
		parts[i] = newPart(c, m, t.Stored, d, into)
	}
	return t.Each(ctx, c.columns, func(n int64, cells []source.Value) error {
		c.cells, c.row = cells, n+1
		for _, p := range parts {
			if p.decl.Where == nil || p.decl.Where(p) {
				p.take()
			}
		}
		return nil
	})
}

func newPart(c *scan, m store.Manifest, t store.Stored, d source.Series, into map[string]*gather) *part {
	p := &part{scan: c, decl: d, source: sourceOf(m, t), gather: into[d.Indicator.Name], places: places{
		c.place(d.State), c.place(d.Partner), c.place(d.Year), c.place(d.Start), c.place(d.End), c.place(d.Value), c.place(d.Low), c.place(d.High),
	}}
	if p.gather == nil {
		p.gather = &gather{
			series: series{decl: d, manifest: m, source: p.source, last: math.MinInt},
			have:   map[figure]float64{}, spells: map[pair]*span{}, sums: map[ir.Year]float64{},
		}
		into[d.Indicator.Name] = p.gather
	}
	if !slices.Contains(p.sources, p.source) {
		p.sources = append(p.sources, p.source)
	}
	if isWide(d) {
		for i, name := range c.columns {
			if y, ok := source.YearName(name); ok {
				p.wide = append(p.wide, wideYear{i, y})
			}
		}
	}
	return p
}

func isWide(d source.Series) bool { return d.Year == "" && d.Start == "" && d.Always == 0 }

// sourceOf says where the figures of a table come from.
func sourceOf(m store.Manifest, t store.Stored) prov.Source {
	note := fmt.Sprintf("imported from %s", t.Source.File)
	if !t.Source.Verified {
		note += ", unverified: no edition known has a file of that hash"
	}
	if m.Note != "" {
		note += "; " + m.Note
	}
	return prov.Source{
		Key: fmt.Sprintf("%s:%s:%s", m.Dataset, m.Edition, t.Table), Publisher: m.Publisher, Title: m.Title, Edition: m.Edition,
		URL: m.URL, Licence: m.Licence, Cite: m.Cite, SHA256: t.Source.SHA256, Note: note,
	}
}

// plan lists the columns to read: those that a series names, all of them where
// one asks whatever it likes, and years only where they are columns.
func (c *scan) plan(t *store.Table, decls []source.Series) {
	for _, column := range t.Columns {
		_, isYear := source.YearName(column.Name)
		wanted := false
		for _, d := range decls {
			wanted = wanted || d.Where != nil && !isYear || isYear && isWide(d)
			for _, name := range []string{d.State, d.Partner, d.Year, d.Start, d.End, d.Value, d.Low, d.High} {
				wanted = wanted || name != "" && source.SameName(name, column.Name)
			}
		}
		if wanted {
			c.at[source.Folded(column.Name)] = len(c.columns)
			c.columns = append(c.columns, column.Name)
			c.types = append(c.types, column.Type)
			c.systems = append(c.systems, source.ParseCode(column.Code))
			c.found = append(c.found, map[meant]ir.CCode{})
		}
	}
	c.memo = make([]memo, len(c.columns))
}

// place is where a column stands, -1 for none.
func (c *scan) place(name string) int {
	i, ok := c.at[source.Folded(name)]
	if !ok || name == "" {
		return -1
	}
	return i
}

// Text gives a cell of the current row to [source.Series.Where].
func (c *scan) Text(column string) string {
	i := c.place(column)
	if i < 0 || c.cells[i].Null {
		return ""
	}
	return textOf(c.types[i], c.cells[i])
}

// Number gives a cell of the current row to [source.Series.Where].
func (c *scan) Number(column string) (v float64, ok bool) { return c.number(c.place(column)) }

func (c *scan) number(i int) (v float64, ok bool) {
	if i < 0 || c.cells[i].Null || c.types[i] == source.Text.String() {
		return math.NaN(), false
	}
	return c.cells[i].Float, true
}

func textOf(kind string, v source.Value) string {
	switch kind {
	case source.Int.String():
		return strconv.FormatInt(v.Int, 10)
	case source.Float.String():
		return strconv.FormatFloat(v.Float, 'g', -1, 64)
	}
	return v.Text
}

// take takes the figures of the current row.
func (r *part) take() {
	d := &r.decl
	switch {
	case d.Start != "":
		r.spell()
	case d.Year != "":
		if y, ok := r.year(r.places.year); ok {
			r.figure(y+ir.Year(d.Plus), r.places.value)
		}
	case d.Always != 0:
		r.figure(d.Always, r.places.value)
	default:
		for _, w := range r.wide {
			r.figure(w.year, w.at)
		}
	}
}

// year reads a year or the year of a date.
func (c *scan) year(i int) (ir.Year, bool) {
	if i < 0 || c.cells[i].Null {
		return 0, false
	}
	if c.types[i] != source.Text.String() && math.Abs(c.cells[i].Float) < 1e5 {
		return ir.Year(c.cells[i].Float), true
	}
	return source.YearIn(textOf(c.types[i], c.cells[i]))
}

// state is the state that a cell of the current row means in a year, [ir.World]
// or noState.
func (c *scan) state(i int, y ir.Year) ir.CCode {
	if m := c.memo[i]; m.row == c.row && m.year == y {
		return m.c
	}
	out := noState
	if v := c.cells[i]; !v.Null {
		k := meant{v.Text, v.Int, y}
		var ok bool
		if out, ok = c.found[i][k]; !ok {
			out = c.resolve(c.systems[i], textOf(c.types[i], v), y)
			c.found[i][k] = out
		}
	}
	c.memo[i] = memo{c.row, y, out}
	return out
}

func (c *scan) resolve(system source.Code, text string, y ir.Year) ir.CCode {
	if source.IsWorld(system, text) {
		return ir.World
	}
	if state, verdict := source.Resolve(system, text, y); verdict == source.Matched {
		return state
	}
	return noState
}

// inCore reports whether the panel knows a state.
func (c *scan) inCore(s ir.CCode) bool {
	_, ok := c.codes.State(s)
	return ok
}

// pairOf is the state, or pair of states, of the current row in a year. A state
// that the panel does not know counts only where all of them make a total; the
// world only where the indicator is of single states.
func (r *part) pairOf(y ir.Year) (pair, bool) {
	p := pair{state: r.state(r.places.state, y)}
	if p.state == noState || !r.decl.Total && p.state != ir.World && !r.inCore(p.state) {
		return p, false
	}
	if r.decl.Partner == "" {
		return p, true
	}
	p.with = r.state(r.places.partner, y)
	return p, p.with != noState && p.state != p.with && r.inCore(p.state) && r.inCore(p.with)
}

// figure keeps the figure of one year.
func (r *part) figure(y ir.Year, at int) {
	v, ok := 1.0, true
	if r.decl.Value != "" || at >= 0 {
		v, ok = r.number(at)
	}
	d := &r.decl.Indicator
	if !ok || d.Covered() && (y < d.First || y > d.Last) {
		return
	}
	p, ok := r.pairOf(y)
	if !ok {
		return
	}
	v *= cmp.Or(r.decl.Scale, 1)
	if d.Holds == panel.Spell {
		r.hold(p, y, v)
		return
	}
	r.keep(p, y, v)
}

// keep adds a row unless it is there, and counts the ones that contradict.
func (r *part) keep(p pair, y ir.Year, v float64) {
	d := &r.decl.Indicator
	row := panel.Row{
		Indicator: d.Name, Unit: d.Unit, State: p.state, Partner: p.with, Year: y,
		Value: v, Low: v, High: v, Kind: r.decl.Kind, Source: r.source.Key,
	}
	f := figureOf(row, d.Form)
	if before, twice := r.have[f]; twice {
		if before != v {
			r.contradicted++
		}
		return
	}
	r.have[f] = v
	if r.decl.Total && p.state != ir.World {
		r.sums[y] += v
	}
	if p.state != ir.World && !r.inCore(p.state) {
		return // counted in the total alone
	}
	if d.Holds == panel.Count && v == 0 {
		return // absence says it
	}
	if low, ok := r.bound(r.places.low); ok && low <= v {
		row.Low = low
	}
	if high, ok := r.bound(r.places.high); ok && high >= v {
		row.High = high
	}
	if r.decl.Until != 0 && y > r.decl.Until {
		row.Kind = prov.Forecast
	}
	if row.Kind != prov.Forecast {
		r.last = max(r.last, y)
	}
	r.rows = append(r.rows, row)
}

func (r *part) bound(at int) (float64, bool) {
	v, ok := r.number(at)
	return v * cmp.Or(r.decl.Scale, 1), ok
}

// spell marks the years between two dates.
func (r *part) spell() {
	d := &r.decl
	from, ok := r.year(r.places.start)
	if !ok {
		return
	}
	to, ok := r.year(r.places.end)
	if !ok || to < from {
		to = d.Indicator.Last
	}
	v := 1.0
	if d.Value != "" {
		if v, ok = r.number(r.places.value); !ok {
			return
		}
		v *= cmp.Or(d.Scale, 1)
	}
	for y := max(from, d.Indicator.First); y <= min(to, d.Indicator.Last); y++ {
		if p, ok := r.pairOf(y); ok {
			r.hold(p, y, v)
		}
	}
}

// hold marks a year of a pair; of two values the larger holds.
func (r *part) hold(p pair, y ir.Year, v float64) {
	d := &r.decl.Indicator
	if d.Form == panel.SymmetricDyad && p.state > p.with {
		p.state, p.with = p.with, p.state
	}
	s := r.spells[p]
	if s == nil {
		s = &span{make([]float64, d.Last-d.First+1)}
		r.spells[p] = s
		r.order = append(r.order, p)
	}
	s.held[y-d.First] = max(s.held[y-d.First], v)
}

// finish turns marked years into rows of change, and adds totals.
func (r *gather) finish() {
	d := &r.decl.Indicator
	slices.SortFunc(r.order, func(a, b pair) int {
		return cmp.Or(cmp.Compare(a.state, b.state), cmp.Compare(a.with, b.with))
	})
	for _, p := range r.order {
		before := 0.0
		for i, v := range r.spells[p].held {
			if v != before {
				y := d.First + ir.Year(i)
				r.rows = append(r.rows, panel.Row{
					Indicator: d.Name, Unit: d.Unit, State: p.state, Partner: p.with, Year: y,
					Value: v, Low: v, High: v, Kind: r.decl.Kind, Source: r.source.Key,
				})
				before = v
			}
		}
	}
	if len(r.order) > 0 {
		r.last = d.Last
	}
	if r.decl.Total {
		r.total()
	}
}

// total adds the sum over every state of the table as the world's figure, where
// the table has none of its own.
func (r *gather) total() {
	src := r.source
	src.Key += ":sum"
	src.Note = "the sum over every state in the table; " + src.Note
	r.sources = append(r.sources, src)
	years := make([]ir.Year, 0, len(r.sums))
	for y := range r.sums {
		if _, published := r.have[figure{indicator: r.decl.Indicator.Name, year: y}]; !published {
			years = append(years, y)
		}
	}
	slices.Sort(years)
	d := &r.decl.Indicator
	for _, y := range years {
		v := r.sums[y]
		r.rows = append(r.rows, panel.Row{
			Indicator: d.Name, Unit: d.Unit, Year: y, Value: v, Low: v, High: v, Kind: prov.Derived, Source: src.Key,
		})
	}
}
