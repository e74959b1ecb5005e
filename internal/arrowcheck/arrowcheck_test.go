package arrowcheck_test

import (
	"context"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/apache/arrow-go/v18/arrow/array"
	"github.com/apache/arrow-go/v18/arrow/memory"
	"github.com/apache/arrow-go/v18/parquet/file"
	"github.com/apache/arrow-go/v18/parquet/pqarrow"

	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/data/store"
)

// rows is more than one batch and less than a group.
const rows = 10000

func figure(i int) (year int64, v float64, name string, missing bool) {
	return int64(1800 + i%220), math.Sqrt(float64(i)), strings.Repeat("한é", i%4), i%7 == 3
}

// stored imports a table with every type, and gaps, and returns its file.
func stored(t *testing.T) string {
	t.Helper()
	var b strings.Builder
	b.WriteString("ccode,year,v,name\n")
	for i := range rows {
		y, v, name, missing := figure(i)
		text := fmt.Sprint(v)
		if missing {
			text = "-9"
		}
		fmt.Fprintf(&b, "732,%d,%s,%s\n", y, text, name)
	}
	dir := t.TempDir()
	path := filepath.Join(dir, "t.csv")
	if err := os.WriteFile(path, []byte(b.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	d := source.Dataset{Key: "invented", Layouts: []source.Layout{{Table: "t", Columns: []source.Column{
		{Name: "ccode", Type: source.Int}, {Name: "year", Type: source.Int}, {Name: "v", Type: source.Float, Missing: []string{"-9"}}, {Name: "name"},
	}}}}
	s := store.Open(filepath.Join(dir, "store"))
	o := store.Options{Datasets: []source.Dataset{d}, Version: "1", Limits: source.DefaultLimits()}
	r, err := s.Import(context.Background(), []string{path}, o)
	if err != nil {
		t.Fatal(err)
	}
	return filepath.Join(s.Dir(), "invented", "1", r.Imported[0].Tables[0].File)
}

func TestArrowReadsWhatTheStoreWrites(t *testing.T) {
	f, err := file.OpenParquetFile(stored(t), false)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r, err := pqarrow.NewFileReader(f, pqarrow.ArrowReadProperties{}, memory.DefaultAllocator)
	if err != nil {
		t.Fatal(err)
	}
	table, err := r.ReadTable(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	defer table.Release()
	if table.NumRows() != rows || table.NumCols() != 4 {
		t.Fatalf("%d rows of %d columns", table.NumRows(), table.NumCols())
	}
	for i, want := range []string{"ccode", "year", "v", "name"} {
		if got := table.Column(i).Name(); got != want {
			t.Errorf("column %d is %q; want %q", i, got, want)
		}
	}
	i := 0
	batches := array.NewTableReader(table, 1000)
	defer batches.Release()
	for batches.Next() {
		b := batches.RecordBatch()
		years, vs, names := b.Column(1).(*array.Int64), b.Column(2).(*array.Float64), b.Column(3).(*array.String)
		for k := range int(b.NumRows()) {
			y, v, name, missing := figure(i)
			if years.Value(k) != y || vs.IsNull(k) != missing || !missing && vs.Value(k) != v {
				t.Fatalf("row %d: %d %v (null %v)", i, years.Value(k), vs.Value(k), vs.IsNull(k))
			}
			if names.IsNull(k) != (name == "") || name != "" && names.Value(k) != name {
				t.Fatalf("row %d: %q; want %q", i, names.Value(k), name)
			}
			i++
		}
	}
	if i != rows {
		t.Errorf("%d rows read", i)
	}
}
