package brief

import (
	"fmt"
	"slices"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/study"
	"github.com/shatterbelt/shatterbelt/trace/param"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// Section says which part of the brief a finding belongs to.
type Section string

// The sections in the order of the document.
const (
	InRecommendations Section = "recommendations"
	InPageOne         Section = "page_one" // what the first page must own up to
	InStructure       Section = "structure"
	InPosition        Section = "position"
	InAlignment       Section = "alignment"
	InCrisis          Section = "crisis"
	InStrategies      Section = "strategies"
	InTrust           Section = "trust"
)

// Finding is one thing that the dossier shows, with the numbers it rests on.
type Finding struct {
	ID      string        `json:"id"` // F1, F2, ... in the order of the document
	Kind    string        `json:"kind"`
	Section Section       `json:"section"`
	Claim   Claim         `json:"claim"`
	Numbers []prov.Number `json:"-"`
}

// Findings reads a dossier. A finding whose model is not in the dossier is
// left out, so the list of a thin dossier is short.
func Findings(d study.Dossier) []Finding {
	f := &finder{d: d, reading: param.Default[Reading]()}
	f.recommend()
	f.pageOne()
	f.structure()
	f.position()
	f.alignment()
	for _, c := range serious(d.Crises) {
		f.crisis(c)
	}
	f.strategies()
	f.trust()
	return f.out
}

// finder collects findings in order.
type finder struct {
	d       study.Dossier
	reading Reading
	out     []Finding
}

func (f *finder) add(s Section, c Claim, numbers ...prov.Number) {
	f.out = append(f.out, Finding{
		ID: fmt.Sprintf("F%d", len(f.out)+1), Kind: c.kind(), Section: s, Claim: c, Numbers: numbers,
	})
}

// mostCrises is how many challengers get a tree of their own.
const mostCrises = 3

// serious returns the crises likeliest to cost lives, at most [mostCrises].
func serious(crises []study.Crisis) []study.Crisis {
	out := slices.Clone(crises)
	slices.SortStableFunc(out, func(a, b study.Crisis) int {
		return -compareFloat(a.With.Fight.Value, b.With.Fight.Value)
	})
	return out[:min(mostCrises, len(out))]
}

func compareFloat(a, b float64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// top returns the strategy with the most futures good enough.
func (f *finder) top() (study.Result, bool) {
	if len(f.d.Comparison.Results) == 0 {
		return study.Result{}, false
	}
	return f.d.Comparison.Results[0], true
}

func (f *finder) recommend() {
	if top, ok := f.top(); ok {
		f.holdsUp(top)
		f.failsWhere(top)
	}
	f.buildHome()
	if top, ok := f.top(); ok {
		f.notConclude(top)
	}
}

func (f *finder) holdsUp(top study.Result) {
	c := f.d.Comparison
	h := HoldsUp{
		State: f.d.State, Halved: amount(top.Halved), Futures: c.Futures, Years: c.Years,
		Thresholds: thresholds(c, top),
	}
	numbers := []prov.Number{top.GoodEnough, top.Halved}
	var leading []study.Result
	for _, r := range c.Results {
		s := Share{r.Name, amount(r.GoodEnough)}
		if r.Name == top.Name || slices.Contains(c.Leading, r.Name) {
			h.Leading = append(h.Leading, s)
			leading = append(leading, r)
		} else {
			h.Rest = append(h.Rest, s)
		}
		numbers = append(numbers, r.GoodEnough)
	}
	h.Moves = commonMoves(leading)
	h.Divided = len(leading) > 1 && len(h.Moves) == 0 &&
		slices.ContainsFunc(leading, func(r study.Result) bool { return len(r.Moves) > 0 })
	h.Cost, h.CostYear = f.defenceCost(h.Moves)
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

// commonMoves are the lever changes that every one of the strategies makes in
// the same direction, as the first makes them.
func commonMoves(results []study.Result) []study.Move {
	var common []study.Move
	if len(results) == 0 {
		return nil
	}
	for _, m := range results[0].Moves {
		shared := true
		for _, r := range results[1:] {
			shared = shared && slices.ContainsFunc(r.Moves, func(o study.Move) bool {
				return o.Lever == m.Lever && (o.To > o.From) == (m.To > m.From)
			})
		}
		if shared && m.To != m.From {
			common = append(common, m)
		}
	}
	return common
}

// defenceCost is the change in military spending a year that moves ask for, at
// today's GDP.
func (f *finder) defenceCost(moves []study.Move) (float64, ir.Year) {
	gdp, ok := f.ownFigure("gdp_current")
	if !ok {
		return 0, 0
	}
	for _, m := range moves {
		if m.Lever == "defence" {
			return (m.To - m.From) * gdp.Value, gdp.Year
		}
	}
	return 0, 0
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
		return
	}
	d := c.Drivers[0]
	w := FailsWhere{
		Strategy: top.Name, Driver: d, Misses: top.Narrowest,
		LowIsBad: d.LowThird < d.HighThird, Bad: d.LowThird, Good: d.HighThird,
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

func (f *finder) buildHome() {
	var best BuildHome
	var number prov.Number
	for _, c := range f.d.Crises {
		now, more, ok := effortEnds(c.Efforts)
		if !ok || now.Fight-more.Fight <= best.FightNow-best.FightThen {
			continue
		}
		if now.Fight < f.reading.FightMatters || now.Fight-more.Fight < f.reading.EffortMatters*now.Fight {
			continue
		}
		best = BuildHome{
			State: f.d.State, Challenger: c.Challenger, Forces: more.Forces,
			FightNow: now.Fight, FightThen: more.Fight, Fight: amount(c.With.Fight),
		}
		number = c.With.Fight
	}
	if best.Forces == 0 {
		return
	}
	if g, ok := f.ownFigure("milex_constant"); ok {
		best.Spending, best.Prices, best.SpendYear = g.Value, g.Unit, g.Year
	}
	f.add(InRecommendations, best, number)
}

// effortEnds returns today's point of an effort curve and the one nearest to
// twice today's forces.
func effortEnds(efforts []study.Effort) (now, more study.Effort, ok bool) {
	const today, twice = 1, 2
	now, foundNow := nearest(efforts, today)
	more, foundMore := nearest(efforts, twice)
	return now, more, foundNow && foundMore && now.Forces == today && more.Forces > today
}

func nearest(efforts []study.Effort, forces float64) (study.Effort, bool) {
	if len(efforts) == 0 {
		return study.Effort{}, false
	}
	return slices.MinFunc(efforts, func(a, b study.Effort) int {
		return compareFloat(abs(a.Forces-forces), abs(b.Forces-forces))
	}), true
}

func abs(v float64) float64 { return max(v, -v) }

func (f *finder) notConclude(top study.Result) {
	c := f.d.Comparison
	n := NotConclude{State: f.d.State, Top: Share{top.Name, amount(top.GoodEnough)}, Futures: c.Futures, Leads: f.d.Position.Leads}
	for _, name := range c.Leading {
		if name != top.Name {
			n.Tied = append(n.Tied, name)
		}
	}
	if r, ok := f.d.Position.Row(f.d.State); ok {
		n.Rank, n.RankLow, n.RankHigh = r.Squeeze.Rank, r.Squeeze.Low, r.Squeeze.High
	}
	for _, s := range f.d.Scores {
		if s.Skill <= 0 {
			n.Unskilled = append(n.Unskilled, s.Model)
		}
	}
	n.LeverGuess = slices.ContainsFunc(f.d.Warnings, func(w prov.Warning) bool { return w.Code == "lever-effects" })
	f.add(InRecommendations, n, top.GoodEnough, f.d.Position.Squeeze)
}
