package coregen

import (
	"slices"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

const (
	warheadsFile = "nuclear-stockpiles/nuclear-warhead-stockpiles.csv"
	ungaFile     = "unga/IdealpointsJuly2025.csv"
)

// warheadYears are the benchmark years and the latest.
var warheadYears = []ir.Year{1997, 2013, 2021, 2022}

// warheads adds stockpiles of the states the file lists; it goes by ISO code,
// since the names are in another alphabet.
func (g *generator) warheads() error {
	return g.folder.each(warheadsFile, []string{"Code", "Year", "nuclear_weapons_stockpile"}, func(r *record) {
		iso, y := r.text("Code"), r.year("Year")
		if !g.has(iso) || !slices.Contains(warheadYears, y) {
			return
		}
		if v, ok := r.number("nuclear_weapons_stockpile"); ok {
			g.add(exact("warheads", iso, "", y, v, prov.Estimate, "fas"))
		}
	})
}

// idealPoints adds positions in the General Assembly.
func (g *generator) idealPoints() error {
	members := g.byCCode()
	return g.folder.each(ungaFile, []string{"ccode", "year", "idealpointfp"}, func(r *record) {
		m, ok := members[r.ccode("ccode")]
		y := r.year("year")
		if !ok || !carried(y) {
			return
		}
		if v, ok := r.signed("idealpointfp"); ok {
			g.add(exact("ideal_point", m.ISO, "", y, v, prov.Derived, "unga"))
		}
	})
}
