package brief

import (
	"slices"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/study"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// top returns the strategy with the most futures good enough.
func (f *finder) top() (study.Result, bool) {
	if len(f.d.Comparison.Results) == 0 {
		return study.Result{}, false
	}
	return f.d.Comparison.Results[0], true
}

func (f *finder) recommend() {
	top, ok := f.top()
	if ok {
		f.holdsUp(top)
		f.failsWhere(top)
	}
	if !f.buildHome() && ok {
		f.buildStep()
	}
	if ok {
		f.watch(top)
		f.notConclude(top)
	}
}

// level are the strategies that a reader should not tell from the first: those
// not clearly behind it by sampling, and those behind by less than matters.
func (f *finder) level() []study.Result {
	c := f.d.Comparison
	top := c.Results[0]
	var out []study.Result
	for _, r := range c.Results {
		near := top.GoodEnough.Value-r.GoodEnough.Value < f.reading.LeadMatters
		if r.Name == top.Name || near || slices.Contains(c.Leading, r.Name) {
			out = append(out, r)
		}
	}
	return out
}

func (f *finder) holdsUp(top study.Result) {
	c := f.d.Comparison
	h := HoldsUp{
		State: f.d.State, Pair: c.Pair, Halved: amount(top.Halved), Futures: c.Futures, Years: c.Years,
		Thresholds: thresholds(c, top), Margin: f.reading.LeadMatters, RecordTo: f.disputesTo(),
	}
	numbers := []prov.Number{top.GoodEnough, top.Halved}
	leading := f.level()
	for _, r := range c.Results {
		s := Share{r.Name, amount(r.GoodEnough)}
		if slices.ContainsFunc(leading, func(l study.Result) bool { return l.Name == r.Name }) {
			h.Leading = append(h.Leading, s)
			if len(r.Moves) == 0 && h.Stay == "" {
				h.Stay = r.Name
			}
		} else {
			h.Rest = append(h.Rest, s)
		}
		numbers = append(numbers, r.GoodEnough)
	}
	h.Moves = sharedMoves(leading)
	h.Divided = len(leading) > 1 && len(h.Moves) == 0 && h.Stay == ""
	h.Cost, h.Costed, h.CostYear = f.cost(h.Moves)
	f.add(InRecommendations, h, numbers...)
}

func thresholds(c study.Comparison, r study.Result) []Threshold {
	var out []Threshold
	for i, s := range r.Outcomes {
		higher := i >= len(c.Outcomes) || c.Outcomes[i].Higher
		out = append(out, Threshold{s.Outcome, s.Threshold, higher})
	}
	return out
}

// sharedMoves are the lever changes that every one of the strategies makes in
// the same direction, with how far the least and the most of them go.
func sharedMoves(results []study.Result) []SharedMove {
	var out []SharedMove
	for _, m := range results[0].Moves {
		s, shared := SharedMove{m, m.To, m.To}, m.To != m.From
		for _, r := range results[1:] {
			i := slices.IndexFunc(r.Moves, func(o study.Move) bool {
				return o.Lever == m.Lever && (o.To > o.From) == (m.To > m.From)
			})
			if shared = shared && i >= 0; shared {
				o := r.Moves[i]
				s.Least, s.Most, s.Years = min(s.Least, o.To), max(s.Most, o.To), max(s.Years, o.Years)
			}
		}
		if shared {
			out = append(out, s)
		}
	}
	return out
}

// cost is what moves ask of the budget a year, at today's GDP, and the levers
// that it is spent on.
func (f *finder) cost(moves []SharedMove) (float64, []string, ir.Year) {
	gdp, ok := f.ownFigure("gdp_current")
	if !ok {
		return 0, nil, 0
	}
	total := 0.0
	var levers []string
	for _, m := range moves {
		if m.priced() {
			total += charged(m.Lever, m.From, m.To) * gdp.Value
			levers = append(levers, m.Lever)
		}
	}
	return total, levers, gdp.Year
}

// last are the powers with which the first recommendation gives up a tie, a step
// best left to the last.
func (f *finder) last() []ir.CCode {
	return givenUp(sharedMoves(f.level()), f.d.Comparison.Pair)
}

// ownFigure finds the newest figure of the state's own among those behind its
// shares of the world.
func (f *finder) ownFigure(indicator string) (prov.Figure, bool) {
	var best prov.Figure
	for _, s := range f.d.Structure.Shares {
		if s.State != f.d.State {
			continue
		}
		for _, g := range slices.Concat(s.GDP.Trail.Figures, s.Milex.Trail.Figures) {
			if g.State == f.d.State && g.Indicator == indicator && g.Year >= best.Year {
				best = g
			}
		}
	}
	return best, best.Indicator != ""
}

func (f *finder) failsWhere(top study.Result) {
	c := f.d.Comparison
	if in, ok := f.firstBox(top); ok {
		f.add(InRecommendations, in, top.GoodEnough)
		return
	}
	if len(c.Drivers) == 0 || c.Drivers[0].Spread < f.reading.DriverMatters {
		f.add(InRecommendations, FailsAnywhere{
			f.d.State, top.Name, amount(top.GoodEnough).not(), c.Futures, top.Narrowest, f.reading.DriverMatters,
		}, top.GoodEnough)
		return
	}
	d := c.Drivers[0]
	w := FailsWhere{
		State: f.d.State, Strategy: top.Name, Driver: d, Misses: top.Narrowest,
		LowIsBad: d.LowThird < d.HighThird, Bad: d.LowThird, Good: d.HighThird, Last: f.last(),
	}
	if !w.LowIsBad {
		w.Bad, w.Good = w.Good, w.Bad
	}
	for _, fl := range c.Flips {
		leader := fl.HighLeader
		if w.LowIsBad {
			leader = fl.LowLeader
		}
		if fl.Clear && fl.Driver.Name == d.Name && leader != top.Name {
			w.Instead = leader
		}
	}
	f.add(InRecommendations, w, top.GoodEnough)
}

func (f *finder) notConclude(top study.Result) {
	c := f.d.Comparison
	n := NotConclude{State: f.d.State, Top: Share{top.Name, amount(top.GoodEnough)}, Futures: c.Futures, Leads: f.d.Position.Leads}
	for _, r := range f.level()[1:] {
		n.Tied = append(n.Tied, r.Name)
	}
	n.Margin = f.reading.LeadMatters
	if r, ok := f.d.Position.Row(f.d.State); ok {
		n.Rank, n.RankLow, n.RankHigh = r.Squeeze.Rank, r.Squeeze.Low, r.Squeeze.High
	}
	for _, s := range f.d.Scores {
		if s.Skill <= 0 {
			n.Unskilled = append(n.Unskilled, s.Model)
		}
	}
	f.add(InRecommendations, n, top.GoodEnough, f.d.Position.Squeeze)
}
