package table

import (
	"bytes"
	"encoding/binary"
	"io"
	"math"
)

// Stata writes a .dta file of release 118, which Stata 14 and newer and pandas
// read. Labels of variables say what they are; unit and source stand in the
// characteristics of each, which Stata's command "char list" shows. The number
// of rows stands before them, so what is written to must be able to seek.
type Stata struct {
	w       io.WriteSeeker
	columns []Column
	rows    uint64
	rowsAt  int64
	data    int64 // where the rows begin
	mapAt   int64
	offsets [14]uint64
	width   int
}

// The codes of the types of variables, and the widths of texts of release 118.
const (
	codeByte, codeLong, codeDouble = 65530, 65528, 65526

	wideName, wideFormat, wideLabel = 129, 57, 321
	mostLabel                       = 80 // characters
)

// The values that mark a missing one: Stata's dot.
const (
	missingByte   = 101
	missingLong   = 2147483621
	missingDouble = 0x7fe0000000000000 // bits
)

var (
	codes  = [...]uint16{codeByte, codeLong, codeDouble}
	widths = [...]int{1, 4, 8}
	shows  = [...]string{"%8.0g", "%12.0g", "%10.0g"}
)

// NewStata writes all that stands before the first row.
func NewStata(w io.WriteSeeker, columns []Column, label string) (*Stata, error) {
	if err := check(columns); err != nil {
		return nil, err
	}
	if len(columns) > math.MaxInt16 {
		return nil, &ColumnError{columns[math.MaxInt16].Name, "too many columns for a Stata file"}
	}
	t := &Stata{w: w, columns: columns}
	for _, c := range columns {
		t.width += widths[c.Type]
	}
	b := &bytes.Buffer{}
	t.header(b, label)
	t.variables(b)
	t.texts(b)
	t.characteristics(b)
	t.mark(b, 9)
	b.WriteString("<data>")
	t.data = int64(b.Len())
	_, err := w.Write(b.Bytes())
	return t, err
}

// mark notes where a section begins.
func (t *Stata) mark(b *bytes.Buffer, section int) { t.offsets[section] = uint64(b.Len()) }

// number writes numbers, the least byte first.
func number(b *bytes.Buffer, v any) { _ = binary.Write(b, binary.LittleEndian, v) }

func (t *Stata) header(b *bytes.Buffer, label string) {
	b.WriteString("<stata_dta><header><release>118</release><byteorder>LSF</byteorder><K>")
	number(b, uint16(len(t.columns)))
	b.WriteString("</K><N>")
	t.rowsAt = int64(b.Len())
	number(b, uint64(0))
	b.WriteString("</N><label>")
	label = cut(label)
	number(b, uint16(len(label)))
	b.WriteString(label + "</label><timestamp>\x00</timestamp></header>")
	t.mark(b, 1)
	b.WriteString("<map>")
	t.mapAt = int64(b.Len())
	number(b, t.offsets)
	b.WriteString("</map>")
}

func (t *Stata) variables(b *bytes.Buffer) {
	t.mark(b, 2)
	b.WriteString("<variable_types>")
	for _, c := range t.columns {
		number(b, codes[c.Type])
	}
	b.WriteString("</variable_types>")
	t.mark(b, 3)
	b.WriteString("<varnames>")
	for _, c := range t.columns {
		fixed(b, c.Name, wideName)
	}
	b.WriteString("</varnames>")
	t.mark(b, 4)
	b.WriteString("<sortlist>")
	b.Write(make([]byte, 2*(len(t.columns)+1)))
	b.WriteString("</sortlist>")
}

func (t *Stata) texts(b *bytes.Buffer) {
	t.mark(b, 5)
	b.WriteString("<formats>")
	for _, c := range t.columns {
		fixed(b, shows[c.Type], wideFormat)
	}
	b.WriteString("</formats>")
	t.mark(b, 6)
	b.WriteString("<value_label_names>")
	b.Write(make([]byte, wideName*len(t.columns)))
	b.WriteString("</value_label_names>")
	t.mark(b, 7)
	b.WriteString("<variable_labels>")
	for _, c := range t.columns {
		fixed(b, cut(c.Label), wideLabel)
	}
	b.WriteString("</variable_labels>")
}

// characteristics write unit and source of each variable.
func (t *Stata) characteristics(b *bytes.Buffer) {
	t.mark(b, 8)
	b.WriteString("<characteristics>")
	for _, c := range t.columns {
		for _, ch := range []struct{ name, text string }{{"unit", c.Unit}, {"source", c.Source}} {
			if ch.text == "" {
				continue
			}
			b.WriteString("<ch>")
			number(b, uint32(2*wideName+len(ch.text)+1))
			fixed(b, c.Name, wideName)
			fixed(b, ch.name, wideName)
			b.WriteString(ch.text + "\x00</ch>")
		}
	}
	b.WriteString("</characteristics>")
}

// fixed writes a text and zeros up to a width.
func fixed(b *bytes.Buffer, text string, width int) {
	b.WriteString(text)
	b.Write(make([]byte, width-len(text)))
}

// cut keeps as many characters as a label may have.
func cut(text string) string {
	if r := []rune(text); len(r) > mostLabel {
		return string(r[:mostLabel])
	}
	return text
}

// Prepare implements [Writer].
func (t *Stata) Prepare(b *Block, c *Chunk) error {
	if err := verify(t.columns, b); err != nil {
		return err
	}
	c.rows = b.Rows
	if need := b.Rows * t.width; cap(c.bytes) < need {
		c.bytes = make([]byte, need)
	} else {
		c.bytes = c.bytes[:need]
	}
	from := 0
	for k, cells := range b.Cells {
		kind := t.columns[k].Type
		for i := range b.Rows {
			v := cells.row(i)
			if why := fits(kind, v); why != "" {
				return &ColumnError{t.columns[k].Name, why}
			}
			put(kind, c.bytes[i*t.width+from:], v)
		}
		from += widths[kind]
	}
	return nil
}

// put writes one cell.
func put(t Type, out []byte, v float64) {
	gap := math.IsNaN(v)
	switch {
	case t == Small && gap:
		out[0] = missingByte
	case t == Small:
		out[0] = byte(int8(v))
	case t == Int && gap:
		binary.LittleEndian.PutUint32(out, missingLong)
	case t == Int:
		binary.LittleEndian.PutUint32(out, uint32(int32(v)))
	case gap:
		binary.LittleEndian.PutUint64(out, missingDouble)
	default:
		binary.LittleEndian.PutUint64(out, math.Float64bits(v))
	}
}

// Write implements [Writer].
func (t *Stata) Write(c *Chunk) error {
	t.rows += uint64(c.rows)
	_, err := t.w.Write(c.bytes)
	return err
}

// Close implements [Writer]: it writes what stands after the rows, then their
// number and the places of all sections.
func (t *Stata) Close() error {
	end := uint64(t.data) + t.rows*uint64(t.width) + uint64(len("</data>"))
	const strls, labels, last = "<strls></strls>", "<value_labels></value_labels>", "</stata_dta>"
	t.offsets[10] = end
	t.offsets[11] = end + uint64(len(strls))
	t.offsets[12] = t.offsets[11] + uint64(len(labels))
	t.offsets[13] = t.offsets[12] + uint64(len(last))
	if _, err := io.WriteString(t.w, "</data>"+strls+labels+last); err != nil {
		return err
	}
	b := &bytes.Buffer{}
	number(b, t.rows)
	if err := t.patch(t.rowsAt, b.Bytes()); err != nil {
		return err
	}
	b.Reset()
	number(b, t.offsets)
	return t.patch(t.mapAt, b.Bytes())
}

// patch writes over bytes written before.
func (t *Stata) patch(at int64, b []byte) error {
	if _, err := t.w.Seek(at, io.SeekStart); err != nil {
		return err
	}
	_, err := t.w.Write(b)
	return err
}
