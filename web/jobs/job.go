package jobs

import (
	"context"
	"sync"
	"time"

	"github.com/shatterbelt/shatterbelt/desk"
)

// Kind says what a run makes.
type Kind string

// The kinds.
const (
	Explore Kind = "explore" // every experiment, to be judged
	Brief   Kind = "brief"   // a document on one state
)

// State is how far a run has come.
type State string

// The states. The last three are those in which a job ends.
const (
	Waiting    State = "waiting"
	Running    State = "running"
	Unfinished State = "unfinished" // of another program; it may be at work on it
	Finished   State = "finished"
	Failed     State = "failed"
	Cancelled  State = "cancelled"
)

// Over reports a state that does not change by itself.
func (s State) Over() bool { return s == Finished || s == Failed || s == Cancelled }

// The names of events that do not end a job.
const (
	ProgressEvent = "progress"
	PartialEvent  = "partial"
)

// Asked is what a client asks for.
type Asked struct {
	Kind Kind
	desk.Recipe
	desk.Size
}

// Progress is how far a job is.
type Progress struct {
	Stage string `json:"stage"` // "exploring", and then "judging" or "writing"
	Done  int    `json:"done"`  // futures
	Total int    `json:"total"`
	// Rate is experiments a second, Left the seconds that the futures still take;
	// both are left out until they are known.
	Rate float64 `json:"rate,omitempty"`
	Left float64 `json:"left_s,omitempty"`
}

// Job is a run that was asked for.
type Job struct {
	ID   string
	Kind Kind

	bound *desk.Exploration // nil of a job that was over when the folder was opened
	feed  *feed

	mu     sync.Mutex
	record record
	state  State
	began  time.Time
	told   time.Time
	first  int // futures that earlier sessions had done
	cancel context.CancelFunc
	unwant bool // was cancelled while it ran
}

// Since returns the news of the job after a number, a channel that is closed when
// there are more, and whether there will be none.
func (j *Job) Since(number int) (news []Event, changed <-chan struct{}, over bool) {
	return j.feed.since(number)
}

// State is how far the job has come.
func (j *Job) State() State {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.state
}

// View is a job at one moment.
type View struct {
	ID    string
	Kind  Kind
	State State
	Asked
	Strategies []string // names
	Command    string
	Problem    string // why it failed
	// Asked, Began and Ended are in RFC 3339, "" where that has not been.
	AskedAt, BeganAt, EndedAt string
	Progress                  *Progress
	Place                     int // in the queue, from 1; 0 where it does not wait
}

// view is the job without its place.
func (j *Job) view() View {
	j.mu.Lock()
	defer j.mu.Unlock()
	r := j.record
	v := View{
		ID: j.ID, Kind: j.Kind, State: j.state, Asked: Asked{Kind: j.Kind, Recipe: r.Recipe, Size: r.Size},
		Strategies: r.Names, Command: r.Command, Problem: r.Problem,
		AskedAt: r.AskedAt, BeganAt: r.BeganAt, EndedAt: r.EndedAt,
	}
	if p, ok := j.feed.data(ProgressEvent).(Progress); ok {
		v.Progress = &p
	}
	return v
}

// everySoOften is how long at least lies between two reports of progress.
const everySoOften = 100 * time.Millisecond

// progress tells how many futures are done.
func (j *Job) progress(now time.Time, done, total int) {
	j.mu.Lock()
	if j.first < 0 {
		j.first = done
	}
	tell := done == total || now.Sub(j.told) >= everySoOften
	if tell {
		j.told = now
	}
	p := Progress{Stage: "exploring", Done: done, Total: total}
	if took := now.Sub(j.began).Seconds(); took > 0 && done > j.first {
		futures := float64(done-j.first) / took
		p.Rate, p.Left = futures*float64(len(j.record.Names)), float64(total-done)/futures
	}
	j.mu.Unlock()
	if tell {
		j.feed.tell(ProgressEvent, p, false)
	}
}

// stage tells what follows the futures.
func (j *Job) stage(name string) {
	p, _ := j.feed.data(ProgressEvent).(Progress)
	p.Stage, p.Left = name, 0
	j.feed.tell(ProgressEvent, p, false)
}

// Ending is the data of the event that ends a job.
type Ending struct {
	ID      string `json:"id"`
	State   State  `json:"state"`
	Problem string `json:"problem,omitempty"`
}

// eventOf names the event with which a job ends.
func eventOf(s State) string {
	if s == Finished {
		return "done"
	}
	return string(s)
}
