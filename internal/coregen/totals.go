package coregen

import (
	"slices"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

const (
	nationalTradeFile = "cow-trade/cow_trade_sy.csv"
	merchandiseFile   = "wdi-gapminder/ddf--datapoints--merchandise_trade_percent_of_gdp--by--geo--time.csv"
)

// The years of trade with the whole world: those of the Correlates of War
// file, and those that the World Bank's share of output fills after it.
var (
	nationalTradeYears = []ir.Year{1997, 2013, 2014}
	merchandiseYears   = []ir.Year{2021, 2023}
)

// tradeTotals adds the goods that states send to and take from the whole
// world, and the sum of the two.
func (g *generator) tradeTotals() error {
	members := g.byCCode()
	columns := []string{"ccode", "year", "imports", "exports"}
	err := g.folder.each(nationalTradeFile, columns, func(r *record) {
		m, ok := members[r.ccode("ccode")]
		y := r.year("year")
		if !ok || !slices.Contains(nationalTradeYears, y) {
			return
		}
		in, ok1 := r.number("imports")
		out, ok2 := r.number("exports")
		if ok1 {
			g.add(exact("imports_total", m.ISO, "", y, in*million, prov.Outturn, "cow-trade-national"))
		}
		if ok2 {
			g.add(exact("exports_total", m.ISO, "", y, out*million, prov.Outturn, "cow-trade-national"))
		}
		if ok1 && ok2 {
			f := exact("trade_total", m.ISO, "", y, (in+out)*million, prov.Derived, "cow-trade-national")
			g.add(f.noted("exports plus imports"))
		}
	})
	if err != nil {
		return err
	}
	return g.merchandise()
}

// merchandise adds trade as its published share of output times output.
func (g *generator) merchandise() error {
	output := map[string]series{}
	for _, f := range g.figures {
		if f.Indicator == "gdp_current" && f.Source == "wdi-gdp" {
			put(output, f.State, f.Year, f.Value)
		}
	}
	column, err := datapoint(merchandiseFile)
	if err != nil {
		return err
	}
	members := by(g, member.iso3)
	return g.folder.each(merchandiseFile, []string{"geo", "time", column}, func(r *record) {
		m, ok := members[r.text("geo")]
		y := r.year("time")
		if !ok || !slices.Contains(merchandiseYears, y) {
			return
		}
		gdp, ok1 := output[m.ISO][y]
		if share, ok2 := r.number(column); ok1 && ok2 {
			f := exact("trade_total", m.ISO, "", y, gdp*share/100, prov.Derived, "wdi-merchandise")
			g.add(f.noted("%s %% of GDP", format(share)))
		}
	})
}
