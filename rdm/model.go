package rdm

import (
	"fmt"
	"math"
)

// Dim is one uncertainty: a dimension of the space of futures.
type Dim struct {
	Name    string  // snake_case, unique in a model
	Unit    string  // "" for a pure degree
	Min     float64 // lowest value explored
	Max     float64 // highest value explored
	Default float64 // best single guess, within Min..Max
	Log     bool    // explored evenly in the logarithm; Min is then above 0
	EN, KO  string  // labels
	Ref     string  // citation key, or "assumed"
	// FreeSign says that the literature disputes the sign itself.
	FreeSign bool
}

// Outcome is one thing that a run reports.
type Outcome struct {
	Name   string // snake_case, unique in a model
	Unit   string // "" for a pure degree
	Higher bool   // more is better
}

// Future is one setting of every uncertainty, and the key of its draws.
type Future struct {
	Seed  uint64
	Index int
	X     []float64 // in the order of Model.Dims; not to be changed
}

// Stream returns the random stream of the future.
func (f *Future) Stream() Stream { return NewStream(f.Seed, f.Index) }

// Model is anything with uncertainties, policies and outcomes. Its three lists
// never change.
type Model interface {
	Dims() []Dim
	Policies() []string
	Outcomes() []Outcome
	// NewWorker returns a worker that one goroutine at a time will use.
	NewWorker() Worker
}

// Worker runs experiments of a model.
type Worker interface {
	// Run puts the outcomes of one policy in one future into out, in the order
	// of Model.Outcomes. They may depend on nothing else, least of all on
	// earlier runs. Every value of out is NaN when Run is called. Run should
	// not allocate, and keeps neither f nor out.
	Run(f *Future, policy int, out []float64) error
}

// Design chooses the futures.
type Design interface {
	// Future puts the uncertainties of future i into x. It is a pure function of
	// i, and safe to call from several goroutines.
	Future(i int, x []float64)
}

// DimError reports a dimension that cannot be explored.
type DimError struct {
	Dim    Dim
	Reason string
}

func (e *DimError) Error() string {
	return fmt.Sprintf("rdm: uncertainty %q: %s", e.Dim.Name, e.Reason)
}

// CheckDims reports the first dimension whose name, range or default is
// unusable, as a [*DimError].
func CheckDims(dims []Dim) error {
	seen := make(map[string]bool, len(dims))
	for _, d := range dims {
		if reason := d.fault(); reason != "" {
			return &DimError{d, reason}
		}
		if seen[d.Name] {
			return &DimError{d, "named twice; want unique names"}
		}
		seen[d.Name] = true
	}
	return nil
}

func (d Dim) fault() string {
	switch {
	case d.Name == "":
		return "has no name"
	case math.IsInf(d.Min, 0) || math.IsInf(d.Max, 0):
		return fmt.Sprintf("range %g to %g is not finite", d.Min, d.Max)
	case !(d.Min <= d.Default && d.Default <= d.Max):
		return fmt.Sprintf("default %g is not within %g to %g", d.Default, d.Min, d.Max)
	case d.Log && d.Min <= 0:
		return fmt.Sprintf("range starts at %g; a log scale wants it above 0", d.Min)
	}
	return ""
}

// At returns the value a fraction u of the way from Min to Max, in the
// logarithm where Log, when the range is shrunk around the default: 1 is the
// whole range, 0.5 half of it on either side. The result is within Min..Max.
func (d Dim) At(u, shrink float64) float64 {
	low, high := d.scale(d.Min), d.scale(d.Max)
	mid := d.scale(d.Default)
	low, high = mid-shrink*(mid-low), mid+shrink*(high-mid)
	v := low + u*(high-low)
	if d.Log {
		v = math.Exp(v)
	}
	return math.Max(d.Min, math.Min(d.Max, v))
}

// Fraction returns how far v lies from Min to Max, in the logarithm where Log:
// 0 at Min, 1 at Max. It is the inverse of At over the whole range, and NaN
// where the range is a single point.
func (d Dim) Fraction(v float64) float64 {
	low, high := d.scale(d.Min), d.scale(d.Max)
	return (d.scale(v) - low) / (high - low)
}

func (d Dim) scale(v float64) float64 {
	if d.Log {
		return math.Log(v)
	}
	return v
}

func checkModel(m Model) error {
	if len(m.Policies()) == 0 {
		return fmt.Errorf("rdm: the model has no policies; want at least one")
	}
	if len(m.Outcomes()) == 0 {
		return fmt.Errorf("rdm: the model has no outcomes; want at least one")
	}
	return CheckDims(m.Dims())
}
