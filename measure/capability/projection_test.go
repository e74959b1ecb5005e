package capability_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"github.com/shatterbelt/shatterbelt/internal/testkit"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/measure/capability"
	"github.com/shatterbelt/shatterbelt/trace/param"
)

// A tenth to the power of log10(x) is one over x, and a hundredth one over x
// squared, so these can be worked by hand: with e = 2.718282, x is the number
// of days + 7.281718.
func TestProject(t *testing.T) {
	tests := []struct {
		name    string
		c, days float64
		want    float64
	}{
		{"at home", 0.1, 0, 1 / (10 - math.E)},
		{"e days away counts as it is", 0.37, math.E, 0.37},
		{"a tenth, to 20 days of weight", 0.1, 10 + math.E, 0.05},
		{"a hundredth, to 20 days of weight", 0.01, 10 + math.E, 0.0025},
		{"nothing", 0, 3, 0},
		{"everything", 1, 30, 1},
		{"no share", 1.1, 0, math.NaN()},
		{"behind", 0.1, -1, math.NaN()},
		{"missing", math.NaN(), 1, math.NaN()},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := capability.Project(tt.c, tt.days); !testkit.Near(got, tt.want, 1e-12) {
				t.Errorf("Project(%v, %v) = %v; want %v", tt.c, tt.days, got, tt.want)
			}
		})
	}
}

func TestTransportByEra(t *testing.T) {
	p := param.Default[capability.Transport]()
	for y, want := range map[ir.Year]float64{1816: 250, 1918: 250, 1919: 375, 1945: 375, 1946: 500, 2025: 500} {
		if got := p.PerDay(y); got != want {
			t.Errorf("%d: %v miles a day; want %v", y, got, want)
		}
	}
	// 804.672 km are 500 miles: two days to 1918, one from 1946.
	for y, days := range map[ir.Year]float64{1900: 2, 2000: 1} {
		want := 1 / (days + 10 - math.E)
		if got := p.Reach(0.1, 804.672, y); !testkit.Near(got, want, 1e-12) {
			t.Errorf("%d: %v; want %v", y, got, want)
		}
	}
}

// A tenth is 1/x after x - 7.281718 days and a hundredth is 1/7.281718^2 at
// home: they are even where x = 53.02.
func TestCrossing(t *testing.T) {
	near := 10 - math.E
	tests := []struct{ c, own, want float64 }{
		{0.1, 0.01, near*near - near},
		{0.1, 0.1, 0},
		{0.01, 0.1, 0},
		{1, 0.5, math.Inf(1)},
		{0.5, 0, math.Inf(1)},
		{2, 0.5, math.NaN()},
	}
	for _, tt := range tests {
		if got := capability.Crossing(tt.c, tt.own); !testkit.Near(got, tt.want, 1e-9) {
			t.Errorf("Crossing(%v, %v) = %v; want %v", tt.c, tt.own, got, tt.want)
		}
	}
}

// Any two powers: both lose with distance, the stronger stays stronger at the
// same distance and loses a smaller part, and at the crossing they are even.
func TestProjectProperties(t *testing.T) {
	share := rapid.Float64Range(0.001, 0.9)
	rapid.Check(t, func(t *rapid.T) {
		c, own := share.Draw(t, "c"), share.Draw(t, "own")
		beside := rapid.Float64Range(0, 40).Draw(t, "near")
		far := beside + rapid.Float64Range(0.01, 40).Draw(t, "more")
		if capability.Project(c, far) >= capability.Project(c, beside) {
			t.Fatalf("%v is worth no less after %v days than after %v", c, far, beside)
		}
		strong, weak := max(c, own), min(c, own)
		kept := func(c float64) float64 { return capability.Project(c, far) / capability.Project(c, beside) }
		if kept(strong) < kept(weak)-1e-12 {
			t.Fatalf("%v keeps %v, %v keeps %v", strong, kept(strong), weak, kept(weak))
		}
		if d := capability.Crossing(c, own); d > 0 && d < 1e6 {
			a, b := capability.Project(c, d), capability.Project(own, 0)
			if !testkit.Near(a, b, 1e-9) {
				t.Fatalf("at the crossing, %v days away, %v against %v", d, a, b)
			}
		}
	})
}

func BenchmarkProject(b *testing.B) {
	for b.Loop() {
		capability.Project(0.2, 12)
	}
}
