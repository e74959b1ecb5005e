package study

import (
	"cmp"
	"slices"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/measure/between"
	"github.com/shatterbelt/shatterbelt/measure/capability"
	"github.com/shatterbelt/shatterbelt/trace/param"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// Position places a state among all that have figures: how squeezed, by which
// pair, and how its rank moves over the disputable settings. A state without
// military spending on record is a [*DataError].
func (x *Situation) Position(state ir.CCode) (Position, error) {
	if err := x.need(state, milex); err != nil {
		return Position{}, err
	}
	out := Position{State: state, Year: x.Year}
	out.Pressures = x.pressure(state)
	slices.SortStableFunc(out.Pressures, func(a, b Pressure) int { return cmp.Compare(b.Pressure.Value, a.Pressure.Value) })
	sq, pair := x.squeeze(state, out.Pressures)
	if pair == (Pair{}) {
		return Position{}, &DataError{State: x.state(state), Indicator: "two powers hostile to one another", Year: x.Year}
	}
	out.Pair = pair
	out.Rows = x.rows(x.grounds())
	trail := x.squeezeTrail(out.Pressures)
	out.Squeeze = prov.Exact(sq.Squeeze, "share of world", trail)
	out.Total = prov.Exact(sq.Total, "share of world", trail)
	out.Tightness = prov.Exact(sq.Tightness, "", trail)
	x.overSettings(&out)
	return out, nil
}

func (x *Situation) state(c ir.CCode) ir.State {
	st, _ := x.s.Codes().State(c)
	return st
}

// need reports a state that lacks an indicator up to the year.
func (x *Situation) need(state ir.CCode, indicator string) error {
	if _, ok := x.s.Latest(indicator, state, x.Year); ok {
		return nil
	}
	e := &DataError{State: x.state(state), Indicator: indicator, Year: x.Year}
	for _, c := range x.s.Series(indicator, state) {
		if c.Kind != prov.Forecast {
			e.First = c.Year
			break
		}
	}
	return e
}

func (x *Situation) squeezeTrail(ps []Pressure) prov.Trail {
	l := x.ledger()
	trails := []prov.Trail{}
	for i, g := range ps {
		trails = append(trails, g.Pressure.Trail)
		for _, h := range ps[i+1:] {
			relation(l, g.Power, h.Power)
		}
	}
	trails = append(trails, l.trail("squeeze", "hostility_neither", "tightness_floor"))
	return prov.Merge("squeeze", trails...)
}

// A ground is a state with military spending on record, and the powers at it.
type ground struct {
	state  ir.CCode
	powers []presence
}

// grounds reads every ground by the distance of the settings.
func (x *Situation) grounds() []ground {
	var out []ground
	l := x.aside()
	for _, st := range x.s.Codes().All() {
		if _, ok := x.s.Latest(milex, st.CCode, x.Year); !ok {
			continue
		}
		on := ground{state: st.CCode}
		for _, g := range x.Powers {
			if at, ok := x.presence(l, g, st.CCode); ok && g != st.CCode {
				on.powers = append(on.powers, at)
			}
		}
		out = append(out, on)
	}
	return out
}

// rows ranks grounds by squeeze.
func (x *Situation) rows(on []ground) []PositionRow {
	rows := make([]PositionRow, 0, len(on))
	for _, o := range on {
		ps := make([]Pressure, len(o.powers))
		for i, at := range o.powers {
			ps[i] = x.press(at)
		}
		sq, pair := x.squeeze(o.state, ps)
		rows = append(rows, PositionRow{
			State: o.state, Squeeze: sq.Squeeze, Total: sq.Total, Tightness: sq.Tightness, Pair: pair,
		})
	}
	slices.SortStableFunc(rows, func(a, b PositionRow) int { return cmp.Compare(b.Squeeze, a.Squeeze) })
	for i := range rows {
		rows[i].Rank, rows[i].RankLow, rows[i].RankHigh = i+1, i+1, i+1
	}
	return rows
}

// overSettings widens ranks and intervals to what they are over the settings,
// and notes how often the pair is the same.
func (x *Situation) overSettings(out *Position) {
	out.Leads = true
	same := 0
	y := *x
	on := map[bool][]ground{}
	for _, byTerritory := range []bool{false, true} {
		y.settings.Territory = byTerritory
		on[byTerritory] = y.grounds()
	}
	for _, set := range variants() {
		y.settings = set
		rows := y.rows(on[set.Territory])
		out.Settings++
		for rank, r := range rows {
			i := slices.IndexFunc(out.Rows, func(have PositionRow) bool { return have.State == r.State })
			have := &out.Rows[i]
			have.RankLow, have.RankHigh = min(have.RankLow, rank+1), max(have.RankHigh, rank+1)
			if r.State != out.State {
				continue
			}
			out.Leads = out.Leads && rank == 0
			if r.Pair == out.Pair {
				same++
			}
			widen(&out.Squeeze, r.Squeeze)
			widen(&out.Total, r.Total)
			widen(&out.Tightness, r.Tightness)
		}
	}
	out.PairShare = float64(same) / float64(out.Settings)
}

func widen(n *prov.Number, v float64) { n.Low, n.High = min(n.Low, v), max(n.High, v) }

// variants are the disputable settings: each parameter of reach and squeeze at
// the ends of its range and at its default, with either distance.
func variants() []Settings {
	sets := []Settings{Default()}
	vary := func(v any, name string, put func(*Settings, float64)) {
		for _, f := range param.Fields(v) {
			if f.Name != name {
				continue
			}
			var next []Settings
			for _, s := range sets {
				for _, value := range []float64{f.Min, f.Default, f.Max} {
					put(&s, value)
					next = append(next, s)
				}
			}
			sets = next
		}
	}
	vary(capability.Gradient{}, "half_distance", func(s *Settings, v float64) { s.HalfDistance = v })
	vary(capability.Gradient{}, "base_share", func(s *Settings, v float64) { s.BaseShare = v })
	vary(between.Terms{}, "hostility_neither", func(s *Settings, v float64) { s.Neither = v })
	vary(between.Terms{}, "remote_stake", func(s *Settings, v float64) { s.RemoteStake = v })
	for _, s := range sets {
		s.Territory = true
		sets = append(sets, s)
	}
	return sets
}
