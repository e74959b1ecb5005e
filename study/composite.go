package study

import (
	"math"
	"strings"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/measure/capability"
)

// CompositeOf is a state's composite score with all that it is made of. A score
// or value that is missing is nil.
type CompositeOf struct {
	State      ir.CCode        `json:"ccode"`
	Weights    string          `json:"weights"` // their name
	Score      *float64        `json:"score"`
	Coverage   float64         `json:"coverage"` // part of all weight that rests on figures
	Components []CompositePart `json:"components"`
}

// CompositePart is one component of a composite.
type CompositePart struct {
	Name        string           `json:"component"`
	Weight      float64          `json:"weight"`
	Used        float64          `json:"used"`
	Score       *float64         `json:"score"`
	Ingredients []CompositeInput `json:"indicators"`
}

// CompositeInput is one indicator of a component.
type CompositeInput struct {
	Indicator string   `json:"indicator"`
	Take      string   `json:"take"`
	Per       string   `json:"per,omitempty"`
	Value     *float64 `json:"value"`
	Unit      string   `json:"unit"`
	Year      ir.Year  `json:"year,omitempty"`
	Score     *float64 `json:"score"`
	Used      float64  `json:"used"`
	Sources   []string `json:"sources"`
}

// Composite says what a state's composite score is made of, among all states.
func (x *Situation) Composite(state ir.CCode, w capability.Weights) CompositeOf {
	out := CompositeOf{State: state, Weights: w.Name}
	for _, c := range capability.Compose(x.s, w, x.codes(), x.Year, x.settings.Evidence) {
		if c.State != state {
			continue
		}
		out.Score, out.Coverage = present(c.Score), c.Coverage
		for _, part := range c.Components {
			p := CompositePart{Name: part.Name, Weight: part.Weight, Used: part.Used, Score: present(part.Score)}
			for _, in := range part.Ingredients {
				p.Ingredients = append(p.Ingredients, x.input(in))
			}
			out.Components = append(out.Components, p)
		}
	}
	return out
}

func (x *Situation) input(in capability.IngredientScore) CompositeInput {
	of := in.Indicator
	if in.Of != "" {
		of = in.Of
	}
	unit := x.s.Unit(of)
	if in.Take == capability.TakeCountIn {
		unit = "states"
	}
	if in.Per != "" {
		unit += " per " + strings.TrimSuffix(x.s.Unit(in.Per), "s")
	}
	return CompositeInput{
		Indicator: in.Indicator, Take: string(in.Take), Per: in.Per, Value: present(in.Raw), Unit: unit, Year: in.Year,
		Score: present(in.Score), Used: in.Used, Sources: in.Sources,
	}
}

func present(v float64) *float64 {
	if math.IsNaN(v) {
		return nil
	}
	return &v
}
