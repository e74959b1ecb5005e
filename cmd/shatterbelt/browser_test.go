package main

import (
	"context"
	"net/url"
	"path/filepath"
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

// The brief in a real browser, in both languages, on a desk and on a telephone.
func TestBriefInBrowser(t *testing.T) {
	browser := testkit.Browser(t)
	dir := t.TempDir()
	for _, lang := range []string{"en", "ko"} {
		if code := run([]string{"brief", "KOR", "--futures", "300", "--lang", lang, "--out", dir}); code != exitFine {
			t.Fatalf("brief exits with %d", code)
		}
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(browser), chromedp.NoSandbox, chromedp.UserDataDir(t.TempDir()))
	allocator, cancel := chromedp.NewExecAllocator(context.Background(), options...)
	defer cancel()
	ctx, cancel := chromedp.NewContext(allocator)
	defer cancel()
	ctx, cancel = context.WithTimeout(ctx, 2*time.Minute)
	defer cancel()
	for _, lang := range []string{"en", "ko"} {
		for _, width := range []int64{1000, 390} {
			address := url.URL{Scheme: "file", Path: filepath.Join(dir, "brief-KOR-"+lang+".html")}
			var got page
			if err := view(ctx, address.String(), width, &got); err != nil {
				t.Fatal(err)
			}
			want := page{Lang: lang, Pictures: got.Pictures, Text: got.Text}
			got.Overflow = max(got.Overflow, 0)
			if got != want || got.Pictures < 4 || got.Text < 3000 {
				t.Errorf("%s at %d px: %+v", lang, width, got)
			}
		}
	}
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
