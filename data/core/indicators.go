package core

import (
	"io"

	"github.com/shatterbelt/shatterbelt/data/panel"
)

func readIndicators(file string, r io.Reader) ([]panel.Indicator, error) {
	t, err := open(file, r, "name", "unit", "form", "holds", "label_en", "label_ko", "first", "last", "source")
	if err != nil {
		return nil, err
	}
	var all []panel.Indicator
	for t.next() {
		i := panel.Indicator{Name: t.text(0), Unit: t.text(1), LabelEN: t.text(4), LabelKO: t.text(5)}
		var ok bool
		if i.Form, ok = panel.ParseForm(t.cells[2]); !ok {
			t.fail(2, "state, directed or symmetric")
		}
		if i.Holds, ok = panel.ParseHolds(t.cells[3]); !ok {
			t.fail(3, "point, spell or count")
		}
		if i.Covered() {
			i.First, i.Last, i.Source = t.year(6), t.year(7), t.text(8)
		} else if t.cells[6]+t.cells[7]+t.cells[8] != "" {
			t.fail(6, "nothing, since points are not covered")
		}
		all = append(all, i)
	}
	return all, t.err
}
