package main

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/shatterbelt/shatterbelt/data/recipe"
	"github.com/shatterbelt/shatterbelt/data/table"
)

// recipeKey is the key of a Parquet file's metadata under which its recipe
// stands.
const recipeKey = "shatterbelt.recipe"

// RecordError says that a panel made again is not the one of its record.
type RecordError struct{ Made, Recorded string }

func (e *RecordError) Error() string {
	return fmt.Sprintf("panel: what was made (SHA-256 %s) is not what the record says (%s), so nothing was written; "+
		"use the program's version of the record, or take output: out of the recipe", e.Made, e.Recorded)
}

// writePanel writes a panel to a file, whole or not at all, or to standard
// output, and says what it wrote.
func writePanel(c *cobra.Command, p *recipe.Panel, r recipe.Recipe, format, name string, workers int) (recipe.Output, error) {
	out := recipe.Output{Format: format, Columns: len(p.Columns())}
	if name == "" {
		h := sha256.New()
		err := streamed(c, p, io.MultiWriter(c.OutOrStdout(), h), &out, workers)
		if out.SHA256 = sum(h); err == nil {
			err = asRecorded(r, out)
		}
		return out, err
	}
	f, err := os.CreateTemp(filepath.Dir(name), "."+filepath.Base(name)+".*")
	if err != nil {
		return out, fmt.Errorf("cannot write %s: %w", name, err)
	}
	defer os.Remove(f.Name())
	defer f.Close()
	if format == "dta" {
		err = seeked(c, p, f, &out, workers)
	} else {
		h := sha256.New()
		err = streamed(c, p, io.MultiWriter(f, h), &out, workers)
		out.SHA256 = sum(h)
	}
	if err == nil {
		err = asRecorded(r, out)
	}
	if err == nil {
		err = settle(f, name)
	}
	return out, err
}

func sum(h hash.Hash) string { return hex.EncodeToString(h.Sum(nil)) }

// streamed writes a panel in a format that needs no second look.
func streamed(c *cobra.Command, p *recipe.Panel, to io.Writer, out *recipe.Output, workers int) error {
	b := bufio.NewWriterSize(to, 1<<16)
	var w table.Writer
	var err error
	if out.Format == "parquet" {
		w, err = table.NewParquet(b, p.Columns(), map[string]string{recipeKey: string(p.Record("", nil))})
	} else {
		w, err = table.NewCSV(b, p.Columns())
	}
	if err == nil {
		out.Rows, err = p.Write(c.Context(), w, workers)
	}
	if err == nil {
		err = w.Close()
	}
	if err == nil {
		err = b.Flush()
	}
	return err
}

// seeked writes a Stata file, whose beginning is known at its end.
func seeked(c *cobra.Command, p *recipe.Panel, f *os.File, out *recipe.Output, workers int) error {
	w, err := table.NewStata(f, p.Columns(), "panel by shatterbelt")
	if err == nil {
		out.Rows, err = p.Write(c.Context(), w, workers)
	}
	if err == nil {
		err = w.Close()
	}
	if err == nil {
		_, err = f.Seek(0, io.SeekStart)
	}
	h := sha256.New()
	if err == nil {
		_, err = io.Copy(h, f)
	}
	out.SHA256 = sum(h)
	return err
}

// asRecorded holds what was made to the record, if it is of the same format.
func asRecorded(r recipe.Recipe, made recipe.Output) error {
	if r.Output == nil || r.Output.Format != made.Format || r.Output.SHA256 == made.SHA256 {
		return nil
	}
	return &RecordError{made.SHA256, r.Output.SHA256}
}

// settle makes a temporary file last under its name.
func settle(f *os.File, name string) error {
	if err := f.Chmod(0o644); err != nil {
		return err
	}
	if err := f.Sync(); err != nil {
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	return os.Rename(f.Name(), name)
}
