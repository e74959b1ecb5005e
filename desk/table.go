package desk

import (
	"encoding/csv"
	"io"
	"math"
	"strconv"

	"github.com/parquet-go/parquet-go"

	"github.com/shatterbelt/shatterbelt/data/table"
	"github.com/shatterbelt/shatterbelt/ir"
)

// A Table is an answer in rows. A cell is a string, an int, a float64 or nil where
// nothing is known; a float64 that is NaN is nothing known too. Every cell of a
// column has one type.
type Table struct {
	Columns []string
	Rows    [][]any
}

// CSV writes the rows under a header. Numbers have every digit they need to be
// read back the same.
func (t Table) CSV(w io.Writer) error {
	out := csv.NewWriter(w)
	_ = out.Write(t.Columns)
	cells := make([]string, len(t.Columns))
	for _, row := range t.Rows {
		for i, v := range row {
			cells[i] = text(v)
		}
		_ = out.Write(cells)
	}
	out.Flush()
	return out.Error()
}

func text(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case int:
		return strconv.Itoa(v)
	case float64:
		if math.IsNaN(v) {
			return ""
		}
		return strconv.FormatFloat(v, 'g', -1, 64)
	}
	return ""
}

// Parquet writes the rows as one Parquet file, in which what is not known is null.
func (t Table) Parquet(w io.Writer) error {
	var columns table.Ordered
	for i, name := range t.Columns {
		columns.Add(name, parquet.Optional(t.node(i)))
	}
	out := parquet.NewGenericWriter[any](w, parquet.NewSchema("table", &columns), parquet.Compression(&parquet.Zstd))
	for _, row := range t.Rows {
		values := make(parquet.Row, len(t.Columns))
		for i, v := range row {
			values[i] = value(v, i)
		}
		if _, err := out.WriteRows([]parquet.Row{values}); err != nil {
			return err
		}
	}
	return out.Close()
}

// node is the type of a column: that of its first known cell.
func (t Table) node(column int) parquet.Node {
	for _, row := range t.Rows {
		switch row[column].(type) {
		case string:
			return parquet.String()
		case int:
			return parquet.Int(64)
		case float64:
			return parquet.Leaf(parquet.DoubleType)
		}
	}
	return parquet.String()
}

func value(v any, column int) parquet.Value {
	var out parquet.Value
	switch v := v.(type) {
	case string:
		out = parquet.ByteArrayValue([]byte(v))
	case int:
		out = parquet.Int64Value(int64(v))
	case float64:
		if math.IsNaN(v) {
			return parquet.NullValue().Level(0, 0, column)
		}
		out = parquet.DoubleValue(v)
	default:
		return parquet.NullValue().Level(0, 0, column)
	}
	return out.Level(0, 1, column)
}

// add adds a row.
func (t *Table) add(cells ...any) { t.Rows = append(t.Rows, cells) }

// known is a number, or nil where it is not known.
func known(v *float64) any {
	if v == nil {
		return nil
	}
	return *v
}

// year is a year, or nil where there is none.
func year(y ir.Year) any {
	if y == 0 {
		return nil
	}
	return int(y)
}

// iso is the ISO code of a state, or nil where it has none.
func iso(codes *ir.Codes, c ir.CCode) any {
	if st, ok := codes.State(c); ok {
		return st.ISO
	}
	return nil
}
