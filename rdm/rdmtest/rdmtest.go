// Package rdmtest tests that a model keeps the promises the runner rests on.
//
// A model that passes gives the same results in any order, on any number of
// workers and for any choice of policies, and allocates nothing while it runs.
package rdmtest

import (
	"context"
	"io"
	"math"
	"slices"
	"testing"

	"github.com/shatterbelt/shatterbelt/rdm"
)

const (
	seed    = 20260101
	futures = 1200 // over one chunk, so that workers share the run
	sample  = 60   // futures also run one by one
)

// Run tests a model under every policy in futures spread over its ranges.
func Run(t *testing.T, m rdm.Model) {
	t.Helper()
	Results(t, m)
	design := rdm.LatinHypercube{Seed: seed, N: futures, Dims: m.Dims()}
	t.Run("allocations", func(t *testing.T) { checkAllocations(t, m, design) })
}

// Results tests all that Run does but allocations: a model that talks to a program
// cannot do without.
func Results(t *testing.T, m rdm.Model) {
	t.Helper()
	if err := rdm.CheckDims(m.Dims()); err != nil {
		t.Fatal(err)
	}
	design := rdm.LatinHypercube{Seed: seed, N: futures, Dims: m.Dims()}
	t.Run("names", func(t *testing.T) { checkNames(t, m) })
	t.Run("workers", func(t *testing.T) { checkWorkers(t, m, design) })
	t.Run("order", func(t *testing.T) { checkOrder(t, m, design) })
	if l, ok := m.(rdm.Levered); ok {
		t.Run("levers", func(t *testing.T) { checkLevers(t, l) })
	}
}

func checkLevers(t *testing.T, m rdm.Levered) {
	if err := rdm.CheckDims(m.Levers()); err != nil {
		t.Error(err)
	}
	for p, name := range m.Policies() {
		setting := m.Setting(p)
		if len(setting) != len(m.Levers()) {
			t.Errorf("%s sets %d levers; the model has %d", name, len(setting), len(m.Levers()))
			continue
		}
		for k, v := range setting {
			if l := m.Levers()[k]; !(l.Min <= v && v <= l.Max) {
				t.Errorf("%s sets %s to %v; want %v to %v", name, l.Name, v, l.Min, l.Max)
			}
		}
	}
}

func checkNames(t *testing.T, m rdm.Model) {
	names := make(map[string]bool)
	for _, o := range m.Outcomes() {
		if o.Name == "" || names[o.Name] {
			t.Errorf("outcome %q has no name of its own", o.Name)
		}
		names[o.Name] = true
	}
	clear(names)
	for _, p := range m.Policies() {
		if p == "" || names[p] {
			t.Errorf("policy %q has no name of its own", p)
		}
		names[p] = true
	}
}

func checkWorkers(t *testing.T, m rdm.Model, d rdm.LatinHypercube) {
	var want *rdm.Table
	for _, workers := range []int{1, 3} {
		got, err := rdm.Collect(context.Background(), m, d, d.N, seed, rdm.Options{Workers: workers})
		if err != nil {
			t.Fatal(err)
		}
		if want == nil {
			want = got
			continue
		}
		for p, policy := range m.Policies() {
			for o, outcome := range m.Outcomes() {
				if !same(got.Outcome(p, o), want.Outcome(p, o)) {
					t.Errorf("%s under %s depends on the number of workers", outcome.Name, policy)
				}
			}
		}
	}
}

// checkOrder runs the same experiments forwards and, with a worker of its own,
// backwards.
func checkOrder(t *testing.T, m rdm.Model, d rdm.LatinHypercube) {
	there, back := m.NewWorker(), m.NewWorker()
	defer shut(there)
	defer shut(back)
	policies := m.Policies()
	want := make([][]float64, sample*len(policies))
	for k := range want {
		want[k] = experiment(t, m, d, there, k/len(policies), k%len(policies))
	}
	for k := len(want) - 1; k >= 0; k-- {
		i, p := k/len(policies), k%len(policies)
		if got := experiment(t, m, d, back, i, p); !same(got, want[k]) {
			t.Fatalf("%s in future %d gives %v, and in another order %v", policies[p], i, want[k], got)
		}
	}
}

func shut(w rdm.Worker) {
	if c, ok := w.(io.Closer); ok {
		_ = c.Close()
	}
}

func experiment(t *testing.T, m rdm.Model, d rdm.LatinHypercube, w rdm.Worker, future, policy int) []float64 {
	t.Helper()
	f := rdm.Future{Seed: seed, Index: future, X: make([]float64, len(d.Dims))}
	d.Future(future, f.X)
	before := slices.Clone(f.X)
	out := slices.Repeat([]float64{math.NaN()}, len(m.Outcomes()))
	if err := w.Run(&f, policy, out); err != nil {
		t.Fatal(err)
	}
	if !same(f.X, before) || f.Index != future || f.Seed != seed {
		t.Fatalf("policy %d changed future %d", policy, future)
	}
	return out
}

func checkAllocations(t *testing.T, m rdm.Model, d rdm.LatinHypercube) {
	w := m.NewWorker()
	f := rdm.Future{Seed: seed, X: make([]float64, len(d.Dims))}
	out := make([]float64, len(m.Outcomes()))
	for p, policy := range m.Policies() {
		i := 0
		n := testing.AllocsPerRun(20, func() {
			f.Index = i
			d.Future(i, f.X)
			if err := w.Run(&f, p, out); err != nil {
				t.Fatal(err)
			}
			i++
		})
		if n != 0 {
			t.Errorf("%s: %v allocations a run; want none", policy, n)
		}
	}
}

// same compares bit for bit, except that one NaN is as good as another.
func same(a, b []float64) bool {
	return slices.EqualFunc(a, b, func(x, y float64) bool {
		return x == y || math.IsNaN(x) && math.IsNaN(y)
	})
}
