package owid

import (
	"net/url"
	"strings"

	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

const (
	stateYear = "state_year"
	fields    = "fields"
	terms     = "CC BY 4.0; the terms of the sources apply as well"
)

// table is what is declared of one dataset.
type table struct {
	key, title, from string
	cite, url, note  string
	edition          string
	first, last      ir.Year
	states           int
	file, hash       string
	rows             int
	// about is the title in the description in JSON, its hash and the number of
	// fields it describes; "" where none lies beside the table.
	about     string
	aboutHash string
	aboutRows int
	// entity is the column of names; code that of ISO codes, if there is one.
	entity, code string
	// plain says that the entities are no states.
	plain   bool
	columns []source.Column // those that tell the table from others
	series  []series
}

// series is an indicator that a column gives.
type series struct {
	column, name, unit string
	kind               prov.Kind
}

// address is where the table lies in the repository of datasets, "" for one
// that does not.
func (t table) address() string {
	if t.about == "" {
		return ""
	}
	name := url.PathEscape(strings.TrimSuffix(t.file, ".csv"))
	return "https://raw.githubusercontent.com/owid/owid-datasets/master/datasets/" + name + "/" + name + ".csv"
}

func (t table) dataset() source.Dataset {
	d := source.Dataset{
		Key: t.key, Title: t.title, Publisher: "Our World in Data; " + t.from, Licence: terms, Cite: t.cite, URL: t.url, Note: t.note,
		Get: "the repository and the page named there keep the newest edition; this one is in their history",
		Editions: []source.Edition{{Name: t.edition, First: t.first, Last: t.last, States: t.states, Files: []source.Known{
			{File: t.file, Rows: t.rows, SHA256: t.hash, URL: t.address()},
		}}},
		Layouts: []source.Layout{t.layout()},
	}
	if t.about != "" {
		d.Editions[0].Files = append(d.Editions[0].Files, source.Known{
			File: strings.TrimSuffix(t.file, ".csv") + ".datapackage.json", Rows: t.aboutRows, SHA256: t.aboutHash,
		})
		d.Layouts = append(d.Layouts, describing(t.about))
	}
	for _, s := range t.series {
		one := source.Series{
			Table: stateYear, Indicator: panel.Indicator{Name: s.name, Unit: s.unit}, Kind: s.kind,
			State: t.entity, Year: "Year", Value: s.column,
		}
		if t.code != "" {
			one.State = t.code
		}
		d.Series = append(d.Series, one)
	}
	return d
}

func (t table) layout() source.Layout {
	entity := source.Column{Name: t.entity, Code: source.Name}
	if t.plain || t.code != "" {
		entity.Code = source.NoCode
	}
	columns := []source.Column{entity, {Name: "Year", Type: source.Int}}
	if t.code != "" {
		columns = append(columns, source.Column{Name: t.code, Code: source.ISO3})
	}
	return source.Layout{
		Table: stateYear, Columns: append(columns, t.columns...), Other: measured, When: source.When{Columns: []string{"Year"}},
	}
}

// measured types a further column as numbers of the unit that its name ends in:
// "Gas production (TWh)".
func measured(name string) (source.Column, bool) {
	c := source.Column{Type: source.Float}
	if open := strings.LastIndexByte(name, '('); open >= 0 {
		unit, _, _ := strings.Cut(name[open+1:], ")")
		c.Unit = unit
	}
	return c, true
}

// amount is a column of numbers.
func amount(name, unit string) source.Column {
	return source.Column{Name: name, Type: source.Float, Unit: unit}
}
