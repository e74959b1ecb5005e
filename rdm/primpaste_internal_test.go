package rdm

import (
	"math"
	"testing"
)

// Values 1 to 10; 3 to 8 are of interest. A box from 5 to 6 grows, one case at a
// time, to 3 to 8 and stops. The limit on the second input keeps out only a case
// that the first keeps out as well, so it goes.
func TestPasteByHand(t *testing.T) {
	c := Cases{X: [][]float64{{1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, {9, 0, 0, 0, 0, 0, 0, 0, 0, 0}}, Y: make([]bool, 10)}
	for i, v := range c.X[0] {
		c.Y[i] = v >= 3 && v <= 8
	}
	g, err := newGrid(c)
	if err != nil {
		t.Fatal(err)
	}
	s := newPeeling(g, nil, tallied{10, 6}, DefaultPrim())
	r := wholeRegion(g)
	r.lo[0], r.hi[0], r.hi[1] = 4, 5, 0
	b := s.box(s.paste(r, 0.3))
	if len(b.Limits) != 1 || b.Limits[0].Low != 3 || b.Limits[0].High != 8 || b.N != 6 || b.Hits != 6 {
		t.Errorf("pasted to %+v; want 3 to 8 of the first input", b)
	}
	if r.lo[0] != 4 {
		t.Error("pasting changed the box it began with")
	}
}

// Pasting lets a category in again that costs no density, and not one that does.
func TestPasteCategories(t *testing.T) {
	c := Cases{X: [][]float64{{1, 1, 2, 2, 3, 3}}, Kinds: []Kind{Categorical}, Y: []bool{true, true, true, true, true, false}}
	g, err := newGrid(c)
	if err != nil {
		t.Fatal(err)
	}
	s := newPeeling(g, nil, tallied{6, 5}, DefaultPrim())
	r := wholeRegion(g)
	r.out[0][1], r.out[0][2] = true, true
	b := s.box(s.paste(r, 0.05))
	if len(b.Limits) != 1 || len(b.Limits[0].Out) != 1 || b.Limits[0].Out[0] != 3 || b.N != 4 {
		t.Errorf("pasted to %+v; want 1 and 2 in, 3 out", b)
	}
}

func TestBinomialTail(t *testing.T) {
	for _, tt := range []struct {
		k, n    int
		p, want float64
	}{
		{3, 3, 0.3, 0.027},
		{0, 5, 0.1, 1},
		{1, 2, 0.5, 0.75},
		{2, 4, 0.5, 11.0 / 16},
		{1, 10, 0.9, 1 - 1e-10},
		{6, 5, 0.5, 0},
		{2, 5, 0, 0},
		{2, 5, 1, 1},
		// By symmetry, half of what the middle term leaves, and that term.
		{5000, 10000, 0.5, 0.5 + 0.5*binomialTerm(5000, 10000, 0.5)},
	} {
		if got := binomialTail(tt.k, tt.n, tt.p); math.Abs(got-tt.want) > 1e-9 {
			t.Errorf("P(%d or more of %d at %g) = %.12g; want %.12g", tt.k, tt.n, tt.p, got, tt.want)
		}
	}
}
