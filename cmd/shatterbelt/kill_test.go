package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// A run killed with -9 is resumed by name, and its file is that of
// one left alone.
func TestRunSurvivesKill9(t *testing.T) {
	if testing.Short() {
		t.Skip("130,000 experiments, twice")
	}
	whole, killed := t.TempDir(), t.TempDir()
	save := func(dir string) *exec.Cmd {
		return program(dir, "runs", "start", "lake", "--samples", "1", "--policies", "20", "--futures", "6500")
	}
	if out, err := save(whole).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	cmd := save(killed)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	for range 3000 {
		if b, _ := os.ReadFile(kept(t, killed, "progress.jsonl")); bytes.Contains(b, []byte("\n")) {
			break
		}
		time.Sleep(10 * time.Millisecond)
	}
	if err := cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = cmd.Wait()
	if kept(t, killed, "results.partial") == "" {
		t.Fatal("the run was over before it was killed")
	}
	if out, err := program(killed, "runs", "resume", "lake-ruled").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	a, errA := os.ReadFile(kept(t, whole, "results.parquet"))
	b, errB := os.ReadFile(kept(t, killed, "results.parquet"))
	if errA != nil || errB != nil || !bytes.Equal(a, b) {
		t.Errorf("other bytes after the kill: %v, %v", errA, errB)
	}
}

func program(runs string, args ...string) *exec.Cmd {
	cmd := exec.Command(os.Args[0], args...)
	cmd.Env = append(os.Environ(), asProgram+"=1", runsVar+"="+runs)
	return cmd
}

// kept is the one file of a name in the runs of a folder, "" for none.
func kept(t *testing.T, dir, name string) string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(dir, "*", name))
	if err != nil || len(found) > 1 {
		t.Fatal(found, err)
	}
	return strings.Join(found, "")
}
