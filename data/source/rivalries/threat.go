package rivalries

import (
	"slices"

	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// TerritorialThreat declares the threat to its territory that a state faced from
// outside, as a model of item responses estimates it, with the bounds of each
// estimate. Columns with m_ weigh dyads by the distance between them.
func TerritorialThreat() source.Dataset {
	return source.Dataset{
		Key: "territorial-threat", Title: "Latent external territorial threat, 1816-2010", Publisher: "Steven V. Miller",
		Licence: "package GPL-2; cite the author", Cite: "miller2022threat", URL: "https://svmiller.com/peacesciencer/",
		Note: "estimates on a scale of their own",
		Get:  "in R, library(peacesciencer) and then write.csv(NAME, \"NAME.csv\", row.names = FALSE, na = \"\"), where NAME is terrthreat",
		Editions: []source.Edition{{Name: "2022", First: 1816, Last: 2010, States: 216, Files: []source.Known{
			{File: "terrthreat.csv", Rows: 14781, SHA256: "165406c976088d40b7737e292b131bd96e4bc92785340415c89aecd25dd5a36f"},
		}}},
		Layouts: []source.Layout{{
			Table: "state_year", When: source.When{Columns: []string{"year"}},
			Columns: slices.Concat(source.StateColumns(source.COW, "ccode"), source.Columns(source.Int, "", nil, "year"),
				source.Columns(source.Float, "score", nil, "lterrthreat", "sd", "lwr", "upr", "m_lterrthreat", "m_sd", "m_lwr", "m_upr")),
		}},
		Series: []source.Series{{
			Table: "state_year", Kind: prov.Estimate, State: "ccode", Year: "year", Value: "lterrthreat", Low: "lwr", High: "upr",
			Indicator: panel.Indicator{Name: "territorial_threat", Unit: "score"},
		}},
	}
}
