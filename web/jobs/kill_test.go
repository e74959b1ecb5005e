package jobs_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/shatterbelt/shatterbelt/data/runs"
	"github.com/shatterbelt/shatterbelt/desk"
	"github.com/shatterbelt/shatterbelt/web/jobs"
)

// killed is an exploration of two groups of results: 32,000 futures, and the rest.
func killed() jobs.Asked { return asking(7, 36_000) }

// child explores: something short, and then what it is killed in.
func child(dir string) {
	d, err := figures()
	if err == nil {
		var j *jobs.Jobs
		if j, err = jobs.Open(jobs.Options{Desk: d, Runs: runs.Open(dir)}); err == nil {
			_, _, _ = j.Ask("", asking(6, 1000))
			_, _, err = j.Ask("", killed())
			time.Sleep(5 * time.Minute)
		}
	}
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}

// Killed with -9, a workbench loses no run that was finished, and goes on with the
// other where it was, to the same bytes.
func TestKill9(t *testing.T) {
	if testing.Short() {
		t.Skip("36,000 futures, twice")
	}
	dir := t.TempDir()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), childVar+"="+dir)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	for range 6000 {
		if halfway(t, dir) {
			break
		}
		time.Sleep(10 * time.Millisecond)
	}
	if err := cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = cmd.Wait()
	before, err := runs.Open(dir).List()
	if err != nil || len(before) != 2 || before[0].State == before[1].State {
		t.Fatalf("after the kill: %+v, %v; want one finished and one not", before, err)
	}
	j := open(t, dir, jobs.Options{})
	list, err := j.List()
	if err != nil || len(list) != 2 {
		t.Fatalf("List = %+v, %v", list, err)
	}
	for _, v := range list {
		job, ok := j.Job(v.ID)
		if !ok {
			t.Fatalf("%s is not known", v.ID)
		}
		news(t, job)
		if job.State() != jobs.Finished {
			t.Errorf("%s is %s: %s", v.ID, job.State(), v.Problem)
		}
	}
	alone := explored(t, killed())
	after, err := runs.Open(dir).Find(alone.ID)
	if err != nil || after.Results == nil || after.Results.SHA256 != alone.Results.SHA256 || after.Sessions != 2 {
		t.Errorf("gone on with: %+v, %v; want the bytes of %+v in two sessions", after.Manifest, err, alone.Results)
	}
}

// explored is a run that nothing interrupts.
func explored(t *testing.T, a jobs.Asked) *runs.Manifest {
	t.Helper()
	d, err := figures()
	if err != nil {
		t.Fatal(err)
	}
	x, err := d.Bind(a.Recipe, desk.Size{Futures: a.Futures, Seed: a.Seed})
	if err != nil {
		t.Fatal(err)
	}
	spec, err := d.Spec(x)
	if err != nil {
		t.Fatal(err)
	}
	m, err := runs.Open(t.TempDir()).Do(context.Background(), spec, runs.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// halfway reports that one run is finished and a group of the other is kept.
func halfway(t *testing.T, dir string) bool {
	t.Helper()
	begun, err := filepath.Glob(filepath.Join(dir, "*", "progress.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	done, err := filepath.Glob(filepath.Join(dir, "*", "results.parquet"))
	if err != nil {
		t.Fatal(err)
	}
	if len(begun) != 1 || len(done) != 1 || filepath.Dir(begun[0]) == filepath.Dir(done[0]) {
		return false
	}
	b, _ := os.ReadFile(begun[0])
	return bytes.Contains(b, []byte("\n"))
}
