package panel_test

import (
	"fmt"
	"math"
	"reflect"
	"strings"
	"testing"

	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

func codes(t testing.TB) *ir.Codes {
	t.Helper()
	c, err := ir.NewCodes([]ir.State{{CCode: 991, ISO: "XXA"}, {CCode: 992, ISO: "XXB"}})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

var sources = []prov.Source{{Key: "one"}, {Key: "two"}}

func row(name string, from, to ir.CCode, y ir.Year, v float64) panel.Row {
	return panel.Row{Indicator: name, Unit: "u", State: from, Partner: to, Year: y, Value: v, Low: v, High: v, Source: "one"}
}

func build(t testing.TB, rows ...panel.Row) *panel.Snapshot {
	t.Helper()
	s, err := panel.New(codes(t), sources, rows)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestLatestNeverLooksAhead(t *testing.T) {
	forecast := row("gdp", 991, ir.World, 2022, 9)
	forecast.Kind = prov.Forecast
	s := build(t, row("gdp", 991, ir.World, 2020, 5), row("gdp", 991, ir.World, 2018, 3), forecast)
	for y, want := range map[ir.Year]float64{2018: 3, 2019: 3, 2020: 5, 2030: 5} {
		if c, ok := s.Latest("gdp", 991, y); !ok || c.Value != want {
			t.Errorf("Latest of %d = %v, %v; want %v", y, c.Value, ok, want)
		}
	}
	if _, ok := s.Latest("gdp", 991, 2017); ok {
		t.Error("a figure before the first")
	}
	if c, ok := s.At("gdp", 991, 2022); !ok || c.Value != 9 {
		t.Error("a forecast asked for by its year is not there")
	}
	if first, last := s.Span(); first != 2018 || last != 2020 {
		t.Errorf("Span = %d to %d; want 2018 to 2020, forecasts left out", first, last)
	}
}

func TestDyadsAreDirected(t *testing.T) {
	s := build(t, row("exports", 991, 992, 2020, 7))
	if c, ok := s.DyadAt("exports", ir.Directed{From: 991, To: 992}, 2020); !ok || c.Value != 7 {
		t.Error("the flow is missing")
	}
	if _, ok := s.DyadLatest("exports", ir.Directed{From: 992, To: 991}, 2020); ok {
		t.Error("the flow is there in the other direction too")
	}
}

func TestNewRefuses(t *testing.T) {
	unit := row("gdp", 992, ir.World, 2020, 1)
	unit.Unit = "other"
	outside := row("gdp", 991, ir.World, 2020, 1)
	outside.High = 0.5
	stranger := row("gdp", 991, ir.World, 2020, 1)
	stranger.Source = "three"
	for name, tt := range map[string]struct {
		rows []panel.Row
		want string
	}{
		"two units":      {[]panel.Row{row("gdp", 991, ir.World, 2020, 1), unit}, "one unit"},
		"twice":          {[]panel.Row{row("gdp", 991, ir.World, 2020, 1), row("gdp", 991, ir.World, 2020, 2)}, "twice"},
		"unknown state":  {[]panel.Row{row("gdp", 999, ir.World, 2020, 1)}, "999"},
		"unknown source": {[]panel.Row{stranger}, "three"},
		"not a number":   {[]panel.Row{row("gdp", 991, ir.World, 2020, math.NaN())}, "range"},
		"out of range":   {[]panel.Row{outside}, "range"},
	} {
		_, err := panel.New(codes(t), sources, tt.rows)
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: %v; want it to mention %q", name, err, tt.want)
		}
	}
}

func TestRowsRoundTrip(t *testing.T) {
	s := build(t, row("gdp", 991, ir.World, 2020, 5), row("exports", 991, 992, 2020, 7), row("gdp", ir.World, ir.World, 2020, 50))
	again := build(t, s.Rows()...)
	if !reflect.DeepEqual(s.Rows(), again.Rows()) {
		t.Errorf("rows %v; after a round trip %v", s.Rows(), again.Rows())
	}
}

func TestSwappedTwiceIsTheSame(t *testing.T) {
	s := build(t, row("gdp", 991, ir.World, 2020, 5), row("exports", 991, 992, 2020, 7))
	once, err := s.Swapped(991, 992)
	if err != nil {
		t.Fatal(err)
	}
	if c, ok := once.At("gdp", 992, 2020); !ok || c.Value != 5 {
		t.Error("the figure did not move")
	}
	twice, err := once.Swapped(991, 992)
	if err != nil || !reflect.DeepEqual(twice.Rows(), s.Rows()) {
		t.Errorf("swapped twice: %v, %v", twice.Rows(), err)
	}
}

func TestColumnMarksGaps(t *testing.T) {
	s := build(t, row("gdp", 991, ir.World, 2020, 5))
	c, err := s.Column("gdp", []ir.CCode{991, 992}, []ir.Year{2019, 2020})
	if err != nil {
		t.Fatal(err)
	}
	if v, ok := c.Value(991, 2020); !ok || v != 5 {
		t.Errorf("value %v, %v; want 5", v, ok)
	}
	if _, ok := c.Value(992, 2020); ok || !math.IsNaN(c.Values[3]) || c.Source[3] != -1 {
		t.Error("a gap has a value or a source")
	}
	if _, err := s.Column("nothing", nil, nil); err == nil {
		t.Error("a column of an unknown indicator")
	}
}

// What is read is told, under every question; the snapshot itself tells nobody.
func TestNoting(t *testing.T) {
	s := build(t, row("gdp", 991, 0, 2000, 1), row("trade", 991, 992, 2000, 2), row("pop", 991, 0, 2000, 3))
	var read []string
	n := s.Noting(func(name string) { read = append(read, name) })
	n.At("gdp", 991, 2000)
	n.DyadLatest("trade", ir.Directed{From: 991, To: 992}, 2001)
	n.At("nothing", 991, 2000)
	n.Describe("pop")
	s.At("pop", 991, 2000)
	if got := strings.Join(read, " "); got != "gdp trade" {
		t.Errorf("read %q; want gdp trade", got)
	}
	if _, err := n.Column("pop", []ir.CCode{991}, []ir.Year{2000}); err != nil || read[2] != "pop" {
		t.Errorf("a column is read as %q, %v", read, err)
	}
}

func TestCellAt(t *testing.T) {
	c := panel.Cell{Low: 2, Value: 3, High: 6}
	if c.At(0) != 2 || c.At(1) != 6 || c.At(0.25) != 3 || !c.Ranged() {
		t.Errorf("At: %v, %v, %v", c.At(0), c.At(0.25), c.At(1))
	}
}

func ExampleSnapshot_Latest() {
	states, _ := ir.NewCodes([]ir.State{{CCode: 991, ISO: "XXA"}})
	s, _ := panel.New(states, []prov.Source{{Key: "invented"}}, []panel.Row{
		{Indicator: "gdp", Unit: "US$", State: 991, Year: 2020, Value: 5, Low: 4, High: 7, Kind: prov.Estimate, Source: "invented"},
	})
	c, ok := s.Latest("gdp", 991, 2024)
	fmt.Println(c.Value, c.Low, c.High, c.Year, c.Kind, s.Source(c).Key, ok)
	// Output: 5 4 7 2020 estimate invented true
}
