package rdm

import (
	"cmp"
	"slices"
	"sync"
)

// A job is a chunk under way.
type job struct {
	Chunk
	reports sync.Mutex // over what follows and Failures, while blocks are under way
	left    int        // futures not yet reported
	err     error      // of the earliest future that stops the run
	at      int        // that future
}

// begin prepares the job for the futures of a chunk.
func (j *job) begin(first, n int) {
	j.resize(first, n)
	j.left, j.err, j.Failures = n, nil, j.Failures[:0]
}

// A block is the part of a job that one worker does at a time.
type block struct {
	job      *job
	from, to int // futures of the chunk
	failed   []*RunError
	err      error
	at       int // the future that stopped it, when err is set
}

// note records what a block reports, keeping the error of the earliest future, and
// tells whether it is the last of the chunk.
func (j *job) note(b block) (whole bool) {
	j.reports.Lock()
	defer j.reports.Unlock()
	j.left -= b.to - b.from
	j.Failures = append(j.Failures, b.failed...)
	if b.err != nil && (j.err == nil || b.at < j.at) {
		j.err, j.at = b.err, b.at
	}
	return j.left == 0
}

// stop puts the failures in order and returns the error that ends the run, if
// one does: the first failure beyond those allowed, or a panic before it.
func (j *job) stop(allowed int) error {
	slices.SortStableFunc(j.Failures, func(a, b *RunError) int { return cmp.Compare(a.Future, b.Future) })
	if len(j.Failures) > allowed {
		if f := j.Failures[allowed]; j.err == nil || f.Future < j.at {
			return f
		}
	}
	return j.err
}
