package builtin_test

import (
	"context"
	"errors"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/shatterbelt/shatterbelt/data/core"
	"github.com/shatterbelt/shatterbelt/data/dataset"
	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/data/store"
	"github.com/shatterbelt/shatterbelt/internal/builtin"
	"github.com/shatterbelt/shatterbelt/internal/testkit"
	"github.com/shatterbelt/shatterbelt/ir"
)

func TestDatasetsAreInOrder(t *testing.T) {
	all := builtin.Datasets()
	if !slices.IsSortedFunc(all, func(a, b source.Dataset) int { return strings.Compare(a.Key, b.Key) }) {
		t.Error("want the datasets in order of key")
	}
	seen := map[string]string{}
	for _, d := range all {
		for _, e := range d.Editions {
			for _, k := range e.Files {
				if other := seen[k.SHA256]; other != "" && k.SHA256 != "" {
					t.Errorf("%s of %s is a file of %s too", k.File, d.Key, other)
				}
				seen[k.SHA256] = d.Key
			}
		}
	}
}

// Each published file is taken for what it is among all datasets, and an edition
// of unknown hash with the same columns is taken for no other dataset.
func TestPublishedFilesAreToldApart(t *testing.T) {
	all := builtin.Datasets()
	err := filepath.WalkDir(testkit.Data(t), func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		f, err := source.Open(context.Background(), path, source.DefaultLimits())
		if err != nil {
			return err
		}
		defer f.Close()
		for _, d := range all {
			if _, _, known := d.Known(f.SHA256); known {
				toldApart(t, all, d.Key, f)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func toldApart(t *testing.T, all []source.Dataset, key string, f *source.File) {
	t.Helper()
	parts, _, err := f.Parts()
	if err != nil {
		t.Errorf("%s: %v", f.Name, err)
	}
	for _, p := range parts {
		m, ok, err := source.Recognise(all, p, "")
		if err != nil || ok && (m.Dataset.Key != key || !m.Verified) {
			t.Errorf("%s: taken for %+v, %v; want %s", p.Name(), m.Dataset, err, key)
		}
		p.Head.SHA256 = strings.Repeat("0", 64)
		unknown, found, err := source.Recognise(all, p, "")
		var ambiguous *source.AmbiguousError
		switch {
		case errors.As(err, &ambiguous):
			for _, c := range ambiguous.Candidates {
				if !strings.HasPrefix(c, key+"/") {
					t.Errorf("%s of unknown hash: could be %s; want %s", p.Name(), c, key)
				}
			}
		case err != nil || found != ok:
			t.Errorf("%s of unknown hash: recognised %v, %v", p.Name(), found, err)
		case ok && unknown.Layout != m.Layout && unknown.Layout.Table != m.Layout.Table:
			t.Errorf("%s of unknown hash: taken for %s/%s; want %s/%s", p.Name(), unknown.Dataset.Key, unknown.Layout.Table, key, m.Layout.Table)
		}
	}
}

// tied are the files of the ties and marks of states that the core was selected
// from, by what they give.
var tied = map[string][]string{
	"alliances/atop_alliance.csv.gz": {"defence_pact", "neutrality_pact", "nonaggression_pact", "consultation_pact"},
	"rivalries/tss_rivalries.csv":    {"rivalry"},
	"cow-states/majors2016.csv":      {"major_power"},
	"ucdp/ucdp_acd.csv":              {"war"},
}

// What is imported says of every pair and year that the core covers what the
// core does, since both come from the same file by two ways.
func TestImportedTiesAreTheCores(t *testing.T) {
	ctx := context.Background()
	dir := testkit.Data(t)
	s := store.Open(t.TempDir())
	var paths, names []string
	for file, indicators := range tied {
		paths, names = append(paths, filepath.Join(dir, filepath.FromSlash(file))), append(names, indicators...)
	}
	if _, err := s.Import(ctx, paths, store.Options{
		Datasets: builtin.Datasets(), Now: "2020-01-01T00:00:00Z", Limits: source.DefaultLimits(),
	}); err != nil {
		t.Fatal(err)
	}
	over, err := dataset.Open(ctx, s, builtin.Datasets())
	if err != nil {
		t.Fatal(err)
	}
	base, err := core.Snapshot()
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(names)
	for _, name := range names {
		t.Run(name, func(t *testing.T) { sameTies(t, base, over.Snapshot, name) })
	}
}

func sameTies(t *testing.T, base, over *panel.Snapshot, name string) {
	states := base.Codes().All()
	i, ok := base.Describe(name)
	if !ok {
		t.Fatal("not in the core")
	}
	asked, held := 0, 0
	compare := func(from, to ir.CCode) {
		for y := i.First; y <= i.Last; y++ {
			d := ir.Directed{From: from, To: to}
			want, there := base.DyadAt(name, d, y)
			got, ok := over.DyadAt(name, d, y)
			if !i.Dyadic() {
				want, there = base.At(name, from, y)
				got, ok = over.At(name, from, y)
			}
			if !there {
				continue
			}
			asked++
			if want.Value > 0 {
				held++
			}
			if !ok || !testkit.Near(got.Value, want.Value, 1e-12) {
				t.Errorf("%d-%d, %d: %v (%v) imported; %v in the core", from, to, y, got.Value, ok, want.Value)
			}
		}
	}
	for _, a := range states {
		if !i.Dyadic() {
			compare(a.CCode, ir.World)
			continue
		}
		for _, b := range states {
			if a.CCode != b.CCode {
				compare(a.CCode, b.CCode)
			}
		}
	}
	if asked == 0 || held == 0 {
		t.Errorf("%d figures compared, %d of them ties", asked, held)
	}
	t.Logf("%d figures compared, %d of them ties", asked, held)
}
