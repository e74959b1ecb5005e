package claim

import (
	"fmt"
	"strings"
)

// heads are the headings of a page of verdicts.
type heads struct{ title, claim, says, verdict, rules, stands, question, reverses, shown, waits string }

var headings = map[string]heads{
	"en": {
		"The arguments and what the figures say of them", "Argument", "Says", "Verdict",
		"The rule of every verdict was fixed before any was computed, in commit %s.",
		"Where it stands", "Question", "What would change the verdict", "Known before the rule was written", "What would settle it",
	},
	"ko": {
		"주장과 수치의 판정", "주장", "내용", "판정",
		"모든 판정 규칙은 계산 전에 커밋 %s에서 확정됨.",
		"위치", "질문", "판정을 바꿀 조건", "규칙 작성 전에 알려진 수치", "판정에 필요한 것",
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
		for _, v := range views {
			row = append(row, v[i].Verdict.Word(lang))
		}
		o.Rows, o.Sections = append(o.Rows, row), append(o.Sections, last[i].section(h, lang))
	}
	return o
}

func (f *Finding) section(h heads, lang string) pageSection {
	c := f.Claim
	s := pageSection{Title: c.ID + ": " + f.Verdict.Word(lang), Statement: c.Statement.In(lang)}
	add := func(head string, t Text) {
		if text := t.In(lang); text != "" {
			s.Lines = append(s.Lines, [2]string{head, text})
		}
	}
	add(h.stands, c.Section)
	add(h.question, c.Question)
	for i := range f.Parts {
		p := &f.Parts[i]
		s.Lines = append(s.Lines, [2]string{p.Part.Name + ": " + p.Verdict.Word(lang), Sentence(p.Part.Asks.In(lang)) + " " + p.Say(lang)})
	}
	add(h.reverses, c.Reverses)
	add(h.shown, c.Shown)
	add(h.waits, c.Waits)
	return s
}

// Sentence begins with a capital and ends with a stop.
func Sentence(s string) string {
	if s == "" {
		return ""
	}
	return strings.ToUpper(s[:1]) + s[1:] + "."
}
