package study

import (
	"context"
	"slices"

	"github.com/shatterbelt/shatterbelt/rdm"
	"github.com/shatterbelt/shatterbelt/sim"
)

// Settled says whether the futures are enough to tell which strategies lead, by
// the stop rule of [rdm.Rank] on the shares of futures good enough.
type Settled struct {
	// Leader and Leading are after how many futures it was settled that one
	// strategy leads alone, and which strategies lead; 0 where it never was.
	Leader  int `json:"leader"`
	Leading int `json:"leading"`
	// Held says that the leading strategies stayed the same from then on.
	Held bool `json:"held"`
	// The rest are shares of the bootstrap replicates of all futures: with the
	// same strategy alone first, with a first one among the leading, and with the
	// whole order alike.
	KeepLeader  float64 `json:"keep_leader"`
	KeepLeading float64 `json:"keep_leading"`
	KeepOrder   float64 `json:"keep_order"`

	Checkpoints []Checkpoint `json:"checkpoints"`
}

// Checkpoint is the ranking on the first futures.
type Checkpoint struct {
	Futures int      `json:"futures"`
	Leading []string `json:"leading"` // in the order of the strategies
	// Tau is how far the order agrees with that on all futures; nil where one of
	// them orders nothing.
	Tau *float64 `json:"tau,omitempty"`
}

// settle applies the stop rule.
func (j *judge) settle(ctx context.Context, out *Comparison) error {
	s := rdm.DefaultSettling()
	s.Bootstrap = j.boot
	r, err := rdm.Rank(ctx, j.good, true, s)
	if err != nil {
		return err
	}
	out.Settled = Settled{Leader: r.First.Futures, Leading: r.Leading.Futures, Held: r.Leading.OK}
	last := r.Checkpoints[len(r.Checkpoints)-1]
	out.Settled.KeepLeader, out.Settled.KeepLeading, out.Settled.KeepOrder = last.KeepFirst, last.KeepLeading, last.KeepOrder
	for _, c := range r.Checkpoints {
		if c.Futures >= r.Leading.Futures && !slices.Equal(c.Leading, last.Leading) {
			out.Settled.Held = false
		}
		at := Checkpoint{Futures: c.Futures, Tau: present(c.Tau)}
		for _, p := range c.Leading {
			at.Leading = append(at.Leading, j.table.Policies()[p])
		}
		out.Settled.Checkpoints = append(out.Settled.Checkpoints, at)
	}
	return nil
}

// Criterion is one standard of robustness applied to one outcome.
type Criterion struct {
	Name    string  `json:"criterion"` // "maximin", "percentile 10", "minimax regret", "mean regret", "satisficing"
	Outcome string  `json:"outcome"`
	Higher  bool    `json:"higher_is_better"`
	Values  []Value `json:"values"` // in the order of the results
	// Best are the strategies with the best value; all that are level.
	Best []string `json:"best"`
}

// Value is what one strategy scores.
type Value struct {
	Strategy string  `json:"strategy"`
	Value    float64 `json:"value"`
}

// lowTenth is the share of futures that fall short of the tenth percentile.
const lowTenth = 0.1

// standards are the criteria for an outcome with its threshold.
func standards(threshold float64) []struct {
	name string
	by   rdm.Criterion
} {
	return []struct {
		name string
		by   rdm.Criterion
	}{
		{"maximin", rdm.Maximin()},
		{"percentile 10", rdm.AtShare(lowTenth)},
		{"minimax regret", rdm.MinimaxRegret()},
		{"mean regret", rdm.MeanRegret()},
		{"satisficing", rdm.Satisficing(threshold)},
	}
}

// judgeAgain applies the other standards of robustness, and finds who is
// dominated by the means.
func (j *judge) judgeAgain(head *rdm.Table, out *Comparison) error {
	var names []string
	var aspects, means []rdm.Aspect
	for o := range head.Outcomes() {
		for _, s := range standards(j.thresholds[o]) {
			names = append(names, s.name)
			aspects = append(aspects, rdm.Aspect{Outcome: o, Criterion: s.by})
		}
		means = append(means, rdm.Aspect{Outcome: o, Criterion: rdm.Laplace()})
	}
	all, err := rdm.Judge(head, aspects...)
	if err != nil {
		return err
	}
	for k, a := range aspects {
		c := Criterion{Name: names[k], Outcome: head.Outcomes()[a.Outcome].Name, Higher: all.Higher[k]}
		for _, r := range out.Results {
			c.Values = append(c.Values, Value{r.Name, all.Values[j.index(r.Name)][k]})
		}
		c.Best = bestOf(c)
		out.Criteria = append(out.Criteria, c)
	}
	mean, err := rdm.Judge(head, means...)
	if err != nil {
		return err
	}
	j.pareto(mean, out)
	return nil
}

// bestOf lists the strategies with the best value.
func bestOf(c Criterion) []string {
	var best []string
	top := 0.0
	for _, v := range c.Values {
		switch {
		case len(best) == 0 || c.Higher && v.Value > top || !c.Higher && v.Value < top:
			best, top = []string{v.Strategy}, v.Value
		case v.Value == top:
			best = append(best, v.Strategy)
		}
	}
	return best
}

// Dominated is a strategy that another is at least as good as on the mean of
// every outcome, and better than on one.
type Dominated struct {
	Strategy string   `json:"strategy"`
	By       []string `json:"by"` // in the order of the results
}

func (j *judge) pareto(mean rdm.Judgement, out *Comparison) {
	out.Dominated = []Dominated{}
	for _, r := range out.Results {
		var by []string
		for _, other := range out.Results {
			if rdm.Dominates(mean.Values[j.index(other.Name)], mean.Values[j.index(r.Name)], mean.Higher) {
				by = append(by, other.Name)
			}
		}
		if len(by) > 0 {
			out.Dominated = append(out.Dominated, Dominated{r.Name, by})
		} else {
			out.Pareto = append(out.Pareto, r.Name)
		}
	}
}

// HorizonMeans are the means of the outcomes after some years.
type HorizonMeans struct {
	Years int       `json:"years"`
	Means []float64 `json:"means"` // in the order of Comparison.Outcomes
}

// horizons are the means of one strategy after each number of years, the fewest
// first.
func (j *judge) horizons(p int) []HorizonMeans {
	var out []HorizonMeans
	for h, years := range sim.Horizons {
		m := HorizonMeans{Years: years}
		for o := range sim.Headline {
			m.Means = append(m.Means, rdm.Mean(j.table.Outcome(p, sim.At(o, h))))
		}
		out = append(out, m)
	}
	slices.SortFunc(out, func(a, b HorizonMeans) int { return a.Years - b.Years })
	return out
}
