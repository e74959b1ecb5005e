package score_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"github.com/shatterbelt/shatterbelt/internal/testkit"
	"github.com/shatterbelt/shatterbelt/score"
)

// The first output of the generator seeded 1234567 is 6457827717110365317, a
// published check value; its upper 53 bits make the fraction.
func TestSeeded(t *testing.T) {
	want := float64(uint64(6457827717110365317)>>11) / (1 << 53)
	if got := score.Seeded(1234567)(); got != want {
		t.Errorf("first draw %v; want %v", got, want)
	}
	u, total := score.Seeded(7), 0.0
	const n = 100_000
	for range n {
		v := u()
		if v < 0 || v >= 1 {
			t.Fatalf("draw %v; want 0 to 1, 1 left out", v)
		}
		total += v
	}
	if mean := total / n; !testkit.Near(mean, 0.5, 0.005) { // five standard errors
		t.Errorf("mean of draws %v; want 0.5", mean)
	}
}

// For a share of 1/2 among 400 cases the normal 90 % interval is
// 0.5 -+ 1.645 x 0.025.
func TestBootstrapMean(t *testing.T) {
	values := make([]float64, 400)
	for i := range 200 {
		values[i] = 1
	}
	got := score.BootstrapMean(values, 2000, 0.9, score.Seeded(1))
	if !testkit.Near(got.Low, 0.459, 0.006) || !testkit.Near(got.High, 0.541, 0.006) {
		t.Errorf("interval %+v; want about 0.459 to 0.541", got)
	}
	if again := score.BootstrapMean(values, 2000, 0.9, score.Seeded(1)); again != got {
		t.Errorf("same seed gave %+v, then %+v", got, again)
	}
}

func TestBootstrapEdges(t *testing.T) {
	tests := []struct {
		name   string
		values []float64
		want   float64 // both ends
	}{
		{"none", nil, nan}, {"gap", []float64{1, nan}, nan}, {"one case", []float64{3}, 3}, {"no spread", []float64{2, 2, 2}, 2},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := score.BootstrapMean(tt.values, 50, 0.9, score.Seeded(1))
			if !testkit.Near(got.Low, tt.want, tol) || !testkit.Near(got.High, tt.want, tol) {
				t.Errorf("interval %+v; want %v", got, tt.want)
			}
		})
	}
}

// Replicates without a statistic are left out, as for an AUC without events.
func TestBootstrapOfAStatisticThatFails(t *testing.T) {
	forecast, event := []float64{1, 2, 3, 4}, []bool{false, false, false, true}
	got := score.Bootstrap(4, 200, 0.9, score.Seeded(1), func(pick []int) float64 {
		f, e := make([]float64, len(pick)), make([]bool, len(pick))
		for i, at := range pick {
			f[i], e[i] = forecast[at], event[at]
		}
		return score.AUC(f, e)
	})
	if got.Low != 1 || got.High != 1 {
		t.Errorf("interval %+v; want 1 to 1, since the one event is on top", got)
	}
}

func TestBootstrapStaysWithinTheValues(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		values := rapid.SliceOfN(rapid.Float64Range(-50, 50), 1, 20).Draw(t, "values")
		low, high := math.Inf(1), math.Inf(-1)
		for _, v := range values {
			low, high = min(low, v), max(high, v)
		}
		got := score.BootstrapMean(values, 40, 0.9, score.Seeded(rapid.Uint64().Draw(t, "seed")))
		if got.Low > got.High || got.Low < low-tol || got.High > high+tol {
			t.Fatalf("interval %+v of values between %v and %v", got, low, high)
		}
	})
}

func TestQuantile(t *testing.T) {
	v := []float64{10, 20, 40}
	for _, tt := range []struct{ q, want float64 }{{0, 10}, {0.25, 15}, {0.5, 20}, {0.75, 30}, {1, 40}, {nan, nan}} {
		if got := score.Quantile(v, tt.q); !testkit.Near(got, tt.want, tol) {
			t.Errorf("quantile %v is %v; want %v", tt.q, got, tt.want)
		}
	}
	if got := score.Quantile(nil, 0.5); !math.IsNaN(got) {
		t.Errorf("quantile of nothing is %v", got)
	}
}

func BenchmarkBootstrapMean(b *testing.B) {
	values := make([]float64, 10_000)
	for i := range values {
		values[i] = float64(i % 7)
	}
	b.ReportAllocs()
	for b.Loop() {
		score.BootstrapMean(values, 1000, 0.9, score.Seeded(1))
	}
}
