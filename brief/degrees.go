package brief

// degree is how far something holds of a state, from 0 to 1.
type degree struct {
	name    string
	value   Amount
	missing bool
}

// degreeChart is a state's degrees, a bar for each.
type degreeChart struct {
	rows    []degree
	missing string // written where there are no data
	lang    style
}

// Sizes of the picture of degrees.
const (
	degreesW, degreesLeft, degreesTop = 640.0, 200.0, 24.0
	degreesGutter, degreesSize        = 122.0, 11.0
)

// drawDegrees draws a bar from 0 to 1 for each degree, with its value and range
// at the end. A degree without data has no bar and says so.
func drawDegrees(id, title, desc string, c degreeChart) string {
	const foot, least, leading = 6.0, 18.0, 1.25
	names := make([][]string, len(c.rows))
	heights := make([]float64, len(c.rows))
	total := 0.0
	for i, r := range c.rows {
		names[i] = wrap(r.name, degreesSize, degreesLeft-24)
		heights[i] = max(least, degreesSize*leading*float64(len(names[i]))+5)
		total += heights[i]
	}
	p := newPicture(id, title, desc, degreesW, degreesTop+total+foot)
	f := frame{degreesLeft, degreesTop, degreesW - degreesLeft - degreesGutter, total, scale{high: 1}, scale{}}
	for _, v := range []float64{0, 0.5, 1} {
		p.line(f.x(v), f.y0-3, f.x(v), f.y0+f.h, stroke(faint, 0.6, ""))
		p.text(f.x(v), f.y0-8, 10, middle, muted, short(v))
	}
	y := f.y0
	for i, r := range c.rows {
		y += heights[i] / 2
		fill := ink
		if r.missing {
			fill = muted
		}
		p.block(f.x0-12, y, degreesSize, end, fill, names[i])
		p.degree(f, y, r, c)
		y += heights[i] / 2
	}
	return p.String()
}

// degree draws one bar with its range and writes its value after it.
func (p *picture) degree(f frame, y float64, r degree, c degreeChart) {
	at := f.x0 + f.w + 12
	if r.missing {
		p.line(f.x0, y, f.x0+f.w, y, stroke("#8f8f8f", 0.8, "1 4"))
		p.text(at, y+4, 11, start, muted, c.missing)
		return
	}
	p.rect(f.x0, y-6, f.w, 12, filled("#ededed"))
	p.rect(f.x0, y-6, f.w*f.across.at(r.value.Value), 12, filled("#7f93aa"))
	if r.value.ranged() {
		p.line(f.x(r.value.Low), y, f.x(r.value.High), y, stroke(ink, 2, ""))
		for _, v := range []float64{r.value.Low, r.value.High} {
			p.line(f.x(v), y-4, f.x(v), y+4, stroke(ink, 1.6, ""))
		}
	}
	p.text(at, y+4, 11, start, ink, c.lang.num(r.value))
}
