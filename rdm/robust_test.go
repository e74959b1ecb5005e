package rdm_test

import (
	"math"
	"slices"
	"testing"

	"github.com/shatterbelt/shatterbelt/rdm"
	"pgregory.net/rapid"
)

var nan = math.NaN()

func TestWorstMean(t *testing.T) {
	tests := []struct {
		name   string
		x      []float64
		share  float64
		higher bool
		want   float64
	}{
		{"worst half, more is better", []float64{4, 1, 3, 2}, 0.5, true, 1.5},
		{"worst half, less is better", []float64{4, 1, 3, 2}, 0.5, false, 3.5},
		{"all", []float64{4, 1, 3, 2}, 1, true, 2.5},
		{"one and a half values", []float64{4, 1, 3, 2}, 0.375, true, (1 + 0.5*2) / 1.5},
		{"less than one value", []float64{4, 1, 3, 2}, 0.1, true, 1},
		{"gap", []float64{4, nan, 3, 2}, 0.5, true, nan},
		{"none", nil, 0.5, true, nan},
	}
	for _, tt := range tests {
		got := rdm.WorstMean(tt.x, tt.share, tt.higher)
		if math.IsNaN(got) != math.IsNaN(tt.want) || math.Abs(got-tt.want) > 1e-12 {
			t.Errorf("%s: WorstMean = %v; want %v", tt.name, got, tt.want)
		}
	}
}

func TestWorstMeanProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := rapid.SliceOfN(rapid.Float64Range(-10, 10), 1, 60).Draw(t, "x")
		share := rapid.Float64Range(0.01, 1).Draw(t, "share")
		worst := rdm.WorstMean(x, share, true)
		if worst > rdm.Mean(x)+1e-9 || worst < slices.Min(x)-1e-9 {
			t.Fatalf("worst mean %v beyond the least %v or the mean %v", worst, slices.Min(x), rdm.Mean(x))
		}
		flipped := make([]float64, len(x))
		for i, v := range x {
			flipped[i] = -v
		}
		if got := -rdm.WorstMean(flipped, share, false); math.Abs(got-worst) > 1e-9 {
			t.Fatalf("turned around: %v; want %v", got, worst)
		}
		if all := rdm.WorstMean(x, 1, true); math.Abs(all-rdm.Mean(x)) > 1e-9 {
			t.Fatalf("worst of all %v; want the mean %v", all, rdm.Mean(x))
		}
	})
}

// Three futures, two policies. gain: the best is 5, 2, 7. loss: 1, 4, 3.
func twoPolicies() *rdm.Table {
	return tableOf(rdm.Dim{Name: "d", Max: 1}, []float64{0.1, 0.5, 0.9},
		[]rdm.Outcome{{Name: "gain", Unit: "t", Higher: true}, {Name: "loss"}},
		[][][]float64{
			{{5, 1, nan}, {1, 4, 6}},
			{{3, 2, 7}, {2, 4, 3}},
		})
}

func TestRegret(t *testing.T) {
	r := rdm.Regret(twoPolicies())
	want := [][][]float64{
		{{0, 1, nan}, {0, 0, 3}},
		{{2, 0, 0}, {1, 0, 0}},
	}
	for p := range want {
		for o := range want[p] {
			if got := r.Outcome(p, o); !equal(got, want[p][o]) {
				t.Errorf("regret of policy %d in outcome %d = %v; want %v", p, o, got, want[p][o])
			}
		}
	}
	if o := r.Outcomes()[0]; o.Higher || o.Unit != "t" {
		t.Errorf("regret is %+v; want less to be better, in t", o)
	}
}

func TestMetAndGoodEnough(t *testing.T) {
	tab := twoPolicies()
	m, err := rdm.Met(tab, []float64{2, 4})
	if err != nil {
		t.Fatal(err)
	}
	if got := m.Outcome(0, 0); !equal(got, []float64{1, 0, 0}) {
		t.Errorf("gain of 2 met in %v; want only the first future", got)
	}
	if got := m.Outcome(0, 1); !equal(got, []float64{1, 1, 0}) {
		t.Errorf("loss of 4 met in %v; want the first two futures", got)
	}
	good, _ := rdm.GoodEnough(tab, []float64{2, 3})
	if !equal(good[0], []float64{1, 0, 0}) || !equal(good[1], []float64{1, 0, 1}) {
		t.Errorf("good enough in %v; want 1 0 0 and 1 0 1", good)
	}
	easy, _ := rdm.GoodEnough(tab, []float64{nan, nan})
	if !equal(easy[0], []float64{1, 1, 1}) {
		t.Errorf("without thresholds, good enough in %v", easy[0])
	}
	if _, err := rdm.GoodEnough(tab, []float64{1}); err == nil {
		t.Error("one threshold for two outcomes accepted")
	}
}

// Adding a constant to an outcome of every policy moves no regret, and the best
// policy of a future has none.
func TestRegretProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 20).Draw(t, "n")
		y := make([][][]float64, 3)
		shifted := make([][][]float64, 3)
		by := rapid.Float64Range(-5, 5).Draw(t, "by")
		for p := range y {
			col := rapid.SliceOfN(rapid.Float64Range(-9, 9), n, n).Draw(t, "y")
			moved := make([]float64, n)
			for i := range col {
				moved[i] = col[i] + by
			}
			y[p], shifted[p] = [][]float64{col}, [][]float64{moved}
		}
		o := []rdm.Outcome{{Name: "o", Higher: rapid.Bool().Draw(t, "higher")}}
		dim := rdm.Dim{Name: "d", Max: 1}
		r, s := rdm.Regret(tableOf(dim, make([]float64, n), o, y)), rdm.Regret(tableOf(dim, make([]float64, n), o, shifted))
		for i := range n {
			least := math.Inf(1)
			for p := range y {
				v := r.Outcome(p, 0)[i]
				least = min(least, v)
				if v < 0 || math.Abs(v-s.Outcome(p, 0)[i]) > 1e-9 {
					t.Fatalf("regret %v; %v when shifted", v, s.Outcome(p, 0)[i])
				}
			}
			if least != 0 {
				t.Fatalf("least regret of future %d is %v; want 0", i, least)
			}
		}
	})
}

func equal(got, want []float64) bool {
	return slices.EqualFunc(got, want, func(a, b float64) bool {
		return math.IsNaN(a) && math.IsNaN(b) || math.Abs(a-b) < 1e-12
	})
}
