package capability

import (
	"fmt"
	"math"

	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/ir"
)

// grid returns a column without values over every state of a snapshot and every
// year of its span.
func grid(s *panel.Snapshot, name, unit string) panel.Column {
	col := panel.Column{Name: name, Unit: unit}
	for _, st := range s.Codes().All() {
		col.States = append(col.States, st.CCode)
	}
	first, last := s.Span()
	for y := first; y <= last; y++ {
		col.Years = append(col.Years, y)
	}
	n := len(col.States) * len(col.Years)
	col.Values, col.Source = make([]float64, n), make([]int32, n)
	for i := range n {
		col.Values[i], col.Source[i] = math.NaN(), -1
	}
	return col
}

// want reports the indicators that a snapshot does not have at all.
func want(s *panel.Snapshot, indicators ...string) error {
	for _, name := range indicators {
		if s.Unit(name) == "" {
			return fmt.Errorf("capability: no indicator %q in the snapshot; import a dataset that has it", name)
		}
	}
	return nil
}

// at is the figure of a state in a year, or NaN.
func at(s *panel.Snapshot, indicator string, state ir.CCode, y ir.Year) float64 {
	c, ok := s.At(indicator, state, y)
	if !ok {
		return math.NaN()
	}
	return c.Value
}
