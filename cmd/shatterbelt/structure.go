package main

import (
	"cmp"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/spf13/cobra"

	"github.com/shatterbelt/shatterbelt/brief"
	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/desk"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/measure/capability"
	"github.com/shatterbelt/shatterbelt/study"
)

type structureFlags struct {
	placing
	weights string
	drill   bool
}

func structureCommand() *cobra.Command {
	var f structureFlags
	c := &cobra.Command{
		Use:   "structure STATE",
		Short: "Who holds what power around a state, how many poles, when lines cross, whose reach prevails",
		Long: `Structure describes the powers around a state under every index of capability:
output at market rates and at purchasing power, output times output per head,
military spending and the forces it has built up, the composite index of national
capability where its components exist, and a composite with weights of your own.
It says how many poles each sees, when one power's output may overtake the
other's, by prices and by the years taken for the trend, and what both can bring
to bear at the state.`,
		Example: "  shatterbelt structure KOR\n  shatterbelt structure 폴란드 --lang ko --format html\n" +
			"  shatterbelt structure VNM --weights mine.yaml --drill\n  shatterbelt structure KOR --input capability.csv --csv",
		Args:              exactly(1, "one state"),
		ValidArgsFunction: completeStates,
		RunE:              func(c *cobra.Command, args []string) error { return f.run(c, args[0]) },
	}
	f.register(c)
	c.Flags().StringVar(&f.weights, "weights", "lowy", "weights of the composite: lowy, equal, or a YAML file; print the file of the first two with 'shatterbelt weights'")
	c.Flags().BoolVar(&f.drill, "drill", false, "show what the composite of the state is made of, down to the figures")
	return c
}

func (f *structureFlags) run(c *cobra.Command, text string) error {
	formats, err := f.check()
	if err != nil {
		return err
	}
	st, err := f.open(c, text)
	if err != nil {
		return err
	}
	s := f.from.Snapshot
	w, err := f.read(s)
	if err != nil {
		return err
	}
	d, x, err := f.outlook(s, st, w)
	if err != nil {
		return err
	}
	all := desk.Of(f.from, nil).StructureOf(&x, st.CCode, d.Structure, w)
	out := c.OutOrStdout()
	switch {
	case f.asJS:
		return writeJSON(out, all)
	case f.asCSV && f.drill:
		return all.Drill(s.Codes()).CSV(out)
	case f.asCSV:
		return all.Table(s.Codes()).CSV(out)
	}
	d.Exposure, d.Position = study.Exposure{}, study.Position{Pair: d.Position.Pair, Pressures: d.Position.Pressures}
	more := ""
	if f.weights != "lowy" {
		more = " --weights " + f.weights
	}
	if err := f.document(c, st, d, "structure", f.command("structure", st, d.Year, more), formats, brief.InStructure); err != nil {
		return err
	}
	if err := cmp.Or(structureText(out, d.Structure, s.Codes(), f.lang), sayBasis(out, x.Basis(), f.lang)); err != nil || !f.drill {
		return err
	}
	return drillText(out, all.Composite, f.lang)
}

// read returns the weights asked for: built in, or from a file.
func (f *structureFlags) read(s *panel.Snapshot) (capability.Weights, error) {
	if w, ok := capability.Preset(f.weights); ok {
		return w, nil
	}
	if !strings.HasSuffix(f.weights, ".yaml") && !strings.HasSuffix(f.weights, ".yml") {
		return capability.Weights{}, usagef("--weights is %q; want lowy, equal, or a file that ends in .yaml", f.weights)
	}
	data, err := readLimited("--weights", f.weights, strategyBytes)
	if err != nil {
		return capability.Weights{}, err
	}
	var known []string
	for _, i := range s.Indicators() {
		known = append(known, i.Name)
	}
	all, err := capability.ParseWeights(f.weights, data, known)
	if err != nil {
		return capability.Weights{}, err
	}
	return all[0], nil
}

func number(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }

func yearText(y ir.Year) string { return strconv.Itoa(int(y)) }

var structureWords = map[string]struct{ power, note string }{
	"en": {"power", "Shares of the powers' sum, in percent; powers are majors of record and states above a threshold. The composite is a score out of 100.\n"},
	"ko": {"강대국", "강대국 합계에서 차지하는 비중(%). 강대국은 공인 강대국과 기준 이상 국가. 종합지수는 100점 만점 점수.\n"},
}

// structureText sets the powers side by side under every index.
func structureText(w io.Writer, s study.Structure, codes *ir.Codes, lang string) error {
	words := structureWords[lang]
	t := table.NewWriter()
	head := table.Row{strings.ToUpper(words.power)}
	var powers []ir.CCode
	for _, x := range s.Indexes {
		head = append(head, brief.IndexName(x.Key, lang))
		for _, r := range x.Rows {
			if r.Share > 0 && !slices.Contains(powers, r.State) {
				powers = append(powers, r.State)
			}
		}
	}
	t.AppendHeader(head)
	for _, p := range powers {
		row := table.Row{name(codes, p, lang)}
		for _, x := range s.Indexes {
			r, ok := x.Row(p)
			switch {
			case !ok:
				row = append(row, "–")
			case x.Key == study.IndexComposite:
				row = append(row, fmt.Sprintf("%.0f", r.Value))
			default:
				row = append(row, fmt.Sprintf("%.1f", 100*r.Share))
			}
		}
		t.AppendRow(row)
	}
	_, err := io.WriteString(w, t.Render()+"\n"+words.note)
	return err
}

// blank writes a number, and nothing where it is missing.
func blank(v *float64) string {
	if v == nil || math.IsNaN(*v) {
		return ""
	}
	return number(*v)
}

var drillWords = map[string][]string{
	"en": {"component", "weight", "score", "indicator", "value", "unit", "year", "score"},
	"ko": {"구성", "가중치", "점수", "지표", "값", "단위", "연도", "점수"},
}

func drillText(w io.Writer, c study.CompositeOf, lang string) error {
	t := table.NewWriter()
	t.AppendHeader(cells(strings.Join(drillWords[lang], "|")))
	show := func(v *float64, format string) string {
		if v == nil {
			return "–"
		}
		return fmt.Sprintf(format, *v)
	}
	for _, part := range c.Components {
		t.AppendRow(table.Row{part.Name, fmt.Sprintf("%.4g", part.Weight), show(part.Score, "%.1f"), "", "", "", "", ""})
		for _, in := range part.Ingredients {
			year := ""
			if in.Year != 0 {
				year = yearText(in.Year)
			}
			t.AppendRow(table.Row{"", "", "", in.Indicator, show(in.Value, "%.4g"), in.Unit, year, show(in.Score, "%.1f")})
		}
	}
	line := fmt.Sprintf("%s: %s/100, %.0f %%\n", c.Weights, show(c.Score, "%.1f"), 100*c.Coverage)
	_, err := io.WriteString(w, t.Render()+"\n"+line)
	return err
}
