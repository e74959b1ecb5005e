package study

import (
	"fmt"

	"github.com/shatterbelt/shatterbelt/ir"
)

// DataError says that a study lacks a figure it cannot do without.
type DataError struct {
	State     ir.State
	Indicator string
	Year      ir.Year
	First     ir.Year // the years that have figures, where any do
	Last      ir.Year
}

// given stands for the user's own table as an indicator.
const given = "own"

func (e *DataError) Error() string {
	if e.Indicator == "" {
		return fmt.Sprintf("no figures for %d; they run from %d to %d, so choose --year within that", e.Year, e.First, e.Last)
	}
	if e.Indicator == given {
		return fmt.Sprintf("%s has no row in the table given; add one or choose another state", e.State)
	}
	if e.First == 0 {
		return fmt.Sprintf("%s has no figure for %s; choose another state", e.State, e.Indicator)
	}
	return fmt.Sprintf("%s has no figure for %s up to %d; the first is of %d, so choose --year %d or later",
		e.State, e.Indicator, e.Year, e.First, e.First)
}
