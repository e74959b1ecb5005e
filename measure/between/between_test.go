package between_test

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/shatterbelt/shatterbelt/measure/between"
)

func enemies(int, int) float64 { return 1 }
func friends(int, int) float64 { return 0 }

func TestSqueeze(t *testing.T) {
	tests := []struct {
		name      string
		pressures []float64
		hostility func(int, int) float64
		want      between.Squeezed
	}{
		{"no power", nil, enemies, between.Squeezed{G: -1, H: -1}},
		{"one power", []float64{0.5}, enemies, between.Squeezed{G: -1, H: -1}},
		{"two friends", []float64{0.5, 0.5}, friends, between.Squeezed{G: -1, H: -1}},
		// 2 x 0.1; own 0.05 + 0.4 + 0.1 + floor 0.05 = 0.6, so a third.
		{"two enemies", []float64{0.4, 0.1}, enemies, between.Squeezed{Squeeze: 0.2, Total: 0.2, Tightness: 0.2 / 0.6, G: 0, H: 1}},
		// Pairs give 0.2, 0.6 and 0.2.
		{"three enemies", []float64{0.4, 0.1, 0.3}, enemies, between.Squeezed{Squeeze: 0.6, Total: 1, Tightness: 0.6 / 0.8, G: 0, H: 2}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := between.Squeeze(tt.pressures, tt.hostility, 0.05, 0.05)
			same := func(a, b float64) bool { return math.Abs(a-b) < 1e-12 }
			if !same(got.Squeeze, tt.want.Squeeze) || !same(got.Total, tt.want.Total) ||
				!same(got.Tightness, tt.want.Tightness) || got.G != tt.want.G || got.H != tt.want.H {
				t.Errorf("Squeeze = %+v; want %+v", got, tt.want)
			}
		})
	}
}

// Any pressures: the order of the powers does not matter, a unit changes the
// squeeze in proportion and tightness not at all, and nothing exceeds the total.
func TestSqueezeProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ps := rapid.SliceOfN(rapid.Float64Range(0, 1), 0, 6).Draw(t, "pressures")
		a := between.Squeeze(ps, enemies, 0.1, 0.01)
		turned := slices.Clone(ps)
		slices.Reverse(turned)
		b := between.Squeeze(turned, enemies, 0.1, 0.01)
		for i := range turned {
			turned[i] *= 1000
		}
		c := between.Squeeze(turned, enemies, 100, 10)
		near := func(x, y float64) bool { return math.Abs(x-y) <= 1e-9*math.Max(1, math.Abs(x)) }
		if !near(a.Squeeze, b.Squeeze) || !near(a.Total, b.Total) || !near(a.Squeeze*1000, c.Squeeze) || !near(a.Tightness, c.Tightness) {
			t.Fatalf("%+v, reversed %+v, in another unit %+v", a, b, c)
		}
		if a.Squeeze > a.Total+1e-12 || a.Tightness > 1 {
			t.Fatalf("squeeze above total or tightness above 1: %+v", a)
		}
	})
}

// A state pressed by two rivals, beside one pressed by a single neighbour.
func ExampleSqueeze() {
	between2 := between.Squeeze([]float64{0.20, 0.11}, enemies, 0.02, 0.002)
	beside1 := between.Squeeze([]float64{0.40, 0.001}, enemies, 0.02, 0.002)
	fmt.Printf("between two %.2f, beside one %.3f\n", between2.Squeeze, beside1.Squeeze)
	// Output: between two 0.22, beside one 0.002
}
