package coregen

import (
	"slices"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

const (
	armedForcesFile = "wdi-gapminder/ddf--datapoints--armed_forces_personnel_total--by--geo--time.csv"
	vdemFile        = "vdem/vdem_simple.csv.gz"
)

// polyarchyYears are the benchmark years and the latest of the file.
var polyarchyYears = []ir.Year{1997, 2013, 2021, 2024}

// armedForces adds the World Bank's counts, paramilitaries among them where
// they would serve with the regular forces.
func (g *generator) armedForces() error {
	_, err := g.gapminder("armed_forces", armedForcesFile, "wdi-armed-forces")
	return err
}

// polyarchy adds electoral democracy with the range that V-Dem gives it.
func (g *generator) polyarchy() error {
	const column = "v2x_polyarchy"
	columns := []string{"country_text_id", "year", column, column + "_codelow", column + "_codehigh"}
	return g.folder.each(vdemFile, columns, func(r *record) {
		iso, y := r.text("country_text_id"), r.year("year")
		if !g.has(iso) || !slices.Contains(polyarchyYears, y) {
			return
		}
		if _, ok := r.number(column); !ok {
			return
		}
		f := Figure{Indicator: "polyarchy", State: iso, Year: y, Kind: prov.Estimate, Source: "vdem"}
		f.Value, f.Low, f.High = r.ranged(column, column+"_codelow", column+"_codehigh")
		g.add(f)
	})
}
