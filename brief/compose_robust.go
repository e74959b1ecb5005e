package brief

import (
	"fmt"
	"math"
	"slices"

	"github.com/shatterbelt/shatterbelt/study"
)

// standardNames are the standards of robustness, in both languages.
var standardNames = map[string][2]string{
	"maximin":        {"Worst future", "최악의 미래"},
	"percentile 10":  {"All but the worst tenth", "하위 10%를 뺀 최저"},
	"minimax regret": {"Largest regret", "최대 후회"},
	"mean regret":    {"Mean regret", "평균 후회"},
	"satisficing":    {"Threshold met", "기준 충족 비율"},
}

// otherStandards says who is best by other standards of robustness.
func (c *composer) otherStandards() fold {
	l := c.labels
	t := table{head: []string{l.Standard}, note: l.StandardNote, small: true}
	for _, o := range c.d.Comparison.Outcomes {
		t.head = append(t.head, upperFirst(c.l.outcome(o.Name)))
	}
	row := map[string]int{}
	for _, k := range c.d.Comparison.Criteria {
		i, ok := row[k.Name]
		if !ok {
			i = len(t.rows)
			row[k.Name] = i
			name := k.Name
			if n, ok := standardNames[name]; ok {
				name = c.l.pick(n[0], n[1])
			}
			t.rows = append(t.rows, []string{name})
		}
		t.rows[i] = append(t.rows[i], c.best(k))
	}
	return fold{summary: l.StandardTable, blocks: []block{t}, printed: true}
}

// best names the best strategies by a standard with their value.
func (c *composer) best(k study.Criterion) string {
	if len(k.Best) == len(k.Values) {
		return c.labels.AllLevel
	}
	value := math.NaN()
	for _, v := range k.Values {
		if v.Strategy == k.Best[0] {
			value = v.Value
		}
	}
	name := c.l.strategy(k.Best[0])
	if n := len(k.Best); n > 1 {
		name = fmt.Sprintf(c.labels.Several, n)
	}
	return name + " (" + c.value(value) + ")"
}

// value prints what a standard comes to: a count whole, a share to two places,
// or to two digits where it is small; next to nothing is 0.
func (c *composer) value(v float64) string {
	const large, nothing = 100, 1e-4
	switch {
	case abs(v) >= large:
		return decimal(v, 0)
	case abs(v) < nothing:
		return "0"
	}
	return c.l.num1(exactly(v))
}

// horizonStrategies is how many strategies are shown after fewer years; all are
// in the data of the brief.
const horizonStrategies = 4

// horizons sets out the means of the first strategies after fewer years.
func (c *composer) horizons() fold {
	l := c.labels
	t := table{head: []string{l.Strategy, l.After}, numbers: 1, note: l.HorizonNote, small: true}
	for _, o := range c.d.Comparison.Outcomes {
		t.head = append(t.head, upperFirst(c.l.outcome(o.Name)))
	}
	for _, r := range c.d.Comparison.Results[:min(horizonStrategies, len(c.d.Comparison.Results))] {
		for i, h := range r.Horizons {
			name := ""
			if i == 0 {
				name = c.l.strategy(r.Name)
			}
			row := []string{name, c.l.quantity(float64(h.Years), "years")}
			for o, m := range h.Means {
				row = append(row, c.meanCell(m, o, h.Years, r))
			}
			t.rows = append(t.rows, row)
		}
	}
	return fold{summary: l.HorizonTable, blocks: []block{t}}
}

// meanCell prints a mean as finely as the interval at the end of the run allows.
func (c *composer) meanCell(m float64, o, years int, r study.Result) string {
	end := amount(r.Outcomes[o].Mean)
	half := (end.High - end.Low) / 2
	if years == c.d.Comparison.Years {
		return c.l.num1(end)
	}
	return c.l.num1(Amount{m, m - half, m + half})
}

// robust are the folded tables on robustness.
func (c *composer) robust() []block {
	var out []block
	x := c.d.Comparison
	if len(x.Criteria) > 0 {
		out = append(out, c.otherStandards())
	}
	if slices.ContainsFunc(x.Results, func(r study.Result) bool { return len(r.Horizons) > 0 }) {
		out = append(out, c.horizons())
	}
	return out
}
