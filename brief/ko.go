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

func (k korean) holdsUp(c HoldsUp) Passage {
	p := Passage{Head: "견디는 전략", Lead: k.holdsUpLead(c)}
	first := c.Leading[0]
	if first.Share.Value < 0.5 && first.Share.High >= bandTops[0] {
		p.Why = append(p.Why, "다만 탐색한 미래의 절반 이상에서는 기준 미달")
		if len(c.Leading) > 1 {
			p.Why[0] = "다만 모두 탐색한 미래의 절반 이상에서 기준 미달"
		}
	}
	switch n := len(c.Rest); {
	case n == 1:
		p.Why = append(p.Why, fmt.Sprintf("나머지 %s: %s", k.quote(c.Rest[0].Strategy), k.pct(c.Rest[0].Share)))
	case n > 1:
		p.Why = append(p.Why, fmt.Sprintf("다음은 %s %s, 최하위는 %s %s",
			k.quote(c.Rest[0].Strategy), k.pct(c.Rest[0].Share), k.quote(c.Rest[n-1].Strategy), k.pct(c.Rest[n-1].Share)))
	}
	levels := make([]string, len(c.Thresholds))
	for i, t := range c.Thresholds {
		levels[i] = k.levelOf(t)
	}
	p.Why = append(p.Why, fmt.Sprintf("기준: %d년간 %s 동시 충족", c.Years, Josa(strings.Join(levels, ", "), EulReul)))
	if c.Halved.High > 0 {
		p.Why = append(p.Why, fmt.Sprintf("탐색 범위에 좌우되는 비율임. 모든 범위를 절반으로 좁히면 %s %s", Josa(k.quote(first.Strategy), EunNeun), k.pct(c.Halved)))
	}
	p.Act = k.act(c)
	return p
}

func (k korean) holdsUpLead(c HoldsUp) string {
	first := c.Leading[0]
	switch {
	case first.Share.High < bandTops[0]:
		return fmt.Sprintf("견디는 전략 없음. 최선인 %s도 탐색한 미래의 %s에서만 기준 충족", k.quote(first.Strategy), k.pct(first.Share))
	case len(c.Leading) == 1 && len(c.Rest) == 0:
		return fmt.Sprintf("비교 대상 없이 %s 전략만 평가함. 탐색한 미래의 %s에서 기준 충족", k.quote(first.Strategy), k.pct(first.Share))
	case len(c.Leading) == 1:
		return fmt.Sprintf("%s 전략이 가장 잘 견딤. 탐색한 미래의 %s에서 기준 충족", k.quote(first.Strategy), k.pct(first.Share))
	}
	names := make([]string, len(c.Leading))
	for i, s := range c.Leading {
		names[i] = s.Strategy
	}
	last := c.Leading[len(c.Leading)-1]
	return fmt.Sprintf("뚜렷이 나은 전략 없음. %s 모두 탐색한 미래의 %s에서 기준을 충족하여 우열이 불분명함",
		Josa(k.quotes(names), EunNeun), k.between(last.Share, first.Share))
}

// between prints the range from one share to another, or one figure where they
// round to the same.
func (k korean) between(low, high Amount) string {
	a, b := k.pct1(low), k.pct1(high)
	if a == b {
		return "약 " + a
	}
	return strings.TrimSuffix(a, k.percent) + k.to + b
}

// act says who acts, what is moved, at what cost, by when, and whether it can
// be undone, as far as the levers tell.
func (k korean) act(c HoldsUp) []string {
	who := "주체: " + k.name(c.State) + " 정부"
	if c.Divided {
		return []string{who, "선두 전략들에 공통된 조치가 없으므로, 우열이 가려지기 전에는 노선 변경의 근거 없음"}
	}
	if len(c.Moves) == 0 {
		return nil
	}
	moves := make([]string, len(c.Moves))
	longest := 0.0
	for i, m := range c.Moves {
		moves[i] = k.move(m, "→")
		longest = max(longest, m.Years)
	}
	what := "조치: "
	if len(c.Leading) > 1 {
		what = "선두 전략의 공통 조치: "
	}
	out := []string{who, what + strings.Join(moves, ", ")}
	switch {
	case c.Cost > 0:
		out = append(out, fmt.Sprintf("비용: 국방비 연 %s 안팎 증액(%d년 GDP 기준)", k.money(c.Cost), c.CostYear))
	case c.Cost < 0:
		out = append(out, fmt.Sprintf("비용: 국방비 연 %s 안팎 감액(%d년 GDP 기준)", k.money(-c.Cost), c.CostYear))
	}
	if longest > 0 {
		out = append(out, fmt.Sprintf("시한: 정책 수단의 조정 속도 한도에서 %s", k.quantity(longest, "years")), "가역성: 같은 속도로 되돌릴 수 있음")
	}
	return out
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
	return p
}

func (k korean) buildHome(c BuildHome) Passage {
	p := Passage{Head: "자강 과제", Lead: fmt.Sprintf("자체 군사력 확충 필요. 현재의 %s배면 %s 인명 피해 충돌이 날 연간 확률이 %s에서 %s 하락",
		short(c.Forces), Josa(k.name(c.Challenger), GwaWa)+"의", k.share(c.FightNow), Josa(k.share(c.FightThen), EuroRo))}
	p.Why = []string{
		k.inWords(c),
		fmt.Sprintf("상대국의 대응 증강은 반영하지 않음. 탐색 범위에 따라 현재 확률은 %s", k.interval(c.Fight)),
	}
	p.Act = []string{"주체: " + k.name(c.State) + " 정부"}
	if c.Spending > 0 {
		p.Act = append(p.Act, fmt.Sprintf("비용: 지속 시 연 %s 안팎 추가(%s, %d년 지출 기준)", k.money((c.Forces-1)*c.Spending), k.unit(c.Prices), c.SpendYear))
	}
	return p
}

// inWords puts both probabilities in words.
func (k korean) inWords(c BuildHome) string {
	now, then := Likelihood(c.FightNow, "ko"), Likelihood(c.FightThen, "ko")
	if now == then {
		return fmt.Sprintf("확률 표현으로는 전후 모두 ‘%s’", now)
	}
	return fmt.Sprintf("확률 표현으로는 현재 ‘%s’, 확충 후 ‘%s’", now, then)
}

func (k korean) notConclude(c NotConclude) Passage {
	p := Passage{Head: "내리지 말아야 할 결론"}
	share := fmt.Sprintf("%s 탐색한 미래 %s개 중의 비율이며, 성공 확률이 아님", Josa(k.pct1(c.Top.Share), EunNeun), decimal(float64(c.Futures), 0))
	if len(c.Tied) > 0 {
		p.Lead = fmt.Sprintf("%s 전략이 %s보다 낫다고 단정할 수 없음. 격차가 오차 구간 안에 있음", k.quote(c.Top.Strategy), k.quotes(c.Tied))
		p.Why = append(p.Why, share)
	} else {
		p.Lead = fmt.Sprintf("%s 전략을 안전하다고 볼 수 없음. 탐색한 미래의 %s에서는 기준 미달", k.quote(c.Top.Strategy), k.pct1(c.Top.Share.not()))
		p.Why = append(p.Why, fmt.Sprintf("%s 성공 확률도 아님. 미래 %s개의 가능성은 서로 같지 않음", Josa(k.pct1(c.Top.Share), EunNeun), decimal(float64(c.Futures), 0)))
	}
	if !c.Leads && c.RankLow == 1 {
		p.Why = append(p.Why, fmt.Sprintf("%s 압착도가 가장 높다고 단정할 수 없음. 설정에 따라 %d~%d위", Josa(k.name(c.State), EunNeun), c.RankLow, c.RankHigh))
	}
	if len(c.Unskilled) > 0 {
		p.Why = append(p.Why, fmt.Sprintf("위기의 시점은 알 수 없음. %s 추정에 쓰지 않은 기간에서 단순 기준보다 낫지 않았음", Josa(strings.Join(k.models(c.Unskilled), ", "), EunNeun)))
	}
	if c.LeverGuess {
		p.Why = append(p.Why, "정책 수단이 적대성과 공약에 주는 효과는 추정치가 아니라 범위를 두고 바꾸어 본 구조적 가정임")
	}
	return p
}

func (k korean) overturn(c Overturn) Passage {
	p := Passage{Head: "결론을 뒤집는 가정"}
	if !c.Clear {
		p.Lead = "하나씩 바꾸어 본 가정 가운데 선두를 뚜렷이 바꾸는 것은 없음"
		if c.Tried > 0 {
			p.Lead = fmt.Sprintf("하나씩 바꾸어 본 불확실성·가정 계수 %d개 가운데 선두를 뚜렷이 바꾸는 것은 없음", c.Tried)
		}
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
	s := c.Score
	scores := fmt.Sprintf("%s %s 대 %s, %s건 중 사건 %s건", k.model(s.Metric), plain(s.Value), plain(s.Baseline),
		decimal(float64(s.N), 0), decimal(float64(s.Events), 0))
	p := Passage{Head: "모형이 빗나간 곳"}
	if s.Skill <= 0 {
		p.Lead = fmt.Sprintf("%s년 검증에서 %s %s보다 낫지 않음(%s)", years(s.From, s.To, "~"), Josa(k.model(s.Model), IGa), k.model(s.BaselineN), scores)
		return p
	}
	p.Lead = fmt.Sprintf("검증한 부분은 모두 단순 기준보다 나음. 가장 약한 것은 %s년의 %s(%s)", years(s.From, s.To, "~"), k.model(s.Model), scores)
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
