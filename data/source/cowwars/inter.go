package cowwars

import (
	"slices"

	"github.com/shatterbelt/shatterbelt/data/source"
)

// Inter declares edition 4.0: a row a war and participant as published, and
// directed dyad-years that an R package makes of it. -8 says that something does
// not apply, -9 that it is not known; both are missing here. A war's deaths are
// one number for all its years, and a state can be in two wars at once, so
// deaths by year are a step of their own.
func Inter() source.Dataset {
	return source.Dataset{
		Key: "cow-wars-inter", Title: "Inter-State War Data", Publisher: "Correlates of War project",
		Licence: "free with citation; package GPL-2", Cite: "sarkees2010", URL: "https://correlatesofwar.org/data-sets/cow-war/",
		Note: "ends in 2007; deaths in battle are of a state's own forces over the whole of its part in a war",
		Editions: []source.Edition{{Name: "4.0", First: 1823, Last: 2003, States: 98, Files: []source.Known{
			{File: "Inter-StateWarData_v4.0.csv", Rows: 337, SHA256: "2535e30b145141c331a07d12d91e498ad8bdd3db32ba8d3bd88c4fda54817731", URL: "https://correlatesofwar.org/wp-content/uploads/Inter-StateWarData_v4.0.csv"},
			{File: "cow_war_inter.csv", Rows: 1932, SHA256: "5951478de8756b41e36482e05daff60bed726483632350b875bffcfd6f3e1df9"},
		}}},
		Layouts: []source.Layout{
			{Table: "participants", Columns: participants(), When: source.When{Columns: []string{"StartYear1", "EndYear1", "StartYear2", "EndYear2"}},
				EditionOf: source.EditionBy("Version", map[string]string{"4": "4.0"})},
			{Table: "dyad_years", Columns: dyads(), When: source.When{Columns: []string{"year"}}},
		},
	}
}

// The marks of what is missing: still going on, does not apply, is not known.
var gaps = []string{"-7", "-8", "-9"}

func marks(names ...string) []source.Column { return source.Columns(source.Int, "", gaps, names...) }

func text(names ...string) []source.Column { return source.Columns(source.Text, "", gaps, names...) }

func participants() []source.Column {
	return slices.Concat(marks("WarNum", "WarType"), text("WarName"), source.StateColumns(source.COW, "ccode"), text("StateName"),
		marks("Side", "StartMonth1", "StartDay1", "StartYear1", "EndMonth1", "EndDay1", "EndYear1",
			"StartMonth2", "StartDay2", "StartYear2", "EndMonth2", "EndDay2", "EndYear2", "WhereFought", "Initiator", "Outcome"),
		text("TransFrom", "TransTo"), source.Columns(source.Int, "deaths", gaps, "BatDeath"), text("Version"))
}

func dyads() []source.Column {
	return slices.Concat(marks("warnum"), source.StateColumns(source.COW, "ccode1", "ccode2"),
		marks("year", "cowinterongoing", "cowinteronset", "sidea1", "sidea2", "initiator1", "initiator2", "outcome1", "outcome2", "resume"),
		source.Columns(source.Float, "deaths", gaps, "batdeath1", "batdeath2"))
}
