package borders

import (
	"slices"
	"strings"

	"github.com/shatterbelt/shatterbelt/data/source"
)

// Dataset declares the list as JSON, which has more, and as CSV. The two have
// the same columns, since what is nested is named by its path and lists are
// joined by commas. Neighbours are a list in a cell, so that no dyad can be read
// from a row; nothing of it enters a panel.
func Dataset() source.Dataset {
	return source.Dataset{
		Key: "borders", Title: "Countries of the world: codes, names and borders", Publisher: "mledoze/countries",
		Licence: "ODbL 1.0", Cite: "mledoze2026", URL: "https://github.com/mledoze/countries",
		Note: "borders of today by land; a list of neighbours is one cell, by ISO letters",
		Editions: []source.Edition{{Name: "2026-04", States: 195, Files: []source.Known{
			{File: "countries.json", Rows: 250, SHA256: "69e45428770b8750c89a54ac6e6c91131c56cac930ec63551f9ee6d2a179f2da", URL: "https://raw.githubusercontent.com/mledoze/countries/master/countries.json"},
			{File: "countries.csv", Rows: 250, SHA256: "a88af407ec37fdc7fa7652c08785aefd96f26a944b6653b942410d70ba29db2f"},
		}}},
		Layouts: []source.Layout{
			{Table: "countries", Columns: columns()},
			{Table: "countries", Columns: columns(), Read: read, Match: list},
		},
	}
}

func columns() []source.Column {
	return slices.Concat(
		source.Columns(source.Text, "", nil, "name.common", "name.official"),
		source.StateColumns(source.ISO2, "cca2"), source.StateColumns(source.ISO3, "cca3"), source.StateColumns(source.ISONum, "ccn3"),
		source.Columns(source.Int, "0 or 1", nil, "independent", "unMember", "landlocked"),
		source.Columns(source.Text, "", nil, "capital", "region", "latlng", "borders"),
		source.Columns(source.Float, "square kilometres", []string{"-1"}, "area"),
	)
}

// list tells the JSON form by its first country.
func list(h source.Head) bool {
	return h.Form == source.JSON && strings.HasPrefix(strings.TrimLeft(h.Start, "\ufeff \t\r\n"), "[") &&
		strings.Contains(h.Start, `"cca3"`) && strings.Contains(h.Start, `"borders"`) && strings.Contains(h.Start, `"landlocked"`)
}
