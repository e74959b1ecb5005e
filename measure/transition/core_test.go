package transition_test

import (
	"fmt"
	"testing"

	"github.com/shatterbelt/shatterbelt/data/core"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/measure/transition"
	"github.com/shatterbelt/shatterbelt/trace/param"
)

// ofCore gathers the outturns of an indicator of two states.
func ofCore(t testing.TB, name, indicator string, a, b ir.CCode) transition.Regime {
	t.Helper()
	s, err := core.Snapshot()
	if err != nil {
		t.Fatal(err)
	}
	series := func(state ir.CCode) transition.Series {
		var years []ir.Year
		var values []float64
		for _, c := range s.Series(indicator, state) {
			years, values = append(years, c.Year), append(values, c.Value)
		}
		out, err := transition.NewSeries(years, values)
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	return transition.Regime{Name: name, A: series(a), B: series(b)}
}

const usa, china = 2, 710

func chinaOnUSA(t testing.TB) []transition.Regime {
	return []transition.Regime{
		ofCore(t, "market", "gdp_current", usa, china), ofCore(t, "constant", "gdp_constant", usa, china),
	}
}

// median is the median overtaking year, or a year beyond every horizon.
func median(p transition.Passage) ir.Year {
	if y, ok := p.Quantile(0.5); ok {
		return y
	}
	return 9999
}

// As seen from 2010 the drift of the years before had China ahead of the United
// States soon: half of the draws at market rates had it so by 2023, the last
// year on record, when it was not. That is one case, and shows that vintages
// are what they say.
func TestChinaOnUSAFrom2010(t *testing.T) {
	regimes := chinaOnUSA(t)
	f := project(t, regimes, run(2010))
	if y := median(f.ByRegime[0].Overtaking); y > 2023 {
		t.Errorf("median at market rates %d; want 2023 or before", y)
	}
	if r, ok := regimes[0].LogRatio(2023); !ok || r >= 0 {
		t.Errorf("log ratio of 2023 is %v, %v; want below 0", r, ok)
	}
	if v := f.Variance; v.Assumed < v.Within {
		t.Errorf("variance %+v; want more of it by assumption", v)
	}
}

// As seen from 2024 the window decides: five years put the median a decade later
// than thirty, and ten times as many draws never cross.
func TestChinaOnUSAByWindow(t *testing.T) {
	f := project(t, chinaOnUSA(t), run(2024))
	short, long := f.ByWindow[0], f.ByWindow[len(f.ByWindow)-1]
	if short.Name != "5" || long.Name != "30" {
		t.Fatalf("windows %s to %s; want 5 to 30", short.Name, long.Name)
	}
	if a, b := median(short.Overtaking), median(long.Overtaking); a < b+10 {
		t.Errorf("medians %d and %d; want ten years apart", a, b)
	}
	if a, b := short.Overtaking.Never, long.Overtaking.Never; a < 10*b {
		t.Errorf("never %v and %v; want ten times as many", a, b)
	}
}

// In which year the output of one state overtakes that of another, by the
// number of past years learnt from. The figures are invented.
func ExampleProject() {
	regime := transition.Regime{
		Name: "constant",
		A:    transition.Series{First: 2008, Values: []float64{150, 146, 150, 152, 156, 159, 163, 168, 171, 175, 180, 184, 179}},
		B:    transition.Series{First: 2008, Values: []float64{60, 66, 72, 79, 85, 92, 99, 105, 112, 120, 128, 135, 138}},
	}
	run := transition.Run{Settings: param.Default[transition.Settings](), Vintage: 2020, Seed: 1}
	fan, err := transition.Project([]transition.Regime{regime}, run)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, s := range fan.ByWindow {
		early, _ := s.Overtaking.Quantile(0.1)
		late, _ := s.Overtaking.Quantile(0.9)
		fmt.Printf("learning from %s years: %d to %d, never %.2f\n", s.Name, early, late, s.Overtaking.Never)
	}
	// Output:
	// learning from 5 years: 2026 to 2035, never 0.02
	// learning from 7 years: 2026 to 2036, never 0.02
	// learning from 10 years: 2025 to 2032, never 0.01
}
