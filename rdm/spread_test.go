package rdm_test

import (
	"fmt"
	"math"
	"testing"

	"pgregory.net/rapid"

	"github.com/shatterbelt/shatterbelt/rdm"
)

// givenTable returns a table of policies with one outcome, by policy and future;
// the one uncertainty is the number of the future.
func givenTable(higher bool, y ...[]float64) *rdm.Table {
	last := float64(len(y[0]) - 1)
	x := make([]float64, len(y[0]))
	for i := range x {
		x[i] = float64(i)
	}
	var cols [][][]float64
	for _, col := range y {
		cols = append(cols, [][]float64{col})
	}
	return tableOf(rdm.Dim{Name: "future", Max: last, Default: last / 2}, x, []rdm.Outcome{{Name: "y", Higher: higher}}, cols)
}

// Eleven futures with outcomes 0 to 10, and the same stretched at the bad end.
// The percentiles are then whole numbers.
func TestSpreadCriteria(t *testing.T) {
	even := []float64{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10}
	bad := []float64{0, -4, 2, 3, 4, 5, 6, 7, 8, 9, 10} // tenth percentile 0, fifth value 4.5...
	variance := 11.0                                    // of 0..10: 110/10
	table := givenTable(true, even, bad)
	lower := givenTable(false, even, bad)
	tests := []struct {
		name   string
		table  *rdm.Table
		c      rdm.Criterion
		want   float64
		higher bool
	}{
		{"mean-variance, more is better", table, rdm.MeanVariance(), 6 / (math.Sqrt(variance) + 1), true},
		{"mean-variance, less is better", lower, rdm.MeanVariance(), 6 * (math.Sqrt(variance) + 1), false},
		{"deviations below 5: 5+4+3+2+1", table, rdm.UndesirableDeviations(), 15.0 / 11, false},
		{"deviations above 5", lower, rdm.UndesirableDeviations(), 15.0 / 11, false},
		{"no skew", table, rdm.PercentileSkew(), 0, true},
		{"kurtosis (9-1)/(7.5-2.5)", table, rdm.PercentileKurtosis(), 8.0 / 5, true},
		{"regret 0 but in the second future, where it is 0 too", table, rdm.RegretWithin(0), 1, true},
	}
	for _, tt := range tests {
		j, err := rdm.Judge(tt.table, rdm.Aspect{Criterion: tt.c})
		if err != nil {
			t.Fatal(err)
		}
		if got := j.Values[0][0]; math.Abs(got-tt.want) > 1e-12 || j.Higher[0] != tt.higher {
			t.Errorf("%s: %v, more is better %v; want %v, %v", tt.name, got, j.Higher[0], tt.want, tt.higher)
		}
	}
	j, err := rdm.Judge(table, rdm.Aspect{Criterion: rdm.RegretWithin(4)}, rdm.Aspect{Criterion: rdm.RegretWithin(5)})
	if err != nil || j.Values[1][0] != 10.0/11 || j.Values[1][1] != 1 {
		t.Errorf("policy b has regret 5 in one future of eleven: %v, %v", j.Values[1], err)
	}
}

// A long tail at the bad end and a crowd at the good one has positive skew,
// whichever way the outcome is better.
func TestSkewLooksToTheGoodEnd(t *testing.T) {
	crowded := []float64{0, 1, 4, 8, 8.5, 9, 9, 9.5, 9.5, 10, 10}
	mirror := make([]float64, len(crowded))
	for i, v := range crowded {
		mirror[i] = -v
	}
	// the tenth percentile is 1, the median 9, the ninetieth 10: (9-5.5)/4.5
	for name, table := range map[string]*rdm.Table{"more is better": givenTable(true, crowded), "less is better": givenTable(false, mirror)} {
		j, err := rdm.Judge(table, rdm.Aspect{Criterion: rdm.PercentileSkew()})
		if err != nil || math.Abs(j.Values[0][0]-3.5/4.5) > 1e-12 {
			t.Errorf("%s: skew %v, %v; want %v", name, j.Values, err, 3.5/4.5)
		}
	}
}

func TestBaselineCriteria(t *testing.T) {
	table := givenTable(true, []float64{4, 6, 8, 10}, []float64{1, 1, 1, 1})
	j, err := rdm.Judge(table,
		rdm.Aspect{Criterion: rdm.MeanBaselineRegret(), Baseline: []float64{8, 0}},
		rdm.Aspect{Criterion: rdm.BaselineRegretAtShare(0), Baseline: []float64{8, 0}})
	if err != nil {
		t.Fatal(err)
	}
	// policy a falls short of 8 by 4, 2, 0 and 0; policy b never of 0
	if j.Values[0][0] != 1.5 || j.Values[0][1] != 4 || j.Values[1][0] != 0 || j.Values[1][1] != 0 || j.Higher[0] {
		t.Errorf("%+v", j)
	}
	if _, err := rdm.Judge(table, rdm.Aspect{Criterion: rdm.MeanBaselineRegret()}); err == nil {
		t.Error("a baseline criterion without baselines was taken")
	}
}

// Means of -1 and below turn the mean-variance criterion round; a gap is a gap;
// a constant has no skew.
func TestSpreadCriteriaWithoutAValue(t *testing.T) {
	for name, tt := range map[string]struct {
		y []float64
		c rdm.Criterion
	}{
		"low mean":          {[]float64{-5, 1}, rdm.MeanVariance()},
		"gap in variance":   {[]float64{math.NaN(), 1}, rdm.MeanVariance()},
		"gap in deviations": {[]float64{math.NaN(), 1}, rdm.UndesirableDeviations()},
		"constant skew":     {[]float64{2, 2, 2}, rdm.PercentileSkew()},
		"constant kurtosis": {[]float64{2, 2, 2}, rdm.PercentileKurtosis()},
	} {
		j, err := rdm.Judge(givenTable(true, tt.y), rdm.Aspect{Criterion: tt.c})
		if err != nil || !math.IsNaN(j.Values[0][0]) {
			t.Errorf("%s: %v, %v; want NaN", name, j.Values, err)
		}
	}
}

// Turning an outcome and its direction round changes no criterion that is free of
// both.
func TestCriteriaAreMirrored(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		y := rapid.SliceOfN(rapid.Float64Range(0, 10), 12, 12).Draw(rt, "y")
		mirror := make([]float64, len(y))
		for i, v := range y {
			mirror[i] = -v
		}
		up, down := givenTable(true, y), givenTable(false, mirror)
		for _, c := range []rdm.Criterion{rdm.UndesirableDeviations(), rdm.PercentileSkew(), rdm.PercentileKurtosis()} {
			a, err := rdm.Judge(up, rdm.Aspect{Criterion: c})
			if err != nil {
				rt.Fatal(err)
			}
			b, err := rdm.Judge(down, rdm.Aspect{Criterion: c})
			if err != nil {
				rt.Fatal(err)
			}
			if v, w := a.Values[0][0], b.Values[0][0]; math.Abs(v-w) > 1e-9 && !math.IsNaN(v) {
				rt.Fatalf("%s is %v and mirrored %v", c.Name, v, w)
			}
		}
	})
}

func TestHorizon(t *testing.T) {
	y := []float64{1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1}
	table := givenTable(true, y) // uncertainty 0 to 10, default 5
	for _, tt := range []struct {
		fails []int
		want  float64
	}{{nil, 1}, {[]int{0}, 1}, {[]int{8}, 0.6}, {[]int{1, 7}, 0.4}, {[]int{5}, 0}} {
		good := append([]float64(nil), y...)
		for _, i := range tt.fails {
			good[i] = 0
		}
		if got, err := rdm.Horizon(table, good); err != nil || math.Abs(got-tt.want) > 1e-12 {
			t.Errorf("failing in %v: horizon %v, %v; want %v", tt.fails, got, err, tt.want)
		}
	}
	if _, err := rdm.Horizon(table, nil); err == nil {
		t.Error("a column of another length was taken")
	}
}

func ExampleBattery() {
	table := granaryRun()
	criteria, err := rdm.DefaultBattery().Criteria(0.8)
	if err != nil {
		fmt.Println(err)
		return
	}
	var aspects []rdm.Aspect
	for _, c := range criteria {
		aspects = append(aspects, rdm.Aspect{Outcome: 0, Criterion: c})
	}
	j, err := rdm.Judge(table, aspects...)
	if err != nil {
		fmt.Println(err)
		return
	}
	for k, a := range j.Aspects {
		fmt.Printf("%-23s import %5.2f  store %5.2f\n", a.Criterion.Name, j.Values[0][k], j.Values[1][k])
	}
	// Output:
	// maximin                 import  0.01  store  0.03
	// maximax                 import  1.00  store  1.00
	// hurwicz 0.5             import  0.51  store  0.52
	// laplace                 import  0.76  store  0.78
	// minimax regret          import  0.48  store  0.45
	// regret percentile 0.1   import  0.23  store  0.17
	// mean regret             import  0.07  store  0.05
	// percentile 0.1          import  0.42  store  0.48
	// worst mean 0.1          import  0.29  store  0.37
	// mean-variance           import  1.44  store  1.48
	// undesirable deviations  import  0.12  store  0.10
	// percentile skew         import  0.44  store  0.31
	// percentile kurtosis     import  1.79  store  1.43
	// satisficing 0.8         import  0.54  store  0.53
}
