package table

import (
	"io"
	"math"
	"strconv"
)

// CSV writes comma-separated values in UTF-8, lines ended by \n, missing as
// nothing. Numbers have the fewest digits that read back as the same number.
type CSV struct {
	w       io.Writer
	columns []Column
}

// NewCSV writes the header.
func NewCSV(w io.Writer, columns []Column) (*CSV, error) {
	if err := check(columns); err != nil {
		return nil, err
	}
	var head []byte
	for i, c := range columns {
		if i > 0 {
			head = append(head, ',')
		}
		head = append(head, c.Name...)
	}
	_, err := w.Write(append(head, '\n'))
	return &CSV{w, columns}, err
}

// reuse is how many rows must share a value on average for its text to be
// written once and copied.
const reuse = 4

// texts holds the texts of values that stand in many rows, those of each column
// behind those of the one before.
type texts struct {
	bytes []byte
	ends  []int32 // of each value's text
	start []int   // of each column in ends; -1 where its values are written anew
}

// Prepare implements [Writer].
func (t *CSV) Prepare(b *Block, c *Chunk) error {
	if err := verify(t.columns, b); err != nil {
		return err
	}
	c.rows = b.Rows
	c.texts.render(b)
	out := c.bytes[:0]
	for i := range b.Rows {
		for k := range b.Cells {
			if k > 0 {
				out = append(out, ',')
			}
			cells := &b.Cells[k]
			at := i
			if cells.At != nil {
				at = int(cells.At[i])
			}
			if s := c.texts.start[k]; s >= 0 {
				e := s + at
				out = append(out, c.texts.bytes[c.texts.ends[e]:c.texts.ends[e+1]]...)
				continue
			}
			out = appendNumber(out, cells.Values[at])
		}
		out = append(out, '\n')
	}
	c.bytes = out
	return nil
}

// render writes the texts of the columns whose values stand in many rows.
func (t *texts) render(b *Block) {
	t.bytes, t.ends, t.start = t.bytes[:0], t.ends[:0], t.start[:0]
	for _, cells := range b.Cells {
		if cells.At == nil || len(cells.Values)*reuse > b.Rows {
			t.start = append(t.start, -1)
			continue
		}
		t.start = append(t.start, len(t.ends))
		t.ends = append(t.ends, int32(len(t.bytes)))
		for _, v := range cells.Values {
			t.bytes = appendNumber(t.bytes, v)
			t.ends = append(t.ends, int32(len(t.bytes)))
		}
	}
}

// Write implements [Writer].
func (t *CSV) Write(c *Chunk) error {
	_, err := t.w.Write(c.bytes)
	return err
}

// Close implements [Writer].
func (t *CSV) Close() error { return nil }

// few are the texts of the numbers from 0 that most cells hold.
var few = func() (out [1000]string) {
	for i := range out {
		out[i] = strconv.Itoa(i)
	}
	return out
}()

// Whole numbers below plainMost are written without an exponent, and so are
// fractions from plainLeast on.
const (
	plainMost  = 1e15
	plainLeast = 1e-5
)

// appendNumber writes a number, and nothing for NaN.
func appendNumber(out []byte, v float64) []byte {
	if i := int64(v); float64(i) == v && v > -plainMost && v < plainMost {
		if i >= 0 && i < int64(len(few)) {
			return append(out, few[i]...)
		}
		return strconv.AppendInt(out, i, 10)
	}
	if math.IsNaN(v) {
		return out
	}
	if size := math.Abs(v); size >= plainLeast && size < plainMost {
		return strconv.AppendFloat(out, v, 'f', -1, 64)
	}
	return strconv.AppendFloat(out, v, 'e', -1, 64)
}
