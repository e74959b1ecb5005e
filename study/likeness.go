package study

import (
	"slices"

	"github.com/shatterbelt/shatterbelt/ir"
)

// Closer is the share of the other states that lie closer to a state than one of
// them does, over all dimensions and, in Without, with each theme left out in
// turn. Ok is false where the two cannot be compared.
func (x *Situation) Closer(state, other ir.CCode, pair Pair) (share float64, without []float64, ok bool) {
	v := x.view(pair)
	i := slices.Index(v.states, state)
	place := func(v *viewed) (float64, bool) {
		near := x.nearest(v, i)
		at := slices.IndexFunc(near, func(c Comparator) bool { return c.State == other })
		if i < 0 || at < 0 || len(near) < 2 {
			return 0, false
		}
		return float64(at) / float64(len(near)-1), true
	}
	if share, ok = place(v); !ok {
		return 0, nil, false
	}
	names, _, _ := v.themes(i, i)
	for _, theme := range names {
		if s, known := place(v.without(theme)); known {
			without = append(without, s)
		}
	}
	return share, without, true
}

// without is a view that leaves one theme out.
func (v *viewed) without(theme string) *viewed {
	out := &viewed{states: v.states}
	for n, a := range v.aspects {
		if a.theme == theme {
			continue
		}
		out.aspects = append(out.aspects, a)
		out.values, out.raw, out.years = append(out.values, v.values[n]), append(out.raw, v.raw[n]), append(out.years, v.years[n])
		out.scales, out.scaled = append(out.scales, v.scales[n]), append(out.scaled, v.scaled[n])
	}
	return out
}
