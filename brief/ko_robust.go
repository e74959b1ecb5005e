package brief

import (
	"fmt"
	"strings"

	"github.com/shatterbelt/shatterbelt/study"
)

// where puts the conditions of a box in words.
func (k korean) where(b study.FailureBox) string {
	parts := make([]string, len(b.Limits))
	for i, l := range b.Limits {
		parts[i] = k.condition(l.Driver, l.Low, l.High)
	}
	return strings.Join(parts, ", ")
}

func (k korean) failsIn(c FailsIn) Passage {
	p := Passage{Head: "실패하는 미래", Lead: fmt.Sprintf("%s 전략은 %s인 미래에서 주로 실패. 전체 실패의 %s 여기에 속하고, 이런 미래의 %s 기준 미달(전체 미래는 %s)",
		k.quote(c.Strategy), k.where(c.Box), Josa(k.share(c.Box.Coverage), IGa), Josa(k.share(c.Box.Density), IGa), k.share(c.Share))}
	p.Why = append(p.Why, fmt.Sprintf("미래의 절반만으로 %d회 다시 탐색해도 %s 같은 조건이 나옴. 제외한 절반에서도 이런 미래의 %s 기준 미달",
		c.Stability.Searches, k.times(c.Stability), Josa(k.share(c.Stability.Density), IGa)))
	if c.Misses != "" {
		p.Why = append(p.Why, fmt.Sprintf("가장 자주 미달하는 항목은 %s", k.outcome(c.Misses)))
	}
	if c.Box.Clear {
		p.Why = append(p.Why, fmt.Sprintf("이 조건에서는 %s 가장 나음. 기준 충족 비율 %s 대 %s", Josa(k.quote(c.Box.Best), IGa), k.share(c.Box.BestShare), k.share(c.Box.OwnShare)))
	} else {
		p.Why = append(p.Why, "이 조건에서도 뚜렷이 나은 다른 전략은 없음")
	}
	p.Act = k.leaveToLast(c.State, c.Last, c.instead())
	return p
}

// times says how often the search came out the same.
func (k korean) times(s study.BoxStability) string {
	if s.Same == 1 {
		return "매번"
	}
	return k.share(s.Same) + "에서"
}

func (k korean) failureBoxes(c FailureBoxes) Passage {
	p := Passage{Head: "선두 전략이 실패하는 미래"}
	var said []string
	for _, s := range c.Of {
		said = append(said, k.boxesOf(s)...)
	}
	p.Lead, p.Why = said[0], said[1:]
	return p
}

func (k korean) boxesOf(s BoxesOf) []string {
	var out []string
	for i, b := range s.Boxes {
		figures := fmt.Sprintf("실패의 %s 속하고, 이런 미래의 %s 기준 미달", Josa(k.share(b.Coverage), IGa), Josa(k.share(b.Density), IGa))
		switch {
		case i > 0 || s.Further:
			out = append(out, fmt.Sprintf("%s 그 밖에 %s인 미래에서도 실패. %s", Josa(k.quote(s.Strategy), EunNeun), k.where(b), figures))
		case s.Like != "":
			out = append(out, fmt.Sprintf("%s %s 같은 조건에서 실패. %s", Josa(k.quote(s.Strategy), EunNeun), Josa(k.quote(s.Like), GwaWa), figures))
		case !b.Reached:
			out = append(out, fmt.Sprintf("%s 전략의 실패가 %s에 이르는 조건은 없음. 가장 취약한 조건은 %s. %s(전체 미래는 %s)",
				k.quote(s.Strategy), k.share(s.Asked), k.where(b), figures, k.share(s.Share)))
		default:
			out = append(out, fmt.Sprintf("%s %s인 미래에서 주로 실패. %s", Josa(k.quote(s.Strategy), EunNeun), k.where(b), figures))
		}
	}
	return out
}

func (k korean) enough(c Enough) Passage {
	p := Passage{Head: "미래 수의 충분성"}
	total := decimal(float64(c.Futures), 0)
	who := "선두 전략군"
	if len(c.Leading) == 1 {
		who = k.quote(c.Leading[0]) + " 선두"
	}
	switch {
	case c.Settled.Leading == 0:
		p.Lead = fmt.Sprintf("불충분. 미래 %s개로는 선두가 확정되지 않아, 더 많은 미래를 보면 순위가 바뀔 수 있음", total)
	case !c.Settled.Held:
		p.Lead = fmt.Sprintf("불확실. 미래 %s개에서 확정된 듯하던 선두가 %s개 이전에 바뀜", decimal(float64(c.Settled.Leading), 0), total)
	default:
		p.Lead = fmt.Sprintf("충분. %s개 중 %s개에서 %s 확정 후 유지", total, decimal(float64(c.Settled.Leading), 0), who)
	}
	p.Why = append(p.Why, fmt.Sprintf("미래를 다시 추출하면 첫째 전략이 선두 전략군에 속하는 비율 %s, 전체 순위가 같은 비율 %s",
		k.share(c.Settled.KeepLeading), k.share(c.Settled.KeepOrder)))
	return p
}

func (k korean) undominated(c Undominated) Passage {
	p := Passage{Head: "배제되는 전략"}
	total := len(c.Pareto) + len(c.Dominated)
	if len(c.Dominated) == 0 {
		p.Lead = fmt.Sprintf("배제되는 전략 없음. 전략 %d개 모두 어느 한 항목의 평균에서는 다른 전략보다 나음", total)
		return p
	}
	by, groups := c.beaten()
	parts := make([]string, len(by))
	for i, g := range groups {
		parts[i] = fmt.Sprintf("%s에 열위인 %s", k.quote(by[i]), k.quotes(g))
	}
	p.Lead = fmt.Sprintf("전략 %d개 중 %d개는 모든 항목의 평균에서 다른 전략보다 나을 것이 없음: %s", total, len(c.Dominated), strings.Join(parts, ", "))
	return p
}
