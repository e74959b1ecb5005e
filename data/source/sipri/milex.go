package sipri

import (
	"strings"

	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// newest is the last year of the edition, for the note on its prices.
const newest ir.Year = 2022

// sheet is one sheet of the workbook: a row a state, a column a year.
type sheet struct {
	table, name, unit string
	title             string // how the line above the header tells it, in a file of that sheet alone
	extra             []string
}

var sheets = []sheet{
	{"constant_usd", "Constant (2021) US$", "million US$ 2021", "in constant (2021) US$", nil},
	{"current_usd", "Current US$", "million US$ current", "at current prices and exchange rates", nil},
	{"share_of_gdp", "Share of GDP", "share of GDP", "as percentage of gross domestic product", nil},
	{"per_capita", "Per capita", "US$ current per person", "per capita", nil},
	{"share_of_government", "Share of Govt. spending", "share of government spending", "as percentage of government spending", []string{"Reporting year"}},
	{"local_financial", "Local currency financial years", "local currency, current", "for financial years", []string{"Currency", "Fiscal Year (Jan-Dec if not stated)"}},
	{"local_calendar", "Local currency calendar years", "local currency, current", "for calendar years", []string{"Currency"}},
}

// Milex declares the edition to 2022 as a workbook, and sheets of it saved as
// text. Names of regions stand between the rows and are passed over.
func Milex() source.Dataset {
	d := source.Dataset{
		Key: "sipri-milex", Title: "SIPRI Military Expenditure Database", Publisher: institute,
		Licence: fairUse, Cite: "sipri2023milex", URL: "https://www.sipri.org/databases/milex",
		Note: "estimates are marked by colour alone, which is not read; North Korea is missing throughout",
		Editions: []source.Edition{{Name: "1949-2022", First: 1949, Last: 2022, States: 171, Files: []source.Known{
			{File: "SIPRI-Milex-data-1949-2022.xlsx", SHA256: "f3f6fdf1dd73939dc8e672c2210bb57b35461dda2a5f2b156447ffabc4d5db9f", Rows: 1237,
				URL: "https://www.sipri.org/sites/default/files/SIPRI-Milex-data-1949-2022.xlsx"},
			{File: "Constant_2021_US_.csv", SHA256: "0cb70d2bf8d409bf9f4c522c64037579e9411cec691e2dc3458d5a1a50d91643", Rows: 174},
			{File: "Current_US_.csv", SHA256: "5ffe8266c03a0dfad553e77f8eec6b0c3f0e4875929a20b9a60446aff1544be5", Rows: 174},
			{File: "Share_of_GDP.csv", SHA256: "4e5d870cfa3658d16575417354edc44edf3e826b36957709fe9e4084aceceace", Rows: 174},
		}}},
		Series: []source.Series{
			{Table: "constant_usd", Indicator: panel.Indicator{Name: "milex_constant", Unit: "US$ 2021"}, State: "Country", Scale: 1e6},
			{Table: "share_of_gdp", Indicator: panel.Indicator{Name: "milex_gdp", Unit: "% of GDP"}, State: "Country", Scale: 100},
		},
	}
	for i := range d.Series {
		d.Series[i].Kind = prov.Outturn
	}
	for _, s := range sheets {
		d.Layouts = append(d.Layouts, s.layout())
	}
	d.Layouts = append(d.Layouts, regions())
	return d
}

func (s sheet) layout() source.Layout {
	columns := []source.Column{{Name: "Country", Code: source.Name}, {Name: "Notes"}}
	for _, name := range s.extra {
		columns = append(columns, source.Column{Name: name})
	}
	return source.Layout{
		Table: s.table, Sheet: s.name, HeaderAt: "Country", Columns: columns,
		Other: source.YearColumns(s.unit, "xxx", ". ."),
		Match: func(h source.Head) bool { return strings.Contains(h.Above("Country"), s.title) },
		Skip:  heading, When: source.When{Wide: true},
	}
}

// regions is the sheet of totals of regions and of the world, in billions.
func regions() source.Layout {
	years := source.YearColumns("billion US$ 2021", "xxx", ". .")
	return source.Layout{
		Table: "regions", Sheet: "Regional totals", HeaderAt: "Region", Columns: []source.Column{{Name: "Region"}},
		Other: func(name string) (source.Column, bool) {
			if y, ok := source.YearName(name); ok && y > newest {
				return source.Column{}, false
			}
			return years(name)
		},
		Skip: heading, When: source.When{Wide: true}, Ragged: true,
	}
}

// heading tells a row that names a region and holds no figure.
func heading(cells []string) bool {
	for _, c := range cells[min(1, len(cells)):] {
		if strings.TrimSpace(c) != "" {
			return false
		}
	}
	return true
}
