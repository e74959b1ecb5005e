package rdm

import (
	"context"
	"fmt"
	"math"
	"strconv"
)

// Dim is one uncertainty, a dimension of the space of futures, or one lever, a
// dimension of the space of policies.
type Dim struct {
	Name    string  // snake_case, unique in a model
	Unit    string  // "" for a pure degree
	Min     float64 // lowest value explored
	Max     float64 // highest value explored
	Default float64 // best single guess, within Min..Max
	Log     bool    // explored in the logarithm; Min is then above 0
	Shape   Shape   // how values spread between Min and Max
	SD      float64 // of the shape Normal, in the logarithm where Log
	// Options names the values of a choice, such as a form of the model: value k
	// is the option of that index. Min is then 0 and Max the last index.
	Options []string
	EN, KO  string // labels
	Ref     string // citation key, or "assumed"
	// FreeSign says that the literature disputes the sign itself.
	FreeSign bool
}

// Outcome is one thing that a run reports.
type Outcome struct {
	Name   string // snake_case, unique in a model
	Unit   string // "" for a pure degree
	Higher bool   // more is better
	EN, KO string // labels, "" for none
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

// Levered is a [Model] whose policies are settings of levers.
type Levered interface {
	Model
	Levers() []Dim
	// Setting returns the values of the levers under a policy, in their order.
	Setting(policy int) []float64
}

// Opener is a [Model] whose workers hold something that can fail to open or must
// end with the run, such as a process. [Run] calls Open instead of NewWorker,
// with a context that ends when the run does.
type Opener interface {
	Model
	Open(ctx context.Context) (Worker, error)
}

// Worker runs experiments of a model. One that is an [io.Closer] as well is
// closed when it will run no more.
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
	case len(d.Options) > 0:
		return d.choiceFault()
	}
	return d.shapeFault()
}

func (d Dim) choiceFault() string {
	seen := make(map[string]bool, len(d.Options))
	for _, o := range d.Options {
		if o == "" || seen[o] {
			return fmt.Sprintf("option %q has no name of its own", o)
		}
		seen[o] = true
	}
	switch last := float64(len(d.Options) - 1); {
	case d.Min != 0 || d.Max != last:
		return fmt.Sprintf("range %g to %g; its options want 0 to %g", d.Min, d.Max, last)
	case d.Default != math.Trunc(d.Default):
		return fmt.Sprintf("default %g is no option; want a whole number", d.Default)
	case d.Log || d.Shape != Even:
		return "has options and a scale or shape; options are drawn evenly"
	}
	return ""
}

// At returns the value that a share u of the draws stays below, when the range
// is shrunk around the default: 1 is the whole range, 0.5 half of it on either
// side. Where the shape is Even that is the value a fraction u of the way, in
// the logarithm where Log. The result is within Min..Max. Options are drawn
// evenly, and all of them however the range is shrunk.
func (d Dim) At(u, shrink float64) float64 {
	if k := len(d.Options); k > 0 {
		return math.Min(math.Floor(u*float64(k)), float64(k-1))
	}
	low, high := d.scale(d.Min), d.scale(d.Max)
	mid := d.scale(d.Default)
	low, high = mid-shrink*(mid-low), mid+shrink*(high-mid)
	v := low + u*(high-low)
	if d.Shape != Even {
		v = d.Shape.quantile(u, low, mid, high, shrink*d.SD)
	}
	if d.Log {
		v = math.Exp(v)
	}
	return math.Max(d.Min, math.Min(d.Max, v))
}

// Text returns a value as a reader would write it: the option's name, or the
// number.
func (d Dim) Text(v float64) string {
	if k := int(v); k >= 0 && k < len(d.Options) {
		return d.Options[k]
	}
	return strconv.FormatFloat(v, 'g', -1, 64)
}

// Fraction returns how far v lies from Min to Max, in the logarithm where Log:
// 0 at Min, 1 at Max. Where the shape is Even it is the inverse of At over the
// whole range; it is NaN where the range is a single point.
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
	if l, ok := m.(Levered); ok {
		if err := CheckDims(l.Levers()); err != nil {
			return err
		}
	}
	return CheckDims(m.Dims())
}
