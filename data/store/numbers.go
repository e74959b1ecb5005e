package store

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"

	"github.com/parquet-go/parquet-go"

	"github.com/shatterbelt/shatterbelt/data/source"
)

// Numbers calls a function with columns of numbers, in the order named, a group
// of rows at a time; a missing value is NaN. The slices are good until the next
// call. It is how tables of a million rows are read.
func (t *Table) Numbers(ctx context.Context, columns []string, f func(rows int, columns [][]float64) error) error {
	at := make([]int, len(columns))
	for i, name := range columns {
		at[i] = slices.IndexFunc(t.Columns, func(c Column) bool { return c.Name == name })
		if at[i] < 0 {
			return fmt.Errorf("store: table %s has no column %q", t.Stored.Table, name)
		}
		if t.Columns[at[i]].Type == source.Text.String() {
			return fmt.Errorf("store: column %q of table %s is text", name, t.Stored.Table)
		}
	}
	held := make([][]float64, len(at))
	buf := make([]parquet.Value, batchRows)
	for _, g := range t.parquet.RowGroups() {
		if err := ctx.Err(); err != nil {
			return err
		}
		for i, c := range at {
			var err error
			if held[i], err = numbers(g.ColumnChunks()[c], g.NumRows(), held[i][:0], buf); err != nil {
				return &DamageError{t.file.Name(), err.Error()}
			}
		}
		if err := f(int(g.NumRows()), held); err != nil {
			return err
		}
	}
	return nil
}

// numbers reads one column of a group of rows behind out.
func numbers(c parquet.ColumnChunk, rows int64, out []float64, buf []parquet.Value) (_ []float64, err error) {
	defer func() { // the reader panics on some damaged files
		if r := recover(); r != nil {
			err = fmt.Errorf("%v", r)
		}
	}()
	out = slices.Grow(out, int(rows))
	pages := c.Pages()
	defer pages.Close()
	for {
		p, err := pages.ReadPage()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		if out, err = page(p, out, buf); err != nil {
			return nil, err
		}
		parquet.Release(p)
	}
	if int64(len(out)) != rows {
		return nil, fmt.Errorf("%d values in a column of %d rows", len(out), rows)
	}
	return out, nil
}

// page reads the numbers of a page behind out.
func page(p parquet.Page, out []float64, buf []parquet.Value) ([]float64, error) {
	values := p.Values()
	for {
		n, err := values.ReadValues(buf)
		for _, v := range buf[:n] {
			switch {
			case v.IsNull():
				out = append(out, math.NaN())
			case v.Kind() == parquet.Int64:
				out = append(out, float64(v.Int64()))
			default:
				out = append(out, v.Double())
			}
		}
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil {
			return nil, err
		}
	}
}
