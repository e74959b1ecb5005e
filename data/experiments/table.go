package experiments

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/shatterbelt/shatterbelt/ir"
)

// Column is one column of a table.
type Column struct {
	Name string
	// Values are by row, NaN where missing: numbers or, where there are Labels, the
	// places of the names in them.
	Values []float64
	// Labels are the names of a column of names, in order of the alphabet; nil for
	// numbers.
	Labels []string

	gap place // of the first missing cell; no line if there is none
}

// place is a cell of a file, from 1.
type place struct{ line, column int }

// Label is the name behind a value of a column of names.
func (c *Column) Label(v float64) string {
	if v >= 0 && int(v) < len(c.Labels) {
		return c.Labels[int(v)]
	}
	return ""
}

// Table is experiments, one a row.
type Table struct {
	File    string
	Rows    int
	Columns []Column
	Roles   Roles

	lines []int // by row the line it stands in; nil where lines are rows
}

// line returns where a row stands in the file.
func (t *Table) line(row int) int {
	if t.lines == nil {
		return row + 1
	}
	return t.lines[row]
}

// Roles say what the columns of a table are, where the file says so.
type Roles struct {
	Future   string        `json:"future"`
	Policy   string        `json:"policy"`
	Inputs   []string      `json:"inputs"`
	Outcomes []OutcomeRole `json:"outcomes"`
}

// OutcomeRole says what an outcome is.
type OutcomeRole struct {
	Name   string `json:"name"`
	Unit   string `json:"unit"`
	Higher bool   `json:"higher"` // more is better
}

// Outcome returns the role of a column as an outcome.
func (r Roles) Outcome(name string) (OutcomeRole, bool) {
	i := slices.IndexFunc(r.Outcomes, func(o OutcomeRole) bool { return o.Name == name })
	if i < 0 {
		return OutcomeRole{}, false
	}
	return r.Outcomes[i], true
}

// A ColumnError says that a table has no such column.
type ColumnError struct {
	File, Name string
	Near       string   // the name that comes nearest, "" for none
	Names      []string // those there are
}

func (e *ColumnError) Error() string {
	if e.Near != "" {
		return fmt.Sprintf("%s: there is no column %q; did you mean %q?", e.File, e.Name, e.Near)
	}
	return fmt.Sprintf("%s: there is no column %q; the columns are %s", e.File, e.Name, strings.Join(e.Names, ", "))
}

// Find returns the column of a name; a missing one is a [*ColumnError].
func (t *Table) Find(name string) (*Column, error) {
	at := t.index(name)
	if at < 0 {
		return nil, t.unknown(name)
	}
	return &t.Columns[at], nil
}

// groups numbers the experiments of one future, so that they stay together when
// experiments are resampled; nil where the table does not tell.
func (t *Table) groups() []int32 {
	name := t.Roles.Future
	for _, usual := range usualFutures {
		for _, c := range t.Columns {
			if name == "" && strings.EqualFold(c.Name, usual) {
				name = c.Name
			}
		}
	}
	c, err := t.Find(name)
	if err != nil || slices.ContainsFunc(c.Values, math.IsNaN) {
		return nil
	}
	of, number := make([]int32, t.Rows), make(map[float64]int32)
	for i, v := range c.Values {
		g, ok := number[v]
		if !ok {
			g = int32(len(number))
			number[v] = g
		}
		of[i] = g
	}
	return of
}

func (t *Table) index(name string) int {
	return slices.IndexFunc(t.Columns, func(c Column) bool { return c.Name == name })
}

func (t *Table) unknown(name string) error {
	e := &ColumnError{File: t.File, Name: name}
	edits := max(1, len(name)/3) + 1
	for _, c := range t.Columns {
		e.Names = append(e.Names, c.Name)
		if d := ir.Edits(strings.ToLower(name), strings.ToLower(c.Name)); d < edits {
			e.Near, edits = c.Name, d
		}
	}
	return e
}

// A GapError says that a cell which an analysis needs is missing.
type GapError struct {
	File         string
	Line, Column int // from 1; Line is the row of a Parquet file
	Name         string
	Rows         int // how many cells of the column are missing
}

func (e *GapError) Error() string {
	return fmt.Sprintf("%s:%d:%d: %s is missing here, and in %d rows in all; fill it in, or leave such rows out with --drop-missing",
		e.File, e.Line, e.Column, e.Name, e.Rows)
}

// Complete reports the first missing cell of some columns as a [*GapError].
func (t *Table) Complete(names ...string) error {
	for _, name := range names {
		c, err := t.Find(name)
		if err != nil {
			return err
		}
		if c.gap.line > 0 {
			gaps := 0
			for _, v := range c.Values {
				if math.IsNaN(v) {
					gaps++
				}
			}
			return &GapError{t.File, c.gap.line, c.gap.column, name, gaps}
		}
	}
	return nil
}

// Drop returns the table without the rows in which one of some columns is
// missing, and how many those were.
func (t *Table) Drop(names ...string) (*Table, int, error) {
	keep := make([]bool, t.Rows)
	for i := range keep {
		keep[i] = true
	}
	for _, name := range names {
		c, err := t.Find(name)
		if err != nil {
			return nil, 0, err
		}
		for i, v := range c.Values {
			keep[i] = keep[i] && !math.IsNaN(v)
		}
	}
	out := t.keep(keep)
	return out, t.Rows - out.Rows, nil
}

// dropFutures leaves out every future in which some policy misses something.
func (t *Table) dropFutures(future string, names []string) (*Table, int, error) {
	if future == "" {
		return nil, 0, &AskError{"--drop-missing leaves out whole futures, and no column tells them apart; name one with --future"}
	}
	of, err := t.Find(future)
	if err != nil {
		return nil, 0, err
	}
	bad := make(map[float64]bool)
	for _, name := range names {
		c, err := t.Find(name)
		if err != nil {
			return nil, 0, err
		}
		for i, v := range c.Values {
			if math.IsNaN(v) {
				bad[of.Values[i]] = true
			}
		}
	}
	keep := make([]bool, t.Rows)
	for i, v := range of.Values {
		keep[i] = !math.IsNaN(v) && !bad[v]
	}
	out := t.keep(keep)
	return out, t.Rows - out.Rows, nil
}

// keep returns the table of some rows.
func (t *Table) keep(rows []bool) *Table {
	out := &Table{File: t.File, Roles: t.Roles}
	for _, c := range t.Columns {
		kept := Column{Name: c.Name, Labels: c.Labels, gap: c.gap}
		for i, v := range c.Values {
			if rows[i] {
				kept.Values = append(kept.Values, v)
			}
		}
		if !slices.ContainsFunc(kept.Values, math.IsNaN) {
			kept.gap = place{}
		}
		out.Columns = append(out.Columns, kept)
		out.Rows = len(kept.Values)
	}
	for i, kept := range rows {
		if kept {
			out.lines = append(out.lines, t.line(i))
		}
	}
	return out
}
