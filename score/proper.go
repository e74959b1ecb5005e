package score

import (
	"fmt"
	"math"
	"slices"
)

// Log returns the mean negative logarithm of the probability that was given to
// what happened, in nats [good1952]. It is 0 at best, and infinite as soon as
// something happened that was called impossible. It is NaN when a probability
// is NaN or outside 0 to 1.
func Log(probability []float64, event []bool) float64 {
	same(len(probability), len(event))
	total := 0.0
	for i, p := range probability {
		if !isProbability(p) {
			return math.NaN()
		}
		if event[i] {
			total -= math.Log(p)
		} else {
			total -= math.Log1p(-p)
		}
	}
	return total / float64(len(probability))
}

// Brier returns the mean squared difference between the probability and the
// event, counted as 1 or 0 [brier1950]. It lies in 0 to 1, 0 at best. It is NaN
// when a probability is NaN or outside 0 to 1.
func Brier(probability []float64, event []bool) float64 {
	same(len(probability), len(event))
	total := 0.0
	for i, p := range probability {
		if !isProbability(p) {
			return math.NaN()
		}
		miss := p - indicator(event[i])
		total += miss * miss
	}
	return total / float64(len(probability))
}

// CRPS returns the continuous ranked probability score of an ensemble against
// what was observed, in the unit of both [gneiting2007]: the mean distance of a
// member from the observation less half the mean distance between two members
// drawn with replacement. It is 0 at best, and the absolute error when there is
// one member. It is NaN when any number is.
func CRPS(ensemble []float64, observed float64) float64 {
	members := slices.Clone(ensemble)
	slices.Sort(members)
	n := float64(len(members))
	miss, spread := 0.0, 0.0
	for i, x := range members {
		miss += math.Abs(x - observed)
		// Member i stands above i members and below n-1-i.
		spread += (2*float64(i) + 1 - n) * x
	}
	return miss/n - spread/(n*n)
}

// Skill returns the part of a baseline's score that a forecast does away with:
// 1 is perfect, 0 no better than the baseline, below 0 worse. Both are scores
// of which less is better. It is NaN when the baseline is perfect already.
func Skill(score, baseline float64) float64 {
	if baseline == 0 {
		return math.NaN()
	}
	return 1 - score/baseline
}

func isProbability(p float64) bool { return p >= 0 && p <= 1 }

func indicator(event bool) float64 {
	if event {
		return 1
	}
	return 0
}

// same panics unless forecasts and events are as many.
func same(forecasts, events int) {
	if forecasts != events {
		panic(fmt.Sprintf("score: %d forecasts for %d events", forecasts, events))
	}
}
