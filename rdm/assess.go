package rdm

import (
	"context"
	"fmt"
	"slices"

	"github.com/shatterbelt/shatterbelt/trace/param"
)

// Criteria sets how policies are judged.
type Criteria struct {
	// WorstShare is the share of futures, worst first, that the worst mean covers.
	WorstShare float64 `name:"worst_share" unit:"" min:"0.01" max:"0.5" default:"0.1" ref:"assumed" why:"A convention; a twentieth to a quarter are in use, and a tenth of a thousand futures is still a hundred." en:"share of futures that count as the worst" ko:"최악으로 보는 미래의 비율"`

	// Thresholds say, by outcome, what is good enough; NaN asks nothing.
	Thresholds []float64
	// Weights of the outcomes in the overall score; nil is equal weights.
	Weights []float64

	Bootstrap Bootstrap
}

// DefaultCriteria returns criteria at their defaults, with no thresholds.
func DefaultCriteria() Criteria { return param.Default[Criteria]() }

// Score is how a policy fares over all futures.
type Score struct {
	Mean   Interval `json:"mean"`
	Worst  Interval `json:"worst"`  // mean of the worst share of futures
	Regret Interval `json:"regret"` // mean shortfall from the best policy of each future
	Met    Interval `json:"met"`    // share of futures at the threshold or better
}

// Standing is how a policy fares on each outcome and overall.
type Standing struct {
	Policy   string
	Outcomes []Score // in the order of the table
	// Overall puts the outcomes together. Mean and Worst are of their weighted
	// mean, outcomes of which less is better counted negatively; Regret is the
	// weighted mean of their regrets; these three mean something only where the
	// outcomes share a scale. Met is the share of futures with every threshold
	// met, whatever the weights.
	Overall Score
}

// Assess compares the policies of a table, in its order, over the same futures
// by four of the measures of robustness that [mcphail2018] reviews. Intervals
// are those of the bootstrap.
func Assess(ctx context.Context, t *Table, c Criteria) ([]Standing, error) {
	weights, err := c.check(t)
	if err != nil {
		return nil, err
	}
	good, err := Met(t, c.Thresholds)
	if err != nil {
		return nil, err
	}
	regret := Regret(t)
	var stats []statistic
	add := func(y, regret, met []float64, higher bool) {
		worst := newTail(y, c.WorstShare, higher)
		stats = append(stats, statistic{col: y}, statistic{tail: worst}, statistic{col: regret}, statistic{col: met})
	}
	for p := range t.policies {
		for o, outcome := range t.outcomes {
			add(t.y[p][o], regret.y[p][o], good.y[p][o], outcome.Higher)
		}
		add(t.blend(p, t.signed(weights)), regret.blend(p, weights), good.all(p), true)
	}
	intervals, err := c.Bootstrap.intervals(ctx, stats)
	if err != nil {
		return nil, err
	}
	return standings(t, intervals), nil
}

// standings deals out four intervals for each outcome of a policy and four for
// its overall score.
func standings(t *Table, intervals []Interval) []Standing {
	next := func() Score {
		s := Score{Mean: intervals[0], Worst: intervals[1], Regret: intervals[2], Met: intervals[3]}
		intervals = intervals[4:]
		return s
	}
	result := make([]Standing, len(t.policies))
	for p, name := range t.policies {
		result[p].Policy = name
		for range t.outcomes {
			result[p].Outcomes = append(result[p].Outcomes, next())
		}
		result[p].Overall = next()
	}
	return result
}

// check returns the weights of the outcomes, made to sum to 1.
func (c Criteria) check(t *Table) ([]float64, error) {
	if !(c.WorstShare > 0 && c.WorstShare <= 1) {
		return nil, fmt.Errorf("rdm: worst share is %g; want above 0 and at most 1", c.WorstShare)
	}
	weights := slices.Clone(c.Weights)
	if weights == nil {
		weights = slices.Repeat([]float64{1}, len(t.outcomes))
	}
	if len(weights) != len(t.outcomes) {
		return nil, fmt.Errorf("rdm: %d weights for %d outcomes; want one each", len(weights), len(t.outcomes))
	}
	total := Sum(weights)
	for k, w := range weights {
		if !(w >= 0 && total > 0) {
			return nil, fmt.Errorf("rdm: weight of %s is %g; want 0 or more, and not all 0", t.outcomes[k].Name, w)
		}
		weights[k] /= total
	}
	return weights, nil
}

// signed returns the weights, negative where less of the outcome is better.
func (t *Table) signed(weights []float64) []float64 {
	signed := slices.Clone(weights)
	for k, o := range t.outcomes {
		if !o.Higher {
			signed[k] = -signed[k]
		}
	}
	return signed
}

// blend returns the weighted sum of the outcomes of a policy, by future. An
// outcome without weight does not count, even where it is missing.
func (t *Table) blend(policy int, weights []float64) []float64 {
	sum := make([]float64, t.n)
	for k, w := range weights {
		if w == 0 {
			continue
		}
		for i, v := range t.y[policy][k] {
			sum[i] += w * v
		}
	}
	return sum
}
