package terrchange

import (
	"slices"

	"github.com/shatterbelt/shatterbelt/data/source"
)

// Dataset declares edition 6. A dot or -9 is missing. Gainers and losers can be
// colonies and other entities, whose numbers are no states; one gainer is 0.
func Dataset() source.Dataset {
	gap := []string{"-9"}
	sides := source.StateColumns(source.COW, "gainer", "loser")
	for i := range sides {
		sides[i].Missing = gap
	}
	return source.Dataset{
		Key: "cow-territorial-change", Title: "Territorial Change", Publisher: "Correlates of War project",
		Licence: "free with citation", Cite: "tir1998", URL: "https://correlatesofwar.org/data-sets/territorial-change/",
		Note: "a row is a change; rows of one edition keep the number of the version in which they were coded",
		Editions: []source.Edition{{Name: "6", First: 1816, Last: 2015, States: 194, Files: []source.Known{
			{File: "tc2018.csv", Rows: 842, SHA256: "6ed3f92f2ad05122b3541f5dc8b34529d49d73bf563ef58d51045839472220a2", URL: "https://correlatesofwar.org/wp-content/uploads/terr-changes-v6.zip"},
		}}},
		Layouts: []source.Layout{{
			Table: "changes", When: source.When{Columns: []string{"year"}},
			Columns: slices.Concat(source.Columns(source.Int, "", gap, "number", "year", "month"), sides,
				source.Columns(source.Int, "", gap, "gaintype", "losetype", "procedur", "entity", "contgain", "contlose", "entry", "exit"),
				source.Columns(source.Int, "0 or 1", gap, "portion", "indep", "conflict"),
				source.Columns(source.Float, "square kilometres", gap, "area"), source.Columns(source.Int, "persons", gap, "pop"),
				source.Columns(source.Text, "", nil, "version")),
		}},
	}
}
