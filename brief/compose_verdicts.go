package brief

import (
	"fmt"
	"slices"
	"strings"

	verdicts "github.com/shatterbelt/shatterbelt/claim"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// claimTableWords are the words around the table of verdicts.
var claimTableWords = map[string]struct{ title, caption, claim, says, verdict, note, imported string }{
	"en": {
		"Arguments tested", "Arguments of the founding paper that name this state", "Argument", "Says", "Verdict",
		"Each verdict follows a rule fixed beforehand (commit %s). Computed over the embedded figures of %d (%s), not in this run; shatterbelt claims gives reasons and settings.",
		" This document uses imported figures, so the verdicts are not of its figures.",
	},
	"ko": {
		"주장 검증", "이 국가를 지목한 원 논문의 주장", "주장", "내용", "판정",
		"판정 규칙은 사전에 확정(커밋 %s). 내장 수치 %d년 기준(%s)으로 미리 계산한 것이며 이번 실행의 결과가 아님. 근거와 설정은 shatterbelt claims 참조.",
		" 이 문서는 반입 자료를 쓰므로 판정은 이 문서의 수치에 근거하지 않음.",
	},
}

// verdicts is the table of the arguments that bear on the state, in a brief that
// compares strategies.
func (c *composer) verdicts() section {
	s := section{id: "claims", number: next}
	st, ok := c.o.Codes.State(c.d.State)
	if !ok || len(c.d.Comparison.Results) == 0 {
		return s
	}
	w := claimTableWords[c.o.Lang]
	s.title = w.title
	t := table{caption: w.caption, head: []string{w.claim, w.says, w.verdict}}
	for _, v := range verdicts.Verdicts() {
		if !v.Claim.Bears(st.ISO) {
			continue
		}
		t.note = fmt.Sprintf(w.note, verdicts.RulesCommit[:shortHash], v.Year, v.Digest[:shortHash])
		t.rows = append(t.rows, []string{v.Claim.ID, v.Claim.Statement.In(c.o.Lang), v.Verdict.Word(c.o.Lang)})
	}
	if len(t.rows) == 0 {
		return s
	}
	if slices.ContainsFunc(c.ledger.figures, func(f prov.Figure) bool { return strings.Contains(f.Source, ":") }) {
		t.note += w.imported
	}
	s.blocks = append(s.blocks, t)
	return s
}

// shortHash is how much of a hash a reader needs to tell it from others.
const shortHash = 12
