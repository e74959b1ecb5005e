package coregen

import (
	"fmt"
	"strings"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// The years carried: from the end of the Cold War on.
const (
	firstYear = 1990
	lastYear  = 2025 // a ceiling; most series end before
)

func carried(y ir.Year) bool { return firstYear <= y && y <= lastYear }

// The published files of the economic figures.
const (
	gdpFile         = "worldbank/gdp.csv"
	populationFile  = "worldbank/population.csv"
	gdpConstantFile = "wdi-gapminder/ddf--datapoints--total_gdp_us_inflation_adjusted--by--geo--time.csv"
	milexGDPFile    = "wdi-gapminder/ddf--datapoints--military_expenditure_percent_of_gdp--by--geo--time.csv"
	weoGDPFile      = "imf-weo/ddf--datapoints--ngdpd--by--country--year.csv"
	weoGrowthFile   = "imf-weo/ddf--datapoints--ngdp_rpch--by--country--year.csv"
	nmcFile         = "cow-nmc/cow_nmc.csv"
)

// weoOutturn is the last year that the April 2019 edition reports as observed.
const weoOutturn = 2018

const billion = 1e9

// gdp adds gross domestic product in current and constant dollars: the World
// Bank's, and the International Monetary Fund's where the Bank has none.
func (g *generator) gdp() error {
	have, err := g.worldBank("gdp_current", gdpFile, "wdi-gdp")
	if err != nil {
		return err
	}
	if err := g.weo("gdp_current", weoGDPFile, billion, have); err != nil {
		return err
	}
	_, err = g.gapminder("gdp_constant", gdpConstantFile, "wdi-gdp-constant")
	return err
}

// growth adds published growth rates of states without constant-price figures.
func (g *generator) growth() error {
	have := map[string]bool{}
	for _, f := range g.figures {
		if f.Indicator == "gdp_constant" {
			have[f.State] = true
		}
	}
	return g.weo("gdp_growth", weoGrowthFile, 1, have)
}

// population adds the World Bank's figures, and those of the National Material
// Capabilities, in thousands, for states the Bank leaves out.
func (g *generator) population() error {
	have, err := g.worldBank("population", populationFile, "wdi-population")
	if err != nil {
		return err
	}
	members := g.byCCode()
	return g.folder.each(nmcFile, []string{"ccode", "year", "tpop"}, func(r *record) {
		m, ok := members[r.ccode("ccode")]
		y := r.year("year")
		if !ok || have[m.ISO] || !carried(y) {
			return
		}
		if v, ok := r.number("tpop"); ok {
			g.add(exact("population", m.ISO, "", y, v*1000, prov.Outturn, "nmc"))
		}
	})
}

// worldBank adds a long World Bank table and says which codes it had.
func (g *generator) worldBank(indicator, file, src string) (have map[string]bool, err error) {
	have = map[string]bool{}
	err = g.folder.each(file, []string{"Country Code", "Year", "Value"}, func(r *record) {
		iso, y := r.text("Country Code"), r.year("Year")
		if !g.has(iso) || !carried(y) {
			return
		}
		if v, ok := r.number("Value"); ok {
			have[iso] = true
			g.add(exact(indicator, iso, "", y, v, prov.Outturn, src))
		}
	})
	return have, err
}

// gapminder adds a Gapminder table, whose value column its file name gives.
func (g *generator) gapminder(indicator, file, src string) (have map[string]bool, err error) {
	have = map[string]bool{}
	column, err := datapoint(file)
	if err != nil {
		return nil, err
	}
	members := by(g, member.iso3)
	err = g.folder.each(file, []string{"geo", "time", column}, func(r *record) {
		m, ok := members[r.text("geo")]
		y := r.year("time")
		if !ok || !carried(y) {
			return
		}
		if v, ok := r.number(column); ok {
			have[m.ISO] = true
			g.add(exact(indicator, m.ISO, "", y, v, prov.Outturn, src))
		}
	})
	return have, err
}

// weo adds an indicator of the World Economic Outlook for the states that no
// better source has; years after [weoOutturn] are forecasts.
func (g *generator) weo(indicator, file string, scale float64, have map[string]bool) error {
	column, err := datapoint(file)
	if err != nil {
		return err
	}
	members := by(g, member.iso3)
	return g.folder.each(file, []string{"country", "year", column}, func(r *record) {
		m, ok := members[r.text("country")]
		y := r.year("year")
		if !ok || have[m.ISO] || !carried(y) {
			return
		}
		v, ok := r.signed(column)
		if !ok {
			return
		}
		f := exact(indicator, m.ISO, "", y, v*scale, prov.Outturn, "weo-2019")
		if y > weoOutturn {
			f.Kind = prov.Forecast
			f = f.noted("forecast of April 2019")
		}
		g.add(f)
	})
}

// datapoint is the value column in the name of a DDF file.
func datapoint(file string) (string, error) {
	parts := strings.Split(file, "--")
	if len(parts) < 3 || parts[1] != "datapoints" {
		return "", fmt.Errorf("coregen: %s: want a name such as ddf--datapoints--NAME--by--geo--time.csv", file)
	}
	return parts[2], nil
}
