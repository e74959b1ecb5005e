package rdm_test

import (
	"slices"
	"testing"

	"github.com/shatterbelt/shatterbelt/rdm"
	"pgregory.net/rapid"
)

func TestPareto(t *testing.T) {
	upDown := []bool{true, false}
	tests := []struct {
		name   string
		values [][]float64
		want   []int
	}{
		{"one", [][]float64{{1, 1}}, []int{0}},
		{"dominated", [][]float64{{1, 1}, {2, 1}, {2, 0}}, []int{2}},
		{"a trade-off", [][]float64{{1, 1}, {2, 2}, {1, 2}}, []int{0, 1}},
		{"level stay together", [][]float64{{1, 1}, {1, 1}}, []int{0, 1}},
		{"missing is out and excludes nobody", [][]float64{{9, nan}, {1, 1}}, []int{1}},
		{"none", nil, nil},
	}
	for _, tt := range tests {
		if got, err := rdm.Pareto(tt.values, upDown); err != nil || !slices.Equal(got, tt.want) {
			t.Errorf("%s: Pareto = %v, %v; want %v", tt.name, got, err, tt.want)
		}
	}
	if _, err := rdm.Pareto([][]float64{{1}}, upDown); err == nil {
		t.Error("one value for two criteria accepted")
	}
	if _, err := rdm.Pareto([][]float64{{}}, nil); err == nil {
		t.Error("no criteria accepted")
	}
}

// Every alternative is in the set or dominated by a member of it, no member
// dominates another, and a criterion measured the other way round moves nothing.
func TestParetoProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, k := rapid.IntRange(1, 12).Draw(t, "n"), rapid.IntRange(1, 4).Draw(t, "k")
		higher := rapid.SliceOfN(rapid.Bool(), k, k).Draw(t, "higher")
		values, turned := make([][]float64, n), make([][]float64, n)
		for a := range values {
			for range k {
				v := float64(rapid.IntRange(0, 4).Draw(t, "v"))
				values[a], turned[a] = append(values[a], v), append(turned[a], -v)
			}
		}
		set, err := rdm.Pareto(values, higher)
		if err != nil {
			t.Fatal(err)
		}
		for a := range values {
			beaten := slices.ContainsFunc(set, func(m int) bool { return rdm.Dominates(values[m], values[a], higher) })
			if beaten == slices.Contains(set, a) {
				t.Fatalf("alternative %d: dominated by the set %v is %v", a, set, beaten)
			}
		}
		other := make([]bool, k)
		for c := range other {
			other[c] = !higher[c]
		}
		if again, _ := rdm.Pareto(turned, other); !slices.Equal(again, set) {
			t.Fatalf("turned round: %v; want %v", again, set)
		}
	})
}

func TestJudgementPareto(t *testing.T) {
	j, err := rdm.Judge(fiveFutures(true), rdm.Aspect{Criterion: rdm.Maximin()}, rdm.Aspect{Criterion: rdm.MinimaxRegret()})
	if err != nil {
		t.Fatal(err)
	}
	// a has worst 1 and regret 2; b has worst 3 and regret 7.
	if set, err := j.Pareto(); err != nil || !slices.Equal(set, []string{"a", "b"}) {
		t.Errorf("Pareto = %v, %v; want both", set, err)
	}
	if j, err = rdm.Judge(fiveFutures(true)); err != nil {
		t.Fatal(err)
	}
	if _, err := j.Pareto(); err == nil {
		t.Error("no aspects accepted")
	}
}
