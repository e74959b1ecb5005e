package recipe

import (
	"fmt"
	"math"
	"slices"

	"github.com/shatterbelt/shatterbelt/ir"
)

// yearly holds rows about states or dyads by year: the rows of one year lie
// together. Numbers are those of the Correlates of War list.
type yearly struct {
	covered years
	first   ir.Year
	start   []int32 // where each year's rows begin; one more than there are years
	a, b    []uint16
	v       [][]float64
}

// rows gives the rows of a year, from lo up to hi.
func (t *yearly) rows(y ir.Year) (lo, hi int) {
	i := int(y - t.first)
	if i < 0 || i+1 >= len(t.start) {
		return 0, 0
	}
	return int(t.start[i]), int(t.start[i+1])
}

// gather collects rows in any order and sorts them by year.
type gather struct {
	years []int16
	a, b  []uint16
	v     [][]float64
}

func newGather(columns int) *gather { return &gather{v: make([][]float64, columns)} }

// expect makes room for as many rows as a table has.
func (g *gather) expect(rows int64) {
	n := int(rows)
	g.years, g.a, g.b = slices.Grow(g.years, n), slices.Grow(g.a, n), slices.Grow(g.b, n)
	for k := range g.v {
		g.v[k] = slices.Grow(g.v[k], n)
	}
}

// add takes a row; b is 0 for a state.
func (g *gather) add(y ir.Year, a, b uint16, values ...float64) {
	g.years = append(g.years, int16(y))
	g.a, g.b = append(g.a, a), append(g.b, b)
	for k, v := range values {
		g.v[k] = append(g.v[k], v)
	}
}

// sort puts the rows in order of year, those of a year in the order added.
func (g *gather) sort(covered years) *yearly {
	t := &yearly{covered: covered}
	if len(g.years) == 0 {
		return t
	}
	first, last := g.years[0], g.years[0]
	for _, y := range g.years {
		first, last = min(first, y), max(last, y)
	}
	t.first = ir.Year(first)
	t.start = make([]int32, int(last-first)+2)
	for _, y := range g.years {
		t.start[y-first+1]++
	}
	for i := 1; i < len(t.start); i++ {
		t.start[i] += t.start[i-1]
	}
	to := make([]int32, len(g.years))
	next := append([]int32(nil), t.start...)
	for i, y := range g.years {
		to[i] = next[y-first]
		next[y-first]++
	}
	t.a, t.b = place(g.a, to), place(g.b, to)
	for _, v := range g.v {
		t.v = append(t.v, place(v, to))
	}
	return t
}

// place moves each element to its place.
func place[T any](from []T, to []int32) []T {
	out := make([]T, len(from))
	for i, v := range from {
		out[to[i]] = v
	}
	return out
}

// rowsOf takes a group of rows from a table of states or dyads: its first
// columns are the year, the number of a state and, for a dyad, that of another.
func (g *gather) rowsOf(rows int, c [][]float64, dyad bool) error {
	from := 2
	if dyad {
		from = 3
	}
	for i := range rows {
		a, err := stateNumber(c[1][i])
		if err != nil {
			return err
		}
		b := uint16(0)
		if dyad {
			if b, err = stateNumber(c[2][i]); err != nil {
				return err
			}
		}
		y := c[0][i]
		if math.IsNaN(y) || math.Abs(y) > math.MaxInt16 {
			return fmt.Errorf("panel: %v is no year", y)
		}
		g.years = append(g.years, int16(y))
		g.a, g.b = append(g.a, a), append(g.b, b)
	}
	for k := range g.v {
		g.v[k] = append(g.v[k], c[from+k][:rows]...)
	}
	return nil
}

// A TwiceError says that a table has two rows for what a panel has once.
type TwiceError struct {
	Table string
	A, B  uint16
	Year  ir.Year
}

func (e *TwiceError) Error() string {
	who := fmt.Sprintf("state %d", e.A)
	if e.B != 0 {
		who = fmt.Sprintf("states %d and %d", e.A, e.B)
	}
	return fmt.Sprintf("panel: %s has two rows that differ for %s in %d, and a panel takes one; import a corrected file", e.Table, who, e.Year)
}

// once makes one of two rows of a state or dyad in a year: publishers who follow
// regions have two for a state in the year in which they merge. Each column has
// the value of the row that has one; two values that differ are refused.
func (t *yearly) once(table string) error {
	seen := make([]int32, (biggest+1)*(biggest+1)) // row + 1
	for i := range max(0, len(t.start)-1) {
		for r := t.start[i]; r < t.start[i+1]; r++ {
			at := int(t.a[r])*(biggest+1) + int(t.b[r])
			if before := seen[at] - 1; before >= t.start[i] {
				if !t.merge(int(before), int(r)) {
					return &TwiceError{table, t.a[r], t.b[r], t.first + ir.Year(i)}
				}
			}
			seen[at] = r + 1
		}
	}
	return nil
}

// merge gives two rows the values of both, and reports whether none differ.
func (t *yearly) merge(p, q int) bool {
	for _, v := range t.v {
		switch {
		case math.IsNaN(v[p]):
			v[p] = v[q]
		case math.IsNaN(v[q]):
			v[q] = v[p]
		case v[p] != v[q]: // as read, from one text or two
			return false
		}
	}
	return true
}
