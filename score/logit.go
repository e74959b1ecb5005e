package score

import (
	"errors"
	"fmt"
	"math"
)

// These settle how the maximum is searched for, not where it lies.
const (
	logitSteps     = 25    // Newton steps before giving up; well-posed fits need under 10
	logitHalvings  = 30    // of a step that would go downhill
	logitTolerance = 1e-9  // largest last step, in standard deviations
	logitRounding  = 1e-12 // of the likelihood, below which downhill is noise
)

// Fit is a logistic regression as fitted by [Logit].
type Fit struct {
	Coef  []float64 // the intercept, then one per column
	Error []float64 // standard errors, in the same order
	// LogLikelihood is that of the data at Coef, without any penalty.
	LogLikelihood float64
	Steps         int
	Used, Omitted int // rows; those with a NaN are omitted
	Events        int // among the rows used
	// Ridge is 0 for a maximum-likelihood fit. Otherwise there was no finite or
	// no single maximum, slopes were drawn toward 0 by this penalty, and the
	// fit is to be reported as weak.
	Ridge float64
}

// ErrOneOutcome says that every case, or none, is an event, so that nothing
// can be fitted.
var ErrOneOutcome = errors.New("score: every case has the same outcome; give both events and non-events")

// Logit fits P(event) = 1 / (1 + exp(-(b0 + b1 x1 + ...))) by maximum
// likelihood, with Newton's method. Each row holds the columns of one case; an
// intercept is added. Rows with a NaN are omitted and counted.
//
// Where columns separate events from non-events, or one follows from others,
// the likelihood has no single maximum. Then the fit is repeated with the
// penalty ridge/2 times the sum of squared slopes, slopes being per standard
// deviation of their column, so that units do not matter; ridge 1 is a standard
// normal prior. [Fit.Ridge] tells. A ridge of 0 makes it an error instead.
func Logit(rows [][]float64, event []bool, ridge float64) (Fit, error) {
	same(len(rows), len(event))
	d, err := newDesign(rows, event)
	if err != nil {
		return Fit{}, err
	}
	fit, err := d.fit(0)
	if err != nil && ridge > 0 {
		fit, err = d.fit(ridge)
	}
	return fit, err
}

// Probability returns the fitted chance of an event in a case, NaN when a
// column is.
func (f Fit) Probability(row []float64) float64 {
	same(len(row), len(f.Coef)-1)
	eta := f.Coef[0]
	for j, x := range row {
		eta += f.Coef[j+1] * x
	}
	return logistic(eta)
}

func logistic(eta float64) float64 { return 1 / (1 + math.Exp(-eta)) }

// fit climbs the penalised likelihood from the share of events.
func (d *design) fit(ridge float64) (Fit, error) {
	b := make([]float64, d.k)
	b[0] = math.Log(float64(d.events) / float64(d.n-d.events))
	now := d.objective(b, ridge)
	for step := 1; step <= logitSteps; step++ {
		gradient, information := d.slopes(b, ridge)
		root, ok := cholesky(information)
		if !ok {
			break
		}
		move := root.solve(gradient)
		if largest(move) < logitTolerance {
			return d.report(b, root, ridge, step), nil
		}
		b, now = d.climb(b, move, now, ridge)
	}
	return Fit{}, fmt.Errorf("score: logit of %d cases on %d columns has no single finite maximum; drop a column or give a ridge", d.n, d.k-1)
}

// climb takes the step, halved until it does not go downhill.
func (d *design) climb(b, move []float64, now, ridge float64) ([]float64, float64) {
	next := make([]float64, len(b))
	share := 1.0
	for range logitHalvings {
		for j := range b {
			next[j] = b[j] + share*move[j]
		}
		if then := d.objective(next, ridge); then >= now-logitRounding*math.Abs(now) {
			return next, then
		}
		share /= 2
	}
	return b, now
}

func largest(v []float64) float64 {
	most := 0.0
	for _, x := range v {
		most = max(most, math.Abs(x))
	}
	return most
}
