package lake

import (
	"math"
	"testing"

	"github.com/shatterbelt/shatterbelt/rdm"
)

// Against the exact functions of package math, at 200,000 places.
func TestPowers(t *testing.T) {
	var log, exp, recycled float64
	for i := range 200_000 {
		x := math.Exp(-12 + 14*rdm.Uniform(1, i, 0, 0, 0))
		log = max(log, math.Abs(log2(x)-math.Log2(x)))
		y := -60 + 120*rdm.Uniform(1, i, 0, 1, 0)
		exp = max(exp, math.Abs(exp2(y)/math.Exp2(y)-1))
		q := 2 + 2.5*rdm.Uniform(1, i, 0, 2, 0)
		p := math.Pow(x, q)
		recycled = max(recycled, math.Abs(Recycled(x, q)/(p/(1+p))-1))
	}
	t.Logf("errors: log2 %.1e, exp2 %.1e, recycled %.1e", log, exp, recycled)
	if log > 5e-15 || exp > 1e-15 || recycled > 1e-13 {
		t.Errorf("errors: log2 %v, exp2 %v, recycled %v", log, exp, recycled)
	}
}

func TestRecycledAtTheEnds(t *testing.T) {
	for _, q := range []float64{2, 4.5} {
		if v := Recycled(0, q); v != 0 {
			t.Errorf("Recycled(0, %v) = %v", q, v)
		}
		if v := Recycled(1, q); v != 0.5 {
			t.Errorf("Recycled(1, %v) = %v", q, v)
		}
		if v := Recycled(1e100, q); v != 1 {
			t.Errorf("Recycled(1e100, %v) = %v", q, v)
		}
	}
}

var kept float64

func BenchmarkRecycled(b *testing.B) {
	x := make([]float64, 1024)
	for i := range x {
		x[i] = 0.01 + 2*rdm.Uniform(1, i, 0, 0, 0)
	}
	run := func(name string, f func(x, q float64) float64) {
		b.Run(name, func(b *testing.B) {
			for i := range b.N {
				kept += f(x[i&1023], 2.7)
			}
		})
	}
	run("tables", Recycled)
	run("pow", func(x, q float64) float64 { p := math.Pow(x, q); return p / (1 + p) })
	run("exp of log", func(x, q float64) float64 { return 1 / (1 + math.Exp(-q*math.Log(x))) })
}
