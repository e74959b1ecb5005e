package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
)

// show opens a file that was written, or says that it cannot: the work is done
// all the same.
func show(w io.Writer, file string) {
	if err := openFile(runtime.GOOS, file, os.Getenv); err != nil {
		fmt.Fprintf(w, "shatterbelt: --open: %s is written but not opened: %v\n", file, err)
	}
}

// opener returns the command line that opens a file with the program the user
// has chosen for its kind, or says why there is none. Env reads an environment
// variable, look finds a program.
func opener(system, file string, env func(string) string, look func(string) (string, error)) ([]string, error) {
	var line []string
	switch system {
	case "windows":
		line = []string{"rundll32", "url.dll,FileProtocolHandler", file}
	case "darwin":
		line = []string{"open", file}
	default:
		// Without a screen xdg-open would start a text browser here.
		if env("DISPLAY") == "" && env("WAYLAND_DISPLAY") == "" {
			return nil, errors.New("there is no screen to show it on")
		}
		line = []string{"xdg-open", file}
	}
	path, err := look(line[0])
	if err != nil {
		return nil, fmt.Errorf("%s was not found", line[0])
	}
	line[0] = path
	return line, nil
}

// openFile opens a file and does not wait for the program that shows it.
func openFile(system, file string, env func(string) string) error {
	file, err := filepath.Abs(file)
	if err != nil {
		return err
	}
	return openAddress(system, file, env)
}

// openAddress opens a file by its whole path, or a page by its address.
func openAddress(system, address string, env func(string) string) error {
	line, err := opener(system, address, env, exec.LookPath)
	if err != nil {
		return err
	}
	cmd := exec.Command(line[0], line[1:]...)
	if err := cmd.Start(); err != nil {
		return err
	}
	return cmd.Process.Release()
}
