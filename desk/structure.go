package desk

import (
	"cmp"
	"slices"
	"strings"

	"github.com/shatterbelt/shatterbelt/data/dataset"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/measure/capability"
	"github.com/shatterbelt/shatterbelt/study"
)

// structureSchema names the form of a structure as JSON.
const structureSchema = "shatterbelt/structure/1"

// Structure is the powers around a state under every index of capability, with
// what its composite is made of.
type Structure struct {
	Schema string `json:"schema"`
	study.Structure
	Composite study.CompositeOf `json:"composite"`
	Basis     study.Basis       `json:"capability"`
	Powers    []ir.CCode        `json:"powers"`
	Imported  []string          `json:"imported,omitempty"`
}

// Structure computes the structure around a state.
func (d *Desk) Structure(x *study.Situation, state ir.CCode, look study.Looking) (Structure, error) {
	pair, err := x.PairOf(state)
	if err != nil {
		return Structure{}, err
	}
	return d.StructureOf(x, state, x.Structure(state, pair, look), look.Weights), nil
}

// StructureOf completes a structure that is computed already.
func (d *Desk) StructureOf(x *study.Situation, state ir.CCode, s study.Structure, w capability.Weights) Structure {
	return Structure{structureSchema, s, x.Composite(state, w), x.Basis(), x.Powers, Imported(d.From)}
}

// Table is a row for each index and state.
func (s Structure) Table(codes *ir.Codes) Table {
	t := Table{Columns: []string{"index", "unit", "state", "year", "value", "share_of_powers", "rank"}}
	for _, x := range s.Indexes {
		for _, r := range x.Rows {
			t.add(x.Key, x.Unit, iso(codes, r.State), year(r.Year), r.Value, positive(r.Share), r.Rank)
		}
	}
	return t
}

// Drill is a row for each figure that the composite is made of.
func (s Structure) Drill(codes *ir.Codes) Table {
	t := Table{Columns: []string{
		"state", "component", "component_weight", "component_score", "indicator", "take", "value", "unit", "year", "score", "used", "sources",
	}}
	c := s.Composite
	for _, part := range c.Components {
		for _, in := range part.Ingredients {
			t.add(iso(codes, c.State), part.Name, part.Weight, known(part.Score), in.Indicator, in.Take, known(in.Value), in.Unit,
				int(in.Year), known(in.Score), in.Used, strings.Join(in.Sources, " "))
		}
	}
	return t
}

// positive is a number above 0, or nil.
func positive(v float64) any {
	if v > 0 {
		return v
	}
	return nil
}

// Imported lists the editions in use.
func Imported(o dataset.Overlay) []string {
	var out []string
	for _, u := range o.Used {
		out = append(out, u.Dataset+" "+u.Edition)
	}
	slices.SortFunc(out, cmp.Compare[string])
	return slices.Compact(out)
}
