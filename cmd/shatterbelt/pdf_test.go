package main

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

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
			path, err := findBrowser(tt.system, func(k string) string { return tt.env[k] }, sole(tt.installed))
			var missing *browserError
			if tt.found && (err != nil || path != tt.installed) {
				t.Errorf("found %q, %v; want %q", path, err, tt.installed)
			}
			if !tt.found && (!errors.As(err, &missing) || exitCode(err) != exitIO || !strings.Contains(err.Error(), "--format html")) {
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
			p := printer{browser: script(t, "browser", tt.body), folders: []string{work}, time: 300 * time.Millisecond}
			if tt.name != "hangs" {
				p.time = time.Minute
			}
			_, err := p.print(t.Context(), []byte("<p>page"))
			if err == nil || !strings.Contains(err.Error(), tt.want) || exitCode(err) != exitIO {
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
	p := printer{browser: script(t, "browser", body), folders: []string{hidden, seen}, time: time.Minute}
	if pdf, err := p.print(t.Context(), []byte("<p>page")); err != nil || string(pdf) != "%PDF-1.4\n%%EOF\n" {
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

// An interrupt while the browser prints ends it and writes nothing.
func TestInterruptPrinting(t *testing.T) {
	dir, work := t.TempDir(), t.TempDir()
	begun := filepath.Join(t.TempDir(), "begun")
	cmd := exec.Command(os.Args[0], "brief", "KOR", "--futures", "50", "--format", "html,pdf", "--out", dir)
	cmd.Env = append(os.Environ(), asProgram+"=1", "TMPDIR="+work,
		browserVar+"="+script(t, "browser", "touch "+begun+"; exec sleep 60"))
	var stderr strings.Builder
	cmd.Stderr = &stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	appears(t, begun)
	if err := cmd.Process.Signal(syscall.SIGINT); err != nil {
		t.Fatal(err)
	}
	_ = cmd.Wait()
	if code := cmd.ProcessState.ExitCode(); code != exitInterrupted || !strings.Contains(stderr.String(), "nothing was written") {
		t.Errorf("code %d, stderr %q", code, stderr.String())
	}
	empty(t, dir)
	empty(t, work)
}

// appears waits for another program to write a file and returns it.
func appears(t *testing.T, name string) string {
	t.Helper()
	for range 600 {
		if text, err := os.ReadFile(name); err == nil {
			return string(text)
		}
		time.Sleep(50 * time.Millisecond)
	}
	t.Fatalf("%s was not written", name)
	return ""
}

// pdfPage is the beginning of a page object, and not of the tree of pages.
var pdfPage = regexp.MustCompile(`/Type /Page\b`)

// The brief as a browser prints it, in both languages: eight to twelve pages,
// numbered, with the heading of every section and a way back to the figures.
func TestBriefPrinted(t *testing.T) {
	t.Setenv(browserVar, testkit.Browser(t))
	dir, work := t.TempDir(), t.TempDir()
	t.Setenv("TMPDIR", work)
	for lang, texts := range map[string][]string{
		"en": {
			"Recommendations", "Before acting on this", "The structure around the state", "Position", "If it comes to a crisis",
			"Strategies compared", "How far to trust this", "Sources", "Works cited", "Where every number comes from", "--format json",
		},
		"ko": {
			"정책 제언", "활용 전 확인 사항", "주변 세력 구조", "끼인 정도", "위기 시 전개",
			"전략 비교", "신뢰의 한계", "자료 출처", "인용 문헌", "수치의 근거", "--format json",
		},
	} {
		if code := run([]string{"brief", "KOR", "--futures", "300", "--lang", lang, "--format", "pdf", "--out", dir}); code != exitFine {
			t.Fatalf("brief exits with %d", code)
		}
		name := filepath.Join(dir, "brief-KOR-"+lang+".pdf")
		pdf, err := os.ReadFile(name)
		if err != nil || !whole(pdf) {
			t.Fatalf("%s is no PDF: %v", name, err)
		}
		pages := len(pdfPage.FindAll(pdf, -1))
		if pages < 8 || pages > 12 {
			t.Errorf("%s: %d pages; want 8 to 12", lang, pages)
		}
		text := pdfText(t, name)
		for _, want := range texts {
			if !strings.Contains(text, want) {
				t.Errorf("%s: no %q in print", lang, want)
			}
		}
		if number := fmt.Sprintf(`(?m)^ *%d ?/ ?%[1]d$`, pages); !regexp.MustCompile(number).MatchString(text) {
			t.Errorf("%s: the last page is not numbered %d", lang, pages)
		}
	}
	empty(t, work)
}

// pdfText is the text of a PDF as another program reads it.
func pdfText(t *testing.T, name string) string {
	t.Helper()
	reader, err := exec.LookPath("pdftotext")
	if err != nil {
		if os.Getenv(testkit.E2EVar) == "1" {
			t.Fatal("no pdftotext: install poppler-utils")
		}
		t.Skip("no pdftotext: install poppler-utils")
	}
	text, err := exec.Command(reader, "-layout", "-enc", "UTF-8", name, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// A page that asks for something elsewhere is printed without it.
func TestPrintFetchesNothing(t *testing.T) {
	browser := testkit.Browser(t)
	var asked atomic.Int64
	server := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { asked.Add(1) }))
	defer server.Close()
	html := fmt.Sprintf(`<!DOCTYPE html><title>x</title><link rel="stylesheet" href="%s/a.css"><p>text<img src="%[1]s/b.png">`, server.URL)
	p := printer{browser: browser, folders: []string{t.TempDir()}, time: printTime}
	if _, err := p.print(context.Background(), []byte(html)); err != nil {
		t.Fatal(err)
	}
	if n := asked.Load(); n > 0 {
		t.Errorf("%d requests", n)
	}
}
