package dataset

import (
	"context"
	"slices"

	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/data/store"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// votesKey is the dataset of roll calls.
const votesKey = "unga-votes"

// Ballots are the roll calls of one year and how states voted in them.
type Ballots struct {
	Year   ir.Year
	States []ir.CCode // in order of number
	// Votes are, by state and roll call, 0 for no, 1 for an abstention, 2 for yes and
	// -1 where the state did not vote.
	Votes [][]int8
}

// Votes are the roll calls of the General Assembly that are imported.
type Votes struct {
	Years   []Ballots // in order
	Used    Used
	Sources []prov.Source
}

// answers are the votes as the file has them.
var answers = map[string]int8{"no": 0, "abstain": 1, "yes": 2}

// ballot is what one roll call is dated and where it stands in its year.
type ballot struct {
	year ir.Year
	at   int
}

// ReadVotes reads the roll calls in use in a store, of the states of the codes
// given. Votes on amendments and on paragraphs, where the file marks them, are left
// out, since they show no position on a whole resolution. Without any imported, ok
// is false.
func ReadVotes(ctx context.Context, s *store.Store, datasets []source.Dataset, codes *ir.Codes) (out Votes, ok bool, err error) {
	current, err := s.Current(datasets)
	if err != nil {
		return Votes{}, false, err
	}
	i := slices.IndexFunc(current, func(m store.Manifest) bool { return m.Dataset == votesKey })
	if i < 0 {
		return Votes{}, false, nil
	}
	m := current[i]
	table, ok := m.Table("votes")
	if _, also := m.Table("roll_calls"); !ok || !also {
		return Votes{}, false, nil
	}
	calls, sizes, err := rollCalls(ctx, s, m)
	if err != nil {
		return Votes{}, false, err
	}
	r := &tally{calls: calls, sizes: sizes, codes: codes, years: map[ir.Year]map[ir.CCode][]int8{}, found: map[voter]ir.CCode{}}
	if err := each(ctx, s, m, "votes", []string{"rcid", "country", "country_code", "vote"}, r.add); err != nil {
		return Votes{}, false, err
	}
	out = Votes{Years: r.ballots(), Sources: []prov.Source{sourceOf(m, table)}}
	out.Used = Used{Indicator: "roll_calls", Dataset: m.Dataset, Edition: m.Edition, Verified: m.Verified, Source: out.Sources[0].Key, Rows: r.rows}
	return out, len(out.Years) > 0, nil
}

// each reads columns of a stored table.
func each(ctx context.Context, s *store.Store, m store.Manifest, table string, columns []string, f func(cells []source.Value)) error {
	t, err := s.Table(m, table)
	if err != nil {
		return err
	}
	defer func() { _ = t.Close() }()
	return t.Each(ctx, columns, func(_ int64, cells []source.Value) error {
		f(cells)
		return nil
	})
}

// rollCalls are the roll calls by number, and how many there are in each year.
func rollCalls(ctx context.Context, s *store.Store, m store.Manifest) (map[int64]ballot, map[ir.Year]int, error) {
	calls, sizes := map[int64]ballot{}, map[ir.Year]int{}
	err := each(ctx, s, m, "roll_calls", []string{"rcid", "date", "amend", "para"}, func(cells []source.Value) {
		y, ok := source.YearIn(cells[1].Text)
		if !ok || cells[2].Int == 1 || cells[3].Int == 1 {
			return
		}
		calls[cells[0].Int] = ballot{y, sizes[y]}
		sizes[y]++
	})
	return calls, sizes, err
}

// voter is how a state is named in a year.
type voter struct {
	system source.Code
	text   string
	year   ir.Year
}

// tally gathers votes by year and state.
type tally struct {
	calls map[int64]ballot
	sizes map[ir.Year]int
	codes *ir.Codes
	years map[ir.Year]map[ir.CCode][]int8
	found map[voter]ir.CCode // 0 for those that are no state of the codes
	rows  int
}

func (r *tally) add(cells []source.Value) {
	call, ok := r.calls[cells[0].Int]
	answer, valid := answers[cells[3].Text]
	if !ok || !valid {
		return
	}
	c := r.state(cells[1], cells[2], call.year)
	if c == ir.World {
		return
	}
	of := r.years[call.year]
	if of == nil {
		of = map[ir.CCode][]int8{}
		r.years[call.year] = of
	}
	if of[c] == nil {
		of[c] = slices.Repeat([]int8{-1}, r.sizes[call.year])
	}
	of[c][call.at] = answer
	r.rows++
}

// state is who voted, by letters or, of states that are no more, by name, and
// [ir.World] where that is no state of the codes.
func (r *tally) state(name, letters source.Value, y ir.Year) ir.CCode {
	system, text := source.ISO2, letters.Text
	if letters.Null || text == "" {
		system, text = source.Name, name.Text
	}
	k := voter{system, text, y}
	c, ok := r.found[k]
	if !ok {
		if state, verdict := source.Resolve(system, text, y); verdict == source.Matched {
			if _, known := r.codes.State(state); known {
				c = state
			}
		}
		r.found[k] = c
	}
	return c
}

// ballots puts the votes in order.
func (r *tally) ballots() []Ballots {
	var out []Ballots
	for y, of := range r.years {
		b := Ballots{Year: y}
		for c := range of {
			b.States = append(b.States, c)
		}
		slices.Sort(b.States)
		for _, c := range b.States {
			b.Votes = append(b.Votes, of[c])
		}
		out = append(out, b)
	}
	slices.SortFunc(out, func(a, b Ballots) int { return int(a.Year - b.Year) })
	return out
}
