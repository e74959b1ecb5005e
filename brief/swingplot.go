package brief

import (
	"fmt"
	"math"
)

// swingChart is the swing of one state among others: all of them as multiples of
// other years, and below its percentile with its range.
type swingChart struct {
	name            string
	own             Amount
	usual           float64
	field           []float64
	place           Amount
	titles          [2]string
	typical, middle string // what the lines of reference are called
	lang            style
}

// Sizes of the picture of a swing.
const (
	swingW, swingH          = 640.0, 206.0
	swingLeft, swingRight   = 40.0, 600.0
	swingTop, swingBelow    = 62.0, 160.0 // of the two axes, at their marks
	swingMark, swingLetters = 9.0, 11.0
)

// drawSwing draws a mark for every state on a logarithmic scale, the state itself
// as a dot with its error, and under it the percentile on a scale of its own.
func drawSwing(id, title, desc string, c swingChart) string {
	p := newPicture(id, title, desc, swingW, swingH)
	low, high := c.own.Low, c.own.High
	for _, v := range append([]float64{c.usual, 1}, c.field...) {
		low, high = min(low, v), max(high, v)
	}
	low, high = low/1.05, high*1.05
	f := frame{swingLeft, swingTop, swingRight - swingLeft, 0, scale{low: low, high: high, log: true}, scale{}}
	p.bold(4, 14, 12, start, ink, c.titles[0])
	p.line(f.x0, f.y0, f.x0+f.w, f.y0, stroke(muted, 0.8, ""))
	for _, v := range multiples(low, high) {
		p.line(f.x(v), f.y0, f.x(v), f.y0+4, stroke(muted, 0.8, ""))
		p.text(f.x(v), f.y0+17, 10.5, middle, muted, short(v))
	}
	for _, v := range c.field {
		p.line(f.x(v), f.y0-swingMark, f.x(v), f.y0-1, stroke("#8f8f8f", 1.2, ""))
	}
	p.line(f.x(c.usual), f.y0-swingMark-10, f.x(c.usual), f.y0, stroke(ink, 1.2, "3 2"))
	p.reference(f, c.usual, f.y0+32, c.typical+" "+decimal(c.usual, 2))
	p.dotWithBar(f, c.own, f.y0-swingMark-6, c.name+" "+decimal(c.own.Value, 2))

	g := frame{swingLeft, swingBelow, swingRight - swingLeft, 0, scale{low: 0, high: 100}, scale{}}
	p.bold(4, swingBelow-34, 12, start, ink, c.titles[1])
	p.line(g.x0, g.y0, g.x0+g.w, g.y0, stroke(muted, 0.8, ""))
	for _, v := range []float64{0, 25, 50, 75, 100} {
		p.line(g.x(v), g.y0, g.x(v), g.y0+4, stroke(muted, 0.8, ""))
		p.text(g.x(v), g.y0+17, 10.5, middle, muted, short(v))
	}
	p.line(g.x(50), g.y0-22, g.x(50), g.y0, stroke(ink, 1.2, "3 2"))
	p.reference(g, 50, g.y0+32, c.middle)
	p.dotWithBar(g, c.place, g.y0-9, c.lang.num(c.place))
	return p.String()
}

// multiples are the marks of a logarithmic scale near 1, fewer where it is long.
func multiples(low, high float64) []float64 {
	const long = 12
	marks := []float64{0.1, 0.2, 0.3, 0.5, 0.7, 1, 1.5, 2, 3, 5, 10}
	if high/low > long {
		marks = []float64{0.01, 0.1, 1, 10, 100}
	}
	var out []float64
	for _, v := range marks {
		if v >= low && v <= high {
			out = append(out, v)
		}
	}
	return out
}

// reference names a line of reference under its axis.
func (p *picture) reference(f frame, v, y float64, text string) {
	p.text(p.within(f.x(v), textWidth(text, 10.5)), y, 10.5, middle, ink, text)
}

// within keeps the middle of a label inside the picture.
func (p *picture) within(x, width float64) float64 {
	return math.Min(math.Max(x, width/2+4), p.w-width/2-4)
}

// dotWithBar draws a value with its range and what it is called above it.
func (p *picture) dotWithBar(f frame, a Amount, y float64, text string) {
	p.line(f.x(a.Low), y, f.x(a.High), y, stroke(ink, 4, ""))
	p.circle(f.x(a.Value), y, 4.6, fmt.Sprintf(`fill="%s" stroke="%s" stroke-width="1.6"`, paper, ink))
	p.haloed(p.within(f.x(a.Value), boldWidth(text, swingLetters)), y-9, swingLetters, middle, ink, "700", text)
}
