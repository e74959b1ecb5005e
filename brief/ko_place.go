package brief

import (
	"fmt"
	"strings"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/measure/system"
	"github.com/shatterbelt/shatterbelt/study"
)

// indexKO are the indexes of capability in words.
var indexKO = map[string]string{
	study.IndexGDP: "시장환율 GDP", study.IndexPPP: "구매력 GDP", study.IndexNet: "순자원",
	study.IndexSpending: "군사비", study.IndexStock: "군사자본", study.IndexCINC: "종합국력지수",
	study.IndexComposite: "가중 종합지수", study.IndexOwn: "입력한 표",
}

var polesKO = map[system.Label]string{system.Unipolar: "단극", system.Bipolar: "양극", system.Multipolar: "다극"}

func (k korean) polesUnder(c PolesUnder) Passage {
	p := Passage{Head: "극의 수"}
	if len(c.Kinds) == 1 {
		p.Lead = fmt.Sprintf("강대국 %d개국의 구조는 지표 %d개 모두에서 %s", c.Powers, len(c.By), polesKO[c.Kinds[0]])
	} else {
		var parts []string
		for _, l := range c.Kinds {
			var names []string
			for _, x := range c.By {
				if x.Label == l {
					names = append(names, indexKO[x.Index])
				}
			}
			parts = append(parts, fmt.Sprintf("%s(%s)", polesKO[l], strings.Join(names, "·")))
		}
		p.Lead = "극의 수는 지표에 따라 다름: " + strings.Join(parts, ", ")
	}
	least, most := c.By[0], c.By[0]
	for _, x := range c.By {
		if x.Effective < least.Effective {
			least = x
		}
		if x.Effective > most.Effective {
			most = x
		}
	}
	p.Why = append(p.Why, fmt.Sprintf("유효 극 수: 최소 %s(%s), 최대 %s(%s)", decimal(least.Effective, 1), indexKO[least.Index], decimal(most.Effective, 1), indexKO[most.Index]))
	first := map[ir.CCode][]string{}
	var order []ir.CCode
	for _, x := range c.By {
		if first[x.First] == nil {
			order = append(order, x.First)
		}
		first[x.First] = append(first[x.First], indexKO[x.Index])
	}
	if len(order) == 1 {
		p.Why = append(p.Why, fmt.Sprintf("모든 지표에서 1위는 %s", k.name(order[0])))
		return p
	}
	var parts []string
	for _, s := range order {
		parts = append(parts, fmt.Sprintf("%s(%s)", k.name(s), strings.Join(first[s], "·")))
	}
	p.Why = append(p.Why, "지표별 1위: "+strings.Join(parts, ", "))
	return p
}

func (k korean) when(y, vintage, horizon ir.Year) string {
	switch {
	case y == study.Never:
		return fmt.Sprintf("%d년까지 없음", int(horizon))
	case y <= vintage:
		return "이미 지남"
	}
	return fmt.Sprintf("%d년", int(y))
}

var regimeKO = map[string]string{"gdp_current": "시장환율", "gdp_constant": "불변가격", "gdp_ppp": "구매력"}

func (k korean) crossing(c Crossing) Passage {
	t := c.Transition
	p := Passage{Head: "역전 시기"}
	if !c.Own {
		p.Head = "양대 경제의 역전 시기"
	}
	a, b := k.name(c.Leader), k.name(c.Riser)
	o := c.All.Overtaking
	switch {
	case o.Never >= hardlyEver:
		p.Lead = fmt.Sprintf("추출한 경로의 %s에서 %s의 생산이 %d년까지 %s에 미치지 못함", k.share(o.Never), b, int(t.Horizon), a)
		return p // when it does is beside the point
	case o.Past >= almostAll:
		p.Lead = fmt.Sprintf("거의 모든 선택에서 %s의 생산이 이미 %s 추월", b, Josa(a, EulReul))
	case o.Q50 == study.Never:
		p.Lead = fmt.Sprintf("추출한 경로의 %s에서 %s의 생산이 %d년까지 %s에 미치지 못함", k.share(o.Never), b, int(t.Horizon), a)
		if o.Past > 0 {
			p.Lead += ". 이미 역전된 경로 " + k.share(o.Past)
		}
	case o.Q50 <= t.Vintage:
		p.Lead = fmt.Sprintf("추출한 경로의 %s에서 %s의 생산이 이미 %s 추월. %d년까지 역전이 없는 경로 %s", k.share(o.Past), b, Josa(a, EulReul), int(t.Horizon), k.share(o.Never))
	default:
		p.Lead = fmt.Sprintf("추출한 경로의 절반에서 %s의 생산이 %d년까지 %s 추월. %d년까지 역전이 없는 경로 %s, 이미 역전된 경로 %s",
			b, int(o.Q50), Josa(a, EulReul), int(t.Horizon), k.share(o.Never), k.share(o.Past))
	}
	var regimes []string
	for _, by := range t.By {
		if by.Choice == "regime" {
			regimes = append(regimes, fmt.Sprintf("%s %s(역전 없음 %s)", regimeKO[by.Name], k.when(by.Overtaking.Q50, t.Vintage, t.Horizon), k.share(by.Overtaking.Never)))
		}
	}
	p.Why = append(p.Why, "물가 기준별 역전 시기의 중앙값: "+strings.Join(regimes, ", "))
	if c.windowsDiffer() {
		p.Why = append(p.Why, fmt.Sprintf("추세 산정 기간별: 최근 %s년이면 %s, 최근 %s년이면 %s", c.Earliest.Name, k.when(c.Earliest.Overtaking.Q50, t.Vintage, t.Horizon),
			c.Latest.Name, k.when(c.Latest.Overtaking.Q50, t.Vintage, t.Horizon)))
	}
	if c.Assumed > 0 {
		p.Why = append(p.Why, fmt.Sprintf("역전 시기의 편차 중 %s는 물가 기준·산정 기간·격차 지속 여부의 선택에서 비롯되며 추정 오차가 아님", k.share(c.Assumed)))
	}
	return p
}

func (k korean) reaches(c Reaches) Passage {
	x := c.Contest
	p := Passage{Head: "투사력"}
	first, second, share := x.A, x.B, 1-x.BAhead
	if x.B.At() > x.A.At() {
		first, second, share = x.B, x.A, x.BAhead
	}
	p.Lead = fmt.Sprintf("%s에 거리를 감안해 투사할 수 있는 힘은 %s %s의 %s, %s %s", k.name(x.State), Josa(k.name(first.Power), IGa), k.said(k.capability.of), k.share(first.At()), Josa(k.name(second.Power), IGa), k.share(second.At()))
	for _, r := range []study.ReachOf{first, second} {
		if r.Base > r.Home {
			at := "현지 기지"
			if r.Host != x.State {
				at = fmt.Sprintf("%s 기지(%s)", k.name(r.Host), kilometres(r.BaseKM))
			}
			p.Why = append(p.Why, fmt.Sprintf("%s의 투사력은 %s 경유. 본국(%s)에서라면 %s", k.name(r.Power), at, kilometres(r.HomeKM), k.share(r.Home)))
		}
	}
	p.Why = append(p.Why, fmt.Sprintf("설정 %d가지 중 %s에서 %s의 투사력이 앞섬", x.Settings, k.share(share), k.name(first.Power)))
	if x.Crossed != 0 {
		p.Why = append(p.Why, fmt.Sprintf("마지막 역전은 %d년", int(x.Crossed)))
	} else if n := len(x.A.Years); n > 1 {
		p.Why = append(p.Why, fmt.Sprintf("%s 대비 %s의 투사력: %s(%d년)→%s(%d년)", k.name(x.A.Power), k.name(x.B.Power),
			short(x.B.Years[0].Value/x.A.Years[0].Value), int(x.A.Years[0].Year), short(x.B.Years[n-1].Value/x.A.Years[n-1].Value), int(x.A.Years[n-1].Year)))
	}
	return p
}

func (k korean) fronts(c Fronts) Passage {
	p := Passage{Head: "전선"}
	list := func(fs []study.FrontOf) string {
		var names []string
		for _, f := range fs {
			text := fmt.Sprintf("%s(%s의 %s배", k.name(f.State), k.name(c.State), short(f.Ratio))
			if f.Through != ir.World {
				text += ", " + k.name(f.Through) + "의 경쟁국"
			}
			names = append(names, text+")")
		}
		return strings.Join(names, ", ")
	}
	switch {
	case len(c.Stronger) > 0:
		p.Lead = fmt.Sprintf("현지에서 %s보다 큰 힘을 투사할 수 있는 적대 국가 %d곳: %s", k.name(c.State), len(c.Stronger), list(c.Stronger))
	case len(c.Weaker) > 0:
		p.Lead = fmt.Sprintf("%s 이내에 %s보다 큰 힘을 투사할 수 있는 적대 국가 없음", kilometres(c.Within), k.name(c.State))
	default:
		p.Lead = fmt.Sprintf("%s 이내에 기록상 %s 및 그 동맹국의 경쟁국 없음", kilometres(c.Within), k.name(c.State))
	}
	if len(c.Weaker) > 0 {
		p.Why = append(p.Why, "적대적이나 현지에서 더 약한 국가: "+list(c.Weaker))
	}
	if c.Unknown > 0 {
		p.Why = append(p.Why, fmt.Sprintf("자료로 판단할 수 없는 국가 %d곳", c.Unknown))
	}
	return p
}

func (k korean) inZone(c InZone) Passage {
	p := Passage{Head: "파쇄지대"}
	switch {
	case c.Power:
		p.Lead = fmt.Sprintf("%s 자신이 강대국이므로 어느 지대에도 속하지 않음", k.name(c.State))
	case c.In:
		var names []string
		for _, s := range c.Zone.States {
			if s != c.State {
				names = append(names, k.name(s))
			}
		}
		if len(names) == 0 {
			p.Lead = fmt.Sprintf("%s 단독으로 주변보다 압착도가 두드러진 지대를 이룸", Josa(k.name(c.State), IGa))
		} else {
			p.Lead = fmt.Sprintf("%s 함께 압착도가 높은 지대에 속함", Josa(strings.Join(names, "·"), GwaWa))
		}
	case c.Zones == 0:
		p.Lead = "지도에서 두드러지는 고압착 지대 없음"
		return p
	default:
		p.Lead = fmt.Sprintf("지도에서 두드러지는 고압착 지대 %d곳 중 어디에도 속하지 않음", c.Zones)
	}
	if c.OwnChance > 0 && !c.Power {
		p.Why = append(p.Why, fmt.Sprintf("지리는 그대로 두고 강대국의 국력과 경쟁 관계를 무작위로 다시 배분하면 %s의 압착도가 이만큼 높은 경우는 %s", k.name(c.State), k.share(c.OwnChance)))
	}
	verdict := "지대의 크기는 지리만으로 설명되지 않음"
	if c.SizeChance > doubtful {
		verdict = "지대의 크기는 지리로 설명되는 수준"
	}
	deals := ""
	if len(p.Why) == 0 {
		deals = "지리는 그대로 두고 강대국의 국력과 경쟁 관계를 다시 배분할 때 "
	}
	p.Why = append(p.Why, fmt.Sprintf("%s이만한 크기의 지대가 나타나는 경우는 %s로, %s", deals, k.share(c.SizeChance), verdict))
	return p
}

func (k korean) kinds(c Kinds) Passage {
	p := Passage{Head: "정체성"}
	var sure, partly []string
	for _, x := range c.Kinds {
		sure = append(sure, k.kindName(x.Key))
	}
	for _, x := range c.Partly {
		partly = append(partly, k.kindName(x.Key)+" "+k.num(Amount{x.Value, x.Low, x.High}))
	}
	if len(sure) > 0 {
		p.Lead = fmt.Sprintf("기준값과 무관하게 분명한 %s의 유형: %s", k.name(c.State), strings.Join(sure, ", "))
	} else {
		p.Lead = fmt.Sprintf("기준값과 무관하게 분명한 %s의 유형 없음", k.name(c.State))
	}
	if len(partly) > 0 {
		p.Why = append(p.Why, "기준값에 따라 달라지는 유형(0~1, 괄호는 범위): "+strings.Join(partly, ", "))
	}
	return p
}

func (k korean) sideTaking(c SideTaking) Passage {
	v := c.Leverage
	p := Passage{Head: "진영 선택의 무게"}
	p.Lead = fmt.Sprintf("%s 진영을 바꿀 때 %s 진영(%d개국)과 %s 진영(%d개국)의 균형이 움직이는 폭은 %s",
		Josa(k.name(c.State), IGa), k.name(c.Pair.A), v.BlocA, k.name(c.Pair.B), v.BlocB, k.share(v.Balance))
	p.Why = append(p.Why, fmt.Sprintf("그 결과 우세 진영이 바뀔 확률: %s. %s 제외한 %s 진영의 비중 %s", k.chance(v.Decisive), Josa(k.name(c.State), EulReul), k.name(c.Pair.A), k.share(v.ShareA)))
	low, high := v.Quotas[0].ShapleyShubik, v.Quotas[0].ShapleyShubik
	for _, q := range v.Quotas {
		low, high = min(low, q.ShapleyShubik), max(high, q.ShapleyShubik)
	}
	p.Why = append(p.Why, fmt.Sprintf("%s 가중치로 한 %d개국 표결에서 섀플리-슈빅 지수 %s (정족수 1/2~3/4)", Josa(k.said(k.capability.by), EulReul), v.Among, k.between(Amount{low, low, low}, Amount{high, high, high})))
	broker := "두 진영을 잇는 경로 없음"
	if v.Broker > 0 {
		broker = fmt.Sprintf("두 진영을 잇는 경로의 %s를 중개, %d위", k.share(v.Broker), v.BrokerRank)
	}
	if v.TradeYear != 0 {
		broker += fmt.Sprintf(" (조약 %d년, 교역 %d년 기준)", int(v.TreatyYear), int(v.TradeYear))
	}
	p.Why = append(p.Why, broker)
	return p
}

func (k korean) leaning(c Leaning) Passage {
	p := Passage{Head: "기울기"}
	a, b := k.name(c.Pair.A), k.name(c.Pair.B)
	lean := fmt.Sprintf("%s, 괄호는 설정에 따른 범위이며 1은 전적으로 %s, −1은 %s", k.num(c.Lean), a, b)
	switch {
	case c.Lean.Low > 0:
		p.Lead = fmt.Sprintf("조약·표결·교역 등의 연계가 %s 쪽으로 기움: %s", a, lean)
	case c.Lean.High < 0:
		p.Lead = fmt.Sprintf("조약·표결·교역 등의 연계가 %s 쪽으로 기움: %s", b, lean)
	default:
		p.Lead = fmt.Sprintf("조약·표결·교역 등의 연계가 뚜렷이 기울지 않음: %s", lean)
	}
	if c.Between.HasHedge {
		p.Why = append(p.Why, fmt.Sprintf("헤징(0은 한쪽과만 연계, 1은 양쪽과 고른 연계): %s", k.num(c.Hedge)))
	}
	if b := c.Between; b.SteadyYears > 0 {
		p.Why = append(p.Why, fmt.Sprintf("꾸준함(1은 기울기가 변하지 않음): 연도별 변화 %d회 기준 %s. 기울기는 한 해 평균 %s 변했으며, 자료가 없는 해의 변화는 드러나지 않음",
			b.SteadyYears, decimal(b.Steady, 2), decimal(b.Moves(), 2)))
	}
	var ties []string
	for _, t := range c.Between.Ties {
		if t.Known {
			ties = append(ties, fmt.Sprintf("%s %s·%s", dimensionKO[t.Dimension], decimal(t.A, 1), decimal(t.B, 1)))
		}
	}
	if len(ties) > 0 {
		p.Why = append(p.Why, fmt.Sprintf("연계의 정도(%s·%s, 0~1): %s", a, b, strings.Join(ties, ", ")))
	}
	return p
}

var dimensionKO = map[string]string{"treaty": "조약", "votes": "유엔 표결", "trade": "교역", "forces": "주둔 병력", "hostility": "적대"}

func (k korean) fanTitle(c Crossing) string {
	a, b := k.name(c.Leader), k.name(c.Riser)
	o := c.All.Overtaking
	switch {
	case o.Never >= 0.5:
		return fmt.Sprintf("대부분의 경로에서 %s %s 넘어서지 못함", Josa(b, EunNeun), Josa(a, EulReul))
	case o.Past >= 0.5:
		return fmt.Sprintf("대부분의 선택에서 %s 이미 %s 넘어섬", Josa(b, EunNeun), Josa(a, EulReul))
	}
	return fmt.Sprintf("%s %s 넘어서는 시기는 물가 기준과 추세 산정 기간에 좌우됨", Josa(b, IGa), Josa(a, EulReul))
}

func (k korean) reachTitle(c Reaches) string {
	first, second := c.Contest.A, c.Contest.B
	if second.At() > first.At() {
		first, second = second, first
	}
	by := "거리"
	if first.Base > first.Home {
		by = "기지"
	}
	return fmt.Sprintf("%s에서 %s %s보다 앞서는 이유는 %s", k.name(c.Contest.State), Josa(k.name(first.Power), IGa), k.name(second.Power), by)
}

func (k korean) ranksTitle(c Squeezed) string {
	if c.RankLow == c.RankHigh {
		return fmt.Sprintf("설정이 달라도 %s의 순위는 그대로", k.name(c.State))
	}
	return fmt.Sprintf("설정에 따라 %s의 순위는 %d위에서 %d위까지 움직임", k.name(c.State), c.RankLow, c.RankHigh)
}

func (k korean) kindsTitle(c Kinds) string {
	if len(c.Kinds) == 0 {
		return fmt.Sprintf("기준값과 무관하게 분명한 %s의 유형은 없음", k.name(c.State))
	}
	return fmt.Sprintf("기준값과 무관하게 %s에 해당하는 유형은 %d가지", k.name(c.State), len(c.Kinds))
}
