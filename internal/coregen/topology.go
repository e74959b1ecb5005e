package coregen

import (
	"encoding/json"
	"fmt"
	"math"
)

// The coarse map gives outlines and distances; the finer one, which draws short
// borders too, says who borders on whom.
const (
	mapFile    = "natural-earth/countries-110m.json"
	borderFile = "natural-earth/countries-50m.json"
)

// Shape is the outline of one state or territory, as geometry.json holds it.
type Shape struct {
	ISO   string         `json:"iso"` // "" where it is no state of the core
	Name  string         `json:"name"`
	Rings [][][2]float64 `json:"rings"` // closed; longitude and latitude in degrees
}

// A topology is a map whose lines are stored once, however many areas share
// them (TopoJSON).
type topology struct {
	arcs  [][][2]float64 // longitude, latitude
	areas []area
}

// An area is a state: polygons of rings of arcs. A negative number is an arc
// run backwards, as the format has it.
type area struct {
	code, name string
	polygons   [][][]int
}

// topoFile is the part of a TopoJSON file that is read.
type topoFile struct {
	Transform *struct {
		Scale, Translate [2]float64
	}
	Objects struct {
		Countries struct {
			Geometries []struct {
				Type       string
				ID         string
				Arcs       json.RawMessage
				Properties struct{ Name string }
			}
		}
	}
	Arcs [][][2]float64
}

func parseTopology(file string, data []byte) (*topology, error) {
	var raw topoFile
	if err := json.Unmarshal(data, &raw); err != nil {
		return nil, fmt.Errorf("coregen: %s: %w; fetch the file again", file, err)
	}
	if raw.Transform == nil || len(raw.Objects.Countries.Geometries) == 0 {
		return nil, fmt.Errorf("coregen: %s: no quantized object \"countries\"; want the TopoJSON file of world-atlas", file)
	}
	t := &topology{}
	for _, steps := range raw.Arcs {
		t.arcs = append(t.arcs, unwind(steps, raw.Transform.Scale, raw.Transform.Translate))
	}
	for _, g := range raw.Objects.Countries.Geometries {
		a := area{code: g.ID, name: g.Properties.Name}
		var err error
		switch g.Type {
		case "Polygon":
			a.polygons = make([][][]int, 1)
			err = json.Unmarshal(g.Arcs, &a.polygons[0])
		case "MultiPolygon":
			err = json.Unmarshal(g.Arcs, &a.polygons)
		default:
			err = fmt.Errorf("geometry of type %q", g.Type)
		}
		if err == nil {
			err = t.inside(a)
		}
		if err != nil {
			return nil, fmt.Errorf("coregen: %s: %s: %w; fetch the file again", file, a.name, err)
		}
		t.areas = append(t.areas, a)
	}
	return t, nil
}

// unwind turns the steps of a quantized arc into degrees.
func unwind(steps [][2]float64, scale, translate [2]float64) [][2]float64 {
	points := make([][2]float64, len(steps))
	x, y := 0.0, 0.0
	for i, s := range steps {
		x, y = x+s[0], y+s[1]
		points[i] = [2]float64{x*scale[0] + translate[0], y*scale[1] + translate[1]}
	}
	return points
}

// inside refuses an area that names an arc the file lacks.
func (t *topology) inside(a area) error {
	for _, p := range a.polygons {
		for _, ring := range p {
			for _, i := range ring {
				if line(i) >= len(t.arcs) {
					return fmt.Errorf("arc %d of %d", i, len(t.arcs))
				}
			}
		}
	}
	return nil
}

// line is the number of an arc without its direction.
func line(i int) int {
	if i < 0 {
		return ^i
	}
	return i
}

// ring joins arcs into a closed line.
func (t *topology) ring(arcs []int) [][2]float64 {
	var points [][2]float64
	for _, i := range arcs {
		arc := t.arcs[line(i)]
		for k := range arc {
			p := arc[k]
			if i < 0 {
				p = arc[len(arc)-1-k]
			}
			if k == 0 && len(points) > 0 {
				continue // the last point of the arc before
			}
			points = append(points, p)
		}
	}
	return points
}

// smallestRing is the points of the smallest closed line: a triangle's.
const smallestRing = 4

// shape is the area's outline, to a hundredth of a degree. A ring too small to
// enclose anything at that scale is left out.
func (t *topology) shape(a area, iso string) Shape {
	s := Shape{ISO: iso, Name: a.name, Rings: [][][2]float64{}}
	for _, p := range a.polygons {
		for _, arcs := range p {
			var points [][2]float64
			for _, at := range t.ring(arcs) {
				at = [2]float64{hundredth(at[0]), hundredth(at[1])}
				if len(points) == 0 || points[len(points)-1] != at {
					points = append(points, at)
				}
			}
			if len(points) >= smallestRing {
				s.Rings = append(s.Rings, points)
			}
		}
	}
	return s
}

func hundredth(x float64) float64 {
	x = math.Round(x*100) / 100
	if x == 0 {
		return 0 // not minus zero
	}
	return x
}

// border reports whether two areas share a line.
func border(a, b area) bool {
	lines := map[int]bool{}
	for _, p := range a.polygons {
		for _, ring := range p {
			for _, i := range ring {
				lines[line(i)] = true
			}
		}
	}
	for _, p := range b.polygons {
		for _, ring := range p {
			for _, i := range ring {
				if lines[line(i)] {
					return true
				}
			}
		}
	}
	return false
}

// mainShare is how large a polygon must be, beside the largest, to count as
// main territory.
const mainShare = 0.5

// mainland is the outer lines of the area's main territory: its largest
// polygon, those at least half as large, and the one that holds the capital.
// So neither Alaska nor a distant island stands for a state, and both halves of
// Malaysia do.
func (t *topology) mainland(a area, capital [2]float64) [][][2]float64 {
	var lines [][][2]float64
	largest := 0.0
	for _, p := range a.polygons {
		if len(p) > 0 {
			lines = append(lines, t.ring(p[0]))
			largest = max(largest, surface(lines[len(lines)-1]))
		}
	}
	seat := holding(lines, capital)
	var out [][][2]float64
	for i, line := range lines {
		if i == seat || surface(line) >= mainShare*largest {
			out = append(out, line)
		}
	}
	return out
}

// holding is the number of the line round a place, or else the nearest to it.
func holding(lines [][][2]float64, place [2]float64) int {
	nearest, least := -1, math.Inf(1)
	for i, line := range lines {
		if within(line, place) {
			return i
		}
		if km := apart([][2]float64{place}, line); km < least {
			nearest, least = i, km
		}
	}
	return nearest
}

// within reports whether a place is inside a closed line, by the number of
// sides that a parallel of latitude crosses to the west of it.
func within(line [][2]float64, place [2]float64) bool {
	inside := false
	for i := 1; i < len(line); i++ {
		a, b := line[i-1], line[i]
		if (a[1] > place[1]) != (b[1] > place[1]) &&
			place[0] > a[0]+(b[0]-a[0])*(place[1]-a[1])/(b[1]-a[1]) {
			inside = !inside
		}
	}
	return inside
}
