package mindist

import (
	"slices"

	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// Dataset declares the table that an R package carries, rounded to a hundredth
// of a kilometre. Each dyad stands once, the lower number first. The distance is
// between any points of the two, islands and exclaves among them, so it is not
// the core's distance_territory, which is between main territories.
func Dataset() source.Dataset {
	return source.Dataset{
		Key: "mindist", Title: "Minimum distance between states (CShapes 2.0)", Publisher: "CShapes project, packaged by Steven V. Miller",
		Licence: "package GPL-2; cite the authors", Cite: "schvitz2022", URL: "https://icr.ethz.ch/data/cshapes/",
		Note: "between any points of the two territories; 0 where they touch",
		Get:  "in R, library(peacesciencer) and then write.csv(NAME, \"NAME.csv\", row.names = FALSE, na = \"\"), where NAME is cow_mindist (download_extdata() fetches it)",
		Editions: []source.Edition{{Name: "1.2.9", First: 1886, Last: 2019, States: 203, Files: []source.Known{
			{File: "cow_mindist.csv", Rows: 952244, SHA256: "6191a646162e747dafb29703ff12a3595293565a05ef1baccf41ea4a0f008300", Unpacked: "5d4380b423a929322261cde330efa683c798c0c23a0f716bcc308a0a3cc69120"},
		}}},
		Layouts: []source.Layout{{
			Table: "dyad_year",
			Columns: slices.Concat(source.StateColumns(source.COW, "ccode1", "ccode2"),
				source.Columns(source.Int, "", nil, "year"), source.Columns(source.Float, "km", nil, "mindist")),
			When: source.When{Columns: []string{"year"}},
		}},
		Series: []source.Series{{
			Table: "dyad_year", Kind: prov.Derived, State: "ccode1", Partner: "ccode2", Year: "year", Value: "mindist",
			Indicator: panel.Indicator{Name: "distance_minimum", Unit: "km", Form: panel.SymmetricDyad},
		}},
	}
}
