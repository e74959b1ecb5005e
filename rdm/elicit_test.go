package rdm_test

import (
	"context"
	"fmt"
	"math"
	"testing"

	"github.com/shatterbelt/shatterbelt/rdm"
)

// truthful answers a question by weights.
func truthful(w []float64, q rdm.Question) rdm.Answer {
	return rdm.Answer{Question: q, Yes: w[q.More] > q.Share*w[q.Than]}
}

// apart is half the sum of absolute differences.
func apart(a, b []float64) float64 {
	sum := 0.0
	for k := range a {
		sum += math.Abs(a[k]-b[k]) / 2
	}
	return sum
}

// Without answers every weight of k criteria is 1/k on average; the interval of
// one of two, which is uniform, holds its level.
func TestBeliefWithoutAnswers(t *testing.T) {
	b, err := rdm.DefaultElicitation().Learn(2, nil)
	if err != nil {
		t.Fatal(err)
	}
	for k, w := range b.Weights {
		if math.Abs(w.Value-0.5) > 0.01 || math.Abs(w.Low-0.05) > 0.01 || math.Abs(w.High-0.95) > 0.01 {
			t.Errorf("weight %d: %+v; want 0.5, 0.05 to 0.95", k, w)
		}
	}
	if math.Abs(b.Effective-rdm.DefaultPoints) > 1e-6 {
		t.Errorf("%v effective points", b.Effective)
	}
	q, bits := b.Next()
	// With two criteria the even question splits all weights in halves, and is the best.
	if q.Share != 1 || bits < 0.6 || bits > 1 {
		t.Errorf("first question %+v tells %v bits", q, bits)
	}
}

// After twelve chosen questions the weights of eight truthful people are known
// better than after twelve asked in a fixed order.
func TestChosenQuestionsTellMore(t *testing.T) {
	if testing.Short() {
		t.Skip("long")
	}
	const criteria, asked, people = 4, 12, 8
	e := rdm.DefaultElicitation()
	e.Points = 2000
	chosen, fixed := 0.0, 0.0
	for person := range people {
		w := make([]float64, criteria)
		total := 0.0
		for k := range w {
			w[k] = -math.Log(rdm.Uniform(5, person, 0, 0, uint32(k)))
			total += w[k]
		}
		for k := range w {
			w[k] /= total
		}
		var adaptive, plain []rdm.Answer
		for range asked {
			b, err := e.Learn(criteria, adaptive)
			if err != nil {
				t.Fatal(err)
			}
			q, _ := b.Next()
			adaptive = append(adaptive, truthful(w, q))
		}
		for i := range criteria {
			for j := range criteria {
				if i != j {
					plain = append(plain, truthful(w, rdm.Question{More: i, Than: j, Share: 0.5}))
				}
			}
		}
		a, errA := e.Learn(criteria, adaptive)
		b, errB := e.Learn(criteria, plain[:asked])
		if errA != nil || errB != nil {
			t.Fatal(errA, errB)
		}
		chosen += apart(a.Mean(), w) / people
		fixed += apart(b.Mean(), w) / people
	}
	t.Logf("weights off by %.3f after chosen questions, %.3f after fixed ones", chosen, fixed)
	if chosen > 0.08 || chosen >= fixed {
		t.Errorf("chosen questions leave %.3f, fixed ones %.3f", chosen, fixed)
	}
}

// A level answer pulls the two sides together and keeps both.
func TestLevelAnswer(t *testing.T) {
	b, err := rdm.DefaultElicitation().Learn(2, []rdm.Answer{{Question: rdm.Question{More: 0, Than: 1, Share: 1}, Level: true}})
	if err != nil {
		t.Fatal(err)
	}
	if w := b.Weights[0]; math.Abs(w.Value-0.5) > 0.01 || w.Low < 0.3 || w.High > 0.7 {
		t.Errorf("weight %+v; want about a half", w)
	}
}

func TestDrawsFollowTheCredit(t *testing.T) {
	b, err := rdm.DefaultElicitation().Learn(3, []rdm.Answer{{Question: rdm.Question{More: 2, Than: 0, Share: 1}, Yes: true}})
	if err != nil {
		t.Fatal(err)
	}
	mean := make([]float64, 3)
	draws := b.Draw(5000)
	for _, w := range draws {
		for k := range w {
			mean[k] += w[k] / 5000
		}
	}
	if len(draws) != 5000 || apart(mean, b.Mean()) > 0.01 {
		t.Errorf("%d draws with mean %v; want %v", len(draws), mean, b.Mean())
	}
}

func TestAnswersThatCannotBe(t *testing.T) {
	for _, q := range []rdm.Question{{More: 0, Than: 0, Share: 1}, {More: 0, Than: 2, Share: 1}, {More: -1, Than: 1, Share: 1}, {More: 0, Than: 1}, {More: 0, Than: 1, Share: 1.5}} {
		if _, err := rdm.DefaultElicitation().Learn(2, []rdm.Answer{{Question: q}}); err == nil {
			t.Errorf("%+v was taken", q)
		}
	}
}

// Kendall's W by hand: three judges of three things, all alike; two opposed; and
// ranks 1 2 3, 1 2 3, 2 1 3 whose sums 4, 5, 9 give S = 14 and W = 12*14/(9*24).
func TestConcordance(t *testing.T) {
	for _, tt := range []struct {
		grades [][]float64
		want   float64
	}{
		{[][]float64{{1, 2, 3}, {10, 20, 30}, {0, 1, 5}}, 1},
		{[][]float64{{1, 2, 3}, {3, 2, 1}}, 0},
		{[][]float64{{1, 2, 3}, {1, 2, 3}, {2, 1, 3}}, 12.0 * 14 / (9 * 24)},
		{[][]float64{{1, 1, 2}, {1, 1, 2}}, 1},
		{[][]float64{{1, 2}}, math.NaN()},
		{[][]float64{{1, 1}, {2, 2}}, math.NaN()},
		{[][]float64{{1, math.NaN()}, {2, 1}}, math.NaN()},
	} {
		got := rdm.Concordance(tt.grades)
		if math.Abs(got-tt.want) > 1e-12 || math.IsNaN(got) != math.IsNaN(tt.want) {
			t.Errorf("concordance of %v is %v; want %v", tt.grades, got, tt.want)
		}
	}
}

// Two people of opposite minds: the mean weights are nobody's, and it shows.
func ExampleConvene() {
	p := rdm.Performance{
		Policies: []string{"hold", "trade", "mix"},
		Criteria: []string{"security", "income"},
		Values:   [][][]float64{{{1}, {0}}, {{0}, {1}}, {{0.6}, {0.6}}},
	}
	security := []rdm.Answer{{Question: rdm.Question{More: 0, Than: 1, Share: 1}, Yes: true}, {Question: rdm.Question{More: 1, Than: 0, Share: 0.25}}}
	income := []rdm.Answer{{Question: rdm.Question{More: 0, Than: 1, Share: 1}}, {Question: rdm.Question{More: 0, Than: 1, Share: 0.25}}}
	c, err := rdm.Convene(context.Background(), p, rdm.DefaultElicitation(), []string{"Kim", "Lee"}, [][]rdm.Answer{security, income})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, v := range c.Voices {
		w := v.Belief.Weights[0]
		q, bits := v.Belief.Next()
		fmt.Printf("%s: security %.2f (%.2f to %.2f), for %s; next: %s against %.3f of %s (%.2f bits)\n", v.Person, w.Value, w.Low, w.High,
			p.Policies[v.Favourite], p.Criteria[q.More], q.Share, p.Criteria[q.Than], bits)
	}
	fmt.Printf("mean %.2f, between people %.2f, within %.2f; concordance %.2f\n", c.Mean[0], c.Between[0], c.Within[0], c.Concordance)
	for a, name := range p.Policies {
		fmt.Printf("%-5s first %.0f %%, with whom it suits least %.0f %%\n", name, 100*c.First[a], 100*c.Least[a])
	}
	// Output:
	// Kim: security 0.89 (0.75 to 0.99), for hold; next: income against 0.125 of security (0.29 bits)
	// Lee: security 0.11 (0.01 to 0.25), for trade; next: security against 0.125 of income (0.30 bits)
	// mean 0.50, between people 0.39, within 0.08; concordance 0.00
	// hold  first 50 %, with whom it suits least 0 %
	// trade first 50 %, with whom it suits least 0 %
	// mix   first 0 %, with whom it suits least 0 %
}
