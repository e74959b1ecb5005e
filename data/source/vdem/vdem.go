package vdem

import (
	"slices"

	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

const (
	publisher = "V-Dem Institute"
	licence   = "CC BY-SA 4.0"
	address   = "https://www.v-dem.net/data/the-v-dem-dataset/"
	stateYear = "state_year"
	index     = "index, 0 to 1"
	scaled    = "score of the measurement model"
)

// indices are the indices of a release and what they become in a panel.
var indices = []struct{ column, name string }{
	{"v2x_polyarchy", "polyarchy"},
	{"v2x_libdem", "liberal_democracy"},
	{"v2x_partipdem", "participatory_democracy"},
	{"v2x_delibdem", "deliberative_democracy"},
	{"v2x_egaldem", "egalitarian_democracy"},
	{"v2x_api", ""},
	{"v2x_mpi", ""},
}

// Indices declares release 15 as an R package cuts it down: seven indices, each
// with the range published beside it (about one standard deviation either way)
// and its standard deviation.
func Indices() source.Dataset {
	d := source.Dataset{
		Key: "vdem", Title: "Varieties of Democracy, high-level indices", Publisher: publisher, Licence: licence, Cite: "vdem2025", URL: address,
		Note: "estimates; where the ranges of two states or years overlap, the index does not tell them apart",
		Get:  "the institute asks who you are before it gives its files; or in R, library(democracyData) and then write.csv(NAME, \"NAME.csv\", row.names = FALSE, na = \"\"), where NAME is vdem_simple",
		Editions: []source.Edition{{Name: "15", First: 1789, Last: 2024, States: 196, Files: []source.Known{
			{File: "vdem_simple.csv", Rows: 27913, SHA256: "41d6391ce418dac0cbfcc96e4f96740b30bfb0a82e5496ea2f405c4d5a01cc17", Unpacked: "3b5c8d0f71658ee2b09a3b5af034928b7de4fcbd48aed6120571e30e9cf5d1a8"},
		}}},
		Layouts: []source.Layout{{Table: stateYear, Columns: simple(), When: source.When{Columns: []string{"year"}}}},
	}
	for _, i := range indices {
		if i.name == "" {
			continue
		}
		d.Series = append(d.Series, source.Series{
			Table: stateYear, Indicator: panel.Indicator{Name: i.name, Unit: index}, Kind: prov.Estimate,
			State: "country_text_id", Year: "year", Value: i.column, Low: i.column + "_codelow", High: i.column + "_codehigh",
		})
	}
	return d
}

func simple() []source.Column {
	out := slices.Concat(
		source.Columns(source.Text, "", nil, "vdem_country_name"), source.StateColumns(source.VDem, "country_text_id"),
		source.Columns(source.Int, "", nil, "country_id", "year"), source.Columns(source.Text, "", nil, "historical_date"),
		source.OptionalColumns(source.Columns(source.Int, "", nil, "project", "historical", "codingstart", "codingend",
			"codingstart_contemp", "codingend_contemp", "codingstart_hist", "codingend_hist",
			"gapstart1", "gapstart2", "gapstart3", "gapend1", "gapend2", "gapend3", "gap_index")),
		source.OptionalColumns(source.StateColumns(source.COW, "vdem_cowcode", "cown")),
		source.OptionalColumns(source.StateColumns(source.GW, "GWn")))
	for _, i := range indices {
		out = append(out, source.Columns(source.Float, index, nil, i.column, i.column+"_codelow", i.column+"_codehigh", i.column+"_sd")...)
	}
	return out
}

// Trimmed declares release 11.1 cut to 29 columns by a repository, with
// polarisation and clientelism among them. It is apart from the newer release,
// which does not have those; its indices are without ranges and given to no
// panel.
func Trimmed() source.Dataset {
	na := []string{"NA"}
	columns := slices.Concat(
		source.Columns(source.Text, "", na, "country_name"), source.StateColumns(source.VDem, "country_text_id"),
		source.Columns(source.Int, "", nil, "year"), source.StateColumns(source.COW, "COWcode"),
		source.Columns(source.Float, index, na, "v2x_polyarchy", "v2x_libdem", "v2x_partipdem", "v2x_delibdem", "v2x_egaldem", "v2xnp_client"),
		source.Columns(source.Float, scaled, na, "v2elvotbuy", "v2dlencmps", "v2psprlnks", "v2smonex", "v2smmefra", "v2smgovdom",
			"v2smpardom", "v2smfordom", "v2cacamps", "v2smpolsoc", "v2smpolhate", "v2psplats"),
		source.Columns(source.Int, "0 or 1", na, "v2x_elecreg"),
		source.Columns(source.Float, "share per year", na, "e_migdpgro"), source.Columns(source.Float, "int$ 2011 per person", na, "e_migdppc"),
		source.Columns(source.Float, "thousand persons", na, "e_mipopula"), source.Columns(source.Float, "share", na, "e_miurbani"),
		source.Columns(source.Float, "US$ per person", na, "e_total_fuel_income_pc", "e_total_resources_income_pc"))
	return source.Dataset{
		Key: "vdem-trimmed", Title: "Varieties of Democracy, 29 columns", Publisher: publisher, Licence: licence, Cite: "vdem2021", URL: address,
		Note: "release 11.1, to 2020; scores of the measurement model have a mean near 0 over all states and years, and no range here",
		Get:  "the institute asks who you are before it gives its files; keep the columns that docs/data/vdem.md lists, or import your own with a mapping file",
		Editions: []source.Edition{{Name: "11.1", First: 1789, Last: 2020, States: 195, Files: []source.Known{
			{File: "vdem_trimmed.csv", Rows: 27192, SHA256: "ccf2229ea2502bdd91c2ab6cb874ecbe79eb7e6cda1ce61086cd1a38fae7cc32", Unpacked: "4b1f1c2c338619f0c7948f091c67771f73ba33bca33d7723d561bc27478f966a"},
		}}},
		Layouts: []source.Layout{{Table: stateYear, Columns: columns, When: source.When{Columns: []string{"year"}}}},
		Series: []source.Series{
			trimmed("political_polarisation", scaled, "v2cacamps"),
			trimmed("clientelism", index, "v2xnp_client"),
		},
	}
}

func trimmed(name, unit, column string) source.Series {
	return source.Series{
		Table: stateYear, Indicator: panel.Indicator{Name: name, Unit: unit}, Kind: prov.Estimate,
		State: "country_text_id", Year: "year", Value: column,
	}
}

// Codebook declares the list of variables of release 16.
func Codebook() source.Dataset {
	return source.Dataset{
		Key: "vdem-codebook", Title: "Varieties of Democracy, codebook", Publisher: publisher, Licence: licence, Cite: "vdem2025", URL: address,
		Note: "names, questions and scales of the variables, and no figures",
		Get:  "in R, library(vdemdata) and then write.csv(NAME, \"NAME.csv\", row.names = FALSE, na = \"\"), where NAME is codebook",
		Editions: []source.Edition{{Name: "16", Files: []source.Known{
			{File: "codebook.csv", Rows: 781, SHA256: "fd53b1742d9bc074e20ca2dc7cce872854244896f1c8dfa8df23e79fd3da4e2d"},
		}}},
		Layouts: []source.Layout{{Table: "variable", Exact: true, Columns: source.Columns(source.Text, "", nil, "name", "vartype", "tag", "question", "scale", "years")}},
	}
}
