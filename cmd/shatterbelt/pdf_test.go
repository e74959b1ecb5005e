package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/shatterbelt/shatterbelt/desk"
	"github.com/shatterbelt/shatterbelt/internal/testkit"
)

// An interrupt while the browser prints ends it and writes nothing.
func TestInterruptPrinting(t *testing.T) {
	dir, work := t.TempDir(), t.TempDir()
	begun := filepath.Join(t.TempDir(), "begun")
	cmd := exec.Command(os.Args[0], "brief", "KOR", "--futures", "50", "--format", "html,pdf", "--out", dir)
	cmd.Env = append(os.Environ(), asProgram+"=1", "TMPDIR="+work,
		desk.BrowserVar+"="+script(t, "browser", "touch "+begun+"; exec sleep 60"))
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
	t.Setenv(desk.BrowserVar, testkit.Browser(t))
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
		if err != nil || !desk.Whole(pdf) {
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

func empty(t *testing.T, dir string) {
	t.Helper()
	if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}
