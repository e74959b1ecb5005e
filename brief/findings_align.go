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
	c.Defence, c.Trade = alone(a.Powers), foremost(a.Powers)
	c.Course = voteCourse(a)
	f.add(InAlignment, c, prov.Exact(float64(len(a.Shared)), "", a.Trail))
}

// alone is the one power with a defence pact, or [ir.World].
func alone(powers []study.PowerTies) ir.CCode {
	found := ir.World
	for _, p := range powers {
		if v, ok := p.Of(alignment.Treaty.String()); ok && v == 1 {
			if found != ir.World {
				return ir.World
			}
			found = p.Power
		}
	}
	return found
}

// foremost is the power with most trade, or [ir.World] where none is known.
func foremost(powers []study.PowerTies) ir.CCode {
	best, most := ir.World, 0.0
	for _, p := range powers {
		if p.TradeGDP != nil && *p.TradeGDP > most {
			best, most = p.Power, *p.TradeGDP
		}
	}
	return best
}

// voteCourse compares the first and the last years that have votes of both powers.
func voteCourse(a *study.Alignment) VoteCourse {
	const ends = 3
	toA, toB := lineOf(a, a.Pair.A, alignment.Votes).Points, lineOf(a, a.Pair.B, alignment.Votes).Points
	var diffs []float64
	var since ir.Year
	for _, x := range toA {
		for _, y := range toB {
			if x.Year == y.Year {
				if len(diffs) == 0 {
					since = x.Year
				}
				diffs = append(diffs, x.Value-y.Value)
			}
		}
	}
	if len(diffs) < 2*ends {
		return VoteCourse{}
	}
	out := VoteCourse{Known: true, Since: since}
	for i := range ends {
		out.Then += diffs[i] / ends
		out.Now += diffs[len(diffs)-1-i] / ends
	}
	return out
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
