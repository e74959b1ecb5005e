package capability

import (
	"math"

	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/measure"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// ShareOf is a state's cell as a share of the world's cell of the same year, in
// [0, 1], with the range published for the state. It is missing (ok = false)
// where either is missing or the world total is not positive.
func ShareOf(s *panel.Snapshot, indicator string, state ir.CCode, c panel.Cell) (n prov.Number, ok bool) {
	w, ok := s.At(indicator, ir.World, c.Year)
	if !ok || w.Value <= 0 {
		return prov.Number{}, false
	}
	return prov.Number{
		Value: c.Value / w.Value, Low: c.Low / w.Value, High: c.High / w.Value, Unit: "share of world",
		Trail: prov.Trail{
			Formula: "share",
			Figures: []prov.Figure{s.Figure(indicator, state, c), s.Figure(indicator, ir.World, w)},
		},
	}, true
}

// LatestShare is [ShareOf] for the newest figure not after a year that has a
// world total beside it.
func LatestShare(s *panel.Snapshot, indicator string, state ir.CCode, y ir.Year) (n prov.Number, year ir.Year, ok bool) {
	cells := s.Series(indicator, state)
	for i := len(cells) - 1; i >= 0; i-- {
		c := cells[i]
		if c.Year > y || c.Kind == prov.Forecast {
			continue
		}
		if n, ok := ShareOf(s, indicator, state, c); ok {
			return n, c.Year, true
		}
	}
	return prov.Number{}, 0, false
}

// Share is the measure of a state's part of the world total of one indicator.
type Share struct{ Indicator string }

// Spec describes the measure.
func (m Share) Spec() measure.Spec {
	return measure.Spec{
		Name: m.Indicator + "_share", Unit: "state-year, share of world", Min: 0, Max: 1,
		More:   "a larger part of the world total",
		Limits: "a share can fall while the amount grows; figures published as a range enter by their middle",
	}
}

// Eval computes the share in every year from the first to the last of the
// snapshot; a year without a figure or a world total is NaN.
func (m Share) Eval(s *panel.Snapshot) (panel.Column, error) {
	first, last := s.Span()
	var states []ir.CCode
	for _, st := range s.Codes().All() {
		states = append(states, st.CCode)
	}
	var years []ir.Year
	for y := first; y <= last; y++ {
		years = append(years, y)
	}
	col, err := s.Column(m.Indicator, states, years)
	if err != nil {
		return panel.Column{}, err
	}
	col.Name, col.Unit = m.Spec().Name, "share of world"
	for i := range states {
		for j, y := range years {
			k := i*len(years) + j
			w, ok := s.At(m.Indicator, ir.World, y)
			if !ok || w.Value <= 0 {
				col.Values[k], col.Source[k] = math.NaN(), -1
				continue
			}
			col.Values[k] /= w.Value
		}
	}
	return col, nil
}
