package jobs_test

import (
	"testing"
	"time"

	"github.com/shatterbelt/shatterbelt/data/runs"
	"github.com/shatterbelt/shatterbelt/desk"
	"github.com/shatterbelt/shatterbelt/web/jobs"
)

// BenchmarkExplore is how long it takes from asking for 10,000 futures of five
// strategies to the first partial result, to all futures done, and to the
// judgement being there.
func BenchmarkExplore(b *testing.B) {
	for i := range b.N {
		j := open(b, b.TempDir(), jobs.Options{})
		asked := jobs.Asked{Kind: jobs.Explore, Recipe: desk.Recipe{State: "KOR", Strategies: few(5)}, Size: desk.Size{Futures: 10_000, Seed: uint64(i)}}
		began := time.Now()
		job := ask(b, j, "", asked)
		first, done := time.Duration(0), time.Duration(0)
		for last, over := 0, false; !over; {
			events, changed, ended := job.Since(last)
			for _, e := range events {
				last = e.Number
				if p, ok := e.Data.(jobs.Progress); ok && p.Stage == "judging" && done == 0 {
					done = time.Since(began)
				}
				if e.Name == jobs.PartialEvent && first == 0 {
					first = time.Since(began)
				}
			}
			if over = ended; !over {
				<-changed
			}
		}
		b.ReportMetric(first.Seconds(), "s-first")
		b.ReportMetric(done.Seconds(), "s-explored")
		b.ReportMetric(time.Since(began).Seconds(), "s-judged")
	}
}

// BenchmarkJudgeKept is the judgement of 10,000 futures of five strategies that
// are read back from their file.
func BenchmarkJudgeKept(b *testing.B) {
	dir := b.TempDir()
	j := open(b, dir, jobs.Options{})
	job := ask(b, j, "", jobs.Asked{Kind: jobs.Explore, Recipe: desk.Recipe{State: "KOR", Strategies: few(5)}, Size: desk.Size{Futures: 10_000, Seed: 1}})
	news(b, job)
	if err := j.Close(); err != nil {
		b.Fatal(err)
	}
	d, err := figures()
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		j, err := jobs.Open(jobs.Options{Desk: d, Runs: runs.Open(dir)})
		if err != nil {
			b.Fatal(err)
		}
		if _, err := j.Judged(b.Context(), job.ID); err != nil {
			b.Fatal(err)
		}
		if err := j.Close(); err != nil {
			b.Fatal(err)
		}
	}
}
