package alignment

import (
	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/measure"
)

// Leaning is the measure of [Lean] between two powers over states and years.
type Leaning struct {
	Name     string // such as "lean_usa_chn"
	A, B     ir.CCode
	Settings Settings
	Window   Window
}

// Spec describes the measure.
func (m Leaning) Spec() measure.Spec {
	return measure.Spec{
		Name: m.Name, Unit: "state-year, lean", Min: -1, Max: 1,
		More:   "a lean to the first power rather than the second",
		Cites:  []string{"bailey2017", "hirschman1945", "leeds2002"},
		Limits: "dimensions not known of both powers are left out, so that years and states may rest on different ones; the weights are assumed",
	}
}

// Eval computes the lean in every year from the first to the last of the
// snapshot; where nothing is known of both powers, and for the powers
// themselves, it is NaN.
func (m Leaning) Eval(s *panel.Snapshot) (panel.Column, error) {
	return m.column(s, "lean", func(a, b Ties, _ ir.Year) (float64, bool) { return Lean(a, b, m.Settings.Weights) }), nil
}

// Hedging is the measure of [Hedge] between two rival powers.
type Hedging Leaning

// Spec describes the measure.
func (m Hedging) Spec() measure.Spec {
	return measure.Spec{
		Name: m.Name, Unit: "state-year, hedge", Min: 0, Max: 1,
		More:   "ties spread more evenly over the two powers",
		Cites:  []string{"bailey2017", "hirschman1945", "kuik2008", "leeds2002"},
		Limits: "says nothing of how close the ties are; missing where the powers are no rivals on record",
	}
}

// Eval computes the hedge as [Leaning.Eval] does the lean, in the years in which
// the two powers are rivals on record.
func (m Hedging) Eval(s *panel.Snapshot) (panel.Column, error) {
	rivals := map[ir.Year]bool{}
	first, last := s.Span()
	for y := first; y <= last; y++ {
		r := reader{s: s, year: y, oldest: y - ir.Year(m.Window.MaxAge)}
		rivals[y] = r.either("rivalry", ir.Directed{From: m.A, To: m.B}) >= 1
	}
	return Leaning(m).column(s, "hedge", func(a, b Ties, y ir.Year) (float64, bool) {
		v, ok := Hedge(a, b, m.Settings.Weights)
		return v, ok && rivals[y]
	}), nil
}

func (m Leaning) column(s *panel.Snapshot, unit string, of func(a, b Ties, y ir.Year) (float64, bool)) panel.Column {
	first, last := s.Span()
	col := panel.Column{Name: m.Name, Unit: unit}
	for y := first; y <= last; y++ {
		col.Years = append(col.Years, y)
	}
	for _, st := range s.Codes().All() {
		col.States = append(col.States, st.CCode)
		for _, p := range Record(s, st.CCode, m.A, m.B, first, last, m.Settings.Terms, m.Window) {
			v, ok := of(p.A, p.B, p.Year)
			if !ok {
				v = missing
			}
			col.Values, col.Source = append(col.Values, v), append(col.Source, -1)
		}
	}
	return col
}
