package runs_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/shatterbelt/shatterbelt/data/runs"
	"github.com/shatterbelt/shatterbelt/rdm"
)

// The model of the tests: invented, with a choice, a lever, and an outcome that is
// missing now and then.
type climate struct {
	Rain float64 `name:"rain" unit:"mm" min:"200" max:"800" default:"500"`
	Soil int     `name:"soil" options:"clay|sand" default:"sand"`
}

type pump struct {
	Pump float64 `name:"pump" unit:"mm" min:"0" max:"300" default:"0"`
}

type harvest struct {
	Yield float64 `name:"yield" unit:"t" want:"more"`
	Joy   float64 `name:"joy" want:"more"`
}

var errFlood = errors.New("the field is under water")

// farm returns the model; with pause, every experiment of a future divisible by
// 1,000 waits so long, and where flood is set every 4,000th future fails.
func farm(t testing.TB, pause time.Duration, flood bool) rdm.Model {
	t.Helper()
	m, err := rdm.Declare(func() rdm.Experiment[climate, pump, harvest] {
		return func(f *rdm.Future, x *climate, l *pump, out *harvest) error {
			if f.Index%1000 == 0 {
				time.Sleep(pause)
			}
			if flood && f.Index%4000 == 0 && l.Pump > 0 {
				return errFlood
			}
			out.Yield = min(x.Rain+l.Pump, 600) / float64(200-100*x.Soil)
			if f.Index%7 != 0 {
				out.Joy = f.Stream().Uniform(1, 1, 0)
			}
			return nil
		}
	}, rdm.Setting[pump]{Name: "none"}, rdm.Setting[pump]{Name: "pump", Levers: pump{300}})
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func spec(t testing.TB, futures int, seed uint64) runs.Spec {
	m := farm(t, 0, false)
	return runs.Spec{
		Title: "Farm 2026", Program: "test 1", Command: []string{"farm"}, Recipe: map[string]string{"farm": "invented"},
		Model: m, Design: rdm.LatinHypercube{Seed: seed, N: futures, Dims: m.Dims()}, DesignName: "latin hypercube",
		Futures: futures, Seed: seed,
	}
}

func do(t testing.TB, f *runs.Folder, s runs.Spec) runs.Status {
	t.Helper()
	m, err := f.Do(context.Background(), s, runs.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return find(t, f, m.ID)
}

func find(t testing.TB, f *runs.Folder, id string) runs.Status {
	t.Helper()
	s, err := f.Find(id)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func bytesOf(t testing.TB, f *runs.Folder, s runs.Status) []byte {
	t.Helper()
	b, err := os.ReadFile(f.Path(s))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// What is read back is what a table of the same run holds.
func TestDoKeepsEveryExperiment(t *testing.T) {
	f := runs.Open(t.TempDir())
	s := spec(t, 33_500, 7)
	st := do(t, f, s)
	if st.State != runs.Finished || st.Results.Rows != 67000 || !strings.HasPrefix(st.ID, "farm-2026-") || st.Sessions != 1 {
		t.Errorf("%+v", st.Manifest)
	}
	table, err := rdm.Collect(context.Background(), s.Model, s.Design, s.Futures, s.Seed, rdm.Options{})
	if err != nil {
		t.Fatal(err)
	}
	r, err := f.Read(st)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	if got := strings.Join(r.Columns(), " "); got != "future policy rain soil pump yield joy" {
		t.Fatalf("columns %s", got)
	}
	row := 0
	err = r.Each(context.Background(), func(c []runs.Cell) error {
		i, p := row/2, row%2
		row++
		want := fmt.Sprint(i, table.Policies()[p], table.X(0)[i], []string{"clay", "sand"}[int(table.X(1)[i])], 300*p, table.Outcome(p, 0)[i], table.Outcome(p, 1)[i])
		if got := fmt.Sprint(c[0].Number, c[1].Text, c[2].Number, c[3].Text, c[4].Number, c[5].Number, c[6].Number); got != want {
			return fmt.Errorf("row %d is %s; want %s", row, got, want)
		}
		return nil
	})
	if err != nil || row != 67000 {
		t.Errorf("%d rows: %v", row, err)
	}
}

func TestDoAgainFindsTheRun(t *testing.T) {
	f := runs.Open(t.TempDir())
	first := do(t, f, spec(t, 2000, 7))
	s := spec(t, 2000, 7)
	s.Model = farm(t, time.Hour, false) // would take for ever
	m, err := f.Do(context.Background(), s, runs.Options{})
	if err != nil || m.ID != first.ID || m.Started != first.Started {
		t.Errorf("%+v, %v", m, err)
	}
	if other := do(t, f, spec(t, 2000, 8)); other.ID == first.ID {
		t.Error("another seed has the same id")
	}
}

// The bytes do not depend on the workers, nor on where a run was interrupted.
func TestResumeGivesTheSameBytes(t *testing.T) {
	s := spec(t, 70_000, 7) // so many more than a run is stopped at that it cannot end first
	s.Model, s.Failures = farm(t, 0, true), 1000
	whole := runs.Open(t.TempDir())
	st := do(t, whole, s)
	want := bytesOf(t, whole, st)
	failures, err := whole.FailuresOf(st)
	if err != nil || len(failures) != 18 || st.Failures != 18 || failures[1] != (runs.Failure{Future: 4000, Policy: "pump", Error: errFlood.Error()}) {
		t.Errorf("failures %+v, %v", failures, err)
	}
	for _, at := range []int{500, 33_000, 65_000} {
		f := runs.Open(t.TempDir())
		ctx, cancel := context.WithCancel(context.Background())
		stopAt := func(done, _ int) {
			if done >= at {
				cancel()
			}
		}
		m, err := f.Do(ctx, s, runs.Options{Workers: 1, Progress: stopAt})
		if !errors.Is(err, context.Canceled) {
			t.Fatal(err)
		}
		part := find(t, f, m.ID)
		if part.State != runs.Unfinished || part.Done > at || part.Done%32000 != 0 {
			t.Errorf("stopped at %d: %s with %d", at, part.State, part.Done)
		}
		if _, err := f.Read(part); err == nil {
			t.Error("an unfinished run is read")
		}
		if _, err := f.Resume(context.Background(), part.Manifest, s, runs.Options{Workers: 5}); err != nil {
			t.Fatal(err)
		}
		again := find(t, f, m.ID)
		if !bytes.Equal(bytesOf(t, f, again), want) || again.Results.SHA256 != st.Results.SHA256 || again.Sessions != 1+min(part.Done, 1) || again.Failures != 18 {
			t.Errorf("stopped at %d: other bytes, or manifest %+v", at, again.Manifest)
		}
	}
}

// What a crash of the machine can leave behind is noticed and done again.
func TestResumeRepairs(t *testing.T) {
	if testing.Short() {
		t.Skip("seven runs")
	}
	s := spec(t, 40_000, 7) // so many more than it is stopped at that it cannot end first
	whole := runs.Open(t.TempDir())
	want := bytesOf(t, whole, do(t, whole, s))
	for name, harm := range map[string]func(t *testing.T, dir string){
		"journal cut":      func(t *testing.T, dir string) { cut(t, filepath.Join(dir, "progress.jsonl"), 10) },
		"results cut":      func(t *testing.T, dir string) { cut(t, filepath.Join(dir, "results.partial"), 10) },
		"results scribble": func(t *testing.T, dir string) { scribble(t, filepath.Join(dir, "results.partial"), 100) },
		"results longer":   func(t *testing.T, dir string) { cut(t, filepath.Join(dir, "results.partial"), -10) },
		"results gone":     func(t *testing.T, dir string) { remove(t, filepath.Join(dir, "results.partial")) },
		"journal gone":     func(t *testing.T, dir string) { remove(t, filepath.Join(dir, "progress.jsonl")) },
		"named, not said": func(t *testing.T, dir string) {
			if err := os.Rename(filepath.Join(dir, "results.partial"), filepath.Join(dir, "results.parquet")); err != nil {
				t.Fatal(err)
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			f := runs.Open(t.TempDir())
			ctx, cancel := context.WithCancel(context.Background())
			m, err := f.Do(ctx, s, runs.Options{Workers: 1, Progress: func(done, _ int) {
				if done >= 33_000 {
					cancel()
				}
			}})
			if !errors.Is(err, context.Canceled) {
				t.Fatal(err)
			}
			harm(t, filepath.Join(f.Dir(), m.ID))
			if got := bytesOf(t, f, do(t, f, s)); !bytes.Equal(got, want) {
				t.Error("other bytes")
			}
		})
	}
}

func cut(t *testing.T, file string, by int64) {
	t.Helper()
	info, err := os.Stat(file)
	if err == nil {
		err = os.Truncate(file, max(info.Size()-by, 0))
	}
	if err != nil {
		t.Fatal(err)
	}
}

func scribble(t *testing.T, file string, at int64) {
	t.Helper()
	f, err := os.OpenFile(file, os.O_RDWR, 0)
	if err == nil {
		_, err = f.WriteAt([]byte("scribble"), at)
		f.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
}

func remove(t *testing.T, file string) {
	t.Helper()
	if err := os.Remove(file); err != nil {
		t.Fatal(err)
	}
}

const childFolder = "SHATTERBELT_TEST_RUN_FOLDER"

// TestMain lets the test binary be the program that is killed.
func TestMain(m *testing.M) {
	if dir := os.Getenv(childFolder); dir != "" {
		child(dir)
		return
	}
	os.Exit(m.Run())
}

// slow is the run of the child, in which a thousand futures take a while.
func slow(t testing.TB) runs.Spec {
	s := spec(t, 64_500, 7)
	s.Model = farm(t, 20*time.Millisecond, false)
	return s
}

func child(dir string) {
	t := &testing.B{}
	_, err := runs.Open(dir).Do(context.Background(), slow(t), runs.Options{Workers: 1})
	fmt.Println(err)
}

// A run killed with -9 while it works is resumed and ends with the bytes of one
// that was left alone.
func TestKill9(t *testing.T) {
	alone := runs.Open(t.TempDir())
	want := bytesOf(t, alone, do(t, alone, spec(t, 64_500, 7)))
	f := runs.Open(t.TempDir())
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), childFolder+"="+f.Dir())
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	id := waitForGroup(t, f)
	if err := cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	if err := cmd.Wait(); err == nil {
		t.Fatal("the program ended by itself")
	}
	part := find(t, f, id)
	if part.State != runs.Unfinished || part.Done < 32_000 || part.Done >= 64_500 {
		t.Fatalf("killed run: %s with %d futures", part.State, part.Done)
	}
	st := do(t, f, spec(t, 64_500, 7))
	if !bytes.Equal(bytesOf(t, f, st), want) || st.Sessions != 2 {
		t.Errorf("other bytes after the kill, or %d sessions", st.Sessions)
	}
}

// waitForGroup waits until a first group of results counts, while the program is
// seen to be at work.
func waitForGroup(t *testing.T, f *runs.Folder) string {
	t.Helper()
	for range 1000 {
		all, err := f.List()
		if err != nil {
			t.Fatal(err)
		}
		if len(all) == 1 && all[0].Done > 0 {
			if all[0].State != runs.Running {
				t.Errorf("the run is %s; want running", all[0].State)
			}
			if _, ok := all[0].Left(); !ok {
				t.Error("no time left is told")
			}
			return all[0].ID
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Fatal("no results came")
	return ""
}
