package ui_test

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// slide sets a slider whose label begins with a text, as a hand would.
func slide(t *testing.T, b *tab, label, value string) {
	t.Helper()
	ok := get[bool](t, b, `(() => {
		const l = [...document.querySelectorAll('label, [aria-label]')].find((x) => (x.getAttribute('aria-label') ?? x.textContent).trim().startsWith(`+quoted(label)+`));
		const i = l?.matches('input') ? l : document.getElementById(l?.htmlFor ?? '');
		if (!i) return false;
		i.value = `+quoted(value)+`;
		i.dispatchEvent(new Event('input', {bubbles: true}));
		return true;
	})()`)
	if !ok {
		t.Fatalf("there is no slider %q", label)
	}
}

// click presses the first button that begins with a text.
func click(t *testing.T, b *tab, text string) {
	t.Helper()
	ok := get[bool](t, b, `(() => {
		const x = [...document.querySelectorAll('main button')].find((e) => e.textContent.trim().startsWith(`+quoted(text)+`) && !e.disabled);
		x?.click();
		return !!x;
	})()`)
	if !ok {
		t.Fatalf("there is no button %q", text)
	}
}

func quoted(s string) string { return "`" + s + "`" }

// quiet fails on anything that the console said.
func quiet(t *testing.T, b *tab) {
	t.Helper()
	for _, said := range b.spoken() {
		t.Errorf("the console says %s", said)
	}
}

// TestMovedPayoff moves the lead patron's readiness and sees the equilibrium
// move, in the picture, in the address, and in the command that gives the same.
func TestMovedPayoff(t *testing.T) {
	b := openTab(t)
	base := workbench(t)
	b.show(t, base+"/deter?challenger=PRK&target=KOR&patron=USA&by=invasion&lang=en", 1280)
	const ends = `[...document.querySelectorAll('main ul[aria-live] strong')].map((e) => e.textContent).join(' | ')`
	before := get[string](t, b, ends)
	if strings.Contains(before, "→") {
		t.Fatalf("nothing has been moved, and it says %q", before)
	}
	slide(t, b, "United States: gain of coming", "0.6")
	b.wait(t, `location.search.includes('set=invasion.come.0')`)
	b.wait(t, ready)
	if after := get[string](t, b, ends); !strings.Contains(after, "→") {
		t.Errorf("a surer patron leaves %q as it was: %q", before, after)
	}
	if n := get[int](t, b, `document.querySelectorAll('figure svg path.was').length`); n == 0 {
		t.Error("the tree does not show what was before")
	}
	if command := get[string](t, b, `document.querySelector('figure code').textContent`); !strings.Contains(command, "--set invasion.come.0=0.6") {
		t.Errorf("the command is %q", command)
	}
	csv := get[string](t, b, `document.querySelector('figure a[download]').getAttribute('href')`)
	if !strings.Contains(csv, "set=invasion.come.0") {
		t.Errorf("the figures are those of %s", csv)
	}
	address := get[string](t, b, `location.pathname + location.search`)
	b.show(t, base+address, 1280)
	b.wait(t, ends+`.includes('→')`) // the link shows what its sender saw
	click(t, b, "All back")
	b.wait(t, `!`+ends+`.includes('→') && !location.search.includes('set=')`)
	quiet(t, b)
}

// strategyRun makes a strategy of levers and runs it beside two built-in ones.
func strategyRun(t *testing.T, b *tab, base string) (address string) {
	t.Helper()
	b.show(t, base+"/strategy/KOR?lang=en&s=side-with-a,armed-neutrality&n=1000", 1280)
	click(t, b, "Make one from levers")
	b.wait(t, `!!document.querySelector('section[aria-label="Own strategies"]')`)
	slide(t, b, "military spending", "0.05")
	slide(t, b, "security tie with the United States", "0.5")
	click(t, b, "Put it beside")
	b.wait(t, `location.search.includes('own=own-1~tie_a%3D0.5') || location.search.includes('own=own-1')`)
	click(t, b, "Run")
	b.wait(t, `location.search.includes('run=explore-kor')`)
	b.wait(t, `document.querySelectorAll('main h2').length >= 6 && !document.querySelector('main progress')`)
	b.wait(t, ready)
	return get[string](t, b, `location.pathname + location.search`)
}

// TestStrategyLab runs strategies through futures and reads the results as a
// person would, in both languages.
func TestStrategyLab(t *testing.T) {
	b := openTab(t)
	base := workbench(t)
	rules := axe(t)
	address := strategyRun(t, b, base)
	const says = `document.querySelector('figure p[role=status]').textContent`
	all := get[string](t, b, says)
	if !strings.HasPrefix(all, "500 of 500 sampled futures are left.") || !strings.Contains(all, "own-1") {
		t.Errorf("with all futures it says %q", all)
	}
	name := get[string](t, b, `document.querySelector('.axes input').getAttribute('aria-label')`)
	slide(t, b, strings.Replace(name, ", from", ", to", 1), "0.3")
	b.wait(t, `!`+says+`.startsWith('500 of 500')`)
	// The same by keyboard: Tab reaches the slider, and an arrow moves it.
	get[bool](t, b, `(document.querySelectorAll('.axes input')[1].focus(), true)`)
	then := get[string](t, b, `location.search`)
	press(t, b, kb.ArrowLeft)
	b.wait(t, `location.search !== `+quoted(then))
	click(t, b, "All futures again")
	b.wait(t, says+`.startsWith('500 of 500')`)
	side := get[string](t, b, `document.querySelector('.sides button').textContent`)
	click(t, b, side)
	b.wait(t, `location.search.includes('answers=') && document.querySelector('.ask').textContent.includes('1 answered')`)
	b.wait(t, ready)
	if rows := get[int](t, b, `document.querySelectorAll('table.heat tbody tr').length`); rows != 3 {
		t.Errorf("the heat map has %d strategies; want 3", rows)
	}
	quiet(t, b)
	for _, view := range []struct {
		lang  string
		width int64
	}{{"en", 1280}, {"ko", 360}} {
		t.Run(view.lang, func(t *testing.T) {
			b.show(t, base+strings.Replace(address, "lang=en", "lang="+view.lang, 1), view.width)
			b.wait(t, `document.querySelectorAll('main h2').length >= 6 && !!document.querySelector('.sides')`)
			b.wait(t, ready)
			got := get[seen](t, b, look)
			if got.Overflow > 0 || got.Bare > 0 || len(got.Outside) > 0 || len(got.Alerts) > 0 || got.Pictures < 4 {
				t.Errorf("%+v", got)
			}
			if rules != nil {
				for _, flaw := range rules(t, b) {
					t.Error(flaw)
				}
			}
			quiet(t, b)
		})
	}
}

// TestCancelRun starts a long run, sees it go and ends it.
func TestCancelRun(t *testing.T) {
	b := openTab(t)
	base := workbench(t)
	b.show(t, base+"/strategy/POL?lang=en&s=side-with-a,armed-neutrality,nonalignment,equidistance,inertia&n=20000", 1280)
	click(t, b, "Run")
	b.wait(t, `document.querySelectorAll('section[aria-label=Run] li').length === 5`) // partial results
	click(t, b, "Cancel")
	b.wait(t, `document.querySelector('section[aria-label=Run] [role=status]').textContent.includes('Cancelled')`)
	quiet(t, b)
}
