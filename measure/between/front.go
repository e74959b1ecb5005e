package between

import (
	"math"
	"slices"
)

// Facing sets what makes another state a front.
type Facing struct {
	// Hostile is the least hostility, in [0, 1], of a state that is a front.
	Hostile float64 `name:"front_hostility" unit:"" min:"0.5" max:"1" default:"0.75" ref:"assumed" why:"rivals stand at 1 and pairs that are neither rivals nor allies at the middle of the scale, so the range runs from there to rivals alone" en:"least hostility of a front" ko:"전선으로 보는 최소 적대성"`

	// ByAlly is the hostility of a state that is no rival itself but the rival of
	// a power allied with the one in question.
	ByAlly float64 `name:"front_by_ally" unit:"" min:"0.5" max:"1" default:"0.8" ref:"assumed" why:"an ally's rival is thought an opponent, less surely than one's own; the range runs from no more than a stranger to as much as a rival" en:"hostility of an ally's rival" ko:"동맹국의 경쟁국에 대한 적대성"`

	// Ratio is how many times the state's own strength must be able to arrive.
	Ratio float64 `name:"front_ratio" unit:"ratio" min:"0.33" max:"3" default:"1" scale:"log" ref:"assumed" why:"stronger means more than equal at 1; attackers are often held to need three to one, and a third can tie a defender down" en:"strength a front must bring, relative to the state's own" ko:"전선의 상대 전력 기준"`

	// Within is how far away a front can be. Without a limit a state of next to
	// no strength would face every hostile power in the world.
	Within float64 `name:"front_distance" unit:"km" min:"500" max:"8000" default:"3000" scale:"log" ref:"assumed" why:"from land neighbours to what missiles and long-range aircraft reach" en:"distance within which a state is a front" ko:"전선으로 보는 거리 한도"`

	// Sectors is how many equal parts the compass is divided into.
	Sectors float64 `name:"front_sectors" unit:"sectors" min:"3" max:"8" default:"5" ref:"assumed" why:"enemies on five sides is a figure of speech; five sectors of 72 degrees take it at its word" en:"sectors of the compass" ko:"방위 구간 수"`
}

// Other is another state as seen from the one in question.
type Other struct {
	Strength  float64 // what it can bring to bear there, in the unit of own
	Hostility float64 // in [0, 1]
	Distance  float64 // km
}

// A Front is a hostile state within reach that can bring more than a state has.
type Front struct {
	Index int     // in the others given
	Ratio float64 // its strength over the state's own; infinite where own is 0
}

// Fronts returns the exposed fronts of a state of some strength of its own: the
// others whose hostility is at least Hostile, whose distance is at most Within
// and whose delivered strength is positive and at least Ratio times own. The
// strongest comes first, of equals the one listed first.
//
// Unknown counts the others that could be a front for all that is known: none
// of the figures there are rules them out, and one that is needed is missing
// (NaN). With unknown at 0 the list is complete.
func Fronts(own float64, others []Other, f Facing) (fronts []Front, unknown int) {
	for i, o := range others {
		out := o.Hostility < f.Hostile || o.Distance > f.Within || o.Strength <= 0 || o.Strength < f.Ratio*own
		switch {
		case out:
		case math.IsNaN(o.Hostility + o.Distance + o.Strength + own):
			unknown++
		default:
			fronts = append(fronts, Front{i, o.Strength / own})
		}
	}
	slices.SortStableFunc(fronts, func(a, b Front) int {
		switch x, y := others[a.Index].Strength, others[b.Index].Strength; {
		case x > y:
			return -1
		case x < y:
			return 1
		}
		return 0
	})
	return fronts, unknown
}

// Sides counts the sectors of the compass that hold a front. Bearings are in
// degrees, of any turn; a missing one is in no sector. Where the first sector
// begins is arbitrary and can change the count, so the least and the most over
// all beginnings are given.
func Sides(bearings []float64, f Facing) (least, most int) {
	n := int(math.Round(f.Sectors))
	width := 360 / float64(n)
	var sector []int
	var rest []float64 // how far into its sector a bearing lies
	for _, b := range bearings {
		if math.IsNaN(b) || math.IsInf(b, 0) {
			continue
		}
		turn := math.Mod(math.Mod(b, 360)+360, 360)
		k := math.Floor(turn / width)
		sector, rest = append(sector, int(k)), append(rest, turn-k*width)
	}
	for _, begin := range rest {
		seen := make([]bool, n)
		count := 0
		for i, k := range sector {
			if rest[i] < begin {
				k += n - 1
			}
			if k %= n; !seen[k] {
				seen[k] = true
				count++
			}
		}
		if least == 0 || count < least {
			least = count
		}
		most = max(most, count)
	}
	return least, most
}

// Bearing is the initial direction of the shortest way over a sphere from one
// place to another, in degrees clockwise from north, in [0, 360). Latitudes and
// longitudes are in degrees, north and east positive. From a place to itself it
// is NaN.
func Bearing(lat1, lon1, lat2, lon2 float64) float64 {
	const degree = math.Pi / 180
	sinFrom, cosFrom := math.Sincos(lat1 * degree)
	sinTo, cosTo := math.Sincos(lat2 * degree)
	sinTurn, cosTurn := math.Sincos((lon2 - lon1) * degree)
	east, north := sinTurn*cosTo, cosFrom*sinTo-sinFrom*cosTo*cosTurn
	if math.Hypot(east, north) < 1e-12 {
		return math.NaN()
	}
	return math.Mod(math.Atan2(east, north)/degree+360, 360)
}
