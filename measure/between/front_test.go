package between_test

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/shatterbelt/shatterbelt/internal/testkit"
	"github.com/shatterbelt/shatterbelt/measure/between"
)

var facing = between.Facing{Hostile: 0.75, Ratio: 1, Within: 3000, Sectors: 5}

func TestFronts(t *testing.T) {
	others := []between.Other{
		{Strength: 5, Hostility: 1, Distance: 100},
		{Strength: 9, Hostility: 0.5, Distance: 100}, // not hostile
		{Strength: 1, Hostility: 1, Distance: 100},   // weaker
		{Strength: 8, Hostility: 0.75, Distance: 3000},
		{Strength: 8, Hostility: 1, Distance: 3001}, // too far
		{Strength: 2, Hostility: 1, Distance: 0},
		{Strength: nan, Hostility: 1, Distance: 100},  // unknown
		{Strength: nan, Hostility: 0, Distance: 100},  // not hostile, so known
		{Strength: 9, Hostility: nan, Distance: 100},  // unknown
		{Strength: 1, Hostility: nan, Distance: 100},  // weaker, so known
		{Strength: 9, Hostility: 1, Distance: nan},    // unknown
		{Strength: 9, Hostility: nan, Distance: 9999}, // too far, so known
	}
	fronts, unknown := between.Fronts(2, others, facing)
	if fmt.Sprint(fronts) != "[{3 4} {0 2.5} {5 1}]" || unknown != 3 {
		t.Errorf("Fronts = %v, %d unknown", fronts, unknown)
	}
	if fronts, unknown := between.Fronts(nan, others[:4], facing); len(fronts) != 0 || unknown != 3 {
		t.Errorf("own strength missing: %v, %d unknown", fronts, unknown)
	}
	if fronts, _ := between.Fronts(0, []between.Other{{0, 1, 1}, {1, 1, 1}}, facing); len(fronts) != 1 || !math.IsInf(fronts[0].Ratio, 1) {
		t.Errorf("no strength of its own: %v", fronts)
	}
}

// The order of the others and the unit do not matter, a stronger state has no
// more fronts, and a remote one of next to no strength has none.
func TestFrontProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 8).Draw(t, "n")
		others, scaled, far := make([]between.Other, n), make([]between.Other, n), make([]between.Other, n)
		for i := range others {
			o := between.Other{
				Strength:  float64(rapid.IntRange(0, 100).Draw(t, "strength")),
				Hostility: rapid.Float64Range(0, 1).Draw(t, "hostility"),
				Distance:  rapid.Float64Range(0, 6000).Draw(t, "distance"),
			}
			others[i] = o
			scaled[n-1-i] = between.Other{Strength: o.Strength * 1024, Hostility: o.Hostility, Distance: o.Distance}
			far[i] = between.Other{Strength: o.Strength, Hostility: o.Hostility, Distance: o.Distance + 3001}
		}
		own := float64(rapid.IntRange(0, 100).Draw(t, "own"))
		a, unknown := between.Fronts(own, others, facing)
		b, _ := between.Fronts(own*1024, scaled, facing)
		c, _ := between.Fronts(own+10, others, facing)
		if len(a) != len(b) || len(c) > len(a) || unknown != 0 {
			t.Fatalf("%v; in another unit %v; stronger %v", a, b, c)
		}
		var x, y []int
		for k := range a {
			x, y = append(x, a[k].Index), append(y, n-1-b[k].Index)
		}
		slices.Sort(x)
		slices.Sort(y)
		if !slices.Equal(x, y) {
			t.Fatalf("fronts %v, in another order %v", x, y)
		}
		if remote, _ := between.Fronts(1e-9, far, facing); len(remote) != 0 {
			t.Fatalf("a remote state has fronts %v", remote)
		}
	})
}

func TestSides(t *testing.T) {
	tests := []struct {
		name        string
		bearings    []float64
		least, most int
	}{
		{"none", nil, 0, 0},
		{"not known", []float64{nan}, 0, 0},
		{"one", []float64{10}, 1, 1},
		{"the same, some turns on", []float64{10, 370, -350}, 1, 1},
		{"across north", []float64{350, 10}, 1, 2},
		{"opposite", []float64{0, 180}, 2, 2},
		{"five sides", []float64{0, 72, 144, 216, 288}, 5, 5},
		{"five sides, unevenly", []float64{5, 77, 150, 220, 292}, 4, 5},
		// Within 72 degrees of each other, so of one sector or two.
		{"a crowd", []float64{100, 110, 120, 130}, 1, 2},
	}
	for _, tt := range tests {
		if least, most := between.Sides(tt.bearings, facing); least != tt.least || most != tt.most {
			t.Errorf("%s: %d to %d; want %d to %d", tt.name, least, most, tt.least, tt.most)
		}
	}
}

// Turning the compass does not change the answer.
func TestSidesTurn(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		bearings := rapid.SliceOfN(rapid.IntRange(0, 359), 0, 9).Draw(t, "bearings")
		turn := rapid.IntRange(-720, 720).Draw(t, "turn")
		a, b := make([]float64, len(bearings)), make([]float64, len(bearings))
		for i, v := range bearings {
			a[i], b[i] = float64(v), float64(v+turn)
		}
		leastA, mostA := between.Sides(a, facing)
		leastB, mostB := between.Sides(b, facing)
		if leastA != leastB || mostA != mostB || leastA > mostA || mostA > min(5, len(a)) {
			t.Fatalf("%d to %d, turned %d to %d", leastA, mostA, leastB, mostB)
		}
	})
}

func TestBearing(t *testing.T) {
	tests := []struct {
		name                   string
		lat1, lon1, lat2, lon2 float64
		want                   float64
	}{
		{"north", 0, 20, 10, 20, 0},
		{"east on the equator", 0, 20, 0, 30, 90},
		{"south", 50, 20, 10, 20, 180},
		{"west over the date line", 0, -170, 0, 170, 270},
		{"over the pole", 60, 0, 60, 180, 0},
		{"nowhere", 37, 127, 37, 127, nan},
		// tan = sin 90 cos 45 / (cos 0 sin 45) = 1.
		{"north-east", 0, 0, 45, 90, 45},
	}
	for _, tt := range tests {
		if got := between.Bearing(tt.lat1, tt.lon1, tt.lat2, tt.lon2); !testkit.Near(got, tt.want, 1e-9) {
			t.Errorf("%s: %v; want %v", tt.name, got, tt.want)
		}
	}
}

// A fictional state with a stronger enemy to the north and one to the west.
func ExampleFronts() {
	others := []between.Other{{Strength: 4, Hostility: 1, Distance: 300}, {Strength: 7, Hostility: 1, Distance: 800}, {Strength: 9, Hostility: 0, Distance: 200}}
	bearings := []float64{5, 265, 100}
	fronts, unknown := between.Fronts(2, others, between.Facing{Hostile: 0.75, Ratio: 1, Within: 3000, Sectors: 5})
	var at []float64
	for _, f := range fronts {
		at = append(at, bearings[f.Index])
	}
	least, most := between.Sides(at, between.Facing{Sectors: 5})
	fmt.Println(len(fronts), "fronts,", unknown, "unknown, on", least, "to", most, "sides of five")
	// Output: 2 fronts, 0 unknown, on 2 to 2 sides of five
}

func BenchmarkFronts(b *testing.B) {
	others := make([]between.Other, 195)
	for i := range others {
		others[i] = between.Other{Strength: float64(i % 17), Hostility: float64(i % 3), Distance: float64(i * 50)}
	}
	for b.Loop() {
		between.Fronts(8, others, facing)
	}
}
