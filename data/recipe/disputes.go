package recipe

import (
	"cmp"
	"context"
	"slices"

	"github.com/shatterbelt/shatterbelt/ir"
)

// disputing is a list of disputes: where its tables are and what it calls things.
type disputing struct {
	dyads    need
	disputes need // of attributes that the table of dyads has not; "" if it has all
	ongoing  string
	onset    string
	names    []string // columns of the table of dyads that a panel can have
	wide     []string // columns of the table of disputes that a panel can have
}

var correlates = disputing{
	dyads: need{"cow-mid", "dyad_disputes"}, disputes: need{"cow-mid", "disputes"}, ongoing: "dispongoing", onset: "disponset",
	names: []string{"dispnum", "sidea1", "sidea2", "fatality1", "fatality2", "fatalpre1", "fatalpre2", "hiact1", "hiact2",
		"hostlev1", "hostlev2", "orig1", "orig2"},
	wide: []string{"fatality", "hostlev", "mindur", "maxdur", "recip", "stmon"},
}

var revised = disputing{
	dyads: need{"gml-mid", "dyad_disputes"}, ongoing: "midongoing", onset: "midonset",
	names: []string{"dispnum", "sidea1", "sidea2", "revstate1", "revstate2", "revtype11", "revtype12", "revtype21", "revtype22",
		"fatality1", "fatality2", "fatalpre1", "fatalpre2", "hiact1", "hiact2", "hostlev1", "hostlev2", "orig1", "orig2",
		"hiact", "hostlev", "mindur", "maxdur", "outcome", "settle", "fatality", "fatalpre", "stmon", "endmon", "recip", "numa", "numb"},
}

// attributes are what disputes of one dyad and year are told apart by.
var attributes = []string{"fatality", "hostlev", "mindur", "maxdur", "recip", "stmon"}

// needs lists the tables of a list of disputes.
func (d disputing) needs() []need {
	if d.disputes.dataset == "" {
		return []need{d.dyads}
	}
	return []need{d.dyads, d.disputes}
}

// disputes are the directed dyad-years in dispute, one row each, and the years
// in which each dyad was.
type disputes struct {
	rows  *yearly
	names []string
	dyads []inDispute
}

// inDispute are the years in which two states were in dispute, in order.
type inDispute struct {
	a, b  uint16
	years []ir.Year
}

// column finds a column of the rows.
func (d *disputes) column(name string) []float64 { return d.rows.v[slices.Index(d.names, name)] }

// read reads a list of disputes once and keeps it.
func (d disputing) read(ctx context.Context, l *loader) (*disputes, error) {
	l.disputing.Lock()
	defer l.disputing.Unlock()
	if have, ok := l.disputed[d.dyads.dataset]; ok {
		return have, nil
	}
	all, err := d.all(ctx, l)
	if err != nil {
		return nil, err
	}
	out := &disputes{names: slices.Concat([]string{d.ongoing, d.onset}, d.names, d.wide)}
	out.rows = out.whittled(all, d.onset)
	out.dyads = out.spells(d.ongoing)
	l.disputed[d.dyads.dataset] = out
	return out, nil
}

// all reads every dispute of every dyad and year, with its attributes.
func (d disputing) all(ctx context.Context, l *loader) (*yearly, error) {
	columns := slices.Concat([]string{d.ongoing, d.onset}, d.names)
	rows := newGather(len(columns) + len(d.wide))
	wide, err := d.attributes(ctx, l)
	if err != nil {
		return nil, err
	}
	number := slices.Index(columns, "dispnum")
	covered, err := l.numbers(ctx, d.dyads, append([]string{"year", "ccode1", "ccode2"}, columns...), func(n int, c [][]float64) error {
		for i := range n {
			values := make([]float64, 0, len(columns)+len(d.wide))
			for k := range columns {
				values = append(values, c[3+k][i])
			}
			values = append(values, wide(values[number])...)
			a, err := stateNumber(c[1][i])
			if err != nil {
				return err
			}
			b, err := stateNumber(c[2][i])
			if err != nil {
				return err
			}
			rows.add(ir.Year(c[0][i]), a, b, values...)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return rows.sort(covered), nil
}

// attributes reads those of whole disputes, by number.
func (d disputing) attributes(ctx context.Context, l *loader) (func(number float64) []float64, error) {
	byNumber := map[float64][]float64{}
	none := make([]float64, len(d.wide))
	missing(none)
	if d.disputes.dataset != "" {
		_, err := l.numbers(ctx, d.disputes, append([]string{"dispnum"}, d.wide...), func(n int, c [][]float64) error {
			for i := range n {
				values := make([]float64, len(d.wide))
				for k := range values {
					values[k] = c[1+k][i]
				}
				byNumber[c[0][i]] = values
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return func(number float64) []float64 {
		if v, ok := byNumber[number]; ok {
			return v
		}
		return none
	}, nil
}

// whittled keeps one dispute of each directed dyad and year.
func (d *disputes) whittled(all *yearly, onset string) *yearly {
	at := make([]int, len(attributes))
	for k, name := range attributes {
		at[k] = slices.Index(d.names, name)
	}
	number, began := slices.Index(d.names, "dispnum"), slices.Index(d.names, onset)
	dispute := func(r int) Dispute {
		v := func(k int) float64 { return all.v[at[k]][r] }
		return Dispute{int(all.v[number][r]), all.v[began][r] == 1, v(0), v(1), v(2), v(3), v(4), v(5)}
	}
	g := newGather(len(d.names))
	for i := range max(0, len(all.start)-1) {
		y := all.first + ir.Year(i)
		for _, rows := range all.byDyad(y) {
			choice := make([]Dispute, len(rows))
			for k, r := range rows {
				choice[k] = dispute(r)
			}
			r := rows[Whittle(choice)]
			values := make([]float64, len(d.names))
			for k := range values {
				values[k] = all.v[k][r]
			}
			g.add(y, all.a[r], all.b[r], values...)
		}
	}
	return g.sort(all.covered)
}

// byDyad lists the rows of each directed dyad in a year, by number of the states.
func (t *yearly) byDyad(y ir.Year) [][]int {
	lo, hi := t.rows(y)
	order := make([]int, 0, hi-lo)
	for r := lo; r < hi; r++ {
		order = append(order, r)
	}
	compare := func(p, q int) int { return cmp.Or(cmp.Compare(t.a[p], t.a[q]), cmp.Compare(t.b[p], t.b[q])) }
	slices.SortStableFunc(order, compare)
	var out [][]int
	for len(order) > 0 {
		n := 1
		for n < len(order) && compare(order[n], order[0]) == 0 {
			n++
		}
		out, order = append(out, order[:n]), order[n:]
	}
	return out
}

// spells lists the years in dispute of each dyad, whichever of its states
// stands first.
func (d *disputes) spells(ongoing string) []inDispute {
	type dyad struct{ a, b uint16 }
	by := map[dyad][]ir.Year{}
	on := d.column(ongoing)
	for i := range max(0, len(d.rows.start)-1) {
		y := d.rows.first + ir.Year(i)
		lo, hi := d.rows.rows(y)
		for r := lo; r < hi; r++ {
			k := dyad{min(d.rows.a[r], d.rows.b[r]), max(d.rows.a[r], d.rows.b[r])}
			if had := by[k]; on[r] == 1 && (len(had) == 0 || had[len(had)-1] != y) {
				by[k] = append(had, y)
			}
		}
	}
	out := make([]inDispute, 0, len(by))
	for k, years := range by {
		out = append(out, inDispute{k.a, k.b, years})
	}
	slices.SortFunc(out, func(p, q inDispute) int { return cmp.Or(cmp.Compare(p.a, q.a), cmp.Compare(p.b, q.b)) })
	return out
}

// inYear gives the columns of disputes: those of ties are 0 where a dyad had no
// dispute in the years covered, details are missing there.
type inYear struct {
	*disputes

	columns [][]float64
	ties    []bool
}

// open reads the columns chosen.
func (d disputing) open(ctx context.Context, l *loader, chosen []spec) (filler, error) {
	all, err := d.read(ctx, l)
	if err != nil {
		return nil, err
	}
	out := inYear{disputes: all}
	for _, s := range chosen {
		out.columns = append(out.columns, all.column(s.column()))
		out.ties = append(out.ties, s.column() == d.ongoing || s.column() == d.onset)
	}
	if len(chosen) > 0 && chosen[0].form == ofState {
		return anyDispute(out), nil
	}
	return out, nil
}

func (t inYear) fill(y *year, out [][]float64) error {
	for k := range out {
		if t.ties[k] {
			y.base(out[k], t.rows.covered.has(y.year))
		} else {
			missing(out[k])
		}
	}
	lo, hi := t.rows.rows(y.year)
	for r := lo; r < hi; r++ {
		if i, j, ok := y.pair(t.rows.a[r], t.rows.b[r]); ok {
			for k := range out {
				out[k][i*y.n+j] = t.columns[k][r]
			}
		}
	}
	return nil
}

// anyDispute says of a state whether it was in dispute with any other.
type anyDispute inYear

func (t anyDispute) fill(y *year, out [][]float64) error {
	for k := range out {
		y.baseStates(out[k], t.rows.covered.has(y.year))
	}
	lo, hi := t.rows.rows(y.year)
	for r := lo; r < hi; r++ {
		if i := y.local[t.rows.a[r]]; i >= 0 {
			for k := range out {
				if t.columns[k][r] == 1 {
					out[k][i] = 1
				}
			}
		}
	}
	return nil
}
