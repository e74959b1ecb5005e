package brief

import (
	"fmt"
	"slices"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/study"
	"github.com/shatterbelt/shatterbelt/trace/cite"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// rankTable lists the states by squeeze: all of a short list; of a long one
// the head, and the state with its neighbours.
func (c *composer) rankTable() table {
	const head, around = 10, 2
	l := c.labels
	t := table{
		caption: l.RankTable, note: l.RankNote, numbers: 2,
		head: []string{l.State, l.PairWord, l.Rank, l.RankRange, l.Squeeze, l.Tightness, l.Total},
	}
	own, _ := c.d.Position.Row(c.d.State)
	for _, r := range c.d.Position.Rows {
		if r.Squeeze.Rank > head && abs(float64(r.Squeeze.Rank-own.Squeeze.Rank)) > around {
			continue
		}
		if r.State == c.d.State {
			t.strong = len(t.rows) + 1
		}
		t.rows = append(t.rows, []string{
			c.l.name(r.State), c.between(r.Pair), fmt.Sprint(r.Squeeze.Rank), rankRange(r.Squeeze, c.l.to),
			decimal(r.Squeeze.Value, places(c.d.Position.Squeeze)), decimal(r.Tightness.Value, places(c.d.Position.Tightness)),
			decimal(r.Total.Value, places(c.d.Position.Total)),
		})
	}
	return t
}

// places is how finely a column may be printed, from the interval that the
// state's own index has.
func places(n prov.Number) int { return indexPlaces(amount(n)) }

func rankRange(s study.Standing, to string) string {
	if s.Low == s.High {
		return fmt.Sprint(s.Low)
	}
	return fmt.Sprintf("%d%s%d", s.Low, to, s.High)
}

func (c *composer) between(p study.Pair) string {
	if p.A == ir.World || p.B == ir.World {
		return "–"
	}
	return c.l.name(p.A) + "–" + c.l.name(p.B)
}

// oddsTable is the data behind a tree.
func (c *composer) oddsTable(x study.Crisis) table {
	l := c.labels
	has := x.Patron != ir.World
	t := table{head: []string{l.Step, l.Probability}, numbers: 1}
	if has {
		t.head = []string{l.Step, l.With, l.Without}
	}
	row := func(label string, with, without prov.Number) {
		cells := []string{label, c.l.pct(amount(with))}
		if has {
			cells = append(cells, c.l.pct(amount(without)))
		}
		t.rows = append(t.rows, cells)
	}
	row(l.Demand, x.With.Demand, x.Without.Demand)
	row(l.Resist, x.With.Resist, x.Without.Resist)
	row(l.Attack, x.With.Attack, x.Without.Attack)
	if has {
		t.rows = append(t.rows, []string{l.Intervene, c.l.pct(amount(x.With.Intervene)), "–"},
			[]string{l.WinJoined, c.l.pct(amount(x.With.WinJoined)), "–"})
	}
	row(l.WinAlone, x.With.WinAlone, x.Without.WinAlone)
	row(l.Fight, x.With.Fight, x.Without.Fight)
	row(l.War, x.With.War, x.Without.War)
	return t
}

// strategyTable sets the strategies side by side.
func (c *composer) strategyTable() table {
	l := c.labels
	t := table{caption: l.StrategyTable, note: l.TableNote, head: []string{l.Strategy}, numbers: 1, small: true}
	for _, o := range c.d.Comparison.Outcomes {
		t.head = append(t.head, upperFirst(c.l.outcome(o.Name)))
	}
	t.head = append(t.head, l.WorstTenth, l.Regret, l.GoodEnough, l.Halved)
	for _, r := range c.d.Comparison.Results {
		row := []string{c.l.strategy(r.Name)}
		for _, s := range r.Outcomes {
			row = append(row, c.l.num1(amount(s.Mean)))
		}
		row = append(row, c.l.num1(amount(r.WorstTenth)), c.l.num1(amount(r.Regret)), c.l.pct(amount(r.GoodEnough)))
		if r.Halved.High > 0 {
			row = append(row, c.l.pct1(amount(r.Halved)))
		} else {
			row = append(row, "–")
		}
		t.rows = append(t.rows, row)
	}
	return t
}

// metTable is the data behind the heat map.
func (c *composer) metTable() table {
	t := table{head: []string{c.labels.Strategy}, numbers: 1}
	for _, o := range c.d.Comparison.Outcomes {
		t.head = append(t.head, upperFirst(c.l.outcome(o.Name)))
	}
	t.head = append(t.head, upperFirst(c.labels.All))
	for _, r := range c.d.Comparison.Results {
		row := []string{c.l.strategy(r.Name)}
		for _, s := range r.Outcomes {
			row = append(row, c.l.pct(amount(s.Met)))
		}
		t.rows = append(t.rows, append(row, c.l.pct(amount(r.GoodEnough))))
	}
	return t
}

// regretTable is the data behind the dots, with the mean counts of what
// happened.
func (c *composer) regretTable() table {
	l := c.labels
	t := table{head: []string{l.Strategy, l.Regret, l.WorstTenth}, numbers: 1}
	counts := []struct{ key, label string }{
		{"disputes", l.Disputes}, {"wars", l.Wars}, {"concessions", l.Concessions}, {"abandonments", l.Abandonments},
	}
	counts = slices.DeleteFunc(counts, func(x struct{ key, label string }) bool {
		return !slices.ContainsFunc(c.d.Comparison.Results, func(r study.Result) bool { _, ok := r.Diagnostic[x.key]; return ok })
	})
	for _, x := range counts {
		t.head = append(t.head, x.label)
	}
	if len(counts) > 0 {
		t.note = fmt.Sprintf("%s: %s", counts[0].label, l.CountNote)
		if len(counts) > 1 {
			t.note = fmt.Sprintf("%s–%s: %s", counts[0].label, counts[len(counts)-1].label, l.CountNote)
		}
	}
	for _, r := range c.d.Comparison.Results {
		row := []string{c.l.strategy(r.Name), c.l.num(amount(r.Regret)), c.l.num(amount(r.WorstTenth))}
		for _, x := range counts {
			row = append(row, plain(r.Diagnostic[x.key]))
		}
		t.rows = append(t.rows, row)
	}
	return t
}

// driverTable lists the uncertainties that matter most to the first strategy.
func (c *composer) driverTable() table {
	const most = 8
	l := c.labels
	t := table{caption: l.DriverTable, note: l.DriverNote, numbers: 2, head: []string{l.Assumption, l.Ref, l.Range, l.LowThird, l.HighThird}}
	for _, d := range c.d.Comparison.Drivers[:min(most, len(c.d.Comparison.Drivers))] {
		t.rows = append(t.rows, []string{
			upperFirst(c.l.driver(d)), c.basis(d.Ref),
			c.explored(d),
			c.l.share(d.LowThird), c.l.share(d.HighThird),
		})
	}
	return t
}

// explored is the range of an uncertainty, or its options.
func (c *composer) explored(d study.Driver) string {
	if d.Choice() {
		return c.l.options(d, d.Min, d.Max, " / ")
	}
	return c.l.span(d.Min, d.Max, d.Unit, c.labels.Upto)
}

// basis names what a parameter rests on: a work, or nothing but assumption.
func (c *composer) basis(ref string) string {
	if ref == "assumed" || ref == "" {
		return c.labels.Assumed
	}
	if w, ok := cite.Lookup(ref); ok {
		return fmt.Sprintf("%s %s", surname(w.Author), w.Year)
	}
	return ref
}

// scoreTable prints what each predictive part scored.
func (c *composer) scoreTable() table {
	l := c.labels
	t := table{caption: l.ScoreTable, numbers: 3, head: []string{l.Model, l.Metric, l.Tested, l.Value, l.Baseline, l.Better}}
	for _, s := range c.d.Scores {
		t.rows = append(t.rows, []string{
			upperFirst(c.l.model(s.Model)), c.l.model(s.Metric),
			fmt.Sprintf("%s (n %s, %s)", years(s.From, s.To, c.l.to), decimal(float64(s.N), 0), c.events(s.Events)),
			plain(s.Value), fmt.Sprintf("%s (%s)", plain(s.Baseline), c.l.model(s.BaselineN)), c.better(s.Skill),
		})
	}
	return t
}

func (c *composer) events(n int) string {
	return c.l.pick(fmt.Sprintf("%d events", n), fmt.Sprintf("사건 %d건", n))
}

func (c *composer) better(skill float64) string {
	return c.l.pick(english{c.l}.better(skill), korean{c.l}.better(skill))
}

// recordTable sets the rates of the state standing still beside the record.
func (c *composer) recordTable() table {
	l := c.labels
	t := table{caption: l.RecordTable, note: l.RecordNote, numbers: 1, small: true, head: []string{l.RecordEvent, l.Simulated, l.OnRecord, l.RecordBand, l.Verdict}}
	for _, r := range c.d.Check.Rates {
		verdict := l.InBand
		if !r.Inside {
			verdict = l.OffBand
		}
		event := upperFirst(c.l.pick(countsEN[string(r.Event)], countsKO[string(r.Event)]))
		t.rows = append(t.rows, []string{event, short(r.Simulated), short(r.Record), band(r, c.l.to), verdict})
	}
	if x := c.d.Check.Lives; x.Years > 0 {
		t.rows = append(t.rows, []string{l.LivesLost, short(x.Simulated), fmt.Sprintf(l.OverYears, short(x.Record), years(x.First, x.Last, c.l.to)), "–", "–"})
	}
	return t
}
