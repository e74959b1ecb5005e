package panel_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// The indicators of these tests; source "one" covers 1990 to 2018.
var (
	pact    = panel.Indicator{Name: "pact", Unit: "u", Form: panel.DirectedDyad, Holds: panel.Spell, First: 1990, Last: 2018, Source: "one"}
	rivalry = panel.Indicator{Name: "rivalry", Unit: "u", Form: panel.SymmetricDyad, Holds: panel.Spell, First: 1990, Last: 2018, Source: "one"}
	onset   = panel.Indicator{Name: "onset", Unit: "u", Form: panel.DirectedDyad, Holds: panel.Count, First: 1990, Last: 2018, Source: "one"}
	leaders = panel.Indicator{Name: "leaders", Unit: "u", Holds: panel.Count, First: 1990, Last: 2018, Source: "one"}
)

// youngCodes has a state, 993, that became a member in 2000.
func youngCodes(t testing.TB) *ir.Codes {
	t.Helper()
	c, err := ir.NewCodes([]ir.State{{CCode: 991, ISO: "XXA"}, {CCode: 992, ISO: "XXB"}, {CCode: 993, ISO: "XXC", Since: 2000}})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func covered(t testing.TB, rows ...panel.Row) *panel.Snapshot {
	t.Helper()
	s, err := panel.New(youngCodes(t), sources, rows, pact, rivalry, onset, leaders)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func later(r panel.Row) panel.Row {
	r.Source = "two"
	return r
}

// An answer as a test states it: a value of a year, or none.
type answer struct {
	value float64
	year  ir.Year
}

func TestSpells(t *testing.T) {
	s := covered(t,
		row("pact", 991, 992, 1995, 1), row("pact", 991, 992, 2005, 0),
		later(row("pact", 992, 991, 2023, 1)),
		row("pact", 991, 993, 2003, 1))
	there, back, young := ir.Directed{From: 991, To: 992}, ir.Directed{From: 992, To: 991}, ir.Directed{From: 991, To: 993}
	none := answer{}
	for _, tt := range []struct {
		d          ir.Directed
		year       ir.Year
		at, latest answer
	}{
		{there, 1989, none, none},                       // before the source
		{there, 1990, answer{0, 1990}, answer{0, 1990}}, // no row yet
		{there, 1995, answer{1, 1995}, answer{1, 1995}},
		{there, 2004, answer{1, 2004}, answer{1, 2004}}, // still holds
		{there, 2005, answer{0, 2005}, answer{0, 2005}},
		{there, 2018, answer{0, 2018}, answer{0, 2018}},
		{there, 2020, none, answer{0, 2018}}, // known to the end of the source
		{back, 2022, none, answer{0, 2018}},
		{back, 2023, answer{1, 2023}, answer{1, 2023}}, // another source goes on
		{back, 2024, none, answer{1, 2023}},
		{young, 1999, none, none}, // no member yet
		{young, 2000, answer{0, 2000}, answer{0, 2000}},
		{young, 2030, none, answer{1, 2018}},
		{ir.Directed{From: 991, To: 991}, 2000, none, none},
		{ir.Directed{From: 991, To: 999}, 2000, none, none},
	} {
		for name, ask := range map[string]func(string, ir.Directed, ir.Year) (panel.Cell, bool){"DyadAt": s.DyadAt, "DyadLatest": s.DyadLatest} {
			want := tt.at
			if name == "DyadLatest" {
				want = tt.latest
			}
			c, ok := ask("pact", tt.d, tt.year)
			if ok != (want != none) || ok && (answer{c.Value, c.Year}) != want {
				t.Errorf("%s of %v in %d is %v of %d (%v); want %v", name, tt.d, tt.year, c.Value, c.Year, ok, want)
			}
		}
	}
	if c, _ := s.DyadAt("pact", there, 1990); s.Source(c).Key != "one" || c.Ranged() || c.Kind != prov.Outturn {
		t.Errorf("an absent tie is %+v; want an outturn of the source that covers it", c)
	}
	if first, last := s.Span(); first != 1990 || last != 2023 {
		t.Errorf("Span is %d to %d", first, last)
	}
}

func TestCounts(t *testing.T) {
	s := covered(t, row("onset", 991, 992, 2000, 2), row("onset", 991, 992, 2010, 1), row("leaders", 993, ir.World, 2001, 1))
	d := ir.Directed{From: 991, To: 992}
	if c, ok := s.DyadAt("onset", d, 2005); !ok || c.Value != 0 || c.Year != 2005 {
		t.Errorf("a year without onsets is %+v, %v; want 0", c, ok)
	}
	if c, ok := s.DyadLatest("onset", d, 2010); !ok || c.Value != 1 {
		t.Errorf("the newest count of 2010 is %+v, %v", c, ok)
	}
	if c, ok := s.DyadLatest("onset", d, 2030); !ok || c.Value != 0 || c.Year != 2018 {
		t.Errorf("the newest count of 2030 is %+v, %v; want the 0 of 2018", c, ok)
	}
	for _, tt := range []struct {
		d        ir.Directed
		from, to ir.Year
		sum      float64
		years    int
	}{
		{d, 1900, 2100, 3, 29},
		{d, 2001, 2010, 1, 10},
		{d, 2019, 2030, 0, 0},
		{ir.Directed{From: 992, To: 991}, 1990, 1999, 0, 10},
		{ir.Directed{From: 991, To: 993}, 1990, 2009, 0, 10}, // from 2000 on
	} {
		if sum, years := s.DyadCount("onset", tt.d, tt.from, tt.to); sum != tt.sum || years != tt.years {
			t.Errorf("count of %v from %d to %d is %v in %d years; want %v in %d", tt.d, tt.from, tt.to, sum, years, tt.sum, tt.years)
		}
	}
	if sum, years := s.Count("leaders", 993, 1990, 2018); sum != 1 || years != 19 {
		t.Errorf("count of a state is %v in %d years; want 1 in 19", sum, years)
	}
	if _, ok := s.At("leaders", ir.World, 2001); ok {
		t.Error("the world has a count that nobody stated")
	}
	if first, last, ok := s.DyadCovered("onset", ir.Directed{From: 991, To: 993}); !ok || first != 2000 || last != 2018 {
		t.Errorf("covered from %d to %d, %v; want 2000 to 2018", first, last, ok)
	}
}

func TestPointsAreNotCovered(t *testing.T) {
	s := covered(t, row("gdp", 991, ir.World, 2000, 5), row("gdp", 991, ir.World, 2004, 6))
	if _, ok := s.At("gdp", 991, 2001); ok {
		t.Error("a missing figure is there")
	}
	if sum, years := s.Count("gdp", 991, 1990, 2018); sum != 11 || years != 2 {
		t.Errorf("count of points is %v in %d years; want 11 in 2", sum, years)
	}
	if first, last, ok := s.Covered("gdp", 991); !ok || first != 2000 || last != 2004 {
		t.Errorf("points stand from %d to %d, %v", first, last, ok)
	}
	if _, _, ok := s.Covered("gdp", 992); ok {
		t.Error("a state without figures has a span")
	}
}

func TestSymmetricIsStoredOnce(t *testing.T) {
	s := covered(t, row("rivalry", 992, 991, 2000, 1))
	for _, d := range []ir.Directed{{From: 991, To: 992}, {From: 992, To: 991}} {
		if c, ok := s.DyadAt("rivalry", d, 2001); !ok || c.Value != 1 {
			t.Errorf("rivalry of %v is %+v, %v", d, c, ok)
		}
	}
	if rows := s.Rows(); len(rows) != 1 || rows[0].State != 991 {
		t.Errorf("rows are %v; want one", rows)
	}
	_, err := panel.New(youngCodes(t), sources, []panel.Row{row("rivalry", 991, 992, 2000, 1), row("rivalry", 992, 991, 2000, 1)}, rivalry)
	if err == nil || !strings.Contains(err.Error(), "twice") {
		t.Errorf("both orders stated: %v", err)
	}
}

func TestNewRefusesUndeclaredForms(t *testing.T) {
	bad := pact
	bad.Source = "three"
	turned := pact
	turned.First = 2020
	for name, tt := range map[string]struct {
		declared []panel.Indicator
		row      panel.Row
		want     string
	}{
		"before the span": {[]panel.Indicator{pact}, row("pact", 991, 992, 1989, 1), "covers it from 1990"},
		"of a state":      {[]panel.Indicator{pact}, row("pact", 991, ir.World, 2000, 1), "directed"},
		"with itself":     {[]panel.Indicator{pact}, row("pact", 991, 991, 2000, 1), "directed"},
		"of a dyad":       {[]panel.Indicator{leaders}, row("leaders", 991, 992, 2000, 1), "state"},
		"unknown source":  {[]panel.Indicator{bad}, row("pact", 991, 992, 2000, 1), `"three"`},
		"turned span":     {[]panel.Indicator{turned}, row("pact", 991, 992, 2000, 1), "first"},
		"declared twice":  {[]panel.Indicator{pact, pact}, row("pact", 991, 992, 2000, 1), "twice"},
	} {
		_, err := panel.New(youngCodes(t), sources, []panel.Row{tt.row}, tt.declared...)
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: %v; want it to mention %q", name, err, tt.want)
		}
	}
}

// What is swapped is the figures, and with them since when there are any.
func TestSwappedKeepsCoverage(t *testing.T) {
	s := covered(t, row("pact", 991, 992, 1995, 1), row("rivalry", 991, 993, 2005, 1))
	swapped, err := s.Swapped(991, 993)
	if err != nil {
		t.Fatal(err)
	}
	to := map[ir.CCode]ir.CCode{991: 993, 992: 992, 993: 991}
	for _, name := range []string{"pact", "rivalry", "onset"} {
		for a, x := range to {
			for b, y := range to {
				for year := ir.Year(1988); year < 2021; year++ {
					was, ok1 := s.DyadLatest(name, ir.Directed{From: a, To: b}, year)
					now, ok2 := swapped.DyadLatest(name, ir.Directed{From: x, To: y}, year)
					if ok1 != ok2 || was != now {
						t.Fatalf("%s of %d and %d in %d is %+v, %v; swapped %+v, %v", name, a, b, year, was, ok1, now, ok2)
					}
				}
			}
		}
	}
	back, err := swapped.Swapped(991, 993)
	if err != nil || !reflect.DeepEqual(back.Rows(), s.Rows()) {
		t.Errorf("swapped twice: %v, %v", back.Rows(), err)
	}
}

// Storing only the changes of a yearly tie loses nothing inside the span.
func TestSpellsAnswerWhatWasStored(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		yearly := rapid.SliceOfN(rapid.IntRange(0, 1), 29, 29).Draw(rt, "yearly")
		var rows []panel.Row
		before := 0
		for i, v := range yearly {
			if v != before {
				rows = append(rows, row("pact", 991, 992, 1990+ir.Year(i), float64(v)))
				before = v
			}
		}
		s := covered(t, rows...)
		sum := 0
		for i, v := range yearly {
			sum += v
			if c, ok := s.DyadAt("pact", ir.Directed{From: 991, To: 992}, 1990+ir.Year(i)); !ok || c.Value != float64(v) {
				rt.Fatalf("in %d it is %v, %v; was %d", 1990+i, c.Value, ok, v)
			}
		}
		if got, years := s.DyadCount("pact", ir.Directed{From: 991, To: 992}, 1990, 2018); got != float64(sum) || years != 29 {
			rt.Fatalf("%v years of a tie in %d; was %d", got, years, sum)
		}
	})
}

func TestNames(t *testing.T) {
	for _, name := range []string{"state", "directed", "symmetric"} {
		if f, ok := panel.ParseForm(name); !ok || f.String() != name {
			t.Errorf("form %q reads as %v, %v", name, f, ok)
		}
	}
	for _, name := range []string{"point", "spell", "count"} {
		if h, ok := panel.ParseHolds(name); !ok || h.String() != name {
			t.Errorf("holds %q reads as %v, %v", name, h, ok)
		}
	}
	_, form := panel.ParseForm("dyad")
	_, holds := panel.ParseHolds("year")
	if form || holds {
		t.Error("unknown names are read")
	}
	labelled := panel.Indicator{LabelEN: "alliances", LabelKO: "동맹"}
	if labelled.Label("ko") != "동맹" || labelled.Label("en") != "alliances" {
		t.Errorf("labels are %q and %q", labelled.Label("ko"), labelled.Label("en"))
	}
}

// A tie that a source would list and does not was absent; past the source it is
// known no longer, which the year of the answer says.
func ExampleSnapshot_DyadLatest() {
	states, _ := ir.NewCodes([]ir.State{{CCode: 991, ISO: "XXA"}, {CCode: 992, ISO: "XXB"}})
	s, _ := panel.New(states, []prov.Source{{Key: "invented"}}, nil, panel.Indicator{
		Name: "pact", Unit: "0 or 1", Form: panel.DirectedDyad, Holds: panel.Spell, First: 1990, Last: 2018, Source: "invented",
	})
	c, ok := s.DyadLatest("pact", ir.Directed{From: 991, To: 992}, 2024)
	fmt.Println(c.Value, c.Year, ok)
	_, ok = s.DyadLatest("pact", ir.Directed{From: 991, To: 992}, 1989)
	fmt.Println(ok)
	// Output:
	// 0 2018 true
	// false
}
