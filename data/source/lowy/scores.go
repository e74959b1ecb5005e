package lowy

import (
	"slices"

	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

const points = "score, 0 to 100"

// Scores declares scores of the Asia Power Index typed from pages that print
// them, and the measures and weights of one state. The year of a score is that
// of its edition, which uses figures of the year before and earlier ones.
func Scores() source.Dataset {
	return source.Dataset{
		Key: "lowy-power", Title: "Asia Power Index, published scores", Publisher: publisher, Licence: "facts; the index is Lowy Institute copyright",
		Cite: "lowymethodology", URL: "https://power.lowyinstitute.org/",
		Note: "typed from web pages and not complete: overall of 2024 in full, of 2023 in part, single ones before; a score of another edition is not on quite the same scale",
		Get:  "the scores are printed on the page; type them into a table with the columns that docs/data/lowy.md names",
		Editions: []source.Edition{{Name: "2025", First: 2020, Last: 2025, States: 27, Files: []source.Known{
			{File: "asia_power_index_scores.csv", Rows: 77, SHA256: "6fcb8ca7af6081ec6e06d9b7e0ef98097e941fa05c4c63f31890ece639e526fc"},
			{File: "asia_power_index_2025_japan.csv", Rows: 8, SHA256: "36a17153fcac52781a46c63da2e9a4fc8fa0a8004ad6ac018c4307507bc9170e"},
		}}},
		Layouts: []source.Layout{
			{Table: "score", When: source.When{Columns: []string{"edition"}}, Columns: slices.Concat(
				source.Columns(source.Int, "", nil, "edition", "rank"), source.Columns(source.Text, "", nil, "measure", "country"),
				source.StateColumns(source.ISO3, "iso3"), source.Columns(source.Float, points, nil, "score"))},
			{Table: "measure", When: source.When{Columns: []string{"edition"}}, Columns: slices.Concat(
				source.Columns(source.Int, "", nil, "edition"), source.StateColumns(source.Name, "country"), source.Columns(source.Text, "", nil, "measure"),
				source.Columns(source.Float, "share", nil, "weight"), source.Columns(source.Float, points, nil, "score"))},
		},
		Series: []source.Series{
			score("asia_power", "overall"),
			score("asia_economic_relationships", "economic_relationships"),
		},
	}
}

func score(name, measure string) source.Series {
	return source.Series{
		Table: "score", Indicator: panel.Indicator{Name: name, Unit: points}, Kind: prov.Estimate,
		State: "iso3", Year: "edition", Value: "score", Where: func(c source.Cells) bool { return c.Text("measure") == measure },
	}
}
