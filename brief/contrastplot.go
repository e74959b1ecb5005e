package brief

import "fmt"

// contrastRow is one dimension of two states, each in spreads from the median.
type contrastRow struct {
	name string
	a, b float64
}

// contrastChart is two states side by side.
type contrastChart struct {
	names [2]string
	title string
	edge  float64 // where the scale is cut off, either way
	rows  []contrastRow
}

// Sizes of the picture of a contrast.
const (
	contrastW, contrastTop, contrastFoot = 640.0, 42.0, 34.0
	contrastRowH, contrastSize           = 19.0, 11.0
)

// drawContrast draws a row for each dimension, with a full dot for the first state
// and an empty one for the second, joined by a line.
func drawContrast(id, title, desc string, c contrastChart) string {
	var names []string
	for _, r := range c.rows {
		names = append(names, r.name)
	}
	left := 20 + widest(contrastSize, 80, 330, names...)
	bottom := contrastTop + contrastRowH*float64(len(c.rows))
	p := newPicture(id, title, desc, contrastW, bottom+contrastFoot)
	f := frame{left, contrastTop, contrastW - left - 24, bottom - contrastTop, scale{low: -c.edge, high: c.edge}, scale{}}
	p.bold(left, 14, 12, start, ink, c.title)
	for v := -c.edge; v <= c.edge; v += 2 {
		style := stroke(faint, 0.6, "")
		if v == 0 {
			style = stroke(muted, 1, "")
		}
		p.line(f.x(v), f.y0-4, f.x(v), bottom, style)
		p.text(f.x(v), f.y0-8, 10, middle, muted, decimal(v, 0))
	}
	for i, r := range c.rows {
		y := contrastTop + contrastRowH*(float64(i)+0.5)
		p.text(left-12, y+contrastSize*0.36, contrastSize, end, ink, r.name)
		a, b := f.x(atMost(r.a, c.edge)), f.x(atMost(r.b, c.edge))
		p.line(a, y, b, y, stroke("#8f8f8f", 1.6, ""))
		p.circle(b, y, 4.4, emptyDot)
		p.circle(a, y, 4.4, filled(ink))
	}
	y, x := bottom+22, min(left, 120)
	for i, name := range c.names {
		p.circle(x+5, y-4, 4.4, map[int]string{0: filled(ink), 1: emptyDot}[i])
		p.text(x+15, y, contrastSize, start, ink, name)
		x += 40 + boldWidth(name, contrastSize)
	}
	return p.String()
}

var emptyDot = fmt.Sprintf(`fill="%s" stroke="%s" stroke-width="1.6"`, paper, ink)

func atMost(v, edge float64) float64 { return min(max(v, -edge), edge) }
