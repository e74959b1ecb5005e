package dataset

import (
	"cmp"
	"fmt"

	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/data/store"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// part turns the rows of a stored table into figures of one indicator, by one of
// the series declared.
type part struct {
	*scan
	*gather

	decl   source.Series
	source int // among the gather's
	kind   prov.Kind
	places places
	wide   []wideYear
	events events
}

// places are where the columns of a series stand, -1 for none.
type places struct{ state, partner, year, start, end, value, low, high, times, once, within int }

// wideYear is a column that holds a year.
type wideYear struct {
	at   int
	year ir.Year
}

func newPart(c *scan, m store.Manifest, t store.Stored, d source.Series, into *gathered) *part {
	p := &part{scan: c, decl: d, kind: d.Kind, gather: into.of(m, d), places: places{
		c.place(d.State), c.place(d.Partner), c.place(d.Year), c.place(d.Start), c.place(d.End),
		c.place(d.Value), c.place(d.Low), c.place(d.High), c.place(d.Times), c.place(d.Once), c.place(d.Within),
	}}
	src := sourceOf(m, t)
	if step := d.Step(); step != "" {
		src = stepped(src, d.Indicator.Name, step)
		p.kind, p.step = prov.Derived, step
	}
	p.source = p.gather.add(src)
	if isWide(d) {
		for i, name := range c.columns {
			if y, ok := source.YearName(name); ok {
				p.wide = append(p.wide, wideYear{i, y})
			}
		}
	}
	return p
}

// sourceOf says where the figures of a table come from.
func sourceOf(m store.Manifest, t store.Stored) prov.Source {
	note := "imported from " + t.Source.File
	switch {
	case m.Own():
		note += " by a mapping of the user's own"
	case !t.Source.Verified:
		note += ", unverified: no edition known has a file of that hash"
	}
	if m.Citation != "" {
		note += "; " + m.Citation
	}
	if m.Note != "" {
		note += "; " + m.Note
	}
	return prov.Source{
		Key: sourceKey(m, t.Table), Publisher: m.Publisher, Title: m.Title, Edition: m.Edition,
		URL: m.URL, Licence: m.Licence, Cite: m.Cite, SHA256: t.Source.SHA256, Note: note,
	}
}

func sourceKey(m store.Manifest, table string) string {
	return fmt.Sprintf("%s:%s:%s", m.Dataset, m.Edition, table)
}

// stepped is the source of figures that a named step makes of others.
func stepped(src prov.Source, name, step string) prov.Source {
	src.Key += ":" + name
	src.Note = "derived: " + step + "; " + src.Note
	return src
}

// take takes the figures of the current row.
func (r *part) take() {
	d := &r.decl
	switch {
	case d.Within != "":
		r.join()
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

// pairOf is the state, or pair of states, of the current row in a year. A state
// that the panel does not know counts only where all of them make a total; the
// world only where the indicator is of single states.
func (r *part) pairOf(y ir.Year) (pair, bool) {
	p := pair{state: r.decl.StateIs}
	if p.state == 0 {
		p.state = r.state(r.places.state, y)
	}
	if p.state == noState || !r.decl.Total && p.state != ir.World && !r.target.has(p.state) {
		return p, false
	}
	if r.decl.Partner == "" {
		return p, true
	}
	p.with = r.state(r.places.partner, y)
	return p, p.with != noState && p.state != p.with && r.target.has(p.state) && r.target.has(p.with)
}

// figure keeps the figure of one year.
func (r *part) figure(y ir.Year, at int) {
	d := &r.decl.Indicator
	if d.Covered() && (y < d.First || y > d.Last) || !r.target.wants(d, y) {
		return
	}
	v, ok := r.value(at)
	if !ok {
		return
	}
	p, ok := r.pairOf(y)
	if !ok {
		return
	}
	if d.Holds == panel.Spell {
		r.hold(p, stretch{y, y, v, r.kind, r.source})
		return
	}
	r.keep(p, y, v)
}

// value is that of a cell in the unit of the indicator, or 1 where rows only
// list.
func (r *part) value(at int) (float64, bool) {
	v, ok := 1.0, true
	if r.decl.Value != "" || at >= 0 {
		v, ok = r.number(at)
	}
	if r.decl.Times != "" && ok {
		var times float64
		times, ok = r.number(r.places.times)
		v *= times
	}
	return v * cmp.Or(r.decl.Scale, 1), ok
}

// keep adds a figure. Where it is there already, sums grow, and of others the
// first stays and a contradiction is counted.
func (r *part) keep(p pair, y ir.Year, v float64) {
	if r.decl.Once != "" && r.seen(p, r.text(r.places.once)) {
		return
	}
	c := cell{pair: p, year: y, value: v, low: v, high: v, kind: r.kind, source: int32(r.source)}
	if r.decl.Until != 0 && y > r.decl.Until {
		c.kind = prov.Forecast
	}
	if low, ok := r.bound(r.places.low); ok && low <= v {
		c.low = low
	}
	if high, ok := r.bound(r.places.high); ok && high >= v {
		c.high = high
	}
	r.put(c, r.decl.Sum)
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
	v, ok := r.value(r.places.value)
	if !ok {
		return
	}
	for y := max(from, d.Indicator.First); y <= min(to, d.Indicator.Last, r.target.until); y++ {
		if p, ok := r.pairOf(y); ok {
			r.hold(p, stretch{y, y, v, r.kind, r.source})
		}
	}
}
