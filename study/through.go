package study

import (
	"cmp"
	"slices"

	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/measure/between"
	"github.com/shatterbelt/shatterbelt/measure/capability"
	"github.com/shatterbelt/shatterbelt/trace/param"
)

// Seat is a capital from one year to another, both included.
type Seat struct {
	State       ir.CCode
	First, Last ir.Year
	Lat, Lon    float64
}

// PlaceIn is a fixed place in one year: how squeezed, by which powers, and its
// rank among the places, with the range of the rank over the settings.
type PlaceIn struct {
	Year    ir.Year    `json:"year"`
	Squeeze float64    `json:"squeeze"`
	Rank    int        `json:"rank"`
	Low     int        `json:"rank_low"`
	High    int        `json:"rank_high"`
	Pair    Pair       `json:"pair"`
	Powers  []ir.CCode `json:"powers"`
	Sources []string   `json:"sources"`
}

// Through is what was measured of a place over the years.
type Through struct {
	Places   int       `json:"places"`
	Settings int       `json:"settings"`
	Years    []PlaceIn `json:"years"`
	// Left are years without two powers that have index and capital on record.
	Left []ir.Year `json:"left,omitempty"`
}

// atHome is within how many km of a power's capital a place is its home.
const atHome = 50

// Follow measures one of several fixed places through the years, whoever governed
// them, from a record of powers: the majors of record, each by its composite index
// over all states of the year, from where its capital then was.
func Follow(s *panel.Snapshot, seats []Seat, places []between.Place, of int, years []ir.Year, set Settings) Through {
	variants := placeVariants(set.Settings)
	out := Through{Places: len(places), Settings: len(variants)}
	for _, y := range years {
		states, powers, sources := powersOf(s, seats, places, y)
		if len(powers) < 2 {
			out.Left = append(out.Left, y)
			continue
		}
		l := &ledger{s: s, year: y}
		relations := map[[2]int]Relation{}
		for g, a := range states {
			for h, b := range states {
				if g != h {
					relations[[2]int{g, h}] = relation(l, a, b)
				}
			}
		}
		for _, f := range l.used {
			sources = append(sources, f.Source)
		}
		slices.Sort(sources)
		how := func(g, h int) Relation { return relations[[2]int{g, h}] }
		rows := between.Places(places, powers, how, y, set.Settings)
		p := PlaceIn{Year: y, Squeeze: rows[of].Squeeze, Rank: placeRank(rows, of), Powers: states, Sources: slices.Compact(sources)}
		if r := rows[of]; r.G >= 0 {
			p.Pair = Pair{states[r.G], states[r.H]}
		}
		p.Low, p.High = p.Rank, p.Rank
		for _, v := range variants {
			rank := placeRank(between.Places(places, powers, how, y, v), of)
			p.Low, p.High = min(p.Low, rank), max(p.High, rank)
		}
		out.Years = append(out.Years, p)
	}
	return out
}

// placeRank is a place's rank from the most squeezed, 1 first.
func placeRank(rows []between.Squeezed, of int) int {
	rank := 1
	for _, r := range rows {
		if r.Squeeze > rows[of].Squeeze {
			rank++
		}
	}
	return rank
}

// powersOf are the major powers of record of a year that have an index and a
// capital, in order of number, with the sources of both.
func powersOf(s *panel.Snapshot, seats []Seat, places []between.Place, y ir.Year) (states []ir.CCode, out []between.PowerAt, sources []string) {
	x := &Situation{Year: y, s: s, quiet: true}
	for _, st := range s.Codes().All() {
		great, ok := s.At(majorPower, st.CCode, y)
		if !ok || great.Value < 1 {
			continue
		}
		index, ok := x.cinc(st.CCode, y)
		seat, there := seatOf(seats, st.CCode, y)
		if !ok || !there || index.year != y {
			continue
		}
		at := between.Place{Lat: seat.Lat, Lon: seat.Lon}
		home := slices.IndexFunc(places, func(p between.Place) bool { return between.GreatCircle(p, at) < atHome })
		states = append(states, st.CCode)
		out = append(out, between.PowerAt{Place: at, Capability: index.value, Home: home})
		sources = append(sources, s.Source(great).Key)
		sources = append(sources, x.compositeTrail(st.CCode).SourceKeys()...)
	}
	return states, out, sources
}

// seatOf is a state's capital at the end of a year.
func seatOf(seats []Seat, c ir.CCode, y ir.Year) (Seat, bool) {
	var mine []Seat
	for _, s := range seats {
		if s.State == c && s.First <= y && y <= s.Last {
			mine = append(mine, s)
		}
	}
	if len(mine) == 0 {
		return Seat{}, false
	}
	return slices.MaxFunc(mine, func(a, b Seat) int { return cmp.Compare(a.First, b.First) }), true
}

// placeVariants are the settings that matter where a place has no ties: both
// forms of gradient, hostility, and the stake with the distance it holds at.
func placeVariants(set between.Settings) []between.Settings {
	ends := func(v any, name string) []float64 {
		for _, f := range param.Fields(v) {
			if f.Name == name {
				return []float64{f.Min, f.Default, f.Max}
			}
		}
		return nil
	}
	var out []between.Settings
	for form, levels := range [][]float64{ends(capability.Gradient{}, "half_distance"), speeds} {
		for _, level := range levels {
			for _, neither := range ends(between.Terms{}, "hostility_neither") {
				for _, stake := range ends(between.Terms{}, "remote_stake") {
					for _, near := range ends(between.Terms{}, "near_distance") {
						v := set
						v.Neither, v.RemoteStake, v.NearDistance = neither, stake, near
						if form == 0 {
							v.HalfDistance = level
						} else {
							v.Projected, v.Early, v.Middle, v.Late = true, v.Early*level, v.Middle*level, v.Late*level
						}
						out = append(out, v)
					}
				}
			}
		}
	}
	return out
}

// speeds are by how much the speed of transport of every era is changed.
var speeds = []float64{0.5, 1, 2}
