package dataset

import (
	"cmp"
	"context"
	"slices"

	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/data/store"
	"github.com/shatterbelt/shatterbelt/ir"
)

// membership is one time of membership of a state, in years, both included.
type membership struct {
	state       ir.CCode
	first, last ir.Year
}

// lists are the tables that say who was a member when, in order of preference:
// the Correlates of War list as its project publishes it, and as a package
// carries it.
var lists = []struct{ dataset, table, state, start, end string }{
	{"cow-states", "states", "ccode", "styear", "endyear"},
	{"gleditsch-ward", "cow_system", "ccode", "start", "end"},
}

// readMembers reads the imported list of members or, where none is, the embedded
// one, which is the Correlates of War list to 2016. Whoever was a member at the
// end of a list is taken to be one after it.
func readMembers(ctx context.Context, s *store.Store, current []store.Manifest) ([]membership, error) {
	for _, l := range lists {
		i := slices.IndexFunc(current, func(m store.Manifest) bool { return m.Dataset == l.dataset })
		if i < 0 {
			continue
		}
		if _, ok := current[i].Table(l.table); !ok {
			continue
		}
		var out []membership
		last := ir.Year(0)
		err := rowsOf(ctx, s, current[i], l.table, []string{l.state, l.start, l.end}, func(c *scan) {
			from, ok := c.year(c.place(l.start))
			to, also := c.year(c.place(l.end))
			if state := c.state(c.place(l.state), from); ok && also && state != noState {
				out = append(out, membership{state, from, to})
				last = max(last, to)
			}
		})
		if err != nil {
			return nil, err
		}
		return lasting(out, last), nil
	}
	var out []membership
	for _, m := range source.Members() {
		for _, sp := range m.Spells {
			to := forever
			if !sp.Open() {
				to = ir.Year(sp.End.Year())
			}
			out = append(out, membership{m.CCode, ir.Year(sp.Start.Year()), to})
		}
	}
	return lasting(out, forever), nil
}

// lasting opens the times that end with the list, and joins those of one state
// that share a year.
func lasting(list []membership, end ir.Year) []membership {
	slices.SortFunc(list, func(a, b membership) int { return cmp.Or(cmp.Compare(a.state, b.state), cmp.Compare(a.first, b.first)) })
	var out []membership
	for _, t := range list {
		if t.last >= end {
			t.last = forever
		}
		if n := len(out); n > 0 && out[n-1].state == t.state && out[n-1].last >= t.first {
			out[n-1].last = max(out[n-1].last, t.last)
			continue
		}
		out = append(out, t)
	}
	return out
}

// since says of each state from when it was a member where the codes leave that
// out, since imported data can reach back before the years of the base.
func since(codes *ir.Codes, list []membership) (*ir.Codes, error) {
	states := slices.Clone(codes.All())
	for i := range states {
		st := &states[i]
		for _, m := range list {
			if m.state == st.CCode && st.Since == 0 {
				st.Since = m.first // the earliest, since the list is in order
			}
		}
	}
	return ir.NewCodes(states)
}

// rowsOf calls a function with every row of the columns named of a stored table.
func rowsOf(ctx context.Context, s *store.Store, m store.Manifest, table string, columns []string, f func(*scan)) error {
	stored, err := s.Table(m, table)
	if err != nil {
		return err
	}
	defer func() { _ = stored.Close() }()
	c := &scan{at: map[string]int{}}
	c.want(stored, func(column store.Column) bool {
		return slices.ContainsFunc(columns, func(name string) bool { return source.SameName(name, column.Name) })
	})
	return stored.Each(ctx, c.columns, func(n int64, cells []source.Value) error {
		c.cells, c.row = cells, n+1
		f(c)
		return nil
	})
}
