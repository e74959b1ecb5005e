package rdm_test

import (
	"context"
	"slices"
	"testing"

	"github.com/shatterbelt/shatterbelt/rdm"
)

// tableOf builds a table of one uncertainty from figures by policy, outcome and
// future.
func tableOf(dim rdm.Dim, x []float64, outcomes []rdm.Outcome, y [][][]float64) *rdm.Table {
	policies := []string{"a", "b", "c"}[:len(y)]
	t := rdm.NewTable(bare{[]rdm.Dim{dim}, policies, outcomes}, len(x))
	c := &rdm.Chunk{N: len(x), Policies: len(y), Dims: 1, Outcomes: len(outcomes), X: x}
	for i := range x {
		for p := range y {
			for o := range outcomes {
				c.Y = append(c.Y, y[p][o][i])
			}
		}
	}
	if err := t.Chunk(c); err != nil {
		panic(err)
	}
	return t
}

func TestTableHoldsWhatWasRun(t *testing.T) {
	const n = 2345
	var chunks rdm.Fold[[]float64]
	chunks.Of = func(c *rdm.Chunk) []float64 { return c.Outputs(0, 1) }
	chunks.Merge = func(all, next []float64) []float64 { return append(all, next...) }
	tab := rdm.NewTable(granary{}, n)
	err := rdm.Run(context.Background(), granary{}, hypercube(n), n, 1, rdm.Tee{tab, &chunks}, rdm.Options{})
	if err != nil || tab.Len() != n {
		t.Fatalf("%d futures: %v", tab.Len(), err)
	}
	fed, spent := tab.Outcome(1, 0), tab.Outcome(1, 1)
	want := []float64{fed[0], spent[0], fed[1000], spent[1000], fed[2000], spent[2000]}
	if !slices.Equal(chunks.Value, want) {
		t.Errorf("table holds %v; the chunks %v", want, chunks.Value)
	}
	var f rdm.Future
	f.Seed, f.Index, f.X = 1, 1234, make([]float64, 2)
	hypercube(n).Future(1234, f.X)
	out := make([]float64, 2)
	_ = granary{}.Run(&f, 0, out)
	if tab.X(1)[1234] != f.X[1] || tab.Outcome(0, 0)[1234] != out[0] || tab.Outcome(0, 1)[1234] != out[1] {
		t.Error("future 1234 run alone differs from the table")
	}
}

func TestTableSelectAndWith(t *testing.T) {
	tab := tableOf(rdm.Dim{Name: "d", Max: 1}, []float64{0, 1},
		[]rdm.Outcome{{Name: "u", Higher: true}, {Name: "v"}},
		[][][]float64{{{1, 2}, {10, 20}}, {{3, 4}, {30, 40}}})
	sum := tab.With(rdm.Outcome{Name: "sum"}, func(y []float64) float64 { return y[0] + y[1] })
	picked := sum.Select(2, 0)
	if got := picked.Outcome(1, 0); !slices.Equal(got, []float64{33, 44}) {
		t.Errorf("sum of b = %v; want 33, 44", got)
	}
	if got := picked.Outcome(0, 1); !slices.Equal(got, []float64{1, 2}) {
		t.Errorf("u of a = %v; want 1, 2", got)
	}
	if len(tab.Outcomes()) != 2 {
		t.Error("With changed its table")
	}
	if i, ok := picked.OutcomeIndex("u"); !ok || i != 1 {
		t.Errorf("OutcomeIndex(u) = %d, %v", i, ok)
	}
}

func TestTableRefusesStrangeChunks(t *testing.T) {
	tab := rdm.NewTable(granary{}, 10)
	for name, c := range map[string]*rdm.Chunk{
		"not the next":  {First: 1000, N: 1, Policies: 2, Dims: 2, Outcomes: 2, X: make([]float64, 2), Y: make([]float64, 4)},
		"another shape": {N: 1, Policies: 1, Dims: 2, Outcomes: 2, X: make([]float64, 2), Y: make([]float64, 2)},
	} {
		if tab.Chunk(c) == nil {
			t.Errorf("%s: accepted", name)
		}
	}
}
