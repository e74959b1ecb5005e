package coregen

import (
	"slices"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// componentYears are the benchmark years and the latest of the file.
var componentYears = []ir.Year{1997, 2013, 2021, 2022}

// nmcComponents are the six components of the National Material Capabilities
// as the file names them, in its own units.
var nmcComponents = []struct{ column, indicator string }{
	{"irst", "nmc_irst"}, {"milex", "nmc_milex"}, {"milper", "nmc_milper"},
	{"pec", "nmc_pec"}, {"tpop", "nmc_tpop"}, {"upop", "nmc_upop"},
}

// A total adds up one component over a year.
type total struct {
	sum             float64
	stated, missing int
}

// components adds the components of every state here, their totals over every
// state in the file, which is the whole system, and the published index. A
// missing component is left out of both.
func (g *generator) components() error {
	columns := []string{"ccode", "year", "cinc"}
	totals := map[ir.Year][]total{}
	for _, y := range componentYears {
		totals[y] = make([]total, len(nmcComponents))
	}
	for _, c := range nmcComponents {
		columns = append(columns, c.column)
	}
	members := g.byCCode()
	err := g.folder.each(nmcFile, columns, func(r *record) {
		y := r.year("year")
		if !slices.Contains(componentYears, y) {
			return
		}
		m, here := members[r.ccode("ccode")]
		for i, c := range nmcComponents {
			v, ok := r.number(c.column)
			if !ok {
				totals[y][i].missing++
				continue
			}
			totals[y][i].sum += v
			totals[y][i].stated++
			if here {
				g.add(exact(c.indicator, m.ISO, "", y, v, prov.Outturn, "nmc"))
			}
		}
		if v, ok := r.number("cinc"); ok && here {
			g.add(exact("cinc", m.ISO, "", y, v, prov.Derived, "nmc").noted("as published"))
		}
	})
	for _, y := range componentYears {
		for i, c := range nmcComponents {
			if t := totals[y][i]; t.stated > 0 {
				f := exact(c.indicator, World, "", y, t.sum, prov.Derived, "nmc-totals")
				g.add(f.noted("sum over %d states; %d report none", t.stated, t.missing))
			}
		}
	}
	return err
}
