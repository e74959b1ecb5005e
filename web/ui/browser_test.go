package ui_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"github.com/shatterbelt/shatterbelt/data/runs"
	"github.com/shatterbelt/shatterbelt/data/store"
	"github.com/shatterbelt/shatterbelt/desk"
	"github.com/shatterbelt/shatterbelt/internal/testkit"
	"github.com/shatterbelt/shatterbelt/web/api"
	"github.com/shatterbelt/shatterbelt/web/jobs"
	"github.com/shatterbelt/shatterbelt/web/ui"
)

// pages are the addresses looked at, with the least pictures each holds.
var pages = []struct {
	path     string
	pictures int
}{
	{"/", 1},
	{"/?measure=milex_constant_share&year=2013&view=eastasia&state=KOR&with=SGP", 1},
	{"/structure/KOR?window=10&prices=gdp_ppp&seen=2013&basesA=JPN&shares=milex_trend", 4},
	{"/deter?challenger=PRK&target=KOR&patron=USA&set=invasion.come.0%3D0.5,lambda%3D4", 3},
	{"/deter?challenger=RUS&target=POL&patron=USA,GBR&by=demand&year=2021", 3},
	{"/deter?challenger=RUS&target=UKR&patron=none", 3},
	{"/strategy/KOR?s=side-with-a&own=mine~tie_a%3D0.5~defence%3D0.04&fix=lambda%3D3;contest_form%3Ddifference", 0},
	{"/align/POL?kind=trade", 3},
	{"/align/NZL", 1},
	{"/compare/FIN/KOR?year=2021", 1},
	{"/compare/FIN", 0},
	{"/claims", 0},
	{"/claims/C09", 0},
	{"/data?source=sipri&indicator=gdp_current&state=UKR", 0},
	{"/runs", 0},
	{"/brief/VNM", 0},
	{"/nowhere", 0},
}

// workbench serves the whole of it, as serve does.
func workbench(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	d, err := desk.Open(context.Background(), store.Open(filepath.Join(dir, "store")))
	if err != nil {
		t.Fatal(err)
	}
	work, err := jobs.Open(jobs.Options{Desk: d, Runs: runs.Open(filepath.Join(dir, "runs"))})
	if err != nil {
		t.Fatal(err)
	}
	answers, err := api.New(api.Options{Desk: d, Jobs: work})
	if err != nil {
		t.Fatal(err)
	}
	h, err := ui.Handler(answers)
	if err != nil {
		t.Fatal(err)
	}
	s := httptest.NewServer(api.Guard(api.Guarding{}, h))
	t.Cleanup(func() {
		work.Stop()
		s.Close()
		answers.Close()
		if err := work.Close(); err != nil && !errors.Is(err, os.ErrClosed) {
			t.Error(err)
		}
	})
	return s.URL
}

// tab is a window of a browser that keeps what its console says.
type tab struct {
	ctx  context.Context
	mu   sync.Mutex
	says []string
}

func openTab(t *testing.T) *tab {
	t.Helper()
	out := &tab{}
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(testkit.Browser(t)), chromedp.NoSandbox, chromedp.UserDataDir(t.TempDir()))
	allocator, stop := chromedp.NewExecAllocator(context.Background(), options...)
	ctx, leave := chromedp.NewContext(allocator, chromedp.WithListener(out.hear))
	ctx, expire := context.WithTimeout(ctx, 6*time.Minute)
	t.Cleanup(func() { expire(); leave(); stop() })
	out.ctx = ctx
	if _, err := chromedp.Run(ctx, chromedp.Evaluate[bool](`(console.log("heard"), true)`)); err != nil || len(out.spoken()) == 0 {
		t.Fatalf("the console is not listened to (%v)", err)
	}
	return out
}

func (b *tab) hear(event any) {
	switch fmt.Sprintf("%T", event) {
	case "*runtime.EventConsoleAPICalled", "*runtime.EventExceptionThrown", "*log.EventEntryAdded":
		said, err := json.Marshal(event)
		if err != nil {
			said = []byte(err.Error())
		}
		b.mu.Lock()
		defer b.mu.Unlock()
		b.says = append(b.says, string(said))
	}
}

// spoken is what the console said since it was last asked.
func (b *tab) spoken() []string {
	b.mu.Lock()
	defer b.mu.Unlock()
	out := b.says
	b.says = nil
	return out
}

// ready is true when a page has all its answers.
const ready = `(() => {
	const all = (q) => [...document.querySelectorAll(q)];
	return !!document.querySelector('main h1') && !document.querySelector('[aria-busy="true"]') &&
		!all('[role=status]').some((e) => e.textContent.trim().endsWith('…'));
})()`

// show opens a page and waits until it is all there.
func (b *tab) show(t *testing.T, address string, width int64) {
	t.Helper()
	if _, err := chromedp.Run(b.ctx, chromedp.EmulateViewport(width, 900)); err != nil {
		t.Fatal(err)
	}
	if _, err := chromedp.Run(b.ctx, chromedp.Navigate(address)); err != nil {
		t.Fatal(err)
	}
	b.wait(t, ready)
}

// wait until an expression is true on the page.
func (b *tab) wait(t *testing.T, expression string) {
	t.Helper()
	for end := time.Now().Add(40 * time.Second); time.Now().Before(end); time.Sleep(50 * time.Millisecond) {
		ok, err := chromedp.Run(b.ctx, chromedp.Evaluate[bool](expression))
		if err == nil && ok {
			return
		}
	}
	text, err := chromedp.Run(b.ctx, chromedp.Evaluate[string](`document.body.innerText.slice(0, 600)`))
	t.Fatalf("never true: %s\n%s (%v)", expression, text, err)
}

// get evaluates an expression on the page.
func get[T any](t *testing.T, b *tab, expression string) T {
	t.Helper()
	v, err := chromedp.Run(b.ctx, chromedp.Evaluate[T](expression))
	if err != nil {
		t.Fatalf("%s: %v", expression, err)
	}
	return v
}

// seen is a page as the browser lays it out.
type seen struct {
	Lang     string   `json:"lang"`
	Title    string   `json:"title"`
	Overflow int      `json:"overflow"` // px the page is wider than the window
	Pictures int      `json:"pictures"` // figures that hold one
	Bare     int      `json:"bare"`     // figures without table, sources, data or command
	Outside  []string `json:"outside"`  // resources fetched from elsewhere
	Clipped  []string `json:"clipped"`  // labels that leave their picture
	Alerts   []string `json:"alerts"`
}

const look = `(() => {
	const all = (q, at) => [...(at ?? document).querySelectorAll(q)];
	const figures = all('figure').filter((f) => f.querySelector('svg'));
	const whole = (f) => f.querySelector('details table') && f.querySelector('a[href^="/api/v1/"]') && f.querySelector('code');
	return {
		lang: document.documentElement.lang, title: document.title,
		overflow: document.documentElement.scrollWidth - window.innerWidth,
		pictures: figures.length, bare: figures.filter((f) => !whole(f)).length,
		outside: performance.getEntriesByType('resource').map((r) => r.name).filter((n) => !n.startsWith(location.origin + '/')),
		clipped: figures.flatMap((f) => all('svg text', f).filter((e) => {
			const a = e.getBoundingClientRect(), b = e.ownerSVGElement.getBoundingClientRect();
			return a.width > 0 && (a.left < b.left - 2 || a.right > b.right + 2 || a.top < b.top - 2 || a.bottom > b.bottom + 2);
		}).map((e) => e.textContent)),
		alerts: all('[role=alert]').map((e) => e.innerText),
	};
})()`

// TestPages walks every page in both languages, English in light on a desk and
// Korean in dark on a telephone: nothing is wider than the window, nothing is
// fetched from elsewhere, every picture has what makes it checkable, the console
// stays empty, and axe-core finds nothing serious.
func TestPages(t *testing.T) {
	b := openTab(t)
	base := workbench(t)
	rules := axe(t)
	b.show(t, base+"/runs", 1280)
	get[bool](t, b, `(document.querySelector('main').append(new Image()), true)`)
	if rules != nil && len(rules(t, b)) == 0 {
		t.Fatal("axe-core finds nothing wrong with a picture that has no name")
	}
	for _, view := range []struct {
		lang, theme string
		width       int64
	}{{"en", "light", 1280}, {"ko", "dark", 360}} {
		b.show(t, base+"/runs", view.width)
		get[bool](t, b, `(localStorage.setItem('theme', '`+view.theme+`'), true)`)
		for _, p := range pages {
			address := base + p.path + "?lang=" + view.lang
			if strings.Contains(p.path, "?") {
				address = base + p.path + "&lang=" + view.lang
			}
			t.Run(view.lang+p.path, func(t *testing.T) {
				b.show(t, address, view.width)
				got := get[seen](t, b, look)
				if got.Lang != view.lang || got.Overflow > 0 || got.Bare > 0 || len(got.Outside) > 0 || len(got.Clipped) > 0 || len(got.Alerts) > 0 || got.Pictures < p.pictures {
					t.Errorf("%+v", got)
				}
				if hangul := strings.ContainsFunc(got.Title, func(r rune) bool { return r >= '가' && r <= '힣' }); hangul != (view.lang == "ko") {
					t.Errorf("its title is %q", got.Title)
				}
				if rules != nil {
					for _, flaw := range rules(t, b) {
						t.Error(flaw)
					}
				}
				for _, said := range b.spoken() {
					t.Errorf("the console says %s", said)
				}
			})
		}
	}
}

// axe returns what finds serious faults of accessibility on a page; nil where
// axe-core is not there.
func axe(t *testing.T) func(*testing.T, *tab) []string {
	t.Helper()
	source, err := os.ReadFile(filepath.Join("node_modules", "axe-core", "axe.min.js"))
	if err != nil {
		if os.Getenv(testkit.E2EVar) == "1" {
			t.Fatalf("%v; run npm ci in web/ui", err)
		}
		t.Log("axe-core is not there, so its rules are left out; run npm ci in web/ui")
		return nil
	}
	return func(t *testing.T, b *tab) []string {
		t.Helper()
		get[bool](t, b, string(source)+"; true")
		get[bool](t, b, `(window.flaws = null, axe.run(document, {resultTypes: ['violations']}).then((r) => {
			window.flaws = r.violations.filter((v) => v.impact === 'serious' || v.impact === 'critical')
				.map((v) => v.id + ': ' + v.help + ': ' + v.nodes.slice(0, 3).map((n) => n.html.slice(0, 200) + ' ' + (n.failureSummary ?? '').replaceAll('\n', ' ')).join(' | '));
		}), true)`)
		b.wait(t, `window.flaws !== null`)
		return get[[]string](t, b, `window.flaws`)
	}
}
