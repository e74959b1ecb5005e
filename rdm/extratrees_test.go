package rdm_test

import (
	"context"
	"fmt"
	"math"
	"testing"

	"github.com/shatterbelt/shatterbelt/rdm"
)

// sample returns n cases of d uniform inputs and f of each.
func sample(n, d int, f func(x []float64) float64) (x [][]float64, y []float64) {
	x = make([][]float64, d)
	row := make([]float64, d)
	for i := range n {
		for k := range row {
			row[k] = rdm.Uniform(11, i, 0, 0, uint32(k))
			x[k] = append(x[k], row[k])
		}
		y = append(y, f(row))
	}
	return x, y
}

// Of 4 x1 + 2 x2 the variance goes back to the first four fifths; two inputs
// that have no bearing score near chance.
func TestScoresOfALine(t *testing.T) {
	x, y := sample(2000, 4, func(x []float64) float64 { return 4*x[0] + 2*x[1] })
	s, err := rdm.ScoreInputs(context.Background(), x, nil, [][]float64{y}, rdm.DefaultScoring())
	if err != nil {
		t.Fatal(err)
	}
	in := s[0].Inputs
	if math.Abs(in[0]-0.8) > 0.05 || math.Abs(in[1]-0.2) > 0.05 || in[2] > 0.02 || in[3] > 0.02 || s[0].Chance > 0.02 {
		t.Errorf("scores %.3f, chance %.3f; want about 0.8, 0.2, 0, 0", in, s[0].Chance)
	}
	if sum := rdm.Sum(in); math.Abs(sum-1) > 1e-12 {
		t.Errorf("scores sum to %v", sum)
	}
}

// A product of signs shows in no input alone; the trees see both.
func TestScoresSeeWhatInputsDoTogether(t *testing.T) {
	x, y := sample(3000, 5, func(x []float64) float64 {
		if (x[1] < 0.5) == (x[3] < 0.4) {
			return 1
		}
		return 0
	})
	s, err := rdm.ScoreInputs(context.Background(), x, nil, [][]float64{y}, rdm.DefaultScoring())
	if err != nil {
		t.Fatal(err)
	}
	for d, v := range s[0].Inputs {
		if important := d == 1 || d == 3; important != (v > 3*s[0].Chance) {
			t.Errorf("input %d scores %.3f, chance %.3f", d, v, s[0].Chance)
		}
	}
}

func TestScoresOfCategoriesAndConstants(t *testing.T) {
	x, y := sample(1500, 2, func(x []float64) float64 { return math.Floor(5*x[0]) * float64(int(5*x[0])%2) })
	for i, v := range x[0] {
		x[0][i] = math.Floor(5 * v)
	}
	flat := make([]float64, len(y))
	s, err := rdm.ScoreInputs(context.Background(), x, []rdm.Kind{rdm.Categorical, rdm.Numeric}, [][]float64{y, flat}, rdm.DefaultScoring())
	if err != nil {
		t.Fatal(err)
	}
	if s[0].Inputs[0] < 0.9 || !math.IsNaN(s[1].Inputs[0]) {
		t.Errorf("a category that decides scores %.3f; a constant outcome %v", s[0].Inputs[0], s[1].Inputs)
	}
}

func TestScoresAreTheSameForAnyWorkers(t *testing.T) {
	x, y := sample(400, 3, func(x []float64) float64 { return x[0] * x[1] })
	want := ""
	for _, workers := range []int{1, 2, 5} {
		set := rdm.DefaultScoring()
		set.Workers, set.Trees = workers, 20
		s, err := rdm.ScoreInputs(context.Background(), x, nil, [][]float64{y, x[2]}, set)
		if err != nil {
			t.Fatal(err)
		}
		if got := fmt.Sprintf("%x", s); want == "" {
			want = got
		} else if got != want {
			t.Errorf("%d workers give other scores", workers)
		}
	}
}

func TestScoreRefuses(t *testing.T) {
	ctx, s := context.Background(), rdm.DefaultScoring()
	x, y := sample(20, 2, func(x []float64) float64 { return x[0] })
	if _, err := rdm.ScoreInputs(ctx, nil, nil, [][]float64{y}, s); err == nil {
		t.Error("no inputs were taken")
	}
	if _, err := rdm.ScoreInputs(ctx, x, []rdm.Kind{0}, [][]float64{y}, s); err == nil {
		t.Error("too few kinds were taken")
	}
	if _, err := rdm.ScoreInputs(ctx, x, nil, [][]float64{y[:3]}, s); err == nil {
		t.Error("a short outcome was taken")
	}
	y[3] = math.NaN()
	if _, err := rdm.ScoreInputs(ctx, x, nil, [][]float64{y}, s); err == nil {
		t.Error("a gap was taken")
	}
}

// Which uncertainty decides whether the town is fed, and what it spends?
func ExampleScoreInputs() {
	table := granaryRun()
	var x [][]float64
	for d := range table.Dims() {
		x = append(x, table.X(d))
	}
	scores, err := rdm.ScoreInputs(context.Background(), x, nil, [][]float64{table.Outcome(1, 0), table.Outcome(1, 1)}, rdm.DefaultScoring())
	if err != nil {
		fmt.Println(err)
		return
	}
	for o, s := range scores {
		fmt.Printf("%-6s", table.Outcomes()[o].Name)
		for d, v := range s.Inputs {
			fmt.Printf("  %s %.2f", table.Dims()[d].Name, v)
		}
		fmt.Printf("  chance %.2f\n", s.Chance)
	}
	// Output:
	// fed     drought 0.81  rot 0.19  chance 0.00
	// spent   drought 0.82  rot 0.18  chance 0.00
}

func BenchmarkScoreInputs(b *testing.B) {
	x, y := sample(10000, 10, func(x []float64) float64 { return x[0] * x[1] })
	for b.Loop() {
		if _, err := rdm.ScoreInputs(context.Background(), x, nil, [][]float64{y}, rdm.DefaultScoring()); err != nil {
			b.Fatal(err)
		}
	}
}
