package rdm

import (
	"context"
	"fmt"
	"io"
	"runtime"
	"sync"
	"sync/atomic"
)

// blockSize is how many futures a worker takes at a time. It divides ChunkSize,
// and is small so that no worker is left waiting for long at the end of a run.
const blockSize = 125

// Options sets how a run is carried out; none of it changes the results.
type Options struct {
	Workers int // goroutines; 0 or less is one for each core Go may use
	// Progress, if not nil, is told now and then how many futures are done, from
	// the goroutine that called Run. It never goes back, and ends at total.
	Progress func(done, total int)
	// First is the future to begin with, a multiple of ChunkSize: those before it
	// were delivered by a run that ended early.
	First int
	// Failures is how many experiments may fail before the run stops. The outcomes
	// of one that failed are NaN, and its chunk says why. A panic always stops it.
	Failures int
}

// Run works through futures 0 to n-1 of a design, every policy in each, and
// passes the results to sink in order. Memory does not grow with n: at most two
// chunks more than there are workers exist at a time.
//
// When ctx ends, Run returns its error. One error more than Options.Failures, or
// a panic, in a worker stops the run with a [*RunError] for the earliest future
// concerned, after the chunks before it were delivered. Every goroutine has
// ended and every worker is closed when Run returns.
func Run(ctx context.Context, m Model, d Design, n int, seed uint64, sink Sink, opt Options) error {
	if err := checkRun(m, d, n, opt); err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	inner, cancel := context.WithCancel(ctx)
	r := newRunner(m, d, n, seed, opt)
	var running sync.WaitGroup
	defer running.Wait()
	defer cancel()
	for range r.workers {
		w, err := open(inner, m)
		if err != nil {
			return err
		}
		running.Go(func() {
			defer shut(w)
			r.work(inner.Done(), w)
		})
	}
	return r.collect(ctx, opt.First, sink, opt.Progress)
}

func open(ctx context.Context, m Model) (Worker, error) {
	if o, ok := m.(Opener); ok {
		return o.Open(ctx)
	}
	return m.NewWorker(), nil
}

// shut closes a worker that wants it. What it ran is delivered by then, so that
// it closed badly changes nothing.
func shut(w Worker) {
	if c, ok := w.(io.Closer); ok {
		_ = c.Close()
	}
}

func checkRun(m Model, d Design, n int, opt Options) error {
	if n < 1 {
		return fmt.Errorf("rdm: %d futures asked for; want at least 1", n)
	}
	if opt.First < 0 || opt.First >= n || opt.First%ChunkSize != 0 {
		return fmt.Errorf("rdm: run of %d futures to begin with future %d; want a multiple of %d below it", n, opt.First, ChunkSize)
	}
	if err := checkModel(m); err != nil {
		return err
	}
	if c, ok := d.(interface{ Check([]Dim) error }); ok {
		return c.Check(m.Dims())
	}
	return nil
}

type runner struct {
	design   Design
	policies []string
	n        int
	seed     uint64
	workers  int
	failures int // that may be delivered

	claims sync.Mutex // over what is next
	next   int        // future of the next chunk
	job    *job       // chunk of which blocks are left; nil for none
	from   int        // future of the chunk where the next block begins

	ran  atomic.Int64  // futures done
	told chan struct{} // that some are, where somebody wants to know
	free chan *job     // jobs to use again
	done chan *job     // whole chunks, in any order
}

func newRunner(m Model, d Design, n int, seed uint64, opt Options) *runner {
	workers := cores(opt.Workers)
	r := &runner{
		design: d, policies: m.Policies(), next: opt.First, n: n, seed: seed, workers: workers, failures: max(opt.Failures, 0),
		free: make(chan *job, workers+2),
		done: make(chan *job, workers+2),
	}
	r.ran.Store(int64(opt.First))
	if opt.Progress != nil {
		r.told = make(chan struct{}, 1)
	}
	for range cap(r.free) {
		r.free <- &job{Chunk: Chunk{Policies: len(r.policies), Dims: len(m.Dims()), Outcomes: len(m.Outcomes())}}
	}
	return r
}

func cores(workers int) int {
	if workers > 0 {
		return workers
	}
	return runtime.GOMAXPROCS(0)
}

// claim takes the next block of the run, and reports false where none is left or
// the run stops. It takes a free job for one chunk before it starts the next, so the
// earliest chunk under way always has its memory and the run cannot lock up. Workers
// take blocks themselves, since handing them over would put workers to sleep every
// few microseconds of a cheap model.
func (r *runner) claim(stop <-chan struct{}) (b block, ok bool) {
	r.claims.Lock()
	defer r.claims.Unlock()
	if r.job == nil {
		if r.next >= r.n {
			return block{}, false
		}
		select {
		case r.job = <-r.free:
		case <-stop:
			return block{}, false
		}
		r.job.begin(r.next, min(ChunkSize, r.n-r.next))
		r.next, r.from = r.next+r.job.N, 0
	}
	b = block{job: r.job, from: r.from, to: min(r.from+blockSize, r.job.N)}
	if r.from = b.to; b.to == b.job.N {
		r.job = nil
	}
	return b, true
}

func (r *runner) work(stop <-chan struct{}, w Worker) {
	for {
		b, ok := r.claim(stop)
		if !ok || !r.runBlock(stop, w, &b) {
			return
		}
		r.report(b)
	}
}

// report notes a block, and hands a chunk over when it is the last of it.
func (r *runner) report(b block) {
	whole := b.job.note(b)
	r.ran.Add(int64(b.to - b.from))
	if whole {
		r.done <- b.job // which has room for every job
		runtime.Gosched()
		return
	}
	select {
	case r.told <- struct{}{}:
	default: // nobody wants to know, or does already
	}
}

// runBlock runs the experiments of a block, up to one more failure than the run
// may have. It reports false when it was told to stop.
func (r *runner) runBlock(stop <-chan struct{}, w Worker, b *block) (finished bool) {
	f := Future{Seed: r.seed}
	policy := -1
	defer func() {
		if v := recover(); v != nil {
			b.at, b.err = f.Index, r.failure(f.Index, policy, newPanicError(v)) // a bug stops the run
			finished = true
		}
	}()
	for i := b.from; i < b.to; i++ {
		f.Index, f.X = b.job.First+i, b.job.Inputs(i)
		policy = -1
		fillNaN(f.X)
		r.design.Future(f.Index, f.X)
		for policy = range r.policies {
			if stopped(stop) {
				return false
			}
			out := b.job.Outputs(i, policy)
			fillNaN(out)
			err := w.Run(&f, policy, out)
			if err == nil {
				continue
			}
			if stopped(stop) {
				return false // it may have failed for that
			}
			b.failed = append(b.failed, r.failure(f.Index, policy, err))
			if len(b.failed) > r.failures {
				return true
			}
			fillNaN(out)
		}
	}
	return true
}

func stopped(stop <-chan struct{}) bool {
	select {
	case <-stop:
		return true
	default:
		return false
	}
}

// collect puts the chunks back in order and delivers them.
func (r *runner) collect(ctx context.Context, next int, sink Sink, progress func(done, total int)) error {
	waiting := make(map[int]*job, cap(r.free))
	ran, left := next, r.failures
	for next < r.n {
		select {
		case j := <-r.done:
			waiting[j.First] = j
		case <-r.told:
		case <-ctx.Done():
			return ctx.Err()
		}
		if now := int(r.ran.Load()); progress != nil && now > ran {
			ran = now
			progress(ran, r.n)
		}
		for j := waiting[next]; j != nil; j = waiting[next] {
			if err := j.stop(left); err != nil {
				return err
			}
			left -= len(j.Failures)
			if err := sink.Chunk(&j.Chunk); err != nil {
				return err
			}
			delete(waiting, next)
			next += j.N
			r.free <- j
		}
	}
	return nil
}
