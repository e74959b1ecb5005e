package jobs_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"testing"
	"time"

	"go.uber.org/goleak"

	"github.com/shatterbelt/shatterbelt/data/runs"
	"github.com/shatterbelt/shatterbelt/data/store"
	"github.com/shatterbelt/shatterbelt/desk"
	"github.com/shatterbelt/shatterbelt/strategy"
	"github.com/shatterbelt/shatterbelt/study"
	"github.com/shatterbelt/shatterbelt/trace/param"
	"github.com/shatterbelt/shatterbelt/web/jobs"
)

// childVar makes the test binary a workbench of its own that explores in a folder,
// to be killed.
const childVar = "SHATTERBELT_JOBS_CHILD"

func TestMain(m *testing.M) {
	if dir := os.Getenv(childVar); dir != "" {
		child(dir)
		return
	}
	goleak.VerifyTestMain(m)
}

var figures = sync.OnceValues(func() (*desk.Desk, error) {
	return desk.Open(context.Background(), store.Open(filepath.Join(os.TempDir(), "shatterbelt-no-store")))
})

func open(t testing.TB, dir string, o jobs.Options) *jobs.Jobs {
	t.Helper()
	d, err := figures()
	if err != nil {
		t.Fatal(err)
	}
	o.Desk, o.Runs = d, runs.Open(dir)
	j, err := jobs.Open(o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := j.Close(); err != nil && !errors.Is(err, os.ErrClosed) {
			t.Error(err)
		}
	})
	return j
}

// few are the text of a file of the first built-in strategies.
func few(n int) string { return string(strategy.Format(strategy.Named()[:n])) }

// asking is an exploration that takes a moment.
func asking(seed uint64, futures int) jobs.Asked {
	return jobs.Asked{Kind: jobs.Explore, Recipe: desk.Recipe{State: "KOR", Strategies: few(2)}, Size: desk.Size{Futures: futures, Seed: seed}}
}

func ask(t testing.TB, j *jobs.Jobs, client string, a jobs.Asked) *jobs.Job {
	t.Helper()
	job, fresh, err := j.Ask(client, a)
	if err != nil || !fresh {
		t.Fatalf("Ask = fresh %v, %v", fresh, err)
	}
	return job
}

// news reads a job to its end and returns the events that came.
func news(t testing.TB, job *jobs.Job) []jobs.Event {
	t.Helper()
	var all []jobs.Event
	last := 0
	limit := time.After(5 * time.Minute)
	for {
		some, changed, over := job.Since(last)
		for _, e := range some {
			all, last = append(all, e), e.Number
		}
		if over {
			return all
		}
		select {
		case <-changed:
		case <-limit:
			t.Fatalf("%s is %s after a long time", job.ID, job.State())
		}
	}
}

func TestExploreFromEndToEnd(t *testing.T) {
	dir := t.TempDir()
	j := open(t, dir, jobs.Options{})
	job := ask(t, j, "me", asking(1, 300))
	if same, fresh, err := j.Ask("you", asking(1, 300)); err != nil || fresh || same != job {
		t.Errorf("asked for twice: fresh %v, %v", fresh, err)
	}
	var partial jobs.Partial
	seen := map[string]int{}
	events := news(t, job)
	for _, e := range events {
		seen[e.Name]++
		if e.Name == jobs.PartialEvent {
			partial = e.Data.(jobs.Partial)
		}
	}
	if seen[jobs.ProgressEvent] == 0 || seen[jobs.PartialEvent] == 0 || events[len(events)-1].Name != "done" {
		t.Fatalf("events %v, the last %+v", seen, events[len(events)-1])
	}
	if partial.Futures != 300 || len(partial.Strategies) != 2 || len(partial.Strategies[0].Outcomes) != 6 {
		t.Errorf("partial result %+v", partial)
	}
	v, err := j.View(job.ID)
	if err != nil || v.State != jobs.Finished || v.Strategies[0] != strategy.Named()[0].Name || v.EndedAt == "" {
		t.Errorf("View = %+v, %v", v, err)
	}
	kept, err := runs.Open(dir).Find(job.ID)
	if err != nil || kept.State != runs.Finished || kept.Results.Rows != 600 {
		t.Errorf("kept run %+v, %v", kept, err)
	}
	judged(t, j, job.ID, asking(1, 300))
}

// judged compares what is said of a run with what study says of the same
// exploration.
func judged(t *testing.T, j *jobs.Jobs, id string, a jobs.Asked) {
	t.Helper()
	ctx := context.Background()
	got, err := j.Judged(ctx, id)
	if err != nil {
		t.Fatal(err)
	}
	d, err := figures()
	if err != nil {
		t.Fatal(err)
	}
	x, err := d.Bind(a.Recipe, a.Size)
	if err != nil {
		t.Fatal(err)
	}
	want, err := x.Situation.Compare(ctx, x.Start, x.Exploring, param.Default[study.GoodEnough]())
	if err != nil || !reflect.DeepEqual(got.Comparison, want) {
		t.Errorf("judged otherwise than by study (%v)", err)
	}
}

// What was finished is there after the workbench is opened again, and judged from
// what is kept.
func TestFinishedStays(t *testing.T) {
	dir := t.TempDir()
	j := open(t, dir, jobs.Options{})
	id := ask(t, j, "", asking(1, 300)).ID
	job, _ := j.Job(id)
	news(t, job)
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	j = open(t, dir, jobs.Options{})
	again, ok := j.Job(id)
	if !ok || again.State() != jobs.Finished {
		t.Fatalf("after opening again: %v", again)
	}
	if events := news(t, again); len(events) != 1 || events[0].Name != "done" {
		t.Errorf("events %+v", events)
	}
	judged(t, j, id, asking(1, 300))
	if err := j.Remove(id); err != nil {
		t.Fatal(err)
	}
	if list, err := j.List(); err != nil || len(list) != 0 {
		t.Errorf("after removing: %+v, %v", list, err)
	}
}

func TestCancel(t *testing.T) {
	j := open(t, t.TempDir(), jobs.Options{})
	first, second := ask(t, j, "a", asking(1, 50_000)), ask(t, j, "a", asking(2, 300))
	if v, err := j.View(second.ID); err != nil || v.Place < 1 {
		t.Errorf("the second has place %d, %v", v.Place, err)
	}
	for _, job := range []*jobs.Job{second, first} {
		if err := j.Cancel(job.ID); err != nil {
			t.Fatal(err)
		}
		events := news(t, job)
		if last := events[len(events)-1]; last.Name != "cancelled" || job.State() != jobs.Cancelled {
			t.Errorf("%s ended with %+v, %s", job.ID, last, job.State())
		}
	}
	var state *jobs.StateError
	if err := j.Cancel(first.ID); !errors.As(err, &state) {
		t.Errorf("cancelled twice: %v", err)
	}
	again, fresh, err := j.Ask("a", asking(2, 300))
	if err != nil || !fresh {
		t.Fatalf("asked again: fresh %v, %v", fresh, err)
	}
	news(t, again)
	if again.State() != jobs.Finished {
		t.Errorf("asked again it is %s", again.State())
	}
}

// A workbench that is closed in the middle of a run goes on with it, and with
// what waited, when it is opened again.
func TestCloseKeepsWhatIsNotDone(t *testing.T) {
	dir := t.TempDir()
	j := open(t, dir, jobs.Options{})
	first, second := ask(t, j, "a", asking(1, 2000)), ask(t, j, "a", asking(2, 200))
	for _, changed, _ := first.Since(0); ; _, changed, _ = first.Since(0) {
		if first.State() == jobs.Running {
			break
		}
		<-changed
	}
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	if s := second.State(); s != jobs.Waiting {
		t.Fatalf("the second is %s; want waiting", s)
	}
	j = open(t, dir, jobs.Options{})
	for _, id := range []string{first.ID, second.ID} {
		job, ok := j.Job(id)
		if !ok {
			t.Fatalf("%s is gone", id)
		}
		if events := news(t, job); events[len(events)-1].Name != "done" {
			t.Errorf("%s ended with %+v", id, events[len(events)-1])
		}
	}
}

func TestOneWorkbenchAFolder(t *testing.T) {
	dir := t.TempDir()
	open(t, dir, jobs.Options{})
	d, err := figures()
	if err != nil {
		t.Fatal(err)
	}
	var use *jobs.InUseError
	if _, err := jobs.Open(jobs.Options{Desk: d, Runs: runs.Open(dir)}); !errors.As(err, &use) {
		t.Errorf("a second one: %v", err)
	}
}

func TestAskRefuses(t *testing.T) {
	j := open(t, t.TempDir(), jobs.Options{Waiting: 2, Each: 2})
	for name, a := range map[string]jobs.Asked{
		"no futures":       asking(1, 0),
		"too many futures": asking(1, jobs.MaxFutures+1),
		"too many experiments": {Kind: jobs.Explore, Recipe: desk.Recipe{State: "KOR"},
			Size: desk.Size{Futures: jobs.MaxFutures, Seed: 1}},
	} {
		var size *jobs.SizeError
		if _, _, err := j.Ask("a", a); !errors.As(err, &size) {
			t.Errorf("%s: %v", name, err)
		}
	}
	bad := asking(1, 100)
	bad.Strategies = "schema: shatterbelt/strategies/1\nstrategies:\n  - nam: x\n"
	var file *strategy.FileError
	if _, _, err := j.Ask("a", bad); !errors.As(err, &file) || file.Line != 3 {
		t.Errorf("a bad file of strategies: %v", err)
	}
	for seed := range uint64(20) {
		if _, _, err := j.Ask("a", asking(seed, 50_000)); err != nil {
			var full *jobs.FullError
			if !errors.As(err, &full) || seed < 2 {
				t.Errorf("run %d: %v", seed+1, err)
			}
			return
		}
	}
	t.Error("twenty runs are taken where two may wait")
}

// What the command line keeps is listed too, and judged.
func TestRunsOfTheCommandLine(t *testing.T) {
	dir := t.TempDir()
	d, err := figures()
	if err != nil {
		t.Fatal(err)
	}
	a := asking(5, 300)
	x, err := d.Bind(a.Recipe, a.Size)
	if err != nil {
		t.Fatal(err)
	}
	spec, err := d.Spec(x)
	if err != nil {
		t.Fatal(err)
	}
	m, err := runs.Open(dir).Do(context.Background(), spec, runs.Options{})
	if err != nil {
		t.Fatal(err)
	}
	j := open(t, dir, jobs.Options{})
	list, err := j.List()
	if err != nil || len(list) != 1 || list[0].ID != m.ID || list[0].State != jobs.Finished || !strings.Contains(list[0].Command, "explore KOR") {
		t.Fatalf("List = %+v, %v", list, err)
	}
	judged(t, j, m.ID, a)
	job, fresh, err := j.Ask("", a)
	if err != nil || !fresh || job.ID != m.ID {
		t.Fatalf("Ask = %v, %v; want the id %s", fresh, err, m.ID)
	}
	news(t, job)
	again, err := runs.Open(dir).Find(m.ID)
	if err != nil || job.State() != jobs.Finished || again.Results.SHA256 != m.Results.SHA256 || again.Sessions != 1 {
		t.Errorf("asked for here it was done anew: %+v, %v", again, err)
	}
}

func TestRecordsAreRead(t *testing.T) {
	d, err := figures()
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		`{`:                              "not what is written down",
		`{"schema":"shatterbelt/job/2"}`: "upgrade",
		`{"schema":"x"}`:                 "remove",
	} {
		dir := t.TempDir()
		if err := store.Replace(filepath.Join(dir, jobs.Folder, "a-1", "job.json"), []byte(text)); err != nil {
			t.Fatal(err)
		}
		var bad *jobs.RecordError
		if _, err := jobs.Open(jobs.Options{Desk: d, Runs: runs.Open(dir)}); !errors.As(err, &bad) || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v; want %q in it", text, err, want)
		}
	}
}
