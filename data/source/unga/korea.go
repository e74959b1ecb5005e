package unga

import (
	"slices"

	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// Korea declares how far South Korea and each other state voted alike, with
// other figures of both, as an R package for teaching carries them.
func Korea() source.Dataset {
	return source.Dataset{
		Key: "unga-korea", Title: "South Korea's agreement with other states in the General Assembly", Publisher: "Steven V. Miller (stevedata)",
		Licence: "package GPL-2", Cite: "haege2011", URL: "https://svmiller.com/stevedata/",
		Note: "agreement of South Korea alone; kappa corrects it for agreement by chance",
		Get:  "in R, library(stevedata) and then write.csv(NAME, \"NAME.csv\", row.names = FALSE, na = \"\"), where NAME is rok_unga",
		Editions: []source.Edition{{Name: "1.8.9", First: 1991, Last: 2022, States: 195, Files: []source.Known{
			{File: "rok_unga.csv", Rows: 6095, SHA256: "528befc47d16d8c46119ccccef06eab84b0de1189765ad5744c0b3584e39fa7d"},
		}}},
		Layouts: []source.Layout{{
			Table: "dyad_year", When: source.When{Columns: []string{"year"}},
			Columns: slices.Concat(source.StateColumns(source.COW, "ccode1", "ccode2"), source.StateColumns(source.ISO3, "iso3c"),
				source.Columns(source.Int, "", nil, "year"), source.Columns(source.Float, "share", nil, "agree", "v_agree"),
				source.Columns(source.Float, "score", nil, "kappa", "ip1", "ip2", "ipd", "xm_euds1", "xm_euds2"),
				source.Columns(source.Float, "US$ per person", nil, "gdppc1", "gdppc2"),
				source.Columns(source.Float, "index, 0 to 1", nil, "v2x_polyarchy1", "v2x_polyarchy2"),
				source.Columns(source.Float, "km", nil, "capdist")),
		}},
		Series: []source.Series{
			agreement("un_agreement", "share", "agree"),
			agreement("un_agreement_kappa", "score", "kappa"),
		},
	}
}

func agreement(name, unit, column string) source.Series {
	return source.Series{
		Table: "dyad_year", Kind: prov.Derived, State: "ccode1", Partner: "ccode2", Year: "year", Value: column,
		Indicator: panel.Indicator{Name: name, Unit: unit, Form: panel.SymmetricDyad},
	}
}
