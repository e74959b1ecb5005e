package alignment_test

import (
	"math"
	"testing"

	"github.com/shatterbelt/shatterbelt/data/core"
	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/internal/testkit"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/measure/alignment"
	"github.com/shatterbelt/shatterbelt/measure/measuretest"
	"github.com/shatterbelt/shatterbelt/trace/param"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

func window() alignment.Window { return param.Default[alignment.Window]() }

func figure(name string, from, to ir.CCode, y ir.Year, v float64) panel.Row {
	return panel.Row{Indicator: name, Unit: "unit of " + name, State: from, Partner: to, Year: y, Value: v, Low: v, High: v, Source: "invented"}
}

// made builds a snapshot of 993 between the rivals 991, its ally, and 992, its
// customer.
func made(t testing.TB, more ...panel.Row) *panel.Snapshot {
	t.Helper()
	codes, err := ir.NewCodes([]ir.State{{CCode: 991, ISO: "XXA"}, {CCode: 992, ISO: "XXB"}, {CCode: 993, ISO: "XXC"}})
	if err != nil {
		t.Fatal(err)
	}
	rows := append([]panel.Row{
		figure("defence_pact", 991, 993, 2000, 1), figure("defence_pact", 991, 993, 2018, 1),
		figure("defence_pact", 993, 992, 2000, 0), figure("defence_pact", 993, 992, 2018, 0),
		figure("nonaggression_pact", 992, 993, 2000, 1), figure("nonaggression_pact", 992, 993, 2018, 1),
		figure("rivalry", 991, 992, 2000, 1), figure("rivalry", 991, 992, 2020, 1),
		figure("rivalry", 993, 992, 2000, 0), figure("rivalry", 993, 992, 2010, 1), figure("rivalry", 993, 992, 2020, 1),
		figure("ideal_point", 991, 0, 2015, 2), figure("ideal_point", 992, 0, 2015, -1), figure("ideal_point", 993, 0, 2015, 1),
		figure("ideal_point", 993, 0, 2016, 1.5),
		figure("exports", 993, 991, 2012, 5), figure("exports", 991, 993, 2012, 15),
		figure("exports", 993, 992, 2012, 10), figure("exports", 992, 993, 2012, 20),
		figure("trade_total", 993, 0, 2012, 100), figure("gdp_current", 993, 0, 2012, 200),
		figure("troops_hosted", 991, 993, 2015, 3000),
	}, more...)
	s, err := panel.New(codes, []prov.Source{{Key: "invented"}}, rows)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestRead(t *testing.T) {
	s := made(t)
	ally, _ := alignment.Read(s, 993, 991, 2017, window())
	customer, trail := alignment.Read(s, 993, 992, 2017, window())
	for name, pair := range map[string][2]float64{
		"defence of 991":                     {ally.Defence, 1},
		"defence with 992":                   {customer.Defence, 0},
		"nonaggression, signed by 992":       {customer.Nonaggression, 1},
		"no list of nonaggression":           {ally.Nonaggression, nan},
		"distance to 991 in 2015":            {ally.VoteDistance, 1},
		"distance to 992 in 2015":            {customer.VoteDistance, 2},
		"a fifth of trade":                   {ally.TradeShare, 0.2},
		"three tenths of trade":              {customer.TradeShare, 0.3},
		"troops":                             {ally.Troops, 3000},
		"no figure of troops":                {customer.Troops, nan},
		"rivalry":                            {customer.Rivalry, 1},
		"no list of rivalry with 991":        {ally.Rivalry, nan},
		"no list of wars":                    {customer.War, nan},
		"no list of bases, though of troops": {ally.Bases, nan},
	} {
		if !testkit.Near(pair[0], pair[1], 1e-12) {
			t.Errorf("%s: %v; want %v", name, pair[0], pair[1])
		}
	}
	seen := map[string]bool{}
	for _, f := range trail.Figures {
		seen[f.Indicator] = true
	}
	for _, name := range []string{"defence_pact", "nonaggression_pact", "rivalry", "ideal_point", "exports", "trade_total"} {
		if !seen[name] {
			t.Errorf("the trail lacks %s", name)
		}
	}
}

func TestReadOverOutput(t *testing.T) {
	w := window()
	w.Over = alignment.OverOutput
	f, _ := alignment.Read(made(t), 993, 992, 2017, w)
	if !testkit.Near(f.TradeShare, 0.15, 1e-12) {
		t.Errorf("trade over output %v; want 30 / 200", f.TradeShare)
	}
}

// A list counts as far as it goes and MaxAge years on, and nothing counts before
// it begins.
func TestOldFiguresGrowSilent(t *testing.T) {
	s := made(t)
	for _, tt := range []struct {
		year            ir.Year
		defence, troops float64
	}{
		{1999, nan, nan}, {2005, 1, nan}, {2015, 1, 3000}, {2025, 1, 3000}, {2026, 1, nan}, {2028, 1, nan}, {2029, nan, nan},
	} {
		f, _ := alignment.Read(s, 993, 991, tt.year, window())
		if !testkit.Near(f.Defence, tt.defence, 0) || !testkit.Near(f.Troops, tt.troops, 0) {
			t.Errorf("%d: pact %v, troops %v; want %v, %v", tt.year, f.Defence, f.Troops, tt.defence, tt.troops)
		}
	}
}

// Ties by the default terms: to 991 a treaty of 1, votes of 2/3, trade of 0.4;
// to 992 a treaty of 0.3, votes of 1/3, trade of 0.6. Neither forces nor
// hostility is known of both.
func TestBetween(t *testing.T) {
	x := alignment.Between(made(t), 993, 991, 992, 2017, settings(), window())
	if want := (0.7 + 1.0/3 - 0.2) / 3; !x.HasLean || !testkit.Near(x.Lean.Value, want, 1e-12) {
		t.Errorf("lean %v, %v; want %v", x.Lean.Value, x.HasLean, want)
	}
	if want := (0.3 + 1.0/3 + 0.6) / (1 + 2.0/3 + 0.4); !x.HasHedge || !testkit.Near(x.Hedge.Value, want, 1e-12) {
		t.Errorf("hedge %v, %v; want %v", x.Hedge.Value, x.HasHedge, want)
	}
	if len(x.Stance.Left) != 2 || len(x.Lean.Trail.Figures) == 0 || len(x.Lean.Trail.Params) == 0 {
		t.Errorf("left out %v; trail %+v", x.Stance.Left, x.Lean.Trail)
	}
	// Before the rivalry of the powers is on record there is nothing to hedge.
	y := alignment.Between(made(t), 993, 992, 991, 1999, settings(), window())
	if y.HasHedge || y.HasLean {
		t.Errorf("a stance before any figure: %+v", y.Stance)
	}
}

// Between powers that have made up there is a lean and nothing to hedge.
func TestNoHedgeWithoutRivals(t *testing.T) {
	s := made(t, figure("rivalry", 991, 992, 2015, 0))
	x := alignment.Between(s, 993, 991, 992, 2017, settings(), window())
	if x.Rivals || x.HasHedge || !x.HasLean {
		t.Errorf("rivals %v, hedge %v, lean %v; want a lean alone", x.Rivals, x.HasHedge, x.HasLean)
	}
}

func TestNobodyStandsBetweenItself(t *testing.T) {
	s := made(t)
	for _, states := range [][3]ir.CCode{{991, 991, 992}, {992, 991, 992}, {993, 991, 991}} {
		x := alignment.Between(s, states[0], states[1], states[2], 2017, settings(), window())
		_, _, ok := alignment.Steadiness(alignment.Record(s, states[0], states[1], states[2], 2010, 2017, settings().Terms, window()), alike)
		if x.HasLean || x.HasHedge || ok {
			t.Errorf("%v: lean %v, hedge %v, steadiness %v", states, x.HasLean, x.HasHedge, ok)
		}
	}
}

// Two powers that exchange all their figures exchange the lean.
func TestBetweenFollowsTheFigures(t *testing.T) {
	s := made(t)
	swapped, err := s.Swapped(991, 992)
	if err != nil {
		t.Fatal(err)
	}
	x := alignment.Between(s, 993, 991, 992, 2017, settings(), window())
	y := alignment.Between(swapped, 993, 991, 992, 2017, settings(), window())
	if !testkit.Near(x.Lean.Value, -y.Lean.Value, 1e-12) || !testkit.Near(x.Hedge.Value, y.Hedge.Value, 1e-12) {
		t.Errorf("lean %v and %v, hedge %v and %v", x.Lean.Value, y.Lean.Value, x.Hedge.Value, y.Hedge.Value)
	}
}

// From 2015 to 2016 votes are held; from 2014 to 2015 they begin; only the
// rivalry with 992, which is not known of 991, changes. The course is steady.
func TestRecord(t *testing.T) {
	points := alignment.Record(made(t), 993, 991, 992, 2005, 2017, settings().Terms, window())
	if len(points) != 13 || points[0].Year != 2005 || points[12].Year != 2017 {
		t.Fatalf("%d points", len(points))
	}
	if v, years, ok := alignment.Steadiness(points, alike); !ok || years != 12 || !testkit.Near(v, 1, 1e-12) {
		t.Errorf("steadiness %v over %d years, %v; want 1 over 12", v, years, ok)
	}
	left := made(t, figure("defence_pact", 991, 993, 2010, 0), figure("defence_pact", 991, 993, 2017, 1))
	points = alignment.Record(left, 993, 991, 992, 2005, 2011, settings().Terms, window())
	// The treaty, alone on record of both until 2012, falls by 1 once in six years.
	if v, _, _ := alignment.Steadiness(points, alike); !testkit.Near(v, 1-1.0/6/2, 1e-12) {
		t.Errorf("steadiness %v; want %v", v, 1-1.0/6/2)
	}
}

const usa, chn = 2, 710

func snapshot(t testing.TB) *panel.Snapshot {
	t.Helper()
	s, err := core.Snapshot()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// Which way some states lean is common knowledge; only the direction is tested.
func TestKnownDirections(t *testing.T) {
	s := snapshot(t)
	for _, over := range []alignment.Denominator{alignment.OverTrade, alignment.OverOutput} {
		w := window()
		w.Over = over
		for _, tt := range []struct {
			name  string
			state ir.CCode
			sign  float64
		}{{"South Korea", 732, 1}, {"Japan", 740, 1}, {"Poland", 290, 1}, {"Finland", 375, 1}, {"North Korea", 731, -1}, {"Russia", 365, -1}} {
			x := alignment.Between(s, tt.state, usa, chn, 2024, settings(), w)
			if !x.HasLean || x.Lean.Value*tt.sign <= 0 {
				t.Errorf("%s: lean %v to the United States, known %v; want the sign of %v", tt.name, x.Lean.Value, x.HasLean, tt.sign)
			}
			if !x.Rivals {
				t.Error("the United States and China are no rivals on record")
			}
		}
	}
}

func TestMeasuresConform(t *testing.T) {
	s := snapshot(t)
	m := alignment.Leaning{Name: "lean_usa_chn", A: usa, B: chn, Settings: settings(), Window: window()}
	measuretest.Run(t, m, s)
	h := alignment.Hedging(m)
	h.Name = "hedge_usa_chn"
	measuretest.Run(t, h, s)
	col, err := m.Eval(s)
	if err != nil {
		t.Fatal(err)
	}
	x := alignment.Between(s, 732, usa, chn, 2020, settings(), window())
	if v, ok := col.Value(732, 2020); !ok || !testkit.Near(v, x.Lean.Value, 1e-12) {
		t.Errorf("the column says %v of South Korea in 2020; Between says %v", v, x.Lean.Value)
	}
	if v, ok := col.Value(usa, 2020); ok || !math.IsNaN(v) {
		t.Errorf("a power leans %v to itself", v)
	}
}

func BenchmarkBetween(b *testing.B) {
	s, set, w := snapshot(b), settings(), window()
	b.ReportAllocs()
	for b.Loop() {
		alignment.Between(s, 732, usa, chn, 2024, set, w)
	}
}

func BenchmarkRecord(b *testing.B) {
	s, set, w := snapshot(b), settings(), window()
	b.ReportAllocs()
	for b.Loop() {
		alignment.Record(s, 732, usa, chn, 1990, 2024, set.Terms, w)
	}
}
