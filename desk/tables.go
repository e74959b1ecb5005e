package desk

import (
	"fmt"

	"github.com/shatterbelt/shatterbelt/data/experiments"
	"github.com/shatterbelt/shatterbelt/rdm"
	"github.com/shatterbelt/shatterbelt/trace/param"
)

// Sampling is what is asked of any table of experiments.
type Sampling struct {
	Inputs, Without []string // columns, as [experiments.Table.Inputs] reads them
	Drop            bool     // leave out rows in which something is missing
	Seed            uint64
	Workers         int
}

// Discovering asks where the experiments of interest lie.
type Discovering struct {
	Sampling
	Outcome, Method             string
	Threshold, Alpha, Mass      float64
	Boxes, Limits, Replications int
}

// DefaultDiscovering asks by the defaults, of an outcome that is still to be named.
func DefaultDiscovering() Discovering {
	prim := rdm.DefaultPrim()
	return Discovering{
		Sampling: Sampling{Seed: 1}, Method: string(experiments.Prim), Threshold: prim.Density, Alpha: prim.Peel, Mass: prim.MinMass,
		Boxes: 1, Replications: rdm.DefaultSearches,
	}
}

// Search is what is looked for. A fault is an [*AskError].
func (a Discovering) Search() (experiments.Search, error) {
	s := experiments.Search{
		Condition: a.Outcome, Only: a.Inputs, Not: a.Without, Drop: a.Drop, Method: experiments.Method(a.Method),
		Prim: rdm.DefaultPrim(), Cart: rdm.DefaultCart(), Scoring: rdm.DefaultScoring(), Resample: rdm.DefaultResampling(),
	}
	switch {
	case a.Outcome == "":
		return s, &AskError{"outcome", "is missing; want a column of 0 and 1, or such as 'fed < 0.8'"}
	case s.Method != experiments.Prim && s.Method != experiments.Cart:
		return s, &AskError{"method", fmt.Sprintf("is %q; want prim or cart", a.Method)}
	case a.Boxes < 1:
		return s, &AskError{"boxes", fmt.Sprintf("is %d; want at least 1", a.Boxes)}
	case a.Limits < 0:
		return s, &AskError{"limits", fmt.Sprintf("is %d; want 0 or more", a.Limits)}
	case a.Replications < 2:
		return s, &AskError{"searches", fmt.Sprintf("is %d; want at least 2", a.Replications)}
	}
	s.Prim.Density, s.Prim.Peel, s.Prim.Paste, s.Prim.MinMass = a.Threshold, a.Alpha, a.Alpha, a.Mass
	s.Prim.Boxes, s.Prim.Inputs, s.Cart.MinMass = a.Boxes, a.Limits, a.Mass
	if err := param.Validate(s.Prim); err != nil {
		return s, &AskError{"threshold", "or what stands with it: " + err.Error()}
	}
	if err := param.Validate(s.Cart); err != nil {
		return s, &AskError{"min-mass", err.Error()}
	}
	s.Cart.Seed, s.Scoring.Seed, s.Resample.Seed = a.Seed, a.Seed, a.Seed
	s.Resample.Replicates = a.Replications
	s.Scoring.Workers, s.Resample.Workers = a.Workers, a.Workers
	return s, nil
}

// Moving asks which inputs move which outcomes.
type Moving struct {
	Sampling
	Outcomes  []string
	Estimator string
}

// Asking is what is asked of a table. A fault is an [*AskError].
func (a Moving) Asking() (experiments.Asking, error) {
	out := experiments.Asking{
		Outcomes: a.Outcomes, Only: a.Inputs, Not: a.Without, Drop: a.Drop,
		Estimator: experiments.Estimator(a.Estimator), Given: rdm.DefaultGiven(), Scoring: rdm.DefaultScoring(),
	}
	switch out.Estimator {
	case experiments.Auto, experiments.Sobol, experiments.Morris, experiments.Sample:
	default:
		return out, &AskError{"estimator", fmt.Sprintf("is %q; want auto, sobol, morris or sample", a.Estimator)}
	}
	out.Given.Bootstrap = rdm.DefaultCriteria().Bootstrap
	out.Given.Bootstrap.Seed, out.Given.Bootstrap.Workers = a.Seed, a.Workers
	out.Scoring.Seed, out.Scoring.Workers = a.Seed, a.Workers
	return out, nil
}

// Comparing asks which policy holds up.
type Comparing struct {
	Sampling
	Policy, Future      string
	Higher, Lower, Good []string
	Weights             map[string]float64
}

// Comparing is what policies are compared by.
func (a Comparing) Comparing() experiments.Comparing {
	out := experiments.Comparing{
		Policy: a.Policy, Future: a.Future, Higher: a.Higher, Lower: a.Lower, Good: a.Good, Weights: a.Weights, Drop: a.Drop,
		Battery: rdm.DefaultBattery(), Smaa: rdm.Smaa{Seed: a.Seed, Workers: a.Workers}, Elicit: rdm.DefaultElicitation(),
		Bootstrap: rdm.DefaultCriteria().Bootstrap,
	}
	out.Bootstrap.Seed, out.Bootstrap.Workers, out.Elicit.Seed = a.Seed, a.Workers, a.Seed
	return out
}
