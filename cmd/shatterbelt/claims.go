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

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"
	"github.com/spf13/cobra"

	"github.com/shatterbelt/shatterbelt/claim"
	"github.com/shatterbelt/shatterbelt/desk"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/study"
	"github.com/shatterbelt/shatterbelt/trace/param"
)

type claimsFlags struct {
	ids           []string
	asOf, lang    string
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
	c.AddCommand(claimsRunCommand(), claimsNewCommand())
	return c
}

func (f *claimsFlags) register(c *cobra.Command) {
	langFlag(c, &f.lang)
	yearFlag(c, &f.year)
	c.Flags().StringVar(&f.asOf, "as-of", "", "a month, such as 2022-08: judge as of the figures of the year before it too")
	c.Flags().IntVar(&f.futures, "futures", 2000, "futures of each comparison of courses")
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
			all, err := claim.Parse(args[0], data)
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
		return claimsText(c.OutOrStdout(), views, rules, f.lang)
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

var claimWriters = map[string]func(io.Writer, [][]claim.Finding, string, string) error{"html": claim.HTML, "md": claim.Markdown}

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
	s := d.Figures()
	years := []ir.Year{desk.YearOr(f.year, s)}
	if f.asOf != "" {
		y, err := knownIn(f.asOf)
		if err != nil {
			return nil, err
		}
		years = append([]ir.Year{y}, years...)
	}
	if err := votes(c, d); err != nil {
		return nil, err
	}
	var views [][]claim.Finding
	for _, y := range years {
		if _, err := study.Situate(s, y, study.Default()); err != nil {
			return nil, err
		}
		callback, finish := progress("judging claims")
		b := claim.Bench{
			Figures: s, Year: y, Seed: f.seed, Futures: f.futures, Workers: f.workers, Settings: study.Default(),
			Good: param.Default[study.GoodEnough](), Rule: param.Default[claim.Rule](), Coding: param.Default[claim.Coding](),
			Votes: d.Votes, Progress: callback,
		}
		found, err := claim.Run(c.Context(), &b, all)
		finish()
		if err != nil {
			return nil, err
		}
		views = append(views, found)
	}
	return views, nil
}

var claimsWords = map[string][]string{
	"en": {"claim", "says", "verdict", "Rules fixed before any was computed, in commit ", "As-of views use figures up to the year named; the core carries no dates of publication, so later revisions are in them."},
	"ko": {"주장", "내용", "판정", "규칙은 계산 전에 다음 커밋에서 확정: ", "과거 시점의 판정은 해당 연도까지의 수치를 쓰나, 내장 자료에는 발표일이 없어 이후 수정이 반영되어 있음."},
}

// claimsText prints a table of verdicts, one column a year, and then why.
func claimsText(w io.Writer, views [][]claim.Finding, rules, lang string) error {
	words := claimsWords[lang]
	t := table.NewWriter()
	head := table.Row{strings.ToUpper(words[0]), strings.ToUpper(words[1])}
	for _, v := range views {
		if len(v) > 0 {
			head = append(head, fmt.Sprintf("%s %d", strings.ToUpper(words[2]), v[0].Year))
		}
	}
	t.AppendHeader(head)
	t.SetColumnConfigs([]table.ColumnConfig{{Number: 2, WidthMax: 60, WidthMaxEnforcer: text.WrapSoft}})
	last := views[len(views)-1]
	for i := range last {
		row := table.Row{last[i].Claim.ID, last[i].Claim.Statement.In(lang)}
		for _, v := range views {
			row = append(row, v[i].Verdict.Word(lang))
		}
		t.AppendRow(row)
	}
	var b strings.Builder
	b.WriteString(t.Render() + "\n")
	for i := range last {
		fmt.Fprintf(&b, "\n%s %s: %s\n", last[i].Claim.ID, last[i].Verdict.Word(lang), last[i].Claim.Question.In(lang))
		for k := range last[i].Parts {
			p := &last[i].Parts[k]
			fmt.Fprintf(&b, " - %s: %s. %s\n   %s\n", p.Part.Name, p.Verdict.Word(lang), claim.Sentence(p.Part.Asks.In(lang)), p.Say(lang))
		}
		if waits := last[i].Claim.Waits.In(lang); waits != "" {
			fmt.Fprintf(&b, " - %s\n", waits)
		}
	}
	if rules != "" {
		fmt.Fprintf(&b, "\n%s%s.\n", words[3], rules)
	}
	if len(views) > 1 {
		b.WriteString(words[4] + "\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}
