package store

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// keptDir is the folder of what programs computed from the store and may be
// deleted at any time; it begins with a point, so no edition is looked for there.
const keptDir = ".compiled"

// mostKept is how many computed files a store holds.
const mostKept = 12

func (s *Store) kept(name, key string) string {
	return filepath.Join(s.dir, keptDir, name+"."+key[:min(32, len(key))]+".bin")
}

// Kept returns what was kept under a name and a key, the hash of all that it was
// computed from.
func (s *Store) Kept(name, key string) ([]byte, bool) {
	b, err := os.ReadFile(s.kept(name, key))
	return b, err == nil
}

// Keep keeps what was computed, in one rename, so that another program sees it
// whole or not at all, and drops the oldest of what is kept. That it cannot be
// written is no fault: it will be computed again.
func (s *Store) Keep(name, key string, data []byte) {
	if info, err := os.Stat(s.dir); err != nil || !info.IsDir() {
		return
	}
	dir := filepath.Join(s.dir, keptDir)
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return
	}
	f, err := os.CreateTemp(dir, tempPrefix+"*")
	if err != nil {
		return
	}
	_, err = f.Write(data)
	if e := f.Close(); err == nil {
		err = e
	}
	if err == nil {
		err = os.Rename(f.Name(), s.kept(name, key))
	}
	if err != nil {
		_ = os.Remove(f.Name())
		return
	}
	s.dropOld(dir)
}

// dropOld removes all but the newest of what is kept, and what writers that were
// killed left behind.
func (s *Store) dropOld(dir string) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return
	}
	type old struct {
		path string
		at   int64
	}
	var files []old
	for _, e := range entries {
		info, err := e.Info()
		if err != nil || !info.Mode().IsRegular() {
			continue
		}
		if strings.HasSuffix(e.Name(), ".bin") || strings.HasPrefix(e.Name(), tempPrefix) {
			files = append(files, old{filepath.Join(dir, e.Name()), info.ModTime().UnixNano()})
		}
	}
	slices.SortFunc(files, func(a, b old) int { return int(min(1, max(-1, b.at-a.at))) })
	for _, f := range files[min(mostKept, len(files)):] {
		_ = os.Remove(f.path)
	}
}

// Stamp tells one state of a stored file from another: its name, size and time.
func (s *Store) Stamp(m Manifest, t Stored) string {
	path, err := s.path(m, t)
	if err != nil {
		return ""
	}
	info, err := os.Stat(path)
	if err != nil {
		return t.File + " is gone"
	}
	return fmt.Sprintf("%s %d %d", t.File, info.Size(), info.ModTime().UnixNano())
}
