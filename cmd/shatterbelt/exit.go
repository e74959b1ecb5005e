package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"syscall"

	"github.com/shatterbelt/shatterbelt/data/dataset"
	"github.com/shatterbelt/shatterbelt/data/experiments"
	"github.com/shatterbelt/shatterbelt/data/recipe"
	"github.com/shatterbelt/shatterbelt/data/runs"
	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/data/source/user"
	"github.com/shatterbelt/shatterbelt/data/store"
	"github.com/shatterbelt/shatterbelt/desk"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/rdm/external"
	"github.com/shatterbelt/shatterbelt/strategy"
	"github.com/shatterbelt/shatterbelt/study"
	"github.com/shatterbelt/shatterbelt/trace/yamlfile"
)

// The exit codes.
const (
	exitFine        = 0
	exitOther       = 1
	exitUsage       = 2
	exitData        = 3
	exitIO          = 4
	exitInterrupted = 130
)

// usageError marks an error of the command line itself.
type usageError struct{ err error }

func (e usageError) Error() string { return e.err.Error() }
func (e usageError) Unwrap() error { return e.err }

func usagef(format string, args ...any) error { return usageError{fmt.Errorf(format, args...)} }

// report prints an error in the reader's terms and returns the exit code.
func report(ctx context.Context, w io.Writer, err error) int {
	if err == nil {
		return exitFine
	}
	var kept *keptError
	if errors.As(err, &kept) {
		fmt.Fprintf(w, "shatterbelt: what %s has done is kept; shatterbelt runs resume %s goes on with it\n", kept.id, kept.id)
	}
	if errors.Is(err, context.Canceled) && ctx.Err() != nil && kept != nil {
		fmt.Fprintln(w, "shatterbelt: interrupted")
		return exitInterrupted
	}
	if errors.Is(err, context.Canceled) && ctx.Err() != nil {
		fmt.Fprintln(w, "shatterbelt: interrupted; nothing was written")
		return exitInterrupted
	}
	fmt.Fprintf(w, "shatterbelt: %v\n", err)
	return exitCode(err)
}

func exitCode(err error) int {
	var (
		usage   usageError
		unknown *ir.UnknownStateError
		file    *strategy.FileError
		cell    *source.CellError
		table   *source.FileError
		data    *study.DataError
		path    *fs.PathError
		link    *os.LinkError
		number  syscall.Errno
		browser *desk.BrowserError
		fetch   *store.FetchError
		web     *url.Error
		start   *external.StartError
	)
	switch {
	case errors.As(err, &usage), errors.As(err, &unknown), isAskFault(err):
		return exitUsage
	case errors.As(err, &file), errors.As(err, &cell), errors.As(err, &table), errors.As(err, &data), isDataFault(err), isRunFault(err):
		return exitData
	case errors.As(err, &path), errors.As(err, &link), errors.As(err, &number), errors.As(err, &browser), errors.As(err, &fetch), errors.As(err, &web), errors.As(err, &start):
		return exitIO
	}
	return exitOther
}

// isAskFault tells faults of what was asked of a table of experiments.
func isAskFault(err error) bool {
	var (
		ask       *experiments.AskError
		column    *experiments.ColumnError
		condition *experiments.ConditionError
	)
	return errors.As(err, &ask) || errors.As(err, &column) || errors.As(err, &condition)
}

// isDataFault tells faults of published files and of the store.
func isDataFault(err error) bool {
	var (
		cell     *source.CellError
		file     *source.FileError
		skip     *source.SkipError
		many     *source.AmbiguousError
		refused  *store.RefusedError
		none     *store.NotFoundError
		changed  *store.ChangedError
		damaged  *store.DamageError
		manifest *store.ManifestError
		over     *store.OverwriteError
		name     *store.NameError
		another  *store.ChangedFileError
		nowhere  *store.NoAddressError
		panel    *recipe.DataError
		twice    *recipe.TwiceError
		record   *RecordError
		asked    *recipe.Error
		gap      *experiments.GapError
		answers  *yamlfile.Error
		missing  *dataset.MissingError
		misfit   *user.Misfit
	)
	for _, target := range []any{&cell, &file, &skip, &many, &refused, &none, &changed, &damaged, &manifest, &over, &name, &another, &nowhere, &panel, &twice, &record, &asked, &gap, &answers, &missing, &misfit} {
		if errors.As(err, target) {
			return true
		}
	}
	return false
}

// keptError marks an error that ended a run whose results so far are kept.
type keptError struct {
	id  string
	err error
}

func (e *keptError) Error() string { return e.err.Error() }
func (e *keptError) Unwrap() error { return e.err }

// isRunFault tells faults of runs and of programs that are models.
func isRunFault(err error) bool {
	var (
		none       *runs.NotFoundError
		manifest   *runs.ManifestError
		damaged    *runs.DamageError
		changed    *runs.ChangedError
		unfinished *runs.UnfinishedError
		busy       *runs.BusyError
		described  *external.DescriptionError
	)
	for _, target := range []any{&none, &manifest, &damaged, &changed, &unfinished, &busy, &described} {
		if errors.As(err, target) {
			return true
		}
	}
	return false
}
