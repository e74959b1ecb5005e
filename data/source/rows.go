package source

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
)

// Value is one cell as stored. A missing value is null, whatever its type.
type Value struct {
	Text  string
	Int   int64
	Float float64
	Null  bool
}

// Rows reads a part by a layout: each record typed, in the order of the file.
type Rows struct {
	part    Part
	layout  *Layout
	records Records
	columns []Column
	codes   [][]string // marks of missing values by column
	row     []Value
	done    int64
}

// Read opens the rows of a part.
func (m Match) Read(p Part) (*Rows, error) {
	records, err := p.open(m.Layout)
	if err != nil {
		return nil, err
	}
	r := &Rows{part: p, layout: m.Layout, records: records}
	if err := r.header(); err != nil {
		_ = records.Close()
		return nil, err
	}
	return r, nil
}

// header reads on to the header and types its columns.
func (r *Rows) header() error {
	names := r.layout.Names
	for n := 0; names == nil; n++ {
		cells, err := r.records.Next()
		if errors.Is(err, io.EOF) || n > headRows {
			return &FileError{r.part.Name(), 1, 1, "there is no header", "give the table with its header line"}
		}
		if err != nil {
			return err
		}
		if r.layout.isHeader(cells) {
			names = slices.Clone(cells)
		}
	}
	taken := map[string]bool{}
	for i, name := range names {
		name = strings.TrimSpace(name)
		c := r.layout.column(name)
		if c.Name == "" {
			c.Name = fmt.Sprintf("column_%d", i+1)
		}
		for n, base := 2, c.Name; taken[c.Name]; n++ {
			c.Name = fmt.Sprintf("%s_%d", base, n)
		}
		taken[c.Name] = true
		r.columns = append(r.columns, c)
		r.codes = append(r.codes, append(slices.Clone(missing), c.Missing...))
	}
	for _, c := range r.layout.Columns {
		if !c.Optional && !slices.ContainsFunc(r.columns, func(h Column) bool { return folded(h.Name) == folded(c.Name) }) {
			return &FileError{r.part.Name(), 1, 1, fmt.Sprintf("there is no column %q", c.Name), "give the file as published"}
		}
	}
	r.row = make([]Value, len(r.columns))
	return nil
}

// column is what the layout says of a column of a name.
func (l *Layout) column(name string) Column {
	for _, c := range l.Columns {
		if folded(c.Name) == folded(name) {
			c.Name = name
			return c
		}
	}
	if l.Other != nil {
		if c, ok := l.Other(name); ok {
			if c.Name == "" {
				c.Name = name
			}
			return c
		}
	}
	return Column{Name: name}
}

// Columns lists the columns of the rows. Two of one name, and one without a
// name, get a name of their own.
func (r *Rows) Columns() []Column { return r.columns }

// Close closes the file.
func (r *Rows) Close() error { return r.records.Close() }

// Count is the number of rows read.
func (r *Rows) Count() int64 { return r.done }

// Next returns the next row, or io.EOF. The slice is good until the next call.
func (r *Rows) Next() ([]Value, error) {
	for {
		cells, err := r.records.Next()
		if err != nil {
			return nil, err
		}
		if r.layout.Skip != nil && r.layout.Skip(cells) || blank(cells) {
			continue
		}
		if err := r.fit(cells); err != nil {
			return nil, err
		}
		if r.done++; r.done > r.part.File.Limits.Rows {
			line, column := r.records.At(0)
			return nil, &FileError{r.part.Name(), line, column, fmt.Sprintf("more than %d rows", r.part.File.Limits.Rows), "give a published file, or cut it into parts"}
		}
		for i := range r.columns {
			text := ""
			if i < len(cells) {
				text = cells[i]
			}
			if err := r.read(i, text); err != nil {
				return nil, err
			}
		}
		return r.row, nil
	}
}

func blank(cells []string) bool {
	for _, c := range cells {
		if strings.TrimSpace(c) != "" {
			return false
		}
	}
	return true
}

// fit refuses a record of another length than the header.
func (r *Rows) fit(cells []string) error {
	n := len(cells)
	short := r.layout.Ragged || r.part.Head.Form == Workbook
	for n > len(r.columns) && strings.TrimSpace(cells[n-1]) == "" && short {
		n--
	}
	if n == len(r.columns) || n < len(r.columns) && short {
		return nil
	}
	line, column := r.records.At(0)
	return &FileError{r.part.Name(), line, column, fmt.Sprintf("%d cells under a header of %d", len(cells), len(r.columns)), "fetch the file again; it may be cut off"}
}

// read types one cell.
func (r *Rows) read(i int, text string) error {
	c := &r.columns[i]
	text = strings.TrimSpace(text)
	if c.Clean != nil {
		text = c.Clean(text)
	}
	v := &r.row[i]
	*v = Value{Text: text, Int: 0, Float: math.NaN()}
	if slices.Contains(r.codes[i], text) && (c.Type != Text || text == "" || slices.Contains(c.Missing, text)) {
		*v = Value{Float: math.NaN(), Null: true}
		return nil
	}
	var err error
	want := ""
	switch c.Type {
	case Int:
		v.Int, err = strconv.ParseInt(strings.TrimSuffix(text, ".0"), 10, 64)
		v.Float, want = float64(v.Int), "a whole number"
	case Float:
		v.Float, err = strconv.ParseFloat(text, 64)
		want = "a number"
		if err == nil && (math.IsNaN(v.Float) || math.IsInf(v.Float, 0)) {
			err = strconv.ErrRange
		}
	}
	if err != nil {
		line, column := r.records.At(i)
		return &CellError{r.part.Name(), line, column, c.Name, text, want + marks(c.Missing)}
	}
	return nil
}

func marks(missing []string) string {
	if len(missing) == 0 {
		return ", or nothing where it is missing"
	}
	return ", or " + strings.Join(missing, ", ") + " where it is missing"
}

// Each calls a function with every row until one of them fails.
func (r *Rows) Each(ctx context.Context, f func([]Value) error) error {
	for {
		if r.done%4096 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		row, err := r.Next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if err := f(row); err != nil {
			return err
		}
	}
}
