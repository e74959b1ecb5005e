package rdm

import (
	"fmt"
	"math"
	"runtime/debug"
)

// RunError reports an experiment that could not be run.
type RunError struct {
	Future int
	Policy string // "" when the design, not the model, was at fault
	Err    error
}

func (e *RunError) Error() string {
	if e.Policy == "" {
		return fmt.Sprintf("rdm: design of future %d: %v", e.Future, e.Err)
	}
	return fmt.Sprintf("rdm: policy %q in future %d: %v", e.Policy, e.Future, e.Err)
}

// Unwrap returns what the worker reported.
func (e *RunError) Unwrap() error { return e.Err }

// PanicError is a panic of a model or design, which is a bug in it.
type PanicError struct {
	Value any
	Stack []byte // where it happened
}

func newPanicError(v any) *PanicError { return &PanicError{v, debug.Stack()} }

func (e *PanicError) Error() string {
	return fmt.Sprintf("panic: %v (a bug in the model; please report it)", e.Value)
}

// Unwrap returns the value of the panic where it is an error.
func (e *PanicError) Unwrap() error {
	err, _ := e.Value.(error)
	return err
}

func (r *runner) failure(future, policy int, err error) *RunError {
	if policy < 0 {
		return &RunError{Future: future, Err: err}
	}
	return &RunError{Future: future, Policy: r.policies[policy], Err: err}
}

func fillNaN(s []float64) {
	for i := range s {
		s[i] = math.NaN()
	}
}
