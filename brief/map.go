package brief

import (
	"math"
	"slices"
	"strconv"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/study"
)

// Outline is the land of one state or territory as rings of longitude and
// latitude. Values of core.Shape convert to it.
type Outline struct {
	ISO   string
	Name  string
	Rings [][][2]float64
}

// Sizes of the map, in units of the picture and in kilometres.
const (
	mapW, mapH           = 640.0, 390.0
	leastKM, mostKM      = 900.0, 4500.0 // half the height of the map
	beyondKM             = 1500.0        // of a neighbour's land beyond its nearest point
	leastSeen            = 60.0          // area on the picture from which a state counts as in view
	landFill, seaFill    = "#ebe7de", "#f3f6f8"
	borderLine, ringLine = "#8a8a8a", "#b9c4cc"
)

// area is a state's land as it falls on the picture.
type area struct {
	state ir.CCode // ir.World for land of no state in the list
	fills []string // path data, clipped
	edges string   // path data of its border, without cuts
	main  []point  // its largest visible ring
	seen  float64
	dot   bool // a state without an outline; main is its capital alone
}

// inView reports whether a reader would find the area on the picture.
func (a area) inView() bool { return a.dot || a.seen > leastSeen }

// neighbourhood is the map round one state.
type neighbourhood struct {
	proj   centred
	scale  float64 // units of the picture per kilometre
	radius float64
	areas  []area
	main   map[ir.CCode][][2]float64 // main ring of every state
	pins   []ir.CCode                // states the map must show: the pair and the challengers
	small  []ir.CCode                // states known by their capital alone
	zones  []zone                    // regions to draw a ring round
}

// newNeighbourhood lays out the map of a dossier's state. It is false where no
// outline of the state, nor a speck in place of one, is to be had. A speck of a
// state that has an outline is left out.
func newNeighbourhood(d study.Dossier, codes *ir.Codes, outlines []Outline, specks ...speck) (*neighbourhood, bool) {
	n := &neighbourhood{main: map[ir.CCode][][2]float64{}}
	byISO := map[string]ir.CCode{}
	for _, s := range codes.All() {
		byISO[s.ISO] = s.CCode
	}
	var home [][][2]float64
	lands := make([]Outline, len(outlines))
	for i, o := range outlines {
		lands[i] = Outline{o.ISO, o.Name, unwrapped(o.Rings)}
		main := mainland(lands[i].Rings)
		if c, ok := byISO[o.ISO]; ok && len(main) > 0 {
			n.main[c] = main[0]
			if c == d.State {
				home = main
			}
		}
	}
	for _, s := range specks {
		if _, ok := n.main[s.state]; ok {
			continue
		}
		n.main[s.state] = s.ring()
		n.small = append(n.small, s.state)
		if s.state == d.State {
			home = [][][2]float64{s.ring()}
		}
	}
	if len(home) == 0 {
		return nil, false
	}
	n.pins = pins(d)
	n.proj = newCentred(centroid(home...))
	n.radius = n.reach(d, home)
	n.scale = (mapH/2 - 6) / n.radius
	for _, o := range lands {
		if a := n.area(o); len(a.fills) > 0 {
			a.state = byISO[o.ISO]
			n.areas = append(n.areas, a)
		}
	}
	n.dots(specks)
	return n, true
}

// pins are the states a map must account for: B, A and every challenger.
func pins(d study.Dossier) []ir.CCode {
	list := []ir.CCode{d.Position.Pair.B, d.Position.Pair.A}
	for _, c := range serious(d.Crises) {
		list = append(list, c.Challenger)
	}
	var out []ir.CCode
	for _, c := range list {
		if c != ir.World && c != d.State && !slices.Contains(out, c) {
			out = append(out, c)
		}
	}
	return out
}

// reach is the distance the map covers: the state itself, and enough of B and
// of every challenger to recognise them, within bounds.
func (n *neighbourhood) reach(d study.Dossier, home [][][2]float64) float64 {
	r := leastKM
	for _, ring := range home {
		for _, p := range ring {
			r = max(r, 1.15*n.proj.plane(p).norm())
		}
	}
	for _, c := range n.pins {
		ring, ok := n.main[c]
		if !ok || c == d.Position.Pair.A {
			continue
		}
		far := min(n.proj.plane(centroid(ring)).norm(), n.proj.nearestKM(ring)+beyondKM)
		if far <= mostKM {
			r = max(r, far)
		}
	}
	return min(r, mostKM)
}

// at is where a place falls on the picture.
func (n *neighbourhood) at(p point) point {
	q := n.proj.plane(p)
	return point{mapW/2 + q[0]*n.scale, mapH/2 - q[1]*n.scale}
}

// area clips an outline to the picture.
func (n *neighbourhood) area(o Outline) area {
	var a area
	best := 0.0
	for _, ring := range o.Rings {
		if !n.near(ring) {
			continue
		}
		ring = densify(ring)
		flat := make([]point, len(ring))
		for i, p := range ring {
			flat[i] = n.at(p)
		}
		seen := clip(flat, point{0, 0}, point{mapW, mapH})
		if len(seen) < 3 {
			continue
		}
		a.fills = append(a.fills, ringPath(seen))
		a.edges += edgePath(ring, flat)
		size := planeArea(seen)
		a.seen += size
		if size > best {
			best, a.main = size, seen
		}
	}
	return a
}

// near reports whether a ring can fall on the picture at all. What lies at the
// other end of the Earth is left out before it is projected.
func (n *neighbourhood) near(ring [][2]float64) bool {
	return n.proj.nearestKM(densify(ring)) < math.Hypot(mapW, mapH)/n.scale
}

// densify puts places on long edges, which are not straight once projected.
func densify(ring [][2]float64) [][2]float64 {
	const longest = 2.0 // degrees
	var out [][2]float64
	for i, p := range ring {
		q := ring[(i+1)%len(ring)]
		steps := int(math.Ceil(math.Hypot(q[0]-p[0], q[1]-p[1]) / longest))
		for k := range max(1, steps) {
			t := float64(k) / float64(max(1, steps))
			out = append(out, [2]float64{p[0] + t*(q[0]-p[0]), p[1] + t*(q[1]-p[1])})
		}
	}
	return out
}

// ringPath writes a closed ring, leaving out places that fall on the one
// before.
func ringPath(ring []point) string {
	var b []byte
	last := ""
	for i, p := range ring {
		at := px(p[0]) + " " + px(p[1])
		if at == last {
			continue
		}
		b = append(b, map[bool]string{true: "M", false: "L"}[i == 0]+at...)
		last = at
	}
	return string(b) + "Z"
}

// edgePath writes the part of a border that falls on the picture, without the
// seam along which the data cut land at 180 degrees.
func edgePath(ring [][2]float64, flat []point) string {
	const margin, seam = 20.0, 179.99
	inside := func(p point) bool {
		return p[0] > -margin && p[0] < mapW+margin && p[1] > -margin && p[1] < mapH+margin
	}
	var b []byte
	last, pen := "", false
	for i := range flat {
		j := (i + 1) % len(flat)
		cut := math.Abs(ring[i][0]) > seam && ring[i][0] == ring[j][0]
		if cut || !inside(flat[i]) && !inside(flat[j]) {
			pen = false
			continue
		}
		if !pen {
			b = append(b, "M"+px(flat[i][0])+" "+px(flat[i][1])...)
		}
		if at := px(flat[j][0]) + " " + px(flat[j][1]); at != last {
			b, last = append(b, "L"+at...), at
		}
		pen = true
	}
	return string(b)
}

// rings are the round distances drawn as circles.
func (n *neighbourhood) rings() []float64 {
	step := niceStep(n.radius, 2)
	var out []float64
	for r := step; r < n.radius; r += step {
		out = append(out, r)
	}
	return out
}

// edge is where the line from the centre toward a place leaves the picture.
func (n *neighbourhood) edge(p point) (at point, unit point) {
	q := n.proj.plane(p)
	unit = point{q[0] / q.norm(), -q[1] / q.norm()}
	const margin = 16.0
	t := math.Inf(1)
	for axis, half := range []float64{mapW/2 - margin, mapH/2 - margin} {
		if unit[axis] != 0 {
			t = min(t, half/math.Abs(unit[axis]))
		}
	}
	return point{mapW/2 + t*unit[0], mapH/2 + t*unit[1]}, unit
}

func kilometres(v float64) string { return decimal(v, 0) + "\u00a0km" }

func rankMark(rank int) string { return " (" + strconv.Itoa(rank) + ")" }
