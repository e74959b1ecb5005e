package rdm_test

import (
	"testing"

	"github.com/shatterbelt/shatterbelt/rdm"
)

// planted returns n cases of d inputs, uniform in 0..1, of which those with
// x0 < 0.3 and x1 > 0.6 are of interest with a probability of pure, the others
// with one of noise.
func planted(n, d int, pure, noise float64) rdm.Cases {
	c := rdm.Cases{X: make([][]float64, d), Y: make([]bool, n)}
	for k := range c.X {
		c.X[k] = make([]float64, n)
		for i := range c.X[k] {
			c.X[k][i] = rdm.Uniform(7, i, 0, 0, uint32(k))
		}
	}
	for i := range c.Y {
		p := noise
		if c.X[0][i] < 0.3 && c.X[1][i] > 0.6 {
			p = pure
		}
		c.Y[i] = rdm.Uniform(7, i, 0, 1, 0) < p
	}
	return c
}

// BenchmarkPrim finds the first box in 10,000 cases of 10 inputs, sorting
// included.
func BenchmarkPrim(b *testing.B) {
	c := planted(10000, 10, 0.9, 0.05)
	p := rdm.DefaultPrim()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := rdm.Discover(c, p); err != nil {
			b.Fatal(err)
		}
	}
}
