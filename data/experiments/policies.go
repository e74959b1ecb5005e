package experiments

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/rdm"
)

// Policies turns a long table, one row for each policy in each future, into a
// table of runs. Futures are told apart by a column or, where its name is "", by
// their order within a policy. Every policy must have every future once, and no
// outcome may be missing. The uncertainties stay behind.
func (t *Table) Policies(policy, future string, outcomes []rdm.Outcome) (*rdm.Table, error) {
	need := []string{policy}
	if future != "" {
		need = append(need, future)
	}
	for _, o := range outcomes {
		need = append(need, o.Name)
	}
	if err := t.Complete(need...); err != nil {
		return nil, err
	}
	p, err := t.Find(policy)
	if err != nil {
		return nil, err
	}
	groups, names := group(p)
	var cols [][]float64
	for _, o := range outcomes {
		c, _ := t.Find(o.Name)
		if c.Labels != nil {
			return nil, &source.FileError{File: t.File, Line: 1, Column: t.index(o.Name) + 1, Problem: fmt.Sprintf("outcome %s holds names", o.Name), Remedy: "name a column of numbers"}
		}
		cols = append(cols, c.Values)
	}
	if err := t.align(groups, names, future); err != nil {
		return nil, err
	}
	run := rdm.NewTable(shape{names, outcomes}, len(groups[0]))
	for first := 0; first < len(groups[0]); first += rdm.ChunkSize {
		c := rdm.Chunk{First: first, N: min(rdm.ChunkSize, len(groups[0])-first), Policies: len(names), Outcomes: len(outcomes)}
		for i := first; i < first+c.N; i++ {
			for _, rows := range groups {
				for _, col := range cols {
					c.Y = append(c.Y, col[rows[i]])
				}
			}
		}
		if err := run.Chunk(&c); err != nil {
			return nil, err
		}
	}
	return run, nil
}

// group returns the rows of each policy, policies in order of appearance.
func group(p *Column) (rows [][]int, names []string) {
	at := make(map[float64]int)
	for i, v := range p.Values {
		k, ok := at[v]
		if !ok {
			k = len(rows)
			at[v] = k
			name := fmt.Sprintf("%g", v)
			if p.Labels != nil {
				name = p.Label(v)
			}
			rows, names = append(rows, nil), append(names, name)
		}
		rows[k] = append(rows[k], i)
	}
	return rows, names
}

// align puts the rows of every policy in the order of the futures and checks
// that all have the same.
func (t *Table) align(groups [][]int, names []string, future string) error {
	wrong := func(row int, format string, args ...any) error {
		return &source.FileError{File: t.File, Line: t.line(row), Column: 1, Problem: fmt.Sprintf(format, args...), Remedy: "give every policy the same futures, each once"}
	}
	var of []float64
	if future != "" {
		c, err := t.Find(future)
		if err != nil {
			return err
		}
		of = c.Values
		for g, rows := range groups {
			slices.SortStableFunc(rows, func(a, b int) int { return cmp.Compare(of[a], of[b]) })
			for k := 1; k < len(rows); k++ {
				if of[rows[k]] == of[rows[k-1]] {
					return wrong(rows[k], "policy %s has a future twice", names[g])
				}
			}
		}
	}
	for g, rows := range groups {
		if len(rows) != len(groups[0]) {
			return wrong(rows[len(rows)-1], "policy %s has %d futures and %s %d", names[g], len(rows), names[0], len(groups[0]))
		}
		for k, row := range rows {
			if len(of) > 0 && of[row] != of[groups[0][k]] && !math.IsNaN(of[row]) {
				return wrong(row, "policy %s has a future that %s has not", names[g], names[0])
			}
		}
	}
	return nil
}

// shape is a model in name only: it says what a table of runs holds.
type shape struct {
	policies []string
	outcomes []rdm.Outcome
}

// Dims implements [rdm.Model]: the uncertainties stay behind.
func (s shape) Dims() []rdm.Dim { return nil }

// Policies implements [rdm.Model].
func (s shape) Policies() []string { return s.policies }

// Outcomes implements [rdm.Model].
func (s shape) Outcomes() []rdm.Outcome { return s.outcomes }

// NewWorker implements [rdm.Model]: what is in name only does not run.
func (s shape) NewWorker() rdm.Worker { return nil }
