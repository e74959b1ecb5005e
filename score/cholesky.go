package score

import "math"

// singular is how small a pivot may be beside its diagonal before a matrix
// counts as singular; rounding alone leaves about 1e-16.
const singular = 1e-11

// A factor is the lower triangle L of a positive definite matrix A = L L'.
type factor [][]float64

func square(k int) [][]float64 {
	m := make([][]float64, k)
	for i := range m {
		m[i] = make([]float64, k)
	}
	return m
}

// cholesky factors a symmetric matrix given by its lower triangle; ok is false
// when it is not clearly positive definite.
func cholesky(a [][]float64) (l factor, ok bool) {
	l = square(len(a))
	for i := range a {
		for j := range a[:i+1] {
			rest := a[i][j] - dot(l[i][:j], l[j][:j])
			if i != j {
				l[i][j] = rest / l[j][j]
				continue
			}
			if !(rest > singular*a[i][i]) {
				return nil, false
			}
			l[i][i] = math.Sqrt(rest)
		}
	}
	return l, true
}

// solve returns x of A x = v.
func (l factor) solve(v []float64) []float64 {
	x := l.forward(v)
	for i := len(x) - 1; i >= 0; i-- {
		for j := i + 1; j < len(x); j++ {
			x[i] -= l[j][i] * x[j]
		}
		x[i] /= l[i][i]
	}
	return x
}

// forward returns x of L x = v.
func (l factor) forward(v []float64) []float64 {
	x := make([]float64, len(v))
	for i := range v {
		x[i] = (v[i] - dot(l[i][:i], x[:i])) / l[i][i]
	}
	return x
}

// deviation returns the standard deviation of w'b when b has the covariance
// A^-1: the length of L^-1 w.
func (l factor) deviation(w []float64) float64 {
	x := l.forward(w)
	return math.Sqrt(dot(x, x))
}
