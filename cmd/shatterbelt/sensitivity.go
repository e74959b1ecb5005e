package main

import (
	"cmp"
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/spf13/cobra"

	"github.com/shatterbelt/shatterbelt/data/experiments"
	"github.com/shatterbelt/shatterbelt/desk"
	"github.com/shatterbelt/shatterbelt/rdm"
)

type sensitivityFlags struct {
	sampling
	outcomes  []string
	estimator string
}

func sensitivityCommand() *cobra.Command {
	var f sensitivityFlags
	c := &cobra.Command{
		Use:   "sensitivity FILE",
		Short: "Which inputs move which outcomes, in any table of experiments",
		Long: `Sensitivity says how much of each outcome goes back to each input. Where the experiments are
of a Saltelli design it gives first and total Sobol indices, and pairs where the design has them;
where they are of a Morris design, elementary effects; and from any other sample the first order,
the shift of the outcome's distribution and the rank correlation. Scores of randomised trees stand
beside them all, with the score of an input without bearing. Designs are recognised, whoever made
them, if the rows are in their order. Intervals are those of the bootstrap.
` + sampleHelp + `

--outcome is a column, or a condition such as 'fed < 0.8' that counts as 1 where it holds.`,
		Example: "  shatterbelt sensitivity runs.csv --outcome fed --outcome spent\n" +
			"  shatterbelt sensitivity salib.csv --outcome Y --inputs x1,x2,x3\n" +
			"  shatterbelt sensitivity runs.parquet --outcome 'fed < 0.8' --estimator sample --lang ko",
		Args: exactly(1, "one file of experiments"),
		RunE: func(c *cobra.Command, args []string) error { return f.run(c, args[0]) },
	}
	f.register(c, true)
	c.Flags().StringArrayVar(&f.outcomes, "outcome", nil, "a column, or such as 'fed < 0.8'; may be given several times (default: the outcomes the file names)")
	c.Flags().StringVar(&f.estimator, "estimator", "auto", "auto, sobol, morris or sample")
	return c
}

func (f *sensitivityFlags) run(c *cobra.Command, file string) error {
	a, err := desk.Moving{Sampling: f.asked(), Outcomes: f.outcomes, Estimator: f.estimator}.Asking()
	if err != nil {
		return asked(err)
	}
	t, err := f.read(c, file)
	if err != nil {
		return err
	}
	s, err := t.Sensitivity(c.Context(), a)
	if err != nil {
		return err
	}
	out := c.OutOrStdout()
	switch {
	case f.asJSON:
		return writeJSON(out, s)
	case f.asCSV:
		return sensitivityCSV(out, s)
	}
	return sensitivityText(out, s, f.lang)
}

func sensitivityCSV(w io.Writer, s experiments.Sensitivity) error {
	out := csv.NewWriter(w)
	_ = out.Write([]string{
		"outcome", "input", "estimator", "first", "first_low", "first_high", "total", "total_low", "total_high",
		"mu_star", "mu_star_low", "mu_star_high", "mu", "sigma", "shift", "shift_by_chance", "trend", "score", "score_of_chance",
	})
	bounds := func(i *rdm.Interval) []string {
		if i == nil {
			return []string{"", "", ""}
		}
		return []string{number(i.Value), number(i.Low), number(i.High)}
	}
	for _, o := range s.Outcomes {
		for _, i := range o.Inputs {
			_ = out.Write(slices.Concat([]string{o.Outcome, i.Input, string(s.Estimator)}, bounds(i.First), bounds(i.Total), bounds(i.MeanAbs),
				[]string{blank(i.Mean), blank(i.Deviation), blank(i.Shift), blank(i.Noise), blank(i.Trend), blank(i.Score), blank(o.Chance)}))
		}
	}
	out.Flush()
	return out.Error()
}

var sensitivityWords = phrases{
	"en": {
		"sobol":  "%[1]d experiments of %[2]s: a Saltelli design of %[3]d points. First is the share of the variance that goes back to an input alone, total what it does with others too.\n",
		"morris": "%[1]d experiments of %[2]s: a Morris design of %[3]d paths. Effects are of a move over the whole range seen; a large sigma means bends or company.\n",
		"sample": "%[1]d experiments of %[2]s, taken as any sample. First is the share of the variance that goes back to an input alone; shift, in brackets what chance does, how far the distribution moves.\n",
		"level":  "Intervals hold %s. Scores rank inputs, company included; (chance) is an input without bearing.\n",
		"of":     "\n%s: mean %.4g, variance %.4g\n", "flat": "\n%s is %.4g in every experiment.\n",
		"sobol head": "input|first|total|score", "morris head": "input|mu*|mu|sigma|score", "sample head": "input|first|shift|trend|score",
		"pair": "pair|second order", "chance": "(chance)", "others": "(%d more)", "to": "%.2f (%.2f to %.2f)",
	},
	"ko": {
		"sobol":  "%[2]s의 실험 %[1]d건: 살텔리 설계, 점 %[3]d개. 1차는 입력 하나에 돌아가는 분산의 몫, 총효과는 다른 입력과 함께하는 몫까지.\n",
		"morris": "%[2]s의 실험 %[1]d건: 모리스 설계, 경로 %[3]d개. 효과는 관측 범위 전체를 움직일 때의 변화. sigma가 크면 굽었거나 다른 입력과 함께 작용.\n",
		"sample": "%[2]s의 실험 %[1]d건: 일반 표본으로 추정. 1차는 입력 하나에 돌아가는 분산의 몫, 이동은 분포가 움직이는 정도(괄호는 우연의 몫).\n",
		"level":  "구간 수준 %s. 점수는 상호작용까지 포함한 순위이며 (우연)은 무관한 입력.\n",
		"of":     "\n%s: 평균 %.4g, 분산 %.4g\n", "flat": "\n%s은(는) 모든 실험에서 %.4g.\n",
		"sobol head": "입력|1차|총효과|점수", "morris head": "입력|mu*|mu|sigma|점수", "sample head": "입력|1차|이동|추세|점수",
		"pair": "쌍|2차", "chance": "(우연)", "others": "(그 밖 %d개)", "to": "%.2f (%.2f~%.2f)",
	},
}

func sensitivityText(w io.Writer, s experiments.Sensitivity, lang string) error {
	word := sensitivityWords.in(lang)
	var b strings.Builder
	kind := string(s.Estimator)
	b.WriteString(word(kind, s.Rows, s.File, s.Blocks))
	b.WriteString(word("level", share(s.Level, lang)))
	b.WriteString(used(lang, s.Inputs, s.LeftOut, s.Dropped))
	for _, o := range s.Outcomes {
		if o.Variance == 0 {
			b.WriteString(word("flat", o.Outcome, o.Mean))
			continue
		}
		b.WriteString(word("of", o.Outcome, o.Mean, o.Variance))
		b.WriteString(movementText(o, s.Estimator, word) + "\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// mostShown is how many inputs the text lists; --csv and --json list all.
const mostShown = 15

// movementText lists the inputs of one outcome, those with most to say first.
func movementText(o experiments.Movement, e experiments.Estimator, word func(string, ...any) string) string {
	between := func(i *rdm.Interval) string {
		if i == nil {
			return "–"
		}
		return word("to", i.Value, i.Low, i.High)
	}
	inputs := slices.Clone(o.Inputs)
	slices.SortStableFunc(inputs, func(a, b experiments.InputMove) int { return cmp.Compare(says(b), says(a)) })
	t := table.NewWriter()
	t.AppendHeader(cells(word(string(e) + " head")))
	width := 0
	for _, i := range inputs[:min(mostShown, len(inputs))] {
		var row table.Row
		switch e {
		case experiments.Sobol:
			row = table.Row{i.Input, between(i.First), between(i.Total)}
		case experiments.Morris:
			row = table.Row{i.Input, between(i.MeanAbs), maybe("%+.2f", i.Mean), maybe("%.2f", i.Deviation)}
		default:
			row = table.Row{i.Input, between(i.First), fmt.Sprintf("%s (%s)", maybe("%.2f", i.Shift), maybe("%.2f", i.Noise)), maybe("%+.2f", i.Trend)}
		}
		width = len(row)
		t.AppendRow(append(row, maybe("%.3f", i.Score)))
	}
	if len(inputs) > mostShown {
		t.AppendRow(table.Row{word("others", len(inputs)-mostShown)})
	}
	last := table.Row{word("chance")}
	for len(last) < width {
		last = append(last, "")
	}
	t.AppendRow(append(last, maybe("%.3f", o.Chance)))
	if len(o.Pairs) == 0 {
		return t.Render()
	}
	p := table.NewWriter()
	p.AppendHeader(cells(word("pair")))
	for _, pair := range o.Pairs {
		p.AppendRow(table.Row{pair.Inputs[0] + ", " + pair.Inputs[1], between(&pair.Second)})
	}
	return t.Render() + "\n" + p.Render()
}

// says is what inputs are put in order by.
func says(i experiments.InputMove) float64 {
	for _, v := range []*rdm.Interval{i.Total, i.MeanAbs, i.First} {
		if v != nil {
			return v.Value
		}
	}
	return 0
}
