package experiments_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/parquet-go/parquet-go"

	"github.com/shatterbelt/shatterbelt/data/experiments"
	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/rdm"
)

// read reads a table that is in memory.
func read(t testing.TB, name, text string, o experiments.Options) (*experiments.Table, error) {
	t.Helper()
	f, err := source.Bytes(name, []byte(text), source.DefaultLimits())
	if err != nil {
		return nil, err
	}
	return experiments.ReadFile(context.Background(), f, o)
}

const town = `scenario,growth,relation,policy,fed,ok
0,1.5,linear,None,0.9,True
1,2.5,steep,None,0.4,False
0,1.5,linear,store,0.95,True
1,2.5,steep,store,0.7,True
`

func TestReadText(t *testing.T) {
	for name, text := range map[string]string{
		"commas":     town,
		"semicolons": strings.ReplaceAll(town, ",", ";"),
		"tabs, CRLF": strings.ReplaceAll(strings.ReplaceAll(town, ",", "\t"), "\n", "\r\n"),
		"a mark":     "\xef\xbb\xbf" + town,
	} {
		table, err := read(t, "town.csv", text, experiments.Options{})
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		relation, err := table.Find("relation")
		if err != nil || table.Rows != 4 || !slices.Equal(relation.Labels, []string{"linear", "steep"}) || !slices.Equal(relation.Values, []float64{0, 1, 0, 1}) {
			t.Errorf("%s: %d rows, relation %+v, %v", name, table.Rows, relation, err)
		}
		if ok, _ := table.Find("ok"); !slices.Equal(ok.Values, []float64{1, 0, 1, 1}) || ok.Labels != nil {
			t.Errorf("%s: truth values %+v", name, ok)
		}
	}
}

func TestReadSaysWhatIsWrong(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"a word among numbers", "a,b\n1,2\n3,x\n", `t.csv:3:3: b is "x"; want a number`},
		{"infinite", "a,b\n1,2\n3,inf\n", `t.csv:3:3: b is "inf"; want a finite number`},
		{"too many cells", "a,b\n1,2\n3,4,5\n", "t.csv:3:1: 3 cells under a header of 2"},
		{"twice", "a,b,a\n1,2,3\n", `t.csv:1:5: two columns are named "a"`},
		{"only a header", "a,b\n", "t.csv:1:1: 0 experiments"},
		{"an open quote", "a,b\n1,\"2\n3,4\n", "t.csv:"},
		{"no Parquet", "PAR1 and then nothing", "t.csv:1:1: damaged Parquet"},
	} {
		_, err := read(t, "t.csv", tt.text, experiments.Options{})
		var cell *source.CellError
		var file *source.FileError
		if err == nil || !strings.HasPrefix(err.Error(), tt.want) || !errors.As(err, &cell) && !errors.As(err, &file) {
			t.Errorf("%s: %v; want %s", tt.name, err, tt.want)
		}
	}
	if _, err := read(t, "t.csv", "a\n1\n2\n", experiments.Options{Categorical: []string{"b"}}); err == nil {
		t.Error("a categorical column that is not there was taken")
	}
}

// Parquet as pandas writes it, with kinds mixed and gaps, and roles.
func TestReadParquet(t *testing.T) {
	type row struct {
		Future  int32    `parquet:"future"`
		Policy  string   `parquet:"policy,dict"`
		Growth  float32  `parquet:"growth"`
		Fed     *float64 `parquet:"fed,optional"`
		Ok      bool     `parquet:"ok"`
		Options *string  `parquet:"form,optional"`
	}
	v, form := 0.5, "steep"
	var b bytes.Buffer
	w := parquet.NewGenericWriter[row](&b, parquet.KeyValueMetadata(experiments.RolesKey,
		`{"future":"future","policy":"policy","inputs":["growth","form"],"outcomes":[{"name":"fed","higher":true}],"levers":[]}`))
	if _, err := w.Write([]row{{0, "hold", 1.5, &v, true, &form}, {1, "hold", 2.5, nil, false, nil}}); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	table, err := read(t, "run.parquet", b.String(), experiments.Options{})
	if err != nil {
		t.Fatal(err)
	}
	fed, err := table.Find("fed")
	if err != nil || fed.Values[0] != 0.5 || !math.IsNaN(fed.Values[1]) {
		t.Errorf("fed %+v, %v", fed, err)
	}
	if p, _ := table.Find("policy"); !slices.Equal(p.Labels, []string{"hold"}) {
		t.Errorf("policy %+v", p)
	}
	if table.Roles.Policy != "policy" || len(table.Roles.Outcomes) != 1 || !table.Roles.Outcomes[0].Higher {
		t.Errorf("roles %+v", table.Roles)
	}
	var gap *experiments.GapError
	if _, err := table.Where("fed >= 0.1"); err != nil {
		t.Error(err)
	}
	if err := table.Complete("growth", "fed"); !errors.As(err, &gap) || gap.Line != 2 || gap.Rows != 1 {
		t.Errorf("a gap is %v", err)
	}
	kept, dropped, err := table.Drop("fed")
	if err != nil || kept.Rows != 1 || dropped != 1 || kept.Complete("fed") != nil {
		t.Errorf("%d rows kept, %d dropped, %v", kept.Rows, dropped, err)
	}
}

func TestConditions(t *testing.T) {
	table, err := read(t, "t.csv", "cost,a >= b,form\n1,0,flat\n2,1,steep\n3,1,flat\n", experiments.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		text string
		want []bool
	}{
		{"a >= b", []bool{false, true, true}},
		{"cost >= 2", []bool{false, true, true}},
		{"cost<2", []bool{true, false, false}},
		{"cost == 3", []bool{false, false, true}},
		{"a >= b != 1", []bool{true, false, false}},
		{"form = flat", []bool{true, false, true}},
		{"form != 'flat'", []bool{false, true, false}},
	} {
		c, err := table.Where(tt.text)
		if err != nil {
			t.Errorf("%s: %v", tt.text, err)
			continue
		}
		if got, err := table.Holds(c); err != nil || !slices.Equal(got, tt.want) {
			t.Errorf("%s (%v) holds in %v, %v; want %v", tt.text, c, got, err, tt.want)
		}
	}
	for text, want := range map[string]string{
		"cots >= 2":   `t.csv: there is no column "cots"; did you mean "cost"?`,
		"speed":       `t.csv: there is no column "speed"; the columns are cost, a >= b, form`,
		"cost >= two": `condition "cost >= two", column 9: "two" is no number`,
		"cost >=":     `condition "cost >=", column 8: nothing after >=`,
		"form > flat": `condition "form > flat", column 8: form holds names`,
		"form = flut": `condition "form = flut", column 8: form is never "flut"; it is one of flat, steep`,
	} {
		if _, err := table.Where(text); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%s: %v; want %s", text, err, want)
		}
	}
	c, err := table.Where("cost")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := table.Holds(c); err == nil || !strings.Contains(err.Error(), "cost is 2 in line 3, not 0 or 1") {
		t.Errorf("a column of 1 to 3 as truth: %v", err)
	}
}

func TestInputs(t *testing.T) {
	table, err := read(t, "town.csv", town, experiments.Options{})
	if err != nil {
		t.Fatal(err)
	}
	in, left, err := table.Inputs(nil, []string{"policy"}, []string{"fed", "ok"})
	if err != nil || !slices.Equal(in, []string{"growth", "relation"}) {
		t.Errorf("inputs %v, %v", in, err)
	}
	if want := []experiments.LeftOut{{"scenario", experiments.RowNumber}, {"policy", experiments.Unasked}, {"fed", experiments.Outcome}, {"ok", experiments.Outcome}}; !slices.Equal(left, want) {
		t.Errorf("left out %v; want %v", left, want)
	}
	if in, _, err := table.Inputs([]string{"scenario"}, nil, nil); err != nil || !slices.Equal(in, []string{"scenario"}) {
		t.Errorf("what is named is an input: %v, %v", in, err)
	}
	if _, _, err := table.Inputs([]string{"grwth"}, nil, nil); err == nil {
		t.Error("an input that is not there was taken")
	}
	if _, _, err := table.Inputs([]string{"growth"}, []string{"growth"}, nil); err == nil {
		t.Error("no inputs are left, and no error")
	}
}

func TestPolicies(t *testing.T) {
	table, err := read(t, "town.csv", town, experiments.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, future := range []string{"scenario", ""} {
		run, err := table.Policies("policy", future, []rdm.Outcome{{Name: "fed", Higher: true}})
		if err != nil || !slices.Equal(run.Policies(), []string{"None", "store"}) || !slices.Equal(run.Outcome(1, 0), []float64{0.95, 0.7}) {
			t.Fatalf("%v, %v", run, err)
		}
	}
	for name, tt := range map[string]struct{ text, want string }{
		"twice":    {"future,policy,y\n0,a,1\n0,a,2\n", "t.csv:3:1: policy a has a future twice"},
		"fewer":    {"future,policy,y\n0,a,1\n1,a,2\n0,b,1\n", "t.csv:4:1: policy b has 1 futures and a 2"},
		"others":   {"future,policy,y\n0,a,1\n1,a,2\n0,b,1\n2,b,1\n", "t.csv:5:1: policy b has a future that a has not"},
		"a gap":    {"future,policy,y\n0,a,1\n1,a,\n", "t.csv:3:5: y is missing here"},
		"no names": {"future,policy,y\n0,a,x\n1,a,z\n", "t.csv:1:3: outcome y holds names"},
	} {
		table, err := read(t, "t.csv", tt.text, experiments.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := table.Policies("policy", "future", []rdm.Outcome{{Name: "y"}}); err == nil || !strings.HasPrefix(err.Error(), tt.want) {
			t.Errorf("%s: %v; want %s", name, err, tt.want)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(town), "fed >= 0.5")
	f.Add([]byte("a;b\n1;2\n"), "a")
	f.Add([]byte("PAR1"), "a >= ")
	f.Add([]byte("a,b\n\"1\n"), ">=<=")
	f.Fuzz(func(t *testing.T, data []byte, condition string) {
		table, err := read(t, "f.csv", string(data), experiments.Options{})
		if err != nil {
			return
		}
		for _, c := range table.Columns {
			if len(c.Values) != table.Rows {
				t.Fatalf("%d values of %q in %d rows", len(c.Values), c.Name, table.Rows)
			}
		}
		if c, err := table.Where(condition); err == nil {
			_, _ = table.Holds(c)
		}
		_, _, _ = table.Inputs(nil, nil, nil)
	})
}

// Experiments of another workbench, and in which of them a policy fails.
func Example() {
	f, err := source.Bytes("town.csv", []byte(town), source.DefaultLimits())
	if err != nil {
		fmt.Println(err)
		return
	}
	table, err := experiments.ReadFile(context.Background(), f, experiments.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	failing, err := table.Where("fed < 0.8")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(table.Holds(failing))
	fmt.Println(table.Inputs(nil, nil, []string{"fed", "ok"}))
	// Output:
	// [false true false true] <nil>
	// [growth relation policy] [{scenario row number} {fed outcome} {ok outcome}] <nil>
}
