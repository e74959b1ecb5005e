package dataset

import (
	"context"
	"fmt"
	"math"
	"slices"

	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/data/store"
	"github.com/shatterbelt/shatterbelt/ir"
)

// Treaties are the indicators named, which are obligations of one state to
// another, between all members of the state system of one year, from imported data
// alone: that year or, where the record ends before it, its last. Where what is in
// use does not answer for each of them in one year, ok is false.
func Treaties(ctx context.Context, s *store.Store, datasets []source.Dataset, duties []string, year ir.Year) (o Overlay, y ir.Year, ok bool, err error) {
	all, current, err := inUse(s, datasets)
	if err != nil {
		return Overlay{}, 0, false, err
	}
	declared, first, last := declaredIn(all, current, duties)
	if y = min(year, last); len(declared) < len(duties) || y < first {
		return Overlay{}, 0, false, nil
	}
	o, err = compiled(ctx, s, current, fmt.Sprintf("treaties-%d", y), func() (Overlay, error) {
		return buildTreaties(ctx, s, all, current, declared, y)
	})
	return o, y, err == nil, err
}

// declaredIn are the indicators named that the editions in use answer for, as
// points, and the years for which they do for each.
func declaredIn(all []source.Dataset, current []store.Manifest, names []string) (out []panel.Indicator, first, last ir.Year) {
	first, last = math.MinInt, forever
	for _, name := range names {
		from, to := ir.Year(math.MaxInt), ir.Year(math.MinInt)
		for _, m := range current {
			i := slices.IndexFunc(all, func(d source.Dataset) bool { return d.Key == m.Dataset })
			if i < 0 {
				continue
			}
			for _, decl := range all[i].Series {
				if d := decl.Indicator; d.Name == name && d.Covered() && fits(m, decl) {
					if from > to {
						out = append(out, panel.Indicator{Name: d.Name, Unit: d.Unit, Form: d.Form})
					}
					from, to = min(from, d.First), max(to, d.Last)
				}
			}
		}
		first, last = max(first, from), min(last, to)
	}
	return out, first, last
}

func buildTreaties(ctx context.Context, s *store.Store, all []source.Dataset, current []store.Manifest, declared []panel.Indicator, y ir.Year) (Overlay, error) {
	list, err := readMembers(ctx, s, current)
	if err != nil {
		return Overlay{}, err
	}
	none, err := ir.NewCodes(nil)
	if err != nil {
		return Overlay{}, err
	}
	codes, err := memberCodes(none, list, y)
	if err != nil {
		return Overlay{}, err
	}
	base, err := panel.New(codes, nil, nil, declared...)
	if err != nil {
		return Overlay{}, err
	}
	o := Overlay{Snapshot: base, System: y}
	t := newTarget(base, codes, y, y)
	t.only = map[string]bool{}
	for _, d := range declared {
		t.only[d.Name] = true
	}
	t.standIn = func(_ store.Manifest, d source.Series) source.Series {
		if d.Indicator.Covered() && d.Indicator.First <= y && y <= d.Indicator.Last {
			d.Indicator.First, d.Indicator.Last = y, y // no other year is asked for
		}
		return d
	}
	figures, err := o.gather(ctx, t, s, all, current)
	if err != nil {
		return Overlay{}, err
	}
	o.Snapshot, err = o.merge(t, figures)
	return o, err
}
