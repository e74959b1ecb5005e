package capability

import (
	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/measure"
)

// Composed is the measure of [Compose] with given weights, over every state of
// the snapshot, year by year. It is called composite_ and the name of the
// weights.
type Composed struct {
	Weights  Weights
	Evidence Evidence
}

// Spec describes the measure.
func (m Composed) Spec() measure.Spec {
	return measure.Spec{
		Name: "composite_" + m.Weights.Name, Unit: "state-year, score", Min: 0, Max: 100,
		More:  "closer to the best of the states covered, over all components",
		Cites: []string{"lowymethodology"},
		Limits: "weights are a judgement, so show it under several; a score is relative to the best state covered and moves " +
			"with it; what is missing is left out, so scores on different coverage compare badly",
	}
}

// Eval gives the score of each state whose coverage in the year is at least
// MinCoverage; the rest is NaN.
func (m Composed) Eval(s *panel.Snapshot) (panel.Column, error) {
	col := grid(s, m.Spec().Name, "score")
	for j, y := range col.Years {
		for i, c := range Compose(s, m.Weights, col.States, y, m.Evidence) {
			if c.Coverage >= m.Evidence.MinCoverage {
				col.Values[i*len(col.Years)+j] = c.Score
			}
		}
	}
	return col, nil
}
