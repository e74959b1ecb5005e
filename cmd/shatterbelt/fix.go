package main

import (
	"errors"

	"github.com/shatterbelt/shatterbelt/desk"
)

// asUsage marks what --fix was given wrongly as an error of the command line.
func asUsage(err error) error {
	var fix *desk.FixError
	if errors.As(err, &fix) {
		return usagef("--fix: %w", err)
	}
	return err
}
