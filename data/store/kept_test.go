package store_test

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/shatterbelt/shatterbelt/data/store"
)

func keyOf(i int) string { return fmt.Sprintf("%03d%037d", i, 0) }

// What is kept is found under its key alone, the oldest go, and none of it is an
// edition.
func TestKeep(t *testing.T) {
	s := store.Open(t.TempDir())
	for i := range 20 {
		s.Keep("core", keyOf(i), fmt.Appendf(nil, "panel %d", i))
	}
	if b, ok := s.Kept("core", keyOf(19)); !ok || string(b) != "panel 19" {
		t.Errorf("kept %q, %v", b, ok)
	}
	if _, ok := s.Kept("system-1938", keyOf(19)); ok {
		t.Error("found under another name")
	}
	if _, ok := s.Kept("core", keyOf(100)); ok {
		t.Error("found under another key")
	}
	files, err := filepath.Glob(filepath.Join(s.Dir(), ".compiled", "*"))
	if err != nil || len(files) != 12 {
		t.Errorf("%d files are kept, %v; want 12", len(files), err)
	}
	if all, err := s.List(); err != nil || len(all) != 0 {
		t.Errorf("editions %v, %v", all, err)
	}
}

// A store that is not there is not made for it.
func TestKeepMakesNoStore(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "none")
	store.Open(dir).Keep("core", "0123", nil)
	if _, err := os.Stat(dir); !os.IsNotExist(err) {
		t.Error("a store came to be")
	}
}
