package cowtrade

import (
	"slices"

	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

const million = 1e6

// Dataset declares edition 4.0: trade by dyad, each once with the lower number
// first, and by state. Flows are imports as the importer reports them: flow1 of
// the first state from the second, flow2 of the second from the first. The
// smoothed columns are the project's own filling of gaps and enter no panel.
func Dataset() source.Dataset {
	flows := source.Columns(source.Float, "million US$ current", []string{"-9"}, "flow1", "flow2", "smoothflow1", "smoothflow2")
	totals := source.Columns(source.Float, "million US$ current", []string{"-9"}, "imports", "exports")
	year := source.Columns(source.Int, "", nil, "year")
	when := source.When{Columns: []string{"year"}}
	return source.Dataset{
		Key: "cow-trade", Title: "Dyadic and National Trade", Publisher: "Correlates of War project",
		Licence: "free with citation", Cite: "cowtrade2009", URL: "https://correlatesofwar.org/data-sets/bilateral-trade/",
		Note: "a flow of 0 can stand for trade that nobody reported",
		Editions: []source.Edition{{Name: "4.0", First: 1870, Last: 2014, States: 205, Files: []source.Known{{File: "COW_Trade_4.0.zip", URL: "https://correlatesofwar.org/wp-content/uploads/COW_Trade_4.0.zip"},
			{File: "cow_trade_dyad.csv", Rows: 673654, SHA256: "128fdf14c5f4bb47b6f6e7638ec97446db9b808c9539ac68757604bdb7c1c052", Unpacked: "f1ae196a1377cf35131648539142038f27ef690f759e19aa94f05c311084dfd1"},
			{File: "cow_trade_sy.csv", Rows: 14410, SHA256: "79f6625b195b194ac02be66ef5f17fb269478065b3a4cff49f6bf1928ad410ca"},
		}}},
		Layouts: []source.Layout{
			{Table: "dyad_year", Columns: slices.Concat(source.StateColumns(source.COW, "ccode1", "ccode2"), year, flows), When: when},
			{Table: "state_year", Columns: slices.Concat(source.StateColumns(source.COW, "ccode"), year, totals), Exact: true, When: when},
		},
		Series: []source.Series{
			flow("ccode2", "ccode1", "flow1"),
			flow("ccode1", "ccode2", "flow2"),
			total("imports_total", "imports"),
			total("exports_total", "exports"),
		},
	}
}

// flow is what one state imports from another, as the other's exports.
func flow(from, to, column string) source.Series {
	return source.Series{
		Table: "dyad_year", Kind: prov.Outturn, State: from, Partner: to, Year: "year", Value: column, Scale: million,
		Indicator: panel.Indicator{Name: "exports", Unit: "US$ current", Form: panel.DirectedDyad},
	}
}

func total(indicator, column string) source.Series {
	return source.Series{
		Table: "state_year", Kind: prov.Outturn, State: "ccode", Year: "year", Value: column, Scale: million,
		Indicator: panel.Indicator{Name: indicator, Unit: "US$ current"},
	}
}
