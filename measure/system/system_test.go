package system_test

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/internal/testkit"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/measure"
	"github.com/shatterbelt/shatterbelt/measure/measuretest"
	"github.com/shatterbelt/shatterbelt/measure/system"
	"github.com/shatterbelt/shatterbelt/trace/param"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

var nan = math.NaN()

func TestConcentrationAndEffective(t *testing.T) {
	tests := []struct {
		name                     string
		shares                   []float64
		concentration, effective float64
	}{
		{"nobody", nil, nan, nan},
		{"nothing to share", []float64{0, 0}, nan, nan},
		{"below nothing", []float64{-1, 2}, nan, nan},
		{"alone", []float64{5}, nan, 1},
		{"one has all", []float64{0, 3, 0}, 1, 1},
		{"two alike", []float64{2, 2}, 0, 2},
		{"two alike and a gap", []float64{2, nan, 2}, 0, 2},
		// Shares 3/4 and 1/4: 10/16 - 8/16 over 1/2 is a quarter, its root a half.
		{"three to one", []float64{3, 1}, 0.5, 1.6},
		// 1/2, 1/4, 1/4: 6/16 - 1/3 over 2/3 is 1/16.
		{"half and two quarters", []float64{1, 2, 1}, 0.25, 16.0 / 6},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := system.Concentration(tt.shares); !testkit.Near(got, tt.concentration, 1e-12) {
				t.Errorf("Concentration = %v; want %v", got, tt.concentration)
			}
			if got := system.Effective(tt.shares); !testkit.Near(got, tt.effective, 1e-12) {
				t.Errorf("Effective = %v; want %v", got, tt.effective)
			}
		})
	}
}

func TestMovement(t *testing.T) {
	tests := []struct {
		name          string
		before, after []float64
		want          float64
	}{
		{"none", []float64{3, 1}, []float64{6, 2}, 0},
		{"all to the least", []float64{0.6, 0.3, 0.1}, []float64{0, 0, 1}, 1},
		// A tenth moves: 0.2 over 2 x 0.75.
		{"a tenth", []float64{3, 1}, []float64{65, 35}, 0.2 / 1.5},
		{"a state that is missing once", []float64{3, nan, 1}, []float64{65, 100, 35}, 0.2 / 1.5},
		{"one state", []float64{1}, []float64{2}, nan},
		{"two lengths", []float64{1, 2}, []float64{1}, nan},
		{"nothing before", []float64{0, 0}, []float64{1, 2}, nan},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := system.Movement(tt.before, tt.after); !testkit.Near(got, tt.want, 1e-12) {
				t.Errorf("Movement = %v; want %v", got, tt.want)
			}
		})
	}
}

func TestDescribe(t *testing.T) {
	rule := param.Default[system.Rule]()
	tests := []struct {
		name       string
		shares     []float64
		gap, first float64
		label      system.Label
	}{
		{"a unipole", []float64{60, 20, 10, 10}, 0.1, 0.6, system.Unipolar},
		{"half is enough", []float64{50, 24, 13, 13}, 0.11, 0.5, system.Unipolar},
		{"just below half", []float64{49, 24, 14, 13}, 0.1, 0.49, system.Multipolar},
		{"two poles", []float64{10, 40, 35, 15}, 0.2, 0.4, system.Bipolar},
		{"two poles, one of them with more than half", []float64{60, 30, 10}, 0.2, 0.6, system.Bipolar},
		{"a third pole", []float64{40, 30, 30}, 0, 0.4, system.Multipolar},
		{"four alike", []float64{1, 1, 1, 1}, 0, 0.25, system.Multipolar},
		{"no third", []float64{1, 1}, 0.5, 0.5, system.Bipolar},
		{"one state", []float64{1}, nan, nan, system.Unknown},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := system.Describe(tt.shares, rule)
			if !testkit.Near(got.GapToThird, tt.gap, 1e-12) || !testkit.Near(got.FirstShare, tt.first, 1e-12) || got.Label != tt.label {
				t.Errorf("Describe = %+v; want gap %v, first %v, %q", got, tt.gap, tt.first, tt.label)
			}
		})
	}
}

// Any group: numbers stay in their bounds; neither the order of the states nor
// the unit matters; and to replace every state by several equal ones leaves the
// spread as it is and multiplies the poles.
func TestSpreadProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		amounts := rapid.SliceOfN(rapid.Float64Range(0.001, 1000), 2, 12).Draw(t, "amounts")
		n, rule := float64(len(amounts)), param.Default[system.Rule]()
		a := system.Describe(amounts, rule)
		if a.Concentration < 0 || a.Concentration > 1 || a.Effective < 1-1e-9 || a.Effective > n+1e-9 ||
			a.GapToThird < 0 || a.GapToThird > 0.5+1e-9 || a.FirstShare < 1/n-1e-9 || a.FirstShare > 1 {
			t.Fatalf("out of bounds: %+v", a)
		}
		turned := slices.Clone(amounts)
		slices.Reverse(turned)
		for i := range turned {
			turned[i] *= 1024 // exact, so that a share at a level stays there
		}
		if b := system.Describe(turned, rule); b != a {
			t.Fatalf("%+v, reversed in another unit %+v", a, b)
		}
		k := rapid.IntRange(2, 5).Draw(t, "k")
		if e := system.Effective(slices.Repeat(amounts, k)); !testkit.Near(e, float64(k)*a.Effective, 1e-6) {
			t.Fatalf("%d of each make %v poles; want %v", k, e, float64(k)*a.Effective)
		}
		// The two indices are one number seen twice: CON^2 (1 - 1/n) + 1/n = 1/N.
		if h := a.Concentration*a.Concentration*(1-1/n) + 1/n; !testkit.Near(1/h, a.Effective, 1e-6) {
			t.Fatalf("concentration %v and %v poles do not agree", a.Concentration, a.Effective)
		}
	})
}

func TestMovementProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(2, 9).Draw(t, "n")
		group := rapid.SliceOfN(rapid.Float64Range(0.001, 1000), n, n)
		before, after := group.Draw(t, "before"), group.Draw(t, "after")
		m := system.Movement(before, after)
		if !(m >= 0 && m <= 1) {
			t.Fatalf("movement %v", m)
		}
		slices.Reverse(before)
		slices.Reverse(after)
		for i := range after {
			after[i] *= 1000
		}
		if v := system.Movement(before, after); !testkit.Near(v, m, 1e-9) {
			t.Fatalf("movement %v; reversed in another unit %v", m, v)
		}
	})
}

func TestMeasuresOfTheSystem(t *testing.T) {
	codes, err := ir.NewCodes([]ir.State{{CCode: 991, ISO: "XXA"}, {CCode: 992, ISO: "XXB"}})
	if err != nil {
		t.Fatal(err)
	}
	row := func(state ir.CCode, y ir.Year, v float64) panel.Row {
		return panel.Row{Indicator: "cinc", Unit: "share", State: state, Year: y, Value: v, Low: v, High: v, Source: "invented"}
	}
	s, err := panel.New(codes, []prov.Source{{Key: "invented"}}, []panel.Row{
		row(991, 2000, 0.3), row(992, 2000, 0.1), row(ir.World, 2000, 1), row(991, 2001, 0.3),
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		m         measure.Measure
		then, now float64 // 2000 and 2001
	}{
		{system.Concentrated{Indicator: "cinc"}, 0.5, nan},
		{system.EffectivePoles{Indicator: "cinc"}, 1.6, 1},
	} {
		measuretest.Run(t, tt.m, s)
		col, err := tt.m.Eval(s)
		if err != nil || !testkit.NearAll(col.Values, []float64{tt.then, tt.now}, 1e-12) {
			t.Errorf("%s = %v, %v; want %v and %v", tt.m.Spec().Name, col.Values, err, tt.then, tt.now)
		}
	}
	if _, err := (system.Concentrated{Indicator: "gdp"}).Eval(s); err == nil {
		t.Error("no error for an indicator that is not there")
	}
}

// Two large powers and two lesser ones. The figures are invented.
func ExampleDescribe() {
	p := system.Describe([]float64{21, 18, 7, 4}, system.Rule{Unipole: 0.5, Pole: 0.25})
	fmt.Printf("%.2f poles, concentration %.2f, second leads third by %.2f: %s\n",
		p.Effective, p.Concentration, p.GapToThird, p.Label)
	// Output: 3.01 poles, concentration 0.33, second leads third by 0.22: bipolar
}

func BenchmarkDescribe(b *testing.B) {
	shares := make([]float64, 195)
	for i := range shares {
		shares[i] = float64(i + 1)
	}
	for b.Loop() {
		system.Describe(shares, system.Rule{Unipole: 0.5, Pole: 0.25})
	}
}
