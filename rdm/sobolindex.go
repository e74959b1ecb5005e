package rdm

import (
	"context"
	"fmt"
	"math"
	"slices"
)

// SobolIndex is how much of the variance of an outcome goes back to one input.
// Both may stray a little below 0 or above 1, being estimates.
type SobolIndex struct {
	// First is the share that would go if the input were known.
	First Interval
	// Total is the share that would stay if everything but the input were known:
	// what it does alone and together with others.
	Total Interval
}

// SobolIndices are those of one outcome.
type SobolIndices struct {
	Mean, Variance float64
	Inputs         []SobolIndex
	// Second is by two inputs the share that goes back to the two together, beyond
	// each alone; nil where the design has no second order, and set for i < j.
	Second [][]Interval
}

// EstimateSobol estimates the Sobol indices [sobol2001] of outcomes from
// experiments chosen by [Saltelli], in its order: the first order by the
// estimator of [saltelli2010], the total by that of [jansen1999], and second
// order where the design has it. Outcomes are by outcome and experiment, and all
// share the resampling of points that the intervals come from, so many cost
// little more than one. The inputs must be independent.
//
// An outcome that does not vary has NaN for every index. A missing value is an
// error.
func EstimateSobol(ctx context.Context, outcomes [][]float64, inputs int, second bool, b Bootstrap) ([]SobolIndices, error) {
	block := saltelliBlock(inputs, second)
	if inputs < 1 || len(outcomes) == 0 {
		return nil, fmt.Errorf("rdm: Sobol indices of %d inputs on %d outcomes; want at least one each", inputs, len(outcomes))
	}
	if b.Replicates == 0 {
		b.Replicates = DefaultReplicates
	}
	var all []saltelliColumns
	for o, y := range outcomes {
		if len(y)%block != 0 || len(y) < 2*block {
			return nil, fmt.Errorf("rdm: outcome %d has %d experiments; want blocks of %d, and at least two", o, len(y), block)
		}
		if i := slices.IndexFunc(y, func(v float64) bool { return math.IsNaN(v) || math.IsInf(v, 0) }); i >= 0 {
			return nil, fmt.Errorf("rdm: outcome %d is %g in experiment %d; Sobol indices want a value in each", o, y[i], i)
		}
		if len(y) != len(outcomes[0]) {
			return nil, fmt.Errorf("rdm: outcomes of %d and %d experiments; want the same", len(outcomes[0]), len(y))
		}
		all = append(all, newSaltelliColumns(y, inputs, second))
	}
	if err := b.check([]statistic{{col: all[0].sum}}); err != nil {
		return nil, err
	}
	replicates, err := b.saltelli(ctx, all)
	if err != nil {
		return nil, err
	}
	result := make([]SobolIndices, len(all))
	for o, c := range all {
		result[o] = c.indices(inputs, second, replicates[o], b.Level)
	}
	return result, nil
}

// saltelliColumns are by point of the design what the estimators add up.
type saltelliColumns struct {
	centre float64 // mean of all experiments, taken off first, which steadies the estimators
	sum    []float64
	square []float64
	parts  [][]float64 // first and total by input, then pairs
}

func newSaltelliColumns(y []float64, inputs int, second bool) saltelliColumns {
	block := saltelliBlock(inputs, second)
	n := len(y) / block
	c := saltelliColumns{centre: Mean(y), sum: make([]float64, n), square: make([]float64, n)}
	at := func(point, k int) float64 { return y[point*block+k] - c.centre }
	column := func(f func(point int) float64) {
		col := make([]float64, n)
		for i := range col {
			col[i] = f(i)
		}
		c.parts = append(c.parts, col)
	}
	for i := range n {
		a, b := at(i, 0), at(i, block-1)
		c.sum[i], c.square[i] = a+b, a*a+b*b
	}
	for d := range inputs {
		column(func(i int) float64 { return at(i, block-1) * (at(i, d+1) - at(i, 0)) })
		column(func(i int) float64 { gap := at(i, d+1) - at(i, 0); return gap * gap / 2 })
	}
	for j := range inputs {
		for k := j + 1; k < inputs && second; k++ {
			column(func(i int) float64 { return at(i, inputs+1+j)*at(i, k+1) - at(i, 0)*at(i, block-1) })
		}
	}
	return c
}

// estimate returns the parts as shares of the variance, when point i counts
// counts[i] times; nil is once each.
func (c *saltelliColumns) estimate(counts []uint8) (shares []float64, mean, variance float64) {
	total := Sum
	if counts != nil {
		total = func(x []float64) float64 { return weightedSum(counts, x) }
	}
	n := float64(len(c.sum))
	mean = total(c.sum) / (2 * n)
	variance = total(c.square)/(2*n) - mean*mean
	for _, col := range c.parts {
		share := math.NaN()
		if variance > 0 {
			share = total(col) / n / variance
		}
		shares = append(shares, share)
	}
	return shares, mean, variance
}

// saltelli returns the shares by outcome, part and replicate.
func (b Bootstrap) saltelli(ctx context.Context, all []saltelliColumns) ([][][]float64, error) {
	result := make([][][]float64, len(all))
	for o, c := range all {
		result[o] = make([][]float64, len(c.parts))
		for k := range result[o] {
			result[o][k] = make([]float64, b.Replicates)
		}
	}
	err := fanOut(ctx, min(cores(b.Workers), b.Replicates), b.Replicates, func() func(int) {
		counts := make([]uint8, len(all[0].sum))
		return func(r int) {
			drawCounts(replicateKey(b.Seed, r), counts)
			for o := range all {
				shares, _, _ := all[o].estimate(counts)
				for k, v := range shares {
					result[o][k][r] = v
				}
			}
		}
	})
	return result, err
}

// indices puts the shares and their intervals in place. A pair is what the two
// do together less what each does alone, in the estimate and every replicate.
func (c *saltelliColumns) indices(inputs int, second bool, replicates [][]float64, level float64) SobolIndices {
	shares, mean, variance := c.estimate(nil)
	s := SobolIndices{Mean: c.centre + mean, Variance: variance}
	for d := range inputs {
		s.Inputs = append(s.Inputs, SobolIndex{spread(shares[2*d], replicates[2*d], level), spread(shares[2*d+1], replicates[2*d+1], level)})
	}
	part := 2 * inputs
	for j := range inputs {
		if !second {
			break
		}
		row := make([]Interval, inputs)
		for k := j + 1; k < inputs; k++ {
			for r := range replicates[part] {
				replicates[part][r] -= replicates[2*j][r] + replicates[2*k][r]
			}
			own := shares[part] - shares[2*j] - shares[2*k]
			row[k] = spread(own, replicates[part], level)
			part++
		}
		s.Second = append(s.Second, row)
	}
	return s
}

// spread is a value with the percentile interval of its replicates, which it
// sorts a copy of.
func spread(v float64, replicates []float64, level float64) Interval {
	if math.IsNaN(v) {
		return Interval{v, v, v}
	}
	sorted := slices.DeleteFunc(slices.Clone(replicates), math.IsNaN)
	if len(sorted) < 2 {
		return Interval{v, math.NaN(), math.NaN()}
	}
	slices.Sort(sorted)
	tail := (1 - level) / 2
	return Interval{v, quantile(sorted, tail), quantile(sorted, 1-tail)}
}
