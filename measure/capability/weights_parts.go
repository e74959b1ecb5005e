package capability

import (
	"fmt"
	"slices"

	"github.com/goccy/go-yaml/ast"

	"github.com/shatterbelt/shatterbelt/trace/yamlfile"
)

func (r *weightsReader) components(n ast.Node) []Component {
	var found []Component
	sum, before := 0.0, r.Problems()
	for _, item := range r.list(n, "components", "a component") {
		c := r.component(item)
		if slices.ContainsFunc(found, func(o Component) bool { return o.Name == c.Name }) {
			r.Fail(item, fmt.Sprintf("component %q comes twice", c.Name), "keep one of them")
		}
		sum += c.Weight
		found = append(found, c)
	}
	if sum == 0 && r.Problems() == before {
		r.Fail(n, "every weight is 0", "give one component a weight above 0")
	}
	return found
}

func (r *weightsReader) component(n ast.Node) Component {
	keys := r.Entries(n, "a component", []string{"name", "weight", "indicators"})
	r.Need(n, "the component", keys, "name", "weight")
	var c Component
	var name ast.Node
	for _, e := range keys {
		switch e.Key {
		case "name":
			c.Name, name = r.name(e.Value), e.Value
		case "weight":
			c.Weight = r.weight(e.Value)
		case "indicators":
			for _, item := range r.Items(e.Value, "indicators") {
				c.Ingredients = append(c.Ingredients, r.ingredient(item))
			}
		}
	}
	if name != nil && !yamlfile.Has(keys, "indicators") {
		c.Ingredients = r.standIn(name, c.Name)
	}
	return c
}

// standIn returns the built-in indicators of a component.
func (r *weightsReader) standIn(n ast.Node, name string) []Ingredient {
	all := make([]string, len(r.table))
	for i, c := range r.table {
		if all[i] = c.Name; c.Name == name {
			return c.Ingredients
		}
	}
	r.Fail(n, fmt.Sprintf("no built-in component is called %q", yamlfile.Short(name)),
		"list its indicators if it is your own; "+yamlfile.Suggest(name, all))
	return nil
}

var ingredientKeys = []string{"indicator", "take", "of", "per", "better", "absent", "weight"}

func (r *weightsReader) ingredient(n ast.Node) Ingredient {
	keys := r.Entries(n, "an indicator", ingredientKeys)
	r.Need(n, "the indicator", keys, "indicator")
	in := Ingredient{Take: TakeFigure, Weight: 1}
	before := r.Problems()
	for _, e := range keys {
		switch e.Key {
		case "indicator":
			in.Indicator = r.indicator(e.Value, "indicator")
		case "take":
			in.Take = Take(r.choice(e.Value, "take", takes))
		case "of":
			in.Of = r.indicator(e.Value, "of")
		case "per":
			in.Per = r.indicator(e.Value, "per")
		case "better":
			in.Less = r.choice(e.Value, "better", []string{"more", "less"}) == "less"
		case "absent":
			in.Absent = r.choice(e.Value, "absent", []string{"missing", "none"}) == "none"
		case "weight":
			in.Weight = r.weight(e.Value)
		}
	}
	if r.Problems() == before {
		r.agree(n, in)
	}
	return in
}

// agree reports keys that mean nothing together.
func (r *weightsReader) agree(n ast.Node, in Ingredient) {
	switch {
	case in.Take == TakeSumIn && in.Of == "":
		r.Fail(n, "take: sum_in does not say what to sum", "add of: and an indicator, such as milex_constant")
	case in.Take != TakeSumIn && in.Of != "":
		r.Fail(n, "of: belongs to take: sum_in", "remove it, or add take: sum_in")
	case in.Take != TakeFigure && in.Per != "":
		r.Fail(n, "per: divides a state's own figure", "remove it, or take: figure")
	case in.Take != TakeFigure && in.Absent:
		r.Fail(n, "absent: is about a state's own figure", "remove it; a tie that is absent always counts as none")
	}
}

// choice reads one of some words.
func (r *weightsReader) choice(n ast.Node, what string, words []string) string {
	text, ok := r.Word(n, what, "a word")
	if ok && !slices.Contains(words, text) {
		r.Fail(n, fmt.Sprintf("%s is %q", what, yamlfile.Short(text)), yamlfile.Suggest(text, words))
	}
	return text
}

func (r *weightsReader) indicator(n ast.Node, what string) string {
	text, ok := r.Word(n, what, "the name of an indicator")
	if ok && r.known != nil && !slices.Contains(r.known, text) {
		r.Fail(n, fmt.Sprintf("unknown indicator %q", yamlfile.Short(text)), yamlfile.Suggest(text, r.known))
	}
	return text
}
