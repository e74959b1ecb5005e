package source_test

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"runtime"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"pgregory.net/rapid"

	"github.com/shatterbelt/shatterbelt/data/source"
)

// tiny declares a dataset of one table for the tests here; the figures are
// invented.
func tiny(more ...func(*source.Layout)) source.Dataset {
	l := source.Layout{
		Table: "state_year",
		Columns: []source.Column{
			{Name: "ccode", Type: source.Int, Code: source.COW}, {Name: "year", Type: source.Int},
			{Name: "v", Type: source.Float, Unit: "units", Missing: []string{"-9"}}, {Name: "name", Optional: true},
		},
		When: source.When{Columns: []string{"year"}},
	}
	for _, m := range more {
		m(&l)
	}
	return source.Dataset{Key: "tiny", Title: "Tiny", Publisher: "Nobody", Licence: "none stated", URL: "-", Layouts: []source.Layout{l}}
}

// read reads a file that is one table of a dataset, as texts.
func read(d source.Dataset, name string, data []byte, lim source.Limits) ([]string, error) {
	f, err := source.Bytes(name, data, lim)
	if err != nil {
		return nil, err
	}
	parts, skipped, err := f.Parts()
	if err == nil && len(parts) == 0 && len(skipped) > 0 {
		err = &source.SkipError{File: skipped[0].Name, Why: skipped[0].Why}
	}
	if err != nil {
		return nil, err
	}
	var out []string
	for _, p := range parts {
		m, ok, err := source.Recognise([]source.Dataset{d}, p, "")
		if err != nil || !ok {
			return nil, errors.Join(err, p.Fault, errors.New("not recognised"))
		}
		rows, err := m.Read(p)
		if err != nil {
			return nil, err
		}
		err = rows.Each(context.Background(), func(row []source.Value) error {
			out = append(out, fmt.Sprintf("%d %d %v %s", row[0].Int, row[1].Int, row[2].Float, row[len(row)-1].Text))
			return nil
		})
		if err != nil {
			return out, err
		}
	}
	return out, nil
}

func packed(text string) []byte {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	_, _ = io.WriteString(w, text)
	_ = w.Close()
	return b.Bytes()
}

func archive(files map[string]string) []byte {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	names := make([]string, 0, len(files))
	for n := range files {
		names = append(names, n)
	}
	slices.Sort(names)
	for _, n := range names {
		f, _ := w.Create(n)
		_, _ = io.WriteString(f, files[n])
	}
	_ = w.Close()
	return b.Bytes()
}

func wide(text string, big bool) []byte {
	out := []byte{0xff, 0xfe}
	if big {
		out = []byte{0xfe, 0xff}
	}
	for _, u := range utf16.Encode([]rune(text)) {
		if big {
			out = append(out, byte(u>>8), byte(u))
		} else {
			out = append(out, byte(u), byte(u>>8))
		}
	}
	return out
}

// tableRows are the rows of table as a sheet has them.
const tableRows = `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="inlineStr"><is><t>name</t></is></c></row>` +
	`<row r="2"><c r="A2"><v>991</v></c><c r="B2"><v>1990</v></c><c r="C2"><v>1.5</v></c><c r="D2" t="str"><v>Älpha 한 🙂</v></c></row>` +
	`<row r="3"><c r="A3"><v>992</v></c><c r="B3"><v>1991</v></c><c r="C3"><v>-9</v></c><c r="D3" t="str"><v>Beta</v></c></row>`

const table = "ccode,year,v,name\n991,1990,1.5,Älpha 한 🙂\n992,1991,-9,Beta\n"

// One table is the same table in every form it may come in.
func TestForms(t *testing.T) {
	want := []string{"991 1990 1.5 Älpha 한 🙂", "992 1991 NaN Beta"}
	for name, data := range map[string][]byte{
		"as it is":          []byte(table),
		"byte-order mark":   []byte("\xef\xbb\xbf" + table),
		"CRLF":              []byte(strings.ReplaceAll(table, "\n", "\r\n")),
		"CR":                []byte(strings.ReplaceAll(table, "\n", "\r")),
		"no last line end":  []byte(strings.TrimSpace(table)),
		"semicolons":        []byte(strings.ReplaceAll(table, ",", ";")),
		"tabs":              []byte(strings.ReplaceAll(table, ",", "\t")),
		"quotation marks":   []byte(strings.ReplaceAll(table, "Beta", `"Beta"`)),
		"gzip":              packed(table),
		"zip":               archive(map[string]string{"folder/t.csv": table, "__MACOSX/._t.csv": "junk", ".hidden": "junk"}),
		"zip in zip":        archive(map[string]string{"inner.zip": string(archive(map[string]string{"t.csv": table}))}),
		"workbook in zip":   archive(map[string]string{"read me.pdf": "%PDF", "t.xlsx": string(workbook(tableRows))}),
		"UTF-16 little":     wide(table, false),
		"UTF-16 big":        wide(table, true),
		"UTF-16 CRLF, gzip": packed(string(wide(strings.ReplaceAll(table, "\n", "\r\n"), false))),
		"names in capitals": []byte(strings.Replace(table, "ccode,year,v", " CCODE ,Year,V", 1)),
		"blank lines":       []byte(strings.ReplaceAll(table, "\n", "\n\n") + ",,,\n"),
	} {
		if got, err := read(tiny(), "t", data, source.DefaultLimits()); err != nil || !slices.Equal(got, want) {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
}

// What cannot be read is refused with its place and what to do.
func TestRefusals(t *testing.T) {
	small := source.DefaultLimits()
	small.Free, small.Ratio, small.Record, small.Rows, small.Members, small.Columns = 1<<10, 100, 1<<16, 1e5, 2, 50
	for name, tt := range map[string]struct {
		data  []byte
		parts []string
	}{
		"no number":              {[]byte("ccode,year,v\n991,1990,much\n"), []string{"t:2:10", `v is "much"`, "a number, or -9"}},
		"half a number":          {[]byte("ccode,year,v\n991,1990.5,1\n"), []string{"t:2:5", "a whole number"}},
		"infinite":               {[]byte("ccode,year,v\n991,1990,1e999\n"), []string{"t:2:10", "a number"}},
		"short line":             {[]byte("ccode,year,v\n991,1990,1\n992,19"), []string{"t:3:1", "2 cells under a header of 3", "cut off"}},
		"long line":              {[]byte("ccode,year,v\n991,1990,1,7\n"), []string{"t:2:1", "4 cells"}},
		"open quotation":         {[]byte("ccode,year,v\n991,1990,\"1\n"), []string{"t:2:", "quotation"}},
		"Latin-1":                {[]byte("ccode,year,v,name\n991,1990,1,Cura\xe7ao\n"), []string{"t:2:", "not UTF-8", "in UTF-8"}},
		"half a character":       {[]byte("ccode,year,v,name\n991,1990,1,Cura\xc3"), []string{"t:2:", "not UTF-8"}},
		"zero byte":              {[]byte("ccode,year,v,name\n991,1990,1,\x00\n"), []string{"t:2:", "zero byte"}},
		"half of UTF-16":         {append(wide("ccode,year,v\n991,1990,1\n", false), 'x'), []string{"UTF-16"}},
		"empty":                  {nil, []string{"empty"}},
		"truncated gzip":         {packed(strings.Repeat(table, 400))[:60], []string{"damaged", "fetch it again"}},
		"gzip bomb":              {packed("ccode,year,v\n" + strings.Repeat("991,1990,1\n", 1<<16)), []string{"unpack to more than"}},
		"zip bomb":               {archive(map[string]string{"a": "ccode,year,v\n" + strings.Repeat("991,1990,1\n", 1<<16)}), []string{"unpack to more than"}},
		"zip of a path":          {archive(map[string]string{"../a.csv": table}), []string{"steps out of its folder"}},
		"zip of a root":          {archive(map[string]string{"/etc/a.csv": table}), []string{"steps out of its folder"}},
		"zip of backslashes":     {archive(map[string]string{`..\a.csv`: table}), []string{"steps out of its folder"}},
		"zip of many":            {archive(map[string]string{"a": "1", "b": "1", "c": "1"}), []string{"3 members"}},
		"three deep":             {archive(map[string]string{"a.zip": string(archive(map[string]string{"b.zip": string(archive(map[string]string{"t": table}))}))}), []string{"three archives within each other; unpack it first"}},
		"bomb in a zip":          {archive(map[string]string{"a.zip": string(archive(map[string]string{"a": "ccode,year,v\n" + strings.Repeat("991,1990,1\n", 1<<16)}))}), []string{"unpack to more than"}},
		"zip of a zip of a path": {archive(map[string]string{"a.zip": string(archive(map[string]string{"../a.csv": table}))}), []string{"t/a.zip:1:1: ", "steps out of its folder"}},
		"truncated zip":          {archive(map[string]string{"a": table})[:80], []string{"damaged"}},
		"endless record":         {[]byte("ccode,year,v\n\"" + strings.Repeat("x\n", 1<<17)), []string{"one record of more than", "quotation"}},
		"many columns":           {[]byte(strings.Repeat("a,", 60) + "\n"), []string{"61 cells"}},
		"many rows":              {[]byte("ccode,year,v\n" + strings.Repeat("1,1990,1\n", 1e5+1)), []string{"t:100002:1", "more than 100000 rows"}},
		"old workbook":           {[]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and so on"), []string{".xls", "save the sheet as .xlsx or CSV"}},
		"R object":               {packed("X\n\x00\x00\x00\x02"), []string{".rds", "write.csv"}},
		"R workspace":            {packed("RDX3\nX"), []string{"R workspace", "write.csv"}},
		"web page":               {[]byte("<!DOCTYPE html><html>"), []string{"web page"}},
		"gzip in gzip":           {packed(string(packed(table))), []string{"packed twice"}},
	} {
		_, err := read(tiny(), "t", tt.data, small)
		if err == nil {
			t.Errorf("%s: no error", name)
			continue
		}
		for _, p := range tt.parts {
			if !strings.Contains(err.Error(), p) {
				t.Errorf("%s: %q; want it to say %q", name, err, p)
			}
		}
	}
}

func TestWesternOnlyWhereDeclared(t *testing.T) {
	western := tiny(func(l *source.Layout) { l.Western = true })
	got, err := read(western, "t", []byte("ccode,year,v,name\n991,1990,1,C\xf4te d\x92Or\n"), source.DefaultLimits())
	if err != nil || !slices.Equal(got, []string{"991 1990 1 Côte d’Or"}) {
		t.Errorf("%q, %v", got, err)
	}
}

// Whatever a text, what is read from it is what was written, in any line end
// and whatever the sizes of chunks.
func TestTextRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 300).Draw(t, "rows")
		end := rapid.SampledFrom([]string{"\n", "\r\n", "\r"}).Draw(t, "end")
		name := rapid.StringMatching(`[a-zé한🙂 ]{1,30}x`).Draw(t, "name")
		var b strings.Builder
		b.WriteString("ccode,year,v,name" + end)
		for i := range n {
			fmt.Fprintf(&b, "991,%d,%d,%s%s", 1000+i, i, strings.Repeat(name, 1+i%50), end)
		}
		for _, data := range [][]byte{[]byte(b.String()), wide(b.String(), true)} {
			got, err := read(tiny(), "t", data, source.DefaultLimits())
			if err != nil || len(got) != n {
				t.Fatalf("%d rows of %d, %v", len(got), n, err)
			}
			want := fmt.Sprintf("991 %d %d %s", 1000+n-1, n-1, strings.TrimSpace(strings.Repeat(name, 1+(n-1)%50)))
			if got[n-1] != want {
				t.Fatalf("last row %q; want %q", got[n-1], want)
			}
		}
	})
}

// A file is the one known whether it is packed or not, by the hash of the one
// looked at or of what was in it.
func TestKnownPackedOrNot(t *testing.T) {
	sum := func(data []byte) string { return fmt.Sprintf("%x", sha256.Sum256(data)) }
	for name, known := range map[string]source.Known{
		"plain":  {SHA256: sum([]byte(table))},
		"packed": {SHA256: sum([]byte("what was packed here")), Unpacked: sum([]byte(table))},
	} {
		d := tiny()
		d.Editions = []source.Edition{{Name: "1", Files: []source.Known{{SHA256: ""}, known}}}
		for form, data := range map[string][]byte{
			"as it is": []byte(table), "gzip": packed(table), "zip": archive(map[string]string{"t.csv": table}),
			"zip in zip": archive(map[string]string{"a.zip": string(archive(map[string]string{"t.csv": table}))}),
		} {
			f, err := source.Bytes("t", data, source.DefaultLimits())
			if err != nil {
				t.Fatal(err)
			}
			parts, _, err := f.Parts()
			if err != nil || len(parts) != 1 {
				t.Fatalf("%s: %d parts, %v", form, len(parts), err)
			}
			m, ok, err := source.Recognise([]source.Dataset{d}, parts[0], "")
			if err != nil || !ok || !m.Verified || m.Edition != "1" || m.File != known {
				t.Errorf("%s, known %s: %+v, %v", form, name, m, err)
			}
			sums, err := f.Sums()
			if err != nil || !slices.ContainsFunc(sums, known.Is) {
				t.Errorf("%s, known %s: sums %v, %v", form, name, sums, err)
			}
		}
		f, err := source.Bytes("t", packed(table+"993,1992,1,x\n"), source.DefaultLimits())
		if err != nil {
			t.Fatal(err)
		}
		parts, _, _ := f.Parts()
		if m, ok, err := source.Recognise([]source.Dataset{d}, parts[0], ""); err != nil || !ok || m.Verified {
			t.Errorf("a row more, known %s: %+v, %v", name, m, err)
		}
	}
}

func TestRecognise(t *testing.T) {
	other := tiny(func(l *source.Layout) { l.Table = "other"; l.Columns = append(l.Columns, source.Column{Name: "extra"}) })
	other.Key = "other"
	twin := tiny()
	twin.Key = "twin"
	part := func(text string) source.Part {
		f, err := source.Bytes("t", []byte(text), source.DefaultLimits())
		if err != nil {
			t.Fatal(err)
		}
		parts, _, err := f.Parts()
		if err != nil {
			t.Fatal(err)
		}
		return parts[0]
	}
	m, ok, err := source.Recognise([]source.Dataset{tiny(), other}, part("ccode,year,v,extra\n1,2,3,4\n"), "")
	if err != nil || !ok || m.Dataset.Key != "other" {
		t.Errorf("the layout with more of its columns there: %v, %v, %v", m.Dataset, ok, err)
	}
	_, _, err = source.Recognise([]source.Dataset{tiny(), twin}, part(table), "")
	var many *source.AmbiguousError
	if !errors.As(err, &many) || len(many.Candidates) != 2 || !strings.Contains(err.Error(), "--as") {
		t.Errorf("two that fit alike: %v", err)
	}
	if m, ok, err = source.Recognise([]source.Dataset{tiny(), twin}, part(table), "twin/state_year"); err != nil || !ok || m.Dataset.Key != "twin" {
		t.Errorf("the one asked for: %v, %v", ok, err)
	}
	known := part(table)
	twin.Editions = []source.Edition{{Name: "1", Files: []source.Known{{SHA256: known.Head.SHA256}}}}
	if m, ok, err = source.Recognise([]source.Dataset{tiny(), twin}, known, ""); err != nil || !ok || m.Dataset.Key != "twin" || !m.Verified || m.Edition != "1" {
		t.Errorf("the one that knows the hash: %+v, %v, %v", m, ok, err)
	}
	near, without := source.Nearest([]source.Dataset{other}, part("ccode,year,v,extrq\n1,2,3,4\n"), "")
	if near != "other/other" || without != "extra" {
		t.Errorf("nearest %q without %q", near, without)
	}
}

// No input makes a reader panic, run on, or name a place that is none.
func FuzzParts(f *testing.F) {
	for _, seed := range [][]byte{
		[]byte(table), packed(table), archive(map[string]string{"a.csv": table}), wide(table, true), []byte("{\"a\":[1]}"),
		[]byte("<stata_dta><header><release>118</release>"), {114, 2, 1, 0, 1, 0, 1, 0, 0, 0}, workbook(`<c r="A1"><v>1</v></c>`), stataFile(),
	} {
		f.Add(seed)
	}
	lim := source.DefaultLimits()
	lim.Content, lim.Free, lim.Memory, lim.Rows = 1<<22, 1<<20, 1<<20, 1e5
	f.Fuzz(func(t *testing.T, data []byte) {
		_, err := read(tiny(), "t", data, lim)
		var place *source.FileError
		if errors.As(err, &place) && (place.Line < 0 || place.Column < 0 || place.Remedy == "") {
			t.Errorf("%+v", place)
		}
	})
}

// A million columns and a line of 100 MB are refused as soon as they are met,
// by the limits that the program uses.
func TestAbsurdLines(t *testing.T) {
	for name, tt := range map[string]struct {
		data func() []byte
		want string
	}{
		"a million columns":             {func() []byte { return []byte("ccode,year,v" + strings.Repeat(",x", 1e6) + "\n") }, "1000003 cells in one line; give a table with fewer columns"},
		"a million columns of one line": {func() []byte { return []byte("ccode,year,v\n" + strings.Repeat("1,", 1e6) + "1\n") }, "1000001 cells in one line"},
		"a line of 100 MB":              {func() []byte { return append([]byte("ccode,year,v\n"), bytes.Repeat([]byte("x"), 100<<20)...) }, "one record of more than 4194304 bytes"},
	} {
		data := tt.data()
		if testing.Short() && len(data) > 10<<20 {
			continue
		}
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		_, err := read(tiny(), "t", data, source.DefaultLimits())
		runtime.ReadMemStats(&after)
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: %v; want %q", name, err, tt.want)
		}
		if used := after.TotalAlloc - before.TotalAlloc; used > 400<<20 {
			t.Errorf("%s: %d MB used before it was refused", name, used>>20)
		}
	}
}
