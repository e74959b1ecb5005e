package store

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"github.com/shatterbelt/shatterbelt/data/source"
)

// Options say how to import.
type Options struct {
	Datasets []source.Dataset // those that may be recognised
	As       string           // "dataset" or "dataset/table" where content alone does not tell
	// Version keeps to one edition: of several in the files, that one is
	// imported and used from then on; files of no known edition are given it.
	Version string
	// Edition is given to files of no known edition that do not tell theirs, and
	// with Renamed to every file of unknown hash. Nothing is used from then on for
	// it, as it is for Version.
	Edition string
	Renamed bool
	DryRun  bool
	Now     string // when, for the manifest
	Program string // version of the program, for the manifest
	Limits  source.Limits
	// Mapping is the text of the mapping that declares the dataset, where it is a
	// user's own, and Citation how to cite it.
	Mapping, Citation string
	// Waiting is called once if another program is changing the store; Progress
	// as each table begins. Both may be nil.
	Waiting  func()
	Progress func(table string, done, total int)
}

// Report says what an import did, or would do.
type Report struct {
	DryRun   bool             `json:"dry_run"`
	Imported []Manifest       `json:"imported"`
	Already  []Already        `json:"already,omitempty"`
	Skipped  []source.Skipped `json:"skipped,omitempty"`
	Refused  []Refusal        `json:"refused,omitempty"`
}

// Already is a table that is in the store from the very same file.
type Already struct {
	File    string `json:"file"`
	Dataset string `json:"dataset"`
	Edition string `json:"edition"`
	Table   string `json:"table"`
}

// Refusal is a file, or with Dataset a dataset, of which nothing was imported.
type Refusal struct {
	File    string `json:"file"`
	Dataset string `json:"dataset,omitempty"`
	Err     error  `json:"-"`
}

// MarshalText gives the fault as text.
func (r Refusal) text() string { return r.Err.Error() }

// RefusedError says that some datasets or files were refused. The report has
// each with its fault.
type RefusedError struct{ Refused []Refusal }

func (e *RefusedError) Error() string {
	if len(e.Refused) == 1 {
		return e.Refused[0].text()
	}
	return fmt.Sprintf("%d files or datasets were refused; the first: %s", len(e.Refused), e.Refused[0].text())
}

// Import recognises published files, and those in folders, and adds their
// tables to the store. Each dataset is imported whole or not at all; a fault in
// one leaves the others alone and is returned as a [*RefusedError] beside the
// report.
func (s *Store) Import(ctx context.Context, paths []string, o Options) (Report, error) {
	r := Report{DryRun: o.DryRun, Imported: []Manifest{}}
	f := &finder{options: o, report: &r, seen: map[string]bool{}}
	defer f.close()
	for _, p := range paths {
		if err := f.path(ctx, p); err != nil {
			return r, err
		}
	}
	work := func() error { return s.importAll(ctx, f, o) }
	var err error
	if o.DryRun {
		err = work()
	} else if len(f.found) > 0 {
		err = s.locked(ctx, o.Waiting, work)
	}
	if err == nil && len(r.Refused) > 0 {
		err = &RefusedError{r.Refused}
	}
	return r, err
}

// importAll imports dataset by dataset, in order of key.
func (s *Store) importAll(ctx context.Context, f *finder, o Options) error {
	groups := map[string][]found{}
	var keys []string
	for _, t := range f.found {
		k := t.match.Dataset.Key
		if groups[k] == nil {
			keys = append(keys, k)
		}
		groups[k] = append(groups[k], t)
	}
	slices.Sort(keys)
	n := 0
	for _, k := range keys {
		job := &job{store: s, options: o, report: f.report, before: n, total: len(f.found), editions: map[string]*Manifest{}}
		n += len(groups[k])
		err := job.run(ctx, groups[k])
		job.drop()
		switch {
		case err == nil:
		case fatal(ctx, err):
			return err
		default:
			f.report.Refused = append(f.report.Refused, Refusal{job.file, k, err})
		}
	}
	return nil
}

// fatal tells faults of the machine from faults of a file.
func fatal(ctx context.Context, err error) bool {
	var cell *source.CellError
	var file *source.FileError
	var name *NameError
	var verified *OverwriteError
	known := errors.As(err, &cell) || errors.As(err, &file) || errors.As(err, &name) || errors.As(err, &verified)
	return ctx.Err() != nil || !known
}

// job imports one dataset.
type job struct {
	store         *Store
	options       Options
	report        *Report
	before, total int
	editions      map[string]*Manifest
	names         []string // of editions, in the order met
	staged        []string // files written and not yet named by a manifest
	file          string   // being read
}

// drop removes files that no manifest came to name.
func (j *job) drop() {
	for _, path := range j.staged {
		_ = os.Remove(path)
		_ = os.Remove(filepath.Dir(path))
		_ = os.Remove(filepath.Dir(filepath.Dir(path)))
	}
}

// OverwriteError says that a file of unknown hash would take the place of a
// table from a known one.
type OverwriteError struct{ File, Dataset, Edition, Table string }

func (e *OverwriteError) Error() string {
	return fmt.Sprintf("%s: would replace the verified %s %s (%s) by an unverified file; remove that edition first, or import as another --version",
		e.File, e.Dataset, e.Edition, e.Table)
}

func (j *job) run(ctx context.Context, tables []found) error {
	for i := range tables {
		m := &tables[i].match
		switch {
		case j.options.Renamed && !m.Verified:
			m.Edition = j.options.Edition
		case m.Edition == "":
			m.Edition = cmp.Or(j.options.Version, j.options.Edition, "unknown-"+tables[i].part.Head.SHA256[:8])
		}
	}
	if v := j.options.Version; v != "" {
		tables = slices.DeleteFunc(tables, func(t found) bool { return j.other(t, v) })
	}
	slices.SortStableFunc(tables, func(a, b found) int { return cmp.Compare(rank(a), rank(b)) })
	taken := map[string]string{}
	for i, t := range tables {
		j.file = t.path
		k := t.match.Edition + "/" + t.match.Layout.Table
		if first, twice := taken[k]; twice {
			j.report.Skipped = append(j.report.Skipped, source.Skipped{Name: t.part.Name(), Why: "the same table as " + first})
			continue
		}
		taken[k] = t.part.Name()
		if err := j.table(ctx, t, j.before+i); err != nil {
			return err
		}
	}
	return j.commit(tables)
}

// other passes over a table of another edition than the one asked for.
func (j *job) other(t found, version string) bool {
	if t.match.Edition == version {
		return false
	}
	j.report.Skipped = append(j.report.Skipped, source.Skipped{Name: t.part.Name(), Why: "edition " + t.match.Edition + ", not " + version})
	return true
}

// rank puts known files before others and, of those, the original first.
func rank(t found) int {
	if !t.match.Verified {
		return 1 << 20
	}
	n := 0
	for _, e := range t.match.Dataset.Editions {
		for _, k := range e.Files {
			if k == t.match.File {
				return n
			}
			n++
		}
	}
	return n
}

// manifest is that of an edition as it will be, with the tables it has already.
func (j *job) manifest(m source.Match) (*Manifest, error) {
	if have, ok := j.editions[m.Edition]; ok {
		return have, nil
	}
	if _, err := j.store.folder(m.Dataset.Key, m.Edition); err != nil {
		return nil, err
	}
	d := m.Dataset
	out := Manifest{
		Schema: Schema, Dataset: d.Key, Edition: m.Edition, Title: d.Title, Publisher: d.Publisher, Licence: d.Licence,
		Cite: d.Cite, URL: d.URL, Note: d.Note, Imported: j.options.Now, Program: j.options.Program,
		Mapping: j.options.Mapping, Citation: j.options.Citation,
	}
	old, err := j.store.Manifest(d.Key, m.Edition)
	var none *NotFoundError
	switch {
	case err == nil:
		if old.Mapping != out.Mapping {
			break // what is there was read by another mapping
		}
		out.Tables = slices.Clone(old.Tables)
		if old.Program != out.Program {
			out.Program = old.Program + ", " + out.Program
		}
	case !errors.As(err, &none):
		return nil, err
	}
	j.editions[m.Edition] = &out
	j.names = append(j.names, m.Edition)
	return &out, nil
}

// table stages one table.
func (j *job) table(ctx context.Context, t found, at int) error {
	m, err := j.manifest(t.match)
	if err != nil {
		return err
	}
	name := t.match.Layout.Table
	if old, ok := m.Table(name); ok {
		if old.Source.SHA256 == t.part.Head.SHA256 && j.store.whole(*m, old) {
			j.report.Already = append(j.report.Already, Already{t.part.Name(), m.Dataset, m.Edition, name})
			return nil
		}
		if old.Source.Verified && !t.match.Verified {
			return &OverwriteError{t.part.Name(), m.Dataset, m.Edition, name}
		}
	}
	if j.options.Progress != nil {
		j.options.Progress(m.Dataset+" "+m.Edition+" "+name, at, j.total)
	}
	stored, err := j.stage(ctx, t, *m)
	if err != nil {
		return err
	}
	m.Tables = slices.DeleteFunc(m.Tables, func(s Stored) bool { return s.Table == name })
	m.Tables = append(m.Tables, stored)
	slices.SortFunc(m.Tables, func(a, b Stored) int { return cmp.Compare(a.Table, b.Table) })
	return nil
}

// whole reports whether a stored file is there in its length; verify looks at
// every byte.
func (s *Store) whole(m Manifest, t Stored) bool {
	path, err := s.path(m, t)
	if err != nil {
		return false
	}
	info, err := os.Stat(path)
	return err == nil && info.Size() == t.Bytes
}

// commit makes what was staged count.
func (j *job) commit(tables []found) error {
	for _, name := range j.names {
		m := j.editions[name]
		m.Verified = !slices.ContainsFunc(m.Tables, func(t Stored) bool { return !t.Source.Verified })
		if !slices.ContainsFunc(m.Tables, func(t Stored) bool { return j.fresh(*m, t) }) {
			continue
		}
		if !j.options.DryRun {
			if err := j.store.commit(*m); err != nil {
				return err
			}
		}
		j.report.Imported = append(j.report.Imported, *m)
	}
	if j.options.DryRun {
		return nil
	}
	j.staged = nil
	if err := j.store.sweep(); err != nil {
		return err
	}
	if v := j.options.Version; v != "" && len(tables) > 0 {
		return j.store.use(tables[0].match.Dataset.Key, v)
	}
	return nil
}

// fresh reports whether a table was read by this job.
func (j *job) fresh(m Manifest, t Stored) bool {
	if j.options.DryRun {
		return t.File == dryName
	}
	path, _ := j.store.path(m, t)
	return slices.Contains(j.staged, path)
}
