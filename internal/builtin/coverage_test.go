package builtin_test

import (
	"context"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"

	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/data/store"
	"github.com/shatterbelt/shatterbelt/internal/builtin"
	"github.com/shatterbelt/shatterbelt/internal/testkit"
)

// All published files are imported at once, or passed over with a reason, and
// each edition covers the years and states that its declaration, and so its
// page, says.
func TestAllPublishedFilesAreImported(t *testing.T) {
	ctx := context.Background()
	dir := testkit.Data(t)
	s := store.Open(t.TempDir())
	r, err := s.Import(ctx, []string{dir}, store.Options{Datasets: builtin.Datasets(), Now: "2020-01-01T00:00:00Z", Limits: source.DefaultLimits()})
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	datasets := map[string]bool{}
	for _, m := range r.Imported {
		datasets[m.Dataset] = true
		if !m.Verified {
			t.Errorf("%s %s is unverified", m.Dataset, m.Edition)
		}
		covers(t, m)
		for _, table := range m.Tables {
			seen[table.Source.File] = true
		}
	}
	if len(datasets) < 25 || len(datasets) != len(builtin.Datasets())-1 { // of Polity there is an .xls only
		t.Errorf("%d datasets of %d", len(datasets), len(builtin.Datasets()))
	}
	for _, k := range r.Skipped {
		if k.Why == "" {
			t.Errorf("%s: passed over without a reason", k.Name)
		}
		name, _, _ := strings.Cut(k.Name, "[") // a sheet
		for _, part := range strings.Split(filepath.ToSlash(name), "/") {
			seen[part] = true // an archive of which no member is read
		}
	}
	err = filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() && !seen[e.Name()] {
			t.Errorf("%s: neither imported nor passed over", path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Verify(ctx, ""); err != nil {
		t.Error(err)
	}
}

// covers compares a manifest with what is declared of its edition.
func covers(t *testing.T, m store.Manifest) {
	t.Helper()
	for _, d := range builtin.Datasets() {
		i, ok := d.Edition(m.Edition)
		if d.Key != m.Dataset || !ok {
			continue
		}
		e := d.Editions[i]
		first, last := m.Years()
		states := 0
		for _, table := range m.Tables {
			for _, s := range table.States {
				states = max(states, s.Matched)
			}
		}
		if first != e.First || last != e.Last || states != e.States {
			t.Errorf("%s %s: %d to %d, %d states; declared are %d to %d, %d", m.Dataset, m.Edition, first, last, states, e.First, e.Last, e.States)
		}
		return
	}
	t.Errorf("%s %s is declared nowhere", m.Dataset, m.Edition)
}
