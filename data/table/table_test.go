package table_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/parquet-go/parquet-go"
	"pgregory.net/rapid"

	"github.com/shatterbelt/shatterbelt/data/table"
	"github.com/shatterbelt/shatterbelt/internal/testkit"
)

var nan = math.NaN()

var columns = []table.Column{
	{Name: "ccode", Type: table.Int, Label: "number"},
	{Name: "tie", Type: table.Small, Label: "a tie", Unit: "0 or 1", Source: "invented 1"},
	{Name: "amount", Type: table.Float, Label: "an amount", Unit: "km"},
}

// two rows by states and one value that stands in both.
func invented() *table.Block {
	return &table.Block{Rows: 3, Cells: []table.Cells{
		{Values: []float64{991, 992}, At: []int32{0, 1, 0}},
		{Values: []float64{1, nan, 0}},
		{Values: []float64{0.1, nan, -12345678.5}},
	}}
}

func write(t testing.TB, w table.Writer, blocks ...*table.Block) {
	t.Helper()
	c := &table.Chunk{}
	for _, b := range blocks {
		if err := w.Prepare(b, c); err != nil {
			t.Fatal(err)
		}
		if c.Rows() != b.Rows {
			t.Errorf("%d rows ready; want %d", c.Rows(), b.Rows)
		}
		if err := w.Write(c); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestCSV(t *testing.T) {
	var b bytes.Buffer
	w, err := table.NewCSV(&b, columns)
	if err != nil {
		t.Fatal(err)
	}
	write(t, w, invented(), invented())
	rows := "991,1,0.1\n992,,\n991,0,-12345678.5\n"
	if got, want := b.String(), "ccode,tie,amount\n"+rows+rows; got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

// Whether the text of a value is copied or written anew must not show.
func TestCSVCopiesTexts(t *testing.T) {
	values := []float64{1.5, nan, -7, 1e20, 999, 1000}
	many, anew := table.Cells{Values: values}, table.Cells{}
	for i := range 60 {
		many.At = append(many.At, int32(i%len(values)))
		anew.Values = append(anew.Values, values[i%len(values)])
	}
	var got [2]bytes.Buffer
	for i, cells := range []table.Cells{many, anew} {
		w, err := table.NewCSV(&got[i], columns[2:])
		if err != nil {
			t.Fatal(err)
		}
		write(t, w, &table.Block{Rows: 60, Cells: []table.Cells{cells}})
	}
	if got[0].String() != got[1].String() {
		t.Errorf("%q and %q", got[0].String(), got[1].String())
	}
}

func TestCSVNumbersReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := rapid.OneOf(rapid.Float64(), rapid.Map(rapid.Int64(), func(i int64) float64 { return float64(i) }),
			rapid.Map(rapid.IntRange(-20000, 20000), func(i int) float64 { return float64(i) / 100 })).Draw(t, "v")
		var b bytes.Buffer
		w, _ := table.NewCSV(&b, columns[2:])
		c := &table.Chunk{}
		if err := errors.Join(w.Prepare(&table.Block{Rows: 1, Cells: []table.Cells{{Values: []float64{v}}}}, c), w.Write(c)); err != nil {
			t.Fatal(err)
		}
		text := strings.Split(b.String(), "\n")[1]
		back, err := strconv.ParseFloat(text, 64)
		if err != nil || back != v {
			t.Errorf("%v written as %q, read back as %v, %v", v, text, back, err)
		}
	})
}

func TestColumnsAreChecked(t *testing.T) {
	for name, bad := range map[string][]table.Column{
		"no name":    {{Name: ""}},
		"blank":      {{Name: "a b"}},
		"digit":      {{Name: "1a"}},
		"too long":   {{Name: strings.Repeat("a", 33)}},
		"twice":      {{Name: "a"}, {Name: "a"}},
		"not UTF-8":  {{Name: "a", Label: "\xff"}},
		"only later": {{Name: "a"}, {Name: "ä"}},
	} {
		_, err := table.NewCSV(io.Discard, bad)
		var e *table.ColumnError
		if !errors.As(err, &e) {
			t.Errorf("%s: %v; want a ColumnError", name, err)
		}
	}
}

func TestValuesMustFit(t *testing.T) {
	file := temp(t)
	for _, tt := range []struct {
		column table.Column
		v      float64
	}{{columns[1], 101}, {columns[1], 0.5}, {columns[0], 3e9}, {columns[2], math.Inf(1)}} {
		w, err := table.NewStata(file, []table.Column{tt.column}, "")
		if err != nil {
			t.Fatal(err)
		}
		p, err := table.NewParquet(io.Discard, []table.Column{tt.column}, nil)
		if err != nil {
			t.Fatal(err)
		}
		b := &table.Block{Rows: 1, Cells: []table.Cells{{Values: []float64{tt.v}}}}
		for _, w := range []table.Writer{w, p} {
			var e *table.ColumnError
			if err := w.Prepare(b, &table.Chunk{}); !errors.As(err, &e) || e.Column != tt.column.Name {
				t.Errorf("%v in a column of type %s: %v", tt.v, tt.column.Type, err)
			}
		}
	}
	w, _ := table.NewCSV(io.Discard, columns)
	if w.Prepare(&table.Block{Rows: 1}, &table.Chunk{}) == nil {
		t.Error("a block without columns was taken")
	}
	short := &table.Block{Rows: 2, Cells: []table.Cells{{Values: []float64{1}}, {Values: []float64{1}}, {Values: []float64{1}}}}
	if w.Prepare(short, &table.Chunk{}) == nil {
		t.Error("a block with too few cells was taken")
	}
}

func TestParquetReadsBack(t *testing.T) {
	var b bytes.Buffer
	w, err := table.NewParquet(&b, columns, map[string]string{"own": "x"})
	if err != nil {
		t.Fatal(err)
	}
	write(t, w, invented(), invented())
	f, err := parquet.OpenFile(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		t.Fatal(err)
	}
	if f.NumRows() != 6 {
		t.Errorf("%d rows; want 6", f.NumRows())
	}
	described, _ := f.Lookup(table.ColumnsKey)
	own, _ := f.Lookup("own")
	want := `[{"name":"ccode","label":"number"},{"name":"tie","label":"a tie","unit":"0 or 1","source":"invented 1"},{"name":"amount","label":"an amount","unit":"km"}]`
	if described != want || own != "x" {
		t.Errorf("metadata %s, %s", described, own)
	}
	rows := parquet.NewReader(f)
	defer rows.Close()
	buf := make([]parquet.Row, 6)
	if n, err := rows.ReadRows(buf); n != 6 || err != nil && !errors.Is(err, io.EOF) {
		t.Fatal(n, err)
	}
	if r := buf[1]; r[0].Int32() != 992 || !r[1].IsNull() || !r[2].IsNull() {
		t.Errorf("second row %v", r)
	}
	if r := buf[5]; r[0].Int32() != 991 || r[1].Int32() != 0 || r[2].Double() != -12345678.5 {
		t.Errorf("last row %v", r)
	}
}

func temp(t testing.TB) *os.File {
	t.Helper()
	f, err := os.Create(filepath.Join(t.TempDir(), "t.dta"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

func stata(t testing.TB) (path string, content []byte) {
	t.Helper()
	f := temp(t)
	w, err := table.NewStata(f, columns, strings.Repeat("ü", 100))
	if err != nil {
		t.Fatal(err)
	}
	write(t, w, invented(), invented())
	b, err := os.ReadFile(f.Name())
	if err != nil {
		t.Fatal(err)
	}
	return f.Name(), b
}

// Every place of the map must be where its section begins.
func TestStataMap(t *testing.T) {
	_, b := stata(t)
	at := bytes.Index(b, []byte("<map>"))
	for i, tag := range []string{
		"<stata_dta>", "<map>", "<variable_types>", "<varnames>", "<sortlist>", "<formats>", "<value_label_names>", "<variable_labels>",
		"<characteristics>", "<data>", "<strls>", "<value_labels>", "</stata_dta>", "",
	} {
		offset := binary.LittleEndian.Uint64(b[at+5+8*i:])
		if offset > uint64(len(b)) || !bytes.HasPrefix(b[offset:], []byte(tag)) {
			t.Errorf("place %d is %d, which is not %s", i, offset, tag)
		}
		if tag == "" && offset != uint64(len(b)) {
			t.Errorf("the file ends at %d; the map says %d", len(b), offset)
		}
	}
	again := func() []byte { _, b := stata(t); return b }()
	if !bytes.Equal(b, again) {
		t.Error("two files of one table differ")
	}
}

func TestPandasReadsStata(t *testing.T) {
	python := testkit.Python(t, "pandas")
	path, _ := stata(t)
	script := `
import sys, pandas as pd
r = pd.io.stata.StataReader(sys.argv[1])
d = r.read()
print(list(d.columns), len(d), list(d.ccode), [None if pd.isna(v) else int(v) for v in d.tie], [None if pd.isna(v) else v for v in d.amount])
print(r.variable_labels()["tie"], len(r.data_label))
`
	out, err := exec.Command(python, "-c", script, path).CombinedOutput()
	want := "['ccode', 'tie', 'amount'] 6 [991, 992, 991, 991, 992, 991] [1, None, 0, 1, None, 0] [0.1, None, -12345678.5, 0.1, None, -12345678.5]\na tie 80\n"
	if err != nil || string(out) != want {
		t.Errorf("%v\n%s; want\n%s", err, out, want)
	}
}

func BenchmarkCSV(b *testing.B) {
	const n = 200
	block := &table.Block{Rows: n * n}
	state := table.Cells{Values: make([]float64, n), At: make([]int32, n*n)}
	dyad := table.Cells{Values: make([]float64, n*n)}
	for i := range n * n {
		state.At[i], dyad.Values[i] = int32(i%n), float64(i%2)
	}
	var cols []table.Column
	for i := range 20 {
		cols = append(cols, table.Column{Name: fmt.Sprintf("c%d", i)})
		block.Cells = append(block.Cells, []table.Cells{state, dyad}[i%2])
	}
	w, err := table.NewCSV(io.Discard, cols)
	if err != nil {
		b.Fatal(err)
	}
	c := &table.Chunk{}
	for b.Loop() {
		if err := w.Prepare(block, c); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*n*n*20), "ns/cell")
}

func ExampleNewCSV() {
	w, _ := table.NewCSV(os.Stdout, []table.Column{{Name: "ccode"}, {Name: "km", Type: table.Float}})
	ready := &table.Chunk{}
	_ = w.Prepare(&table.Block{Rows: 2, Cells: []table.Cells{
		{Values: []float64{991}, At: []int32{0, 0}}, // one state in both rows
		{Values: []float64{932.51, math.NaN()}},
	}}, ready)
	_ = w.Write(ready)
	// Output:
	// ccode,km
	// 991,932.51
	// 991,
}
