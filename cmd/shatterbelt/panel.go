package main

import (
	"errors"
	"fmt"
	"runtime"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/shatterbelt/shatterbelt"
	"github.com/shatterbelt/shatterbelt/data/recipe"
	"github.com/shatterbelt/shatterbelt/internal/builtin"
	"github.com/shatterbelt/shatterbelt/ir"
)

// panelFlags are what a panel is asked for by.
type panelFlags struct {
	add              []string
	from, to         int
	system, filter   string
	carry            bool
	contiguous       float64
	democratic       float64
	out, record      string
	workers          int
	list, asCSV, asJ bool
	lang             string
}

func panelCommand() *cobra.Command {
	var f panelFlags
	c := &cobra.Command{
		Use:   "panel UNIT|RECIPE",
		Short: "Make a panel of states, dyads or directed dyads by year from imported data",
		Long: `Panel writes a table with a row for each state and year, dyad and year, or directed
dyad and year, and the columns asked for with --add, from the datasets in the store.
A dyad-year is there if and only if both states were members of the state system on
at least one common day. What a source covers and does not list is 0, what it does
not cover is missing. Nothing depends on today's date.

UNIT is state-year, dyad-year or directed-dyad-year. In place of it a recipe file
may stand, ending in .yaml. Beside the panel goes its record: a recipe file with
the editions and hashes of all data used, from which the same bytes are made again.

--add takes entries, all their usual columns or those named: nmc, or nmc=cinc+tpop.
--list shows them. --filter politically-relevant keeps dyads that are contiguous or
have a major power in them. The list of states ends in 2016 (Correlates of War) or
where the imported list does (Gleditsch and Ward); --carry-members takes its last
members to be members after it.`,
		Example: "  shatterbelt panel directed-dyad-year --add contiguity,majors,gml,peace-years=gmlmidspell,nmc=cinc --from 1816 --to 2010 --out ddy.csv\n" +
			"  shatterbelt panel state-year --add nmc,democracy --system gw --out states.dta\n  shatterbelt panel ddy.recipe.yaml --out again.csv\n  shatterbelt panel --list",
		Args: panelArgs(&f),
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return recipe.Units(), cobra.ShellCompDirectiveDefault
		},
		RunE: func(c *cobra.Command, args []string) error {
			if f.list {
				return f.additions(c)
			}
			return f.run(c, args[0])
		},
	}
	f.register(c)
	return c
}

// panelArgs wants one unit or recipe, or none with --list.
func panelArgs(f *panelFlags) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		if f.list {
			return exactly(0, "")(c, args)
		}
		return exactly(1, "a unit or a recipe file")(c, args)
	}
}

func (f *panelFlags) register(c *cobra.Command) {
	s := recipe.DefaultSettings()
	flags := c.Flags()
	flags.StringSliceVar(&f.add, "add", nil, "what to add, separated by commas; see --list")
	flags.IntVar(&f.from, "from", 0, "first year (default: that of the list of states)")
	flags.IntVar(&f.to, "to", 0, "last year (default: that of the list of states)")
	flags.StringVar(&f.system, "system", "cow", "list of states: cow or gw")
	flags.StringVar(&f.filter, "filter", "", "keep some dyads: "+recipe.Relevant)
	flags.BoolVar(&f.carry, "carry-members", false, "take the last members of the list of states to be members after it")
	flags.Float64Var(&f.contiguous, "relevant-contiguity", s.Contiguous, "highest type of contiguity that makes a dyad relevant, 1 to 5")
	flags.Float64Var(&f.democratic, "joint-democracy", s.Democratic, "polity score from which a state counts as a democracy")
	flags.StringVar(&f.out, "out", "", "file to write: .csv, .parquet or .dta (default: CSV on standard output)")
	flags.StringVar(&f.record, "record", "", "file for the record (default: that of --out, ending in .recipe.yaml)")
	flags.IntVar(&f.workers, "workers", 0, "parallel workers; 0 uses every core; results do not depend on it")
	flags.BoolVar(&f.list, "list", false, "list what can be added, with columns and datasets")
	langFlag(c, &f.lang)
	formFlags(c, &f.asCSV, &f.asJ)
	for _, flag := range []string{"csv", "json"} {
		c.Flags().Lookup(flag).Usage += ", for --list"
	}
	_ = c.RegisterFlagCompletionFunc("add", completeAdditions)
	_ = c.RegisterFlagCompletionFunc("system", cobra.FixedCompletions([]string{"cow", "gw"}, cobra.ShellCompDirectiveNoFileComp))
	_ = c.RegisterFlagCompletionFunc("filter", cobra.FixedCompletions([]string{recipe.Relevant}, cobra.ShellCompDirectiveNoFileComp))
}

func completeAdditions(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	var out []string
	for _, a := range recipe.Additions() {
		out = append(out, a.Key+"\t"+a.EN)
	}
	return out, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveNoSpace
}

func (f *panelFlags) run(c *cobra.Command, what string) error {
	format, err := f.format()
	if err != nil {
		return err
	}
	r, err := f.recipe(c, what)
	if err != nil {
		return err
	}
	s, err := openStore(c)
	if err != nil {
		return err
	}
	p, err := recipe.Open(c.Context(), recipe.Input{Store: s, Datasets: builtin.Datasets()}, r)
	if err != nil {
		return usageOf(err, what)
	}
	for _, d := range p.Unverified() {
		fmt.Fprintf(c.ErrOrStderr(), "shatterbelt: %s %s (%s) is unverified: no edition known has a file of that hash\n", d.Dataset, d.Edition, d.Table)
	}
	workers := f.workers
	if workers == 0 {
		workers = runtime.NumCPU()
	}
	made, err := writePanel(c, p, r, format, f.out, workers)
	if err != nil {
		return err
	}
	record := f.recordName()
	if record != "" {
		if err := writeWhole(record, p.Record(shatterbelt.Version, &made)); err != nil {
			return err
		}
	}
	f.told(c, p, made, record)
	return nil
}

// told says on standard error what was written.
func (f *panelFlags) told(c *cobra.Command, p *recipe.Panel, made recipe.Output, record string) {
	first, last := p.Years()
	out := fmt.Sprintf("shatterbelt: %d rows of %d columns, %d to %d", made.Rows, made.Columns, first, last)
	if f.out != "" {
		out += ", in " + f.out
	}
	if record != "" {
		out += "; record in " + record
	}
	fmt.Fprintln(c.ErrOrStderr(), out)
}

// usageOf marks what is wrong with the recipe of a command line as such; what is
// wrong with that of a file is a fault of the file.
func usageOf(err error, what string) error {
	var e *recipe.Error
	if _, flags := recipe.ParseUnit(what); flags && errors.As(err, &e) {
		return usageError{err}
	}
	return err
}

// panelFormats are the endings of files that can be written.
var panelFormats = []string{"csv", "parquet", "dta"}

func (f *panelFlags) format() (string, error) {
	if f.workers < 0 {
		return "", usagef("--workers is %d; want 0 or more", f.workers)
	}
	if f.asCSV || f.asJ {
		return "", usagef("--csv and --json go with --list; a panel's format follows from the ending of --out")
	}
	if f.out == "" {
		return panelFormats[0], nil
	}
	for _, format := range panelFormats {
		if strings.HasSuffix(strings.ToLower(f.out), "."+format) {
			return format, nil
		}
	}
	return "", usagef("--out is %q; want a name that ends in .csv, .parquet or .dta", f.out)
}

// recordName is where the record goes: beside the panel, unless told otherwise.
func (f *panelFlags) recordName() string {
	if f.record != "" || f.out == "" {
		return f.record
	}
	return f.out[:strings.LastIndexByte(f.out, '.')] + ".recipe.yaml"
}

// recipe is that of the flags, or of a file; flags do not change what a file
// says, so that it remains the record.
func (f *panelFlags) recipe(c *cobra.Command, what string) (recipe.Recipe, error) {
	u, ok := recipe.ParseUnit(what)
	if !ok {
		return f.file(c, what)
	}
	sys, ok := recipe.ParseSystem(f.system)
	if !ok {
		return recipe.Recipe{}, usagef("--system is %q; want cow or gw", f.system)
	}
	r := recipe.Recipe{
		Unit: u, System: sys, From: ir.Year(f.from), To: ir.Year(f.to), Carry: f.carry, Filter: f.filter,
		Settings: recipe.Settings{Contiguous: f.contiguous, Democratic: f.democratic},
	}
	for _, a := range f.add {
		r.Add = append(r.Add, recipe.ParseAddition(a))
	}
	return r, nil
}

// asking are the flags that a recipe file takes the place of.
var asking = []string{"add", "from", "to", "system", "filter", "carry-members", "relevant-contiguity", "joint-democracy"}

func (f *panelFlags) file(c *cobra.Command, name string) (recipe.Recipe, error) {
	if !strings.HasSuffix(name, ".yaml") && !strings.HasSuffix(name, ".yml") {
		return recipe.Recipe{}, usagef("unit %q; want %s, or a recipe file that ends in .yaml", name, strings.Join(recipe.Units(), ", "))
	}
	if i := slices.IndexFunc(asking, c.Flags().Changed); i >= 0 {
		return recipe.Recipe{}, usagef("--%s beside a recipe file; change the file, so that it says what was done", asking[i])
	}
	data, err := readLimited("the recipe", name, recipe.MaxBytes)
	if err != nil {
		return recipe.Recipe{}, err
	}
	return recipe.Parse(name, data)
}

// panelWorks lists the works that a recipe file rests on.
func panelWorks(name string) ([]string, error) {
	data, err := readLimited("--panel", name, recipe.MaxBytes)
	if err != nil {
		return nil, err
	}
	r, err := recipe.Parse(name, data)
	if err != nil {
		return nil, err
	}
	return r.Works(recipe.Input{Datasets: builtin.Datasets()})
}
