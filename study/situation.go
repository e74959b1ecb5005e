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
	record   *between.Record
	field    *between.Field
	own      map[ir.CCode]float64 // the user's own capabilities, if any
	basis    Basis
	quiet    bool // ledgers note nothing
}

// Default returns the settings at their defaults.
func Default() Settings { return param.Default[Settings]() }

// Situate reads the figures as of a year. A year outside the figures is a
// [*DataError]. Capability is military spending or, where the year has none on
// record, the composite index of national capability.
func Situate(s *panel.Snapshot, year ir.Year, set Settings) (Situation, error) {
	return SituateBy(s, year, set, ByRecord)
}

// SituateWith is [Situate] with a user's own capabilities in place of military
// spending, output and forces: only the states they name are placed.
func SituateWith(s *panel.Snapshot, year ir.Year, set Settings, own map[ir.CCode]float64) (Situation, error) {
	if own == nil {
		return Situate(s, year, set)
	}
	x, err := newSituation(s, year, set)
	if err != nil {
		return x, err
	}
	x.own, x.basis = own, ByOwn
	x.lay(between.Basis{Shares: own})
	return x, nil
}

// SituateBy is [Situate] on one basis of capability. A basis without figures for
// the year is a [*DataError].
func SituateBy(s *panel.Snapshot, year ir.Year, set Settings, by Basis) (Situation, error) {
	x, err := newSituation(s, year, set)
	if err != nil {
		return x, err
	}
	if by == ByRecord {
		by = BySpending
		if !x.spends() && x.has(components[0]) {
			by = ByCINC
		}
	}
	x.basis = by
	if by == BySpending {
		x.lay(between.Basis{})
		return x, nil
	}
	shares := x.composite()
	if len(shares) == 0 {
		return x, &DataError{Indicator: components[0], Year: year}
	}
	x.lay(between.Basis{Shares: shares, Majors: true})
	return x, nil
}

func newSituation(s *panel.Snapshot, year ir.Year, set Settings) (Situation, error) {
	first, last := s.Span()
	if year < first || year > last {
		return Situation{}, &DataError{Year: year, First: first, Last: last}
	}
	return Situation{Year: year, settings: set, s: s, record: between.NewRecord(s)}, nil
}

// lay lays out the field of the year and finds its powers.
func (x *Situation) lay(b between.Basis) {
	x.field = x.record.Field(x.Year, x.settings.Settings, b)
	for _, i := range x.field.Powers(x.settings.Powers) {
		x.Powers = append(x.Powers, x.field.States[i])
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

// aside is a ledger whose figures are for no trail.
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

// distanceOf is the indicator that measures distance under the settings.
func (set Settings) distanceOf() string {
	if set.Territory {
		return toTerritory
	}
	return toCapital
}

// evaluator is ready to evaluate the field under the situation's settings.
func (x *Situation) evaluator() *between.Evaluator {
	e := between.NewEvaluator(x.field)
	e.Set(x.settings.Settings)
	return e
}

// pressure computes what each power brings to bear at a state, with the figures
// behind it. Powers without a distance on record are left out.
func (x *Situation) pressure(state ir.CCode) []Pressure {
	e := x.evaluator()
	i, ok := x.field.Index(state)
	if !ok {
		return nil
	}
	out := make([]Pressure, 0, len(x.Powers))
	for k, g := range e.Powers() {
		if g != i && !math.IsNaN(x.field.Distance(g, i, x.settings.Territory)) {
			out = append(out, x.pressureOf(e, k, i))
		}
	}
	return out
}

func (x *Situation) pressureOf(e *between.Evaluator, power, i int) Pressure {
	f := x.field
	g := e.Powers()[power]
	reach, via := e.Reach(power, i)
	p := Pressure{Power: f.States[g], Via: f.States[via], Relation: f.Relation(g, i), Stake: f.Stake(g, i, x.settings.Settings)}
	trail, low, high := x.reachTrail(g, via, i)
	p.Reach = prov.Number{Value: reach, Low: reach * low, High: reach * high, Unit: x.unit(), Trail: trail}
	p.Pressure = p.Reach
	p.Pressure.Value *= p.Stake
	p.Pressure.Low *= p.Stake
	p.Pressure.High *= p.Stake
	p.Pressure.Trail = prov.Merge("pressure", trail, prov.Trail{Params: []string{"remote_stake", "near_distance"}})
	return p
}

// reachTrail gathers the figures behind a power's reach at a state, and the
// published range of its capability relative to the figure used.
func (x *Situation) reachTrail(g, via, i int) (t prov.Trail, low, high float64) {
	f, l := x.field, x.ledger()
	low, high = 1, 1
	parts := []prov.Trail{}
	switch x.basis {
	case ByOwn:
	case ByCINC:
		parts = append(parts, x.compositeTrail(f.States[g]))
	default:
		if share, _, ok := capability.LatestShare(x.s, milex, f.States[g], x.Year); ok && share.Value > 0 {
			parts = append(parts, share.Trail)
			low, high = share.Low/share.Value, share.High/share.Value
		}
	}
	l.distance(x.settings.distanceOf(), f.States[g], f.States[i])
	if via != g {
		l.distance(x.settings.distanceOf(), f.States[via], f.States[i])
		l.between(troops, f.States[g], f.States[via])
	}
	relation(l, f.States[g], f.States[i])
	l.holds(border, f.States[g], f.States[i])
	l.started(ir.Directed{From: f.States[g], To: f.States[i]}, int(x.settings.Window))
	t = prov.Merge("reach", append(parts, l.trail("reach", "half_distance", "base_share", "min_troops"))...)
	t.Cites = []string{"boulding1962"}
	return t, low, high
}

// unit is that of reach and squeeze.
func (x *Situation) unit() string {
	switch x.basis {
	case ByOwn:
		return "share of the table given"
	case ByCINC:
		return "CINC"
	}
	return "share of world"
}

// orient puts the power of a pair that is less hostile to a state first: an ally
// before a neutral before a rival, then the nearer UN ideal point, then the one
// that presses less. All are indexes of the field.
func (x *Situation) orient(e *between.Evaluator, i int, pair [2]int) Pair {
	g, h := pair[0], pair[1]
	c := cmp.Or(
		cmp.Compare(warmth[x.field.Relation(g, i)], warmth[x.field.Relation(h, i)]),
		cmp.Compare(x.apart(i, g), x.apart(i, h)),
		cmp.Compare(pressureAt(e, g, i), pressureAt(e, h, i)),
	)
	if c > 0 {
		g, h = h, g
	}
	return Pair{x.field.States[g], x.field.States[h]}
}

// warmth orders relations from the least hostile.
var warmth = map[Relation]int{Ally: 0, Neither: 1, Rival: 2}

// apart is how far two states' UN ideal points lie apart, 0 where one is missing.
func (x *Situation) apart(i, g int) float64 {
	l := x.aside()
	a, ok := l.value(idealPoint, x.field.States[i])
	b, also := l.value(idealPoint, x.field.States[g])
	if !ok || !also {
		return 0
	}
	return math.Abs(a.Value - b.Value)
}

// pressureAt is the pressure of one power on a state.
func pressureAt(e *between.Evaluator, g, i int) float64 {
	return e.Pressures(i)[slices.Index(e.Powers(), g)]
}
