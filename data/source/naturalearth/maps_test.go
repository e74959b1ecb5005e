package naturalearth_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"path/filepath"
	"strings"
	"testing"

	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/data/source/naturalearth"
	"github.com/shatterbelt/shatterbelt/data/source/sourcetest"
	"github.com/shatterbelt/shatterbelt/internal/testkit"
)

// Two squares side by side. Arc 0 is the line between them, from (1, 0) to
// (1, 1); arc 1 closes the western square, arc 2 the eastern. The grid is a
// tenth of a degree, and west begins at 10 degrees.
const squares = `{"type":"Topology","objects":{"countries":{"type":"GeometryCollection","geometries":[
{"type":"Polygon","arcs":[[0,1]],"id":"991","properties":{"name":"West"}},
{"type":"MultiPolygon","arcs":[[[-1,2]]],"properties":{"name":"East"}}]}},
"arcs":[[[10,0],[0,10]],[[10,10],[-10,0],[0,-10],[10,0]],[[10,0],[10,0],[0,10],[-10,0]]],
"transform":{"scale":[0.1,0.1],"translate":[10,20]}}`

type row struct {
	id, name string
	polygons [][][][2]float64
}

func read(t *testing.T, f *source.File, as string) ([]row, error) {
	t.Helper()
	parts, _, err := f.Parts()
	if err != nil {
		t.Fatal(err)
	}
	m, ok, err := source.Recognise([]source.Dataset{naturalearth.Dataset()}, parts[0], as)
	if err != nil || !ok {
		t.Fatalf("recognised: %v, %v", ok, err)
	}
	rows, err := m.Read(parts[0])
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []row
	err = rows.Each(context.Background(), func(v []source.Value) error {
		var shape struct{ Coordinates [][][][2]float64 }
		if err := json.Unmarshal([]byte(v[2].Text), &shape); err != nil {
			t.Error(err)
		}
		out = append(out, row{v[0].Text, v[1].Text, shape.Coordinates})
		return nil
	})
	return out, err
}

func open(t *testing.T, text string) *source.File {
	t.Helper()
	f, err := source.Bytes("map.json", []byte(text), source.DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestDataset(t *testing.T) { sourcetest.Run(t, naturalearth.Dataset(), nil) }

// A map of unknown hash could be of either scale.
func TestScaleNeedsTheHash(t *testing.T) {
	parts, _, err := open(t, squares).Parts()
	if err != nil {
		t.Fatal(err)
	}
	var ambiguous *source.AmbiguousError
	if _, _, err := source.Recognise([]source.Dataset{naturalearth.Dataset()}, parts[0], ""); !errors.As(err, &ambiguous) {
		t.Errorf("err = %v; want two candidates", err)
	}
}

// Both squares have five points, the last the first, and run round the right
// corners, though the line between them is stored once.
func TestSharedLine(t *testing.T) {
	rows, err := read(t, open(t, squares), "natural-earth/countries_50m")
	if err != nil {
		t.Fatal(err)
	}
	want := [][][2]float64{
		{{11, 20}, {11, 21}, {10, 21}, {10, 20}, {11, 20}},
		{{11, 21}, {11, 20}, {12, 20}, {12, 21}, {11, 21}},
	}
	if len(rows) != 2 || rows[0].id != "991" || rows[1].name != "East" {
		t.Fatalf("rows = %+v", rows)
	}
	for i, r := range rows {
		ring := r.polygons[0][0]
		if len(ring) != len(want[i]) {
			t.Fatalf("%s: %v; want %v", r.name, ring, want[i])
		}
		for j, p := range ring {
			if math.Abs(p[0]-want[i][j][0])+math.Abs(p[1]-want[i][j][1]) > 1e-9 {
				t.Errorf("%s, point %d: %v; want %v", r.name, j, p, want[i][j])
			}
		}
	}
}

func TestRefused(t *testing.T) {
	for name, change := range map[string][2]string{
		"an arc that is not there": {"[[0,1]]", "[[0,9]]"},
		"a line for an area":       {`"Polygon"`, `"LineString"`},
		"points without a grid":    {`"transform"`, `"untransformed"`},
		"cut off":                  {`"translate":[10,20]}}`, `"translate":[10,`},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := read(t, open(t, strings.Replace(squares, change[0], change[1], 1)), "natural-earth/countries_110m")
			var fault *source.FileError
			if !errors.As(err, &fault) || fault.Remedy == "" {
				t.Errorf("err = %v; want a fault of the file with its remedy", err)
			}
		})
	}
}

// One long arc named again and again would unfold without end.
func TestBombIsRefused(t *testing.T) {
	arc := "[0,0]" + strings.Repeat(",[1,1]", 9999)
	ring := "0" + strings.Repeat(",0", 399)
	text := `{"type":"Topology","objects":{"countries":{"geometries":[{"type":"Polygon","arcs":[[` + ring + `]],"properties":{"name":"Bomb"}}]}},"arcs":[[` +
		arc + `]],"transform":{"scale":[1,1],"translate":[0,0]}}`
	if _, err := read(t, open(t, text), "natural-earth/countries_110m"); err == nil {
		t.Error("4 million points from 60 kilobytes were read")
	}
}

// Every ring of the published maps is closed and on the globe.
func TestPublishedRings(t *testing.T) {
	dir := filepath.Join(testkit.Data(t), "natural-earth")
	for _, name := range []string{"countries-110m.json", "countries-50m.json"} {
		f, err := source.Open(context.Background(), filepath.Join(dir, name), source.DefaultLimits())
		if err != nil {
			t.Skipf("not among the published files: %v", err)
		}
		defer f.Close()
		rows, err := read(t, f, "")
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range rows {
			for _, polygon := range r.polygons {
				for _, ring := range polygon {
					checkRing(t, name+" "+r.name, ring)
				}
			}
		}
	}
}

func checkRing(t *testing.T, name string, ring [][2]float64) {
	t.Helper()
	if len(ring) < 4 || ring[0] != ring[len(ring)-1] {
		t.Errorf("%s: an open ring of %d points", name, len(ring))
	}
	for _, p := range ring {
		if math.Abs(p[0]) > 180+1e-6 || math.Abs(p[1]) > 90+1e-6 {
			t.Errorf("%s: a point at %v", name, p)
		}
	}
}

// Whatever stands in a file, reading it ends in rows or in an error.
func FuzzTopology(f *testing.F) {
	f.Add([]byte(squares))
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := source.Bytes("x.json", data, source.DefaultLimits())
		if err != nil {
			return
		}
		parts, _, err := file.Parts()
		if err != nil || len(parts) == 0 {
			return
		}
		m, ok, err := source.Recognise([]source.Dataset{naturalearth.Dataset()}, parts[0], "natural-earth/countries_50m")
		if err != nil || !ok {
			return
		}
		rows, err := m.Read(parts[0])
		if err != nil {
			return
		}
		defer rows.Close()
		_ = rows.Each(context.Background(), func([]source.Value) error { return nil })
	})
}

func ExampleDataset() {
	d := naturalearth.Dataset()
	fmt.Println(d.Tables())
	// Output: [countries_110m countries_50m]
}
