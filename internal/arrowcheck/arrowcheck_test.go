package arrowcheck_test

import (
	"context"
	"encoding/csv"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/apache/arrow-go/v18/arrow"
	"github.com/apache/arrow-go/v18/arrow/array"
	"github.com/apache/arrow-go/v18/arrow/memory"
	"github.com/apache/arrow-go/v18/parquet/file"
	"github.com/apache/arrow-go/v18/parquet/pqarrow"

	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/data/store"
)

// rows is more than one group of rows, and no multiple of a batch.
const rows = 1<<17 + 4321

// Values that are easily lost: the ends of the ranges, signs, and texts that
// mean something to a table of lines.
var (
	ints   = []int64{0, 1, -1, math.MaxInt64, math.MinInt64, 732, -9999999999}
	floats = []float64{0, math.Copysign(0, -1), math.MaxFloat64, -math.MaxFloat64, math.SmallestNonzeroFloat64, 0.1, -1e-300, math.Pi}
	texts  = []string{"NA", "한국", "Côte d’Ivoire", "a,b;c\td", "\"quoted\"", "two\nlines", "🙂", "null", strings.Repeat("long ", 400)}
)

// row is what is written and must come back; a false is a missing value. Every
// column is missing at a pace of its own, and some rows are missing whole.
func row(i int) (n int64, hasN bool, v float64, hasV bool, text string, hasText bool, unique string) {
	n, v, text = ints[i%len(ints)], floats[i%len(floats)], texts[i%len(texts)]
	if i%4 == 1 {
		n, v = int64(i)*7919-5e8, math.Sqrt(float64(i))
	}
	all := i%1009 == 1008
	return n, i%7 != 3 && !all, v, i%5 != 2 && !all, text, i%11 != 4 && !all, fmt.Sprintf("row %d", i)
}

// stored imports the rows as a text and returns the file that the store wrote.
func stored(t *testing.T) (path string, m store.Manifest) {
	t.Helper()
	dir := t.TempDir()
	f, err := os.Create(filepath.Join(dir, "t.csv"))
	if err != nil {
		t.Fatal(err)
	}
	w := csv.NewWriter(f)
	cell := func(text string, has bool) string {
		if !has {
			return ""
		}
		return text
	}
	_ = w.Write([]string{"n", "v", "text", "unique", "never"})
	for i := range rows {
		n, hasN, v, hasV, text, hasText, unique := row(i)
		_ = w.Write([]string{cell(strconv.FormatInt(n, 10), hasN), cell(strconv.FormatFloat(v, 'g', -1, 64), hasV), cell(text, hasText), unique, ""})
	}
	w.Flush()
	if err := w.Error(); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	d := source.Dataset{Key: "invented", Publisher: "Nobody", Licence: "none stated", Layouts: []source.Layout{{Table: "t", Columns: []source.Column{
		{Name: "n", Type: source.Int}, {Name: "v", Type: source.Float}, {Name: "text"}, {Name: "unique"}, {Name: "never", Type: source.Float},
	}}}}
	s := store.Open(filepath.Join(dir, "store"))
	o := store.Options{Datasets: []source.Dataset{d}, Version: "1", Limits: source.DefaultLimits()}
	r, err := s.Import(context.Background(), []string{f.Name()}, o)
	if err != nil {
		t.Fatal(err)
	}
	return filepath.Join(s.Dir(), "invented", "1", r.Imported[0].Tables[0].File), r.Imported[0]
}

func TestArrowReadsWhatTheStoreWrites(t *testing.T) {
	path, m := stored(t)
	f, err := file.OpenParquetFile(path, false)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if f.NumRowGroups() < 2 {
		t.Errorf("%d groups of rows; the test wants several", f.NumRowGroups())
	}
	described(t, f, m)
	r, err := pqarrow.NewFileReader(f, pqarrow.ArrowReadProperties{}, memory.DefaultAllocator)
	if err != nil {
		t.Fatal(err)
	}
	table, err := r.ReadTable(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	defer table.Release()
	typed(t, table.Schema())
	i := 0
	batches := array.NewTableReader(table, 1000)
	defer batches.Release()
	for batches.Next() {
		b := batches.RecordBatch()
		for k := range int(b.NumRows()) {
			if fault := compare(b, k, i); fault != "" {
				t.Fatalf("row %d: %s", i, fault)
			}
			i++
		}
	}
	if i != rows || table.NumRows() != rows {
		t.Errorf("%d rows read of %d", i, table.NumRows())
	}
}

// compare says in what a row read differs from the one written, "" in nothing.
func compare(b arrow.RecordBatch, k, i int) string {
	n, hasN, v, hasV, text, hasText, unique := row(i)
	ns, vs, ts, us, never := b.Column(0).(*array.Int64), b.Column(1).(*array.Float64), b.Column(2).(*array.String), b.Column(3).(*array.String), b.Column(4)
	switch {
	case ns.IsNull(k) == hasN, hasN && ns.Value(k) != n:
		return fmt.Sprintf("n is %d (null %v); want %d (%v)", ns.Value(k), ns.IsNull(k), n, !hasN)
	case vs.IsNull(k) == hasV, hasV && math.Float64bits(vs.Value(k)) != math.Float64bits(v):
		return fmt.Sprintf("v is %v (null %v); want %v (%v)", vs.Value(k), vs.IsNull(k), v, !hasV)
	case ts.IsNull(k) == hasText, hasText && ts.Value(k) != strings.TrimSpace(text):
		return fmt.Sprintf("text is %.40q (null %v); want %.40q (%v)", ts.Value(k), ts.IsNull(k), text, !hasText)
	case us.IsNull(k), us.Value(k) != unique:
		return fmt.Sprintf("unique is %q; want %q", us.Value(k), unique)
	case !never.IsNull(k):
		return "a value where none was"
	}
	return ""
}

// typed wants the names and types of the columns, all of which may be missing.
func typed(t *testing.T, s *arrow.Schema) {
	t.Helper()
	for i, want := range []struct {
		name string
		kind arrow.DataType
	}{
		{"n", arrow.PrimitiveTypes.Int64}, {"v", arrow.PrimitiveTypes.Float64}, {"text", arrow.BinaryTypes.String},
		{"unique", arrow.BinaryTypes.String}, {"never", arrow.PrimitiveTypes.Float64},
	} {
		if got := s.Field(i); got.Name != want.name || !arrow.TypeEqual(got.Type, want.kind) || !got.Nullable {
			t.Errorf("column %d is %v; want %s of type %s", i, got, want.name, want.kind)
		}
	}
}

// described wants the file to say what it is of and where it is from.
func described(t *testing.T, f *file.Reader, m store.Manifest) {
	t.Helper()
	meta := f.MetaData().KeyValueMetadata()
	for key, want := range map[string]string{
		"dataset": "invented", "edition": "1", "publisher": "Nobody", "licence": "none stated", "source_sha256": m.Tables[0].Source.SHA256,
	} {
		if got := meta.FindValue(key); got == nil || *got != want {
			t.Errorf("%s is %v; want %q", key, got, want)
		}
	}
}
