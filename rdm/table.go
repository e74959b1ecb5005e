package rdm

import (
	"context"
	"fmt"
	"slices"
)

// Table holds the results of a run in memory, one column for each uncertainty
// and one for each outcome of each policy. It is a [Sink].
type Table struct {
	dims     []Dim
	policies []string
	outcomes []Outcome
	n        int
	x        [][]float64   // by dim
	y        [][][]float64 // by policy and outcome
}

// NewTable returns an empty table with room for n futures of a model.
func NewTable(m Model, n int) *Table {
	t := &Table{
		dims: slices.Clone(m.Dims()), policies: slices.Clone(m.Policies()), outcomes: slices.Clone(m.Outcomes()),
	}
	t.x = columns(len(t.dims), n)
	t.y = make([][][]float64, len(t.policies))
	for p := range t.y {
		t.y[p] = columns(len(t.outcomes), n)
	}
	return t
}

func columns(k, n int) [][]float64 {
	cols := make([][]float64, k)
	for i := range cols {
		cols[i] = make([]float64, 0, n)
	}
	return cols
}

// Collect runs a model as [Run] does and returns all results in a table.
func Collect(ctx context.Context, m Model, d Design, n int, seed uint64, opt Options) (*Table, error) {
	t := NewTable(m, max(n, 0))
	if err := Run(ctx, m, d, n, seed, t, opt); err != nil {
		return nil, err
	}
	return t, nil
}

// Chunk appends the futures of a chunk, which must be the next.
func (t *Table) Chunk(c *Chunk) error {
	if c.First != t.n {
		return fmt.Errorf("rdm: table holds %d futures and was given a chunk from %d; want the next", t.n, c.First)
	}
	if c.Dims != len(t.dims) || c.Policies != len(t.policies) || c.Outcomes != len(t.outcomes) {
		return fmt.Errorf("rdm: chunk of %d uncertainties, %d policies and %d outcomes; the table has %d, %d and %d",
			c.Dims, c.Policies, c.Outcomes, len(t.dims), len(t.policies), len(t.outcomes))
	}
	for d := range t.x {
		t.x[d] = appendStrided(t.x[d], c.X, d, c.Dims)
	}
	for p := range t.y {
		for o := range t.y[p] {
			t.y[p][o] = appendStrided(t.y[p][o], c.Y, p*c.Outcomes+o, c.Policies*c.Outcomes)
		}
	}
	t.n += c.N
	return nil
}

func appendStrided(col, from []float64, at, stride int) []float64 {
	for ; at < len(from); at += stride {
		col = append(col, from[at])
	}
	return col
}

// Len returns the number of futures held.
func (t *Table) Len() int { return t.n }

// Dims returns the uncertainties. Like all that a table returns, they are not
// to be changed.
func (t *Table) Dims() []Dim { return t.dims }

// Policies returns the names of the policies.
func (t *Table) Policies() []string { return t.policies }

// Outcomes returns the outcomes.
func (t *Table) Outcomes() []Outcome { return t.outcomes }

// X returns the values of an uncertainty, by future.
func (t *Table) X(dim int) []float64 { return t.x[dim] }

// Outcome returns the values of an outcome under a policy, by future.
func (t *Table) Outcome(policy, outcome int) []float64 { return t.y[policy][outcome] }

// OutcomeIndex returns the place of the outcome of a name.
func (t *Table) OutcomeIndex(name string) (int, bool) {
	i := slices.IndexFunc(t.outcomes, func(o Outcome) bool { return o.Name == name })
	return i, i >= 0
}

// Select returns a table of some outcomes in the order given, sharing their
// columns: the headline outcomes without the diagnostics, say.
func (t *Table) Select(outcomes ...int) *Table {
	s := &Table{dims: t.dims, policies: t.policies, n: t.n, x: t.x}
	for _, o := range outcomes {
		s.outcomes = append(s.outcomes, t.outcomes[o])
	}
	s.y = make([][][]float64, len(t.y))
	for p := range t.y {
		for _, o := range outcomes {
			s.y[p] = append(s.y[p], t.y[p][o])
		}
	}
	return s
}

// With returns a table with one more outcome, which f makes from the outcomes
// of a run in their order. f must not keep its argument.
func (t *Table) With(o Outcome, f func(y []float64) float64) *Table {
	w := &Table{dims: t.dims, policies: t.policies, n: t.n, x: t.x}
	w.outcomes = append(slices.Clone(t.outcomes), o)
	w.y = make([][][]float64, len(t.y))
	row := make([]float64, len(t.outcomes))
	for p := range t.y {
		col := make([]float64, t.n)
		for i := range col {
			for k := range row {
				row[k] = t.y[p][k][i]
			}
			col[i] = f(row)
		}
		w.y[p] = append(slices.Clone(t.y[p]), col)
	}
	return w
}
