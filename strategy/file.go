package strategy

import (
	"errors"
	"fmt"
)

// Schema is what a strategy file says it is, on its schema line.
const Schema = "shatterbelt/strategies/1"

// What a strategy file may hold.
const (
	MaxBytes   = 1 << 20 // bytes in a file
	MaxNumber  = 200     // strategies in a file
	MaxClauses = 32      // clauses in a rule
	LastYear   = 25      // last year of a target
	MaxName    = 64      // characters in a name
	MaxTitle   = 200     // characters in a title
	MaxFactor  = 10.0    // largest multiple of today's value
)

// maxProblems is how many problems are reported before reading stops.
const maxProblems = 20

// FileError is one thing wrong with a strategy file.
type FileError struct {
	File string
	// Line and Column count from 1, columns in characters; both are 0 where the
	// problem is the file as a whole.
	Line, Column int
	Problem      string // what is wrong
	Remedy       string // what to do; may be empty
}

func (e *FileError) Error() string {
	where := e.File
	if e.Line > 0 {
		where = fmt.Sprintf("%s:%d:%d", e.File, e.Line, e.Column)
	}
	if e.Remedy == "" {
		return where + ": " + e.Problem
	}
	return where + ": " + e.Problem + "; " + e.Remedy
}

// Parse reads a strategy file. File is its name, for errors only.
//
// Whatever is wrong is reported as one or more joined [*FileError], in order of
// place and at most twenty, and no strategies are returned. Settings stay in the
// order written.
func Parse(file string, data []byte) ([]Strategy, error) {
	r := &reader{file: file}
	found := r.strategies(data)
	if len(r.problems) > 0 {
		return nil, r.err()
	}
	return found, nil
}

func (r *reader) strategies(data []byte) []Strategy {
	text, ok := r.text(data)
	if !ok {
		return nil
	}
	root, ok := r.syntax(text)
	if !ok {
		return nil
	}
	return r.document(root)
}

// err joins the problems in order of place.
func (r *reader) err() error {
	sortProblems(r.problems)
	errs := make([]error, 0, maxProblems)
	for _, p := range r.problems[:min(maxProblems, len(r.problems))] {
		errs = append(errs, p)
	}
	return errors.Join(errs...)
}
