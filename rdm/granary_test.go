package rdm_test

import "github.com/shatterbelt/shatterbelt/rdm"

// granary is a small model: a town loses part of its harvest and imports what
// luck on the road lets through. Instead it can store half a year's grain, some
// of which rots, and then has money for half the imports.
type granary struct{}

const road = 1 // purpose: what share of the imports arrives

func (granary) Dims() []rdm.Dim {
	return []rdm.Dim{
		{Name: "drought", Max: 1, Default: 0.5, EN: "share of the harvest lost", KO: "수확 손실률", Ref: "assumed"},
		{Name: "rot", Max: 1, Default: 0.2, EN: "share of the store that rots", KO: "저장 곡물 부패율", Ref: "assumed"},
	}
}

func (granary) Policies() []string { return []string{"import", "store"} }

func (granary) Outcomes() []rdm.Outcome {
	return []rdm.Outcome{{Name: "fed", Higher: true}, {Name: "spent", Unit: "coins"}}
}

func (granary) NewWorker() rdm.Worker { return granary{} }

func (granary) Run(f *rdm.Future, policy int, out []float64) error {
	drought, rot := f.X[0], f.X[1]
	stores := float64(policy)
	short := max(0, drought-0.5*stores*(1-rot))
	arrives := f.Stream().Uniform(1, road, 0) * (1 - 0.5*stores)
	out[0] = 1 - short*(1-arrives)
	out[1] = 10*stores + 20*short*(1-0.5*stores)
	return nil
}
