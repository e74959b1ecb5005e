package brief

import "slices"

// place finds room for a label at or round the roomiest spot of an area's main
// ring, or beside its dot; for a name that the map must show, anywhere inside
// the ring. A label stands where it can be told whose it is.
func place(a area, text string, size float64, weight string, placed []box) (point, bool) {
	at, _ := roomiest(a.main)
	if at == (point{}) {
		at = a.main[0]
	}
	w := textWidth(text, size)
	if weight == boldWeight {
		w = boldWidth(text, size)
	}
	try := func(spots []point) (point, bool) {
		for _, s := range spots {
			q := point{min(max(s[0], w/2+4), mapW-w/2-4), s[1] + size*0.35}
			b := labelBox(q[0], q[1], size, weight, text)
			if b.onPicture() && !slices.ContainsFunc(placed, b.meets) && b.by(a.main) {
				return q, true
			}
		}
		return point{at[0], at[1] + size*0.35}, false
	}
	q, ok := try(beside(at, w, a.dot))
	if !ok && weight == boldWeight && !a.dot {
		return try(interior(a.main))
	}
	return q, ok
}

// beside are the middles of labels of a width at a place and round it, or only
// round it where the place is a dot.
func beside(at point, w float64, dot bool) []point {
	shifts := []point{{0, 0}, {0, 14}, {0, -14}, {w/2 + 14, 0}, {-w/2 - 14, 0}, {0, 28}, {0, -28}, {w/2 + 14, 16}, {-w/2 - 14, 16}}
	if dot {
		side := w/2 + 2*dotRadius + 1
		shifts = []point{{side, 0}, {-side, 0}, {0, 13}, {0, -12}, {side, 11}, {side, -11}, {-side, 11}, {-side, -11}}
	}
	out := make([]point, len(shifts))
	for i, s := range shifts {
		out[i] = point{at[0] + s[0], at[1] + s[1]}
	}
	return out
}

// interior are places on a grid inside a ring, the deepest first.
func interior(ring []point) []point {
	const n = 24
	low, high := ring[0], ring[0]
	for _, p := range ring {
		low, high = point{min(low[0], p[0]), min(low[1], p[1])}, point{max(high[0], p[0]), max(high[1], p[1])}
	}
	type deep struct {
		at    point
		depth float64
	}
	var found []deep
	for i := range n {
		for j := range n {
			p := point{low[0] + (high[0]-low[0])*(float64(i)+0.5)/n, low[1] + (high[1]-low[1])*(float64(j)+0.5)/n}
			if d := depth(p, ring); d > 0 {
				found = append(found, deep{p, d})
			}
		}
	}
	slices.SortStableFunc(found, func(a, b deep) int { return -compareFloat(a.depth, b.depth) })
	out := make([]point, len(found))
	for i, f := range found {
		out[i] = f.at
	}
	return out
}

// by reports whether a box stands on a ring or so near that a reader takes it
// for the ring's.
func (b box) by(ring []point) bool {
	const near = 9.0
	wide := box{b.x0 - near, b.y0 - near, b.x1 + near, b.y1 + near}
	if depth(point{(b.x0 + b.x1) / 2, (b.y0 + b.y1) / 2}, ring) > 0 {
		return true
	}
	for i, p := range ring {
		if wide.covers(p, ring[(i+1)%len(ring)]) > 0 || wide.holds(p) {
			return true
		}
	}
	return false
}

func (b box) holds(p point) bool {
	return p[0] >= b.x0 && p[0] <= b.x1 && p[1] >= b.y0 && p[1] <= b.y1
}
