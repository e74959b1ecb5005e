package rdm

import "slices"

// A region is a box in the numbers of a grid's values: from lo to hi in a
// numeric input, and what is not out in a categorical one.
type region struct {
	lo, hi []int32
	out    [][]bool // by input and value; nil where numeric
}

// wholeRegion returns the region of everything.
func wholeRegion(g *grid) region {
	r := region{lo: make([]int32, len(g.cols)), hi: make([]int32, len(g.cols)), out: make([][]bool, len(g.cols))}
	for d := range g.cols {
		r.open(g, d)
	}
	return r
}

// open lifts every limit on an input.
func (r *region) open(g *grid, d int) {
	r.lo[d], r.hi[d] = 0, int32(len(g.cols[d].values)-1)
	if g.cols[d].kind == Categorical {
		r.out[d] = make([]bool, len(g.cols[d].values))
	}
}

func (r *region) clone() region {
	c := region{slices.Clone(r.lo), slices.Clone(r.hi), slices.Clone(r.out)}
	for d := range c.out {
		c.out[d] = slices.Clone(c.out[d])
	}
	return c
}

// allows reports whether a value lies within the limits on its input.
func (r *region) allows(d int, rank int32) bool {
	if r.out[d] != nil {
		return !r.out[d][rank]
	}
	return r.lo[d] <= rank && rank <= r.hi[d]
}

// limited returns the inputs with a limit, in order.
func (r *region) limited(g *grid) []int {
	var limited []int
	for d := range g.cols {
		if r.lo[d] > 0 || int(r.hi[d]) < len(g.cols[d].values)-1 || slices.Contains(r.out[d], true) {
			limited = append(limited, d)
		}
	}
	return limited
}

// categories returns the values of a categorical input within a region and out
// of it.
func (r *region) categories(g *grid, d int) (in, out []float64) {
	for v, isOut := range r.out[d] {
		if isOut {
			out = append(out, g.cols[d].values[v])
		} else {
			in = append(in, g.cols[d].values[v])
		}
	}
	return in, out
}

// A tallied is a number of cases and how many of them are of interest.
type tallied struct{ n, hits int }

func (t *tallied) add(y uint8) {
	t.n++
	t.hits += int(y)
}

func (t tallied) plus(o tallied) tallied { return tallied{t.n + o.n, t.hits + o.hits} }

// density is the share of cases that are of interest, 0 of none.
func (t tallied) density() float64 {
	if t.n == 0 {
		return 0
	}
	return float64(t.hits) / float64(t.n)
}

// tally counts the cases in a region among those in use, and by input those
// that its limits alone keep out.
func (r *region) tally(g *grid, use []bool) (in tallied, kept []tallied) {
	limited := r.limited(g)
	kept = make([]tallied, len(g.cols))
	for i, y := range g.y {
		if len(use) > 0 && !use[i] {
			continue
		}
		broken, by := 0, 0
		for _, d := range limited {
			if !r.allows(d, g.cols[d].rank[i]) {
				broken++
				by = d
			}
			if broken == 2 {
				break
			}
		}
		switch broken {
		case 0:
			in.add(y)
		case 1:
			kept[by].add(y)
		}
	}
	return in, kept
}

// quasiP returns how probable as many hits would be if the limits of an input
// that alone keep some cases out had no bearing on them: the quasi-p-value of
// [bryantlempert2010].
func quasiP(in, kept tallied) float64 {
	return binomialTail(in.hits, in.n, in.plus(kept).density())
}
