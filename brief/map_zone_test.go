package brief

import (
	"slices"
	"strings"
	"testing"

	"github.com/shatterbelt/shatterbelt/ir"
)

// fixtureMap is the fixture's neighbourhood with zones.
func fixtureMap(t *testing.T, zones []zone, specks ...speck) (*neighbourhood, string) {
	t.Helper()
	d, codes := fixture(), fixtureCodes(t)
	n, ok := newNeighbourhood(d, codes, fixtureOutlines(), specks...)
	if !ok {
		t.Fatal("no map")
	}
	n.zones = zones
	return n, drawMap("map", "t", "d", n, d, &lexicon{lang: "en", codes: codes, style: styleEN}, newPalette(d))
}

const badgeText = `font-weight="700">Z</text>`

// Lands that touch share one badge, lands apart have one each, and what is out
// of view has none.
func TestZoneHasABadgeOnEachPiece(t *testing.T) {
	tests := []struct {
		name   string
		states []ir.CCode
		badges int
	}{
		{"one state", []ir.CCode{kor}, 1},
		{"neighbours by land", []ir.CCode{kor, prk}, 1},
		{"across the sea", []ir.CCode{kor, jpn}, 2},
		{"out of view", []ir.CCode{usa}, 0},
		{"in view and out of it", []ir.CCode{usa, kor}, 1},
		{"no state", nil, 0},
	}
	for _, tt := range tests {
		_, svg := fixtureMap(t, []zone{{"Z", tt.states}})
		wellFormed(t, tt.name, svg)
		if got := strings.Count(svg, badgeText); got != tt.badges {
			t.Errorf("%s: %d badges; want %d", tt.name, got, tt.badges)
		}
	}
}

// The land of every member is laid over the ring of every member, so that no
// ring is left between them.
func TestZoneRingIsOutsideItsLand(t *testing.T) {
	n, svg := fixtureMap(t, []zone{{"Z", []ir.CCode{kor, prk}}})
	last := strings.LastIndex(svg, `stroke="`+zoneColour+`" stroke-width="8"`)
	if last < 0 {
		t.Fatal("no ring is drawn")
	}
	for _, a := range n.members(n.zones[0]) {
		if land := strings.LastIndex(svg, `<path d="`+strings.Join(a.fills, "")+`" fill=`); land < last {
			t.Errorf("the land of %d lies under the ring", a.state)
		}
	}
}

// A ring elsewhere leaves the names of other states in place.
func TestZoneLeavesOtherNames(t *testing.T) {
	_, plain := fixtureMap(t, nil)
	_, ringed := fixtureMap(t, []zone{{"Z", []ir.CCode{twn}}})
	for _, name := range []string{"South Korea (1)", "Japan (2)", "North Korea (4)"} {
		if !strings.Contains(plain, name) || !strings.Contains(ringed, name) {
			t.Errorf("%s is not named with and without a zone", name)
		}
	}
	if strings.Contains(plain, zoneColour) {
		t.Error("a ring without a zone")
	}
}

func TestSpeckIsADotWithItsName(t *testing.T) {
	at := point{121.5, 25}
	d, codes := fixture(), fixtureCodes(t)
	outlines := slices.DeleteFunc(fixtureOutlines(), func(o Outline) bool { return o.ISO == "TWN" })
	n, ok := newNeighbourhood(d, codes, outlines, speck{twn, at}, speck{kor, at}, speck{usa, point{-77, 39}})
	if !ok {
		t.Fatal("no map")
	}
	svg := drawMap("map", "t", "d", n, d, &lexicon{lang: "en", codes: codes, style: styleEN}, newPalette(d))
	wellFormed(t, "speck", svg)
	if !strings.Contains(svg, ">Taiwan (3)<") {
		t.Error("a state without an outline is not named")
	}
	q := n.at(at)
	if got := strings.Count(svg, `<circle cx="`+px(q[0])+`" cy="`+px(q[1])+`" r="3.2"`); got != 1 {
		t.Errorf("%d dots; want one: a state that has an outline needs none", got)
	}
	if dots := slices.DeleteFunc(slices.Clone(n.areas), func(a area) bool { return !a.dot }); len(dots) != 1 {
		t.Errorf("%d dots in view; want Taiwan's alone", len(dots))
	}
}

// A state that is itself too small for an outline still has a map, centred on
// its capital.
func TestMapOfAStateWithoutAnOutline(t *testing.T) {
	d, codes := fixture(), fixtureCodes(t)
	outlines := slices.DeleteFunc(fixtureOutlines(), func(o Outline) bool { return o.ISO == "KOR" })
	if _, ok := newNeighbourhood(d, codes, outlines); ok {
		t.Fatal("a map without a place to centre it on")
	}
	n, ok := newNeighbourhood(d, codes, outlines, speck{kor, point{127, 37.5}})
	if !ok {
		t.Fatal("no map")
	}
	if q := n.at(point{127, 37.5}); abs(q[0]-mapW/2) > 0.5 || abs(q[1]-mapH/2) > 0.5 {
		t.Errorf("the capital falls on %v; want the middle", q)
	}
	if n.radius < leastKM {
		t.Errorf("the map reaches %v km; want at least %v", n.radius, leastKM)
	}
}

func TestPieces(t *testing.T) {
	square := func(x float64) area {
		return area{main: []point{{x, 0}, {x + 10, 0}, {x + 10, 10}, {x, 10}}}
	}
	tests := []struct {
		name  string
		areas []area
		want  int
	}{
		{"touching", []area{square(0), square(10)}, 1},
		{"apart", []area{square(0), square(100)}, 2},
		{"joined by a third", []area{square(0), square(24), square(12)}, 1},
		{"none", nil, 0},
	}
	for _, tt := range tests {
		if got := len(pieces(tt.areas)); got != tt.want {
			t.Errorf("%s: %d pieces; want %d", tt.name, got, tt.want)
		}
	}
}

func TestLabelIsByItsLand(t *testing.T) {
	ring := []point{{100, 100}, {200, 100}, {200, 200}, {100, 200}}
	tests := []struct {
		name string
		b    box
		want bool
	}{
		{"inside, far from the edge", box{140, 140, 160, 160}, true},
		{"over the edge", box{190, 140, 230, 160}, true},
		{"just outside", box{205, 140, 230, 160}, true},
		{"far outside", box{230, 140, 260, 160}, false},
	}
	for _, tt := range tests {
		if got := tt.b.by(ring); got != tt.want {
			t.Errorf("%s: %v; want %v", tt.name, got, tt.want)
		}
	}
}

func TestNewLetteringReads(t *testing.T) {
	const least = 4.5
	for _, c := range []struct{ letters, ground string }{
		{paper, zoneColour}, {ink, "#eef1f5"}, {muted, "#eef1f5"}, {muted, paper}, {ink, shade(outerBand)},
	} {
		if got := contrast(luminance(c.letters), luminance(c.ground)); got < least {
			t.Errorf("%s on %s has a contrast of %.2f; want %v", c.letters, c.ground, got, least)
		}
	}
}

// A map at the size of real data: every state named, three zones.
func BenchmarkMap(b *testing.B) {
	for b.Loop() {
		galleryMap(b, "map", "en", kor, tooSmall...)
	}
}
