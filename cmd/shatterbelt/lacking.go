package main

import (
	"errors"
	"fmt"

	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/study"
)

// lacking adds to the error of a state without a figure, which keeps strategies
// from being run, what the figure is and which commands do without it.
func lacking(err error, s *panel.Snapshot) error {
	var e *study.DataError
	if !errors.As(err, &e) || e.Indicator == "" || e.First != 0 {
		return err
	}
	about, ok := s.Describe(e.Indicator)
	if !ok {
		return err
	}
	return fmt.Errorf("%w: that is %s, without which no strategy can be run; shatterbelt structure %[3]s and shatterbelt position %[3]s do without it",
		err, about.Label("en"), e.State)
}
