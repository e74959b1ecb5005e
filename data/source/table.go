package source

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
	"unicode/utf8"

	"github.com/shatterbelt/shatterbelt/ir"
)

// A CellError says which cell of a table is not what its column says.
type CellError struct {
	File         string
	Line, Column int    // from 1; Column counts bytes
	Name         string // of the column
	Text, Want   string
}

func (e *CellError) Error() string {
	return fmt.Sprintf("%s:%d:%d: %s is %q; want %s", e.File, e.Line, e.Column, e.Name, e.Text, e.Want)
}

// A FileError says what is wrong with a table as a whole, and what to do.
type FileError struct {
	File            string
	Line, Column    int
	Problem, Remedy string
}

func (e *FileError) Error() string {
	return fmt.Sprintf("%s:%d:%d: %s; %s", e.File, e.Line, e.Column, e.Problem, e.Remedy)
}

// Table is a table being read, one record after the other.
type Table struct {
	file   string
	reader *csv.Reader
	at     map[string]int
	names  []string
	cells  []string
	err    error
}

// OpenTable reads the header of a small table, which must have the columns wanted; others
// may be there, in any order.
func OpenTable(file string, data []byte, want ...string) (*Table, error) {
	data, err := plain(file, data)
	if err != nil {
		return nil, err
	}
	t := &Table{file: file, reader: csv.NewReader(bytes.NewReader(data)), at: map[string]int{}}
	t.reader.Comma = separator(data)
	header, err := t.reader.Read()
	if err != nil {
		return nil, t.broken(err)
	}
	for i, name := range header {
		name = strings.ToLower(strings.TrimSpace(name))
		if _, twice := t.at[name]; twice && name != "" {
			_, column := t.reader.FieldPos(i)
			return nil, &FileError{file, 1, column, fmt.Sprintf("two columns are named %q", name), "give each column a name of its own"}
		}
		t.at[name] = i
		t.names = append(t.names, name)
	}
	for _, name := range want {
		if !t.Has(name) {
			return nil, &FileError{file, 1, 1, fmt.Sprintf("there is no column %q", name), t.advice(name)}
		}
	}
	return t, nil
}

// advice suggests the column whose name comes nearest.
func (t *Table) advice(want string) string {
	best, edits := "", len(want)/2+1
	for _, name := range t.names {
		if d := ir.Edits(want, name); d < edits {
			best, edits = name, d
		}
	}
	if best != "" {
		return fmt.Sprintf("rename %q if that is the one", best)
	}
	return fmt.Sprintf("the columns are %s", strings.Join(t.names, ", "))
}

// plain drops a byte-order mark, turns old line ends into LF and refuses what is
// not text.
func plain(file string, data []byte) ([]byte, error) {
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	if bytes.ContainsRune(data, '\r') {
		data = bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))
		data = bytes.ReplaceAll(data, []byte("\r"), []byte("\n"))
	}
	for line, rest := 1, data; len(rest) > 0; line++ {
		text, after, _ := bytes.Cut(rest, []byte("\n"))
		if i := bad(text); i >= 0 {
			return nil, &FileError{file, line, i + 1, "the text is not UTF-8", "save the table as CSV in UTF-8"}
		}
		rest = after
	}
	return data, nil
}

// bad is the place of the first byte that is no UTF-8 text, or -1.
func bad(text []byte) int {
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRune(text[i:])
		if r == utf8.RuneError && size <= 1 || r == 0 {
			return i
		}
		i += size
	}
	return -1
}

// separator is what the header line has most of: commas, semicolons or tabs.
func separator(data []byte) rune {
	header, _, _ := bytes.Cut(data, []byte("\n"))
	best := ','
	for _, c := range []rune{';', '\t'} {
		if bytes.Count(header, []byte(string(c))) > bytes.Count(header, []byte(string(best))) {
			best = c
		}
	}
	return best
}

func (t *Table) broken(err error) error {
	var parse *csv.ParseError
	switch {
	case errors.Is(err, io.EOF):
		return &FileError{t.file, 1, 1, "the table is empty", "give a header line and rows"}
	case errors.As(err, &parse):
		return &FileError{t.file, parse.Line, parse.Column, parse.Err.Error(), "give every line as many cells as the header, and close every quotation mark"}
	}
	return fmt.Errorf("%s: %w", t.file, err)
}

// Has reports whether the table has a column.
func (t *Table) Has(name string) bool {
	_, ok := t.at[name]
	return ok
}

// Next moves to the next record; false ends the table or follows an error, which
// [Table.Err] gives.
func (t *Table) Next() bool {
	if t.err != nil {
		return false
	}
	cells, err := t.reader.Read()
	switch {
	case errors.Is(err, io.EOF):
		return false
	case err != nil:
		t.err = t.broken(err)
		return false
	}
	t.cells = cells
	return true
}

// Err is the first error met.
func (t *Table) Err() error { return t.err }

// Fail keeps the first error of the table, at a column of the current record.
func (t *Table) Fail(name, want string) {
	if t.err == nil {
		line, column := t.reader.FieldPos(t.at[name])
		t.err = &CellError{t.file, line, column, name, t.Text(name), want}
	}
}

// Text is a cell without the blanks round it; "" where the column is not there.
func (t *Table) Text(name string) string {
	i, ok := t.at[name]
	if !ok {
		return ""
	}
	return strings.TrimSpace(t.cells[i])
}

// missing are the usual marks of a number that is not there.
var missing = []string{"", "NA", "N/A", "NaN", ".", "..", "..."}

// Number reads a number; ok is false where it is missing.
func (t *Table) Number(name string) (v float64, ok bool) {
	text := t.Text(name)
	if slices.Contains(missing, text) {
		return math.NaN(), false
	}
	v, err := strconv.ParseFloat(text, 64)
	if err != nil || math.IsNaN(v) || math.IsInf(v, 0) {
		t.Fail(name, "a number such as 12.5, or nothing where it is missing")
		return math.NaN(), false
	}
	return v, true
}

// Year reads a year.
func (t *Table) Year(name string) ir.Year {
	v, err := strconv.Atoi(t.Text(name))
	if err != nil || v < -4000 || v > 4000 {
		t.Fail(name, "a year such as 2021")
	}
	return ir.Year(v)
}

// State reads a state by any code or name; the nearest is suggested where there
// is none of that name.
func (t *Table) State(name string, codes *ir.Codes) ir.CCode {
	s, err := codes.Find(t.Text(name))
	if err == nil {
		return s.CCode
	}
	want := "an ISO code, a Correlates of War number or a name in Korean or English"
	var unknown *ir.UnknownStateError
	if errors.As(err, &unknown) && len(unknown.Close) > 0 {
		want = fmt.Sprintf("%s; did you mean %s (%s)?", want, unknown.Close[0].ISO, unknown.Close[0].NameEN)
	}
	t.Fail(name, want)
	return ir.World
}

// Line is the line of the current record.
func (t *Table) Line() int {
	line, _ := t.reader.FieldPos(0)
	return line
}
