package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/spf13/cobra"

	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/mechanism/game"
	"github.com/shatterbelt/shatterbelt/sim"
	"github.com/shatterbelt/shatterbelt/study"
	"github.com/shatterbelt/shatterbelt/trace/param"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// deterSchema names the form of a crisis as JSON.
const deterSchema = "shatterbelt/deter/1"

type deterFlags struct {
	challenger, target, patron, efg, lang string
	year                                  int
	seed                                  uint64
	json                                  bool
}

func deterCommand() *cobra.Command {
	var f deterFlags
	c := &cobra.Command{
		Use:   "deter --challenger X --target Y --patron Z",
		Short: "Would the challenger attack, and would the patron come",
		Long: `Deter plays the deterrence game at today's levers: the challenger demands, the
target concedes or resists, the challenger attacks or backs down, the patron
intervenes or abandons. Each probability comes with the range that holds nine in
ten draws of the uncertainties and coefficients. With --efg the game solved, with
its payoffs at the defaults, is written as a Gambit file.`,
		Example: "  shatterbelt deter --challenger PRK --target KOR --patron USA\n  shatterbelt deter --challenger RUS --target UKR --patron none --json",
		Args:    exactly(0, ""),
		RunE:    func(c *cobra.Command, _ []string) error { return f.run(c) },
	}
	c.Flags().StringVar(&f.challenger, "challenger", "", "state that may attack")
	c.Flags().StringVar(&f.target, "target", "", "state that may be attacked")
	c.Flags().StringVar(&f.patron, "patron", "", "state that may come to its aid, or none")
	c.Flags().StringVar(&f.efg, "efg", "", "write the game to this Gambit file")
	c.Flags().Uint64Var(&f.seed, "seed", 1, "seed of the draws behind the ranges")
	c.Flags().BoolVar(&f.json, "json", false, "everything as JSON, with the trail of every number")
	yearFlag(c, &f.year)
	langFlag(c, &f.lang)
	for _, flag := range []string{"challenger", "target", "patron"} {
		_ = c.RegisterFlagCompletionFunc(flag, completeStates)
	}
	return c
}

func (f *deterFlags) run(c *cobra.Command) error {
	if err := checkLang(f.lang); err != nil {
		return err
	}
	s, states, err := f.states(c)
	if err != nil {
		return err
	}
	x, err := study.Situate(s, yearOr(f.year, s), study.Default())
	if err != nil {
		return err
	}
	crisis, solved, err := x.Deter(states[0], states[1], states[2], f.seed)
	if err != nil {
		return err
	}
	if f.efg != "" {
		if err := writeWhole(f.efg, gameFile(s.Codes(), states, solved)); err != nil {
			return err
		}
	}
	if f.json {
		return writeJSON(c.OutOrStdout(), struct {
			Schema string `json:"schema"`
			study.Crisis
		}{deterSchema, crisis})
	}
	return crisisText(c.OutOrStdout(), crisis, s.Codes(), f.lang)
}

// states finds the three states; the patron is [ir.World] for none.
func (f *deterFlags) states(c *cobra.Command) (*panel.Snapshot, [3]ir.CCode, error) {
	var out [3]ir.CCode
	o, err := figures(c)
	if err != nil {
		return nil, out, err
	}
	seen := map[ir.CCode]string{}
	for i, given := range []struct{ flag, text string }{
		{"challenger", f.challenger}, {"target", f.target}, {"patron", f.patron},
	} {
		if given.text == "" {
			return nil, out, usagef("--%s is missing; such as: shatterbelt deter --challenger PRK --target KOR --patron USA", given.flag)
		}
		if given.flag == "patron" && strings.EqualFold(given.text, "none") {
			continue
		}
		st, err := o.Snapshot.Codes().Find(given.text)
		if err != nil {
			return nil, out, fmt.Errorf("--%s: %w", given.flag, err)
		}
		if other, taken := seen[st.CCode]; taken {
			return nil, out, usagef("--%s and --%s are both %s; want different states", other, given.flag, st)
		}
		seen[st.CCode] = given.flag
		out[i] = st.CCode
	}
	say(c, o)
	return o.Snapshot, out, nil
}

func gameFile(codes *ir.Codes, states [3]ir.CCode, c sim.Crisis) []byte {
	e := c.At(param.Values(param.Default[sim.Draw]()))
	names := game.Names{Challenger: name(codes, states[0], ""), Target: name(codes, states[1], "")}
	for _, p := range e.Patrons {
		names.Patrons = append(names.Patrons, name(codes, p, ""))
	}
	title := fmt.Sprintf("%s against %s: agent quantal response at lambda %g", names.Challenger, names.Target, e.Lambda)
	return game.EFG(title, names, &e.Payoffs)
}

var deterWords = map[string]struct {
	title, none, head, note string
	rows                    [8]string
}{
	"en": {"%s against %s, patron %s", "none", "probability|with patron|range|without|range",
		"Ranges hold nine in ten draws of the uncertainties and coefficients. Effects of ties and arms are assumptions, not estimates.\n",
		[8]string{"a dispute starts in a year", "the target resists", "lives are lost if it resists", "a patron comes, in an invasion",
			"a fight that costs lives in a year", "an invasion that is resisted in a year", "the challenger prevails, target alone", "the challenger prevails, patron in"}},
	"ko": {"%s의 대%s 도전, 후견국 %s", "없음", "확률|후견국 있음|범위|없음|범위",
		"범위는 불확실성과 계수의 표본 열에 아홉을 포함함. 유대와 군비의 효과는 추정이 아니라 가정임.\n",
		[8]string{"1년 내 분쟁 발생", "대상국의 저항", "저항 시 인명 피해", "침공 시 후견국 개입",
			"1년 내 인명 피해 충돌", "1년 내 저항하는 침공", "대상국 단독일 때 도전국 우세", "후견국 참전 시 도전국 우세"}},
}

func crisisText(w io.Writer, c study.Crisis, codes *ir.Codes, lang string) error {
	words := deterWords[lang]
	patron := name(codes, c.Patron, lang)
	if patron == "" {
		patron = words.none
	}
	if _, err := fmt.Fprintf(w, words.title+"\n", name(codes, c.Challenger, lang), name(codes, c.Target, lang), patron); err != nil {
		return err
	}
	t := table.NewWriter()
	t.AppendHeader(cells(words.head))
	with, without := plays(c.With), plays(c.Without)
	for i, label := range words.rows {
		t.AppendRow(table.Row{label, percent(with[i].Value), interval(with[i]), percent(without[i].Value), interval(without[i])})
	}
	_, err := io.WriteString(w, t.Render()+"\n"+words.note)
	return err
}

func plays(p study.Play) [8]prov.Number {
	return [8]prov.Number{p.Demand, p.Resist, p.Attack, p.Intervene, p.Fight, p.War, p.WinAlone, p.WinJoined}
}

func interval(n prov.Number) string { return percent(n.Low) + " - " + percent(n.High) }

// percent prints a probability with two significant digits at most.
func percent(p float64) string {
	switch {
	case p == 0:
		return "0 %"
	case p < 0.001:
		return "<0.1 %"
	case p < 0.0995:
		return fmt.Sprintf("%.1f %%", 100*p)
	}
	return fmt.Sprintf("%.0f %%", 100*p)
}

// cells splits a heading at its bars.
func cells(heading string) table.Row {
	var row table.Row
	for _, s := range strings.Split(heading, "|") {
		row = append(row, s)
	}
	return row
}
