package rdm_test

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"github.com/shatterbelt/shatterbelt/rdm"
	"pgregory.net/rapid"
)

// Five futures. Policy a: 1 2 3 4 10, policy b: 3 3 3 3 3. Regrets where more
// is better: a 2 1 0 0 0, b 0 0 0 1 7; where less is better: a 0 0 0 1 7, b
// 2 1 0 0 0.
func fiveFutures(higher bool) *rdm.Table {
	return tableOf(rdm.Dim{Name: "d", Max: 1}, []float64{0, 0.2, 0.4, 0.6, 0.8},
		[]rdm.Outcome{{Name: "o", Higher: higher}},
		[][][]float64{{{1, 2, 3, 4, 10}}, {{3, 3, 3, 3, 3}}})
}

func TestJudge(t *testing.T) {
	tests := []struct {
		c        rdm.Criterion
		more     [2]float64 // of a and b where more is better
		moreIs   bool       // which way the criterion is then better
		less     [2]float64
		lessIsUp bool
	}{
		{rdm.Maximin(), [2]float64{1, 3}, true, [2]float64{10, 3}, false},
		{rdm.Maximax(), [2]float64{10, 3}, true, [2]float64{1, 3}, false},
		{rdm.Hurwicz(0.25), [2]float64{0.25*10 + 0.75*1, 3}, true, [2]float64{0.25*1 + 0.75*10, 3}, false},
		{rdm.Laplace(), [2]float64{4, 3}, true, [2]float64{4, 3}, false},
		{rdm.AtShare(0.25), [2]float64{2, 3}, true, [2]float64{4, 3}, false},
		{rdm.WorstShare(0.4), [2]float64{1.5, 3}, true, [2]float64{7, 3}, false},
		{rdm.Satisficing(3), [2]float64{0.6, 1}, true, [2]float64{0.6, 1}, true},
		{rdm.MinimaxRegret(), [2]float64{2, 7}, false, [2]float64{7, 2}, false},
		{rdm.MeanRegret(), [2]float64{0.6, 1.6}, false, [2]float64{1.6, 0.6}, false},
		{rdm.RegretAtShare(0.25), [2]float64{1, 1}, false, [2]float64{1, 1}, false},
	}
	for _, tt := range tests {
		for _, higher := range []bool{true, false} {
			j, err := rdm.Judge(fiveFutures(higher), rdm.Aspect{Criterion: tt.c})
			if err != nil {
				t.Fatal(err)
			}
			want, up := tt.more, tt.moreIs
			if !higher {
				want, up = tt.less, tt.lessIsUp
			}
			for p := range want {
				within(t, fmt.Sprintf("%s of policy %d, higher %v", tt.c.Name, p, higher), j.Values[p][0], want[p], 1e-12)
			}
			if j.Higher[0] != up {
				t.Errorf("%s, higher %v: more is better: %v; want %v", tt.c.Name, higher, j.Higher[0], up)
			}
		}
	}
}

func TestJudgeGapsAndMistakes(t *testing.T) {
	tab := twoPolicies() // policy a lacks the third gain
	for _, c := range []rdm.Criterion{
		rdm.Maximin(), rdm.Maximax(), rdm.Hurwicz(0.5), rdm.Laplace(), rdm.AtShare(0.1), rdm.WorstShare(0.5),
		rdm.Satisficing(2), rdm.MinimaxRegret(), rdm.MeanRegret(), rdm.RegretAtShare(0.1),
	} {
		j, err := rdm.Judge(tab, rdm.Aspect{Criterion: c})
		if err != nil || !math.IsNaN(j.Values[0][0]) || math.IsNaN(j.Values[1][0]) {
			t.Errorf("%s = %v, %v; want a missing and b not", c.Name, j.Values, err)
		}
	}
	for name, a := range map[string]rdm.Aspect{
		"no outcome":   {Outcome: 2, Criterion: rdm.Maximin()},
		"below":        {Outcome: -1, Criterion: rdm.Maximin()},
		"no criterion": {},
	} {
		if _, err := rdm.Judge(tab, a); err == nil {
			t.Errorf("%s: accepted", name)
		}
	}
}

func TestPercentile(t *testing.T) {
	x := []float64{4, 0, 3, 1, 2}
	tests := []struct {
		name   string
		x      []float64
		share  float64
		higher bool
		want   float64
	}{
		{"worst", x, 0, true, 0},
		{"best", x, 1, true, 4},
		{"median", x, 0.5, true, 2},
		{"between two", x, 0.1, true, 0.4},
		{"less is better", x, 0.1, false, 3.6},
		{"one future", []float64{7}, 0.3, true, 7},
		{"gap", []float64{7, nan}, 0.3, true, nan},
		{"none", nil, 0.3, true, nan},
		{"share above 1", x, 1.1, true, nan},
	}
	for _, tt := range tests {
		if got := rdm.Percentile(tt.x, tt.share, tt.higher); !equal([]float64{got}, []float64{tt.want}) {
			t.Errorf("%s: Percentile = %v; want %v", tt.name, got, tt.want)
		}
	}
	if !slices.Equal(x, []float64{4, 0, 3, 1, 2}) {
		t.Error("Percentile sorted its argument")
	}
}

func TestBaselineRegret(t *testing.T) {
	x := []float64{1, 3, nan, 5}
	if got := rdm.BaselineRegret(x, 3, true); !equal(got, []float64{2, 0, nan, 0}) {
		t.Errorf("more is better: %v", got)
	}
	if got := rdm.BaselineRegret(x, 3, false); !equal(got, []float64{0, 0, nan, 2}) {
		t.Errorf("less is better: %v", got)
	}
}

// Turning an outcome round turns every criterion on it round and leaves regrets
// alone; worst, percentile, Hurwicz and best stand in that order.
func TestCriterionProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 30).Draw(t, "n")
		var y, turned [][][]float64
		for range 3 {
			col := rapid.SliceOfN(rapid.Float64Range(-9, 9), n, n).Draw(t, "y")
			back := make([]float64, n)
			for i, v := range col {
				back[i] = -v
			}
			y, turned = append(y, [][]float64{col}), append(turned, [][]float64{back})
		}
		share := rapid.Float64Range(0, 1).Draw(t, "share")
		aspects := []rdm.Aspect{
			{Criterion: rdm.Maximin()}, {Criterion: rdm.AtShare(share)}, {Criterion: rdm.Maximax()}, {Criterion: rdm.Hurwicz(share)}, {Criterion: rdm.Laplace()},
			{Criterion: rdm.MinimaxRegret()}, {Criterion: rdm.MeanRegret()}, {Criterion: rdm.RegretAtShare(share)},
		}
		d, x := rdm.Dim{Name: "d", Max: 1}, make([]float64, n)
		up, err := rdm.Judge(tableOf(d, x, []rdm.Outcome{{Name: "o", Higher: true}}, y), aspects...)
		if err != nil {
			t.Fatal(err)
		}
		down, err := rdm.Judge(tableOf(d, x, []rdm.Outcome{{Name: "o"}}, turned), aspects...)
		if err != nil {
			t.Fatal(err)
		}
		for p := range y {
			for k := range aspects {
				want := up.Values[p][k]
				if up.Higher[k] {
					want = -want
				}
				if math.Abs(down.Values[p][k]-want) > 1e-9 {
					t.Fatalf("%s turned round is %v; want %v", aspects[k].Criterion.Name, down.Values[p][k], want)
				}
			}
			if v := up.Values[p]; v[0] > v[1]+1e-9 || v[1] > v[2]+1e-9 || v[0] > v[3]+1e-9 || v[3] > v[2]+1e-9 {
				t.Fatalf("worst %v, percentile %v, hurwicz %v, best %v out of order", v[0], v[1], v[3], v[2])
			}
		}
	})
}
