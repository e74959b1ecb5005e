package store

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/ir"
)

// mostTexts is how many different codes of a column are counted, and mostListed
// how many of those not understood a manifest lists.
const (
	mostTexts  = 50000
	mostListed = 40
)

// tally counts, while a table is read, what its manifest says of it.
type tally struct {
	columns     []source.Column
	when        source.When
	years       []int // columns that tell years
	codes       []int // columns that identify states
	texts       []map[string]int64
	numbers     []map[int64]int64
	nulls       []int64
	wide        map[int]ir.Year
	first, last ir.Year
	any         bool
}

func newTally(columns []source.Column, when source.When) *tally {
	t := &tally{columns: columns, when: when, nulls: make([]int64, len(columns)), wide: map[int]ir.Year{}}
	for i, c := range columns {
		if slices.ContainsFunc(when.Columns, func(name string) bool { return source.SameName(name, c.Name) }) {
			t.years = append(t.years, i)
		}
		if y, ok := source.YearName(c.Name); ok && when.Wide {
			t.wide[i] = y
		}
		if c.Code != source.NoCode {
			t.codes = append(t.codes, i)
			t.texts = append(t.texts, map[string]int64{})
			t.numbers = append(t.numbers, map[int64]int64{})
		}
	}
	return t
}

func (t *tally) add(row []source.Value) {
	for i := range row {
		if row[i].Null {
			t.nulls[i]++
			continue
		}
		if y, ok := t.wide[i]; ok {
			t.year(y)
		}
	}
	for _, i := range t.years {
		if y, ok := yearOf(t.columns[i].Type, row[i]); ok {
			t.year(y + ir.Year(t.when.Plus))
		}
	}
	for k, i := range t.codes {
		switch {
		case row[i].Null:
		case t.columns[i].Type == source.Int:
			if m := t.numbers[k]; len(m) < mostTexts || m[row[i].Int] > 0 {
				m[row[i].Int]++
			}
		default:
			if m := t.texts[k]; len(m) < mostTexts || m[row[i].Text] > 0 {
				m[row[i].Text]++
			}
		}
	}
}

// yearOf is the year of a cell: a whole number as it is, or the year of a date.
func yearOf(kind source.Type, v source.Value) (ir.Year, bool) {
	switch {
	case v.Null:
		return 0, false
	case kind == source.Int && v.Int < 1e5:
		return ir.Year(v.Int), v.Int > -1000
	case kind == source.Int:
		return source.YearIn(strconv.FormatInt(v.Int, 10))
	case kind == source.Float:
		return ir.Year(v.Float), v.Float > -1000 && v.Float < 1e5
	}
	return source.YearIn(v.Text)
}

func (t *tally) year(y ir.Year) {
	if !t.any || y < t.first {
		t.first = y
	}
	if !t.any || y > t.last {
		t.last = y
	}
	t.any = true
}

// states says of each column of codes what it names.
func (t *tally) states() []States {
	var out []States
	for k, i := range t.codes {
		counts := t.texts[k]
		for n, rows := range t.numbers[k] {
			counts[strconv.FormatInt(n, 10)] = rows
		}
		s := States{Column: t.columns[i].Name}
		matched := map[ir.CCode]bool{}
		for text, rows := range counts {
			switch c, verdict := source.Resolve(t.columns[i].Code, text, source.AnyYear); verdict {
			case source.Matched:
				matched[c] = true
			case source.Other:
				s.Other = append(s.Other, Unknown{text, rows})
			default:
				s.Unknown = append(s.Unknown, Unknown{text, rows})
			}
		}
		s.Matched, s.Other, s.Unknown = len(matched), most(s.Other), most(s.Unknown)
		out = append(out, s)
	}
	return out
}

// most keeps the commonest, in a fixed order.
func most(list []Unknown) []Unknown {
	slices.SortFunc(list, func(a, b Unknown) int {
		return cmp.Or(cmp.Compare(b.Rows, a.Rows), cmp.Compare(a.Text, b.Text))
	})
	return list[:min(len(list), mostListed)]
}

// described are the columns as a manifest lists them.
func (t *tally) described() []Column {
	var out []Column
	for i, c := range t.columns {
		out = append(out, Column{
			Name: c.Name, Type: c.Type.String(), Unit: c.Unit, Code: c.Code.String(),
			Missing: c.Missing, Nulls: t.nulls[i], Note: c.Note,
		})
	}
	return out
}
