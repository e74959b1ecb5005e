package user

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/data/source"
)

// How much of a table is looked at to guess what it is.
const (
	guessRows  = 5000
	guessTexts = 400 // different texts of a column
)

// sketch is what the first rows of a column show.
type sketch struct {
	name           string
	texts          []string // different ones, in the order met
	seen           map[string]bool
	whole, numbers bool
	years, dates   bool
	wide           bool // the name is a year
	code           source.Code
}

// Begin writes a mapping of a table to be completed: columns and indicators as
// its first rows suggest, and a question mark for what only its user knows.
// Known are the indicators of the program, whose units are taken.
func Begin(ctx context.Context, p source.Part, known []panel.Indicator) (string, error) {
	m := source.Match{Layout: &source.Layout{Table: Table, Ragged: true, Western: true, Lazy: true}}
	rows, err := m.Read(p)
	if err != nil {
		return "", err
	}
	defer func() { _ = rows.Close() }()
	var columns []*sketch
	for _, c := range rows.Columns() {
		_, wide := source.YearName(c.Name)
		columns = append(columns, &sketch{name: c.Name, seen: map[string]bool{}, whole: true, numbers: true, years: true, dates: true, wide: wide})
	}
	for n := 0; n < guessRows; n++ {
		row, err := rows.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return "", err
		}
		if ctx.Err() != nil {
			return "", ctx.Err()
		}
		for i, v := range row {
			columns[i].look(v.Text)
		}
	}
	for _, c := range columns {
		c.code = c.system()
	}
	return begun(p, columns, known), nil
}

// look takes note of one cell.
func (c *sketch) look(text string) {
	text = strings.TrimSpace(text)
	if text == "" || text == "NA" || text == "." || c.seen[text] || len(c.texts) >= guessTexts {
		return
	}
	c.seen[text] = true
	c.texts = append(c.texts, text)
	v, err := strconv.ParseFloat(text, 64)
	c.numbers = c.numbers && err == nil
	c.whole = c.whole && err == nil && v == math.Trunc(v)
	c.years = c.years && c.whole && v >= 1000 && v <= 2200
	_, dated := source.YearIn(text)
	c.dates = c.dates && dated && err != nil
}

// The share of a column's texts that must be codes of a system: of numbers more,
// since small ones are codes by chance.
const (
	leastTexts   = 0.6
	leastNumbers = 0.9
)

// hints are parts of a column's name that speak for a system.
var hints = []struct {
	part string
	code source.Code
}{{"gw", source.GW}, {"polity", source.Polity}, {"isonum", source.ISONum}, {"m49", source.ISONum}, {"vdem", source.VDem}, {"cow", source.COW}, {"ccode", source.COW}}

// system is the one that most of the texts are codes of, or none. Of two that fit
// alike, the one that the name of the column speaks for.
func (c *sketch) system() source.Code {
	if len(c.texts) == 0 || c.years || c.wide || c.dates {
		return source.NoCode
	}
	least := leastTexts
	candidates := []source.Code{source.ISO3, source.Name, source.COWAbb, source.VDem, source.ISO2}
	if c.whole {
		candidates, least = []source.Code{source.COW, source.GW, source.ISONum, source.Polity}, leastNumbers
	}
	for _, h := range hints {
		if strings.Contains(strings.ToLower(c.name), h.part) && slices.Contains(candidates, h.code) {
			candidates = append([]source.Code{h.code}, candidates...)
			break
		}
	}
	best, most := source.NoCode, 0.0
	for _, system := range candidates {
		n := 0
		for _, text := range c.texts {
			if _, verdict := source.Resolve(system, text, source.AnyYear); verdict == source.Matched {
				n++
			}
		}
		if share := float64(n) / float64(len(c.texts)); share >= least && share > most {
			best, most = system, share
		}
	}
	return best
}

// kind is the type of a column that is no state.
func (c *sketch) kind() string {
	switch {
	case len(c.texts) == 0:
		return "text"
	case c.years:
		return "year"
	case c.numbers:
		return "number"
	case c.dates:
		return "date"
	}
	return "text"
}

// ends tells columns of beginnings and ends by their names.
var (
	begins = regexp.MustCompile(`(?i)^(st|start|begin|from|since)`)
	ends   = regexp.MustCompile(`(?i)^(end|until|to$|thru|last)`)
)

// shape is how the rows of a table are laid out.
type shape struct {
	states, years []string // columns
	start, end    string
	wide          bool
}

func shapeOf(columns []*sketch) shape {
	var s shape
	for _, c := range columns {
		timed := c.kind() == "year" || c.kind() == "date"
		switch {
		case c.wide:
			s.wide = true
		case c.code != source.NoCode:
			s.states = append(s.states, c.name)
		case timed && begins.MatchString(c.name) && s.start == "":
			s.start = c.name
		case timed && ends.MatchString(c.name) && s.end == "":
			s.end = c.name
		case timed:
			s.years = append(s.years, c.name)
		}
	}
	return s
}

// begun writes the mapping.
func begun(p source.Part, columns []*sketch, known []panel.Indicator) string {
	var b strings.Builder
	name := strings.Trim(unfit.ReplaceAllString(strings.ToLower(strings.SplitN(p.Head.File, ".", 2)[0]), "-"), "-")
	if name == "" || name[0] < 'a' || name[0] > 'z' {
		name = "my-" + name
	}
	fmt.Fprintf(&b, "# A mapping of %s, begun by its content. Write what stands as a question mark,\n# and check the rest: docs/data/user.md says what each line means.\n", p.Head.File)
	fmt.Fprintf(&b, "schema: %s\ndataset: %s\nedition: \"1\"\ntitle: \"?\"\npublisher: \"?\"\nlicence: \"?\"\ncitation: \"?\"\n", MappingSchema, strings.Trim(name, "-"))
	if p.Head.Form == source.Workbook {
		fmt.Fprintf(&b, "sheet: %s\n", quoted(p.Head.Sheet))
	}
	b.WriteString("columns:\n")
	for _, c := range columns {
		switch {
		case c.wide:
		case c.code != source.NoCode:
			fmt.Fprintf(&b, "  - {name: %s, state: %s}\n", quoted(c.name), c.code)
		default:
			fmt.Fprintf(&b, "  - {name: %s, type: %s}\n", quoted(c.name), c.kind())
		}
	}
	b.WriteString("indicators:\n")
	s := shapeOf(columns)
	for _, i := range indicatorsOf(columns, s, known) {
		b.WriteString(i)
	}
	return b.String()
}

// unfit is what names cannot have.
var unfit = regexp.MustCompile(`[^a-z0-9]+`)

// quoted writes a text as YAML that is read back as it is.
func quoted(text string) string { return strconv.Quote(text) }

// indicatorsOf writes one indicator for each column of numbers, or one for all
// years where these are columns, or one for the spells.
func indicatorsOf(columns []*sketch, s shape, known []panel.Indicator) []string {
	tail := s.lines()
	if s.wide {
		return []string{entry("my_indicator", "", known, tail+"    wide: true\n")}
	}
	var out []string
	for _, c := range columns {
		if c.code == source.NoCode && c.kind() == "number" {
			out = append(out, entry(c.name, c.name, known, tail))
		}
	}
	if len(out) == 0 {
		out = append(out, entry("my_indicator", "", known, tail))
	}
	return out
}

// lines are those that every indicator of the table has: whose it is, and when.
func (s shape) lines() string {
	at := func(list []string, i int) string {
		if i < len(list) {
			return quoted(list[i])
		}
		return `"?"`
	}
	out := "    state: " + at(s.states, 0) + "\n"
	if len(s.states) > 1 {
		out += "    partner: " + at(s.states, 1) + "\n"
	}
	switch {
	case s.wide:
	case s.start != "" && len(s.years) == 0:
		out += "    start: " + quoted(s.start) + "\n"
		if s.end != "" {
			out += "    end: " + quoted(s.end) + "\n"
		}
		out += "    holds: spell\n    covers: [\"?\", \"?\"]\n"
	default:
		out += "    year: " + at(s.years, 0) + "\n"
	}
	return out
}

// entry writes one indicator; its unit is the program's where it has one of the
// name.
func entry(name, value string, known []panel.Indicator, tail string) string {
	name = strings.Trim(unfit.ReplaceAllString(strings.ToLower(name), "_"), "_")
	if name == "" || name[0] < 'a' {
		name = "x_" + name
	}
	unit := toWrite
	if i := slices.IndexFunc(known, func(k panel.Indicator) bool { return k.Name == name }); i >= 0 {
		unit = known[i].Unit
	}
	out := fmt.Sprintf("  - name: %s\n    unit: %s\n%s", name, quoted(unit), tail)
	if value != "" {
		out += "    value: " + quoted(value) + "\n"
	}
	return out
}
