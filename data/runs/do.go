package runs

import (
	"context"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/shatterbelt/shatterbelt/data/store"
	"github.com/shatterbelt/shatterbelt/rdm"
)

// Spec is a run to be done.
type Spec struct {
	Title   string   // such as "explore KOR 2024"; begins the id
	Program string   // name and version
	Command []string // for the reader of the manifest
	Recipe  any      // what the program builds the model from, as JSON
	Data    []Digest // that the model was built from

	Model      rdm.Model
	Design     rdm.Design
	DesignName string // such as "latin hypercube"
	Futures    int
	Seed       uint64
	Failures   int // experiments that may fail
}

// Options sets how a run is carried out; none of it changes the results.
type Options struct {
	Workers int
	// Progress is told how many futures are done, those of earlier sessions
	// included.
	Progress func(done, total int)
	// Watch is given every chunk of this session once it has been taken down;
	// those of earlier sessions are not given again. Nil is nobody.
	Watch rdm.Sink
	Now   func() time.Time // for the manifest; nil is the clock
}

// Manifest returns the manifest that a run of the specification begins with.
func (s Spec) Manifest() (*Manifest, error) {
	recipe, err := json.Marshal(s.Recipe)
	if err != nil {
		return nil, err
	}
	m := &Manifest{Schema: Schema, Title: s.Title, Command: s.Command, Allowed: s.Failures}
	m.Identity = Identity{Program: s.Program, Recipe: recipe, Data: s.Data, Design: s.DesignName, Seed: s.Seed, Futures: s.Futures}
	m.describe(s.Model)
	groups := (s.Futures-1)/futuresInGroup(max(len(m.Policies), 1)) + 1
	if s.Futures < 1 || groups > math.MaxInt16 {
		return nil, fmt.Errorf("runs: %d futures under %d policies; want 1 to %d", s.Futures, len(m.Policies), math.MaxInt16*futuresInGroup(max(len(m.Policies), 1)))
	}
	m.ID, err = id(s.Title, m.Identity)
	return m, err
}

// ChangedError says that a run cannot be gone on with, since what decides its
// results is no longer the same.
type ChangedError struct {
	ID   string
	What []string
}

func (e *ChangedError) Error() string {
	return fmt.Sprintf("runs: %s cannot be resumed: %s changed since; start a new run", e.ID, strings.Join(e.What, ", "))
}

// Resume goes on with a run that its manifest describes, as [Folder.Do] does, or
// reports a [*ChangedError] where the specification is not that of the run.
func (f *Folder) Resume(ctx context.Context, old *Manifest, s Spec, o Options) (*Manifest, error) {
	m, err := s.Manifest()
	if err != nil {
		return nil, err
	}
	if m.ID != old.ID {
		return nil, &ChangedError{old.ID, changes(old, m)}
	}
	return f.Do(ctx, s, o)
}

// Do works through a run, from where it was left if it was begun before, and
// returns its manifest. A finished run is returned as it is. When ctx ends or an
// experiment fails that may not, what was done is kept and the error returned; the
// manifest is then that of the unfinished run.
func (f *Folder) Do(ctx context.Context, s Spec, o Options) (*Manifest, error) {
	if o.Now == nil {
		o.Now = time.Now
	}
	m, err := s.Manifest()
	if err != nil {
		return nil, err
	}
	dir := filepath.Join(f.dir, m.ID)
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, err
	}
	lock, err := f.lock(m.ID)
	if err != nil {
		return nil, err
	}
	defer lock.Close()
	old, err := readManifest(dir)
	switch {
	case missing(err):
		m.Started = stamp(o.Now())
		err = m.write(dir)
	case err == nil:
		old.Allowed = m.Allowed
		m = old
	}
	if err != nil || m.Results != nil {
		return m, err
	}
	return m, f.work(ctx, dir, m, s, o)
}

func stamp(t time.Time) string { return t.UTC().Format(time.RFC3339) }

func (m *Manifest) write(dir string) error {
	b, err := json.MarshalIndent(m, "", "  ")
	if err != nil {
		return err
	}
	return store.Replace(filepath.Join(dir, manifestName), append(b, '\n'))
}

// work does what is left of a run.
func (f *Folder) work(ctx context.Context, dir string, m *Manifest, s Spec, o Options) error {
	began := o.Now()
	w, err := openWriter(dir, m, func() float64 { return o.Now().Sub(began).Seconds() })
	if err != nil {
		return err
	}
	defer w.close()
	if w.futures < s.Futures {
		opt := rdm.Options{Workers: o.Workers, Progress: o.Progress, First: w.futures, Failures: s.Failures - w.entries.failures()}
		var sink rdm.Sink = w
		if o.Watch != nil {
			sink = rdm.Tee{w, o.Watch}
		}
		if err := rdm.Run(ctx, s.Model, s.Design, s.Futures, s.Seed, sink, opt); err != nil {
			return err
		}
	}
	if err := w.finish(); err != nil {
		return err
	}
	m.Finished = stamp(o.Now())
	if err := m.write(dir); err != nil {
		return err
	}
	return os.Remove(filepath.Join(dir, journalName))
}
