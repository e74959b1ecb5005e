package measure

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/shatterbelt/shatterbelt/data/panel"
)

// Spec describes a measure for documentation and output.
type Spec struct {
	Name     string // as in files and flags
	Unit     string // unit of observation and of the value, such as "state-year, share"
	Min, Max float64
	More     string   // what a larger value means
	Cites    []string // keys in the bibliography
	Limits   string   // what it cannot tell
}

// A Measure computes one number for each unit of a snapshot. Eval is pure: the
// same snapshot gives the same column, and neither is changed.
type Measure interface {
	Spec() Spec
	Eval(*panel.Snapshot) (panel.Column, error)
}

// Catalog is a list of measures by name.
type Catalog struct{ measures []Measure }

// NewCatalog lists measures in order of name; two of one name are an error.
func NewCatalog(measures ...Measure) (Catalog, error) {
	sorted := slices.Clone(measures)
	slices.SortFunc(sorted, func(a, b Measure) int { return cmp.Compare(a.Spec().Name, b.Spec().Name) })
	for i := 1; i < len(sorted); i++ {
		if sorted[i-1].Spec().Name == sorted[i].Spec().Name {
			return Catalog{}, fmt.Errorf("measure: two measures are named %q", sorted[i].Spec().Name)
		}
	}
	return Catalog{sorted}, nil
}

// All returns the measures in order of name.
func (c Catalog) All() []Measure { return slices.Clone(c.measures) }

// Lookup finds a measure by name.
func (c Catalog) Lookup(name string) (Measure, bool) {
	for _, m := range c.measures {
		if m.Spec().Name == name {
			return m, true
		}
	}
	return nil, false
}
