package brief

import (
	"fmt"
	"slices"

	"github.com/shatterbelt/shatterbelt/study"
)

// ValuesDecide says how far the order of strategies is a judgement of value:
// the interests which, when nothing is asked of them, hand the lead to another.
type ValuesDecide struct {
	First   string         `json:"first"`
	Waivers []study.Waiver `json:"waivers"` // those that clearly change the lead
}

func (ValuesDecide) kind() string          { return "values-decide" }
func (c ValuesDecide) say(v voice) Passage { return v.valuesDecide(c) }
func (f *finder) valuesDecide() ValuesDecide {
	c := ValuesDecide{Waivers: slices.Clone(f.d.Comparison.Waivers)}
	if top, ok := f.top(); ok {
		c.First = top.Name
	}
	c.Waivers = slices.DeleteFunc(c.Waivers, func(w study.Waiver) bool { return w.Leader == c.First || !w.Clear })
	return c
}

func (e english) valuesDecide(c ValuesDecide) Passage {
	p := Passage{Head: "What you ask for decides"}
	if len(c.Waivers) == 0 {
		p.Lead = fmt.Sprintf("%s leads whichever one of the interests is left out.", e.quote(c.First))
		return p
	}
	var parts []string
	for _, w := range c.Waivers {
		parts = append(parts, fmt.Sprintf("asking nothing of %s puts %s first (%s of futures against %s)",
			e.outcome(w.Outcome), e.quote(w.Leader), e.share(w.Share), e.share(w.First)))
	}
	p.Lead = fmt.Sprintf("Which interests must be met is a judgement of value: %s.", andEN(parts))
	return p
}

func (k korean) valuesDecide(c ValuesDecide) Passage {
	p := Passage{Head: "가치 판단의 몫"}
	if len(c.Waivers) == 0 {
		p.Lead = fmt.Sprintf("국익 항목 중 어느 하나를 기준에서 빼도 %s 선두", Josa(k.quote(c.First), IGa))
		return p
	}
	p.Lead = "어떤 국익을 기준으로 삼느냐는 가치 판단임."
	for i, w := range c.Waivers {
		if i > 0 {
			p.Lead += ","
		}
		p.Lead += fmt.Sprintf(" %s 기준에서 빼면 %s 선두(%s 대 %s)",
			Josa(k.outcome(w.Outcome), EulReul), Josa(k.quote(w.Leader), IGa), k.share(w.Share), k.share(w.First))
	}
	return p
}
