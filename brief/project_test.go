package brief

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"github.com/shatterbelt/shatterbelt/internal/testkit"
)

func TestPlane(t *testing.T) {
	quarter := earthKM * math.Pi / 2
	tests := []struct {
		name        string
		centre, at  point
		east, north float64
	}{
		{"the centre", point{127, 37}, point{127, 37}, 0, 0},
		{"a quarter of the equator", point{0, 0}, point{90, 0}, quarter, 0},
		{"the pole", point{0, 0}, point{0, 90}, 0, quarter},
		{"one degree south", point{127, 37}, point{127, 36}, 0, -quarter / 90},
		{"across 180 degrees", point{179, 0}, point{-179, 0}, 2 * quarter / 90, 0},
	}
	for _, tt := range tests {
		got := newCentred(tt.centre).plane(tt.at)
		if !testkit.Near(got[0], tt.east, 1e-3) || !testkit.Near(got[1], tt.north, 1e-3) {
			t.Errorf("%s: plane = %v; want %v %v", tt.name, got, tt.east, tt.north)
		}
	}
}

func TestClip(t *testing.T) {
	square := []point{{-1, -1}, {3, -1}, {3, 3}, {-1, 3}}
	tests := []struct {
		name      string
		low, high point
		area      float64
	}{
		{"inside", point{-5, -5}, point{5, 5}, 16},
		{"a corner", point{1, 1}, point{9, 9}, 4},
		{"a strip", point{-9, 0}, point{9, 1}, 4},
		{"apart", point{4, 4}, point{9, 9}, 0},
	}
	for _, tt := range tests {
		if got := planeArea(clip(square, tt.low, tt.high)); !testkit.Near(got, tt.area, 1e-12) {
			t.Errorf("%s: area %v; want %v", tt.name, got, tt.area)
		}
	}
}

func TestClipStaysInside(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ring := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) point {
			return point{rapid.Float64Range(-9, 9).Draw(t, "x"), rapid.Float64Range(-9, 9).Draw(t, "y")}
		}), 3, 12).Draw(t, "ring")
		for _, p := range clip(ring, point{-2, -1}, point{2, 1}) {
			if math.Abs(p[0]) > 2+1e-9 || math.Abs(p[1]) > 1+1e-9 {
				t.Fatalf("%v lies outside", p)
			}
		}
	})
}

func TestUnwrapped(t *testing.T) {
	ring := unwrapped([][][2]float64{{{178, 1}, {-179, 2}, {-178, 0}, {178, 1}}})[0]
	for i, want := range []float64{178, 181, 182, 178} {
		if !testkit.Near(ring[i][0], want, 1e-12) {
			t.Errorf("longitude %d is %v; want %v", i, ring[i][0], want)
		}
	}
}

func TestMapCoversTheChallengers(t *testing.T) {
	n, ok := newNeighbourhood(fixture(), fixtureCodes(t), fixtureOutlines())
	if !ok {
		t.Fatal("no map")
	}
	for _, a := range n.areas {
		if a.state == chn || a.state == prk {
			if a.seen < leastSeen {
				t.Errorf("state %d covers %.0f of the picture; want it in view", a.state, a.seen)
			}
		}
		if a.state == usa {
			t.Error("the United States is on a map of Korea")
		}
	}
}
