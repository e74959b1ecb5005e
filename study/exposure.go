package study

import (
	"math"
	"slices"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/measure/alignment"
	"github.com/shatterbelt/shatterbelt/measure/between"
	"github.com/shatterbelt/shatterbelt/measure/identity"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// FrontOf is a hostile state within reach. Stronger says that it can bring more
// to bear than the state has, which makes it an exposed front.
type FrontOf struct {
	State    ir.CCode `json:"ccode"`
	Ratio    float64  `json:"ratio"` // its strength there over the state's own
	Distance float64  `json:"km"`
	Stronger bool     `json:"stronger"`
	// Through is the ally whose rival it is, where it is none of the state's own;
	// [ir.World] otherwise.
	Through ir.CCode `json:"through,omitempty"`
}

// ZoneOf is a region of states under high squeeze, joined as neighbours.
type ZoneOf struct {
	States      []ir.CCode `json:"states"` // most squeezed first
	Peak        ir.CCode   `json:"peak"`
	Persistence float64    `json:"persistence"` // of the range of scores it lasts over, 0 to 1
	Level       float64    `json:"level"`       // its members score at least this
}

// Zones are the shatter zones of the map with their test against a null model
// that keeps geography and permutes capabilities and rivalries of the powers.
type Zones struct {
	Zones    []ZoneOf `json:"zones"` // highest peak first
	Quantile float64  `json:"quantile"`
	// Arrangements is how many the null model took, Exact whether those are all.
	Arrangements int  `json:"arrangements"`
	Exact        bool `json:"exact"`
	// SizeChance and DepthChance are the chances, under the null model, of a
	// largest zone of as many states, and of one that stands out as much.
	SizeChance  float64 `json:"size_chance"`
	DepthChance float64 `json:"depth_chance"`
	// OwnChance is the chance of a squeeze on the state itself as high.
	OwnChance float64 `json:"own_chance"`
}

// Of finds the zone that a state belongs to.
func (z Zones) Of(c ir.CCode) (ZoneOf, bool) {
	for _, zone := range z.Zones {
		if slices.Contains(zone.States, c) {
			return zone, true
		}
	}
	return ZoneOf{}, false
}

// Kind is a degree, from 0 to 1, to which a state is of a kind.
type Kind struct {
	Key   string  `json:"kind"`
	Value float64 `json:"value"`
	Low   float64 `json:"low"` // over the disputable thresholds
	High  float64 `json:"high"`
	Known bool    `json:"known"`
	// Missing are the facts that no figure gives.
	Missing []string `json:"missing,omitempty"`
}

// TieOf is one dimension of ties to a power, 0 to 1.
type TieOf struct {
	Dimension string  `json:"dimension"`
	A         float64 `json:"a"`
	B         float64 `json:"b"`
	Known     bool    `json:"known"` // of both
}

// StandingBetween is where a state leans between the powers of its pair.
type StandingBetween struct {
	Lean     prov.Number `json:"lean"` // 1 wholly to A, -1 wholly to B
	HasLean  bool        `json:"has_lean"`
	Hedge    prov.Number `json:"hedge"` // 0 all ties with one, 1 even ties with rivals
	HasHedge bool        `json:"has_hedge"`
	// Steady is 1 less the mean yearly change of ties over the years on record.
	Steady      float64 `json:"steadiness"`
	SteadyYears int     `json:"steadiness_years"`
	Ties        []TieOf `json:"ties"`
}

// Moves is how far the lean moves in a year, on average, in either direction.
func (b *StandingBetween) Moves() float64 { return 2 * (1 - b.Steady) }

// Exposure is what surrounds a state: its fronts, the zone it lies in, what kind
// of state it is, what its side-taking moves, and where it leans.
type Exposure struct {
	State    ir.CCode        `json:"ccode"`
	Year     ir.Year         `json:"year"`
	Fronts   []FrontOf       `json:"fronts"` // strongest first
	Unknown  int             `json:"fronts_unknown"`
	Within   float64         `json:"fronts_within_km"`
	Power    bool            `json:"power"` // the state is itself a power
	Zones    Zones           `json:"zones"`
	Kinds    []Kind          `json:"kinds"`
	Leverage Leverage        `json:"leverage"`
	Between  StandingBetween `json:"between"`
	Trail    prov.Trail      `json:"trail"`
}

// zoneDraws is how many arrangements of the powers the null model draws.
const zoneDraws = 499

// Exposure gathers what surrounds a state placed before.
func (x *Situation) Exposure(p Position, seed uint64) (Exposure, error) {
	out := Exposure{State: p.State, Year: x.Year, Within: x.settings.Facing.Within, Power: slices.Contains(x.Powers, p.State)}
	l := x.ledger()
	out.Fronts, out.Unknown = x.fronts(p.State, l)
	var err error
	if out.Zones, err = x.Zones(p.State, seed); err != nil {
		return out, err
	}
	if x.own == nil {
		row, _ := p.Row(p.State)
		out.Kinds = x.kinds(p.State, row.Tightness.Value, l)
		out.Between = x.standing(p.State, p.Pair)
	}
	if out.Leverage, err = x.leverage(p.State, p.Pair, seed, l); err != nil {
		return out, err
	}
	out.Trail = l.trail("exposure", "front_hostility", "front_ratio", "front_distance", "zone_quantile", "zone_persistence")
	return out, nil
}

// fronts lists the hostile states within reach, the strongest there first.
func (x *Situation) fronts(state ir.CCode, l *ledger) ([]FrontOf, int) {
	f, set := x.field, x.settings.Settings
	i, ok := f.Index(state)
	if !ok {
		return nil, 0
	}
	e := x.evaluator()
	others := make([]between.Other, f.Len())
	through := make([]ir.CCode, f.Len())
	for j := range f.States {
		if j == i {
			continue
		}
		hostility := set.Hostility(f.Relation(j, i))
		if ally, ok := x.allyAgainst(j, i); ok && hostility < x.settings.Facing.ByAlly {
			hostility, through[j] = x.settings.Facing.ByAlly, f.States[ally]
		}
		others[j] = between.Other{Strength: e.ReachOf(j, i), Hostility: hostility, Distance: f.Distance(j, i, true)}
	}
	facing := x.settings.Facing
	facing.Ratio = 0 // the weaker are listed too, and marked
	found, unknown := between.Fronts(f.Capability(set)[i], others, facing)
	out := make([]FrontOf, 0, len(found))
	for _, fr := range found {
		out = append(out, FrontOf{f.States[fr.Index], fr.Ratio, others[fr.Index].Distance, fr.Ratio >= x.settings.Facing.Ratio, through[fr.Index]})
		relation(l, f.States[fr.Index], state)
		l.value(milex, f.States[fr.Index])
	}
	return out, unknown
}

// allyAgainst is the strongest power bound to a state that is a rival of another
// which is not the state's ally itself.
func (x *Situation) allyAgainst(j, i int) (ally int, ok bool) {
	f := x.field
	if f.Relation(j, i) == Ally {
		return 0, false
	}
	for _, k := range f.Powers(x.settings.Powers) {
		if k == i || k == j || f.Relation(k, i) != Ally || f.Relation(k, j) != Rival {
			continue
		}
		if !ok || f.Spending[k] > f.Spending[ally] {
			ally, ok = k, true
		}
	}
	return ally, ok
}

// Zones finds the shatter zones of the year. Powers belong to none: they are
// what zones lie between.
func (x *Situation) Zones(state ir.CCode, seed uint64) (Zones, error) {
	f, set, z := x.field, x.settings.Settings, x.settings.Zoning
	powers := f.Powers(set.Powers)
	e := between.NewEvaluator(f)
	score := make([]float64, f.Len())
	for i, s := range e.Squeeze(set) {
		score[i] = s.Squeeze
	}
	for _, g := range powers {
		score[g] = math.NaN()
	}
	near := between.Adjacent(f.Len(), func(i, j int) bool { return f.Near(i, j, z.Neighbour) })
	out := Zones{Quantile: z.Quantile}
	for _, zone := range between.Shatter(score, near, z) {
		out.Zones = append(out.Zones, x.zone(zone, score))
	}
	null, err := f.ZoneNull(set, func(s between.Squeezed) float64 { return s.Squeeze }, near, z,
		between.Nulls{Shuffle: between.Apart, Draws: zoneDraws, Seed: seed})
	if err != nil {
		return out, err
	}
	out.Arrangements, out.Exact = null.Arrangements, null.Exact
	out.SizeChance, out.DepthChance = null.Size.Above, null.Depth.Above
	if i, ok := f.Index(state); ok && !math.IsNaN(null.Score[i].Above) {
		out.OwnChance = null.Score[i].Above
	}
	return out, nil
}

func (x *Situation) zone(z between.Zone, score []float64) ZoneOf {
	members := slices.Clone(z.States)
	slices.SortStableFunc(members, func(a, b int) int {
		switch {
		case score[a] > score[b]:
			return -1
		case score[a] < score[b]:
			return 1
		}
		return 0
	})
	out := ZoneOf{Peak: x.field.States[z.Peak], Persistence: z.Persistence, Level: z.Level}
	for _, i := range members {
		out.States = append(out.States, x.field.States[i])
	}
	return out
}

// kinds says what kind of state it is, with ranges over the thresholds.
func (x *Situation) kinds(state ir.CCode, tightness float64, l *ledger) []Kind {
	read := identity.Read(x.s, state, x.Year, identity.Around{Powers: x.Powers, Tightness: tightness})
	l.note(read.Trail.Figures...)
	spans := identity.Range(read.Facts, x.settings.Identity)
	out := make([]Kind, 0, len(spans))
	for i, d := range identity.Degrees(read.Facts, x.settings.Identity) {
		k := Kind{Key: d.Key, Known: d.OK, Missing: d.Missing}
		if d.OK {
			k.Value, k.Low, k.High = d.Value, spans[i].Low, spans[i].High
		}
		out = append(out, k)
	}
	return out
}

// standing says where a state leans between the powers of its pair.
func (x *Situation) standing(state ir.CCode, pair Pair) StandingBetween {
	set, w := x.settings.Alignment, x.settings.Ties
	s := alignment.Between(x.s, state, pair.A, pair.B, x.Year, set, w)
	out := StandingBetween{Lean: s.Lean, HasLean: s.HasLean, Hedge: s.Hedge, HasHedge: s.HasHedge}
	for _, d := range alignment.Dimensions() {
		t := TieOf{Dimension: d.String()}
		if a, b := s.TiesA.Of(d), s.TiesB.Of(d); !math.IsNaN(a) && !math.IsNaN(b) {
			t.A, t.B, t.Known = a, b, true
		}
		out.Ties = append(out.Ties, t)
	}
	first, _ := x.s.Span()
	points := alignment.Record(x.s, state, pair.A, pair.B, first, x.Year, set.Terms, w)
	if v, years, ok := alignment.Steadiness(points, set.Weights); ok {
		out.Steady, out.SteadyYears = v, years
	}
	return out
}
