package dataset_test

import (
	"context"
	"os"
	"path/filepath"
	"reflect"
	"sync"
	"testing"
	"time"

	"github.com/shatterbelt/shatterbelt/data/dataset"
	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/data/store"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// spending is a dataset of one of the core's indicators.
func spending() source.Dataset {
	d := sizes()
	d.Key = "spending"
	d.Series[0].Indicator = panel.Indicator{Name: "milex_constant", Unit: "US$ 2021"}
	return d
}

// stocked is a store with one table of military spending.
func stocked(t *testing.T, text string) (*store.Store, []source.Dataset) {
	t.Helper()
	dir := t.TempDir()
	s := store.Open(filepath.Join(dir, "store"))
	add(t, s, text, "1")
	return s, []source.Dataset{spending()}
}

func add(t *testing.T, s *store.Store, text, edition string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "t.csv")
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	o := store.Options{Datasets: []source.Dataset{spending()}, Version: edition, Limits: source.DefaultLimits()}
	if _, err := s.Import(context.Background(), []string{path}, o); err != nil {
		t.Fatal(err)
	}
}

func open(t *testing.T, s *store.Store, datasets []source.Dataset) dataset.Overlay {
	t.Helper()
	o, err := dataset.Open(context.Background(), s, datasets)
	if err != nil {
		t.Fatal(err)
	}
	return o
}

func spent(t *testing.T, o dataset.Overlay) float64 {
	t.Helper()
	c, ok := o.Snapshot.At("milex_constant", kor, 2000)
	if !ok {
		t.Fatal("no figure")
	}
	return c.Value
}

// kept lists the compiled overlays of a store.
func kept(t *testing.T, s *store.Store) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(s.Dir(), ".compiled", "*"))
	if err != nil {
		t.Fatal(err)
	}
	return files
}

const oneRow = "iso,when,thousands,lo,hi\nKOR,2000,3,2,5\n"

// The second time, the panel is read as it was built, cell by cell with its
// sources; what says how it was made too.
func TestCompiledIsTheSame(t *testing.T) {
	s, datasets := stocked(t, oneRow)
	built := open(t, s, datasets)
	files := kept(t, s)
	if len(files) != 1 {
		t.Fatalf("kept %v; want one file", files)
	}
	read := open(t, s, datasets)
	if !reflect.DeepEqual(built.Snapshot.Rows(), read.Snapshot.Rows()) || !reflect.DeepEqual(built.Snapshot.Indicators(), read.Snapshot.Indicators()) ||
		!reflect.DeepEqual(built.Snapshot.Sources(), read.Snapshot.Sources()) || !reflect.DeepEqual(built.Snapshot.Codes().All(), read.Snapshot.Codes().All()) ||
		!reflect.DeepEqual(built.Used, read.Used) {
		t.Error("what was kept differs from what was built")
	}
	if c, _ := read.Snapshot.At("milex_constant", kor, 2000); c.Low != 2000 || c.High != 5000 || c.Kind != prov.Estimate {
		t.Errorf("the cell is %+v", c)
	}
}

// Whatever changes in the store, the next panel is built anew.
func TestCompiledFollowsTheStore(t *testing.T) {
	s, datasets := stocked(t, oneRow)
	if v := spent(t, open(t, s, datasets)); v != 3000 {
		t.Fatalf("spent %v", v)
	}
	add(t, s, "iso,when,thousands,lo,hi\nKOR,2000,8,,\n", "2")
	if v := spent(t, open(t, s, datasets)); v != 8000 {
		t.Errorf("with another edition in use %v; want 8000", v)
	}
	if err := s.Use(context.Background(), "spending", "1"); err != nil {
		t.Fatal(err)
	}
	if v := spent(t, open(t, s, datasets)); v != 3000 {
		t.Errorf("with the first in use again %v; want 3000", v)
	}
	m, err := s.Manifest("spending", "1")
	if err != nil {
		t.Fatal(err)
	}
	table := filepath.Join(s.Dir(), "spending", "1", m.Tables[0].File)
	when := time.Now().Add(-time.Hour)
	if err := os.Chtimes(table, when, when); err != nil {
		t.Fatal(err)
	}
	before := len(kept(t, s))
	if open(t, s, datasets); len(kept(t, s)) != before+1 {
		t.Error("a stored file was touched and the panel was not built anew")
	}
	if err := os.Remove(table); err != nil {
		t.Fatal(err)
	}
	if _, err := dataset.Open(context.Background(), s, datasets); err == nil {
		t.Error("a stored file is gone and a panel was made")
	}
	if _, err := s.Remove(context.Background(), "spending", ""); err != nil {
		t.Fatal(err)
	}
	if o := open(t, s, datasets); len(o.Used) != 0 {
		t.Errorf("with nothing imported %+v is used", o.Used)
	}
}

// A kept file that is damaged is not believed, and one cannot be kept in a store
// that is read only; either way the panel is right.
func TestCompiledIsNotTrusted(t *testing.T) {
	s, datasets := stocked(t, oneRow)
	open(t, s, datasets)
	for _, spoil := range []func([]byte) []byte{
		func(b []byte) []byte { b[len(b)-60] ^= 1; return b },
		func(b []byte) []byte { return b[:len(b)/2] },
		func([]byte) []byte { return nil },
	} {
		path := kept(t, s)[0]
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, spoil(b), 0o644); err != nil {
			t.Fatal(err)
		}
		if v := spent(t, open(t, s, datasets)); v != 3000 {
			t.Errorf("spent %v; want 3000", v)
		}
	}
	if err := os.RemoveAll(filepath.Join(s.Dir(), ".compiled")); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(s.Dir(), ".compiled"), nil, 0o644); err != nil { // in the way
		t.Fatal(err)
	}
	if v := spent(t, open(t, s, datasets)); v != 3000 {
		t.Errorf("where nothing can be kept, spent %v; want 3000", v)
	}
}

// Many at once see a whole panel each.
func TestCompiledAtOnce(t *testing.T) {
	s, datasets := stocked(t, oneRow)
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			o, err := dataset.Open(context.Background(), s, datasets)
			if err != nil || len(o.Used) != 1 {
				t.Errorf("used %v, %v", o.Used, err)
			}
		})
	}
	all.Wait()
	if files := kept(t, s); len(files) != 1 {
		t.Errorf("kept %v; want one file", files)
	}
}
