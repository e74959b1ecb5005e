package experiments

import (
	"fmt"
	"math"
	"slices"

	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/rdm"
)

// Futures reads the rows of the table as futures of a model: every column is the
// uncertainty of its name, of a choice by the names of its options or their places
// from 0. Uncertainties without a column keep their default. What is wrong is a
// [*source.FileError].
func (t *Table) Futures(dims []rdm.Dim) ([][]float64, error) {
	out := make([][]float64, t.Rows)
	for i := range out {
		out[i] = make([]float64, len(dims))
		for d, dim := range dims {
			out[i][d] = dim.Default
		}
	}
	for k := range t.Columns {
		d, err := t.dimOf(dims, t.Columns[k].Name, place{1, k + 1})
		if err != nil {
			return nil, err
		}
		for i := range out {
			if out[i][d], err = t.valueOf(dims[d], i, k); err != nil {
				return nil, err
			}
		}
	}
	return out, nil
}

// dimOf finds the uncertainty of a name.
func (t *Table) dimOf(dims []rdm.Dim, name string, at place) (int, error) {
	if d := slices.IndexFunc(dims, func(d rdm.Dim) bool { return d.Name == name }); d >= 0 {
		return d, nil
	}
	return 0, t.fault(at, fmt.Sprintf("the model has no uncertainty %q", name), "did you mean "+NearestDim(dims, name)+"?")
}

// NearestDim is the name of an uncertainty that comes nearest to a text.
func NearestDim(dims []rdm.Dim, text string) string {
	if len(dims) == 0 {
		return ""
	}
	return slices.MinFunc(dims, func(a, b rdm.Dim) int { return ir.Edits(text, a.Name) - ir.Edits(text, b.Name) }).Name
}

func (t *Table) fault(at place, problem, remedy string) error {
	return &source.FileError{File: t.File, Line: at.line, Column: at.column, Problem: problem, Remedy: remedy}
}

// valueOf is the value of an uncertainty in a row.
func (t *Table) valueOf(d rdm.Dim, row, column int) (float64, error) {
	c, at := &t.Columns[column], place{t.line(row), column + 1}
	v := c.Values[row]
	want := fmt.Sprintf("want %g to %g %s", d.Min, d.Max, d.Unit)
	if len(d.Options) > 0 {
		want = fmt.Sprintf("want one of %q", d.Options)
	}
	switch {
	case math.IsNaN(v):
		return 0, t.fault(at, d.Name+" is missing", want)
	case c.Labels != nil:
		k := slices.Index(d.Options, c.Label(v))
		if k < 0 {
			return 0, t.fault(at, fmt.Sprintf("%s is %q", d.Name, c.Label(v)), want)
		}
		return float64(k), nil
	case v < d.Min || v > d.Max || len(d.Options) > 0 && v != math.Trunc(v):
		return 0, t.fault(at, fmt.Sprintf("%s is %g", d.Name, v), want)
	}
	return v, nil
}

// Ranks reads the table as rank correlations of a model's uncertainties: the first
// column names one, and each other column holds its correlations with the one that
// its header names. Rows and columns name the same; uncertainties that are not named
// are independent. What is wrong is a [*source.FileError] or, where no uncertainties
// can be correlated so, a [*rdm.CorrelationError] of the design.
func (t *Table) Ranks(dims []rdm.Dim) ([][]float64, error) {
	out := make([][]float64, len(dims))
	for d := range out {
		out[d] = make([]float64, len(dims))
		out[d][d] = 1
	}
	if len(t.Columns) != t.Rows+1 || t.Columns[0].Labels == nil {
		return nil, t.fault(place{1, 1}, fmt.Sprintf("%d rows and %d columns are no correlations", t.Rows, len(t.Columns)),
			"give a first column of names, and a column for each name beside it")
	}
	names, err := t.dimsOf(dims)
	if err != nil {
		return nil, err
	}
	for i := range t.Rows {
		name := t.Columns[0].Label(t.Columns[0].Values[i])
		for k := range t.Columns[1:] {
			c, at := &t.Columns[k+1], place{t.line(i), k + 2}
			v := c.Values[i]
			if c.Labels != nil || !(v >= -1 && v <= 1) || c.Name == name && v != 1 {
				return nil, t.fault(at, fmt.Sprintf("the correlation of %s with %s is no number from -1 to 1, or not 1 with itself", name, c.Name), "correct it")
			}
			if other, ok := t.cell(c.Name, name); !ok || other != v {
				return nil, t.fault(at, fmt.Sprintf("%s with %s is %g here and not the other way round", name, c.Name, v), "give both alike")
			}
			out[names[name]][names[c.Name]] = v
		}
	}
	return out, nil
}

// dimsOf are the places of the uncertainties that the first column and the header
// name.
func (t *Table) dimsOf(dims []rdm.Dim) (map[string]int, error) {
	out := map[string]int{}
	for i, v := range t.Columns[0].Values {
		name := t.Columns[0].Label(v)
		d, err := t.dimOf(dims, name, place{t.line(i), 1})
		if err != nil {
			return nil, err
		}
		out[name] = d
	}
	for k, c := range t.Columns[1:] {
		d, err := t.dimOf(dims, c.Name, place{1, k + 2})
		if err != nil {
			return nil, err
		}
		out[c.Name] = d
	}
	return out, nil
}

// cell is the number in the row that the first column names and the column of a
// header.
func (t *Table) cell(row, column string) (float64, bool) {
	c, err := t.Find(column)
	if err != nil {
		return 0, false
	}
	for i, v := range t.Columns[0].Values {
		if t.Columns[0].Label(v) == row {
			return c.Values[i], true
		}
	}
	return 0, false
}
