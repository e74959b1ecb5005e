package brief

import (
	"fmt"
	"math"
)

// strips draws when the ratio passes 1, a row for each way of estimating: a bar
// over eight draws in ten, a dot with the year at the median, and the share
// that never does at the end. A bar that leaves the horizon ends in an arrow.
func (p *picture) strips(f frame, panel fanPanel, c fanChart) {
	top := f.y0 + f.h + fanStripTop
	bottom := top + fanRowH*float64(len(c.rows))
	p.text(f.x0+f.w+11, top-1, 10, start, muted, c.words.never)
	if !panel.empty() {
		now := f.x(float64(panel.now()))
		p.line(now, top, now, bottom, stroke(muted, 0.8, "1 2"))
	}
	for i, r := range c.rows {
		y := top + fanRowH*(float64(i)+0.5) + 4
		p.line(f.x0, y, f.x0+f.w, y, stroke("#e4e4e4", 0.8, ""))
		if i >= len(panel.crossing) || !panel.crossing[i].known() {
			p.haloed(f.x0+f.w/2, y+3, 10, middle, muted, "400", c.words.missing)
			continue
		}
		x := panel.crossing[i]
		p.crossing(f, y, x, r.strong)
		p.weighted(f.x0+f.w+11, y+3.5, 10, start, r.strong, c.lang.whole(x.never))
	}
}

// whole prints a share of draws in whole percent, which is as much as a share
// counted over draws says.
func (s style) whole(v float64) string {
	const half = 0.05 // an interval that leaves no decimal
	return s.pct1(Amount{v, v - half, v + half})
}

func (p *picture) crossing(f frame, y float64, c crossing, strong bool) {
	thick, colour := 5.0, "#7f93aa"
	if strong {
		colour = medianLine
	}
	last := f.across.high
	clamp := func(year float64) float64 { return f.x(min(max(year, f.across.low), last)) }
	if c.q10 <= last {
		p.line(clamp(c.q10), y, clamp(c.q90), y, stroke(colour, thick, ""))
	}
	if c.q10 <= last && c.q90 > last {
		x := f.x0 + f.w
		p.path("M"+px(x)+" "+px(y-5)+"L"+px(x+7)+" "+px(y)+"L"+px(x)+" "+px(y+5)+"Z", filled(colour))
	}
	if c.q50 <= last {
		x := clamp(c.q50)
		p.circle(x, y, 3.6, fmt.Sprintf(`fill="%s" stroke="%s" stroke-width="1.6"`, paper, ink))
		const half = 12.0 // of the width of a year
		p.haloed(min(max(x, f.x0+half), f.x0+f.w-half), y-6.5, 10, middle, ink, "400", fmt.Sprint(int(math.Round(c.q50))))
	}
}
