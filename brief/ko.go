package brief

import (
	"fmt"
	"math"
	"strings"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/study"
)

// korean is the voice of Korean policy papers: short headed points that end in
// nouns.
type korean struct{ *lexicon }

// quote puts a strategy's title in quotation marks.
func (k korean) quote(name string) string { return "‘" + k.strategy(name) + "’" }

func (k korean) quotes(names []string) string {
	quoted := make([]string, len(names))
	for i, n := range names {
		quoted[i] = k.quote(n)
	}
	return strings.Join(quoted, "·")
}

func (k korean) heading(state, a, b ir.CCode) string {
	if a == ir.World || b == ir.World {
		return k.name(state) + ": 어떤 전략이 견디는가"
	}
	return fmt.Sprintf("%s %s 사이의 %s: 어떤 전략이 견디는가", Josa(k.name(a), GwaWa), k.name(b), k.name(state))
}

// placeHeading is the title of a document without strategies.
func (k korean) placeHeading(state, a, b ir.CCode) string {
	if a == ir.World || b == ir.World {
		return k.name(state) + ": 주변 세력 구조"
	}
	return fmt.Sprintf("%s %s 사이의 %s: 주변 세력 구조와 위상", Josa(k.name(a), GwaWa), k.name(b), k.name(state))
}

func (k korean) failsWhere(c FailsWhere) Passage {
	side, third, where := "높은", "상위", k.quantity(c.Driver.Cut2, c.Driver.Unit)+" 초과"
	if c.LowIsBad {
		side, third, where = "낮은", "하위", k.quantity(c.Driver.Cut1, c.Driver.Unit)+" 미만"
	}
	opposite := map[string]string{"높은": "낮은", "낮은": "높은"}[side]
	third = fmt.Sprintf("%s 쪽: %s(탐색 범위의 %s 1/3)", side, where, third)
	p := Passage{Head: "실패하는 미래", Lead: fmt.Sprintf("%s 전략은 ‘%s’ 값이 %s 미래에서 가장 취약함. 기준 충족 비율 %s(%s 쪽은 %s)",
		k.quote(c.Strategy), k.driver(c.Driver), side, k.share(c.Bad), opposite, k.share(c.Good))}
	if c.Driver.Choice() {
		p = k.failsUnder(c)
	} else {
		p.Why = append(p.Why, third)
	}
	if c.Misses != "" {
		p.Why = append(p.Why, fmt.Sprintf("가장 자주 미달하는 항목은 %s", k.outcome(c.Misses)))
	}
	if c.Instead != "" {
		p.Why = append(p.Why, fmt.Sprintf("이 구간에서는 %s 전략이 뚜렷한 선두", k.quote(c.Instead)))
	} else {
		p.Why = append(p.Why, "이 구간에서도 뚜렷이 앞서는 다른 전략은 없음")
	}
	p.Act = k.leaveToLast(c.State, c.Last, c.Instead)
	return p
}

func (k korean) overturn(c Overturn) Passage {
	p := Passage{Head: "결론을 뒤집는 가정"}
	if !c.Clear {
		other := "다른 전략"
		if c.Tied {
			other = "첫째 제언 밖의 전략"
		}
		tried := "하나씩 바꾸어 본 가정"
		if c.Tried > 0 {
			tried = fmt.Sprintf("하나씩 바꾸어 본 불확실성·가정 계수 %d개", c.Tried)
		}
		if c.Interests > 0 {
			tried += fmt.Sprintf("와 하나씩 빼 본 국익 항목 %d개", c.Interests)
		}
		p.Lead = fmt.Sprintf("%s 가운데 %s에 %s%%p 이상 뚜렷한 선두를 내주는 것은 없음", tried, other, short(100*c.Margin))
		return p
	}
	p.Lead = fmt.Sprintf("첫째 제언은 ‘%s’에 달려 있음. %s", k.driver(c.Flip.Driver), k.sides(c.Flip))
	p.Why = k.standing(c.Flip)
	return p
}

// sides says who leads on either side of a flip.
func (k korean) sides(f study.Flip) string {
	if f.Driver.Choice() {
		return fmt.Sprintf("%s이면 %s, %s이면 %s 선두(최소 %s%%p 차)",
			k.form(f.Driver, math.Inf(-1), f.At), k.quote(f.LowLeader), k.form(f.Driver, f.At, math.Inf(1)), Josa(k.quote(f.HighLeader), IGa), short(100*f.Margin))
	}
	return fmt.Sprintf("%s 미만이면 %s, 이상이면 %s 선두(최소 %s%%p 차)",
		k.quantity(f.At, f.Driver.Unit), k.quote(f.LowLeader), Josa(k.quote(f.HighLeader), IGa), short(100*f.Margin))
}

// standing says what the value rests on.
func (k korean) standing(f study.Flip) []string {
	var out []string
	if f.Driver.Ref == "assumed" {
		out = append(out, "이 값은 추정치가 아닌 가정임")
	}
	if f.FreeSign {
		out = append(out, "부호 자체에 대해 학계의 견해가 갈림")
	}
	return out
}

func (k korean) missed(c Missed) Passage {
	p := Passage{Head: "모형이 빗나간 곳"}
	for _, r := range c.Outside {
		p.Why = append(p.Why, fmt.Sprintf("%s의 %s 건수가 기록 구간을 벗어남(%s)", k.name(c.State), countsKO[string(r.Event)], k.besideRecord(r)))
	}
	s := c.Score
	scores := fmt.Sprintf("%s건 중 사건 %s건", decimal(float64(s.N), 0), decimal(float64(s.Events), 0))
	part := fmt.Sprintf("검증한 부분은 모두 단순 기준보다 나음. 차이가 가장 작은 것은 %s년의 %s: %s(%s)", years(s.From, s.To, "~"), k.model(s.Model), k.better(s.Skill), scores)
	if s.Skill <= 0 {
		part = fmt.Sprintf("%s년 검증에서 %s %s보다 낫지 않음(%s)", years(s.From, s.To, "~"), Josa(k.model(s.Model), IGa), k.model(s.BaselineN), scores)
	}
	p.Why = append(p.Why, part)
	if c.Inside > 0 && len(c.Outside) == 0 {
		p.Why = append(p.Why, fmt.Sprintf("%s의 모의 발생률 %d개는 모두 기록 구간 안", k.name(c.State), c.Inside))
	}
	p.Lead, p.Why = p.Why[0], p.Why[1:]
	return p
}

func (k korean) dataAge(c DataAge) Passage {
	ages := make([]string, len(c.Oldest))
	for i, a := range c.Oldest {
		ages[i] = fmt.Sprintf("%s %d년", k.indicator(a.Indicator), a.Year)
	}
	return Passage{Head: "자료의 시점", Lead: fmt.Sprintf("결과에 영향을 주는 가장 오래된 자료는 %s까지, 최신 자료는 %d년", strings.Join(ages, ", "), c.Newest)}
}

func (k korean) atWar(c AtWar) Passage {
	others := make([]string, len(c.Others))
	for i, o := range c.Others {
		others[i] = k.name(o)
	}
	return Passage{Head: "기록상의 전쟁", Lead: fmt.Sprintf("%s %d년 기록상 %s 전쟁 중. 모의실험은 전쟁이 진행 중인 상태에서 출발하여 종결 여부를 해마다 추출",
		Josa(k.name(c.State), EunNeun), c.Year, Josa(strings.Join(others, "·"), GwaWa))}
}
