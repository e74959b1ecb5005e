package dataset_test

import (
	"context"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/shatterbelt/shatterbelt/data/dataset"
	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/data/store"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

const (
	kor, usa, chn = 732, 2, 710
)

// base is a panel of three states, by real numbers since codes are resolved by
// the real list; the figures are invented.
func base(t testing.TB) *panel.Snapshot {
	t.Helper()
	codes, err := ir.NewCodes([]ir.State{
		{CCode: kor, ISO: "KOR", NameEN: "South Korea"}, {CCode: usa, ISO: "USA", NameEN: "United States"}, {CCode: chn, ISO: "CHN", NameEN: "China"},
	})
	if err != nil {
		t.Fatal(err)
	}
	row := func(name, unit string, a, b ir.CCode, y ir.Year, v float64) panel.Row {
		return panel.Row{Indicator: name, Unit: unit, State: a, Partner: b, Year: y, Value: v, Low: v, High: v, Source: "core"}
	}
	s, err := panel.New(codes, []prov.Source{{Key: "core"}}, []panel.Row{
		row("size", "units", kor, 0, 2000, 1), row("size", "units", kor, 0, 2010, 2), row("size", "units", usa, 0, 2000, 9),
		row("tie", "0 or 1", kor, usa, 1995, 1), row("tie", "0 or 1", chn, usa, 1995, 1), row("tie", "0 or 1", chn, usa, 2005, 0),
		row("meetings", "meetings", kor, chn, 1995, 4),
	},
		panel.Indicator{Name: "size", Unit: "units"},
		panel.Indicator{Name: "tie", Unit: "0 or 1", Form: panel.SymmetricDyad, Holds: panel.Spell, First: 1990, Last: 2000, Source: "core", LabelEN: "tie"},
		panel.Indicator{Name: "meetings", Unit: "meetings", Form: panel.DirectedDyad, Holds: panel.Count, First: 1990, Last: 2000, Source: "core"},
	)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func sizes() source.Dataset {
	return source.Dataset{
		Key: "sizes", Title: "Sizes", Publisher: "Nobody", Cite: "none",
		Layouts: []source.Layout{{Table: "t", Columns: []source.Column{
			{Name: "iso", Code: source.ISO3}, {Name: "when", Type: source.Int}, {Name: "thousands", Type: source.Float}, {Name: "lo", Type: source.Float}, {Name: "hi", Type: source.Float},
		}}},
		Series: []source.Series{{
			Table: "t", Indicator: panel.Indicator{Name: "size", Unit: "units"}, Kind: prov.Estimate, State: "iso", Year: "when",
			Value: "thousands", Low: "lo", High: "hi", Scale: 1000, Until: 2012, Total: true,
		}},
	}
}

func ties() source.Dataset {
	return source.Dataset{
		Key: "ties", Title: "Ties", Publisher: "Nobody", Cite: "none",
		Layouts: []source.Layout{{Table: "spells", Columns: []source.Column{
			{Name: "a", Type: source.Int, Code: source.COW}, {Name: "b", Type: source.Int, Code: source.COW}, {Name: "from"}, {Name: "to"}, {Name: "kind", Type: source.Int},
		}}},
		Series: []source.Series{{
			Table: "spells", Indicator: panel.Indicator{Name: "tie", Unit: "0 or 1", Form: panel.SymmetricDyad, Holds: panel.Spell, First: 1980, Last: 2003},
			State: "a", Partner: "b", Start: "from", End: "to", Where: func(c source.Cells) bool { v, _ := c.Number("kind"); return v == 1 },
		}},
	}
}

// over imports texts and overlays the base.
func over(t testing.TB, datasets []source.Dataset, texts ...string) dataset.Overlay {
	t.Helper()
	dir := t.TempDir()
	s := store.Open(filepath.Join(dir, "store"))
	for i, text := range texts {
		path := filepath.Join(dir, fmt.Sprintf("%d.csv", i))
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		o := store.Options{Datasets: datasets, Version: "1", Limits: source.DefaultLimits()}
		if _, err := s.Import(context.Background(), []string{path}, o); err != nil {
			t.Fatal(err)
		}
	}
	current, err := s.Current(datasets)
	if err != nil {
		t.Fatal(err)
	}
	o, err := dataset.Over(context.Background(), base(t), s, datasets, current)
	if err != nil {
		t.Fatal(err)
	}
	return o
}

func TestPoints(t *testing.T) {
	o := over(t, []source.Dataset{sizes()},
		"iso,when,thousands,lo,hi\nKOR,2000,3,2,5\nKOR,2005,4,,\nCHN,2014,7,,\nFRA,2000,10,,\nKOR,2000,8,,\nWLD,2005,90,,\nXXX,2000,5,,\n")
	s := o.Snapshot
	at := func(c ir.CCode, y ir.Year) panel.Cell { cell, _ := s.At("size", c, y); return cell }
	if c := at(kor, 2000); c.Value != 3000 || c.Low != 2000 || c.High != 5000 || c.Kind != prov.Estimate || s.Source(c).Key != "sizes:1:t" {
		t.Errorf("an imported figure is %+v from %s", c, s.Source(c).Key)
	}
	if c := at(kor, 2010); c.Value != 2 || s.Source(c).Key != "core" {
		t.Errorf("where nothing is imported the core's is %+v", c)
	}
	if c := at(usa, 2000); c.Value != 9 {
		t.Errorf("another state's is %+v", c)
	}
	if c := at(chn, 2014); c.Kind != prov.Forecast {
		t.Errorf("past the last outturn it is a %s", c.Kind)
	}
	if c := at(ir.World, 2000); c.Value != 13000 || c.Kind != prov.Derived || s.Source(c).Key != "sizes:1:t:sum" {
		t.Errorf("the total, of states that the core lacks too, is %+v", c)
	}
	if len(o.Used) != 1 || o.Used[0].Contradicted != 1 || o.Used[0].Verified {
		t.Errorf("used %+v", o.Used)
	}
	if !strings.Contains(mustSource(t, s, "sizes:1:t").Note, "unverified") {
		t.Error("the source does not say that it is unverified")
	}
}

func mustSource(t testing.TB, s *panel.Snapshot, key string) prov.Source {
	t.Helper()
	src, ok := s.SourceByKey(key)
	if !ok {
		t.Fatalf("no source %q", key)
	}
	return src
}

// Spells that overlap or touch are one, in both orders; what the core knows
// past the years covered stays, and before them goes.
func TestSpells(t *testing.T) {
	o := over(t, []source.Dataset{ties()},
		"a,b,from,to,kind\n732,710,1985-06-01,1987-01-01,1\n710,732,19870301,1990,1\n732,2,1999,,1\n732,2,1980,1983,2\n2,710,1970,1981,1\n")
	s := o.Snapshot
	for _, tt := range []struct {
		a, b ir.CCode
		y    ir.Year
		want float64
	}{
		{kor, chn, 1984, 0}, {kor, chn, 1985, 1}, {chn, kor, 1988, 1}, {kor, chn, 1990, 1}, {kor, chn, 1991, 0},
		{kor, usa, 1982, 0}, {kor, usa, 1995, 0}, {kor, usa, 1999, 1}, {usa, kor, 2003, 1}, {usa, chn, 1980, 1}, {usa, chn, 1982, 0}, {usa, chn, 1996, 0},
	} {
		c, ok := s.DyadAt("tie", ir.Directed{From: tt.a, To: tt.b}, tt.y)
		if !ok || c.Value != tt.want || s.Source(c).Key != "ties:1:spells" {
			t.Errorf("%d and %d in %d: %+v, %v; want %v", tt.a, tt.b, tt.y, c, ok, tt.want)
		}
	}
	if c, ok := s.DyadLatest("tie", ir.Directed{From: chn, To: usa}, 2020); !ok || c.Year != 2005 || s.Source(c).Key != "core" {
		t.Errorf("what the core knows later: %+v, %v", c, ok)
	}
	if d, _ := s.Describe("tie"); d.First != 1980 || d.Last != 2003 || d.LabelEN != "tie" || d.Source != "ties:1:spells" {
		t.Errorf("declared %+v", d)
	}
	if c, ok := s.DyadAt("meetings", ir.Directed{From: kor, To: chn}, 1995); !ok || c.Value != 4 {
		t.Errorf("an indicator that is not imported: %+v", c)
	}
}

// An indicator of another unit is left out and said.
func TestUnitsMustAgree(t *testing.T) {
	d := sizes()
	d.Series[0].Indicator.Unit = "other units"
	o := over(t, []source.Dataset{d}, "iso,when,thousands,lo,hi\nKOR,2000,3,2,5\n")
	if len(o.Used) != 0 || len(o.LeftOut) != 1 || !strings.Contains(o.LeftOut[0].Why, "other units") {
		t.Errorf("used %+v, left out %+v", o.Used, o.LeftOut)
	}
	if c, _ := o.Snapshot.At("size", kor, 2000); math.Abs(c.Value-1) > 1e-12 {
		t.Errorf("the core's figure is now %v", c.Value)
	}
}

// Of two datasets with one indicator, the one that reaches further counts.
func TestFurthestCounts(t *testing.T) {
	other := sizes()
	other.Key = "beta"
	other.Layouts[0].Columns = append(other.Layouts[0].Columns, source.Column{Name: "beta"})
	o := over(t, []source.Dataset{sizes(), other},
		"iso,when,thousands,lo,hi\nKOR,2000,3,2,5\nKOR,2001,3,2,5\n", "iso,when,thousands,lo,hi,beta\nKOR,2000,4,,,x\nKOR,2009,4,,,x\n")
	if c, _ := o.Snapshot.At("size", kor, 2000); c.Value != 4000 {
		t.Errorf("KOR is %v; want that of the series to 2009", c.Value)
	}
	if _, ok := o.Snapshot.At("size", kor, 2001); ok {
		t.Error("two publishers' figures were mixed in one series")
	}
	if len(o.LeftOut) != 1 || o.LeftOut[0].Dataset != "sizes" {
		t.Errorf("left out %+v", o.LeftOut)
	}
}

func TestNothingImported(t *testing.T) {
	o, err := dataset.Open(context.Background(), store.Open(filepath.Join(t.TempDir(), "none")), []source.Dataset{sizes()})
	if err != nil || len(o.Used) != 0 || len(o.Snapshot.Rows()) == 0 {
		t.Errorf("%+v, %v", o.Used, err)
	}
}

func ExampleOpen() {
	o, err := dataset.Open(context.Background(), store.Open("no-such-folder"), nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(len(o.Used), "indicators imported;", o.Snapshot.Codes() != nil)
	// Output: 0 indicators imported; true
}

// Series of one dataset and indicator are read together: of spells the larger
// holds, of points the first.
func TestSeriesOfOneDatasetJoin(t *testing.T) {
	d := ties()
	second := d.Series[0]
	second.Where = func(c source.Cells) bool { v, _ := c.Number("kind"); return v == 2 }
	d.Series = append(d.Series, second)
	o := over(t, []source.Dataset{d}, "a,b,from,to,kind\n732,710,1985,1987,1\n732,2,1980,1983,2\n710,732,1987,1990,2\n")
	for y, want := range map[ir.Year]float64{1984: 0, 1985: 1, 1988: 1, 1990: 1, 1991: 0} {
		if c, _ := o.Snapshot.DyadAt("tie", ir.Directed{From: kor, To: chn}, y); math.Abs(c.Value-want) > 1e-12 {
			t.Errorf("in %d %v; want %v", y, c.Value, want)
		}
	}
	if c, _ := o.Snapshot.DyadAt("tie", ir.Directed{From: usa, To: kor}, 1982); math.Abs(c.Value-1) > 1e-12 {
		t.Errorf("by the second series %v; want 1", c.Value)
	}
	if len(o.Used) != 1 || len(o.LeftOut) != 0 {
		t.Errorf("used %v, left out %v", o.Used, o.LeftOut)
	}
}
