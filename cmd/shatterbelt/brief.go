package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/shatterbelt/shatterbelt/brief"
	"github.com/shatterbelt/shatterbelt/desk"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/study"
)

type briefFlags struct {
	exploring
	documents
}

func briefCommand() *cobra.Command {
	var f briefFlags
	c := &cobra.Command{
		Use:   "brief STATE",
		Short: "Compute a policy brief on a state and write it as a document",
		Long: `Brief computes the whole chain for one state - who presses it, how caught in
between it is, what a crisis would look like, and which strategy holds up over
thousands of uncertain futures - and writes it as one self-contained file a format.
The first page is also printed. Ten thousand futures take a few seconds.

PDF is printed by an installed Chrome, Chromium or Edge, unseen and without a
network. SHATTERBELT_BROWSER names one that is not found by itself.`,
		Example:           "  shatterbelt brief KOR\n  shatterbelt brief 핀란드 --lang ko --format pdf,html --out briefs --open\n  shatterbelt brief UKR --year 2021 --strategies mine.yaml",
		Args:              exactly(1, "one state"),
		ValidArgsFunction: completeStates,
		RunE:              func(c *cobra.Command, args []string) error { return f.run(c, args[0]) },
	}
	f.exploring.register(c)
	f.documents.register(c, "html")
	return c
}

func (f *briefFlags) run(c *cobra.Command, text string) error {
	if f.formats == "" {
		return usagef("--format is empty; want html, pdf, md or json")
	}
	run, err := f.study()
	if err != nil {
		return err
	}
	if err := checkLang(f.lang); err != nil {
		return err
	}
	from, st, err := find(c, text)
	if err != nil {
		return err
	}
	s := from.Figures()
	year := desk.YearOr(f.year, s)
	if _, err := study.Situate(s, year, study.Default()); err != nil {
		return err
	}
	formats, err := f.check()
	if err != nil {
		return err
	}
	if err := records(c, from); err != nil {
		return err
	}
	if run.Records, err = from.Records(c.Context(), year); err != nil {
		return err
	}
	bar, finish := progress(st.ISO + " futures")
	run.Progress = bar
	d, err := study.Compile(c.Context(), s, st.CCode, year, run)
	finish()
	if err != nil {
		return lacking(err, s)
	}
	o, err := from.Options(f.lang, f.command(st, year))
	if err != nil {
		return err
	}
	paths, err := f.write(c, "brief", st, formats, d, o)
	if err != nil {
		return err
	}
	if err := brief.Summary(c.OutOrStdout(), d, o); err != nil {
		return err
	}
	f.finish(c, paths)
	return nil
}

// command is the command line that gives the same brief again.
func (f *briefFlags) command(st ir.State, year ir.Year) string {
	line := fmt.Sprintf("shatterbelt brief %s --lang %s --year %d --futures %d --seed %d", st.ISO, f.lang, year, f.futures, f.seed)
	if f.strategies != "" {
		line += " --strategies " + f.strategies
	}
	return line
}
