package main

import (
	"cmp"
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/spf13/cobra"

	"github.com/shatterbelt/shatterbelt/data/experiments"
	"github.com/shatterbelt/shatterbelt/desk"
	"github.com/shatterbelt/shatterbelt/rdm"
)

type discoverFlags struct {
	sampling
	outcome, method             string
	threshold, alpha, mass      float64
	boxes, limits, replications int
}

func discoverCommand() *cobra.Command {
	prim := rdm.DefaultPrim()
	f := discoverFlags{}
	c := &cobra.Command{
		Use:   "discover FILE --outcome CONDITION",
		Short: "In which experiments does it fail? Boxes of conditions in any table of experiments",
		Long: `Discover looks for conditions on the inputs that hold together and under which the
experiments of interest are dense: scenario discovery by peeling (PRIM), or by a classification
tree (CART). It says each box in a sentence, how far it holds when searched in random halves,
and which inputs have most to say.
` + sampleHelp + `

--outcome is a column of 0 and 1, or a column, a comparison and a value. Columns that are
outcomes too must be excluded with --without, or the inputs named with --inputs.`,
		Example: "  shatterbelt discover runs.csv --outcome 'fed < 0.8' --without spent\n" +
			"  shatterbelt discover runs.parquet --outcome failed --threshold 0.9 --boxes 3\n" +
			"  shatterbelt discover ema.csv.gz --outcome 'reliability < 0.9' --inputs b,q,mean --method cart --lang ko",
		Args: exactly(1, "one file of experiments"),
		RunE: func(c *cobra.Command, args []string) error { return f.run(c, args[0]) },
	}
	f.register(c, true)
	fl := c.Flags()
	fl.StringVar(&f.outcome, "outcome", "", "which experiments are of interest: a column of 0 and 1, or such as 'fed < 0.8'")
	fl.StringVar(&f.method, "method", "prim", "prim (boxes by peeling) or cart (a classification tree)")
	fl.Float64Var(&f.threshold, "threshold", prim.Density, "share of the experiments in a box that must be of interest, 0.5 to 0.99")
	fl.Float64Var(&f.alpha, "alpha", prim.Peel, "share of the box that one peel removes, 0.01 to 0.3")
	fl.Float64Var(&f.mass, "min-mass", prim.MinMass, "least share of all experiments in a box, 0.001 to 0.5")
	fl.IntVar(&f.boxes, "boxes", 1, "most boxes, one after another")
	fl.IntVar(&f.limits, "limits", 0, "most inputs with a limit in a box; 0 is any number")
	fl.IntVar(&f.replications, "searches", rdm.DefaultSearches, "searches in random halves to see how far the first box holds")
	return c
}

func (f *discoverFlags) run(c *cobra.Command, file string) error {
	search, err := f.search()
	if err != nil {
		return err
	}
	t, err := f.read(c, file)
	if err != nil {
		return err
	}
	d, err := t.Discover(c.Context(), search)
	if err != nil {
		return err
	}
	out := c.OutOrStdout()
	switch {
	case f.asJSON:
		return writeJSON(out, d)
	case f.asCSV:
		return curveCSV(out, d)
	}
	return discoverText(out, d, f.lang)
}

// search turns the flags into what is looked for.
func (f *discoverFlags) search() (experiments.Search, error) {
	s, err := desk.Discovering{
		Sampling: f.asked(), Outcome: f.outcome, Method: f.method, Threshold: f.threshold, Alpha: f.alpha, Mass: f.mass,
		Boxes: f.boxes, Limits: f.limits, Replications: f.replications,
	}.Search()
	return s, asked(err)
}

// curveCSV writes the trade-off curve of the first box, or the boxes of a tree.
func curveCSV(w io.Writer, d experiments.Discovered) error {
	out := csv.NewWriter(w)
	_ = out.Write([]string{"step", "experiments", "of_interest", "coverage", "density", "mass", "inputs", "chosen"})
	row := func(k int, p experiments.FoundPoint, inputs int, chosen bool) {
		_ = out.Write([]string{
			strconv.Itoa(k), strconv.Itoa(p.N), strconv.Itoa(p.Hits), number(p.Coverage), number(p.Density), number(p.Mass),
			strconv.Itoa(inputs), strconv.FormatBool(chosen),
		})
	}
	for k, p := range d.Curve {
		row(k, p.FoundPoint, p.Inputs, p.Chosen)
	}
	if d.Curve == nil {
		for k, b := range d.Boxes {
			row(k, b.FoundPoint, len(b.Limits), b.Reached)
		}
	}
	out.Flush()
	return out.Error()
}

var discoverWords = phrases{
	"en": {
		"head": "%d experiments of %s; %s holds in %d, %s.\n", "none": "No box is as dense as asked (%s); the densest:\n",
		"limits": "input|from|to|quasi-p", "and": "Together the boxes hold %s of the experiments of interest, in %s of all.\n",
		"stable": "Searched in %d random halves: %s named the same inputs. In the halves left out the box is %s dense (%s to %s) and covers %s (%s to %s).\n",
		"tree":   "The tree has %d leaves; its cross-validated error is %.4f (standard error %.4f), against %.4f for the share of all.\n",
		"scores": "input|score", "chance": "an input without bearing", "not": "not ",
	},
	"ko": {
		"head": "%[2]s의 실험 %[1]d건. %[3]s은(는) %[4]d건(%[5]s)에서 성립.\n", "none": "요구한 밀도(%s)에 이른 상자는 없음. 가장 밀한 상자:\n",
		"limits": "입력|하한|상한|준 p값", "and": "상자를 합하면 관심 실험의 %s, 전체의 %s.\n",
		"stable": "무작위 절반에서 %d회 다시 탐색: %s가 같은 입력을 지목. 남은 절반에서 상자의 밀도 %s(%s~%s), 포괄률 %s(%s~%s).\n",
		"tree":   "나무의 잎 %d개. 교차검증 오차 %.4f(표준오차 %.4f), 전체 비율만 쓰면 %.4f.\n",
		"scores": "입력|점수", "chance": "무관한 입력", "not": "제외: ",
	},
}

func discoverText(w io.Writer, d experiments.Discovered, lang string) error {
	word := discoverWords.in(lang)
	var b strings.Builder
	b.WriteString(word("head", d.Rows, d.File, d.Condition, d.Hits, share(d.Base, lang)))
	b.WriteString(used(lang, d.Inputs, d.LeftOut, d.Dropped))
	b.WriteString("\n")
	if len(d.Boxes) > 0 && !d.Boxes[0].Reached {
		b.WriteString(word("none", share(d.Threshold, lang)))
	}
	for k, box := range d.Boxes {
		text := box.EN
		if lang == "ko" {
			text = box.KO
		}
		fmt.Fprintf(&b, "%d. %s\n%s\n", k+1, text, limitsText(box, word))
	}
	if len(d.Boxes) > 1 && d.Together.N > 0 {
		b.WriteString(word("and", share(d.Together.Coverage, lang), share(d.Together.Mass, lang)))
	}
	if s := d.Stability; s != nil {
		pct := func(v float64) string { return share(v, lang) }
		b.WriteString(word("stable", s.Searches, pct(s.SameInputs), pct(s.Density.Value), pct(s.Density.Low), pct(s.Density.High),
			pct(s.Coverage.Value), pct(s.Coverage.Low), pct(s.Coverage.High)))
	}
	if t := d.Tree; t != nil {
		b.WriteString(word("tree", t.Leaves, t.Error, t.StdError, t.Plain))
	}
	b.WriteString("\n" + scoresText(d, word) + "\n")
	_, err := io.WriteString(w, b.String())
	return err
}

// limitsText is a box as a table of its conditions.
func limitsText(box experiments.FoundBox, word func(string, ...any) string) string {
	if len(box.Limits) == 0 {
		return ""
	}
	t := table.NewWriter()
	t.AppendHeader(cells(word("limits")))
	for _, l := range box.Limits {
		from, to := maybe("%.4g", l.Low), maybe("%.4g", l.High)
		if l.In != nil {
			from, to = strings.Join(l.In, ", "), "–"
			if len(l.Out) < len(l.In) {
				from = word("not") + strings.Join(l.Out, ", ")
			}
		}
		t.AppendRow(table.Row{l.Input, from, to, chances(l.QuasiP)})
	}
	return t.Render() + "\n"
}

// scoresText lists the inputs by score, the best ten, beside chance.
func scoresText(d experiments.Discovered, word func(string, ...any) string) string {
	scores := slices.Clone(d.Scores)
	size := func(s experiments.InputSay) float64 {
		if s.Score == nil {
			return 0
		}
		return *s.Score
	}
	slices.SortStableFunc(scores, func(a, b experiments.InputSay) int { return cmp.Compare(size(b), size(a)) })
	t := table.NewWriter()
	t.AppendHeader(cells(word("scores")))
	for _, s := range scores[:min(10, len(scores))] {
		t.AppendRow(table.Row{s.Input, maybe("%.3f", s.Score)})
	}
	t.AppendRow(table.Row{"(" + word("chance") + ")", maybe("%.3f", d.Chance)})
	return t.Render()
}

// chances writes a quasi-p-value, however small.
func chances(v *float64) string {
	if v == nil {
		return "–"
	}
	return fmt.Sprintf("%.2g", *v)
}
