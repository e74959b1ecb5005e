package coregen

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/shatterbelt/shatterbelt/data/core"
	"github.com/shatterbelt/shatterbelt/internal/testkit"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// committed is the folder of the embedded core.
const committed = "../../data/core"

func TestGenerateGivesTheCommittedCore(t *testing.T) {
	from, out := testkit.Data(t), t.TempDir()
	report, err := Generate(from, out)
	ok(t, err)
	if report.Figures == 0 || report.States == 0 {
		t.Fatalf("report is %+v", report)
	}
	for _, name := range []string{"figures.csv", "indicators.csv", "states.csv", "sources.csv", "geometry.json"} {
		got, err := os.ReadFile(filepath.Join(out, name))
		ok(t, err)
		want, err := os.ReadFile(filepath.Join(committed, name))
		ok(t, err)
		if !bytes.Equal(got, want) {
			t.Errorf("%s differs from the committed one; see docs/data/core.md for the command that writes it", name)
		}
	}
	if _, err := core.Load(os.DirFS(out)); err != nil {
		t.Errorf("what was written cannot be read: %v", err)
	}
}

func TestGenerateWritesNothingOnError(t *testing.T) {
	out := t.TempDir()
	_, err := Generate(t.TempDir(), out)
	fails(t, err, gdpFile, "no such file")
	_, err = Generate(filepath.Join(out, "none"), out)
	fails(t, err, "not a folder", "--from")
	left, err := os.ReadDir(out)
	ok(t, err)
	if len(left) != 0 {
		t.Errorf("%d files are left behind", len(left))
	}
}

func TestWriteIsAllOrNothing(t *testing.T) {
	dir := t.TempDir()
	ok(t, write(dir, []output{{"a.csv", []byte("1")}}))
	ok(t, os.Mkdir(filepath.Join(dir, "b.csv"), 0o755)) // a rename onto it fails
	ok(t, os.WriteFile(filepath.Join(dir, "b.csv", "x"), nil, 0o644))
	if err := write(dir, []output{{"b.csv", []byte("2")}}); err == nil {
		t.Error("a folder was written over")
	}
	left, err := os.ReadDir(dir)
	ok(t, err)
	if len(left) != 2 {
		t.Errorf("%v are there; want a.csv and b.csv only", left)
	}
	err = write(filepath.Join(dir, "none"), []output{{"a.csv", nil}})
	fails(t, err, "a.csv", "--out")
	if !errors.Is(err, ErrWrite) {
		t.Errorf("%v is not ErrWrite", err)
	}
}

func TestTablesAreWhole(t *testing.T) {
	members, err := readMembers(statesTable)
	ok(t, err)
	sources, err := readSources(sourcesTable)
	ok(t, err)
	if len(members) < 12 || len(sources) == 0 {
		t.Fatalf("%d states and %d sources", len(members), len(sources))
	}
	_, err = readSources([]byte("key,publisher,title,edition,url,licence,cite,files,read,note\na,b,c,d,e,f,g,,,\n"))
	fails(t, err, "sources.csv:2", "date for a page")
	twice := "a,b,c,d,e,f,g,,2026-01-01,\n"
	_, err = readSources([]byte("key,publisher,title,edition,url,licence,cite,files,read,note\n" + twice + twice))
	fails(t, err, "sources.csv:3:1", "no line above")
}

func TestIndicatorsTable(t *testing.T) {
	for name, tt := range map[string]struct{ line, part string }{
		"form":        {"a,u,pair,point,l,l,,,", "symmetric"},
		"holds":       {"a,u,state,always,l,l,,,", "spell"},
		"label":       {"a,u,state,point,l,,,,", "label_ko"},
		"no span":     {"a,u,state,spell,l,l,,,s", "first"},
		"no source":   {"a,u,state,count,l,l,1990,2000,", "source"},
		"point spans": {"a,u,state,point,l,l,1990,2000,s", "points"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := readIndicators([]byte("name,unit,form,holds,label_en,label_ko,first,last,source\n" + tt.line + "\n"))
			fails(t, err, "indicators.csv:2", tt.part)
		})
	}
}

func TestSince(t *testing.T) {
	g := given(t, systemFiles(nil))
	s, err := g.loadSystem()
	ok(t, err)
	for c, want := range map[ir.CCode]ir.Year{991: 0, 993: 1995} {
		if got := s.since(c); got != want {
			t.Errorf("state %d is a member since %d; want %d", c, got, want)
		}
	}
}

func TestCheck(t *testing.T) {
	figure := exact("warheads", "XAA", "", 2000, 1, prov.Outturn, "s")
	for name, tt := range map[string]struct {
		figures []Figure
		part    string
	}{
		"twice":          {[]Figure{figure, figure}, "stated twice"},
		"outside":        {[]Figure{figure.scaled(-1).scaled(1), {Indicator: "warheads", Value: 2, High: 1, Source: "s"}}, "outside"},
		"unknown source": {[]Figure{exact("warheads", "XAA", "", 2000, 1, prov.Outturn, "z")}, "sources.csv"},
		"no unit":        {[]Figure{exact("tanks", "XAA", "", 2000, 1, prov.Outturn, "s")}, "no unit"},
		"no partner":     {[]Figure{exact("exports", "XAA", "", 2000, 1, prov.Outturn, "s")}, "its form"},
		"both orders":    {[]Figure{exact("war", "XBB", "XAA", 2000, 1, prov.Outturn, "s")}, "under the later code"},
		"not covered":    {[]Figure{exact("war", "XAA", "XBB", 1989, 1, prov.Outturn, "s")}, "older than its source"},
		"implied":        {[]Figure{exact("dispute_onset", "XAA", "XBB", 2000, 0, prov.Outturn, "s")}, "leave it out"},
	} {
		t.Run(name, func(t *testing.T) {
			g := given(t, nil)
			g.sources = []source{{Source: prov.Source{Key: "s"}}}
			g.figures = tt.figures
			fails(t, g.check(), tt.part)
		})
	}
}

func TestFormat(t *testing.T) {
	for v, want := range map[float64]string{
		0: "0", 1: "1", -4.5: "-4.5", 25744108000000: "25744110000000",
		10.630999999999998: "10.631", 0.0060096153846: "0.006009615", 1e-30: "0.000000000000000000000000000001",
	} {
		if got := format(v); got != want {
			t.Errorf("format(%v) = %s; want %s", v, got, want)
		}
	}
}
