package ui_test

import (
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// press sends keys to what has the focus.
func press(t *testing.T, b *tab, keys string) {
	t.Helper()
	if _, err := chromedp.Run(b.ctx, chromedp.KeyEvent(keys)); err != nil {
		t.Fatal(err)
	}
}

// TestActs does on the pages what readers do, in one window.
func TestActs(t *testing.T) {
	b := openTab(t)
	base := workbench(t)
	t.Run("first page", func(t *testing.T) { weigh(t, b, base) })
	t.Run("map by keyboard", func(t *testing.T) { walk(t, b, base) })
	t.Run("language and colours", func(t *testing.T) { switchBoth(t, b, base) })
	t.Run("moved bases", func(t *testing.T) { moveBases(t, b, base) })
	t.Run("brief", func(t *testing.T) { askBrief(t, b, base) })
}

// walk goes over the map without a pointer: one stop for the Tab key, arrows to
// a neighbour, Enter to its card, and the address follows.
func walk(t *testing.T, b *tab, base string) {
	t.Helper()
	b.show(t, base+"/?lang=en&view=eastasia&state=KOR", 1280)
	stops := get[[]string](t, b, `[...document.querySelectorAll('main svg [tabindex="0"]')].map((e) => e.dataset.state)`)
	if len(stops) != 1 || stops[0] != "732" {
		t.Fatalf("the map's stops for Tab are %v; want the state chosen alone", stops)
	}
	get[bool](t, b, `(document.querySelector('[data-state="732"]').focus(), true)`)
	press(t, b, kb.ArrowRight)
	if name := get[string](t, b, `document.activeElement.getAttribute('aria-label')`); name[:5] != "Japan" {
		t.Errorf("right of South Korea is %q; want Japan", name)
	}
	press(t, b, kb.Enter)
	b.wait(t, `new URLSearchParams(location.search).get('state') === 'JPN' && document.querySelector('.panel h2')?.innerText.startsWith('Japan')`)
	b.wait(t, `document.querySelector('[data-state="740"]').getAttribute('aria-pressed') === 'true'`)
	get[bool](t, b, `(history.back(), true)`)
	b.wait(t, `document.querySelector('.panel h2')?.innerText.startsWith('South Korea')`)
}

// switchBoth changes language and colours on one page: the address keeps the
// language and what was looked at, and colours stay with the reader.
func switchBoth(t *testing.T, b *tab, base string) {
	t.Helper()
	b.show(t, base+"/align/POL?year=2013", 1280)
	get[bool](t, b, `(document.querySelector('header button[lang=ko]').click(), true)`)
	b.wait(t, `document.documentElement.lang === 'ko' && document.querySelector('h1').innerText.includes('폴란드')`)
	if got := get[string](t, b, `location.search`); got != "?year=2013&lang=ko" {
		t.Errorf("the address holds %s", got)
	}
	paper := `getComputedStyle(document.body).backgroundColor`
	light := get[string](t, b, paper)
	get[bool](t, b, `(() => {
		const s = document.querySelector('header select');
		s.value = 'dark';
		s.dispatchEvent(new Event('change', {bubbles: true}));
		return true;
	})()`)
	b.wait(t, paper+` !== '`+light+`'`)
	dark := get[string](t, b, paper)
	b.show(t, get[string](t, b, `location.href`), 1280)
	if got := get[string](t, b, paper); got != dark {
		t.Errorf("after a reload the paper is %s; want %s", got, dark)
	}
}

// moveBases takes the bases of a power away on the page and puts them back.
func moveBases(t *testing.T, b *tab, base string) {
	t.Helper()
	b.show(t, base+"/structure/KOR?lang=en", 1280)
	title := `[...document.querySelectorAll('figcaption')].map((e) => e.innerText).find((s) => s.includes('bear in South Korea'))`
	before := get[string](t, b, title)
	get[bool](t, b, `(document.querySelector('button[aria-label="Remove the bases in South Korea"]').click(), true)`)
	b.wait(t, title+` !== '`+before+`'`)
	b.wait(t, `(new URLSearchParams(location.search).get('basesA') ?? '').includes('JPN')`)
	get[bool](t, b, `(history.back(), true)`)
	b.wait(t, title+` === '`+before+`'`)
}

// askBrief asks for a brief as a reader does, waits for it, finds it in the
// frame, and then among the runs.
func askBrief(t *testing.T, b *tab, base string) {
	t.Helper()
	b.show(t, base+"/brief/KOR?lang=ko", 1280)
	get[bool](t, b, `(() => {
		const n = document.querySelector('input[type=number]');
		n.value = '100';
		n.dispatchEvent(new Event('input', {bubbles: true}));
		document.querySelector('button.main').click();
		return true;
	})()`)
	b.wait(t, `!!document.querySelector('iframe')`)
	run := get[string](t, b, `new URLSearchParams(location.search).get('run')`)
	text := get[string](t, b, `fetch(document.querySelector('iframe').src).then((r) => r.text()).then((s) => (window.brief = s)) && document.querySelector('iframe').src`)
	b.wait(t, `window.brief?.includes('<html lang="ko"') && window.brief.includes('대한민국') || window.brief?.includes('한국')`)
	if get[int](t, b, `document.querySelectorAll('a[download]').length`) != 8 {
		t.Errorf("of %s there are not four forms in two languages to download", text)
	}
	b.show(t, base+"/runs?lang=en", 1280)
	b.wait(t, `[...document.querySelectorAll('tbody tr')].some((r) => r.innerText.includes('`+run+`') && r.innerText.includes('finished'))`)
	for _, said := range b.spoken() {
		t.Errorf("the console says %s", said)
	}
}

// weigh adds up all that a browser fetches to show the map, outlines and
// figures included.
func weigh(t *testing.T, b *tab, base string) {
	t.Helper()
	b.show(t, base+"/", 1280)
	size := get[int](t, b, `[...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].reduce((n, r) => n + r.encodedBodySize, 0)`)
	const most = 300_000
	t.Logf("%d bytes", size)
	if size > most || size < most/10 {
		t.Errorf("the first page is %d bytes over the wire; want %d or fewer", size, most)
	}
}
