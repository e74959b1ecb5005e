package rdm

import "fmt"

// Saltelli chooses futures from which [SobolIndices] are estimated: for each
// point of a cube of twice as many dimensions, whose halves are A and B, it
// takes A, then A with one coordinate after the other taken from B, and at last
// B [saltelli2010]. With Second, B with one coordinate after the other from A
// stands before the last, which is what second-order indices need. It is the
// order of the files that other tools write.
type Saltelli struct {
	Cube   Cube // of twice the dimensions; a Sobol sequence is the usual one
	Dims   []Dim
	Second bool
	Shrink float64 // as in LatinHypercube
}

// Block is how many futures one point of the cube makes.
func (s Saltelli) Block() int { return saltelliBlock(len(s.Dims), s.Second) }

func saltelliBlock(inputs int, second bool) int {
	if second {
		return 2*inputs + 2
	}
	return inputs + 2
}

// Future puts the uncertainties of future i into x, one for each dimension.
func (s Saltelli) Future(i int, x []float64) {
	n := len(s.Dims)
	point, k := i/s.Block(), i%s.Block()
	fromB, other := k == s.Block()-1, k-1 // other is the one coordinate of the other half
	if s.Second && k > n {
		fromB, other = true, k-1-n
	}
	for d, dim := range s.Dims {
		at := d
		if fromB != (d == other && k < s.Block()-1) {
			at += n
		}
		x[d] = dim.At(s.Cube.Coordinate(point, at), whole(s.Shrink))
	}
}

// Check reports a design that does not fit the dimensions of a model.
func (s Saltelli) Check(dims []Dim) error {
	if s.Cube == nil {
		return fmt.Errorf("rdm: Saltelli design without a cube; want one, such as Sobol")
	}
	if _, ok := s.Cube.(Sobol); ok && 2*len(s.Dims) > MostSobolDims {
		return fmt.Errorf("rdm: Saltelli design of %d uncertainties on a Sobol sequence; want at most %d", len(s.Dims), MostSobolDims/2)
	}
	return checkDesign(s.Dims, dims, s.Shrink)
}

// Morris chooses futures from which [ElementaryEffects] are computed: paths on a
// grid that begin at random and move every uncertainty once, in random order, by
// half the grid and a half step more [morris1991]. One path is a future more
// than there are uncertainties.
type Morris struct {
	Seed   uint64
	Dims   []Dim
	Levels int     // values of each uncertainty, even; 0 is 4
	Shrink float64 // as in LatinHypercube
}

func (m Morris) levels() int {
	if m.Levels == 0 {
		return 4
	}
	return m.Levels
}

// Block is how many futures one path makes.
func (m Morris) Block() int { return len(m.Dims) + 1 }

// Future puts the uncertainties of future i into x, one for each dimension.
func (m Morris) Future(i int, x []float64) {
	path, step := i/m.Block(), i%m.Block()
	p := m.levels()
	order := mix(designKey(m.Seed, -1) + uint64(path)*spreadB)
	for d, dim := range m.Dims {
		h := mix(designKey(m.Seed, d) + uint64(path)*spreadB)
		level := int(h >> 32 % uint64(p/2))
		moved := int(Permute(order, uint64(d), uint64(len(m.Dims)))) < step
		if moved != (h&1 == 1) { // half of the paths move down
			level += p / 2
		}
		x[d] = dim.At(float64(level)/float64(p-1), whole(m.Shrink))
	}
}

// Check reports a design that does not fit the dimensions of a model.
func (m Morris) Check(dims []Dim) error {
	if p := m.levels(); p < 2 || p%2 == 1 {
		return fmt.Errorf("rdm: Morris design of %d levels; want an even number", p)
	}
	return checkDesign(m.Dims, dims, m.Shrink)
}
