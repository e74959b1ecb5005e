package desk_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/shatterbelt/shatterbelt/desk"
	"github.com/shatterbelt/shatterbelt/internal/testkit"
)

func TestFindBrowser(t *testing.T) {
	windows := map[string]string{"ProgramFiles": `C:\Program Files`, "ProgramFiles(x86)": `C:\Program Files (x86)`}
	mac := map[string]string{"HOME": "/Users/kim"}
	tests := []struct {
		name, system string
		env          map[string]string
		installed    string
		found        bool
	}{
		{"on the path", "linux", nil, "chromium", true},
		{"a snap", "linux", nil, "/snap/bin/chromium", true},
		{"Edge of Windows", "windows", windows, `C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe`, true},
		{"of one user", "darwin", mac, "/Users/kim/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", true},
		{"place of another system", "linux", mac, "/Applications/Chromium.app/Contents/MacOS/Chromium", false},
		{"no root named", "windows", nil, `\Google\Chrome\Application\chrome.exe`, false},
		{"none", "linux", nil, "firefox", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			path, err := desk.FindBrowser(tt.system, func(k string) string { return tt.env[k] }, sole(tt.installed))
			var missing *desk.BrowserError
			if tt.found && (err != nil || path != tt.installed) {
				t.Errorf("found %q, %v; want %q", path, err, tt.installed)
			}
			if !tt.found && (!errors.As(err, &missing) || !strings.Contains(err.Error(), "--format html")) {
				t.Errorf("found %q, %v; want none", path, err)
			}
		})
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

// script writes a shell script that stands in for another program. $sheet is
// the file a browser is to print to.
func script(t *testing.T, name, body string) string {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("no shell scripts here")
	}
	path := filepath.Join(t.TempDir(), name)
	head := "#!/bin/sh\nfor a in \"$@\"; do case $a in --print-to-pdf=*) sheet=${a#*=};; esac; done\n"
	if err := os.WriteFile(path, []byte(head+body+"\n"), 0o755); err != nil {
		t.Fatal(err)
	}
	return path
}

// What browsers do wrong is an error that says so, and nothing is left behind.
func TestPrintFaults(t *testing.T) {
	tests := []struct{ name, body, want string }{
		{"nothing printed", "echo no display >&2", "wrote no PDF (no display)"},
		{"half printed", `printf '%%PDF-1.4 and no more' >"$sheet"`, "wrote no PDF"},
		{"crashed", "exit 7", "ended with exit status 7"},
		{"hangs", "exec sleep 30", "did not finish in 300ms"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			work := t.TempDir()
			p := desk.Printer{Browser: script(t, "browser", tt.body), Folders: []string{work}, Time: 300 * time.Millisecond}
			if tt.name != "hangs" {
				p.Time = time.Minute
			}
			_, err := p.Print(t.Context(), []byte("<p>page"))
			var fault *desk.BrowserError
			if !errors.As(err, &fault) || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("error %v; want %q", err, tt.want)
			}
			empty(t, work)
		})
	}
}

// A browser that does not see the first folder is given the next.
func TestPrintConfined(t *testing.T) {
	hidden, seen := t.TempDir(), t.TempDir()
	body := fmt.Sprintf("case $sheet in %s/*) printf '%%%%PDF-1.4\\n%%%%%%%%EOF\\n' >\"$sheet\";; esac", seen)
	p := desk.Printer{Browser: script(t, "browser", body), Folders: []string{hidden, seen}, Time: time.Minute}
	if pdf, err := p.Print(t.Context(), []byte("<p>page")); err != nil || string(pdf) != "%PDF-1.4\n%%EOF\n" {
		t.Errorf("%q, %v", pdf, err)
	}
	empty(t, hidden)
	empty(t, seen)
}

func empty(t *testing.T, dir string) {
	t.Helper()
	if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

// A page that asks for something elsewhere is printed without it.
func TestPrintFetchesNothing(t *testing.T) {
	browser := testkit.Browser(t)
	var asked atomic.Int64
	server := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { asked.Add(1) }))
	defer server.Close()
	html := fmt.Sprintf(`<!DOCTYPE html><title>x</title><link rel="stylesheet" href="%s/a.css"><p>text<img src="%[1]s/b.png">`, server.URL)
	p := desk.Printer{Browser: browser, Folders: []string{t.TempDir()}, Time: desk.PrintTime}
	if _, err := p.Print(context.Background(), []byte(html)); err != nil {
		t.Fatal(err)
	}
	if n := asked.Load(); n > 0 {
		t.Errorf("%d requests", n)
	}
}
