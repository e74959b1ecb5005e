package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/mechanism/game"
	"github.com/shatterbelt/shatterbelt/sim"
	"github.com/shatterbelt/shatterbelt/study"
	"github.com/shatterbelt/shatterbelt/trace/param"
)

// deterSchema names the form of a crisis as JSON.
const deterSchema = "shatterbelt/deter/1"

type deterFlags struct {
	challenger, target, patrons, efg, lang string
	year                                   int
	seed                                   uint64
	json                                   bool
}

func deterCommand() *cobra.Command {
	var f deterFlags
	c := &cobra.Command{
		Use:   "deter --challenger X --target Y --patron Z",
		Short: "Would the challenger attack, and would the patron come",
		Long: `Deter plays the deterrence game at today's levers: the challenger demands, the
target concedes or resists, the challenger attacks or backs down, each patron
intervenes or abandons, and the others follow the leading one. Each probability
comes with the range that holds nine in ten draws of the uncertainties and
coefficients. The tree by instrument and what small changes of the situation would
do are of the defaults. With --efg the game solved, with its payoffs, is written
as a Gambit file.`,
		Example: "  shatterbelt deter --challenger PRK --target KOR --patron USA\n  shatterbelt deter --challenger RUS --target POL --patron USA,GBR,DEU --efg game.efg\n  shatterbelt deter --challenger RUS --target UKR --patron none --json",
		Args:    exactly(0, ""),
		RunE:    func(c *cobra.Command, _ []string) error { return f.run(c) },
	}
	c.Flags().StringVar(&f.challenger, "challenger", "", "state that may attack")
	c.Flags().StringVar(&f.target, "target", "", "state that may be attacked")
	c.Flags().StringVar(&f.patrons, "patron", "", "state that may come to its aid, up to three with commas, or none")
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
	crisis, solved, err := x.Deter(states[0], states[1], states[2:], f.seed)
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
	return writeCrisis(c.OutOrStdout(), crisis, s.Codes(), f.lang)
}

// states finds the challenger, the target and the patrons, if any.
func (f *deterFlags) states(c *cobra.Command) (*panel.Snapshot, []ir.CCode, error) {
	type given struct{ flag, text string }
	list := []given{{"challenger", f.challenger}, {"target", f.target}}
	if !strings.EqualFold(f.patrons, "none") {
		for _, p := range strings.Split(f.patrons, ",") {
			list = append(list, given{"patron", strings.TrimSpace(p)})
		}
	}
	if n := len(list) - 2; n > game.MaxPatrons {
		return nil, nil, usagef("--patron names %d states; at most %d fit", n, game.MaxPatrons)
	}
	o, err := figures(c)
	if err != nil {
		return nil, nil, err
	}
	var out []ir.CCode
	seen := map[ir.CCode]string{}
	for _, g := range list {
		if g.text == "" {
			return nil, nil, usagef("--%s is missing; such as: shatterbelt deter --challenger PRK --target KOR --patron USA", g.flag)
		}
		st, err := o.Snapshot.Codes().Find(g.text)
		if err != nil {
			return nil, nil, fmt.Errorf("--%s: %w", g.flag, err)
		}
		if other, taken := seen[st.CCode]; taken {
			return nil, nil, usagef("--%s and --%s are both %s; want different states", other, g.flag, st)
		}
		seen[st.CCode] = g.flag
		out = append(out, st.CCode)
	}
	say(c, o)
	return o.Snapshot, out, nil
}

func gameFile(codes *ir.Codes, states []ir.CCode, c sim.Crisis) []byte {
	e := c.At(param.Values(param.Default[sim.Draw]()))
	names := game.Names{Challenger: name(codes, states[0], ""), Target: name(codes, states[1], "")}
	for _, p := range e.Patrons {
		names.Patrons = append(names.Patrons, name(codes, p, ""))
	}
	title := fmt.Sprintf("%s against %s: agent quantal response at lambda %g", names.Challenger, names.Target, e.Lambda)
	return game.EFG(title, names, &e.Payoffs)
}
