package nmc

import (
	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// table is the one table there is.
const table = "state_year"

// Dataset declares editions 4.0 to 7.0. The last is read from the table that an
// R package carries, which has neither abbreviation nor version and marks a
// missing value by an empty field.
func Dataset() source.Dataset {
	return source.Dataset{
		Key: "nmc", Title: "National Material Capabilities", Publisher: "Correlates of War project",
		Licence: "free with citation", Cite: "cownmc",
		URL:  "https://correlatesofwar.org/data-sets/national-material-capabilities/",
		Note: "a missing component is left out of a state's mean, so the published index of a year does not sum to 1",
		Editions: []source.Edition{
			{Name: "4.0", First: 1816, Last: 2007, States: 215, Files: []source.Known{{File: "NMC_v4_0.csv", Rows: 14199,
				SHA256: "9b330a5918a9baa27a07499af0a07c6472507129c923bcd3d1b2e83036f09883"}}},
			{Name: "5.0", First: 1816, Last: 2012, States: 217, Files: []source.Known{{File: "NMC_5_0.csv", Rows: 15171,
				SHA256: "63b22aeb142a5526a0d481727c2b3de352db458d0b457e5e3e743e101819964e"}}},
			{Name: "6.0", First: 1816, Last: 2016, States: 217, Files: []source.Known{{File: "NMC-60-abridged.csv", Rows: 15951,
				SHA256: "cd8465ea476da51d3e91261e216e96cfaf1fbf309dbe6bfc25a99bfb9fa7cfde", URL: "https://correlatesofwar.org/wp-content/uploads/NMC_Documentation-6.0.zip"}}},
			{Name: "7.0", First: 1816, Last: 2022, States: 217, Files: []source.Known{{File: "NMCv7.zip", URL: "https://correlatesofwar.org/wp-content/uploads/NMCv7.zip"}, {File: "cow_nmc.csv", Rows: 17121,
				SHA256: "45610502002144a7c02c0f9b379cdd4c9b099b54f791f88b628160503e168b68"}}},
		},
		Layouts: []source.Layout{{
			Table: table, Columns: columns(), EditionOf: edition, When: source.When{Columns: []string{"year"}},
		}},
		Series: series(),
	}
}

func columns() []source.Column {
	amount := func(name, unit string) source.Column {
		return source.Column{Name: name, Type: source.Float, Unit: unit, Missing: []string{"-9"}}
	}
	return []source.Column{
		{Name: "stateabb", Code: source.COWAbb, Optional: true},
		{Name: "ccode", Type: source.Int, Code: source.COW},
		{Name: "year", Type: source.Int},
		amount("milex", "thousand US$ current"),
		amount("milper", "thousand persons"),
		amount("irst", "thousand tons"),
		amount("pec", "thousand tons of coal"),
		amount("tpop", "thousand persons"),
		amount("upop", "thousand persons"),
		amount("cinc", "share"),
		{Name: "version", Optional: true},
	}
}

// edition is told by the project's own column of versions, which holds the year
// in which an edition was made from 5.0 on.
func edition(h source.Head) string {
	for _, v := range h.Cells("version") {
		return map[string]string{"4": "4.0", "2011": "5.0", "2021": "6.0"}[v]
	}
	return ""
}

func series() []source.Series {
	var out []source.Series
	for _, c := range columns() {
		if c.Unit == "" {
			continue
		}
		name := "nmc_" + c.Name
		if c.Name == "cinc" {
			name = "cinc"
		}
		out = append(out, source.Series{
			Table: table, Indicator: panel.Indicator{Name: name, Unit: c.Unit}, Kind: prov.Outturn,
			State: "ccode", Year: "year", Value: c.Name, Total: c.Name != "cinc",
		})
	}
	return out
}
