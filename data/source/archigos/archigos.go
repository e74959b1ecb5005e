package archigos

import (
	"slices"

	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// Dataset declares edition 4.1: the leaders, and what an R package makes of them
// by state and year. The number of leaders who entered in a year is a count over
// rows of the first, by a named step.
func Dataset() source.Dataset {
	return source.Dataset{
		Key: "archigos", Title: "Archigos", Publisher: "Goemans, Gleditsch and Chiozza", Licence: "free with citation",
		Cite: "goemans2009", URL: "http://www.ksgleditsch.com/archigos.html",
		Note: "an end on 2015-12-31 with exit \"Still in Office\" is the end of the data and not of the rule; leaders entering in a year are counted",
		Get:  "in R, library(peacesciencer) and then write.csv(NAME, \"NAME.csv\", row.names = FALSE, na = \"\"), where NAME is archigos or archigossums",
		Editions: []source.Edition{{Name: "4.1", First: 1840, Last: 2015, States: 182, Files: []source.Known{
			{File: "archigos.csv", Rows: 3409, SHA256: "1a7587d9281b81933287272580ca88a8c4818d1696802080ea1fe6f81eb97427"},
			{File: "archigossums.csv", Rows: 14407, SHA256: "14eb951e450597d7bb08b79d8e02881b45ce5503a583740029884547b84ad70f"},
		}}},
		Layouts: []source.Layout{
			{
				Table: "leader", When: source.When{Columns: []string{"startdate", "enddate"}},
				Columns: slices.Concat(
					source.StateColumns(source.GW, "gwcode"), source.Columns(source.Int, "", nil, "yrborn"),
					source.Columns(source.Text, "", nil, "obsid", "leadid", "leader", "gender", "startdate", "enddate", "entry", "exit", "exitcode")),
			},
			{
				Table: "state_year", When: source.When{Columns: []string{"year"}},
				Columns: slices.Concat(
					source.StateColumns(source.GW, "gwcode"), source.Columns(source.Int, "", nil, "year"),
					source.Columns(source.Int, "0 or 1", nil, "leadertransition", "irregular"),
					source.Columns(source.Int, "leaders", nil, "n_leaders"),
					source.Columns(source.Text, "", nil, "jan1obsid", "dec31obsid")),
			},
		},
		Series: []source.Series{
			{
				Table: "leader", Kind: prov.Outturn, State: "gwcode", Year: "startdate", Sum: true,
				Indicator: panel.Indicator{Name: "leader_changes", Unit: "leaders", Holds: panel.Count, First: 1875, Last: 2015},
			},
			series("leader_transition", "leadertransition"),
			series("irregular_transition", "irregular"),
		},
	}
}

func series(name, column string) source.Series {
	return source.Series{
		Table: "state_year", Indicator: panel.Indicator{Name: name, Unit: "0 or 1"}, Kind: prov.Outturn,
		State: "gwcode", Year: "year", Value: column,
	}
}
