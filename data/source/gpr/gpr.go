package gpr

import (
	"slices"
	"strings"

	"github.com/shatterbelt/shatterbelt/data/source"
)

const (
	recent     = "index, mean of 1985-2019 is 100"
	historical = "index, mean of 1900-2019 is 100"
	articles   = "% of articles"
)

// Dataset declares the release of April 2024 as saved from the authors' old
// workbook. It is by month, so no panel is given anything: which year's figure
// is made of twelve months is a step of its own. The two last columns list the
// others with their meaning and are filled in their first rows alone.
func Dataset() source.Dataset {
	return source.Dataset{
		Key: "gpr", Title: "Geopolitical Risk Index", Publisher: "Caldara and Iacoviello", Licence: "free with citation",
		Cite: "caldara2022", URL: "https://www.matteoiacoviello.com/gpr.htm",
		Note: "by month; published as .xls: open it and save the sheet as .xlsx or CSV; a state's share counts articles that name it beside a threat, and not threats to it",
		Get:  "download data_gpr_export.xls, open it and save its sheet as .xlsx or CSV; the page always has the newest month only",
		Editions: []source.Edition{{Name: "2024-04", First: 1900, Last: 2024, Files: []source.Known{
			{File: "data_gpr_export.csv", Rows: 1491, SHA256: "2da6dc5e93af3a5b9418671afca8923deaaf0040799ab4bf7c843acd5811f6de"},
		}}},
		Layouts: []source.Layout{{
			Table: "month", Other: byState, When: source.When{Columns: []string{"month"}},
			Columns: slices.Concat(
				source.Columns(source.Text, "", nil, "month"),
				source.Columns(source.Float, recent, nil, "GPR", "GPRT", "GPRA"),
				source.Columns(source.Float, historical, nil, "GPRH", "GPRHT", "GPRHA"),
				source.OptionalColumns(source.Columns(source.Float, recent, nil, "GPR_NOEW", "GPR_AND", "GPR_BASIC")),
				source.OptionalColumns(source.Columns(source.Float, historical, nil, "GPRH_NOEW", "GPRH_AND", "GPRH_BASIC")),
				source.OptionalColumns(source.Columns(source.Float, articles, nil, "SHARE_GPR", "SHARE_GPRH")),
				source.OptionalColumns(source.Columns(source.Int, "articles", nil, "N10", "N3H"))),
		}},
	}
}

// byState types the share of articles on one state ("GPRC_KOR" since 1985,
// "GPRHC_KOR" since 1900) and on one kind of risk ("SHAREH_CAT_1").
func byState(name string) (source.Column, bool) {
	for _, prefix := range []string{"GPRC_", "GPRHC_", "SHAREH_CAT_"} {
		if strings.HasPrefix(name, prefix) {
			return source.Column{Type: source.Float, Unit: articles}, true
		}
	}
	return source.Column{}, false
}
