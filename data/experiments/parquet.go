package experiments

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"strings"

	"github.com/parquet-go/parquet-go"

	"github.com/shatterbelt/shatterbelt/data/source"
)

// RolesKey is the key under which a Parquet file says what its columns are, as
// the JSON of [Roles].
const RolesKey = "shatterbelt.roles"

// parquetMagic begins and ends a Parquet file.
const parquetMagic = "PAR1"

func isParquet(f *source.File) bool {
	b := make([]byte, len(parquetMagic))
	n, _ := f.ReadAt(b, 0)
	return string(b[:n]) == parquetMagic
}

// readParquet reads the columns of a Parquet file. Its columns may hold numbers
// of any kind, truth values and texts, but no lists or groups.
func readParquet(ctx context.Context, file *source.File, o Options) (t *Table, err error) {
	damaged := func(problem any) error {
		return &source.FileError{File: file.Name, Line: 1, Column: 1, Problem: fmt.Sprintf("damaged Parquet: %v", problem), Remedy: "write it again"}
	}
	defer func() { // the reader panics on some damaged files
		if r := recover(); r != nil {
			t, err = nil, damaged(r)
		}
	}()
	p, err := parquet.OpenFile(file, file.Size)
	if err != nil {
		return nil, damaged(err)
	}
	if p.NumRows() > file.Limits.Rows {
		return nil, damaged(fmt.Sprintf("%d rows, more than the %d that are read", p.NumRows(), file.Limits.Rows))
	}
	var names []string
	for _, path := range p.Schema().Columns() {
		leaf, _ := p.Schema().Lookup(path...)
		if len(path) != 1 || leaf.Node.Repeated() {
			return nil, &source.FileError{File: file.Name, Line: 1, Column: 1, Problem: fmt.Sprintf("column %q is a list or a group", strings.Join(path, ".")), Remedy: "write it flat, one value a row"}
		}
		names = append(names, path[0])
	}
	if o.Cells > 0 && p.NumRows() > o.Cells/int64(max(len(names), 1)) {
		return nil, o.tooMany(file.Name, 1)
	}
	f := newFiller(file.Name, names, o)
	for _, g := range p.RowGroups() {
		for k, c := range g.ColumnChunks() {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			if err := f.chunk(k, c); err != nil {
				var cell *source.CellError
				if errors.As(err, &cell) {
					return nil, err
				}
				return nil, damaged(err)
			}
		}
	}
	for _, c := range f.table.Columns {
		if int64(len(c.Values)) != p.NumRows() {
			return nil, damaged(fmt.Sprintf("%d values of %s in %d rows", len(c.Values), c.Name, p.NumRows()))
		}
	}
	t = f.finish(int(p.NumRows()))
	if text, ok := p.Lookup(RolesKey); ok {
		if err := json.Unmarshal([]byte(text), &t.Roles); err != nil {
			return nil, damaged(fmt.Sprintf("its %s: %v", RolesKey, err))
		}
	}
	return t, nil
}

// chunk adds the values of one column of a group of rows.
func (f *filler) chunk(column int, c parquet.ColumnChunk) error {
	pages := c.Pages()
	defer func() { _ = pages.Close() }()
	buf := make([]parquet.Value, 4096)
	for {
		page, err := pages.ReadPage()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		values := page.Values()
		for {
			n, err := values.ReadValues(buf)
			for _, v := range buf[:n] {
				if err := f.value(column, v); err != nil {
					return err
				}
			}
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				return err
			}
		}
		parquet.Release(page)
	}
}

// value adds one value.
func (f *filler) value(column int, v parquet.Value) error {
	c := &f.table.Columns[column]
	at := place{len(c.Values) + 1, column + 1}
	if v.IsNull() {
		f.addMissing(column, at)
		return nil
	}
	var x float64
	switch v.Kind() {
	case parquet.Boolean:
		if v.Boolean() {
			x = 1
		}
	case parquet.Int32:
		x = float64(v.Int32())
	case parquet.Int64:
		x = float64(v.Int64())
	case parquet.Float:
		x = float64(v.Float())
	case parquet.Double:
		x = v.Double()
	case parquet.ByteArray, parquet.FixedLenByteArray:
		if want := f.add(column, string(v.ByteArray()), at); want != "" {
			return &source.CellError{File: f.table.File, Line: at.line, Column: at.column, Name: c.Name, Text: string(v.ByteArray()), Want: want}
		}
		return nil
	default:
		return fmt.Errorf("column %s is of the kind %v; want numbers, truth values or texts", c.Name, v.Kind())
	}
	switch {
	case math.IsNaN(x):
		f.addMissing(column, at)
	case math.IsInf(x, 0):
		return &source.CellError{File: f.table.File, Line: at.line, Column: at.column, Name: c.Name, Text: fmt.Sprint(x), Want: "a finite number, or nothing where it is missing"}
	case f.kinds[column] == texts:
		f.addText(column, fmt.Sprint(x))
	default:
		f.kinds[column] = numbers
		c.Values = append(c.Values, x)
	}
	return nil
}
