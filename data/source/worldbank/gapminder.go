package worldbank

import (
	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// concept is one series of Gapminder, which is a file of its own: its name, the
// unit of its values, and the indicator it becomes in a panel, if any.
type concept struct {
	name, unit string
	indicator  string
	kind       prov.Kind
	rows       int
	hash       string
}

// concepts are the series declared. Where the table of concepts states another
// unit than the values are in, the unit here is that of the values: see
// docs/data/wdi.md.
var concepts = []concept{
	{"armed_forces_personnel_total", "persons", "armed_forces", prov.Outturn, 5355,
		"b485626fdc39ab3b1f2cdbfaf690630d8534d178a44d34edc0e1dcf2f7b95086"},
	{"arms_exports_sipri_tiv", "SIPRI TIV", "arms_exports_tiv", prov.Estimate, 2383,
		"dd2ac0290af50524784e70dc44c5c758fa512bdfe3fd35da197c0ca4b1237c3e"},
	{"arms_imports_sipri_tiv", "SIPRI TIV", "arms_imports_tiv", prov.Estimate, 6873,
		"c1528a1de6391bab96cf5646832b421ff77b325d1988eb65d519a2c0b090963b"},
	{"energy_production_per_person", "thousand tons of oil equivalent per person", "", prov.Outturn, 5111,
		"996e03711d241437edb5c7f74cef6a29f77dd54871220709588674188063ff73"},
	{"energy_production_total", "thousand tons of oil equivalent", "energy_production", prov.Outturn, 5111,
		"ca22081f325f4568d3ca1839af87d28033a7d0250c640bea870a8db9f522784c"},
	{"energy_use_per_person", "kg of oil equivalent per person", "energy_use_per_person", prov.Outturn, 5076,
		"77102f184409b0c93a1c07b39164faa767e62932757eb53e7022f0759c86ef7b"},
	{"exports_percent_of_gdp", "% of GDP", "exports_gdp", prov.Outturn, 8744,
		"e6ca61873b388e28f7b22c66cc6580935bde7052cb89cbe7c628796142a48764"},
	{"foreign_direct_investment_net_inflows_percent_of_gdp", "% of GDP", "fdi_inflows_gdp", prov.Outturn, 9480,
		"2596c071b81b94abe46b772f96800828ec00ab3583a1d69e9e79e155eeed7fab"},
	{"gdp_total_yearly_growth", "% per year", "", prov.Outturn, 46639,
		"83b5a6fbf1780b963c8168200f7a94fbcd3731082a0089cd1f6bfd1b2812fb16"},
	{"gdppercapita_growth_percent_per_year", "% per year", "gdp_per_person_growth", prov.Outturn, 11130,
		"4322d03f3820a28154ab15af625ecc23e77e079c164603251e8c787bac501906"},
	{"imports_percent_of_gdp", "% of GDP", "imports_gdp", prov.Outturn, 8744,
		"78a4d24c4f9447d47892fd0954d77a88b83b9cfd0f9b9261dcc2bc612a9385f7"},
	{"merchandise_trade_percent_of_gdp", "% of GDP", "merchandise_trade_gdp", prov.Outturn, 10800,
		"15ec382c0c9709062b90a18a13adde00db1e1f7a3a1f1e715fe321f11a25901c"},
	{"military_expenditure_percent_of_gdp", "% of GDP", "milex_gdp", prov.Outturn, 7909,
		"0d9ccd3017f100e3c1e6f2a0537ad745e77aa0bbe68411ca345456a16e532f6f"},
	{"natural_gas_production_total", "tons of oil equivalent", "gas_production", prov.Outturn, 2750,
		"32e2941212e08393298a5bc04440b304aa40870c28bf5bc509c66b70de1bcece"},
	{"oil_consumption_total", "tons of oil equivalent", "oil_consumption", prov.Outturn, 4800,
		"c5b6eb229ab3ad2142bb4a3de40f9dc445362c5090d34452b9e94f49e604e2ce"},
	{"oil_production_per_person", "tons of oil equivalent per person", "", prov.Outturn, 2379,
		"e4d20d2647820cb21593c5546d88df1909828297df980d03bc6525b19232be58"},
	{"oil_production_total", "tons of oil equivalent", "oil_production", prov.Outturn, 3060,
		"009dd22bfeae6e5d624fba8be1b1c41c9c7f4cc6d24e8c78022fff027d3ec1c0"},
	{"patent_applications_total", "applications", "patent_applications", prov.Outturn, 4775,
		"199826ce77db60b178b74d4bf5e8d10eba47eb767365cabec0d33df84781d021"},
	{"total_gdp_ppp_inflation_adjusted", "int$", "", prov.Outturn, 46868,
		"7e5e531e895f339cd6f58ac85284de743dc4a1acc0255ee084b0ef6792a6e9e1"},
	{"total_gdp_us_inflation_adjusted", "US$ 2015", "gdp_constant", prov.Outturn, 11253,
		"0f253a3400184ea56c3787e12836f4905d68e015a9a46ea9e5608f7c61aa74c0"},
}

// Gapminder declares the series of the repository "systema globalis" that are
// from the World Development Indicators, the Statistical Review of World Energy,
// SIPRI and the World Intellectual Property Organization, and its table of
// concepts. States go by ISO codes in lower case.
func Gapminder() source.Dataset {
	d := source.Dataset{
		Key: "wdi-gapminder", Title: "World Development Indicators, as kept up by Gapminder", Publisher: "World Bank; Gapminder",
		Licence: licence, Cite: cited, URL: "https://github.com/open-numbers/ddf--gapminder--systema_globalis",
		Note: "energy production is in thousands of tons although the table of concepts says tons; no Taiwan from the World Bank",
		Get:  "the concepts are ddf--concepts.csv of the repository",
		Editions: []source.Edition{{Name: "2026-03", First: 1800, Last: 2024, States: 195, Files: []source.Known{
			{File: "ddf--concepts.csv", Rows: 20, SHA256: "d659ea0660e72a7ff144cc84354bb74c34b8ba307eb446858353f19c1b3352af"},
		}}},
		Layouts: []source.Layout{{Table: "concepts", Columns: source.Columns(source.Text, "", nil,
			"concept", "concept_type", "name", "name_short", "description", "source", "source_url", "indicator_url")}},
	}
	for _, c := range concepts {
		d.Editions[0].Files = append(d.Editions[0].Files, source.Known{
			File: "ddf--datapoints--" + c.name + "--by--geo--time.csv", Rows: c.rows, SHA256: c.hash,
		})
		d.Layouts = append(d.Layouts, c.layout())
		if c.indicator != "" {
			d.Series = append(d.Series, source.Series{
				Table: c.name, Indicator: panel.Indicator{Name: c.indicator, Unit: c.unit}, Kind: c.kind,
				State: "geo", Year: "time", Value: c.name,
			})
		}
	}
	return d
}

func (c concept) layout() source.Layout {
	return source.Layout{
		Table: c.name, When: source.When{Columns: []string{"time"}},
		Columns: []source.Column{
			{Name: "geo", Code: source.ISO3},
			{Name: "time", Type: source.Int},
			{Name: c.name, Type: source.Float, Unit: c.unit},
		},
	}
}
