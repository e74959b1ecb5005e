package similarity_test

import (
	"math"
	"testing"

	"github.com/shatterbelt/shatterbelt/internal/testkit"
	"github.com/shatterbelt/shatterbelt/measure/similarity"
)

var nan = math.NaN()

// table is a joint table of counts.
func table(rows ...[]float64) similarity.Joint {
	j := similarity.Joint{Levels: len(rows)}
	for k, row := range rows {
		copy(j.Weight[k][:], row)
	}
	return j
}

// Arithmetic: in the second case six items, of which one differs by 3 and one by 1.
// Means are 4/6 and 6/6, squares 8/6 and 14/6 less the squared means: variances
// 8/9 and 4/3; the mean squared distance is 10/6.
func TestIndices(t *testing.T) {
	tests := []struct {
		name                                 string
		j                                    similarity.Joint
		s, squared, kappa, pi, nominal, same float64
	}{
		{"all alike", table([]float64{3, 0, 0, 0}, []float64{0, 0, 0, 0}, []float64{0, 0, 0, 0}, []float64{0, 0, 0, 2}), 1, 1, 1, 1, 1, 1},
		{
			"one far, one near", table([]float64{3, 0, 0, 1}, []float64{0, 1, 0, 0}, []float64{0, 0, 0, 0}, []float64{0, 0, 1, 0}),
			1 - 2*4.0/18, 1 - 2*10.0/54, nan, nan, nan, 4.0 / 6,
		},
		// 50 of 100 alike in every cell: no better than chance.
		{"as by chance", table([]float64{25, 25}, []float64{25, 25}), 0, 0, 0, 0, 0, 0.5},
		{"at odds", table([]float64{0, 5}, []float64{5, 0}), -1, -1, -1, -1, -1, 0},
		// Cohen's kappa of 20 and 15 alike in 50 with 5 and 10 apart: the share alike
		// is 0.7, by chance 0.5 x 0.6 + 0.5 x 0.4 = 0.5, so that kappa is 0.4. Pooled
		// shares are 0.55 and 0.45: pi is (0.7 - 0.505) / 0.495.
		{"two raters", table([]float64{20, 5}, []float64{10, 15}), 0.4, 0.4, 0.4, 0.195 / 0.495, 0.195 / 0.495, 0.7},
		{"one and the same rating", table([]float64{7, 0}, []float64{0, 0}), 1, 1, nan, nan, nan, 1},
		{"each its own rating", table([]float64{0, 7}, []float64{0, 0}), -1, -1, 0, -1, -1, 0},
		{"nothing", table([]float64{0, 0}, []float64{0, 0}), nan, nan, nan, nan, nan, nan},
	}
	// The second case in full: x has ratings 0 0 0 0 1 3 and y 0 0 0 3 1 2.
	x, y := 4.0/6, 6.0/6
	spread := (10.0/6 - x*x) + (14.0/6 - y*y)
	tests[1].kappa = 1 - (10.0/6)/(spread+(x-y)*(x-y))
	tests[1].pi = 1 - (10.0/6)/(spread+(x-y)*(x-y)/2)
	// Pooled shares of 0, 1, 2 and 3: 7/12, 2/12, 1/12, 2/12.
	chance := (49.0 + 4 + 1 + 4) / 144
	tests[1].nominal = (4.0/6 - chance) / (1 - chance)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			for name, pair := range map[string][2]float64{
				"S": {similarity.S(&tt.j, similarity.Absolute), tt.s}, "S squared": {similarity.S(&tt.j, similarity.Squared), tt.squared},
				"kappa": {similarity.Kappa(&tt.j), tt.kappa}, "pi": {similarity.PiDistance(&tt.j), tt.pi},
				"nominal pi": {similarity.PiNominal(&tt.j), tt.nominal}, "agreement": {similarity.Agreement(&tt.j), tt.same},
			} {
				if !testkit.Near(pair[0], pair[1], 1e-12) {
					t.Errorf("%s = %v; want %v", name, pair[0], pair[1])
				}
			}
		})
	}
}

// Two small states each with one ally in common and a hundred without: S says they
// are close whether the ally is the same or not, kappa tells the two apart.
func TestKappaTellsWhatSDoesNot(t *testing.T) {
	p := similarity.NewPortfolios(similarity.TreatyLevels, 100, 100).WithSelf()
	p.Set(0, 50, similarity.Defence)
	p.Set(1, 50, similarity.Defence)
	p.Set(2, 60, similarity.Defence)
	pairs := similarity.NewPairs(p)
	shared, apart := pairs.Scores(0, 1), pairs.Scores(0, 2)
	if shared.S < 0.95 || apart.S < 0.9 {
		t.Errorf("S %v with an ally in common, %v without; want both near 1", shared.S, apart.S)
	}
	// Each has two ties: to itself and to the ally. One of two is in common.
	if !testkit.Near(shared.Kappa, 1-0.02/(2*0.02*0.98), 1e-12) || apart.Kappa > 0 {
		t.Errorf("kappa %v with an ally in common, %v without", shared.Kappa, apart.Kappa)
	}
}

// Defence, a treaty with a rating known to one alone, and weights of 3 to 1.
func TestCrossWeighsAndPassesOver(t *testing.T) {
	x := similarity.Portfolio{3, similarity.Missing, 0, 1, 2}
	y := similarity.Portfolio{3, 2, 3, similarity.Missing, 2}
	j := similarity.Cross(x, y, []float64{1, 5, 3, 5, nan}, similarity.TreatyLevels)
	if got := j.Total(); !testkit.Near(got, 4, 0) {
		t.Errorf("total %v; want 4", got)
	}
	// One item of weight 3 at the far end, one of weight 1 alike: 1 - 2 x 3/4.
	if got := similarity.S(&j, similarity.Absolute); !testkit.Near(got, -0.5, 1e-12) {
		t.Errorf("S = %v; want -0.5", got)
	}
	two := j.Binary()
	if got := similarity.S(&two, similarity.Absolute); !testkit.Near(got, -0.5, 1e-12) {
		t.Errorf("binary S = %v; want -0.5", got)
	}
}

func TestWithSelf(t *testing.T) {
	p := similarity.NewPortfolios(similarity.TreatyLevels, 2, 2).WithSelf()
	if p.Of(0)[0] != similarity.Defence || p.Of(1)[1] != similarity.Defence || p.Of(0)[1] != similarity.NoTreaty {
		t.Errorf("ratings %v", p.Ratings)
	}
	// Two states alone with no treaty are as far apart as can be.
	if s := similarity.NewPairs(p).Scores(0, 1); !testkit.Near(s.S, -1, 1e-12) || !testkit.Near(s.Kappa, -1, 1e-12) {
		t.Errorf("S %v, kappa %v; want -1", s.S, s.Kappa)
	}
}

func TestDistance(t *testing.T) {
	if got := similarity.Distance(-1, 2.5); !testkit.Near(got, 3.5, 0) {
		t.Errorf("Distance = %v; want 3.5", got)
	}
	if got := similarity.Distance(nan, 1); !math.IsNaN(got) {
		t.Errorf("Distance to nothing = %v; want NaN", got)
	}
}
