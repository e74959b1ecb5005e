package brief

import (
	"fmt"
	"math"
	"strings"

	"github.com/shatterbelt/shatterbelt/study"
)

func (k korean) lives(c Lives) Passage {
	all := ""
	if c.Record.People > 0 {
		all = fmt.Sprintf(", 모두 %s가량", k.headcount(c.Deaths.Value/1e6*c.Record.People))
	}
	p := Passage{Head: "인명 손실", Lead: fmt.Sprintf("%s 전략의 %d년간 사망자는 미래 평균 인구 100만 명당 %s%s. 최악의 10%%에서는 100만 명당 %s명",
		k.quote(c.Strategy), c.Years, k.counted(k.deaths(c.Deaths)), all, heads(c.Worst.Value))}
	if c.Record.Years == 0 {
		return p
	}
	found := "없음"
	if c.Record.Record > 0 {
		found = "연 " + short(c.Record.Record) + "명"
	}
	p.Why = append(p.Why, fmt.Sprintf("현 노선을 유지한 모의에서는 100만 명당 연 %s명, %s년 전사자 기록에는 %s",
		short(c.Record.Simulated), years(c.Record.First, c.Record.Last, k.to), found))
	if w := k.warsSince(c.Record); w != "" {
		p.Why = append(p.Why, w)
	}
	return p
}

// counted puts the counter for people after a number, before its range.
func (k korean) counted(number string) string {
	n, span, ok := strings.Cut(number, k.open)
	if !ok {
		return n + "명"
	}
	return n + "명" + k.open + span
}

// headcount prints a number of people, from ten thousand on in 만.
func (k korean) headcount(n float64) string {
	const man = 1e4
	if n < man {
		return heads(n) + "명"
	}
	return short(n/man) + "만 명"
}

// warsSince says which wars came after the record of deaths ends.
func (k korean) warsSince(l study.Lost) string {
	if len(l.Since) == 0 {
		return ""
	}
	wars := make([]string, len(l.Since))
	for i, w := range l.Since {
		wars[i] = fmt.Sprintf("%s(%s년)", k.name(w.State), years(w.First, w.Last, k.to))
	}
	return fmt.Sprintf("이 기록은 %s의 교전 이전에 끝나 그 사망자가 빠져 있음", Josa(strings.Join(wars, ", "), GwaWa))
}

func (k korean) tieForgone(c TieForgone) Passage {
	p := Passage{Head: "유대 축소의 근거", Lead: fmt.Sprintf("%s의 안보 유대가 없으면 현 노선의 기준 충족 비율 %s, 있으면 %s.",
		Josa(k.called(c.Power), GwaWa), k.pct1(c.Without), k.pct1(c.With))}
	if d := c.Decides; d != nil {
		p.Lead += fmt.Sprintf(" 차이를 가르는 항목은 %s. 이를 기준에서 빼면 %s 대 %s", k.outcome(d.Outcome), k.share(d.OtherWithout), k.share(d.OtherWith))
	} else {
		p.Lead += " 어느 한 항목이 가르는 차이는 아님"
	}
	if c.Price != nil {
		p.Why = append(p.Why, fmt.Sprintf("‘%s’ 값은 추정치가 아닌 가정임(탐색 범위 %s)", k.driver(*c.Price), k.span(c.Price.Min, c.Price.Max, c.Price.Unit, k.to)))
	}
	p.Why = append(p.Why, k.whereItPays(c.Turn), "유대가 없으면 안보가 나빠지는 미래 "+k.pct(c.Losers))
	if c.Recorded > 0 {
		other, held := "없을", fmt.Sprintf("분쟁 기록 %d년 중 이 유대가 있던 해는 %d년", c.Recorded, c.Held)
		if 2*c.Held < c.Recorded {
			other = "있을"
		}
		switch c.Held {
		case 0:
			held = fmt.Sprintf("분쟁 기록 %d년은 모두 이 유대가 없던 기간", c.Recorded)
		case c.Recorded:
			held = fmt.Sprintf("분쟁 기록 %d년은 모두 이 유대가 있던 기간", c.Recorded)
		}
		p.Why = append(p.Why, fmt.Sprintf("%s. 유대가 %s 때의 분쟁 건수는 기록이 아니라 모의의 산물", held, other))
	}
	return p
}

// whereItPays says at which value of an assumption a tie begins to pay.
func (k korean) whereItPays(t *study.Turn) string {
	switch {
	case t == nil:
		return "어느 한 가정을 바꾸어도 유대가 있는 편이 뚜렷이 나아지지는 않음"
	case t.Driver.Choice() && t.Below:
		return fmt.Sprintf("%s일 때는 유대가 있는 편이 나음", k.form(t.Driver, math.Inf(-1), t.At))
	case t.Driver.Choice():
		return fmt.Sprintf("%s일 때는 유대가 있는 편이 나음", k.form(t.Driver, t.At, math.Inf(1)))
	case t.Below:
		return fmt.Sprintf("‘%s’ 값이 %s 미만이면 유대가 있는 편이 나음", k.driver(t.Driver), k.quantity(t.At, t.Driver.Unit))
	}
	return fmt.Sprintf("‘%s’ 값이 %s 초과이면 유대가 있는 편이 나음", k.driver(t.Driver), k.quantity(t.At, t.Driver.Unit))
}
