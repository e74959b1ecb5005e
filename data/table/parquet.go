package table

import (
	"encoding/json"
	"io"
	"math"
	"slices"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/compress/zstd"
)

// Rows are handed over in batches and end a group when it fits a small memory.
const (
	batchRows = 4096
	groupRows = 1 << 17
)

// Parquet writes an Apache Parquet file, compressed with zstd. Under the key
// [ColumnsKey] of its metadata stands a JSON list of the columns with label, unit
// and source.
type Parquet struct {
	columns []Column
	file    *parquet.GenericWriter[any]
	batch   []parquet.Value
	group   int
}

// ColumnsKey is the key of a file's metadata under which its columns are
// described.
const ColumnsKey = "shatterbelt.columns"

// Ordered is a group of Parquet columns in the order in which they were added,
// which a plain parquet.Group would sort by name.
type Ordered struct {
	parquet.Group

	names []string
}

// Add adds a column.
func (o *Ordered) Add(name string, column parquet.Node) {
	if o.Group == nil {
		o.Group = parquet.Group{}
	}
	o.Group[name] = column
	o.names = append(o.names, name)
}

// Fields gives the columns in order.
func (o *Ordered) Fields() []parquet.Field {
	fields := o.Group.Fields()
	slices.SortFunc(fields, func(a, b parquet.Field) int {
		return slices.Index(o.names, a.Name()) - slices.Index(o.names, b.Name())
	})
	return fields
}

// NewParquet begins a file with metadata besides that of the columns.
func NewParquet(w io.Writer, columns []Column, metadata map[string]string) (*Parquet, error) {
	if err := check(columns); err != nil {
		return nil, err
	}
	root := &Ordered{}
	for _, c := range columns {
		leaf := parquet.Encoded(parquet.Int(32), &parquet.DeltaBinaryPacked)
		if c.Type == Float {
			leaf = parquet.Encoded(parquet.Leaf(parquet.DoubleType), &parquet.Plain)
		}
		root.Add(c.Name, parquet.Optional(leaf))
	}
	described, err := describe(columns)
	if err != nil {
		return nil, err
	}
	options := []parquet.WriterOption{
		parquet.NewSchema("panel", root), parquet.Compression(&zstd.Codec{Level: zstd.SpeedFastest}),
		parquet.CreatedBy("shatterbelt", "", ""), parquet.KeyValueMetadata(ColumnsKey, described),
	}
	var keys []string
	for k := range metadata {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	for _, k := range keys {
		options = append(options, parquet.KeyValueMetadata(k, metadata[k]))
	}
	return &Parquet{columns: columns, file: parquet.NewGenericWriter[any](w, options...)}, nil
}

// describe lists the columns as JSON.
func describe(columns []Column) (string, error) {
	type column struct {
		Name   string `json:"name"`
		Label  string `json:"label,omitempty"`
		Unit   string `json:"unit,omitempty"`
		Source string `json:"source,omitempty"`
	}
	list := make([]column, len(columns))
	for i, c := range columns {
		list[i] = column{c.Name, c.Label, c.Unit, c.Source}
	}
	b, err := json.Marshal(list)
	return string(b), err
}

// Prepare implements [Writer].
func (t *Parquet) Prepare(b *Block, c *Chunk) error {
	if err := verify(t.columns, b); err != nil {
		return err
	}
	c.rows = b.Rows
	for len(c.dense) < len(b.Cells) {
		c.dense = append(c.dense, nil)
	}
	for k, cells := range b.Cells {
		out := c.dense[k][:0]
		for i := range b.Rows {
			v := cells.row(i)
			if why := fits(t.columns[k].Type, v); why != "" {
				return &ColumnError{t.columns[k].Name, why}
			}
			out = append(out, v)
		}
		c.dense[k] = out
	}
	return nil
}

// Write implements [Writer].
func (t *Parquet) Write(c *Chunk) error {
	for from := 0; from < c.rows; from += batchRows {
		to := min(from+batchRows, c.rows)
		for k, w := range t.file.ColumnWriters() {
			t.batch = t.batch[:0]
			for _, v := range c.dense[k][from:to] {
				t.batch = append(t.batch, t.value(k, v))
			}
			if _, err := w.WriteRowValues(t.batch); err != nil {
				return err
			}
		}
		if t.group += to - from; t.group >= groupRows {
			t.group = 0
			if err := t.file.Flush(); err != nil {
				return err
			}
		}
	}
	return nil
}

func (t *Parquet) value(column int, v float64) parquet.Value {
	switch {
	case math.IsNaN(v):
		return parquet.NullValue().Level(0, 0, column)
	case t.columns[column].Type == Float:
		return parquet.DoubleValue(v).Level(0, 1, column)
	}
	return parquet.Int32Value(int32(v)).Level(0, 1, column)
}

// Close implements [Writer].
func (t *Parquet) Close() error { return t.file.Close() }
