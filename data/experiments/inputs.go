package experiments

import (
	"fmt"
	"math"
	"path"
	"slices"
	"strings"

	"github.com/shatterbelt/shatterbelt/rdm"
)

// LeftOut is a column that is no input, and why.
type LeftOut struct {
	Name string `json:"name"`
	Why  Reason `json:"why"`
}

// Reason says why a column is left out.
type Reason string

// The reasons.
const (
	Constant  Reason = "constant"   // it is the same everywhere
	RowNumber Reason = "row number" // it numbers the experiments
	Outcome   Reason = "outcome"    // the file says so, or it was asked for
	Unasked   Reason = "not asked"  // it was excluded
	ManyNames Reason = "many names" // nearly every experiment has a name of its own
	NoName    Reason = "no name"    // its header is empty
)

// numberNames are what workbenches call a column that numbers experiments or
// futures.
var numberNames = []string{"future", "scenario", "scenario_id", "experiment", "experiment_id", "run", "run_id", "row", "index", "id", "unnamed: 0"}

// Expand returns the columns that names stand for: a column, all from one to
// another as "growth..hazard", or all of a form as "peace_*". One that stands for
// nothing is a [*ColumnError].
func (t *Table) Expand(names []string) ([]string, error) {
	var out []string
	for _, name := range names {
		found, err := t.expand(name)
		if err != nil {
			return nil, err
		}
		out = append(out, found...)
	}
	return out, nil
}

func (t *Table) expand(name string) ([]string, error) {
	if t.index(name) >= 0 {
		return []string{name}, nil
	}
	var out []string
	if first, last, ok := strings.Cut(name, ".."); ok {
		from, to := t.index(first), t.index(last)
		switch {
		case from < 0:
			return nil, t.unknown(first)
		case to < 0:
			return nil, t.unknown(last)
		case from > to:
			return nil, &AskError{fmt.Sprintf("%s stands before %s, so %q holds no column; turn it round", last, first, name)}
		}
		for _, c := range t.Columns[from : to+1] {
			out = append(out, c.Name)
		}
		return out, nil
	}
	for _, c := range t.Columns {
		if ok, err := path.Match(name, c.Name); ok && err == nil {
			out = append(out, c.Name)
		}
	}
	if len(out) == 0 {
		return nil, t.unknown(name)
	}
	return out, nil
}

// Only returns the experiments in which every condition holds ([Table.Where]).
func (t *Table) Only(conditions []string) (*Table, error) {
	keep := slices.Repeat([]bool{true}, t.Rows)
	for _, text := range conditions {
		c, err := t.Where(text)
		if err != nil {
			return nil, err
		}
		holds, err := t.Holds(c)
		if err != nil {
			return nil, err
		}
		for i, yes := range holds {
			keep[i] = keep[i] && yes
		}
	}
	out := t.keep(keep)
	if out.Rows < 2 {
		return nil, &AskError{fmt.Sprintf("%s leaves %d experiments of %d; want at least two", strings.Join(conditions, " and "), out.Rows, t.Rows)}
	}
	return out, nil
}

// Inputs returns the columns to be searched as inputs. Only names them, if any
// are given; otherwise it is those that the file says are inputs or, where it
// says nothing, every column but the outcomes and those that number experiments.
// Columns that never vary, and those excluded, are left out in any case. No
// guess can tell an outcome from an input: name outcomes, or name inputs. Names
// are as [Table.Expand] reads them.
func (t *Table) Inputs(only, not, outcomes []string) (inputs []string, left []LeftOut, err error) {
	if only, err = t.Expand(only); err != nil {
		return nil, nil, err
	}
	if not, err = t.Expand(not); err != nil {
		return nil, nil, err
	}
	from := only
	if len(from) == 0 {
		from = t.Roles.Inputs
	}
	for k := range t.Columns {
		c := &t.Columns[k]
		if len(from) > 0 && !slices.Contains(from, c.Name) {
			continue
		}
		if why := t.reason(c, not, outcomes, len(from) > 0); why != "" {
			left = append(left, LeftOut{c.Name, why})
			continue
		}
		inputs = append(inputs, c.Name)
	}
	if len(inputs) == 0 {
		return nil, left, &AskError{"no column is left to be an input; name some that vary with --inputs"}
	}
	return inputs, left, nil
}

// reason says why a column is no input, or "".
func (t *Table) reason(c *Column, not, outcomes []string, named bool) Reason {
	_, isOutcome := t.Roles.Outcome(c.Name)
	switch {
	case slices.Contains(outcomes, c.Name) || isOutcome && !named:
		return Outcome
	case slices.Contains(not, c.Name):
		return Unasked
	case c.constant():
		return Constant
	case named:
		return ""
	case c.Name == "":
		return NoName
	case slices.Contains(numberNames, strings.ToLower(c.Name)) && c.whole(), c.Labels == nil && c.counts():
		return RowNumber
	case len(c.Labels) > t.Rows/2:
		return ManyNames
	}
	return ""
}

func (c *Column) constant() bool {
	for _, v := range c.Values {
		if v != c.Values[0] {
			return false
		}
	}
	return true
}

func (c *Column) whole() bool {
	return c.Labels == nil && !slices.ContainsFunc(c.Values, func(v float64) bool { return v != math.Trunc(v) })
}

// counts reports that a column counts from 0 or 1.
func (c *Column) counts() bool {
	for i, v := range c.Values {
		if v != float64(i)+c.Values[0] || i == 0 && v != 0 && v != 1 {
			return false
		}
	}
	return true
}

// Sample returns columns as inputs: values, kinds, and how to speak of them. A
// missing cell is a [*GapError].
func (t *Table) Sample(names []string) (x [][]float64, kinds []rdm.Kind, dims []rdm.Dim, err error) {
	if err := t.Complete(names...); err != nil {
		return nil, nil, nil, err
	}
	for _, name := range names {
		c, _ := t.Find(name)
		kind := rdm.Numeric
		if c.Labels != nil {
			kind = rdm.Categorical
		}
		x, kinds = append(x, c.Values), append(kinds, kind)
		dims = append(dims, rdm.Dim{Name: name, Min: slices.Min(c.Values), Max: slices.Max(c.Values), Default: slices.Min(c.Values)})
	}
	return x, kinds, dims, nil
}

// Naming returns what names the categories of inputs, for [rdm.Words].
func (t *Table) Naming(names []string) func(input int, v float64) string {
	return func(input int, v float64) string {
		c, err := t.Find(names[input])
		if err != nil || c.Labels == nil {
			return fmt.Sprintf("%g", v)
		}
		return c.Label(v)
	}
}
