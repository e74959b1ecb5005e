package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"

	"github.com/shatterbelt/shatterbelt/desk"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/study"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// deterText is what a crisis is told with in one language.
type deterText struct {
	title, none, head, note string
	rows                    [8]string
	tree, treeHead, moved   string
	instruments             []string // from the least to an invasion
	statics, staticsHead    string
	changes                 map[string]string
	residual                string
}

var deterWords = map[string]deterText{
	"en": {
		"%s against %s, patron %s", "none", "probability|with patron|range|without|range",
		"Ranges hold nine in ten draws of the uncertainties and coefficients. Effects of ties and arms are assumptions, not estimates.\n",
		[8]string{"a dispute starts in a year", "the target resists", "lives are lost if it resists", "a patron comes, in an invasion",
			"a fight that costs lives in a year", "an invasion that is resisted in a year", "the challenger prevails, target alone", "the challenger prevails, patron in"},
		"The tree at the defaults, by how the dispute begins", "begins with|chosen|target resists|carried through|a patron comes|such a fight in a year",
		"The tree with the payoffs that were set",
		[]string{"a threat or show of force", "grey-zone acts", "a blockade", "a limited attack", "an invasion"},
		"What would move it, all else equal: change of the chance in a year, in percentage points", "if|a dispute|a fight|an invasion|same way",
		map[string]string{
			study.ChallengerStronger: "the challenger brings 10 % more", study.TargetStronger: "the target has 10 % more forces",
			study.PatronStronger: "the leading patron brings 10 % more", study.PatronSurer: "the leading patron is surer by half a point of log odds",
			study.StakeHigher: "10 % more is at stake", study.WarCostlier: "war costs the challenger a tenth of a stake more",
		},
		"Same way: share of draws in which a fight moves as it does at the defaults. Residual of the equilibrium: %.0e.\n",
	},
	"ko": {
		"%s의 대%s 도전, 후견국 %s", "없음", "확률|후견국 있음|범위|없음|범위",
		"범위는 불확실성과 계수의 표본 열에 아홉을 포함함. 유대와 군비의 효과는 추정이 아니라 가정임.\n",
		[8]string{"1년 내 분쟁 발생", "대상국의 저항", "저항 시 인명 피해", "침공 시 후견국 개입",
			"1년 내 인명 피해 충돌", "1년 내 저항하는 침공", "대상국 단독일 때 도전국 우세", "후견국 참전 시 도전국 우세"},
		"기본값의 게임 나무: 분쟁이 시작되는 수단별", "시작 수단|선택|대상국 저항|실행|후견국 개입|1년 내 해당 충돌",
		"보수를 바꾼 게임 나무",
		[]string{"위협·무력 시위", "회색지대 행위", "봉쇄", "제한적 공격", "침공"},
		"다른 조건이 같을 때의 변화: 1년 확률, %p", "변화|분쟁|충돌|침공|같은 방향",
		map[string]string{
			study.ChallengerStronger: "도전국 투사력 10% 증가", study.TargetStronger: "대상국 전력 10% 증가",
			study.PatronStronger: "선도 후견국 전력 10% 증가", study.PatronSurer: "선도 후견국 개입 로그 승산 0.5 증가",
			study.StakeHigher: "걸린 이해 10% 증가", study.WarCostlier: "도전국의 전쟁 비용 증가(이해의 1/10)",
		},
		"같은 방향: 충돌 확률이 기본값과 같은 방향으로 움직인 표본의 비율. 균형의 잔차: %.0e.\n",
	},
}

// writeCrisis prints a crisis: its probabilities, its tree and what moves it.
func writeCrisis(w io.Writer, c *desk.Crisis, codes *ir.Codes, lang string) error {
	words := deterWords[lang]
	patrons := words.none
	if len(c.Patrons) > 0 {
		var names []string
		for _, p := range c.Patrons {
			names = append(names, name(codes, p, lang))
		}
		patrons = strings.Join(names, ", ")
	}
	parts := []string{
		fmt.Sprintf(words.title, name(codes, c.Challenger, lang), name(codes, c.Target, lang), patrons),
		words.chances(c.Crisis), words.note,
		words.tree, words.branches(c.Instruments), "",
	}
	if c.Moved != nil {
		parts = append(parts, words.moved, words.branches(c.Moved.Instruments()), "")
	}
	parts = append(parts, words.statics, words.moves(c.Crisis), fmt.Sprintf(words.residual, c.Residual))
	_, err := io.WriteString(w, strings.Join(parts, "\n"))
	return err
}

func (t *deterText) chances(c study.Crisis) string {
	w := table.NewWriter()
	w.AppendHeader(cells(t.head))
	with, without := plays(c.With), plays(c.Without)
	for i, label := range t.rows {
		w.AppendRow(table.Row{label, percent(with[i].Value), interval(with[i]), percent(without[i].Value), interval(without[i])})
	}
	return w.Render()
}

func (t *deterText) branches(list []study.Instrument) string {
	w := table.NewWriter()
	w.AppendHeader(cells(t.treeHead))
	for j, i := range list {
		w.AppendRow(table.Row{t.instruments[j], percent(i.Chosen), percent(i.Resist), percent(i.Fought), percent(i.Come), percent(i.Year)})
	}
	return w.Render()
}

func (t *deterText) moves(c study.Crisis) string {
	w := table.NewWriter()
	w.AppendHeader(cells(t.staticsHead))
	for _, s := range c.Statics {
		w.AppendRow(table.Row{t.changes[s.Change], points(s.Start), points(s.Fight), points(s.War), percent(s.Same)})
	}
	return w.Render()
}

// points prints a change of a probability in percentage points.
func points(v float64) string { return fmt.Sprintf("%+.2g", 100*v) }

func plays(p study.Play) [8]prov.Number {
	return [8]prov.Number{p.Demand, p.Resist, p.Attack, p.Intervene, p.Fight, p.War, p.WinAlone, p.WinJoined}
}

func interval(n prov.Number) string { return percent(n.Low) + " - " + percent(n.High) }

// percent prints a probability with two significant digits at most.
func percent(p float64) string {
	switch {
	case p == 0:
		return "0 %"
	case p < 0.001:
		return "<0.1 %"
	case p < 0.0995:
		return fmt.Sprintf("%.1f %%", 100*p)
	}
	return fmt.Sprintf("%.0f %%", 100*p)
}

// cells splits a heading at its bars.
func cells(heading string) table.Row {
	var row table.Row
	for _, s := range strings.Split(heading, "|") {
		row = append(row, s)
	}
	return row
}
