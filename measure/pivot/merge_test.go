package pivot_test

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"github.com/shatterbelt/shatterbelt/internal/testkit"
	"github.com/shatterbelt/shatterbelt/measure/pivot"
)

func TestMerge(t *testing.T) {
	weights, player, err := pivot.Merge([]int{5, 1, 2, 3, 4}, [][]int{{3, 1}, nil, {4, 0}})
	if err != nil || fmt.Sprint(weights, player) != "[9 4 2] [0 1 2 1 0]" {
		t.Errorf("Merge = %v, %v, %v", weights, player, err)
	}
	for _, bad := range [][][]int{{{0, 5}}, {{-1}}, {{1}, {1}}, {{2, 2}}} {
		if _, _, err := pivot.Merge([]int{5, 1, 2, 3, 4}, bad); err == nil {
			t.Errorf("Merge(%v) found nothing wrong", bad)
		}
	}
}

// A bloc may be worth more than its members, less, or the same.
func TestTogether(t *testing.T) {
	tests := []struct {
		name            string
		weights         []int
		quota           int
		bloc            []int
		together, alone float64
	}{
		{"the two small ones prevail alone", []int{3, 2, 2}, 4, []int{1, 2}, 1, 2. / 3},
		{"unanimity counts heads", []int{1, 1, 1}, 3, []int{1, 2}, 0.5, 2. / 3},
		{"any two of three", []int{2, 1, 1, 1}, 3, []int{1, 2}, 1. / 3, 1. / 3},
		{"everyone", []int{2, 1, 1, 1}, 3, []int{0, 1, 2, 3}, 1, 1},
		{"nobody", []int{2, 1}, 2, nil, 0, 0},
	}
	for _, tt := range tests {
		together, alone, err := pivot.Together(tt.weights, tt.quota, tt.bloc)
		if err != nil || !testkit.Near(together, tt.together, 1e-14) || !testkit.Near(alone, tt.alone, 1e-14) {
			t.Errorf("%s: %v against %v, %v; want %v against %v", tt.name, together, alone, err, tt.together, tt.alone)
		}
	}
}

func TestMergedValuesSumToOne(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		weights, quota := drawGame(t)
		of := rapid.SliceOfN(rapid.IntRange(0, 3), len(weights), len(weights)).Draw(t, "bloc")
		blocs := make([][]int, 3) // the fourth stay alone
		for i, b := range of {
			if b < 3 {
				blocs[b] = append(blocs[b], i)
			}
		}
		merged, player, err := pivot.Merge(weights, blocs)
		if err != nil {
			t.Fatal(err)
		}
		for i, a := range of {
			for j, b := range of {
				if same := i == j || a == b && a < 3; same != (player[i] == player[j]) {
					t.Fatalf("%v makes players %v", blocs, player)
				}
			}
		}
		values, err := pivot.ShapleyShubik(merged, quota)
		if err != nil {
			t.Fatal(err)
		}
		sum := 0.0
		for _, v := range values {
			sum += v
		}
		if !testkit.Near(sum, 1, 1e-12) {
			t.Fatalf("values of %v sum to %v", merged, sum)
		}
	})
}
