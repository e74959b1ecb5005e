package similarity

import "math"

// Kappa is Cohen's agreement corrected for chance, weighted by squared distance
// [cohen1968], as [haege2011] applies it to portfolios:
//
//	kappa = 1 - D / E,  D = mean (x - y)^2,  E = var x + var y + (mean x - mean y)^2
//
// where E is the distance expected if each state kept its own distribution of
// ratings and they met by chance alone. It is 1 where all ratings agree, 0 where
// they agree as by chance, and not below -1. With two levels it is Cohen's kappa
// of categories [cohen1960]. It is NaN where there is no item, and where every
// rating of both is one and the same, since chance then explains all.
func Kappa(j *Joint) float64 {
	total := j.Total()
	if total == 0 || !j.varied() {
		return math.NaN()
	}
	m := j.moments(total)
	diff := m.meanX - m.meanY
	return 1 - m.apart/(m.varX+m.varY+diff*diff)
}

// PiDistance is Scott's agreement corrected for chance in its form for squared
// distance, as [haege2011] gives it:
//
//	pi = 1 - D / E,  E = var x + var y + (mean x - mean y)^2 / 2
//
// where E is the distance expected if both drew from the one distribution that
// they have together. Unlike [Kappa] it counts it as disagreement that one state
// has more ties than the other, so that it is never above it. NaN as there.
func PiDistance(j *Joint) float64 {
	total := j.Total()
	if total == 0 || !j.varied() {
		return math.NaN()
	}
	m := j.moments(total)
	diff := m.meanX - m.meanY
	return 1 - m.apart/(m.varX+m.varY+diff*diff/2)
}

// PiNominal is Scott's pi as published, for categories without distances
// [scott1955]:
//
//	pi = (A - C) / (1 - C),  C = sum over k of ((p_k + q_k) / 2)^2
//
// A is the share of items rated alike and p and q are the shares of each category
// in the two portfolios. With two levels it is [PiDistance]; NaN as there.
func PiNominal(j *Joint) float64 {
	total := j.Total()
	if total == 0 || !j.varied() {
		return math.NaN()
	}
	chance, same := 0.0, 0.0
	for k := range j.Levels {
		pooled := 0.0
		for l := range j.Levels {
			pooled += (j.Weight[k][l] + j.Weight[l][k]) / (2 * total)
		}
		chance += pooled * pooled
		same += j.Weight[k][k] / total
	}
	return (same - chance) / (1 - chance)
}
