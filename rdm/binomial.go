package rdm

import "math"

// binomialTail returns the probability of k or more successes in n trials of
// probability p, by summing terms outwards from k until they no longer count.
func binomialTail(k, n int, p float64) float64 {
	switch {
	case k <= 0 || p >= 1:
		return 1
	case k > n || p <= 0:
		return 0
	}
	if float64(k) > float64(n)*p {
		return math.Min(1, binomialTerm(k, n, p)*sumOfRatios(n-k, func(i int) float64 {
			return float64(n-k-i) / float64(k+1+i) * p / (1 - p)
		}))
	}
	return math.Max(0, 1-binomialTerm(k-1, n, p)*sumOfRatios(k-1, func(i int) float64 {
		return float64(k-1-i) / float64(n-k+2+i) * (1 - p) / p
	}))
}

// sumOfRatios returns 1 + r0 + r0 r1 + ..., of at most the given number of
// ratios, each below the one before.
func sumOfRatios(terms int, ratio func(i int) float64) float64 {
	sum, term := 1.0, 1.0
	for i := range terms {
		term *= ratio(i)
		sum += term
		if term < 1e-17*sum {
			break
		}
	}
	return sum
}

func binomialTerm(k, n int, p float64) float64 {
	return math.Exp(logChoose(n, k) + float64(k)*math.Log(p) + float64(n-k)*math.Log1p(-p))
}

func logChoose(n, k int) float64 {
	return logFactorial(n) - logFactorial(k) - logFactorial(n-k)
}

func logFactorial(n int) float64 {
	v, _ := math.Lgamma(float64(n) + 1)
	return v
}
