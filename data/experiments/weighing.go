package experiments

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/shatterbelt/shatterbelt/rdm"
)

// weigh asks which policy leads under which weights.
func (r *Robustness) weigh(ctx context.Context, run *rdm.Table, c Comparing) error {
	var vary []int
	r.Weigh = Weighing{Outcomes: []string{}, Constant: []string{}, Policies: []Acceptable{}, Flips: []Flipping{}, Swings: []Swinging{}}
	for o, outcome := range run.Outcomes() {
		if _, err := rdm.Scale(run, o); err != nil {
			r.Weigh.Constant = append(r.Weigh.Constant, outcome.Name)
			continue
		}
		vary = append(vary, o)
		r.Weigh.Outcomes = append(r.Weigh.Outcomes, outcome.Name)
	}
	if len(vary) == 0 {
		return nil
	}
	p, err := rdm.Scale(run, vary...)
	if err != nil {
		return err
	}
	if err := r.Weigh.weights(c.Weights); err != nil {
		return err
	}
	if err := r.Weigh.fill(ctx, p, c.Smaa); err != nil {
		return err
	}
	if c.People == nil {
		return nil
	}
	return r.convene(ctx, p, c)
}

// fill draws weights, and looks for those at which the answer is another.
func (w *Weighing) fill(ctx context.Context, p rdm.Performance, s rdm.Smaa) error {
	acceptable, err := s.Analyse(ctx, p)
	if err != nil {
		return err
	}
	for a, name := range p.Policies {
		out := Acceptable{Policy: name, Ranks: acceptable.Ranks[a], Confidence: present(acceptable.Confidence[a])}
		for _, v := range acceptable.Central[a] {
			out.Central = append(out.Central, present(v))
		}
		w.Policies = append(w.Policies, out)
	}
	leader, flips, swings, err := rdm.Flips(p.Means(), w.Weights)
	if err != nil {
		return err
	}
	w.Leader = p.Policies[leader]
	for _, f := range flips {
		w.Flips = append(w.Flips, Flipping{p.Policies[f.Policy], f.Weights, f.Moved})
	}
	for k, s := range swings {
		out := Swinging{Outcome: p.Criteria[k], Low: s.Low, High: s.High}
		if s.Below >= 0 {
			out.Below = p.Policies[s.Below]
		}
		if s.Above >= 0 {
			out.Above = p.Policies[s.Above]
		}
		w.Swings = append(w.Swings, out)
	}
	return nil
}

// weights are those asked for of the outcomes that vary, or equal ones.
func (w *Weighing) weights(asked map[string]float64) error {
	for _, name := range slices.Sorted(maps.Keys(asked)) {
		if !slices.Contains(w.Outcomes, name) {
			return &AskError{fmt.Sprintf("a weight of %s, which is no outcome that varies; those are %s", name, strings.Join(w.Outcomes, ", "))}
		}
	}
	for _, name := range w.Outcomes {
		v := 1.0
		if asked != nil {
			v = asked[name]
		}
		w.Weights = append(w.Weights, v)
	}
	total := rdm.Sum(w.Weights)
	for k, v := range w.Weights {
		if !(v >= 0 && total > 0) {
			return &AskError{fmt.Sprintf("weight of %g; want 0 or more, and not all 0", v)}
		}
		w.Weights[k] = v / total
	}
	return nil
}

// convene sets people side by side.
func (r *Robustness) convene(ctx context.Context, p rdm.Performance, c Comparing) error {
	people, err := c.People(p.Criteria)
	if err != nil {
		return err
	}
	var names []string
	var answers [][]rdm.Answer
	for _, person := range people {
		names, answers = append(names, person.Name), append(answers, person.Answers)
	}
	council, err := rdm.Convene(ctx, p, c.Elicit, names, answers)
	if err != nil {
		return err
	}
	r.People = &Council{
		Between: council.Between, Within: council.Within, Concordance: present(council.Concordance),
		First: council.First, Least: council.Least, Favourites: council.Favourites, Mean: council.Mean,
	}
	for i, v := range council.Voices {
		voice := Voice{Person: v.Person, Answers: len(answers[i]), Weights: v.Belief.Weights, First: v.First, Favourite: p.Policies[v.Favourite]}
		if len(p.Criteria) > 1 {
			q, bits := v.Belief.Next()
			voice.Next = NextQuestion{p.Criteria[q.More], p.Criteria[q.Than], q.Share, bits}
		}
		r.People.People = append(r.People.People, voice)
	}
	return nil
}
