package rdm

import (
	"cmp"
	"fmt"
	"math"
	"slices"
)

// WorstMean returns the mean of the worst share of x: of its lowest values
// where higher is better, else of its highest. It is the conditional value at
// risk of [rockafellar2000], so a share that does not come to a whole number of
// values counts part of the last one; a share of 1 gives the mean. It is NaN
// where x is empty or has a gap.
func WorstMean(x []float64, share float64, higher bool) float64 {
	t := newTail(x, share, higher)
	once := make([]uint8, len(x))
	for i := range once {
		once[i] = 1
	}
	return t.mean(once)
}

// A tail is a column sorted worst first, so that its worst mean can be taken
// again and again with each value counted another number of times.
type tail struct {
	order  []uint32 // index in the column
	sorted []float64
	weight float64 // how many values the share comes to
}

func newTail(x []float64, share float64, higher bool) *tail {
	t := &tail{weight: share * float64(len(x))}
	t.order = make([]uint32, len(x))
	for i := range t.order {
		t.order[i] = uint32(i)
	}
	slices.SortFunc(t.order, func(a, b uint32) int {
		if higher {
			return cmp.Compare(x[a], x[b])
		}
		return cmp.Compare(x[b], x[a])
	})
	t.sorted = make([]float64, len(x))
	for k, i := range t.order {
		t.sorted[k] = x[i]
	}
	if slices.ContainsFunc(x, math.IsNaN) {
		t.weight = math.NaN()
	}
	return t
}

// mean returns the worst mean when value i counts counts[i] times. The counts
// add up to the length of the column.
func (t *tail) mean(counts []uint8) float64 {
	if math.IsNaN(t.weight) {
		return math.NaN()
	}
	sum, left := 0.0, t.weight
	for k, i := range t.order {
		c := float64(counts[i])
		if c >= left {
			return (sum + left*t.sorted[k]) / t.weight
		}
		sum += c * t.sorted[k]
		left -= c
	}
	return sum / (t.weight - left) // left is a rounding error
}

// Regret returns a table of regrets: how far each outcome of a policy falls
// short of that of the best policy in the same future [savage1951]. A regret is
// 0 or more in the unit of the outcome, and less of it is better. A missing
// outcome has a missing regret and is never the best.
func Regret(t *Table) *Table {
	r := &Table{dims: t.dims, policies: t.policies, n: t.n, x: t.x}
	for _, o := range t.outcomes {
		r.outcomes = append(r.outcomes, Outcome{Name: o.Name, Unit: o.Unit})
	}
	r.y = make([][][]float64, len(t.y))
	for o, outcome := range t.outcomes {
		best := t.best(o)
		for p := range t.y {
			r.y[p] = append(r.y[p], shortfall(best, t.y[p][o], outcome.Higher))
		}
	}
	return r
}

// best returns the best value of an outcome over the policies, by future.
func (t *Table) best(outcome int) []float64 {
	best := slices.Clone(t.y[0][outcome])
	higher := t.outcomes[outcome].Higher
	for p := 1; p < len(t.y); p++ {
		for i, v := range t.y[p][outcome] {
			if math.IsNaN(best[i]) || higher && v > best[i] || !higher && v < best[i] {
				best[i] = v
			}
		}
	}
	return best
}

func shortfall(best, y []float64, higher bool) []float64 {
	short := make([]float64, len(y))
	for i, v := range y {
		if higher {
			short[i] = best[i] - v
		} else {
			short[i] = v - best[i]
		}
	}
	return short
}

// Met returns a table that says, 1 or 0, where each outcome is at its threshold
// or on the better side of it. Thresholds are by outcome; NaN asks nothing and
// is always met. A missing outcome meets no other.
func Met(t *Table, thresholds []float64) (*Table, error) {
	if len(thresholds) != len(t.outcomes) {
		return nil, fmt.Errorf("rdm: %d thresholds for %d outcomes; want one each, NaN for none", len(thresholds), len(t.outcomes))
	}
	m := &Table{dims: t.dims, policies: t.policies, n: t.n, x: t.x}
	for _, o := range t.outcomes {
		m.outcomes = append(m.outcomes, Outcome{Name: o.Name, Higher: true})
	}
	m.y = make([][][]float64, len(t.y))
	for p := range t.y {
		for o, outcome := range t.outcomes {
			m.y[p] = append(m.y[p], met(t.y[p][o], thresholds[o], outcome.Higher))
		}
	}
	return m, nil
}

func met(y []float64, threshold float64, higher bool) []float64 {
	yes := make([]float64, len(y))
	for i, v := range y {
		if math.IsNaN(threshold) || higher && v >= threshold || !higher && v <= threshold {
			yes[i] = 1
		}
	}
	return yes
}

// GoodEnough returns, by policy and future, 1 where every outcome meets its
// threshold and 0 elsewhere. The mean of a column is the satisficing measure of
// robustness, the share of futures good enough [mcphail2018].
func GoodEnough(t *Table, thresholds []float64) ([][]float64, error) {
	m, err := Met(t, thresholds)
	if err != nil {
		return nil, err
	}
	good := make([][]float64, len(m.y))
	for p := range m.y {
		good[p] = m.all(p)
	}
	return good, nil
}

// all returns where every outcome of a policy is 1, in a table of 0 and 1.
func (t *Table) all(policy int) []float64 {
	all := make([]float64, t.n)
	for i := range all {
		all[i] = 1
		for _, col := range t.y[policy] {
			all[i] *= col[i]
		}
	}
	return all
}
