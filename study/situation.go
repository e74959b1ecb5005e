package study

import (
	"cmp"
	"math"
	"slices"

	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/measure/between"
	"github.com/shatterbelt/shatterbelt/measure/capability"
	"github.com/shatterbelt/shatterbelt/trace/param"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// Situation is what the figures say of the powers around every state in a year.
// Make one with [Situate].
type Situation struct {
	Year     ir.Year
	Powers   []ir.CCode // strongest spender first
	settings Settings
	s        *panel.Snapshot
	hosts    map[ir.CCode][]ir.CCode // where each state keeps forces abroad
	quiet    bool                    // figures used are not noted: nobody will ask
}

// Default returns the settings at their defaults.
func Default() Settings { return param.Default[Settings]() }

// Situate reads the figures as of a year. A year outside the figures is a
// [*DataError].
func Situate(s *panel.Snapshot, year ir.Year, set Settings) (Situation, error) {
	first, last := s.Span()
	if year < first || year > last {
		return Situation{}, &DataError{Year: year, First: first, Last: last}
	}
	sit := Situation{Year: year, settings: set, s: s}
	share := map[ir.CCode]float64{}
	for _, st := range s.Codes().All() {
		spend, _, _ := capability.LatestShare(s, milex, st.CCode, year)
		gdp, _, _ := capability.LatestShare(s, gdpCurrent, st.CCode, year)
		if spend.Value > 0 && max(spend.Value, gdp.Value) >= set.PowerShare {
			sit.Powers = append(sit.Powers, st.CCode)
			share[st.CCode] = spend.Value
		}
	}
	slices.SortFunc(sit.Powers, func(a, b ir.CCode) int { return cmp.Compare(share[b], share[a]) })
	sit.garrisons()
	return sit, nil
}

// garrisons lists, once, the hosts of every state's forces.
func (x *Situation) garrisons() {
	x.hosts = map[ir.CCode][]ir.CCode{}
	states := x.s.Codes().All()
	for _, g := range states {
		for _, b := range states {
			c, ok := x.s.DyadLatest(troops, ir.Directed{From: g.CCode, To: b.CCode}, x.Year)
			if ok && c.Value >= x.settings.MinTroops {
				x.hosts[g.CCode] = append(x.hosts[g.CCode], b.CCode)
			}
		}
	}
}

// NewestYear is the newest year of output figures, the default year of study.
// Some indicators go on for a year more; most are older.
func NewestYear(s *panel.Snapshot) ir.Year {
	var newest ir.Year
	for _, st := range s.Codes().All() {
		if cells := s.Series(gdpConstant, st.CCode); len(cells) > 0 {
			newest = max(newest, cells[len(cells)-1].Year)
		}
	}
	return newest
}

func (x *Situation) ledger() *ledger { return &ledger{s: x.s, year: x.Year, quiet: x.quiet} }

// aside reads figures that no trail will name.
func (x *Situation) aside() *ledger { return &ledger{s: x.s, year: x.Year, quiet: true} }

// relation is how one state stands to another: a pact outweighs a rivalry.
func relation(l *ledger, a, b ir.CCode) Relation {
	switch {
	case l.holds(pact, a, b) || l.holds(pact, b, a):
		return Ally
	case l.holds(rivalry, a, b):
		return Rival
	}
	return Neither
}

// hostility is that of two powers on the scale of the squeeze.
func hostility(r Relation, t between.Terms) float64 {
	switch r {
	case Ally:
		return 0
	case Rival:
		return 1
	}
	return t.Neither
}

// distanceOf is the indicator that measures distance under the settings.
func (set Settings) distanceOf() string {
	if set.Territory {
		return toTerritory
	}
	return toCapital
}

// pressure computes what each power brings to bear at a state. Powers without
// military spending or distance on record are left out.
func (x *Situation) pressure(state ir.CCode) []Pressure {
	out := make([]Pressure, 0, len(x.Powers))
	for _, g := range x.Powers {
		if g == state {
			continue
		}
		if p, ok := x.pressureOf(g, state); ok {
			out = append(out, p)
		}
	}
	return out
}

func (x *Situation) pressureOf(g, state ir.CCode) (Pressure, bool) {
	l := x.ledger()
	at, ok := x.presence(l, g, state)
	if !ok {
		return Pressure{}, false
	}
	p := x.press(at)
	trail := prov.Merge("reach", at.share.Trail, l.trail("reach", "half_distance", "base_share", "min_troops"))
	trail.Cites = []string{"boulding1962"}
	p.Reach.Trail = trail
	p.Pressure.Trail = prov.Merge("pressure", trail, prov.Trail{Params: []string{"remote_stake", "near_distance"}})
	return p, true
}

// presence is what the figures say of a power at a state, before the settings
// of reach and stake weigh it.
type presence struct {
	power    ir.CCode
	share    prov.Number
	home     float64 // km
	hosts    []ir.CCode
	km       []float64 // from each host
	relation Relation
	engaged  bool // the stake is whole, whatever the remote stake
}

// presence is false where a power has no military spending or no distance.
func (x *Situation) presence(l *ledger, g, state ir.CCode) (presence, bool) {
	share, _, ok := capability.LatestShare(x.s, milex, g, x.Year)
	home, known := l.distance(x.settings.distanceOf(), g, state)
	if !ok || !known {
		return presence{}, false
	}
	at := presence{power: g, share: share, home: home}
	at.hosts, at.km = x.bases(l, g, state)
	at.relation = relation(l, g, state)
	at.engaged = x.engaged(l, g, state)
	return at, true
}

// press weighs a presence by the settings, without a trail.
func (x *Situation) press(at presence) Pressure {
	reach, via := capability.Reach(at.share.Value, at.home, at.km, x.settings.Gradient)
	p := Pressure{Power: at.power, Via: at.power, Relation: at.relation, Stake: x.settings.RemoteStake}
	if at.engaged {
		p.Stake = 1
	}
	if via >= 0 {
		p.Via = at.hosts[via]
	}
	scale := reach / at.share.Value
	p.Reach = prov.Number{Value: reach, Low: at.share.Low * scale, High: at.share.High * scale, Unit: "share of world"}
	p.Pressure = p.Reach
	p.Pressure.Value *= p.Stake
	p.Pressure.Low *= p.Stake
	p.Pressure.High *= p.Stake
	return p
}

// bases lists the states that host a power's forces and how far each is from a
// state.
func (x *Situation) bases(l *ledger, g, state ir.CCode) (hosts []ir.CCode, km []float64) {
	for _, b := range x.hosts[g] {
		if d, ok := l.distance(x.settings.distanceOf(), b, state); ok {
			l.between(troops, g, b)
			hosts, km = append(hosts, b), append(km, d)
		}
	}
	return hosts, km
}

// engaged reports whether the stake of a power in a state is whole: it is near,
// rival, ally, present or has started a dispute on record.
func (x *Situation) engaged(l *ledger, g, state ir.CCode) bool {
	near, ok := l.distance(toTerritory, g, state)
	hosted, _ := l.between(troops, g, state)
	started, _ := l.started(ir.Directed{From: g, To: state}, int(x.settings.Window))
	return l.holds(border, g, state) || (ok && near <= x.settings.NearDistance) ||
		relation(l, g, state) != Neither || hosted.Value >= x.settings.MinTroops || started > 0
}

// squeeze measures how a state is caught and names the pair, oriented.
func (x *Situation) squeeze(state ir.CCode, ps []Pressure) (between.Squeezed, Pair) {
	values := make([]float64, len(ps))
	for i, p := range ps {
		values[i] = p.Pressure.Value
	}
	l := x.aside()
	own, _, _ := capability.LatestShare(x.s, milex, state, x.Year)
	sq := between.Squeeze(values, func(g, h int) float64 {
		return hostility(relation(l, ps[g].Power, ps[h].Power), x.settings.Terms)
	}, own.Value, x.settings.Floor)
	if sq.G < 0 {
		return sq, Pair{}
	}
	return sq, x.orient(state, ps[sq.G], ps[sq.H])
}

// orient puts the power less hostile to a state first: an ally before a neutral
// before a rival, then the nearer UN ideal point, then the one that presses less.
func (x *Situation) orient(state ir.CCode, g, h Pressure) Pair {
	l := x.aside()
	order := map[Relation]int{Ally: 0, Neither: 1, Rival: 2}
	far := func(p ir.CCode) float64 {
		a, ok := l.value(idealPoint, state)
		b, also := l.value(idealPoint, p)
		if !ok || !also {
			return 0
		}
		return math.Abs(a.Value - b.Value)
	}
	c := cmp.Or(
		cmp.Compare(order[g.Relation], order[h.Relation]),
		cmp.Compare(far(g.Power), far(h.Power)),
		cmp.Compare(g.Pressure.Value, h.Pressure.Value),
	)
	if c <= 0 {
		return Pair{g.Power, h.Power}
	}
	return Pair{h.Power, g.Power}
}
