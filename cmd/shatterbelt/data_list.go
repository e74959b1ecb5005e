package main

import (
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/spf13/cobra"

	"github.com/shatterbelt/shatterbelt/data/dataset"
	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/data/store"
	"github.com/shatterbelt/shatterbelt/internal/builtin"
)

// datasetsSchema names the form of lists of datasets as JSON.
const datasetsSchema = "shatterbelt/datasets/1"

// inUse maps each dataset to the edition that analyses read.
func inUse(s *store.Store) (map[string]string, error) {
	known, err := dataset.Known(s, builtin.Datasets())
	if err != nil {
		return nil, err
	}
	current, err := s.Current(known)
	out := map[string]string{}
	for _, m := range current {
		out[m.Dataset] = m.Edition
	}
	return out, err
}

// listed writes rows as a table, CSV or JSON; v is the JSON.
func listed(c *cobra.Command, header []string, rows [][]string, v any, asCSV, asJS bool) error {
	if err := exclusive(asJS, asCSV); err != nil {
		return err
	}
	switch w := c.OutOrStdout(); {
	case asJS:
		return writeJSON(w, v)
	case asCSV:
		out := csv.NewWriter(w)
		_ = out.Write(header)
		_ = out.WriteAll(rows)
		return out.Error()
	default:
		t := table.NewWriter()
		head := table.Row{}
		for _, h := range header {
			head = append(head, h)
		}
		t.AppendHeader(head)
		for _, r := range rows {
			row := table.Row{}
			for _, cell := range r {
				row = append(row, cell)
			}
			t.AppendRow(row)
		}
		_, err := io.WriteString(w, t.Render()+"\n")
		return err
	}
}

func formFlags(c *cobra.Command, asCSV, asJS *bool) {
	c.Flags().BoolVar(asCSV, "csv", false, "as comma-separated values")
	c.Flags().BoolVar(asJS, "json", false, "as JSON")
}

func dataList() *cobra.Command {
	var asCSV, asJS bool
	c := &cobra.Command{
		Use: "list", Short: "List the datasets in the store", Args: exactly(0, ""),
		Example: "  shatterbelt data list\n  shatterbelt data list --csv",
		RunE: func(c *cobra.Command, _ []string) error {
			s, err := openStore(c)
			if err != nil {
				return err
			}
			all, err := s.List()
			if err != nil {
				return err
			}
			used, err := inUse(s)
			if err != nil {
				return err
			}
			var rows [][]string
			for _, m := range all {
				first, last := m.Years()
				rows = append(rows, []string{
					m.Dataset, m.Edition, yes(used[m.Dataset] == m.Edition), verifiedWord(m), strconv.Itoa(len(m.Tables)),
					strconv.FormatInt(m.Rows(), 10), span(int(first), int(last)), m.Publisher, m.Licence,
				})
			}
			if len(all) == 0 && !asCSV && !asJS {
				_, err := fmt.Fprintf(c.OutOrStdout(), "Nothing is imported into %s. Import published files with shatterbelt data import PATH.\n", s.Dir())
				return err
			}
			header := []string{"dataset", "edition", "in use", "verified", "tables", "rows", "years", "publisher", "licence"}
			return listed(c, header, rows, map[string]any{"schema": datasetsSchema, "store": s.Dir(), "in_use": used, "datasets": all}, asCSV, asJS)
		},
	}
	formFlags(c, &asCSV, &asJS)
	return c
}

// verifiedWord says whether the hashes are known; one's own has none to know.
func verifiedWord(m store.Manifest) string {
	if m.Own() {
		return "your own"
	}
	return yes(m.Verified)
}

func yes(v bool) string {
	if v {
		return "yes"
	}
	return "no"
}

func span(first, last int) string {
	if first == 0 && last == 0 {
		return ""
	}
	return fmt.Sprintf("%d-%d", first, last)
}

func dataShow() *cobra.Command {
	var (
		edition     string
		asCSV, asJS bool
	)
	c := &cobra.Command{
		Use: "show NAME", Short: "Show where a dataset came from and what its columns are", Args: exactly(1, "a dataset"),
		Example: "  shatterbelt data show nmc\n  shatterbelt data show nmc --version 6.0 --json",
		RunE: func(c *cobra.Command, args []string) error {
			s, err := openStore(c)
			if err != nil {
				return err
			}
			m, err := pick(s, args[0], edition)
			if err != nil {
				return err
			}
			var rows [][]string
			for _, t := range m.Tables {
				for _, col := range t.Columns {
					rows = append(rows, []string{t.Table, col.Name, col.Type, col.Unit, col.Code, strings.Join(col.Missing, " "), strconv.FormatInt(col.Nulls, 10)})
				}
			}
			if !asCSV && !asJS {
				if err := showText(c.OutOrStdout(), m); err != nil {
					return err
				}
			}
			return listed(c, []string{"table", "column", "type", "unit", "states by", "missing marks", "missing"}, rows, m, asCSV, asJS)
		},
	}
	c.Flags().StringVar(&edition, "version", "", "edition (default: the one in use)")
	formFlags(c, &asCSV, &asJS)
	return c
}

func showText(w io.Writer, m store.Manifest) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s, edition %s\npublisher  %s\nlicence    %s\ncite       %s\naddress    %s\nimported   %s by version %s\n",
		m.Title, m.Edition, m.Publisher, m.Licence, m.Cite, m.URL, m.Imported, m.Program)
	if m.Note != "" {
		fmt.Fprintf(&b, "note       %s\n", m.Note)
	}
	if m.Own() {
		fmt.Fprintf(&b, "cite as    %s\nyours      declared by a mapping; analyses use it before published figures\n", m.Citation)
	} else if !m.Verified {
		b.WriteString("warning    unverified: no edition known has a file of that hash\n")
	}
	for _, t := range m.Tables {
		fmt.Fprintf(&b, "%s: %d rows %s from %s, SHA-256 %s\n", t.Table, t.Rows, years(t), t.Source.File, t.Source.SHA256)
		for _, s := range t.States {
			fmt.Fprintf(&b, "  %s: %d states", s.Column, s.Matched)
			list(&b, "; no state of its own", s.Other)
			list(&b, "; not understood", s.Unknown)
			b.WriteString("\n")
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// fewCodes is how many codes a line lists.
const fewCodes = 8

func list(b *strings.Builder, what string, codes []store.Unknown) {
	if len(codes) == 0 {
		return
	}
	var texts []string
	for _, u := range codes[:min(fewCodes, len(codes))] {
		texts = append(texts, fmt.Sprintf("%s (%d)", u.Text, u.Rows))
	}
	fmt.Fprintf(b, "%s: %s", what, strings.Join(texts, ", "))
	if n := len(codes) - fewCodes; n > 0 {
		fmt.Fprintf(b, " and %d more", n)
	}
}

func dataVerify() *cobra.Command {
	var asCSV, asJS bool
	c := &cobra.Command{
		Use: "verify [NAME]", Short: "Check that every stored file is as it was imported",
		Example: "  shatterbelt data verify\n  shatterbelt data verify nmc --json",
		Args: func(c *cobra.Command, args []string) error {
			if len(args) > 1 {
				return usagef("%s takes one dataset, or none for all", c.CommandPath())
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			s, err := openStore(c)
			if err != nil {
				return err
			}
			checks, failed := s.Verify(c.Context(), strings.Join(args, ""))
			if checks == nil && failed != nil {
				return failed
			}
			rows := [][]string{}
			for _, k := range checks {
				state := "as imported"
				if k.Problem != "" {
					state = k.Problem
				}
				rows = append(rows, []string{k.Dataset, k.Edition, k.Table, yes(k.Verified), state})
			}
			err = listed(c, []string{"dataset", "edition", "table", "verified", "file"}, rows,
				map[string]any{"schema": datasetsSchema, "checks": checks}, asCSV, asJS)
			if err != nil {
				return err
			}
			return failed
		},
	}
	formFlags(c, &asCSV, &asJS)
	return c
}

func dataSources() *cobra.Command {
	var asCSV, asJS bool
	c := &cobra.Command{
		Use: "sources", Short: "List the datasets that can be imported and where to get them", Args: exactly(0, ""),
		Example: "  shatterbelt data sources",
		RunE: func(c *cobra.Command, _ []string) error {
			var rows [][]string
			var out []map[string]any
			for _, d := range builtin.Datasets() {
				var editions []string
				for _, e := range d.Editions {
					editions = append(editions, e.Name)
				}
				rows = append(rows, []string{d.Key, d.Title, d.Publisher, strings.Join(editions, ", "), d.Licence, toGet(d), d.URL})
				out = append(out, map[string]any{
					"dataset": d.Key, "title": d.Title, "publisher": d.Publisher, "editions": editions,
					"licence": d.Licence, "url": d.URL, "get": d.Get, "pull": toGet(d) != byHandOnly, "cite": d.Cite, "tables": d.Tables(), "note": d.Note,
				})
			}
			return listed(c, []string{"dataset", "title", "publisher", "editions", "licence", "to get it", "address"}, rows,
				map[string]any{"schema": datasetsSchema, "sources": out}, asCSV, asJS)
		},
	}
	formFlags(c, &asCSV, &asJS)
	return c
}

// byHandOnly says that the newest edition has no address to fetch from.
const byHandOnly = "by hand"

// toGet says how the newest edition of a dataset is had.
func toGet(d source.Dataset) string {
	e := d.Editions[len(d.Editions)-1]
	if slices.ContainsFunc(e.Files, func(k source.Known) bool { return k.URL != "" }) {
		return "data pull " + d.Key
	}
	return byHandOnly
}
