package arrowcheck_test

import (
	"bytes"
	"context"
	"math"
	"strings"
	"testing"

	"github.com/apache/arrow-go/v18/arrow/array"
	"github.com/apache/arrow-go/v18/arrow/memory"
	"github.com/apache/arrow-go/v18/parquet/file"
	"github.com/apache/arrow-go/v18/parquet/pqarrow"

	"github.com/shatterbelt/shatterbelt/data/table"
)

// figure is a state's year and figure, which is missing in one of seven.
func figure(i int) (year int64, v float64, missing bool) {
	return int64(1800 + i%220), math.Sqrt(float64(i)), i%7 == 3
}

// A panel's Parquet file: whole numbers, fractions, gaps and the description of
// its columns.
func TestArrowReadsPanels(t *testing.T) {
	block := &table.Block{Rows: rows, Cells: make([]table.Cells, 2)}
	for i := range rows {
		year, v, missing := figure(i)
		if missing {
			v = math.NaN()
		}
		block.Cells[0].Values, block.Cells[1].Values = append(block.Cells[0].Values, float64(year)), append(block.Cells[1].Values, v)
	}
	var b bytes.Buffer
	w, err := table.NewParquet(&b, []table.Column{{Name: "year", Type: table.Int, Label: "year"}, {Name: "v", Type: table.Float, Unit: "km"}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	ready := &table.Chunk{}
	for _, step := range []func() error{func() error { return w.Prepare(block, ready) }, func() error { return w.Write(ready) }, w.Close} {
		if err := step(); err != nil {
			t.Fatal(err)
		}
	}
	f, err := file.NewParquetReader(bytes.NewReader(b.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if described := f.MetaData().KeyValueMetadata().FindValue(table.ColumnsKey); described == nil || !strings.Contains(*described, `"unit":"km"`) {
		t.Errorf("the columns are described as %v", described)
	}
	r, err := pqarrow.NewFileReader(f, pqarrow.ArrowReadProperties{}, memory.DefaultAllocator)
	if err != nil {
		t.Fatal(err)
	}
	read, err := r.ReadTable(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	defer read.Release()
	batches := array.NewTableReader(read, rows)
	defer batches.Release()
	i := 0
	for batches.Next() {
		years, vs := batches.RecordBatch().Column(0).(*array.Int32), batches.RecordBatch().Column(1).(*array.Float64)
		for k := range years.Len() {
			year, v, missing := figure(i)
			if int64(years.Value(k)) != year || vs.IsNull(k) != missing || !missing && vs.Value(k) != v {
				t.Fatalf("row %d: %d, %v", i, years.Value(k), vs.Value(k))
			}
			i++
		}
	}
	if i != rows {
		t.Errorf("%d rows read; want %d", i, rows)
	}
}
