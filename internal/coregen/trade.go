package coregen

import (
	"slices"
	"strings"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

const (
	imtsFile     = "trade-us-china/raw_trade_data.csv"
	cowTradeFile = "cow-trade/cow_trade_dyad.csv.gz"
)

// imtsYears are the years of trade with the two reporters, cowYears those of
// trade with a great power, and cowBenchmarks those of trade between any two
// states. The reporters have no figure in the first year of either but their
// own, so cowReporterYears fills it.
var (
	imtsYears        = []ir.Year{2001, 2005, 2009, 2013, 2017, 2021, 2022, 2023, 2024}
	cowYears         = []ir.Year{1997, 2005, 2009, 2013, 2014}
	cowBenchmarks    = []ir.Year{1997, 2013}
	cowReporterYears = []ir.Year{1997}
)

// greatPowers are the states whose trade is carried in more years.
var greatPowers = []string{"CHN", "DEU", "FRA", "GBR", "IND", "ITA", "JPN", "RUS", "USA"}

// imtsReporters are the states whose reports the file holds.
var imtsReporters = []string{"USA", "CHN"}

// exportsUSChina adds trade with the two reporters: the exporter's report free
// on board where there is one, otherwise the importer's with insurance and
// freight. Amounts are in millions.
func (g *generator) exportsUSChina() error {
	columns := []string{"COUNTRY", "INDICATOR", "COUNTERPART_COUNTRY"}
	for _, y := range imtsYears {
		columns = append(columns, yearCell(y, ""))
	}
	names := by(g, func(m member) string { return m.imts })
	var exports, imports []Figure
	err := g.folder.each(imtsFile, columns, func(r *record) {
		reporter, ok1 := names[r.text("COUNTRY")]
		partner, ok2 := names[r.text("COUNTERPART_COUNTRY")]
		if !ok1 || !ok2 {
			return
		}
		outward := strings.HasPrefix(r.text("INDICATOR"), "Exports")
		if !outward && !strings.HasPrefix(r.text("INDICATOR"), "Imports") {
			r.fail("INDICATOR", "exports or imports of goods")
		}
		for _, y := range imtsYears {
			v, ok := r.number(yearCell(y, ""))
			switch {
			case ok && outward:
				exports = append(exports, exact("exports", reporter.ISO, partner.ISO, y, v*million, prov.Outturn, "imts"))
			case ok:
				f := exact("exports", partner.ISO, reporter.ISO, y, v*million, prov.Outturn, "imts")
				imports = append(imports, f.noted("the importer's report, with insurance and freight"))
			}
		}
	})
	g.figures = append(g.figures, exports...)
	for _, f := range imports {
		if !slices.ContainsFunc(exports, func(e Figure) bool { return compare(e, f) == 0 }) {
			g.add(f)
		}
	}
	return err
}

// yearsCOW are the years in which trade of two states is taken from the file.
func yearsCOW(a, b string) []ir.Year {
	one := func(of []string) bool { return slices.Contains(of, a) || slices.Contains(of, b) }
	switch {
	case one(imtsReporters):
		return cowReporterYears
	case one(greatPowers):
		return cowYears
	}
	return cowBenchmarks
}

// exportsCOW adds trade between the other states. A flow is the imports of one
// state from the other, as the importer reports them, in millions.
func (g *generator) exportsCOW() error {
	members := g.byCCode()
	columns := []string{"ccode1", "ccode2", "year", "flow1", "flow2"}
	return g.folder.each(cowTradeFile, columns, func(r *record) {
		a, ok1 := members[r.ccode("ccode1")]
		b, ok2 := members[r.ccode("ccode2")]
		if !ok1 || !ok2 {
			return
		}
		y := r.year("year")
		if !slices.Contains(yearsCOW(a.ISO, b.ISO), y) {
			return
		}
		if v, ok := r.number("flow1"); ok {
			g.add(exact("exports", b.ISO, a.ISO, y, v*million, prov.Outturn, "cow-trade"))
		}
		if v, ok := r.number("flow2"); ok {
			g.add(exact("exports", a.ISO, b.ISO, y, v*million, prov.Outturn, "cow-trade"))
		}
	})
}
