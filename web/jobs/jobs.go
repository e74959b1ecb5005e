package jobs

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/shatterbelt/shatterbelt/data/runs"
	"github.com/shatterbelt/shatterbelt/data/store"
	"github.com/shatterbelt/shatterbelt/desk"
)

// The bounds of a run. What a run comes to is held in memory when it is judged,
// at about 500 bytes an experiment.
const (
	MaxFutures     = 50_000
	MaxExperiments = 250_000 // futures times strategies
)

// The bounds of the queue where none are given.
const (
	mostWaiting = 32
	mostOfOne   = 8
)

// Folder is where jobs are written down, in the folder of runs.
const Folder = ".workbench"

// Options set where and how jobs are run.
type Options struct {
	Desk *desk.Desk
	Runs *runs.Folder
	// Workers is how many run at a time; 0 is one for each core but one.
	Workers int
	// Waiting is how many jobs may wait, Each how many of one client; 0 is 32 and 8.
	Waiting, Each int
	Now           func() time.Time // nil is the clock
}

// Jobs are the runs of a folder.
type Jobs struct {
	desk    *desk.Desk
	runs    *runs.Folder
	dir     string
	workers int
	now     func() time.Time
	lock    *os.File

	ctx     context.Context
	stop    context.CancelFunc
	running sync.WaitGroup
	wake    chan struct{} // holds one where something waits
	judging *shelf
	press   chan struct{} // holds one while nothing is printed

	mu    sync.Mutex
	queue *queue
	all   map[string]*Job
}

// InUseError says that another workbench is at work in the folder.
type InUseError struct{ Folder string }

func (e *InUseError) Error() string {
	return fmt.Sprintf("jobs: another workbench is at work in %s; stop it, or give this one a folder of its own", e.Folder)
}

// Open takes a folder of runs and goes on with what was asked for there and is not
// done. Close it to stop.
func Open(o Options) (*Jobs, error) {
	j := &Jobs{
		desk: o.Desk, runs: o.Runs, dir: filepath.Join(o.Runs.Dir(), Folder), workers: o.Workers, now: o.Now,
		wake: make(chan struct{}, 1), all: map[string]*Job{},
		queue: newQueue(cmp.Or(o.Waiting, mostWaiting), cmp.Or(o.Each, mostOfOne)),
	}
	if j.workers <= 0 {
		j.workers = max(runtime.GOMAXPROCS(0)-1, 1)
	}
	if j.now == nil {
		j.now = time.Now
	}
	if err := j.take(); err != nil {
		return nil, err
	}
	if err := j.takeUp(); err != nil {
		j.lock.Close()
		return nil, err
	}
	j.ctx, j.stop = context.WithCancel(context.Background())
	j.judging, j.press = newShelf(j), make(chan struct{}, 1)
	j.press <- struct{}{}
	j.running.Go(j.serve)
	return j, nil
}

// take locks the folder until this is closed.
func (j *Jobs) take() error {
	if err := os.MkdirAll(j.dir, 0o755); err != nil {
		return err
	}
	lock, err := os.OpenFile(filepath.Join(j.dir, ".lock"), os.O_CREATE|os.O_RDWR, 0o644)
	if err != nil {
		return err
	}
	err = store.TryLock(lock)
	if err == nil {
		j.lock = lock
		return nil
	}
	lock.Close()
	if errors.Is(err, store.ErrLocked) {
		return &InUseError{j.runs.Dir()}
	}
	return err
}

// Close stops what runs, so that it goes on when the folder is opened again, and
// waits for it.
func (j *Jobs) Close() error {
	j.stop()
	j.judging.close()
	j.running.Wait()
	return j.lock.Close()
}

// Done is closed once the folder is being closed.
func (j *Jobs) Done() <-chan struct{} { return j.ctx.Done() }

// Stop begins to close: what runs ends soon, and whoever follows it is let go.
func (j *Jobs) Stop() { j.stop() }

// takeUp reads what was asked for in earlier sessions, and lets what is not done
// wait in the order in which it was asked.
func (j *Jobs) takeUp() error {
	entries, err := os.ReadDir(j.dir)
	if err != nil {
		return err
	}
	var left []*Job
	for _, e := range entries {
		if !e.IsDir() {
			continue
		}
		r, ok, err := readRecord(filepath.Join(j.dir, e.Name()))
		if err != nil {
			return err
		}
		if !ok {
			continue
		}
		job := &Job{ID: e.Name(), Kind: r.Kind, record: r, state: r.State, feed: newFeed()}
		j.all[job.ID] = job
		if r.State.Over() {
			job.feed.tell(eventOf(r.State), Ending{job.ID, r.State, r.Problem}, true)
		} else {
			left = append(left, job)
		}
	}
	slices.SortStableFunc(left, func(a, b *Job) int { return cmp.Compare(a.record.AskedAt, b.record.AskedAt) })
	for _, job := range left {
		if err := j.again(job); err != nil {
			return err
		}
	}
	return nil
}

// again lets a job of an earlier session wait, unless the figures are others now.
func (j *Jobs) again(job *Job) error {
	bound, id, err := j.bind(Asked{job.Kind, job.record.Recipe, job.record.Size})
	if err != nil || id != job.ID {
		return j.end(job, Failed, (&StaleError{job.ID}).Error())
	}
	job.bound = bound
	j.queue.push("", job)
	j.rouse()
	return nil
}

// StaleError says that a run was made from other figures, or by another version.
type StaleError struct{ ID string }

func (e *StaleError) Error() string {
	return fmt.Sprintf("jobs: %s was made from other figures or by another version of the program; ask for it again", e.ID)
}

// SizeError says that a run would be too large for a workbench.
type SizeError struct{ Futures, Strategies int }

func (e *SizeError) Error() string {
	return fmt.Sprintf("jobs: %d futures of %d strategies; want 1 to %d futures, and at most %d experiments; shatterbelt explore --save takes more",
		e.Futures, e.Strategies, MaxFutures, MaxExperiments)
}

// bind reads what is asked for, and names it.
func (j *Jobs) bind(a Asked) (*desk.Exploration, string, error) {
	bound, err := j.desk.Bind(a.Recipe, a.Size)
	if err != nil {
		return nil, "", err
	}
	if n := len(bound.Exploring.Strategies); a.Futures < 1 || a.Futures > MaxFutures || a.Futures*n > MaxExperiments {
		return nil, "", &SizeError{a.Futures, n}
	}
	bound.Exploring.Workers = j.workers
	spec, err := j.desk.Spec(bound)
	if err != nil {
		return nil, "", err
	}
	m, err := spec.Manifest()
	if err != nil {
		return nil, "", err
	}
	id := m.ID
	if a.Kind == Brief {
		id = string(Brief) + strings.TrimPrefix(id, string(Explore))
	}
	return bound, id, nil
}

// Ask lets a job wait for a client, or returns the one that is the same: fresh is
// false then. One that failed or was cancelled waits again. A [*FullError] says
// that no more can wait.
func (j *Jobs) Ask(client string, a Asked) (job *Job, fresh bool, err error) {
	bound, id, err := j.bind(a)
	if err != nil {
		return nil, false, err
	}
	j.mu.Lock()
	defer j.mu.Unlock()
	if job := j.all[id]; job != nil {
		if s := job.State(); s != Failed && s != Cancelled {
			return job, false, nil
		}
	}
	if err := j.queue.check(client); err != nil {
		return nil, false, err
	}
	job = &Job{ID: id, Kind: a.Kind, bound: bound, state: Waiting, feed: newFeed()}
	job.record = record{
		Schema: Schema, Kind: a.Kind, Recipe: bound.Recipe, Size: a.Size, State: Waiting, AskedAt: stamp(j.now()),
		Command: bound.Command(string(Brief)),
	}
	if a.Kind == Explore {
		job.record.Command = bound.Command(string(Explore), "--save")
	}
	for _, s := range bound.Exploring.Strategies {
		job.record.Names = append(job.record.Names, s.Name)
	}
	if err := job.record.write(filepath.Join(j.dir, id)); err != nil {
		return nil, false, err
	}
	j.all[id] = job
	j.queue.push(client, job)
	j.rouse()
	return job, true, nil
}

// stamp is a time in RFC 3339, always as long, so that order is that of time.
func stamp(t time.Time) string { return t.UTC().Format("2006-01-02T15:04:05.000000Z07:00") }

// rouse says that something waits.
func (j *Jobs) rouse() {
	select {
	case j.wake <- struct{}{}:
	default:
	}
}
