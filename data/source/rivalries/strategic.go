package rivalries

import (
	"slices"

	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// first is the first year of both lists.
const first = 1494

// kinds are the marks of a strategic rivalry, 1 or empty.
var kinds = []string{"positional", "spatial", "ideological", "interventionary", "principal", "aprin"}

// Strategic declares the list of Thompson, Sakuwa and Suhas: as a workbook typed
// from their book, by name alone, and with numbers of states by an R package. A
// start written with a P was before that year.
func Strategic() source.Dataset {
	marks := source.Columns(source.Int, "1 or nothing", nil, kinds...)
	return source.Dataset{
		Key: "rivalries-tss", Title: "Strategic rivalries, 1494-2020", Publisher: "Thompson, Sakuwa and Suhas, packaged by Steven V. Miller",
		Licence: "package GPL-2; cite the authors", Cite: "thompson2021", URL: "https://doi.org/10.1007/978-981-16-6671-1",
		Note: "an end of 2020 means that the rivalry was going on when the list was closed",
		Get:  "in R, library(peacesciencer) and then write.csv(NAME, \"NAME.csv\", row.names = FALSE, na = \"\"), where NAME is tss_rivalries",
		Editions: []source.Edition{{Name: "2021", First: 1494, Last: 2020, States: 103, Files: []source.Known{
			{File: "tss_rivalries.xlsx", Rows: 264, SHA256: "ebd0e9ceaceda25591789a5039c264105b75f57b07832304786aa22b426db53c"},
			{File: "tss_rivalries.csv", Rows: 264, SHA256: "fee58e458553c9d056b773cff0a405b1ca562ca2157c261a212dcaa3a6b4e107"},
		}}},
		Layouts: []source.Layout{
			{Table: "names", Columns: slices.Concat(source.Columns(source.Text, "", nil, "rivalry", "start", "end", "note"), marks),
				When: source.When{Columns: []string{"start", "end"}}},
			{Table: "dyads", Columns: slices.Concat(source.Columns(source.Int, "", nil, "tssr_id", "start", "end"), source.Columns(source.Text, "", nil, "rivalry"),
				source.StateColumns(source.COW, "ccode1", "ccode2"), marks), When: source.When{Columns: []string{"start", "end"}}},
		},
		Series: []source.Series{rivalry("rivalry", "dyads", "start", "end", 2020)},
	}
}

// rivalry is a tie of a symmetric dyad, from a table of spells.
func rivalry(name, table, start, end string, last ir.Year) source.Series {
	return source.Series{
		Table: table, Kind: prov.Outturn, State: "ccode1", Partner: "ccode2", Start: start, End: end,
		Indicator: panel.Indicator{Name: name, Unit: "0 or 1", Form: panel.SymmetricDyad, Holds: panel.Spell, First: first, Last: last},
	}
}
