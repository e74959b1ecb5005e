package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/shatterbelt/shatterbelt"
	"github.com/shatterbelt/shatterbelt/data/core"
	"github.com/shatterbelt/shatterbelt/data/dataset"
	"github.com/shatterbelt/shatterbelt/desk"
	"github.com/shatterbelt/shatterbelt/ir"
)

func newRoot() *cobra.Command {
	root := &cobra.Command{
		Use:   "shatterbelt",
		Short: "Strategy analysis for states caught between great powers",
		Long: `Shatterbelt computes how a state stands between great powers, whether an attacker
would come and a patron would show up, and which foreign-policy strategy holds up
over thousands of uncertain futures. It works offline on embedded public figures.

Results are properties of the figures and assumptions explored, not forecasts.`,
		Example:                    "  shatterbelt brief KOR\n  shatterbelt brief 한국 --lang ko\n  shatterbelt position POL",
		SuggestionsMinimumDistance: 2,
		SilenceErrors:              true,
		SilenceUsage:               true,
		Args:                       subcommand,
		RunE:                       func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	root.SetFlagErrorFunc(func(c *cobra.Command, err error) error {
		return usagef("%w; see %s --help", err, c.CommandPath())
	})
	root.AddCommand(
		briefCommand(), exploreCommand(), structureCommand(), positionCommand(), alignCommand(), compareCommand(), deterCommand(), claimsCommand(), measuresCommand(), serveCommand(),
		discoverCommand(), sensitivityCommand(), robustnessCommand(),
		dataCommand(), panelCommand(), runsCommand(), strategiesCommand(), weightsCommand(), paramsCommand(), citeCommand(), versionCommand(),
	)
	root.PersistentFlags().String(storeFlag, "", "folder of imported data (default: "+storeVar+", or the platform's own place)")
	_ = root.MarkPersistentFlagDirname(storeFlag)
	root.InitDefaultCompletionCmd()
	if c, _, err := root.Find([]string{"completion"}); err == nil {
		c.Args, c.RunE = subcommand, func(c *cobra.Command, _ []string) error { return c.Help() }
	}
	return root
}

// subcommand refuses a word that is no command, naming the nearest.
func subcommand(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	if near := c.SuggestionsFor(args[0]); len(near) > 0 {
		return usagef("unknown command %q; did you mean %q?", args[0], near[0])
	}
	return usagef("unknown command %q; see shatterbelt --help", args[0])
}

func versionCommand() *cobra.Command {
	return &cobra.Command{
		Use: "version", Short: "Print the version", Args: exactly(0, ""),
		RunE: func(c *cobra.Command, _ []string) error {
			_, err := fmt.Fprintln(c.OutOrStdout(), "shatterbelt", shatterbelt.Version)
			return err
		},
	}
}

// exactly checks the number of arguments and says what is wanted.
func exactly(n int, want string) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		if len(args) == n {
			return nil
		}
		if n == 0 {
			return usagef("%s takes no argument, but was given %q", c.CommandPath(), strings.Join(args, " "))
		}
		return usagef("%s wants %s, such as: %s", c.CommandPath(), want, strings.TrimSpace(strings.Split(c.Example, "\n")[0]))
	}
}

// completeStates offers ISO codes with names.
func completeStates(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	s, err := core.Snapshot()
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	var out []string
	for _, st := range s.Codes().All() {
		out = append(out, st.ISO+"\t"+st.NameEN+" "+st.NameKO)
	}
	return out, cobra.ShellCompDirectiveNoFileComp
}

// find opens the figures, the imported ones over the core's, and looks a state
// up in them. What was imported and used is said on standard error.
func find(c *cobra.Command, text string) (*desk.Desk, ir.State, error) {
	d, err := figures(c)
	if err != nil {
		return nil, ir.State{}, err
	}
	st, err := d.Figures().Codes().Find(text)
	if err == nil {
		say(c, d.From)
	}
	return d, st, err
}

// figures opens the core overlaid by what is in the store.
func figures(c *cobra.Command) (*desk.Desk, error) {
	s, err := openStore(c)
	if err != nil {
		return nil, err
	}
	return desk.Open(c.Context(), s)
}

// asked turns a fault of what was asked into one of the flag that asks it.
func asked(err error) error {
	var (
		ask     *desk.AskError
		field   *desk.FieldError
		unknown *desk.UnknownError
	)
	switch {
	case errors.As(err, &ask) && ask.Field == "", errors.As(err, &unknown):
		return usageError{err}
	case errors.As(err, &ask):
		return usagef("--%s %s", ask.Field, ask.Problem)
	case errors.As(err, &field):
		return fmt.Errorf("--%s: %w", field.Field, field.Err)
	}
	return err
}

// say names the imported editions that are used.
func say(c *cobra.Command, o dataset.Overlay) {
	var names []string
	for _, u := range o.Used {
		name := u.Dataset + " " + u.Edition
		switch {
		case u.Own:
			name += " (your own)"
		case !u.Verified:
			name += " (unverified)"
		}
		if !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	if len(names) > 0 {
		slices.Sort(names)
		fmt.Fprintf(c.ErrOrStderr(), "shatterbelt: imported data in use: %s\n", strings.Join(names, ", "))
	}
	if o.System != 0 {
		sayLacking(c, o)
	}
}
