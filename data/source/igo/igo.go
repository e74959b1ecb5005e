package igo

import (
	"slices"

	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// Dataset declares edition 3 as an R package carries it, counted: full
// memberships shared by each dyad (once, the lower number first) and memberships
// of each state by kind.
func Dataset() source.Dataset {
	year := source.Columns(source.Int, "", nil, "year")
	when := source.When{Columns: []string{"year"}}
	return source.Dataset{
		Key: "cow-igo", Title: "Intergovernmental Organisations: memberships", Publisher: "Correlates of War project, counted by Steven V. Miller",
		Licence: "free with citation; package GPL-2", Cite: "pevehouse2020", URL: "https://correlatesofwar.org/data-sets/igos/",
		Note: "counts of organisations whatever their weight; shared memberships are full ones on both sides",
		Get:  "in R, library(peacesciencer) and then write.csv(NAME, \"NAME.csv\", row.names = FALSE, na = \"\"), where NAME is cow_igo_ndy or cow_igo_sy (download_extdata() fetches the large one); the project's own files have other columns",
		Editions: []source.Edition{{Name: "3", First: 1816, Last: 2014, States: 217, Files: []source.Known{
			{File: "cow_igo_ndy.csv", Rows: 917695, SHA256: "3a35098eda896b47962bc652f983b15306e7c8b82d5aba5ff95af192a36be1e5", Unpacked: "64a3a17cf63a98593fc2559596e95316516fa8480cd76de4fbdc21b48157927a"},
			{File: "cow_igo_sy.csv", Rows: 15557, SHA256: "44b09cbeb150261572561bff0031363ed3bd60d213dc625a112cc020fbb289a9"},
		}}},
		Layouts: []source.Layout{
			{Table: "dyad_year", When: when, Columns: slices.Concat(source.StateColumns(source.COW, "ccode1", "ccode2"), year,
				source.Columns(source.Int, "organisations", nil, "dyadigos"))},
			{Table: "state_year", When: when, Columns: slices.Concat(source.StateColumns(source.COW, "ccode"), year,
				source.Columns(source.Int, "organisations", nil, "sum_igo_full", "sum_igo_associate", "sum_igo_observer", "sum_igo_anytype"))},
		},
		Series: []source.Series{
			{Table: "dyad_year", Kind: prov.Derived, State: "ccode1", Partner: "ccode2", Year: "year", Value: "dyadigos",
				Indicator: panel.Indicator{Name: "igo_shared", Unit: "organisations", Form: panel.SymmetricDyad}},
			{Table: "state_year", Kind: prov.Derived, State: "ccode", Year: "year", Value: "sum_igo_full",
				Indicator: panel.Indicator{Name: "igo_memberships", Unit: "organisations"}},
		},
	}
}
