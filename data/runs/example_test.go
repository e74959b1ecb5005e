package runs_test

import (
	"context"
	"fmt"
	"os"

	"github.com/shatterbelt/shatterbelt/data/runs"
	"github.com/shatterbelt/shatterbelt/rdm"
	"github.com/shatterbelt/shatterbelt/rdm/lake"
)

// A run of the shallow lake is kept, and found again when it is asked for again.
func Example() {
	dir, err := os.MkdirTemp("", "runs")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(dir)
	model, err := lake.Planned(lake.DefaultSetup(), rdm.Setting[lake.Plan]{Name: "half", Levers: lake.Constant(0.05)})
	if err != nil {
		fmt.Println(err)
		return
	}
	folder := runs.Open(dir)
	spec := runs.Spec{
		Title: "lake", Program: "example 1", Recipe: "half", Futures: 100, Seed: 1,
		Model: model, Design: rdm.LatinHypercube{Seed: 1, N: 100, Dims: model.Dims()}, DesignName: "latin hypercube",
	}
	for range 2 {
		m, err := folder.Do(context.Background(), spec, runs.Options{})
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(m.Results.Rows, "rows,", m.Failures, "failures,", m.Sessions, "session")
	}
	// Output:
	// 100 rows, 0 failures, 1 session
	// 100 rows, 0 failures, 1 session
}
