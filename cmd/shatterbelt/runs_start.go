package main

import (
	"errors"
	"fmt"
	"os"
	"time"

	"github.com/spf13/cobra"

	"github.com/shatterbelt/shatterbelt/data/runs"
	"github.com/shatterbelt/shatterbelt/desk"
)

// keeping holds the flags of commands that make a run.
type keeping struct{ save bool }

// register adds the flags to a command that is not below runs.
func (k *keeping) register(c *cobra.Command) {
	c.Flags().String(runsFlag, "", "folder of runs for --save (default: "+runsVar+", or runs in the store)")
	_ = c.MarkFlagDirname(runsFlag)
}

// explore keeps what explore would print.
func (k *keeping) explore(c *cobra.Command, e *exploring, design *designing, state string, printed bool) error {
	if printed {
		return usagef("--save keeps the rows and prints none; shatterbelt runs export prints them as CSV or JSON")
	}
	if err := checkSize(e.futures, maxSavedFutures, e.workers); err != nil {
		return err
	}
	r := modelRecipe{Recipe: desk.Recipe{Model: desk.ExploreModel, State: state, Year: e.year, Fix: e.fix}, Design: design}
	d, st, err := find(c, state)
	if err != nil {
		return err
	}
	r.State, r.Year = st.ISO, int(desk.YearOr(e.year, d.Figures()))
	if e.strategies != "" {
		text, err := readLimited("--strategies", e.strategies, strategyBytes)
		if err != nil {
			return err
		}
		r.Strategies = string(text)
	}
	return r.run(c, sized{futures: e.futures, workers: e.workers, seed: e.seed}, nil)
}

// run does a run, or goes on with one, and says where its results are.
func (r modelRecipe) run(c *cobra.Command, z sized, old *runs.Manifest) error {
	f, err := openRuns(c)
	if err != nil {
		return err
	}
	s, err := r.spec(c, z)
	if err != nil {
		return err
	}
	bar, finish := progress("futures")
	options := runs.Options{Workers: z.workers, Progress: bar}
	var m *runs.Manifest
	if old == nil {
		m, err = f.Do(c.Context(), s, options)
	} else {
		m, err = f.Resume(c.Context(), old, s, options)
	}
	finish()
	var busy *runs.BusyError
	if err != nil && m != nil && !errors.As(err, &busy) {
		return &keptError{m.ID, err}
	}
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(c.OutOrStdout(), "%s\n%s\n", m.ID, f.Path(runs.Status{Manifest: m}))
	return err
}

func runsResume() *cobra.Command {
	z := sized{}
	c := &cobra.Command{
		Use: "resume RUN", Short: "Go on with a run that was interrupted", Args: exactly(1, "one run"),
		Long: `Resume builds the model of a run again, from the same data and by the same version
of the program, and does the futures that are left. The results have the same bytes
as those of a run that was not interrupted. A run that cannot be the same any more
is refused. --failures lets more experiments fail than the run was started with.`,
		Example:           "  shatterbelt runs resume explore-kor-2024",
		ValidArgsFunction: completeRuns,
		RunE: func(c *cobra.Command, args []string) error {
			f, s, err := openRun(c, args[0])
			if err != nil {
				return err
			}
			r, err := recipeOf(f, s)
			if err != nil {
				return err
			}
			if !c.Flags().Changed("failures") {
				z.failures = s.Allowed
			}
			z.futures, z.seed = s.Futures, s.Seed
			return r.run(c, z, s.Manifest)
		},
	}
	c.Flags().IntVar(&z.workers, "workers", 0, "parallel workers; 0 uses every core; results do not depend on it")
	c.Flags().IntVar(&z.failures, "failures", 0, "experiments that may fail (default: as the run was started)")
	return c
}

func runsStart() *cobra.Command {
	c := &cobra.Command{
		Use:   "start",
		Short: "Run the shallow lake, or a program of your own",
		Long: `Start makes a run of a model that is not the simulation of a state. The same command
given again goes on where the run was interrupted.`,
		Example: "  shatterbelt runs start lake --form ruled --policies 20 --futures 1000\n  shatterbelt runs start program --futures 1000 -- python3 model.py",
		Args:    subcommand,
		RunE:    func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	c.AddCommand(startLake(), startProgram())
	return c
}

// register adds the flags of runs that are not of the simulation.
func (z *sized) register(c *cobra.Command) {
	f := c.Flags()
	f.IntVar(&z.futures, "futures", 1000, "number of futures")
	f.Uint64Var(&z.seed, "seed", 1, "seed of all random draws")
	f.IntVar(&z.workers, "workers", 0, "parallel workers; 0 uses every core; results do not depend on it")
	f.IntVar(&z.failures, "failures", 0, "experiments that may fail before the run stops")
	z.design.register(c)
}

// check checks the flags, and gives a recipe its design.
func (z *sized) check(c *cobra.Command, r *modelRecipe) error {
	if err := z.design.check(c.Flags().Changed("futures")); err != nil {
		return err
	}
	r.Design = z.design.kept()
	return checkSize(z.futures, maxSavedFutures, z.workers)
}

func startLake() *cobra.Command {
	z, r := sized{}, modelRecipe{Recipe: desk.Recipe{Model: "lake"}}
	c := &cobra.Command{
		Use: "lake", Short: "Run the shallow lake under many policies", Args: exactly(0, ""),
		Long: `Lake runs the shallow-lake problem: policies that a Latin hypercube over the levers
chooses, in futures that another chooses. A policy of the form planned sets the
release of every year ahead; one of the form ruled is a rule that looks at the lake.`,
		Example: "  shatterbelt runs start lake --form ruled --policies 20 --futures 1000",
		RunE: func(c *cobra.Command, _ []string) error {
			if err := z.check(c, &r); err != nil {
				return err
			}
			if r.Policies < 1 || r.Policies > 10000 {
				return usagef("--policies is %d; want 1 to 10000", r.Policies)
			}
			if r.Samples < 1 || r.Samples > 100000 {
				return usagef("--samples is %d; want 1 to 100000", r.Samples)
			}
			return r.run(c, z, nil)
		},
	}
	z.register(c)
	c.Flags().StringVar(&r.Form, "form", "ruled", "planned or ruled")
	c.Flags().IntVar(&r.Policies, "policies", 10, "number of policies")
	c.Flags().IntVar(&r.Samples, "samples", 100, "series of natural inflows that an experiment averages over")
	return c
}

func startProgram() *cobra.Command {
	z, r := sized{}, modelRecipe{Recipe: desk.Recipe{Model: "program"}}
	var limit time.Duration
	c := &cobra.Command{
		Use: "program [flags] -- COMMAND [ARGUMENT...]", Short: "Run a program of your own as the model",
		Long: `Program runs a program of any language: it says what it is and then answers each
experiment, one JSON object a line. docs/external.md has the form of the lines and a
program to start from. What experiments fail, and what the program wrote to standard
error, is kept with the run.`,
		Example: "  shatterbelt runs start program --futures 1000 -- python3 model.py\n  shatterbelt runs start program --limit 30s --retries 1 --failures 10 -- ./model",
		Args: func(c *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usagef("%s wants a command after --, such as: -- python3 model.py", c.CommandPath())
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			if err := z.check(c, &r); err != nil {
				return err
			}
			if limit < 0 || r.Retries < 0 || z.failures < 0 {
				return usagef("--limit, --retries and --failures want 0 or more")
			}
			folder, err := os.Getwd()
			if err != nil {
				return err
			}
			r.Command, r.Folder, r.Limit = args, folder, limit.String()
			return r.run(c, z, nil)
		},
	}
	z.register(c)
	c.Flags().DurationVar(&limit, "limit", 0, "time that one experiment may take; 0 is as long as it likes")
	c.Flags().IntVar(&r.Retries, "retries", 0, "tries again of an experiment whose program ended, took too long or answered nonsense")
	return c
}
