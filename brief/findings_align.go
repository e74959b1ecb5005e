package brief

import (
	"math"
	"slices"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/measure/alignment"
	"github.com/shatterbelt/shatterbelt/study"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// alignment says where the state stands between the powers, whether it moves, and
// which states are like it.
func (f *finder) alignment() {
	if a := f.d.Alignment; a != nil {
		f.powersTies(a)
		f.leaning(a.Between, a.Pair, InAlignment)
		if a.Swing.Known || len(f.d.Comparison.Results) == 0 {
			f.add(InAlignment, Swung{a.Swing}, a.Swing.Percentile)
		}
	}
	if l := f.d.Like; l != nil && len(l.States) > 0 {
		f.add(InAlignment, Likest{*l}, prov.Exact(l.States[0].Apart, "spreads", l.Trail))
	}
	if c := f.d.Contrast; c != nil {
		f.beside(c)
	}
}

func (f *finder) powersTies(a *study.Alignment) {
	if len(a.Shared) == 0 || len(a.Powers) < 2 {
		return
	}
	c := PowersTies{State: a.State, Pair: a.Pair, Shared: a.Shared, Powers: len(a.Powers)}
	first, last := a.Leads()
	if first > 0 {
		c.Closest = a.Powers[0].Power
	}
	if last > 0 {
		c.Furthest = a.Powers[len(a.Powers)-1].Power
	}
	c.A, _ = a.Of(a.Pair.A)
	c.B, _ = a.Of(a.Pair.B)
	c.Security, c.Trade = foremost(a.Powers, treatyTie), foremost(a.Powers, tradeTie)
	f.add(InAlignment, c, prov.Exact(float64(len(a.Shared)), "", a.Trail))
}

func treatyTie(p study.PowerTies) float64 {
	v, _ := p.Of(alignment.Treaty.String())
	return v
}

func tradeTie(p study.PowerTies) float64 {
	if p.TradeGDP == nil {
		return 0
	}
	return *p.TradeGDP
}

// foremost is the power with the most of a tie, or [ir.World] where none has any or
// several have as much.
func foremost(powers []study.PowerTies, of func(study.PowerTies) float64) ir.CCode {
	best, most, shared := ir.World, 0.0, false
	for _, p := range powers {
		switch v := of(p); {
		case v > most:
			best, most, shared = p.Power, v, false
		case v == most:
			shared = true
		}
	}
	if shared || most == 0 {
		return ir.World
	}
	return best
}

// leaning adds where the state leans between its pair, to a section.
func (f *finder) leaning(b study.StandingBetween, pair study.Pair, s Section) {
	if b.HasLean {
		f.add(s, Leaning{State: f.d.State, Pair: pair, Lean: amount(b.Lean), Hedge: amount(b.Hedge), Between: b}, b.Lean, b.Hedge)
	}
}

// mostDifferences is how many differences of two states are named in the text.
const mostDifferences = 4

func (f *finder) beside(c *study.Contrast) {
	out := Beside{Contrast: *c}
	for _, d := range c.Dimensions {
		switch {
		case !d.Known:
			out.Unknown = append(out.Unknown, d.Key)
			continue
		case d.Verdict == alignment.Alike:
			out.Alike++
		default:
			out.Largest = append(out.Largest, d)
		}
		out.Known++
	}
	slices.SortStableFunc(out.Largest, func(a, b study.Contrasted) int {
		return -compareFloat(math.Abs(a.Gap), math.Abs(b.Gap))
	})
	out.Largest = out.Largest[:min(mostDifferences, len(out.Largest))]
	f.add(InAlignment, out, prov.Exact(c.Apart, "spreads", c.Trail))
}
