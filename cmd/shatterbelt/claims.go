package main

import (
	"bytes"
	"fmt"
	"io"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/shatterbelt/shatterbelt/brief"
	"github.com/shatterbelt/shatterbelt/claim"
	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/desk"
	"github.com/shatterbelt/shatterbelt/internal/builtin"
	"github.com/shatterbelt/shatterbelt/ir"
)

type claimsFlags struct {
	ids           []string
	asOf, lang    string
	state         string
	year, futures int
	workers       int
	seed          uint64
	asJSON        bool
	formats, out  string
}

func claimsCommand() *cobra.Command {
	var f claimsFlags
	c := &cobra.Command{
		Use:   "claims",
		Short: "Judge the arguments of the founding paper by rules fixed beforehand",
		Long: `Claims computes what can be computed of 28 arguments of one policy paper and says
of each whether the figures support or contradict it, are mixed, or leave it
undetermined. The rules were fixed in one commit before any was computed; the
commit is named. An argument that needs data or a model which is not there says
which.`,
		Example: "  shatterbelt claims\n  shatterbelt claims --id C09 --as-of 2022-08\n  shatterbelt claims run mine.yaml",
		Args:    subcommand,
		RunE: func(c *cobra.Command, _ []string) error {
			all, err := byID(claim.Rules(), f.ids)
			if err != nil {
				return err
			}
			return f.run(c, all, claim.RulesCommit)
		},
	}
	f.register(c)
	c.Flags().StringSliceVar(&f.ids, "id", nil, "claims to judge, such as C09; several with commas (default: all)")
	c.AddCommand(claimsRunCommand(), claimsNewCommand(), claimsQuantitiesCommand())
	return c
}

func (f *claimsFlags) register(c *cobra.Command) {
	langFlag(c, &f.lang)
	yearFlag(c, &f.year)
	c.Flags().StringVar(&f.state, "state", "", "a state in the place of South Korea, in the claims that ask about one state")
	c.Flags().StringVar(&f.asOf, "as-of", "", "a month, such as 2022-08: judge as of the figures of the year before it too")
	c.Flags().IntVar(&f.futures, "futures", desk.DefaultFutures, "futures of each comparison of courses")
	c.Flags().IntVar(&f.workers, "workers", 0, "parallel workers; 0 uses every core; results do not depend on it")
	c.Flags().Uint64Var(&f.seed, "seed", 1, "seed of all random draws")
	c.Flags().StringVar(&f.formats, "format", "", "html or md documents, or both with a comma")
	c.Flags().StringVar(&f.out, "out", ".", "folder to write documents to; made if missing")
	c.Flags().BoolVar(&f.asJSON, "json", false, "print JSON with every reading")
}

func claimsRunCommand() *cobra.Command {
	var f claimsFlags
	c := &cobra.Command{
		Use:     "run FILE",
		Short:   "Judge the claims of a file of your own",
		Example: "  shatterbelt claims new > mine.yaml\n  shatterbelt claims run mine.yaml",
		Args:    exactly(1, "one file"),
		RunE: func(c *cobra.Command, args []string) error {
			data, err := readLimited("the claim file", args[0], claim.MaxBytes)
			if err != nil {
				return err
			}
			names, err := quantities(c)
			if err != nil {
				return err
			}
			all, err := claim.ParseFor(args[0], data, names)
			if err != nil {
				return err
			}
			return f.run(c, all, "")
		},
	}
	f.register(c)
	return c
}

func claimsNewCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "new",
		Short: "Print a claim file to start from",
		Long:  "New prints a worked example about Poland. Change a copy and give it to claims run.",
		Args:  exactly(0, ""),
		RunE: func(c *cobra.Command, _ []string) error {
			_, err := c.OutOrStdout().Write(claim.ExampleFile())
			return err
		},
	}
}

func claimsQuantitiesCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "quantities",
		Short: "List the indicators and measures that a claim of your own can compare",
		Args:  exactly(0, ""),
		RunE: func(c *cobra.Command, _ []string) error {
			names, err := quantities(c)
			if err != nil {
				return err
			}
			_, err = fmt.Fprintln(c.OutOrStdout(), strings.Join(names, "\n"))
			return err
		},
	}
}

// byID finds claims by id; none asked for are all.
func byID(all []claim.Claim, ids []string) ([]claim.Claim, error) {
	if len(ids) == 0 {
		return all, nil
	}
	var out []claim.Claim
	for _, id := range ids {
		found := false
		for _, c := range all {
			if strings.EqualFold(c.ID, strings.TrimSpace(id)) {
				out, found = append(out, c), true
			}
		}
		if !found {
			return nil, usagef("no claim %q; want C01 to C%02d", id, len(all))
		}
	}
	return out, nil
}

var monthPattern = regexp.MustCompile(`^(\d{4})(-(0[1-9]|1[0-2]))?$`)

// knownIn is the last year whose yearly figures were out in a month: the year
// before.
func knownIn(asOf string) (ir.Year, error) {
	m := monthPattern.FindStringSubmatch(asOf)
	if m == nil {
		return 0, usagef("--as-of is %q; want a month, such as 2022-08", asOf)
	}
	y, err := strconv.Atoi(m[1])
	return ir.Year(y - 1), err
}

func (f *claimsFlags) run(c *cobra.Command, all []claim.Claim, rules string) error {
	formats, err := f.check()
	if err != nil {
		return err
	}
	views, err := f.judge(c, all)
	if err != nil {
		return err
	}
	switch {
	case f.asJSON:
		return writeJSON(c.OutOrStdout(), claim.Reported(slices.Concat(views...), rules))
	case len(formats) == 0:
		return claimsText(c.OutOrStdout(), views, rules, f.lang, rules == "" || len(f.ids) > 0)
	}
	for _, format := range formats {
		var b bytes.Buffer
		if err := claimWriters[format](&b, views, rules, f.lang); err != nil {
			return err
		}
		path := filepath.Join(f.out, fmt.Sprintf("claims-%s.%s", f.lang, format))
		if err := writeWhole(path, b.Bytes()); err != nil {
			return err
		}
		fmt.Fprintln(c.OutOrStdout(), path)
	}
	return nil
}

var claimWriters = map[string]func(io.Writer, [][]claim.Finding, string, string) error{
	"html": func(w io.Writer, views [][]claim.Finding, rules, lang string) error {
		return claim.HTML(w, views, rules, lang, brief.ClaimPicture)
	},
	"md": claim.Markdown,
}

// check reads the flags before anything is computed.
func (f *claimsFlags) check() ([]string, error) {
	if err := checkLang(f.lang); err != nil {
		return nil, err
	}
	if f.futures < 1 || f.futures > maxFutures || f.workers < 0 {
		return nil, usagef("--futures is %d and --workers %d; want 1 to %d, and 0 or more", f.futures, f.workers, maxFutures)
	}
	if f.asOf != "" {
		if _, err := knownIn(f.asOf); err != nil {
			return nil, err
		}
	}
	if f.formats == "" {
		return nil, nil
	}
	formats := distinct(strings.Split(strings.ReplaceAll(f.formats, " ", ""), ","))
	for _, format := range formats {
		if err := oneOf("--format", format, "html", "md"); err != nil {
			return nil, err
		}
	}
	return formats, checkFolder(f.out)
}

// judge judges the claims as of each year asked for, the earlier first.
func (f *claimsFlags) judge(c *cobra.Command, all []claim.Claim) ([][]claim.Finding, error) {
	d, err := figures(c)
	if err != nil {
		return nil, err
	}
	say(c, d.From)
	if err := records(c, d); err != nil {
		return nil, err
	}
	b := d.Bench(desk.Judging{Year: desk.YearOr(f.year, d.Figures()), Seed: f.seed, Futures: f.futures, Workers: f.workers})
	if all, err = f.about(d.Figures(), &b, all); err != nil {
		return nil, err
	}
	benches := []claim.Bench{b}
	if f.asOf != "" {
		known, err := knownIn(f.asOf)
		if err != nil {
			return nil, err
		}
		b.Year, b.AsOf = known, known+1
		benches = []claim.Bench{b, benches[0]}
	}
	var views [][]claim.Finding
	for i := range benches {
		found, err := judgeBy(c, &benches[i], all)
		if err != nil {
			return nil, err
		}
		views = append(views, found)
	}
	return views, nil
}

// quantities are the names of all indicators and measures.
func quantities(c *cobra.Command) ([]string, error) {
	d, err := figures(c)
	if err != nil {
		return nil, err
	}
	all, err := builtin.Measures()
	if err != nil {
		return nil, err
	}
	var out []string
	for _, m := range all.All() {
		out = append(out, m.Spec().Name)
	}
	for _, i := range d.Figures().Indicators() {
		out = append(out, i.Name)
	}
	return out, nil
}

func judgeBy(c *cobra.Command, b *claim.Bench, all []claim.Claim) ([]claim.Finding, error) {
	callback, finish := progress("judging claims")
	defer finish()
	b.Progress = callback
	return desk.Judge(c.Context(), b, all)
}

// about puts the state asked for in the place of that of the claims.
func (f *claimsFlags) about(s *panel.Snapshot, b *claim.Bench, all []claim.Claim) ([]claim.Claim, error) {
	if f.state == "" {
		return all, nil
	}
	st, err := s.Codes().Find(f.state)
	if err != nil {
		return nil, err
	}
	var out []claim.Claim
	var left []string
	for _, one := range all {
		moved, ok, err := b.Instead(one, st)
		if err != nil {
			return nil, err
		}
		if ok {
			out = append(out, moved)
		} else {
			left = append(left, one.ID)
		}
	}
	switch {
	case len(f.ids) > 0 && len(left) > 0:
		return nil, usagef("--state: %s asks nothing of one state that another could stand in for; leave --state or the claim out", strings.Join(left, ", "))
	case len(out) == 0:
		return nil, usagef("--state: no claim here is about South Korea, in whose place %s would stand", st.NameEN)
	}
	return out, nil
}
