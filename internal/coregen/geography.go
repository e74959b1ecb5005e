package coregen

import (
	"fmt"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

const capitalsFile = "capitals/cow_capitals.csv"

// geographyYear stands for all years: borders and capitals are today's.
const geographyYear = firstYear

// A place is a point on the map, in degrees.
type place struct{ lat, lon float64 }

func (p place) lonLat() [2]float64 { return [2]float64{p.lon, p.lat} }

// geography adds land borders and distances of every pair of states.
func (g *generator) geography() error {
	if err := g.loadMap(); err != nil {
		return err
	}
	if err := g.loadCapitals(); err != nil {
		return err
	}
	areas, err := g.areas()
	if err != nil {
		return err
	}
	mainland := map[string][][2]float64{}
	for iso, a := range areas {
		mainland[iso] = g.map110.mainland(a)
	}
	g.dyads("land_border", func(from, to member) {
		touch := border(areas[from.ISO], areas[to.ISO])
		between := 0.0
		if !touch {
			between = apart(mainland[from.ISO], mainland[to.ISO])
		}
		capitals := greatCircle(g.capitals[from.CCode].lonLat(), g.capitals[to.CCode].lonLat())
		g.measured("land_border", from, to, one(touch), "natural-earth")
		g.measured("distance_territory", from, to, between, "natural-earth")
		g.measured("distance_capital", from, to, capitals, "capitals")
	})
	return nil
}

func (g *generator) measured(indicator string, from, to member, v float64, src string) {
	g.add(exact(indicator, from.ISO, to.ISO, geographyYear, v, prov.Derived, src))
}

func (g *generator) loadMap() error {
	data, err := g.folder.read(mapFile)
	if err != nil {
		return err
	}
	g.map110, err = parseTopology(mapFile, data)
	return err
}

// areas finds the state of each area by its ISO number.
func (g *generator) areas() (map[string]area, error) {
	areas := map[string]area{}
	byNumber := by(g, func(m member) string { return m.naturalEarth })
	for _, a := range g.map110.areas {
		if m, ok := byNumber[a.code]; ok && a.code != "" {
			areas[m.ISO] = a
		}
	}
	for _, m := range g.members {
		if _, ok := areas[m.ISO]; !ok {
			return nil, fmt.Errorf("coregen: %s: no area %q for %s; correct natural_earth in states.csv", mapFile, m.naturalEarth, m.ISO)
		}
	}
	return areas, nil
}

// shapes are the outlines of the whole map, in its order.
func (g *generator) shapes() []Shape {
	byNumber := by(g, func(m member) string { return m.naturalEarth })
	var shapes []Shape
	for _, a := range g.map110.areas {
		shapes = append(shapes, g.map110.shape(a, byNumber[a.code].ISO))
	}
	return shapes
}

// loadCapitals keeps the capital of each state that was in office last.
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
		if _, ok := g.capitals[m.CCode]; !ok {
			return fmt.Errorf("coregen: %s: no capital of state %d (%s); the file may be cut short", capitalsFile, m.CCode, m.ISO)
		}
	}
	return nil
}
