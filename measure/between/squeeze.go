package between

import "math"

// Terms holds the settings of the squeeze that no record fixes.
type Terms struct {
	// Neither is the hostility of two powers that are neither rivals (1) nor
	// bound by a defence pact (0).
	Neither float64 `name:"hostility_neither" unit:"" min:"0.1" max:"0.9" default:"0.5" ref:"assumed" why:"the ends of the scale are fixed by definition; the middle is not measured" en:"hostility of powers neither rivals nor allies" ko:"경쟁국도 동맹국도 아닌 강대국 사이의 적대성"`

	// RemoteStake is the stake of a power in a state that is not near it, not
	// its rival, not its ally, hosts none of its forces and has had no dispute
	// with it. Otherwise the stake is 1.
	RemoteStake float64 `name:"remote_stake" unit:"" min:"0.05" max:"1" default:"0.3" ref:"assumed" why:"stakes are not observed; the range runs from almost none to as much as in a neighbour" en:"stake of a power in a remote state" ko:"멀리 있는 국가에 대한 강대국의 이해관계"`

	// NearDistance is how close two territories must be to count as near.
	NearDistance float64 `name:"near_distance" unit:"km" min:"250" max:"2500" default:"1000" scale:"log" ref:"assumed" why:"the Correlates of War counts up to 640 km of sea as contiguous; missiles and aircraft reach further" en:"distance that counts as near" ko:"인접으로 보는 거리"`

	// Floor keeps tightness finite where nothing is near, as a share of world
	// military spending.
	Floor float64 `name:"tightness_floor" unit:"share of world" min:"0.0005" max:"0.01" default:"0.002" scale:"log" ref:"assumed" why:"only its order matters: below the spending of a small state" en:"floor of tightness" ko:"긴박도 하한"`
}

// Squeezed is the answer for one state. G and H are the indexes of the pair of
// powers that squeezes it most, G < H, or -1 where no pair does.
type Squeezed struct {
	Squeeze   float64 // largest over pairs of hostility x 2 min(pressures)
	Total     float64 // sum over pairs
	Tightness float64 // the largest, relative to own capability and the pair's pressures
	G, H      int
}

// Squeeze measures how caught in between a state is. Pressures are those of
// each power on it; hostility(g, h), in [0, 1] and symmetric, is that between
// two powers; own is its own capability and floor that of [Terms], all in one
// unit. With no two hostile powers pressing it, all three measures are 0.
func Squeeze(pressures []float64, hostility func(g, h int) float64, own, floor float64) Squeezed {
	out := Squeezed{G: -1, H: -1}
	for g := range pressures {
		for h := g + 1; h < len(pressures); h++ {
			caught := hostility(g, h) * 2 * math.Min(pressures[g], pressures[h])
			out.Total += caught
			if caught > out.Squeeze {
				out.Squeeze, out.G, out.H = caught, g, h
			}
			if t := caught / (own + pressures[g] + pressures[h] + floor); t > out.Tightness {
				out.Tightness = t
			}
		}
	}
	return out
}
