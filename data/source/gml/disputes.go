package gml

import (
	"slices"

	"github.com/shatterbelt/shatterbelt/data/source"
)

// Dataset declares edition 2.2.1: disputes, their participants with the leaders
// in office, and directed dyad-years. -9 is missing. Deaths are kept as they
// stand: some are means of a range and no whole number.
func Dataset() source.Dataset {
	return source.Dataset{
		Key: "gml-mid", Title: "Militarized interstate disputes, revised by Gibler, Miller and Little", Publisher: "Gibler, Miller and Little, packaged by Steven V. Miller",
		Licence: "free with citation; package GPL-2", Cite: "gibler2016", URL: "http://svmiller.com/gml-mid-data/",
		Note: "ends in 2010; a dyad-year in several disputes has a row for each; months of a few disputes run on past December",
		Get:  "in R, library(peacesciencer) and then write.csv(NAME, \"NAME.csv\", row.names = FALSE, na = \"\"), where NAME is gml_dirdisp or gml_mid_disps or gml_part",
		Editions: []source.Edition{{Name: "2.2.1", First: 1816, Last: 2010, States: 192, Files: []source.Known{
			{File: "gml_mid_disps.csv", Rows: 2174, SHA256: "4fc9c5721f4b3f53f75809497f8c0783aa50b85cb6037a4011dfde2a08920488"},
			{File: "gml_part.csv", Rows: 5217, SHA256: "349d646b1e502b7bce1f564aec930a9f17d7eab273110e384ca892ce2787c1c5"},
			{File: "gml_dirdisp.csv", Rows: 10276, SHA256: "57d660081432efabdb438e0194db69128f6198a9f8aa2c14dccfbe4e79f93597"},
		}}},
		Layouts: []source.Layout{
			{Table: "disputes", Columns: disputes(), Exact: true, When: source.When{Columns: []string{"styear"}}},
			{Table: "participants", Columns: participants(), When: source.When{Columns: []string{"styear", "endyear"}}},
			{Table: "dyad_disputes", Columns: dyads(), When: source.When{Columns: []string{"year"}},
				EditionOf: source.EditionBy("version", map[string]string{"gml-2.2.1": "2.2.1"})},
		},
	}
}

// gap marks what is not known.
var gap = []string{"-9"}

func marks(names ...string) []source.Column { return source.Columns(source.Int, "", gap, names...) }

func days(names ...string) []source.Column {
	return source.Columns(source.Int, "days", gap, names...)
}

func deaths(names ...string) []source.Column {
	return source.Columns(source.Float, "deaths", gap, names...)
}

func disputes() []source.Column {
	return slices.Concat(marks("dispnum", "styear", "stmon", "outcome", "settle", "fatality"), days("mindur", "maxdur"), marks("hiact", "hostlev", "recip"))
}

func participants() []source.Column {
	return slices.Concat(marks("dispnum"), source.StateColumns(source.COW, "ccode"),
		marks("styear", "stmon", "stday", "endyear", "endmon", "endday", "dummy_stday", "dummy_endday", "sidea", "hiact", "orig",
			"anymiss_leader_start", "anymiss_leader_end", "allmiss_leader_start", "allmiss_leader_end"),
		source.Columns(source.Text, "", nil, "obsid_start", "obsid_end"))
}

func dyads() []source.Column {
	return slices.Concat(marks("dispnum"), source.StateColumns(source.COW, "ccode1", "ccode2"),
		marks("year", "midongoing", "midonset", "sidea1", "sidea2", "revstate1", "revstate2", "revtype11", "revtype12", "revtype21", "revtype22",
			"fatality1", "fatality2", "hiact1", "hiact2", "hostlev1", "hostlev2", "orig1", "orig2", "hiact", "hostlev",
			"outcome", "settle", "fatality", "stmon", "endmon", "recip", "numa", "numb", "ongo2010"),
		deaths("fatalpre1", "fatalpre2", "fatalpre"), days("mindur", "maxdur"), source.Columns(source.Text, "", nil, "version"))
}
