package dataset

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"

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
	totals       []prov.Source // of derived rows
	rows         []panel.Row
	last         ir.Year // newest that is no forecast
	contradicted int
}

// reader turns the rows of a stored table into those of a panel.
type reader struct {
	series
	codes   *ir.Codes
	columns []string
	at      map[string]int // place among columns, by name as published
	years   []ir.Year      // of columns that are years
	state   source.Code
	partner source.Code
	found   map[source.Code]map[meant]ir.CCode
	have    map[figure]float64
	spells  map[pair]*span
	sums    map[ir.Year]float64
	order   []pair
	cells   []source.Value
	types   []string
}

// meant is a code in a year.
type meant struct {
	text string
	year ir.Year
}

type pair struct{ state, with ir.CCode }

// span is what held in each year that a source covers.
type span struct{ held []float64 }

// noState marks a code that is no state of the core.
const noState = ir.CCode(math.MaxUint16)

func read(ctx context.Context, s *store.Store, m store.Manifest, decl source.Series, codes *ir.Codes) (series, error) {
	t, err := s.Table(m, decl.Table)
	if err != nil {
		return series{}, err
	}
	defer t.Close()
	r := &reader{
		series: series{decl: decl, manifest: m, source: sourceOf(m, t.Stored), last: math.MinInt},
		codes:  codes, at: map[string]int{}, found: map[source.Code]map[meant]ir.CCode{},
		have: map[figure]float64{}, spells: map[pair]*span{}, sums: map[ir.Year]float64{},
	}
	r.plan(t)
	err = t.Each(ctx, r.columns, func(_ int64, cells []source.Value) error {
		r.cells = cells
		if decl.Where == nil || decl.Where(r) {
			r.row()
		}
		return nil
	})
	if err != nil {
		return series{}, err
	}
	r.finish()
	return r.series, nil
}

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

// plan lists the columns to read.
func (r *reader) plan(t *store.Table) {
	d := &r.decl
	wide := d.Year == "" && d.Start == "" && d.Always == 0
	for _, c := range t.Columns {
		y, isYear := source.YearName(c.Name)
		wanted := d.Where != nil && !isYear
		for _, name := range []string{d.State, d.Partner, d.Year, d.Start, d.End, d.Value, d.Low, d.High} {
			wanted = wanted || name != "" && source.SameName(name, c.Name)
		}
		if !wanted && !(wide && isYear) {
			continue
		}
		r.at[source.Folded(c.Name)] = len(r.columns)
		r.columns = append(r.columns, c.Name)
		r.types = append(r.types, c.Type)
		r.years = append(r.years, 0)
		if wide && isYear {
			r.years[len(r.years)-1] = y
		}
		if source.SameName(c.Name, d.State) {
			r.state = source.ParseCode(c.Code)
		}
		if source.SameName(c.Name, d.Partner) {
			r.partner = source.ParseCode(c.Code)
		}
	}
}

// Text gives a cell of the current row to [source.Series.Where].
func (r *reader) Text(column string) string {
	i, ok := r.at[source.Folded(column)]
	if !ok || r.cells[i].Null {
		return ""
	}
	return textOf(r.types[i], r.cells[i])
}

// Number gives a cell of the current row to [source.Series.Where].
func (r *reader) Number(column string) (v float64, ok bool) {
	i, ok := r.at[source.Folded(column)]
	if !ok || r.cells[i].Null || r.types[i] == source.Text.String() {
		return math.NaN(), false
	}
	return r.cells[i].Float, true
}

func textOf(kind string, v source.Value) string {
	if kind == source.Int.String() {
		return fmt.Sprint(v.Int)
	}
	if kind == source.Float.String() {
		return fmt.Sprint(v.Float)
	}
	return v.Text
}

// row takes the figures of the current row.
func (r *reader) row() {
	d := &r.decl
	switch {
	case d.Start != "":
		r.spell()
	case d.Year != "":
		if y, ok := r.year(d.Year); ok {
			r.take(y+ir.Year(d.Plus), d.Value)
		}
	case d.Always != 0:
		r.take(d.Always, d.Value)
	default:
		for i, y := range r.years {
			if y != 0 {
				r.take(y, r.columns[i])
			}
		}
	}
}

// year reads a year or the year of a date.
func (r *reader) year(column string) (ir.Year, bool) {
	i, ok := r.at[source.Folded(column)]
	if !ok || r.cells[i].Null {
		return 0, false
	}
	if r.types[i] != source.Text.String() && math.Abs(r.cells[i].Float) < 1e5 {
		return ir.Year(r.cells[i].Float), true
	}
	return source.YearIn(textOf(r.types[i], r.cells[i]))
}

// find is the state of the core that a cell means in a year, or noState. The
// world is allowed where the indicator is of single states.
func (r *reader) find(column string, system source.Code, y ir.Year) ir.CCode {
	text := r.Text(column)
	if text == "" {
		return noState
	}
	if r.found[system] == nil {
		r.found[system] = map[meant]ir.CCode{}
	}
	k := meant{text, y}
	if c, ok := r.found[system][k]; ok {
		return c
	}
	c, verdict := source.Resolve(system, text, y)
	_, inCore := r.codes.State(c)
	switch {
	case !r.decl.Indicator.Dyadic() && source.IsWorld(system, text):
		c = ir.World
	case verdict != source.Matched || !inCore && !r.decl.Total:
		c = noState
	}
	r.found[system][k] = c
	return c
}

// pairOf is the state, or pair of states, of the current row in a year.
func (r *reader) pairOf(y ir.Year) (pair, bool) {
	p := pair{state: r.find(r.decl.State, r.state, y)}
	if r.decl.Partner != "" {
		p.with = r.find(r.decl.Partner, r.partner, y)
	}
	return p, p.state != noState && p.with != noState && (p.with == 0 || p.state != p.with)
}

// take keeps the figure of one year.
func (r *reader) take(y ir.Year, column string) {
	v, ok := 1.0, true
	if column != "" {
		v, ok = r.Number(column)
	}
	if !ok {
		return
	}
	p, ok := r.pairOf(y)
	if !ok {
		return
	}
	v *= cmp.Or(r.decl.Scale, 1)
	d := &r.decl.Indicator
	if d.Covered() && (y < d.First || y > d.Last) {
		return
	}
	if d.Holds == panel.Spell {
		r.hold(p, y, y, v)
		return
	}
	r.keep(p, y, v)
}

// keep adds a row unless it is there, and counts the ones that contradict.
func (r *reader) keep(p pair, y ir.Year, v float64) {
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
	if _, inCore := r.codes.State(p.state); !inCore && p.state != ir.World {
		return // counted in the total alone
	}
	if d.Holds == panel.Count && v == 0 {
		return // absence says it
	}
	if low, ok := r.bound(r.decl.Low); ok && low <= v {
		row.Low = low
	}
	if high, ok := r.bound(r.decl.High); ok && high >= v {
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

func (r *reader) bound(column string) (float64, bool) {
	if column == "" {
		return 0, false
	}
	v, ok := r.Number(column)
	return v * cmp.Or(r.decl.Scale, 1), ok
}

// spell marks the years between two dates.
func (r *reader) spell() {
	d := &r.decl
	from, ok := r.year(d.Start)
	if !ok {
		return
	}
	to, ok := r.year(d.End)
	if !ok || to < from {
		to = d.Indicator.Last
	}
	v := 1.0
	if d.Value != "" {
		if v, ok = r.Number(d.Value); !ok {
			return
		}
		v *= cmp.Or(d.Scale, 1)
	}
	for y := max(from, d.Indicator.First); y <= min(to, d.Indicator.Last); y++ {
		if p, ok := r.pairOf(y); ok {
			r.hold(p, y, y, v)
		}
	}
}

// hold marks years of a pair; of two values the larger holds.
func (r *reader) hold(p pair, from, to ir.Year, v float64) {
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
	for y := from; y <= to; y++ {
		s.held[y-d.First] = max(s.held[y-d.First], v)
	}
}

// finish turns marked years into rows of change, and adds totals.
func (r *reader) finish() {
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
func (r *reader) total() {
	src := r.source
	src.Key += ":sum"
	src.Note = "the sum over every state in the table; " + src.Note
	r.totals = append(r.totals, src)
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
