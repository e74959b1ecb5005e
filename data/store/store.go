package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"time"
)

// Store is a folder of imported datasets. Open one with [Open].
type Store struct{ dir string }

// Open returns the store in a folder, which need not be there yet.
func Open(dir string) *Store { return &Store{dir} }

// Dir is the folder.
func (s *Store) Dir() string { return s.dir }

// DefaultDir is where the store is unless told otherwise: under XDG_DATA_HOME
// where that is set, and otherwise where the platform keeps such data.
func DefaultDir() (string, error) { return defaultDir(runtime.GOOS, os.Getenv, os.UserHomeDir) }

// defaultDir is the folder on a platform, by its environment and home folder.
func defaultDir(platform string, env func(string) string, home func() (string, error)) (string, error) {
	if dir := env("XDG_DATA_HOME"); filepath.IsAbs(dir) {
		return filepath.Join(dir, "shatterbelt"), nil
	}
	if dir := env("LocalAppData"); platform == "windows" && dir != "" {
		return filepath.Join(dir, "Shatterbelt"), nil
	}
	dir, err := home()
	switch {
	case err != nil:
		return "", fmt.Errorf("store: no home folder: %w; give --store", err)
	case platform == "windows":
		return filepath.Join(dir, "AppData", "Local", "Shatterbelt"), nil
	case platform == "darwin":
		return filepath.Join(dir, "Library", "Application Support", "shatterbelt"), nil
	}
	return filepath.Join(dir, ".local", "share", "shatterbelt"), nil
}

// RunsFolder is the folder in a store that is left to runs (package data/runs).
const RunsFolder = "runs"

// Names within the store.
const (
	lockName     = ".lock"
	manifestName = "manifest.json"
	pinName      = "use"
	tempPrefix   = ".new-"
)

// safe is what names of datasets, editions and tables are made of, so that none
// can step out of the store.
var safe = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._+-]{0,99}$`)

// NameError says that a name cannot be one of a dataset, edition or table.
type NameError struct{ Name string }

func (e *NameError) Error() string {
	return fmt.Sprintf("store: %q cannot be a name; use letters, digits, points, hyphens", e.Name)
}

// folder is that of an edition.
func (s *Store) folder(dataset, edition string) (string, error) {
	for _, name := range []string{dataset, edition} {
		if !safe.MatchString(name) || strings.Contains(name, "..") || strings.HasSuffix(name, ".") || device(name) {
			return "", &NameError{name}
		}
	}
	return filepath.Join(s.dir, dataset, edition), nil
}

// device reports whether Windows takes a name for a device, whatever follows a
// point in it.
func device(name string) bool {
	base, _, _ := strings.Cut(strings.ToUpper(name), ".")
	n := len(base)
	port := n == 4 && (base[:3] == "COM" || base[:3] == "LPT") && base[3] >= '1' && base[3] <= '9'
	return port || slices.Contains([]string{"CON", "PRN", "AUX", "NUL"}, base)
}

// lockEvery is how often a locked store is tried again.
const lockEvery = 50 * time.Millisecond

// locked runs a function while no other program changes the store. waiting is
// called once if another does.
func (s *Store) locked(ctx context.Context, waiting func(), f func() error) error {
	if err := os.MkdirAll(s.dir, 0o755); err != nil {
		return err
	}
	file, err := os.OpenFile(filepath.Join(s.dir, lockName), os.O_CREATE|os.O_RDWR, 0o644)
	if err != nil {
		return err
	}
	defer file.Close()
	for told := false; ; {
		err := TryLock(file)
		if err == nil {
			break
		}
		if !errors.Is(err, ErrLocked) {
			return err
		}
		if !told && waiting != nil {
			waiting()
		}
		told = true
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(lockEvery):
		}
	}
	defer Unlock(file)
	if err := s.sweep(); err != nil {
		return err
	}
	return f()
}

// ErrLocked says that another program holds a lock.
var ErrLocked = errors.New("store: locked")

// sweep removes what no manifest names: the remains of programs that were
// killed. Only the holder of the lock may call it.
func (s *Store) sweep() error {
	folders, err := s.folders()
	if err != nil {
		return err
	}
	for _, dir := range folders {
		keep := map[string]bool{manifestName: true}
		m, err := readManifest(filepath.Join(dir, manifestName))
		switch {
		case errors.Is(err, fs.ErrNotExist):
		case err != nil:
			continue // not ours to judge: verify reports it
		}
		for _, t := range m.Tables {
			keep[t.File] = true
		}
		entries, err := os.ReadDir(dir)
		if err != nil {
			return err
		}
		left := len(entries)
		for _, e := range entries {
			ours := strings.HasSuffix(e.Name(), ".parquet") || strings.HasPrefix(e.Name(), tempPrefix)
			if ours && !keep[e.Name()] && os.Remove(filepath.Join(dir, e.Name())) == nil {
				left--
			}
		}
		if left == 0 {
			_ = os.Remove(dir)
			_ = os.Remove(filepath.Dir(dir)) // fails while other editions are there
		}
	}
	return nil
}

// folders lists every folder that could be an edition.
func (s *Store) folders() ([]string, error) {
	datasets, err := os.ReadDir(s.dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var out []string
	for _, d := range datasets {
		if !d.IsDir() || !safe.MatchString(d.Name()) || d.Name() == RunsFolder {
			continue
		}
		editions, err := os.ReadDir(filepath.Join(s.dir, d.Name()))
		if err != nil {
			return nil, err
		}
		for _, e := range editions {
			if e.IsDir() && safe.MatchString(e.Name()) {
				out = append(out, filepath.Join(s.dir, d.Name(), e.Name()))
			}
		}
	}
	return out, nil
}

// List returns the manifest of every edition, by dataset and edition. It does
// not lock: an edition is there or not.
func (s *Store) List() ([]Manifest, error) {
	folders, err := s.folders()
	if err != nil {
		return nil, err
	}
	var out []Manifest
	for _, dir := range folders {
		m, err := readManifest(filepath.Join(dir, manifestName))
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		out = append(out, m)
	}
	return out, nil
}

// Editions returns the manifests of one dataset.
func (s *Store) Editions(dataset string) ([]Manifest, error) {
	all, err := s.List()
	return slices.DeleteFunc(all, func(m Manifest) bool { return m.Dataset != dataset }), err
}

// NotFoundError says that the store has no such dataset or edition.
type NotFoundError struct {
	Dataset, Edition string
	Have             []string
}

func (e *NotFoundError) Error() string {
	name := e.Dataset
	if e.Edition != "" {
		name += " " + e.Edition
	}
	if len(e.Have) == 0 {
		return fmt.Sprintf("store: there is no %s, and nothing of that name; shatterbelt data list shows what there is", name)
	}
	return fmt.Sprintf("store: there is no %s; there is %s", name, strings.Join(e.Have, ", "))
}

// Remove removes an edition, or with "" every edition, and returns which.
func (s *Store) Remove(ctx context.Context, dataset, edition string) ([]string, error) {
	var removed []string
	err := s.locked(ctx, nil, func() error {
		all, err := s.Editions(dataset)
		if err != nil {
			return err
		}
		var have []string
		for _, m := range all {
			have = append(have, m.Edition)
			if edition != "" && m.Edition != edition {
				continue
			}
			dir, err := s.folder(m.Dataset, m.Edition)
			if err != nil {
				return err
			}
			if err := os.Remove(filepath.Join(dir, manifestName)); err != nil {
				return err
			}
			removed = append(removed, m.Edition)
		}
		if len(removed) == 0 {
			return &NotFoundError{dataset, edition, have}
		}
		if pin, _ := s.pin(dataset); pin != "" && slices.Contains(removed, pin) {
			_ = os.Remove(filepath.Join(s.dir, dataset, pinName))
		}
		return s.sweep()
	})
	return removed, err
}

// Use makes an edition the one that analyses read though a newer one is there;
// "" goes back to the newest.
func (s *Store) Use(ctx context.Context, dataset, edition string) error {
	return s.locked(ctx, nil, func() error { return s.use(dataset, edition) })
}

func (s *Store) use(dataset, edition string) error {
	path := filepath.Join(s.dir, dataset, pinName)
	if edition == "" {
		if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		return nil
	}
	if _, err := s.Manifest(dataset, edition); err != nil {
		return err
	}
	return Replace(path, []byte(edition+"\n"))
}

// pin is the edition that [Store.Use] asked for.
func (s *Store) pin(dataset string) (string, error) {
	if !safe.MatchString(dataset) {
		return "", &NameError{dataset}
	}
	b, err := os.ReadFile(filepath.Join(s.dir, dataset, pinName))
	if errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	return strings.TrimSpace(string(b)), err
}

// Manifest returns that of one edition.
func (s *Store) Manifest(dataset, edition string) (Manifest, error) {
	dir, err := s.folder(dataset, edition)
	if err != nil {
		return Manifest{}, err
	}
	m, err := readManifest(filepath.Join(dir, manifestName))
	if errors.Is(err, fs.ErrNotExist) {
		var have []string
		all, _ := s.Editions(dataset)
		for _, m := range all {
			have = append(have, m.Edition)
		}
		return m, &NotFoundError{dataset, edition, have}
	}
	return m, err
}

// Replace writes a file so that readers see the old or the new one whole.
func Replace(path string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(path), tempPrefix+"*")
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if err == nil {
		err = f.Chmod(0o644)
	}
	if err == nil {
		err = f.Sync()
	}
	if e := f.Close(); err == nil {
		err = e
	}
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		_ = os.Remove(f.Name())
		return err
	}
	return SyncFolder(filepath.Dir(path))
}
