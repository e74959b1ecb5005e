//go:build unix

package external

import (
	"errors"
	"os"
	"os/exec"
	"syscall"
)

// own puts a program that is about to start in a group of its own.
func own(cmd *exec.Cmd) { cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} }

// killAll kills a program and all that it started and left in its group.
func killAll(p *os.Process) { _ = syscall.Kill(-p.Pid, syscall.SIGKILL) }

func isBrokenPipe(err error) bool { return errors.Is(err, syscall.EPIPE) }
