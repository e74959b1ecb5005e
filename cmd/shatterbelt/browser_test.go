package main

import (
	"context"
	"fmt"
	"net/url"
	"path/filepath"
	"sync/atomic"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"github.com/shatterbelt/shatterbelt/internal/testkit"
)

// The page as a browser lays it out.
type page struct {
	Lang     string `json:"lang"`
	Overflow int    `json:"overflow"` // px the page is wider than the window
	Pictures int    `json:"pictures"`
	Nameless int    `json:"nameless"` // pictures without a name for screen readers
	Headless int    `json:"headless"` // tables without a header cell
	Outside  int    `json:"outside"`  // resources fetched from elsewhere
	Clipped  int    `json:"clipped"`  // labels that leave their picture
	Scrolled int    `json:"scrolled"` // tables wider than a desk's page
	Text     int    `json:"text"`
}

const look = `(() => {
	const all = (q) => [...document.querySelectorAll(q)];
	const svgs = all('svg');
	return {
		lang: document.documentElement.lang,
		overflow: document.documentElement.scrollWidth - window.innerWidth,
		pictures: svgs.length,
		nameless: svgs.filter(s => s.getAttribute('role') !== 'img' || !s.querySelector('title')).length,
		headless: all('table').filter(t => !t.querySelector('th')).length,
		outside: performance.getEntriesByType('resource').length,
		clipped: svgs.reduce((n, s) => n + [...s.querySelectorAll('text')].filter(t => {
			const a = t.getBoundingClientRect(), b = s.getBoundingClientRect();
			return a.width > 0 && (a.left < b.left - 2 || a.right > b.right + 2 || a.top < b.top - 2 || a.bottom > b.bottom + 2);
		}).length, 0),
		scrolled: window.innerWidth < 900 ? 0 : all('.wide').filter(w => w.scrollWidth > w.clientWidth + 1).length,
		text: document.body.innerText.length,
	};
})()`

// documentsOf are the documents shown, with the least pictures each holds. The
// states lie between different powers, and one is far from all.
var documentsOf = []struct {
	kind, state string
	pictures    int
	args        []string
}{
	{"brief", "KOR", 9, []string{"--futures", "300"}},
	{"structure", "POL", 3, []string{"--format", "html"}},
	{"position", "UKR", 3, []string{"--format", "html"}},
	{"position", "NZL", 3, []string{"--format", "html"}},
	{"structure", "NZL", 3, []string{"--format", "html"}},
}

// Every kind of document in a real browser, in both languages, on a desk and on
// a telephone: nothing is wider than the window, no label is cut, and the
// console stays empty.
func TestDocumentsInBrowser(t *testing.T) {
	browser := testkit.Browser(t)
	dir := t.TempDir()
	languages := []string{"en", "ko"}
	for _, lang := range languages {
		for _, d := range documentsOf {
			if code := run(append([]string{d.kind, d.state, "--lang", lang, "--out", dir}, d.args...)); code != exitFine {
				t.Fatalf("%s exits with %d", d.kind, code)
			}
		}
	}
	var spoken atomic.Int64
	ctx, cancel := open(t, browser, func(event any) {
		switch fmt.Sprintf("%T", event) {
		case "*runtime.EventConsoleAPICalled", "*runtime.EventExceptionThrown", "*log.EventEntryAdded":
			spoken.Add(1)
		}
	})
	defer cancel()
	if _, err := chromedp.Run(ctx, chromedp.Evaluate[bool](`(console.log("heard"), true)`)); err != nil || spoken.Swap(0) == 0 {
		t.Fatalf("the console is not listened to (%v)", err)
	}
	for _, lang := range languages {
		for _, d := range documentsOf {
			name := d.kind + "-" + d.state + "-" + lang + ".html"
			address := url.URL{Scheme: "file", Path: filepath.Join(dir, name)}
			for _, width := range []int64{1280, 390, 360} {
				var got page
				if err := view(ctx, address.String(), width, &got); err != nil {
					t.Fatal(err)
				}
				want := page{Lang: lang, Pictures: got.Pictures, Text: got.Text}
				got.Overflow = max(got.Overflow, 0)
				if got != want || got.Pictures < d.pictures || got.Text < 2000 {
					t.Errorf("%s at %d px: %+v", name, width, got)
				}
			}
			if n := spoken.Swap(0); n > 0 {
				t.Errorf("%s: the console says %d things", name, n)
			}
		}
	}
}

// open starts a browser whose events are shown to a func.
func open(t *testing.T, browser string, listen func(any)) (context.Context, context.CancelFunc) {
	t.Helper()
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(browser), chromedp.NoSandbox, chromedp.UserDataDir(t.TempDir()))
	allocator, stop := chromedp.NewExecAllocator(context.Background(), options...)
	tab, leave := chromedp.NewContext(allocator, chromedp.WithListener(listen))
	ctx, expire := context.WithTimeout(tab, 3*time.Minute)
	return ctx, func() { expire(); leave(); stop() }
}

// view opens an address in a window of a width and looks at the page.
func view(ctx context.Context, address string, width int64, got *page) (err error) {
	if _, err = chromedp.Run(ctx, chromedp.EmulateViewport(width, 1200)); err != nil {
		return err
	}
	if _, err = chromedp.Run(ctx, chromedp.Navigate(address)); err != nil {
		return err
	}
	*got, err = chromedp.Run(ctx, chromedp.Evaluate[page](look))
	return err
}
