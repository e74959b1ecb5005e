package naturalearth

import (
	"encoding/json"
	"fmt"
	"math"

	"github.com/shatterbelt/shatterbelt/data/source"
)

// mostPoints bounds what arcs, which rings can name again and again, unfold to.
// The finer map has a hundred thousand.
const mostPoints = 2_000_000

// topology is the part of a TopoJSON file that is read.
type topology struct {
	Transform *struct{ Scale, Translate [2]float64 }
	Objects   struct {
		Countries struct {
			Geometries []country
		}
	}
	Arcs [][][2]float64
}

type country struct {
	Type       string
	ID         string
	Arcs       json.RawMessage
	Properties struct{ Name string }
}

// outline is a GeoJSON geometry: polygons of closed rings of points, longitude
// before latitude.
type outline struct {
	Type        string           `json:"type"`
	Coordinates [][][][2]float64 `json:"coordinates"`
}

// read makes a row of each country.
func read(f *source.File) (source.Records, error) {
	var t topology
	if err := source.DecodeJSON(f, &t); err != nil {
		return nil, err
	}
	wrong := func(format string, args ...any) error {
		return &source.FileError{File: f.Name, Line: 1, Column: 1, Problem: fmt.Sprintf(format, args...), Remedy: "fetch the map of world-atlas again"}
	}
	if t.Transform == nil {
		return nil, wrong("a map whose points are not packed as steps on a grid")
	}
	t.unpack()
	rows := make([][]string, len(t.Objects.Countries.Geometries))
	left := mostPoints
	for i, c := range t.Objects.Countries.Geometries {
		polygons, err := t.polygons(c, &left)
		if err != nil {
			return nil, wrong("country %d, %q: %v", i+1, c.Properties.Name, err)
		}
		shape, err := json.Marshal(outline{"MultiPolygon", polygons})
		if err != nil {
			return nil, wrong("country %d, %q: %v", i+1, c.Properties.Name, err)
		}
		rows[i] = []string{c.ID, c.Properties.Name, string(shape)}
	}
	return source.NewRecords([]string{"id", "name", "geometry"}, rows), nil
}

// unpack turns the steps of each arc into points in degrees.
func (t *topology) unpack() {
	scale, origin := t.Transform.Scale, t.Transform.Translate
	for _, arc := range t.Arcs {
		x, y := 0.0, 0.0
		for i, step := range arc {
			x, y = x+step[0], y+step[1]
			arc[i] = [2]float64{x*scale[0] + origin[0], y*scale[1] + origin[1]}
		}
	}
}

// polygons unfolds the arcs of a country. left counts down the points that may
// still be made.
func (t *topology) polygons(c country, left *int) ([][][][2]float64, error) {
	arcs := make([][][]int, 1)
	var err error
	switch c.Type {
	case "Polygon":
		err = json.Unmarshal(c.Arcs, &arcs[0])
	case "MultiPolygon":
		err = json.Unmarshal(c.Arcs, &arcs)
	default:
		return nil, fmt.Errorf("a geometry of type %q, which is no area", c.Type)
	}
	if err != nil {
		return nil, fmt.Errorf("arcs that are no lists of numbers: %w", err)
	}
	out := make([][][][2]float64, len(arcs))
	for i, rings := range arcs {
		out[i] = make([][][2]float64, len(rings))
		for j, ring := range rings {
			if out[i][j], err = t.ring(ring, left); err != nil {
				return nil, err
			}
		}
	}
	return out, nil
}

// ring strings arcs together; of each but the first, the first point is the
// last of the one before. A number below 0 is an arc run backwards, -1 for 0.
func (t *topology) ring(arcs []int, left *int) ([][2]float64, error) {
	points := [][2]float64{}
	for _, n := range arcs {
		back := n < 0
		if back {
			n = ^n
		}
		if n >= len(t.Arcs) {
			return nil, fmt.Errorf("arc %d of %d", n, len(t.Arcs))
		}
		arc := t.Arcs[n]
		if *left -= len(arc); *left < 0 {
			return nil, fmt.Errorf("more than %d points", mostPoints)
		}
		if len(points) > 0 && len(arc) > 0 {
			points = points[:len(points)-1]
		}
		for i := range arc {
			p := arc[i]
			if back {
				p = arc[len(arc)-1-i]
			}
			if math.IsInf(p[0], 0) || math.IsInf(p[1], 0) || math.IsNaN(p[0]) || math.IsNaN(p[1]) {
				return nil, fmt.Errorf("a point of arc %d that is nowhere", n)
			}
			points = append(points, p)
		}
	}
	return points, nil
}
