package experiments

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/shatterbelt/shatterbelt/data/source"
)

// Options say how a table is read.
type Options struct {
	// Categorical names columns to be read as names though they look like numbers.
	Categorical []string
	// Sheet names the sheet or member to read where a file has several.
	Sheet string
	// Cells is how many cells at most are read, since each takes memory however well
	// the file is packed; 0 is no bound.
	Cells int64
}

// over reports more cells than are read.
func (o Options) over(rows, columns int) bool {
	return o.Cells > 0 && int64(rows)*int64(columns) > o.Cells
}

func (o Options) tooMany(file string, line int) error {
	return &source.FileError{File: file, Line: line, Column: 1,
		Problem: fmt.Sprintf("the table has more than the %d cells that are read here", o.Cells), Remedy: "leave columns or rows out, or use the command line"}
}

// Read reads a table of experiments. What is wrong with it is a
// [*source.FileError] or [*source.CellError].
func Read(ctx context.Context, file string, o Options) (*Table, error) {
	f, err := source.Open(ctx, file, source.DefaultLimits())
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	return ReadFile(ctx, f, o)
}

// ReadFile reads a table from a file that is open.
func ReadFile(ctx context.Context, f *source.File, o Options) (t *Table, err error) {
	if isParquet(f) {
		t, err = readParquet(ctx, f, o)
	} else {
		t, err = readText(ctx, f, o)
	}
	if err != nil {
		return nil, err
	}
	for _, name := range o.Categorical {
		if t.index(name) < 0 {
			return nil, t.unknown(name)
		}
	}
	if t.Rows < 2 {
		return nil, &source.FileError{File: t.File, Line: 1, Column: 1, Problem: fmt.Sprintf("%d experiments", t.Rows), Remedy: "give a header line and at least two rows"}
	}
	return t, nil
}

// choose returns the one part there is, or that of a name.
func choose(f *source.File, sheet string) (source.Part, error) {
	parts, _, err := f.Parts()
	if err != nil {
		return source.Part{}, err
	}
	var names []string
	for _, p := range parts {
		if names = append(names, p.Head.Sheet); sheet != "" && p.Head.Sheet == sheet || sheet == "" && len(parts) == 1 {
			return p, nil
		}
	}
	problem := fmt.Sprintf("the file holds %d tables", len(parts))
	if sheet != "" {
		problem = fmt.Sprintf("the file holds no table %q", sheet)
	}
	return source.Part{}, &source.FileError{File: f.Name, Line: 1, Column: 1, Problem: problem, Remedy: "name one with --sheet: " + strings.Join(names, ", ")}
}

// A filler fills columns with cells.
type filler struct {
	table  *Table
	kinds  []kind
	codes  []map[string]int // by column of names: labels in order of appearance
	chosen []string         // read as names
}

// A kind is what the cells of a column are, once it is known.
type kind uint8

const (
	unknown kind = iota
	numbers
	texts
)

func newFiller(file string, names []string, o Options) *filler {
	f := &filler{table: &Table{File: file}, chosen: o.Categorical, kinds: make([]kind, len(names)), codes: make([]map[string]int, len(names))}
	for i, name := range names {
		f.table.Columns = append(f.table.Columns, Column{Name: name})
		if slices.Contains(o.Categorical, name) {
			f.kinds[i] = texts
		}
	}
	return f
}

// missing are the usual marks of a cell that is not there.
var missing = []string{"", "NA", "N/A", "NaN", "nan", "null", "."}

// add adds a cell; want is what it should have been where it is no such thing.
func (f *filler) add(column int, text string, at place) (want string) {
	c := &f.table.Columns[column]
	text = strings.TrimSpace(text)
	if slices.Contains(missing, text) {
		f.addMissing(column, at)
		return ""
	}
	v, isNumber := number(text)
	if f.kinds[column] == unknown {
		f.kinds[column] = texts
		if isNumber {
			f.kinds[column] = numbers
		}
	}
	switch {
	case f.kinds[column] == texts:
		f.addText(column, text)
	case !isNumber:
		return "a number, as in the rows above (or name the column with --categorical)"
	case math.IsInf(v, 0):
		return "a finite number, or nothing where it is missing"
	default:
		c.Values = append(c.Values, v)
	}
	return ""
}

func (f *filler) addMissing(column int, at place) {
	c := &f.table.Columns[column]
	if c.gap.line == 0 {
		c.gap = at
	}
	c.Values = append(c.Values, math.NaN())
}

func (f *filler) addText(column int, text string) {
	c := &f.table.Columns[column]
	if f.codes[column] == nil {
		f.codes[column] = make(map[string]int)
	}
	code, ok := f.codes[column][text]
	if !ok {
		code = len(c.Labels)
		f.codes[column][text] = code
		c.Labels = append(c.Labels, text)
	}
	c.Values = append(c.Values, float64(code))
}

// number reads a number, or true and false as 1 and 0.
func number(text string) (float64, bool) {
	v, err := strconv.ParseFloat(text, 64)
	if err == nil || errors.Is(err, strconv.ErrRange) {
		return v, !math.IsNaN(v)
	}
	switch strings.ToLower(text) {
	case "true":
		return 1, true
	case "false":
		return 0, true
	}
	return 0, false
}

// finish puts labels in order and returns the table.
func (f *filler) finish(rows int) *Table {
	f.table.Rows = rows
	for k := range f.table.Columns {
		c := &f.table.Columns[k]
		if len(c.Labels) == 0 {
			continue
		}
		sorted := slices.Sorted(slices.Values(c.Labels))
		rank := make([]float64, len(sorted))
		for code, label := range c.Labels {
			at, _ := slices.BinarySearch(sorted, label)
			rank[code] = float64(at)
		}
		for i, v := range c.Values {
			if !math.IsNaN(v) {
				c.Values[i] = rank[int(v)]
			}
		}
		c.Labels = sorted
	}
	return f.table
}

// readText reads a table of lines, or a sheet.
func readText(ctx context.Context, file *source.File, o Options) (*Table, error) {
	part, err := choose(file, o.Sheet)
	if err != nil {
		return nil, err
	}
	if part.Head.Form == source.JSON {
		return nil, &source.FileError{File: part.Name(), Line: 1, Column: 1, Problem: "this is JSON", Remedy: "write the experiments as CSV or Parquet, one row each"}
	}
	records, err := part.Open()
	if err != nil {
		return nil, err
	}
	defer func() { _ = records.Close() }()
	f, err := readHeader(part.Name(), records, o)
	if err != nil {
		return nil, err
	}
	rows := 0
	for {
		if rows%4096 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		cells, err := records.Next()
		if errors.Is(err, io.EOF) {
			return f.finish(rows), nil
		}
		if err != nil {
			return nil, err
		}
		if len(cells) == 0 || len(cells) == 1 && strings.TrimSpace(cells[0]) == "" && len(f.kinds) > 1 {
			continue
		}
		if err := f.row(records, cells); err != nil {
			return nil, err
		}
		if rows++; o.over(rows, len(f.kinds)) {
			line, _ := records.At(0)
			return nil, o.tooMany(part.Name(), line)
		}
	}
}

// readHeader reads the names of the columns.
func readHeader(file string, records source.Records, o Options) (*filler, error) {
	cells, err := records.Next()
	if errors.Is(err, io.EOF) {
		return nil, &source.FileError{File: file, Line: 1, Column: 1, Problem: "the table is empty", Remedy: "give a header line and rows"}
	}
	if err != nil {
		return nil, err
	}
	var names []string
	for i, cell := range cells {
		name := strings.TrimSpace(cell)
		if name != "" && slices.Contains(names, name) {
			line, column := records.At(i)
			return nil, &source.FileError{File: file, Line: line, Column: column, Problem: fmt.Sprintf("two columns are named %q", name), Remedy: "give each column a name of its own"}
		}
		names = append(names, name)
	}
	return newFiller(file, names, o), nil
}

func (f *filler) row(records source.Records, cells []string) error {
	if len(cells) != len(f.kinds) {
		line, _ := records.At(0)
		return &source.FileError{File: f.table.File, Line: line, Column: 1,
			Problem: fmt.Sprintf("%d cells under a header of %d", len(cells), len(f.kinds)), Remedy: "give every line as many cells as the header"}
	}
	line, _ := records.At(0)
	f.table.lines = append(f.table.lines, line)
	for k, cell := range cells {
		line, column := records.At(k)
		if want := f.add(k, cell, place{line, column}); want != "" {
			return &source.CellError{File: f.table.File, Line: line, Column: column, Name: f.table.Columns[k].Name, Text: strings.TrimSpace(cell), Want: want}
		}
	}
	return nil
}
