package rdm_test

import (
	"context"
	"fmt"
	"math"
	"testing"

	"pgregory.net/rapid"

	"github.com/shatterbelt/shatterbelt/rdm"
)

// steady returns policies whose values are the same in each of n futures.
func steady(n int, values ...[]float64) rdm.Performance {
	p := rdm.Performance{}
	for k := range values[0] {
		p.Criteria = append(p.Criteria, fmt.Sprintf("c%d", k+1))
	}
	for a, row := range values {
		p.Policies = append(p.Policies, string(rune('a'+a)))
		var cols [][]float64
		for _, v := range row {
			col := make([]float64, n)
			for i := range col {
				col[i] = v
			}
			cols = append(cols, col)
		}
		p.Values = append(p.Values, cols)
	}
	return p
}

// Two criteria: a scores 1 and 0, b 0 and 1, m 0.6 and 0.6. Policy a is first
// where its weight w exceeds 0.6, m between 0.4 and 0.6, so that the shares are
// 0.4, 0.2 and 0.4 and the central weights of a on the first criterion 0.8.
func TestSmaa(t *testing.T) {
	p := steady(1, []float64{1, 0}, []float64{0, 1}, []float64{0.6, 0.6})
	r, err := rdm.Smaa{Seed: 1, Draws: 40000}.Analyse(context.Background(), p)
	if err != nil {
		t.Fatal(err)
	}
	near := func(what string, got, want float64) {
		t.Helper()
		if math.Abs(got-want) > 0.01 {
			t.Errorf("%s is %.4f; want %.2f", what, got, want)
		}
	}
	near("first rank of a", r.Ranks[0][0], 0.4)
	near("first rank of m", r.Ranks[2][0], 0.2)
	near("last rank of m", r.Ranks[2][2], 0)
	near("last rank of a", r.Ranks[0][2], 0.5)
	near("central weight of a", r.Central[0][0], 0.8)
	near("central weight of m", r.Central[2][0], 0.5)
	near("a beats b", r.Beats[0][1], 0.5)
	near("m beats a", r.Beats[2][0], 0.6)
	for a, c := range r.Confidence {
		if c != 1 {
			t.Errorf("confidence of %d is %v; nothing is uncertain", a, c)
		}
	}
}

// Level policies share ranks; one that never leads has no central weights.
func TestSmaaLevelAndDominated(t *testing.T) {
	p := steady(3, []float64{0.5, 0.5}, []float64{0.5, 0.5}, []float64{0.4, 0.1})
	r, err := rdm.Smaa{Draws: 500}.Analyse(context.Background(), p)
	if err != nil {
		t.Fatal(err)
	}
	if r.Ranks[0][0] != 0.5 || r.Ranks[1][1] != 0.5 || r.Ranks[2][2] != 1 || r.Beats[0][1] != 0.5 || r.Confidence[0] != 0.5 {
		t.Errorf("%+v", r)
	}
	if !math.IsNaN(r.Central[2][0]) || !math.IsNaN(r.Confidence[2]) {
		t.Errorf("a dominated policy has central weights %v and confidence %v", r.Central[2], r.Confidence[2])
	}
}

// With one criterion of no use, futures alone decide: in 3 of 4 the first is
// better.
func TestSmaaConfidence(t *testing.T) {
	p := steady(4, []float64{1, 0.5}, []float64{0.5, 0.5})
	p.Values[0][0] = []float64{1, 1, 1, 0}
	r, err := rdm.Smaa{Draws: 20000, Seed: 4}.Analyse(context.Background(), p)
	if err != nil {
		t.Fatal(err)
	}
	if r.Confidence[0] != 0.75 || r.Confidence[1] != 0.25 || math.Abs(r.Ranks[0][0]-0.75) > 0.01 {
		t.Errorf("confidence %v, first ranks %v and %v", r.Confidence, r.Ranks[0][0], r.Ranks[1][0])
	}
}

func TestSmaaIsTheSameForAnyWorkers(t *testing.T) {
	table := granaryRun()
	p, err := rdm.Scale(table, 0, 1)
	if err != nil {
		t.Fatal(err)
	}
	var want string
	for _, workers := range []int{1, 2, 5} {
		r, err := rdm.Smaa{Seed: 9, Draws: 3500, Workers: workers}.Analyse(context.Background(), p)
		if err != nil {
			t.Fatal(err)
		}
		if got := fmt.Sprintf("%x", r); want == "" {
			want = got
		} else if got != want {
			t.Errorf("%d workers give another result", workers)
		}
	}
}

func TestScaleRefuses(t *testing.T) {
	flat := givenTable(true, []float64{1, 1}, []float64{1, 1})
	gap := givenTable(true, []float64{1, math.NaN()}, []float64{0, 1})
	for name, table := range map[string]*rdm.Table{"flat": flat, "gap": gap} {
		if _, err := rdm.Scale(table, 0); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	p, err := rdm.Scale(givenTable(false, []float64{1, 3}, []float64{2, 5}), 0)
	if err != nil || p.Values[0][0][0] != 1 || p.Values[1][0][1] != 0 || p.Values[0][0][1] != 0.5 {
		t.Errorf("less is better: %v, %v", p.Values, err)
	}
	if _, err := (rdm.Smaa{Weights: [][]float64{{0.5, 0.6}}}).Analyse(context.Background(), steady(1, []float64{1, 0})); err == nil {
		t.Error("weights that sum to 1.1 were taken")
	}
}

// With weight w on the first criterion a scores w and b 0.4 whatever w is, so b
// catches a up at w = 0.4; c, with 0.3 w + 0.2 (1 - w), at 2/9.
func TestFlips(t *testing.T) {
	values := [][]float64{{1, 0}, {0.4, 0.4}, {0.3, 0.2}}
	leader, flips, swings, err := rdm.Flips(values, []float64{0.5, 0.5})
	if err != nil || leader != 0 || len(flips) != 2 {
		t.Fatalf("leader %d, flips %v, %v", leader, flips, err)
	}
	if f := flips[0]; f.Policy != 1 || math.Abs(f.Weights[0]-0.4) > 1e-9 || math.Abs(f.Moved-0.1) > 1e-9 {
		t.Errorf("first flip %+v; want b at 0.4", f)
	}
	if f := flips[1]; f.Policy != 2 || math.Abs(f.Weights[0]-2.0/9) > 1e-9 {
		t.Errorf("second flip %+v; want c at 2/9", f)
	}
	if s := swings[0]; math.Abs(s.Low-0.4) > 1e-12 || s.Below != 1 || s.High != 1 || s.Above != -1 {
		t.Errorf("swing of the first weight %+v; want 0.4 to 1", s)
	}
	if s := swings[1]; math.Abs(s.High-0.6) > 1e-12 || s.Above != 1 || s.Low != 0 || s.Below != -1 {
		t.Errorf("swing of the second weight %+v; want 0 to 0.6", s)
	}
	if _, flips, _, _ := rdm.Flips([][]float64{{1, 1}, {0.5, 0.5}}, []float64{0.5, 0.5}); len(flips) != 0 {
		t.Errorf("a dominated policy catches up at %+v", flips)
	}
}

// At a flip the policies are level; no weights drawn nearer make the other lead.
func TestFlipsAreNearest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		k := rapid.IntRange(2, 5).Draw(t, "criteria")
		draw := func(name string) []float64 {
			x := rapid.SliceOfN(rapid.Float64Range(0.01, 1), k, k).Draw(t, name)
			return x
		}
		values := [][]float64{draw("a"), draw("b"), draw("c")}
		w := draw("w")
		total := rdm.Sum(w)
		for i := range w {
			w[i] /= total
		}
		leader, flips, _, err := rdm.Flips(values, w)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range flips {
			lead := 0.0
			for i := range w {
				lead += f.Weights[i] * (values[f.Policy][i] - values[leader][i])
			}
			if math.Abs(rdm.Sum(f.Weights)-1) > 1e-9 || lead < -1e-9 {
				t.Fatalf("flip %+v has a lead of %v", f, lead)
			}
			far := 0.0
			for i := range w {
				far += (f.Weights[i] - w[i]) * (f.Weights[i] - w[i])
			}
			other := draw("other")
			total := rdm.Sum(other)
			lead, near := 0.0, 0.0
			for i := range w {
				other[i] /= total
				lead += other[i] * (values[f.Policy][i] - values[leader][i])
				near += (other[i] - w[i]) * (other[i] - w[i])
			}
			if lead >= 0 && near < far-1e-9 {
				t.Fatalf("weights %v are nearer than the flip %v", other, f.Weights)
			}
		}
	})
}

// Who would store grain? Whoever cares more for being fed than for the cost.
func ExampleSmaa() {
	p, err := rdm.Scale(granaryRun(), 0, 1)
	if err != nil {
		fmt.Println(err)
		return
	}
	r, err := rdm.Smaa{Seed: 1}.Analyse(context.Background(), p)
	if err != nil {
		fmt.Println(err)
		return
	}
	for a, name := range p.Policies {
		fmt.Printf("%-6s first in %.0f %% of draws; its weights fed %.2f, spent %.2f; confidence %.0f %%\n",
			name, 100*r.Ranks[a][0], r.Central[a][0], r.Central[a][1], 100*r.Confidence[a])
	}
	leader, flips, _, err := rdm.Flips(p.Means(), []float64{0.5, 0.5})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("with equal weights %s leads; %s does once fed weighs %.2f\n",
		p.Policies[leader], p.Policies[flips[0].Policy], flips[0].Weights[0])
	// Output:
	// import first in 66 % of draws; its weights fed 0.46, spent 0.54; confidence 71 %
	// store  first in 34 % of draws; its weights fed 0.56, spent 0.44; confidence 31 %
	// with equal weights import leads; store does once fed weighs 0.84
}

func BenchmarkSmaa(b *testing.B) {
	p, err := rdm.Scale(granaryRun(), 0, 1)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := (rdm.Smaa{Seed: 1}).Analyse(context.Background(), p); err != nil {
			b.Fatal(err)
		}
	}
}
