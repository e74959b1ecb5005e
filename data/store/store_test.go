package store_test

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/data/store"
)

// invented is a dataset of two tables; it knows the hash of one file.
func invented(known ...string) source.Dataset {
	d := source.Dataset{
		Key: "invented", Title: "Invented", Publisher: "Nobody", Licence: "none stated", Cite: "none", URL: "-",
		Layouts: []source.Layout{
			{
				Table: "state_year", When: source.When{Columns: []string{"year"}},
				Columns: []source.Column{
					{Name: "ccode", Type: source.Int, Code: source.COW}, {Name: "year", Type: source.Int},
					{Name: "v", Type: source.Float, Unit: "units", Missing: []string{"-9"}},
				},
				EditionOf: func(h source.Head) string {
					return strings.Join(slices.Compact(h.Cells("edition")), "")
				},
			},
			{Table: "other", Columns: []source.Column{{Name: "a"}, {Name: "b"}, {Name: "c"}, {Name: "d"}}},
		},
	}
	for i, hash := range known {
		d.Editions = append(d.Editions, source.Edition{Name: fmt.Sprint(i + 1), Files: []source.Known{{File: "t.csv", SHA256: hash, Rows: 2}}})
	}
	return d
}

const (
	first  = "ccode,year,v\n2,1990,1\n200,1991,-9\n"
	second = "ccode,year,v\n2,1990,2\n200,1991,3\n999,1992,4\n"
)

func hash(t testing.TB, text string) string {
	t.Helper()
	f, err := source.Bytes("t", []byte(text), source.DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	return f.SHA256
}

func options(d ...source.Dataset) store.Options {
	return store.Options{Datasets: d, Now: "2001-02-03T04:05:06Z", Program: "test", Limits: source.DefaultLimits()}
}

// folder writes files and returns where.
func folder(t testing.TB, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// rows reads a column of numbers of the only table back.
func rows(t testing.TB, s *store.Store, m store.Manifest) []float64 {
	t.Helper()
	table, err := s.Table(m, "state_year")
	if err != nil {
		t.Fatal(err)
	}
	defer table.Close()
	var out []float64
	err = table.Each(context.Background(), []string{"v"}, func(_ int64, cells []source.Value) error {
		out = append(out, cells[0].Float)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestImport(t *testing.T) {
	ctx := context.Background()
	d := invented(hash(t, first), hash(t, second))
	dir := folder(t, map[string]string{
		"t.csv": first, "sub/newer.csv": second, "README.md": "read", ".hidden": "x", "old.xls": "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1xx", "else.csv": "p,q\n1,2\n",
	})
	s := store.Open(filepath.Join(t.TempDir(), "store"))
	dry := options(d)
	dry.DryRun = true
	r, err := s.Import(ctx, []string{dir}, dry)
	if err != nil || len(r.Imported) != 2 {
		t.Fatalf("dry run: %+v, %v", r, err)
	}
	if _, err := os.Stat(s.Dir()); err == nil {
		t.Error("a dry run wrote something")
	}
	if r, err = s.Import(ctx, []string{dir}, options(d)); err != nil {
		t.Fatal(err)
	}
	if len(r.Imported) != 2 || len(r.Skipped) != 4 || len(r.Refused) != 0 {
		t.Errorf("%d imported, skipped %v, refused %v", len(r.Imported), r.Skipped, r.Refused)
	}
	m, err := s.Manifest("invented", "2")
	if err != nil {
		t.Fatal(err)
	}
	table := m.Tables[0]
	switch {
	case !m.Verified, m.Schema != store.Schema, m.Imported != "2001-02-03T04:05:06Z", m.Publisher != "Nobody":
		t.Errorf("manifest %+v", m)
	case table.Rows != 3, table.First != 1990, table.Last != 1992, table.Source.SHA256 != hash(t, second), table.Source.File != "newer.csv":
		t.Errorf("table %+v", table)
	case len(table.States) != 1, table.States[0].Matched != 2, len(table.States[0].Unknown) != 1, table.States[0].Unknown[0] != store.Unknown{Text: "999", Rows: 1}:
		t.Errorf("states %+v", table.States)
	case table.Columns[2].Unit != "units", table.Columns[2].Missing[0] != "-9":
		t.Errorf("columns %+v", table.Columns)
	}
	if got := rows(t, s, m); !slices.Equal(got, []float64{2, 3, 4}) {
		t.Errorf("rows %v", got)
	}
	old, _ := s.Manifest("invented", "1")
	if got := rows(t, s, old); got[0] != 1 || !math.IsNaN(got[1]) || old.Tables[0].Columns[2].Nulls != 1 {
		t.Errorf("older edition %v", got)
	}
	if r, err = s.Import(ctx, []string{dir}, options(d)); err != nil || len(r.Imported) != 0 || len(r.Already) != 2 {
		t.Errorf("again: %d imported, %d there, %v", len(r.Imported), len(r.Already), err)
	}
	if current, err := s.Current([]source.Dataset{d}); err != nil || len(current) != 1 || current[0].Edition != "2" {
		t.Errorf("current %v, %v; want the newest", current, err)
	}
	if err := s.Use(ctx, "invented", "1"); err != nil {
		t.Fatal(err)
	}
	if current, _ := s.Current([]source.Dataset{d}); len(current) != 1 || current[0].Edition != "1" {
		t.Errorf("current %v; want the one asked for", current)
	}
	if removed, err := s.Remove(ctx, "invented", ""); err != nil || len(removed) != 2 {
		t.Errorf("removed %v, %v", removed, err)
	}
	if left, _ := filepath.Glob(filepath.Join(s.Dir(), "[a-z]*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
	var none *store.NotFoundError
	if _, err := s.Remove(ctx, "invented", ""); !errors.As(err, &none) {
		t.Errorf("removing nothing: %v", err)
	}
}

// A dataset is imported whole or not at all, and a fault in one leaves others
// alone.
func TestAllOrNothing(t *testing.T) {
	ctx := context.Background()
	good, bad := invented(hash(t, first)), invented()
	bad.Key = "bad"
	bad.Layouts = []source.Layout{{Table: "state_year", Columns: []source.Column{
		{Name: "code", Type: source.Int}, {Name: "year", Type: source.Int}, {Name: "x", Type: source.Float},
	}, EditionOf: func(h source.Head) string { return strings.Join(h.Cells("code")[:1], "") }}}
	dir := folder(t, map[string]string{"a.csv": first, "b1.csv": "code,year,x\n7,1990,1\n", "b2.csv": "code,year,x\n8,1990,1\n8,1991,one\n"})
	s := store.Open(t.TempDir())
	r, err := s.Import(ctx, []string{dir}, options(good, bad))
	var refused *store.RefusedError
	if !errors.As(err, &refused) || len(r.Refused) != 1 || r.Refused[0].Dataset != "bad" {
		t.Fatalf("%+v, %v", r.Refused, err)
	}
	if text := r.Refused[0].Err.Error(); !strings.Contains(text, `b2.csv:3:8: x is "one"; want a number`) {
		t.Errorf("the fault is %q", text)
	}
	all, err := s.List()
	if err != nil || len(all) != 1 || all[0].Dataset != "invented" {
		t.Errorf("in the store: %v, %v", all, err)
	}
	if left, _ := filepath.Glob(filepath.Join(s.Dir(), "bad", "*", "*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestRefusedFiles(t *testing.T) {
	for name, tt := range map[string]struct{ file, want string }{
		"a column misspelt":   {"ccode,year,vv\n2,1990,1\n", ""},
		"nearly the other":    {"a,b,c,e\n1,2,3,4\n", `like invented/other, but without the column "d"`},
		"nothing known":       {"p,q\n1,2\n", "no dataset known has such a table"},
		"no row":              {"ccode,year,v\n", "no row"},
		"cut off in a number": {"ccode,year,v\n2,1990,1\n2,19", "2 cells under a header of 3"},
	} {
		dir := folder(t, map[string]string{"x.csv": tt.file})
		s := store.Open(filepath.Join(t.TempDir(), "s"))
		r, err := s.Import(context.Background(), []string{filepath.Join(dir, "x.csv")}, options(invented()))
		var refused *store.RefusedError
		if !errors.As(err, &refused) || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: %v, %+v; want %q", name, err, r, tt.want)
		}
		if all, _ := s.List(); len(all) > 0 {
			t.Errorf("%s: something was imported", name)
		}
	}
}

// A file of unknown hash is unverified, is used only where asked for, and never
// takes the place of a verified one.
func TestUnverified(t *testing.T) {
	ctx := context.Background()
	s := store.Open(t.TempDir())
	d := invented(hash(t, first))
	mine := strings.Replace("ccode,year,v,edition\n2,1990,1,E\n", "E", "1", 1)
	dir := folder(t, map[string]string{"known.csv": first, "mine.csv": mine, "odd.csv": second})
	if _, err := s.Import(ctx, []string{filepath.Join(dir, "known.csv"), filepath.Join(dir, "odd.csv")}, options(d)); err != nil {
		t.Fatal(err)
	}
	unknown := "unknown-" + hash(t, second)[:8]
	m, err := s.Manifest("invented", unknown)
	if err != nil || m.Verified {
		t.Fatalf("%+v, %v", m, err)
	}
	if current, _ := s.Current([]source.Dataset{d}); len(current) != 1 || current[0].Edition != "1" {
		t.Errorf("current %v", current)
	}
	r, err := s.Import(ctx, []string{filepath.Join(dir, "mine.csv")}, options(d))
	var over *store.OverwriteError
	if err == nil || !errors.As(r.Refused[0].Err, &over) {
		t.Errorf("an unverified file took the place of a verified one: %v", err)
	}
	o := options(d)
	o.Version = "mine"
	o.As = "invented"
	if _, err := s.Import(ctx, []string{filepath.Join(dir, "odd.csv")}, o); err != nil {
		t.Fatal(err)
	}
	if current, _ := s.Current([]source.Dataset{d}); len(current) != 1 || current[0].Edition != "mine" {
		t.Errorf("current %v; want the one named", current)
	}
	o.Version = "../up"
	if _, err := s.Import(ctx, []string{filepath.Join(dir, "odd.csv")}, o); err == nil {
		t.Error("an edition stepped out of the store")
	}
}

func TestVerify(t *testing.T) {
	ctx := context.Background()
	s := store.Open(t.TempDir())
	d := invented(hash(t, first))
	if _, err := s.Import(ctx, []string{folder(t, map[string]string{"t.csv": first})}, options(d)); err != nil {
		t.Fatal(err)
	}
	if checks, err := s.Verify(ctx, ""); err != nil || len(checks) != 1 || checks[0].Problem != "" {
		t.Fatalf("%v, %v", checks, err)
	}
	m, _ := s.Manifest("invented", "1")
	path := filepath.Join(s.Dir(), "invented", "1", m.Tables[0].File)
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	broken := bytes.Clone(whole)
	broken[len(broken)/2] ^= 1
	for name, change := range map[string]func() error{
		"a bit changed": func() error { return os.WriteFile(path, broken, 0o644) },
		"cut off":       func() error { return os.WriteFile(path, whole[:len(whole)-5], 0o644) },
		"gone":          func() error { return os.Remove(path) },
		"manifest not JSON": func() error {
			return os.WriteFile(filepath.Join(filepath.Dir(path), "manifest.json"), []byte("{"), 0o644)
		},
		"manifest of a later": func() error {
			return os.WriteFile(filepath.Join(filepath.Dir(path), "manifest.json"), []byte(`{"schema":"shatterbelt/manifest/2"}`), 0o644)
		},
	} {
		keep, _ := os.ReadFile(filepath.Join(filepath.Dir(path), "manifest.json"))
		if err := change(); err != nil {
			t.Fatal(err)
		}
		checks, err := s.Verify(ctx, "invented")
		var changed *store.ChangedError
		if !errors.As(err, &changed) || len(checks) != 1 || checks[0].Problem == "" {
			t.Errorf("%s: %v, %v", name, checks, err)
		}
		if err := errors.Join(os.WriteFile(path, whole, 0o644), os.WriteFile(filepath.Join(filepath.Dir(path), "manifest.json"), keep, 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	if table, err := s.Table(m, "state_year"); err != nil {
		t.Fatal(err)
	} else {
		table.Close()
	}
}

// Two programs that import at once leave both datasets whole.
func TestTwoAtOnce(t *testing.T) {
	s := store.Open(t.TempDir())
	var wait sync.WaitGroup
	for i := range 8 {
		d := invented()
		d.Key = fmt.Sprintf("set%d", i%4)
		o := options(d)
		o.Version = "1"
		dir := folder(t, map[string]string{"t.csv": fmt.Sprintf("ccode,year,v\n2,1990,%d\n", i)})
		wait.Go(func() {
			var over *store.RefusedError
			if _, err := s.Import(context.Background(), []string{dir}, o); err != nil && !errors.As(err, &over) {
				t.Error(err)
			}
		})
	}
	wait.Wait()
	all, err := s.List()
	if err != nil || len(all) != 4 {
		t.Fatalf("%d datasets, %v", len(all), err)
	}
	if _, err := s.Verify(context.Background(), ""); err != nil {
		t.Error(err)
	}
	for _, m := range all {
		if files, _ := os.ReadDir(filepath.Join(s.Dir(), m.Dataset, m.Edition)); len(files) != 2 {
			t.Errorf("%s: %v", m.Dataset, files)
		}
	}
}

// asImporter makes the test binary import for ever, to be killed.
const asImporter = "SHATTERBELT_TEST_IMPORTER"

func TestMain(m *testing.M) {
	if dir := os.Getenv(asImporter); dir != "" {
		s := store.Open(dir)
		for i := 0; ; i++ {
			o := options(invented())
			o.Version = "1"
			_, err := s.Import(context.Background(), []string{os.Args[1+i%2]}, o)
			if err != nil {
				fmt.Fprintln(os.Stderr, err)
				os.Exit(1)
			}
			fmt.Println("imported")
		}
	}
	os.Exit(m.Run())
}

// A program killed at any moment leaves one of the two tables it was writing,
// whole, and the next import clears what it left. Each is killed while it
// imports for the second time or later, so that there is something to spoil.
func TestKilled(t *testing.T) {
	s := store.Open(t.TempDir())
	long := "ccode,year,v\n" + strings.Repeat("2,1990,1\n", 20000)
	other := "ccode,year,v\n" + strings.Repeat("2,1990,2\n", 30000)
	dir := folder(t, map[string]string{"a.csv": long, "b.csv": other})
	halves := 0 // kills that left a table half written
	for i := range 12 {
		cmd := exec.Command(os.Args[0], filepath.Join(dir, "a.csv"), filepath.Join(dir, "b.csv"))
		cmd.Env = append(os.Environ(), asImporter+"="+s.Dir())
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		_, err = bufio.NewReader(out).ReadString('\n')
		time.Sleep(time.Duration(3+11*i) * time.Millisecond)
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
		if err != nil {
			t.Fatalf("the program to be killed imported nothing: %v", err)
		}
		if left, _ := filepath.Glob(filepath.Join(s.Dir(), "*", "*", ".new-*")); len(left) > 0 {
			halves++
		}
		all, err := s.List()
		if err != nil || len(all) != 1 {
			t.Fatalf("after kill %d: %d editions, %v", i, len(all), err)
		}
		if _, err := s.Verify(context.Background(), ""); err != nil {
			t.Fatalf("after kill %d: %v", i, err)
		}
		for _, m := range all {
			if n := m.Rows(); n != 20000 && n != 30000 {
				t.Errorf("%d rows", n)
			}
		}
	}
	if halves == 0 {
		t.Error("no program was killed while it wrote, so little was tested")
	}
	o := options(invented())
	o.Version = "last"
	if _, err := s.Import(context.Background(), []string{filepath.Join(dir, "a.csv")}, o); err != nil {
		t.Fatal(err)
	}
	left, _ := filepath.Glob(filepath.Join(s.Dir(), "*", "*", ".new-*"))
	files, _ := filepath.Glob(filepath.Join(s.Dir(), "*", "*", "*.parquet"))
	all, _ := s.List()
	if len(left) > 0 || len(files) != len(all) {
		t.Errorf("left behind %v, files %v of %d editions", left, files, len(all))
	}
}

// A store on a disk that fills up keeps what it had.
func TestFullDisk(t *testing.T) {
	dir := t.TempDir()
	if err := exec.Command("mount", "-t", "tmpfs", "-o", "size=96k", "tmpfs", dir).Run(); err != nil {
		t.Skipf("no small disk can be mounted here: %v", err)
	}
	t.Cleanup(func() { _ = exec.Command("umount", dir).Run() })
	s := store.Open(filepath.Join(dir, "s"))
	d := invented(hash(t, first))
	if _, err := s.Import(context.Background(), []string{folder(t, map[string]string{"t.csv": first})}, options(d)); err != nil {
		t.Fatal(err)
	}
	var big strings.Builder
	big.WriteString("ccode,year,v\n")
	for i := range 60000 {
		fmt.Fprintf(&big, "2,1990,%v\n", math.Sin(float64(i)))
	}
	_, err := s.Import(context.Background(), []string{folder(t, map[string]string{"b.csv": big.String()})}, options(d))
	if err == nil || !strings.Contains(err.Error(), "no space left") {
		t.Errorf("no fault on a full disk: %v", err)
	}
	if checks, err := s.Verify(context.Background(), ""); err != nil || len(checks) != 1 {
		t.Errorf("%v, %v", checks, err)
	}
	if left, _ := filepath.Glob(filepath.Join(s.Dir(), "*", "unknown*", "*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

// What is stored is read back as it was, over the edges of batches and groups.
func TestRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.SampledFrom([]int{1, 2, 4095, 4096, 4097, 9000}).Draw(t, "rows")
		seed := rapid.IntRange(1, 1000).Draw(t, "seed")
		var b strings.Builder
		b.WriteString("ccode,year,v,text\n")
		want := make([]string, 0, n)
		for i := range n {
			v := "-9"
			if (i*seed)%7 > 0 {
				v = fmt.Sprint(float64(i*seed) / 3)
			}
			line := fmt.Sprintf("2,%d,%s,%s", 1800+i%200, v, strings.Repeat("x", (i*seed)%5))
			b.WriteString(line + "\n")
			want = append(want, strings.Replace(line, "-9", "", 1))
		}
		dir, err := os.MkdirTemp("", "store")
		if err != nil {
			t.Fatal(err)
		}
		defer os.RemoveAll(dir)
		path := filepath.Join(dir, "t.csv")
		if err := os.WriteFile(path, []byte(b.String()), 0o600); err != nil {
			t.Fatal(err)
		}
		s := store.Open(filepath.Join(dir, "s"))
		o := options(invented())
		o.Version = "1"
		if _, err := s.Import(context.Background(), []string{path}, o); err != nil {
			t.Fatal(err)
		}
		m, err := s.Manifest("invented", "1")
		if err != nil {
			t.Fatal(err)
		}
		table, err := s.Table(m, "state_year")
		if err != nil {
			t.Fatal(err)
		}
		defer table.Close()
		var out bytes.Buffer
		if err := table.CSV(context.Background(), &out); err != nil {
			t.Fatal(err)
		}
		got := strings.Split(strings.TrimSpace(out.String()), "\n")[1:]
		if !slices.Equal(got, want) {
			t.Fatalf("%d rows came back as %d, or otherwise", len(want), len(got))
		}
	})
}

func ExampleStore_Import() {
	dir, err := os.MkdirTemp("", "example")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(dir)
	file := filepath.Join(dir, "figures.csv")
	_ = os.WriteFile(file, []byte("ccode,year,v\n2,1990,1\n200,1991,-9\n"), 0o600)
	s := store.Open(filepath.Join(dir, "store"))
	o := store.Options{Datasets: []source.Dataset{invented()}, Version: "1", Limits: source.DefaultLimits()}
	r, err := s.Import(context.Background(), []string{file}, o)
	if err != nil {
		fmt.Println(err)
		return
	}
	m := r.Imported[0]
	fmt.Println(m.Dataset, m.Edition, m.Rows(), "rows, verified:", m.Verified)
	// Output: invented 1 2 rows, verified: false
}

func FuzzManifest(f *testing.F) {
	f.Add([]byte(`{"schema":"shatterbelt/manifest/1","dataset":"a","edition":"1","tables":[{"table":"t","file":"t.parquet"}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		dir := t.TempDir()
		if err := os.MkdirAll(filepath.Join(dir, "a", "1"), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, "a", "1", "manifest.json"), data, 0o644); err != nil {
			t.Fatal(err)
		}
		s := store.Open(dir)
		all, err := s.List()
		if err != nil {
			return
		}
		for _, m := range all {
			for _, table := range m.Tables {
				if _, err := s.Table(m, table.Table); err == nil {
					t.Error("a table was opened that is not there")
				}
			}
		}
	})
}
