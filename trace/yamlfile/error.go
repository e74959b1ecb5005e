package yamlfile

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
)

// maxProblems is how many problems are reported.
const maxProblems = 20

// Error is one thing wrong with a file.
type Error struct {
	File string
	// Line and Column count from 1, columns in characters; both are 0 where the
	// problem is the file as a whole.
	Line, Column int
	Problem      string // what is wrong
	Remedy       string // what to do; may be empty
}

func (e *Error) Error() string {
	where := e.File
	if e.Line > 0 {
		where = fmt.Sprintf("%s:%d:%d", e.File, e.Line, e.Column)
	}
	if e.Remedy == "" {
		return where + ": " + e.Problem
	}
	return where + ": " + e.Problem + "; " + e.Remedy
}

// Problems is how many things were found wrong so far.
func (r *Reader) Problems() int { return len(r.problems) }

// Err joins the problems as [*Error] in order of place, at most twenty, or is
// nil where there are none.
func (r *Reader) Err() error {
	slices.SortStableFunc(r.problems, func(a, b *Error) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	var errs []error
	for _, p := range r.problems[:min(maxProblems, len(r.problems))] {
		errs = append(errs, p)
	}
	return errors.Join(errs...)
}
