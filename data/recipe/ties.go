package recipe

import (
	"context"
	"math"
	"slices"

	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/ir"
)

var (
	contiguityNeed = need{"cow-contiguity", "spells"}
	majorsNeed     = need{"cow-states", "majors"}
	strategicNeed  = need{"rivalries-tss", "dyads"}
	handbookNeed   = need{"rivalries-td", "dyads"}
)

// contiguity is the closest type of contiguity in force on some day of a year: 1
// by land, 2 to 5 by ever wider water, 0 for none.
type contiguity struct{ rows *yearly }

func openContiguity(ctx context.Context, l *loader, _ []spec) (filler, error) {
	g := newGather(1)
	covered, err := l.each(ctx, contiguityNeed, []string{"ccode1", "ccode2", "conttype", "stdate", "enddate"}, func(c []source.Value) error {
		a, err := stateNumber(c[0].Float)
		if err != nil {
			return err
		}
		b, err := stateNumber(c[1].Float)
		if err != nil {
			return err
		}
		start, err := parseDay(c[3].Text)
		if err != nil {
			return err
		}
		end, err := parseDay(c[4].Text)
		for y := start.year(); y <= end.year(); y++ {
			g.add(y, a, b, c[2].Float)
		}
		return err
	})
	return contiguity{g.sort(covered)}, err
}

func (c contiguity) fill(y *year, out [][]float64) error {
	m := out[0]
	y.base(m, c.rows.covered.has(y.year))
	lo, hi := c.rows.rows(y.year)
	for r := lo; r < hi; r++ {
		i, j, ok := y.pair(c.rows.a[r], c.rows.b[r])
		if kind := c.rows.v[0][r]; ok && kind > 0 {
			if have := m[i*y.n+j]; !(have > 0 && have <= kind) {
				m[i*y.n+j] = kind
			}
		}
	}
	return nil
}

// majors says who was a major power on some day of a year.
type majors struct{ rows *yearly }

func openMajors(ctx context.Context, l *loader, _ []spec) (filler, error) {
	g := newGather(0)
	covered, err := l.numbers(ctx, majorsNeed, []string{"ccode", "styear", "endyear"}, func(rows int, c [][]float64) error {
		for i := range rows {
			a, err := stateNumber(c[0][i])
			if err != nil {
				return err
			}
			for y := ir.Year(c[1][i]); y <= ir.Year(c[2][i]); y++ {
				g.add(y, a, 0)
			}
		}
		return nil
	})
	return majors{g.sort(covered)}, err
}

func (m majors) fill(y *year, out [][]float64) error {
	y.baseStates(out[0], m.rows.covered.has(y.year))
	lo, hi := m.rows.rows(y.year)
	for r := lo; r < hi; r++ {
		if i := y.local[m.rows.a[r]]; i >= 0 {
			out[0][i] = 1
		}
	}
	return nil
}

// rivalry says which states were rivals in a year, and of which kinds.
type rivalry struct{ rows *yearly }

// rivalryMarks are the kinds of strategic rivalry: 1, or nothing where a rivalry
// is not of that kind.
var rivalryMarks = []string{"positional", "spatial", "ideological", "interventionary", "principal", "aprin"}

// openRivalry reads a list of rivalries by first and last year.
func openRivalry(n need, start, end string) func(context.Context, *loader, []spec) (filler, error) {
	return func(ctx context.Context, l *loader, chosen []spec) (filler, error) {
		columns := []string{"ccode1", "ccode2", start, end}
		at := make([]int, len(chosen))
		for k, s := range chosen {
			if slices.Contains(rivalryMarks, s.name) {
				at[k] = len(columns)
				columns = append(columns, s.name)
			}
		}
		g := newGather(len(chosen))
		covered, err := l.numbers(ctx, n, columns, func(rows int, c [][]float64) error {
			for i := range rows {
				if math.IsNaN(c[0][i]) || math.IsNaN(c[1][i]) {
					continue // of states before the list of states
				}
				if err := g.spell(c, i, at); err != nil {
					return err
				}
			}
			return nil
		})
		return rivalry{g.sort(covered)}, err
	}
}

// spell takes a rivalry for each of its years: 1 for being one, and its marks.
func (g *gather) spell(c [][]float64, i int, at []int) error {
	a, err := stateNumber(c[0][i])
	if err != nil {
		return err
	}
	b, err := stateNumber(c[1][i])
	if err != nil {
		return err
	}
	values := make([]float64, len(at))
	for k, from := range at {
		values[k] = 1
		if from > 0 && c[from][i] != 1 { // a mark that is missing is none
			values[k] = 0
		}
	}
	for y := ir.Year(c[2][i]); y <= ir.Year(c[3][i]); y++ {
		g.add(y, a, b, values...)
	}
	return nil
}

func (t rivalry) fill(y *year, out [][]float64) error {
	for k := range out {
		y.base(out[k], t.rows.covered.has(y.year))
	}
	lo, hi := t.rows.rows(y.year)
	for r := lo; r < hi; r++ {
		i, j, ok := y.pair(t.rows.a[r], t.rows.b[r])
		if !ok {
			continue
		}
		for k := range out {
			if v := t.rows.v[k][r]; v == 1 { // one of two rivalries of a dyad has the mark
				out[k][i*y.n+j], out[k][j*y.n+i] = v, v
			}
		}
	}
	return nil
}
