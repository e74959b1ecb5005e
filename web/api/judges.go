package api

import (
	"context"
	"sync"

	"github.com/shatterbelt/shatterbelt/claim"
	"github.com/shatterbelt/shatterbelt/desk"
)

// judges work the claims out one after another, on one core, once somebody asks
// for them: all of them take minutes, which no request may.
type judges struct {
	ctx  context.Context
	work *sync.WaitGroup
	desk *desk.Desk
	once sync.Once

	mu    sync.Mutex
	found []claim.Finding // of the first claims so far
	first map[string]bool // asked for by id, so judged before others
	err   error
}

func newJudges(ctx context.Context, work *sync.WaitGroup, d *desk.Desk) *judges {
	return &judges{ctx: ctx, work: work, desk: d, first: map[string]bool{}}
}

// soFar returns what is judged already, and begins to judge if nobody has.
// A claim asked for by id comes before the others.
func (j *judges) soFar(id string) ([]claim.Finding, error) {
	j.once.Do(func() { j.work.Go(j.judge) })
	j.mu.Lock()
	defer j.mu.Unlock()
	if id != "" {
		j.first[id] = true
	}
	return append([]claim.Finding(nil), j.found...), j.err
}

// judge judges every claim.
func (j *judges) judge() {
	bench := j.desk.Bench(desk.Judging{Year: desk.YearOr(0, j.desk.Figures()), Seed: 1, Futures: desk.DefaultFutures, Workers: 1})
	left := append([]claim.Claim(nil), claim.Rules()...)
	for len(left) > 0 && j.ctx.Err() == nil {
		i := j.next(left)
		found, err := desk.Judge(j.ctx, &bench, left[i:i+1])
		left = append(left[:i], left[i+1:]...)
		j.mu.Lock()
		j.found = append(j.found, found...)
		if err != nil {
			j.err, left = err, nil
		}
		j.mu.Unlock()
	}
}

// next is the place of the claim to judge next.
func (j *judges) next(left []claim.Claim) int {
	j.mu.Lock()
	defer j.mu.Unlock()
	for i, c := range left {
		if j.first[c.ID] {
			return i
		}
	}
	return 0
}
