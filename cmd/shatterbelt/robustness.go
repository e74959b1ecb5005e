package main

import (
	"encoding/csv"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"
	"github.com/spf13/cobra"

	"github.com/shatterbelt/shatterbelt/data/experiments"
	"github.com/shatterbelt/shatterbelt/desk"
	"github.com/shatterbelt/shatterbelt/rdm"
)

type robustnessFlags struct {
	sampling
	policy, future, people string
	higher, lower, good    []string
	weights                []string
}

func robustnessCommand() *cobra.Command {
	var f robustnessFlags
	c := &cobra.Command{
		Use:   "robustness FILE",
		Short: "Which policy holds up, by every criterion and under all weights, in any table of runs",
		Long: `Robustness compares policies over the same futures: by the criteria in use, each with the way
in which it is better; by the share of futures good enough; and by weights of the outcomes, which it
draws instead of asking for (SMAA-2): how often each policy is first and with what weights, and how
far weights must move before another leads. Outcomes are weighed on scales from the worst to the best
value seen. People's answers to trade-offs can be given with --people; it then learns their weights,
sets them side by side, and says what to ask each of them next.
` + sampleHelp + `
Robustness wants one row for each policy in each future.`,
		Example: "  shatterbelt robustness runs.csv --good 'fed >= 0.8' --lower spent\n" +
			"  shatterbelt robustness runs.parquet\n" +
			"  shatterbelt robustness runs.csv --higher fed --lower spent --people people.yaml --lang ko",
		Args: exactly(1, "one file of runs"),
		RunE: func(c *cobra.Command, args []string) error { return f.run(c, args[0]) },
	}
	f.register(c, false)
	fl := c.Flags()
	fl.StringVar(&f.policy, "policy", "", "column of the policy (default: what the file says, or policy)")
	fl.StringVar(&f.future, "future", "", "column of the future (default: what the file says, or future or scenario, or the order of rows)")
	fl.StringSliceVar(&f.higher, "higher", nil, "outcomes of which more is better, with commas")
	fl.StringSliceVar(&f.lower, "lower", nil, "outcomes of which less is better, with commas")
	fl.StringArrayVar(&f.good, "good", nil, "what is good enough, such as 'fed >= 0.8'; may be given several times")
	fl.StringSliceVar(&f.weights, "weights", nil, "weights to start from, such as fed=2,spent=1 (default: equal)")
	fl.StringVar(&f.people, "people", "", "YAML file of people's answers to trade-offs")
	return c
}

func (f *robustnessFlags) run(c *cobra.Command, file string) error {
	t, err := f.read(c, file)
	if err != nil {
		return err
	}
	cmp := desk.Comparing{
		Sampling: f.asked(), Policy: f.policy, Future: f.future, Higher: f.higher, Lower: f.lower, Good: f.good,
	}.Comparing()
	if cmp.Weights, err = f.weighed(); err != nil {
		return err
	}
	if f.people != "" {
		data, err := readLimited("--people", f.people, strategyBytes)
		if err != nil {
			return err
		}
		cmp.People = func(outcomes []string) ([]rdm.Person, error) {
			return rdm.ParsePeople(filepath.Base(f.people), data, outcomes)
		}
	}
	r, err := t.Robustness(c.Context(), cmp)
	if err != nil {
		return err
	}
	out := c.OutOrStdout()
	switch {
	case f.asJSON:
		return writeJSON(out, r)
	case f.asCSV:
		return robustnessCSV(out, r)
	}
	return robustnessText(out, r, f.lang)
}

// weighed reads weights by name.
func (f *robustnessFlags) weighed() (map[string]float64, error) {
	if len(f.weights) == 0 {
		return nil, nil
	}
	out := make(map[string]float64)
	for _, pair := range f.weights {
		name, value, ok := strings.Cut(pair, "=")
		v, err := strconv.ParseFloat(strings.TrimSpace(value), 64)
		if !ok || err != nil || !(v >= 0) {
			return nil, usagef("--weights has %q; want a name and a number of 0 or more, such as fed=2", pair)
		}
		out[strings.TrimSpace(name)] = v
	}
	return out, nil
}

func robustnessCSV(w io.Writer, r experiments.Robustness) error {
	out := csv.NewWriter(w)
	_ = out.Write([]string{"outcome", "criterion", "higher_is_better", "policy", "value", "best"})
	for _, o := range r.Outcomes {
		for _, c := range o.Criteria {
			for p, v := range c.Values {
				_ = out.Write([]string{o.Outcome, c.Criterion, strconv.FormatBool(c.Higher), r.Policies[p], blank(v), strconv.FormatBool(slices.Contains(c.Best, r.Policies[p]))})
			}
		}
	}
	out.Flush()
	return out.Error()
}

var robustnessWords = phrases{
	"en": {
		"head": "%d policies in the same %d futures of %s.\n", "dropped": "%d rows left out, since something is missing in their future.\n",
		"up": "\n%s (more is better)\n", "down": "\n%s (less is better)\n", "criterion": "criterion", "better": "better", "more": "more", "less": "less", "best": "best", "worst": "worst", "value": "value",
		"good": "\nGood enough: share of futures with every threshold met (%s interval)\n", "share": "policy|share",
		"pareto": "\nBeaten by none on the means of all outcomes together: %s\n",
		"weigh":  "\nWeights drawn evenly over %s, on scales from the worst to the best value seen\n", "smaa": "policy|first|last|weights it is for|confidence",
		"constant": "%s never varies, so that no weight matters.\n", "leads": "With weights %s, %s leads.", "flip": " %s catches up at %s, when %s of the weight has moved.", "never": " No weights make another catch up.",
		"people": "\nPeople\n", "voice": "person|answers|weights (%s interval)|for", "council": "policy|first, mean|with whom it suits least|favourite of",
		"concord": "Agreement on the order of policies: %s (1 is full, 0 none). Weights differ between people by %s; not known of one person: %s.\n",
		"ask":     "Ask %s next: does %s from worst to best matter more than %s %s of the way? (%.2f bits)\n", "to": "%.2f (%.2f to %.2f)",
	},
	"ko": {
		"head": "%[3]s의 같은 미래 %[2]d개에서 정책 %[1]d개 비교.\n", "dropped": "미래에 결측이 있어 제외한 행 %d개.\n",
		"up": "\n%s (클수록 좋음)\n", "down": "\n%s (작을수록 좋음)\n", "criterion": "기준", "better": "방향", "more": "클수록", "less": "작을수록", "best": "최선", "worst": "최악", "value": "값",
		"good": "\n충분함: 모든 기준값을 지킨 미래의 비율(%s 구간)\n", "share": "정책|비율",
		"pareto": "\n모든 결과의 평균에서 어느 정책에도 지배되지 않는 정책: %s\n",
		"weigh":  "\n%s의 가중치를 고르게 추출(척도는 관측된 최악에서 최선까지)\n", "smaa": "정책|1위|꼴찌|맞는 가중치|신뢰도",
		"constant": "%s: 변하지 않아 가중치가 무의미.\n", "leads": "가중치 %s에서 선두는 %s.", "flip": " %s은(는) %s에서 따라잡음(가중치의 %s 이동).", "never": " 어떤 가중치에서도 따라잡는 정책 없음.",
		"people": "\n사람별\n", "voice": "사람|응답|가중치(%s 구간)|선호 정책", "council": "정책|1위 평균|가장 안 맞는 사람에게|선호한 사람",
		"concord": "정책 순서의 일치도 %s(1 완전, 0 없음). 사람 사이 가중치 차이 %s, 한 사람에 대해 모르는 정도 %s.\n",
		"ask":     "%[1]s에게 다음 질문: %[3]s을(를) 최악에서 최선까지 %[4]s만큼 올리는 것보다 %[2]s을(를) 최악에서 최선까지 올리는 것이 더 중요합니까? (%.2[5]f비트)\n", "to": "%.2f (%.2f~%.2f)",
	},
}

func robustnessText(w io.Writer, r experiments.Robustness, lang string) error {
	word := robustnessWords.in(lang)
	var b strings.Builder
	b.WriteString(word("head", len(r.Policies), r.Futures, r.File))
	if r.Dropped > 0 {
		b.WriteString(word("dropped", r.Dropped))
	}
	for _, o := range r.Outcomes {
		b.WriteString(word(map[bool]string{true: "up", false: "down"}[o.Higher], o.Outcome))
		b.WriteString(criteriaText(r.Policies, o, word) + "\n")
	}
	if r.Good != nil {
		b.WriteString(word("good", share(r.Level, lang)))
		t := table.NewWriter()
		t.AppendHeader(cells(word("share")))
		for p, i := range r.Good {
			t.AppendRow(table.Row{r.Policies[p], word("to", i.Value, i.Low, i.High)})
		}
		b.WriteString(t.Render() + "\n")
	}
	b.WriteString(word("pareto", strings.Join(r.Pareto, ", ")))
	for _, name := range r.Weigh.Constant {
		b.WriteString(word("constant", name))
	}
	if len(r.Weigh.Outcomes) > 0 {
		weighText(&b, r.Weigh, lang, word)
	}
	if r.People != nil {
		peopleText(&b, r, lang, word)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// sideBySide is how many policies fit beside one another.
const sideBySide = 6

// criteriaText is one outcome by every criterion; a star marks the best. Of many
// policies it shows the best and the worst alone.
func criteriaText(policies []string, o experiments.JudgedOutcome, word func(string, ...any) string) string {
	t := table.NewWriter()
	t.Style().Format.Header = text.FormatDefault // names of policies stay as they are
	head := table.Row{word("criterion"), word("better")}
	if len(policies) > sideBySide {
		t.AppendHeader(append(head, word("best"), word("value"), word("worst"), word("value")))
	} else {
		for _, p := range policies {
			head = append(head, p)
		}
		t.AppendHeader(head)
	}
	for _, c := range o.Criteria {
		row := table.Row{c.Criterion, word(map[bool]string{true: "more", false: "less"}[c.Higher])}
		if len(policies) > sideBySide {
			t.AppendRow(append(row, extremes(policies, c)...))
			continue
		}
		for p, v := range c.Values {
			value := maybe("%.4g", v)
			if slices.Contains(c.Best, policies[p]) && len(c.Best) < len(policies) {
				value += " *"
			}
			row = append(row, value)
		}
		t.AppendRow(row)
	}
	return t.Render()
}

// extremes are the best and the worst policy by a criterion; of several that are
// level the first, and how many more.
func extremes(policies []string, c experiments.JudgedByThese) table.Row {
	var best, worst *float64
	for _, v := range c.Values {
		switch {
		case v == nil:
		case best == nil:
			best, worst = v, v
		case *v > *best == c.Higher && *v != *best:
			best = v
		case *v < *worst == c.Higher && *v != *worst:
			worst = v
		}
	}
	if best == nil {
		return table.Row{"–", "–", "–", "–"}
	}
	who := func(v float64) string {
		var names []string
		for p, own := range c.Values {
			if own != nil && *own == v {
				names = append(names, policies[p])
			}
		}
		if len(names) == 1 {
			return names[0]
		}
		return fmt.Sprintf("%s +%d", names[0], len(names)-1)
	}
	return table.Row{who(*best), maybe("%.4g", best), who(*worst), maybe("%.4g", worst)}
}

// weightsText lists weights by name.
func weightsText(names []string, w []float64) string {
	var out []string
	for k, name := range names {
		out = append(out, fmt.Sprintf("%s %.2f", name, w[k]))
	}
	return strings.Join(out, ", ")
}

func weighText(b *strings.Builder, w experiments.Weighing, lang string, word func(string, ...any) string) {
	b.WriteString(word("weigh", strings.Join(w.Outcomes, ", ")))
	t := table.NewWriter()
	t.AppendHeader(cells(word("smaa")))
	for _, p := range w.Policies {
		central := "–"
		if p.Confidence != nil {
			values := make([]float64, len(p.Central))
			for k, v := range p.Central {
				values[k] = *v
			}
			central = weightsText(w.Outcomes, values)
		}
		confidence := "–"
		if p.Confidence != nil {
			confidence = share(*p.Confidence, lang)
		}
		t.AppendRow(table.Row{p.Policy, share(p.Ranks[0], lang), share(p.Ranks[len(p.Ranks)-1], lang), central, confidence})
	}
	b.WriteString(t.Render() + "\n")
	b.WriteString(word("leads", weightsText(w.Outcomes, w.Weights), w.Leader))
	if len(w.Flips) == 0 {
		b.WriteString(word("never"))
	}
	for _, f := range w.Flips[:min(3, len(w.Flips))] {
		b.WriteString(word("flip", f.Policy, weightsText(w.Outcomes, f.Weights), share(f.Moved, lang)))
	}
	b.WriteString("\n")
}

func peopleText(b *strings.Builder, r experiments.Robustness, lang string, word func(string, ...any) string) {
	b.WriteString(word("people"))
	t := table.NewWriter()
	t.AppendHeader(cells(word("voice", share(r.Level, lang))))
	for _, v := range r.People.People {
		var w []string
		for k, i := range v.Weights {
			w = append(w, r.Weigh.Outcomes[k]+" "+word("to", i.Value, i.Low, i.High))
		}
		t.AppendRow(table.Row{v.Person, v.Answers, strings.Join(w, ", "), v.Favourite})
	}
	b.WriteString(t.Render() + "\n")
	t = table.NewWriter()
	t.AppendHeader(cells(word("council")))
	for p, name := range r.Policies {
		t.AppendRow(table.Row{name, share(r.People.First[p], lang), share(r.People.Least[p], lang), r.People.Favourites[p]})
	}
	b.WriteString(t.Render() + "\n")
	b.WriteString(word("concord", maybe("%.2f", r.People.Concordance), weightsText(r.Weigh.Outcomes, r.People.Between), weightsText(r.Weigh.Outcomes, r.People.Within)))
	for _, v := range r.People.People {
		if v.Next.Bits > 0 {
			b.WriteString(word("ask", v.Person, v.Next.More, v.Next.Than, share(v.Next.Share, lang), v.Next.Bits))
		}
	}
}
