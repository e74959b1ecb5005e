package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// A brief that does not fit on the disk says so, exits with the code for input
// and output, and leaves no part of a file.
func TestBriefOnFullDisk(t *testing.T) {
	dir := t.TempDir()
	if err := exec.Command("mount", "-t", "tmpfs", "-o", "size=32k", "tmpfs", dir).Run(); err != nil {
		t.Skipf("no small disk can be mounted here: %v", err)
	}
	t.Cleanup(func() { _ = exec.Command("umount", dir).Run() })
	cmd := exec.Command(os.Args[0], "brief", "KOR", "--futures", "50", "--out", dir)
	cmd.Env = append(os.Environ(), asProgram+"=1")
	out, err := cmd.CombinedOutput()
	if code := cmd.ProcessState.ExitCode(); err == nil || code != exitIO {
		t.Errorf("%v, code %d; want code %d", err, code, exitIO)
	}
	if !strings.Contains(string(out), "no space left") || !strings.Contains(string(out), "cannot write") {
		t.Errorf("output %q", out)
	}
	left, err := os.ReadDir(dir)
	if err != nil || len(left) > 0 {
		t.Errorf("left behind in %s: %v, %v", filepath.Base(dir), left, err)
	}
}
