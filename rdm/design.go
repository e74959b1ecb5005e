package rdm

import "fmt"

// LatinHypercube spreads N futures evenly over every dimension [mckay1979]: cut
// the range of a dimension into N equal strata, and each stratum holds exactly
// one future. Which one is a keyed permutation, so any future can be computed
// alone. Futures N and later begin the strata again.
type LatinHypercube struct {
	Seed uint64
	N    int // futures
	Dims []Dim
	// Shrink narrows every range around its default: 1 or 0 explores all of it,
	// 0.5 half of it.
	Shrink float64
}

// Future puts the uncertainties of future i into x, one for each dimension.
func (l LatinHypercube) Future(i int, x []float64) {
	place(l, i, l.Dims, l.Shrink, x)
}

// Check reports a design that does not fit the dimensions of a model.
func (l LatinHypercube) Check(dims []Dim) error {
	if l.N < 1 {
		return fmt.Errorf("rdm: Latin hypercube of %d futures; want at least 1", l.N)
	}
	return checkDesign(l.Dims, dims, l.Shrink)
}

// MonteCarlo draws every future independently and evenly over the ranges.
type MonteCarlo struct {
	Seed   uint64
	Dims   []Dim
	Shrink float64 // as in LatinHypercube
}

// Future puts the uncertainties of future i into x, one for each dimension.
func (m MonteCarlo) Future(i int, x []float64) {
	place(m, i, m.Dims, m.Shrink, x)
}

// Check reports a design that does not fit the dimensions of a model.
func (m MonteCarlo) Check(dims []Dim) error {
	return checkDesign(m.Dims, dims, m.Shrink)
}

func designKey(seed uint64, dim int) uint64 {
	return mix(mix(seed^saltDesign) + uint64(dim)*spreadA)
}

func jitter(key uint64, future int) float64 {
	return unit(mix(mix(key^saltDesign) + uint64(future)*spreadA))
}

func whole(shrink float64) float64 {
	if shrink == 0 {
		return 1
	}
	return shrink
}

func checkDesign(own, dims []Dim, shrink float64) error {
	if !(shrink >= 0 && shrink <= 1) {
		return fmt.Errorf("rdm: ranges shrunk to %g; want above 0 and at most 1", shrink)
	}
	if len(own) != len(dims) {
		return fmt.Errorf("rdm: the design has %d uncertainties and the model %d; give the design the model's", len(own), len(dims))
	}
	for k, d := range own {
		if d.Name != dims[k].Name {
			return fmt.Errorf("rdm: uncertainty %d is %q in the design and %q in the model; give the design the model's", k+1, d.Name, dims[k].Name)
		}
	}
	return CheckDims(own)
}
