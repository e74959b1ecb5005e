package capability_test

import (
	"testing"

	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// three is a world of three fictional states.
func three(t testing.TB, rows ...panel.Row) *panel.Snapshot {
	t.Helper()
	codes, err := ir.NewCodes([]ir.State{{CCode: 991, ISO: "XXA"}, {CCode: 992, ISO: "XXB"}, {CCode: 993, ISO: "XXC"}})
	if err != nil {
		t.Fatal(err)
	}
	s, err := panel.New(codes, []prov.Source{{Key: "invented"}}, rows)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// fig is a figure of a state, or of the world.
func fig(name string, state ir.CCode, y ir.Year, v float64) panel.Row {
	return tie(name, state, ir.World, y, v)
}

// tie is a figure of a directed dyad.
func tie(name string, from, to ir.CCode, y ir.Year, v float64) panel.Row {
	return panel.Row{Indicator: name, Unit: "u", State: from, Partner: to, Year: y, Value: v, Low: v, High: v, Source: "invented"}
}

// series are figures of consecutive years.
func series(name string, state ir.CCode, first ir.Year, values ...float64) []panel.Row {
	var rows []panel.Row
	for i, v := range values {
		rows = append(rows, fig(name, state, first+ir.Year(i), v))
	}
	return rows
}
