package identity

import (
	"fmt"
	"math"
	"slices"

	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/measure"
)

// Kind is the measure of one degree over states and years. Kinds that need the
// powers or the squeeze, in_between and front_line_ally, are none of it: they
// depend on more than figures.
type Kind struct {
	Key   string
	Rules Rules
}

// Spec describes the measure.
func (m Kind) Spec() measure.Spec {
	return measure.Spec{
		Name: "identity_" + m.Key, Unit: "state-year, degree", Min: 0, Max: 1,
		More:   "more of the kind",
		Limits: "a degree between two stated thresholds; it describes a position, not a policy",
	}
}

// Eval computes the degree from the first to the last year of the snapshot, each
// from the newest figures not after the year. A missing degree is NaN.
func (m Kind) Eval(s *panel.Snapshot) (panel.Column, error) {
	if m.Key == InBetween || m.Key == FrontLineAlly || !slices.Contains(Keys(), m.Key) {
		return panel.Column{}, fmt.Errorf("identity: no measure of %q; want a kind that figures alone decide", m.Key)
	}
	first, last := s.Span()
	col := panel.Column{Name: m.Spec().Name, Unit: "degree"}
	for y := first; y <= last; y++ {
		col.Years = append(col.Years, y)
	}
	for _, st := range s.Codes().All() {
		col.States = append(col.States, st.CCode)
		for _, y := range col.Years {
			v, _ := Find(Degrees(Read(s, st.CCode, y, nowhere).Facts, m.Rules), m.Key)
			col.Values, col.Source = append(col.Values, v), append(col.Source, -1)
		}
	}
	return col, nil
}

// nowhere is a reading without powers.
var nowhere = Around{Powers: []ir.CCode{}, Tightness: math.NaN()}
