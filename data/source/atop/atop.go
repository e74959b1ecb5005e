package atop

import (
	"slices"

	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// duties are the columns of obligations and the indicators they give.
var duties = []struct{ column, indicator string }{
	{"atop_defense", "defence_pact"},
	{"atop_offense", "offence_pact"},
	{"atop_neutral", "neutrality_pact"},
	{"atop_nonagg", "nonaggression_pact"},
	{"atop_consul", "consultation_pact"},
}

// Dataset declares edition 5.1 as an R package carries it: a row a directed dyad
// and year with a treaty, and which obligations the first state has to the
// second. A dyad-year that is not listed has none.
func Dataset() source.Dataset {
	d := source.Dataset{
		Key: "atop", Title: "Alliance Treaty Obligations and Provisions, directed dyad-years", Publisher: "ATOP project",
		Licence: "free with citation; package GPL-2", Cite: "leeds2002", URL: "http://www.atopdata.org/",
		Note: "obligations of the first state to the second; a dyad-year that is not listed has none",
		Get:  "in R, library(peacesciencer) and then write.csv(NAME, \"NAME.csv\", row.names = FALSE, na = \"\"), where NAME is atop_alliance; the project's own files have other columns",
		Editions: []source.Edition{{Name: "5.1", First: 1815, Last: 2018, States: 207, Files: []source.Known{
			{File: "atop_alliance.csv", Rows: 273296, SHA256: "2d04146b16cbe8050d771e4b3c744647e31f42f6765a617e7ac2482b43efd40a", Unpacked: "3a0b0f764962daad3f59c9dfa4964239e2ab9c3f314f64f4e3f286444e0d1a39"},
		}}},
	}
	columns := slices.Concat(source.StateColumns(source.COW, "ccode1", "ccode2"), source.Columns(source.Int, "", nil, "year"))
	for _, o := range duties {
		columns = append(columns, source.Columns(source.Int, "0 or 1", nil, o.column)...)
		d.Series = append(d.Series, source.Series{
			Table: "dyad_year", Kind: prov.Outturn, State: "ccode1", Partner: "ccode2", Start: "year", End: "year", Where: has(o.column),
			Indicator: panel.Indicator{Name: o.indicator, Unit: "0 or 1", Form: panel.DirectedDyad, Holds: panel.Spell, First: 1815, Last: 2018},
		})
	}
	d.Layouts = []source.Layout{{Table: "dyad_year", Columns: columns, When: source.When{Columns: []string{"year"}}}}
	return d
}

// has keeps the rows in which an obligation is there.
func has(column string) func(source.Cells) bool {
	return func(c source.Cells) bool {
		v, ok := c.Number(column)
		return ok && v == 1
	}
}
