package capability_test

import (
	"math"
	"slices"
	"testing"

	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/internal/testkit"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/measure"
	"github.com/shatterbelt/shatterbelt/measure/capability"
	"github.com/shatterbelt/shatterbelt/measure/measuretest"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

type cell struct {
	state ir.CCode
	year  ir.Year
	want  float64 // NaN: none
}

func checkCells(t *testing.T, m measure.Measure, s *panel.Snapshot, cells ...cell) {
	t.Helper()
	measuretest.Run(t, m, s)
	col, err := m.Eval(s)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range cells {
		if v, _ := col.Value(c.state, c.year); !testkit.Near(v, c.want, 1e-12) {
			t.Errorf("%s of %d in %d = %v; want %v", m.Spec().Name, c.state, c.year, v, c.want)
		}
	}
}

func TestComputed(t *testing.T) {
	var rows []panel.Row
	for _, name := range []string{"nmc_milex", "nmc_milper", "nmc_irst", "nmc_pec", "nmc_tpop", "nmc_upop"} {
		rows = append(rows, fig(name, ir.World, 2000, 40), fig(name, 991, 2000, 30), fig(name, 991, 2001, 30))
		if name != "nmc_irst" {
			rows = append(rows, fig(name, 992, 2000, 10))
		}
	}
	checkCells(t, capability.Computed{}, three(t, rows...),
		cell{991, 2000, 0.75}, cell{992, 2000, 0.25}, cell{993, 2000, math.NaN()},
		cell{991, 2001, math.NaN()}) // no world totals
}

func TestNetPower(t *testing.T) {
	s := three(t,
		// 100 over 10 is 10 a head, so 1,000; 100 over 40 is 2.5 a head, so 250.
		fig("gdp_ppp", 991, 2000, 100), fig("population", 991, 2000, 10),
		fig("gdp_ppp", 992, 2000, 100), fig("population", 992, 2000, 40),
		fig("gdp_ppp", 993, 2000, 7))
	checkCells(t, capability.NetPower{GDP: "gdp_ppp"}, s,
		cell{991, 2000, 0.8}, cell{992, 2000, 0.2}, cell{993, 2000, math.NaN()})
}

func TestPortions(t *testing.T) {
	nan := math.NaN()
	for _, tt := range []struct{ values, want []float64 }{
		{nil, []float64{}},
		{[]float64{1, nan, 3}, []float64{0.25, nan, 0.75}},
		{[]float64{0, 0}, []float64{nan, nan}},
	} {
		if got := capability.Portions(tt.values); !testkit.NearAll(got, tt.want, 1e-12) {
			t.Errorf("Portions(%v) = %v; want %v", tt.values, got, tt.want)
		}
	}
}

func TestNetResourcesWantsPeople(t *testing.T) {
	for _, p := range []float64{0, -1, math.NaN()} {
		if v := capability.NetResources(1, p); !math.IsNaN(v) {
			t.Errorf("with a population of %v: %v", p, v)
		}
	}
}

func TestRunStopsAtAGap(t *testing.T) {
	forecast := fig("milex_constant", 991, 2006, 9)
	forecast.Kind = prov.Forecast
	rows := append(series("milex_constant", 991, 2000, 1, 2), series("milex_constant", 991, 2003, 4, 5, 6)...)
	cells := three(t, append(rows, forecast)...).Series("milex_constant", 991)
	for y, want := range map[ir.Year][]float64{1999: {}, 2001: {1, 2}, 2002: {}, 2003: {4}, 2005: {4, 5, 6}, 2006: {}, 2009: {}} {
		if got := capability.Run(cells, y); !slices.Equal(got, want) {
			t.Errorf("run to %d is %v; want %v", y, got, want)
		}
	}
}

func TestCapital(t *testing.T) {
	rows := slices.Concat(series("milex_constant", 991, 2000, 3, 6), series("milex_constant", 992, 2001, 2),
		series("milex_constant", ir.World, 2001, 20))
	s := three(t, rows...)
	// 3 level for ever at a tenth a year is 30; then 27 + 6.
	checkCells(t, capability.Capital{Depreciation: 0.1}, s,
		cell{991, 2000, 30}, cell{991, 2001, 33}, cell{992, 2001, 20}, cell{992, 2000, math.NaN()})
	// Only 2001 is common to the state and the world, so 60 of 200.
	checkCells(t, capability.CapitalShare{Depreciation: 0.1}, s,
		cell{991, 2001, 0.3}, cell{992, 2001, 0.1}, cell{991, 2000, math.NaN()})
}

func TestCovered(t *testing.T) {
	s := three(t, slices.Concat(series("milex_constant", 991, 2000, 3, 3), series("milex_constant", 992, 2001, 1))...)
	checkCells(t, capability.Covered{Of: capability.Capital{Depreciation: 0.1}}, s,
		cell{991, 2000, 1}, cell{991, 2001, 0.75}, cell{992, 2001, 0.25}, cell{993, 2001, math.NaN()})
}

func TestWrappersSayWhatIsMissing(t *testing.T) {
	s := three(t, fig("area", 991, 2000, 1))
	for _, m := range []measure.Measure{
		capability.Computed{}, capability.NetPower{GDP: "gdp_ppp"}, capability.Capital{Depreciation: 0.1},
		capability.CapitalShare{Depreciation: 0.1}, capability.Covered{Of: capability.Capital{Depreciation: 0.1}},
	} {
		if _, err := m.Eval(s); err == nil {
			t.Errorf("%s: no error though its indicators are not there", m.Spec().Name)
		}
	}
}

func BenchmarkNetResources(b *testing.B) {
	for b.Loop() {
		capability.NetResources(2e13, 3e8)
	}
}

func BenchmarkStock(b *testing.B) {
	run := make([]float64, 70)
	for i := range run {
		run[i] = float64(i + 1)
	}
	for b.Loop() {
		capability.Stock(run, 0.08)
	}
}
