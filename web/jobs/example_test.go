package jobs_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"github.com/shatterbelt/shatterbelt/data/runs"
	"github.com/shatterbelt/shatterbelt/data/store"
	"github.com/shatterbelt/shatterbelt/desk"
	"github.com/shatterbelt/shatterbelt/web/jobs"
)

// An exploration is asked for and followed to its end.
func ExampleJobs_Ask() {
	dir, err := os.MkdirTemp("", "jobs")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer func() { _ = os.RemoveAll(dir) }()
	d, err := desk.Open(context.Background(), store.Open(filepath.Join(dir, "store")))
	if err != nil {
		fmt.Println(err)
		return
	}
	work, err := jobs.Open(jobs.Options{Desk: d, Runs: runs.Open(filepath.Join(dir, "runs"))})
	if err != nil {
		fmt.Println(err)
		return
	}
	defer func() { _ = work.Close() }()
	job, _, err := work.Ask("me", jobs.Asked{Kind: jobs.Explore, Recipe: desk.Recipe{State: "KOR"}, Size: desk.Size{Futures: 100, Seed: 1}})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, changed, over := job.Since(0); !over; _, changed, over = job.Since(0) {
		<-changed
	}
	judged, err := work.Judged(context.Background(), job.ID)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(job.State(), judged.Comparison.Futures, "futures of", len(judged.Comparison.Results), "strategies")
	// Output: finished 100 futures of 12 strategies
}
