package lake

import (
	"math"
	"testing"

	"github.com/shatterbelt/shatterbelt/rdm"
)

// The share of a million draws below each of nine values, and their first four
// moments, are those of a standard normal within four standard errors.
func TestNormal(t *testing.T) {
	const n = 1_000_000
	at := []float64{-4, -3.5, -3, -2, -1, 0, 0.5, 1.5, 3.6}
	below := make([]int, len(at))
	var sums [5]float64
	for i := range n {
		d := drawsOf(rdm.NewStream(3, i/1000), i%1000)
		z := normal(&d, uint32(i%7))
		for k, v := range at {
			if z < v {
				below[k]++
			}
		}
		p := 1.0
		for k := range sums {
			sums[k] += p
			p *= z
		}
	}
	for k, v := range at {
		p := math.Erfc(-v/math.Sqrt2) / 2
		if gap := float64(below[k])/n - p; math.Abs(gap) > 4*math.Sqrt(p*(1-p)/n) {
			t.Errorf("share below %v is off by %v", v, gap)
		}
	}
	for k, want := range []float64{1, 0, 1, 0, 3} {
		variance := []float64{0, 1, 2, 15, 96}[k]
		if got := sums[k] / n; math.Abs(got-want) > 4*math.Sqrt(variance/n) {
			t.Errorf("moment %d is %v; want %v", k, got, want)
		}
	}
}

// The slabs are of equal area, and the uppermost ends at the top of the density.
func TestZiggurat(t *testing.T) {
	for i := 1; i < slabs; i++ {
		if a := ziggurat.x[i] * (ziggurat.f[i+1] - ziggurat.f[i]); math.Abs(a/area-1) > 1e-6 {
			t.Errorf("slab %d has area %v; want %v", i, a, area)
		}
	}
	if ziggurat.x[slabs] != 0 || ziggurat.f[slabs] != 1 {
		t.Error("the uppermost slab does not end at 0")
	}
}

// Inflows have the mean and deviation asked for, within four standard errors.
func TestLognormal(t *testing.T) {
	const n = 400_000
	want := Inflow{Mean: 0.02, SD: 0.005}
	out := make([]float64, 1000)
	var m rdm.Moments
	for f := range n / len(out) {
		draw := lognormal(want, rdm.NewStream(5, f))
		draw.fill(1, out)
		m = m.Merge(rdm.MomentsOf(out))
	}
	if math.Abs(m.Mean-want.Mean) > 4*want.SD/math.Sqrt(n) || math.Abs(math.Sqrt(m.Variance())/want.SD-1) > 0.01 {
		t.Errorf("mean %v, deviation %v", m.Mean, math.Sqrt(m.Variance()))
	}
}

func BenchmarkNormal(b *testing.B) {
	d := drawsOf(rdm.NewStream(1, 2), 3)
	for i := range b.N {
		kept += normal(&d, uint32(i))
	}
}
