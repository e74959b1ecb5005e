package desk

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"
	"strings"
	"sync"

	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/internal/builtin"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/measure"
	"github.com/shatterbelt/shatterbelt/trace/yamlfile"
)

// measuresSchema names the form of the catalogue as JSON, valuesSchema that of
// the values of one quantity.
const (
	measuresSchema = "shatterbelt/measures/1"
	valuesSchema   = "shatterbelt/values/1"
)

// Kinds and levels of a quantity.
const (
	Computed  = "measure"   // by a formula
	Published = "indicator" // read from a source

	OfState  = "state"
	OfDyad   = "dyad"
	OfSystem = "system"
)

// A Quantity is a measure or an indicator: what can be shown on a map.
type Quantity struct {
	Name  string `json:"name"`
	EN    string `json:"en"`
	KO    string `json:"ko"`
	Unit  string `json:"unit"`
	Kind  string `json:"kind" enum:"measure,indicator"`
	Level string `json:"level" enum:"state,dyad,system"`
	// First and Last are the years with values.
	First ir.Year `json:"first"`
	Last  ir.Year `json:"last"`
	// Limits is what a measure cannot tell, in English.
	Limits string   `json:"limits,omitempty"`
	Cites  []string `json:"cites,omitempty"`
}

// Catalogue lists what is computed and what is on record.
type Catalogue struct {
	Schema   string     `json:"schema"`
	Measures []Quantity `json:"measures"`
}

// Table is a row for each quantity.
func (c Catalogue) Table() Table {
	t := Table{Columns: []string{"name", "en", "ko", "unit", "kind", "level", "first", "last"}}
	for _, q := range c.Measures {
		t.add(q.Name, q.EN, q.KO, q.Unit, q.Kind, q.Level, year(q.First), year(q.Last))
	}
	return t
}

// columns keeps what measures came to, since the figures do not change.
type columns struct {
	once sync.Once
	list measure.Catalog
	err  error
	mu   sync.Mutex
	of   map[string]*column
}

type column struct {
	once sync.Once
	panel.Column
	inputs []string // indicators that it reads
	err    error
}

// eval computes a measure once, and notes what it reads.
func (d *Desk) eval(m measure.Measure) (*column, error) {
	name := m.Spec().Name
	d.columns.mu.Lock()
	if d.columns.of == nil {
		d.columns.of = map[string]*column{}
	}
	c := d.columns.of[name]
	if c == nil {
		c = &column{}
		d.columns.of[name] = c
	}
	d.columns.mu.Unlock()
	c.once.Do(func() {
		c.Column, c.err = m.Eval(d.Figures().Noting(func(indicator string) {
			if i, seen := slices.BinarySearch(c.inputs, indicator); !seen {
				c.inputs = slices.Insert(c.inputs, i, indicator)
			}
		}))
	})
	return c, c.err
}

// catalog is the standard list of measures.
func (d *Desk) catalog() (measure.Catalog, error) {
	d.columns.once.Do(func() { d.columns.list, d.columns.err = builtin.Measures() })
	return d.columns.list, d.columns.err
}

// Catalogue lists every measure and indicator with the years it has. The first
// call computes every measure.
func (d *Desk) Catalogue(ctx context.Context) (Catalogue, error) {
	out := Catalogue{Schema: measuresSchema}
	all, err := d.catalog()
	if err != nil {
		return out, err
	}
	for _, m := range all.All() {
		if err := ctx.Err(); err != nil {
			return out, err
		}
		c, err := d.eval(m)
		if err != nil {
			return out, err
		}
		q := described(m.Spec(), c.Column)
		out.Measures = append(out.Measures, q)
	}
	for _, i := range d.Figures().Indicators() {
		out.Measures = append(out.Measures, d.indicator(i))
	}
	return out, nil
}

// described is a measure as a quantity.
func described(s measure.Spec, c panel.Column) Quantity {
	words := wordsOf(s.Name)
	q := Quantity{Name: s.Name, EN: words.EN, KO: words.KO, Unit: c.Unit, Kind: Computed, Level: OfState, Limits: s.Limits, Cites: s.Cites}
	if unit, value, ok := strings.Cut(s.Unit, ", "); ok {
		q.Unit = value
		if unit == "system-year" {
			q.Level = OfSystem
		}
	}
	for i, y := range c.Years {
		for k := range c.States {
			if !math.IsNaN(c.Values[k*len(c.Years)+i]) {
				q.spans(y)
				break
			}
		}
	}
	return q
}

// indicator is an indicator as a quantity.
func (d *Desk) indicator(i panel.Indicator) Quantity {
	q := Quantity{Name: i.Name, EN: i.LabelEN, KO: i.LabelKO, Unit: i.Unit, Kind: Published, Level: OfState, First: i.First, Last: i.Last}
	if i.Dyadic() {
		q.Level = OfDyad
	}
	if !i.Covered() {
		for _, r := range d.rowsOf(i.Name) {
			q.spans(r.Year)
		}
	}
	return q
}

// spans widens the years of a quantity.
func (q *Quantity) spans(y ir.Year) {
	if q.First == 0 || y < q.First {
		q.First = y
	}
	q.Last = max(q.Last, y)
}

// rowsOf are the published figures of an indicator, by state, partner and year.
func (d *Desk) rowsOf(indicator string) []panel.Row {
	all := d.rows()
	from, _ := slices.BinarySearchFunc(all, indicator, func(r panel.Row, name string) int { return cmp.Compare(r.Indicator, name) })
	to, _ := slices.BinarySearchFunc(all, indicator+"\x00", func(r panel.Row, name string) int { return cmp.Compare(r.Indicator, name) })
	return all[from:to]
}

// A Value is what a quantity comes to for a state, or a state and a partner, in
// a year.
type Value struct {
	State   ir.CCode `json:"ccode"`
	ISO     string   `json:"iso"`
	Partner string   `json:"partner,omitempty"` // ISO code, of a dyad
	Year    ir.Year  `json:"year"`
	Value   float64  `json:"value"`
	Low     float64  `json:"low"`
	High    float64  `json:"high"`
	Unit    string   `json:"unit"`
	// Source is the key of a source; "" where the value is computed.
	Source string `json:"source"`
	Kind   string `json:"kind"` // of a figure, or computed
}

// Values are what a quantity comes to.
type Values struct {
	Schema  string   `json:"schema"`
	Measure Quantity `json:"measure"`
	// Year is the year asked for, 0 for every year.
	Year  ir.Year `json:"year"`
	Total int     `json:"total"`
	// Inputs are the indicators that the values are computed from, and Sources the
	// keys of their sources.
	Inputs  []string `json:"inputs"`
	Sources []string `json:"sources"`
	Rows    []Value  `json:"rows"`
}

// Asked narrows what is asked of a quantity.
type Asked struct {
	// Year asks for the newest value up to a year of each state; 0 for all.
	Year ir.Year
	// Powers asks for the powers of the year alone.
	Powers bool
	// State and Partner ask for one state, and for one partner of it.
	State, Partner ir.CCode
}

// Values tells what a measure or an indicator comes to.
func (d *Desk) Values(name string, ask Asked) (Values, error) {
	out := Values{Schema: valuesSchema, Year: ask.Year}
	all, err := d.catalog()
	if err != nil {
		return out, err
	}
	keep, err := d.keeps(ask)
	if err != nil {
		return out, err
	}
	if m, ok := all.Lookup(name); ok {
		c, err := d.eval(m)
		if err != nil {
			return out, err
		}
		out.Measure = described(m.Spec(), c.Column)
		out.Rows, out.Inputs = d.computed(out.Measure, c.Column, keep), c.inputs
	} else if i, ok := d.Figures().Describe(name); ok {
		out.Measure = d.indicator(i)
		out.Rows, out.Inputs = d.published(i, keep), []string{name}
	} else {
		return out, d.unknown(name, all)
	}
	if ask.Year != 0 {
		out.Rows = newest(out.Rows, ask.Year)
	}
	out.Total, out.Sources = len(out.Rows), d.sourcesOf(out.Inputs)
	return out, nil
}

// sourcesOf are the keys of the sources of indicators.
func (d *Desk) sourcesOf(indicators []string) []string {
	out := []string{}
	for _, name := range indicators {
		for _, r := range d.rowsOf(name) {
			if i, seen := slices.BinarySearch(out, r.Source); !seen {
				out = slices.Insert(out, i, r.Source)
			}
		}
	}
	return out
}

// keeps says which states and partners are asked for.
func (d *Desk) keeps(ask Asked) (func(state, partner ir.CCode) bool, error) {
	var powers []ir.CCode
	if ask.Powers {
		x, err := d.Situate(int(ask.Year))
		if err != nil {
			return nil, err
		}
		powers = x.Powers
	}
	return func(state, partner ir.CCode) bool {
		return (!ask.Powers || slices.Contains(powers, state)) && (ask.State == 0 || state == ask.State) && (ask.Partner == 0 || partner == ask.Partner)
	}, nil
}

func (d *Desk) computed(q Quantity, c panel.Column, keep func(a, b ir.CCode) bool) []Value {
	out := []Value{}
	for k, state := range c.States {
		if q.Level == OfState && !keep(state, 0) {
			continue
		}
		for i, y := range c.Years {
			if v := c.Values[k*len(c.Years)+i]; !math.IsNaN(v) {
				out = append(out, Value{State: state, ISO: d.iso(state), Year: y, Value: v, Low: v, High: v, Unit: q.Unit, Kind: "computed"})
			}
		}
	}
	return out
}

func (d *Desk) published(i panel.Indicator, keep func(a, b ir.CCode) bool) []Value {
	out := []Value{}
	for _, r := range d.rowsOf(i.Name) {
		if !keep(r.State, r.Partner) {
			if i.Form != panel.SymmetricDyad || !keep(r.Partner, r.State) {
				continue
			}
			r.State, r.Partner = r.Partner, r.State
		}
		v := Value{State: r.State, ISO: d.iso(r.State), Year: r.Year, Value: r.Value, Low: r.Low, High: r.High, Unit: r.Unit, Source: r.Source, Kind: r.Kind.String()}
		if i.Dyadic() {
			v.Partner = d.iso(r.Partner)
		}
		out = append(out, v)
	}
	return out
}

// newest keeps of each state and partner the last row up to a year; rows come
// with years ascending.
func newest(rows []Value, y ir.Year) []Value {
	out := []Value{}
	for _, r := range rows {
		last := len(out) - 1
		switch {
		case r.Year > y:
		case last >= 0 && out[last].State == r.State && out[last].Partner == r.Partner:
			out[last] = r
		default:
			out = append(out, r)
		}
	}
	return out
}

// An UnknownError says that nothing goes by a name, and what comes near.
type UnknownError struct{ What, Name, Near string }

func (e *UnknownError) Error() string {
	return fmt.Sprintf("no %s %q; %s", e.What, yamlfile.Short(e.Name), e.Near)
}

func (d *Desk) unknown(name string, all measure.Catalog) error {
	var known []string
	for _, m := range all.All() {
		known = append(known, m.Spec().Name)
	}
	for _, i := range d.Figures().Indicators() {
		known = append(known, i.Name)
	}
	return &UnknownError{"measure or indicator", name, yamlfile.Suggest(name, known)}
}

// iso is the ISO code of a state, WLD of the world.
func (d *Desk) iso(c ir.CCode) string {
	if c == ir.World {
		return "WLD"
	}
	st, _ := d.Figures().Codes().State(c)
	return st.ISO
}

// Table is a row for each value.
func (v Values) Table() Table {
	t := Table{Columns: []string{"ccode", "iso", "partner", "year", "value", "low", "high", "unit", "source", "kind"}}
	if v.Measure.Level != OfDyad {
		t.Columns = slices.Delete(t.Columns, 2, 3)
	}
	for _, r := range v.Rows {
		cells := []any{int(r.State), r.ISO, r.Partner, int(r.Year), r.Value, r.Low, r.High, r.Unit, r.Source, r.Kind}
		if v.Measure.Level != OfDyad {
			cells = slices.Delete(cells, 2, 3)
		}
		t.Rows = append(t.Rows, cells)
	}
	return t
}
