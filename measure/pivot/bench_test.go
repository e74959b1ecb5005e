package pivot_test

import (
	"fmt"
	"math"
	"testing"

	"github.com/shatterbelt/shatterbelt/measure/pivot"
)

// skewed gives capabilities that fall as those of states do: the k-th has 1/k.
func skewed(n int) []float64 {
	out := make([]float64, n)
	for k := range out {
		out[k] = 1 / float64(k+1)
	}
	return out
}

func BenchmarkIndices(b *testing.B) {
	for _, size := range []struct{ players, units int }{{60, 1000}, {60, 5000}, {195, 5000}} {
		weights, err := pivot.Weights(skewed(size.players), size.units)
		if err != nil {
			b.Fatal(err)
		}
		quota := pivot.Quota(weights, 0.5)
		name := fmt.Sprintf("players=%d/units=%d", size.players, size.units)
		b.Run("shapley/"+name, func(b *testing.B) {
			for b.Loop() {
				if _, err := pivot.ShapleyShubik(weights, quota); err != nil {
					b.Fatal(err)
				}
			}
		})
		b.Run("banzhaf/"+name, func(b *testing.B) {
			for b.Loop() {
				if _, err := pivot.Banzhaf(weights, quota); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// Sixty players of different weights, the case the indices are meant for.
func TestSixtyPlayersSumToOne(t *testing.T) {
	weights, err := pivot.Weights(skewed(60), 5000)
	if err != nil {
		t.Fatal(err)
	}
	values, err := pivot.ShapleyShubik(weights, pivot.Quota(weights, 0.5))
	if err != nil {
		t.Fatal(err)
	}
	sum := 0.0
	for i, v := range values {
		sum += v
		if i > 0 && v > values[i-1]+1e-15 {
			t.Errorf("player %d has %v, more than the heavier before it, %v", i, v, values[i-1])
		}
	}
	if math.Abs(sum-1) > 1e-13 {
		t.Errorf("sum is 1%+.1e", sum-1)
	}
}
