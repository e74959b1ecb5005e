package study

import "math"

// Bands say when a simulated rate counts as off the record.
type Bands struct {
	// Level is the coverage of the interval of the rate on record that a
	// simulated rate must lie in.
	Level float64 `name:"band_level" unit:"" min:"0.5" max:"0.99" default:"0.9" ref:"assumed" why:"a convention; nine in ten is the level of the other intervals here" en:"coverage of the bands of the record" ko:"기록 구간의 수준"`
}

// RateBand is the interval of a yearly rate of which some events, whole or
// expected, were counted in some years: equal tails of the rate of a Poisson
// process under Jeffreys' prior, a gamma distribution of shape events + 1/2.
// Fewer than one event cannot tell a low rate from none, so its interval then
// begins at 0. NaN where there are no years.
func RateBand(events, years, level float64) (low, high float64) {
	if !(years > 0) || !(events >= 0) {
		return math.NaN(), math.NaN()
	}
	tail := (1 - level) / 2
	if events >= 1 {
		low = gammaQuantile(tail, events+0.5) / years
	}
	return low, gammaQuantile(1-tail, events+0.5) / years
}

// gammaQuantile is the value below which a gamma variable of a shape and scale 1
// lies with probability p, by bisection.
func gammaQuantile(p, shape float64) float64 {
	low, high := 0.0, shape+10
	for gammaShare(high, shape) < p {
		high *= 2
	}
	for range 100 {
		mid := (low + high) / 2
		if gammaShare(mid, shape) < p {
			low = mid
		} else {
			high = mid
		}
	}
	return (low + high) / 2
}

// gammaShare is the distribution function of a gamma variable of a shape and
// scale 1: its power series, whose terms are all positive.
func gammaShare(x, shape float64) float64 {
	if x <= 0 {
		return 0
	}
	lg, _ := math.Lgamma(shape + 1)
	term := math.Exp(shape*math.Log(x) - x - lg)
	sum := term
	for k := 1.0; term > sum*1e-16 || k < x; k++ {
		term *= x / (shape + k)
		sum += term
	}
	return min(sum, 1)
}
