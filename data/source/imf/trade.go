package imf

import (
	"strings"

	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

const (
	tradeTable = "trade"
	million    = 1e6
)

// form is one way in which the table of trade is written: its columns and how
// it marks exports and imports.
type form struct {
	reporter, flow, partner string
	others                  []string
	exports, imports        string // how the cell of the flow begins
}

var forms = []form{
	{"COUNTRY", "INDICATOR", "COUNTERPART_COUNTRY", []string{"DATASET", "SERIES_CODE", "OBS_MEASURE"}, "Exports", "Imports"},
	{"Country", "Trade_Type", "Partner", nil, "Export", "Import"},
}

// Trade declares trade in goods of the United States and China with each
// partner: as downloaded, and as a repository tidied it.
//
// What a reporter sells is valued free on board; what it buys includes insurance
// and freight, so the two reports of one flow differ.
func Trade() source.Dataset {
	d := source.Dataset{
		Key: "imf-imts", Title: "International Trade in Goods by Partner Country", Publisher: "International Monetary Fund",
		Licence: "terms of use of the Fund, with citation", Cite: "imfimts2025", URL: "https://data.imf.org/en/datasets/IMF.STA:IMTS",
		Note: "as reported by the United States and by China; groups of states stand among the partners",
		Get:  "choose reporters, partners and years there and download them as CSV",
		Editions: []source.Edition{{Name: "2025", First: 2001, Last: 2024, States: 192, Files: []source.Known{
			{File: "raw_trade_data.csv", Rows: 935, SHA256: "c78817b613906a1a829af4f8d9ea296b1c4b5b0f0d0bbc9b27d7bcb75ed8ce1e"},
			{File: "cleaned_trade_data.csv", Rows: 935, SHA256: "7427d983cecfaa928489b9fb617bad96bb5fe05f3882f00d73f999662e4aea5c"},
		}}},
	}
	for _, f := range forms {
		d.Layouts = append(d.Layouts, f.layout())
		d.Series = append(d.Series, f.series()...)
	}
	return d
}

func (f form) layout() source.Layout {
	columns := append(source.StateColumns(source.Name, f.reporter, f.partner), source.Column{Name: f.flow})
	return source.Layout{
		Table: tradeTable, Columns: append(columns, source.Columns(source.Text, "", nil, f.others...)...),
		Other: source.YearColumns("million US$ current"), When: source.When{Wide: true},
	}
}

// series gives exports to each partner, and purchases from each as their buyer
// reports them. Totals of two states would stand in for those of all, so none
// are given.
func (f form) series() []source.Series {
	of := func(name, flow string) source.Series {
		return source.Series{
			Table: tradeTable, Indicator: panel.Indicator{Name: name, Unit: "US$ current", Form: panel.DirectedDyad}, Kind: prov.Outturn,
			State: f.reporter, Partner: f.partner, Scale: million,
			Where: func(c source.Cells) bool {
				return strings.HasPrefix(c.Text(f.flow), flow) && c.Text(f.partner) != "World"
			},
		}
	}
	return []source.Series{of("exports", f.exports), of("imports_reported", f.imports)}
}
