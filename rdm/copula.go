package rdm

import (
	"fmt"
	"math"
)

// Correlated spreads futures as a cube does, but so that some uncertainties tend
// to be high together. [NewCorrelated] makes one.
//
// The uncertainties are tied by a Gaussian copula: normal scores of the cube's
// coordinates are mixed by the Cholesky factor of their correlations and turned
// back into shares. Each uncertainty alone stays evenly spread over its range.
// Of a Latin hypercube only the first keeps exactly one future in each stratum.
// Any future can be computed alone.
type Correlated struct {
	Cube   Cube
	Dims   []Dim
	Shrink float64 // as in LatinHypercube

	factor [][]float64 // lower triangle, by row
}

// A CorrelationError says why a matrix cannot be of correlations.
type CorrelationError struct {
	Row, Column int // from 0
	Reason      string
}

func (e *CorrelationError) Error() string {
	return fmt.Sprintf("rdm: rank correlation in row %d, column %d: %s", e.Row+1, e.Column+1, e.Reason)
}

// NewCorrelated ties the dimensions by rank correlations (Spearman's), a
// symmetric matrix with 1 on its diagonal. They are turned into correlations of
// normal scores by r = 2 sin(pi/6 rho), which holds for the Gaussian copula
// [pearson1907]. Correlations that no uncertainties can have together are
// refused with a [*CorrelationError].
func NewCorrelated(c Cube, dims []Dim, ranks [][]float64) (Correlated, error) {
	if len(ranks) != len(dims) {
		return Correlated{}, fmt.Errorf("rdm: rank correlations of %d uncertainties of %d; want a row for each", len(ranks), len(dims))
	}
	if err := checkRanks(ranks); err != nil {
		return Correlated{}, err
	}
	factor, err := cholesky(ranks)
	return Correlated{Cube: c, Dims: dims, factor: factor}, err
}

func checkRanks(ranks [][]float64) error {
	for i, row := range ranks {
		if len(row) != len(ranks) {
			return &CorrelationError{i, len(row), fmt.Sprintf("the row has %d values; want %d", len(row), len(ranks))}
		}
		for j, v := range row {
			switch {
			case !(v >= -1 && v <= 1):
				return &CorrelationError{i, j, fmt.Sprintf("it is %g; want -1 to 1", v)}
			case i == j && v != 1:
				return &CorrelationError{i, j, fmt.Sprintf("it is %g; want 1 on the diagonal", v)}
			case j < i && v != ranks[j][i]:
				return &CorrelationError{i, j, fmt.Sprintf("it is %g and %g the other way round; want both alike", v, ranks[j][i])}
			}
		}
	}
	return nil
}

// leastPivot is how much of the variance of an uncertainty must be its own.
const leastPivot = 1e-10

// cholesky returns the lower triangle whose product with its transpose is the
// matrix of correlations of normal scores.
func cholesky(ranks [][]float64) ([][]float64, error) {
	factor := make([][]float64, len(ranks))
	for i := range factor {
		factor[i] = make([]float64, i+1)
		for j := range i + 1 {
			sum := 1.0
			if i != j {
				sum = 2 * math.Sin(math.Pi/6*ranks[i][j])
			}
			for k := range j {
				sum -= factor[i][k] * factor[j][k]
			}
			if i != j {
				factor[i][j] = sum / factor[j][j]
				continue
			}
			if sum < leastPivot {
				return nil, &CorrelationError{i, i, "with those before, the matrix is not positive definite; weaken the correlations of this row"}
			}
			factor[i][i] = math.Sqrt(sum)
		}
	}
	return factor, nil
}

// Future puts the uncertainties of future i into x, one for each dimension.
func (c Correlated) Future(i int, x []float64) {
	for d := range c.Dims {
		x[d] = NormalQuantile(c.Cube.Coordinate(i, d))
	}
	for d := len(c.Dims) - 1; d >= 0; d-- { // from the last, so that none is needed again
		z := 0.0
		for k, v := range c.factor[d] {
			z += v * x[k]
		}
		x[d] = c.Dims[d].At(NormalShare(z), whole(c.Shrink))
	}
}

// Check reports a design that does not fit the dimensions of a model.
func (c Correlated) Check(dims []Dim) error {
	if len(c.factor) != len(c.Dims) || c.Cube == nil {
		return fmt.Errorf("rdm: correlated design of %d uncertainties with correlations of %d; want one that NewCorrelated made", len(c.Dims), len(c.factor))
	}
	return checkDesign(c.Dims, dims, c.Shrink)
}

// NormalShare returns the probability that a standard normal variable stays
// below z: the inverse of [NormalQuantile].
func NormalShare(z float64) float64 { return math.Erfc(-z/math.Sqrt2) / 2 }
