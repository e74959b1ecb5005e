package rdm

import (
	"fmt"
	"math"
)

// Factorial takes every combination of a few values of each dimension, evenly
// from its lowest to its highest, in the logarithm where it is explored so. The
// first dimension changes fastest. Futures from N on begin again.
type Factorial struct {
	Dims []Dim
	// Levels is how many values each dimension takes; one is its default.
	Levels []int
}

// mostFactorial is how many combinations there may be.
const mostFactorial = math.MaxInt32

// N is the number of combinations.
func (f Factorial) N() int {
	n := 1
	for _, k := range f.Levels {
		if k < 1 || n > mostFactorial/k {
			return 0 // which Check explains
		}
		n *= k
	}
	return n
}

// Future puts the uncertainties of future i into x, one for each dimension.
func (f Factorial) Future(i int, x []float64) {
	for d, dim := range f.Dims {
		k := f.Levels[d]
		if k == 1 {
			x[d] = dim.Default
			continue
		}
		x[d] = dim.At(float64(i%k)/float64(k-1), 1)
		i /= k
	}
}

// Check reports a design that does not fit the dimensions of a model.
func (f Factorial) Check(dims []Dim) error {
	if len(f.Levels) != len(f.Dims) {
		return fmt.Errorf("rdm: factorial design with levels of %d uncertainties of %d; want a number for each", len(f.Levels), len(f.Dims))
	}
	for d, k := range f.Levels {
		if k < 1 {
			return fmt.Errorf("rdm: %d levels of %s; want at least 1", k, f.Dims[d].Name)
		}
	}
	if f.N() == 0 {
		return fmt.Errorf("rdm: factorial design of over %d combinations; want fewer levels", mostFactorial)
	}
	return checkDesign(f.Dims, dims, 1)
}

// List is futures that the user has chosen, one row each. Futures from
// len(Rows) on begin again.
type List struct {
	Dims []Dim
	Rows [][]float64
}

// Future puts the uncertainties of future i into x, one for each dimension.
func (l List) Future(i int, x []float64) { copy(x, l.Rows[i%len(l.Rows)]) }

// Check reports a design that does not fit the dimensions of a model, or a row
// that is not within their ranges.
func (l List) Check(dims []Dim) error {
	if len(l.Rows) == 0 {
		return fmt.Errorf("rdm: a list of no futures; want at least one")
	}
	for i, row := range l.Rows {
		if len(row) != len(l.Dims) {
			return fmt.Errorf("rdm: future %d of the list has %d values for %d uncertainties; want one each", i, len(row), len(l.Dims))
		}
		for d, v := range row {
			if dim := l.Dims[d]; !(dim.Min <= v && v <= dim.Max) {
				return fmt.Errorf("rdm: %s is %g in future %d of the list; want %g to %g", dim.Name, v, i, dim.Min, dim.Max)
			}
		}
	}
	return checkDesign(l.Dims, dims, 1)
}
