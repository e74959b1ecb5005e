package core

import (
	"fmt"
	"io"

	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// member is a state and its capital, as a line of states.csv holds them.
type member struct {
	ir.State
	capital Capital
}

func readStates(file string, r io.Reader) ([]member, error) {
	t, err := open(file, r, "iso3", "ccode", "gwcode", "since", "name_en", "name_ko", "aliases",
		"capital_en", "capital_ko", "capital_lat", "capital_lon", "source")
	if err != nil {
		return nil, err
	}
	var members []member
	for t.next() {
		m := member{State: ir.State{
			ISO: t.text(0), CCode: ir.CCode(t.code(1)), GW: ir.GWCode(t.code(2)),
			NameEN: t.text(4), NameKO: t.text(5), Aliases: t.list(6),
		}}
		if t.cells[3] != "" {
			m.Since = t.year(3)
		}
		if m.ISO == World {
			t.fail(0, "a state, not the world")
		}
		m.capital = Capital{m.CCode, t.text(7), t.text(8), t.within(9, -90, 90), t.within(10, -180, 180), t.text(11)}
		members = append(members, m)
	}
	return members, t.err
}

func readSources(file string, r io.Reader) ([]prov.Source, error) {
	t, err := open(file, r, "key", "publisher", "title", "edition", "url", "licence", "cite", "sha256", "read", "note")
	if err != nil {
		return nil, err
	}
	var sources []prov.Source
	for t.next() {
		sources = append(sources, prov.Source{
			Key: t.text(0), Publisher: t.text(1), Title: t.text(2), Edition: t.text(3), URL: t.text(4),
			Licence: t.text(5), Cite: t.text(6), SHA256: t.cells[7], Read: t.cells[8], Note: t.cells[9],
		})
		if t.cells[7] == "" && t.cells[8] == "" {
			t.fail(7, "the hash of the file read, or a date under read")
		}
	}
	return sources, t.err
}

// The columns of figures.csv.
const (
	colState = iota
	colPartner
	colYear
	colIndicator
	colValue
	colLow
	colHigh
	colUnit
	colKind
	colSource
	colLicence
)

// A figures table checks each row against the states, the sources, the
// indicators and the rows before it.
type figures struct {
	*table
	states     map[string]ir.CCode
	licence    map[string]string          // by source
	indicators map[string]panel.Indicator // by name
	line       map[cell]int
}

type cell struct {
	indicator      string
	state, partner ir.CCode
	year           ir.Year
}

// rowBytes is about how long a line of figures.csv is: enough to make room for
// the rows once.
const rowBytes = 80

func readFigures(
	file string, r io.Reader, size int, codes *ir.Codes, sources []prov.Source, indicators []panel.Indicator,
) ([]panel.Row, error) {
	t, err := open(file, r, "state", "partner", "year", "indicator", "value", "low", "high",
		"unit", "kind", "source", "licence", "note")
	if err != nil {
		return nil, err
	}
	f := &figures{t, map[string]ir.CCode{World: ir.World}, map[string]string{}, map[string]panel.Indicator{}, make(map[cell]int, size/rowBytes)}
	for _, s := range codes.All() {
		f.states[s.ISO] = s.CCode
	}
	for _, s := range sources {
		f.licence[s.Key] = s.Licence
	}
	for _, i := range indicators {
		f.indicators[i.Name] = i
	}
	rows := make([]panel.Row, 0, size/rowBytes)
	for t.next() {
		rows = append(rows, f.row())
	}
	return rows, t.err
}

// row reads the current record.
func (f *figures) row() panel.Row {
	row := panel.Row{
		Indicator: f.shared(colIndicator), Unit: f.shared(colUnit), Source: f.shared(colSource),
		State: f.state(colState), Year: f.year(colYear), Value: f.number(colValue),
	}
	if f.cells[colPartner] != "" {
		if row.Partner = f.state(colPartner); row.Partner == row.State || row.Partner == ir.World {
			f.fail(colPartner, "another state, or nothing")
		}
	}
	row.Low, row.High = row.Value, row.Value
	if f.cells[colLow] != "" || f.cells[colHigh] != "" {
		row.Low, row.High = f.number(colLow), f.number(colHigh)
	}
	if !(row.Low <= row.Value && row.Value <= row.High) {
		f.fail(colValue, "a value within its range")
	}
	kind, ok := prov.ParseKind(f.cells[colKind])
	if !ok {
		f.fail(colKind, "outturn, estimate, derived or forecast")
	}
	row.Kind = kind
	f.consistent(row)
	return row
}

// state reads an ISO code listed in states.csv, or the world's.
func (f *figures) state(column int) ir.CCode {
	c, ok := f.states[f.cells[column]]
	if !ok {
		f.fail(column, "the ISO code of a state in states.csv, or "+World)
	}
	return c
}

// consistent checks the row against its source, its indicator and the rows
// before it.
func (f *figures) consistent(row panel.Row) {
	licence, ok := f.licence[row.Source]
	if !ok {
		f.fail(colSource, "a key in sources.csv")
	}
	if f.cells[colLicence] != licence {
		f.fail(colLicence, fmt.Sprintf("the licence of its source, %q", licence))
	}
	switch i, ok := f.indicators[row.Indicator]; {
	case !ok:
		f.fail(colIndicator, "a name in indicators.csv")
	case i.Unit != row.Unit:
		f.fail(colUnit, fmt.Sprintf("%q, the unit of %s", i.Unit, row.Indicator))
	case i.Dyadic() != (f.cells[colPartner] != ""):
		f.fail(colPartner, fmt.Sprintf("a partner where the form is not state; that of %s is %s", row.Indicator, i.Form))
	case i.Form == panel.SymmetricDyad && f.cells[colState] > f.cells[colPartner]:
		f.fail(colPartner, "the later of the two codes, since the figure is symmetric")
	case i.Covered() && row.Year < i.First:
		f.fail(colYear, fmt.Sprintf("a year from %d on, which the source covers", i.First))
	case i.Holds == panel.Count && row.Value == 0 && row.Year <= i.Last:
		f.fail(colValue, "no row where a count is 0")
	}
	k := cell{row.Indicator, row.State, row.Partner, row.Year}
	if first, twice := f.line[k]; twice {
		f.fail(colYear, fmt.Sprintf("one row a figure; line %d states it already", first))
	}
	f.line[k], _ = f.reader.FieldPos(colState)
}
