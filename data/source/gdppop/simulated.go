package gdppop

import (
	"slices"

	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

const (
	stateYear = "state_year"
	million   = 1e6
	logMoney  = "natural log of US$ 2011"
)

// Simulated declares the means and standard deviations of simulations that
// reconcile other sources. Output per head is anchored to the Maddison Project
// and is at prices of 2011; output and population are anchored to the Penn World
// Table, and output is at prices of 2017, so that one divided by the other is
// not output per head.
func Simulated() source.Dataset {
	return source.Dataset{
		Key: "gdp-simulated", Title: "Historic GDP and population, simulated", Publisher: "Fariss, Anders, Markowitz and Barnum; S. V. Miller",
		Licence: "GPL-2 of the R package that carries it", Cite: "fariss2022", URL: "https://github.com/svmiller/isard",
		Note: "output per head is at prices of 2011 and output at those of 2017; standard deviations stand beside the means",
		Get:  "in R, library(isard) and then write.csv(NAME, \"NAME.csv\", row.names = FALSE, na = \"\"), where NAME is cw_gdppop",
		Editions: []source.Edition{{Name: "isard-0.2.0", First: 1816, Last: 2019, States: 217, Files: []source.Known{
			{File: "cw_gdppop.csv", Rows: 16536, SHA256: "2fab9ad994b61d0ac260177e1d0867ae83f4d9cb7c2313f96bb8c99bdbe87a88"},
		}}},
		Layouts: []source.Layout{{
			Table: stateYear, When: source.When{Columns: []string{"year"}},
			Columns: slices.Concat(key(),
				source.Columns(source.Float, "int$ 2011 per person", nil, "mrgdppc", "sd_mrgdppc"),
				source.Columns(source.Float, "million int$ 2017", nil, "pwtrgdp", "sd_pwtrgdp"),
				source.Columns(source.Float, "million persons", nil, "pwtpop", "sd_pwtpop")),
		}},
		Series: []source.Series{
			series("gdp_per_person_simulated", "int$ 2011 per person", "mrgdppc", 0),
			series("gdp_simulated", "int$ 2017", "pwtrgdp", million),
			series("population_simulated", "persons", "pwtpop", million),
		},
	}
}

// Surplus declares output, population and surplus domestic product, which is
// output beyond what the population lives on. All are natural logarithms.
func Surplus() source.Dataset {
	return source.Dataset{
		Key: "surplus-product", Title: "Surplus domestic product", Publisher: "Anders, Fariss and Markowitz; S. V. Miller",
		Licence: "GPL-2 of the R package that carries it", Cite: "anders2020", URL: "https://github.com/cran/peacesciencer",
		Note: "natural logarithms, rounded to three places; superseded by the simulations of 2022",
		Get:  "in R, library(peacesciencer) and then write.csv(NAME, \"NAME.csv\", row.names = FALSE, na = \"\"), where NAME is cow_sdp_gdp",
		Editions: []source.Edition{{Name: "2020", First: 1800, Last: 2016, States: 213, Files: []source.Known{
			{File: "cow_sdp_gdp.csv", Rows: 27753, SHA256: "ebdd6d567c5bba4c0b06fc1b501fefadfd481f727f4ad4f40961a51f38f34415"},
		}}},
		Layouts: []source.Layout{{
			Table: stateYear, When: source.When{Columns: []string{"year"}},
			Columns: slices.Concat(key(),
				source.Columns(source.Float, logMoney, nil, "wbgdp2011est", "sdpest"),
				source.Columns(source.Float, "natural log of persons", nil, "wbpopest"),
				source.Columns(source.Float, logMoney+" per person", nil, "wbgdppc2011est")),
		}},
		Series: []source.Series{
			series("log_gdp_2011", logMoney, "wbgdp2011est", 0),
			series("log_surplus_product", logMoney, "sdpest", 0),
		},
	}
}

func key() []source.Column {
	return slices.Concat(source.StateColumns(source.COW, "ccode"), source.Columns(source.Int, "", nil, "year"))
}

func series(name, unit, column string, scale float64) source.Series {
	return source.Series{
		Table: stateYear, Indicator: panel.Indicator{Name: name, Unit: unit}, Kind: prov.Estimate,
		State: "ccode", Year: "year", Value: column, Scale: scale,
	}
}
