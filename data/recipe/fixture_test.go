package recipe_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/shatterbelt/shatterbelt/data/recipe"
	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/data/source/atop"
	"github.com/shatterbelt/shatterbelt/data/source/capitals"
	"github.com/shatterbelt/shatterbelt/data/source/contiguity"
	"github.com/shatterbelt/shatterbelt/data/source/cowstates"
	"github.com/shatterbelt/shatterbelt/data/source/cowtrade"
	"github.com/shatterbelt/shatterbelt/data/source/democracy"
	"github.com/shatterbelt/shatterbelt/data/source/gdppop"
	"github.com/shatterbelt/shatterbelt/data/source/gml"
	"github.com/shatterbelt/shatterbelt/data/source/gw"
	"github.com/shatterbelt/shatterbelt/data/source/igo"
	"github.com/shatterbelt/shatterbelt/data/source/mid"
	"github.com/shatterbelt/shatterbelt/data/source/mindist"
	"github.com/shatterbelt/shatterbelt/data/source/nmc"
	"github.com/shatterbelt/shatterbelt/data/source/rivalries"
	"github.com/shatterbelt/shatterbelt/data/source/unga"
	"github.com/shatterbelt/shatterbelt/data/source/vdem"
	"github.com/shatterbelt/shatterbelt/data/source/worldbank"
	"github.com/shatterbelt/shatterbelt/data/store"
	"github.com/shatterbelt/shatterbelt/data/table"
)

// datasets are those that panels are made from.
func datasets() []source.Dataset {
	return []source.Dataset{
		cowstates.Dataset(), gw.Dataset(), nmc.Dataset(), contiguity.Direct(), mid.Dataset(), gml.Dataset(), atop.Dataset(), cowtrade.Dataset(),
		igo.Dataset(), mindist.Dataset(), capitals.Dataset(), rivalries.Strategic(), rivalries.Handbook(), rivalries.TerritorialThreat(),
		democracy.ByState(), gdppop.Simulated(), gdppop.Surplus(), vdem.Indices(), worldbank.Tidy(), unga.IdealPoints(), unga.Votes(),
	}
}

// made imports files made up for a test and keeps to them, though no hash of
// them is known.
func made(t testing.TB, files map[string]string) recipe.Input {
	t.Helper()
	in := recipe.Input{Store: store.Open(filepath.Join(t.TempDir(), "store")), Datasets: datasets()}
	dir := t.TempDir()
	for as, text := range files {
		path := filepath.Join(dir, strings.ReplaceAll(as, "/", "-")+".csv")
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		r, err := in.Store.Import(context.Background(), []string{path}, store.Options{
			Datasets: in.Datasets, As: as, Version: "made", Now: "2001-02-03T04:05:06Z", Program: "test", Limits: source.DefaultLimits(),
		})
		if err != nil || len(r.Imported) != 1 {
			t.Fatalf("%s: %+v, %v", as, r, err)
		}
	}
	return in
}

// lines writes a table of cells as CSV.
func lines(rows ...string) string { return strings.Join(rows, "\n") + "\n" }

// states are three states of which 992 leaves on the day before 993 comes, and
// comes back on a first of March.
var states = lines("stateabb,ccode,statenme,styear,stmonth,stday,endyear,endmonth,endday,version",
	"AAA,991,A,1900,1,1,1930,12,31,made",
	"BBB,992,B,1900,1,1,1910,6,30,made",
	"BBB,992,B,1920,3,1,1930,12,31,made",
	"CCC,993,C,1910,7,1,1930,12,31,made")

// open asks for additions to a panel.
func open(t testing.TB, in recipe.Input, r recipe.Recipe, add ...string) *recipe.Panel {
	t.Helper()
	r.Settings = recipe.DefaultSettings()
	for _, a := range add {
		r.Add = append(r.Add, recipe.ParseAddition(a))
	}
	p, err := recipe.Open(context.Background(), in, r)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// csv writes a panel.
func csv(t testing.TB, p *recipe.Panel, workers int) string {
	t.Helper()
	var b bytes.Buffer
	w, err := table.NewCSV(&b, p.Columns())
	if err != nil {
		t.Fatal(err)
	}
	rows, err := p.Write(context.Background(), w, workers)
	if err != nil {
		t.Fatal(err)
	}
	if n := int64(strings.Count(b.String(), "\n") - 1); rows != n {
		t.Errorf("%d rows written, %d counted", n, rows)
	}
	return b.String()
}

// matching keeps the lines that begin with a text.
func matching(text, begin string) string {
	return strings.Join(slices.DeleteFunc(strings.SplitAfter(text, "\n"), func(l string) bool { return !strings.HasPrefix(l, begin) }), "")
}
