package main

import (
	"cmp"
	"fmt"
	"io"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/spf13/cobra"

	"github.com/shatterbelt/shatterbelt/brief"
	"github.com/shatterbelt/shatterbelt/desk"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/measure/capability"
	"github.com/shatterbelt/shatterbelt/study"
)

type positionFlags struct {
	placing
	all     bool
	through string
}

func positionCommand() *cobra.Command {
	var f positionFlags
	c := &cobra.Command{
		Use:   "position STATE | --all",
		Short: "How caught in between a state is, its rank with its range, fronts, zones, kind and leaning",
		Long: `Position measures the squeeze on a state: how far two powers hostile to one
another both press it. Ranks by three readings come with their range over the
disputable settings: how power falls with distance, bases, hostility, stakes, how
distance and capability are measured. It names the state's fronts, the shatter
zone it lies in, what kind of state it is, what its side-taking would move, and
where its ties lean. With --all it ranks every state.`,
		Example: "  shatterbelt position KOR\n  shatterbelt position 폴란드 --lang ko --year 2021\n" +
			"  shatterbelt position FIN --format html\n  shatterbelt position --all --csv\n  shatterbelt position KOR --input capability.csv\n" +
			"  shatterbelt position POL --year 1938\n  shatterbelt position POL --through 1816-2016",
		ValidArgsFunction: completeStates,
		Args: func(c *cobra.Command, args []string) error {
			if len(args) == 0 && f.through != "" {
				return usagef("--through follows the place of one state's capital; name the state")
			}
			if f.all && len(args) == 0 {
				return nil
			}
			return exactly(1, "one state, or --all")(c, args)
		},
		RunE: func(c *cobra.Command, args []string) error {
			switch {
			case len(args) == 0:
				return f.everyone(c)
			case f.through != "":
				return f.follow(c, args[0])
			}
			return f.run(c, args[0])
		},
	}
	f.register(c)
	c.Flags().StringVar(&f.through, "through", "", `years such as 1816-2016, or 1900-1950/5: the place of the state's capital of today
through time, whoever governed it, from imported data`)
	c.Flags().BoolVar(&f.all, "all", false, "the whole ranking; without a state, nothing else")
	return c
}

// everyone ranks every state.
func (f *positionFlags) everyone(c *cobra.Command) error {
	if _, err := f.check(); err != nil {
		return err
	}
	if f.formats != "" {
		return usagef("--format writes a document on one state; name the state")
	}
	if _, err := f.open(c, ""); err != nil {
		return err
	}
	s := f.from.Snapshot
	x, err := f.situate(s)
	if err != nil {
		return err
	}
	all := desk.Of(f.from, nil).Ranking(&x)
	switch w := c.OutOrStdout(); {
	case f.asJS:
		return writeJSON(w, all)
	case f.asCSV:
		return all.Table(s.Codes()).CSV(w)
	default:
		p := study.Position{Year: all.Year, Rows: all.Rows, Settings: all.Settings}
		return cmp.Or(positionText(w, p, s.Codes(), f.lang, true), sayBasis(w, x.Basis(), f.lang))
	}
}

func (f *positionFlags) run(c *cobra.Command, text string) error {
	formats, err := f.check()
	if err != nil {
		return err
	}
	st, err := f.open(c, text)
	if err != nil {
		return err
	}
	s := f.from.Snapshot
	if f.asCSV {
		x, err := f.situate(s)
		if err != nil {
			return err
		}
		p, err := x.Position(st.CCode)
		if err != nil {
			return err
		}
		return desk.PositionTable(p.Year, p.Rows, s.Codes()).CSV(c.OutOrStdout())
	}
	w, _ := capability.Preset("lowy")
	d, x, err := f.outlook(s, st, w)
	if err != nil {
		return err
	}
	if f.asJS {
		return writeJSON(c.OutOrStdout(), desk.Of(f.from, nil).PositionOf(&x, d.Position, d.Exposure))
	}
	d.Structure = study.Structure{Year: d.Year, Pair: d.Position.Pair}
	if err := f.document(c, st, d, "position", f.command("position", st, d.Year, ""), formats, brief.InPosition); err != nil {
		return err
	}
	return cmp.Or(positionText(c.OutOrStdout(), d.Position, s.Codes(), f.lang, f.all), sayBasis(c.OutOrStdout(), x.Basis(), f.lang))
}

func writeJSON(w io.Writer, v any) error {
	b, err := desk.Marshal(v)
	if err != nil {
		return err
	}
	_, err = w.Write(b)
	return err
}

// name is a state in a language, or its ISO code where lang is "".
func name(codes *ir.Codes, c ir.CCode, lang string) string {
	st, ok := codes.State(c)
	switch {
	case !ok:
		return ""
	case lang == "ko":
		return st.NameKO
	case lang == "en":
		return st.NameEN
	}
	return st.ISO
}

var positionWords = map[string]struct{ cols, note string }{
	"en": {
		"squeeze|range|total|range|tight|range|state|between",
		"Ranks by squeeze, total squeeze and tightness, 1 most exposed, with their range over %d settings.\nSettings: how power falls with distance, bases, hostility, stakes, distance, spending or stock.\n",
	},
	"ko": {
		"압착|범위|총압착|범위|긴박|범위|국가|사이",
		"압착도·총압착도·긴박도 순위(1위가 가장 심한 노출)와 설정 %d가지에 따른 범위.\n설정: 거리에 따른 감쇠, 기지, 적대성, 이해관계, 거리, 군사비와 군사자본.\n",
	},
}

// positionText writes the ranking: the head and the state with its neighbours,
// or all of it.
func positionText(w io.Writer, p study.Position, codes *ir.Codes, lang string, all bool) error {
	const head, around = 10, 3
	words := positionWords[lang]
	own, known := p.Row(p.State)
	t := table.NewWriter()
	t.AppendHeader(cells(words.cols))
	skipped := false
	for _, r := range p.Rows {
		near := known && r.Squeeze.Rank >= own.Squeeze.Rank-around && r.Squeeze.Rank <= own.Squeeze.Rank+around
		if !all && r.Squeeze.Rank > head && !near {
			skipped = true
			continue
		}
		if skipped {
			t.AppendSeparator()
			skipped = false
		}
		mark := ""
		if r.State == p.State {
			mark = "* "
		}
		row := table.Row{}
		for m := range study.Readings {
			s := r.Of(m)
			row = append(row, s.Rank, fmt.Sprintf("%d-%d", s.Low, s.High))
		}
		between := "–"
		if r.Pair != (study.Pair{}) {
			between = name(codes, r.Pair.A, lang) + ", " + name(codes, r.Pair.B, lang)
		}
		t.AppendRow(append(row, mark+name(codes, r.State, lang), between))
	}
	_, err := io.WriteString(w, t.Render()+"\n"+fmt.Sprintf(words.note, p.Settings))
	return err
}
