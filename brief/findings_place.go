package brief

import (
	"slices"

	"github.com/shatterbelt/shatterbelt/measure/system"
	"github.com/shatterbelt/shatterbelt/study"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// poles gathers what each index sees.
func (f *finder) poles() {
	p := PolesUnder{Powers: 0}
	count := map[system.Label]int{}
	var numbers []prov.Number
	for _, x := range f.d.Structure.Indexes {
		if x.Now.Label == system.Unknown || len(x.Rows) == 0 {
			continue
		}
		p.Powers = max(p.Powers, x.Of)
		p.By = append(p.By, PolesOf{x.Key, x.Now.Label, x.Now.Effective, x.Rows[0].State, x.Ratio})
		count[x.Now.Label]++
		numbers = append(numbers, prov.Exact(x.Now.Effective, "", x.Trail))
	}
	for _, l := range []system.Label{system.Unipolar, system.Bipolar, system.Multipolar} {
		if count[l] > 0 {
			p.Kinds = append(p.Kinds, l)
		}
	}
	slices.SortStableFunc(p.Kinds, func(a, b system.Label) int { return count[b] - count[a] })
	if len(p.By) > 1 {
		f.add(InStructure, p, numbers...)
	}
}

func (f *finder) crossings() {
	for i, t := range f.d.Structure.Transitions {
		c := Crossing{Transition: t, Leader: t.Leader, Riser: t.Riser, All: t.All, Assumed: t.Assumed, Widest: t.Widest, Own: i == 0}
		for _, by := range t.By {
			if by.Choice != "window" {
				continue
			}
			if c.Earliest.Name == "" || before(by.Overtaking, c.Earliest.Overtaking) {
				c.Earliest = by
			}
			if c.Latest.Name == "" || before(c.Latest.Overtaking, by.Overtaking) {
				c.Latest = by
			}
		}
		f.add(InStructure, c, prov.Exact(t.All.Overtaking.Never, "share", t.Trail))
	}
}

// before reports whether a crossing comes earlier: by its median, and with no
// median by the share that never sees it.
func before(a, b study.Passing) bool {
	switch {
	case a.Q50 == b.Q50:
		return a.Never < b.Never
	case a.Q50 == study.Never:
		return false
	case b.Q50 == study.Never:
		return true
	}
	return a.Q50 < b.Q50
}

func (f *finder) reaches() {
	if c := f.d.Structure.Contest; c != nil {
		f.add(InStructure, Reaches{*c}, c.A.Capability, c.B.Capability)
	}
}

func (f *finder) exposure() {
	e := f.d.Exposure
	if e.State != f.d.State {
		return
	}
	exposed := func(v float64) prov.Number { return prov.Exact(v, "", e.Trail) }
	c := Fronts{State: e.State, Unknown: e.Unknown, Within: e.Within}
	for _, fr := range e.Fronts {
		if fr.Stronger {
			c.Stronger = append(c.Stronger, fr)
		} else {
			c.Weaker = append(c.Weaker, fr)
		}
	}
	f.add(InPosition, c, exposed(float64(len(c.Stronger))))
	zone, in := e.Zones.Of(e.State)
	f.add(InPosition, InZone{
		State: e.State, In: in, Zone: zone, Zones: len(e.Zones.Zones),
		SizeChance: e.Zones.SizeChance, OwnChance: e.Zones.OwnChance, Power: e.Power,
	}, exposed(e.Zones.SizeChance))
	f.kindsOf(e)
	if e.Leverage.Among > 0 {
		f.add(InPosition, SideTaking{e.State, f.d.Position.Pair, e.Leverage}, exposed(e.Leverage.Decisive))
	}
	if f.d.Alignment == nil {
		f.leaning(e.Between, f.d.Position.Pair, InPosition)
	}
}

// kindsOf sorts the kinds of state into clear and partial ones.
func (f *finder) kindsOf(e study.Exposure) {
	const sure, faint = 2.0 / 3, 1.0 / 3
	k := Kinds{State: e.State}
	for _, x := range e.Kinds {
		if !x.Known {
			continue
		}
		k.Asked++
		switch {
		case x.Low >= sure:
			k.Kinds = append(k.Kinds, x)
		case x.High > faint:
			k.Partly = append(k.Partly, x)
		}
	}
	most := func(a, b study.Kind) int { return -compareFloat(a.Value, b.Value) }
	slices.SortStableFunc(k.Kinds, most)
	slices.SortStableFunc(k.Partly, most)
	if k.Asked > 0 {
		f.add(InPosition, k, prov.Exact(float64(len(k.Kinds)), "", e.Trail))
	}
}
