package recipe

import (
	"context"
	"slices"

	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/ir"
)

// stateTable says how a table of states and years names them.
type stateTable struct {
	need need
	code string // column of the state
	by   source.Code
	year string
}

// stateFigures are columns of a table of states and years.
type stateFigures struct{ rows *yearly }

// column is the name of a column in its table.
func (s spec) column() string {
	if s.from != "" {
		return s.from
	}
	return s.name
}

func columnsOf(chosen []spec) []string {
	out := make([]string, len(chosen))
	for i, s := range chosen {
		out[i] = s.column()
	}
	return out
}

// open reads the columns chosen.
func (t stateTable) open(ctx context.Context, l *loader, chosen []spec) (filler, error) {
	rows, err := t.read(ctx, l, columnsOf(chosen))
	return stateFigures{rows}, err
}

// read reads columns of the table, each state once a year.
func (t stateTable) read(ctx context.Context, l *loader, columns []string) (*yearly, error) {
	g := newGather(len(columns))
	g.expect(l.rows(t.need))
	var covered years
	var err error
	if t.by == source.COW {
		covered, err = l.numbers(ctx, t.need, append([]string{t.year, t.code}, columns...), func(rows int, c [][]float64) error {
			return g.rowsOf(rows, c, false)
		})
	} else {
		covered, err = l.each(ctx, t.need, append([]string{t.year, t.code}, columns...), t.resolved(g))
	}
	if err != nil {
		return nil, err
	}
	out := g.sort(covered)
	return out, out.once(t.need.dataset + " (" + t.need.table + ")")
}

// resolved takes rows whose states go by other codes than the Correlates of
// War's; what is no state is passed over.
func (t stateTable) resolved(g *gather) func([]source.Value) error {
	values := make([]float64, len(g.v))
	return func(c []source.Value) error {
		if c[0].Null || c[1].Null {
			return nil
		}
		y := ir.Year(c[0].Int)
		code, verdict := source.Resolve(t.by, c[1].Text, y)
		if verdict != source.Matched {
			return nil
		}
		for k := range values {
			values[k] = c[k+2].Float
		}
		g.add(y, uint16(code), 0, values...)
		return nil
	}
}

func (s stateFigures) fill(y *year, out [][]float64) error {
	for k := range out {
		missing(out[k])
	}
	lo, hi := s.rows.rows(y.year)
	for r := lo; r < hi; r++ {
		if i := y.local[s.rows.a[r]]; i >= 0 {
			for k := range out {
				out[k][i] = s.rows.v[k][r]
			}
		}
	}
	return nil
}

// dyadTable says how a table of dyads and years names them. All go by the
// Correlates of War's numbers in the columns ccode1, ccode2 and year.
type dyadTable struct {
	need need
	put  func(out [][]float64, n, i, j int, v []float64)
	// tie says that a dyad that is not listed has none in the years covered.
	tie bool
}

type dyadFigures struct {
	dyadTable

	rows *yearly
}

func (t dyadTable) open(ctx context.Context, l *loader, chosen []spec) (filler, error) {
	rows, err := readDyads(ctx, l, t.need, columnsOf(chosen))
	return dyadFigures{t, rows}, err
}

func readDyads(ctx context.Context, l *loader, n need, columns []string) (*yearly, error) {
	g := newGather(len(columns))
	g.expect(l.rows(n))
	covered, err := l.numbers(ctx, n, append([]string{"year", "ccode1", "ccode2"}, columns...), func(rows int, c [][]float64) error {
		return g.rowsOf(rows, c, true)
	})
	if err != nil {
		return nil, err
	}
	out := g.sort(covered)
	return out, out.once(n.dataset + " (" + n.table + ")")
}

func (d dyadFigures) fill(y *year, out [][]float64) error {
	for k := range out {
		if d.tie {
			y.base(out[k], d.rows.covered.has(y.year))
		} else {
			missing(out[k])
		}
	}
	v := make([]float64, len(d.rows.v))
	lo, hi := d.rows.rows(y.year)
	for r := lo; r < hi; r++ {
		i, j, ok := y.pair(d.rows.a[r], d.rows.b[r])
		if !ok {
			continue
		}
		for k := range v {
			v[k] = d.rows.v[k][r]
		}
		d.put(out, y.n, i, j, v)
	}
	return nil
}

// oneWay puts figures of a directed dyad.
func oneWay(out [][]float64, n, i, j int, v []float64) {
	for k := range out {
		out[k][i*n+j] = v[k]
	}
}

// bothWays puts figures of a dyad that has no direction.
func bothWays(out [][]float64, n, i, j int, v []float64) {
	for k := range out {
		out[k][i*n+j], out[k][j*n+i] = v[k], v[k]
	}
}

// flows are imports of each state of a dyad from the other. In the table the
// first state has the lower number; in the other order the two change places.
var flows = []string{"flow1", "flow2", "smoothflow1", "smoothflow2"}

var tradeNeed = need{"cow-trade", "dyad_year"}

func openTrade(ctx context.Context, l *loader, chosen []spec) (filler, error) {
	var columns []string
	for k := 0; k < len(flows); k += 2 { // both directions of what is asked for
		if slices.ContainsFunc(chosen, func(s spec) bool { return s.name == flows[k] || s.name == flows[k+1] }) {
			columns = append(columns, flows[k], flows[k+1])
		}
	}
	rows, err := readDyads(ctx, l, tradeNeed, columns)
	if err != nil {
		return nil, err
	}
	at := make([]int, len(chosen))
	for k, s := range chosen {
		at[k] = slices.Index(columns, s.name)
	}
	return dyadFigures{dyadTable{need: tradeNeed, put: trading(at)}, rows}, nil
}

// trading puts flow1 and flow2 into both orders: of the columns read, an odd one
// is the other direction of the even one before it.
func trading(at []int) func(out [][]float64, n, i, j int, v []float64) {
	return func(out [][]float64, n, i, j int, v []float64) {
		for k, c := range at {
			out[k][i*n+j], out[k][j*n+i] = v[c], v[c^1]
		}
	}
}
