package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"

	"github.com/shatterbelt/shatterbelt/claim"
)

// claimsWords are the words around verdicts printed as text.
var claimsWords = map[string]struct{ claim, says, verdict, rules, hindsight, asof, sources string }{
	"en": {
		"CLAIM", "SAYS", "VERDICT", "Rules fixed before any was computed, in commit ",
		"As-of views use figures up to the year named. Figures marked revised come from an edition that is younger than the month asked for or bears no date, so later revisions are in them.",
		"as of", "sources",
	},
	"ko": {
		"주장", "내용", "판정", "규칙은 계산 전에 다음 커밋에서 확정: ",
		"과거 시점의 판정은 해당 연도까지의 수치를 씀. ‘수정 반영’ 표시는 보유 판본이 해당 시점보다 늦거나 날짜가 없어 이후 수정이 반영된 수치임.",
		"기준", "출처",
	},
}

// claimsText prints a table of verdicts, one column a year, and then why: each
// part as of each year, and in detail with the tables and sources behind it.
func claimsText(w io.Writer, views [][]claim.Finding, rules, lang string, detail bool) error {
	words := claimsWords[lang]
	last := views[len(views)-1]
	var b strings.Builder
	b.WriteString(verdictTable(views, lang) + "\n")
	for i := range last {
		f := &last[i]
		fmt.Fprintf(&b, "\n%s %s: %s\n", f.Claim.ID, f.Verdict.Word(lang), f.Claim.Question.In(lang))
		for k := range f.Parts {
			p := &f.Parts[k]
			fmt.Fprintf(&b, " - %s: %s. %s\n   %s\n", p.Part.Name, p.Verdict.Word(lang), claim.Sentence(p.Part.Asks.In(lang)), p.Say(lang))
			for _, v := range views[:len(views)-1] {
				q := &v[i].Parts[k]
				fmt.Fprintf(&b, "   %s %d: %s. %s\n", words.asof, v[i].Year, q.Verdict.Word(lang), q.Say(lang))
			}
			if detail {
				behind(&b, p, lang)
			}
		}
		if waits := f.Waits().In(lang); waits != "" {
			fmt.Fprintf(&b, " - %s\n", waits)
		}
		if detail {
			sourceLines(&b, views, i, lang)
		}
	}
	if rules != "" {
		fmt.Fprintf(&b, "\n%s%s.\n", words.rules, rules)
	}
	if len(views) > 1 {
		b.WriteString(words.hindsight + "\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func verdictTable(views [][]claim.Finding, lang string) string {
	words := claimsWords[lang]
	t := table.NewWriter()
	head := table.Row{words.claim, words.says}
	for _, v := range views {
		if len(v) > 0 {
			head = append(head, fmt.Sprintf("%s %d", words.verdict, v[0].Year))
		}
	}
	t.AppendHeader(head)
	t.SetColumnConfigs([]table.ColumnConfig{{Number: 2, WidthMax: 60, WidthMaxEnforcer: text.WrapSoft}})
	last := views[len(views)-1]
	for i := range last {
		row := table.Row{last[i].Claim.ID, last[i].Claim.Statement.In(lang)}
		for _, v := range views {
			row = append(row, v[i].Verdict.Word(lang))
		}
		t.AppendRow(row)
	}
	return t.Render()
}

// behind prints the tables of a part.
func behind(b *strings.Builder, p *claim.PartFinding, lang string) {
	tables := p.Beside
	if t, ok := p.Behind(); ok {
		tables = append([]claim.Table{t}, tables...)
	}
	for _, t := range tables {
		one := t.In(lang)
		fmt.Fprintf(b, "\n   %s.\n", strings.TrimSuffix(one.Title, "."))
		if len(one.Rows) == 0 {
			continue
		}
		out := table.NewWriter()
		out.AppendHeader(textRow(one.Head))
		for _, r := range one.Rows {
			out.AppendRow(textRow(r))
		}
		b.WriteString(out.Render() + "\n")
	}
}

func textRow(texts []string) table.Row {
	out := make(table.Row, len(texts))
	for i, s := range texts {
		out[i] = s
	}
	return out
}

// sourceLines prints where the figures of a claim come from, as of each year.
func sourceLines(b *strings.Builder, views [][]claim.Finding, i int, lang string) {
	words := claimsWords[lang]
	for at, v := range views {
		if at < len(views)-1 && v[i].AsOf == 0 {
			continue
		}
		all := v[i].Sources()
		if len(all) > 0 {
			fmt.Fprintf(b, " - %s, %d:\n", words.sources, v[i].Year)
		}
		for _, s := range all {
			fmt.Fprintf(b, "   %s\n", s.Line(lang))
		}
	}
}
