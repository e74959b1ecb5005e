package rdm_test

import (
	"math"
	"testing"

	"github.com/shatterbelt/shatterbelt/rdm"
)

func TestKendallTau(t *testing.T) {
	tests := []struct {
		name string
		a, b []float64
		want float64
	}{
		{"same order", []float64{1, 2, 3}, []float64{10, 20, 21}, 1},
		{"turned round", []float64{1, 2, 3}, []float64{3, 2, 1}, -1},
		{"one pair of six", []float64{1, 2, 3, 4}, []float64{1, 2, 4, 3}, 4.0 / 6},
		// Pairs: two agree, one tied in b.
		{"tie", []float64{1, 2, 3}, []float64{1, 2, 2}, 2 / math.Sqrt(3*2)},
		{"tied alike", []float64{1, 1, 2}, []float64{5, 5, 6}, 1},
		{"no order", []float64{1, 1}, []float64{1, 2}, nan},
		{"gap", []float64{1, nan}, []float64{1, 2}, nan},
		{"lengths", []float64{1}, []float64{1, 2}, nan},
	}
	for _, tt := range tests {
		if got := rdm.KendallTau(tt.a, tt.b); !equal([]float64{got}, []float64{tt.want}) {
			t.Errorf("%s: tau = %v; want %v", tt.name, got, tt.want)
		}
	}
}
