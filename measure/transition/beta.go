package transition

import "math"

// betaQuantile returns the value below which a Beta(a, b) variable lies with
// probability p, by bisection: 60 halvings leave less than 1e-17.
func betaQuantile(p, a, b float64) float64 {
	low, high := 0.0, 1.0
	for range 60 {
		mid := (low + high) / 2
		if betaShare(mid, a, b) < p {
			low = mid
		} else {
			high = mid
		}
	}
	return (low + high) / 2
}

// betaShare is the distribution function of a Beta(a, b) variable. The continued
// fraction converges fast below the mean, and above it for the mirror image.
func betaShare(x, a, b float64) float64 {
	switch {
	case x <= 0:
		return 0
	case x >= 1:
		return 1
	case x > (a+1)/(a+b+2):
		return 1 - betaShare(1-x, b, a)
	}
	la, _ := math.Lgamma(a)
	lb, _ := math.Lgamma(b)
	lab, _ := math.Lgamma(a + b)
	front := math.Exp(lab - la - lb + a*math.Log(x) + b*math.Log1p(-x))
	return front / (a * betaFraction(x, a, b))
}

// betaFraction evaluates the continued fraction of the incomplete beta function
// from its tail: 1 + d1 x/(1 + d2 x/(1 + ...)), with the classical coefficients.
// For the few dozen cases of a list, 200 terms are far more than enough.
func betaFraction(x, a, b float64) float64 {
	f := 1.0
	for k := 200; k >= 1; k-- {
		m := float64(k / 2)
		d := m * (b - m) / ((a + 2*m - 1) * (a + 2*m))
		if k%2 == 1 {
			d = -(a + m) * (a + b + m) / ((a + 2*m) * (a + 2*m + 1))
		}
		f = 1 + d*x/f
	}
	return f
}
