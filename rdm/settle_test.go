package rdm_test

import (
	"context"
	"errors"
	"math"
	"reflect"
	"slices"
	"testing"

	"github.com/shatterbelt/shatterbelt/rdm"
	"github.com/shatterbelt/shatterbelt/trace/param"
	"pgregory.net/rapid"
)

func TestSettlingTags(t *testing.T) {
	if err := param.Check(rdm.Settling{}); err != nil {
		t.Error(err)
	}
	if s := rdm.DefaultSettling(); s.Checks != 3 || s.Share != 0.9 || s.Bootstrap.Level != 0.9 {
		t.Errorf("defaults %+v", s)
	}
}

func rank(t testing.TB, s rdm.Settling, higher bool, cols ...[]float64) rdm.Ranking {
	t.Helper()
	r, err := rdm.Rank(context.Background(), cols, higher, s)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// Policy a is worth 1 in the first two steps and 0 from then on, b always 0.4: a
// has 1, 1, 2/3, 1/2, 2/5 and 1/3 and so leads to the fourth step, draws level at
// the fifth and is behind at the sixth. Within a step nothing varies, so all
// replicates agree. The rule stops at the third step; the reversal stands in the
// checkpoints after it.
func TestRankByHand(t *testing.T) {
	var a, b []float64
	for i := range 60 {
		v := 0.0
		if i < 20 {
			v = 1
		}
		a, b = append(a, v), append(b, 0.4)
	}
	s := rdm.DefaultSettling()
	s.Step = 10
	r := rank(t, s, true, a, b)
	first := []int{0, 0, 0, 0, 0, 1}
	leading := [][]int{{0}, {0}, {0}, {0}, {0, 1}, {1}}
	keep := []float64{1, 1, 1, 1, 0, 1}
	values := []float64{1, 1, 2.0 / 3, 0.5, 0.4, 1.0 / 3}
	tau := []float64{-1, -1, -1, -1, nan, 1}
	for k, c := range r.Checkpoints {
		if c.Futures != 10*(k+1) || !equal(c.Values, []float64{values[k], 0.4}) {
			t.Errorf("checkpoint %d: %d futures, values %v; want %v and 0.4", k, c.Futures, c.Values, values[k])
		}
		if k != 4 && !equal([]float64{c.KeepFirst, c.KeepLeading, c.KeepOrder, c.Tau}, []float64{keep[k], 1, 1, tau[k]}) {
			t.Errorf("checkpoint %d: %+v", k, c)
		}
		// Sums of 0.4 leave the last digit of the tie at the fifth open.
		if k != 4 && (c.Order[0] != first[k] || !slices.Equal(c.Leading, leading[k])) {
			t.Errorf("checkpoint %d: %d first, leading %v; want %d, %v", k, c.Order[0], c.Leading, first[k], leading[k])
		}
	}
	for what, got := range map[string]rdm.Settled{"first": r.First, "leading": r.Leading} {
		if got != (rdm.Settled{Futures: 30, OK: true}) {
			t.Errorf("%s settled at %+v; want 30", what, got)
		}
	}
}

// Level policies share the lead and neither is first.
func TestRankLevelPolicies(t *testing.T) {
	x := normals(6000, 0)
	r := rank(t, rdm.DefaultSettling(), true, x, x)
	if last := r.Checkpoints[5]; r.First.OK || r.Leading.Futures != 3000 || !slices.Equal(last.Leading, []int{0, 1}) {
		t.Errorf("first %+v, leading %+v, %+v", r.First, r.Leading, last)
	}
}

// With luck of their own one of two level policies was settled as first in 39 of
// these 300 runs of ten checkpoints, 13 %, which docs/models/robustness.md
// reports; for one look the interval level makes it a tenth. The tolerance is a
// rounding error in three runs.
func TestRankOftenCallsLevelPoliciesLevel(t *testing.T) {
	s := rdm.DefaultSettling()
	s.Step, s.Bootstrap.Replicates = 100, 200
	first, leading := 0, 0
	for k := range uint32(300) {
		r := rank(t, s, true, normals(1000, 2*k), normals(1000, 2*k+1))
		if r.First.OK {
			first++
		}
		if r.Leading.OK {
			leading++
		}
	}
	if first < 36 || first > 42 || leading < 297 {
		t.Errorf("first settled in %d and the set in %d of 300; the page says 39 and 300", first, leading)
	}
}

// A lead of half a deviation is beyond doubt at every thousand.
func TestRankClearLead(t *testing.T) {
	a, b, c := normals(5500, 0), normals(5500, 1), normals(5500, 2)
	for i := range b {
		b[i] += 0.5
		c[i] -= 0.5
	}
	r := rank(t, rdm.DefaultSettling(), true, a, b, c)
	if r.First != (rdm.Settled{Futures: 3000, OK: true}) || len(r.Checkpoints) != 6 {
		t.Fatalf("settled at %+v of %d checkpoints; want 3000 of 6", r.First, len(r.Checkpoints))
	}
	for _, c := range r.Checkpoints {
		if !slices.Equal(c.Order, []int{1, 0, 2}) || c.KeepOrder != 1 || c.Tau != 1 || !slices.Equal(c.Leading, []int{1}) {
			t.Errorf("checkpoint %+v", c)
		}
	}
	if c := r.Checkpoints[5]; c.Futures != 5500 || math.Abs(c.Values[0]-rdm.Mean(a)) > 1e-12 {
		t.Errorf("last checkpoint %+v; want all 5500", c)
	}
}

// The share of replicates that keep the leader is about the probability that a
// normal variable stays above minus the lead in standard errors.
func TestRankAgreesWithTheory(t *testing.T) {
	a, b := normals(1000, 0), normals(1000, 1)
	gap := make([]float64, len(a))
	for i := range gap {
		gap[i] = a[i] - b[i]
	}
	m := rdm.MomentsOf(gap)
	se := math.Sqrt(m.Variance() / 1000)
	for i := range a {
		a[i] += 0.8*se - m.Mean
	}
	c := rank(t, rdm.DefaultSettling(), true, a, b).Checkpoints[0]
	within(t, "share that keeps the leader", c.KeepFirst, 0.788, 0.06) // 0.788 = Phi(0.8)
	if c.Order[0] != 0 || !slices.Equal(c.Leading, []int{0, 1}) || c.KeepOrder != c.KeepFirst {
		t.Errorf("%+v", c)
	}
}

func TestRankIsTheSameForAnyWorkers(t *testing.T) {
	cols := [][]float64{normals(2500, 0), normals(2500, 1), normals(2500, 2), normals(2500, 3), normals(2500, 4)}
	s := rdm.DefaultSettling()
	s.Bootstrap.Replicates = 100
	var want rdm.Ranking
	for _, workers := range []int{1, 2, 5} {
		s.Bootstrap.Workers = workers
		got := rank(t, s, false, cols...)
		if workers > 1 && !reflect.DeepEqual(got, want) {
			t.Errorf("%d workers: %+v; one gives %+v", workers, got, want)
		}
		want = got
	}
}

// Turning the outcome round and the direction with it changes no ranking; the
// last checkpoint agrees with itself and holds every future.
func TestRankProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, k := rapid.IntRange(1, 60).Draw(t, "n"), rapid.IntRange(2, 5).Draw(t, "k")
		var cols, turned [][]float64
		for range k {
			col := rapid.SliceOfN(rapid.Float64Range(-9, 9), n, n).Draw(t, "y")
			back := make([]float64, n)
			for i, v := range col {
				back[i] = -v
			}
			cols, turned = append(cols, col), append(turned, back)
		}
		s := rdm.DefaultSettling()
		s.Step = rapid.IntRange(1, 20).Draw(t, "step")
		s.Bootstrap.Replicates = 20
		up, err := rdm.Rank(context.Background(), cols, true, s)
		if err != nil {
			t.Fatal(err)
		}
		down, err := rdm.Rank(context.Background(), turned, false, s)
		if err != nil {
			t.Fatal(err)
		}
		if len(up.Checkpoints) != (n+s.Step-1)/s.Step || up.Checkpoints[len(up.Checkpoints)-1].Futures != n {
			t.Fatalf("%d checkpoints of %d futures %d apart", len(up.Checkpoints), n, s.Step)
		}
		for c, u := range up.Checkpoints {
			d := down.Checkpoints[c]
			if !slices.Equal(u.Order, d.Order) || !slices.Equal(u.Leading, d.Leading) || u.KeepFirst != d.KeepFirst || u.KeepOrder != d.KeepOrder {
				t.Fatalf("%+v turned round is %+v", u, d)
			}
			if u.KeepFirst > u.KeepLeading || !slices.Contains(u.Leading, u.Order[0]) {
				t.Fatalf("%+v contradicts itself", u)
			}
		}
	})
}

func TestRankRefuses(t *testing.T) {
	ok := rdm.DefaultSettling()
	x := []float64{1, 2}
	for name, try := range map[string]struct {
		cols   [][]float64
		change func(s *rdm.Settling)
	}{
		"no policies":  {nil, func(*rdm.Settling) {}},
		"no futures":   {[][]float64{{}}, func(*rdm.Settling) {}},
		"lengths":      {[][]float64{x, {1}}, func(*rdm.Settling) {}},
		"gap":          {[][]float64{x, {1, nan}}, func(*rdm.Settling) {}},
		"step":         {[][]float64{x}, func(s *rdm.Settling) { s.Step = -1 }},
		"half a check": {[][]float64{x}, func(s *rdm.Settling) { s.Checks = 1.5 }},
		"share":        {[][]float64{x}, func(s *rdm.Settling) { s.Share = 0 }},
		"level":        {[][]float64{x}, func(s *rdm.Settling) { s.Bootstrap.Level = 2 }},
	} {
		s := ok
		try.change(&s)
		if _, err := rdm.Rank(context.Background(), try.cols, true, s); err == nil {
			t.Errorf("%s: accepted", name)
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := rdm.Rank(ctx, [][]float64{x, x}, true, ok); !errors.Is(err, context.Canceled) {
		t.Errorf("Rank = %v; want context.Canceled", err)
	}
}

// BenchmarkRank ranks 12 policies over 10,000 futures at ten checkpoints with
// 1,000 replicates.
func BenchmarkRank(b *testing.B) {
	var cols [][]float64
	for k := range uint32(12) {
		cols = append(cols, normals(10000, k))
	}
	s := rdm.DefaultSettling()
	s.Bootstrap.Workers = 1
	for b.Loop() {
		rank(b, s, true, cols...)
	}
}
