package capability

import "math"

// Frontier scores values by their distance to the best of the group, from 0 to
// 100, the way the Asia Power Index makes unlike indicators comparable
// [lowymethodology]. The best is 100 and others are in proportion:
//
//	100 max(v, 0) / largest
//
// so that a value of 0 or less scores 0. The fixed end is 0 and not the worst of
// the group, so that the weakest moves nobody else. Where less is more, such as
// dependence on imports, the score is 100 less that number: who depends on
// nothing has 100 and the most dependent has 0.
//
// A gap scores NaN. Where no value is above 0 there is no frontier: every score
// is NaN, or 100 where less is more.
func Frontier(values []float64, less bool) []float64 {
	best := 0.0
	for _, v := range values {
		if v > best {
			best = v
		}
	}
	scores := make([]float64, len(values))
	for i, v := range values {
		switch {
		case math.IsNaN(v), best == 0 && !less:
			scores[i] = math.NaN()
		case best == 0:
			scores[i] = 100
		case less:
			scores[i] = 100 - 100*(max(v, 0)/best)
		default:
			scores[i] = 100 * (max(v, 0) / best)
		}
	}
	return scores
}

// Weighted is the mean of scores by weights, in the unit of the scores. A score
// that is NaN is left out and the other weights are raised in proportion.
// Covered, from 0 to 1, is the part of all weight that the scores present carry;
// with none the mean is NaN. Weights are 0 or more, one for each score.
func Weighted(scores, weights []float64) (mean, covered float64) {
	sum, present, total := 0.0, 0.0, 0.0
	for i, w := range weights {
		total += w
		if !math.IsNaN(scores[i]) {
			sum += w * scores[i]
			present += w
		}
	}
	if present == 0 {
		return math.NaN(), 0
	}
	return sum / present, present / total
}
