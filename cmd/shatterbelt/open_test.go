package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"testing"
)

func TestOpener(t *testing.T) {
	tests := []struct {
		name, system, display, installed string
		want                             []string
	}{
		{"Windows", "windows", "", "rundll32", []string{"rundll32", "url.dll,FileProtocolHandler", "b.pdf"}},
		{"macOS", "darwin", "", "open", []string{"open", "b.pdf"}},
		{"Linux", "linux", ":0", "xdg-open", []string{"xdg-open", "b.pdf"}},
		{"no screen", "linux", "", "xdg-open", nil},
		{"no opener", "linux", ":0", "", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			env := func(key string) string { return map[string]string{"DISPLAY": tt.display}[key] }
			got, err := opener(tt.system, "b.pdf", env, sole(tt.installed))
			if !slices.Equal(got, tt.want) || (err == nil) != (tt.want != nil) {
				t.Errorf("%q, %v; want %q", got, err, tt.want)
			}
		})
	}
}

// A file is handed to the opener by its whole path; no real one is started.
func TestOpenFile(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("xdg-open is of Linux")
	}
	told := filepath.Join(t.TempDir(), "told")
	fake := script(t, "xdg-open", `printf %s "$1" >`+told+".new; mv "+told+".new "+told)
	t.Setenv("PATH", filepath.Dir(fake)+string(os.PathListSeparator)+os.Getenv("PATH"))
	if err := openFile("linux", "b.pdf", func(string) string { return ":0" }); err != nil {
		t.Fatal(err)
	}
	here, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	if got, want := appears(t, told), filepath.Join(here, "b.pdf"); got != want {
		t.Errorf("opened %q; want %q", got, want)
	}
}

// sole finds one program.
func sole(installed string) func(string) (string, error) {
	return func(name string) (string, error) {
		if name == installed {
			return name, nil
		}
		return "", exec.ErrNotFound
	}
}

// script writes a shell script that stands in for another program.
func script(t *testing.T, name, body string) string {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("no shell scripts here")
	}
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte("#!/bin/sh\n"+body+"\n"), 0o755); err != nil {
		t.Fatal(err)
	}
	return path
}
