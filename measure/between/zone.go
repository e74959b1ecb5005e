package between

import (
	"cmp"
	"math"
	"slices"
)

// Zoning sets what counts as a shatter zone.
type Zoning struct {
	// Neighbour is how far apart the main territories of two states may lie for
	// them to be neighbours in a zone; a land border always makes them.
	Neighbour float64 `name:"zone_neighbour_distance" unit:"km" min:"39" max:"1000" default:"400" scale:"log" ref:"assumed" why:"the Correlates of War counts from 24 to 400 miles of sea as contiguous [stinnett2002]; 39 km to 644 km, and beyond for the distances between islands of this coarse map" en:"distance of neighbours in a zone" ko:"파쇄지대에서 이웃으로 보는 거리"`

	// Quantile is the share of the scored states that lie below the threshold,
	// so that a fixed part of the map is above it whatever the unit of the score.
	Quantile float64 `name:"zone_quantile" unit:"share" min:"0.5" max:"0.9" default:"0.75" ref:"assumed" why:"no study sets a threshold of being caught in between; from the upper half of the map to its highest tenth" en:"share of states below the threshold of a zone" ko:"파쇄지대 기준 아래 국가의 비율"`

	// Persist is the least part of the range of scores over which a region must
	// stand apart from a higher one to be a zone of its own.
	Persist float64 `name:"zone_persistence" unit:"share of range" min:"0.02" max:"0.5" default:"0.1" ref:"assumed" why:"separates regions from unevenness of the score; from what errors of capability alone would move to half of the range" en:"persistence of a zone" ko:"파쇄지대의 지속성"`
}

// Adjacent lists the neighbours of each of n states in ascending order. Two
// states are neighbours if near says so in either order; none is its own.
func Adjacent(n int, near func(i, j int) bool) [][]int {
	out := make([][]int, n)
	for i := range n {
		for j := range n {
			if i != j && (near(i, j) || near(j, i)) {
				out[i] = append(out[i], j)
			}
		}
	}
	return out
}

// Zones returns the connected regions of states whose score is at or above a
// threshold, each in ascending order, in the order of their first members.
// Neighbours are as from [Adjacent]. A missing score (NaN) is in no zone.
func Zones(score []float64, near [][]int, threshold float64) [][]int {
	var zones [][]int
	seen := make([]bool, len(score))
	for i := range score {
		if !seen[i] && score[i] >= threshold {
			zones = append(zones, grow(i, near, seen, func(j int) bool { return score[j] >= threshold }))
		}
	}
	return zones
}

// grow returns the states joined to i through states that are in, i included,
// in ascending order, and marks them as seen.
func grow(i int, near [][]int, seen []bool, in func(j int) bool) []int {
	zone := []int{i}
	seen[i] = true
	for at := 0; at < len(zone); at++ {
		for _, j := range near[zone[at]] {
			if !seen[j] && in(j) {
				seen[j] = true
				zone = append(zone, j)
			}
		}
	}
	slices.Sort(zone)
	return zone
}

// Threshold is the lowest score of the states above a quantile: of n scored
// states at least n - floor(n·quantile) reach it, and no fewer than one. It is
// NaN where no state is scored.
func Threshold(score []float64, quantile float64) float64 {
	var known []float64
	for _, s := range score {
		if !math.IsNaN(s) {
			known = append(known, s)
		}
	}
	if len(known) == 0 {
		return math.NaN()
	}
	slices.Sort(known)
	return known[min(int(quantile*float64(len(known))), len(known)-1)]
}

// A Zone is a region that lasts, cut where it meets another such region or the
// threshold, whichever is higher.
type Zone struct {
	Region
	Level  float64 // its members score at least this
	States []int   // ascending
}

// Shatter returns the shatter zones of a map: the regions of [Persistence] that
// persist over at least Persist of the range and whose peak reaches the
// threshold at Quantile. A zone holds the states joined to its peak that reach
// the threshold and lie above the level where it first meets another region
// that persists as long; the states at that level belong to neither. So one belt
// of high scores with two lasting peaks is two zones. Highest peak first.
func Shatter(score []float64, near [][]int, z Zoning) []Zone {
	return shatter(score, near, z, Persistence(score, near))
}

// shatter is [Shatter] on regions found before.
func shatter(score []float64, near [][]int, z Zoning, regions []Region) []Zone {
	threshold := Threshold(score, z.Quantile)
	var lasting []Region
	for _, r := range regions {
		if r.Persistence >= z.Persist {
			lasting = append(lasting, r)
		}
	}
	meet := meetings(score, near, lasting)
	var zones []Zone
	for k, r := range lasting {
		if !(r.Birth >= threshold) {
			continue
		}
		in := func(j int) bool { return score[j] >= threshold && score[j] > meet[k] }
		states := grow(r.Peak, near, make([]bool, len(score)), in)
		level := r.Birth
		for _, i := range states {
			level = min(level, score[i])
		}
		zones = append(zones, Zone{r, level, states})
	}
	return zones
}

// Largest returns the zone with the most states, of equals the one that persists
// longer and then the first; ok is false where there is none.
func Largest(zones []Zone) (largest Zone, ok bool) {
	if len(zones) == 0 {
		return Zone{}, false
	}
	return slices.MaxFunc(zones, func(a, b Zone) int {
		return cmp.Or(cmp.Compare(len(a.States), len(b.States)), cmp.Compare(a.Persistence, b.Persistence))
	}), true
}
