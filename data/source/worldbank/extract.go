package worldbank

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// missing is how the bank writes what it does not have.
var missing = []string{".."}

// carried are the indicators of an extract that become those of a panel.
// Others that it may hold (GDP, population, military expenditure, armed forces)
// are in newer releases, which [Tidy] and [Gapminder] read.
var carried = []struct{ code, name, unit string }{
	{"EG.IMP.CONS.ZS", "energy_imports", "% of energy use"},
	{"TM.VAL.FOOD.ZS.UN", "food_imports", "% of merchandise imports"},
	{"TM.VAL.FUEL.ZS.UN", "fuel_imports", "% of merchandise imports"},
	{"NY.GDP.MKTP.KD.ZG", "gdp_growth", "% per year"},
	{"NE.TRD.GNFS.ZS", "trade_gdp", "% of GDP"},
}

// Extract declares what DataBank writes with a row a state and year and a column
// an indicator, and the table of definitions that comes in the same archive.
// Below the rows stand empty ones and two that say where they come from.
func Extract() source.Dataset {
	d := source.Dataset{
		Key: "wdi", Title: "World Development Indicators, DataBank extract", Publisher: publisher, Licence: licence, Cite: cited,
		URL:  "https://databank.worldbank.org/source/world-development-indicators",
		Note: "154 indicators as of July 2016; units are in the table of definitions; Kosovo, Romania, Timor-Leste and others have codes that are no longer ISO's",
		Get:  "choose series, countries and years there and download them as CSV with countries and years in rows",
		Editions: []source.Edition{{Name: "2016-07", First: 1960, Last: 2015, States: 194, Files: []source.Known{
			{File: "WDI.zip", Rows: 12152 + 154, SHA256: "98bf581456ea80de1934519cb72ee034ec8e80d4f425a99c89df12428d860dd4"},
		}}},
		Layouts: []source.Layout{
			{
				Table: "state_year", Columns: extractColumns(), Other: byCode,
				Western: true, // three bytes in the name of North Korea are no UTF-8
				Skip:    func(cells []string) bool { return len(cells) > 1 && strings.TrimSpace(cells[1]) == "" },
				When:    source.When{Columns: []string{"Time"}},
			},
			{Table: "definitions", Columns: source.Columns(source.Text, "", nil, definitions...), Match: defines, Read: readDefinitions},
		},
	}
	for _, c := range carried {
		d.Series = append(d.Series, source.Series{
			Table: "state_year", Indicator: panel.Indicator{Name: c.name, Unit: c.unit}, Kind: prov.Outturn,
			State: "Country Code", Year: "Time", Value: c.code,
		})
	}
	return d
}

func extractColumns() []source.Column {
	out := []source.Column{
		{Name: "Country Name"},
		{Name: "Country Code", Code: source.ISO3},
		{Name: "Time", Type: source.Int},
		{Name: "Time Code"},
	}
	for _, c := range carried {
		out = append(out, source.Column{Name: c.code, Type: source.Float, Unit: c.unit, Missing: missing, Optional: true})
	}
	return out
}

// byCode types a column whose name is the code of an indicator, such as
// "SP.POP.TOTL", as numbers.
func byCode(name string) (source.Column, bool) {
	if strings.Count(name, ".") < 2 || strings.ToUpper(name) != name || strings.Contains(name, " ") {
		return source.Column{}, false
	}
	return source.Column{Type: source.Float, Missing: missing, Note: "unit in the table of definitions"}, true
}

var definitions = []string{"Code", "Indicator Name", "Long definition", "Source"}

// defines reports whether a table is that of definitions.
func defines(h source.Head) bool { return len(h.Rows) > 0 && slices.Equal(h.Rows[0], definitions) }

// readDefinitions reads the definitions, in which the bank leaves quotation
// marks within a cell as they are instead of doubling them.
func readDefinitions(f *source.File) (source.Records, error) {
	data, err := f.Text()
	if err != nil {
		return nil, err
	}
	r := csv.NewReader(bytes.NewReader(data))
	r.LazyQuotes, r.FieldsPerRecord = true, -1
	rows, err := r.ReadAll()
	var parse *csv.ParseError
	if errors.As(err, &parse) {
		return nil, &source.FileError{File: f.Name, Line: parse.Line, Column: parse.Column,
			Problem: fmt.Sprint(parse.Err), Remedy: "fetch the file again"}
	}
	if err != nil {
		return nil, err
	}
	if len(rows) == 0 {
		return nil, &source.FileError{File: f.Name, Line: 1, Column: 1, Problem: "the table is empty", Remedy: "fetch the file again"}
	}
	return source.NewRecords(rows[0], rows[1:]), nil
}
