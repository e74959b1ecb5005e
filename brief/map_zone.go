package brief

import (
	"math"
	"slices"
	"strings"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/study"
)

// zone is a region of states drawn with a ring round it.
type zone struct {
	label  string // its rank or letters, short enough for a badge
	states []ir.CCode
}

// Place is a state's capital, in degrees.
type Place struct {
	State    ir.CCode
	Lat, Lon float64
}

// specks are the capitals, for the states without an outline.
func specks(places []Place) []speck {
	out := make([]speck, len(places))
	for i, p := range places {
		out[i] = speck{p.State, point{p.Lon, p.Lat}}
	}
	return out
}

// speck is a state with no outline, known by its capital alone.
type speck struct {
	state ir.CCode
	at    point // longitude and latitude
}

// ring is a speck as an outline too small to see, so that distances to it are
// measured like any other.
func (s speck) ring() [][2]float64 {
	const half = 0.01 // degrees
	x, y := s.at[0], s.at[1]
	return [][2]float64{{x - half, y - half}, {x + half, y - half}, {x + half, y + half}, {x - half, y + half}}
}

// dots adds the specks that fall on the picture.
func (n *neighbourhood) dots(specks []speck) {
	for _, s := range specks {
		if !slices.Contains(n.small, s.state) || !n.near(s.ring()) {
			continue
		}
		at := n.at(s.at)
		if at[0] > 4 && at[0] < mapW-4 && at[1] > 4 && at[1] < mapH-4 {
			n.areas = append(n.areas, area{state: s.state, main: []point{at}, dot: true})
		}
	}
}

// The ring of a zone: dashes in one colour on white, outside the land.
const (
	zoneColour         = "#6a1b9a"
	zoneWide, zoneCase = 8.0, 11.0
	zoneDash           = "10 5"
	dotRadius          = 3.2
	touchingPx         = 6.0 // between lands that share a badge
)

// zones draws a ring round each zone, the largest first. The ring is drawn wide
// over all its members' borders and their land then laid over it, so that only
// its outer half remains and nothing of the borders between them.
func (p *picture) zones(n *neighbourhood, fill func(area) string) {
	zones := slices.Clone(n.zones)
	slices.SortStableFunc(zones, func(a, b zone) int { return len(b.states) - len(a.states) })
	for _, z := range zones {
		members := n.members(z)
		for _, s := range []string{stroke(paper, zoneCase, ""), stroke(zoneColour, zoneWide, zoneDash)} {
			for _, a := range members {
				if a.dot {
					p.circle(a.main[0][0], a.main[0][1], dotRadius+3, s)
				}
				p.path(a.edges, s)
			}
		}
		for _, a := range members {
			p.path(strings.Join(a.fills, ""), `fill="`+fill(a)+`" fill-rule="evenodd"`)
		}
	}
}

// members are the lands of a zone in view.
func (n *neighbourhood) members(z zone) []area {
	var out []area
	for _, a := range n.areas {
		if a.state != ir.World && slices.Contains(z.states, a.state) {
			out = append(out, a)
		}
	}
	return out
}

// badges labels the zones, once on each piece of land that hangs together.
func (p *picture) badges(n *neighbourhood, placed []box) []box {
	const size, high = 12.0, 17.0
	room := crowd{bounds: box{2, 2, mapW - 2, mapH - 2}, boxes: placed}
	for _, z := range n.zones {
		for _, piece := range pieces(slices.DeleteFunc(n.members(z), func(a area) bool { return !a.inView() })) {
			wide := max(high, boldWidth(z.label, size)+10)
			b := room.badge(piece, wide, high)
			p.rect(b.x0, b.y0, wide, high, `rx="`+px(high/2)+`" fill="`+zoneColour+`" stroke="`+paper+`" stroke-width="1.5"`)
			p.bold(b.x0+wide/2, b.y0+high/2+size*0.36, size, middle, paper, z.label)
		}
	}
	return room.boxes
}

// badge finds room for a badge outside a piece of land, at one of its far ends,
// and takes it.
func (c *crowd) badge(piece []point, wide, high float64) box {
	best, least := box{}, math.Inf(1)
	for _, u := range []point{{-0.7, -0.7}, {0.7, -0.7}, {0, -1}, {-1, 0}, {1, 0}, {-0.7, 0.7}, {0.7, 0.7}, {0, 1}} {
		far := piece[0]
		for _, q := range piece {
			if q[0]*u[0]+q[1]*u[1] > far[0]*u[0]+far[1]*u[1] {
				far = q
			}
		}
		x, y := far[0]+u[0]*(wide/2+4), far[1]+u[1]*(high/2+4)
		b := box{x - wide/2, y - high/2, x + wide/2, y + high/2}
		if cost := c.cost(b); cost < least {
			best, least = b, cost
		}
	}
	c.boxes = append(c.boxes, best)
	return best
}

// pieces joins the main lands of areas that lie close together.
func pieces(areas []area) [][]point {
	var out [][]point
	for _, a := range areas {
		if len(a.main) == 0 {
			continue
		}
		ring := slices.Clone(a.main)
		var apart [][]point
		for _, other := range out {
			if closer(ring, other, touchingPx) {
				ring = append(ring, other...)
			} else {
				apart = append(apart, other)
			}
		}
		apart = append(apart, ring)
		out = apart
	}
	return out
}

// closer reports whether two sets of places come nearer than a distance.
func closer(a, b []point, than float64) bool {
	for _, p := range a {
		for _, q := range b {
			if p.minus(q).norm() < than {
				return true
			}
		}
	}
	return false
}

// specks draws the states without an outline as dots, the marked ones in their
// colour.
func (p *picture) specks(n *neighbourhood, d study.Dossier, pens palette, fill func(area) string) {
	for _, a := range n.areas {
		if !a.dot {
			continue
		}
		line, width := ink, 1.0
		if a.state == d.State || slices.Contains(n.pins, a.state) {
			line, width = pens.of(a.state).line, 2.4
		}
		p.circle(a.main[0][0], a.main[0][1], dotRadius, `fill="`+fill(a)+`" stroke="`+line+`" stroke-width="`+px(width)+`"`)
	}
}
