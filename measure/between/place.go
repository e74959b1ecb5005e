package between

import "github.com/shatterbelt/shatterbelt/ir"

// A Place is a point of the map that stays where it is while states come and go,
// so that what lies there keeps a history through partition and annexation.
// Degrees north and east are positive.
type Place struct{ Lat, Lon float64 }

// Nowhere is the home of a power whose capital is none of the places given.
const Nowhere = -1

// PowerAt is a power of one year with the point its strength is carried from.
type PowerAt struct {
	Place

	Capability float64 // share of the world's
	Home       int     // the place that is its capital, or [Nowhere]
}

// Places measures how caught in between each place is, given the powers of a
// year and how they stand to one another. A place has no army of its own and no
// ties: what is its own is 0, save at a power's home, and the stake of a power
// is 1 where its capital lies within NearDistance and the remote stake beyond.
// Powers have no bases here. Nobody presses a place from itself. In the result
// G and H index the powers given.
func Places(places []Place, powers []PowerAt, relation func(g, h int) Relation, y ir.Year, set Settings) []Squeezed {
	out := make([]Squeezed, len(places))
	pressure := make([]float64, len(powers))
	hostile := func(g, h int) float64 { return set.Hostility(relation(g, h)) }
	for i, at := range places {
		own := 0.0
		for k, p := range powers {
			if p.Home == i {
				own, pressure[k] = p.Capability, 0
				continue
			}
			km := GreatCircle(p.Place, at)
			stake := 1.0
			if km > set.NearDistance {
				stake = set.RemoteStake
			}
			pressure[k] = stake * set.carried(p.Capability, km, y)
		}
		out[i] = Squeeze(pressure, hostile, set.carried(own, 0, y), set.Floor)
	}
	return out
}

// GreatCircle is the shortest way over a sphere between two places, in km.
func GreatCircle(a, b Place) float64 { return ir.Kilometres(a.Lat, a.Lon, b.Lat, b.Lon) }
