package study

import (
	"cmp"
	"slices"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/measure/between"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// Position places a state among all that have figures: how squeezed, by which
// pair, and how its rank moves over the disputable settings. A state without
// military spending on record is a [*DataError].
func (x *Situation) Position(state ir.CCode) (Position, error) {
	if err := x.placed(state); err != nil {
		return Position{}, err
	}
	out := Position{State: state, Year: x.Year}
	out.Pressures = x.pressure(state)
	slices.SortStableFunc(out.Pressures, func(a, b Pressure) int { return cmp.Compare(b.Pressure.Value, a.Pressure.Value) })
	out.Rows = x.rows()
	row, _ := out.Row(state)
	if row.Pair == (Pair{}) {
		return Position{}, &DataError{State: x.state(state), Indicator: "two powers hostile to one another", Year: x.Year}
	}
	out.Pair = row.Pair
	trail := x.squeezeTrail(out.Pressures)
	out.Squeeze = prov.Exact(row.Squeeze.Value, x.unit(), trail)
	out.Total = prov.Exact(row.Total.Value, x.unit(), trail)
	out.Tightness = prov.Exact(row.Tightness.Value, "", trail)
	x.overSettings(&out)
	return out, nil
}

func (x *Situation) state(c ir.CCode) ir.State {
	st, _ := x.s.Codes().State(c)
	return st
}

// placed reports a state that the field has no capability for.
func (x *Situation) placed(state ir.CCode) error {
	if _, ok := x.field.Index(state); ok {
		return nil
	}
	switch x.basis {
	case ByOwn:
		return &DataError{State: x.state(state), Indicator: given, Year: x.Year}
	case ByCINC:
		if err := x.need(state, components[0]); err != nil {
			return err
		}
		return &DataError{State: x.state(state), Indicator: components[0], Year: x.Year}
	}
	return x.need(state, milex)
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
	trails = append(trails, l.trail("squeeze", "hostility_neither", "tightness_floor", "power_share"))
	return prov.Merge("squeeze", trails...)
}

// rows places every state at the default setting, most squeezed first. Ranges
// of ranks are those of that one setting.
func (x *Situation) rows() []PositionRow {
	e := between.NewEvaluator(x.field)
	all := slices.Clone(e.Squeeze(x.settings.Settings))
	rows := make([]PositionRow, len(all))
	for i, sq := range all {
		rows[i] = PositionRow{
			State: x.field.States[i], As: x.field.As[i],
			Squeeze: Standing{Value: sq.Squeeze}, Total: Standing{Value: sq.Total}, Tightness: Standing{Value: sq.Tightness},
		}
		if pair, ok := e.Pair(sq); ok {
			rows[i].Pair = x.orient(e, i, pair)
		}
	}
	for m := range Readings {
		at := make([]float64, len(rows))
		for i := range rows {
			at[i] = rows[i].Of(m).Value
		}
		for i, rank := range ranks(at) {
			s := rows[i].Of(m)
			s.Rank, s.Low, s.High, s.Q05, s.Q95 = rank, rank, rank, rank, rank
		}
	}
	slices.SortStableFunc(rows, func(a, b PositionRow) int { return cmp.Compare(a.Squeeze.Rank, b.Squeeze.Rank) })
	return rows
}

// ranks gives each value its rank from the largest, 1 first; equal values share
// the better rank.
func ranks(values []float64) []int {
	order := make([]int, len(values))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(values[b], values[a]) })
	out := make([]int, len(values))
	for place, i := range order {
		out[i] = place + 1
		if place > 0 && values[i] == values[order[place-1]] {
			out[i] = out[order[place-1]]
		}
	}
	return out
}
