package jobs

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"runtime/debug"
	"time"

	"github.com/shatterbelt/shatterbelt/data/runs"
	"github.com/shatterbelt/shatterbelt/rdm"
	"github.com/shatterbelt/shatterbelt/study"
	"github.com/shatterbelt/shatterbelt/trace/param"
)

// serve does one job after another until the folder is closed.
func (j *Jobs) serve() {
	for {
		j.mu.Lock()
		job := j.queue.pop()
		j.mu.Unlock()
		if job != nil && j.ctx.Err() == nil {
			j.do(job)
			continue
		}
		select {
		case <-j.wake:
		case <-j.ctx.Done():
			return
		}
	}
}

// do does a job and writes down how it ended; one that the closing of the folder
// interrupts stays as it is.
func (j *Jobs) do(job *Job) {
	ctx, cancel := context.WithCancel(j.ctx)
	defer cancel()
	job.mu.Lock()
	job.state, job.cancel, job.began, job.first = Running, cancel, j.now(), -1
	job.record.BeganAt = stamp(job.began)
	unwanted := job.unwant
	job.mu.Unlock()
	if unwanted {
		cancel()
	}
	err := j.safely(ctx, job)
	job.mu.Lock()
	unwanted = job.unwant
	job.mu.Unlock()
	switch {
	case err == nil:
		err = j.end(job, Finished, "")
	case errors.Is(err, context.Canceled) && unwanted:
		err = j.end(job, Cancelled, "")
	case errors.Is(err, context.Canceled) && j.ctx.Err() != nil:
		return
	default:
		err = j.end(job, Failed, err.Error())
	}
	if err != nil { // it could not be written down: say so at least
		job.feed.tell(string(Failed), Ending{job.ID, Failed, err.Error()}, true)
	}
}

// safely turns a bug in a job into its failure, so that the others go on.
func (j *Jobs) safely(ctx context.Context, job *Job) (err error) {
	defer func() {
		if v := recover(); v != nil {
			err = fmt.Errorf("jobs: %v (a bug; please report it)\n%s", v, debug.Stack())
		}
	}()
	if job.Kind == Brief {
		return j.compose(ctx, job)
	}
	return j.explore(ctx, job)
}

// end writes down that a job is over, and then says so.
func (j *Jobs) end(job *Job, s State, problem string) error {
	job.mu.Lock()
	job.state = s
	job.record.State, job.record.Problem, job.record.EndedAt = s, problem, stamp(j.now())
	err := job.record.write(filepath.Join(j.dir, job.ID))
	job.bound = nil
	job.mu.Unlock()
	if err != nil {
		return err
	}
	job.feed.tell(eventOf(s), Ending{job.ID, s, problem}, true)
	return nil
}

// leastBetween is how long at least lies between two partial results.
const leastBetween = 400 * time.Millisecond

// explore does an exploration, and judges it while it is at hand.
func (j *Jobs) explore(ctx context.Context, job *Job) error {
	x := job.bound
	spec, err := j.desk.Spec(x)
	if err != nil {
		return err
	}
	w := &watcher{
		table: rdm.NewTable(spec.Model, spec.Futures), thresholds: study.Thresholds(x.Start, param.Default[study.GoodEnough]()),
		now: j.now, least: leastBetween, tell: func(p Partial) { job.feed.tell(PartialEvent, p, false) },
	}
	_, err = j.runs.Do(ctx, spec, runs.Options{
		Workers: j.workers, Now: j.now, Watch: w,
		Progress: func(done, total int) { job.progress(j.now(), done, total) },
	})
	if err != nil {
		return err
	}
	job.stage("judging")
	if w.table.Len() < spec.Futures { // earlier sessions did some
		w.table = nil
	}
	// The experiments are kept, so what goes wrong in judging them is told to
	// whoever asks for the judgement.
	_, _ = j.judging.judge(ctx, job.ID, x, w.table)
	return nil
}
