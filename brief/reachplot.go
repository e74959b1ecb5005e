package brief

import "math"

// reachAt is what a power can bring to a distance from where it starts.
type reachAt struct{ km, share float64 }

// reachMark is a power's reach at the state by one way: from home, or from a
// base.
type reachMark struct {
	label string
	km    float64
	share Amount
}

// reachLine is one power in the picture of reach: its curve, the same by
// another published gradient, and where the state lies on it.
type reachLine struct {
	name    string
	pen     pen
	curve   []reachAt
	other   []reachAt // empty where there is none
	home    reachMark
	base    reachMark // the nearest base, if based
	isBased bool
}

// reachChart is the reach of powers against distance.
type reachChart struct {
	lines []reachLine
	words reachWords
	lang  style
}

// reachWords are what is written in the picture.
type reachWords struct {
	up     string // what the height means
	across string // what the distance is from
	other  string // beside the other gradient
}

// Sizes of the reach picture.
const (
	reachW, reachH         = 640.0, 290.0
	reachLeft, reachTop    = 44.0, 36.0
	reachPlotW, reachPlotH = 570.0, 206.0
)

// drawReach draws what each power can bring to each distance from home, and the
// step that a base makes at the state: less distance, more reach.
func drawReach(id, title, desc string, c reachChart) string {
	p := newPicture(id, title, desc, reachW, reachH)
	f := c.frame()
	step := niceStep(f.up.high, 4)
	p.bold(4, 16, 12, start, ink, c.words.up)
	for v := 0.0; v <= f.up.high+step/2; v += step {
		p.line(f.x0, f.y(v), f.x0+f.w, f.y(v), stroke(faint, 0.6, ""))
		p.text(f.x0-5, f.y(v)+4, 10.5, end, muted, decimal(100*v, clampPlaces(-math.Floor(math.Log10(100*step)+tiny)))+"%")
	}
	far := niceStep(f.across.high, 6)
	for v := 0.0; v <= f.across.high+tiny; v += far {
		p.line(f.x(v), f.y0+f.h, f.x(v), f.y0+f.h+4, stroke(muted, 0.8, ""))
		p.text(f.x(v), f.y0+f.h+16, 10.5, middle, muted, decimal(v, 0))
	}
	p.text(f.x0+f.w, f.y0+f.h+32, 10.5, end, muted, c.words.across)
	room := crowd{bounds: box{f.x0 + 2, f.y0 - 14, reachW - 2, f.y0 + f.h}}
	for _, l := range c.lines {
		p.reach(f, l, &room)
	}
	for _, l := range c.lines { // over every curve
		p.marks(f, l, &room)
	}
	for _, l := range c.lines {
		p.reachNames(f, l, c, &room)
	}
	return p.String()
}

// frame spans every curve and every mark.
func (c reachChart) frame() frame {
	const parts = 4
	far, top := 1.0, 0.0
	for _, l := range c.lines {
		for _, a := range l.curve {
			far, top = max(far, a.km), max(top, a.share)
		}
		for _, a := range l.other {
			far, top = max(far, a.km), max(top, a.share)
		}
		for _, m := range l.shown() {
			far, top = max(far, m.km), max(top, m.share.Value, m.share.High)
		}
	}
	step := niceStep(top, parts)
	return frame{reachLeft, reachTop, reachPlotW, reachPlotH, scale{high: far}, scale{high: step * max(1, math.Ceil(top/step-tiny))}}
}

// shown are the marks a line has.
func (l reachLine) shown() []reachMark {
	if l.isBased {
		return []reachMark{l.home, l.base}
	}
	return []reachMark{l.home}
}

// reach draws the curves of one power.
func (p *picture) reach(f frame, l reachLine, room *crowd) {
	for _, c := range []struct {
		points []reachAt
		style  string
	}{{l.other, stroke(l.pen.line, 1, "2 3")}, {l.curve, stroke(l.pen.line, 2.4, l.pen.dash)}} {
		line := make([]point, 0, len(c.points))
		for _, a := range c.points {
			line = append(line, f.on(a.km, a.share))
		}
		p.path(gapPath(line), c.style)
		room.lines = append(room.lines, line)
	}
}

// marks draws where the state lies on a curve and the step from home to base.
func (p *picture) marks(f frame, l reachLine, room *crowd) {
	home := f.on(l.home.km, l.home.share.Value)
	if l.isBased {
		base := f.on(l.base.km, l.base.share.Value)
		p.stair(home, base, l.pen, room)
	}
	for i, m := range l.shown() {
		at := f.on(m.km, m.share.Value)
		if m.share.ranged() {
			p.line(at[0], f.y(m.share.Low), at[0], f.y(m.share.High), stroke(l.pen.line, 1.6, ""))
			room.lines = append(room.lines, []point{f.on(m.km, m.share.Low), f.on(m.km, m.share.High)})
		}
		fill := paper
		if i > 0 {
			fill = l.pen.line
		}
		p.circle(at[0], at[1], 4.6, `fill="`+fill+`" stroke="`+l.pen.line+`" stroke-width="2"`)
		room.boxes = append(room.boxes, box{at[0] - 5, at[1] - 5, at[0] + 5, at[1] + 5})
	}
}

// stair is the step from one mark to another: the distance saved, then the
// reach gained, with an arrow at its end.
func (p *picture) stair(from, to point, pen pen, room *crowd) {
	const air, head = 7.0, 8.0
	turn := point{to[0], from[1]}
	p.line(from[0], from[1], turn[0], turn[1], stroke(pen.line, 1.4, ""))
	room.lines = append(room.lines, []point{from, turn, to})
	rise := to[1] - from[1]
	if math.Abs(rise) < air+head {
		return
	}
	way := math.Copysign(1, rise)
	tip := to[1] - way*air
	p.line(turn[0], turn[1], to[0], tip-way*head/2, stroke(pen.line, 1.4, ""))
	p.path("M"+px(to[0])+" "+px(tip)+"L"+px(to[0]-4.5)+" "+px(tip-way*head)+"L"+px(to[0]+4.5)+" "+px(tip-way*head)+"Z", filled(pen.line))
}

// reachNames writes a power's name along its curve and what its marks are.
func (p *picture) reachNames(f frame, l reachLine, c reachChart, room *crowd) {
	const size, off = 11.0, 9.0
	for _, m := range l.shown() {
		text := m.label + ", " + kilometres(m.km) + ": " + c.lang.pct(m.share)
		s := room.settle(around(f.on(m.km, m.share.Value), off, size), size, text)
		p.haloed(s.at[0], s.at[1], size, s.anchor, l.pen.letter, "400", text)
	}
	if along := spotsAlong(f, l.curve); len(along) > 0 {
		s := room.settle(along, 12, l.name)
		p.haloed(s.at[0], s.at[1], 12, s.anchor, l.pen.letter, "700", l.name)
	}
	if along := spotsBack(f, l.other); len(along) > 0 {
		s := room.settle(along, 10, c.words.other)
		p.haloed(s.at[0], s.at[1], 10, s.anchor, l.pen.letter, "400", c.words.other)
	}
}

// spotsBack are spots above and below a curve from its end back, so that what
// is named there keeps clear of names at the start of another.
func spotsBack(f frame, curve []reachAt) []spot {
	const parts, off = 24, 6.0
	var out []spot
	n := len(curve)
	for i := range min(parts, n) {
		at := curve[n-1-i*n/min(parts, n)]
		p := f.on(at.km, at.share)
		out = append(out, spot{point{p[0], p[1] - 2*off}, end}, spot{point{p[0], p[1] + off + 10}, end})
	}
	return out
}

// spotsAlong are spots just above and right of a falling curve, and below it,
// from its start on.
func spotsAlong(f frame, curve []reachAt) []spot {
	const parts, off = 24, 6.0
	var out []spot
	n := len(curve)
	for i := range min(parts, n) {
		at := curve[i*n/min(parts, n)]
		p := f.on(at.km, at.share)
		out = append(out, spot{point{p[0] + off, p[1] - off}, start}, spot{point{p[0] - off, p[1] + off + 10}, end})
	}
	return out
}
