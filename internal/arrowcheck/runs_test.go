package arrowcheck_test

import (
	"context"
	"testing"

	"github.com/apache/arrow-go/v18/arrow/array"
	"github.com/apache/arrow-go/v18/arrow/memory"
	"github.com/apache/arrow-go/v18/parquet/file"
	"github.com/apache/arrow-go/v18/parquet/pqarrow"

	"github.com/shatterbelt/shatterbelt/data/runs"
	"github.com/shatterbelt/shatterbelt/rdm"
)

// coin pays what it shows, doubled under the second policy.
type coin struct{}

func (coin) Dims() []rdm.Dim {
	return []rdm.Dim{{Name: "stake", Min: 1, Max: 2, Default: 1}, {Name: "form", Max: 1, Options: []string{"plain", "한"}}}
}
func (coin) Policies() []string      { return []string{"once", "double"} }
func (coin) Outcomes() []rdm.Outcome { return []rdm.Outcome{{Name: "gain", Higher: true}} }
func (coin) NewWorker() rdm.Worker   { return coin{} }

func (coin) Run(f *rdm.Future, policy int, out []float64) error {
	out[0] = f.X[0] * float64(policy+1)
	return nil
}

// A run's file is put together from groups of rows that were packed apart, some
// by one session and some by another; Arrow reads it as one.
func TestArrowReadsARun(t *testing.T) {
	const n = 70_500 // two whole groups and a part
	f := runs.Open(t.TempDir())
	s := runs.Spec{Title: "coin", Program: "test", Model: coin{}, Design: rdm.MonteCarlo{Seed: 1, Dims: coin{}.Dims()}, DesignName: "monte carlo", Futures: n, Seed: 1}
	ctx, cancel := context.WithCancel(context.Background())
	_, err := f.Do(ctx, s, runs.Options{Progress: func(done, _ int) {
		if done > 40_000 {
			cancel()
		}
	}})
	if err == nil {
		t.Fatal("the run was not interrupted")
	}
	if _, err := f.Do(context.Background(), s, runs.Options{}); err != nil {
		t.Fatal(err)
	}
	st, err := f.Find("coin")
	if err != nil {
		t.Fatal(err)
	}
	p, err := file.OpenParquetFile(f.Path(st), false)
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	if p.NumRows() != 2*n || p.NumRowGroups() != 3 || p.MetaData().KeyValueMetadata().FindValue("shatterbelt.roles") == nil {
		t.Errorf("%d rows in %d groups", p.NumRows(), p.NumRowGroups())
	}
	r, err := pqarrow.NewFileReader(p, pqarrow.ArrowReadProperties{}, memory.DefaultAllocator)
	if err != nil {
		t.Fatal(err)
	}
	table, err := r.ReadTable(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	defer table.Release()
	rows := array.NewTableReader(table, 0)
	defer rows.Release()
	x, row := make([]float64, 2), 0
	for rows.Next() {
		b := rows.RecordBatch()
		for k := range int(b.NumRows()) {
			i, policy := row/2, row%2
			row++
			s.Design.Future(i, x)
			future := b.Column(0).(*array.Int64).Value(k)
			name, form := b.Column(1).(*array.String).Value(k), b.Column(3).(*array.String).Value(k)
			stake, gain := b.Column(2).(*array.Float64).Value(k), b.Column(4).(*array.Float64).Value(k)
			if future != int64(i) || name != (coin{}).Policies()[policy] || stake != x[0] || form != (coin{}).Dims()[1].Text(x[1]) || gain != x[0]*float64(policy+1) {
				t.Fatalf("row %d: %d %s %v %s %v", row, future, name, stake, form, gain)
			}
		}
	}
	if row != 2*n {
		t.Errorf("%d rows read", row)
	}
}
