package store

import (
	"bufio"
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io"
	"math"
	"os"
	"slices"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/compress/zstd"

	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/data/table"
)

// Rows are buffered by column, and written as groups that fit a small memory.
const (
	batchRows = 4096
	groupRows = 1 << 17
)

func schemaOf(name string, columns []source.Column) *parquet.Schema {
	root := &table.Ordered{}
	for _, c := range columns {
		var leaf parquet.Node
		switch c.Type {
		case source.Int:
			leaf = parquet.Encoded(parquet.Int(64), &parquet.DeltaBinaryPacked)
		case source.Float:
			leaf = parquet.Encoded(parquet.Leaf(parquet.DoubleType), &parquet.Plain)
		default:
			leaf = parquet.Encoded(parquet.String(), &parquet.RLEDictionary)
		}
		root.Add(c.Name, parquet.Optional(leaf))
	}
	return parquet.NewSchema(name, root)
}

// writer writes one table and hashes what it writes.
type writer struct {
	file    *os.File
	buffer  *bufio.Writer
	hash    hash.Hash
	size    int64
	parquet *parquet.GenericWriter[any]
	columns []source.Column
	batch   [][]parquet.Value
	rows    int64
	pending int
}

func newWriter(f *os.File, table string, columns []source.Column, m map[string]string) *writer {
	w := &writer{file: f, hash: sha256.New(), columns: columns, batch: make([][]parquet.Value, len(columns))}
	w.buffer = bufio.NewWriterSize(io.MultiWriter(f, w.hash, (*counter)(&w.size)), 1<<16)
	options := []parquet.WriterOption{
		schemaOf(table, columns), parquet.Compression(&zstd.Codec{Level: zstd.SpeedFastest}),
		parquet.CreatedBy("shatterbelt", "", ""), parquet.DataPageStatistics(true),
	}
	for _, k := range slices.Sorted(mapsKeys(m)) {
		options = append(options, parquet.KeyValueMetadata(k, m[k]))
	}
	w.parquet = parquet.NewGenericWriter[any](w.buffer, options...)
	return w
}

func mapsKeys(m map[string]string) func(func(string) bool) {
	return func(yield func(string) bool) {
		for k := range m {
			if !yield(k) {
				return
			}
		}
	}
}

// counter counts the bytes written to it.
type counter int64

func (c *counter) Write(p []byte) (int, error) {
	*c += counter(len(p))
	return len(p), nil
}

// add adds one row.
func (w *writer) add(row []source.Value) error {
	for i, v := range row {
		w.batch[i] = append(w.batch[i], valueOf(w.columns[i].Type, v, i))
	}
	w.rows++
	if w.pending++; w.pending < batchRows {
		return nil
	}
	return w.flush()
}

func valueOf(t source.Type, v source.Value, column int) parquet.Value {
	var out parquet.Value
	switch {
	case v.Null:
		return parquet.NullValue().Level(0, 0, column)
	case t == source.Int:
		out = parquet.Int64Value(v.Int)
	case t == source.Float:
		out = parquet.DoubleValue(v.Float)
	default:
		out = parquet.ByteArrayValue([]byte(v.Text))
	}
	return out.Level(0, 1, column)
}

// flush hands the batch over, and ends a group when it is full.
func (w *writer) flush() error {
	for i, c := range w.parquet.ColumnWriters() {
		if _, err := c.WriteRowValues(w.batch[i]); err != nil {
			return err
		}
		w.batch[i] = w.batch[i][:0]
	}
	w.pending = 0
	if w.rows%groupRows < batchRows {
		return w.parquet.Flush()
	}
	return nil
}

// close ends the file and makes it last.
func (w *writer) close() error {
	err := w.flush()
	if err == nil {
		err = w.parquet.Close()
	}
	if err == nil {
		err = w.buffer.Flush()
	}
	if err == nil {
		err = w.file.Sync()
	}
	return err
}

func (w *writer) sum() string { return hex.EncodeToString(w.hash.Sum(nil)) }

// Table is a stored table open for reading.
type Table struct {
	Stored
	file    *os.File
	parquet *parquet.File
}

// DamageError says that a stored file is not what its manifest says.
type DamageError struct{ File, Problem string }

func (e *DamageError) Error() string {
	return fmt.Sprintf("store: %s: %s; remove the edition and import it again", e.File, e.Problem)
}

// Table opens one table of an edition.
func (s *Store) Table(m Manifest, name string) (*Table, error) {
	t, ok := m.Table(name)
	if !ok {
		return nil, &NotFoundError{m.Dataset + "/" + name, m.Edition, nil}
	}
	path, err := s.path(m, t)
	if err != nil {
		return nil, err
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	p, err := openParquet(f, t)
	if err != nil {
		f.Close()
		return nil, &DamageError{path, err.Error()}
	}
	return &Table{t, f, p}, nil
}

// openParquet reads what stands at the end of a file and compares it with the
// manifest. Rows are read in order, so the indexes of pages are left alone.
func openParquet(f *os.File, t Stored) (p *parquet.File, err error) {
	defer func() { // the reader panics on some damaged files
		if r := recover(); r != nil {
			err = fmt.Errorf("%v", r)
		}
	}()
	if err := footer(f, t.Bytes); err != nil {
		return nil, err
	}
	if p, err = parquet.OpenFile(f, t.Bytes, parquet.SkipPageIndex(true), parquet.SkipBloomFilters(true)); err != nil {
		return nil, err
	}
	rows := int64(0)
	for _, g := range p.RowGroups() {
		if n := g.NumRows(); n < 0 || n > t.Rows || len(g.ColumnChunks()) != len(t.Columns) {
			return nil, fmt.Errorf("a group of %d rows and %d columns; the manifest says %d and %d", n, len(g.ColumnChunks()), t.Rows, len(t.Columns))
		}
		rows += g.NumRows()
	}
	if rows != t.Rows || p.NumRows() != t.Rows {
		return nil, fmt.Errorf("%d rows; the manifest says %d", rows, t.Rows)
	}
	return p, nil
}

// footer holds the length that the end of a file claims to have against that of
// the file, since the reader allocates whatever is claimed.
func footer(f *os.File, size int64) error {
	var end [8]byte
	if size < 12 {
		return fmt.Errorf("%d bytes are no table", size)
	}
	if _, err := f.ReadAt(end[:], size-int64(len(end))); err != nil {
		return err
	}
	if n := int64(binary.LittleEndian.Uint32(end[:])); n > size-12 {
		return fmt.Errorf("an end of %d bytes in a file of %d", n, size)
	}
	return nil
}

// Close closes the file.
func (t *Table) Close() error { return t.file.Close() }

// Each calls a function with the cells of the columns named, in that order, of
// every row. The slice is good until the next call.
func (t *Table) Each(ctx context.Context, columns []string, f func(row int64, cells []source.Value) error) error {
	at := make([]int, len(columns))
	for i, name := range columns {
		at[i] = slices.IndexFunc(t.Columns, func(c Column) bool { return c.Name == name })
		if at[i] < 0 {
			return fmt.Errorf("store: table %s has no column %q", t.Stored.Table, name)
		}
	}
	done := int64(0)
	for _, g := range t.parquet.RowGroups() {
		if err := ctx.Err(); err != nil {
			return err
		}
		held := make([][]source.Value, len(at))
		for i, c := range at {
			var err error
			if held[i], err = chunk(g.ColumnChunks()[c], g.NumRows()); err != nil {
				return &DamageError{t.file.Name(), err.Error()}
			}
		}
		cells := make([]source.Value, len(at))
		for r := range g.NumRows() {
			for i := range held {
				cells[i] = held[i][r]
			}
			if err := f(done, cells); err != nil {
				return err
			}
			done++
		}
	}
	return nil
}

// chunk reads one column of a group of rows.
func chunk(c parquet.ColumnChunk, rows int64) (out []source.Value, err error) {
	defer func() { // the reader panics on some damaged files
		if r := recover(); r != nil {
			err = fmt.Errorf("%v", r)
		}
	}()
	out = make([]source.Value, 0, rows)
	pages := c.Pages()
	defer pages.Close()
	texts := map[string]string{}
	buf := make([]parquet.Value, batchRows)
	for {
		p, err := pages.ReadPage()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		values := p.Values()
		for {
			n, err := values.ReadValues(buf)
			for _, v := range buf[:n] {
				out = append(out, fromParquet(v, texts))
			}
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				return nil, err
			}
		}
		parquet.Release(p)
	}
	if int64(len(out)) != rows {
		return nil, fmt.Errorf("%d values in a column of %d rows", len(out), rows)
	}
	return out, nil
}

// fromParquet reads a value; a text that repeats is kept once.
func fromParquet(v parquet.Value, texts map[string]string) source.Value {
	if v.IsNull() {
		return source.Value{Null: true, Float: math.NaN()}
	}
	switch v.Kind() {
	case parquet.Int64:
		return source.Value{Int: v.Int64(), Float: float64(v.Int64())}
	case parquet.Double:
		return source.Value{Float: v.Double()}
	}
	b := v.ByteArray()
	text, ok := texts[string(b)]
	if !ok {
		text = string(b)
		texts[text] = text
	}
	return source.Value{Text: text, Float: math.NaN()}
}
