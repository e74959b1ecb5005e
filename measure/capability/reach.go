package capability

import "math"

// Gradient sets how a state's strength falls with distance [boulding1962].
type Gradient struct {
	// HalfDistance is how far strength travels before half of it is lost.
	HalfDistance float64 `name:"half_distance" unit:"km" min:"500" max:"10000" default:"3000" scale:"log" ref:"assumed" why:"Boulding gives the form but no distance; the range runs from land armies to global navies" en:"distance over which power halves" ko:"힘이 절반이 되는 거리"`

	// BaseShare is the part of its capability that a power can bring through
	// forward bases, measured from the base instead of from home.
	BaseShare float64 `name:"base_share" unit:"share" min:"0.1" max:"1" default:"0.5" ref:"assumed" why:"no published estimate; from a token garrison to a force that could all be staged forward" en:"capability usable through forward bases" ko:"전진기지로 투사할 수 있는 능력의 비율"`
}

// Presence says what counts as a forward base.
type Presence struct {
	// MinTroops is the fewest troops hosted that count as a base.
	MinTroops float64 `name:"min_troops" unit:"persons" min:"200" max:"10000" default:"1000" scale:"log" ref:"assumed" why:"embassy guards and trainers number in the tens, garrisons in the thousands" en:"troops that make a base" ko:"기지로 보는 최소 주둔 병력"`
}

// Decay is the share of strength left after a distance in km: 2^(-d/h)
// [boulding1962]. It is 1 at no distance and falls toward 0.
func (g Gradient) Decay(distance float64) float64 {
	return math.Exp2(-distance / g.HalfDistance)
}

// Reach is what a power of capability c can bring to bear at a place: the
// larger of its strength from home and, for each base, the share BaseShare of
// it from there. Distances are in km. Via is the index of the base that carries
// the reach, or -1 for home. The unit is that of c.
func Reach(c, home float64, bases []float64, g Gradient) (reach float64, via int) {
	reach, via = c*g.Decay(home), -1
	for i, d := range bases {
		if r := g.BaseShare * c * g.Decay(d); r > reach {
			reach, via = r, i
		}
	}
	return reach, via
}
