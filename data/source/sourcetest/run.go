package sourcetest

import (
	"context"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/trace/cite"
)

// Run checks the declaration of a dataset; that a cut-off and a misspelt copy
// of each sample are refused and each sample is recognised as what its name in
// samples says ("table: text of a file"); and, where the published files are
// there, that every file listed is read whole, to the row.
func Run(t *testing.T, d source.Dataset, samples map[string]string) {
	t.Helper()
	t.Run("declared", func(t *testing.T) { declared(t, d) })
	for table, text := range samples {
		t.Run("sample "+table, func(t *testing.T) { sample(t, d, table, text) })
		t.Run("damaged "+table, func(t *testing.T) { damaged(t, d, text) })
	}
	t.Run("published", func(t *testing.T) { published(t, d) })
}

func declared(t *testing.T, d source.Dataset) {
	for what, text := range map[string]string{
		"key": d.Key, "title": d.Title, "publisher": d.Publisher, "licence": d.Licence, "address": d.URL,
	} {
		if text == "" {
			t.Errorf("no %s", what)
		}
	}
	if _, ok := cite.Lookup(d.Cite); !ok {
		t.Errorf("cite is %q, which is not in the bibliography", d.Cite)
	}
	if len(d.Editions) == 0 || len(d.Layouts) == 0 {
		t.Error("no edition or no layout")
	}
	seen := map[string]bool{}
	for _, e := range d.Editions {
		for _, k := range e.Files {
			if k.SHA256 == "" && k.URL != "" {
				continue // only its address is known
			}
			if len(k.SHA256) != 64 || seen[k.SHA256] || k.Rows <= 0 {
				t.Errorf("%s: want a hash of its own and a number of rows", k.File)
			}
			seen[k.SHA256] = true
		}
	}
	for _, s := range d.Series {
		checkSeries(t, d, s)
	}
}

// checkSeries finds the columns of a series in some layout of its table.
func checkSeries(t *testing.T, d source.Dataset, s source.Series) {
	if s.Indicator.Name == "" || s.Indicator.Unit == "" {
		t.Errorf("a series of %s without name or unit", s.Table)
	}
	var names []string
	wide := false
	for _, l := range d.Layouts {
		if l.Table == s.Table {
			wide = wide || l.When.Wide
			for _, c := range l.Columns {
				names = append(names, c.Name)
			}
		}
	}
	for _, c := range s.Columns() {
		if !slices.Contains(names, c) {
			t.Errorf("series %s: table %q has no column %q", s.Indicator.Name, s.Table, c)
		}
	}
	if s.Year == "" && s.Start == "" && s.Always == 0 && !wide {
		t.Errorf("series %s: no column of years, and table %q is not wide", s.Indicator.Name, s.Table)
	}
	if s.Indicator.Covered() && (s.Indicator.First == 0 || s.Indicator.Last < s.Indicator.First) {
		t.Errorf("series %s: a %s without the years its source covers", s.Indicator.Name, s.Indicator.Holds)
	}
	if (s.State == "") != (s.StateIs != 0) {
		t.Errorf("series %s: state by column %q and by number %d; want one", s.Indicator.Name, s.State, s.StateIs)
	}
	if s.Indicator.Dyadic() != (s.Partner != "") {
		t.Errorf("series %s: form %s, partner %q", s.Indicator.Name, s.Indicator.Form, s.Partner)
	}
}

func sample(t *testing.T, d source.Dataset, table, text string) {
	table, _, _ = strings.Cut(table, ":")
	n := load(t, d, source.Part{}, []byte(text), table)
	if n == 0 {
		t.Fatal("no row")
	}
	header, rest, _ := strings.Cut(text, "\n")
	if f, err := source.Bytes("sample.csv", []byte("no_such_column\n"+rest), source.DefaultLimits()); err == nil {
		parts, _, err := f.Parts()
		if err == nil && len(parts) == 1 {
			if _, ok, _ := source.Recognise([]source.Dataset{d}, parts[0], ""); ok && header != "" && d.Layouts[0].HeaderAt == "" && d.Layouts[0].Names == nil {
				t.Error("recognised without its header")
			}
		}
	}
}

// load reads a file of one table and returns its rows.
func load(t *testing.T, d source.Dataset, _ source.Part, data []byte, table string) int64 {
	f, err := source.Bytes("sample", data, source.DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	parts, _, err := f.Parts()
	if err != nil || len(parts) != 1 {
		t.Fatalf("%d parts, %v", len(parts), err)
	}
	m, ok, err := source.Recognise([]source.Dataset{d}, parts[0], "")
	if err != nil || !ok || m.Layout.Table != table {
		t.Fatalf("recognised as %+v (%v), %v; want table %s", m.Layout, ok, err, table)
	}
	return count(t, m, parts[0])
}

// count reads a part whole and checks what every row must be.
func count(t *testing.T, m source.Match, p source.Part) int64 {
	t.Helper()
	rows, err := m.Read(p)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = rows.Close() }()
	err = rows.Each(context.Background(), func(row []source.Value) error {
		for i, v := range row {
			if v.Null != math.IsNaN(v.Float) && rows.Columns()[i].Type != source.Text {
				t.Errorf("row %d, %s: %+v", rows.Count(), rows.Columns()[i].Name, v)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return rows.Count()
}

func published(t *testing.T, d source.Dataset) {
	dir := os.Getenv("SHATTERBELT_DATA")
	if dir == "" || testing.Short() {
		t.Skip("no published data: set SHATTERBELT_DATA to their folder")
	}
	for _, e := range d.Editions {
		for _, k := range e.Files {
			if k.SHA256 == "" {
				continue
			}
			t.Run(k.File, func(t *testing.T) { one(t, d, e, k, find(t, dir, k.File)) })
		}
	}
}

func one(t *testing.T, d source.Dataset, e source.Edition, k source.Known, paths []string) {
	for _, path := range paths {
		f, err := source.Open(context.Background(), path, source.DefaultLimits())
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = f.Close() })
		if f.SHA256 != k.SHA256 {
			continue
		}
		parts, _, err := f.Parts()
		if err != nil {
			t.Fatal(err)
		}
		n, known := int64(0), 0
		for _, p := range parts {
			m, ok, err := source.Recognise([]source.Dataset{d}, p, "")
			if err != nil {
				t.Fatal(err)
			}
			if !ok {
				continue
			}
			if !m.Verified || m.Edition != e.Name {
				t.Errorf("%s: edition %q, verified %v", p.Name(), m.Edition, m.Verified)
			}
			known++
			n += count(t, m, p)
		}
		if n != int64(k.Rows) {
			t.Errorf("%d rows in %d of %d tables; want %d", n, known, len(parts), k.Rows)
		}
		return
	}
	t.Skipf("%s is not among the published files", k.File)
}

func find(t *testing.T, dir, name string) (paths []string) {
	err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		base := filepath.Base(path)
		if err == nil && !e.IsDir() && (base == name || base == name+".gz") {
			paths = append(paths, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return paths
}
