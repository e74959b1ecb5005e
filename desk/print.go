package desk

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"time"
)

// PrintTime is how long a browser may take to print; the first start of one on
// a slow machine takes most of it.
const PrintTime = 2 * time.Minute

// A Printer turns pages into PDF with an installed browser.
type Printer struct {
	Browser string
	Folders []string // to work in, tried in order; "" is the system's
	Time    time.Duration
}

// Print returns a page, complete in itself, as a PDF. The browser runs unseen
// with a profile of its own, reaches no network, and leaves nothing behind.
//
// A browser that is confined (a snap) does not see the system's temporary
// folder and prints into the void, so the next folder is tried.
func (p Printer) Print(ctx context.Context, html []byte) ([]byte, error) {
	ctx, cancel := context.WithTimeout(ctx, p.Time)
	defer cancel()
	var last error
	for _, folder := range p.Folders {
		pdf, err := p.printIn(ctx, folder, html)
		if err == nil {
			return pdf, nil
		}
		if ctx.Err() != nil {
			return nil, p.stopped(ctx)
		}
		last = err
	}
	return nil, last
}

// stopped says why printing ended early.
func (p Printer) stopped(ctx context.Context) error {
	if errors.Is(ctx.Err(), context.DeadlineExceeded) {
		return p.fault(fmt.Sprintf("did not finish in %v", p.Time))
	}
	return ctx.Err()
}

func (p Printer) fault(what string) error {
	return &BrowserError{
		fmt.Sprintf("cannot print with %s: it %s", p.Browser, what),
		fmt.Sprintf("set %s to another browser, or use --format html and print from any browser", BrowserVar),
	}
}

// printIn prints in a folder made inside another and removed afterwards.
func (p Printer) printIn(ctx context.Context, folder string, html []byte) ([]byte, error) {
	work, err := os.MkdirTemp(folder, "shatterbelt-print-*")
	if err != nil {
		return nil, err
	}
	defer removeAll(work)
	if work, err = filepath.Abs(work); err != nil {
		return nil, err
	}
	page, sheet := filepath.Join(work, "page.html"), filepath.Join(work, "page.pdf")
	if err := os.WriteFile(page, unfolded(html), 0o600); err != nil {
		return nil, err
	}
	// A file, not a pipe: a helper process that outlives the browser would
	// hold a pipe open.
	said, err := os.Create(filepath.Join(work, "said"))
	if err != nil {
		return nil, err
	}
	defer said.Close()
	cmd := exec.CommandContext(ctx, p.Browser, printArgs(filepath.Join(work, "profile"), sheet, page)...)
	cmd.Dir, cmd.Stdout, cmd.Stderr = work, said, said
	ended := cmd.Run()
	pdf, err := os.ReadFile(sheet)
	if err == nil && Whole(pdf) {
		return pdf, nil
	}
	return nil, p.fault(complaint(ended, said.Name()))
}

// printArgs are the flags that make a browser print a page to a file and do
// nothing else.
func printArgs(profile, sheet, page string) []string {
	args := []string{
		"--headless", "--disable-gpu", "--disable-dev-shm-usage",
		"--user-data-dir=" + profile, "--no-first-run", "--no-default-browser-check",
		"--password-store=basic", "--use-mock-keychain",
		// No name is resolved and no proxy asked, so nothing can be fetched.
		"--host-resolver-rules=MAP * ~NOTFOUND", "--no-proxy-server",
		"--disable-background-networking", "--disable-component-update", "--disable-domain-reliability",
		"--disable-sync", "--disable-extensions", "--disable-default-apps", "--disable-breakpad", "--no-pings",
		// The page has its own margins and numbers; the older name of the flag
		// is for browsers before 2023.
		"--no-pdf-header-footer", "--print-to-pdf-no-header", "--generate-pdf-document-outline",
		"--print-to-pdf=" + sheet,
	}
	if runtime.GOOS == "linux" && os.Geteuid() == 0 {
		args = append(args, "--no-sandbox") // browsers refuse to run as root with it
	}
	return append(args, fileURL(page))
}

// fileURL is the address of a file, as browsers write it.
func fileURL(path string) string {
	path = filepath.ToSlash(path)
	if !strings.HasPrefix(path, "/") {
		path = "/" + path // C:/Users
	}
	return (&url.URL{Scheme: "file", Path: path}).String()
}

// unfolded opens what a page folds away but prints: browsers before the end of
// 2024 print a closed fold as its title alone.
func unfolded(html []byte) []byte {
	return bytes.ReplaceAll(html, []byte(`<details class="printed">`), []byte(`<details class="printed" open>`))
}

// Whole reports whether a PDF has its beginning and its end.
func Whole(pdf []byte) bool {
	return bytes.HasPrefix(pdf, []byte("%PDF-")) && bytes.HasSuffix(bytes.TrimSpace(pdf), []byte("%%EOF"))
}

// complaint is how a browser ended and the last line it wrote.
func complaint(ended error, said string) string {
	what := "wrote no PDF"
	if ended != nil {
		what = "ended with " + ended.Error()
	}
	text, err := os.ReadFile(said)
	if err != nil {
		return what
	}
	lines := strings.Split(strings.TrimSpace(string(text)), "\n")
	if last := strings.TrimSpace(lines[len(lines)-1]); last != "" {
		what += fmt.Sprintf(" (%.200s)", last)
	}
	return what
}

// removeAll removes a folder that a browser may still hold for a moment after
// it has ended, as on Windows. What it still holds then is left to the system:
// the document is worth more than the folder.
func removeAll(folder string) {
	for range 20 {
		if os.RemoveAll(folder) == nil {
			return
		}
		time.Sleep(100 * time.Millisecond)
	}
}
