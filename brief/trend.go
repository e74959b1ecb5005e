package brief

import (
	"fmt"
	"math"
	"slices"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/study"
)

// trendLine is one state's line in the picture of power.
type trendLine struct {
	name   string
	pen    pen
	thick  bool
	points []study.TrendPoint
}

// trendPanel is one of the two plots.
type trendPanel struct {
	title string
	lines []trendLine
}

// Sizes of the trend picture.
const (
	trendW, trendH   = 660.0, 232.0
	plotW, plotH     = 176.0, 162.0
	plotTop, plotGap = 34.0, 332.0
)

// drawTrend draws shares of world output and of military spending side by side,
// each line labelled at its end.
func drawTrend(id, title, desc string, panels []trendPanel) string {
	p := newPicture(id, title, desc, trendW, trendH)
	left := 30.0
	for _, panel := range panels {
		if _, _, top := spanOf(panel.lines); top > 0.9 {
			left = 38 // room for "100%"
		}
	}
	for i, panel := range panels {
		p.plot(left+float64(i)*plotGap, plotTop, panel)
	}
	return p.String()
}

func (p *picture) plot(x0, y0 float64, panel trendPanel) {
	first, last, top := spanOf(panel.lines)
	if last <= first {
		last = first + 1
	}
	x := func(y ir.Year) float64 { return x0 + plotW*float64(y-first)/float64(last-first) }
	step := niceStep(top, 4)
	top = step * math.Ceil(top/step)
	y := func(v float64) float64 { return y0 + plotH*(1-v/top) }
	p.bold(x0-26, y0-18, 12, start, ink, panel.title)
	for v := 0.0; v <= top+step/2; v += step {
		p.line(x0, y(v), x0+plotW, y(v), stroke(faint, 0.6, ""))
		p.text(x0-4, y(v)+4, 10.5, end, muted, decimal(100*v, 0)+"%")
	}
	for _, year := range ticks(first, last) {
		p.line(x(year), y0+plotH, x(year), y0+plotH+4, stroke(muted, 0.8, ""))
		p.text(x(year), y0+plotH+16, 10.5, middle, muted, fmt.Sprint(int(year)))
	}
	labels := make([]endLabel, 0, len(panel.lines))
	for _, l := range panel.lines {
		p.trace(l, x, y)
		end := l.points[len(l.points)-1]
		labels = append(labels, endLabel{y(end.Value), fmt.Sprintf("%s %s%%", l.name, decimal(100*end.Value, sharePlaces(end))), l.pen, l.thick})
	}
	for _, l := range spread(labels, 12.5, y0, y0+plotH-6) {
		weight := "400"
		if l.thick {
			weight = "700"
		}
		p.haloed(x0+plotW+6, l.y+4, 10.5, start, l.pen.letter, weight, l.text)
	}
}

// leastShown is the smallest share that one decimal of a percent shows.
const leastShown = 0.001

func sharePlaces(t study.TrendPoint) int {
	p := percentPlaces(Amount{t.Value, t.Low, t.High})
	if t.Value < leastShown { // or a small state would read as having none
		return p
	}
	return min(1, p)
}

// trace draws a line with a dot for a lone year and a bar for a range.
func (p *picture) trace(l trendLine, x func(ir.Year) float64, y func(float64) float64) {
	width := 1.8
	if l.thick {
		width = 2.6
	}
	d := ""
	for i, pt := range l.points {
		d += map[bool]string{true: "M", false: "L"}[i == 0] + px(x(pt.Year)) + " " + px(y(pt.Value))
		if pt.High > pt.Low {
			p.line(x(pt.Year), y(pt.Low), x(pt.Year), y(pt.High), stroke(l.pen.line, 3, ""))
		}
	}
	p.path(d, stroke(l.pen.line, width, l.pen.dash))
	const sparse = 8
	if len(l.points) <= sparse {
		for _, pt := range l.points {
			p.circle(x(pt.Year), y(pt.Value), 2.4, filled(l.pen.line))
		}
	}
}

func spanOf(lines []trendLine) (first, last ir.Year, top float64) {
	first, last = math.MaxInt32, math.MinInt32
	for _, l := range lines {
		for _, pt := range l.points {
			first, last, top = min(first, pt.Year), max(last, pt.Year), max(top, pt.Value, pt.High)
		}
	}
	return first, last, top
}

// niceStep is the round step that cuts top into at most n parts.
func niceStep(top float64, n int) float64 {
	if top <= 0 {
		return 1
	}
	scale := math.Pow(10, math.Floor(math.Log10(top/float64(n))))
	for _, k := range []float64{1, 2, 5, 10} {
		if top/(k*scale) <= float64(n) {
			return k * scale
		}
	}
	return 10 * scale
}

// ticks are the first and last year and the round years well between them.
func ticks(first, last ir.Year) []ir.Year {
	out := []ir.Year{first}
	step := ir.Year(max(5, int(niceStep(float64(last-first), 4))))
	for y := (first/step + 1) * step; y < last; y += step {
		if room := (last - first) / 6; y-first >= room && last-y >= room {
			out = append(out, y)
		}
	}
	return append(out, last)
}

// endLabel is a label at the end of a line.
type endLabel struct {
	y     float64
	text  string
	pen   pen
	thick bool
}

// spread pushes labels apart to at least gap, keeping their order and the
// bounds.
func spread(labels []endLabel, gap, top, bottom float64) []endLabel {
	out := slices.Clone(labels)
	slices.SortStableFunc(out, func(a, b endLabel) int { return compareFloat(a.y, b.y) })
	for i := range out {
		if i > 0 {
			out[i].y = max(out[i].y, out[i-1].y+gap)
		}
		out[i].y = max(out[i].y, top)
	}
	for i := len(out) - 1; i >= 0; i-- {
		limit := bottom
		if i < len(out)-1 {
			limit = out[i+1].y - gap
		}
		out[i].y = min(out[i].y, limit)
	}
	return out
}
