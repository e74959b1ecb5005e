package experiments

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/shatterbelt/shatterbelt/data/source"
)

// Condition says which experiments are of interest.
type Condition struct {
	Column string
	Op     string // "", or one of >=, <=, >, <, = and !=; "" is a column of 0 and 1
	Value  float64
	Label  string // what a column of names is compared with
}

// String writes the condition as it is read.
func (c Condition) String() string {
	switch {
	case c.Op == "":
		return c.Column
	case c.Label != "":
		return c.Column + " " + c.Op + " " + c.Label
	}
	return fmt.Sprintf("%s %s %g", c.Column, c.Op, c.Value)
}

// A ConditionError says what is wrong with a condition, and where in it.
type ConditionError struct {
	Text    string
	Column  int // from 1, in bytes
	Problem string
}

func (e *ConditionError) Error() string {
	return fmt.Sprintf("condition %q, column %d: %s", e.Text, e.Column, e.Problem)
}

// An AskError says that what is asked of a table cannot be.
type AskError struct{ Problem string }

func (e *AskError) Error() string { return e.Problem }

// operators in the order in which they are tried, longer ones first.
var operators = []string{">=", "<=", "!=", "==", ">", "<", "="}

// Where reads a condition on a column of the table: the name of a column of 0
// and 1, or a name, a comparison and a value, such as "cost <= 20" or
// "policy = hold". Names may hold blanks and signs of comparison; the longest
// name that is a column is meant. What is wrong is a [*ConditionError] or, for a
// name that is no column, a [*ColumnError].
func (t *Table) Where(text string) (Condition, error) {
	if name := strings.TrimSpace(text); t.index(name) >= 0 {
		return Condition{Column: name}, nil
	}
	column, at, op := t.split(text)
	if column == "" {
		if op == "" {
			return Condition{}, t.unknown(strings.TrimSpace(text))
		}
		return Condition{}, t.unknown(strings.TrimSpace(text[:at]))
	}
	from := at + len(op)
	value := strings.TrimSpace(text[from:])
	from += strings.Index(text[from:], value)
	wrong := func(format string, args ...any) error {
		return &ConditionError{text, from + 1, fmt.Sprintf(format, args...)}
	}
	if op == "==" {
		op = "="
	}
	if value == "" {
		return Condition{}, wrong("nothing after %s; want a value", op)
	}
	c := Condition{Column: column, Op: op}
	col, _ := t.Find(column)
	if col.Labels != nil {
		c.Label = strings.Trim(value, `"'`)
		switch {
		case op != "=" && op != "!=":
			return Condition{}, wrong("%s holds names, which only = and != compare", column)
		case !slices.Contains(col.Labels, c.Label):
			return Condition{}, wrong("%s is never %q; it is one of %s", column, c.Label, strings.Join(firsts(col.Labels, 10), ", "))
		}
		return c, nil
	}
	v, ok := number(value)
	if !ok || math.IsInf(v, 0) {
		return Condition{}, wrong("%q is no number", value)
	}
	c.Value = v
	return c, nil
}

// firsts are the first few of some names.
func firsts(names []string, most int) []string {
	if len(names) <= most {
		return names
	}
	return append(slices.Clone(names[:most]), "...")
}

// split finds the last sign of comparison that stands after the name of a
// column, or else the first there is.
func (t *Table) split(text string) (column string, at int, op string) {
	first, firstOp := -1, ""
	for i := 0; i < len(text); i++ {
		for _, o := range operators {
			if !strings.HasPrefix(text[i:], o) {
				continue
			}
			if first < 0 {
				first, firstOp = i, o
			}
			if name := strings.TrimSpace(text[:i]); t.index(name) >= 0 && len(name) > len(column) {
				column, at, op = name, i, o
			}
			i += len(o) - 1
			break
		}
	}
	if column == "" {
		return "", max(first, 0), firstOp
	}
	return column, at, op
}

// Holds returns for each experiment whether the condition holds. A missing cell
// is a [*GapError], and so, as a [*source.FileError], is a column that should be
// of 0 and 1 and is not.
func (t *Table) Holds(c Condition) ([]bool, error) {
	if err := t.Complete(c.Column); err != nil {
		return nil, err
	}
	col, err := t.Find(c.Column)
	if err != nil {
		return nil, err
	}
	value := c.Value
	if col.Labels != nil {
		if c.Op == "" {
			return nil, t.notTruth(c.Column, fmt.Sprintf("holds names such as %q", col.Labels[0]))
		}
		value = float64(slices.Index(col.Labels, c.Label))
	}
	holds := make([]bool, t.Rows)
	for i, v := range col.Values {
		if c.Op == "" && v != 0 && v != 1 {
			return nil, t.notTruth(c.Column, fmt.Sprintf("is %g in line %d", v, t.line(i)))
		}
		holds[i] = compare(v, c.Op, value)
	}
	return holds, nil
}

func (t *Table) notTruth(column, problem string) error {
	return &source.FileError{File: t.File, Line: 1, Column: t.index(column) + 1,
		Problem: fmt.Sprintf("%s %s, not 0 or 1", column, problem), Remedy: fmt.Sprintf("say which values count, such as --outcome '%s >= 0.8'", column)}
}

func compare(v float64, op string, with float64) bool {
	switch op {
	case ">=":
		return v >= with
	case "<=":
		return v <= with
	case ">":
		return v > with
	case "<":
		return v < with
	case "=":
		return v == with
	case "!=":
		return v != with
	}
	return v == 1
}
