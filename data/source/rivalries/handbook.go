package rivalries

import (
	"slices"

	"github.com/shatterbelt/shatterbelt/data/source"
)

// Handbook declares the older list of Thompson and Dreyer. Its rivalries go by a
// name of their own in a panel, so that the newer list alone is the core's.
func Handbook() source.Dataset {
	return source.Dataset{
		Key: "rivalries-td", Title: "Handbook of International Rivalries, 1494-2010", Publisher: "Thompson and Dreyer, packaged by Steven V. Miller",
		Licence: "package GPL-2; cite the authors", Cite: "thompsondreyer2012", URL: "https://svmiller.com/peacesciencer/",
		Note: "an end of 2010 means that the rivalry was going on when the list was closed",
		Get:  "in R, library(peacesciencer) and then write.csv(NAME, \"NAME.csv\", row.names = FALSE, na = \"\"), where NAME is td_rivalries",
		Editions: []source.Edition{{Name: "2012", First: 1494, Last: 2010, States: 87, Files: []source.Known{
			{File: "td_rivalries.csv", Rows: 197, SHA256: "9e5363e60000b6a7eb8c005e75f05a5b5a28d983725cc970dd14043eb77c8e68"},
		}}},
		Layouts: []source.Layout{{
			Table: "dyads", When: source.When{Columns: []string{"styear", "endyear"}},
			Columns: slices.Concat(source.Columns(source.Int, "", nil, "rivalryno", "styear", "endyear"), source.StateColumns(source.COW, "ccode1", "ccode2"),
				source.Columns(source.Text, "", nil, "rivalryname", "region", "type1", "type2", "type3")),
		}},
		Series: []source.Series{rivalry("rivalry_handbook", "dyads", "styear", "endyear", 2010)},
	}
}
