package worldbank

import (
	"strconv"

	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

const (
	publisher = "World Bank"
	licence   = "CC BY 4.0"
	cited     = "worldbankwdi"
)

// Tidy declares GDP in current dollars and population. The two tables have the
// same columns; amounts of money have fractions and persons have none, which
// tells files of unknown hash apart.
func Tidy() source.Dataset {
	return source.Dataset{
		Key: "worldbank", Title: "World Bank GDP and population", Publisher: publisher, Licence: licence, Cite: cited,
		URL:  "https://data.worldbank.org/indicator/NY.GDP.MKTP.CD",
		Note: "groups of states and the world stand among the states; no Taiwan",
		Editions: []source.Edition{{Name: "2025", First: 1960, Last: 2024, States: 194, Files: []source.Known{
			{File: "gdp.csv", Rows: 13979, SHA256: "f0a8408195646dbb1a9d7fc4424e2d302ee5380d0ec8834793f12ca25cbd7e2c", URL: "https://raw.githubusercontent.com/datasets/gdp/main/data/gdp.csv"},
			{File: "population.csv", Rows: 17195, SHA256: "7d2dd6a17f5ed7916de1f89a9c116791e64d207f2e2f6ce47c57e1ab46f0088a", URL: "https://raw.githubusercontent.com/datasets/population/main/data/population.csv"},
		}}},
		Layouts: []source.Layout{
			tidy("gdp", source.Float, "US$ current", fractions),
			tidy("population", source.Float, "persons", func(h source.Head) bool { return !fractions(h) }),
		},
		Series: []source.Series{
			tidySeries("gdp", "gdp_current", "US$ current"),
			tidySeries("population", "population", "persons"),
		},
	}
}

func tidy(table string, t source.Type, unit string, match func(source.Head) bool) source.Layout {
	return source.Layout{
		Table: table, Exact: true, Match: match, When: source.When{Columns: []string{"Year"}},
		Columns: []source.Column{
			{Name: "Country Name"},
			{Name: "Country Code", Code: source.ISO3},
			{Name: "Year", Type: source.Int},
			{Name: "Value", Type: t, Unit: unit},
		},
	}
}

func tidySeries(table, name, unit string) source.Series {
	return source.Series{
		Table: table, Indicator: panel.Indicator{Name: name, Unit: unit}, Kind: prov.Outturn,
		State: "Country Code", Year: "Year", Value: "Value",
	}
}

// fractions reports whether any of the first values is no whole number.
func fractions(h source.Head) bool {
	for _, text := range h.Cells("Value") {
		if v, err := strconv.ParseFloat(text, 64); err == nil && v != float64(int64(v)) {
			return true
		}
	}
	return false
}
