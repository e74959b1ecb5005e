//go:build unix

package external_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/shatterbelt/shatterbelt/rdm"
)

// When the run is cancelled, the program and the program it started are gone.
func TestCancelKillsTheGroup(t *testing.T) {
	file := filepath.Join(t.TempDir(), "pids")
	p := program("family")
	p.Command = append(p.Command, file)
	m := ask(t, p)
	ctx, cancel := context.WithCancel(context.Background())
	w, err := m.Open(ctx)
	if err != nil {
		t.Fatal(err)
	}
	done := make(chan error)
	go func() { done <- w.Run(&rdm.Future{X: []float64{400, 1}}, 0, make([]float64, 3)) }()
	pids := waitForPids(t, file)
	cancel()
	if err := <-done; !errors.Is(err, context.Canceled) {
		t.Errorf("Run = %v; want context.Canceled", err)
	}
	closeOf(w)()
	for _, pid := range pids {
		if !waitGone(pid) {
			t.Errorf("process %d lives on", pid)
		}
	}
}

func waitForPids(t *testing.T, file string) []int {
	t.Helper()
	for range 3000 { // a minute, for a busy machine
		b, _ := os.ReadFile(file)
		var pids []int
		for _, word := range strings.Fields(string(b)) {
			if pid, err := strconv.Atoi(word); err == nil {
				pids = append(pids, pid)
			}
		}
		if strings.HasSuffix(string(b), "\n") && len(pids) == 2 {
			return pids
		}
		time.Sleep(20 * time.Millisecond)
	}
	t.Fatal("the program did not start its own")
	return nil
}

// waitGone waits for a process to be gone, or dead and not yet reaped by whoever
// has inherited it.
func waitGone(pid int) bool {
	for range 1500 {
		if syscall.Kill(pid, 0) != nil {
			return true
		}
		if stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid)); err == nil && strings.Contains(string(stat), ") Z ") {
			return true
		}
		time.Sleep(20 * time.Millisecond)
	}
	return false
}
