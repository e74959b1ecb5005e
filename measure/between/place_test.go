package between_test

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/shatterbelt/shatterbelt/internal/testkit"
	"github.com/shatterbelt/shatterbelt/measure/between"
	"github.com/shatterbelt/shatterbelt/trace/param"
)

func rivals(int, int) between.Relation { return between.Rival }

func TestGreatCircle(t *testing.T) {
	quarter := math.Pi / 2 * 6371.0088
	tests := []struct {
		name string
		a, b between.Place
		want float64
	}{
		{"nowhere to go", between.Place{Lat: 37, Lon: 127}, between.Place{Lat: 37, Lon: 127}, 0},
		{"equator to pole", between.Place{}, between.Place{Lat: 90}, quarter},
		{"over the date line", between.Place{Lon: 135}, between.Place{Lon: -135}, quarter},
		{"antipodes", between.Place{Lat: 30, Lon: 40}, between.Place{Lat: -30, Lon: -140}, 2 * quarter},
	}
	for _, tt := range tests {
		if got := between.GreatCircle(tt.a, tt.b); !testkit.Near(got, tt.want, 1e-6) {
			t.Errorf("%s: %v km; want %v", tt.name, got, tt.want)
		}
	}
}

// degrees is how many degrees of the equator a distance in km is.
func degrees(km float64) float64 { return km / 6371.0088 * 180 / math.Pi }

// Two powers on the equator, 3,000 km west and 3,000 km east of a place, with a
// half-distance of 3,000 km and a stake of 0.3 beyond 1,000: 0.4 arrives as 0.06
// and 0.2 as 0.03, so rivals squeeze it by 2 x 0.03. The west's own capital is
// pressed by one power only.
func TestPlaces(t *testing.T) {
	set := param.Default[between.Settings]()
	set.HalfDistance, set.RemoteStake, set.NearDistance, set.Floor = 3000, 0.3, 1000, 0.01
	west, middle := between.Place{Lon: -degrees(3000)}, between.Place{}
	powers := []between.PowerAt{
		{Place: west, Capability: 0.4, Home: 1},
		{Place: between.Place{Lon: degrees(3000)}, Capability: 0.2, Home: between.Nowhere},
	}
	got := between.Places([]between.Place{middle, west}, powers, rivals, 2000, set)
	if s := got[0]; !testkit.Near(s.Squeeze, 0.06, 1e-9) || !testkit.Near(s.Tightness, 0.06/0.10, 1e-9) || s.G != 0 || s.H != 1 {
		t.Errorf("between two: %+v", s)
	}
	if s := got[1]; s.Squeeze != 0 || s.G != -1 {
		t.Errorf("home of a power: %+v", s)
	}
	friends := func(int, int) between.Relation { return between.Ally }
	if s := between.Places([]between.Place{middle}, powers, friends, 2000, set)[0]; s.Squeeze != 0 {
		t.Errorf("between allies: %+v", s)
	}
}

// Turning the globe changes nothing, nor does the order of the powers.
func TestPlacesProperties(t *testing.T) {
	set := param.Default[between.Settings]()
	rapid.Check(t, func(t *rapid.T) {
		var places []between.Place
		var powers []between.PowerAt
		for range 5 {
			places = append(places, between.Place{Lat: rapid.Float64Range(-80, 80).Draw(t, "lat"), Lon: rapid.Float64Range(-170, 170).Draw(t, "lon")})
		}
		for k := range 3 {
			powers = append(powers, between.PowerAt{Place: places[k], Capability: rapid.Float64Range(0.01, 0.3).Draw(t, "capability"), Home: k})
		}
		before := between.Places(places, powers, rivals, 1950, set)
		turned := slices.Clone(places)
		for i := range turned {
			turned[i].Lon += 33
		}
		for k := range powers {
			powers[k].Place = turned[k]
		}
		slices.Reverse(powers)
		for i, s := range between.Places(turned, powers, rivals, 1950, set) {
			if !testkit.Near(s.Squeeze, before[i].Squeeze, 1e-9) || !testkit.Near(s.Total, before[i].Total, 1e-9) || !testkit.Near(s.Tightness, before[i].Tightness, 1e-9) {
				t.Fatalf("place %d: %+v; before %+v", i, s, before[i])
			}
		}
	})
}

// A place midway between two rivals, and one beside the first of them.
func ExamplePlaces() {
	powers := []between.PowerAt{
		{Place: between.Place{Lat: 50}, Capability: 0.2, Home: between.Nowhere},
		{Place: between.Place{Lat: 50, Lon: 20}, Capability: 0.2, Home: between.Nowhere},
	}
	places := []between.Place{{Lat: 50, Lon: 10}, {Lat: 50, Lon: -1}}
	for _, s := range between.Places(places, powers, rivals, 1900, param.Default[between.Settings]()) {
		fmt.Printf("%.3f\n", s.Squeeze)
	}
	// Output:
	// 0.339
	// 0.085
}
