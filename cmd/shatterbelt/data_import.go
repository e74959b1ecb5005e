package main

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/spf13/cobra"

	"github.com/shatterbelt/shatterbelt"
	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/data/source/user"
	"github.com/shatterbelt/shatterbelt/data/store"
	"github.com/shatterbelt/shatterbelt/internal/builtin"
)

// importSchema names the form of an import report as JSON.
const importSchema = "shatterbelt/import/1"

func dataImport() *cobra.Command {
	var (
		as, edition string
		mapFile     string
		dry, asJS   bool
		all         bool
	)
	c := &cobra.Command{
		Use:   "import PATH...",
		Short: "Recognise published files, by what is in them, and add them to the store",
		Long: `Import reads files, and those in folders, as published: CSV in any line end and
encoding, .gz, .zip, .xlsx, Stata .dta and JSON. It recognises dataset and edition
by content, keeps each dataset whole or not at all, and reports what it found.
README and hidden files are passed over, and so are forms that are not read
(.xls, .rds), with what to save instead.

A file whose hash is not known is imported as unverified and used only when it
is asked for with --version or data use.`,
		Example: "  shatterbelt data import NMC-60-abridged.csv\n  shatterbelt data import Downloads/ --dry-run\n  shatterbelt data import gdp.csv --as worldbank/gdp\n  shatterbelt data import mine.csv --map mine.yaml",
		Args: func(c *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usagef("%s wants a file or folder, such as: %s", c.CommandPath(), "shatterbelt data import NMC-60-abridged.csv")
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			s, err := openStore(c)
			if err != nil {
				return err
			}
			step, finish := progress("reading")
			o := importOptions()
			o.As, o.Version, o.DryRun = as, edition, dry
			var m user.Mapping
			if mapFile != "" {
				if as != "" || edition != "" {
					return usagef("--map says what the table is and excludes --as and --version; write dataset and edition in %s", mapFile)
				}
				var text []byte
				if m, text, err = mapped(c, mapFile, args); err != nil {
					return err
				}
				o.Datasets, o.As, o.Version = []source.Dataset{m.Declare()}, m.Dataset, m.Edition
				o.Mapping, o.Citation = string(text), m.Citation
			}
			if step != nil {
				o.Progress = func(_ string, done, total int) { step(done, total) }
			}
			r, err := s.Import(c.Context(), args, o)
			finish()
			var refused *store.RefusedError
			if err != nil && !errors.As(err, &refused) {
				return err
			}
			show := func(w io.Writer) error { return importText(w, r, s.Dir(), all) }
			if asJS {
				show = func(w io.Writer) error { return importJSON(w, r) }
			}
			if err := cmp.Or(show(c.OutOrStdout()), err); err != nil || mapFile == "" || asJS || len(r.Imported) == 0 || dry {
				return err
			}
			return ownText(c.OutOrStdout(), m)
		},
	}
	c.Flags().StringVar(&mapFile, "map", "", "mapping of a table of your own; begin one with shatterbelt data map FILE")
	c.Flags().StringVar(&as, "as", "", "dataset, or dataset/table, where content alone does not tell")
	c.Flags().StringVar(&edition, "version", "", "keep to this edition and use it from now on; names that of files not known")
	c.Flags().BoolVar(&dry, "dry-run", false, "read and report, and write nothing")
	c.Flags().BoolVar(&all, "all", false, "list every file that was passed over")
	c.Flags().BoolVar(&asJS, "json", false, "the report as JSON")
	return c
}

// importOptions are those that every import has in common.
func importOptions() store.Options {
	return store.Options{
		Datasets: builtin.Datasets(), Now: time.Now().UTC().Format(time.RFC3339), Program: shatterbelt.Version, Limits: source.DefaultLimits(),
		Waiting: func() { fmt.Fprintln(os.Stderr, "shatterbelt: another program is changing the store; waiting for it") },
	}
}

func importJSON(w io.Writer, r store.Report) error {
	type refusal struct {
		store.Refusal
		Error string `json:"error"`
	}
	refused := []refusal{}
	for _, f := range r.Refused {
		refused = append(refused, refusal{f, f.Err.Error()})
	}
	b, err := json.MarshalIndent(struct {
		Schema string `json:"schema"`
		store.Report
		Refused []refusal `json:"refused"`
	}{importSchema, r, refused}, "", "  ")
	if err != nil {
		return err
	}
	_, err = w.Write(append(b, '\n'))
	return err
}

// importText prints the merge report.
func importText(w io.Writer, r store.Report, dir string, all bool) error {
	var b strings.Builder
	if len(r.Imported) > 0 {
		t := table.NewWriter()
		t.AppendHeader(table.Row{"dataset", "edition", "table", "rows", "years", "states", "codes not understood"})
		for _, m := range r.Imported {
			edition := m.Edition
			switch {
			case m.Own():
				edition += " (your own)"
			case !m.Verified:
				edition += " (unverified)"
			}
			for _, s := range m.Tables {
				t.AppendRow(table.Row{m.Dataset, edition, s.Table, s.Rows, years(s), matched(s), strange(s)})
			}
		}
		b.WriteString(t.Render() + "\n")
	}
	misread(&b, r.Imported)
	for _, m := range r.Imported {
		if !m.Verified && !m.Own() {
			fmt.Fprintf(&b, "warning: %s %s is unverified: no edition known has a file of that hash; analyses use it only after data use %[1]s %[2]s\n", m.Dataset, m.Edition)
		}
	}
	if n := len(r.Already); n > 0 {
		fmt.Fprintf(&b, "Already there from the same files: %s.\n", counted(n, "table"))
	}
	skipped(&b, r.Skipped, all)
	for _, f := range r.Refused {
		what := "refused"
		if f.Dataset != "" {
			what = "refused all of " + f.Dataset
		}
		fmt.Fprintf(&b, "%s: %v\n", what, f.Err)
	}
	switch {
	case r.DryRun:
		b.WriteString("Nothing was written (--dry-run).\n")
	case len(r.Imported) > 0:
		fmt.Fprintf(&b, "%s imported into %s.\n", summed(r.Imported), dir)
	default:
		b.WriteString("Nothing new was imported.\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// fewSkipped is how many files passed over are listed by name without --all.
const fewSkipped = 12

func skipped(b *strings.Builder, list []source.Skipped, all bool) {
	for i, f := range list {
		if i == fewSkipped && !all {
			fmt.Fprintf(b, "and %d more passed over (--all lists them)\n", len(list)-i)
			return
		}
		fmt.Fprintf(b, "skipped %s: %s\n", f.Name, f.Why)
	}
}

func years(s store.Stored) string {
	if s.First == 0 && s.Last == 0 {
		return ""
	}
	return fmt.Sprintf("%d-%d", s.First, s.Last)
}

// matched is the largest number of states that a column names.
func matched(s store.Stored) any {
	n := -1
	for _, c := range s.States {
		n = max(n, c.Matched)
	}
	if n < 0 {
		return ""
	}
	return n
}

// strange is how many codes of a table were not understood; "" where none.
func strange(s store.Stored) any {
	n := 0
	for _, c := range s.States {
		n += len(c.Unknown)
	}
	if n == 0 {
		return ""
	}
	return n
}

// misread lists, for each column, the commonest codes not understood and the
// rows they stand in. Rows are kept whatever their codes.
func misread(b *strings.Builder, imported []store.Manifest) {
	for _, m := range imported {
		for _, t := range m.Tables {
			for _, c := range t.States {
				if len(c.Unknown) == 0 {
					continue
				}
				fmt.Fprintf(b, "%s %s %s, by %s", m.Dataset, m.Edition, t.Table, c.Column)
				list(b, ": no state known", c.Unknown)
				b.WriteString("\n")
			}
		}
	}
}

// summed says how much was imported.
func summed(imported []store.Manifest) string {
	tables, rows := 0, int64(0)
	datasets := map[string]bool{}
	for _, m := range imported {
		datasets[m.Dataset] = true
		tables += len(m.Tables)
		rows += m.Rows()
	}
	return fmt.Sprintf("%s of %s (%s, %s)", counted(len(imported), "edition"), counted(len(datasets), "dataset"), counted(tables, "table"), counted(int(rows), "row"))
}

// counted is a number and what is counted.
func counted(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
