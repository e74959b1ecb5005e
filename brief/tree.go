package brief

import "strings"

// branch is one choice of the tree: what happens on the main line, what ends
// it, and the probability of going on, with the patron and without.
type branch struct {
	on, off       string
	with, without Amount
	paired        bool // whether a figure without the patron exists
}

// drawTree draws a crisis from left to right: at each node the main line goes
// on and the other choice ends it. Thickness follows the chance, from the
// first node on, of getting that far.
func drawTree(id, title, desc string, steps []branch, pen pen, lang style) string {
	const (
		w, h, y0    = 640.0, 158.0, 62.0
		left, drop  = 14.0, 40.0
		thick, thin = 9.0, 1.2
	)
	p := newPicture(id, title, desc, w, h)
	span := (w - left - 8) / float64(len(steps))
	reached := 1.0
	for i, s := range steps {
		x := left + span*float64(i)
		on, off := reached*s.with.Value, reached*(1-s.with.Value)
		if i == 0 {
			on, off = 1, 0 // the tree starts with a dispute; its own chance is the label
		}
		next := x + span
		p.line(x, y0, next, y0, stroke(pen.line, max(thin, thick*on), ""))
		if s.off != "" {
			p.path("M"+px(x)+" "+px(y0)+"L"+px(x+12)+" "+px(y0+drop), stroke("#8f8f8f", max(thin, thick*off), ""))
			p.exit(x+12, y0+drop+14, span-14, s, lang)
		}
		p.entry(x+10, y0, span-14, s, lang)
		p.circle(x, y0, 4.5, `fill="`+paper+`" stroke="`+ink+`" stroke-width="1.6"`)
		reached = on
	}
	p.path("M"+px(w-12)+" "+px(y0-6)+"L"+px(w-2)+" "+px(y0)+"L"+px(w-12)+" "+px(y0+6)+"Z", filled(pen.line))
	return p.String()
}

// entry labels the main line of a step.
func (p *picture) entry(x, y, width float64, s branch, lang style) {
	lines := wrap(s.on, 11, width)
	for k, line := range lines {
		p.text(x, y-26-float64(len(lines)-1-k)*13, 11, start, ink, line)
	}
	p.bold(x, y-10, 13, start, ink, lang.pct1(s.with))
	if s.paired {
		p.text(x+7+textWidth(lang.pct1(s.with), 14), y-10, 11, start, muted, "("+lang.pct1(s.without)+")")
	}
}

// exit labels the branch that ends the crisis.
func (p *picture) exit(x, y, width float64, s branch, lang style) {
	for k, line := range wrap(s.off, 10.5, width) {
		p.text(x, y+float64(k)*12.5, 10.5, start, muted, line)
	}
	n := float64(len(wrap(s.off, 10.5, width)))
	text := lang.pct1(s.with.not())
	if s.paired {
		text += " (" + lang.pct1(s.without.not()) + ")"
	}
	p.text(x, y+n*12.5, 10.5, start, muted, strings.TrimSpace(text))
}
