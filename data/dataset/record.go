package dataset

import (
	"context"
	"slices"

	"github.com/shatterbelt/shatterbelt/data/core"
	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/data/store"
	"github.com/shatterbelt/shatterbelt/ir"
)

// ofPowers are the indicators of a record of powers.
var ofPowers = []string{"nmc_milex", "nmc_milper", "nmc_irst", "nmc_pec", "nmc_tpop", "nmc_upop", "major_power", "defence_pact", "rivalry"}

// Powers gives what the store says of the powers of every year: components of
// the composite index, major powers of record, defence pacts and rivalries, of
// every state that ever was a member, with their capitals. Without components or
// capitals the error is a [*MissingError]; of other gaps [Overlay.Lacking] tells.
func Powers(ctx context.Context, s *store.Store, datasets []source.Dataset) (Overlay, error) {
	all, current, err := inUse(s, datasets)
	if err != nil {
		return Overlay{}, err
	}
	build := func() (Overlay, error) { return buildPowers(ctx, s, all, current) }
	if len(current) == 0 {
		return build()
	}
	return compiled(ctx, s, current, "powers", build)
}

func buildPowers(ctx context.Context, s *store.Store, all []source.Dataset, current []store.Manifest) (Overlay, error) {
	base, err := core.Snapshot()
	if err != nil {
		return Overlay{}, err
	}
	list, err := readMembers(ctx, s, current)
	if err != nil {
		return Overlay{}, err
	}
	codes, err := everyMember(base.Codes(), list)
	if err != nil {
		return Overlay{}, err
	}
	o := Overlay{Snapshot: base}
	t := newTarget(base, codes, 0, forever)
	t.only = map[string]bool{}
	for _, name := range ofPowers {
		t.only[name] = true
	}
	for name := range t.rows {
		if !t.only[name] {
			delete(t.rows, name)
		}
	}
	figures, err := o.gather(ctx, t, s, all, current)
	if err != nil {
		return Overlay{}, err
	}
	seats, err := readSeats(ctx, s, current)
	if err != nil {
		return Overlay{}, err
	}
	for _, seat := range seats.seats {
		if t.has(seat.State) {
			o.Seats = append(o.Seats, seat)
		}
	}
	if o.Snapshot, err = o.merge(t, figures); err != nil {
		return Overlay{}, err
	}
	if len(o.Seats) > 0 {
		m := seats.manifest
		o.Used = append(o.Used, Used{Indicator: "capitals", Dataset: m.Dataset, Edition: m.Edition, Verified: m.Verified, Source: sourceKey(m, "places"), Rows: len(o.Seats)})
	}
	return o, o.checkPowers()
}

// everyMember are all states of a list, each once.
func everyMember(known *ir.Codes, list []membership) (*ir.Codes, error) {
	var states []ir.State
	for i, m := range list {
		if i == 0 || list[i-1].state != m.state {
			states = append(states, stateOf(known, m.state, m.first, forever))
		}
	}
	return distinct(states, source.AnyYear)
}

// checkPowers notes what is not imported at all.
func (o *Overlay) checkPowers() error {
	missing := &MissingError{}
	for _, n := range needs {
		name := n.indicators[0]
		there := len(o.Seats) > 0
		if name != toCapital {
			there = slices.ContainsFunc(o.Used, func(u Used) bool { return u.Indicator == name })
		}
		switch {
		case there || !n.must && !slices.Contains(ofPowers, name):
		case n.must:
			missing.Need = append(missing.Need, Lacking{What: n.what, Dataset: n.dataset})
		default:
			o.Lacking = append(o.Lacking, Lacking{What: n.what, Dataset: n.dataset})
		}
	}
	if len(missing.Need) > 0 {
		return missing
	}
	return nil
}
