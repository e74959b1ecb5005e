package brief

import (
	"fmt"
	"slices"
	"strings"

	"github.com/shatterbelt/shatterbelt/study"
)

// instead says how often today's course is good enough without a tie.
func (k korean) instead(t TieWorth) string {
	if t.Clear && k.pct1(t.With) != k.pct1(t.Without) {
		return fmt.Sprintf("현 노선이 기준을 충족하는 미래는 %s에서 %s로 바뀜", k.pct(t.With), k.pct(t.Without))
	}
	return fmt.Sprintf("현 노선이 기준을 충족하는 미래는 %s로, 현재(%s)와 뚜렷한 차이 없음", k.pct1(t.Without), k.pct1(t.With))
}

func (k korean) allianceWorth(c AllianceWorth) Passage {
	t := c.Tie
	p := Passage{Head: "동맹의 가치", Lead: fmt.Sprintf("다른 조건이 같고 %s의 안보 유대만 없으면 %s", Josa(k.called(t.Power), GwaWa), k.instead(t))}
	p.Why = k.effects(t)
	if len(t.Counts) == 0 {
		p.Why = append(p.Why, "분쟁·교전·침공 건수에는 뚜렷한 변화 없음")
	}
	p.Why = append(p.Why, fmt.Sprintf("안보가 나빠지는 미래 %s. 같은 미래 %s개를 유대가 있을 때와 없을 때로 나누어 모의. 다른 동맹국은 그대로 둠",
		k.pct(t.Losers), decimal(float64(t.Futures), 0)))
	return p
}

func (k korean) tradeWorth(c TradeWorth) Passage {
	p := Passage{Head: "교역의 가치"}
	var parts []string
	for _, t := range c.Ties {
		parts = append(parts, fmt.Sprintf("%s의 경제 협력을 끊으면 %s", Josa(k.called(t.Power), GwaWa), k.instead(t)))
		p.Why = append(p.Why, k.called(t.Power)+": "+strings.Join(k.effects(t), ". "))
	}
	p.Lead = strings.Join(parts, ". ")
	if !slices.ContainsFunc(c.Ties, func(t TieWorth) bool { return len(t.Counts) > 0 }) {
		p.Why = append(p.Why, "어느 쪽과 끊어도 분쟁·교전·침공 건수에는 뚜렷한 변화 없음")
	}
	p.Why = append(p.Why, fmt.Sprintf("협력 단절 시 해당국과의 교역 가운데 %s가량이 사라진다고 가정. 제3국 교역의 대체는 반영하지 않음", k.share(c.Ties[0].Cut)))
	return p
}

// effects lists what clearly changes without a tie.
func (k korean) effects(t TieWorth) []string {
	var parts, out []string
	for _, g := range []struct {
		word string
		of   []Change
	}{{"악화", t.Worse}, {"개선", t.Better}} {
		if len(g.of) > 0 {
			parts = append(parts, fmt.Sprintf("%s %s", strings.Join(k.changes(g.of), "·"), g.word))
		}
	}
	if len(parts) > 0 {
		out = append(out, strings.Join(parts, ", "))
	} else {
		out = append(out, "뚜렷이 달라지는 국익 항목 없음")
	}
	if len(t.Counts) == 0 {
		return out
	}
	return append(out, fmt.Sprintf("미래 100개의 %d년간 건수: %s", t.Years, strings.Join(k.counts(t.Counts), ", ")))
}

func (k korean) changes(list []Change) []string {
	out := make([]string, len(list))
	for i, c := range list {
		out[i] = fmt.Sprintf("%s(%s)", k.outcome(c.Outcome), signed(k.num1(c.By)))
	}
	return out
}

func (k korean) counts(list []Change) []string {
	out := make([]string, len(list))
	for i, c := range list {
		way := "증가"
		if c.By.Value < 0 {
			way = "감소"
		}
		out[i] = fmt.Sprintf("%s %s건 %s", countsKO[c.Outcome], short(100*abs(c.By.Value)), way)
	}
	return out
}

var countsKO = map[string]string{"disputes": "분쟁", "fights": "교전", "wars": "침공", "concessions": "양보"}

func (k korean) slip(s study.Slip) string {
	label, unit := k.lever(s.Lever)
	return fmt.Sprintf("%s %s", label, k.span(s.From, s.To, unit, "→"))
}

func (k korean) smallMistake(c SmallMistake) Passage {
	p := Passage{Head: "작은 실수의 대가"}
	if !c.Any {
		p.Lead = fmt.Sprintf("%s에서 한 단계 어긋나 뚜렷이 손해 보는 정책 수단 없음", k.quote(c.Strategy))
	} else {
		p.Lead = fmt.Sprintf("%s에서 가장 비싼 한 단계 실수는 %s. 기준 충족 비중(%s)이 %s 하락",
			k.quote(c.Strategy), k.slip(c.Worst), k.pct1(c.Base), k.points(amount(c.Worst.Good)))
		p.Why = append(p.Why, k.reverse(c))
	}
	p.Why = append(p.Why, fmt.Sprintf("한 단계는 정책 수단이 1년에 움직일 수 있는 최대 폭이며 계속 유지한다고 가정. 실수 %d가지 중 뚜렷한 손실 %d가지, 뚜렷한 이득 %d가지(미래 %s개)",
		c.Tried, c.Costly, c.Gainful, decimal(float64(c.Futures), 0)))
	return p
}

func (k korean) reverse(c SmallMistake) string {
	switch a := amount(c.Reverse.Good); {
	case !c.Turned:
		return "정책 수단이 한계에 있어 반대 방향의 실수는 없음"
	case !c.Reverse.Clear:
		return fmt.Sprintf("반대 방향의 한 단계(%s)는 뚜렷한 차이 없음", k.slip(c.Reverse))
	case a.Value < 0:
		return fmt.Sprintf("반대 방향의 한 단계(%s)도 %s 손실", k.slip(c.Reverse), k.points(a))
	default:
		return fmt.Sprintf("반대 방향의 한 단계(%s)는 %s 이득", k.slip(c.Reverse), k.points(a))
	}
}

func (k korean) againstRecord(c AgainstRecord) Passage {
	p := Passage{Head: "기록과의 대조"}
	if out := outside(c.Check); len(out) > 0 {
		names := make([]string, len(out))
		for i, r := range out {
			names[i] = fmt.Sprintf("%s(%s)", countsKO[string(r.Event)], k.besideRecord(r))
		}
		p.Lead = fmt.Sprintf("현 노선을 유지한 모의에서 %s의 기록 구간을 벗어난 항목: %s", k.name(c.State), strings.Join(names, ", "))
	} else {
		p.Lead = fmt.Sprintf("현 노선을 유지한 모의에서 %s의 아래 %d개 항목 모두 기록 구간 안", k.name(c.State), len(c.Check.Rates))
	}
	p.Why = append(p.Why, fmt.Sprintf("도전국이 시작한 분쟁은 기록 %s년간 %s건", decimal(c.Check.Years, 0), decimal(c.Check.Disputes, 0)))
	if c.Check.AtWar {
		p.Why = append(p.Why, "전쟁이 진행 중인 상태에서 모의를 시작")
	}
	if w := k.warsSince(c.Check.Lives); w != "" {
		p.Why = append(p.Why, "사망자 기록은 "+years(c.Check.Lives.First, c.Check.Lives.Last, k.to)+"년", w)
	}
	return p
}

// besideRecord says a simulated rate and the band of the record.
func (k korean) besideRecord(r study.Rated) string {
	return fmt.Sprintf("모의 연 %s건, 구간 %s", short(r.Simulated), band(r, k.to))
}
