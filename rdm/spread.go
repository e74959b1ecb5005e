package rdm

import (
	"fmt"
	"math"
	"slices"

	"github.com/shatterbelt/shatterbelt/trace/param"
)

// RegretWithin is the share of futures in which the [Regret] is at most the
// threshold: satisficing by regret. It asks to be nearly the best nearly always.
func RegretWithin(threshold float64) Criterion {
	return Criterion{fmt.Sprintf("regret within %g", threshold), onRegret, more, func(x []float64, _ bool) float64 {
		if slices.ContainsFunc(x, math.IsNaN) {
			return math.NaN()
		}
		return Mean(met(x, threshold, false))
	}}
}

// MeanBaselineRegret is the mean [BaselineRegret] over futures.
func MeanBaselineRegret() Criterion {
	return Criterion{"mean baseline regret", onBaseline, less, func(x []float64, _ bool) float64 { return Mean(x) }}
}

// BaselineRegretAtShare is the [BaselineRegret] exceeded in no more than the
// share of futures.
func BaselineRegretAtShare(share float64) Criterion {
	return Criterion{fmt.Sprintf("baseline regret percentile %g", share), onBaseline, less, func(x []float64, _ bool) float64 {
		return Percentile(x, share, false)
	}}
}

// MeanVariance puts the mean and the standard deviation together as
// [hamarat2014] do: (mean + 1) / (deviation + 1) where more of the outcome is
// better, (mean + 1) (deviation + 1) where less is. How much the one counts
// against the other depends on the unit of the outcome. Where the mean is -1 or
// less the formula would reward unsteadiness, and the criterion is NaN.
func MeanVariance() Criterion {
	return Criterion{"mean-variance", onOutcome, asOutcome, func(x []float64, higher bool) float64 {
		m := MomentsOf(x)
		spread := math.Sqrt(m.Variance()) + 1
		switch {
		case !(m.Mean > -1):
			return math.NaN()
		case higher:
			return (m.Mean + 1) / spread
		}
		return (m.Mean + 1) * spread
	}}
}

// UndesirableDeviations is the mean distance from the median, over all futures,
// of those that are worse than it; better ones count 0 [kwakkel2016]. Published
// sums are this times the number of futures.
func UndesirableDeviations() Criterion {
	return Criterion{"undesirable deviations", onOutcome, less, func(x []float64, higher bool) float64 {
		return Mean(BaselineRegret(x, Percentile(x, 0.5, higher), higher))
	}}
}

// The percentiles, as shares of futures that are worse, that skew and kurtosis
// are made of.
const (
	tenth, quarter = 0.1, 0.25
)

// PercentileSkew says on which side of the middle between a bad and a good
// future the median lies, in -1..1: (median - middle) / half of their distance,
// the bad one being the worst tenth's best and the good one the best tenth's
// worst [mcphail2018]. More is better: most futures are then near the good end,
// with the long tail at the bad. Published code differs in the sign. NaN where
// the two are the same.
func PercentileSkew() Criterion {
	return Criterion{"percentile skew", onOutcome, more, func(x []float64, higher bool) float64 {
		bad, median, good := Percentile(x, tenth, higher), Percentile(x, 0.5, higher), Percentile(x, 1-tenth, higher)
		return (median - (good+bad)/2) / ((good - bad) / 2)
	}}
}

// PercentileKurtosis is the distance between the worst and the best tenth over
// that between the worst and the best quarter [mcphail2018]. More is better:
// futures are then more alike but for a few. NaN where the quarters are the same.
func PercentileKurtosis() Criterion {
	return Criterion{"percentile kurtosis", onOutcome, more, func(x []float64, higher bool) float64 {
		wide := Percentile(x, 1-tenth, higher) - Percentile(x, tenth, higher)
		narrow := Percentile(x, 1-quarter, higher) - Percentile(x, quarter, higher)
		if narrow == 0 {
			return math.NaN()
		}
		return wide / narrow
	}}
}

// Battery sets the criteria that are shown side by side where none is asked for.
type Battery struct {
	// Optimism is the weight of the best future in Hurwicz's criterion.
	Optimism float64 `name:"hurwicz_optimism" unit:"" min:"0" max:"1" default:"0.5" ref:"assumed" why:"A convention: the best and the worst future count alike; the range runs from the most cautious to the least." en:"weight of the best future" ko:"최선의 미래에 두는 가중치"`

	// Tail is the share of futures that count as the worst in percentiles.
	Tail float64 `name:"percentile_share" unit:"share of futures" min:"0.01" max:"0.5" default:"0.1" ref:"mcphail2018" why:"The review gives the ninetieth percentile of regret; a twentieth to a quarter are in use." en:"share of futures beyond the percentile shown" ko:"백분위 기준 밖에 두는 미래의 비율"`
}

// Criteria returns the criteria of the review by [mcphail2018], and satisficing
// where a threshold is not NaN.
func (b Battery) Criteria(threshold float64) ([]Criterion, error) {
	if err := param.Validate(b); err != nil {
		return nil, fmt.Errorf("rdm: %w", err)
	}
	all := []Criterion{
		Maximin(), Maximax(), Hurwicz(b.Optimism), Laplace(), MinimaxRegret(), RegretAtShare(b.Tail), MeanRegret(),
		AtShare(b.Tail), WorstShare(b.Tail), MeanVariance(), UndesirableDeviations(), PercentileSkew(), PercentileKurtosis(),
	}
	if !math.IsNaN(threshold) {
		all = append(all, Satisficing(threshold))
	}
	return all, nil
}

// DefaultBattery returns the settings at their defaults.
func DefaultBattery() Battery { return param.Default[Battery]() }

// Horizon returns the uncertainty horizon of a policy: how far, as a share of
// the way from the default to the end of each range, futures may lie from the
// default in every uncertainty with all of them good enough, the second
// satisficing measure of [herman2015]. Good is a column of [GoodEnough]. 1 is
// reached where no future fails; it is 0 where one fails that has the defaults
// throughout.
func Horizon(t *Table, good []float64) (float64, error) {
	if len(good) != t.n {
		return 0, fmt.Errorf("rdm: policy judged in %d futures of %d; want a column of GoodEnough", len(good), t.n)
	}
	horizon := 1.0
	for i, ok := range good {
		if ok == 0 {
			horizon = math.Min(horizon, t.away(i))
		}
	}
	return horizon, nil
}

// away is how far a future lies from the defaults in the uncertainty in which it
// lies farthest.
func (t *Table) away(future int) float64 {
	far := 0.0
	for d, dim := range t.dims {
		from, to := dim.Fraction(dim.Default), dim.Fraction(t.x[d][future])
		room := from
		if to > from {
			room = 1 - from
		}
		if share := math.Abs(to-from) / room; share > far {
			far = share
		}
	}
	return math.Min(1, far)
}
