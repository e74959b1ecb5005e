package capability

import (
	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/measure"
)

// Computed is the measure of [CINCOf], from the six indicators nmc_milex to
// nmc_upop of a snapshot and their rows for the world. It is called
// cinc_computed, beside the score that the source publishes as cinc.
type Computed struct{}

// Spec describes the measure.
func (Computed) Spec() measure.Spec {
	return measure.Spec{
		Name: "cinc_computed", Unit: "state-year, share of world", Min: 0, Max: 1,
		More:  "a larger share of the military, industrial and demographic resources of the state system",
		Cites: []string{"singer1972", "cownmc"},
		Limits: "counts resources, not their quality or use; heavy industry and numbers of people weigh as much as spending; " +
			"an indicator that a state does not report is left out of its mean",
	}
}

// Eval scores each state in each year that has world totals; the rest is NaN.
func (m Computed) Eval(s *panel.Snapshot) (panel.Column, error) {
	for _, name := range names {
		if err := want(s, nmc(name)); err != nil {
			return panel.Column{}, err
		}
	}
	col := grid(s, m.Spec().Name, "share of world")
	totals := make([]Profile, len(col.Years))
	for j, y := range col.Years {
		totals[j] = profileOf(s, ir.World, y)
	}
	for i, state := range col.States {
		for j, y := range col.Years {
			v, err := CINCOf(profileOf(s, state, y), totals[j])
			if err != nil {
				return panel.Column{}, err
			}
			col.Values[i*len(col.Years)+j] = v
		}
	}
	return col, nil
}

// nmc is the name that a snapshot gives to a column of the source.
func nmc(column string) string { return "nmc_" + column }

func profileOf(s *panel.Snapshot, state ir.CCode, y ir.Year) Profile {
	var v [len(names)]float64
	for k, name := range names {
		v[k] = at(s, nmc(name), state, y)
	}
	return profile(state, v)
}
