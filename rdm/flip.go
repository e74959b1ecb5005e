package rdm

import (
	"cmp"
	"fmt"
	"math"
	"slices"
)

// Flip is the nearest weights at which another policy catches the leader up.
type Flip struct {
	Policy  int
	Weights []float64
	// Moved is the share of all weight that must move from some criteria to
	// others: half the sum of the changes. 0 is level already, 1 is everything.
	Moved float64
}

// Swing is how far the weight of one criterion may go, the others keeping their
// proportions, before the leader is caught up.
type Swing struct {
	Low, High    float64 // the leader leads between them
	Below, Above int     // which policy leads beyond; -1 where none does up to 0 or 1
}

// Flips says under which weights the answer would be another. Values are by
// policy and criterion, in 0..1 with more better, as [Performance.Means] gives
// them. It returns the policy that leads under the weights, the flips of all
// others that can catch it up, nearest first, and by criterion the swing of its
// weight.
//
// Nearest is by the sum of squared changes. The first flip is a change of the
// leader; a later one may come after a third policy has taken the lead. One that
// is missing is no better than the leader on any criterion.
func Flips(values [][]float64, weights []float64) (leader int, flips []Flip, swings []Swing, err error) {
	if len(values) == 0 {
		return 0, nil, nil, fmt.Errorf("rdm: no policies to compare; want at least one")
	}
	if err := checkWeights(weights, len(weights)); err != nil {
		return 0, nil, nil, err
	}
	for a, row := range values {
		if len(row) != len(weights) || slices.ContainsFunc(row, math.IsNaN) {
			return 0, nil, nil, fmt.Errorf("rdm: policy %d has values %v on %d criteria; want one each", a, row, len(weights))
		}
	}
	leader = leaderAt(values, weights)
	for a := range values {
		if a == leader {
			continue
		}
		gain := make([]float64, len(weights))
		for k := range gain {
			gain[k] = values[a][k] - values[leader][k]
		}
		if w, ok := catchUp(gain, weights); ok {
			flips = append(flips, Flip{a, w, moved(weights, w)})
		}
	}
	slices.SortStableFunc(flips, func(a, b Flip) int { return cmp.Compare(square(a.Weights, weights), square(b.Weights, weights)) })
	for k := range weights {
		swings = append(swings, swing(values, weights, leader, k))
	}
	return leader, flips, swings, nil
}

// leaderAt returns the policy with the largest weighted sum, the first of equals.
func leaderAt(values [][]float64, w []float64) int {
	best, top := 0, math.Inf(-1)
	for a, row := range values {
		if v := dot(row, w); v > top {
			best, top = a, v
		}
	}
	return best
}

func dot(a, b []float64) float64 {
	sum := 0.0
	for k, v := range a {
		sum += v * b[k]
	}
	return sum
}

func square(a, b []float64) float64 {
	sum := 0.0
	for k := range a {
		sum += (a[k] - b[k]) * (a[k] - b[k])
	}
	return sum
}

func moved(from, to []float64) float64 {
	sum := 0.0
	for k := range from {
		sum += math.Abs(to[k] - from[k])
	}
	return sum / 2
}

// catchUp returns the weights nearest to w0 under which the gain is not
// negative: the projection of w0 + t gain on the simplex, for the least t that
// makes it so, which is what the conditions of Karush, Kuhn and Tucker come to.
func catchUp(gain, w0 []float64) (w []float64, ok bool) {
	if dot(gain, w0) >= 0 {
		return slices.Clone(w0), true
	}
	if slices.Max(gain) < 0 {
		return nil, false
	}
	at := func(t float64) []float64 {
		x := make([]float64, len(w0))
		for k := range x {
			x[k] = w0[k] + t*gain[k]
		}
		return ontoSimplex(x)
	}
	low, high := 0.0, 1.0
	for ; dot(gain, at(high)) < 0; high *= 2 {
		if high > 1e15 { // the gain of the best criterion is 0 but for rounding
			return nil, false
		}
		low = high
	}
	for range 100 {
		if mid := (low + high) / 2; dot(gain, at(mid)) >= 0 {
			high = mid
		} else {
			low = mid
		}
	}
	return at(high), true
}

// ontoSimplex returns the nearest point whose coordinates are 0 or more and sum
// to 1 [michelot1986].
func ontoSimplex(x []float64) []float64 {
	sorted := slices.Clone(x)
	slices.Sort(sorted)
	slices.Reverse(sorted)
	sum, shift := 0.0, 0.0
	for k, v := range sorted {
		sum += v
		if t := (sum - 1) / float64(k+1); v > t {
			shift = t
		}
	}
	out := make([]float64, len(x))
	for k, v := range x {
		out[k] = math.Max(0, v-shift)
	}
	return out
}

// swing finds the range of the weight of a criterion in which the leader stays.
// A weighted sum is a straight line in that weight.
func swing(values [][]float64, w []float64, leader, k int) Swing {
	s := Swing{Low: 0, High: 1, Below: -1, Above: -1}
	rest := 1 - w[k]
	line := func(a int) (at0, slope float64) { // of a policy's lead over the leader
		others := 0.0
		for j := range w {
			share := 1 / float64(len(w)-1) // proportions are not known where all weight is on k
			if rest > 0 {
				share = w[j] / rest
			}
			if j != k {
				others += share * (values[a][j] - values[leader][j])
			}
		}
		return others, values[a][k] - values[leader][k] - others
	}
	for a := range values {
		at0, slope := line(a)
		cross := -at0 / slope
		switch {
		case a == leader || slope == 0 || len(w) == 1:
		case slope < 0 && cross >= s.Low && cross <= w[k]:
			s.Low, s.Below = cross, a
		case slope > 0 && cross <= s.High && cross >= w[k]:
			s.High, s.Above = cross, a
		}
	}
	return s
}
