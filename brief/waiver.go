package brief

import (
	"fmt"
	"slices"

	"github.com/shatterbelt/shatterbelt/study"
)

// ValuesDecide says how far the order of strategies is a judgement of value:
// the interests which, when nothing is asked of them, hand the lead to a strategy
// that is not among the first, by as much as matters.
type ValuesDecide struct {
	First   string         `json:"first"`
	Tied    bool           `json:"tied"` // others are not told from it
	Margin  float64        `json:"margin"`
	Waivers []study.Waiver `json:"waivers"`
}

func (ValuesDecide) kind() string          { return "values-decide" }
func (c ValuesDecide) say(v voice) Passage { return v.valuesDecide(c) }
func (f *finder) valuesDecide() ValuesDecide {
	level := f.level()
	c := ValuesDecide{First: level[0].Name, Tied: len(level) > 1, Margin: f.reading.LeadMatters}
	for _, w := range f.d.Comparison.Waivers {
		among := slices.ContainsFunc(level, func(r study.Result) bool { return r.Name == w.Leader })
		if w.Clear && !among && w.Share-w.First >= c.Margin {
			c.Waivers = append(c.Waivers, w)
		}
	}
	return c
}

func (e english) valuesDecide(c ValuesDecide) Passage {
	p := Passage{Head: "What you ask for decides"}
	if len(c.Waivers) == 0 {
		other := "no strategy but " + e.quote(c.First)
		if c.Tied {
			other = "no strategy outside the first recommendation"
		}
		p.Lead = fmt.Sprintf("Whichever one of the interests is left out, %s leads by as much as %s points.", other, short(100*c.Margin))
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
		other := "다른 전략"
		if c.Tied {
			other = "첫째 제언 밖의 전략"
		}
		p.Lead = fmt.Sprintf("국익 항목 중 어느 하나를 기준에서 빼도 %s이 %s%%p 이상 앞서지 못함", other, short(100*c.Margin))
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
