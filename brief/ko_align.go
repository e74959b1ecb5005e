package brief

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/measure/alignment"
	"github.com/shatterbelt/shatterbelt/study"
)

func (k korean) powersTies(c PowersTies) Passage {
	p := Passage{Head: "강대국과의 연계"}
	var counted []string
	for _, d := range c.Shared {
		counted = append(counted, dimensionKO[d])
	}
	p.Lead = fmt.Sprintf("강대국 %d개국 모두에 자료가 있는 항목(%s) 기준 ", c.Powers, strings.Join(counted, "·"))
	switch {
	case c.Closest != ir.World && c.Furthest != ir.World:
		p.Lead += fmt.Sprintf("가장 가까운 강대국은 %s, 가장 먼 강대국은 %s", k.name(c.Closest), k.name(c.Furthest))
	case c.Closest != ir.World:
		p.Lead += fmt.Sprintf("가장 가까운 강대국은 %s", k.name(c.Closest))
	case c.Furthest != ir.World:
		p.Lead += fmt.Sprintf("가장 먼 강대국은 %s며, 유독 가까운 강대국은 없음", Josa(k.name(c.Furthest), IRago))
	default:
		p.Lead += "유독 가까운 강대국은 없음"
	}
	switch {
	case c.Defence != ir.World && c.Trade != ir.World && c.Defence != c.Trade:
		p.Why = append(p.Why, fmt.Sprintf("강대국 중 방위 조약 상대는 %s뿐이며, 최대 교역 상대는 %s", k.name(c.Defence), k.name(c.Trade)))
	case c.Defence != ir.World && c.Trade != ir.World:
		p.Why = append(p.Why, fmt.Sprintf("강대국 중 유일한 방위 조약 상대이자 최대 교역 상대는 %s", k.name(c.Defence)))
	case c.Trade != ir.World:
		p.Why = append(p.Why, fmt.Sprintf("강대국 중 최대 교역 상대는 %s", k.name(c.Trade)))
	}
	treaties := func(p study.PowerTies) *study.Likeness { return p.Treaties }
	votes := func(p study.PowerTies) *study.Likeness { return p.Votes }
	if x := k.likeness(c, "조약 구성(%s, %d년)", treaties, func(l study.Likeness) string { return Population(l, k.lang) }); x != "" {
		p.Why = append(p.Why, x)
	}
	if x := k.likeness(c, "유엔 표결(%s건, %d년)", votes, func(l study.Likeness) string { return strconv.Itoa(l.Items) }); x != "" {
		p.Why = append(p.Why, x)
	}
	for i, o := range c.A.Others {
		if i < len(c.B.Others) && c.B.Others[i].Indicator == o.Indicator {
			p.Why = append(p.Why, fmt.Sprintf("강대국 전체의 %s 중 비중(%d~%d년): %s %s, %s %s", k.words(otherWords, o.Indicator), o.From, o.To,
				k.name(c.Pair.A), k.share(o.Share), k.name(c.Pair.B), k.share(c.B.Others[i].Share)))
		}
	}
	return p
}

// likeness sets S and kappa with both powers side by side.
func (k korean) likeness(c PowersTies, head string, of func(study.PowerTies) *study.Likeness, over func(study.Likeness) string) string {
	a, b := of(c.A), of(c.B)
	if a == nil || b == nil {
		return ""
	}
	return fmt.Sprintf(head+": %s S %s·카파 %s, %s S %s·카파 %s(S는 우연의 일치를 감안하지 않음)", over(*a), a.Year,
		Josa(k.name(c.Pair.A), GwaWa), decimal(a.S, 2), decimal(a.Kappa, 2), Josa(k.name(c.Pair.B), GwaWa), decimal(b.S, 2), decimal(b.Kappa, 2))
}

func (k korean) swung(c Swung) Passage {
	p := Passage{Head: "지도자 교체와 노선 변화"}
	if !c.Known {
		p.Lead = "지도자 교체 시 노선이 바뀌는지는 판단 불가: 교체와 연도별 연계가 함께 기록된 해가 부족"
		return p
	}
	at := fmt.Sprintf("%d개국 중 백분위 %s, 설정 %d가지에 따른 범위이며 100이 가장 큼", c.States, k.num(amount(c.Percentile)), c.Settings)
	switch c.Verdict {
	case alignment.Swings:
		p.Lead = fmt.Sprintf("지도자 교체 시 노선 변화가 통상 수준보다 큼: %s", at)
	case alignment.Steadier:
		p.Lead = fmt.Sprintf("지도자 교체 시 노선 변화가 통상 수준보다 작음: %s", at)
	default:
		p.Lead = fmt.Sprintf("지도자 교체 시 노선 변화가 통상 수준보다 큰지는 판정 불가: %s", at)
	}
	p.Why = append(p.Why, fmt.Sprintf("교체 연도의 변화는 그 밖의 해의 %s배, 전체 국가의 기록을 반영하면 %s배이며 통상 수준은 %s배. 통상 수준보다 클 확률 %s",
		decimal(c.Own, 1), decimal(c.Pooled, 2), decimal(c.Usual, 2), k.share(c.Above)))
	var used, unused []string
	for _, s := range c.Parts {
		name := k.words(seriesWords, s.Series)
		if s.Used {
			used = append(used, fmt.Sprintf("%s(교체 연도 %d, 그 밖의 해 %d)", name, s.Turnovers, s.Other))
		} else {
			unused = append(unused, name)
		}
	}
	text := fmt.Sprintf("근거 지표: %s. 지도자 기록은 %d~%d년", strings.Join(used, "·"), c.From, c.To)
	if len(unused) > 0 {
		text += fmt.Sprintf("(%s 기록 부족)", Josa(strings.Join(unused, "·"), EunNeun))
	}
	p.Why = append(p.Why, text)
	return p
}

func (k korean) likest(c Likest) Passage {
	p := Passage{Head: "가장 비슷한 국가"}
	var names []string
	for _, s := range c.States {
		names = append(names, k.name(s.State))
	}
	p.Lead = fmt.Sprintf("일곱 주제 %d개 항목에서 가장 비슷한 국가는 %s 순", c.Of, strings.Join(names, "·"))
	const most = 3
	for _, s := range c.States[:min(most, len(c.States))] {
		text := fmt.Sprintf("%s(차이 %s)", k.name(s.State), decimal(s.Apart, 1))
		var parts []string
		if like := k.themes(s.Like); like != "" {
			parts = append(parts, Josa(like, IGa)+" 비슷")
		}
		if unlike := k.themes(s.Unlike); unlike != "" {
			parts = append(parts, Josa(unlike, EunNeun)+" 다름")
		}
		if len(parts) > 0 {
			text += ": " + strings.Join(parts, ", ")
		}
		p.Why = append(p.Why, text)
	}
	return p
}

func (k korean) themes(keys []string) string {
	words := make([]string, len(keys))
	for i, key := range keys {
		words[i] = k.words(themeWords, key)
	}
	return strings.Join(words, "·")
}

func (k korean) beside(c Beside) Passage {
	a, b := k.name(c.State), k.name(c.Other)
	p := Passage{Head: fmt.Sprintf("%s %s", Josa(a, GwaWa), b)}
	p.Lead = fmt.Sprintf("두 국가 모두 자료가 있는 %d개 항목 중 %d개에서 비슷함. 다른 %d개국 중 %d개국이 %s 더 가까움",
		c.Known, c.Alike, c.Among-1, c.Closer, a+"에")
	for _, d := range c.Largest {
		p.Why = append(p.Why, fmt.Sprintf("%s: %s %s, %s %s(%s)", k.aspect(d.Key, c.Pair), a, k.figure(d, d.Value), b, k.figure(d, d.Other), k.level(d, a)))
	}
	if len(c.Unknown) > 0 {
		var names []string
		for _, key := range c.Unknown {
			names = append(names, k.aspect(key, c.Pair))
		}
		p.Why = append(p.Why, fmt.Sprintf("수치나 국가 간 퍼짐이 없어 비교하지 못한 항목: %s", strings.Join(names, ", ")))
	}
	return p
}

// level says a verdict of the first state.
func (k korean) level(d study.Contrasted, a string) string {
	return map[alignment.Level]string{
		alignment.MuchMore: a + " 쪽이 훨씬 큼", alignment.More: a + " 쪽이 큼", alignment.Alike: "비슷함",
		alignment.Less: a + " 쪽이 작음", alignment.MuchLess: a + " 쪽이 훨씬 작음",
	}[d.Verdict]
}

func (k korean) tiesTitle(c PowersTies) string {
	a, b, v := k.name(c.Pair.A), k.name(c.Pair.B), c.Course
	if v.Now < 0 {
		a, b = b, a
	}
	switch {
	case !v.Known:
		return fmt.Sprintf("%s %s·%s 사이의 교역", Josa(k.name(c.State), GwaWa), a, b)
	case (v.Now < 0) != (v.Then < 0):
		return fmt.Sprintf("%d년 이후 %s의 유엔 표결은 %s보다 %s 쪽에 더 가까워짐", v.Since, k.name(c.State), b, a)
	}
	return fmt.Sprintf("%s의 유엔 표결은 %d년과 마찬가지로 %s보다 %s 쪽에 더 가까움", k.name(c.State), v.Since, b, a)
}

func (k korean) swungTitle(c Swung) string {
	switch c.Verdict {
	case alignment.Swings:
		return fmt.Sprintf("지도자 교체 시 %s의 노선 변화는 대부분의 국가보다 큼", k.name(c.State))
	case alignment.Steadier:
		return fmt.Sprintf("지도자 교체 시 %s의 노선 변화는 대부분의 국가보다 작음", k.name(c.State))
	}
	return fmt.Sprintf("지도자 교체 시 %s 다른 국가와 다른지는 기록만으로 판정 불가", Josa(k.name(c.State), IGa))
}

func (k korean) besideTitle(c Beside) string {
	return fmt.Sprintf("국가들 가운데 %s %s의 위치", Josa(k.name(c.State), GwaWa), k.name(c.Other))
}

func (k korean) contrastHeading(a, b ir.CCode) string {
	return fmt.Sprintf("%s %s 비교", Josa(k.name(a), GwaWa), k.name(b))
}

func (k korean) likeHeading(c ir.CCode) string {
	return Josa(k.name(c), GwaWa) + " 비슷한 국가"
}
