package jobs

import (
	"fmt"
	"slices"
)

// FullError says that no more runs can wait.
type FullError struct {
	Waiting int
	Own     bool // of one client
}

func (e *FullError) Error() string {
	if e.Own {
		return fmt.Sprintf("jobs: %d runs of yours are waiting already; wait for one, or cancel it", e.Waiting)
	}
	return fmt.Sprintf("jobs: %d runs are waiting already; ask again later", e.Waiting)
}

// queue holds what waits, by client. Clients take turns, in the order in which
// they came.
type queue struct {
	most, each int // that may wait, in all and of one client
	lines      map[string][]*Job
	turns      []string // clients with something waiting, the next one first
	waiting    int
}

func newQueue(most, each int) *queue {
	return &queue{most: most, each: each, lines: map[string][]*Job{}}
}

// check reports a [*FullError] where a client's job would not be taken.
func (q *queue) check(client string) error {
	switch {
	case q.waiting >= q.most:
		return &FullError{Waiting: q.waiting}
	case len(q.lines[client]) >= q.each:
		return &FullError{Waiting: q.each, Own: true}
	}
	return nil
}

// push lets a job of a client wait, whatever the bounds.
func (q *queue) push(client string, j *Job) {
	if len(q.lines[client]) == 0 {
		q.turns = append(q.turns, client)
	}
	q.lines[client] = append(q.lines[client], j)
	q.waiting++
}

// pop takes the job whose turn it is, nil where none waits.
func (q *queue) pop() *Job {
	if len(q.turns) == 0 {
		return nil
	}
	client := q.turns[0]
	q.turns = q.turns[1:]
	j := q.lines[client][0]
	q.waiting--
	if q.lines[client] = q.lines[client][1:]; len(q.lines[client]) == 0 {
		delete(q.lines, client)
	} else {
		q.turns = append(q.turns, client)
	}
	return j
}

// remove takes a job out; it reports false for one that does not wait.
func (q *queue) remove(j *Job) bool {
	for client, line := range q.lines {
		at := slices.Index(line, j)
		if at < 0 {
			continue
		}
		q.waiting--
		if q.lines[client] = slices.Delete(line, at, at+1); len(q.lines[client]) == 0 {
			delete(q.lines, client)
			q.turns = slices.DeleteFunc(q.turns, func(c string) bool { return c == client })
		}
		return true
	}
	return false
}
