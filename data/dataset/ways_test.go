package dataset_test

import (
	"testing"

	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/ir"
)

// A row that gives both directions of a dyad gives two figures.
func TestSeveralWays(t *testing.T) {
	way := func(from, to, column string) source.Series {
		return source.Series{
			Table: "visits", State: from, Partner: to, Year: "year", Value: column,
			Indicator: panel.Indicator{Name: "meetings", Unit: "meetings", Form: panel.DirectedDyad, Holds: panel.Count, First: 1980, Last: 2000},
		}
	}
	o := over(t, []source.Dataset{{
		Key: "visits", Title: "Visits", Publisher: "Nobody", Cite: "none",
		Layouts: []source.Layout{{Table: "visits", Columns: []source.Column{
			{Name: "one", Type: source.Int, Code: source.COW}, {Name: "two", Type: source.Int, Code: source.COW},
			{Name: "year", Type: source.Int}, {Name: "there", Type: source.Float}, {Name: "back", Type: source.Float},
		}}},
		Series: []source.Series{way("one", "two", "there"), way("two", "one", "back")},
	}}, "one,two,year,there,back\n732,710,1995,3,5\n732,2,1996,,7\n")
	for _, tt := range []struct {
		from, to ir.CCode
		y        ir.Year
		want     float64
	}{{kor, chn, 1995, 3}, {chn, kor, 1995, 5}, {usa, kor, 1996, 7}, {kor, usa, 1996, 0}} {
		c, ok := o.Snapshot.DyadAt("meetings", ir.Directed{From: tt.from, To: tt.to}, tt.y)
		if !ok || c.Value != tt.want {
			t.Errorf("%d to %d in %d: %v, %v; want %v", tt.from, tt.to, tt.y, c.Value, ok, tt.want)
		}
	}
	if len(o.Used) != 1 || o.Used[0].Rows != 3 || len(o.LeftOut) != 0 {
		t.Errorf("used %+v, left out %+v; want one of three rows", o.Used, o.LeftOut)
	}
}
