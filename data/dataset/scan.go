package dataset

import (
	"context"
	"math"
	"slices"
	"strconv"

	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/data/store"
	"github.com/shatterbelt/shatterbelt/ir"
)

// scan is one pass over a stored table for all the series declared of it.
type scan struct {
	target  *target
	columns []string
	types   []string
	systems []source.Code
	at      map[string]int // place among columns, by name as published
	cells   []source.Value
	row     int64
	memo    []memo
	found   []map[meant]ir.CCode // by column
}

// memo is the state that a column was last found to mean.
type memo struct {
	row  int64
	year ir.Year
	c    ir.CCode
}

// meant is a code in a year.
type meant struct {
	text string
	n    int64
	year ir.Year
}

// noState marks a code that is no state.
const noState = ir.CCode(math.MaxUint16)

// read reads every series that is declared of one table into what is gathered
// of their indicators.
func (t *target) read(ctx context.Context, s *store.Store, m store.Manifest, decls []source.Series, into *gathered) error {
	stored, err := s.Table(m, decls[0].Table)
	if err != nil {
		return err
	}
	defer func() { _ = stored.Close() }()
	c := &scan{target: t, at: map[string]int{}}
	c.plan(stored, decls)
	parts := make([]*part, len(decls))
	for i, d := range decls {
		parts[i] = newPart(c, m, stored.Stored, d, into)
	}
	err = stored.Each(ctx, c.columns, func(n int64, cells []source.Value) error {
		c.cells, c.row = cells, n+1
		for _, p := range parts {
			if p.decl.Where == nil || p.decl.Where(p) {
				p.take()
			}
		}
		return nil
	})
	for _, p := range parts {
		p.meet()
	}
	return err
}

// plan lists the columns to read: those that a series names, all of them where
// one asks whatever it likes, and years only where they are columns.
func (c *scan) plan(t *store.Table, decls []source.Series) {
	c.want(t, func(column store.Column) bool {
		_, isYear := source.YearName(column.Name)
		return slices.ContainsFunc(decls, func(d source.Series) bool {
			return d.Where != nil && !isYear || isYear && isWide(d) ||
				slices.ContainsFunc(d.Columns(), func(name string) bool { return source.SameName(name, column.Name) })
		})
	})
}

// want lists the columns to read.
func (c *scan) want(t *store.Table, wanted func(store.Column) bool) {
	for _, column := range t.Columns {
		if wanted(column) {
			c.at[source.Folded(column.Name)] = len(c.columns)
			c.columns = append(c.columns, column.Name)
			c.types = append(c.types, column.Type)
			c.systems = append(c.systems, source.ParseCode(column.Code))
			c.found = append(c.found, map[meant]ir.CCode{})
		}
	}
	c.memo = make([]memo, len(c.columns))
}

func isWide(d source.Series) bool { return d.Year == "" && d.Start == "" && d.Always == 0 }

// place is where a column stands, -1 for none.
func (c *scan) place(name string) int {
	i, ok := c.at[source.Folded(name)]
	if !ok || name == "" {
		return -1
	}
	return i
}

// Text gives a cell of the current row to [source.Series.Where].
func (c *scan) Text(column string) string { return c.text(c.place(column)) }

func (c *scan) text(i int) string {
	if i < 0 || c.cells[i].Null {
		return ""
	}
	return textOf(c.types[i], c.cells[i])
}

// Number gives a cell of the current row to [source.Series.Where].
func (c *scan) Number(column string) (v float64, ok bool) { return c.number(c.place(column)) }

func (c *scan) number(i int) (v float64, ok bool) {
	if i < 0 || c.cells[i].Null || c.types[i] == source.Text.String() {
		return math.NaN(), false
	}
	return c.cells[i].Float, true
}

func textOf(kind string, v source.Value) string {
	switch kind {
	case source.Int.String():
		return strconv.FormatInt(v.Int, 10)
	case source.Float.String():
		return strconv.FormatFloat(v.Float, 'g', -1, 64)
	}
	return v.Text
}

// year reads a year or the year of a date.
func (c *scan) year(i int) (ir.Year, bool) {
	if i < 0 || c.cells[i].Null {
		return 0, false
	}
	if c.types[i] != source.Text.String() && math.Abs(c.cells[i].Float) < 1e5 {
		return ir.Year(c.cells[i].Float), true
	}
	return source.YearIn(textOf(c.types[i], c.cells[i]))
}

// state is the state that a cell of the current row means in a year, [ir.World]
// or noState.
func (c *scan) state(i int, y ir.Year) ir.CCode {
	if m := c.memo[i]; m.row == c.row && m.year == y {
		return m.c
	}
	out := noState
	if v := c.cells[i]; !v.Null {
		k := meant{v.Text, v.Int, y}
		var ok bool
		if out, ok = c.found[i][k]; !ok {
			out = resolve(c.systems[i], textOf(c.types[i], v), y)
			c.found[i][k] = out
		}
	}
	c.memo[i] = memo{c.row, y, out}
	return out
}

func resolve(system source.Code, text string, y ir.Year) ir.CCode {
	if source.IsWorld(system, text) {
		return ir.World
	}
	if state, verdict := source.Resolve(system, text, y); verdict == source.Matched {
		return state
	}
	return noState
}
