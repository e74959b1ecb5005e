package main

import (
	"fmt"
	"io"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/spf13/cobra"

	"github.com/shatterbelt/shatterbelt"
	"github.com/shatterbelt/shatterbelt/brief"
	"github.com/shatterbelt/shatterbelt/desk"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/study"
)

// mostNear is the largest number of comparators listed.
const mostNear = 200

type compareFlags struct {
	aligning
	nearest bool
}

func compareCommand() *cobra.Command {
	var f compareFlags
	c := &cobra.Command{
		Use:   "compare STATE OTHER | STATE --nearest",
		Short: "Two states side by side by twenty dimensions, or the states most like one",
		Long: `Compare sets two states side by side by twenty named dimensions in seven themes:
size, military effort, regime, place between powers, ties, dependence and
conflict. Differences are in spreads of states about their median (1.4826 times
the median absolute deviation), sizes as ratios, and dependence is trade over
GDP; each dimension has a verdict. With --nearest it lists the states most like
one, each with the reason. Ties and trade are with the powers of the first
state's pair.`,
		Example:           "  shatterbelt compare KOR POL\n  shatterbelt compare 핀란드 --nearest --lang ko\n  shatterbelt compare UKR GEO --json",
		Args:              f.args,
		ValidArgsFunction: completeStates,
		RunE:              f.run,
	}
	f.register(c)
	c.Flags().BoolVar(&f.nearest, "nearest", false, "list the states most like one")
	c.Flags().IntVar(&f.near, "most", 10, "how many --nearest lists at most")
	return c
}

// args checks the number of states: two, or one with --nearest.
func (f *compareFlags) args(c *cobra.Command, args []string) error {
	switch {
	case f.nearest && len(args) != 1:
		return usagef("compare --nearest wants one state, such as: shatterbelt compare KOR --nearest")
	case !f.nearest && len(args) != 2:
		return usagef("compare wants two states, or one with --nearest, such as: shatterbelt compare KOR POL")
	case f.near < 1 || f.near > mostNear:
		return usagef("--most is %d; want 1 to %d", f.near, mostNear)
	case !f.nearest && c.Flags().Changed("most"):
		return usagef("--most goes with --nearest")
	}
	return nil
}

func (f *compareFlags) run(c *cobra.Command, args []string) error {
	formats, err := f.check()
	if err != nil {
		return err
	}
	d, st, x, pair, err := f.open(c, args[0])
	if err != nil {
		return err
	}
	codes := d.Figures().Codes()
	dossier := study.Dossier{Schema: study.DossierSchema, Version: shatterbelt.Version, State: st.CCode, Year: x.Year, Position: study.Position{Pair: pair}}
	var answer interface{ Table(*ir.Codes) desk.Table }
	if f.nearest {
		near := d.Nearest(&x, st.CCode, pair, f.near)
		dossier.Like, answer = &near.Comparators, near
	} else {
		other, err := codes.Find(args[1])
		if err != nil {
			return err
		}
		k, err := d.Contrast(&x, st, other, pair)
		if err != nil {
			return asked(err)
		}
		dossier.Contrast, answer = &k.Contrast, k
	}
	out := c.OutOrStdout()
	switch {
	case f.asJS:
		return writeJSON(out, answer)
	case f.asCSV:
		return answer.Table(codes).CSV(out)
	}
	if err := f.document(c, d, st, dossier, "compare", formats); err != nil {
		return err
	}
	return compareText(out, dossier, codes, f.lang)
}

// compareText prints the dimensions of two states, or the states nearest to one.
func compareText(w io.Writer, d study.Dossier, codes *ir.Codes, lang string) error {
	t := table.NewWriter()
	if d.Contrast != nil {
		for i, row := range brief.ContrastRows(*d.Contrast, codes, lang) {
			cells := table.Row{}
			for _, text := range row {
				cells = append(cells, text)
			}
			if i == 0 {
				t.AppendHeader(cells)
			} else {
				t.AppendRow(cells)
			}
		}
	} else {
		t.AppendHeader(cells(map[string]string{"en": "state|spreads apart|alike in|unlike in|dimensions", "ko": "국가|차이|비슷한 주제|다른 주제|항목 수"}[lang]))
		for _, x := range d.Like.States {
			t.AppendRow(table.Row{name(codes, x.State, lang), fmt.Sprintf("%.2f", x.Apart), brief.Themes(x.Like, lang), brief.Themes(x.Unlike, lang), x.Shared})
		}
	}
	_, err := io.WriteString(w, t.Render()+"\n")
	return err
}
