package main

import (
	"github.com/spf13/cobra"

	"github.com/shatterbelt/shatterbelt/desk"
)

type deterFlags struct {
	challenger, target, patrons, efg, lang string
	year                                   int
	seed                                   uint64
	moves                                  []string
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
as a Gambit file. With --set the game is solved again with payoffs of one's own.`,
		Example: "  shatterbelt deter --challenger PRK --target KOR --patron USA\n  shatterbelt deter --challenger RUS --target POL --patron USA,GBR,DEU --efg game.efg\n  shatterbelt deter --challenger RUS --target UKR --patron none --json\n  shatterbelt deter --challenger PRK --target KOR --patron USA --set invasion.come.0=0.5 --set lambda=4",
		Args:    exactly(0, ""),
		RunE:    func(c *cobra.Command, _ []string) error { return f.run(c) },
	}
	c.Flags().StringVar(&f.challenger, "challenger", "", "state that may attack")
	c.Flags().StringVar(&f.target, "target", "", "state that may be attacked")
	c.Flags().StringVar(&f.patrons, "patron", "", "state that may come to its aid, up to three with commas, or none")
	c.Flags().StringVar(&f.efg, "efg", "", "write the game to this Gambit file")
	c.Flags().StringArrayVar(&f.moves, "set", nil, "set a payoff, as in invasion.concede_target=-0.5; may be repeated")
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
	d, err := figures(c)
	if err != nil {
		return err
	}
	states, err := d.Rivals(desk.Rivals{Challenger: f.challenger, Target: f.target, Patrons: f.patrons})
	if err != nil {
		return asked(err)
	}
	say(c, d.From)
	x, err := d.Situate(f.year)
	if err != nil {
		return err
	}
	crisis, err := d.Deter(&x, states, f.seed)
	if err != nil {
		return err
	}
	if crisis, err = crisis.Set(f.moves); err != nil {
		return asked(err)
	}
	codes := d.Figures().Codes()
	if f.efg != "" {
		if err := writeWhole(f.efg, crisis.EFG(codes)); err != nil {
			return err
		}
	}
	if f.json {
		return writeJSON(c.OutOrStdout(), crisis)
	}
	return writeCrisis(c.OutOrStdout(), &crisis, codes, f.lang)
}
