package jobs

import (
	"cmp"
	"slices"
	"sync"
)

// Event is news of a job. Numbers rise by one with each; Data is JSON to be.
type Event struct {
	Number int
	Name   string // "progress", "partial", or the state in which the job ended
	Data   any
}

// feed is the news of a job: of each kind the newest, since later news of a kind
// say all that earlier did. Nobody who reads it slowly is waited for.
type feed struct {
	mu      sync.Mutex
	last    int
	newest  map[string]Event
	changed chan struct{} // closed by the next news
	over    bool
}

func newFeed() *feed {
	return &feed{newest: map[string]Event{}, changed: make(chan struct{})}
}

// tell adds news. Those that end the job are the last.
func (f *feed) tell(name string, data any, over bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.over {
		return
	}
	f.last++
	f.newest[name] = Event{f.last, name, data}
	f.over = over
	close(f.changed)
	f.changed = make(chan struct{})
}

// since returns the news after a number, a channel that is closed when there are
// more, and whether these are the last.
func (f *feed) since(number int) (news []Event, changed <-chan struct{}, over bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	for _, e := range f.newest {
		if e.Number > number {
			news = append(news, e)
		}
	}
	slices.SortFunc(news, func(a, b Event) int { return cmp.Compare(a.Number, b.Number) })
	return news, f.changed, f.over
}

// data is the newest of a kind, nil where there is none.
func (f *feed) data(name string) any {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.newest[name].Data
}
