package runs

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"iter"
	"math"
	"slices"

	"github.com/shatterbelt/shatterbelt/rdm"
)

// Difference is how one run differs from another.
type Difference struct {
	A string `json:"a"` // ids
	B string `json:"b"`
	// What of the identities differs, such as "the seed".
	What []string `json:"what"`
	// Same says that the files of results are the same to the last byte.
	Same bool `json:"same"`
	// Paired says that the runs have policies in the same futures in common: the same
	// uncertainties, drawn alike. Outcomes are compared then, experiment by
	// experiment.
	Paired   bool            `json:"paired"`
	Outcomes []OutcomeChange `json:"outcomes,omitempty"`
	OnlyA    []string        `json:"only_a,omitempty"` // policies of one run only
	OnlyB    []string        `json:"only_b,omitempty"`
}

// OutcomeChange is how an outcome differs under a policy that two runs share.
type OutcomeChange struct {
	Policy  string `json:"policy"`
	Outcome string `json:"outcome"`
	// Compared counts the experiments that have the outcome in both runs, Changed
	// those of them in which it differs, and Missing those that have it in one only.
	Compared int `json:"compared"`
	Changed  int `json:"changed"`
	Missing  int `json:"missing"`
	// MeanA and MeanB are over the experiments compared, Most the largest change.
	MeanA float64 `json:"mean_a"`
	MeanB float64 `json:"mean_b"`
	Most  float64 `json:"most"`
}

// changes names what of two identities differs.
func changes(a, b *Manifest) []string {
	out := []string{}
	for _, c := range []struct {
		name string
		a, b any
	}{
		{"the program", a.Program, b.Program}, {"the recipe", compact(a.Recipe), compact(b.Recipe)}, {"the data", a.Data, b.Data},
		{"the design", a.Design, b.Design}, {"the seed", a.Seed, b.Seed}, {"the number of futures", a.Futures, b.Futures},
		{"the uncertainties", a.Uncertainties, b.Uncertainties}, {"the levers", a.Levers, b.Levers},
		{"the policies", a.Policies, b.Policies}, {"the outcomes", a.Outcomes, b.Outcomes},
	} {
		if !sameJSON(c.a, c.b) {
			out = append(out, c.name)
		}
	}
	return out
}

// sameJSON compares as a manifest holds it.
func sameJSON(a, b any) bool {
	x, errA := json.Marshal(a)
	y, errB := json.Marshal(b)
	return errA == nil && errB == nil && bytes.Equal(listed(x), listed(y))
}

// listed is a value of which none is an empty list.
func listed(b []byte) []byte {
	if string(b) == "null" {
		return []byte("[]")
	}
	return b
}

// compact is a recipe without the spaces that indenting a manifest puts in.
func compact(b json.RawMessage) string {
	var v any
	if json.Unmarshal(b, &v) != nil {
		return string(b)
	}
	c, _ := json.Marshal(v)
	return string(c)
}

// Diff compares two finished runs. Those whose futures differ are compared by what
// they are made of alone.
func (f *Folder) Diff(ctx context.Context, a, b Status) (*Difference, error) {
	d := &Difference{A: a.ID, B: b.ID, What: changes(a.Manifest, b.Manifest)}
	for _, s := range []Status{a, b} {
		if s.Results == nil {
			return nil, &UnfinishedError{s.ID}
		}
	}
	d.Same = a.Results.SHA256 == b.Results.SHA256
	d.OnlyA, d.OnlyB = only(a, b), only(b, a)
	ra, err := f.Read(a)
	if err != nil {
		return nil, err
	}
	defer func() { _ = ra.Close() }()
	rb, err := f.Read(b)
	if err != nil {
		return nil, err
	}
	defer func() { _ = rb.Close() }()
	return d, d.pair(ctx, ra, rb)
}

func only(a, b Status) []string {
	var out []string
	for _, p := range a.Policies {
		if policyAt(b.Manifest, p.Name) < 0 {
			out = append(out, p.Name)
		}
	}
	return out
}

func policyAt(m *Manifest, name string) int {
	return slices.IndexFunc(m.Policies, func(p Policy) bool { return p.Name == name })
}

// tally adds up one outcome under one policy.
type tally struct {
	OutcomeChange
	a, b       rdm.Moments
	atA, atB   int // columns
	fromA, toB int // policies
}

// pair compares the outcomes of experiments that both runs have.
func (d *Difference) pair(ctx context.Context, a, b *Reader) error {
	if !sameJSON(a.Uncertainties, b.Uncertainties) || a.Seed != b.Seed || a.Design != b.Design {
		return nil
	}
	tallies := tallies(a, b)
	d.Paired = len(tallies) > 0
	next, stop := iter.Pull2(futures(ctx, b))
	defer stop()
	for rowsA, err := range futures(ctx, a) {
		if err != nil {
			return err
		}
		rowsB, err, more := next()
		if err != nil {
			return err
		}
		if !more {
			break
		}
		if !alike(rowsA[0], rowsB[0], len(a.Uncertainties)) {
			d.Paired = false // designs spread the futures by their number
			return nil
		}
		for k := range tallies {
			t := &tallies[k]
			t.add(rowsA[t.fromA][t.atA].Number, rowsB[t.toB][t.atB].Number)
		}
	}
	for _, t := range tallies {
		t.MeanA, t.MeanB = t.a.Mean, t.b.Mean
		d.Outcomes = append(d.Outcomes, t.OutcomeChange)
	}
	return nil
}

// alike reports whether two rows are of the same future.
func alike(a, b []Cell, uncertainties int) bool {
	for k := 2; k < 2+uncertainties; k++ {
		if a[k] != b[k] {
			return false
		}
	}
	return a[0] == b[0]
}

func tallies(a, b *Reader) []tally {
	var out []tally
	for p, policy := range a.Policies {
		to := policyAt(b.Manifest, policy.Name)
		if to < 0 {
			continue
		}
		for _, o := range a.Outcomes {
			at := slices.Index(b.columns, o.Name)
			if at < 0 {
				continue
			}
			out = append(out, tally{
				OutcomeChange: OutcomeChange{Policy: policy.Name, Outcome: o.Name},
				atA:           slices.Index(a.columns, o.Name), atB: at, fromA: p, toB: to,
			})
		}
	}
	return out
}

func (t *tally) add(a, b float64) {
	switch {
	case math.IsNaN(a) && math.IsNaN(b):
		return
	case math.IsNaN(a) || math.IsNaN(b):
		t.Missing++
		return
	}
	t.Compared++
	t.a, t.b = t.a.Merge(rdm.MomentsOf([]float64{a})), t.b.Merge(rdm.MomentsOf([]float64{b}))
	if a != b {
		t.Changed++
		t.Most = math.Max(t.Most, math.Abs(a-b))
	}
}

// errEnough ends a reading early.
var errEnough = errors.New("runs: enough")

// futures gives the rows of each future in turn, one for each policy; they are
// good until the next.
func futures(ctx context.Context, r *Reader) iter.Seq2[[][]Cell, error] {
	return func(yield func([][]Cell, error) bool) {
		rows := make([][]Cell, 0, len(r.Policies))
		err := r.Each(ctx, func(cells []Cell) error {
			if rows = rows[:len(rows)+1]; rows[len(rows)-1] == nil {
				rows[len(rows)-1] = make([]Cell, len(cells))
			}
			copy(rows[len(rows)-1], cells)
			if len(rows) < len(r.Policies) {
				return nil
			}
			if !yield(rows, nil) {
				return errEnough
			}
			rows = rows[:0]
			return nil
		})
		if err != nil && !errors.Is(err, errEnough) {
			yield(nil, err)
		}
	}
}
