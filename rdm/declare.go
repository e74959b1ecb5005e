package rdm

import (
	"fmt"
	"math"
	"reflect"
)

// Setting is a policy of a declared model: a name and what it sets the levers
// to.
type Setting[L any] struct {
	Name   string
	Levers L
}

// Experiment computes the outcomes of one setting of the levers in one future.
// It is given its own structs, keeps none of them, and every field of out is NaN
// when it is called.
type Experiment[X, L, O any] func(f *Future, x *X, l *L, out *O) error

// Declared is the model that [Declare] makes. It is [Levered].
type Declared[X, L, O any] struct {
	dims, levers []Dim
	outcomes     []Outcome
	names        []string
	settings     []Setting[L]
	worker       func() Experiment[X, L, O]
}

// Declare makes a model of three tagged structs and a function: what is
// uncertain, what a policy sets, and what a run reports. worker is called once
// for each worker, which may keep memory of its own.
//
// The fields of X and L are dimensions. A float64 says name, min, max and
// default, and as it needs to unit, scale ("log"), shape ("triangular" or
// "normal", with sd), ref, why, sign ("free"), en and ko. An array of float64
// is as many dimensions of like range, named name_1 and so on. An integer is a
// choice and says name, options (names with bars between) and default (one of
// them); it holds the option's index, as a float64 with options does, whose min,
// max and default are indices. A struct counts as its fields.
//
// The fields of O are outcomes: each float64 says name and want ("more" or
// "less"), and as it needs to unit, en and ko. A field of any struct that has no
// name tag is left alone. What cannot be read is a [*TagError].
func Declare[X, L, O any](worker func() Experiment[X, L, O], settings ...Setting[L]) (*Declared[X, L, O], error) {
	d := &Declared[X, L, O]{worker: worker, settings: settings}
	x, err := readTags(reflect.TypeFor[X](), readDim)
	if err != nil {
		return nil, err
	}
	l, err := readTags(reflect.TypeFor[L](), readDim)
	if err != nil {
		return nil, err
	}
	o, err := readTags(reflect.TypeFor[O](), readOutcome)
	if err != nil {
		return nil, err
	}
	d.dims, d.levers = dimsOf(x), dimsOf(l)
	for _, s := range o {
		d.outcomes = append(d.outcomes, s.outcome)
	}
	for _, s := range settings {
		d.names = append(d.names, s.Name)
	}
	if err := checkModel(d); err != nil {
		return nil, err
	}
	return d, d.checkSettings()
}

func (d *Declared[X, L, O]) checkSettings() error {
	seen := make(map[string]bool)
	for p, name := range d.names {
		if name == "" || seen[name] {
			return fmt.Errorf("rdm: policy %q has no name of its own", name)
		}
		seen[name] = true
		for k, v := range d.Setting(p) {
			if l := d.levers[k]; !(l.Min <= v && v <= l.Max) {
				return fmt.Errorf("rdm: policy %q sets %s to %g; want %g to %g", name, l.Name, v, l.Min, l.Max)
			}
		}
	}
	return nil
}

// Dims returns the uncertainties.
func (d *Declared[X, L, O]) Dims() []Dim { return d.dims }

// Levers returns what the policies set.
func (d *Declared[X, L, O]) Levers() []Dim { return d.levers }

// Policies returns the names of the settings.
func (d *Declared[X, L, O]) Policies() []string { return d.names }

// Outcomes returns what a run reports.
func (d *Declared[X, L, O]) Outcomes() []Outcome { return d.outcomes }

// Setting returns the values of the levers under a policy.
func (d *Declared[X, L, O]) Setting(policy int) []float64 {
	l := d.settings[policy].Levers
	cells := bind(reflect.ValueOf(&l).Elem(), readDim)
	out := make([]float64, len(cells))
	for k, c := range cells {
		out[k] = c.get()
	}
	return out
}

// NewWorker returns a worker with structs of its own.
func (d *Declared[X, L, O]) NewWorker() Worker {
	w := &declaredWorker[X, L, O]{settings: d.settings, run: d.worker()}
	w.in = bind(reflect.ValueOf(&w.x).Elem(), readDim)
	w.results = bind(reflect.ValueOf(&w.o).Elem(), readOutcome)
	return w
}

type declaredWorker[X, L, O any] struct {
	x        X
	l        L
	o        O
	in       []cell // of x
	results  []cell // of o
	settings []Setting[L]
	run      Experiment[X, L, O]
}

// Run sets the fields, runs the experiment and reads the outcomes.
func (w *declaredWorker[X, L, O]) Run(f *Future, policy int, out []float64) error {
	for k := range w.in {
		w.in[k].set(f.X[k])
	}
	for k := range w.results {
		w.results[k].set(math.NaN())
	}
	w.l = w.settings[policy].Levers
	if err := w.run(f, &w.x, &w.l, &w.o); err != nil {
		return err
	}
	for k := range w.results {
		out[k] = w.results[k].get()
	}
	return nil
}

// SampleSettings returns n settings of the levers that a design chooses, named
// policy_1 and so on.
func SampleSettings[L any](n int, design func(levers []Dim) Design) ([]Setting[L], error) {
	slots, err := readTags(reflect.TypeFor[L](), readDim)
	if err != nil {
		return nil, err
	}
	dims := dimsOf(slots)
	if err := CheckDims(dims); err != nil {
		return nil, err
	}
	d := design(dims)
	out := make([]Setting[L], n)
	values := make([]float64, len(dims))
	for i := range out {
		d.Future(i, values)
		out[i].Name = fmt.Sprintf("policy_%d", i+1)
		for k, c := range bind(reflect.ValueOf(&out[i].Levers).Elem(), readDim) {
			c.set(values[k])
		}
	}
	return out, nil
}
