package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/shatterbelt/shatterbelt/data/core"
	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/data/source/user"
	"github.com/shatterbelt/shatterbelt/internal/builtin"
)

// mappingBytes is the largest mapping read.
const mappingBytes = 1 << 18

func dataMap() *cobra.Command {
	var out, sheet string
	c := &cobra.Command{
		Use:   "map FILE",
		Short: "Begin a mapping of a table of your own, to be imported with data import --map",
		Long: `Map looks at a table of your own (CSV, Parquet, .xlsx, Stata .dta) and writes a
mapping to edit: which columns identify states and how, which tell years, which
are numbers. What only you know stands as a question mark.`,
		Example: "  shatterbelt data map spending.csv > spending.yaml\n  shatterbelt data import spending.csv --map spending.yaml",
		Args:    exactly(1, "a file"),
		RunE: func(c *cobra.Command, args []string) error {
			known, err := knownIndicators()
			if err != nil {
				return err
			}
			f, err := source.Open(c.Context(), args[0], source.DefaultLimits())
			if err != nil {
				return err
			}
			defer func() { _ = f.Close() }()
			p, err := partOf(f, sheet)
			if err != nil {
				return err
			}
			text, err := user.Begin(c.Context(), p, known)
			if err != nil {
				return err
			}
			if out != "" {
				return writeWhole(out, []byte(text))
			}
			_, err = io.WriteString(c.OutOrStdout(), text)
			return err
		},
	}
	c.Flags().StringVar(&out, "out", "", "file to write (default: standard output)")
	c.Flags().StringVar(&sheet, "sheet", "", "sheet of a workbook (default: the first)")
	return c
}

// partOf is the one table of a file, or the sheet asked for.
func partOf(f *source.File, sheet string) (source.Part, error) {
	parts, _, err := f.Parts()
	if err != nil {
		return source.Part{}, err
	}
	for _, p := range parts {
		if sheet == "" || source.SameName(p.Head.Sheet, sheet) {
			return p, p.Fault
		}
	}
	return source.Part{}, usagef("%s has no sheet or table %q", f.Name, sheet)
}

// knownIndicators are those of the program.
func knownIndicators() ([]panel.Indicator, error) {
	s, err := core.Snapshot()
	if err != nil {
		return nil, err
	}
	return s.Indicators(), nil
}

// mapped reads a mapping and checks that a table of the files fits it.
func mapped(c *cobra.Command, name string, paths []string) (user.Mapping, []byte, error) {
	data, err := readLimited("--map", name, mappingBytes)
	if err != nil {
		return user.Mapping{}, nil, err
	}
	known, err := knownIndicators()
	if err != nil {
		return user.Mapping{}, nil, err
	}
	rules := user.Rules{Known: known}
	for _, d := range builtin.Datasets() {
		rules.Taken = append(rules.Taken, d.Key)
	}
	m, err := user.ParseMapping(name, data, rules)
	if err != nil {
		return m, nil, err
	}
	for _, path := range paths {
		if info, err := os.Stat(path); err == nil && info.IsDir() {
			return m, nil, usagef("%s is a folder; with --map, name the file itself", path)
		}
		if err := fits(c, m, path); err != nil {
			return m, nil, err
		}
	}
	return m, data, nil
}

// fits reports where a file and a mapping part, unless one of its tables fits.
func fits(c *cobra.Command, m user.Mapping, path string) error {
	f, err := source.Open(c.Context(), path, source.DefaultLimits())
	if err != nil {
		return err
	}
	defer func() { _ = f.Close() }()
	parts, _, err := f.Parts()
	if err != nil {
		return err
	}
	var faults []error
	for _, p := range parts {
		ok, err := m.Fit(p)
		if ok {
			return nil
		}
		faults = append(faults, err)
	}
	if err := errors.Join(faults...); err != nil {
		return faults[len(faults)-1]
	}
	return usagef("%s has no sheet %q, which %s names", filepath.Base(path), m.Sheet, m.File)
}

// ownText says what was imported by a mapping.
func ownText(w io.Writer, m user.Mapping) error {
	_, err := fmt.Fprintf(w, "%s %s is yours: analyses use it before published figures, and cite it as %s\n", m.Dataset, m.Edition, m.Citation)
	return err
}
