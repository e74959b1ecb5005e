package experiments

import (
	"context"
	"fmt"
	"math"
	"slices"

	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/rdm"
)

// SensitivitySchema names the form of a [Sensitivity] as JSON.
const SensitivitySchema = "shatterbelt/sensitivity/1"

// Estimator says how sensitivity is estimated.
type Estimator string

// The estimators. Auto takes Sobol or Morris where the experiments are of such
// a design, and Sample otherwise.
const (
	Auto   Estimator = "auto"
	Sobol  Estimator = "sobol"  // indices from a Saltelli design
	Morris Estimator = "morris" // elementary effects from a Morris design
	Sample Estimator = "sample" // first order, shift and trend from any sample
)

// Asking says what sensitivity is asked of a table.
type Asking struct {
	Outcomes  []string // columns, or conditions as [Table.Where] reads them
	Only, Not []string // inputs; see [Table.Inputs]
	Drop      bool     // leave out rows in which something is missing
	Estimator Estimator
	Given     rdm.Given // its bootstrap serves the other estimators too
	Scoring   rdm.Scoring
}

// Sensitivity is what moves the outcomes of experiments.
type Sensitivity struct {
	Schema    string     `json:"schema"`
	File      string     `json:"file"`
	Rows      int        `json:"experiments"`
	Dropped   int        `json:"dropped"`
	Estimator Estimator  `json:"estimator"`
	Blocks    int        `json:"blocks,omitempty"` // points or paths of the design
	Level     float64    `json:"level"`            // of intervals
	Inputs    []string   `json:"inputs"`
	LeftOut   []LeftOut  `json:"left_out"`
	Outcomes  []Movement `json:"outcomes"`
}

// Movement is what moves one outcome.
type Movement struct {
	Outcome  string      `json:"outcome"`
	Mean     float64     `json:"mean"`
	Variance float64     `json:"variance"`
	Inputs   []InputMove `json:"inputs"`
	Pairs    []PairMove  `json:"pairs,omitempty"`
	Chance   *float64    `json:"score_of_chance"`
}

// InputMove is what one input does; which fields are there depends on the
// estimator.
type InputMove struct {
	Input     string        `json:"input"`
	First     *rdm.Interval `json:"first,omitempty"`
	Total     *rdm.Interval `json:"total,omitempty"`
	MeanAbs   *rdm.Interval `json:"mu_star,omitempty"`
	Mean      *float64      `json:"mu,omitempty"`
	Deviation *float64      `json:"sigma,omitempty"`
	Shift     *float64      `json:"shift,omitempty"`
	Noise     *float64      `json:"shift_by_chance,omitempty"`
	Trend     *float64      `json:"trend,omitempty"`
	Score     *float64      `json:"score"`
}

// PairMove is what two inputs do together beyond each alone.
type PairMove struct {
	Inputs [2]string    `json:"inputs"`
	Second rdm.Interval `json:"second"`
}

// Sensitivity estimates how much each input bears on each outcome.
func (t *Table) Sensitivity(ctx context.Context, a Asking) (Sensitivity, error) {
	s := Sensitivity{Schema: SensitivitySchema, File: t.File, Level: a.Given.Bootstrap.Level}
	asked, err := t.asked(a.Outcomes)
	if err != nil {
		return s, err
	}
	var names []string
	for _, c := range asked {
		names = append(names, c.Column)
	}
	if s.Inputs, s.LeftOut, err = t.Inputs(a.Only, a.Not, names); err != nil {
		return s, err
	}
	if a.Drop {
		if t, s.Dropped, err = t.Drop(slices.Concat(names, s.Inputs)...); err != nil {
			return s, err
		}
	}
	s.Rows = t.Rows
	var y [][]float64
	for _, c := range asked {
		col, err := t.outcome(c)
		if err != nil {
			return s, err
		}
		y = append(y, col)
		m := rdm.MomentsOf(col)
		s.Outcomes = append(s.Outcomes, Movement{Outcome: c.String(), Mean: m.Mean, Variance: m.Variance(), Inputs: make([]InputMove, len(s.Inputs))})
	}
	x, kinds, _, err := t.Sample(s.Inputs)
	if err != nil {
		return s, err
	}
	a.Given.Groups = t.groups()
	if err := s.estimate(ctx, x, kinds, y, a); err != nil {
		return s, err
	}
	return s, s.score(ctx, x, kinds, y, a.Scoring)
}

// asked reads the outcomes asked for: columns of numbers, or conditions. None is
// those that the file names.
func (t *Table) asked(outcomes []string) ([]Condition, error) {
	if len(outcomes) == 0 {
		for _, o := range t.Roles.Outcomes {
			outcomes = append(outcomes, o.Name)
		}
	}
	if len(outcomes) == 0 {
		return nil, &AskError{"no outcome is asked for, and the file names none; give one with --outcome"}
	}
	var out []Condition
	for _, text := range outcomes {
		c, err := t.Where(text)
		if err != nil {
			return nil, err
		}
		out = append(out, c)
	}
	return out, nil
}

// outcome is a column, or 1 and 0 where a condition holds and where not.
func (t *Table) outcome(c Condition) ([]float64, error) {
	col, err := t.Find(c.Column)
	if err != nil {
		return nil, err
	}
	if c.Op == "" && col.Labels == nil {
		return col.Values, t.Complete(c.Column)
	}
	holds, err := t.Holds(c)
	y := make([]float64, len(holds))
	for i, yes := range holds {
		if yes {
			y[i] = 1
		}
	}
	return y, err
}

// estimate fills in what the estimator gives.
func (s *Sensitivity) estimate(ctx context.Context, x [][]float64, kinds []rdm.Kind, y [][]float64, a Asking) error {
	second, isSobol := rdm.RecogniseSaltelli(x)
	isMorris := !isSobol && !slices.Contains(kinds, rdm.Categorical) && rdm.RecogniseMorris(x)
	s.Estimator = a.Estimator
	if a.Estimator == Auto {
		switch s.Estimator = Sample; {
		case isSobol:
			s.Estimator = Sobol
		case isMorris:
			s.Estimator = Morris
		}
	}
	switch {
	case s.Estimator == Sobol && !isSobol:
		return s.noDesign("Saltelli", "each block of k + 2 or 2k + 2 rows must hold A, then A with one input after the other from B, and at last B")
	case s.Estimator == Sobol:
		return s.sobol(ctx, len(x), second, y, a.Given.Bootstrap)
	case s.Estimator == Morris && !isMorris:
		return s.noDesign("Morris", "in each path of k + 1 rows, one input must move from row to row, and each once")
	case s.Estimator == Morris:
		return s.morris(ctx, x, y, a.Given.Bootstrap)
	}
	return s.sample(ctx, x, kinds, y, a.Given)
}

func (s *Sensitivity) noDesign(name, want string) error {
	return &source.FileError{File: s.File, Line: 1, Column: 1,
		Problem: fmt.Sprintf("the %d inputs are not of a %s design: %s", len(s.Inputs), name, want), Remedy: "name the inputs of the design with --inputs, or estimate from any sample"}
}

func (s *Sensitivity) sobol(ctx context.Context, inputs int, second bool, y [][]float64, b rdm.Bootstrap) error {
	all, err := rdm.EstimateSobol(ctx, y, inputs, second, b)
	if err != nil {
		return err
	}
	s.Blocks = s.Rows / (inputs + 2)
	if second {
		s.Blocks = s.Rows / (2*inputs + 2)
	}
	for o, indices := range all {
		m := &s.Outcomes[o]
		m.Mean, m.Variance = indices.Mean, indices.Variance
		for d, i := range indices.Inputs {
			m.Inputs[d].First, m.Inputs[d].Total = whole(i.First), whole(i.Total)
		}
		for j, row := range indices.Second {
			for k := j + 1; k < len(row); k++ {
				if i := whole(row[k]); i != nil {
					m.Pairs = append(m.Pairs, PairMove{[2]string{s.Inputs[j], s.Inputs[k]}, *i})
				}
			}
		}
	}
	return nil
}

// morris scales inputs by the range that the experiments span.
func (s *Sensitivity) morris(ctx context.Context, x, y [][]float64, b rdm.Bootstrap) error {
	scaled := make([][]float64, len(x))
	for d, col := range x {
		low, high := slices.Min(col), slices.Max(col)
		for _, v := range col {
			scaled[d] = append(scaled[d], (v-low)/(high-low))
		}
	}
	all, err := rdm.ElementaryEffects(ctx, scaled, y, b)
	if err != nil {
		return err
	}
	s.Blocks = s.Rows / (len(x) + 1)
	for o, effects := range all {
		for d, e := range effects {
			i := &s.Outcomes[o].Inputs[d]
			i.MeanAbs, i.Mean, i.Deviation = whole(e.MeanAbs), present(e.Mean), present(e.Deviation)
		}
	}
	return nil
}

func (s *Sensitivity) sample(ctx context.Context, x [][]float64, kinds []rdm.Kind, y [][]float64, g rdm.Given) error {
	all, err := rdm.EstimateGiven(ctx, x, kinds, y, g)
	if err != nil {
		return err
	}
	for o, inputs := range all {
		for d, f := range inputs {
			i := &s.Outcomes[o].Inputs[d]
			i.First, i.Shift, i.Noise, i.Trend = whole(f.First), present(f.Shift), present(f.Noise), present(f.Trend)
		}
	}
	return nil
}

// whole is an interval that JSON can hold, nil where there is none.
func whole(i rdm.Interval) *rdm.Interval {
	if math.IsNaN(i.Value) || math.IsNaN(i.Low) || math.IsNaN(i.High) {
		return nil
	}
	return &i
}

func (s *Sensitivity) score(ctx context.Context, x [][]float64, kinds []rdm.Kind, y [][]float64, scoring rdm.Scoring) error {
	all, err := rdm.ScoreInputs(ctx, x, kinds, y, scoring)
	if err != nil {
		return err
	}
	for o, scores := range all {
		for d, name := range s.Inputs {
			s.Outcomes[o].Inputs[d].Input = name
			s.Outcomes[o].Inputs[d].Score = present(scores.Inputs[d])
		}
		s.Outcomes[o].Chance = present(scores.Chance)
	}
	return nil
}
