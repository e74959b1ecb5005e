package brief

import (
	"fmt"
	"math"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/study"
)

// lineChart is shares over the years in one wide panel.
type lineChart struct {
	title string
	lines []trendLine // a value that is not a number breaks its line
}

// Sizes of the picture of lines.
const (
	linesW, linesH      = 640.0, 214.0
	linesLeft, linesTop = 40.0, 30.0
	linesPlotH          = 156.0
)

// drawLines draws shares over the years, each line named where it ends, with
// the ranges of its values as a band.
func drawLines(id, title, desc string, c lineChart) string {
	p := newPicture(id, title, desc, linesW, linesH)
	lines := known(c.lines)
	first, last, top := spanKnown(lines)
	if last < first {
		return p.String()
	}
	last = max(last, first+1)
	step := niceStep(top, 4)
	top = step * max(1, math.Ceil(top/step-tiny))
	ends := make([]string, len(lines))
	for i, l := range lines {
		ends[i] = lineEnd(l, last)
	}
	gutter := 14 + widest(11, 60, 280, ends...)
	f := frame{linesLeft, linesTop, linesW - linesLeft - gutter, linesPlotH, scale{low: float64(first), high: float64(last)}, scale{high: top}}
	p.bold(4, linesTop-14, 12, start, ink, c.title)
	places := clampPlaces(-math.Floor(math.Log10(100*step) + tiny))
	for v := 0.0; v <= top+step/2; v += step {
		p.line(f.x0, f.y(v), f.x0+f.w, f.y(v), stroke(faint, 0.6, ""))
		p.text(f.x0-4, f.y(v)+4, 10.5, end, muted, decimal(100*v, places)+"%")
	}
	for _, y := range ticks(first, last) {
		p.years(f, int(y))
	}
	labels := make([]endLabel, 0, len(lines))
	for i, l := range lines {
		p.ranges(f, l)
		p.share(f, l)
		labels = append(labels, endLabel{f.y(l.points[len(l.points)-1].Value), ends[i], l.pen, l.thick})
	}
	for _, l := range spread(labels, 13, f.y0, f.y0+f.h+4) {
		weight := map[bool]string{true: "700", false: "400"}[l.thick]
		p.haloed(f.x0+f.w+7, l.y+4, 11, start, l.pen.letter, weight, l.text)
	}
	return p.String()
}

// lineEnd is what stands at the end of a line: name and last value, with its
// year where that is not the last.
func lineEnd(l trendLine, last ir.Year) string {
	e := l.points[len(l.points)-1]
	text := fmt.Sprintf("%s %s%%", l.name, decimal(100*e.Value, sharePlaces(e)))
	if e.Year < last {
		text += fmt.Sprintf(" (%d)", e.Year)
	}
	return text
}

// spanKnown is spanOf over the values that are there.
func spanKnown(lines []trendLine) (first, last ir.Year, top float64) {
	bare := make([]trendLine, len(lines))
	for i, l := range lines {
		for _, pt := range l.points {
			if !math.IsNaN(pt.Value) {
				bare[i].points = append(bare[i].points, pt)
			}
		}
	}
	return spanOf(bare)
}

// known are the lines that have a value, each up to its last one.
func known(lines []trendLine) []trendLine {
	var out []trendLine
	for _, l := range lines {
		n := len(l.points)
		for n > 0 && math.IsNaN(l.points[n-1].Value) {
			n--
		}
		if n > 0 {
			l.points = l.points[:n]
			out = append(out, l)
		}
	}
	return out
}

// share draws a line with its gaps, and a dot for a year that stands alone.
func (p *picture) share(f frame, l trendLine) {
	width := map[bool]float64{true: 2.6, false: 1.8}[l.thick]
	line := make([]point, 0, len(l.points))
	for i, pt := range l.points {
		if i > 0 && pt.Year > l.points[i-1].Year+1 {
			line = append(line, point{math.NaN(), math.NaN()})
		}
		line = append(line, f.on(float64(pt.Year), pt.Value))
	}
	p.path(gapPath(line), stroke(l.pen.line, width, l.pen.dash))
	for i, at := range line {
		alone := (i == 0 || line[i-1].missing()) && (i == len(line)-1 || line[i+1].missing())
		if alone && !at.missing() {
			p.circle(at[0], at[1], 2.4, filled(l.pen.line))
		}
	}
}

// ranges draws the ranges of a line as a pale band, broken where it is.
func (p *picture) ranges(f frame, l trendLine) {
	var run []study.TrendPoint
	flush := func() {
		if len(run) == 1 {
			x := f.x(float64(run[0].Year))
			p.line(x, f.y(run[0].Low), x, f.y(run[0].High), stroke(l.pen.line, 3, ""))
		}
		var upper, lower string
		for i, pt := range run {
			x := px(f.x(float64(pt.Year)))
			upper += map[bool]string{true: "M", false: "L"}[i == 0] + x + " " + px(f.y(pt.High))
			lower = "L" + x + " " + px(f.y(pt.Low)) + lower
		}
		if len(run) > 1 {
			p.path(upper+lower+"Z", filled(l.pen.line)+` fill-opacity="0.16"`)
		}
		run = nil
	}
	last := ir.Year(0)
	for _, pt := range l.points {
		if !(pt.High > pt.Low) || pt.Year > last+1 {
			flush()
		}
		if pt.High > pt.Low {
			run = append(run, pt)
		}
		last = pt.Year
	}
	flush()
}
