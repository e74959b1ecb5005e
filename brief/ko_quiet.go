package brief

import (
	"fmt"
	"strings"

	"github.com/shatterbelt/shatterbelt/ir"
)

// noAct says that nobody need act, for a reason, and what follows from that.
func (k korean) noAct(why string) []string {
	return []string{"조치: 없음(" + why + "). 비용·시한·가역성 문제도 없음"}
}

func (k korean) failsAnywhere(c FailsAnywhere) Passage {
	p := Passage{Head: "실패하는 미래", Lead: fmt.Sprintf("%s 전략은 탐색한 미래의 %s에서 기준 미달이며, 이를 가르는 조건은 없음. 어느 가정을 바꾸어도 기준 충족 비율의 변화는 %s%%p 미만",
		k.quote(c.Strategy), k.pct(c.Fails), short(100*c.Matters))}
	if c.Misses != "" {
		p.Why = append(p.Why, fmt.Sprintf("가장 자주 미달하는 항목은 %s", k.outcome(c.Misses)))
	}
	p.Act = k.noAct("대비할 조건이 특정되지 않음")
	return p
}

func (k korean) watchFirst(c WatchFirst) Passage {
	p := Passage{Head: "주시할 지표", Lead: fmt.Sprintf("%s 상대로 시작되는 분쟁 건수를 계속 집계할 것. 다만 건수가 결론을 좌우하지는 않음. 도전국 %d개국의 기록은 %s년간 %s건",
		Josa(k.name(c.State), EulReul), c.Challengers, decimal(c.Years, 0), decimal(c.Disputes, 0))}
	if c.Disputes == 0 {
		p.Lead = fmt.Sprintf("첫 분쟁의 발생 여부를 주시할 것. 모의에 포함된 도전국 %d개국이 %s 상대로 분쟁을 시작한 기록이 %s년간 없으며, 위의 비율은 모두 이에 바탕을 둠",
			c.Challengers, Josa(k.name(c.State), EulReul), decimal(c.Years, 0))
	}
	if c.Odds > 0 {
		p.Why = append(p.Why, fmt.Sprintf("발생 승산이 기록의 %s배를 넘는 미래에서도 %s 전략은 %s에서 기준 충족", short(c.Odds), k.quote(c.Strategy), k.share(c.Holds)))
	}
	if len(c.Unplayed) > 0 {
		p.Why = append(p.Why, fmt.Sprintf("인접 강대국 중 압박이 가장 큰 %s의 분쟁은 어느 미래에도 없음. 첫 분쟁이 일어나면 탐색 범위 밖의 일이 됨",
			Josa(strings.Join(k.names(c.Unplayed), "·"), GwaWa)))
	}
	p.Act = k.counting(c.State, c.RecordTo)
	return p
}

// counting says who counts disputes, and from when.
func (k korean) counting(state ir.CCode, recordTo ir.Year) []string {
	when := "시한: 즉시, 이후 매년"
	if recordTo != 0 {
		when = fmt.Sprintf("시한: %d년 이후 분은 즉시, 이후 매년", int(recordTo))
	}
	return []string{"주체: " + k.name(state) + " 정부", "비용: 인력", when, "가역성: 언제든 중단 가능"}
}
