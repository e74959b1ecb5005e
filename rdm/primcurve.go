package rdm

import "math"

// Point is a box of a trade-off curve: how much of what is of interest it holds
// (coverage) against how purely (density).
type Point struct {
	N        int     // cases in the box
	Hits     int     // those of interest
	Coverage float64 // share of all cases of interest
	Density  float64 // share of the cases in the box
	Mass     float64 // share of all cases
	Inputs   int     // inputs with a limit
}

// Curve is the boxes that peeling went through, from everything to the last and
// smallest. Coverage never rises along it.
type Curve struct {
	Points []Point

	start *peeling
	moves []peel
}

// region returns the box at a place on the curve.
func (c *Curve) region(k int) region {
	r := wholeRegion(c.start.g)
	for _, m := range c.moves[:k] {
		m.apply(&r)
	}
	return r
}

// Box returns the box at a place on the curve, as peeled.
func (c *Curve) Box(k int) Box { return c.start.box(c.region(k)) }

// A peeling is the cases that are peeled and the share that counts.
type peeling struct {
	g     *grid
	use   []bool  // by case; nil is all
	all   tallied // of what Coverage and Mass are shares
	lists [][]int32
	own   tallied // cases in use
	alpha float64
	least int // fewest cases of a box
	most  int // most inputs with a limit; 0 is any number
	by    Objective
}

func newPeeling(g *grid, use []bool, all tallied, p Prim) *peeling {
	s := &peeling{g: g, use: use, all: all, alpha: p.Peel, by: p.Objective, most: p.Inputs, lists: make([][]int32, len(g.cols))}
	s.least = max(1, int(math.Ceil(p.MinMass*float64(all.n)-1e-9)))
	for d, col := range g.cols {
		s.lists[d] = col.order
		if use != nil {
			s.lists[d] = make([]int32, 0, len(col.order))
			for _, i := range col.order {
				if use[i] {
					s.lists[d] = append(s.lists[d], i)
				}
			}
		}
	}
	for _, i := range s.lists[0] {
		s.own.add(g.y[i])
	}
	return s
}

// roundDown rounds down, but for what is a whole number in all but its last digits.
func roundDown(v float64) int { return int(v + 1e-9) }

func (s *peeling) point(in tallied, inputs int) Point {
	return Point{
		N: in.n, Hits: in.hits, Inputs: inputs, Density: in.density(),
		Coverage: float64(in.hits) / float64(s.all.hits), Mass: float64(in.n) / float64(s.all.n),
	}
}

// curve peels until the box is pure or any peel would leave too few cases.
func (s *peeling) curve() Curve {
	c := Curve{start: s, Points: []Point{s.point(s.own, 0)}}
	p := newPeeler(s)
	for p.in.hits < p.in.n {
		best, ok := p.best()
		if !ok {
			break
		}
		p.remove(best)
		c.moves = append(c.moves, best)
		c.Points = append(c.Points, s.point(p.in, p.inputs))
	}
	return c
}
