package coregen

import (
	"fmt"
	"math"
	"strings"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

const capitalsFile = "capitals/cow_capitals.csv"

// geographyYear stands for all years: borders and capitals are today's.
const geographyYear = firstYear

// A place is a point on the map, in degrees.
type place struct{ lat, lon float64 }

func (p place) lonLat() [2]float64 { return [2]float64{p.lon, p.lat} }

// geography adds land borders and distances of every pair of states. Where the
// map has no outline of a state, its capital stands in for its territory.
func (g *generator) geography() error {
	if err := g.loadMap(); err != nil {
		return err
	}
	if err := g.loadCapitals(); err != nil {
		return err
	}
	coarse, err := g.areas(g.map110, mapFile)
	if err != nil {
		return err
	}
	fine, err := g.borders()
	if err != nil {
		return err
	}
	mainland := map[string][][][2]float64{}
	for _, m := range g.members {
		mainland[m.ISO] = g.territory(m, coarse)
	}
	g.dyads("land_border", func(from, to member) {
		touch := border(fine[from.ISO], fine[to.ISO])
		between := 0.0
		if !touch {
			between = nearest(mainland[from.ISO], mainland[to.ISO])
		}
		capitals := greatCircle(g.capitals[from.CCode].lonLat(), g.capitals[to.CCode].lonLat())
		g.measured("land_border", from, to, one(touch), "natural-earth-50m", nothing)
		g.measured("distance_territory", from, to, between, "natural-earth", undrawn)
		g.measured("distance_capital", from, to, capitals, "capitals", reseated)
	})
	return nil
}

// borders are the areas of the finer map.
func (g *generator) borders() (map[string]area, error) {
	data, err := g.folder.read(borderFile)
	if err != nil {
		return nil, err
	}
	fine, err := parseTopology(borderFile, data)
	if err != nil {
		return nil, err
	}
	return g.areas(fine, borderFile)
}

// territory is the main territory of a state, or the place of its capital.
func (g *generator) territory(m member, areas map[string]area) [][][2]float64 {
	seat := g.capitals[m.CCode].lonLat()
	if a, ok := areas[m.ISO]; ok {
		return g.map110.mainland(a, seat)
	}
	return [][][2]float64{{seat}}
}

// nearest is the least distance between two territories of several outlines.
func nearest(x, y [][][2]float64) float64 {
	least := math.Inf(1)
	for _, a := range x {
		for _, b := range y {
			least = min(least, apart(a, b))
		}
	}
	return least
}

// measured adds a figure of today's geography, with what is special of either
// state.
func (g *generator) measured(indicator string, from, to member, v float64, src string, special func(member) string) {
	f := exact(indicator, from.ISO, to.ISO, geographyYear, v, prov.Derived, src)
	for _, m := range []member{from, to} {
		if note := special(m); note != "" {
			f.Note = strings.TrimPrefix(f.Note+"; "+note, "; ")
		}
	}
	g.add(f)
}

func nothing(member) string { return "" }

func undrawn(m member) string {
	if m.naturalEarth != "" {
		return ""
	}
	return m.capitalEN + " stands in for the territory of " + m.ISO + ", which the map does not draw"
}

func reseated(m member) string {
	if m.seat == nil {
		return ""
	}
	return m.capitalEN + " is where source " + m.seatSource + " has it"
}

func (g *generator) loadMap() error {
	data, err := g.folder.read(mapFile)
	if err != nil {
		return err
	}
	g.map110, err = parseTopology(mapFile, data)
	return err
}

// areas finds the area of each state that a map draws.
func (g *generator) areas(t *topology, file string) (map[string]area, error) {
	areas := map[string]area{}
	byKey := by(g, func(m member) string { return m.naturalEarth })
	for _, a := range t.areas {
		if m, ok := byKey[a.key()]; ok {
			areas[m.ISO] = a
		}
	}
	for _, m := range g.members {
		if _, ok := areas[m.ISO]; !ok && m.naturalEarth != "" {
			return nil, fmt.Errorf("coregen: %s: no area %q for %s; correct natural_earth in states.csv", file, m.naturalEarth, m.ISO)
		}
	}
	return areas, nil
}

// key is the ISO number of an area, or its name where it has none.
func (a area) key() string {
	if a.code != "" {
		return a.code
	}
	return a.name
}

// shapes are the outlines of the whole map, in its order, and after them the
// states it does not draw, without rings.
func (g *generator) shapes() []Shape {
	byKey := by(g, func(m member) string { return m.naturalEarth })
	var shapes []Shape
	for _, a := range g.map110.areas {
		shapes = append(shapes, g.map110.shape(a, byKey[a.key()].ISO))
	}
	for _, m := range g.members {
		if m.naturalEarth == "" {
			shapes = append(shapes, Shape{ISO: m.ISO, Name: m.NameEN, Rings: [][][2]float64{}})
		}
	}
	return shapes
}

// loadCapitals keeps the capital of each state that was in office last, unless
// states.csv corrects where it is.
func (g *generator) loadCapitals() error {
	g.capitals = map[ir.CCode]place{}
	since := map[ir.CCode]ir.Year{}
	columns := []string{"ccode", "stdate", "lat", "lng"}
	err := g.folder.each(capitalsFile, columns, func(r *record) {
		c, y := r.ccode("ccode"), r.dateYear("stdate")
		lat, ok1 := r.number("lat")
		lon, ok2 := r.number("lng")
		if !ok1 || !ok2 || y < since[c] {
			return
		}
		since[c], g.capitals[c] = y, place{lat, lon}
	})
	if err != nil {
		return err
	}
	for _, m := range g.members {
		if m.seat != nil {
			g.capitals[m.CCode] = *m.seat
		}
		if _, ok := g.capitals[m.CCode]; !ok {
			return fmt.Errorf("coregen: %s: no capital of state %d (%s); the file may be cut short", capitalsFile, m.CCode, m.ISO)
		}
	}
	return nil
}

// capitalSource is the source of where the capital is.
func (m member) capitalSource() string {
	if m.seat != nil {
		return m.seatSource
	}
	return "capitals"
}
