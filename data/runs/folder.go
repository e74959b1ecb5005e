package runs

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/shatterbelt/shatterbelt/data/store"
)

// Folder is a folder of runs. It need not be there yet.
type Folder struct{ dir string }

// Open returns the runs in a folder.
func Open(dir string) *Folder { return &Folder{dir} }

// Dir is the folder.
func (f *Folder) Dir() string { return f.dir }

// Names within the folder of a run.
const (
	manifestName = "run.json"
	resultsName  = "results.parquet"
	partialName  = "results.partial"
	journalName  = "progress.jsonl"
	failuresName = "failures.jsonl"
	lockName     = ".lock"
)

// State is how far a run has come.
type State string

// The states.
const (
	Finished   State = "finished"
	Running    State = "running"    // a program is at work on it
	Unfinished State = "unfinished" // it can be resumed
)

// Status is a run with how far it has come.
type Status struct {
	*Manifest
	State State
	Done  int // futures whose results are kept
}

// Left is how long a running or unfinished run still takes at the rate so far; it
// reports false where there is none yet.
func (s *Status) Left() (time.Duration, bool) {
	if s.Done == 0 || s.Seconds <= 0 {
		return 0, false
	}
	return time.Duration(s.Seconds / float64(s.Done) * float64(s.Futures-s.Done) * float64(time.Second)), true
}

// Rate is the experiments a second so far.
func (s *Status) Rate() (float64, bool) {
	if s.Done == 0 || s.Seconds <= 0 {
		return 0, false
	}
	return float64(s.Done) * float64(len(s.Policies)) / s.Seconds, true
}

// List returns every run, by id.
func (f *Folder) List() ([]Status, error) {
	entries, err := os.ReadDir(f.dir)
	if missing(err) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var out []Status
	for _, e := range entries {
		if !e.IsDir() || !safe.MatchString(e.Name()) {
			continue
		}
		s, err := f.status(e.Name())
		if missing(err) {
			continue // begun and not yet written down
		}
		if err != nil {
			return nil, err
		}
		out = append(out, s)
	}
	return out, nil
}

func (f *Folder) status(id string) (Status, error) {
	dir := filepath.Join(f.dir, id)
	m, err := readManifest(dir)
	if err != nil {
		return Status{}, err
	}
	s := Status{m, Finished, m.Futures}
	if m.Results != nil {
		return s, nil
	}
	j, err := readJournal(dir)
	if err != nil && !missing(err) {
		return s, err
	}
	s.Done, s.Seconds, s.Failures = j.futures(), j.seconds(), j.failures()
	s.State = Unfinished
	if busy(dir) {
		s.State = Running
	}
	return s, nil
}

// busy reports whether a program is at work on a run.
func busy(dir string) bool {
	lock, err := os.OpenFile(filepath.Join(dir, lockName), os.O_RDWR, 0o644)
	if err != nil {
		return false
	}
	defer lock.Close()
	if store.TryLock(lock) != nil {
		return true
	}
	store.Unlock(lock)
	return false
}

// NotFoundError says that there is no such run, or more than one.
type NotFoundError struct {
	ID   string
	Have []string // runs that the id could mean, or all
	Many bool
}

func (e *NotFoundError) Error() string {
	switch {
	case e.Many:
		return fmt.Sprintf("runs: %q could be %s", e.ID, strings.Join(e.Have, ", "))
	case len(e.Have) == 0:
		return fmt.Sprintf("runs: there is no run %q, and no other", e.ID)
	}
	return fmt.Sprintf("runs: there is no run %q; there is %s", e.ID, strings.Join(e.Have, ", "))
}

// Find returns the run of an id, of which the beginning or the end will do.
func (f *Folder) Find(id string) (Status, error) {
	all, err := f.List()
	if err != nil {
		return Status{}, err
	}
	var have []string
	var found []int
	for i, s := range all {
		have = append(have, s.ID)
		if s.ID == id {
			return s, nil
		}
		if id != "" && (strings.HasPrefix(s.ID, id) || strings.HasSuffix(s.ID, id)) {
			found = append(found, i)
		}
	}
	if len(found) == 1 {
		return all[found[0]], nil
	}
	if len(found) > 1 {
		return Status{}, &NotFoundError{id, pick(have, found), true}
	}
	return Status{}, &NotFoundError{id, have, false}
}

func pick(list []string, at []int) []string {
	var out []string
	for _, i := range at {
		out = append(out, list[i])
	}
	return out
}

// BusyError says that another program is at work on a run.
type BusyError struct{ ID string }

func (e *BusyError) Error() string {
	return fmt.Sprintf("runs: another program is at work on %s; wait for it", e.ID)
}

// lockTries and lockEvery are how patient one is with a lock that a reader holds
// for a moment.
const (
	lockTries = 20
	lockEvery = 10 * time.Millisecond
)

// lock takes a run for this program until the file is closed.
func (f *Folder) lock(id string) (*os.File, error) {
	file, err := os.OpenFile(filepath.Join(f.dir, id, lockName), os.O_CREATE|os.O_RDWR, 0o644)
	if err != nil {
		return nil, err
	}
	for range lockTries {
		if err = store.TryLock(file); !errors.Is(err, store.ErrLocked) {
			break
		}
		time.Sleep(lockEvery)
	}
	if err == nil {
		return file, nil
	}
	file.Close()
	if errors.Is(err, store.ErrLocked) {
		return nil, &BusyError{id}
	}
	return nil, err
}

// Remove removes a run with all its results.
func (f *Folder) Remove(id string) error {
	if !safe.MatchString(id) {
		return &NotFoundError{ID: id}
	}
	lock, err := f.lock(id)
	if err != nil {
		return err
	}
	dir := filepath.Join(f.dir, id)
	err = os.Remove(filepath.Join(dir, manifestName)) // from here on it is no run
	lock.Close()
	if err != nil && !missing(err) {
		return err
	}
	return os.RemoveAll(dir)
}

// Failure is an experiment that failed.
type Failure struct {
	Future int    `json:"future"`
	Policy string `json:"policy"`
	Error  string `json:"error"`
}

// FailuresOf returns the experiments of a run that failed, in order.
func (f *Folder) FailuresOf(s Status) ([]Failure, error) {
	dir := filepath.Join(f.dir, s.ID)
	if s.State != Finished {
		j, err := readJournal(dir)
		if missing(err) {
			return nil, nil
		}
		var out []Failure
		for _, e := range j {
			out = append(out, e.Failures...)
		}
		return out, err
	}
	b, err := os.ReadFile(filepath.Join(dir, failuresName))
	if missing(err) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var out []Failure
	for line := range strings.Lines(string(b)) {
		var x Failure
		if err := json.Unmarshal([]byte(line), &x); err != nil {
			return nil, &ManifestError{filepath.Join(dir, failuresName), err.Error(), "remove the run and run it again"}
		}
		out = append(out, x)
	}
	return slices.Clip(out), nil
}
