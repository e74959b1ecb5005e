package main

import (
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/spf13/cobra"

	"github.com/shatterbelt/shatterbelt"
	"github.com/shatterbelt/shatterbelt/brief"
	"github.com/shatterbelt/shatterbelt/data/dataset"
	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/internal/builtin"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/measure/similarity"
	"github.com/shatterbelt/shatterbelt/study"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// alignSchema names the form of an alignment as JSON.
const alignSchema = "shatterbelt/align/1"

// aligning holds the flags of align and compare.
type aligning struct {
	documents
	year, near  int
	between     string
	asCSV, asJS bool
	sources     []prov.Source // of what is read beside the panel
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

// pair is the two powers asked for, or those that squeeze the state most.
func (f *aligning) pair(x *study.Situation, codes *ir.Codes, state ir.State) (study.Pair, error) {
	if f.between == "" {
		return x.PairOf(state.CCode)
	}
	names := strings.Split(f.between, ",")
	if len(names) != 2 {
		return study.Pair{}, usagef("--between is %q; want two states with a comma, such as USA,CHN", f.between)
	}
	var powers [2]ir.CCode
	for i, name := range names {
		st, err := codes.Find(strings.TrimSpace(name))
		if err != nil {
			return study.Pair{}, err
		}
		powers[i] = st.CCode
	}
	if powers[0] == powers[1] || powers[0] == state.CCode || powers[1] == state.CCode {
		return study.Pair{}, usagef("--between is %q; want two states, neither of them %s", f.between, state)
	}
	return study.Pair{A: powers[0], B: powers[1]}, nil
}

// votes are the roll calls that are imported, and where they come from.
func votes(c *cobra.Command, s *panel.Snapshot) ([]similarity.System, []prov.Source, error) {
	folder, err := openStore(c)
	if err != nil {
		return nil, nil, err
	}
	v, ok, err := dataset.ReadVotes(c.Context(), folder, builtin.Datasets(), s.Codes())
	if err != nil || !ok {
		return nil, nil, err
	}
	out := make([]similarity.System, len(v.Years))
	for i, y := range v.Years {
		out[i] = similarity.Ballots(y.Year, y.States, y.Votes)
		out[i].Source = v.Used.Source
	}
	mark := ""
	if !v.Used.Verified {
		mark = " (unverified)"
	}
	fmt.Fprintf(c.ErrOrStderr(), "shatterbelt: imported roll calls in use: %s %s%s\n", v.Used.Dataset, v.Used.Edition, mark)
	return out, v.Sources, nil
}

// treaties are the treaty portfolios of all members of the state system as of a
// year, where treaties are imported, and where they come from.
func treaties(c *cobra.Command, year ir.Year) (similarity.System, []prov.Source, error) {
	folder, err := openStore(c)
	if err != nil {
		return similarity.System{}, nil, err
	}
	o, y, ok, err := dataset.Treaties(c.Context(), folder, builtin.Datasets(), similarity.Duties(), year)
	if err != nil || !ok {
		return similarity.System{}, nil, err
	}
	out, ok := similarity.Pacts(o.Snapshot, y)
	if !ok || len(o.Used) == 0 {
		return similarity.System{}, nil, nil
	}
	out.Whole, out.Source = true, o.Used[0].Source
	mark := ""
	if !o.Used[0].Verified {
		mark = " (unverified)"
	}
	fmt.Fprintf(c.ErrOrStderr(), "shatterbelt: imported treaties of all %d states in use: %s %s%s\n", len(out.Members), o.Used[0].Dataset, o.Used[0].Edition, mark)
	return out, o.Snapshot.Sources(), nil
}

// records is what is imported beside the panel, and where it comes from.
func records(c *cobra.Command, s *panel.Snapshot, year ir.Year) (out study.Records, sources []prov.Source, err error) {
	if out.Votes, sources, err = votes(c, s); err != nil {
		return out, nil, err
	}
	var also []prov.Source
	out.Treaties, also, err = treaties(c, year)
	for _, src := range also { // the panel may know them too
		if !slices.ContainsFunc(s.Sources(), func(known prov.Source) bool { return known.Key == src.Key }) {
			sources = append(sources, src)
		}
	}
	return out, sources, err
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
	s, st, err := find(c, text)
	if err != nil {
		return err
	}
	x, err := study.Situate(s, yearOr(f.year, s), study.Default())
	if err != nil {
		return err
	}
	pair, err := f.pair(&x, s.Codes(), st)
	if err != nil {
		return err
	}
	r, sources, err := records(c, s, x.Year)
	if err != nil {
		return err
	}
	f.sources = sources
	a := x.Align(st.CCode, pair, r)
	switch out := c.OutOrStdout(); {
	case f.asJS:
		return writeJSON(out, struct {
			Schema string `json:"schema"`
			study.Alignment
		}{alignSchema, a})
	case f.asCSV:
		return alignCSV(out, a, s.Codes())
	}
	d := study.Dossier{Schema: study.DossierSchema, Version: shatterbelt.Version, State: st.CCode, Year: x.Year, Position: study.Position{Pair: pair}, Alignment: &a}
	if err := f.document(c, s, st, d, "align", formats); err != nil {
		return err
	}
	return alignText(c.OutOrStdout(), a, s.Codes(), f.lang)
}

// document writes the documents asked for and prints the section.
func (f *aligning) document(c *cobra.Command, s *panel.Snapshot, st ir.State, d study.Dossier, kind string, formats []string) error {
	line := "shatterbelt " + kind + " " + st.ISO
	if d.Contrast != nil {
		line += " " + name(s.Codes(), d.Contrast.Other, "")
	}
	line += " --lang " + f.lang + " --year " + yearText(d.Year)
	if f.between != "" {
		line += " --between " + f.between
	}
	if d.Like != nil {
		line += " --nearest"
	}
	o, err := f.options(s, line)
	if err != nil {
		return err
	}
	o.Sources = append(o.Sources, f.sources...)
	switch {
	case d.Contrast != nil:
		other, _ := s.Codes().State(d.Contrast.Other)
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

// alignCSV writes a row for each power and tie.
func alignCSV(w io.Writer, a study.Alignment, codes *ir.Codes) error {
	out := csv.NewWriter(w)
	_ = out.Write([]string{"state", "year", "power", "measure", "value", "as_of"})
	row := func(power ir.CCode, measure string, v *float64, as ir.Year) {
		year := ""
		if as != 0 {
			year = yearText(as)
		}
		_ = out.Write([]string{name(codes, a.State, ""), yearText(a.Year), name(codes, power, ""), measure, blank(v), year})
	}
	for _, p := range a.Powers {
		for _, t := range p.Ties {
			v := &t.Value
			if !t.Known {
				v = nil
			}
			row(p.Power, "tie_"+t.Dimension, v, 0)
		}
		row(p.Power, "ideal_point_distance", p.Distance, 0)
		row(p.Power, "trade_over_gdp", p.TradeGDP, 0)
		for _, l := range []struct {
			of *study.Likeness
			by string
		}{{p.Treaties, "treaties"}, {p.Votes, "roll_calls"}} {
			if l.of != nil {
				row(p.Power, "s_"+l.by, &l.of.S, l.of.Year)
				row(p.Power, "kappa_"+l.by, &l.of.Kappa, l.of.Year)
				row(p.Power, "pi_"+l.by, &l.of.Pi, l.of.Year)
				row(p.Power, "agreement_"+l.by, &l.of.Agree, l.of.Year)
			}
		}
		for _, o := range p.Others {
			row(p.Power, "share_"+o.Indicator, &o.Share, o.To)
		}
	}
	out.Flush()
	return out.Error()
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
