package transition

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// At the ranks asked for stands what sorting puts there, with ties, outliers
// and values that are all the same.
func TestOrderAgreesWithSorting(t *testing.T) {
	var o orderer
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 2000).Draw(t, "n")
		x := make([]float64, n)
		coarse := rapid.SampledFrom([]float64{0, 1, 3, 1e6}).Draw(t, "grain")
		seed := rapid.Uint64().Draw(t, "seed")
		for i := range x {
			seed = seed*6364136223846793005 + 1442695040888963407
			u := float64(seed>>11) / (1 << 53)
			x[i] = math.Floor(coarse*u) * math.Tan(3*(u-0.5)) // heavy tails
		}
		sorted := slices.Clone(x)
		slices.Sort(sorted)
		ranks := ranksOf(Quantiles(), n)
		o.order(x, ranks)
		for _, r := range ranks {
			if x[r] != sorted[r] {
				t.Fatalf("rank %d of %d holds %v; want %v", r, n, x[r], sorted[r])
			}
		}
	})
}

func TestOrderOfInfinities(t *testing.T) {
	x := make([]float64, 1000)
	for i := range x {
		x[i] = float64(i % 10)
	}
	x[3], x[700] = math.Inf(1), math.Inf(-1)
	sorted := slices.Clone(x)
	slices.Sort(sorted)
	ranks := ranksOf(Quantiles(), len(x))
	var o orderer
	o.order(x, ranks)
	for _, r := range ranks {
		if x[r] != sorted[r] {
			t.Errorf("rank %d holds %v; want %v", r, x[r], sorted[r])
		}
	}
}

// The distribution function against closed forms: Beta(1, b) is 1-(1-x)^b, and
// Beta(1/2, 1/2) is the arcsine law.
func TestBetaShare(t *testing.T) {
	for x := 0.001; x < 1; x += 0.0173 {
		for _, b := range []float64{0.5, 1, 3, 17.5, 100} {
			if got, want := betaShare(x, 1, b), 1-math.Pow(1-x, b); math.Abs(got-want) > 1e-12 {
				t.Errorf("Beta(1, %v) at %v is %v; want %v", b, x, got, want)
			}
		}
		if got, want := betaShare(x, 0.5, 0.5), 2/math.Pi*math.Asin(math.Sqrt(x)); math.Abs(got-want) > 1e-12 {
			t.Errorf("arcsine law at %v is %v; want %v", x, got, want)
		}
		if sum := betaShare(x, 12.5, 4.5) + betaShare(1-x, 4.5, 12.5); math.Abs(sum-1) > 1e-12 {
			t.Errorf("the law and its mirror sum to %v at %v", sum, x)
		}
	}
}

func TestInnerLoopDoesNotAllocate(t *testing.T) {
	values := make([]float64, 40)
	other := make([]float64, 40)
	for i := range values {
		values[i], other[i] = 10+float64(i%3), 1+0.1*float64(i%5)
	}
	for _, shocks := range []Shocks{Normal, Resampled} {
		r := Run{Settings: Settings{50, 0.8, 5, 15, 0, 0.5, 6}, Vintage: 2039, Shocks: shocks}
		p, err := prepare([]Regime{{"x", Series{2000, values}, Series{2000, other}}}, r)
		if err != nil {
			t.Fatal(err)
		}
		if n := testing.AllocsPerRun(10, func() { p.cases[0].walk(p, 1) }); n != 0 {
			t.Errorf("%v allocations a pair of draws; want none", n)
		}
	}
}
