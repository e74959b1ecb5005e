package experiments

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/shatterbelt/shatterbelt/rdm"
)

// RobustnessSchema names the form of a [Robustness] as JSON.
const RobustnessSchema = "shatterbelt/robustness/1"

// Comparing says what policies of a table are compared by.
type Comparing struct {
	Policy, Future string             // columns; "" is what the file says, or the usual names
	Higher, Lower  []string           // outcomes of which more and less is better
	Good           []string           // what is good enough, such as "fed >= 0.8"; says which way is better too
	Weights        map[string]float64 // by outcome; nil is equal weights, and one not named has none
	Drop           bool
	Battery        rdm.Battery
	Smaa           rdm.Smaa
	Bootstrap      rdm.Bootstrap
	Elicit         rdm.Elicitation
	// People reads what people answered about the outcomes named; nil for nobody.
	People func(outcomes []string) ([]rdm.Person, error)
}

// Robustness is how policies hold up over the same futures.
type Robustness struct {
	Schema   string          `json:"schema"`
	File     string          `json:"file"`
	Futures  int             `json:"futures"`
	Dropped  int             `json:"dropped"`
	Policies []string        `json:"policies"`
	Outcomes []JudgedOutcome `json:"outcomes"`
	// Good is by policy the share of futures in which every threshold is met; nil
	// where there is none.
	Good   []rdm.Interval `json:"good_enough,omitempty"`
	Level  float64        `json:"level"`
	Pareto []string       `json:"pareto"` // by the means of all outcomes
	Weigh  Weighing       `json:"weights"`
	People *Council       `json:"people,omitempty"`
}

// JudgedOutcome is one outcome by every criterion.
type JudgedOutcome struct {
	Outcome   string          `json:"outcome"`
	Higher    bool            `json:"higher_is_better"`
	Threshold *float64        `json:"threshold,omitempty"`
	Criteria  []JudgedByThese `json:"criteria"`
}

// JudgedByThese is what one criterion says of every policy.
type JudgedByThese struct {
	Criterion string     `json:"criterion"`
	Higher    bool       `json:"higher_is_better"`
	Values    []*float64 `json:"values"` // by policy
	Best      []string   `json:"best"`
}

// Weighing is which policy leads under which weights of the outcomes.
type Weighing struct {
	Outcomes []string     `json:"outcomes"` // weighed, scaled from the worst to the best value seen
	Constant []string     `json:"constant"` // never vary, so that no weight matters
	Weights  []float64    `json:"weights"`
	Leader   string       `json:"leader"`
	Policies []Acceptable `json:"policies"`
	Flips    []Flipping   `json:"flips"`
	Swings   []Swinging   `json:"swings"`
}

// Acceptable is how often a policy is first when weights are drawn.
type Acceptable struct {
	Policy     string     `json:"policy"`
	Ranks      []float64  `json:"ranks"` // shares of draws, by rank
	Central    []*float64 `json:"central_weights"`
	Confidence *float64   `json:"confidence"`
}

// Flipping is the nearest weights at which another policy catches the leader up.
type Flipping struct {
	Policy  string    `json:"policy"`
	Weights []float64 `json:"weights"`
	Moved   float64   `json:"moved"`
}

// Swinging is how far one weight may go before the leader is caught up.
type Swinging struct {
	Outcome string  `json:"outcome"`
	Low     float64 `json:"low"`
	High    float64 `json:"high"`
	Below   string  `json:"below,omitempty"`
	Above   string  `json:"above,omitempty"`
}

// Council is several people's weights side by side.
type Council struct {
	People      []Voice   `json:"people"`
	Between     []float64 `json:"between_people"`
	Within      []float64 `json:"not_known"`
	Concordance *float64  `json:"concordance"`
	First       []float64 `json:"first"`
	Least       []float64 `json:"first_with_whom_it_suits_least"`
	Favourites  []int     `json:"favourites"`
	Mean        []float64 `json:"mean_weights"`
}

// Voice is one person.
type Voice struct {
	Person    string         `json:"person"`
	Answers   int            `json:"answers"`
	Weights   []rdm.Interval `json:"weights"`
	First     []float64      `json:"first"`
	Favourite string         `json:"favourite"`
	Next      NextQuestion   `json:"next_question"`
}

// NextQuestion is the question whose answer would tell most.
type NextQuestion struct {
	More  string  `json:"more"`
	Than  string  `json:"than"`
	Share float64 `json:"share"`
	Bits  float64 `json:"bits"`
}

// usual names of the columns of policies and futures.
var (
	usualPolicies = []string{"policy", "strategy", "alternative"}
	usualFutures  = []string{"future", "scenario", "scenario_id", "state_of_world"}
)

// Robustness compares the policies of a long table.
func (t *Table) Robustness(ctx context.Context, c Comparing) (Robustness, error) {
	r := Robustness{Schema: RobustnessSchema, File: t.File, Level: c.Bootstrap.Level}
	outcomes, thresholds, err := t.directions(c)
	if err != nil {
		return r, err
	}
	policy, future, err := t.keys(c)
	if err != nil {
		return r, err
	}
	if c.Drop {
		names := []string{policy}
		for _, o := range outcomes {
			names = append(names, o.Name)
		}
		if t, r.Dropped, err = t.dropFutures(future, names); err != nil {
			return r, err
		}
	}
	run, err := t.Policies(policy, future, outcomes)
	if err != nil {
		return r, err
	}
	r.Futures, r.Policies = run.Len(), run.Policies()
	if err := r.judge(ctx, run, thresholds, c); err != nil {
		return r, err
	}
	return r, r.weigh(ctx, run, c)
}

// directions are the outcomes with the way in which they are better, and what is
// good enough, NaN where nothing is asked.
func (t *Table) directions(c Comparing) (outcomes []rdm.Outcome, thresholds []float64, err error) {
	add := func(name string, higher bool, threshold float64) error {
		if _, err := t.Find(name); err != nil {
			return err
		}
		at := slices.IndexFunc(outcomes, func(o rdm.Outcome) bool { return o.Name == name })
		switch {
		case at < 0:
			outcomes, thresholds = append(outcomes, rdm.Outcome{Name: name, Higher: higher}), append(thresholds, threshold)
		case outcomes[at].Higher != higher:
			return &AskError{fmt.Sprintf("more of %s is said to be better, and less too; say one", name)}
		case !math.IsNaN(threshold):
			thresholds[at] = threshold
		}
		return nil
	}
	for _, text := range c.Good {
		good, err := t.Where(text)
		if err != nil {
			return nil, nil, err
		}
		if good.Op != ">=" && good.Op != "<=" {
			return nil, nil, &AskError{fmt.Sprintf("what is good enough wants >= or <=, such as 'fed >= 0.8', and not %q", text)}
		}
		if err := add(good.Column, good.Op == ">=", good.Value); err != nil {
			return nil, nil, err
		}
	}
	for k, names := range [][]string{c.Higher, c.Lower} {
		for _, name := range names {
			if err := add(name, k == 0, math.NaN()); err != nil {
				return nil, nil, err
			}
		}
	}
	if len(outcomes) == 0 {
		for _, o := range t.Roles.Outcomes {
			outcomes, thresholds = append(outcomes, rdm.Outcome{Name: o.Name, Unit: o.Unit, Higher: o.Higher}), append(thresholds, math.NaN())
		}
	}
	if len(outcomes) == 0 {
		return nil, nil, &AskError{"no outcome is named, and the file names none; say which way each is better with --higher and --lower, or what is good enough with --good"}
	}
	return outcomes, thresholds, nil
}

// keys are the columns that tell policies and futures apart; no future is the
// order of rows.
func (t *Table) keys(c Comparing) (policy, future string, err error) {
	pick := func(asked, role string, usual []string) string {
		if asked != "" {
			return asked
		}
		if role != "" {
			return role
		}
		for _, name := range usual {
			i := slices.IndexFunc(t.Columns, func(c Column) bool { return strings.EqualFold(c.Name, name) })
			if i >= 0 {
				return t.Columns[i].Name
			}
		}
		return ""
	}
	policy, future = pick(c.Policy, t.Roles.Policy, usualPolicies), pick(c.Future, t.Roles.Future, usualFutures)
	if policy == "" {
		return "", "", t.unknown("policy")
	}
	for _, name := range []string{policy, future} {
		if name != "" && t.index(name) < 0 {
			return "", "", t.unknown(name)
		}
	}
	return policy, future, nil
}

// judge applies every criterion to every outcome.
func (r *Robustness) judge(ctx context.Context, run *rdm.Table, thresholds []float64, c Comparing) error {
	var means []rdm.Aspect
	for o, outcome := range run.Outcomes() {
		criteria, err := c.Battery.Criteria(thresholds[o])
		if err != nil {
			return err
		}
		var aspects []rdm.Aspect
		for _, criterion := range criteria {
			aspects = append(aspects, rdm.Aspect{Outcome: o, Criterion: criterion})
		}
		means = append(means, rdm.Aspect{Outcome: o, Criterion: rdm.Laplace()})
		j, err := rdm.Judge(run, aspects...)
		if err != nil {
			return err
		}
		judged := JudgedOutcome{Outcome: outcome.Name, Higher: outcome.Higher, Threshold: present(thresholds[o])}
		for k, a := range j.Aspects {
			judged.Criteria = append(judged.Criteria, judgedBy(j, k, a.Criterion.Name))
		}
		r.Outcomes = append(r.Outcomes, judged)
	}
	j, err := rdm.Judge(run, means...)
	if err != nil {
		return err
	}
	if r.Pareto, err = j.Pareto(); err != nil {
		return err
	}
	if !slices.ContainsFunc(thresholds, func(v float64) bool { return !math.IsNaN(v) }) {
		return nil
	}
	good, err := rdm.GoodEnough(run, thresholds)
	if err != nil {
		return err
	}
	r.Good, err = c.Bootstrap.Means(ctx, good...)
	return err
}

// judgedBy is one criterion, with the policies that are best by it.
func judgedBy(j rdm.Judgement, k int, name string) JudgedByThese {
	out := JudgedByThese{Criterion: name, Higher: j.Higher[k], Best: []string{}}
	best := math.NaN()
	for p := range j.Policies {
		v := j.Values[p][k]
		out.Values = append(out.Values, present(v))
		if math.IsNaN(best) || out.Higher && v > best || !out.Higher && v < best {
			best = v
		}
	}
	for p, policy := range j.Policies {
		if j.Values[p][k] == best {
			out.Best = append(out.Best, policy)
		}
	}
	return out
}
