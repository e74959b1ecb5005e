package rdm_test

import (
	"math"
	"testing"

	"github.com/shatterbelt/shatterbelt/rdm"
	"pgregory.net/rapid"
)

func TestSumGoesInChunks(t *testing.T) {
	x := make([]float64, 2500)
	for i := range x {
		x[i] = 1 / float64(i+1)
	}
	byHand := 0.0
	for first := 0; first < len(x); first += rdm.ChunkSize {
		byHand += rdm.Sum(x[first:min(first+rdm.ChunkSize, len(x))])
	}
	if got := rdm.Sum(x); got != byHand {
		t.Errorf("Sum = %.17g; its chunks give %.17g", got, byHand)
	}
	if got := rdm.Mean(nil); !math.IsNaN(got) {
		t.Errorf("mean of none = %v; want NaN", got)
	}
}

// 2, 4, 6 has mean 4, squared deviations 4 + 0 + 4, variance 8/2.
func TestMoments(t *testing.T) {
	m := rdm.MomentsOf([]float64{2, 4, 6})
	within(t, "mean", m.Mean, 4, 1e-15)
	within(t, "variance", m.Variance(), 4, 1e-15)
	if v := rdm.MomentsOf([]float64{1}).Variance(); !math.IsNaN(v) {
		t.Errorf("variance of one value = %v; want NaN", v)
	}
}

func TestMomentsMerge(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := rapid.SliceOfN(rapid.Float64Range(-100, 100), 0, 50).Draw(t, "x")
		cut := rapid.IntRange(0, len(x)).Draw(t, "cut")
		whole, parts := rdm.MomentsOf(x), rdm.MomentsOf(x[:cut]).Merge(rdm.MomentsOf(x[cut:]))
		if parts.N != whole.N || math.Abs(parts.Mean-whole.Mean) > 1e-10 || math.Abs(parts.M2-whole.M2) > 1e-7 {
			t.Fatalf("merged %+v; whole %+v", parts, whole)
		}
	})
}
