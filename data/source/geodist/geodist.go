package geodist

import (
	"slices"

	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// today is the year from which on the figures are taken to hold. The database
// is not dated; the core's own geography stands in the same year.
const today = 1990

// Dataset declares the bilateral table, every pair in both orders and a country
// with itself, and the table of countries and their main cities. CEPII publishes
// both as old workbooks, which are not read but whose sheets, saved as CSV, are;
// of the first the table of an R package has the same content. Its capitals are of its time, with
// Rangoon among them, so its distance of capitals is not the core's.
func Dataset() source.Dataset {
	flags := source.Columns(source.Int, "0 or 1", nil, "contig", "comlang_off", "comlang_ethno", "colony", "comcol", "curcol", "col45", "smctry")
	return source.Dataset{
		Key: "cepii-geodist", Title: "GeoDist: bilateral distances", Publisher: "CEPII",
		Licence: "Etalab open licence", Cite: "mayerzignago2011", URL: "http://www.cepii.fr/CEPII/en/bdd_modele/bdd_modele_item.asp?id=6",
		Note: "not dated; codes of countries are those of their time, such as ROM, ZAR and TMP",
		Editions: []source.Edition{{Name: "2011", States: 190, Files: []source.Known{
			{File: "dist_cepii.csv", Rows: 50176, SHA256: "9af5f9114bf98846f9b39f94625be087038a79cdfe40e83500c933a1b71c7aac", Unpacked: "99f9f4847724beba07c0fd3309c02c93e71961b90a0d2d8099c0e20e305711e0"},
			{File: "dist_cepii.dta", URL: "https://www.cepii.fr/distance/dist_cepii.dta"},
		}}},
		Layouts: []source.Layout{{
			Table: "dyads",
			Columns: slices.Concat(source.StateColumns(source.ISO3, "iso_o", "iso_d"), flags,
				source.Columns(source.Float, "km", []string{"."}, "dist", "distcap", "distw", "distwces")),
		}, {
			Table: "cities", Columns: cities(),
		}},
		Series: []source.Series{
			tie(panel.Indicator{Name: "distance_weighted", Unit: "km"}, "distw"),
			tie(panel.Indicator{Name: "common_language", Unit: "0 or 1"}, "comlang_off"),
			tie(panel.Indicator{Name: "colonial_link", Unit: "0 or 1"}, "colony"),
		},
	}
}

// tie is a figure of a symmetric dyad for all years from today's on.
func tie(i panel.Indicator, column string) source.Series {
	i.Form = panel.SymmetricDyad
	return source.Series{
		Table: "dyads", Indicator: i, Kind: prov.Derived, State: "iso_o", Partner: "iso_d", Always: today, Value: column, Where: once,
	}
}

// once keeps one order of each pair.
func once(c source.Cells) bool { return c.Text("iso_o") < c.Text("iso_d") }

// cities are the columns of the sheet of countries and cities.
func cities() []source.Column {
	return slices.Concat(source.StateColumns(source.ISO2, "iso2"), source.StateColumns(source.ISO3, "iso3"),
		source.Columns(source.Text, "", nil, "country", "continent", "city_en"),
		source.Columns(source.Int, "", []string{"."}, "cnum", "citynum"),
		source.Columns(source.Int, "0 or 1", []string{"."}, "landlocked", "cap", "maincity"),
		source.Columns(source.Float, "square kilometres", []string{"."}, "area"),
		source.Columns(source.Float, "km", []string{"."}, "dis_int"),
		source.Columns(source.Float, "degrees", []string{"."}, "lat", "lon"))
}
