package score_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"github.com/shatterbelt/shatterbelt/internal/testkit"
	"github.com/shatterbelt/shatterbelt/score"
)

func TestAUC(t *testing.T) {
	tests := []struct {
		name     string
		forecast []float64
		event    []bool
		want     float64
	}{
		{"perfect", []float64{1, 2, 3, 4}, []bool{false, false, true, true}, 1},
		{"upside down", []float64{1, 2, 3, 4}, []bool{true, true, false, false}, 0},
		{"three of four pairs", []float64{1, 3, 2, 4}, []bool{false, false, true, true}, 0.75},
		{"all tied", []float64{7, 7, 7}, []bool{true, false, false}, 0.5},
		{"one tie", []float64{1, 2, 2}, []bool{false, false, true}, 0.75}, // one win, one half
		{"no events", []float64{1, 2}, []bool{false, false}, nan},
		{"only events", []float64{1, 2}, []bool{true, true}, nan},
		{"gap", []float64{1, nan}, []bool{false, true}, nan},
		{"none", nil, nil, nan},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := score.AUC(tt.forecast, tt.event); !testkit.Near(got, tt.want, tol) {
				t.Errorf("AUC = %v; want %v", got, tt.want)
			}
		})
	}
}

// The area depends on the ranking alone, and equals the count over all pairs.
func TestAUCIsAboutRanks(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(2, 30).Draw(t, "n")
		forecast, moved, event := make([]float64, n), make([]float64, n), make([]bool, n)
		for i := range n {
			forecast[i] = float64(rapid.IntRange(-5, 5).Draw(t, "forecast")) // few values, so that ties occur
			moved[i] = math.Exp(forecast[i]/2) - 9
			event[i] = rapid.Bool().Draw(t, "event")
		}
		got := score.AUC(forecast, event)
		if again := score.AUC(moved, event); !testkit.Near(again, got, tol) {
			t.Fatalf("AUC %v became %v under a monotone transform", got, again)
		}
		if want := pairs(forecast, event); !testkit.Near(got, want, tol) {
			t.Fatalf("AUC = %v; want %v by counting pairs", got, want)
		}
	})
}

func pairs(forecast []float64, event []bool) float64 {
	wins, n := 0.0, 0.0
	for i := range forecast {
		for j := range forecast {
			if !event[i] || event[j] {
				continue
			}
			n++
			if forecast[i] > forecast[j] {
				wins++
			} else if forecast[i] == forecast[j] {
				wins += 0.5
			}
		}
	}
	return wins / n
}

// With an area of 1/2 and n events and others each, the chances of the paper
// are both 1/3, so the variance is (1/4 + 2(n-1)/12) / n^2.
func TestAUCError(t *testing.T) {
	for _, n := range []int{1, 10, 50} {
		want := math.Sqrt((0.25 + float64(n-1)/6) / float64(n*n))
		if got := score.AUCError(0.5, n, n); !testkit.Near(got, want, tol) {
			t.Errorf("AUCError(0.5, %d, %d) = %v; want %v", n, n, got, want)
		}
	}
	if got := score.AUCError(1, 20, 20); !testkit.Near(got, 0, tol) {
		t.Errorf("a perfect area has error %v; want 0", got)
	}
}

func BenchmarkAUC(b *testing.B) {
	u := score.Seeded(1)
	forecast, event := make([]float64, 100_000), make([]bool, 100_000)
	for i := range forecast {
		forecast[i], event[i] = u(), u() < 0.01
	}
	b.ReportAllocs()
	for b.Loop() {
		score.AUC(forecast, event)
	}
}
