package gw

import (
	"slices"

	"github.com/shatterbelt/shatterbelt/data/source"
)

// The two panels have the same columns and begin with the same rows, so only
// the hashes tell them apart.
const (
	byCOW = "5cc804a7afcb6aad5399b66e11909807bb364732698a944f4de76be0130843c1"
	byGW  = "0296b0dd602dc3a96bc184e57450e60429890302cd7691340c4ab25e0317c7d3"
)

// Dataset declares the list of 2017, a later form of it with microstates, the
// Correlates of War list in the same form, and the two panels of state-years
// that match one list with the other: all states of the Correlates of War with
// their Gleditsch-Ward number, and the reverse.
func Dataset() source.Dataset {
	return source.Dataset{
		Key: "gleditsch-ward", Title: "Independent states, and their match with the Correlates of War list",
		Publisher: "Kristian S. Gleditsch and Michael D. Ward, packaged by Steven V. Miller",
		Licence:   "free with citation; packages GPL-2", Cite: "gleditschward1999", URL: "http://ksgleditsch.com/data-4.html",
		Note: "a panel has a row without one of the numbers where that list has no such state in the year",
		Get:  "in R, library(peacesciencer) and then write.csv(NAME, \"NAME.csv\", row.names = FALSE, na = \"\"), where NAME is gw_states, and with library(isard) the system and panel tables",
		Editions: []source.Edition{{Name: "2017", First: 1816, Last: 2025, States: 217, Files: []source.Known{
			{File: "gw_states.csv", Rows: 216, SHA256: "dc1eb7554ac48f63ea7010dadc5674c7f4a1ce7e9453eef7ef281554a67bbb50"},
			{File: "gw_system.csv", Rows: 239, SHA256: "9dbdc7e176ff7555fdaf218a20c588c13b310583848fe4f7324a8d78a87802af"},
			{File: "cw_system.csv", Rows: 243, SHA256: "046f1072d01b245be1cc49b4449507359511d0caa9a4699ab67bbc8a21a4df49"},
			{File: "cw_gw_panel.csv", Rows: 17916, SHA256: byCOW},
			{File: "gw_cw_panel.csv", Rows: 20990, SHA256: byGW},
		}}},
		Layouts: []source.Layout{
			{Table: "states", Columns: slices.Concat(source.StateColumns(source.GW, "gwcode"),
				text("stateabb", "statename", "startdate", "enddate")), When: source.When{Columns: []string{"startdate", "enddate"}}},
			{Table: "system", Columns: slices.Concat(source.StateColumns(source.GW, "gwcode"), text("gw_abb", "gw_name"),
				source.Columns(source.Int, "0 or 1", nil, "microstate"), text("start", "end")), When: spell},
			{Table: "cow_system", Columns: slices.Concat(source.StateColumns(source.COW, "ccode"), source.StateColumns(source.COWAbb, "cw_abb"),
				text("cw_name", "start", "end")), When: spell},
			{Table: "cow_years", Columns: panel(), Match: source.Except(byGW), When: source.When{Columns: []string{"year"}}},
			{Table: "gw_years", Columns: panel(), Match: source.Except(byCOW), When: source.When{Columns: []string{"year"}}},
		},
	}
}

var spell = source.When{Columns: []string{"start", "end"}}

func text(names ...string) []source.Column { return source.Columns(source.Text, "", nil, names...) }

func panel() []source.Column {
	return slices.Concat(text("stateabb"), source.Columns(source.Int, "", nil, "year"),
		source.StateColumns(source.GW, "gwcode"), source.StateColumns(source.COW, "ccode"), text("gw_name", "cw_name"))
}
