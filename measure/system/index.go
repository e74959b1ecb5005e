package system

import (
	"fmt"
	"math"

	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/measure"
)

// Concentrated is the measure of [Concentration] of one indicator over every
// state of the snapshot that has it in a year. Its values stand under
// [ir.World], since they belong to the system and to no state.
type Concentrated struct{ Indicator string }

// Spec describes the measure.
func (m Concentrated) Spec() measure.Spec {
	return measure.Spec{
		Name: "concentration_" + m.Indicator, Unit: "system-year, degree", Min: 0, Max: 1,
		More:   "power is held by fewer states",
		Cites:  []string{"raysinger1973"},
		Limits: "the group is every state the snapshot covers in the year, so years with more states compare badly with others",
	}
}

// Eval measures each year with figures of two states or more; the rest is NaN.
func (m Concentrated) Eval(s *panel.Snapshot) (panel.Column, error) {
	return eachYear(s, m.Indicator, m.Spec().Name, "degree", Concentration)
}

// EffectivePoles is the measure of [Effective], like [Concentrated].
type EffectivePoles struct{ Indicator string }

// Spec describes the measure.
func (m EffectivePoles) Spec() measure.Spec {
	return measure.Spec{
		Name: "poles_" + m.Indicator, Unit: "system-year, number", Min: 1, Max: math.Inf(1),
		More:   "power is held by more states",
		Cites:  []string{"laakso1979"},
		Limits: "a count of equals that would be as concentrated, not of great powers; depends on the states covered",
	}
}

// Eval measures each year with a figure; the rest is NaN.
func (m EffectivePoles) Eval(s *panel.Snapshot) (panel.Column, error) {
	return eachYear(s, m.Indicator, m.Spec().Name, "number", Effective)
}

// eachYear applies an index to the figures of every state, year by year.
func eachYear(s *panel.Snapshot, indicator, name, unit string, index func([]float64) float64) (panel.Column, error) {
	if s.Unit(indicator) == "" {
		return panel.Column{}, fmt.Errorf("system: no indicator %q in the snapshot; import a dataset that has it", indicator)
	}
	col := panel.Column{Name: name, Unit: unit, States: []ir.CCode{ir.World}}
	states := s.Codes().All()
	amounts := make([]float64, len(states))
	first, last := s.Span()
	for y := first; y <= last; y++ {
		for i, st := range states {
			amounts[i] = math.NaN()
			if c, ok := s.At(indicator, st.CCode, y); ok {
				amounts[i] = c.Value
			}
		}
		col.Years = append(col.Years, y)
		col.Values = append(col.Values, index(amounts))
		col.Source = append(col.Source, -1)
	}
	return col, nil
}
