package score

import (
	"fmt"
	"math"
)

// A design holds the cases of a regression, each column centred and scaled to
// standard deviation 1, so that steps and penalties have one size.
type design struct {
	n, k        int       // cases and coefficients, the intercept first
	x           []float64 // n rows of k, the first of each 1
	event       []bool
	mean, scale []float64 // of each column, the intercept left out
	events      int
	omitted     int
}

func newDesign(rows [][]float64, event []bool) (*design, error) {
	d := &design{k: 1}
	if len(rows) > 0 {
		d.k = len(rows[0]) + 1
	}
	for i, row := range rows {
		if len(row) != d.k-1 {
			return nil, fmt.Errorf("score: logit row %d has %d columns; want %d as in row 0", i, len(row), d.k-1)
		}
		if !finite(row) {
			d.omitted++
			continue
		}
		d.x = append(append(d.x, 1), row...)
		d.event = append(d.event, event[i])
		if event[i] {
			d.events++
		}
	}
	d.n = len(d.event)
	if d.events == 0 || d.events == d.n {
		return nil, ErrOneOutcome
	}
	return d, d.standardise()
}

func finite(row []float64) bool {
	for _, v := range row {
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return false
		}
	}
	return true
}

func (d *design) standardise() error {
	d.mean, d.scale = make([]float64, d.k-1), make([]float64, d.k-1)
	for j := range d.mean {
		total, squares := 0.0, 0.0
		for i := range d.n {
			total += d.x[i*d.k+j+1]
		}
		m := total / float64(d.n)
		for i := range d.n {
			gap := d.x[i*d.k+j+1] - m
			squares += gap * gap
		}
		s := math.Sqrt(squares / float64(d.n))
		if s == 0 {
			return fmt.Errorf("score: logit column %d has one value; drop it, an intercept is there already", j)
		}
		for i := range d.n {
			d.x[i*d.k+j+1] = (d.x[i*d.k+j+1] - m) / s
		}
		d.mean[j], d.scale[j] = m, s
	}
	return nil
}

func (d *design) row(i int) []float64 { return d.x[i*d.k : (i+1)*d.k] }

// objective is the log likelihood less the penalty.
func (d *design) objective(b []float64, ridge float64) float64 {
	total := 0.0
	for i := range d.n {
		eta := dot(d.row(i), b)
		if !d.event[i] {
			eta = -eta
		}
		total -= softplus(-eta)
	}
	for _, v := range b[1:] {
		total -= ridge / 2 * v * v
	}
	return total
}

// softplus is log(1 + exp(v)) without overflow.
func softplus(v float64) float64 { return max(v, 0) + math.Log1p(math.Exp(-math.Abs(v))) }

// slopes returns the gradient of the objective and its negative second
// derivative, the information.
func (d *design) slopes(b []float64, ridge float64) (gradient []float64, information [][]float64) {
	gradient, information = make([]float64, d.k), square(d.k)
	for i := range d.n {
		row := d.row(i)
		p := logistic(dot(row, b))
		miss, weight := indicator(d.event[i])-p, p*(1-p)
		for j, x := range row {
			gradient[j] += miss * x
			for l, y := range row[:j+1] {
				information[j][l] += weight * x * y
			}
		}
	}
	for j := 1; j < d.k; j++ {
		gradient[j] -= ridge * b[j]
		information[j][j] += ridge
	}
	return gradient, information
}

// report turns coefficients per standard deviation into those per unit.
func (d *design) report(b []float64, root factor, ridge float64, steps int) Fit {
	fit := Fit{
		Coef: make([]float64, d.k), Error: make([]float64, d.k),
		LogLikelihood: d.objective(b, 0), Steps: steps, Ridge: ridge,
		Used: d.n, Omitted: d.omitted, Events: d.events,
	}
	// The intercept is b0 less the sum of bj mean/scale; shift holds the weights.
	shift := make([]float64, d.k)
	shift[0] = 1
	for j := 1; j < d.k; j++ {
		unit := make([]float64, d.k)
		unit[j] = 1 / d.scale[j-1]
		shift[j] = -d.mean[j-1] / d.scale[j-1]
		fit.Coef[j] = b[j] / d.scale[j-1]
		fit.Error[j] = root.deviation(unit)
	}
	fit.Coef[0] = dot(shift, b)
	fit.Error[0] = root.deviation(shift)
	return fit
}

func dot(a, b []float64) float64 {
	total := 0.0
	for i, x := range a {
		total += x * b[i]
	}
	return total
}
