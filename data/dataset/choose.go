package dataset

import (
	"cmp"
	"slices"

	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// claim is what one dataset says of one state or pair, in order of year.
type claim struct {
	from  *gather
	cells []cell
}

// before orders datasets that say something of the same: the user's own, then
// what reaches further, then what has more figures.
func (c claim) before(d claim) int {
	return cmp.Or(
		-compareBool(c.from.own, d.from.own), cmp.Compare(reach(d.cells), reach(c.cells)),
		cmp.Compare(len(d.cells), len(c.cells)), cmp.Compare(c.from.manifest.Dataset, d.from.manifest.Dataset),
	)
}

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}

// points chooses among datasets for each state or pair by itself. The first in
// order gives every year it has; each further one only years before or after
// all that is given, so that publishers meet at a seam and never alternate. What
// is the user's own takes the place of single years of the others.
func points(list []*gather, take func(*gather, cell)) {
	for _, claims := range byPair(list) {
		slices.SortFunc(claims, claim.before)
		own := map[ir.Year]bool{}
		var given span
		for _, c := range claims {
			for _, f := range c.cells {
				if !own[f.year] && (c.from.own || !given.holds(f.year)) {
					take(c.from, f)
				}
			}
			if !c.from.own {
				given.add(c.cells)
				continue
			}
			for _, f := range c.cells {
				own[f.year] = true
			}
		}
	}
}

// span is a run of years, both ends included; none where nothing was added.
type span struct {
	first, last ir.Year
	any         bool
}

func (s *span) holds(y ir.Year) bool { return s.any && s.first <= y && y <= s.last }

// add widens the span by cells in order of year.
func (s *span) add(cells []cell) {
	first, last := cells[0].year, cells[len(cells)-1].year
	if s.any {
		first, last = min(first, s.first), max(last, s.last)
	}
	*s = span{first, last, true}
}

// byPair cuts what each dataset says by state or pair, in order of pair.
func byPair(list []*gather) [][]claim {
	at := map[pair]int{}
	var out [][]claim
	for _, g := range list {
		for start := 0; start < len(g.cells); {
			end := start + 1
			for end < len(g.cells) && g.cells[end].pair == g.cells[start].pair {
				end++
			}
			i, ok := at[g.cells[start].pair]
			if !ok {
				i = len(out)
				at[g.cells[start].pair] = i
				out = append(out, nil)
			}
			out[i] = append(out[i], claim{g, g.cells[start:end]})
			start = end
		}
	}
	slices.SortFunc(out, func(a, b []claim) int { return a[0].cells[0].compare(b[0].cells[0].pair) })
	return out
}

// term is the years that one dataset answers for, where absence counts.
type term struct {
	from        *gather
	first, last ir.Year
}

// terms shares the years of an indicator whose absence counts among datasets:
// the user's own, then the one that reaches furthest, take all they cover; each
// further one, the base last, the years before or after that adjoin.
func terms(list []*gather) []term {
	list = slices.Clone(list)
	slices.SortFunc(list, func(a, b *gather) int {
		return cmp.Or(compareBool(a.base, b.base), -compareBool(a.own, b.own), cmp.Compare(b.indicator.Last, a.indicator.Last),
			cmp.Compare(a.indicator.First, b.indicator.First), cmp.Compare(a.manifest.Dataset, b.manifest.Dataset))
	})
	var out []term
	var first, last ir.Year
	for _, g := range list {
		d := g.indicator
		switch {
		case len(out) == 0:
			first, last = d.First, d.Last
			out = append(out, term{g, d.First, d.Last})
			continue
		case d.Last < first-1 || d.First > last+1:
			continue // a gap between the two would pass for absence
		}
		if d.First < first {
			out = append(out, term{g, d.First, first - 1})
			first = d.First
		}
		if d.Last > last {
			out = append(out, term{g, last + 1, d.Last})
			last = d.Last
		}
	}
	slices.SortFunc(out, func(a, b term) int { return cmp.Compare(a.first, b.first) })
	return out
}

// covered gives the rows of an indicator whose absence counts: of counts the
// years that are not 0, of spells the changes.
func covered(d panel.Indicator, list []term, take func(*gather, cell)) {
	if d.Holds == panel.Count {
		for _, t := range list {
			for _, c := range t.from.cells {
				if t.first <= c.year && c.year <= t.last {
					take(t.from, c)
				}
			}
		}
		return
	}
	var pairs []pair
	for _, t := range list {
		for p := range t.from.spells {
			pairs = append(pairs, p)
		}
	}
	slices.SortFunc(pairs, pair.compare)
	for _, p := range slices.Compact(pairs) {
		changes(p, list, take)
	}
}

// held is what holds in one year, by a source.
type held struct {
	value  float64
	kind   prov.Kind
	source int
}

// changes gives the years in which what holds for a pair changes, or in which
// another dataset goes on with it.
func changes(p pair, list []term, take func(*gather, cell)) {
	before := 0.0
	for _, t := range list {
		years := make([]held, t.last-t.first+1)
		for _, s := range t.from.spells[p] {
			for y := max(s.from, t.first); y <= min(s.to, t.last); y++ {
				if h := &years[y-t.first]; s.value > h.value {
					*h = held{s.value, s.kind, s.source}
				}
			}
		}
		for i, h := range years {
			if h.value != before || i == 0 && h.value != 0 {
				take(t.from, cell{
					pair: p, year: t.first + ir.Year(i), value: h.value, low: h.value, high: h.value,
					kind: h.kind, source: int32(h.source),
				})
			}
			before = h.value
		}
	}
}
