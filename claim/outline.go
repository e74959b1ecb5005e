package claim

import (
	"fmt"
	"strings"
)

// heads are the headings of a page of verdicts.
type heads struct {
	title, claim, says, verdict, rules, stands, question, reverses, shown, waits, sources, works, asof string
}

var headings = map[string]heads{
	"en": {
		"The arguments and what the figures say of them", "Argument", "Says", "Verdict",
		"The rule of every verdict was fixed before any was computed, in commit %s.",
		"Where it stands", "Question", "What would change the verdict", "Known before the rule was written", "What would settle it",
		"Sources", "Works", "as of %s",
	},
	"ko": {
		"주장과 수치의 판정", "주장", "내용", "판정",
		"모든 판정 규칙은 계산 전에 커밋 %s에서 확정됨.",
		"위치", "질문", "판정을 바꿀 조건", "규칙 작성 전에 알려진 수치", "판정에 필요한 것",
		"자료 출처", "문헌", "%s 기준",
	},
}

// pageOutline is what a page of verdicts says, in whatever format.
type pageOutline struct {
	Lang, Title, Rules string
	Head               []string
	Rows               [][]string
	Sections           []pageSection
}

// outline gathers a page. With views of several years all are in the table and
// the last is explained. Rules is the commit of the rules, "" for claims of a
// user's own.
func outline(views [][]Finding, rules, lang string) pageOutline {
	h, ok := headings[lang]
	if !ok {
		h = headings["en"]
	}
	o := pageOutline{Lang: lang, Title: h.title, Head: []string{h.claim, h.says}}
	if rules != "" {
		o.Rules = fmt.Sprintf(h.rules, rules)
	}
	last := views[len(views)-1]
	for _, v := range views {
		if len(v) > 0 {
			o.Head = append(o.Head, fmt.Sprintf("%s %d", h.verdict, v[0].Year))
		}
	}
	for i := range last {
		row := []string{last[i].Claim.ID, last[i].Claim.Statement.In(lang)}
		var each []*Finding
		for _, v := range views {
			row = append(row, v[i].Verdict.Word(lang))
			each = append(each, &v[i])
		}
		o.Rows, o.Sections = append(o.Rows, row), append(o.Sections, section(each, h, lang))
	}
	return o
}

// section explains a claim: what came of it in each view, the last with its
// tables and sources.
func section(views []*Finding, h heads, lang string) pageSection {
	f := views[len(views)-1]
	c := f.Claim
	s := pageSection{ID: c.ID, Title: c.ID + ": " + f.Verdict.Word(lang), Statement: c.Statement.In(lang)}
	add := func(head, text string) {
		if text != "" {
			s.Lines = append(s.Lines, [2]string{head, text})
		}
	}
	add(h.stands, c.Section.In(lang))
	add(h.question, c.Question.In(lang))
	for i := range f.Parts {
		p := &f.Parts[i]
		add(p.Part.Name+": "+p.Verdict.Word(lang), Sentence(p.Part.Asks.In(lang))+" "+p.Say(lang))
		for _, v := range views[:len(views)-1] {
			q := &v.Parts[i]
			add(p.Part.Name+", "+fmt.Sprintf(h.asof, fmt.Sprint(v.Year))+": "+q.Verdict.Word(lang), q.Say(lang))
		}
		s.Parts = append(s.Parts, p)
		if t, ok := p.Behind(); ok {
			s.Tables = append(s.Tables, t.In(lang))
		}
		for _, t := range p.Beside {
			s.Tables = append(s.Tables, t.In(lang))
		}
	}
	add(h.reverses, c.Reverses.In(lang))
	add(h.shown, c.Shown.In(lang))
	add(h.waits, f.Waits().In(lang))
	for _, v := range views {
		if v.AsOf == 0 && v != f {
			continue
		}
		head := h.sources
		if v.AsOf != 0 {
			head += ", " + fmt.Sprintf(h.asof, fmt.Sprint(v.Year))
		}
		var lines []string
		for _, src := range v.Sources() {
			lines = append(lines, src.Line(lang))
		}
		add(head, strings.Join(lines, ". "))
	}
	add(h.works, strings.Join(f.Cites(), ", "))
	return s
}

// Sentence begins with a capital and ends with a stop.
func Sentence(s string) string {
	if s == "" {
		return ""
	}
	return strings.ToUpper(s[:1]) + s[1:] + "."
}
