package coregen

import (
	"encoding/json"
	"fmt"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// squares is a map of square states, one degree wide: XAA from 0 to 1 east, XBB
// beside it sharing arc 0, XCC from 11 to 12 east with an islet by XBB, and two
// others far off. One step is a tenth of a degree.
const squares = `{"type":"Topology","transform":{"scale":[0.1,0.1],"translate":[0,0]},
"objects":{"countries":{"type":"GeometryCollection","geometries":[
 {"type":"Polygon","arcs":[[0,1]],"id":"901","properties":{"name":"Alpha"}},
 {"type":"Polygon","arcs":[[-1,2]],"id":"902","properties":{"name":"Beta"}},
 {"type":"MultiPolygon","arcs":[[[4]],[[3]]],"id":"903","properties":{"name":"Gamma"}},
 {"type":"Polygon","arcs":[[5]],"id":"840","properties":{"name":"United States of America"}},
 {"type":"Polygon","arcs":[[6]],"id":"156","properties":{"name":"China"}},
 {"type":"Polygon","arcs":[[6]],"properties":{"name":"No number"}}]}},
"arcs":[
 [[10,0],[0,10]],
 [[10,10],[-10,0],[0,-10],[10,0]],
 [[10,0],[10,0],[0,10],[-10,0]],
 [[110,0],[10,0],[0,10],[-10,0],[0,-10]],
 [[30,0],[1,0],[0,1],[-1,0],[0,-1]],
 [[500,0],[10,0],[0,10],[-10,0],[0,-10]],
 [[700,0],[10,0],[0,10],[-10,0],[0,-10]]]}`

const capitalCities = "ccode,statenme,capital,stdate,enddate,lat,lng\n" +
	"991,Alpha,Old,1816-01-01,1900-12-31,50,50\n991,Alpha,Aton,1901-01-01,2024-12-31,0,0\n" +
	"992,Beta,Bton,1816-01-01,2024-12-31,0,1\n993,Gamma,Cton,1816-01-01,2024-12-31,0,90\n" +
	"2,USA,W,1816-01-01,2024-12-31,0,50\n710,China,B,1816-01-01,2024-12-31,0,70\n"

// A degree of a great circle is the Earth's circumference over 360.
var degree = 2 * math.Pi * earthRadius / 360

func TestGeography(t *testing.T) {
	g := given(t, map[string]string{mapFile: squares, borderFile: squares, capitalsFile: capitalCities})
	ok(t, g.geography())
	g.expect(t,
		want{"land_border", "XAA", "XBB", geographyYear, 1},
		want{"land_border", "XBB", "XAA", geographyYear, none}, // the same pair
		want{"land_border", "XBB", "XCC", geographyYear, 0},
		want{"distance_territory", "XAA", "XBB", geographyYear, 0},
		want{"distance_territory", "XBB", "XCC", geographyYear, 9 * math.Cos(math.Pi/180) * degree}, // between mainlands, not the islet
		want{"distance_capital", "XAA", "XBB", geographyYear, degree},                               // the capital of today
		want{"distance_capital", "XAA", "XCC", geographyYear, 90 * degree},
	)
}

func TestGeographyRefuses(t *testing.T) {
	g := given(t, map[string]string{mapFile: squares, borderFile: squares, capitalsFile: "ccode,stdate,lat,lng\n991,1900-01-01,0,0\n"})
	fails(t, g.geography(), capitalsFile, "no capital")
	g = given(t, map[string]string{mapFile: `{"objects":{}}`})
	fails(t, g.geography(), mapFile, "world-atlas")
	_, err := parseTopology("m.json", []byte(`{"transform":{"scale":[1,1],"translate":[0,0]},
		"objects":{"countries":{"geometries":[{"type":"Polygon","arcs":[[3]],"properties":{"name":"Alpha"}}]}},"arcs":[]}`))
	fails(t, err, "m.json", "Alpha", "arc 3 of 0")
	_, err = parseTopology("m.json", []byte(`{"transform":{"scale":[1,1],"translate":[0,0]},
		"objects":{"countries":{"geometries":[{"type":"Point","arcs":[],"properties":{"name":"Alpha"}}]}},"arcs":[]}`))
	fails(t, err, "Point")
}

func TestShapesAreClosed(t *testing.T) {
	g := given(t, map[string]string{mapFile: squares})
	ok(t, g.loadMap())
	shapes := g.shapes()
	if len(shapes) != 6 || shapes[0].ISO != "XAA" || shapes[5].ISO != "" {
		t.Fatalf("%d shapes; want 6, Alpha's with its code and the last without", len(shapes))
	}
	for _, s := range shapes {
		for _, r := range s.Rings {
			if len(r) != 5 || r[0] != r[len(r)-1] {
				t.Errorf("ring of %s is %v; want a closed square", s.Name, r)
			}
		}
	}
	data, err := geometryJSON(shapes)
	ok(t, err)
	var back []Shape
	ok(t, json.Unmarshal(data, &back))
	if fmt.Sprint(back) != fmt.Sprint(shapes) {
		t.Error("outlines read back differ")
	}
}

func TestApartIsADistance(t *testing.T) {
	square := func(t *rapid.T, label string) [][2]float64 {
		lon, lat := rapid.Float64Range(-170, 160).Draw(t, label+" lon"), rapid.Float64Range(-70, 70).Draw(t, label+" lat")
		return [][2]float64{{lon, lat}, {lon + 2, lat}, {lon + 2, lat + 2}, {lon, lat + 2}, {lon, lat}}
	}
	rapid.Check(t, func(t *rapid.T) {
		a, b := square(t, "a"), square(t, "b")
		d := apart(a, b)
		if back := apart(b, a); math.Abs(d-back) > 1e-6 {
			t.Errorf("there %v km, back %v km", d, back)
		}
		if corners := greatCircle(a[0], b[0]); d > corners+1e-6 {
			t.Errorf("outlines are %v km apart, two of their corners %v km", d, corners)
		}
		if d < 0 || d > math.Pi*earthRadius {
			t.Errorf("%v km is no distance on the Earth", d)
		}
	})
}

// A point north of the middle of a side on the equator is as far as its
// latitude; one beyond the end is as far as from the end.
func TestAway(t *testing.T) {
	s := sides([][2]float64{{0, 0}, {10, 0}})[0]
	for _, tt := range []struct {
		at   [2]float64
		want float64
	}{{[2]float64{5, 3}, 3}, {[2]float64{5, -3}, 3}, {[2]float64{14, 0}, 4}, {[2]float64{-2, 0}, 2}, {[2]float64{175, 0}, 165}} {
		if got := s.away(onSphere(tt.at)) * 180 / math.Pi; math.Abs(got-tt.want) > 1e-9 {
			t.Errorf("%v is %v degrees away; want %v", tt.at, got, tt.want)
		}
	}
}

func FuzzTopology(f *testing.F) {
	f.Add([]byte(squares))
	f.Fuzz(func(_ *testing.T, data []byte) {
		m, err := parseTopology("m.json", data)
		if err != nil {
			return
		}
		for _, a := range m.areas {
			m.shape(a, "")
			m.mainland(a, [2]float64{})
		}
	})
}

// A state that the map does not draw is where its capital is.
func TestUndrawnState(t *testing.T) {
	g := given(t, map[string]string{mapFile: squares, borderFile: squares, capitalsFile: capitalCities})
	for i := range g.members {
		switch g.members[i].ISO {
		case "XBB":
			g.members[i].naturalEarth = ""
		case "XCC":
			g.members[i].naturalEarth = ""
			g.members[i].seat, g.members[i].seatSource = &place{0, 91}, "atlas"
		}
	}
	ok(t, g.geography())
	g.expect(t,
		want{"land_border", "XAA", "XBB", geographyYear, 0},
		want{"distance_territory", "XBB", "XCC", geographyYear, 90 * degree}, // two points
		want{"distance_territory", "CHN", "XCC", geographyYear, 20 * degree}, // a point and a square from 70 to 71 east
		want{"distance_capital", "XBB", "XCC", geographyYear, 90 * degree},
	)
	f, _ := g.find("distance_territory", "XBB", "XCC", geographyYear)
	if !strings.Contains(f.Note, "Bton") || !strings.Contains(f.Note, "Cton") {
		t.Errorf("the note is %q; want it to name both capitals", f.Note)
	}
	if f, _ = g.find("distance_capital", "XBB", "XCC", geographyYear); !strings.Contains(f.Note, "atlas") {
		t.Errorf("the note is %q; want the other source", f.Note)
	}
	shapes := g.shapes()
	if last := shapes[len(shapes)-1]; last.ISO != "XCC" || len(last.Rings) != 0 {
		t.Errorf("the last outline is %v; want Gamma without rings", last)
	}
}

func TestNamedArea(t *testing.T) {
	g := given(t, map[string]string{mapFile: squares})
	ok(t, g.loadMap())
	for i := range g.members {
		if g.members[i].ISO == "XCC" {
			g.members[i].naturalEarth = "No number"
		}
	}
	areas, err := g.areas(g.map110, mapFile)
	ok(t, err)
	if areas["XCC"].name != "No number" {
		t.Errorf("found %v; want the area by its name", areas["XCC"])
	}
	for i := range g.members {
		g.members[i].naturalEarth = "998"
	}
	_, err = g.areas(g.map110, mapFile)
	fails(t, err, "no area \"998\"", "states.csv")
}

// Main territory is the largest polygon, those half as large, and the capital's.
func TestMainland(t *testing.T) {
	square := func(lon, side float64) [][2]float64 {
		return [][2]float64{{lon, 0}, {lon + side, 0}, {lon + side, side}, {lon, side}, {lon, 0}}
	}
	m := &topology{arcs: [][][2]float64{square(0, 4), square(10, 3), square(20, 2), square(30, 1), square(40, 0.5)}}
	a := area{polygons: [][][]int{{{0}}, {{1}}, {{2}}, {{3}}, {{4}}}}
	for name, tt := range map[string]struct {
		capital [2]float64
		west    []float64
	}{
		"in the largest":    {[2]float64{1, 1}, []float64{0, 10}}, // 9 of 16 is over half, 4 is not
		"on an island":      {[2]float64{30.5, 0.5}, []float64{0, 10, 30}},
		"off the coast":     {[2]float64{41, 0.2}, []float64{0, 10, 40}},
		"in the second one": {[2]float64{11, 1}, []float64{0, 10}},
	} {
		var west []float64
		for _, line := range m.mainland(a, tt.capital) {
			west = append(west, line[0][0])
		}
		if fmt.Sprint(west) != fmt.Sprint(tt.west) {
			t.Errorf("capital %s: main territory begins at %v; want %v", name, west, tt.west)
		}
	}
}

// A border too short for the coarse map is a border all the same.
func TestShortBorder(t *testing.T) {
	apart := strings.Replace(squares, `"arcs":[[-1,2]]`, `"arcs":[[3]]`, 1)
	g := given(t, map[string]string{mapFile: apart, borderFile: squares, capitalsFile: capitalCities})
	ok(t, g.geography())
	g.expect(t,
		want{"land_border", "XAA", "XBB", geographyYear, 1},
		want{"distance_territory", "XAA", "XBB", geographyYear, 0},
	)
}
