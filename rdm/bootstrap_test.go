package rdm_test

import (
	"context"
	"errors"
	"math"
	"slices"
	"testing"

	"github.com/shatterbelt/shatterbelt/rdm"
)

var ninety = rdm.Bootstrap{Level: 0.9, Seed: 4}

func normals(n int, actor uint32) []float64 {
	x := make([]float64, n)
	for i := range x {
		x[i] = rdm.Normal(1, i, 0, 0, actor)
	}
	return x
}

// For the mean of n draws with deviation s the 90 % interval is close to
// 1.645 s/sqrt(n) either way.
func TestBootstrapMeanAgreesWithTheory(t *testing.T) {
	const n = 4000
	x := normals(n, 0)
	all, err := ninety.Means(context.Background(), x, normals(n, 1))
	if err != nil {
		t.Fatal(err)
	}
	m := rdm.MomentsOf(x)
	half := 1.645 * math.Sqrt(m.Variance()/n)
	within(t, "mean", all[0].Value, m.Mean, 1e-12)
	within(t, "lower bound", all[0].Low, m.Mean-half, 0.12*half)
	within(t, "upper bound", all[0].High, m.Mean+half, 0.12*half)
}

// Of many intervals about nine in ten hold the true value. Binomial with 400
// trials: five standard errors are 0.075.
func TestBootstrapCoverage(t *testing.T) {
	const trials = 400
	held := 0.0
	for k := range uint32(trials) {
		all, err := rdm.Bootstrap{Level: 0.9, Seed: uint64(k), Replicates: 400}.Means(context.Background(), normals(200, k))
		if err != nil {
			t.Fatal(err)
		}
		if !all[0].Excludes(0) {
			held++
		}
	}
	within(t, "coverage", held/trials, 0.9, 0.075)
}

// The true mean of the worst tenth of a standard normal is -1.755.
func TestBootstrapWorstMean(t *testing.T) {
	x := normals(10000, 0)
	all, err := ninety.WorstMeans(context.Background(), 0.1, true, x)
	if err != nil {
		t.Fatal(err)
	}
	within(t, "worst tenth", all[0].Value, rdm.WorstMean(x, 0.1, true), 1e-12)
	if all[0].Excludes(-1.755) || all[0].High-all[0].Low > 0.1 {
		t.Errorf("interval %+v; want one around -1.755", all[0])
	}
}

// Two policies that share nearly all their luck differ clearly, though their
// own intervals overlap.
func TestBootstrapIsPaired(t *testing.T) {
	one := normals(2000, 0)
	other := make([]float64, len(one))
	for i, v := range one {
		other[i] = v - 0.01 - 0.05*rdm.Normal(2, i, 0, 0, 0)
	}
	own, err := ninety.Means(context.Background(), one, other)
	if err != nil {
		t.Fatal(err)
	}
	gap, err := ninety.Difference(context.Background(), one, other)
	if err != nil || !gap.Excludes(0) || own[0].Low > own[1].High {
		t.Errorf("difference %+v of %+v and %+v: %v", gap, own[0], own[1], err)
	}
	none, _ := ninety.Difference(context.Background(), one, one)
	if none.Excludes(0) || none.High != none.Low {
		t.Errorf("difference from itself is %+v; want 0 without doubt", none)
	}
}

func TestBootstrapIsTheSameForAnyWorkers(t *testing.T) {
	cols := [][]float64{normals(777, 0), normals(777, 1), normals(777, 2), normals(777, 3), normals(777, 4)}
	var want []rdm.Interval
	for _, workers := range []int{1, 2, 5} {
		b := ninety
		b.Workers = workers
		means, err := b.Means(context.Background(), cols...)
		if err != nil {
			t.Fatal(err)
		}
		worst, err := b.WorstMeans(context.Background(), 0.07, false, cols...)
		if err != nil {
			t.Fatal(err)
		}
		got := append(means, worst...)
		if want == nil {
			want = got
		}
		if !slices.Equal(got, want) {
			t.Errorf("%d workers: %v; one gives %v", workers, got, want)
		}
	}
}

// A column gives the same interval alone as beside others.
func TestBootstrapColumnsDoNotMix(t *testing.T) {
	cols := [][]float64{normals(300, 0), normals(300, 1), normals(300, 2), normals(300, 3), normals(300, 4)}
	together, _ := ninety.Means(context.Background(), cols...)
	for k, col := range cols {
		if alone, _ := ninety.Means(context.Background(), col); alone[0] != together[k] {
			t.Errorf("column %d alone %+v; together %+v", k, alone[0], together[k])
		}
	}
}

func TestBootstrapEdges(t *testing.T) {
	ctx := context.Background()
	all, err := ninety.Means(ctx, []float64{3, 3, 3, 3})
	if err != nil || all[0] != (rdm.Interval{Value: 3, Low: 3, High: 3}) {
		t.Errorf("constant: %+v, %v", all, err)
	}
	if all, err = ninety.Means(ctx, []float64{1, nan, 2}); err != nil || !math.IsNaN(all[0].Value) || !math.IsNaN(all[0].High) {
		t.Errorf("gap: %+v, %v; want NaN", all, err)
	}
	if all, err = ninety.WorstMeans(ctx, 0.1, true, []float64{5}); err != nil || all[0].Value != 5 {
		t.Errorf("one future: %+v, %v", all, err)
	}
	if all, err = ninety.Means(ctx); err != nil || len(all) != 0 {
		t.Errorf("no columns: %+v, %v", all, err)
	}
	for name, try := range map[string]func() error{
		"level":      func() error { _, err := rdm.Bootstrap{Level: 1}.Means(ctx, []float64{1}); return err },
		"replicates": func() error { _, err := rdm.Bootstrap{Level: 0.9, Replicates: 1}.Means(ctx, []float64{1}); return err },
		"no futures": func() error { _, err := ninety.Means(ctx, nil); return err },
		"lengths":    func() error { _, err := ninety.Means(ctx, []float64{1}, []float64{1, 2}); return err },
		"pairs":      func() error { _, err := ninety.Difference(ctx, []float64{1}, []float64{1, 2}); return err },
	} {
		if try() == nil {
			t.Errorf("%s: accepted", name)
		}
	}
}

func TestBootstrapStopsWhenCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := ninety.Means(ctx, normals(100, 0)); !errors.Is(err, context.Canceled) {
		t.Errorf("Means = %v; want context.Canceled", err)
	}
}
