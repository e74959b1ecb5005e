package rdm

import (
	"context"
	"fmt"
	"math"
	"math/bits"
	"slices"
)

// Performance is what policies score on several criteria, future by future.
type Performance struct {
	Policies []string
	Criteria []string
	Values   [][][]float64 // by policy, criterion and future; in 0..1, more is better
}

// Scale puts outcomes of a table on a scale from the worst to the best value
// that any policy has in any future. Weights of criteria on such scales are what
// the way from worst to best is worth. An outcome that never varies, or is
// missing somewhere, is refused.
func Scale(t *Table, outcomes ...int) (Performance, error) {
	p := Performance{Policies: t.policies, Values: make([][][]float64, len(t.policies))}
	if len(outcomes) == 0 {
		return p, fmt.Errorf("rdm: no outcomes to weigh; want at least one")
	}
	for _, o := range outcomes {
		if o < 0 || o >= len(t.outcomes) {
			return p, fmt.Errorf("rdm: outcome %d of %d; want 0 to %d", o, len(t.outcomes), len(t.outcomes)-1)
		}
		outcome := t.outcomes[o]
		worst, best := math.Inf(1), math.Inf(-1)
		for policy := range t.y {
			col := t.y[policy][o]
			worst, best = math.Min(worst, extreme(col, false)), math.Max(best, extreme(col, true))
		}
		switch {
		case math.IsNaN(worst) || math.IsInf(best, 0) || math.IsInf(worst, 0):
			return p, fmt.Errorf("rdm: outcome %s is missing in some future; leave it or the future out", outcome.Name)
		case worst == best:
			return p, fmt.Errorf("rdm: outcome %s is %g in every future; leave it out, since no weight can matter", outcome.Name, best)
		case !outcome.Higher:
			worst, best = best, worst
		}
		p.Criteria = append(p.Criteria, outcome.Name)
		for policy := range t.y {
			scaled := make([]float64, t.n)
			for i, v := range t.y[policy][o] {
				scaled[i] = (v - worst) / (best - worst)
			}
			p.Values[policy] = append(p.Values[policy], scaled)
		}
	}
	return p, nil
}

// Means returns the mean over futures by policy and criterion.
func (p Performance) Means() [][]float64 {
	means := make([][]float64, len(p.Values))
	for a, cols := range p.Values {
		for _, col := range cols {
			means[a] = append(means[a], Mean(col))
		}
	}
	return means
}

func (p Performance) futures() int { return len(p.Values[0][0]) }

func (p Performance) check() error {
	if len(p.Values) == 0 || len(p.Values) != len(p.Policies) || len(p.Criteria) == 0 {
		return fmt.Errorf("rdm: %d policies with values of %d on %d criteria; want values of each on at least one", len(p.Policies), len(p.Values), len(p.Criteria))
	}
	for a, cols := range p.Values {
		if len(cols) != len(p.Criteria) {
			return fmt.Errorf("rdm: policy %s has values on %d of %d criteria; want each", p.Policies[a], len(cols), len(p.Criteria))
		}
		for k, col := range cols {
			if len(col) != p.futures() || len(col) == 0 {
				return fmt.Errorf("rdm: policy %s has %d futures on %s and another %d; want the same futures", p.Policies[a], len(col), p.Criteria[k], p.futures())
			}
			for _, v := range col {
				if !(v >= 0 && v <= 1) {
					return fmt.Errorf("rdm: policy %s has %g on %s; want 0 to 1, as Scale makes it", p.Policies[a], v, p.Criteria[k])
				}
			}
		}
	}
	return nil
}

// DefaultDraws is how many draws a [Smaa] takes if not told: the error of a
// share is then at most a percentage point with a probability of 95 %.
const DefaultDraws = 10000

// Smaa asks which policies are best under which weights, without choosing any:
// stochastic multicriteria acceptability analysis [lahdelma2001], by simulation
// [tervonen2007]. A draw is a future and weights, evenly from all that are 0 or
// more and sum to 1, or one after the other from those given.
type Smaa struct {
	Draws   int // 0 is DefaultDraws
	Seed    uint64
	Workers int         // as in Bootstrap
	Weights [][]float64 // what a person's answers leave, say; nil is all weights
}

// Acceptability is by policy how often it is best, and for whom.
type Acceptability struct {
	// Ranks are by policy and rank the shares of draws in which it has that rank;
	// policies that are level share theirs.
	Ranks [][]float64
	// Central are by policy the mean weights of the draws in which it is first:
	// those of someone it is for. NaN where it never is.
	Central [][]float64
	// Confidence is by policy the share of futures in which it is first under its
	// central weights. NaN where it never is.
	Confidence []float64
	// Beats is by policy and other the share of draws in which the one is better;
	// half where they are level.
	Beats [][]float64
}

// Analyse draws weights and futures. The result is the same for any number of
// workers.
func (s Smaa) Analyse(ctx context.Context, p Performance) (Acceptability, error) {
	if err := p.check(); err != nil {
		return Acceptability{}, err
	}
	if err := s.check(len(p.Criteria)); err != nil {
		return Acceptability{}, err
	}
	if s.Draws == 0 {
		s.Draws = DefaultDraws
	}
	parts := make([]*tallies, (s.Draws+ChunkSize-1)/ChunkSize)
	err := fanOut(ctx, min(cores(s.Workers), len(parts)), len(parts), func() func(int) {
		return func(k int) {
			parts[k] = newTallies(len(p.Policies), len(p.Criteria))
			for draw := k * ChunkSize; draw < min((k+1)*ChunkSize, s.Draws); draw++ {
				parts[k].add(p, s.weights(draw, len(p.Criteria)), s.future(draw, p.futures()))
			}
		}
	})
	if err != nil {
		return Acceptability{}, err
	}
	all := newTallies(len(p.Policies), len(p.Criteria))
	for _, part := range parts {
		all.merge(part)
	}
	return all.result(p), nil
}

func (s Smaa) check(criteria int) error {
	if s.Draws < 0 {
		return fmt.Errorf("rdm: %d draws of weights; want at least 1, or 0 for the default", s.Draws)
	}
	for _, w := range s.Weights {
		if err := checkWeights(w, criteria); err != nil {
			return err
		}
	}
	return nil
}

// checkWeights wants weights of 0 or more that sum to 1.
func checkWeights(w []float64, criteria int) error {
	if len(w) != criteria {
		return fmt.Errorf("rdm: %d weights for %d criteria; want one each", len(w), criteria)
	}
	for _, v := range w {
		if !(v >= 0) {
			return fmt.Errorf("rdm: weight of %g; want 0 or more", v)
		}
	}
	if total := Sum(w); math.Abs(total-1) > 1e-9 {
		return fmt.Errorf("rdm: weights sum to %g; want 1", total)
	}
	return nil
}

// saltWeights keeps draws of weights apart from all others.
const saltWeights = 0xa54ff53a5f1d36f1

// weights returns those of a draw.
func (s Smaa) weights(draw, criteria int) []float64 {
	if len(s.Weights) > 0 {
		return s.Weights[draw%len(s.Weights)]
	}
	return evenWeights(s.Seed, draw, criteria)
}

// evenWeights returns a point of the simplex, every one as likely: exponential
// draws over their sum.
func evenWeights(seed uint64, draw, criteria int) []float64 {
	key := mix(mix(seed^saltWeights) + uint64(draw)*spreadA)
	w := make([]float64, criteria)
	total := 0.0
	for k := range w {
		w[k] = -math.Log(unit(mix(key + uint64(k)*spreadB)))
		total += w[k]
	}
	for k := range w {
		w[k] /= total
	}
	return w
}

// future returns that of a draw.
func (s Smaa) future(draw, n int) int {
	i, _ := bits.Mul64(mix(mix(s.Seed^saltWeights)-uint64(draw+1)*spreadA), uint64(n))
	return int(i)
}

// tallies are sums over draws.
type tallies struct {
	draws   float64
	ranks   [][]float64 // by policy and rank
	weights [][]float64 // by policy and criterion, of the draws it is first in
	beats   [][]float64
	score   []float64
	order   []int
}

func newTallies(policies, criteria int) *tallies {
	t := &tallies{score: make([]float64, policies), order: make([]int, policies)}
	for range policies {
		t.ranks = append(t.ranks, make([]float64, policies))
		t.weights = append(t.weights, make([]float64, criteria))
		t.beats = append(t.beats, make([]float64, policies))
	}
	return t
}

func (t *tallies) add(p Performance, w []float64, future int) {
	t.draws++
	for a := range t.score {
		t.order[a], t.score[a] = a, p.score(a, w, future)
	}
	slices.SortFunc(t.order, func(a, b int) int {
		switch {
		case t.score[a] > t.score[b]:
			return -1
		case t.score[a] < t.score[b]:
			return 1
		}
		return a - b
	})
	for from := 0; from < len(t.order); {
		to := from + 1
		for to < len(t.order) && t.score[t.order[to]] == t.score[t.order[from]] {
			to++
		}
		share := 1 / float64(to-from)
		for _, a := range t.order[from:to] {
			for r := from; r < to; r++ {
				t.ranks[a][r] += share
			}
			for k := range w {
				if from == 0 {
					t.weights[a][k] += share * w[k]
				}
			}
			for _, b := range t.order[to:] {
				t.beats[a][b]++
			}
			for _, b := range t.order[from:to] {
				t.beats[a][b] += 0.5
			}
		}
		from = to
	}
}

// score is the weighted sum of a policy in a future.
func (p Performance) score(policy int, w []float64, future int) float64 {
	sum := 0.0
	for k, v := range w {
		sum += v * p.Values[policy][k][future]
	}
	return sum
}

func (t *tallies) merge(o *tallies) {
	t.draws += o.draws
	for a := range t.ranks {
		addTo(t.ranks[a], o.ranks[a])
		addTo(t.weights[a], o.weights[a])
		addTo(t.beats[a], o.beats[a])
	}
}

func addTo(sum, x []float64) {
	for k, v := range x {
		sum[k] += v
	}
}

func (t *tallies) result(p Performance) Acceptability {
	r := Acceptability{Ranks: t.ranks, Central: t.weights, Beats: t.beats}
	for a := range t.ranks {
		first := t.ranks[a][0]
		for k := range t.weights[a] {
			r.Central[a][k] /= first // 0/0 is the NaN promised above
		}
		for k := range t.ranks[a] {
			r.Ranks[a][k] /= t.draws
			r.Beats[a][k] /= t.draws
		}
		r.Confidence = append(r.Confidence, math.NaN())
		if first > 0 {
			r.Confidence[a] = p.confidence(a, r.Central[a])
		}
	}
	return r
}

// confidence is the share of futures in which a policy is first under weights.
func (p Performance) confidence(policy int, w []float64) float64 {
	first := 0.0
	for i := range p.futures() {
		own, level := p.score(policy, w, i), 0
		for a := range p.Values {
			switch v := p.score(a, w, i); {
			case v > own:
				level = math.MinInt32
			case v == own:
				level++
			}
		}
		if level > 0 {
			first += 1 / float64(level)
		}
	}
	return first / float64(p.futures())
}
