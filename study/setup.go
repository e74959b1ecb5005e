package study

import (
	"cmp"
	"math"
	"slices"

	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/mechanism/game"
	"github.com/shatterbelt/shatterbelt/sim"
	"github.com/shatterbelt/shatterbelt/strategy"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// Start is the simulation's setup of a state, with the figures behind it.
type Start struct {
	Setup sim.Setup
	Pair  Pair
	Trail prov.Trail
}

// Start reads the setup of a state between a pair of powers. Further challengers
// are the state's rivals and the states that started a dispute with it on
// record and are not its allies. Missing figures it cannot do without are a
// [*DataError].
func (x *Situation) Start(state ir.CCode, pair Pair) (Start, error) {
	return x.start(state, pair, x.challengers(state, pair))
}

func (x *Situation) start(state ir.CCode, pair Pair, challengers []ir.CCode) (Start, error) {
	for _, indicator := range []string{milex, milexGDP, gdpCurrent} {
		if err := x.need(state, indicator); err != nil {
			return Start{}, err
		}
	}
	b := builder{x: x, l: x.ledger(), state: state}
	s := &b.setup
	var err error
	if s.Focal, err = b.actor(state); err != nil {
		return Start{}, err
	}
	for side, p := range []ir.CCode{pair.A, pair.B} {
		if s.Pair[side], err = b.add(p); err != nil {
			return Start{}, err
		}
	}
	for _, c := range challengers {
		if err := b.challenge(c, pair); err != nil {
			return Start{}, err
		}
	}
	if err := b.allies(pair); err != nil {
		return Start{}, err
	}
	b.economy(pair)
	b.home()
	b.today(pair)
	if err := b.record(); err != nil {
		return Start{}, err
	}
	return Start{*s, pair, b.l.trail("simulation")}, s.Check()
}

// challengers lists B, the rivals of a state and whoever else started a dispute
// with it, most disputes first, allies left out.
func (x *Situation) challengers(state ir.CCode, pair Pair) []ir.CCode {
	l := x.ledger()
	type entry struct {
		state   ir.CCode
		started float64
	}
	var list []entry
	for _, st := range x.s.Codes().All() {
		c := st.CCode
		if c == state || c == pair.B || relation(l, c, state) == Ally {
			continue
		}
		_, armed := x.s.Latest(milex, c, x.Year)
		started, _ := l.started(ir.Directed{From: c, To: state}, int(x.settings.Window))
		if armed && (started > 0 || relation(l, c, state) == Rival) {
			list = append(list, entry{c, started})
		}
	}
	slices.SortStableFunc(list, func(a, b entry) int { return cmp.Compare(b.started, a.started) })
	out := []ir.CCode{pair.B}
	for _, e := range list {
		if len(out) < sim.MaxChallengers {
			out = append(out, e.state)
		}
	}
	return out
}

// builder fills a setup and keeps the ledger of what it read.
type builder struct {
	x     *Situation
	l     *ledger
	state ir.CCode
	setup sim.Setup
}

// add puts an actor in the setup once and returns its index.
func (b *builder) add(c ir.CCode) (int, error) {
	if i := slices.IndexFunc(b.setup.Actors, func(a sim.Actor) bool { return a.State == c }); i >= 0 {
		return i, nil
	}
	a, err := b.actor(c)
	b.setup.Actors = append(b.setup.Actors, a)
	return len(b.setup.Actors) - 1, err
}

func (b *builder) actor(c ir.CCode) (sim.Actor, error) {
	if err := b.x.need(c, milex); err != nil {
		return sim.Actor{}, err
	}
	growth, ok := b.l.growth(c, int(b.x.settings.GrowthYears))
	if !ok {
		return sim.Actor{}, b.x.need(c, gdpGrowth)
	}
	km, ok := b.l.distance(toCapital, c, b.state)
	if !ok {
		return sim.Actor{}, &DataError{State: b.x.state(c), Indicator: toCapital, Year: b.x.Year}
	}
	a := sim.Actor{
		State: c, Growth: growth, Distance: km, Base: b.base(c),
		Standing: standing(relation(b.l, c, b.state)),
		Global:   slices.Contains(b.x.Powers, c),
		Nuclear:  b.nuclear(c),
	}
	b.spending(&a)
	return a, nil
}

// spending reads the unbroken run of military spending as shares of the world's
// newest total, and the published range of its last year.
func (b *builder) spending(a *sim.Actor) {
	world, _ := b.l.value(milex, ir.World)
	run := b.l.run(milex, a.State)
	for _, c := range run {
		b.l.note(b.l.s.Figure(milex, a.State, c))
		a.Spending = append(a.Spending, c.Value/world.Value)
	}
	last := run[len(run)-1]
	a.Low, a.High = last.Low/last.Value, last.High/last.Value
}

// base is the distance from a state's nearest base abroad to the focal state.
func (b *builder) base(c ir.CCode) float64 {
	f := b.x.field
	g, ok := f.Index(c)
	i, also := f.Index(b.state)
	least := math.Inf(1)
	if !ok || !also {
		return least
	}
	for h, host := range f.States {
		if d := f.Distance(h, i, b.x.settings.Territory); h != g && f.Present(g, h, b.x.settings.Presence) && d < least {
			b.l.between(troops, c, host)
			least = d
		}
	}
	return least
}

func standing(r Relation) sim.Standing {
	switch r {
	case Ally:
		return sim.Ally
	case Rival:
		return sim.Rival
	}
	return sim.Neither
}

// challenge adds a challenger.
func (b *builder) challenge(c ir.CCode, pair Pair) error {
	i, err := b.add(c)
	if err != nil {
		return err
	}
	ch := sim.Challenger{Actor: i, Side: -1}
	ch.Started, ch.Years = b.l.started(ir.Directed{From: c, To: b.state}, int(b.x.settings.Window))
	rate := rateMajor
	if near, ok := b.l.distance(toTerritory, c, b.state); b.l.holds(border, c, b.state) || (ok && near <= straits) {
		rate = rateNeighbor
	}
	cell, ok := b.l.value(rate, ir.World)
	if !ok {
		return &DataError{State: b.x.state(b.state), Indicator: rate, Year: b.x.Year}
	}
	ch.Rate = cell.Value
	for side, p := range []ir.CCode{pair.A, pair.B} {
		r := relation(b.l, p, c)
		ch.Hostility[side] = b.x.settings.Hostility(r)
		ch.Barred[side] = p == c || r == Ally
		if p == c {
			ch.Side, ch.Hostility[side] = side, 0
		}
	}
	ch.AtWar = b.l.holds(war, c, b.state)
	b.setup.Challengers = append(b.setup.Challengers, ch)
	return nil
}

// straits is the sea that still makes neighbours, 24 miles in the Correlates of
// War's contiguity data, in km.
const straits = 39

// economy reads the burden of defence and the trade with A and B over GDP, the
// latter by the GDP of the year of the trade figure where there is one.
func (b *builder) economy(pair Pair) {
	s := &b.setup
	burden, _ := b.l.value(milexGDP, b.state)
	s.Burden = burden.Value / 100
	for side, p := range []ir.CCode{pair.A, pair.B} {
		in := b.overGDP(b.l.between(exports, p, b.state))
		out := b.overGDP(b.l.between(exports, b.state, p))
		s.Imports[side], s.Trade[side] = in, in+out
	}
	s.Rivalry = b.x.settings.Hostility(relation(b.l, pair.A, pair.B))
}

func (b *builder) overGDP(c panel.Cell, ok bool) float64 {
	if !ok {
		return 0
	}
	gdp, ok := b.l.s.At(gdpCurrent, b.state, c.Year)
	if !ok {
		gdp, _ = b.l.value(gdpCurrent, b.state)
	}
	b.l.note(b.l.s.Figure(gdpCurrent, b.state, gdp))
	return c.Value / gdp.Value
}

// asToday is the point of today on the scales of partnership and cooperation,
// by definition.
const asToday = 0.5

// today reads where the levers stand.
func (b *builder) today(pair Pair) {
	set := b.x.settings
	v := &b.setup.Today
	*v = strategy.Defaults()
	for side, p := range []ir.CCode{pair.A, pair.B} {
		tie := 0.0
		if relation(b.l, p, b.state) == Ally {
			hosted, _ := b.l.between(troops, p, b.state)
			tie = set.PactTie + (1-set.PactTie)*math.Min(1, hosted.Value/set.Garrison)
			v[strategy.AimA+strategy.Lever(side)] = set.Aim
		}
		v[strategy.TieA+strategy.Lever(side)] = tie
		v[strategy.PartnerA+strategy.Lever(side)] = asToday
	}
	v[strategy.Defence] = b.setup.Burden
	v[strategy.Cooperation] = asToday
	if b.nuclear(b.state) > 0 {
		v[strategy.Nuclear] = strategy.NuclearOwn
	}
	if b.member(pair.A) {
		v[strategy.Membership] = 1
	}
}

// nuclear is 1 where a state has warheads on record.
func (b *builder) nuclear(c ir.CCode) float64 {
	if n, ok := b.l.value(warheads, c); ok && n.Value > 0 {
		return 1
	}
	return 0
}

// leastParties is how many states bound to defend one another with A make an
// institution rather than a pact of two.
const leastParties = 3

// member reports whether the state is party to an institution that A belongs to:
// bound to A, as at least two others are that are bound to the state as well.
func (b *builder) member(a ir.CCode) bool {
	f := b.x.field
	i, ok := f.Index(b.state)
	k, also := f.Index(a)
	if !ok || !also || f.Relation(i, k) != Ally {
		return false
	}
	parties := 1
	for j := range f.States {
		if j != i && j != k && f.Relation(i, j) == Ally && f.Relation(j, k) == Ally {
			parties++
		}
	}
	return parties >= leastParties
}

// allies adds the states bound to defend the focal one beside A and B that bring
// most, and marks who would not fight whom.
func (b *builder) allies(pair Pair) error {
	f, e := b.x.field, b.x.evaluator()
	i, ok := f.Index(b.state)
	if !ok {
		return nil
	}
	var bound []int
	for j, c := range f.States {
		if j != i && c != pair.A && c != pair.B && f.Relation(i, j) == Ally && b.l.holds(pact, c, b.state) {
			bound = append(bound, j)
		}
	}
	slices.SortStableFunc(bound, func(p, q int) int { return cmp.Compare(e.ReachOf(q, i), e.ReachOf(p, i)) })
	for _, j := range bound[:min(len(bound), sim.MaxAllies)] {
		if err := b.bind(f.States[j]); err != nil {
			return err
		}
	}
	b.befriend()
	return nil
}

// bind makes a state a patron beside A and B, tied to the focal state by a
// defence pact and the forces it has there; without a pact the tie is none.
func (b *builder) bind(c ir.CCode) error {
	at, err := b.add(c)
	if err != nil || len(b.setup.Actors) > sim.MaxActors {
		return err
	}
	if b.l.holds(pact, c, b.state) {
		hosted, _ := b.l.between(troops, c, b.state)
		b.setup.Actors[at].Bound = b.x.settings.PactTie + (1-b.x.settings.PactTie)*math.Min(1, hosted.Value/b.x.settings.Garrison)
	}
	b.setup.Allies = append(b.setup.Allies, at)
	return nil
}

// befriend marks who would not fight whom.
func (b *builder) befriend() {
	for c := range b.setup.Challengers {
		ch := &b.setup.Challengers[c]
		for a := range b.setup.Actors {
			ch.Friend[a] = a == ch.Actor || relation(b.l, b.setup.Actors[a].State, b.setup.Actors[ch.Actor].State) == Ally
		}
	}
}

// home reads what is on record of politics at home, and the national goal.
func (b *builder) home() {
	s := &b.setup
	s.Turnover = usualTurnover
	if first, last, ok := b.l.s.Covered(leaders, b.state); ok {
		first = max(first, last-turnoverYears+1)
		if sum, years := b.l.s.Count(leaders, b.state, first, min(last, b.x.Year)); years > 0 {
			s.Turnover = sum / float64(years)
		}
	}
	pop, _ := b.l.value(population, b.state)
	s.Population = pop.Value
	s.Goal = GoalOf(b.state).Kind
}

// usualTurnover stands for a state whose leaders no source lists: one change of
// government in five years.
const usualTurnover = 0.2

// turnoverYears is over how many years changes of government are counted.
const turnoverYears = 20

// record reads the frequencies that anchor the game, by instrument.
func (b *builder) record() error {
	for j, name := range instrumentNames {
		for _, part := range []struct {
			indicator string
			to        *float64
		}{
			{"dispute_chosen_" + name, &b.setup.Record[j].Chosen},
			{"dispute_fought_" + name, &b.setup.Record[j].Fought},
			{"dispute_stood_" + name, &b.setup.Record[j].Resist},
		} {
			cell, ok := b.l.value(part.indicator, ir.World)
			if !ok {
				return &DataError{State: b.x.state(b.state), Indicator: part.indicator, Year: b.x.Year}
			}
			*part.to = cell.Value
		}
	}
	return nil
}

// instrumentNames are the instruments in the names of indicators.
var instrumentNames = [game.Instruments]string{"demand", "grey_zone", "blockade", "seizure", "invasion"}
