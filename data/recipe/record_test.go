package recipe_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/shatterbelt/shatterbelt/data/recipe"
	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/data/store"
	"github.com/shatterbelt/shatterbelt/data/table"
	"github.com/shatterbelt/shatterbelt/trace/cite"
	"github.com/shatterbelt/shatterbelt/trace/yamlfile"
)

// A record makes the very same bytes again, with one, two and five workers.
func TestRecordReplays(t *testing.T) {
	in := made(t, disputed)
	p := open(t, in, recipe.Recipe{Unit: recipe.DirectedDyadYear, From: 1901}, "mid", "peace-years=cowmidspell", "mid-details")
	want := csv(t, p, 1)
	record := p.Record("1.2.3", &recipe.Output{Format: "csv", Rows: 1, Columns: 2, SHA256: "abc"})
	r, err := recipe.Parse("record.yaml", record)
	if err != nil {
		t.Fatalf("%v\n%s", err, record)
	}
	if r.Program != "1.2.3" || r.Output == nil || r.Output.SHA256 != "abc" || len(r.Data) != 3 {
		t.Errorf("read back as %+v", r)
	}
	for _, workers := range []int{1, 2, 5} {
		again, err := recipe.Open(context.Background(), in, r)
		if err != nil {
			t.Fatal(err)
		}
		if csv(t, again, workers) != want {
			t.Errorf("%d workers make another panel", workers)
		}
		if got := again.Record("1.2.3", r.Output); !bytes.Equal(got, record) {
			t.Errorf("another record:\n%s\nwant\n%s", got, record)
		}
	}
}

// A record is refused where the data are not those it names, and the error says
// what to do.
func TestRecordOfOtherData(t *testing.T) {
	p := open(t, made(t, disputed), recipe.Recipe{Unit: recipe.DyadYear}, "mid")
	r, err := recipe.Parse("record.yaml", p.Record("1", nil))
	if err != nil {
		t.Fatal(err)
	}
	other := map[string]string{}
	for k, v := range disputed {
		other[k] = v
	}
	other["cow-mid/disputes"] = strings.Replace(other["cow-mid/disputes"], ",7,1905", ",8,1905", 1)
	var e *recipe.DataError
	if _, err := recipe.Open(context.Background(), made(t, other), r); !errors.As(err, &e) || len(e.Changed) != 1 || e.Changed[0].Table != "disputes" {
		t.Errorf("%v; want a DataError for the changed table", err)
	}
	delete(other, "cow-mid/disputes")
	delete(other, "cow-mid/dyad_disputes")
	if _, err := recipe.Open(context.Background(), made(t, other), r); !errors.As(err, &e) || len(e.Missing) != 1 || !strings.Contains(err.Error(), "data import") {
		t.Errorf("%v; want a DataError for the missing edition", err)
	}
	r.Columns[0] = "gwcode1"
	var wrong *recipe.Error
	if _, err := recipe.Open(context.Background(), made(t, disputed), r); !errors.As(err, &wrong) {
		t.Errorf("other columns: %v; want an Error", err)
	}
}

// With nothing imported the list of states is the embedded one, and every table
// that is missing is named at once with where it is to be had.
func TestNothingImported(t *testing.T) {
	in := recipe.Input{Store: store.Open(filepath.Join(t.TempDir(), "none")), Datasets: datasets()}
	got := csv(t, open(t, in, recipe.Recipe{From: 2016}), 2)
	if n := strings.Count(got, "\n"); n != 196 {
		t.Errorf("%d lines; want a head and the 195 members of 2016", n)
	}
	r := recipe.Recipe{Unit: recipe.DyadYear, Filter: recipe.Relevant, Settings: recipe.DefaultSettings(),
		Add: []recipe.Addition{{Key: "mid"}, {Key: "peace-years", Columns: []string{"cowmidspell"}}, {Key: "contiguity"}}}
	_, err := recipe.Open(context.Background(), in, r)
	var e *recipe.DataError
	if !errors.As(err, &e) || len(e.Missing) != 4 {
		t.Fatalf("%v; want four tables missing", err)
	}
	for _, want := range []string{"mid, peace-years needs cow-mid", "contiguity, politically-relevant needs cow-contiguity", "https://", "shatterbelt data import"} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("%v; want it to say %q", err, want)
		}
	}
}

func TestParse(t *testing.T) {
	const head = "schema: shatterbelt/recipe/1\nunit: dyad-year\n"
	r, err := recipe.Parse("r.yaml", []byte(head+"system: gw\nfrom: 1900\nto: 1910\ncarry_members: true\nfilter: politically-relevant\n"+
		"add:\n  - contiguity\n  - nmc: [cinc, tpop]\nsettings:\n  joint_democracy: 7\n"))
	if err != nil {
		t.Fatal(err)
	}
	if r.Unit != recipe.DyadYear || r.System != recipe.GW || r.From != 1900 || r.To != 1910 || !r.Carry || r.Filter != recipe.Relevant ||
		r.Settings.Democratic != 7 || len(r.Add) != 2 || r.Add[1].Key != "nmc" || !slices.Equal(r.Add[1].Columns, []string{"cinc", "tpop"}) {
		t.Errorf("%+v", r)
	}
	for text, want := range map[string]string{
		"": "r.yaml: empty file",
		"schema: shatterbelt/recipe/2\nunit: x\n": "newer",
		head + "form: 1900\n":                     `3:1: unknown key "form"; did you mean "from"?`,
		head + "system: cwo\n":                    `3:9: system is "cwo"; did you mean "cow"?`,
		head + "add:\n  - contigiuty\n":           `4:5: nothing to add is called "contigiuty"; did you mean "contiguity"?`,
		head + "add:\n  - nmc: [cinq]\n":          `4:5: nmc has no column "cinq"; did you mean "cinc"?`,
		head + "add:\n  - nmc\n  - nmc\n":         "5:5: nmc is added twice",
		head + "from: 1910\nto: 1900\n":           "from 1910 to 1900",
		head + "from: soon\n":                     "3:7: from is",
		head + "settings:\n  joint_democracy: 11": "4:20: joint_democracy is 11",
		"schema: shatterbelt/recipe/1\nunit: state-year\nfilter: politically-relevant\n": "about dyads",
		"schema: shatterbelt/recipe/1\nunit: state-year\nadd: [contiguity]\n":            "contiguity has no columns for a state-year; it can be added to dyad-year and directed-dyad-year",
		"unit: state-year\n": "no schema",
	} {
		_, err := recipe.Parse("r.yaml", []byte(text))
		var e *yamlfile.Error
		if !errors.As(err, &e) || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v; want %q", text, err, want)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte("schema: shatterbelt/recipe/1\nunit: dyad-year\nadd: [contiguity, nmc: [cinc]]\nfrom: 1900\n"))
	f.Add([]byte("schema: shatterbelt/recipe/1\nunit: state-year\ndata:\n  - dataset: nmc\n    edition: \"6.0\"\n    table: state_year\noutput: {format: csv, sha256: a}\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		r, err := recipe.Parse("f.yaml", data)
		if err == nil && r.Unit.String() == "" {
			t.Error("a recipe without a unit")
		}
	})
}

func TestParseAddition(t *testing.T) {
	a := recipe.ParseAddition(" nmc=cinc+ tpop")
	if a.Key != "nmc" || !slices.Equal(a.Columns, []string{"cinc", "tpop"}) {
		t.Errorf("%+v", a)
	}
	if a = recipe.ParseAddition("atop"); a.Key != "atop" || a.Columns != nil {
		t.Errorf("%+v", a)
	}
}

// Every entry names its columns, says what it is in both languages, and no name
// stands for two things.
func TestCatalogue(t *testing.T) {
	owner := map[string]string{}
	for _, a := range recipe.Additions() {
		if a.Key == "" || a.EN == "" || a.KO == "" || len(a.Columns) == 0 || len(a.Units) == 0 {
			t.Errorf("%+v is incomplete", a)
		}
		for _, c := range a.Columns {
			if c.Label == "" {
				t.Errorf("%s: column %s has no label", a.Key, c.Name)
			}
			if by, taken := owner[c.Name]; taken && by != a.Key {
				t.Errorf("column %s is one of %s and of %s", c.Name, by, a.Key)
			}
			owner[c.Name] = a.Key
		}
		for _, d := range a.Datasets {
			if !slices.ContainsFunc(datasets(), func(s source.Dataset) bool { return s.Key == d }) {
				t.Errorf("%s needs %s, which is no dataset", a.Key, d)
			}
		}
	}
}

// The works of a recipe are in the bibliography, and those of its datasets,
// list of states and measures are among them.
func TestWorks(t *testing.T) {
	r := recipe.Recipe{Unit: recipe.DyadYear, Filter: recipe.Relevant, Settings: recipe.DefaultSettings()}
	for _, a := range recipe.Additions() {
		if slices.Contains(a.Units, "dyad-year") {
			r.Add = append(r.Add, recipe.Addition{Key: a.Key})
		}
	}
	works, err := r.Works(recipe.Input{Datasets: datasets()})
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range works {
		if _, ok := cite.Lookup(w); !ok {
			t.Errorf("%s is not in the bibliography", w)
		}
	}
	for _, want := range []string{"cowstates2016", "lemkereed2001", "miller2022", "beckkatztucker1998", "cownmc", "singer1972"} {
		if !slices.Contains(works, want) {
			t.Errorf("%s is not among %v", want, works)
		}
	}
}

// What the Stata writer writes, the project's own reader of Stata files and
// pandas read back as the CSV has it.
func TestStataReadsBack(t *testing.T) {
	p := open(t, made(t, disputed), recipe.Recipe{Unit: recipe.DirectedDyadYear}, "mid", "mid-details=cowmid_fatalpre1+cowmid_dispnum")
	want := csv(t, p, 2)
	path := filepath.Join(t.TempDir(), "panel.dta")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	w, err := table.NewStata(f, p.Columns(), "invented")
	if err != nil {
		t.Fatal(err)
	}
	if _, err = p.Write(context.Background(), w, 2); err == nil {
		err = w.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	file, err := source.Open(context.Background(), path, source.DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	parts, _, err := file.Parts()
	if err != nil || len(parts) != 1 {
		t.Fatal(parts, err)
	}
	head := parts[0].Head
	for i, line := range strings.Split(strings.TrimSpace(want), "\n") {
		if i < len(head.Rows) && strings.Join(head.Rows[i], ",") != line {
			t.Errorf("row %d is %v; want %s", i, head.Rows[i], line)
		}
	}
	if len(head.Rows) < 30 || head.Form != source.Stata {
		t.Errorf("%d rows of form %v", len(head.Rows), head.Form)
	}
}

// Stopping leaves no goroutine and no whole panel.
func TestStopped(t *testing.T) {
	p := open(t, made(t, disputed), recipe.Recipe{Unit: recipe.DirectedDyadYear}, "mid")
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	w, err := table.NewCSV(&bytes.Buffer{}, p.Columns())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := p.Write(ctx, w, 3); !errors.Is(err, context.Canceled) {
		t.Errorf("%v; want it cancelled", err)
	}
	full := errors.New("disk full")
	if _, err := p.Write(context.Background(), failing{w, full}, 3); !errors.Is(err, full) {
		t.Errorf("%v; want the writer's fault", err)
	}
}

type failing struct {
	table.Writer
	err error
}

func (f failing) Write(*table.Chunk) error { return f.err }

// The page on panels names every entry, column and dataset, and its example is a
// recipe.
func TestPageNamesEverything(t *testing.T) {
	b, err := os.ReadFile(filepath.Join("..", "..", "docs", "data", "panels.md"))
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range recipe.Additions() {
		words := append([]string{a.Key}, a.Datasets...)
		for _, c := range a.Columns {
			words = append(words, c.Name)
		}
		for _, w := range words {
			if !bytes.Contains(b, []byte("`"+w+"`")) {
				t.Errorf("docs/data/panels.md does not name %s of %s", w, a.Key)
			}
		}
	}
	_, example, _ := bytes.Cut(b, []byte("```yaml\n"))
	example, _, _ = bytes.Cut(example, []byte("```"))
	if r, err := recipe.Parse("panels.md", example); err != nil || len(r.Add) == 0 {
		t.Errorf("the example: %+v, %v", r, err)
	}
}
