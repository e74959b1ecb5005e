package core

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/shatterbelt/shatterbelt/ir"
)

// A CellError says which cell of a core file is not what its column says.
type CellError struct {
	File         string
	Line, Column int    // from 1; Column counts bytes
	Name         string // of the column
	Text, Want   string
}

func (e *CellError) Error() string {
	return fmt.Sprintf("core: %s:%d:%d: %s is %q; want %s", e.File, e.Line, e.Column, e.Name, e.Text, e.Want)
}

// load reads one file of a folder with its reader.
func load[T any](folder fs.FS, name string, read func(string, io.Reader) (T, error)) (T, error) {
	f, err := folder.Open(name)
	if err != nil {
		var none T
		return none, err
	}
	defer f.Close()
	return read(name, f)
}

// A table is a CSV file being read. Its methods read cells of the current
// record by column number; the first that cannot be read is kept in err.
type table struct {
	file    string
	columns []string
	reader  *csv.Reader
	cells   []string
	texts   map[string]string // those read with shared
	err     error
}

// open reads the header, which must be exactly the columns named.
func open(file string, r io.Reader, columns ...string) (*table, error) {
	t := &table{file: file, columns: columns, reader: csv.NewReader(r), texts: map[string]string{}}
	t.reader.ReuseRecord = true
	header, err := t.reader.Read()
	if err != nil {
		return nil, t.broken(err)
	}
	if !slices.Equal(header, columns) {
		return nil, fmt.Errorf("core: %s:1:1: the columns are %s; want %s", file, strings.Join(header, ","), strings.Join(columns, ","))
	}
	return t, nil
}

// next moves to the next record; false ends the table, with err set where it
// ended early.
func (t *table) next() bool {
	if t.err != nil {
		return false
	}
	cells, err := t.reader.Read()
	if errors.Is(err, io.EOF) {
		return false
	}
	if err != nil {
		t.err = t.broken(err)
		return false
	}
	t.cells = cells
	return true
}

func (t *table) broken(err error) error {
	var parse *csv.ParseError
	switch {
	case errors.Is(err, io.EOF):
		return fmt.Errorf("core: %s:1:1: the file is empty; write it with internal/coregen", t.file)
	case errors.As(err, &parse):
		return fmt.Errorf("core: %s:%d:%d: %w; write the file with internal/coregen", t.file, parse.Line, parse.Column, parse.Err)
	}
	return fmt.Errorf("core: %s: %w", t.file, err)
}

func (t *table) fail(column int, want string) {
	if t.err == nil {
		line, at := t.reader.FieldPos(column)
		t.err = &CellError{t.file, line, at, t.columns[column], t.cells[column], want}
	}
}

// text returns a cell that must not be empty.
func (t *table) text(column int) string {
	if t.cells[column] == "" {
		t.fail(column, "a text")
	}
	return t.cells[column]
}

// shared is [table.text] for a column with few texts, each kept once.
func (t *table) shared(column int) string {
	if kept, ok := t.texts[t.cells[column]]; ok {
		return kept
	}
	text := strings.Clone(t.text(column))
	t.texts[text] = text
	return text
}

func (t *table) list(column int) []string {
	if t.cells[column] == "" {
		return nil
	}
	return strings.Split(t.cells[column], "|")
}

func (t *table) number(column int) float64 {
	v, err := strconv.ParseFloat(t.cells[column], 64)
	if err != nil || math.IsNaN(v) || math.IsInf(v, 0) {
		t.fail(column, "a number")
	}
	return v
}

// within reads a number of a given range.
func (t *table) within(column int, low, high float64) float64 {
	v := t.number(column)
	if !(low <= v && v <= high) {
		t.fail(column, fmt.Sprintf("a number from %v to %v", low, high))
	}
	return v
}

// code reads a state number above 0, which stands for the world.
func (t *table) code(column int) uint16 {
	v, err := strconv.ParseUint(t.cells[column], 10, 16)
	if err != nil || ir.CCode(v) == ir.World {
		t.fail(column, "a state number from 1 to 65535")
	}
	return uint16(v)
}

// year reads a year; the bounds only catch slips.
func (t *table) year(column int) ir.Year {
	v, err := strconv.Atoi(t.cells[column])
	if err != nil || v < -4000 || v > 4000 {
		t.fail(column, "a year")
	}
	return ir.Year(v)
}
