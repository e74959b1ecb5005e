package core_test

import (
	"errors"
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/shatterbelt/shatterbelt/data/core"
	"github.com/shatterbelt/shatterbelt/ir"
)

// embedded is the folder of the embedded files.
func embedded(testing.TB) fs.FS { return os.DirFS(".") }

const (
	statesFile = "iso3,ccode,gwcode,since,name_en,name_ko,aliases,capital_en,capital_ko,capital_lat,capital_lon,source\n" +
		"XAA,991,981,,Alpha,알파,A|Alphaland,Aton,아톤,10,20,s\nXBB,992,992,1995,Beta,베타,,Bton,비톤,-10,-20,s\n"
	sourcesFile = "key,publisher,title,edition,url,licence,cite,sha256,read,note\n" +
		"s,Someone,Figures,1,https://example.org/,free,x2000,abc,,\n"
	indicatorsFile = "name,unit,form,holds,label_en,label_ko,first,last,source\n" +
		"gdp,US$,state,point,output,생산,,,\npact,0 or 1,directed,spell,pacts,조약,1990,2010,s\n" +
		"rivalry,0 or 1,symmetric,spell,rivalries,경쟁,1990,2010,s\nonset,disputes,directed,count,disputes,분쟁,1990,2010,s\n"
	header = "state,partner,year,indicator,value,low,high,unit,kind,source,licence,note\n"
)

func folder(figures string) fstest.MapFS {
	return fstest.MapFS{
		"states.csv":     {Data: []byte(statesFile)},
		"sources.csv":    {Data: []byte(sourcesFile)},
		"indicators.csv": {Data: []byte(indicatorsFile)},
		"figures.csv":    {Data: []byte(figures)},
	}
}

func TestLoad(t *testing.T) {
	s, err := core.Load(folder(header +
		"XAA,,2000,gdp,5,2,8,US$,estimate,s,free,a note\n" +
		"WLD,,2000,gdp,50,,,US$,outturn,s,free,\n" +
		"XAA,XBB,2000,pact,1,,,0 or 1,outturn,s,free,\n" +
		"XAA,XBB,2003,rivalry,1,,,0 or 1,outturn,s,free,\n"))
	if err != nil {
		t.Fatal(err)
	}
	if c, ok := s.At("gdp", 991, 2000); !ok || c.Value != 5 || c.Low != 2 || c.High != 8 {
		t.Errorf("figure is %+v, %v", c, ok)
	}
	if c, ok := s.At("gdp", ir.World, 2000); !ok || c.Value != 50 || c.Ranged() {
		t.Errorf("world figure is %+v, %v", c, ok)
	}
	if c, ok := s.DyadAt("pact", ir.Directed{From: 992, To: 991}, 2000); !ok || c.Value != 0 || s.Source(c).Key != "s" {
		t.Errorf("a directed tie is %v, %v the other way round; want 0 by its source", c.Value, ok)
	}
	for _, d := range []ir.Directed{{From: 991, To: 992}, {From: 992, To: 991}} {
		if c, ok := s.DyadAt("rivalry", d, 2005); !ok || c.Value != 1 {
			t.Errorf("rivalry of %v is %v, %v", d, c.Value, ok)
		}
		if _, ok := s.DyadAt("pact", d, 1994); ok {
			t.Errorf("a pact of %v before one of them was a member", d)
		}
	}
	if i, ok := s.Describe("rivalry"); !ok || i.Label("ko") != "경쟁" || i.Last != 2010 {
		t.Errorf("the rivalry is described as %+v, %v", i, ok)
	}
	if gw, ok := s.Codes().ToGW(991); !ok || gw != 981 {
		t.Errorf("Gleditsch-Ward number is %d, %v", gw, ok)
	}
}

func TestLoadSaysWhere(t *testing.T) {
	good := "XAA,,2000,gdp,5,,,US$,outturn,s,free,\n"
	tests := []struct {
		name, rows string
		parts      []string
	}{
		{"value", "XAA,,2000,gdp,x,,,US$,outturn,s,free,\n", []string{"figures.csv:2:15", `value is "x"`, "a number"}},
		{"year", "XAA,,MM,gdp,5,,,US$,outturn,s,free,\n", []string{"figures.csv:2:6", "a year"}},
		{"state", good + "XZZ,,2000,gdp,5,,,US$,outturn,s,free,\n", []string{"figures.csv:3:1", `"XZZ"`, "states.csv"}},
		{"partner", "XAA,XAA,2000,gdp,5,,,US$,outturn,s,free,\n", []string{"figures.csv:2:5", "another state"}},
		{"kind", "XAA,,2000,gdp,5,,,US$,guess,s,free,\n", []string{"figures.csv:2:23", "estimate"}},
		{"source", "XAA,,2000,gdp,5,,,US$,outturn,z,free,\n", []string{"figures.csv:2:31", "sources.csv"}},
		{"licence", "XAA,,2000,gdp,5,,,US$,outturn,s,mine,\n", []string{"figures.csv:2:33", `"free"`}},
		{"unit", good + "XBB,,2000,gdp,5,,,won,outturn,s,free,\n", []string{"figures.csv:3:19", `"US$"`}},
		{"twice", good + good, []string{"figures.csv:3:6", "line 2"}},
		{"range", "XAA,,2000,gdp,5,6,8,US$,outturn,s,free,\n", []string{"figures.csv:2:15", "within its range"}},
		{"half a range", "XAA,,2000,gdp,5,4,,US$,outturn,s,free,\n", []string{"figures.csv:2:19", "a number"}},
		{"dyad", good + "XAA,XBB,2000,gdp,5,,,US$,outturn,s,free,\n", []string{"figures.csv:3:5", "partner"}},
		{"indicator", "XAA,,2000,tanks,5,,,US$,outturn,s,free,\n", []string{"figures.csv:2:11", "indicators.csv"}},
		{"order", "XBB,XAA,2000,rivalry,1,,,0 or 1,outturn,s,free,\n", []string{"figures.csv:2:5", "symmetric"}},
		{"span", "XAA,XBB,1989,pact,1,,,0 or 1,outturn,s,free,\n", []string{"figures.csv:2:9", "1990"}},
		{"zero", "XAA,XBB,2000,onset,0,,,disputes,outturn,s,free,\n", []string{"figures.csv:2:20", "count"}},
		{"ragged", "XAA,,2000\n", []string{"figures.csv:2", "coregen"}},
		{"not a number", "XAA,,2000,gdp,NaN,,,US$,outturn,s,free,\n", []string{"figures.csv:2:15", "a number"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := core.Load(folder(header + tt.rows))
			if err == nil {
				t.Fatal("no error")
			}
			for _, p := range tt.parts {
				if !strings.Contains(err.Error(), p) {
					t.Errorf("error is %q; want it to say %q", err, p)
				}
			}
		})
	}
}

func TestLoadRefusesOtherFiles(t *testing.T) {
	if _, err := core.Load(folder("")); err == nil || !strings.Contains(err.Error(), "figures.csv:1:1") {
		t.Errorf("an empty file gives %v", err)
	}
	if _, err := core.Load(folder("a,b\n")); err == nil || !strings.Contains(err.Error(), "want state,partner") {
		t.Errorf("another header gives %v", err)
	}
	if _, err := core.Load(fstest.MapFS{}); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("an empty folder gives %v", err)
	}
	files := folder(header)
	files["states.csv"] = &fstest.MapFile{Data: []byte(strings.Replace(statesFile, ",10,20,", ",100,20,", 1))}
	var cell *core.CellError
	if _, err := core.Load(files); !errors.As(err, &cell) || cell.Name != "capital_lat" || cell.Line != 2 {
		t.Errorf("a capital beyond the pole gives %v", err)
	}
	for bad, column := range map[string]string{
		"gdp,US$,pair,point,l,l,,,\n": "form", "gdp,US$,state,ever,l,l,,,\n": "holds",
		"gdp,US$,state,point,l,l,1990,,\n": "first", "gdp,US$,state,count,l,l,1990,2000,\n": "source",
	} {
		files = folder(header)
		files["indicators.csv"] = &fstest.MapFile{Data: []byte("name,unit,form,holds,label_en,label_ko,first,last,source\n" + bad)}
		if _, err := core.Load(files); !errors.As(err, &cell) || cell.Name != column {
			t.Errorf("%q gives %v; want it to name %s", bad, err, column)
		}
	}
	files = folder(header)
	files["sources.csv"] = &fstest.MapFile{Data: []byte(strings.Replace(sourcesFile, ",abc,", ",,", 1))}
	if _, err := core.Load(files); !errors.As(err, &cell) || cell.File != "sources.csv" {
		t.Errorf("a source neither hashed nor dated gives %v", err)
	}
}

func FuzzLoad(f *testing.F) {
	f.Add(header + "XAA,,2000,gdp,5,2,8,US$,estimate,s,free,a note\n")
	f.Add(header + "XAA,XBB,2000,pact,1,,,0 or 1,outturn,s,free,\"quoted\nnote\"\n")
	f.Add("state\n")
	f.Fuzz(func(t *testing.T, figures string) {
		s, err := core.Load(folder(figures))
		var cell *core.CellError
		if errors.As(err, &cell) && (cell.Line < 2 || cell.Column < 1) {
			t.Errorf("error at line %d, column %d", cell.Line, cell.Column)
		}
		if err != nil {
			return
		}
		for _, r := range s.Rows() {
			if !(r.Low <= r.Value && r.Value <= r.High) {
				t.Errorf("value %v of %v to %v was let in", r.Value, r.Low, r.High)
			}
		}
	})
}
