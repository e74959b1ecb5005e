package jobs

import (
	"cmp"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/shatterbelt/shatterbelt/data/runs"
	"github.com/shatterbelt/shatterbelt/desk"
	"github.com/shatterbelt/shatterbelt/strategy"
)

// NotFoundError says that there is no such run.
type NotFoundError struct{ ID string }

func (e *NotFoundError) Error() string { return "jobs: there is no run " + e.ID }

// StateError says that a run is not in a state in which it could be done what was
// asked.
type StateError struct {
	ID    string
	State State
	Want  string // what it takes
}

func (e *StateError) Error() string {
	return "jobs: " + e.ID + " is " + string(e.State) + "; " + e.Want
}

// Job returns the job of an id that was asked for here.
func (j *Jobs) Job(id string) (*Job, bool) {
	j.mu.Lock()
	defer j.mu.Unlock()
	job, ok := j.all[id]
	return job, ok
}

// View returns one run, whoever began it.
func (j *Jobs) View(id string) (View, error) {
	if job, ok := j.Job(id); ok {
		v := job.view()
		v.Place = j.places()[id]
		return v, nil
	}
	s, err := j.kept(id)
	if err != nil {
		return View{}, err
	}
	v, ok := viewOf(s)
	if !ok {
		return View{}, &NotFoundError{id}
	}
	return v, nil
}

// List returns every run of the simulation in the folder, the newest first.
func (j *Jobs) List() ([]View, error) {
	kept, err := j.runs.List()
	if err != nil {
		return nil, err
	}
	j.mu.Lock()
	var out []View
	own := map[string]bool{}
	for id, job := range j.all {
		own[id] = true
		out = append(out, job.view())
	}
	j.mu.Unlock()
	for _, s := range kept {
		if v, ok := viewOf(s); ok && !own[s.ID] {
			out = append(out, v)
		}
	}
	places := j.places()
	for i := range out {
		out[i].Place = places[out[i].ID]
	}
	slices.SortFunc(out, func(a, b View) int {
		return cmp.Or(cmp.Compare(b.AskedAt, a.AskedAt), cmp.Compare(a.ID, b.ID))
	})
	return out, nil
}

// places are the places of what waits, by id, as turns will come.
func (j *Jobs) places() map[string]int {
	j.mu.Lock()
	defer j.mu.Unlock()
	out := map[string]int{}
	for depth := 0; len(out) < j.queue.waiting; depth++ {
		for _, client := range j.queue.turns {
			if line := j.queue.lines[client]; depth < len(line) {
				out[line[depth].ID] = len(out) + 1
			}
		}
	}
	return out
}

// viewOf is a run of the simulation that the command line keeps; ok is false for a
// run of another model.
func viewOf(s runs.Status) (View, bool) {
	r, size, ok := desk.RecipeOf(s.Manifest)
	if !ok {
		return View{}, false
	}
	v := View{
		ID: s.ID, Kind: Explore, State: Unfinished, Asked: Asked{Explore, r, size}, Command: strings.Join(s.Command, " "),
		AskedAt: s.Started, BeganAt: s.Started, EndedAt: s.Finished,
		Progress: &Progress{Stage: "exploring", Done: s.Done, Total: s.Futures},
	}
	for _, p := range s.Policies {
		v.Strategies = append(v.Strategies, p.Name)
	}
	if s.State == runs.Finished {
		v.State = Finished
	}
	return v, true
}

// kept is a run in the folder, by its whole id.
func (j *Jobs) kept(id string) (runs.Status, error) {
	s, err := j.runs.Find(id)
	var none *runs.NotFoundError
	if errors.As(err, &none) || err == nil && s.ID != id {
		return s, &NotFoundError{id}
	}
	return s, err
}

// Cancel ends a job that waits or runs. What an exploration has done is kept, and
// asking for it again goes on with it.
func (j *Jobs) Cancel(id string) error {
	job, ok := j.Job(id)
	if !ok {
		if _, err := j.kept(id); err != nil {
			return err
		}
		return &StateError{id, Unfinished, "another program began it, which can cancel it"}
	}
	j.mu.Lock()
	waited := j.queue.remove(job)
	j.mu.Unlock()
	if waited {
		return j.end(job, Cancelled, "")
	}
	job.mu.Lock()
	defer job.mu.Unlock()
	if job.state.Over() {
		return &StateError{id, job.state, "only what waits or runs can be cancelled"}
	}
	job.unwant = true
	if job.cancel != nil {
		job.cancel()
	}
	return nil
}

// Remove removes a run that is over, with all its results.
func (j *Jobs) Remove(id string) error {
	job, own := j.Job(id)
	if own && !job.State().Over() {
		return &StateError{id, job.State(), "cancel it first"}
	}
	_, err := j.kept(id)
	var none *NotFoundError
	switch {
	case err == nil:
		err = j.runs.Remove(id)
	case errors.As(err, &none) && own:
		err = nil
	}
	if err != nil {
		return err
	}
	j.judging.drop(id)
	if !own {
		return nil
	}
	j.mu.Lock()
	delete(j.all, id)
	j.mu.Unlock()
	dir := filepath.Join(j.dir, id)
	if err := os.Remove(filepath.Join(dir, recordName)); err != nil { // from here on it is no job
		return err
	}
	return os.RemoveAll(dir)
}

// Read opens the experiments of a finished exploration.
func (j *Jobs) Read(id string) (*runs.Reader, error) {
	s, err := j.kept(id)
	if err != nil {
		return nil, err
	}
	return j.runs.Read(s)
}

// File is the Parquet file of the experiments of a finished exploration.
func (j *Jobs) File(id string) (string, error) {
	s, err := j.kept(id)
	if err != nil {
		return "", err
	}
	if s.State != runs.Finished {
		return "", &runs.UnfinishedError{ID: id}
	}
	return j.runs.Path(s), nil
}

// StrategyFile is the file of the strategies of a run, as --strategies reads it.
func (v *View) StrategyFile() []byte {
	if v.Recipe.Strategies == "" {
		return strategy.NamedFile()
	}
	return []byte(v.Recipe.Strategies)
}
