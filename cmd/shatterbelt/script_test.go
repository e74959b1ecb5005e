package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// asProgram in the environment makes the test binary behave as the program.
const asProgram = "SHATTERBELT_AS_PROGRAM"

func TestMain(m *testing.M) {
	if os.Getenv(storeVar) == "" {
		os.Setenv(storeVar, filepath.Join(os.TempDir(), "shatterbelt-no-such-store")) // not the user's own
	}
	if os.Getenv(asProgram) != "" {
		os.Exit(run(os.Args[1:]))
	}
	testscript.Main(m, map[string]func(){
		"shatterbelt": func() { os.Exit(run(os.Args[1:])) },
	})
}

// Each script tells one story of the command line.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: filepath.Join("testdata", "script"),
		Condition: func(cond string) (bool, error) {
			if cond == "fulldevice" {
				_, err := os.Stat("/dev/full")
				return err == nil && runtime.GOOS == "linux", nil
			}
			return false, fmt.Errorf("unknown condition %q", cond)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"exits": exits, "lines": lines, "isjson": isJSON, "spoil": spoil, "oldbook": oldbook},
	})
}

// exits runs a program and checks its exit code: exits 3 shatterbelt ...
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE PROGRAM [ARGUMENT...]")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	err = ts.Exec(args[1], args[2:]...)
	got := 0
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		got = exit.ExitCode()
	} else {
		ts.Check(err)
	}
	if got != want {
		ts.Fatalf("exit code %d; want %d", got, want)
	}
}

// isJSON checks that a file, or what was printed last, is JSON: isjson stdout
func isJSON(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: isjson FILE")
	}
	if !json.Valid([]byte(ts.ReadFile(args[0]))) {
		ts.Fatalf("%s is not JSON", args[0])
	}
}

// lines checks how many lines a file has: lines 11 FILE
func lines(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: lines COUNT FILE")
	}
	n := 0
	for _, b := range []byte(ts.ReadFile(args[1])) {
		if b == '\n' {
			n++
		}
	}
	if strconv.Itoa(n) != args[0] {
		ts.Fatalf("%s has %d lines; want %s", args[1], n, args[0])
	}
}

// spoil changes a byte of every stored table: spoil FOLDER
func spoil(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: spoil FOLDER")
	}
	files, err := filepath.Glob(filepath.Join(ts.MkAbs(args[0]), "*", "*", "*.parquet"))
	ts.Check(err)
	if len(files) == 0 {
		ts.Fatalf("nothing to spoil in %s", ts.MkAbs(args[0]))
	}
	for _, path := range files {
		data, err := os.ReadFile(path)
		ts.Check(err)
		data[len(data)/2] ^= 1
		ts.Check(os.WriteFile(path, data, 0o644))
	}
}

// oldbook writes how an old workbook begins: oldbook FILE
func oldbook(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: oldbook FILE")
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), 0o644))
}
