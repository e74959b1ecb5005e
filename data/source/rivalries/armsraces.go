package rivalries

import (
	"slices"

	"github.com/shatterbelt/shatterbelt/data/source"
)

// ArmsRaces declares the arms races between rivals by Gibler, Rider and
// Hutchison, as spells. Which years their search covered the table does not say,
// so a dyad without a race is not known to have had none.
func ArmsRaces() source.Dataset {
	return source.Dataset{
		Key: "arms-races", Title: "Arms races during periods of rivalry", Publisher: "Gibler, Rider and Hutchison, packaged by Steven V. Miller",
		Licence: "package GPL-2; cite the authors", Cite: "gibler2005", URL: "https://svmiller.com/peacesciencer/",
		Note: "races alone are listed, with no word of the years searched",
		Get:  "in R, library(peacesciencer) and then write.csv(NAME, \"NAME.csv\", row.names = FALSE, na = \"\"), where NAME is grh_arms_races",
		Editions: []source.Edition{{Name: "2005", First: 1854, Last: 1984, States: 41, Files: []source.Known{
			{File: "grh_arms_races.csv", Rows: 71, SHA256: "bc5704843d46d879750bb153df57139522b688f65ec0c61206fe89b6a025d1a9"},
		}}},
		Layouts: []source.Layout{{
			Table: "races", When: source.When{Columns: []string{"styear", "endyear"}},
			Columns: slices.Concat(source.Columns(source.Int, "", nil, "race_id", "styear", "endyear"), source.StateColumns(source.COW, "ccode1", "ccode2")),
		}},
	}
}
