package source

import (
	"fmt"
	"slices"
	"strings"

	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// A Dataset is one published dataset: who publishes it, on what terms, in which
// editions, how its files are laid out, and which of its columns are indicators
// of a panel. One folder below this package declares one dataset as a function
//
//	func Dataset() source.Dataset
//
// that internal/builtin lists. Most loaders are such a declaration and no more.
type Dataset struct {
	Key       string // lower case, as the folder is named: "nmc"
	Title     string
	Publisher string
	Licence   string // as the publisher states it, or "none stated"
	Cite      string // key in the bibliography
	URL       string // where a person gets it
	// Get says what a person does there, where opening the page and saving the
	// file is not all: what to register for, what to save it as.
	Get      string
	Note     string // what a user of the figures must know, if anything
	Editions []Edition
	Layouts  []Layout
	Series   []Series
	// Own says that a user declared it: its figures come before published ones.
	Own bool
}

// An Edition is one release. Editions are declared oldest first; of those that
// are imported the newest counts unless another is asked for.
type Edition struct {
	Name        string  // "6.0"
	First, Last ir.Year // that its tables are about; 0 where none tells
	States      int     // that are named in the column that names most; 0 where none does
	Files       []Known
}

// Known is a file of an edition: one whose content has been looked at, or one
// that has an address.
type Known struct {
	File string // its name as published
	// SHA256 is of the file as it was looked at; "" where only its address is
	// known.
	SHA256 string
	// Unpacked is the hash of what is in it, where the file looked at is a
	// published one that was packed for keeping. A file is the one known whether
	// it is packed or not.
	Unpacked string
	Rows     int    // in all tables read from it
	URL      string // the publisher's stable address of it, or of an archive it is in; "" where there is none
}

// Is reports whether a hash is that of the file, packed or not.
func (k Known) Is(sha256 string) bool {
	return sha256 != "" && (strings.EqualFold(k.SHA256, sha256) || strings.EqualFold(k.Unpacked, sha256))
}

// A Layout is one way in which a table of the dataset is written in files. The
// same table may have several: other editions, a workbook and its conversion.
type Layout struct {
	Table   string // name of the stored table: "state_year"
	Edition string // the edition it must be; "" where the content decides
	// Sheet is the sheet of a workbook, or the base name of a member of an
	// archive, that holds the table; "" is any.
	Sheet string
	// HeaderAt is the text of the first cell of the header, where titles stand
	// above it; "" is the first line.
	HeaderAt string
	// Names are the columns of a file that has no header.
	Names   []string
	Columns []Column
	// Other types a column that Columns does not name, such as one for each
	// year; nil, or false, keeps it as text.
	Other func(name string) (Column, bool)
	// Exact refuses columns that Columns does not name.
	Exact bool
	// Match looks at the first lines where the columns do not tell two tables
	// apart; nil matches.
	Match func(Head) bool
	// EditionOf names the edition of a file of unknown hash, where its first
	// lines tell; "" or nil where they do not.
	EditionOf func(Head) string
	// Skip passes over lines that are no rows: headings within the table, notes
	// below it.
	Skip func(cells []string) bool
	// Western says that files of this layout are published in Windows-1252, of
	// which ISO 8859-1 is a part; otherwise what is not Unicode is refused.
	Western bool
	// Lazy lets quotation marks stand within cells undoubled. A mark that is
	// never closed is then not noticed.
	Lazy bool
	// Ragged lets lines be shorter than the header.
	Ragged bool
	// Read opens what is not a table of lines, such as JSON. Its first record is
	// the header.
	Read func(*File) (Records, error)
	When When
}

// When says which columns tell the years a row is about, for the coverage in
// the manifest.
type When struct {
	Columns []string // a year, or a date with its year: "1990", "19900801", "1990-08-01"
	Plus    int      // added to the number: 1945 for sessions of the General Assembly
	Wide    bool     // a column whose name is a year holds that year
}

// Type is what the cells of a column are.
type Type uint8

// The types of cells. A date is Text, as published.
const (
	Text Type = iota
	Int
	Float
)

// String names the type.
func (t Type) String() string { return [...]string{"text", "int", "float"}[t] }

// Code is a system of codes or names of states.
type Code uint8

// The systems that identify states.
const (
	NoCode Code = iota
	COW         // Correlates of War number
	GW          // Gleditsch-Ward number
	ISO3        // ISO 3166-1 alpha-3, in either case
	ISO2        // ISO 3166-1 alpha-2
	ISONum      // ISO 3166-1 numeric
	COWAbb      // Correlates of War abbreviation: "UKG"
	VDem        // the V-Dem project's letters
	Polity      // the Polity project's number
	Name        // a name, in English or Korean
)

// Column is one column of a table as published.
type Column struct {
	Name string // as published; found whatever its case and the blanks round it
	Type Type
	Unit string // "" for codes, names and marks
	// Missing are the texts that mark a missing value, beside the empty cell and
	// the usual NA, NaN and dots.
	Missing []string
	// Code says that the column identifies a state, and how.
	Code Code
	// Optional columns need not be there.
	Optional bool
	// Clean rewrites a cell before it is read, such as a number with commas.
	Clean func(string) string
	Note  string
}

// Series is an indicator of the panel that a table gives.
type Series struct {
	Table     string
	Indicator panel.Indicator // name, unit, form, how long a row holds
	Kind      prov.Kind
	State     string // column that identifies the state, or the state from which
	Partner   string // column that identifies the other, for dyads
	Year      string // column of the year; "" where the columns are years
	Plus      int    // added to the year
	// Start and End are columns of dates or years in place of Year, for tables of
	// spells: a row holds from the year of the one through that of the other. A
	// missing End is the last year covered.
	Start, End string
	// Always is the year that a table without years stands at, in place of Year:
	// the first for which what it says is taken to hold.
	Always    ir.Year
	Value     string // column of the value; "" is 1, for tables that list what there was
	Low, High string // columns of its published range, if any
	Scale     float64
	// Where keeps the rows it is true of; nil keeps all.
	Where func(Cells) bool
	// Total says that the table holds every member of the state system, so that
	// the sum of a year is the world's; it is added as a derived figure.
	Total bool
	// Until is the last year that is no forecast, where the table has both; 0
	// where it has none.
	Until ir.Year
	// StateIs is the state that every row is about or comes from, in place of
	// State; 0 where a column tells.
	StateIs ir.CCode
	// Times is a column by which the value is multiplied, such as population for
	// a value per head; a row without it gives no figure.
	Times string
	// Sum adds the values of all rows of one figure; with Value "" it counts the
	// rows. Without it the first row counts and others that differ are reported.
	Sum bool
	// Once is a column by which a sum takes rows of one state and partner once, in
	// whatever year: of rows that share its text, the first.
	Once string
	// Within is a column by which rows belong together, such as the participants of
	// one event: every two states in rows of one year that share its text are a pair,
	// once, and events add up. State and Partner are then the same column.
	Within string
	// Alias says what the figures stand in for, where they are not just what the
	// indicator is.
	Alias string
}

// Step says in words what makes a figure of more than one cell, "" where a
// figure is a cell as published. It stands in the note of the source.
func (s *Series) Step() string {
	var parts []string
	switch {
	case s.Sum && s.Value == "":
		parts = append(parts, "rows of one state, partner and year counted")
	case s.Sum:
		parts = append(parts, s.Value+" added up over the rows of one state, partner and year")
	}
	if s.Within != "" {
		parts = append(parts, "pairs of states in rows of one "+s.Within+" and year, each counted once")
	}
	if s.Once != "" {
		parts = append(parts, "those of one "+s.Once+" once")
	}
	if s.Times != "" {
		parts = append(parts, s.Value+" times "+s.Times)
	}
	if s.Alias != "" {
		parts = append(parts, s.Alias)
	}
	if len(parts) > 0 && s.StateIs != 0 {
		parts = append(parts, fmt.Sprintf("state %d in every row", s.StateIs))
	}
	return strings.Join(parts, ", ")
}

// Columns lists the columns that the series names, some more than once.
func (s *Series) Columns() []string {
	return slices.DeleteFunc([]string{s.State, s.Partner, s.Year, s.Start, s.End, s.Value, s.Low, s.High, s.Times, s.Once, s.Within},
		func(name string) bool { return name == "" })
}

// Cells gives the cells of one stored row by the name of the column.
type Cells interface {
	Text(column string) string
	Number(column string) (v float64, ok bool)
}

// Edition finds an edition by name and its place in time.
func (d *Dataset) Edition(name string) (int, bool) {
	i := slices.IndexFunc(d.Editions, func(e Edition) bool { return e.Name == name })
	return i, i >= 0
}

// Known finds the file with a hash, its edition and whether there is one.
func (d *Dataset) Known(sha256 string) (e Edition, k Known, ok bool) {
	for _, e := range d.Editions {
		for _, k := range e.Files {
			if k.Is(sha256) {
				return e, k, true
			}
		}
	}
	return Edition{}, Known{}, false
}

// Tables lists the tables of the dataset, each once, in the order declared.
func (d *Dataset) Tables() []string {
	var out []string
	for _, l := range d.Layouts {
		if !slices.Contains(out, l.Table) {
			out = append(out, l.Table)
		}
	}
	return out
}

var codeNames = [...]string{"", "cow", "gw", "iso3", "iso2", "isonum", "cowabb", "vdem", "polity", "name"}

// String names the system, "" for none.
func (c Code) String() string { return codeNames[c] }

// ParseCode reads the name of a system; NoCode where there is none.
func ParseCode(name string) Code {
	return Code(max(0, slices.Index(codeNames[:], name)))
}
