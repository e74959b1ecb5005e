package store_test

import (
	"context"
	"math"
	"path/filepath"
	"testing"

	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/data/store"
)

// Columns of numbers are the cells that Each gives, in the order asked for.
func TestNumbers(t *testing.T) {
	ctx := context.Background()
	d := invented(hash(t, first))
	s := store.Open(filepath.Join(t.TempDir(), "store"))
	r, err := s.Import(ctx, []string{folder(t, map[string]string{"t.csv": first})}, options(d))
	if err != nil {
		t.Fatal(err)
	}
	table, err := s.Table(r.Imported[0], "state_year")
	if err != nil {
		t.Fatal(err)
	}
	defer table.Close()
	columns := []string{"v", "ccode"}
	var want, got [][2]float64
	err = table.Each(ctx, columns, func(_ int64, c []source.Value) error {
		want = append(want, [2]float64{c[0].Float, c[1].Float})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	err = table.Numbers(ctx, columns, func(rows int, c [][]float64) error {
		for i := range rows {
			got = append(got, [2]float64{c[0][i], c[1][i]})
		}
		return nil
	})
	if err != nil || len(got) != len(want) {
		t.Fatalf("%v, %v; want %v", got, err, want)
	}
	for i := range got {
		for k := range got[i] {
			if got[i][k] != want[i][k] && !(math.IsNaN(got[i][k]) && math.IsNaN(want[i][k])) {
				t.Errorf("row %d: %v; want %v", i, got[i], want[i])
			}
		}
	}
	none := func(int, [][]float64) error { return nil }
	if table.Numbers(ctx, []string{"nothing"}, none) == nil {
		t.Error("a column that is not there was read")
	}
	stopped, cancel := context.WithCancel(ctx)
	cancel()
	if table.Numbers(stopped, columns, none) == nil {
		t.Error("a stopped read went on")
	}
}
