package rdm

import (
	"fmt"
	"math"
	"slices"
)

// Criterion sums up one outcome of a policy over all futures in one number. The
// functions that return one say what it means; the names and the frame are
// those of the review by [mcphail2018]. A criterion is NaN where a future is
// missing.
type Criterion struct {
	Name string

	on     basis
	better direction
	value  func(x []float64, higher bool) float64
}

// A basis is the column that a criterion looks at.
type basis uint8

const (
	onOutcome  basis = iota // the outcome itself
	onRegret                // the shortfall from the best policy of each future
	onBaseline              // the shortfall from what the policy promised
)

// A direction says which way a criterion is better.
type direction uint8

const (
	asOutcome direction = iota
	less
	more
)

// Higher reports whether more of the criterion is better when it judges o: as
// with o itself for values of the outcome, never for regrets and deviations,
// always for shares of futures, skew and kurtosis.
func (c Criterion) Higher(o Outcome) bool {
	return c.better == more || c.better == asOutcome && o.Higher
}

// NeedsBaseline reports that an [Aspect] with the criterion wants a Baseline.
func (c Criterion) NeedsBaseline() bool { return c.on == onBaseline }

// Maximin is the outcome in the worst future: the most cautious criterion.
func Maximin() Criterion {
	return Criterion{"maximin", onOutcome, asOutcome, func(x []float64, higher bool) float64 { return extreme(x, !higher) }}
}

// Maximax is the outcome in the best future: the least cautious criterion.
func Maximax() Criterion {
	return Criterion{"maximax", onOutcome, asOutcome, extreme}
}

// Hurwicz mixes the best future with the worst: optimism is the weight of the
// best, in 0..1.
func Hurwicz(optimism float64) Criterion {
	return Criterion{fmt.Sprintf("hurwicz %g", optimism), onOutcome, asOutcome, func(x []float64, higher bool) float64 {
		return optimism*extreme(x, higher) + (1-optimism)*extreme(x, !higher)
	}}
}

// Laplace is the mean: every future counts the same.
func Laplace() Criterion {
	return Criterion{"laplace", onOutcome, asOutcome, func(x []float64, _ bool) float64 { return Mean(x) }}
}

// AtShare is the [Percentile] of the outcome: as bad as it gets but for the
// worst share of futures.
func AtShare(share float64) Criterion {
	return Criterion{fmt.Sprintf("percentile %g", share), onOutcome, asOutcome, func(x []float64, higher bool) float64 {
		return Percentile(x, share, higher)
	}}
}

// WorstShare is the [WorstMean] of the outcome.
func WorstShare(share float64) Criterion {
	return Criterion{fmt.Sprintf("worst mean %g", share), onOutcome, asOutcome, func(x []float64, higher bool) float64 {
		return WorstMean(x, share, higher)
	}}
}

// Satisficing is the share of futures at the threshold or on its better side:
// the domain criterion of [starr1963].
func Satisficing(threshold float64) Criterion {
	return Criterion{fmt.Sprintf("satisficing %g", threshold), onOutcome, more, func(x []float64, higher bool) float64 {
		if slices.ContainsFunc(x, math.IsNaN) {
			return math.NaN()
		}
		return Mean(met(x, threshold, higher))
	}}
}

// MinimaxRegret is the largest [Regret] over futures [savage1951].
func MinimaxRegret() Criterion {
	return Criterion{"minimax regret", onRegret, less, extreme}
}

// MeanRegret is the mean [Regret] over futures.
func MeanRegret() Criterion {
	return Criterion{"mean regret", onRegret, less, func(x []float64, _ bool) float64 { return Mean(x) }}
}

// RegretAtShare is the regret exceeded in no more than the share of futures.
func RegretAtShare(share float64) Criterion {
	return Criterion{fmt.Sprintf("regret percentile %g", share), onRegret, less, func(x []float64, _ bool) float64 {
		return Percentile(x, share, false)
	}}
}

// extreme returns the largest value or the least, NaN for none or for a gap.
func extreme(x []float64, largest bool) float64 {
	switch {
	case len(x) == 0:
		return math.NaN()
	case largest:
		return slices.Max(x)
	}
	return slices.Min(x)
}

// Percentile returns the value of x that the worst share of it falls short of:
// with a share of 0.1 the tenth percentile where higher is better, else the
// ninetieth. Between two values it interpolates, as the seventh definition of
// [hyndman1996]. A share of 0 gives the worst value and of 1 the best. It is
// NaN where x is empty or has a gap, or share is outside 0..1.
func Percentile(x []float64, share float64, higher bool) float64 {
	if len(x) == 0 || !(share >= 0 && share <= 1) || slices.ContainsFunc(x, math.IsNaN) {
		return math.NaN()
	}
	if len(x) == 1 {
		return x[0]
	}
	if !higher {
		share = 1 - share
	}
	return quantile(slices.Sorted(slices.Values(x)), share)
}

// BaselineRegret returns by how much each value of x falls short of a baseline:
// the same policy's outcome in the future that was planned for [herman2015]. It
// is 0 where x does as well or better. Where [Regret] compares a policy with the
// others, this compares it with what it promised.
func BaselineRegret(x []float64, baseline float64, higher bool) []float64 {
	short := make([]float64, len(x))
	for i, v := range x {
		if higher {
			short[i] = math.Max(0, baseline-v)
		} else {
			short[i] = math.Max(0, v-baseline)
		}
	}
	return short
}

// Aspect is one outcome as one criterion sees it.
type Aspect struct {
	Outcome   int // place in the table
	Criterion Criterion
	// Baseline is, by policy, the outcome that was planned for; only criteria that
	// need it look at it.
	Baseline []float64
}

// Judgement is policies by aspects.
type Judgement struct {
	Policies []string
	Aspects  []Aspect
	Higher   []bool      // by aspect: more is better
	Values   [][]float64 // by policy and aspect
}

// Judge applies each aspect to each policy of a table.
func Judge(t *Table, aspects ...Aspect) (Judgement, error) {
	j := Judgement{Policies: t.policies, Aspects: aspects, Values: make([][]float64, len(t.policies))}
	regrets := make(map[int]*Table)
	for _, a := range aspects {
		if err := a.check(t); err != nil {
			return Judgement{}, err
		}
		if a.Criterion.on == onRegret && regrets[a.Outcome] == nil {
			regrets[a.Outcome] = Regret(t.Select(a.Outcome))
		}
		j.Higher = append(j.Higher, a.Criterion.Higher(t.outcomes[a.Outcome]))
		for p := range t.policies {
			x, higher := t.y[p][a.Outcome], t.outcomes[a.Outcome].Higher
			switch a.Criterion.on {
			case onRegret:
				x, higher = regrets[a.Outcome].y[p][0], true // the largest is sought
			case onBaseline:
				x, higher = BaselineRegret(x, a.Baseline[p], higher), true
			}
			j.Values[p] = append(j.Values[p], a.Criterion.value(x, higher))
		}
	}
	return j, nil
}

func (a Aspect) check(t *Table) error {
	switch {
	case a.Outcome < 0 || a.Outcome >= len(t.outcomes):
		return fmt.Errorf("rdm: outcome %d of %d; want 0 to %d", a.Outcome, len(t.outcomes), len(t.outcomes)-1)
	case a.Criterion.value == nil:
		return fmt.Errorf("rdm: criterion %q has no formula; want one that this package returns", a.Criterion.Name)
	case a.Criterion.on == onBaseline && len(a.Baseline) != len(t.policies):
		return fmt.Errorf("rdm: criterion %q with %d baselines for %d policies; want the outcome that each planned for", a.Criterion.Name, len(a.Baseline), len(t.policies))
	}
	return nil
}

// Pareto returns the policies of the [Pareto] set.
func (j Judgement) Pareto() ([]string, error) {
	set, err := Pareto(j.Values, j.Higher)
	if err != nil {
		return nil, err
	}
	names := make([]string, len(set))
	for k, p := range set {
		names[k] = j.Policies[p]
	}
	return names, nil
}
