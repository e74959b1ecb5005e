package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/spf13/cobra"

	"github.com/shatterbelt/shatterbelt/desk"
	"github.com/shatterbelt/shatterbelt/measure/capability"
	"github.com/shatterbelt/shatterbelt/strategy"
	"github.com/shatterbelt/shatterbelt/trace/cite"
)

func strategiesCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "strategies",
		Short: "Print the built-in strategies as a file to start from",
		Long: `Strategies prints the YAML file of the built-in strategies with its comments.
Change a copy and give it to brief or explore with --strategies.`,
		Example: "  shatterbelt strategies > mine.yaml\n  shatterbelt brief KOR --strategies mine.yaml",
		Args:    exactly(0, ""),
		RunE: func(c *cobra.Command, _ []string) error {
			_, err := c.OutOrStdout().Write(strategy.NamedFile())
			return err
		},
	}
}

func weightsCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "weights",
		Short: "Print the built-in weights of the composite as a file to start from",
		Long: `Weights prints the YAML file of the built-in weights with its comments. Change a
copy and give it to structure with --weights.`,
		Example: "  shatterbelt weights > mine.yaml\n  shatterbelt structure KOR --weights mine.yaml --drill",
		Args:    exactly(0, ""),
		RunE: func(c *cobra.Command, _ []string) error {
			_, err := c.OutOrStdout().Write(capability.PresetsFile())
			return err
		},
	}
}

func paramsCommand() *cobra.Command {
	var (
		asJSON bool
		lang   string
	)
	c := &cobra.Command{
		Use:     "params [NAME...]",
		Short:   "List every parameter with unit, default, range and source",
		Example: "  shatterbelt params\n  shatterbelt params half_distance commitment --lang ko",
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			var names []string
			for _, f := range desk.AllParams() {
				names = append(names, f.Name+"\t"+f.EN)
			}
			return names, cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(c *cobra.Command, args []string) error {
			if err := checkLang(lang); err != nil {
				return err
			}
			params, err := desk.ParamsOf(args)
			if err != nil {
				return usageError{err}
			}
			if asJSON {
				return writeJSON(c.OutOrStdout(), params)
			}
			list := params.Params
			t := table.NewWriter()
			t.AppendHeader(table.Row{"name", "meaning", "unit", "default", "range", "source"})
			for _, f := range list {
				label := f.EN
				if lang == "ko" {
					label = f.KO
				}
				t.AppendRow(table.Row{f.Name, label, f.Unit, f.Default, fmt.Sprintf("%g to %g", f.Min, f.Max), f.Ref})
			}
			text := t.Render() + "\n"
			if len(args) > 0 {
				for _, f := range list {
					text += fmt.Sprintf("%s: %s\n", f.Name, f.Why)
				}
			}
			_, err = io.WriteString(c.OutOrStdout(), text)
			return err
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "as JSON")
	langFlag(c, &lang)
	return c
}

func citeCommand() *cobra.Command {
	var text, data bool
	var panel string
	c := &cobra.Command{
		Use:   "cite [KEY...]",
		Short: "Print the works and data sources the program rests on",
		Long: `Cite prints BibTeX entries of works cited in formulas and parameters, all or those
named. With --data it lists the sources of the embedded figures instead, with
--panel the datasets and works that a recipe, or the record of a panel, rests on.`,
		Example: "  shatterbelt cite boulding1962\n  shatterbelt cite --text\n  shatterbelt cite --data\n  shatterbelt cite --panel ddy.recipe.yaml",
		RunE: func(c *cobra.Command, args []string) error {
			if data && len(args) > 0 {
				return usagef("cite --data lists every source of the figures and takes no key, but was given %q", strings.Join(args, " "))
			}
			if panel != "" {
				if data || len(args) > 0 {
					return usagef("cite --panel lists what a recipe rests on and takes neither a key nor --data")
				}
				keys, err := panelWorks(panel)
				if err != nil {
					return err
				}
				args = keys
			}
			if data {
				return listSources(c)
			}
			works := cite.All()
			if len(args) > 0 {
				works = nil
				for _, key := range args {
					w, ok := cite.Lookup(key)
					if !ok {
						return usagef("no work %q in the bibliography; shatterbelt cite lists all", key)
					}
					works = append(works, w)
				}
			}
			var b strings.Builder
			for _, w := range works {
				if text {
					fmt.Fprintf(&b, "[%s] %s\n", w.Key, w.Text())
				} else {
					b.WriteString(w.BibTeX() + "\n")
				}
			}
			_, err := c.OutOrStdout().Write([]byte(b.String()))
			return err
		},
	}
	c.Flags().BoolVar(&text, "text", false, "one line a work instead of BibTeX")
	c.Flags().BoolVar(&data, "data", false, "list the sources of the figures, embedded and imported")
	c.Flags().StringVar(&panel, "panel", "", "a recipe file, or the record of a panel")
	_ = c.MarkFlagFilename("panel", "yaml", "yml")
	return c
}

func listSources(c *cobra.Command) error {
	d, err := figures(c)
	if err != nil {
		return err
	}
	s := d.Figures()
	t := table.NewWriter()
	t.AppendHeader(table.Row{"key", "publisher", "title", "edition", "licence"})
	for _, src := range s.Sources() {
		t.AppendRow(table.Row{src.Key, src.Publisher, src.Title, src.Edition, src.Licence})
	}
	_, err = io.WriteString(c.OutOrStdout(), t.Render()+"\n")
	return err
}
