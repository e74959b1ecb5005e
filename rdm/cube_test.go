package rdm_test

import (
	"errors"
	"fmt"
	"math"
	"testing"

	"pgregory.net/rapid"

	"github.com/shatterbelt/shatterbelt/rdm"
)

// unitDims returns k dimensions from 0 to 1.
func unitDims(k int) []rdm.Dim {
	dims := make([]rdm.Dim, k)
	for d := range dims {
		dims[d] = rdm.Dim{Name: fmt.Sprintf("x%d", d+1), Max: 1, Default: 0.5}
	}
	return dims
}

// The first points of the sequence as the program of Joe and Kuo prints them.
func TestSobolIsThatOfJoeAndKuo(t *testing.T) {
	want := [][]float64{
		{0, 0, 0}, {0.5, 0.5, 0.5}, {0.75, 0.25, 0.25}, {0.25, 0.75, 0.75}, {0.375, 0.375, 0.625},
		{0.875, 0.875, 0.125}, {0.625, 0.125, 0.875}, {0.125, 0.625, 0.375}, {0.1875, 0.3125, 0.9375}, {0.6875, 0.8125, 0.4375},
	}
	s := rdm.Sobol{Plain: true}
	for i, row := range want {
		for d, v := range row {
			if got := s.Coordinate(i, d); math.Abs(got-v) > 1e-9 {
				t.Errorf("point %d has coordinate %d at %v; want %v", i, d, got, v)
			}
		}
	}
}

// Every dimension of 2^k points has exactly one in each of 2^k strata, whatever
// the seed: the polynomials are primitive, the first numbers odd, and the
// scrambling keeps strata apart.
func TestSobolFillsEveryStratum(t *testing.T) {
	const n = 64
	for _, s := range []rdm.Sobol{{Plain: true}, {Seed: 1}, {Seed: 2026}} {
		for d := range rdm.MostSobolDims {
			var seen [n]bool
			for i := range n {
				u := s.Coordinate(i, d)
				if !(u > 0 && u < 1) {
					t.Fatalf("coordinate %v outside the unit interval", u)
				}
				seen[int(u*n)] = true
			}
			for k, ok := range seen {
				if !ok {
					t.Fatalf("%+v: stratum %d of dimension %d is empty", s, k, d)
				}
			}
		}
	}
}

// The first two dimensions are a net: every 4 x 4, 2 x 8 and 8 x 2 box of
// 16 equal ones holds one of 16 points.
func TestSobolIsANet(t *testing.T) {
	for seed := range uint64(20) {
		s := rdm.Sobol{Seed: seed}
		for _, cut := range [][2]int{{4, 4}, {2, 8}, {8, 2}, {1, 16}, {16, 1}} {
			seen := map[[2]int]bool{}
			for i := range 16 {
				seen[[2]int{int(s.Coordinate(i, 0) * float64(cut[0])), int(s.Coordinate(i, 1) * float64(cut[1]))}] = true
			}
			if len(seen) != 16 {
				t.Errorf("seed %d: %d of 16 boxes of a %d x %d cut hold a point", seed, len(seen), cut[0], cut[1])
			}
		}
	}
}

// Scrambled points integrate x1 x2 x3 x4 with a far smaller error than
// independent ones: at 4,096 points the root mean square over 20 seeds falls
// short of a tenth of the theoretical error of Monte Carlo.
func TestSobolIntegratesBetterThanMonteCarlo(t *testing.T) {
	const n, seeds = 4096, 20
	exact := 1.0 / 16
	variance := math.Pow(1.0/3, 4) - exact*exact
	square := 0.0
	for seed := range uint64(seeds) {
		s, sum := rdm.Sobol{Seed: seed}, 0.0
		for i := range n {
			sum += s.Coordinate(i, 0) * s.Coordinate(i, 1) * s.Coordinate(i, 2) * s.Coordinate(i, 3)
		}
		square += math.Pow(sum/n-exact, 2) / seeds
	}
	if got, mc := math.Sqrt(square), math.Sqrt(variance/n); got > mc/10 {
		t.Errorf("root mean square error %v; Monte Carlo has %v", got, mc)
	}
}

func TestFactorial(t *testing.T) {
	dims := unitDims(2)
	dims[1].Min, dims[1].Max, dims[1].Default, dims[1].Log = 1, 100, 20, true
	f := rdm.Factorial{Dims: dims, Levels: []int{2, 3}}
	want := [][]float64{{0, 1}, {1, 1}, {0, 10}, {1, 10}, {0, 100}, {1, 100}, {0, 1}}
	x := make([]float64, 2)
	for i, row := range want {
		if f.Future(i, x); math.Abs(x[0]-row[0]) > 1e-12 || math.Abs(x[1]-row[1]) > 1e-9 {
			t.Errorf("future %d is %v; want %v", i, x, row)
		}
	}
	if f.N() != 6 || f.Check(dims) != nil {
		t.Errorf("%d combinations, %v", f.N(), f.Check(dims))
	}
	one := rdm.Factorial{Dims: dims, Levels: []int{1, 1}}
	if one.Future(0, x); x[0] != 0.5 || x[1] != 20 {
		t.Errorf("one level is %v; want the defaults", x)
	}
	for _, bad := range []rdm.Factorial{{Dims: dims, Levels: []int{2}}, {Dims: dims, Levels: []int{2, 0}}, {Dims: dims, Levels: []int{1 << 20, 1 << 20}}} {
		if bad.Check(dims) == nil {
			t.Errorf("levels %v were taken", bad.Levels)
		}
	}
}

func TestList(t *testing.T) {
	dims := unitDims(2)
	l := rdm.List{Dims: dims, Rows: [][]float64{{0, 1}, {0.25, 0.5}}}
	x := make([]float64, 2)
	if l.Future(1, x); x[0] != 0.25 || x[1] != 0.5 || l.Check(dims) != nil {
		t.Errorf("future 1 is %v, %v", x, l.Check(dims))
	}
	for _, rows := range [][][]float64{nil, {{1}}, {{0, 2}}, {{0, math.NaN()}}} {
		if (rdm.List{Dims: dims, Rows: rows}).Check(dims) == nil {
			t.Errorf("rows %v were taken", rows)
		}
	}
}

// Three uncertainties with rank correlations 0.8, -0.5 and 0: each stays evenly
// spread, and the ranks of the sample correlate as asked to within the error of
// 20,000 futures.
func TestCorrelated(t *testing.T) {
	const n = 20000
	ranks := [][]float64{{1, 0.8, -0.5}, {0.8, 1, 0}, {-0.5, 0, 1}}
	dims := unitDims(3)
	for _, cube := range []rdm.Cube{rdm.MonteCarlo{Seed: 3}, rdm.LatinHypercube{Seed: 3, N: n}, rdm.Sobol{Seed: 3}} {
		c, err := rdm.NewCorrelated(cube, dims, ranks)
		if err != nil || c.Check(dims) != nil {
			t.Fatal(err, c.Check(dims))
		}
		cols, x := [3][]float64{}, make([]float64, 3)
		for i := range n {
			c.Future(i, x)
			for d, v := range x {
				cols[d] = append(cols[d], v)
			}
		}
		for d := range 3 {
			if m := rdm.Mean(cols[d]); math.Abs(m-0.5) > 0.01 {
				t.Errorf("%T: mean %v in dimension %d", cube, m, d)
			}
			for e := range d {
				if got := rdm.Spearman(cols[d], cols[e]); math.Abs(got-ranks[d][e]) > 0.02 {
					t.Errorf("%T: rank correlation %v of %d and %d; want %v", cube, got, d, e, ranks[d][e])
				}
			}
		}
	}
}

func TestCorrelationsThatCannotBe(t *testing.T) {
	dims := unitDims(3)
	for name, ranks := range map[string][][]float64{
		"contradictory": {{1, 0.9, -0.9}, {0.9, 1, 0.9}, {-0.9, 0.9, 1}},
		"lopsided":      {{1, 0.1, 0}, {0.2, 1, 0}, {0, 0, 1}},
		"no diagonal":   {{0.5, 0, 0}, {0, 1, 0}, {0, 0, 1}},
		"too large":     {{1, 2, 0}, {2, 1, 0}, {0, 0, 1}},
		"ragged":        {{1, 0}, {0, 1, 0}, {0, 0, 1}},
	} {
		var bad *rdm.CorrelationError
		if _, err := rdm.NewCorrelated(rdm.MonteCarlo{}, dims, ranks); !errors.As(err, &bad) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// In a block of a Saltelli design each future between A and B differs from one
// of them in one uncertainty, in which it is the other.
func TestSaltelliBlocks(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 6).Draw(t, "inputs")
		s := rdm.Saltelli{Cube: rdm.Sobol{Seed: rapid.Uint64().Draw(t, "seed")}, Dims: unitDims(n), Second: rapid.Bool().Draw(t, "second")}
		first := rapid.IntRange(0, 1000).Draw(t, "point") * s.Block()
		at := func(k int) []float64 {
			x := make([]float64, n)
			s.Future(first+k, x)
			return x
		}
		a, b := at(0), at(s.Block()-1)
		for k := 1; k < s.Block()-1; k++ {
			base, other, d := a, b, k-1
			if d >= n {
				base, other, d = b, a, d-n
			}
			for e, v := range at(k) {
				if want := map[bool]float64{true: other[e], false: base[e]}[e == d]; v != want {
					t.Fatalf("future %d of a block has %v in dimension %d; want %v", k, v, e, want)
				}
			}
		}
	})
}

// Along a path of a Morris design every uncertainty moves once, by the step of
// the grid.
func TestMorrisPaths(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 8).Draw(t, "inputs")
		p := 2 * rapid.IntRange(1, 5).Draw(t, "half the levels")
		m := rdm.Morris{Seed: rapid.Uint64().Draw(t, "seed"), Dims: unitDims(n), Levels: p}
		first := rapid.IntRange(0, 1000).Draw(t, "path") * m.Block()
		moved := make([]int, n)
		last, x := make([]float64, n), make([]float64, n)
		for k := range m.Block() {
			m.Future(first+k, x)
			for d, v := range x {
				if grid := v * float64(p-1); math.Abs(grid-math.Round(grid)) > 1e-9 {
					t.Fatalf("%v is off the grid", v)
				}
				if k > 0 && v != last[d] {
					moved[d]++
					if step := math.Abs(v - last[d]); math.Abs(step-float64(p)/float64(2*(p-1))) > 1e-9 {
						t.Fatalf("a step of %v", step)
					}
				}
			}
			copy(last, x)
		}
		for d, times := range moved {
			if times != 1 {
				t.Fatalf("uncertainty %d moved %d times", d, times)
			}
		}
	})
}

// Growth and rivalry that tend to be high together, and a tie that no two
// uncertainties with ranges of their own can have.
func ExampleNewCorrelated() {
	dims := []rdm.Dim{
		{Name: "growth", Min: 0, Max: 4, Default: 2},
		{Name: "rivalry", Min: 0, Max: 1, Default: 0.5},
	}
	design, err := rdm.NewCorrelated(rdm.Sobol{Seed: 1}, dims, [][]float64{{1, 0.9}, {0.9, 1}})
	if err != nil {
		fmt.Println(err)
		return
	}
	x := make([]float64, 2)
	for i := range 4 {
		design.Future(i, x)
		fmt.Printf("growth %.1f, rivalry %.1f\n", x[0], x[1])
	}
	_, err = rdm.NewCorrelated(rdm.Sobol{}, dims, [][]float64{{1, 1}, {1, 1}})
	fmt.Println(err)
	// Output:
	// growth 0.4, rivalry 0.1
	// growth 3.2, rivalry 0.9
	// growth 2.8, rivalry 0.7
	// growth 1.9, rivalry 0.5
	// rdm: rank correlation in row 2, column 2: with those before, the matrix is not positive definite; weaken the correlations of this row
}

func BenchmarkSobol(b *testing.B) {
	s := rdm.Sobol{Seed: 1, Dims: unitDims(10)}
	x := make([]float64, 10)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		s.Future(i, x)
	}
}
