package democracy

import (
	"slices"

	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

const (
	stateYear   = "state_year"
	polityScore = "score, -10 to 10"
)

// ByState declares three scores by Correlates of War number: the extended
// Unified Democracy Scores, Polity's and V-Dem's electoral democracy. The last
// is without its range here and so left to V-Dem's own table.
func ByState() source.Dataset {
	return source.Dataset{
		Key: "democracy", Title: "Democracy by state and year", Publisher: "X. Márquez; Center for Systemic Peace; V-Dem Institute; S. V. Miller",
		Licence: "GPL-2 of the R package that carries it; the terms of the sources apply as well", Cite: "marquez2016", URL: "https://github.com/svmiller/isard",
		Note: "electoral democracy stands here without its range and is given to no panel; Polity ends in 2018",
		Get:  "in R, library(isard) and then write.csv(NAME, \"NAME.csv\", row.names = FALSE, na = \"\"), where NAME is cw_democracy",
		Editions: []source.Edition{{Name: "isard-0.2.0", First: 1816, Last: 2025, States: 217, Files: []source.Known{
			{File: "cw_democracy.csv", Rows: 17706, SHA256: "e21dea3a26d68e974d601bfb8f0a64cce174cb6cbb23a18003afb734df46bda8"},
		}}},
		Layouts: []source.Layout{{
			Table: stateYear, When: source.When{Columns: []string{"year"}},
			Columns: slices.Concat(
				source.StateColumns(source.COW, "ccode"), source.Columns(source.Int, "", nil, "year"),
				source.Columns(source.Float, "score", nil, "euds", "aeuds"),
				source.Columns(source.Int, polityScore, nil, "polity2"),
				source.Columns(source.Float, "index, 0 to 1", nil, "v2x_polyarchy")),
		}},
		Series: []source.Series{
			series("unified_democracy", "score", "ccode", "aeuds", prov.Estimate),
			series("polity2", polityScore, "ccode", "polity2", prov.Outturn),
		},
	}
}

// marks are what Polity writes for a state under foreign rule, without a regime
// and in transition.
var marks = []string{"-66", "-77", "-88"}

// Polity declares Polity5 as saved from the project's workbook, which is in a
// form that is not read: the whole table, or as few of its columns as name the
// state, the year and the score. No file of it is known by its hash.
func Polity() source.Dataset {
	return source.Dataset{
		Key: "polity", Title: "Polity5", Publisher: "Center for Systemic Peace", Licence: "free for research with citation",
		Cite: "marshallgurr2020", URL: "https://www.systemicpeace.org/inscrdata.html",
		Note:     "published as .xls: open it and save the sheet as .xlsx or CSV; scores under foreign rule, without a regime and in transition are missing",
		Get:      "download the annual time series (p5v2018.xls), open it and save its sheet as .xlsx or CSV",
		Editions: []source.Edition{{Name: "2018"}},
		Layouts: []source.Layout{{
			Table: stateYear, When: source.When{Columns: []string{"year"}},
			Columns: slices.Concat(
				source.StateColumns(source.Polity, "ccode"), source.StateColumns(source.Name, "country"),
				source.Columns(source.Int, "", nil, "year"), source.Columns(source.Int, polityScore, marks, "polity2"),
				source.OptionalColumns(source.Columns(source.Int, "score, 0 to 10", marks, "democ", "autoc")),
				source.OptionalColumns(source.Columns(source.Int, polityScore, marks, "polity")),
				source.OptionalColumns(source.Columns(source.Int, "years", marks, "durable"))),
		}},
		Series: []source.Series{series("polity2", polityScore, "ccode", "polity2", prov.Outturn)},
	}
}

func series(name, unit, state, column string, kind prov.Kind) source.Series {
	return source.Series{
		Table: stateYear, Indicator: panel.Indicator{Name: name, Unit: unit}, Kind: kind,
		State: state, Year: "year", Value: column,
	}
}
