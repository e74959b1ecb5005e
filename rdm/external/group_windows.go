//go:build windows

package external

import (
	"errors"
	"os"
	"os/exec"

	"golang.org/x/sys/windows"
)

// own does nothing: a program is killed alone here.
func own(*exec.Cmd) {}

// killAll kills a program.
func killAll(p *os.Process) { _ = p.Kill() }

func isBrokenPipe(err error) bool {
	return errors.Is(err, windows.ERROR_BROKEN_PIPE) || errors.Is(err, windows.ERROR_NO_DATA)
}
