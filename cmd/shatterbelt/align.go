package main

import (
	"fmt"
	"io"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/spf13/cobra"

	"github.com/shatterbelt/shatterbelt"
	"github.com/shatterbelt/shatterbelt/brief"
	"github.com/shatterbelt/shatterbelt/data/dataset"
	"github.com/shatterbelt/shatterbelt/desk"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/study"
)

// aligning holds the flags of align and compare.
type aligning struct {
	documents
	year, near  int
	between     string
	asCSV, asJS bool
}

func (f *aligning) register(c *cobra.Command) {
	yearFlag(c, &f.year)
	f.documents.register(c, "")
	fl := c.Flags()
	fl.StringVar(&f.between, "between", "", "two powers to stand between, such as USA,CHN (default: the pair that squeezes the state most)")
	fl.BoolVar(&f.asCSV, "csv", false, "comma-separated values")
	fl.BoolVar(&f.asJS, "json", false, "everything as JSON, with the trail of every number")
}

// check reads the flags that exclude one another.
func (f *aligning) check() ([]string, error) {
	if err := exclusive(f.asJS, f.asCSV); err != nil {
		return nil, err
	}
	if f.formats != "" && (f.asJS || f.asCSV) {
		return nil, usagef("--format writes documents and excludes --json and --csv; choose one")
	}
	return f.documents.check()
}

// open opens the figures and the roll calls, finds a state, and the two powers
// asked for or those that squeeze it most.
func (f *aligning) open(c *cobra.Command, text string) (d *desk.Desk, st ir.State, x study.Situation, pair study.Pair, err error) {
	if d, st, err = find(c, text); err != nil {
		return d, st, x, pair, err
	}
	if x, err = d.Situate(f.year); err != nil {
		return d, st, x, pair, err
	}
	pair, err = d.Between(&x, f.between, st)
	return d, st, x, pair, asked(err)
}

// records opens what is imported beside the panel and says so.
func records(c *cobra.Command, d *desk.Desk) error {
	if err := d.OpenRecords(c.Context()); err != nil {
		return err
	}
	say := func(what string, u dataset.Used) {
		mark := ""
		if !u.Verified {
			mark = " (unverified)"
		}
		fmt.Fprintf(c.ErrOrStderr(), "shatterbelt: imported %s in use: %s %s%s\n", what, u.Dataset, u.Edition, mark)
	}
	if d.Votes != nil {
		say("roll calls", d.VotesUsed)
	}
	if d.TreatiesUsed != nil {
		say("treaties of all states", *d.TreatiesUsed)
	}
	return nil
}

type alignFlags struct{ aligning }

func alignCommand() *cobra.Command {
	var f alignFlags
	c := &cobra.Command{
		Use:   "align STATE",
		Short: "Where a state stands between the powers, over time, and whether it moves when its leader changes",
		Long: `Align measures the ties of a state to every great power: treaties, votes in the
United Nations, trade, forces hosted, rivalry, and how alike the treaty portfolios
are, by S with kappa beside it. From the ties to two powers it takes a lean, a
hedge and a steadiness. The swing compares how far the state moved in years in
which a leader entered office with other years, pooled over states, as a
percentile with its range over disputable settings; it is undetermined where that
range spans the middle or the turnovers on record are too few.

It works on the embedded figures; imported treaties of all members of the state
system, roll calls, trade, arms, exercises and visits are used where there are any,
and the output says which.`,
		Example: "  shatterbelt align KOR\n  shatterbelt align 핀란드 --lang ko --format html\n" +
			"  shatterbelt align UKR --between USA,RUS --json\n  shatterbelt align VNM --csv",
		Args:              exactly(1, "one state"),
		ValidArgsFunction: completeStates,
		RunE:              func(c *cobra.Command, args []string) error { return f.run(c, args[0]) },
	}
	f.register(c)
	return c
}

func (f *alignFlags) run(c *cobra.Command, text string) error {
	formats, err := f.check()
	if err != nil {
		return err
	}
	d, st, x, pair, err := f.open(c, text)
	if err != nil {
		return err
	}
	if err := records(c, d); err != nil {
		return err
	}
	a, err := d.Align(c.Context(), &x, st.CCode, pair)
	if err != nil {
		return err
	}
	s := d.Figures()
	switch out := c.OutOrStdout(); {
	case f.asJS:
		return writeJSON(out, a)
	case f.asCSV:
		return a.Table(s.Codes()).CSV(out)
	}
	dossier := study.Dossier{Schema: study.DossierSchema, Version: shatterbelt.Version, State: st.CCode, Year: x.Year, Position: study.Position{Pair: pair}, Alignment: &a.Alignment}
	if err := f.document(c, d, st, dossier, "align", formats); err != nil {
		return err
	}
	return alignText(c.OutOrStdout(), a.Alignment, s.Codes(), f.lang)
}

// document writes the documents asked for and prints the section.
func (f *aligning) document(c *cobra.Command, from *desk.Desk, st ir.State, d study.Dossier, kind string, formats []string) error {
	line := "shatterbelt " + kind + " " + st.ISO
	if d.Contrast != nil {
		line += " " + name(from.Figures().Codes(), d.Contrast.Other, "")
	}
	line += " --lang " + f.lang + " --year " + yearText(d.Year)
	if f.between != "" {
		line += " --between " + f.between
	}
	if d.Like != nil {
		line += " --nearest"
	}
	o, err := from.Options(f.lang, line)
	if err != nil {
		return err
	}
	switch {
	case d.Contrast != nil:
		other, _ := from.Figures().Codes().State(d.Contrast.Other)
		kind, st = kind+"-"+st.ISO, other
	case d.Like != nil:
		kind = "nearest"
	}
	paths, err := f.write(c, kind, st, formats, d, o)
	if err != nil {
		return err
	}
	if err := brief.Digest(c.OutOrStdout(), d, o, brief.InAlignment); err != nil {
		return err
	}
	f.finish(c, paths)
	return nil
}

var alignWords = map[string]struct{ cols, note, treaties string }{
	"en": {
		"power|treaty|votes|trade|forces|hostility|apart|trade/GDP|S|kappa",
		"Ties from 0 to 1, hostility against; apart: UN ideal points.",
		" S and kappa: treaty portfolios over %s; S takes no account of chance.",
	},
	"ko": {
		"강대국|조약|표결|교역|주둔|적대|거리|교역/GDP|S|카파",
		"연계는 0~1이며 적대는 반대. 거리는 유엔 이상점.",
		" S와 카파는 %s에 대한 조약 구성의 유사도로, S는 우연의 일치를 감안하지 않음.",
	},
}

// alignText sets the powers side by side.
func alignText(w io.Writer, a study.Alignment, codes *ir.Codes, lang string) error {
	words := alignWords[lang]
	t := table.NewWriter()
	t.AppendHeader(cells(words.cols))
	show := func(v *float64, format string) string {
		if v == nil {
			return "–"
		}
		return fmt.Sprintf(format, *v)
	}
	note := words.note
	for _, p := range a.Powers {
		row := table.Row{name(codes, p.Power, lang)}
		for _, tie := range p.Ties {
			v := &tie.Value
			if !tie.Known {
				v = nil
			}
			row = append(row, show(v, "%.2f"))
		}
		row = append(row, show(p.Distance, "%.2f"), show(p.TradeGDP, "%.3f"))
		if p.Treaties != nil {
			note = words.note + fmt.Sprintf(words.treaties, brief.Population(*p.Treaties, lang))
			row = append(row, fmt.Sprintf("%.2f", p.Treaties.S), fmt.Sprintf("%.2f", p.Treaties.Kappa))
		} else {
			row = append(row, "–", "–")
		}
		t.AppendRow(row)
	}
	_, err := io.WriteString(w, t.Render()+"\n"+note+"\n")
	return err
}
