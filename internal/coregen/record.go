package coregen

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// A CellError says which cell of which file is not what it should be.
type CellError struct {
	File         string
	Line, Column int    // from 1; Column counts bytes
	Name         string // of the column
	Text, Want   string
}

func (e *CellError) Error() string {
	return fmt.Sprintf("coregen: %s:%d:%d: %s is %q; want %s", e.File, e.Line, e.Column, e.Name, e.Text, e.Want)
}

// A record is one line of a table. Its methods read cells by column; the first
// that cannot be read is kept as the error of the table.
type record struct {
	file   string
	reader *csv.Reader
	column map[string]int
	cells  []string
	err    error
}

// each calls row for every record of a table with a header line. Line ends may
// be LF, CRLF or bare CR, and a byte-order mark is skipped.
func each(file string, table []byte, columns []string, row func(*record)) error {
	r := &record{file: file, reader: csv.NewReader(bytes.NewReader(plain(table)))}
	header, err := r.reader.Read()
	if err != nil {
		return r.readError(err)
	}
	r.column = make(map[string]int, len(header))
	for i, name := range header {
		r.column[strings.TrimSpace(name)] = i
	}
	for _, name := range columns {
		if _, ok := r.column[name]; !ok {
			return fmt.Errorf("coregen: %s:1:1: no column %q; the edition read may differ from the one in sources.csv", file, name)
		}
	}
	for {
		r.cells, err = r.reader.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return r.readError(err)
		}
		if row(r); r.err != nil {
			return r.err
		}
	}
}

// plain drops a byte-order mark and turns old line ends into LF.
func plain(table []byte) []byte {
	table = bytes.TrimPrefix(table, []byte("\xef\xbb\xbf"))
	if !bytes.ContainsRune(table, '\r') {
		return table
	}
	table = bytes.ReplaceAll(table, []byte("\r\n"), []byte("\n"))
	return bytes.ReplaceAll(table, []byte("\r"), []byte("\n"))
}

func (r *record) readError(err error) error {
	var parse *csv.ParseError
	switch {
	case errors.Is(err, io.EOF):
		return fmt.Errorf("coregen: %s:1:1: the file is empty; fetch it again", r.file)
	case errors.As(err, &parse):
		return fmt.Errorf("coregen: %s:%d:%d: %w; fetch the file again", r.file, parse.Line, parse.Column, parse.Err)
	}
	return fmt.Errorf("coregen: %s: %w", r.file, err)
}

// fail keeps the first error of the table, at a named column.
func (r *record) fail(name, want string) {
	if r.err == nil {
		line, column := r.reader.FieldPos(r.column[name])
		r.err = &CellError{r.file, line, column, name, r.text(name), want}
	}
}

func (r *record) text(name string) string { return r.cells[r.column[name]] }

// absent are the codes by which the publishers mark a missing number.
var absent = []string{"", "NA", "-9", "...", "xxx", ". ."}

// number reads a number; ok is false where it is missing.
func (r *record) number(name string) (v float64, ok bool) {
	text := r.text(name)
	if slices.Contains(absent, text) {
		return math.NaN(), false
	}
	v, err := strconv.ParseFloat(text, 64)
	if err != nil || math.IsInf(v, 0) || math.IsNaN(v) {
		r.fail(name, "a number, or nothing where it is missing")
		return math.NaN(), false
	}
	return v, true
}

// signed reads a number that may be -9 without meaning missing.
func (r *record) signed(name string) (v float64, ok bool) {
	if r.text(name) == "-9" {
		return -9, true
	}
	return r.number(name)
}

// ranged reads a value with its range. Without a value it is the midpoint;
// without a range the range is the value.
func (r *record) ranged(value, low, high string) (v, lo, hi float64) {
	v, stated := r.signed(value)
	lo, ok := r.signed(low)
	hi, ok2 := r.signed(high)
	switch {
	case ok != ok2:
		r.fail(low, "both ends of a range or neither")
	case ok && !stated:
		v = (lo + hi) / 2
	case !ok:
		lo, hi = v, v
	}
	if !(lo <= v && v <= hi) {
		r.fail(value, "a number within its range")
	}
	return v, lo, hi
}

func (r *record) whole(name string) int {
	v, err := strconv.Atoi(strings.TrimSpace(r.text(name)))
	if err != nil {
		r.fail(name, "a whole number")
	}
	return v
}

// flag reads 0 or 1; a missing flag is 0.
func (r *record) flag(name string) bool {
	switch r.text(name) {
	case "1":
		return true
	case "0", "", "NA":
		return false
	}
	r.fail(name, "0 or 1")
	return false
}

func (r *record) year(name string) ir.Year {
	y := r.whole(name)
	if y < 1000 || y > 3000 {
		r.fail(name, "a year")
	}
	return ir.Year(y)
}

// dateYear reads the year of a date written yyyy-mm-dd.
func (r *record) dateYear(name string) ir.Year {
	y, err := strconv.Atoi(strings.SplitN(r.text(name), "-", 2)[0])
	if err != nil {
		r.fail(name, "a date, yyyy-mm-dd")
	}
	return ir.Year(y)
}

func (r *record) ccode(name string) ir.CCode { return r.parseCCode(name, r.text(name)) }

func (r *record) parseCCode(name, text string) ir.CCode {
	v, err := strconv.ParseUint(strings.TrimSpace(text), 10, 16)
	if err != nil {
		r.fail(name, "a state number")
	}
	return ir.CCode(v)
}

func (r *record) kind(name string) prov.Kind {
	k, ok := prov.ParseKind(r.text(name))
	if !ok {
		r.fail(name, "outturn, estimate, derived or forecast")
	}
	return k
}
