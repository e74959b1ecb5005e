package main

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/spf13/cobra"

	"github.com/shatterbelt/shatterbelt/data/runs"
)

// runsDiffSchema names the form of a comparison as JSON.
const runsDiffSchema = "shatterbelt/runs-diff/1"

func runsDiff() *cobra.Command {
	var (
		asJS bool
		lang string
	)
	c := &cobra.Command{
		Use: "diff RUN RUN", Short: "Compare two runs", Args: exactly(2, "two runs"),
		Long: `Diff says what two runs are made of differs, whether their results are the same to
the last byte, and, where they ran policies of the same name in the same futures, how
each outcome differs, experiment by experiment.`,
		Example:           "  shatterbelt runs diff explore-kor-2024-1a2b3c4d explore-kor-2024-5e6f7a8b",
		ValidArgsFunction: completeRuns,
		RunE: func(c *cobra.Command, args []string) error {
			if err := checkLang(lang); err != nil {
				return err
			}
			f, err := openRuns(c)
			if err != nil {
				return err
			}
			a, err := f.Find(args[0])
			if err != nil {
				return err
			}
			b, err := f.Find(args[1])
			if err != nil {
				return err
			}
			d, err := f.Diff(c.Context(), a, b)
			if err != nil {
				return err
			}
			if asJS {
				return writeJSON(c.OutOrStdout(), struct {
					Schema string `json:"schema"`
					*runs.Difference
				}{runsDiffSchema, d})
			}
			return diffText(c.OutOrStdout(), d, lang)
		},
	}
	langFlag(c, &lang)
	c.Flags().BoolVar(&asJS, "json", false, "as JSON")
	return c
}

type diffWording struct {
	alike, differ, same, other, unpaired, only string
	header                                     []string
}

var diffWords = map[string]diffWording{
	"en": {
		alike: "The runs are made of the same.", differ: "What differs: %s.",
		same: "Their results are the same to the last byte.", other: "Their results differ.",
		unpaired: "They have no experiments in common: their futures are not the same.",
		only:     "Only in %s: %s.",
		header:   []string{"policy", "outcome", "compared", "changed", "missing in one", "mean of first", "mean of second", "largest change"},
	},
	"ko": {
		alike: "두 실행의 구성이 같습니다.", differ: "다른 점: %s.",
		same: "결과 파일이 마지막 바이트까지 같습니다.", other: "결과가 다릅니다.",
		unpaired: "미래가 서로 달라 짝지을 실험이 없습니다.",
		only:     "%s에만 있는 정책: %s.",
		header:   []string{"정책", "결과", "비교", "달라짐", "한쪽에만", "첫째 평균", "둘째 평균", "최대 변화"},
	},
}

// partWords are what can differ between runs, in Korean.
var partWords = map[string]string{
	"the program": "프로그램", "the recipe": "모형 설정", "the data": "자료", "the design": "설계", "the seed": "시드",
	"the number of futures": "미래의 수", "the uncertainties": "불확실성", "the levers": "수단", "the policies": "정책", "the outcomes": "결과",
}

func diffText(w io.Writer, d *runs.Difference, lang string) error {
	words := diffWords[lang]
	var b strings.Builder
	what := d.What
	if lang == "ko" {
		what = nil
		for _, k := range d.What {
			what = append(what, partWords[k])
		}
	}
	if len(what) == 0 {
		fmt.Fprintln(&b, words.alike)
	} else {
		fmt.Fprintf(&b, words.differ+"\n", strings.Join(what, ", "))
	}
	if d.Same {
		fmt.Fprintln(&b, words.same)
	} else {
		fmt.Fprintln(&b, words.other)
	}
	for _, side := range []struct {
		id   string
		only []string
	}{{d.A, d.OnlyA}, {d.B, d.OnlyB}} {
		if len(side.only) > 0 {
			fmt.Fprintf(&b, words.only+"\n", side.id, strings.Join(side.only, ", "))
		}
	}
	switch {
	case !d.Paired:
		fmt.Fprintln(&b, words.unpaired)
	case !d.Same:
		fmt.Fprintln(&b, diffTable(d, words.header))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// diffTable lists the outcomes that differ.
func diffTable(d *runs.Difference, header []string) string {
	t := table.NewWriter()
	head := table.Row{}
	for _, h := range header {
		head = append(head, h)
	}
	t.AppendHeader(head)
	number := func(v float64) string { return strconv.FormatFloat(v, 'g', 5, 64) }
	for _, o := range d.Outcomes {
		if o.Changed == 0 && o.Missing == 0 {
			continue
		}
		t.AppendRow(table.Row{o.Policy, o.Outcome, o.Compared, o.Changed, o.Missing, number(o.MeanA), number(o.MeanB), number(o.Most)})
	}
	return t.Render()
}
