package rdm_test

import (
	"errors"
	"math"
	"testing"

	"github.com/shatterbelt/shatterbelt/rdm"
	"pgregory.net/rapid"
)

var plainAndLog = []rdm.Dim{
	{Name: "plain", Min: -2, Max: 6, Default: 0},
	{Name: "log", Min: 1, Max: 1000, Default: 10, Log: true},
}

func TestLatinHypercubeHitsEachStratumOnce(t *testing.T) {
	for _, n := range []int{1, 2, 3, 10, 1000, 10007} {
		l := rdm.LatinHypercube{Seed: 5, N: n, Dims: plainAndLog}
		hit := [2][]int{make([]int, n), make([]int, n)}
		x := make([]float64, 2)
		for i := range n {
			l.Future(i, x)
			for d, dim := range plainAndLog {
				hit[d][int(dim.Fraction(x[d])*float64(n))]++
			}
		}
		for d := range hit {
			for s, h := range hit[d] {
				if h != 1 {
					t.Fatalf("%d futures: stratum %d of %s hit %d times; want once", n, s, plainAndLog[d].Name, h)
				}
			}
		}
	}
}

func TestLatinHypercubeDimensionsAreUnrelated(t *testing.T) {
	const n = 10000
	dims := []rdm.Dim{{Name: "a", Max: 1}, {Name: "b", Max: 1}, {Name: "c", Max: 1}}
	l := rdm.LatinHypercube{Seed: 11, N: n, Dims: dims}
	var ab, bc, lag float64
	x, before := make([]float64, 3), 0.5
	for i := range n {
		l.Future(i, x)
		ab += (x[0] - 0.5) * (x[1] - 0.5)
		bc += (x[1] - 0.5) * (x[2] - 0.5)
		lag += (x[0] - 0.5) * (before - 0.5)
		before = x[0]
	}
	for name, v := range map[string]float64{"a with b": ab, "b with c": bc, "a with the next a": lag} {
		within(t, "correlation of "+name, 12*v/n, 0, 4/math.Sqrt(n))
	}
}

// Half of -2..6 around 0 is -1..3; half of 1..1000 around 10, in decades, is
// half a decade down and one decade up.
func TestShrinkHalvesAroundTheDefault(t *testing.T) {
	const n = 1000
	low, high := []float64{9e9, 9e9}, []float64{-9e9, -9e9}
	l := rdm.LatinHypercube{Seed: 1, N: n, Dims: plainAndLog, Shrink: 0.5}
	x := make([]float64, 2)
	for i := range n {
		l.Future(i, x)
		for d := range x {
			low[d], high[d] = min(low[d], x[d]), max(high[d], x[d])
		}
	}
	within(t, "least plain", low[0], -1, 4.0/n)
	within(t, "most plain", high[0], 3, 4.0/n)
	within(t, "least log", math.Log10(low[1]), 0.5, 1.5/n)
	within(t, "most log", math.Log10(high[1]), 2, 1.5/n)
}

func TestDesignsStayInRange(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := rdm.Dim{Name: "d", Log: rapid.Bool().Draw(t, "log")}
		d.Min = rapid.Float64Range(0.001, 10).Draw(t, "min")
		d.Max = d.Min + rapid.Float64Range(0, 1000).Draw(t, "width")
		d.Default = rapid.Float64Range(d.Min, d.Max).Draw(t, "default")
		shrink := rapid.Float64Range(0, 1).Draw(t, "shrink")
		seed := rapid.Uint64().Draw(t, "seed")
		i := rapid.IntRange(0, 100000).Draw(t, "future")
		var x [1]float64
		for _, design := range []rdm.Design{
			rdm.LatinHypercube{Seed: seed, N: rapid.IntRange(1, 20000).Draw(t, "n"), Dims: []rdm.Dim{d}, Shrink: shrink},
			rdm.MonteCarlo{Seed: seed, Dims: []rdm.Dim{d}, Shrink: shrink},
		} {
			design.Future(i, x[:])
			if !(x[0] >= d.Min && x[0] <= d.Max) {
				t.Fatalf("%T: %v; want %v to %v", design, x[0], d.Min, d.Max)
			}
		}
	})
}

func TestMonteCarloIsEven(t *testing.T) {
	const n = 100000
	m := rdm.MonteCarlo{Seed: 3, Dims: plainAndLog}
	x := make([]float64, 2)
	var sum [2]float64
	for i := range n {
		m.Future(i, x)
		for d, dim := range plainAndLog {
			sum[d] += dim.Fraction(x[d])
		}
	}
	for d := range sum {
		within(t, "mean "+plainAndLog[d].Name, sum[d]/n, 0.5, 5*math.Sqrt(1.0/12/n))
	}
}

func TestDimAtAndFractionAreInverse(t *testing.T) {
	for _, d := range plainAndLog {
		for _, u := range []float64{0, 0.1, 0.5, 1} {
			within(t, d.Name, d.Fraction(d.At(u, 1)), u, 1e-12)
		}
		within(t, d.Name+" shrunk to the default", d.At(0.3, 0), d.Default, 1e-12)
	}
}

func TestCheckDims(t *testing.T) {
	tests := []struct {
		name string
		dims []rdm.Dim
		bad  bool
	}{
		{"fine", plainAndLog, false},
		{"a single point", []rdm.Dim{{Name: "a", Min: 1, Max: 1, Default: 1}}, false},
		{"no name", []rdm.Dim{{Max: 1}}, true},
		{"twice", []rdm.Dim{{Name: "a", Max: 1}, {Name: "a", Max: 1}}, true},
		{"upside down", []rdm.Dim{{Name: "a", Min: 1}}, true},
		{"default outside", []rdm.Dim{{Name: "a", Max: 1, Default: 2}}, true},
		{"not a number", []rdm.Dim{{Name: "a", Max: math.NaN()}}, true},
		{"infinite", []rdm.Dim{{Name: "a", Max: math.Inf(1)}}, true},
		{"log of zero", []rdm.Dim{{Name: "a", Max: 1, Log: true}}, true},
	}
	for _, tt := range tests {
		err := rdm.CheckDims(tt.dims)
		var de *rdm.DimError
		if errors.As(err, &de) != tt.bad {
			t.Errorf("%s: CheckDims = %v", tt.name, err)
		}
	}
}

func TestDesignMustFitTheModel(t *testing.T) {
	dims := plainAndLog
	for name, check := range map[string]error{
		"no futures":    rdm.LatinHypercube{Dims: dims}.Check(dims),
		"shrink over 1": rdm.LatinHypercube{N: 1, Dims: dims, Shrink: 1.5}.Check(dims),
		"shrink NaN":    rdm.MonteCarlo{Dims: dims, Shrink: math.NaN()}.Check(dims),
		"too few":       rdm.MonteCarlo{Dims: dims[:1]}.Check(dims),
		"other names":   rdm.MonteCarlo{Dims: []rdm.Dim{dims[1], dims[0]}}.Check(dims),
	} {
		if check == nil {
			t.Errorf("%s: accepted", name)
		}
	}
	if err := (rdm.LatinHypercube{N: 1, Dims: dims, Shrink: 0.5}).Check(dims); err != nil {
		t.Error(err)
	}
}
