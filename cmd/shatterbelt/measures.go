package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/shatterbelt/shatterbelt/desk"
	"github.com/shatterbelt/shatterbelt/ir"
)

type measuresFlags struct {
	year           int
	powers         bool
	state, partner string
	asCSV, asJS    bool
}

func measuresCommand() *cobra.Command {
	var f measuresFlags
	c := &cobra.Command{
		Use:   "measures [NAME]",
		Short: "List every measure and indicator, or what one comes to for every state",
		Long: `Measures lists what is computed and what is on record, with units and years. With
a name it prints the values: the newest of each state up to --year, or those of every
year without it.`,
		Example: "  shatterbelt measures\n  shatterbelt measures squeeze --year 2021\n  shatterbelt measures gdp_current_share --powers --year 2021 --csv\n  shatterbelt measures bases --partner KOR --json",
		Args: func(c *cobra.Command, args []string) error {
			if len(args) > 1 {
				return usagef("%s takes one name, or none to list all", c.CommandPath())
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			if err := exclusive(f.asJS, f.asCSV); err != nil {
				return err
			}
			d, err := figures(c)
			if err != nil {
				return err
			}
			say(c, d.From)
			if len(args) == 0 {
				return f.list(c, d)
			}
			return f.values(c, d, args[0])
		},
	}
	fl := c.Flags()
	fl.IntVar(&f.year, "year", 0, "the newest value up to this year (default: every year)")
	fl.BoolVar(&f.powers, "powers", false, "the powers of the year alone")
	fl.StringVar(&f.state, "state", "", "one state alone")
	fl.StringVar(&f.partner, "partner", "", "one partner alone, of a quantity that two states have")
	formFlags(c, &f.asCSV, &f.asJS)
	return c
}

// list prints the catalogue.
func (f *measuresFlags) list(c *cobra.Command, d *desk.Desk) error {
	if f.year != 0 || f.powers || f.state != "" || f.partner != "" {
		return usagef("--year, --powers, --state and --partner go with a name")
	}
	all, err := d.Catalogue(c.Context())
	if err != nil {
		return err
	}
	return tabled(c, all.Table(), all, f.asCSV, f.asJS)
}

// values prints what one measure or indicator comes to.
func (f *measuresFlags) values(c *cobra.Command, d *desk.Desk, name string) error {
	ask := desk.Asked{Year: ir.Year(f.year), Powers: f.powers}
	for _, x := range []struct {
		text string
		to   *ir.CCode
	}{{f.state, &ask.State}, {f.partner, &ask.Partner}} {
		if x.text == "" {
			continue
		}
		st, err := d.Figures().Codes().Find(x.text)
		if err != nil {
			return err
		}
		*x.to = st.CCode
	}
	v, err := d.Values(name, ask)
	if err != nil {
		return asked(err)
	}
	return tabled(c, v.Table(), v, f.asCSV, f.asJS)
}

// tabled writes rows as a table, CSV or JSON; v is the JSON.
func tabled(c *cobra.Command, t desk.Table, v any, asCSV, asJS bool) error {
	if asCSV {
		return t.CSV(c.OutOrStdout())
	}
	rows := make([][]string, len(t.Rows))
	for i, row := range t.Rows {
		for _, cell := range row {
			text := ""
			switch cell := cell.(type) {
			case nil:
			case float64:
				text = fmt.Sprintf("%.6g", cell)
			default:
				text = fmt.Sprint(cell)
			}
			rows[i] = append(rows[i], text)
		}
	}
	return listed(c, t.Columns, rows, v, false, asJS)
}

func dataFigures() *cobra.Command {
	var (
		state       string
		year        int
		asCSV, asJS bool
	)
	c := &cobra.Command{
		Use:     "figures [INDICATOR]",
		Short:   "Print published figures as they are stored, each with its source",
		Example: "  shatterbelt data figures gdp_current --state KOR\n  shatterbelt data figures --state KOR --year 2021 --csv",
		Args: func(c *cobra.Command, args []string) error {
			if len(args) > 1 {
				return usagef("%s takes one indicator, or none for all", c.CommandPath())
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			if err := exclusive(asJS, asCSV); err != nil {
				return err
			}
			d, err := figures(c)
			if err != nil {
				return err
			}
			say(c, d.From)
			var of ir.CCode
			if state != "" {
				st, err := d.Figures().Codes().Find(state)
				if err != nil {
					return err
				}
				of = st.CCode
			}
			indicator := ""
			if len(args) > 0 {
				indicator = args[0]
			}
			list, err := d.FiguresOf(indicator, of, ir.Year(year))
			if err != nil {
				return asked(err)
			}
			return tabled(c, list.Table(), list, asCSV, asJS)
		},
	}
	c.Flags().StringVar(&state, "state", "", "figures of one state, or of a pair with it")
	c.Flags().IntVar(&year, "year", 0, "figures of this very year")
	formFlags(c, &asCSV, &asJS)
	return c
}
