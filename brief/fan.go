package brief

import (
	"math"

	"github.com/shatterbelt/shatterbelt/study"
)

// fanYear is the distribution of a ratio in one year to come.
type fanYear struct {
	year                   int
	q5, q25, q50, q75, q95 float64
}

// crossing is when a ratio passes 1 as one way of estimating sees it. A
// quantile beyond the horizon is +Inf; without data all are NaN.
type crossing struct {
	q10, q50, q90 float64 // years
	never         float64 // share of draws that do not cross within the horizon
}

func (c crossing) known() bool { return !math.IsNaN(c.never) }

// fanPanel is the ratio under one way of counting prices. Without history and
// fan the panel says that there are no data.
type fanPanel struct {
	title    string
	history  []study.TrendPoint // the ratio by year; NaN where it is missing
	fan      []fanYear
	crossing []crossing // one for each row of the chart, or none
}

func (f fanPanel) empty() bool { return len(f.history) == 0 && len(f.fan) == 0 }

// fanLevel is a ratio marked by a line across every panel.
type fanLevel struct {
	ratio float64
	label string
}

// fanRow is a row of the strips under the fans: an estimation window, or all of
// them together.
type fanRow struct {
	label  string
	strong bool
}

// fanChart is the ratio of two powers from the record to a horizon, a panel for
// each way of counting prices, over the years in which it passes 1.
type fanChart struct {
	panels []fanPanel
	levels []fanLevel
	rows   []fanRow
	words  fanWords
	lang   style
}

// fanWords are what is written in the picture.
type fanWords struct {
	crossing string // over the strips: what the bars and dots are
	never    string // over the shares that do not cross
	missing  string
}

// Sizes of the fan picture.
const (
	fanW, fanTop, fanH   = 660.0, 26.0, 172.0
	fanStripTop, fanRowH = 52.0, 22.0 // below the fans
)

// drawFan draws the fans side by side on one scale, and under each, on the same
// years, when the ratio passes 1.
func drawFan(id, title, desc string, c fanChart) string {
	h := fanTop + fanH + 22
	if len(c.rows) > 0 {
		h = fanTop + fanH + fanStripTop + fanRowH*float64(len(c.rows)) + 8
	}
	p := newPicture(id, title, desc, fanW, h)
	left, gutter := c.margins()
	column := (fanW - left) / float64(max(1, len(c.panels)))
	f := frame{left, fanTop, column - gutter, fanH, c.across(), c.up()}
	p.ratios(f, c.levels)
	for _, panel := range c.panels {
		p.fan(f, panel, c)
		if len(c.rows) > 0 && len(panel.crossing) > 0 {
			p.strips(f, panel, c)
		}
		f.x0 += column
	}
	if len(c.rows) > 0 {
		top := fanTop + fanH + fanStripTop
		p.bold(4, top-13, 11.5, start, ink, c.words.crossing)
		for i, r := range c.rows {
			p.weighted(left-8, top+fanRowH*(float64(i)+0.5)+7.5, 10.5, end, r.strong, r.label)
		}
	}
	return p.String()
}

// margins are the room at the left for what the rows and levels are, and after
// each panel for the ends of its fan.
func (c fanChart) margins() (left, gutter float64) {
	names := make([]string, 0, len(c.rows)+len(c.levels))
	for _, r := range c.rows {
		names = append(names, r.label)
	}
	for _, l := range c.levels {
		names = append(names, l.label)
	}
	ends := []string{c.words.never}
	for _, panel := range c.panels {
		for _, l := range panel.ends(c.lang) {
			ends = append(ends, l.text)
		}
	}
	return 12 + widest(10.5, 40, 150, names...), 12 + widest(10, 50, 80, ends...)
}

// across is the scale of years that all panels share.
func (c fanChart) across() scale {
	low, high := math.Inf(1), math.Inf(-1)
	for _, panel := range c.panels {
		for _, t := range panel.history {
			low, high = min(low, float64(t.Year)), max(high, float64(t.Year))
		}
		for _, f := range panel.fan {
			low, high = min(low, float64(f.year)), max(high, float64(f.year))
		}
	}
	if low >= high {
		return scale{low: low - 1, high: low + 1}
	}
	return scale{low: low, high: high}
}

// up is the logarithmic scale of the ratio that all panels share; the marked
// levels are always on it.
func (c fanChart) up() scale {
	const air = 1.12
	low, high := math.Inf(1), math.Inf(-1)
	take := func(v float64) {
		if v > 0 && !math.IsInf(v, 0) {
			low, high = min(low, v), max(high, v)
		}
	}
	for _, l := range c.levels {
		take(l.ratio)
	}
	for _, panel := range c.panels {
		for _, t := range panel.history {
			take(t.Value)
		}
		for _, f := range panel.fan {
			take(f.q5)
			take(f.q95)
		}
	}
	if low > high {
		low, high = 1, 1
	}
	return scale{low: low / air, high: high * air, log: true}
}

// now is the last year of the record.
func (f fanPanel) now() int {
	if len(f.history) == 0 {
		return f.fan[0].year
	}
	return int(f.history[len(f.history)-1].Year)
}

// ratios labels the scale to the left of the first panel: marked levels by
// name, round ratios where there is room.
func (p *picture) ratios(f frame, levels []fanLevel) {
	const size, gap = 10.5, 12.0
	labels := make([]endLabel, 0, len(levels))
	for _, l := range levels {
		labels = append(labels, endLabel{y: f.y(l.ratio), text: l.label})
	}
	labels = spread(labels, gap, f.y0, f.y0+f.h)
	for _, l := range labels {
		p.bold(f.x0-6, l.y+size*0.35, size, end, ink, l.text)
	}
	const most = 9
	for _, v := range logTicks(f.up.low, f.up.high, most) {
		free := true
		for _, l := range labels {
			free = free && abs(l.y-f.y(v)) >= gap
		}
		if free {
			p.text(f.x0-6, f.y(v)+size*0.35, size, end, muted, short(v))
		}
	}
}

// Lightness of the bands, and the line through them.
const (
	outerBand, innerBand = 0.1, 0.34
	medianLine           = "#163a63"
)

func (p *picture) fan(f frame, panel fanPanel, c fanChart) {
	p.bold(f.x0, f.y0-10, 12, start, ink, panel.title)
	p.rect(f.x0, f.y0, f.w, f.h, stroke(faint, 0.8, ""))
	if panel.empty() {
		p.text(f.x0+f.w/2, f.y0+f.h/2, 11, middle, muted, c.words.missing)
		return
	}
	p.band(f, panel.fan, outerBand, func(y fanYear) (float64, float64) { return y.q5, y.q95 })
	p.band(f, panel.fan, innerBand, func(y fanYear) (float64, float64) { return y.q25, y.q75 })
	const most = 9
	for _, v := range logTicks(f.up.low, f.up.high, most) {
		p.line(f.x0, f.y(v), f.x0+f.w, f.y(v), stroke(faint, 0.5, ""))
	}
	for _, l := range c.levels {
		dash := "4 3"
		if l.ratio == 1 {
			dash = ""
		}
		p.line(f.x0, f.y(l.ratio), f.x0+f.w, f.y(l.ratio), stroke(ink, 1, dash))
	}
	now := panel.now()
	p.line(f.x(float64(now)), f.y0, f.x(float64(now)), f.y0+f.h, stroke(muted, 0.8, "1 2"))
	history, median := make([]point, 0, len(panel.history)), make([]point, 0, len(panel.fan))
	for _, t := range panel.history {
		history = append(history, f.on(float64(t.Year), t.Value))
	}
	for _, y := range panel.fan {
		median = append(median, f.on(float64(y.year), y.q50))
	}
	p.path(gapPath(median), stroke(medianLine, 2, ""))
	p.path(gapPath(history), stroke(ink, 2.2, ""))
	p.years(f, now, int(f.across.high), int(f.across.low))
	labels := panel.ends(c.lang)
	for i, v := range panel.quantiles() {
		labels[i].y = f.y(v)
	}
	for _, l := range spread(labels, 12, f.y0+4, f.y0+f.h) {
		p.weighted(f.x0+f.w+4, l.y+3.5, 10, start, l.thick, l.text)
	}
}

// quantiles are where the fan ends: the ratios that 95, 50 and 5 % of the draws
// stay below.
func (f fanPanel) quantiles() []float64 {
	if len(f.fan) == 0 {
		return nil
	}
	last := f.fan[len(f.fan)-1]
	return []float64{last.q95, last.q50, last.q5}
}

// ends labels the end of the fan: share of the draws below, and ratio.
func (f fanPanel) ends(lang style) []endLabel {
	q := f.quantiles()
	out := make([]endLabel, len(q))
	for i, v := range q {
		out[i] = endLabel{text: []string{"95", "50", "5"}[i] + lang.percent + ": " + decimal(v, Places(v, v, v)), thick: i == 1}
	}
	return out
}

// band fills the space between two quantiles.
func (p *picture) band(f frame, fan []fanYear, dark float64, of func(fanYear) (low, high float64)) {
	if len(fan) == 0 {
		return
	}
	var upper, lower string
	for i, y := range fan {
		low, high := of(y)
		x := px(f.x(float64(y.year)))
		upper += map[bool]string{true: "M", false: "L"}[i == 0] + x + " " + px(f.y(high))
		lower = "L" + x + " " + px(f.y(low)) + lower
	}
	p.path(upper+lower+"Z", filled(shade(dark)))
}
