package main

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"strconv"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/spf13/cobra"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/study"
)

// positionSchema names the form of a position as JSON.
const positionSchema = "shatterbelt/position/1"

func positionCommand() *cobra.Command {
	var (
		year        int
		lang        string
		asCSV, asJS bool
	)
	c := &cobra.Command{
		Use:   "position STATE",
		Short: "How caught in between a state is, by which pair of powers, and its rank",
		Long: `Position measures the squeeze on a state: how far two powers hostile to one
another both press it. The rank is given with its range over the disputable
settings: half-distance, bases, hostility, stakes, and how distance is measured.`,
		Example:           "  shatterbelt position KOR\n  shatterbelt position 폴란드 --lang ko --year 2021",
		Args:              exactly(1, "one state"),
		ValidArgsFunction: completeStates,
		RunE: func(c *cobra.Command, args []string) error {
			if err := checkLang(lang); err != nil {
				return err
			}
			if err := exclusive(asJS, asCSV); err != nil {
				return err
			}
			s, st, err := find(c, args[0])
			if err != nil {
				return err
			}
			x, err := study.Situate(s, yearOr(year, s), study.Default())
			if err != nil {
				return err
			}
			p, err := x.Position(st.CCode)
			if err != nil {
				return err
			}
			switch w := c.OutOrStdout(); {
			case asJS:
				return writeJSON(w, struct {
					Schema string `json:"schema"`
					study.Position
				}{positionSchema, p})
			case asCSV:
				return positionCSV(w, p, s.Codes())
			default:
				return positionText(w, p, s.Codes(), lang)
			}
		},
	}
	yearFlag(c, &year)
	langFlag(c, &lang)
	c.Flags().BoolVar(&asCSV, "csv", false, "the ranking as comma-separated values")
	c.Flags().BoolVar(&asJS, "json", false, "everything as JSON, with the trail of every number")
	return c
}

func writeJSON(w io.Writer, v any) error {
	b, err := json.MarshalIndent(v, "", "  ")
	if err != nil {
		return err
	}
	_, err = w.Write(append(b, '\n'))
	return err
}

func positionCSV(w io.Writer, p study.Position, codes *ir.Codes) error {
	out := csv.NewWriter(w)
	_ = out.Write([]string{"state", "year", "rank", "rank_low", "rank_high", "squeeze", "total", "tightness", "pair_a", "pair_b"})
	g := func(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }
	for _, r := range p.Rows {
		_ = out.Write([]string{
			name(codes, r.State, ""), strconv.Itoa(int(p.Year)),
			strconv.Itoa(r.Squeeze.Rank), strconv.Itoa(r.Squeeze.Low), strconv.Itoa(r.Squeeze.High),
			g(r.Squeeze.Value), g(r.Total.Value), g(r.Tightness.Value),
			name(codes, r.Pair.A, ""), name(codes, r.Pair.B, ""),
		})
	}
	out.Flush()
	return out.Error()
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

var positionWords = map[string]struct{ line, leads, head, cols, note string }{
	"en": {
		"%s, %d: most squeezed between %s and %s; rank %d of %d covered, states and Taiwan, by this measure (%d to %d over %d settings).\n",
		"It ranks first in every setting.\n",
		"rank|range|state|squeeze|tightness|between", "", "Squeeze: share of world military spending. Settings that move the rank: distance, bases, hostility, stakes.\n",
	},
	"ko": {
		"%s, %d년: %s·%s 사이 압박이 가장 큼. 이 지표로 분석 대상 %[6]d곳(국가와 대만) 중 %[5]d위 (설정 %[9]d개에서 %[7]d~%[8]d위).\n",
		"모든 설정에서 1위임.\n",
		"순위|범위|국가|압박|긴박도|사이", "", "압박: 세계 군사비 대비 비중. 순위를 움직이는 설정: 거리, 기지, 적대성, 이해관계.\n",
	},
}

func positionText(w io.Writer, p study.Position, codes *ir.Codes, lang string) error {
	words := positionWords[lang]
	row, _ := p.Row(p.State)
	if _, err := fmt.Fprintf(w, words.line, name(codes, p.State, lang), p.Year, name(codes, p.Pair.A, lang),
		name(codes, p.Pair.B, lang), row.Squeeze.Rank, len(p.Rows), row.Squeeze.Low, row.Squeeze.High, p.Settings); err != nil {
		return err
	}
	if p.Leads {
		fmt.Fprint(w, words.leads)
	}
	t := table.NewWriter()
	t.AppendHeader(cells(words.head))
	for _, r := range p.Rows {
		mark := ""
		if r.State == p.State {
			mark = "* "
		}
		t.AppendRow(table.Row{
			r.Squeeze.Rank, fmt.Sprintf("%d-%d", r.Squeeze.Low, r.Squeeze.High), mark + name(codes, r.State, lang),
			fmt.Sprintf("%.3f", r.Squeeze.Value), fmt.Sprintf("%.2f", r.Tightness.Value),
			name(codes, r.Pair.A, lang) + ", " + name(codes, r.Pair.B, lang),
		})
	}
	_, err := io.WriteString(w, t.Render()+"\n"+words.note)
	return err
}
