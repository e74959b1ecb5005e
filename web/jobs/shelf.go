package jobs

import (
	"context"
	"slices"
	"sync"

	"github.com/shatterbelt/shatterbelt/data/runs"
	"github.com/shatterbelt/shatterbelt/desk"
	"github.com/shatterbelt/shatterbelt/rdm"
	"github.com/shatterbelt/shatterbelt/study"
	"github.com/shatterbelt/shatterbelt/trace/param"
)

// shelfBytes is how much memory the tables of judged runs may take together. The
// newest stays whatever it takes.
const shelfBytes = 256 << 20

// shelf remembers judged runs, those asked for last, and judges one at a time.
type shelf struct {
	jobs *Jobs
	turn chan struct{} // holds one while nothing is judged

	mu     sync.Mutex
	closed bool
	items  []*item // asked for last, first
}

// item is a judged run, or one that is being judged.
type item struct {
	id    string
	ready chan struct{} // closed once there is a result or an error
	run   *Judged
	err   error
}

func newShelf(j *Jobs) *shelf {
	s := &shelf{jobs: j, turn: make(chan struct{}, 1)}
	s.turn <- struct{}{}
	return s
}

// close lets nothing more be judged.
func (s *shelf) close() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.closed = true
}

// Judged returns the judgement of a finished exploration. It is made once, from
// the experiments that are kept, and remembered while there is room.
func (j *Jobs) Judged(ctx context.Context, id string) (*Judged, error) {
	if job, ok := j.Job(id); ok && job.Kind == Brief {
		return nil, &StateError{id, job.State(), "a brief says what it found in its document; explore the same to ask more"}
	}
	return j.judging.judge(ctx, id, nil, nil)
}

// judge returns what is remembered, or judges a run: x is what was explored, and
// table what came of it, both nil where they are to be read.
func (s *shelf) judge(ctx context.Context, id string, x *desk.Exploration, table *rdm.Table) (*Judged, error) {
	s.mu.Lock()
	if s.closed { // nothing more is begun
		s.mu.Unlock()
		return nil, context.Canceled
	}
	at := slices.IndexFunc(s.items, func(i *item) bool { return i.id == id })
	var it *item
	if at >= 0 {
		it = s.items[at]
		s.items = slices.Delete(s.items, at, at+1)
	} else {
		it = &item{id: id, ready: make(chan struct{})}
		s.jobs.running.Go(func() { s.fill(it, x, table) })
	}
	s.items = slices.Insert(s.items, 0, it)
	s.mu.Unlock()
	select {
	case <-it.ready:
		return it.run, it.err
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// fill judges a run, whoever still waits for it.
func (s *shelf) fill(it *item, x *desk.Exploration, table *rdm.Table) {
	defer close(it.ready)
	ctx := s.jobs.ctx
	select {
	case <-s.turn:
	case <-ctx.Done():
		it.err = ctx.Err()
		return
	}
	defer func() { s.turn <- struct{}{} }()
	if it.run, it.err = s.jobs.judge(ctx, it.id, x, table); it.err != nil {
		s.drop(it.id)
		return
	}
	s.trim()
}

// trim forgets what has not been asked for longest, down to what may be held. Who
// has the turn calls it, so that nothing is judged meanwhile.
func (s *shelf) trim() {
	s.mu.Lock()
	defer s.mu.Unlock()
	held := 0
	for k, it := range s.items {
		if it.run == nil {
			continue // waits to be judged
		}
		if held += it.run.bytes; held > shelfBytes && k > 0 {
			s.items = s.items[:k]
			return
		}
	}
}

// drop forgets a run.
func (s *shelf) drop(id string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.items = slices.DeleteFunc(s.items, func(i *item) bool { return i.id == id })
}

// judge reads what is missing of a run and judges it.
func (j *Jobs) judge(ctx context.Context, id string, x *desk.Exploration, table *rdm.Table) (*Judged, error) {
	status, err := j.kept(id)
	if err != nil {
		return nil, err
	}
	if x == nil {
		if x, err = j.rebind(status); err != nil {
			return nil, err
		}
	}
	if table == nil {
		if table, err = j.table(ctx, status, x); err != nil {
			return nil, err
		}
	}
	done, err := x.Situation.Explored(ctx, x.Start, x.Exploring, table, param.Default[study.GoodEnough]())
	if err != nil {
		return nil, err
	}
	out := &Judged{Exploration: x, explored: done, bytes: sizeOf(table), failing: map[string]study.Failing{}}
	out.Comparison, err = done.Compare(ctx)
	return out, err
}

// rebind binds a kept run to the figures, if they are still those it was made from.
func (j *Jobs) rebind(s runs.Status) (*desk.Exploration, error) {
	if s.State != runs.Finished {
		return nil, &runs.UnfinishedError{ID: s.ID}
	}
	recipe, size, ok := desk.RecipeOf(s.Manifest)
	if !ok {
		return nil, &StateError{s.ID, Finished, "only runs of the simulation are judged here"}
	}
	if s.Design != desk.UsualDesign {
		return nil, &StateError{s.ID, Finished, "only runs over a " + desk.UsualDesign + " are judged here, and this one is over another design: " + s.Design}
	}
	if s.Design != desk.UsualDesign {
		return nil, &StateError{s.ID, Finished, "its futures are of the design " + s.Design + ", which shatterbelt robustness judges and a workbench does not"}
	}
	x, id, err := j.bind(Asked{Explore, recipe, size})
	if err != nil {
		return nil, err
	}
	if id != s.ID {
		return nil, &StaleError{s.ID}
	}
	return x, nil
}

// table reads the experiments of a run.
func (j *Jobs) table(ctx context.Context, s runs.Status, x *desk.Exploration) (*rdm.Table, error) {
	r, err := j.runs.Read(s)
	if err != nil {
		return nil, err
	}
	defer func() { _ = r.Close() }()
	m, err := x.Exploring.Model(x.Start)
	if err != nil {
		return nil, err
	}
	t := rdm.NewTable(m, s.Futures)
	return t, r.Fill(ctx, t)
}

// sizeOf is about how much memory a table takes.
func sizeOf(t *rdm.Table) int {
	const bytesOfANumber = 8
	return bytesOfANumber * t.Len() * (len(t.Dims()) + len(t.Policies())*len(t.Outcomes()))
}
