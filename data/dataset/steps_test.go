package dataset_test

import (
	"strings"
	"testing"

	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// stepped declares one series of a table with the columns iso, when, n, per and
// which.
func stepped(s source.Series) source.Dataset {
	s.Table, s.Year, s.Kind = "t", "when", prov.Outturn
	return source.Dataset{
		Key: "steps", Title: "Steps", Publisher: "Nobody", Cite: "none",
		Layouts: []source.Layout{{Table: "t", Columns: []source.Column{
			{Name: "iso", Code: source.ISO3}, {Name: "when", Type: source.Int}, {Name: "n", Type: source.Float}, {Name: "per", Type: source.Float}, {Name: "which"},
		}}},
		Series: []source.Series{s},
	}
}

const stepRows = "iso,when,n,per,which\nKOR,2000,3,2,a\nKOR,2000,4,10,b\nKOR,2001,5,,a\nCHN,2000,7,3,a\nKOR,2000,1,1,a\n"

// Sums, counts, products and a sender that is the same in every row are steps
// with a name that the source of each figure gives.
func TestSteps(t *testing.T) {
	size := panel.Indicator{Name: "size", Unit: "units"}
	sent := panel.Indicator{Name: "meetings", Unit: "meetings", Form: panel.DirectedDyad, Holds: panel.Count, First: 1990, Last: 2001}
	for _, tt := range []struct {
		name   string
		series source.Series
		want   map[ir.Year]float64 // of South Korea, or from the United States to it
		note   string
	}{
		{"sum", source.Series{Indicator: size, State: "iso", Value: "n", Sum: true}, map[ir.Year]float64{2000: 8, 2001: 5}, "n added up over the rows"},
		{"count", source.Series{Indicator: size, State: "iso", Sum: true}, map[ir.Year]float64{2000: 3, 2001: 1}, "rows of one state, partner and year counted"},
		{"once", source.Series{Indicator: size, State: "iso", Sum: true, Once: "which"}, map[ir.Year]float64{2000: 2}, "those of one which once"},
		{"product", source.Series{Indicator: size, State: "iso", Value: "n", Times: "per", Scale: 10}, map[ir.Year]float64{2000: 60}, "n times per"},
		{"sender", source.Series{Indicator: sent, StateIs: usa, Partner: "iso", Value: "n", Sum: true}, map[ir.Year]float64{2000: 8, 2001: 5}, "state 2 in every row"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			o := over(t, []source.Dataset{stepped(tt.series)}, stepRows)
			n := 0
			for _, y := range []ir.Year{2000, 2001} {
				c, ok := o.Snapshot.At("size", kor, y)
				if tt.series.Partner != "" {
					c, ok = o.Snapshot.DyadAt("meetings", ir.Directed{From: usa, To: kor}, y)
				}
				src := o.Snapshot.Source(c)
				if !ok || !o.Imported(src.Key) {
					continue
				}
				n++
				if c.Value != tt.want[y] || c.Kind != prov.Derived || !strings.Contains(src.Note, tt.note) || !strings.HasSuffix(src.Key, ":t:"+tt.series.Indicator.Name) {
					t.Errorf("in %d %v (%s) from %s: %s; want %v, derived, %q", y, c.Value, c.Kind, src.Key, src.Note, tt.want[y], tt.note)
				}
			}
			if n != len(tt.want) || len(o.Used) != 1 || !strings.Contains(o.Used[0].Step, tt.note) {
				t.Errorf("%d years imported of %d; used %+v", n, len(tt.want), o.Used)
			}
		})
	}
}
