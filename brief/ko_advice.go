package brief

import (
	"fmt"
	"slices"
	"strings"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/study"
)

func (k korean) holdsUp(c HoldsUp) Passage {
	p := Passage{Head: "견디는 전략", Lead: k.holdsUpLead(c)}
	first := c.Leading[0]
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
	first, last := c.Leading[0], c.Leading[len(c.Leading)-1]
	switch {
	case first.Share.High < bandTops[0]:
		return fmt.Sprintf("견디는 전략 없음. 최선인 %s도 탐색한 미래의 %s에서만 기준 충족", k.quote(first.Strategy), k.pct(first.Share))
	case len(c.Leading) == 1 && len(c.Rest) == 0:
		return fmt.Sprintf("비교 대상 없이 %s 전략만 평가함. 탐색한 미래의 %s에서 기준 충족", k.quote(first.Strategy), k.pct(first.Share))
	case len(c.Leading) == 1 && first.Share.Value < 0.5:
		return fmt.Sprintf("탐색한 미래의 절반에서 견디는 전략 없음. 가장 나은 %s도 %s에서 기준 충족", k.quote(first.Strategy), k.pct(first.Share))
	case len(c.Leading) == 1:
		return fmt.Sprintf("%s 전략이 가장 잘 견딤. 탐색한 미래의 %s에서 기준 충족", k.quote(first.Strategy), k.pct(first.Share))
	}
	share := k.between(last.Share, first.Share)
	weak := first.Share.Value < 0.5
	switch {
	case c.Stay != "" && weak:
		return fmt.Sprintf("탐색한 미래의 절반에서 견디는 전략이 없고, 현 노선 유지(%s)보다 나은 전략도 없음. %s 모두 %s에서 기준 충족",
			k.quote(c.Stay), Josa(k.few(c.Leading), EunNeun), share)
	case c.Stay != "":
		return fmt.Sprintf("현 노선 유지(%s)보다 나은 전략 없음. 전략 %d개 중 %d개(%s)가 탐색한 미래의 %s에서 기준을 충족하여 우열 불분명",
			k.quote(c.Stay), len(c.Leading)+len(c.Rest), len(c.Leading), k.few(c.Leading), share)
	case weak:
		return fmt.Sprintf("뚜렷이 나은 전략이 없고, 탐색한 미래의 절반에서 견디는 전략도 없음. %s 모두 %s에서 기준 충족",
			Josa(k.few(c.Leading), EunNeun), share)
	}
	return fmt.Sprintf("뚜렷이 나은 전략 없음. %s 모두 탐색한 미래의 %s에서 기준을 충족하여 우열이 불분명함",
		Josa(k.few(c.Leading), EunNeun), share)
}

// few names the first strategies of a list and counts the rest.
func (k korean) few(list []Share) string {
	const most = 4
	var names []string
	for _, s := range list[:min(most, len(list))] {
		names = append(names, k.quote(s.Strategy))
	}
	text := strings.Join(names, "·")
	if n := len(list) - most; n > 0 {
		text += fmt.Sprintf(" 외 %d개", n)
	}
	return text
}

// leaveToLast advises on the order of steps where some cannot be undone alone.
// Where another strategy does better, it says what to hold ready.
func (k korean) leaveToLast(state ir.CCode, powers []ir.CCode, instead string) []string {
	who := "주체: " + k.name(state) + " 정부"
	switch {
	case len(powers) > 0:
		return []string{
			who, fmt.Sprintf("조치: 단독으로 되돌릴 수 없는 %s의 안보 유대 축소는 마지막 순서로 미룰 것", Josa(strings.Join(k.names(powers), "·"), GwaWa)),
			"비용: 시간 외 없음", "시한: 다른 조치를 마친 뒤", "가역성: 유대를 축소하기 전까지는 되돌릴 수 있음",
		}
	case instead != "":
		return []string{
			who, fmt.Sprintf("조치: %s 계획도 함께 마련할 것", k.quote(instead)), "비용: 인력", "시한: 첫 조치 이전", "가역성: 계획 자체는 구속력이 없음",
		}
	}
	return k.noAct("뚜렷이 나은 대안이 없음")
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
	switch {
	case c.Stay != "":
		return k.keep(c, who, "조치: 현 노선 유지. 노선을 바꿀 근거가 되지 못하는 결과임")
	case c.Divided:
		return k.keep(c, who, "조치: 현 노선 유지. 선두 전략들에 공통된 조치가 없어, 우열이 가려지기 전에는 노선 변경의 근거 없음")
	case len(c.Moves) == 0:
		return nil
	}
	if with := asked(c.Moves, c.Pair); len(with) > 0 {
		who += fmt.Sprintf("(%s의 동의 필요)", strings.Join(k.names(with), "·"))
	}
	moves := make([]string, len(c.Moves))
	longest := 0.0
	for i, m := range c.Moves {
		moves[i] = k.shared(m, "→", "~")
		longest = max(longest, m.Years)
	}
	what := "조치: "
	if len(c.Leading) > 1 {
		what = "공통 조치: "
	}
	out := []string{who, what + strings.Join(moves, ", ")}
	if c.Cost != 0 {
		way := map[bool]string{true: "증액", false: "감액"}[c.Cost > 0]
		out = append(out, fmt.Sprintf("비용: %s 연 %s 안팎 %s(%d년 GDP 기준)", strings.Join(k.leverNames(c.Costed), "·"), k.money(abs(c.Cost)), way, c.CostYear))
	} else {
		out = append(out, k.unpriced(c.Moves, "비용: 노선 변경 자체의 비용 외에 계상되는 것 없음"))
	}
	if longest > 0 {
		out = append(out, fmt.Sprintf("시한: 정책 수단의 조정 속도 한도에서 %s", k.quantity(longest, "years")), k.undo(c))
	}
	return out
}

// unpriced is what is said of moves without a sum of money: that they are free,
// unless they are not and only the output is unknown.
func (k korean) unpriced(moves []SharedMove, free string) string {
	if slices.ContainsFunc(moves, SharedMove.priced) {
		return "비용: GDP 자료가 없어 산정 불가"
	}
	return free
}

// keep is what a course that is kept asks for.
func (k korean) keep(c HoldsUp, who, what string) []string {
	when := "시한: 없음"
	if c.RecordTo != 0 {
		when = fmt.Sprintf("시한: 없음. 분쟁 기록이 %d년 이후까지 나오면 재검토", int(c.RecordTo))
	}
	return []string{who, what, "비용: 추가 소요 없음", when, "가역성: 다른 노선을 택할 여지는 그대로 남음"}
}

// undo says what can be taken back, and by whose leave.
func (k korean) undo(c HoldsUp) string {
	lost := givenUp(c.Moves, c.Pair)
	if len(lost) == 0 {
		return "가역성: 같은 속도로 되돌릴 수 있음"
	}
	return fmt.Sprintf("가역성: 축소한 안보 유대는 %s의 동의가 있어야 복원 가능, 나머지는 같은 속도로 복원 가능", strings.Join(k.names(lost), "·"))
}

func (k korean) names(list []ir.CCode) []string {
	out := make([]string, len(list))
	for i, c := range list {
		out[i] = k.name(c)
	}
	return out
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
	} else {
		p.Act = append(p.Act, fmt.Sprintf("비용: 현재 군사비의 %s배를 지속 지출", short(c.Forces)))
	}
	p.Act = append(p.Act, fmt.Sprintf("시한: 감가를 감안하면 증액 후 약 %s년에 증가분의 절반 도달", decimal(c.HalfWay, 0)),
		"가역성: 감액 가능하나 군사력은 같은 속도로 서서히 감소")
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

func (k korean) buildStep(c BuildStep) Passage {
	p := Passage{Head: "자강 과제"}
	if c.Any() {
		course := fmt.Sprintf("국내 조치는 %s보다 한 단계 더 나아갈 것", k.quote(c.Strategy))
		if c.Stay {
			course = k.quote(c.Strategy) + " 채택 시 국내 조치는 한 단계 더 나아갈 것"
		}
		p.Lead = fmt.Sprintf("%s. %s 조정 시 기준 충족 비율 %s 상승", course, k.slip(c.Step), k.gain(c.Gain))
		p.Why = append(p.Why, fmt.Sprintf("국내 조치 %d가지를 한 단계씩 높인 결과 이득이 가장 큼(미래 %s개)", c.Tried, decimal(float64(c.Futures), 0)))
		p.Act = []string{"주체: " + k.name(c.State) + " 정부(단독 가능)"}
		if c.Cost != 0 {
			p.Act = append(p.Act, fmt.Sprintf("비용: 연 %s 안팎 %s(%d년 GDP 기준)", k.money(abs(c.Cost)), map[bool]string{true: "증액", false: "감액"}[c.Cost > 0], c.CostYear))
		} else {
			p.Act = append(p.Act, k.unpriced([]SharedMove{{Move: study.Move{Lever: c.Step.Lever, From: c.Step.From, To: c.Step.To}}},
				"비용: 추가 계상 없음. 국방비의 쓰임새를 바꾸는 조치임"))
		}
		p.Act = append(p.Act, "시한: 1년 이내", "가역성: 같은 속도로 되돌릴 수 있음")
	} else {
		p.Lead = fmt.Sprintf("%s보다 더 나아갈 국내 조치로 제언할 만한 것은 없음. 군비·복원력·국내 합의를 한 단계씩 더 높인 %d가지 모두 이득 %s%%p 미만",
			k.quote(c.Strategy), c.Tried, short(100*c.Matters))
		p.Act = k.noAct("이득이 충분한 조치가 없음")
	}
	if c.More.Forces > 0 {
		p.Why = append(p.Why, k.withMore(c))
	}
	return p
}

// withMore says what stronger forces would do to the likeliest fight.
func (k korean) withMore(c BuildStep) string {
	after := ""
	if c.AtWar {
		after = "현재의 전쟁이 끝난 뒤 "
	}
	fight := after + fmt.Sprintf("군사력이 현재의 %s배가 되어도 %s의 인명 피해 충돌 연간 확률은", short(c.More.Forces), Josa(k.name(c.Challenger), GwaWa))
	if k.share(c.Now) == k.share(c.More.Fight) {
		return fmt.Sprintf("%s %s로 제자리(%s)", fight, k.share(c.Now), Likelihood(c.Now, "ko"))
	}
	return fmt.Sprintf("%s %s에서 %s 변하는 데 그침(%s)", fight, k.share(c.Now), Josa(k.share(c.More.Fight), EuroRo), Likelihood(c.More.Fight, "ko"))
}

func (k korean) watch(c Watch) Passage {
	p := Passage{Head: "주시할 지표", Lead: fmt.Sprintf("%s 상대로 시작되는 분쟁 건수를 집계할 것. 발생 승산이 기록의 %s배를 넘는 미래의 %s에서 %s 기준 미달",
		Josa(k.name(c.State), EulReul), short(c.Odds), k.share(c.Fails), k.quote(c.Strategy))}
	record := fmt.Sprintf("도전국 %d개국의 기록은 %s년간 %s건", c.Challengers, decimal(c.Years, 0), decimal(c.Disputes, 0))
	if c.RecordTo != 0 {
		record += fmt.Sprintf("이며 %d년까지만 있음", int(c.RecordTo))
	}
	p.Act = k.counting(c.State, c.RecordTo)
	p.Why = append(p.Why, record)
	if c.Overturn.Clear && !slices.Contains(countable, c.Overturn.Flip.Driver.Name) {
		p.Why = append(p.Why, fmt.Sprintf("첫째 제언을 좌우하는 ‘%s’ 값은 기록으로 관측 불가", k.driver(c.Overturn.Flip.Driver)))
	}
	return p
}

func (k korean) notConclude(c NotConclude) Passage {
	p := Passage{Head: "내리지 말아야 할 결론"}
	share := fmt.Sprintf("%s 탐색한 미래 %s개 중의 비율이며, 성공 확률이 아님", Josa(k.pct1(c.Top.Share), EunNeun), decimal(float64(c.Futures), 0))
	fails := c.Top.Share.not()
	quote := fmt.Sprintf("기준 미달 비율 %s 함께 밝힐 것", Josa(k.pct1(fails), EulReul))
	switch {
	case len(c.Tied) > 0:
		quote = fmt.Sprintf("선두 전략 %d개를 함께 들고 ‘탐색한 미래 중’이라고 밝힐 것", len(c.Tied)+1)
		tied := make([]Share, len(c.Tied))
		for i, name := range c.Tied {
			tied[i].Strategy = name
		}
		p.Lead = fmt.Sprintf("%s 전략이 %s보다 낫다고 단정할 수 없음. 격차가 %s%%p 미만이거나 오차 구간 안에 있음", k.quote(c.Top.Strategy), k.few(tied), short(100*c.Margin))
		p.Why = append(p.Why, share)
	case fails.Value < 1-almostAll:
		p.Lead = fmt.Sprintf("%s 안전의 보증으로 볼 수 없음. 탐색하지 않은 미래는 반영되지 않음", Josa(k.pct1(c.Top.Share), EulReul))
		p.Why = append(p.Why, share)
	default:
		p.Lead = fmt.Sprintf("%s 전략을 안전하다고 볼 수 없음. 탐색한 미래의 %s에서는 기준 미달", k.quote(c.Top.Strategy), k.pct1(fails))
		p.Why = append(p.Why, fmt.Sprintf("%s 성공 확률도 아님. 미래 %s개의 가능성은 서로 같지 않음", Josa(k.pct1(c.Top.Share), EunNeun), decimal(float64(c.Futures), 0)))
	}
	if !c.Leads && c.RankLow == 1 {
		p.Why = append(p.Why, fmt.Sprintf("%s 압착도가 가장 높다고 단정할 수 없음. 설정에 따라 %d~%d위", Josa(k.name(c.State), EunNeun), c.RankLow, c.RankHigh))
	}
	if len(c.Unskilled) > 0 {
		p.Why = append(p.Why, fmt.Sprintf("위기의 시점은 알 수 없음. %s 추정에 쓰지 않은 기간에서 단순 기준보다 낫지 않았음", Josa(strings.Join(k.models(c.Unskilled), ", "), EunNeun)))
	}
	p.Act = []string{"주체: 이 결과를 인용하는 쪽", "조치: " + quote, "비용: 없음", "시한: 인용할 때마다", "가역성: 이후 정정 가능"}
	return p
}
