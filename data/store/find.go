package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"

	"github.com/shatterbelt/shatterbelt/data/source"
)

// found is a table that was recognised.
type found struct {
	path  string
	part  source.Part
	match source.Match
}

// finder goes through the paths given and recognises what is there.
type finder struct {
	options Options
	report  *Report
	found   []found
	open    []*source.File
	seen    map[string]bool // files by path
}

func (f *finder) close() {
	for _, file := range f.open {
		_ = file.Close()
	}
}

// path takes a file, or everything in a folder.
func (f *finder) path(ctx context.Context, root string) error {
	return filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		named := path == root
		switch name := e.Name(); {
		case !named && strings.HasPrefix(name, "."):
			if e.IsDir() {
				return fs.SkipDir
			}
			f.skip(path, "a hidden file")
		case e.IsDir():
		case strings.HasPrefix(strings.ToUpper(name), "README"):
			f.skip(path, "a file of explanations")
		case e.Type()&fs.ModeSymlink != 0 && !named:
			f.skip(path, "a link; name it if you mean it")
		default:
			return f.file(ctx, path, named)
		}
		return nil
	})
}

func (f *finder) skip(path, why string) {
	f.report.Skipped = append(f.report.Skipped, source.Skipped{Name: path, Why: why})
}

// refuse notes a file that is at fault.
func (f *finder) refuse(path string, err error) {
	f.report.Refused = append(f.report.Refused, Refusal{File: path, Err: err})
}

// file recognises one file. Only what concerns every file is an error.
func (f *finder) file(ctx context.Context, path string, named bool) error {
	if f.seen[path] {
		return nil
	}
	f.seen[path] = true
	file, err := source.Open(ctx, path, f.options.Limits)
	if err == nil {
		defer func() {
			if len(f.open) == 0 || f.open[len(f.open)-1] != file {
				_ = file.Close()
			}
		}()
		err = f.parts(file, path, named)
	}
	var skip *source.SkipError
	var path2 *fs.PathError
	switch {
	case err == nil:
		return nil
	case errors.As(err, &skip):
		f.skip(path, skip.Why)
		return nil
	case errors.As(err, &path2), ctx.Err() != nil:
		return err
	}
	f.refuse(path, err)
	return nil
}

func (f *finder) parts(file *source.File, path string, named bool) error {
	parts, skipped, err := file.Parts()
	if err != nil {
		return err
	}
	f.report.Skipped = append(f.report.Skipped, skipped...)
	kept := 0
	var leftOut []source.Part
	for _, p := range parts {
		m, ok, err := source.Recognise(f.options.Datasets, p, f.options.As)
		if err != nil {
			return err
		}
		if !ok {
			leftOut = append(leftOut, p)
			continue
		}
		kept++
		f.found = append(f.found, found{path, p, m})
	}
	if kept > 0 {
		f.open = append(f.open, file)
	}
	for _, p := range leftOut {
		if err := f.unrecognised(p, named && kept == 0, kept > 0); err != nil {
			return err
		}
	}
	if len(parts) == 0 && len(skipped) == 0 {
		return &source.SkipError{File: path, Why: "no table in it"}
	}
	return nil
}

// unrecognised refuses a table that is nearly one that is known, and any that
// the user named; others are passed over.
func (f *finder) unrecognised(p source.Part, named, sibling bool) error {
	near, missing := source.Nearest(f.options.Datasets, p, f.options.As)
	switch {
	case p.Fault != nil && (near != "" && !sibling || named):
		return p.Fault
	case near != "" && !sibling:
		return &source.FileError{File: p.Name(), Line: 1, Column: 1,
			Problem: fmt.Sprintf("like %s, but without the column %q", near, missing), Remedy: "fetch the file again, or name the column as published"}
	case named:
		return &source.FileError{File: p.Name(), Line: 1, Column: 1,
			Problem: "no dataset known has such a table", Remedy: "shatterbelt data sources lists those that are; for a table of your own, write a mapping file"}
	}
	f.skip(p.Name(), "no dataset known has such a table")
	return nil
}
