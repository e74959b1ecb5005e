package capability

import (
	"math"
	"slices"

	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/ir"
)

// Evidence sets how old and how thin the figures under a composite may be.
type Evidence struct {
	// MaxAge is how old a figure may be and still stand for a year.
	MaxAge float64 `name:"composite_max_age" unit:"years" min:"1" max:"20" default:"10" ref:"assumed" why:"sources end in different years, up to a decade apart; from almost none to two decades" en:"oldest figure used in a composite" ko:"종합지수에 쓰는 가장 오래된 수치"`

	// MinCoverage is the part of all weight that figures must carry for a
	// composite to stand in a column.
	MinCoverage float64 `name:"composite_min_coverage" unit:"share of the weights" min:"0.25" max:"0.9" default:"0.5" ref:"assumed" why:"no rule says when an average rests on too little; from a quarter to nearly all" en:"least coverage of a composite" ko:"종합지수의 최소 자료 비율"`
}

// Composite is the score of one state with what it is made of. Scores run from
// 0 to 100, where 100 is the best of the group; NaN is no score.
type Composite struct {
	State      ir.CCode
	Score      float64
	Coverage   float64 // part of all weight that rests on figures, 0 to 1
	Components []ComponentScore
}

// ComponentScore is one component of a [Composite].
type ComponentScore struct {
	Name        string
	Weight      float64 // as the weights give it
	Used        float64 // share of the composite that it makes up, 0 to 1; others' gaps raise it
	Score       float64
	Coverage    float64 // part of its ingredients' weight that rests on figures
	Ingredients []IngredientScore
}

// IngredientScore is one ingredient of a [ComponentScore]. Where it is missing,
// Raw and Score are NaN and there are no sources.
type IngredientScore struct {
	Ingredient
	Raw     float64 // in the unit of the indicator, or of one over the other
	Year    ir.Year // of the oldest figure used; 0 where none was needed
	Used    float64 // share of the component that it makes up, 0 to 1
	Score   float64
	Sources []string // keys, sorted
}

// Compose scores a group of states in a year: each ingredient by [Frontier]
// within the group, each component and the composite by [Weighted]. Figures are
// the newest not after the year and not older than Evidence allows; ties are
// counted with every state of the snapshot, in the group or not.
//
// What is missing is left out, weights are raised in proportion, and the
// coverage of the state says how much that was. The order is that of states.
func Compose(s *panel.Snapshot, w Weights, states []ir.CCode, y ir.Year, e Evidence) []Composite {
	out := make([]Composite, len(states))
	for i, state := range states {
		out[i].State = state
	}
	g := gatherer{s: s, group: states, first: y - ir.Year(e.MaxAge), last: y}
	for _, c := range w.Components {
		g.component(c, out)
	}
	for i := range out {
		out[i].total()
	}
	return out
}

// component adds a component to each composite.
func (g *gatherer) component(c Component, out []Composite) {
	parts := make([][]IngredientScore, len(out))
	for _, in := range c.Ingredients {
		for i, part := range g.ingredient(in) {
			parts[i] = append(parts[i], part)
		}
	}
	for i := range out {
		cs := ComponentScore{Name: c.Name, Weight: c.Weight, Ingredients: parts[i]}
		scores, weights := make([]float64, len(parts[i])), make([]float64, len(parts[i]))
		for k, p := range parts[i] {
			scores[k], weights[k] = p.Score, p.Weight
		}
		cs.Score, cs.Coverage = Weighted(scores, weights)
		for k, used := range usedWeights(scores, weights) {
			cs.Ingredients[k].Used = used
		}
		out[i].Components = append(out[i].Components, cs)
	}
}

// ingredient scores one ingredient for each state of the group.
func (g *gatherer) ingredient(in Ingredient) []IngredientScore {
	parts := make([]IngredientScore, len(g.group))
	raw := make([]float64, len(g.group))
	for i, v := range g.values(in) {
		slices.Sort(v.sources)
		parts[i] = IngredientScore{Ingredient: in, Raw: v.value, Year: v.year, Sources: slices.Compact(v.sources)}
		raw[i] = v.value
	}
	for i, score := range Frontier(raw, in.Less) {
		parts[i].Score = score
	}
	return parts
}

// total adds up the components of a composite.
func (c *Composite) total() {
	scores, weights := make([]float64, len(c.Components)), make([]float64, len(c.Components))
	covered, all := 0.0, 0.0
	for k, p := range c.Components {
		scores[k], weights[k] = p.Score, p.Weight
		covered += p.Weight * p.Coverage
		all += p.Weight
	}
	c.Score, _ = Weighted(scores, weights)
	if all > 0 {
		c.Coverage = covered / all
	}
	for k, used := range usedWeights(scores, weights) {
		c.Components[k].Used = used
	}
}

// usedWeights are the weights of the scores present, as shares of their sum.
func usedWeights(scores, weights []float64) []float64 {
	present := make([]float64, len(weights))
	sum := 0.0
	for i, w := range weights {
		if !math.IsNaN(scores[i]) {
			present[i] = w
			sum += w
		}
	}
	if sum > 0 {
		for i := range present {
			present[i] /= sum
		}
	}
	return present
}
