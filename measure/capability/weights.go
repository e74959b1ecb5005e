package capability

import (
	_ "embed" // the built-in weights
	"fmt"
	"slices"
	"sync"
)

// Take says how an ingredient gets its value from the figures of a snapshot.
type Take string

// The ways to take a value. Ties are those of a dyadic indicator that are not 0.
const (
	TakeFigure   Take = "figure"    // the state's own figure
	TakeCountIn  Take = "count_in"  // how many states have a tie towards the state
	TakeSumIn    Take = "sum_in"    // the sum, over those states, of another indicator
	TakeTotalOut Take = "total_out" // the sum of the state's ties towards others
	TakeDistance Take = "distance"  // mean distance of the state's figure from those of the others
)

// takes lists them for the reader of files.
var takes = []string{
	string(TakeFigure), string(TakeCountIn), string(TakeSumIn), string(TakeTotalOut), string(TakeDistance),
}

// Ingredient is one indicator's part in a component.
type Ingredient struct {
	Indicator string
	Take      Take
	Of        string  // with TakeSumIn, what is summed
	Per       string  // a state-year indicator to divide by, or ""
	Less      bool    // a smaller value is more
	Absent    bool    // a state without a figure has none of it, where another state has a figure
	Weight    float64 // within the component
}

// Component is one aspect of power, such as economic capability: a mean of its
// ingredients. One without ingredients has no score.
type Component struct {
	Name        string
	Weight      float64 // within the composite
	Ingredients []Ingredient
}

// Weights is a composite index as data.
type Weights struct {
	Name       string
	EN, KO     string // title
	Components []Component
}

//go:embed weights.yaml
var builtIn []byte

// Presets returns the built-in weights: lowy, whose eight weights are those of
// the Asia Power Index [lowymethodology], and equal, which weighs the eight
// alike. The indicators under them are ours, since most of Lowy's are not public.
func Presets() []Weights {
	all := slices.Clone(presets())
	for i := range all {
		all[i].Components = slices.Clone(all[i].Components)
		for k, c := range all[i].Components {
			all[i].Components[k].Ingredients = slices.Clone(c.Ingredients)
		}
	}
	return all
}

// PresetsFile is the YAML file of the built-in weights, with its comments.
func PresetsFile() []byte { return slices.Clone(builtIn) }

// presets reads the built-in weights, once.
var presets = sync.OnceValue(func() []Weights {
	all, err := parseWeights("weights.yaml", builtIn, nil, nil)
	if err != nil {
		panic(fmt.Sprintf("capability: the built-in weights: %v", err))
	}
	return all
})

// Preset returns the built-in weights of a name.
func Preset(name string) (Weights, bool) {
	all := Presets()
	i := slices.IndexFunc(all, func(w Weights) bool { return w.Name == name })
	if i < 0 {
		return Weights{}, false
	}
	return all[i], true
}
