package thucydides

import (
	"slices"

	"github.com/shatterbelt/shatterbelt/data/source"
)

// Dataset declares the sixteen cases of 2017, compiled by hand. Where several
// powers ruled together, their numbers stand in one cell with semicolons, so
// that cell is text; cases before 1816 have no numbers.
func Dataset() source.Dataset {
	return source.Dataset{
		Key: "thucydides", Title: "Thucydides's Trap: sixteen cases", Publisher: "Graham Allison, Belfer Center; compiled by hand",
		Licence: "facts; cite the author", Cite: "allison2017", URL: "https://www.belfercenter.org/thucydides-trap/case-file",
		Note: "compiled by hand from memory of the published list: check a case against the book before relying on it",
		Get:  "type the cases into a table with the columns that docs/data/thucydides.md names",
		Editions: []source.Edition{{Name: "2017", States: 4, Files: []source.Known{
			{File: "allison_16_cases.csv", Rows: 16, SHA256: "ae8de131897e0661794f16ab0daf8b471ce07f2423dea345108933ef76b0b05a"},
		}}},
		Layouts: []source.Layout{{
			Table: "cases",
			Columns: slices.Concat(source.Columns(source.Int, "", nil, "case"), source.Columns(source.Text, "", nil, "period", "ruling", "rising", "domain", "ruling_ccode"),
				source.Columns(source.Int, "0 or 1", nil, "war"), source.StateColumns(source.COW, "rising_ccode")),
		}},
	}
}
