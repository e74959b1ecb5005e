package rdm

import (
	"context"
	"fmt"
	"math"
)

// Pairing is how one run fares against another in an outcome, future by future.
type Pairing struct {
	Outcome Outcome
	Gap     Interval // mean of the one less the other
	Better  Interval // share of futures in which the one is better
	Worse   Interval // share of futures in which it is worse
}

// PairedRuns compares a policy of one run with a policy of another, outcome by
// outcome, over the same futures: what an ally is worth, say, from a run with
// it and a run without. What the futures have in common cancels, so a small
// difference shows with few futures. Runs over other futures or with other
// outcomes are refused. Where a future is missing, all three are NaN.
func PairedRuns(ctx context.Context, b Bootstrap, one *Table, policy int, other *Table, against int) ([]Pairing, error) {
	if err := checkPair(one, policy, other, against); err != nil {
		return nil, err
	}
	var cols [][]float64
	for o, outcome := range one.outcomes {
		gap, better, worse := gaps(one.y[policy][o], other.y[against][o], outcome.Higher)
		cols = append(cols, gap, better, worse)
	}
	all, err := b.Means(ctx, cols...)
	if err != nil {
		return nil, err
	}
	pairs := make([]Pairing, len(one.outcomes))
	for o, outcome := range one.outcomes {
		pairs[o] = Pairing{outcome, all[3*o], all[3*o+1], all[3*o+2]}
	}
	return pairs, nil
}

func gaps(one, other []float64, higher bool) (gap, better, worse []float64) {
	gap, better, worse = make([]float64, len(one)), make([]float64, len(one)), make([]float64, len(one))
	for i := range gap {
		gap[i] = one[i] - other[i]
		switch {
		case math.IsNaN(gap[i]):
			better[i], worse[i] = math.NaN(), math.NaN()
		case gap[i] != 0 && (gap[i] > 0) == higher:
			better[i] = 1
		case gap[i] != 0:
			worse[i] = 1
		}
	}
	return gap, better, worse
}

func checkPair(one *Table, policy int, other *Table, against int) error {
	if policy < 0 || policy >= len(one.policies) {
		return fmt.Errorf("rdm: policy %d of %d in the one run; want 0 to %d", policy, len(one.policies), len(one.policies)-1)
	}
	if against < 0 || against >= len(other.policies) {
		return fmt.Errorf("rdm: policy %d of %d in the other run; want 0 to %d", against, len(other.policies), len(other.policies)-1)
	}
	if one.n != other.n || len(one.x) != len(other.x) {
		return fmt.Errorf("rdm: runs of %d and %d futures with %d and %d uncertainties; want the same futures",
			one.n, other.n, len(one.x), len(other.x))
	}
	if len(one.outcomes) != len(other.outcomes) {
		return fmt.Errorf("rdm: runs of %d and %d outcomes; want the same outcomes", len(one.outcomes), len(other.outcomes))
	}
	for o, a := range one.outcomes {
		if b := other.outcomes[o]; a != b {
			return fmt.Errorf("rdm: outcome %d is %s in one run and %s in the other; want the same outcomes", o, a.Name, b.Name)
		}
	}
	return sameFutures(one, other)
}

func sameFutures(one, other *Table) error {
	for d, dim := range one.dims {
		if other.dims[d].Name != dim.Name {
			return fmt.Errorf("rdm: uncertainty %d is %s in one run and %s in the other; want the same futures", d, dim.Name, other.dims[d].Name)
		}
		for i, v := range one.x[d] {
			if w := other.x[d][i]; v != w && !(math.IsNaN(v) && math.IsNaN(w)) {
				return fmt.Errorf("rdm: %s in future %d is %g in one run and %g in the other; want the same futures", dim.Name, i, v, w)
			}
		}
	}
	return nil
}
