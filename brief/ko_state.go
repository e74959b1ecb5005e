package brief

import (
	"fmt"
	"strings"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/study"
)

func (k korean) whoPresses(c WhoPresses) Passage {
	first := c.Powers[0]
	p := Passage{Head: "압박 주체", Lead: fmt.Sprintf("%s에 대한 압박은 %s 가장 큼. 거리를 감안한 투사력이 %s의 %s, 이해관계 %s(0~1)%s",
		k.name(c.State), Josa(k.name(first.Power), IGa), k.said(k.capability.of), k.pct(first.Reach), short(first.Stake), k.via(first))}
	var rest []string
	for _, x := range c.Powers[1:] {
		rest = append(rest, fmt.Sprintf("%s %s, %s%s", k.name(x.Power), k.pct(x.Reach), short(x.Stake), k.via(x)))
	}
	if len(rest) > 0 {
		p.Why = append(p.Why, "그 밖의 투사력과 이해관계: "+strings.Join(rest, "; "))
	}
	var ties []string
	for _, r := range []struct {
		relation study.Relation
		label    string
	}{{study.Ally, "방위조약"}, {study.Rival, "경쟁국"}, {study.Neither, "동맹도 경쟁국도 아님"}} {
		var names []string
		for _, x := range c.Powers {
			if x.Relation == r.relation {
				names = append(names, k.name(x.Power))
			}
		}
		if len(names) > 0 {
			ties = append(ties, strings.Join(names, "·")+" "+r.label)
		}
	}
	p.Why = append(p.Why, "관계: "+strings.Join(ties, ", "))
	return p
}

// via names the state whose bases carry a power's reach.
func (k korean) via(x Presser) string {
	if x.Via == x.Power || x.Via == ir.World {
		return ""
	}
	return ", " + k.name(x.Via) + " 주둔 기지 경유"
}

func (k korean) gaining(c Gaining) Passage {
	p := Passage{Head: "세력 변화"}
	move := func(r Ratio) string {
		if r.rises() {
			return "추격"
		}
		return "후퇴"
	}
	a, b := k.name(c.Pair.A), Josa(k.name(c.Pair.B), EunNeun)
	switch {
	case c.GDP.Known && c.Milex.Known && c.GDP.rises() == c.Milex.rises():
		p.Lead = fmt.Sprintf("%s 경제와 군비 양면에서 %s 대비 %s", b, a, move(c.GDP))
	case c.GDP.Known && c.Milex.Known:
		p.Lead = fmt.Sprintf("%s %s 대비 경제는 %s, 군비는 %s", b, a, move(c.GDP), move(c.Milex))
	case c.GDP.Known:
		p.Lead = fmt.Sprintf("%s 경제에서 %s 대비 %s", b, a, move(c.GDP))
	default:
		p.Lead = fmt.Sprintf("%s 군비에서 %s 대비 %s", b, a, move(c.Milex))
	}
	if c.GDP.Known {
		p.Why = append(p.Why, k.course("경제 규모", c.Pair, c.GDP))
	}
	if c.Milex.Known {
		p.Why = append(p.Why, k.course("군사비", c.Pair, c.Milex))
	}
	return p
}

func (k korean) course(what string, p study.Pair, r Ratio) string {
	text := fmt.Sprintf("%s의 %s: %s의 %s(%d년)→%s(최근)", k.name(p.B), what, k.name(p.A), k.multiple(r.Then), r.Since, k.multiple(r.Now))
	if r.Crossed != 0 {
		text += fmt.Sprintf(", 마지막 역전은 %d년", r.Crossed)
	}
	return text
}

// multiple prints a ratio: a share below one, a multiple above.
func (k korean) multiple(a Amount) string {
	if a.Value < 1 {
		return k.pct(a)
	}
	if !a.ranged() {
		return short(a.Value) + "배"
	}
	return k.num(a) + "배"
}

func (k korean) ownWeight(c OwnWeight) Passage {
	var parts []string
	if c.HasGDP {
		parts = append(parts, "세계 GDP의 "+k.pct(c.GDP))
	}
	if c.HasMilex {
		parts = append(parts, "세계 군사비의 "+k.pct(c.Milex))
	}
	return Passage{Head: "자국의 비중", Lead: fmt.Sprintf("%s 자신은 %s", k.name(c.State), strings.Join(parts, ", "))}
}

func (k korean) squeezed(c Squeezed) Passage {
	among := fmt.Sprintf("%d개국", c.Among)
	if c.Taiwan {
		among = fmt.Sprintf("%d개국과 대만", c.Among-1)
	}
	p := Passage{Head: "순위"}
	switch {
	case c.Leads:
		p.Lead = fmt.Sprintf("분석 대상 %s 중 설정 %d가지 모두에서 %s 압착도가 가장 높음", among, c.Settings, k.name(c.State)+"의")
	case c.RankLow == c.RankHigh:
		p.Lead = fmt.Sprintf("분석 대상 %s 중 %s의 압착도는 설정 %d가지 모두에서 %d위", among, k.name(c.State), c.Settings, c.Rank)
	default:
		p.Lead = fmt.Sprintf("분석 대상 %s 중 %s의 압착도는 %d위, 설정 %d가지에 따라 %d~%d위", among, k.name(c.State), c.Rank, c.Settings, c.RankLow, c.RankHigh)
	}
	if c.Q95 > c.Q05 && (c.Q05 != c.RankLow || c.Q95 != c.RankHigh) {
		p.Why = append(p.Why, fmt.Sprintf("설정의 90%%에서는 %d~%d위", c.Q05, c.Q95))
	}
	in := "설정 모두"
	if c.PairShare < 1 {
		in = "설정의 " + k.share(c.PairShare)
	}
	p.Why = append(p.Why, fmt.Sprintf("%s %s 사이에 끼인 것으로 나타남(%s)", Josa(k.name(c.Pair.A), GwaWa), k.name(c.Pair.B), in))
	return p
}

func (k korean) otherRanks(c OtherRanks) Passage {
	p := Passage{Head: "다른 척도"}
	if c.Tightness == c.Squeeze && c.Total == c.Squeeze {
		p.Lead = "자국 국력 대비(긴박도)와 모든 강대국 쌍의 합(총압착도)으로 보아도 순위가 같음"
		return p
	}
	p.Lead = fmt.Sprintf("자국 국력 대비(긴박도)로는 %d위, 모든 강대국 쌍의 합(총압착도)으로는 %d위", c.Tightness, c.Total)
	return p
}

func (k korean) crisisOdds(c CrisisOdds) Passage {
	after := ""
	if c.AtWar {
		after = "현재의 전쟁이 끝난 뒤 "
	}
	p := Passage{Head: k.name(c.Challenger), Lead: fmt.Sprintf("%s%s 인명 피해가 나는 충돌의 연간 확률: %s. 저항에 부딪히는 침공의 연간 확률: %s",
		after, Josa(k.name(c.Challenger), GwaWa), k.odds(c.Odds.Fight), k.odds(c.Odds.War))}
	start := fmt.Sprintf("%s의 분쟁 개시: %s", k.name(c.Challenger), k.odds(c.Odds.Demand))
	if c.Record.Value > 0 {
		start += fmt.Sprintf(". 기록상 연 %s건 개시", short(c.Record.Value))
	}
	if c.Unplayed {
		start += fmt.Sprintf(". 기록상 개시한 분쟁이 없어 모의에도 없으나, %s 인접 강대국 중 압박이 가장 커서 제시함", k.name(c.State))
	}
	p.Why = append(p.Why, start, fmt.Sprintf("%s의 저항: %s. 저항 시 인명 피해: %s",
		k.name(c.State), k.odds(c.Odds.Resist), k.odds(c.Odds.Attack)))
	if c.Means != nil {
		p.Why = append(p.Why, k.means(*c.Means))
	}
	if !c.HasPatron {
		p.Why = append(p.Why, "이 도전국에 맞서 참전할 의무를 진 강대국 없음")
		return p
	}
	if len(c.Helpers) == 0 {
		p.Why = append(p.Why, fmt.Sprintf("침공 시 %s의 참전: %s", k.name(c.Patron), k.odds(c.Odds.Intervene)))
		return p
	}
	names := make([]string, len(c.Helpers))
	for i, h := range c.Helpers {
		names[i] = k.name(h)
	}
	p.Why = append(p.Why, fmt.Sprintf("침공 시 %s 등 후견국의 참전: %s", k.name(c.Patron), k.odds(c.Odds.Intervene)),
		"함께 참전할 수 있는 국가: "+strings.Join(names, "·"))
	return p
}

func (k korean) patronMatters(c PatronMatters) Passage {
	p := Passage{Head: k.name(c.Patron) + " 유무"}
	move := "상승"
	if c.Without.Attack.Value < c.With.Attack.Value {
		move = "하락"
	}
	p.Lead = fmt.Sprintf("%s 없으면 %s 분쟁에서 저항 시 인명 피해가 날 확률이 %s에서 %s %s", Josa(k.name(c.Patron), IGa), Josa(k.name(c.Challenger), GwaWa)+"의",
		k.share(c.With.Attack.Value), Josa(k.share(c.Without.Attack.Value), EuroRo), move)
	if !c.Clear {
		p.Lead = fmt.Sprintf("%s 분쟁에서 저항 시 인명 피해가 날 확률은 %s 있을 때 %s, 없을 때 %s로 뚜렷한 차이 없음",
			Josa(k.name(c.Challenger), GwaWa)+"의", Josa(k.name(c.Patron), IGa), k.pct(c.With.Attack), k.pct(c.Without.Attack))
	}
	p.Why = append(p.Why, fmt.Sprintf("침공 시 %s의 우세: %s 단독이면 %s, 참전국이 있으면 %s",
		k.name(c.Challenger), k.name(c.State), k.odds(c.With.WinAlone), k.odds(c.With.WinJoined)))
	return p
}

func (k korean) effortBuys(c EffortBuys) Passage {
	from := Josa(k.name(c.Challenger), GwaWa) + "의 분쟁에서 저항 시 인명 피해가 날 확률"
	lead := fmt.Sprintf("자체 군사력이 현재의 %s배면 %s %s, %s배면 %s(현재 %s)",
		short(c.Less.Forces), from, k.share(c.Less.Attack), short(c.More.Forces), k.share(c.More.Attack), k.share(c.Now.Attack))
	if !c.Matters {
		lead = fmt.Sprintf("자체 군사력의 영향은 작음. 현재의 %s배에서 %s배까지 %s은 %s→%s",
			short(c.Less.Forces), short(c.More.Forces), from, k.share(c.Less.Attack), k.share(c.More.Attack))
	}
	if !c.Matters && k.share(c.Less.Attack) == k.share(c.More.Attack) {
		lead = fmt.Sprintf("자체 군사력의 영향은 드러나지 않음. 현재의 %s배든 %s배든 %s은 %s",
			short(c.Less.Forces), short(c.More.Forces), from, k.share(c.More.Attack))
	}
	return Passage{Head: "저항력의 효과", Lead: lead}
}
