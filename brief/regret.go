package brief

import (
	"fmt"
	"math"

	"github.com/shatterbelt/shatterbelt/study"
)

// dotPanel is one plot of dots with intervals, a row for each strategy.
type dotPanel struct {
	title string
	value []Amount
}

func newRegret(v voice, c study.Comparison) (rows []string, panels []dotPanel) {
	l := v.labels()
	regret, worst := dotPanel{title: l.Regret}, dotPanel{title: l.WorstTenth}
	for _, r := range c.Results {
		rows = append(rows, v.base().strategy(r.Name))
		regret.value = append(regret.value, amount(r.Regret))
		worst.value = append(worst.value, amount(r.WorstTenth))
	}
	return rows, []dotPanel{regret, worst}
}

// drawDots draws panels side by side over the same rows.
func drawDots(id, title, desc string, rows []string, panels []dotPanel) string {
	const (
		w, left, top = 640.0, 210.0, 40.0
		rowH, gap    = 27.0, 40.0
	)
	bottom := top + rowH*float64(len(rows))
	p := newPicture(id, title, desc, w, bottom+24)
	for i, name := range rows {
		y := top + rowH*(float64(i)+0.5)
		p.block(left-12, y, 11.5, end, ink, wrap(name, 11.5, left-16))
	}
	width := (w - left - gap*float64(len(panels)-1) - 14) / float64(len(panels))
	for k, panel := range panels {
		p.dots(left+float64(k)*(width+gap), top, width, rowH, panel)
	}
	return p.String()
}

func (p *picture) dots(x0, y0, w, rowH float64, panel dotPanel) {
	low, high := math.Inf(1), math.Inf(-1)
	for _, a := range panel.value {
		low, high = min(low, a.Low, a.Value), max(high, a.High, a.Value)
	}
	step := niceStep(max(high-low, 1e-6), 4)
	low, high = step*math.Floor(low/step), step*math.Ceil(high/step)
	if high <= low {
		high = low + step
	}
	x := func(v float64) float64 { return x0 + w*(v-low)/(high-low) }
	bottom := y0 + rowH*float64(len(panel.value))
	p.bold(x0, y0-22, 12, start, ink, panel.title)
	places := clampPlaces(-math.Floor(math.Log10(step)))
	for v := low; v <= high+step/2; v += step {
		p.line(x(v), y0-6, x(v), bottom, stroke(faint, 0.6, ""))
		p.text(x(v), bottom+15, 10.5, middle, muted, decimal(v, places))
	}
	for i, a := range panel.value {
		y := y0 + rowH*(float64(i)+0.5)
		p.line(x0, y, x0+w, y, stroke("#eeeeee", 0.8, ""))
		p.line(x(a.Low), y, x(a.High), y, stroke(ink, 4, ""))
		p.circle(x(a.Value), y, 4.6, fmt.Sprintf(`fill="%s" stroke="%s" stroke-width="1.6"`, paper, ink))
		p.haloed(x(a.Value), y-8, 10.5, middle, ink, "400", decimal(a.Value, Places(a.Value, a.Low, a.High)))
	}
}
