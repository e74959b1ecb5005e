package table

import (
	"fmt"
	"math"
	"regexp"
	"unicode/utf8"
)

// Type is what the cells of a column are.
type Type uint8

// The types. A small number lies from -127 to 100, as one byte of Stata's does;
// a whole number within 2,147,483,620 either way.
const (
	Small Type = iota
	Int
	Float
)

// String names the type.
func (t Type) String() string { return [...]string{"small", "int", "float"}[t] }

// Bounds of the types, as Stata has them: what lies above marks a missing value
// there.
const (
	leastSmall, mostSmall = -127, 100
	mostInt               = 2147483620
	mostFloat             = 8.9884656743115785e307
)

// Column describes a column to readers of the file.
type Column struct {
	Name   string
	Type   Type
	Label  string // what it says, in a few words
	Unit   string // "" for codes
	Source string // where its figures come from
}

// Cells are the cells of one column in a block. Row i has Values[At[i]], or
// Values[i] where At is nil: so a figure of a state that stands in many rows is
// held once.
type Cells struct {
	Values []float64
	At     []int32
}

func (c Cells) row(i int) float64 {
	if c.At == nil {
		return c.Values[i]
	}
	return c.Values[c.At[i]]
}

// Block is some rows of a table, column by column in the table's order.
type Block struct {
	Rows  int
	Cells []Cells
}

// Chunk is a block made ready to be written. Its memory can serve again after
// [Writer.Write].
type Chunk struct {
	rows  int
	bytes []byte
	dense [][]float64
	texts texts
}

// Writer writes a table in one format.
type Writer interface {
	// Prepare makes a block ready; c may be one that was written, or new. Many
	// may call it at a time.
	Prepare(b *Block, c *Chunk) error
	// Write writes what is ready. The order of calls is that of the rows.
	Write(c *Chunk) error
	// Close ends the table. It does not close what is written to.
	Close() error
}

// A ColumnError says that a column cannot be written as declared.
type ColumnError struct{ Column, Problem string }

func (e *ColumnError) Error() string { return fmt.Sprintf("table: column %q: %s", e.Column, e.Problem) }

// identifier is a name that every reader takes, Stata among them.
var identifier = regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_]{0,31}$`)

// check refuses names that some reader would not take, or that come twice.
func check(columns []Column) error {
	seen := map[string]bool{}
	for _, c := range columns {
		switch {
		case !identifier.MatchString(c.Name):
			return &ColumnError{c.Name, "want a name of at most 32 letters, digits and underscores"}
		case seen[c.Name]:
			return &ColumnError{c.Name, "comes twice"}
		case !utf8.ValidString(c.Label + c.Unit + c.Source):
			return &ColumnError{c.Name, "its label, unit or source is not UTF-8"}
		}
		seen[c.Name] = true
	}
	return nil
}

// fits reports what keeps a value from a column of a type, "" for nothing.
func fits(t Type, v float64) string {
	switch {
	case math.IsNaN(v):
		return ""
	case t == Float && math.Abs(v) <= mostFloat:
		return ""
	case t == Float:
		return fmt.Sprintf("%v is out of range", v)
	case v != math.Trunc(v):
		return fmt.Sprintf("%v is no whole number", v)
	case t == Small && (v < leastSmall || v > mostSmall), math.Abs(v) > mostInt:
		return fmt.Sprintf("%v is out of the range of %s numbers", v, t)
	}
	return ""
}

// verify holds every value of a block to the types of its columns.
func verify(columns []Column, b *Block) error {
	if len(b.Cells) != len(columns) {
		return fmt.Errorf("table: a block of %d columns in a table of %d", len(b.Cells), len(columns))
	}
	for k, c := range columns {
		cells := b.Cells[k]
		if cells.At == nil && len(cells.Values) < b.Rows || cells.At != nil && len(cells.At) < b.Rows {
			return &ColumnError{c.Name, fmt.Sprintf("fewer cells than the %d rows of the block", b.Rows)}
		}
	}
	return nil
}

// Rows is how many rows are ready.
func (c *Chunk) Rows() int { return c.rows }
