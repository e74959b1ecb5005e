package runs_test

import (
	"context"
	"errors"
	"math"
	"testing"

	"github.com/shatterbelt/shatterbelt/data/runs"
	"github.com/shatterbelt/shatterbelt/rdm"
)

// What was watched, what is read back and what a table of the same run holds are
// one and the same, choices and missing outcomes included.
func TestFillAndWatch(t *testing.T) {
	ctx := context.Background()
	s := spec(t, 34_500, 3)
	f := runs.Open(t.TempDir())
	watched, filled := rdm.NewTable(s.Model, s.Futures), rdm.NewTable(s.Model, s.Futures)
	m, err := f.Do(ctx, s, runs.Options{Watch: watched})
	if err != nil {
		t.Fatal(err)
	}
	r, err := f.Read(find(t, f, m.ID))
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	if err := r.Fill(ctx, filled); err != nil {
		t.Fatal(err)
	}
	want, err := rdm.Collect(ctx, s.Model, s.Design, s.Futures, s.Seed, rdm.Options{})
	if err != nil {
		t.Fatal(err)
	}
	sameTable(t, watched, want)
	sameTable(t, filled, want)
}

func sameTable(t *testing.T, got, want *rdm.Table) {
	t.Helper()
	if got.Len() != want.Len() {
		t.Fatalf("%d futures; want %d", got.Len(), want.Len())
	}
	same := func(name string, a, b []float64) {
		for i := range b {
			if math.Float64bits(a[i]) != math.Float64bits(b[i]) && !(math.IsNaN(a[i]) && math.IsNaN(b[i])) {
				t.Fatalf("%s in future %d is %v; want %v", name, i, a[i], b[i])
			}
		}
	}
	for d, dim := range want.Dims() {
		same(dim.Name, got.X(d), want.X(d))
	}
	for p, policy := range want.Policies() {
		for o, outcome := range want.Outcomes() {
			same(policy+" "+outcome.Name, got.Outcome(p, o), want.Outcome(p, o))
		}
	}
}

// A watcher that objects ends the run, and what was done is kept.
func TestWatchObjects(t *testing.T) {
	no := errors.New("no more")
	f := runs.Open(t.TempDir())
	m, err := f.Do(context.Background(), spec(t, 40_000, 3), runs.Options{Watch: rdm.SinkFunc(func(c *rdm.Chunk) error {
		if c.First == 33_000 {
			return no
		}
		return nil
	})})
	if !errors.Is(err, no) {
		t.Fatalf("Do = %v; want %v", err, no)
	}
	if st := find(t, f, m.ID); st.State != runs.Unfinished || st.Done != 32_000 {
		t.Errorf("%s with %d futures done; want unfinished with the 32,000 of the first group", st.State, st.Done)
	}
}
