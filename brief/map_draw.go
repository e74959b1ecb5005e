package brief

import (
	"math"
	"slices"
	"strings"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/study"
)

// drawMap draws the neighbourhood: land shaded by squeeze, the pair outlined in
// its colours, circles of distance, and arrows to powers out of view.
func drawMap(id, title, desc string, n *neighbourhood, d study.Dossier, l *lexicon, pens palette) string {
	p := newPicture(id, title, desc, mapW, mapH)
	clipID := id + "-c"
	p.b.WriteString(`<clipPath id="` + clipID + `"><rect width="` + px(mapW) + `" height="` + px(mapH) + `"/></clipPath><g clip-path="url(#` + clipID + `)">`)
	p.rect(0, 0, mapW, mapH, filled(seaFill))
	top := 0.0
	for _, r := range d.Position.Rows {
		top = max(top, r.Squeeze.Value)
	}
	fill := func(a area) string {
		if r, ok := d.Position.Row(a.state); ok && top > 0 && a.state != ir.World {
			return shade(0.1 + 0.75*r.Squeeze.Value/top)
		}
		return landFill
	}
	for _, a := range n.areas {
		p.path(strings.Join(a.fills, ""), `fill="`+fill(a)+`" fill-rule="evenodd"`)
	}
	p.zones(n, fill)
	for _, a := range n.areas {
		p.path(a.edges, stroke(borderLine, 0.6, ""))
	}
	placed := p.circles(n)
	marked := []ir.CCode{d.Position.Pair.A, d.Position.Pair.B, d.State}
	for _, c := range marked {
		for _, a := range n.areas {
			if a.state == c && c != ir.World {
				p.path(a.edges, stroke(pens.of(c).line, 2.4, pens.of(c).dash))
			}
		}
	}
	p.specks(n, d, pens, fill)
	for _, a := range n.areas {
		if a.dot {
			placed = append(placed, roundBox(a.main[0], dotRadius+1))
		}
	}
	placed = p.arrows(n, l, pens, placed)
	placed = p.badges(n, placed)
	p.names(n, d, l, pens, placed)
	p.b.WriteString("</g>")
	p.rect(0.5, 0.5, mapW-1, mapH-1, stroke(faint, 1, ""))
	return p.String()
}

// circles draws the distances and returns the places of their labels.
func (p *picture) circles(n *neighbourhood) []box {
	const size = 10.0
	var placed []box
	for _, r := range n.rings() {
		p.circle(mapW/2, mapH/2, r*n.scale, stroke(ringLine, 0.9, "3 3"))
		at := point{mapW/2 + r*n.scale*0.7071 + 3, mapH/2 + r*n.scale*0.7071 + 10}
		p.haloed(at[0], at[1], size, start, muted, "400", kilometres(r))
		placed = append(placed, boxOf(spot{at, start}, size, kilometres(r)))
	}
	return placed
}

// boldWeight is the weight of names that a map must show.
const boldWeight = "700"

// box is a place taken by a label.
type box struct{ x0, y0, x1, y1 float64 }

func (b box) meets(c box) bool {
	return b.x0 < c.x1 && c.x0 < b.x1 && b.y0 < c.y1 && c.y0 < b.y1
}

func (b box) onPicture() bool { return b.x0 > 2 && b.y0 > 2 && b.x1 < mapW-2 && b.y1 < mapH-2 }

// roundBox is the room of a mark of a radius.
func roundBox(at point, r float64) box { return box{at[0] - r, at[1] - r, at[0] + r, at[1] + r} }

// labelBox is the room of a label centred on x; those of a weight are bold.
func labelBox(x, y, size float64, weight, text string) box {
	w := textWidth(text, size)
	if weight == boldWeight {
		w = boldWidth(text, size)
	}
	return box{x - w/2 - 2, y - size, x + w/2 + 2, y + size*0.35}
}

// arrows points to the powers that must be accounted for but lie out of view,
// with the distance to their main territory.
func (p *picture) arrows(n *neighbourhood, l *lexicon, pens palette, placed []box) []box {
	for _, c := range n.pins {
		ring, known := n.main[c]
		seen := slices.ContainsFunc(n.areas, func(a area) bool { return a.state == c && a.inView() })
		if !known || seen {
			continue
		}
		at, u := n.edge(centroid(ring))
		pen := pens.of(c)
		side := point{-u[1], u[0]}
		tip := point{at[0] + 8*u[0], at[1] + 8*u[1]}
		p.path("M"+px(tip[0])+" "+px(tip[1])+"L"+px(at[0]-6*u[0]+7*side[0])+" "+px(at[1]-6*u[1]+7*side[1])+
			"L"+px(at[0]-6*u[0]-7*side[0])+" "+px(at[1]-6*u[1]-7*side[1])+"Z", filled(pen.line))
		placed = append(placed, roundBox(at, 7))
		text := l.name(c) + " " + kilometres(roundKM(n.proj.nearestKM(ring)))
		w := boldWidth(text, 12)
		x := min(max(at[0]-u[0]*(w/2+16), w/2+6), mapW-w/2-6)
		y := min(max(at[1]-u[1]*24+4, 16), mapH-8)
		for b := labelBox(x, y, 12, boldWeight, text); slices.ContainsFunc(placed, b.meets); b = labelBox(x, y, 12, boldWeight, text) {
			y -= math.Copysign(16, u[1])
		}
		p.haloed(x, y, 12, middle, pen.letter, boldWeight, text)
		placed = append(placed, labelBox(x, y, 12, boldWeight, text))
	}
	return placed
}

// roundKM rounds a distance to the hundred kilometres that centre and outline
// allow.
func roundKM(v float64) float64 { return 100 * math.Round(v/100) }

// names labels the states on the list, the marked ones first, each with its
// rank; a label that finds no room is left out, but never the state's own.
func (p *picture) names(n *neighbourhood, d study.Dossier, l *lexicon, pens palette, placed []box) {
	areas := slices.Clone(n.areas)
	weight := func(a area) float64 {
		switch {
		case a.state == d.State:
			return math.Inf(1)
		case slices.Contains(n.pins, a.state):
			return mapW*mapH + a.seen
		case a.dot: // says nothing without its name
			return mapW * mapH
		}
		return a.seen
	}
	slices.SortStableFunc(areas, func(a, b area) int { return -compareFloat(weight(a), weight(b)) })
	for _, a := range areas {
		row, ranked := d.Position.Row(a.state)
		pin := a.state == d.State || slices.Contains(n.pins, a.state)
		if a.state == ir.World || !ranked && !pin || len(a.main) == 0 || !pin && !a.dot && a.seen < leastSeen/4 {
			continue
		}
		text, size, bold := l.name(a.state), 11.0, "400"
		if ranked {
			text += rankMark(row.Squeeze.Rank)
		}
		if pin {
			size, bold = 13, boldWeight
		}
		colour := ink
		if pin && a.state != d.State {
			colour = pens.of(a.state).letter
		}
		at, ok := place(a, text, size, bold, placed)
		if !ok && a.state != d.State {
			continue
		}
		p.haloed(at[0], at[1], size, middle, colour, bold, text)
		placed = append(placed, labelBox(at[0], at[1], size, bold, text))
	}
}
