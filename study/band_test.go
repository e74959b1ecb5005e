package study_test

import (
	"math"
	"testing"

	"github.com/shatterbelt/shatterbelt/study"
	"pgregory.net/rapid"
)

// The gamma quantiles of shape 1/2 and of whole numbers plus a half are half of
// chi-squared quantiles with 1, 11 and 21 degrees of freedom, from any table.
func TestRateBand(t *testing.T) {
	tests := []struct {
		events, years, low, high float64
	}{
		{0, 1, 0, 3.84146 / 2},
		{5, 1, 4.57481 / 2, 19.67514 / 2},
		{10, 2, 11.59131 / 4, 32.67057 / 4},
	}
	for _, tt := range tests {
		low, high := study.RateBand(tt.events, tt.years, 0.9)
		if math.Abs(low-tt.low) > 1e-4 || math.Abs(high-tt.high) > 1e-4 {
			t.Errorf("%v in %v years: %.5f to %.5f; want %.5f to %.5f", tt.events, tt.years, low, high, tt.low, tt.high)
		}
	}
	if low, _ := study.RateBand(3, 0, 0.9); !math.IsNaN(low) {
		t.Errorf("no years: %v; want NaN", low)
	}
}

func TestRateBandHoldsTheRate(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		events := float64(rapid.IntRange(0, 400).Draw(t, "events"))
		years := rapid.Float64Range(1, 100).Draw(t, "years")
		low, high := study.RateBand(events, years, 0.9)
		if !(low <= events/years && events/years <= high) {
			t.Fatalf("%v in %v years: %v to %v", events, years, low, high)
		}
		if l, h := study.RateBand(events, years, 0.8); l < low || h > high {
			t.Fatalf("a narrower band is %v to %v; the wider %v to %v", l, h, low, high)
		}
	})
}
