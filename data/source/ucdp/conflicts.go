package ucdp

import (
	"slices"

	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// Conflicts declares edition 25.1 of the UCDP/PRIO Armed Conflict Dataset as an
// R package carries it: where several states stand on a side, a row for each
// combination of one of each side. Type II is an internationalised conflict
// within a state.
func Conflicts() source.Dataset {
	d := source.Dataset{
		Key: "ucdp-conflicts", Title: "UCDP/PRIO Armed Conflict Dataset", Publisher: "Uppsala Conflict Data Program and PRIO, packaged by Steven V. Miller",
		Licence: "CC BY 4.0; package GPL-2", Cite: "ucdp2025", URL: "https://ucdp.uu.se/downloads/",
		Note: "25 deaths in battle or more in a year; states that sent troops in support are parties",
		Get:  "in R, library(peacesciencer) and then write.csv(NAME, \"NAME.csv\", row.names = FALSE, na = \"\"), where NAME is ucdp_acd, which has a row a pair; the files of the program itself have several states in a cell",
		Editions: []source.Edition{{Name: "25.1", First: 1946, Last: 2024, States: 138, Files: []source.Known{
			{File: "ucdp_acd.csv", Rows: 5652, SHA256: "cd755f17579f079ebdf87d27629be9f0a9980d87bcdc298456a67752d6cec96a"},
		}}},
		Layouts: []source.Layout{{
			Table: "conflict_years", When: source.When{Columns: []string{"year"}},
			Columns: slices.Concat(source.Columns(source.Int, "", nil, "conflict_id", "year"),
				source.StateColumns(source.GW, "gwno_a", "gwno_a_2nd", "gwno_b", "gwno_b_2nd"),
				source.Columns(source.Text, "", nil, "incompatibility", "type_of_conflict", "start_date", "start_date2", "ep_end_date"),
				source.Columns(source.Int, "", nil, "intensity_level", "start_prec", "start_prec2"), source.Columns(source.Int, "0 or 1", nil, "ep_end")),
		}},
	}
	for _, a := range []string{"gwno_a", "gwno_a_2nd"} {
		for _, b := range []string{"gwno_b", "gwno_b_2nd"} {
			d.Series = append(d.Series, war(a, b))
		}
	}
	return d
}

// war is the years in which two states stood on opposite sides of a conflict
// between states, as main parties or in support.
func war(a, b string) source.Series {
	return source.Series{
		Table: "conflict_years", Kind: prov.Outturn, State: a, Partner: b, Start: "year", End: "year",
		Indicator: panel.Indicator{Name: "war", Unit: "0 or 1", Form: panel.SymmetricDyad, Holds: panel.Spell, First: 1946, Last: 2024},
		Where: func(c source.Cells) bool {
			_, one := c.Number(a)
			_, other := c.Number(b)
			kind := c.Text("type_of_conflict")
			return one && other && (kind == "interstate" || kind == "2")
		},
	}
}

// Onsets declares edition 19.1 of onsets of conflict within states, as an R
// package carries it: new conflicts, and onsets after so many years of quiet.
func Onsets() source.Dataset {
	return source.Dataset{
		Key: "ucdp-onsets", Title: "UCDP onsets of conflict within states", Publisher: "Uppsala Conflict Data Program and PRIO, packaged by Steven V. Miller",
		Licence: "CC BY 4.0; package GPL-2", Cite: "gleditsch2002", URL: "https://ucdp.uu.se/downloads/",
		Note: "the number in the name of a column is how many years a conflict must have been quiet to begin anew",
		Get:  "in R, library(peacesciencer) and then write.csv(NAME, \"NAME.csv\", row.names = FALSE, na = \"\"), where NAME is ucdp_onsets",
		Editions: []source.Edition{{Name: "19.1", First: 1946, Last: 2017, States: 179, Files: []source.Known{
			{File: "ucdp_onsets.csv", Rows: 10142, SHA256: "d3ff2e231afc75bd91fa6ddc1b0995930ec7ddd7f84ec09c8fab7341fdaa63d9"},
		}}},
		Layouts: []source.Layout{{
			Table: "state_year", When: source.When{Columns: []string{"year"}},
			Columns: slices.Concat(source.StateColumns(source.GW, "gwcode"), source.Columns(source.Int, "", nil, "year"),
				source.Columns(source.Int, "onsets", nil, "sumnewconf", "sumonset1", "sumonset2", "sumonset3", "sumonset5", "sumonset10")),
		}},
		Series: []source.Series{{
			Table: "state_year", Kind: prov.Outturn, State: "gwcode", Year: "year", Value: "sumnewconf",
			Indicator: panel.Indicator{Name: "internal_conflicts_new", Unit: "onsets"},
		}},
	}
}
