package between

import (
	"math"

	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/measure"
)

// Reading is one of the three readings of position as a measure over states and
// years: squeeze, total_squeeze or tightness.
type Reading struct {
	Name     string
	Settings Settings
	Of       func(Squeezed) float64
}

// Readings are the three readings under one setting.
func Readings(set Settings) []Reading {
	return []Reading{
		{"squeeze", set, func(s Squeezed) float64 { return s.Squeeze }},
		{"total_squeeze", set, func(s Squeezed) float64 { return s.Total }},
		{"tightness", set, func(s Squeezed) float64 { return s.Tightness }},
	}
}

// Spec describes the measure.
func (m Reading) Spec() measure.Spec {
	spec := measure.Spec{
		Name: m.Name, Unit: "state-year, share of world", Min: 0, Max: math.Inf(1),
		More:   "two hostile powers, or more, press the state harder",
		Cites:  []string{"boulding1962"},
		Limits: "stakes and the reach of forces are assumed within ranges; it ranks exposure and not danger, and ranks move with the settings",
	}
	if m.Name == "tightness" {
		spec.Unit, spec.Max = "state-year, 0 to 1", 1
	}
	return spec
}

// Eval evaluates every year of the snapshot. A state is NaN before its first
// military spending on record; spending of an earlier year stands in later.
func (m Reading) Eval(s *panel.Snapshot) (panel.Column, error) {
	record := NewRecord(s)
	first, last := s.Span()
	c := panel.Column{Name: m.Name, Unit: m.Spec().Unit, States: record.states}
	for y := first; y <= last; y++ {
		c.Years = append(c.Years, y)
	}
	n := len(c.Years)
	c.Values, c.Source = make([]float64, len(c.States)*n), make([]int32, len(c.States)*n)
	for i := range c.Values {
		c.Values[i], c.Source[i] = math.NaN(), -1
	}
	for j, y := range c.Years {
		f := record.Field(y, m.Settings, Basis{})
		for i, sq := range NewEvaluator(f).Squeeze(m.Settings) {
			c.Values[record.at[f.States[i]]*n+j] = m.Of(sq)
		}
	}
	return c, nil
}
