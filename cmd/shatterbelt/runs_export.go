package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/shatterbelt/shatterbelt/data/runs"
)

// recipeOf reads the recipe of a run.
func recipeOf(f *runs.Folder, s runs.Status) (modelRecipe, error) {
	var r modelRecipe
	d := json.NewDecoder(bytes.NewReader(s.Recipe))
	d.DisallowUnknownFields()
	if err := d.Decode(&r); err != nil {
		return r, &runs.ManifestError{File: filepath.Join(f.Dir(), s.ID), Problem: "its recipe: " + err.Error(), Remedy: "use the program that made it"}
	}
	return r, nil
}

func runsExport() *cobra.Command {
	var format, out string
	c := &cobra.Command{
		Use: "export RUN", Short: "Write the results of a run as CSV, JSON lines or Parquet", Args: exactly(1, "one run"),
		Long: `Export writes one row for each experiment. Parquet is the stored file itself, with a
missing number as NaN; CSV has nothing there and JSON null.`,
		Example:           "  shatterbelt runs export explore-kor-2024 --out kor.csv\n  shatterbelt runs export lake-ruled --format json",
		ValidArgsFunction: completeRuns,
		RunE: func(c *cobra.Command, args []string) error {
			form, err := exportForm(format, out)
			if err != nil {
				return err
			}
			f, s, err := openRun(c, args[0])
			if err != nil {
				return err
			}
			if err := f.Verify(s); err != nil {
				return err
			}
			r, err := f.Read(s)
			if err != nil {
				return err
			}
			defer func() { _ = r.Close() }()
			return exportTo(c, out, func(w io.Writer) error { return form(c, r, w) })
		},
	}
	c.Flags().StringVar(&format, "format", "", "csv, json or parquet (default: by the ending of --out, or csv)")
	c.Flags().StringVar(&out, "out", "", "file to write (default: standard output)")
	return c
}

type exporter func(c *cobra.Command, r *runs.Reader, w io.Writer) error

var exporters = map[string]exporter{
	"csv":     func(c *cobra.Command, r *runs.Reader, w io.Writer) error { return r.CSV(c.Context(), w) },
	"json":    func(c *cobra.Command, r *runs.Reader, w io.Writer) error { return r.JSON(c.Context(), w) },
	"parquet": func(_ *cobra.Command, r *runs.Reader, w io.Writer) error { return r.Parquet(w) },
}

// exportForm chooses the form by the flag or the ending of the file.
func exportForm(format, out string) (exporter, error) {
	if format == "" {
		switch ext := strings.ToLower(filepath.Ext(out)); ext {
		case "", ".csv":
			format = "csv"
		case ".json", ".jsonl", ".ndjson":
			format = "json"
		case ".parquet":
			format = "parquet"
		default:
			return nil, usagef("--out ends in %s; say --format csv, json or parquet", ext)
		}
	}
	if err := oneOf("--format", format, "csv", "json", "parquet"); err != nil {
		return nil, err
	}
	return exporters[format], nil
}

// exportTo writes to standard output, or to a file that is there whole or not at
// all.
func exportTo(c *cobra.Command, out string, write func(io.Writer) error) (err error) {
	if out == "" {
		return write(c.OutOrStdout())
	}
	f, err := os.CreateTemp(filepath.Dir(out), "."+filepath.Base(out)+".*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			_ = f.Close()
			_ = os.Remove(f.Name())
		}
	}()
	if err = write(f); err != nil {
		return err
	}
	if err = f.Chmod(0o644); err != nil {
		return err
	}
	if err = f.Close(); err != nil {
		return err
	}
	if err = os.Rename(f.Name(), out); err != nil {
		return err
	}
	_, err = fmt.Fprintln(c.OutOrStdout(), out)
	return err
}
