package jobs

import (
	"context"
	"math"
	"slices"
	"sync"

	"github.com/shatterbelt/shatterbelt/desk"
	"github.com/shatterbelt/shatterbelt/rdm"
	"github.com/shatterbelt/shatterbelt/sim"
	"github.com/shatterbelt/shatterbelt/study"
)

// Judged is a finished exploration with what follows from it. Several may ask it
// at a time.
type Judged struct {
	Exploration *desk.Exploration
	Comparison  study.Comparison

	explored *study.Explored
	bytes    int

	mu      sync.Mutex
	failing map[string]study.Failing

	scale    sync.Once
	scaled   rdm.Performance
	constant []string
	scaleErr error
}

// Failing describes the futures in which a strategy is not good enough.
func (r *Judged) Failing(ctx context.Context, name string) (study.Failing, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if f, ok := r.failing[name]; ok {
		return f, nil
	}
	f, err := r.explored.Failing(ctx, name)
	if err == nil {
		r.failing[name] = f
	}
	return f, err
}

// Table is every experiment, by column.
func (r *Judged) Table() *rdm.Table { return r.explored.Table() }

// Good is by strategy, in the order of the table, 1 for each future that is good
// enough and 0 for each that is not.
func (r *Judged) Good() [][]float64 { return r.explored.Good() }

// Thresholds are what is asked of each headline outcome.
func (r *Judged) Thresholds() []float64 { return r.explored.Thresholds() }

// Turning is who leads under weights of the outcomes, and what would change that.
type Turning struct {
	Outcomes []string // weighed, on scales from the worst to the best value seen
	Constant []string // never vary, so that no weight matters
	Weights  []float64
	Leader   string
	// Flips are the nearest weights at which another leads, Swings how far one
	// weight may go.
	Flips  []rdm.Flip
	Swings []rdm.Swing
}

// Weighed is what a person's answers say of the strategies.
type Weighed struct {
	Turning                // under the mean of the weights that the answers leave
	Known   []rdm.Interval // of each weight
	// First is by strategy, in the order of the table, how often it is first under
	// the weights as far as they are known.
	First []float64
	// Next is the question whose answer would tell most, worth Bits; nil where
	// there is none to ask.
	Next *rdm.Question
	Bits float64
}

// Interests are the outcomes that can be weighed, and those that never vary.
func (r *Judged) Interests() (weighed, constant []string, err error) {
	r.scale.Do(r.scaleAll)
	return r.scaled.Criteria, r.constant, r.scaleErr
}

func (r *Judged) scaleAll() {
	var vary []int
	r.constant = []string{}
	t := r.Table()
	for o := range sim.Headline {
		if alike(t, o) {
			r.constant = append(r.constant, t.Outcomes()[o].Name)
		} else {
			vary = append(vary, o)
		}
	}
	if len(vary) > 0 {
		r.scaled, r.scaleErr = rdm.Scale(t, vary...)
	}
}

// alike reports an outcome that is the same under every strategy in every future.
func alike(t *rdm.Table, outcome int) bool {
	first := t.Outcome(0, outcome)[0]
	for p := range t.Policies() {
		if slices.ContainsFunc(t.Outcome(p, outcome), func(v float64) bool { return v != first }) {
			return false
		}
	}
	return true
}

// Evenly is who leads when every outcome that varies weighs alike.
func (r *Judged) Evenly() (Turning, error) {
	names, _, err := r.Interests()
	if err != nil {
		return Turning{}, err
	}
	weights := make([]float64, len(names))
	for k := range weights {
		weights[k] = 1 / float64(len(names))
	}
	return r.turning(weights)
}

// turning is who leads under weights, which sum to one.
func (r *Judged) turning(weights []float64) (Turning, error) {
	names, constant, err := r.Interests()
	out := Turning{Outcomes: names, Constant: constant, Weights: weights}
	if err != nil || len(names) == 0 {
		return out, err
	}
	leader, flips, swings, err := rdm.Flips(r.scaled.Means(), weights)
	out.Leader, out.Flips, out.Swings = r.scaled.Policies[leader], flips, swings
	return out, err
}

// Weigh learns the weights of a person from answers about the outcomes, and says
// who leads under them and what to ask next.
func (r *Judged) Weigh(ctx context.Context, answers []rdm.Answer) (Weighed, error) {
	names, _, err := r.Interests()
	if err != nil || len(names) == 0 {
		t, _ := r.turning(nil)
		return Weighed{Turning: t}, err
	}
	e := rdm.DefaultElicitation()
	e.Seed = r.Comparison.Seed
	council, err := rdm.Convene(ctx, r.scaled, e, []string{"you"}, [][]rdm.Answer{answers})
	if err != nil {
		return Weighed{}, err
	}
	voice := council.Voices[0]
	out := Weighed{Known: voice.Belief.Weights, First: voice.First}
	if len(names) > 1 {
		if q, bits := voice.Belief.Next(); bits > 0 {
			out.Next, out.Bits = &q, bits
		}
	}
	out.Turning, err = r.turning(voice.Belief.Mean())
	return out, err
}

// Seen is the worst and the best value of an outcome that is weighed, over every
// strategy and future.
func (r *Judged) Seen(outcome string) (worst, best float64) {
	t := r.Table()
	o, _ := t.OutcomeIndex(outcome)
	worst, best = math.Inf(1), math.Inf(-1)
	for p := range t.Policies() {
		worst, best = min(worst, slices.Min(t.Outcome(p, o))), max(best, slices.Max(t.Outcome(p, o)))
	}
	if !t.Outcomes()[o].Higher {
		worst, best = best, worst
	}
	return worst, best
}
