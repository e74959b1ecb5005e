package contiguity

import (
	"slices"

	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// land is the type of contiguity by a land or river border.
const land = 1

// Direct declares edition 3.2: spells of contiguity, each in both orders.
// Types: 1 land or river border, 2 to 5 up to 12, 24, 150 and 400 miles of water,
// 0 a spell that was looked at and is not contiguous.
func Direct() source.Dataset {
	return source.Dataset{
		Key: "cow-contiguity", Title: "Direct Contiguity", Publisher: "Correlates of War project",
		Licence: "free with citation; package GPL-2", Cite: "stinnett2002", URL: "https://correlatesofwar.org/data-sets/direct-contiguity/",
		Note: "type 0 says that the two are not contiguous; a dyad that is not listed is not contiguous either",
		Get:  "in R, library(peacesciencer) and then write.csv(NAME, \"NAME.csv\", row.names = FALSE, na = \"\"), where NAME is cow_contdir; the project's own files have other columns",
		Editions: []source.Edition{{Name: "3.2", First: 1816, Last: 2016, States: 215, Files: []source.Known{
			{File: "cow_contdir.csv", Rows: 1874, SHA256: "060e22f61f274294b2cbf7154f4f20b13e8f17fab4ff13b8fce9b0ac3ec4631f"},
		}}},
		Layouts: []source.Layout{{
			Table: "spells",
			Columns: slices.Concat(source.StateColumns(source.COW, "ccode1", "ccode2"),
				source.Columns(source.Int, "", nil, "conttype"), source.Columns(source.Text, "", nil, "stdate", "enddate")),
			When: source.When{Columns: []string{"stdate", "enddate"}},
		}},
		Series: []source.Series{{
			Table: "spells", Kind: prov.Outturn, State: "ccode1", Partner: "ccode2", Start: "stdate", End: "enddate", Where: border,
			Indicator: panel.Indicator{Name: "land_border", Unit: "0 or 1", Form: panel.SymmetricDyad, Holds: panel.Spell, First: 1816, Last: 2016},
		}},
	}
}

// border keeps one order of the dyads that share a border.
func border(c source.Cells) bool {
	kind, ok := c.Number("conttype")
	a, _ := c.Number("ccode1")
	b, _ := c.Number("ccode2")
	return ok && kind == land && a < b
}
