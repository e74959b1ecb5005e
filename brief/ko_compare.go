package brief

import (
	"fmt"
	"strings"
)

func (k korean) strengths(c Strengths) Passage {
	var said, level []string
	for _, s := range c.Outcomes {
		if !s.Clear || k.num1(s.BestMean) == k.num1(s.WorstMean) {
			level = append(level, k.outcome(s.Outcome))
			continue
		}
		said = append(said, fmt.Sprintf("%s 최고 %s(%s)·최저 %s(%s)", Josa(k.outcome(s.Outcome), EunNeun),
			k.quote(s.Best), k.num1(s.BestMean), k.quote(s.Worst), k.num1(s.WorstMean)))
	}
	p := Passage{Head: "항목별 강점"}
	if len(said) == 0 {
		p.Lead = "전략 간 차이가 뚜렷한 항목 없음"
		return p
	}
	p.Lead = strings.Join(said, ", ")
	if len(level) > 0 {
		p.Why = append(p.Why, fmt.Sprintf("%s 뚜렷한 차이 없음", Josa(strings.Join(level, "·"), EunNeun)))
	}
	return p
}

func (k korean) shortfalls(c Shortfalls) Passage {
	var parts []string
	for _, s := range c.By {
		parts = append(parts, fmt.Sprintf("%s %s", Josa(k.quotes(s.Strategies), EunNeun), k.outcome(s.Outcome)))
	}
	if len(c.By) == 1 {
		return Passage{Head: "가장 자주 미달하는 항목", Lead: "전략에 관계없이 " + k.outcome(c.By[0].Outcome)}
	}
	return Passage{Head: "가장 자주 미달하는 항목", Lead: strings.Join(parts, ", ")}
}

func (k korean) downside(c Downside) Passage {
	p := Passage{Head: "최악의 경우"}
	if c.RegretClear {
		p.Lead = fmt.Sprintf("%s 최선의 선택에서 가장 덜 벗어남. 평균 후회 %s, 최대는 %s %s",
			Josa(k.quote(c.LeastRegret), IGa), k.num(c.Regret), k.quote(c.MostRegret), k.num(c.RegretMost))
	} else {
		p.Lead = fmt.Sprintf("평균 후회는 %s·%s 가장 작고(%s) 둘의 차이는 불분명. 최대는 %s(%s)",
			k.quote(c.LeastRegret), Josa(k.quote(c.SecondRegret), IGa), k.aside(c.Regret), k.quote(c.MostRegret), k.aside(c.RegretMost))
	}
	text := fmt.Sprintf("하위 10%% 미래에서 가장 나은 전략은 %s(%s)", k.quote(c.BestWorst), k.aside(c.WorstTenth))
	if !c.WorstClear {
		text += ", 차순위와 뚜렷한 차이 없음"
	}
	if c.BestWorst != c.Top {
		text += fmt.Sprintf(". 가장 많은 미래에서 견디는 %s %s", Josa(k.quote(c.Top), GwaWa), "다름")
	}
	p.Why = append(p.Why, text)
	return p
}

func (k korean) reversal(c Reversal) Passage {
	head, also := "선두를 바꾸는 다른 가정", "따라서도"
	if c.First {
		head, also = "선두를 바꾸는 가정", "따라"
	}
	return Passage{Head: head, Lead: fmt.Sprintf("‘%s’에 %s 선두가 바뀜. %s", k.driver(c.Flip.Driver), also, k.sides(c.Flip)),
		Why: k.standing(c.Flip)}
}

func (k korean) disputedSigns(c DisputedSigns) Passage {
	p := Passage{Head: "부호 논쟁"}
	var names []string
	for _, f := range c.Clear {
		names = append(names, "‘"+k.driver(f.Driver)+"’")
	}
	if len(names) == 0 {
		p.Lead = "학계에서 부호가 엇갈리는 효과를 뒤집어 보아도 선두가 뚜렷이 바뀌지 않음"
		return p
	}
	p.Lead = "부호가 엇갈리는 효과 가운데 선두를 바꾸는 것: " + strings.Join(names, ", ")
	return p
}

func (k korean) skill(c Skill) Passage {
	s := c.Score
	return Passage{Head: "성적", Lead: fmt.Sprintf("%s %s: %s %s, %s %s, %s",
		k.model(s.Model), years(s.From, s.To, "~"), k.model(s.Metric), plain(s.Value), k.model(s.BaselineN), plain(s.Baseline), k.better(s.Skill))}
}

// better says how a score stands to its baseline.
func (k korean) better(skill float64) string {
	if skill > 0 {
		return k.share(skill) + " 우수"
	}
	return k.share(-skill) + " 열등"
}

func (k korean) sensitivity(c Sensitivity) Passage {
	parts := make([]string, len(c.Drivers))
	for i, d := range c.Drivers {
		parts[i] = fmt.Sprintf("‘%s’%s", k.driver(d), k.ends(d))
	}
	return Passage{Head: "주요 가정", Lead: fmt.Sprintf("‘%s’ 다음으로 결과를 좌우하는 가정: %s", k.driver(c.First), strings.Join(parts, ", "))}
}

func (k korean) method(c Method) Passage {
	p := Passage{Head: "방법", Lead: fmt.Sprintf("전략 %d개를 동일한 미래 %s개(시드 %d)에 적용하여 %d년을 연 단위로 모의. 불확실성 %d개, 가정 계수 %d개를 전 범위에서 추출",
		c.Strategies, decimal(float64(c.Futures), 0), c.Seed, c.Years, c.Uncertainties, c.Coefficients),
		Why: []string{
			"모든 전략이 같은 우연을 겪으므로, 결과의 차이는 전략의 차이임",
			fmt.Sprintf("후회는 같은 미래에서 %d개 전략 중 최선 대비 손실. 짝지은 차이의 90%% 구간이 0을 벗어나야 선두로 판정", c.Strategies),
			fmt.Sprintf("압착도는 서로 적대하는 두 강대국이 함께 가할 수 있는 압박으로, 거리·기지·이해관계 설정 %d가지로 점검. 위기는 오차가 있는 선택의 연쇄로 보고 끝에서부터 풀이", c.Settings),
		}}
	if len(c.Fixed) > 0 {
		p.Why = append(p.Why, "사용자가 값을 고정하여 탐색하지 않은 가정: "+k.fixed(c.Fixed))
	}
	return p
}

func (k korean) caution(c Caution) Passage {
	items := k.items(c.Warnings)
	say := func(head, lead string) Passage { return Passage{Head: head, Lead: lead} }
	switch c.Code {
	case "stale":
		return say("오래된 통계", "최신 통계가 오래된 항목: "+items)
	case "range":
		return say("범위로만 공표", "범위로만 공표되어 그 안에서 추출한 항목: "+items)
	case "missing":
		return say("자료 공백", "통계가 없어 반영하지 못한 항목: "+items)
	case "lever-effects":
		return say("정책 수단", "정책 수단이 적대성·공약·분쟁 발생을 움직이는 정도는 추정 없이 범위를 두고 바꾸어 봄")
	case "steps":
		return say("단순화한 부분", "제3국 간 교역의 재편은 반영하지 않음. 참전국, 통상 압박의 빈도, 정권 교체 시 노선 변동 폭은 추정이 아니라 가정으로 범위를 두고 바꾸어 봄")
	case "unscored":
		return say("미채점", "학습하지 않은 연도로 성적을 매기지 않은 부분: "+items)
	case "no-tie-record":
		return say("안보 유대", "유대의 깊이를 보여 주는 기록이 없어 없는 것으로 둔 항목: "+items)
	case "off-record":
		return say("기록과의 괴리", "현 노선을 유지한 모의가 기록의 구간을 벗어난 항목: "+items)
	case "few-powers":
		return say("강대국", "힘이 미치는 강대국이 적어 선택의 폭이 좁음: "+items)
	}
	if items == "" {
		return say("유의", "유의 사항: "+strings.ReplaceAll(c.Code, "-", " "))
	}
	return say("유의", "유의 사항("+strings.ReplaceAll(c.Code, "-", " ")+"): "+items)
}
