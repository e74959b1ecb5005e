package capability

import (
	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/measure"
)

// Covered turns a measure of amounts, such as [Capital], into shares among the
// states that have it in the year, for years in which no world total is
// published. Its name ends in _covered.
type Covered struct{ Of measure.Measure }

// Spec describes the measure.
func (m Covered) Spec() measure.Spec {
	of := m.Of.Spec()
	return measure.Spec{
		Name: of.Name + "_covered", Unit: "state-year, share of the states covered", Min: 0, Max: 1,
		More: of.More, Cites: of.Cites,
		Limits: "a share among the states the snapshot covers in that year, so it moves when one enters or leaves; " + of.Limits,
	}
}

// Eval divides each amount by the sum of the amounts of its year.
func (m Covered) Eval(s *panel.Snapshot) (panel.Column, error) {
	col, err := m.Of.Eval(s)
	if err != nil {
		return panel.Column{}, err
	}
	col.Name, col.Unit = m.Spec().Name, "share of the states covered"
	amounts := make([]float64, len(col.States))
	for j := range col.Years {
		for i := range col.States {
			amounts[i] = col.Values[i*len(col.Years)+j]
		}
		for i, v := range Portions(amounts) {
			col.Values[i*len(col.Years)+j] = v
			col.Source[i*len(col.Years)+j] = -1
		}
	}
	return col, nil
}
