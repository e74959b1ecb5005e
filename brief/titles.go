package brief

import "fmt"

// Titles of pictures say what is to be seen in them, in a sentence that the
// text does not use.

// gap says what happened between two lines of which one is a multiple r of the
// other.
func gap(r Ratio) (narrowed, passed bool) {
	then, now := r.Then.Value, r.Now.Value
	return abs(now-1) < abs(then-1), (then < 1) != (now < 1)
}

func (e english) trendTitle(g Gaining) string {
	a, b := e.called(g.Pair.A), e.called(g.Pair.B)
	narrowed, passed := gap(g.GDP)
	switch {
	case !g.GDP.Known:
		return fmt.Sprintf("What %s and %s hold of the world’s resources", a, b)
	case passed && g.GDP.rises():
		return fmt.Sprintf("%s has passed %s in output since %d", upperFirst(b), a, g.GDP.Since)
	case passed:
		return fmt.Sprintf("%s has passed %s in output since %d", upperFirst(a), b, g.GDP.Since)
	case narrowed:
		return fmt.Sprintf("The gap in output between %s and %s has narrowed since %d", a, b, g.GDP.Since)
	}
	return fmt.Sprintf("The gap in output between %s and %s has widened since %d", a, b, g.GDP.Since)
}

func (k korean) trendTitle(g Gaining) string {
	a, b := k.name(g.Pair.A), k.name(g.Pair.B)
	narrowed, passed := gap(g.GDP)
	switch {
	case !g.GDP.Known:
		return fmt.Sprintf("%s %s의 세계 자원 비중", Josa(a, GwaWa), b)
	case passed && g.GDP.rises():
		return fmt.Sprintf("%d년 이후 %s 경제 규모에서 %s 추월", g.GDP.Since, Josa(b, IGa), Josa(a, EulReul))
	case passed:
		return fmt.Sprintf("%d년 이후 %s 경제 규모에서 %s 추월", g.GDP.Since, Josa(a, IGa), Josa(b, EulReul))
	case narrowed:
		return fmt.Sprintf("%d년 이후 %s %s의 경제력 격차 축소", g.GDP.Since, Josa(a, GwaWa), b)
	}
	return fmt.Sprintf("%d년 이후 %s %s의 경제력 격차 확대", g.GDP.Since, Josa(a, GwaWa), b)
}

func (e english) mapTitle(s Squeezed) string {
	return fmt.Sprintf("%s lies between %s and %s", upperFirst(e.called(s.State)), e.called(s.Pair.A), e.called(s.Pair.B))
}

func (k korean) mapTitle(s Squeezed) string {
	return fmt.Sprintf("%s %s 사이에 놓인 %s", Josa(k.name(s.Pair.A), GwaWa), k.name(s.Pair.B), k.name(s.State))
}

// escalates reports whether more than half of the disputes cost lives.
func escalates(o Odds) bool { return o.Resist.Value*o.Attack.Value > 0.5 }

func (e english) treeTitle(c CrisisOdds) string {
	after := "Most"
	if c.AtWar {
		after = "After the war most"
	}
	if escalates(c.Odds) {
		return fmt.Sprintf("%s disputes that %s starts cost lives", after, e.called(c.Challenger))
	}
	return fmt.Sprintf("%s disputes that %s starts end without deaths", after, e.called(c.Challenger))
}

func (k korean) treeTitle(c CrisisOdds) string {
	after := ""
	if c.AtWar {
		after = "전쟁이 끝난 뒤 "
	}
	if escalates(c.Odds) {
		return fmt.Sprintf("%s%s 시작한 분쟁은 대부분 인명 피해로 이어짐", after, Josa(k.name(c.Challenger), IGa))
	}
	return fmt.Sprintf("%s%s 시작한 분쟁은 대부분 인명 피해 없이 종료", after, Josa(k.name(c.Challenger), IGa))
}

func (e english) heatTitle(c Comparative) string {
	if c.Narrow == "" {
		return fmt.Sprintf("Thresholds are met in %s to %s of futures", e.share(c.Lowest), e.share(c.Highest))
	}
	return fmt.Sprintf("The threshold for %s is the hardest to meet", lowerFirst(e.outcome(c.Narrow)))
}

func (k korean) heatTitle(c Comparative) string {
	if c.Narrow == "" {
		return fmt.Sprintf("기준을 충족한 미래의 비율은 %s에서 %s까지", k.share(c.Lowest), k.share(c.Highest))
	}
	return fmt.Sprintf("가장 넘기 어려운 기준은 %s", k.outcome(c.Narrow))
}

func (e english) regretTitle(c Comparative) string {
	if c.Together {
		return fmt.Sprintf("%s is among the strategies with the least regret", e.quote(c.Least))
	}
	return fmt.Sprintf("%s leaves the least to regret", e.quote(c.Least))
}

func (k korean) regretTitle(c Comparative) string {
	if c.Together {
		return fmt.Sprintf("%s 후회가 가장 작은 전략군에 속함", Josa(k.quote(c.Least), EunNeun))
	}
	return fmt.Sprintf("후회가 가장 작은 전략은 %s", k.quote(c.Least))
}
