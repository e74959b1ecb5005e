package brief

import (
	"fmt"
	"math"
	"slices"
)

// scale carries values onto a length from 0 to 1, evenly or by logarithm.
type scale struct {
	low, high float64
	log       bool
}

func (s scale) at(v float64) float64 {
	if s.log {
		return math.Log(v/s.low) / math.Log(s.high/s.low)
	}
	return (v - s.low) / (s.high - s.low)
}

// frame is the plotting area of a picture with its two scales.
type frame struct {
	x0, y0, w, h float64
	across, up   scale
}

func (f frame) x(v float64) float64 { return f.x0 + f.w*f.across.at(v) }

func (f frame) y(v float64) float64 { return f.y0 + f.h*(1-f.up.at(v)) }

// on is where a pair of values falls on the picture; a missing value stays
// missing.
func (f frame) on(x, y float64) point { return point{f.x(x), f.y(y)} }

// missing reports whether a place has no value: not a number, or beyond every
// scale, as the logarithm of nothing is.
func (p point) missing() bool {
	return math.IsNaN(p[0]) || math.IsNaN(p[1]) || math.IsInf(p[0], 0) || math.IsInf(p[1], 0)
}

// gapPath joins places into a line that breaks where one is missing.
func gapPath(points []point) string {
	d, pen := "", false
	for _, p := range points {
		if p.missing() {
			pen = false
			continue
		}
		d += map[bool]string{true: "L", false: "M"}[pen] + px(p[0]) + " " + px(p[1])
		pen = true
	}
	return d
}

// logTicks are the values 1, 2 and 5 times a power of ten from low to high, or
// the powers of ten alone where those would be more than most.
func logTicks(low, high float64, most int) []float64 {
	for _, digits := range [][]float64{{1, 2, 5}, {1}} {
		var out []float64
		for e := math.Floor(math.Log10(low)); e <= math.Ceil(math.Log10(high)); e++ {
			for _, k := range digits {
				if v := k * math.Pow(10, e); v >= low*(1-tiny) && v <= high*(1+tiny) {
					out = append(out, v)
				}
			}
		}
		if len(out) <= most || len(digits) == 1 {
			return out
		}
	}
	return nil
}

// boldWidth estimates how wide a label in bold is.
func boldWidth(s string, size float64) float64 {
	const broader = 1.14
	return broader * textWidth(s, size)
}

// widest is the room that the widest of some labels needs, in bold, within
// bounds.
func widest(size, least, most float64, labels ...string) float64 {
	w := least
	for _, l := range labels {
		w = max(w, boldWidth(l, size))
	}
	return min(w, most)
}

// spot is a place for a label: a point, and which end of the text stands there.
type spot struct {
	at     point
	anchor string
}

// boxOf is the room a label takes at a spot.
func boxOf(s spot, size float64, text string) box {
	w := textWidth(text, size)
	x := s.at[0]
	switch s.anchor {
	case middle:
		x -= w / 2
	case end:
		x -= w
	}
	return box{x - 2, s.at[1] - size*0.85, x + w + 2, s.at[1] + size*0.3}
}

// around are the spots round a mark: to its right, left, above and below, at its
// corners, and then farther up and down, off by a distance.
func around(p point, off, size float64) []spot {
	mid := p[1] + size*0.35
	return []spot{
		{point{p[0] + off, mid}, start}, {point{p[0] + off, mid - size*0.9}, start}, {point{p[0] + off, mid + size*0.9}, start},
		{point{p[0], p[1] - off}, middle}, {point{p[0] - off, mid}, end}, {point{p[0] - off, mid - size*0.9}, end},
		{point{p[0], p[1] + off + size*0.75}, middle}, {point{p[0] - off, mid + size*0.9}, end},
		{point{p[0] + off, mid - size*2}, start}, {point{p[0] + off, mid + size*2}, start},
		{point{p[0] - off, mid - size*2}, end}, {point{p[0] - off, mid + size*2}, end},
		{point{p[0], p[1] - size*3}, middle}, {point{p[0], p[1] + size*3}, middle},
	}
}

// crowd is what stands on a picture already: boxes that no label may cover, and
// lines that none should.
type crowd struct {
	bounds box
	boxes  []box
	lines  [][]point
}

// settle takes the first of the spots where a label stands free; without one,
// the spot inside the bounds that covers least. The room is then taken.
func (c *crowd) settle(spots []spot, size float64, text string) spot {
	best, least := spots[0], math.Inf(1)
	for _, s := range spots {
		if cost := c.cost(boxOf(s, size, text)); cost < least {
			best, least = s, cost
		}
	}
	c.boxes = append(c.boxes, boxOf(best, size, text))
	return best
}

// cost is how much a box covers: what is outside the bounds weighs more than a
// label, a label more than any length of line.
func (c *crowd) cost(b box) float64 {
	const outside, label = 1e8, 1e5
	cost := 0.0
	if b.x0 < c.bounds.x0 || b.y0 < c.bounds.y0 || b.x1 > c.bounds.x1 || b.y1 > c.bounds.y1 {
		cost += outside
	}
	for _, o := range c.boxes {
		if b.meets(o) {
			cost += label
		}
	}
	for _, line := range c.lines {
		for i := 1; i < len(line); i++ {
			if !line[i-1].missing() && !line[i].missing() {
				cost += b.covers(line[i-1], line[i])
			}
		}
	}
	return cost
}

// covers is the length of the line from p to q that lies in a box.
func (b box) covers(p, q point) float64 {
	from, to := 0.0, 1.0
	d := q.minus(p)
	for axis, side := range [2][2]float64{{b.x0, b.x1}, {b.y0, b.y1}} {
		if d[axis] == 0 {
			if p[axis] < side[0] || p[axis] > side[1] {
				return 0
			}
			continue
		}
		s, t := (side[0]-p[axis])/d[axis], (side[1]-p[axis])/d[axis]
		from, to = max(from, min(s, t)), min(to, max(s, t))
	}
	return max(0, to-from) * d.norm()
}

// weighted is a label in bold or not.
func (p *picture) weighted(x, y, size float64, anchor string, strong bool, s string) {
	if strong {
		p.bold(x, y, size, anchor, ink, s)
		return
	}
	p.text(x, y, size, anchor, ink, s)
}

// years labels the bottom of a frame with years, leaving out those that would
// stand too near one written before.
func (p *picture) years(f frame, list ...int) {
	const size, room = 10.0, 30.0
	var at []float64
	for _, v := range list {
		x := f.x(float64(v))
		if slices.ContainsFunc(at, func(o float64) bool { return abs(o-x) < room }) {
			continue
		}
		at = append(at, x)
		p.line(x, f.y0+f.h, x, f.y0+f.h+4, stroke(muted, 0.8, ""))
		p.text(x, f.y0+f.h+15, size, middle, muted, fmt.Sprint(v))
	}
}
