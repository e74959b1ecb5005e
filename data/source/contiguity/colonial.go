package contiguity

import (
	"slices"

	"github.com/shatterbelt/shatterbelt/data/source"
)

// Colonial declares edition 3.1: spells in which two states touched through
// dependencies, counts of such spells by dyad and year, and by state and year.
func Colonial() source.Dataset {
	spells := slices.Concat(pair(), source.Columns(source.Int, "", nil, "dependl", "dependh", "conttype", "begin", "end"), version())
	dyads := slices.Concat(pair(), source.Columns(source.Int, "", nil, "year"), counts(), version())
	states := slices.Concat(source.StateColumns(source.COW, "stateno"), source.StateColumns(source.COWAbb, "stateab"),
		source.Columns(source.Int, "", nil, "year"), counts(), version())
	edition := source.EditionBy("version", map[string]string{"3.1": "3.1"})
	return source.Dataset{
		Key: "cow-contiguity-colonial", Title: "Colonial and Dependency Contiguity", Publisher: "Correlates of War project",
		Licence: "free with citation", Cite: "stinnett2002", URL: "https://correlatesofwar.org/data-sets/colonial-dependency-contiguity/",
		Note: "dyads are listed once, the lower number first; dependency 0 is the state itself",
		Editions: []source.Edition{{Name: "3.1", First: 1816, Last: 2016, States: 217, Files: []source.Known{
			{File: "contcol.csv", Rows: 1349, SHA256: "ac09371e8be348a11b8aaf337871f2a893518cb73e6eda3ff443d28b2ab9a3e8", URL: "https://correlatesofwar.org/wp-content/uploads/ColonialContiguity310.zip"},
			{File: "contcold.csv", Rows: 14538, SHA256: "b1d927305fe6e121793bc5d2484a244056e35ba3b9c16383a887fc2b0ea03fdd", URL: "https://correlatesofwar.org/wp-content/uploads/ColonialContiguity310.zip"},
			{File: "contcols.csv", Rows: 15951, SHA256: "65a87edd739be576f3d0c46cc592208090139d00337c96caa779d74ec00ab3e0", URL: "https://correlatesofwar.org/wp-content/uploads/ColonialContiguity310.zip"},
		}}},
		Layouts: []source.Layout{
			{Table: "spells", Columns: spells, EditionOf: edition, When: source.When{Columns: []string{"begin", "end"}}},
			{Table: "dyad_year", Columns: dyads, EditionOf: edition, When: source.When{Columns: []string{"year"}}},
			{Table: "state_year", Columns: states, EditionOf: edition, When: source.When{Columns: []string{"year"}}},
		},
	}
}

func pair() []source.Column {
	return slices.Concat(source.Columns(source.Int, "", nil, "dyad"),
		source.StateColumns(source.COW, "statelno", "statehno"), source.StateColumns(source.COWAbb, "statelab", "statehab"))
}

func counts() []source.Column {
	return source.Columns(source.Int, "relationships", nil, "land", "sea", "total")
}

func version() []source.Column { return source.Columns(source.Text, "", nil, "version") }
