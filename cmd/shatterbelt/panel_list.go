package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/shatterbelt/shatterbelt/data/recipe"
)

// additions lists what can be added.
func (f *panelFlags) additions(c *cobra.Command) error {
	if err := checkLang(f.lang); err != nil {
		return err
	}
	all := recipe.Additions()
	var rows [][]string
	for _, a := range all {
		what := a.EN
		if f.lang == "ko" {
			what = a.KO
		}
		if f.asCSV {
			for _, col := range a.Columns {
				rows = append(rows, []string{a.Key, col.Name, col.Label, col.Unit, col.Of, strings.Join(col.Units, " "), strings.Join(a.Datasets, " ")})
			}
			continue
		}
		var columns []string
		for _, col := range a.Columns {
			if !slices.Contains(columns, col.Name) {
				columns = append(columns, col.Name)
			}
		}
		rows = append(rows, []string{a.Key, what, fold(strings.Join(columns, " ")), strings.Join(a.Datasets, " ")})
	}
	header := []string{"add", "what", "columns", "datasets"}
	if f.asCSV {
		header = []string{"add", "column", "label", "unit", "of", "units", "datasets"}
	}
	return listed(c, header, rows, map[string]any{"schema": additionsSchema, "additions": all}, f.asCSV, f.asJ)
}

// additionsSchema names the form of the list of additions as JSON.
const additionsSchema = "shatterbelt/additions/1"

// foldAt is about how many characters a line of a table's cell has.
const foldAt = 60

// fold breaks a long list of words into lines.
func fold(text string) string {
	var b strings.Builder
	length := 0
	for i, w := range strings.Fields(text) {
		switch {
		case i > 0 && length+len(w) > foldAt:
			b.WriteByte('\n')
			length = 0
		case i > 0:
			b.WriteByte(' ')
			length++
		}
		b.WriteString(w)
		length += len(w)
	}
	return b.String()
}
