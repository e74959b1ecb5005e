package score

import (
	"cmp"
	"math"
	"slices"
)

// AUC returns the area under the receiver operating characteristic curve: the
// probability that an event drawn at random was forecast higher than a
// non-event drawn at random, a tie counting half [hanley1982]. 1 is a perfect
// ranking, 0.5 none, 0 a perfect ranking upside down. Forecasts may be on any
// scale. It is NaN when a forecast is, or when events or non-events are absent.
func AUC(forecast []float64, event []bool) float64 {
	same(len(forecast), len(event))
	order := make([]int, len(forecast))
	events := 0
	for i, f := range forecast {
		if math.IsNaN(f) {
			return math.NaN()
		}
		order[i] = i
		if event[i] {
			events++
		}
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(forecast[a], forecast[b]) })
	below, wins := 0, 0.0
	for from := 0; from < len(order); {
		to, hits := from, 0
		for ; to < len(order) && forecast[order[to]] == forecast[order[from]]; to++ {
			if event[order[to]] {
				hits++
			}
		}
		misses := to - from - hits
		wins += float64(hits) * (float64(below) + float64(misses)/2)
		below += misses
		from = to
	}
	return wins / (float64(events) * float64(len(forecast)-events)) // 0/0 is the NaN promised above
}

// AUCError returns the standard error of an AUC found on so many events and
// non-events, as if forecasts were exponential [hanley1982]. It is
// NaN when there are none of either.
func AUCError(auc float64, events, others int) float64 {
	n, m := float64(events), float64(others)
	// Chance that two events both outrank one non-event, and that one event
	// outranks two non-events.
	two, twice := auc/(2-auc), 2*auc*auc/(1+auc)
	v := auc*(1-auc) + (n-1)*(two-auc*auc) + (m-1)*(twice-auc*auc)
	return math.Sqrt(v / (n * m))
}
