package capability_test

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"testing"

	"github.com/shatterbelt/shatterbelt/internal/testkit"
	"github.com/shatterbelt/shatterbelt/measure/capability"
)

// Japan's comprehensive power in the Asia Power Index 2025 is printed as 38.8.
// From its eight printed measures and the built-in weights it is 38.8475, a gap
// of 0.05: rounding of the nine numbers, each to one decimal, allows 0.1. The
// test is of the weights and of the upper of the two levels; the indicators
// below the measures are not public.
func TestReplicateAsiaPowerIndexJapan2025(t *testing.T) {
	f, err := os.Open(filepath.Join(testkit.Data(t), "lowy", "asia_power_index_2025_japan.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	measure, score := slices.Index(rows[0], "measure"), slices.Index(rows[0], "score")
	lowy, _ := capability.Preset("lowy")
	var scores, weights []float64
	for _, c := range lowy.Components {
		i := slices.IndexFunc(rows, func(r []string) bool { return r[measure] == c.Name })
		if i < 0 {
			t.Fatalf("no measure %s in the file", c.Name)
		}
		v, err := strconv.ParseFloat(rows[i][score], 64)
		if err != nil {
			t.Fatal(err)
		}
		scores, weights = append(scores, v), append(weights, c.Weight)
	}
	got, covered := capability.Weighted(scores, weights)
	if !testkit.Near(got, 38.8475, 1e-9) || covered != 1 {
		t.Errorf("weighted sum %v on %v; want 38.8475", got, covered)
	}
	if !testkit.Near(got, 38.8, 0.1) {
		t.Errorf("weighted sum %v; printed 38.8", got)
	}
}
