package claim

import (
	"context"
	"slices"

	"github.com/shatterbelt/shatterbelt/sim"
)

// halvings is how often the gap between two relations is halved in search of
// the value at which a sign turns: to a fiftieth of the gap.
const halvings = 6

// turn finds the values of the coefficients at which the figure of a part
// crosses even on the straight way between two relations that hold the same
// coefficients and lie on different sides. It is nil where there are no such
// relations: the sign then turns between relations of different kinds, and no
// single value can be given.
func (b *Bench) turn(ctx context.Context, p *Part, readings []Reading) ([]sim.Fixed, error) {
	below, above := opposed(p.Effect, readings)
	if below < 0 {
		return nil, nil
	}
	from, to := relationOf(readings[below].Relation), relationOf(readings[above].Relation)
	one := *p
	one.Settings = nil
	for _, c := range readings[below].Setting {
		one.Settings = append(one.Settings, Choice{c.Name, []string{c.Value}})
	}
	defer func() { b.held = nil }()
	low, high := 0.0, 1.0
	for range halvings {
		mid := (low + high) / 2
		b.held = amid(from, to, mid)
		r, _, err := computers[p.Study](ctx, b, &one)
		if err != nil {
			return nil, err
		}
		if r[0].Value < p.Effect.Even {
			low = mid
		} else {
			high = mid
		}
	}
	return amid(from, to, (low+high)/2), nil
}

// opposed finds two readings that lie clearly below and above even, alike but
// for two relations that hold the same coefficients; -1 where there are none.
func opposed(e Effect, readings []Reading) (below, above int) {
	for i, r := range readings {
		for k, q := range readings {
			if e.beside(r) < 0 && e.beside(q) > 0 && alike(r.Setting, q.Setting) && sameHeld(r.Relation, q.Relation) {
				return i, k
			}
		}
	}
	return -1, -1
}

// alike reports whether settings differ in the relation alone.
func alike(a, b []Chosen) bool {
	return slices.EqualFunc(a, b, func(x, y Chosen) bool { return x.Name == "relation" && y.Name == "relation" || x == y })
}

func sameHeld(a, b string) bool {
	return a != "" && b != "" && slices.EqualFunc(relationOf(a).Fixed, relationOf(b).Fixed, func(x, y sim.Fixed) bool { return x.Name == y.Name })
}

func relationOf(name string) Relation {
	i := slices.IndexFunc(relations, func(r Relation) bool { return r.Name == name })
	return relations[i]
}

// amid are coefficients a part of the way from one relation to another.
func amid(from, to Relation, part float64) []sim.Fixed {
	out := make([]sim.Fixed, len(from.Fixed))
	for i, f := range from.Fixed {
		out[i] = sim.Fixed{Name: f.Name, Value: f.Value + part*(to.Fixed[i].Value-f.Value)}
	}
	return out
}
