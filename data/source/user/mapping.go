package user

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// MappingSchema is what a mapping says it is, on its schema line.
const MappingSchema = "shatterbelt/mapping/1"

// Table is the name of the one table that a user's own dataset has.
const Table = "data"

// A Mapping says what a user's own table is: where it comes from, what its
// columns are, and which of them are indicators. [ParseMapping] reads one.
type Mapping struct {
	File      string // its name, for errors
	Dataset   string // name in the store
	Edition   string
	Title     string
	Publisher string
	Licence   string
	Citation  string
	URL, Note string
	Sheet     string // of a workbook; "" is any that has the columns
	Western   bool   // the text is in Windows-1252
	// Missing are marks of missing values in every column.
	Missing    []string
	Columns    []MappedColumn
	Indicators []MappedIndicator
}

// MappedColumn is one column of the table.
type MappedColumn struct {
	source.Column

	line, column int // where the mapping names it
}

// MappedIndicator is one indicator that the table gives.
type MappedIndicator struct {
	source.Series

	Is map[string]string // column and the text that it must hold
	at []string          // the columns of Is, in the order written
}

// types are the kinds of column that are no state, and how they are read.
var types = map[string]source.Type{"year": source.Int, "whole": source.Int, "number": source.Float, "text": source.Text, "date": source.Text}

// systems are the names of the ways to identify states.
var systems = []string{"cow", "gw", "iso3", "iso2", "isonum", "cowabb", "vdem", "polity", "name"}

// Declare gives the dataset that the mapping declares, to be imported and read
// like any other.
func (m *Mapping) Declare() source.Dataset {
	l := source.Layout{Table: Table, Sheet: m.Sheet, Western: m.Western, Ragged: true}
	for _, c := range m.Columns {
		c.Missing = append(append([]string(nil), m.Missing...), c.Missing...)
		l.Columns = append(l.Columns, c.Column)
	}
	d := source.Dataset{
		Key: m.Dataset, Title: m.Title, Publisher: m.Publisher, Licence: m.Licence, URL: m.URL, Note: m.Note,
		Editions: []source.Edition{{Name: m.Edition}}, Own: true,
	}
	for _, i := range m.Indicators {
		if i.Year == "" && i.Start == "" {
			l.Other, l.When.Wide = source.YearColumns(i.Indicator.Unit, m.Missing...), true
		}
		for _, name := range []string{i.Year, i.Start, i.End} {
			if name != "" {
				l.When.Columns = append(l.When.Columns, name)
			}
		}
		s := i.Series
		s.Table = Table
		if len(i.at) > 0 {
			s.Where = i.holds
		}
		d.Series = append(d.Series, s)
	}
	d.Layouts = []source.Layout{l}
	return d
}

// holds reports whether a row is one that the indicator is about.
func (i *MappedIndicator) holds(c source.Cells) bool {
	for _, name := range i.at {
		if !strings.EqualFold(strings.TrimSpace(c.Text(name)), i.Is[name]) {
			return false
		}
	}
	return true
}

// Misfit says where a mapping and a table part.
type Misfit struct {
	Mapping      string
	Line, Column int
	Table        string
	Name         string // of the column that is not there
	Remedy       string
}

func (e *Misfit) Error() string {
	return fmt.Sprintf("%s:%d:%d: %s has no column %q; %s", e.Mapping, e.Line, e.Column, e.Table, e.Name, e.Remedy)
}

// Fit reports the first column of the mapping that a table does not have as a
// [*Misfit]. ok is false where the mapping names another sheet.
func (m *Mapping) Fit(p source.Part) (ok bool, err error) {
	if m.Sheet != "" && !strings.EqualFold(m.Sheet, p.Head.Sheet) {
		return false, nil
	}
	if p.Fault != nil {
		return false, p.Fault
	}
	var names []string
	if len(p.Head.Rows) > 0 {
		names = p.Head.Rows[0]
	}
	for _, c := range m.Columns {
		found := false
		for _, name := range names {
			found = found || source.SameName(name, c.Name)
		}
		if !found {
			return false, &Misfit{m.File, c.line, c.column, p.Name(), c.Name, suggest(c.Name, names)}
		}
	}
	return true, nil
}

// kinds are what a figure may be, by the word for it.
var kinds = map[string]prov.Kind{"outturn": prov.Outturn, "estimate": prov.Estimate, "forecast": prov.Forecast}

// formOf is the form that the columns of an indicator give it.
func formOf(partner string, symmetric bool) panel.Form {
	switch {
	case partner == "":
		return panel.StateYear
	case symmetric:
		return panel.SymmetricDyad
	}
	return panel.DirectedDyad
}

// label is the name of an indicator for readers.
func label(given, name string) string { return cmp.Or(given, strings.ReplaceAll(name, "_", " ")) }
