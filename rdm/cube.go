package rdm

// Cube is points in the unit cube: a way of spreading futures that knows
// nothing of the ranges they are put on. [MonteCarlo], [LatinHypercube] and
// [Sobol] are cubes; designs such as [Correlated] and [Saltelli] rest on one.
type Cube interface {
	// Coordinate returns coordinate dim of point i, in 0..1. It is a pure
	// function of both, and safe to call from several goroutines.
	Coordinate(i, dim int) float64
}

// Coordinate returns where in the unit interval future i lies in a dimension.
func (l LatinHypercube) Coordinate(i, dim int) float64 {
	n := uint64(max(l.N, 1))
	key := designKey(l.Seed, dim)
	return (float64(Permute(key, uint64(i), n)) + jitter(key, i)) / float64(n)
}

// Coordinate returns where in the unit interval future i lies in a dimension.
func (m MonteCarlo) Coordinate(i, dim int) float64 { return jitter(designKey(m.Seed, dim), i) }

// place puts point i of a cube on the ranges of dimensions.
func place[C Cube](c C, i int, dims []Dim, shrink float64, x []float64) {
	for d, dim := range dims {
		x[d] = dim.At(c.Coordinate(i, d), whole(shrink))
	}
}
