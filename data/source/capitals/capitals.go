package capitals

import (
	"slices"

	"github.com/shatterbelt/shatterbelt/data/source"
)

// Dataset declares two tables of one compiler: capitals by Correlates of War
// state with coordinates, and the list they were made from, by either number,
// without.
func Dataset() source.Dataset {
	return source.Dataset{
		Key: "capitals", Title: "Capitals of states, with coordinates", Publisher: "Steven V. Miller (peacesciencer)",
		Licence: "package GPL-2", Cite: "miller2022", URL: "https://svmiller.com/peacesciencer/",
		Note: "spells in office, former capitals among them; some points are the middle of a region rather than of the city",
		Get:  "in R, library(peacesciencer) and then write.csv(NAME, \"NAME.csv\", row.names = FALSE, na = \"\"), where NAME is cow_capitals",
		Editions: []source.Edition{{Name: "1.2.9", First: 1812, Last: 2024, States: 217, Files: []source.Known{
			{File: "cow_capitals.csv", Rows: 242, SHA256: "269f19a7055235574bca6af48cd0cb3ccdfa528aea44684f34b9c79b472eeab3"},
			{File: "capitals.csv", Rows: 266, SHA256: "49a15fd0bb4b864bbfcfbcfbd8f0d2ec326c9bb4b3f9d9045bfed59db54b10c6"},
		}}},
		Layouts: []source.Layout{
			{Table: "places", Columns: slices.Concat(source.StateColumns(source.COW, "ccode"), text("statenme", "capital", "stdate", "enddate"),
				source.Columns(source.Float, "degrees", nil, "lat", "lng")),
				When: source.When{Columns: []string{"stdate", "enddate"}}},
			{Table: "spells", Columns: slices.Concat(source.StateColumns(source.COW, "ccode"), source.StateColumns(source.GW, "gwcode"),
				text("statenme", "capital", "comments"),
				source.Columns(source.Int, "", nil, "styear", "stmon", "stday", "endyear", "endmon", "endday")),
				When: source.When{Columns: []string{"styear", "endyear"}}},
		},
	}
}

func text(names ...string) []source.Column { return source.Columns(source.Text, "", nil, names...) }
