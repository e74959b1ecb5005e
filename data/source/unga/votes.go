package unga

import (
	"slices"

	"github.com/shatterbelt/shatterbelt/data/source"
)

// Votes declares the roll calls of the Assembly and what each state voted, as an
// R package carries them: absences are left out. Namibia's letters, NA, stand
// for themselves; states that are no more have a name and no letters.
func Votes() source.Dataset {
	return source.Dataset{
		Key: "unga-votes", Title: "Roll-call votes in the United Nations General Assembly", Publisher: "Voeten, Strezhnev and Bailey, packaged by David Robinson",
		Licence: "CC0 1.0; package MIT", Cite: "voeten2009", URL: "https://doi.org/10.7910/DVN/LEJUQZ",
		Note: "a state that did not vote has no row; a vote is dated by its roll call",
		Get:  "in R, library(unvotes) and then write.csv(NAME, \"NAME.csv\", row.names = FALSE, na = \"\"), where NAME is un_votes or un_roll_calls",
		Editions: []source.Edition{{Name: "0.2.0.9000", First: 1946, Last: 2020, States: 200, Files: []source.Known{
			{File: "un_votes.csv", Rows: 870109, SHA256: "e3bfaf9e6d272356e3db031c0e97204fdb7905e6e4d5b1cebb5adabdce3f2fe4", Unpacked: "e561e9743bf5a10a02d6f8373ee80e503e8bc996ede2fd8e3ba6bfde4e5e093a"},
			{File: "un_roll_calls.csv", Rows: 6203, SHA256: "822650425da51884c8a2dc4acc508f0974eb9fa714703eda55163233903bc40a"},
		}}},
		Layouts: []source.Layout{
			{Table: "votes", Exact: true, Columns: slices.Concat(source.Columns(source.Int, "", nil, "rcid"),
				source.StateColumns(source.Name, "country"), source.StateColumns(source.ISO2, "country_code"), source.Columns(source.Text, "", nil, "vote"))},
			{Table: "roll_calls", When: source.When{Columns: []string{"date"}}, Columns: slices.Concat(
				source.Columns(source.Int, "", nil, "rcid", "session"), source.Columns(source.Int, "0 or 1", nil, "importantvote", "amend", "para"),
				source.Columns(source.Text, "", nil, "date", "unres", "short", "descr"))},
		},
	}
}
