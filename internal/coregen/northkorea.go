package coregen

import (
	"fmt"
	"slices"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// nmcMilexYears are the years whose military expenditure is taken from the
// National Material Capabilities for states that SIPRI gives no figure.
var nmcMilexYears = []ir.Year{1997, 2001, 2013, 2021, 2022}

// northKorea adds military expenditure of states, such as North Korea, that
// SIPRI has nothing on: reported, never zero. The figures are in thousands of
// current dollars.
func (g *generator) northKorea() error {
	have := map[string]bool{}
	for _, f := range g.figures {
		if f.Indicator == "milex_constant" {
			have[f.State] = true
		}
	}
	members := g.byCCode()
	var found []Figure
	err := g.folder.each(nmcFile, []string{"ccode", "year", "milex"}, func(r *record) {
		m, ok := members[r.ccode("ccode")]
		if !ok || have[m.ISO] || !slices.Contains(nmcMilexYears, r.year("year")) {
			return
		}
		if v, ok := r.number("milex"); ok {
			found = append(found, exact("milex_constant", m.ISO, "", r.year("year"), v*1000, prov.Estimate, "nmc"))
		}
	})
	if err != nil {
		return err
	}
	if err := g.loadDeflator(); err != nil {
		return err
	}
	for _, f := range found {
		g.add(g.inDollarsOf2021(f))
	}
	return nil
}

// A deflator is the price level of the United States by year: gross domestic
// product at current over constant prices.
type deflator struct{ level series }

// loadDeflator works out the price level from figures already selected.
func (g *generator) loadDeflator() error {
	current, constant := series{}, series{}
	for _, f := range g.figures {
		if f.State != dollarState {
			continue
		}
		switch f.Indicator {
		case "gdp_current":
			current[f.Year] = f.Value
		case "gdp_constant":
			constant[f.Year] = f.Value
		}
	}
	level := series{}
	for y, v := range current {
		if c := constant[y]; c > 0 {
			level[y] = v / c
		}
	}
	if level[dollarYear] == 0 {
		return fmt.Errorf("coregen: %s and %s give no price level of %s in %d; complete them", gdpFile, gdpConstantFile, dollarState, dollarYear)
	}
	g.deflator = &deflator{level}
	return nil
}

// dollarState is the state whose prices turn dollars of one year into
// dollars of another.
const dollarState = "USA"

// inDollarsOf2021 turns a figure in dollars of its own year into dollars of
// [dollarYear]. A year without a price level makes the figure invalid.
func (g *generator) inDollarsOf2021(f Figure) Figure {
	by := g.deflator.level[dollarYear] / g.deflator.level[f.Year]
	note := fmt.Sprintf("from US$ of %d, times %s (prices in the United States)", f.Year, format(by))
	if f.Note != "" {
		note = f.Note + "; " + note
	}
	f = f.scaled(by)
	f.Note = note
	return f
}
