package source

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"strconv"
	"time"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/format"
)

// batch is how many rows of Parquet are read at a time.
const batch = 512

// columnar are the records of a Parquet file of plain columns: their names, then
// the rows. A null is empty, a date yyyy-mm-dd, a truth value 1 or 0.
type columnar struct {
	file   *File
	groups []parquet.RowGroup
	rows   parquet.Rows
	names  []string
	show   []func(parquet.Value) string
	buf    []parquet.Row
	have   int // rows in buf
	at     int
	done   int
	cells  []string
}

func openParquet(f *File) (r Records, err error) {
	defer shielded(f, &err)
	if err := f.footed(); err != nil {
		return nil, err
	}
	p, err := parquet.OpenFile(f.at, f.Size)
	if err != nil {
		return nil, f.damaged(err)
	}
	c := &columnar{file: f, groups: p.RowGroups(), buf: make([]parquet.Row, batch)}
	for _, field := range p.Schema().Fields() {
		if !field.Leaf() || field.Repeated() {
			return nil, &FileError{f.Name, 1, len(c.names) + 1, fmt.Sprintf("column %q holds more than one value in a cell", field.Name()), "save the table with plain columns"}
		}
		c.names = append(c.names, field.Name())
		c.show = append(c.show, shower(field.Type()))
	}
	if len(c.names) > f.Limits.Columns {
		return nil, &FileError{f.Name, 1, 1, fmt.Sprintf("%d columns", len(c.names)), "give a table with fewer columns"}
	}
	c.cells = make([]string, len(c.names))
	return c, nil
}

// footed looks at the length of the description at the end of a Parquet file,
// which the reader would believe.
func (f *File) footed() error {
	const tail = 8 // four bytes of length, and the magic again
	b := make([]byte, tail)
	if f.Size < 2*tail-int64(len(parquetMagic)) {
		return f.damaged(io.ErrUnexpectedEOF)
	}
	if _, err := f.at.ReadAt(b, f.Size-tail); err != nil {
		return f.damaged(err)
	}
	n := int64(binary.LittleEndian.Uint32(b))
	if string(b[4:]) != parquetMagic || n > f.Size-tail-int64(len(parquetMagic)) || n > f.Limits.Memory {
		return f.damaged(errors.New("cut off, or its end is not that of Parquet"))
	}
	return nil
}

// shielded turns a panic of the reader, which some damaged files cause, into an
// error.
func shielded(f *File, err *error) {
	if p := recover(); p != nil {
		*err = f.damaged(fmt.Errorf("%v", p))
	}
}

// shower writes the values of a type as text.
func shower(t parquet.Type) func(parquet.Value) string {
	if logical := t.LogicalType(); logical != nil {
		switch l := logical.Value.(type) {
		case *format.DateType:
			return func(v parquet.Value) string { return day(int64(v.Int32()) * secondsADay) }
		case *format.TimestampType:
			per := int64(1e9)
			switch l.Unit.Value.(type) {
			case *format.MilliSeconds:
				per = 1e3
			case *format.MicroSeconds:
				per = 1e6
			}
			return func(v parquet.Value) string { return day(v.Int64() / per) }
		}
	}
	switch t.Kind() {
	case parquet.Boolean:
		return func(v parquet.Value) string { return strconv.Itoa(b2i(v.Boolean())) }
	case parquet.Float:
		return func(v parquet.Value) string { return plainFloat(float64(v.Float()), 32) }
	case parquet.Double:
		return func(v parquet.Value) string { return plainFloat(v.Double(), 64) }
	}
	return func(v parquet.Value) string { return v.String() }
}

const secondsADay = 24 * 60 * 60

// day is the date of a time in seconds since 1970.
func day(seconds int64) string { return time.Unix(seconds, 0).UTC().Format(time.DateOnly) }

// plainFloat writes a number with as many digits as it takes to read it back;
// what is no number is missing.
func plainFloat(v float64, bits int) string {
	if v != v {
		return ""
	}
	return strconv.FormatFloat(v, 'f', -1, bits)
}

// Next implements [Records].
func (c *columnar) Next() (cells []string, err error) {
	defer shielded(c.file, &err)
	if c.done == 0 {
		c.done++
		return c.names, nil
	}
	for c.at == c.have {
		if err := c.fill(); err != nil {
			return nil, err
		}
	}
	clear(c.cells)
	for _, v := range c.buf[c.at] {
		if i := v.Column(); !v.IsNull() && i >= 0 && i < len(c.cells) {
			c.cells[i] = c.show[i](v)
		}
	}
	c.at++
	c.done++
	return c.cells, nil
}

// fill reads the next rows.
func (c *columnar) fill() error {
	if c.rows == nil {
		if len(c.groups) == 0 {
			return io.EOF
		}
		c.rows = c.groups[0].Rows()
		c.groups = c.groups[1:]
	}
	n, err := c.rows.ReadRows(c.buf)
	c.have, c.at = n, 0
	switch {
	case err == nil:
		return nil
	case !errors.Is(err, io.EOF):
		return c.file.damaged(err)
	case n == 0:
		err = c.rows.Close()
		c.rows = nil
		return err
	}
	return nil
}

// At implements [Records].
func (c *columnar) At(cell int) (line, column int) { return c.done, cell + 1 }

// Close implements [Records].
func (c *columnar) Close() error {
	if c.rows == nil {
		return nil
	}
	return c.rows.Close()
}
