package imf

import (
	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// observed is the last year of the edition that is no forecast.
const observed ir.Year = 2018

// missing are the Fund's marks: not available, and negligible.
var missing = []string{"n/a", "--"}

// subject is one series of the Outlook, which is a file of its own: its name and
// unit as published, and the indicator and unit it becomes in a panel.
type subject struct {
	name, unit          string
	indicator, becoming string
	scale               float64
	rows                int
	hash                string
}

var subjects = []subject{
	{"ngdpd", "billion US$ current", "gdp_current", "US$ current", 1e9, 7972,
		"bd4bf48297f1b664e805f0e909416045f6e77ea41576671a2f13c3578caf8582"},
	{"ngdp_rpch", "% per year", "gdp_growth", "% per year", 0, 7915,
		"307929c8dede34843b8eb6186ad106cba6d5df0f6a7a97eabd866cc03fe202f5"},
	{"lp", "million persons", "population", "persons", 1e6, 7934,
		"1f5ddeb0891e752877c4d1e7abf14ad73465a6302f899eeaa5224ac85471fff3"},
	{"pppgdp", "billion int$ current", "gdp_ppp_current", "int$ current", 1e9, 7983,
		"d8857be7ac4d851f048818f3a06b6618e3f118beddd83abe3b2b5f02733ad1e9"},
	{"pppsh", "% of world", "gdp_ppp_share", "% of world", 0, 7796,
		"f6d135d6203f64cb439ad8adae7485e8ba987992415ccac03aaf979af6550256"},
	{"ggxwdg_ngdp", "% of GDP", "government_debt", "% of GDP", 0, 5646,
		"d18fd755d70adbb17c6efd86eb24883fa85a0c1e4a29e3324eff5c009371f395"},
	{"bca_ngdpd", "% of GDP", "current_account", "% of GDP", 0, 7602,
		"a712d2756be480444bb9eda0ace7606751f91ad15da484335f57c1bd200dd431"},
	{"ngdprpc", "national currency per person, constant prices", "", "", 0, 7873,
		"0ad4ef7609b8993481c6f258fcf356fd58fe934ee8b80c17b4396d3f460c3089"},
}

// Outlook declares the edition of April 2019 as Gapminder lays it out: a file a
// series, states by ISO codes in lower case. Years after 2018 are forecasts made
// then, and enter a panel as such.
func Outlook() source.Dataset {
	d := source.Dataset{
		Key: "imf-weo", Title: "World Economic Outlook", Publisher: "International Monetary Fund",
		Licence: "terms of use of the Fund, with citation", Cite: "imfweo2019",
		URL:  "https://www.imf.org/en/Publications/WEO/weo-database/2019/April",
		Note: "years after 2018 are forecasts of April 2019; some figures before are estimates of the Fund's staff, which this form of the file does not mark",
		Get:  "the Fund gives .xls; the series as read here are in github.com/open-numbers/ddf--imf--weo, a CSV a series",
		Editions: []source.Edition{{Name: "2019-04", First: 1980, Last: 2024, States: 190, Files: []source.Known{
			{File: "ddf--entities--country.csv", Rows: 194, SHA256: "d4a5d2e4f720f1658e238f46dc97ba752291c3a5995ea85502aadb99ad858fcc"},
		}}},
		Layouts: []source.Layout{{Table: "economies", Columns: []source.Column{
			{Name: "country", Code: source.ISO3},
			{Name: "weo_country_code"},
			{Name: "country_name"},
		}}},
	}
	for _, s := range subjects {
		d.Editions[0].Files = append(d.Editions[0].Files, source.Known{
			File: "ddf--datapoints--" + s.name + "--by--country--year.csv", Rows: s.rows, SHA256: s.hash,
		})
		d.Layouts = append(d.Layouts, s.layout())
		if s.indicator != "" {
			d.Series = append(d.Series, source.Series{
				Table: s.name, Indicator: panel.Indicator{Name: s.indicator, Unit: s.becoming}, Kind: prov.Outturn,
				State: "country", Year: "year", Value: s.name, Scale: s.scale, Until: observed,
			})
		}
	}
	return d
}

func (s subject) layout() source.Layout {
	return source.Layout{
		Table: s.name, When: source.When{Columns: []string{"year"}},
		Columns: []source.Column{
			{Name: "country", Code: source.ISO3},
			{Name: "year", Type: source.Int},
			{Name: s.name, Type: source.Float, Unit: s.unit, Missing: missing},
		},
	}
}
