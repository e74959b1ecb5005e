package rdm_test

import (
	"errors"
	"math"
	"slices"
	"testing"

	"github.com/shatterbelt/shatterbelt/rdm"
	"github.com/shatterbelt/shatterbelt/trace/param"
	"pgregory.net/rapid"
)

func TestPrimTags(t *testing.T) {
	if err := param.Check(rdm.Prim{}); err != nil {
		t.Error(err)
	}
}

// Ten cases with one input from 1 to 10; 8, 9 and 10 are of interest. A fifth of
// 10 is 2 cases, of fewer than 10 it is one. Low peels cost no hits, so the curve
// holds 10, 8, 7, 6, 5, 4 and 3 cases with all 3 hits, and ends pure. Pasting 7
// would thin the box. The limit alone: three hits of three at 3/10 each.
func TestPrimByHand(t *testing.T) {
	c := rdm.Cases{X: [][]float64{{4, 9, 1, 10, 6, 2, 8, 3, 7, 5}}, Y: make([]bool, 10)}
	for i, v := range c.X[0] {
		c.Y[i] = v >= 8
	}
	p := rdm.DefaultPrim()
	p.Peel = 0.2
	d, err := rdm.Discover(c, p)
	if err != nil || len(d.Found) != 1 {
		t.Fatalf("%+v, %v", d, err)
	}
	f := d.Found[0]
	var sizes []int
	for _, pt := range f.Curve.Points {
		sizes = append(sizes, pt.N)
		within(t, "coverage", pt.Coverage, 1, 1e-12)
		within(t, "density", pt.Density, 3/float64(pt.N), 1e-12)
	}
	if !slices.Equal(sizes, []int{10, 8, 7, 6, 5, 4, 3}) || f.At != 6 || !f.Reached {
		t.Errorf("curve of %v, box from %d; want 10 8 7 6 5 4 3, from the last", sizes, f.At)
	}
	if len(f.Limits) != 1 || f.Limits[0].Low != 8 || !math.IsInf(f.Limits[0].High, 1) {
		t.Fatalf("limits %+v; want from 8", f.Limits)
	}
	within(t, "quasi-p-value", f.Limits[0].QuasiP, 0.027, 1e-12)
	within(t, "mass", f.Mass, 0.3, 1e-12)
	within(t, "base", d.Base, 0.3, 1e-12)
}

// Of three categories the second is of interest, whatever the number says.
func TestPrimCategories(t *testing.T) {
	c := rdm.Cases{X: [][]float64{nil, nil}, Kinds: []rdm.Kind{rdm.Categorical, rdm.Numeric}}
	for i := range 300 {
		c.X[0] = append(c.X[0], float64(i%3)*7-7)
		c.X[1] = append(c.X[1], rdm.Uniform(1, i, 0, 0, 0))
		c.Y = append(c.Y, i%3 == 1)
	}
	d, err := rdm.Discover(c, rdm.DefaultPrim())
	if err != nil {
		t.Fatal(err)
	}
	f := d.Found[0]
	if len(f.Limits) != 1 || !slices.Equal(f.Limits[0].In, []float64{0}) || !slices.Equal(f.Limits[0].Out, []float64{-7, 7}) {
		t.Fatalf("limits %+v; want category 0 alone", f.Limits)
	}
	if f.N != 100 || f.Coverage != 1 || f.Density != 1 || !f.Contains([]float64{0, 5}) || f.Contains([]float64{7, 5}) {
		t.Errorf("box %+v", f.Box)
	}
}

// The planted corner, under 0.3 and over 0.6, comes back within a few cases of
// its edges, and none of the eight other inputs is named.
func TestPrimRecoversPlantedBox(t *testing.T) {
	p := rdm.DefaultPrim()
	p.Density = 0.88
	d, err := rdm.Discover(planted(10000, 10, 0.9, 0.05), p)
	if err != nil {
		t.Fatal(err)
	}
	f := d.Found[0]
	if !f.Reached || len(f.Limits) != 2 || f.Limits[0].Input != 0 || f.Limits[1].Input != 1 {
		t.Fatalf("box %+v", f.Box)
	}
	within(t, "edge of input 0", f.Limits[0].High, 0.3, 0.02)
	within(t, "edge of input 1", f.Limits[1].Low, 0.6, 0.03)
	if !math.IsInf(f.Limits[0].Low, -1) || !math.IsInf(f.Limits[1].High, 1) {
		t.Errorf("limits %+v on sides that have none", f.Limits)
	}
}

// A slab and, apart from it, a corner of interest take two boxes, and no third
// is made up.
func TestPrimFindsSeveralBoxes(t *testing.T) {
	c := planted(6000, 4, 0, 0)
	for i := range c.Y {
		c.Y[i] = c.X[0][i] < 0.35 || c.X[0][i] > 0.8 && c.X[2][i] > 0.8
	}
	p := rdm.DefaultPrim()
	p.Boxes, p.MinMass = 5, 0.02
	d, err := rdm.Discover(c, p)
	if err != nil || len(d.Found) != 2 {
		t.Fatalf("%d boxes, %v; want 2", len(d.Found), err)
	}
	slab, corner := d.Found[0], d.Found[1]
	if len(slab.Limits) != 1 || slab.Limits[0].Input != 0 || slab.Density < 0.8 {
		t.Errorf("slab %+v", slab.Box)
	}
	if len(corner.Limits) != 2 || corner.Limits[0].Input != 0 || corner.Limits[1].Input != 2 || corner.Density < 0.8 {
		t.Errorf("corner %+v", corner.Box)
	}
	if d.All.Coverage < 0.98 || d.All.Inputs != 2 || d.All.N != slab.N+corner.N {
		t.Errorf("together %+v", d.All)
	}
}

// Nothing sets the cases of interest apart, so no limit may be named.
func TestPrimNamesNoLimitByChance(t *testing.T) {
	d, err := rdm.Discover(planted(3000, 5, 0.2, 0.2), rdm.DefaultPrim())
	if err != nil {
		t.Fatal(err)
	}
	f := d.Found[0]
	if f.Reached || f.Density > 0.4 {
		t.Errorf("box %+v of noise", f.Box)
	}
}

func TestPrimEdges(t *testing.T) {
	x := []float64{1, 2, 3, 4}
	mixed := []bool{true, false, false, true}
	p := rdm.DefaultPrim()
	for name, c := range map[string]rdm.Cases{
		"none of interest": {X: [][]float64{x}, Y: make([]bool, 4)},
		"all of interest":  {X: [][]float64{x}, Y: []bool{true, true, true, true}},
	} {
		if _, err := rdm.Discover(c, p); !errors.Is(err, rdm.ErrAllAlike) {
			t.Errorf("%s: %v; want ErrAllAlike", name, err)
		}
	}
	for name, c := range map[string]rdm.Cases{
		"no cases":  {X: [][]float64{{}}},
		"no inputs": {Y: mixed},
		"lengths":   {X: [][]float64{x[:3]}, Y: mixed},
		"gap":       {X: [][]float64{{1, nan, 3, 4}}, Y: mixed},
		"infinite":  {X: [][]float64{{1, math.Inf(1), 3, 4}}, Y: mixed},
		"kinds":     {X: [][]float64{x}, Kinds: []rdm.Kind{0, 0}, Y: mixed},
	} {
		if _, err := rdm.Discover(c, p); err == nil || errors.Is(err, rdm.ErrAllAlike) {
			t.Errorf("%s: %v; want what is wrong", name, err)
		}
	}
	bad := p
	bad.Peel = 0
	var out *param.RangeError
	if _, err := rdm.Discover(rdm.Cases{X: [][]float64{x}, Y: mixed}, bad); !errors.As(err, &out) {
		t.Errorf("peel of 0: %v; want a RangeError", err)
	}
	constant, err := rdm.Discover(rdm.Cases{X: [][]float64{{5, 5, 5, 5}}, Y: mixed}, p)
	if err != nil || len(constant.Found) != 1 || len(constant.Found[0].Limits) != 0 || constant.Found[0].Reached {
		t.Errorf("constant input: %+v, %v; want a box of everything, not reached", constant, err)
	}
}

func TestFailures(t *testing.T) {
	tab := twoPolicies()
	c, err := rdm.Failures(tab, []float64{1, 0, 1})
	if err != nil || !slices.Equal(c.Y, []bool{false, true, false}) || !slices.Equal(c.X[0], tab.X(0)) {
		t.Errorf("%+v, %v", c, err)
	}
	if _, err := rdm.Failures(tab, []float64{1}); err == nil {
		t.Error("one future of three accepted")
	}
}

// Values of both signs, and both zeros, sort as they should.
func TestPrimSortsNegatives(t *testing.T) {
	zero := 0.0
	c := rdm.Cases{X: [][]float64{{-1e300, -3, -1e-300, -zero, 0, 1e-300, 2, 1e300}}, Y: []bool{true, true, true, false, false, false, false, false}}
	p := rdm.DefaultPrim()
	p.Chance = 0.5
	d, err := rdm.Discover(c, p)
	if err != nil || len(d.Found[0].Limits) != 1 || d.Found[0].Limits[0].High != -1e-300 || d.Found[0].N != 3 {
		t.Errorf("box %+v, %v; want up to -1e-300", d.Found[0].Box, err)
	}
}

// drawCases makes cases of few or many distinct values, mixed kinds and a weak
// pattern.
func drawCases(t *rapid.T, distinct bool) rdm.Cases {
	n, d := rapid.IntRange(2, 120).Draw(t, "n"), rapid.IntRange(1, 4).Draw(t, "d")
	seed := rapid.Uint64().Draw(t, "seed")
	c := rdm.Cases{X: make([][]float64, d), Kinds: make([]rdm.Kind, d), Y: make([]bool, n)}
	for k := range c.X {
		values := rapid.SampledFrom([]float64{2, 5, 1e6}).Draw(t, "values")
		if distinct {
			values = 1e9
		} else if values < 10 && rapid.Bool().Draw(t, "categorical") {
			c.Kinds[k] = rdm.Categorical
		}
		for i := range n {
			c.X[k] = append(c.X[k], math.Floor(values*rdm.Uniform(seed, i, 1, 0, uint32(k)))-2)
		}
	}
	cut := slices.Sorted(slices.Values(c.X[0]))[n/2]
	for i := range n {
		c.Y[i] = rdm.Uniform(seed, i, 2, 0, 0) < 0.2 || c.X[0][i] < cut && rdm.Uniform(seed, i, 3, 0, 0) < 0.7
	}
	c.Y[0], c.Y[n-1] = true, false
	return c
}

func row(c rdm.Cases, i int) []float64 {
	x := make([]float64, len(c.X))
	for k := range x {
		x[k] = c.X[k][i]
	}
	return x
}

// bruteTail adds up the binomial probabilities of k to n.
func bruteTail(k, n int, p float64) float64 {
	sum := 0.0
	for j := k; j <= n; j++ {
		term := 1.0
		for i := range j {
			term *= float64(n-i) / float64(i+1)
		}
		sum += term * math.Pow(p, float64(j)) * math.Pow(1-p, float64(n-j))
	}
	return sum
}

// checkBox counts the cases of a box anew, among those in use.
func checkBox(t *rapid.T, c rdm.Cases, b rdm.Box, use []bool) {
	n, hits, all := 0, 0, 0
	in, inHits := make([]int, len(b.Limits)), make([]int, len(b.Limits)) // when a limit is lifted
	for i := range c.Y {
		y := 0
		if c.Y[i] {
			y = 1
		}
		all += y
		if !use[i] {
			continue
		}
		x := row(c, i)
		if b.Contains(x) {
			n, hits = n+1, hits+y
		}
		for l := range b.Limits {
			others := b
			others.Limits = slices.Delete(slices.Clone(b.Limits), l, l+1)
			if others.Contains(x) {
				in[l], inHits[l] = in[l]+1, inHits[l]+y
			}
		}
	}
	if n != b.N || hits != b.Hits || len(b.Limits) != b.Inputs {
		t.Fatalf("%d cases with %d hits and %d limits; reported %+v", n, hits, len(b.Limits), b)
	}
	for what, gap := range map[string]float64{
		"coverage": b.Coverage - float64(hits)/float64(all),
		"density":  b.Density - float64(hits)/float64(n),
		"mass":     b.Mass - float64(n)/float64(len(c.Y)),
	} {
		if math.Abs(gap) > 1e-12 {
			t.Fatalf("%s off by %g in %+v", what, gap, b)
		}
	}
	for l, limit := range b.Limits {
		if want := bruteTail(hits, n, float64(inHits[l])/float64(in[l])); math.Abs(limit.QuasiP-want) > 1e-9 {
			t.Fatalf("quasi-p-value %g of %+v; want %g", limit.QuasiP, limit, want)
		}
	}
}

// What is reported of every box agrees with counting; boxes of a curve shrink;
// the box returned keeps no limit above chance before pasting, is never thinner
// than that it was made from where that was dense enough, and holds enough.
func TestPrimReportsWhatCountingFinds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := drawCases(t, false)
		p := rdm.DefaultPrim()
		p.Boxes = 3
		p.MinMass = 0.02
		p.Peel = rapid.Float64Range(0.02, 0.3).Draw(t, "peel")
		p.Objective = rdm.Objective(rapid.IntRange(0, 1).Draw(t, "objective"))
		d, err := rdm.Discover(c, p)
		if err != nil {
			t.Fatal(err)
		}
		use := slices.Repeat([]bool{true}, len(c.Y))
		n, hits := 0, 0
		for k, f := range d.Found {
			checkBox(t, c, f.Box, use)
			for at, pt := range f.Curve.Points {
				b := f.Curve.Box(at)
				checkBox(t, c, b, use)
				if b.Point != pt || at > 0 && (pt.N >= f.Curve.Points[at-1].N || float64(pt.N) < p.MinMass*float64(len(c.Y))) {
					t.Fatalf("point %d of the curve is %+v, its box %+v", at, pt, b)
				}
			}
			if f.Reached != (f.Density >= p.Density) || k > 0 && !f.Reached {
				t.Fatalf("box %d reached %v at %g", k, f.Reached, f.Density)
			}
			for i := range use {
				use[i] = use[i] && !f.Contains(row(c, i))
			}
			n, hits = n+f.N, hits+f.Hits
		}
		if d.All.N != n || d.All.Hits != hits {
			t.Fatalf("boxes hold %d and %d; together %+v", n, hits, d.All)
		}
	})
}

// members returns by place on the first curve which cases are in the box.
func members(t *rapid.T, c rdm.Cases) [][]bool {
	d, err := rdm.Discover(c, rdm.DefaultPrim())
	if err != nil {
		t.Fatal(err)
	}
	curve := d.Found[0].Curve
	in := make([][]bool, len(curve.Points))
	for k := range in {
		b := curve.Box(k)
		for i := range c.Y {
			in[k] = append(in[k], b.Contains(row(c, i)))
		}
	}
	return in
}

// Neither the order of the inputs, nor their unit, nor turning one round, nor an
// input that is the same everywhere changes which cases are in a box.
func TestPrimSeesOrderAlone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := drawCases(t, true)
		want := members(t, c)
		same := func(what string, changed rdm.Cases) {
			if got := members(t, changed); !slices.EqualFunc(got, want, slices.Equal) {
				t.Fatalf("%s changed a box", what)
			}
		}
		order := rapid.Permutation([]int{0, 1, 2, 3}[:len(c.X)]).Draw(t, "order")
		moved := rdm.Cases{X: make([][]float64, len(c.X)), Y: c.Y}
		for to, from := range order {
			moved.X[to] = c.X[from]
		}
		same("reordering", moved)
		scaled := rdm.Cases{X: slices.Clone(c.X), Y: c.Y}
		turned := rdm.Cases{X: slices.Clone(c.X), Y: c.Y}
		scaled.X[0], turned.X[0] = make([]float64, len(c.Y)), make([]float64, len(c.Y))
		for i, v := range c.X[0] {
			scaled.X[0][i], turned.X[0][i] = math.Cbrt(v)-7, -v
		}
		same("a monotone transform", scaled)
		same("turning round", turned)
		same("a constant", rdm.Cases{X: append(slices.Clone(c.X), make([]float64, len(c.Y))), Y: c.Y})
	})
}

// On real patterns the final box moves with its inputs too.
func TestPrimPermutesWithInputs(t *testing.T) {
	c := planted(2000, 4, 0.9, 0.05)
	order := []int{2, 0, 3, 1}
	moved := rdm.Cases{X: make([][]float64, 4), Y: c.Y}
	for to, from := range order {
		moved.X[to] = c.X[from]
	}
	a, err := rdm.Discover(c, rdm.DefaultPrim())
	if err != nil {
		t.Fatal(err)
	}
	b, err := rdm.Discover(moved, rdm.DefaultPrim())
	if err != nil {
		t.Fatal(err)
	}
	one, other := a.Found[0].Box, b.Found[0].Box
	if one.Point != other.Point || len(one.Limits) < 2 {
		t.Fatalf("boxes %+v and %+v", one, other)
	}
	for _, l := range other.Limits {
		l.Input = order[l.Input]
		k := slices.IndexFunc(one.Limits, func(m rdm.Limit) bool { return m.Input == l.Input })
		if k < 0 || one.Limits[k].Low != l.Low || one.Limits[k].High != l.High || one.Limits[k].QuasiP != l.QuasiP {
			t.Errorf("limit %+v is not among %+v", l, one.Limits)
		}
	}
}
