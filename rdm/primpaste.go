package rdm

import "sort"

// pasting widens a box again where that costs no density: peeling moves one
// limit at a time and cannot see that an earlier one has become too tight
// [friedmanfisher1999].
type pasting struct {
	*peeling
	alpha  float64
	r      region
	in     tallied
	broken []int32 // by case: limits it breaks
}

// paste widens a region until no step keeps its density, and lifts limits that
// keep no case out.
func (s *peeling) paste(r region, alpha float64) region {
	p := &pasting{peeling: s, alpha: alpha, r: r.clone(), broken: make([]int32, len(s.g.y))}
	limited := p.r.limited(s.g)
	for _, i := range s.lists[0] {
		for _, d := range limited {
			if !p.r.allows(d, s.g.cols[d].rank[i]) {
				p.broken[i]++
			}
		}
		if p.broken[i] == 0 {
			p.in.add(s.g.y[i])
		}
	}
	for {
		best, ok := p.best()
		if !ok {
			return p.r
		}
		p.take(best)
	}
}

// A step moves an edge out: to is the value it then stands at, or the category
// let in.
type step struct {
	peel
	hash uint64 // of the cases let in
}

// best returns the step that leaves the box densest among those that do not
// thin it; of equals that which lets in more cases.
func (p *pasting) best() (best step, ok bool) {
	top := 0.0
	consider := func(c step) {
		with := p.in.plus(c.tallied)
		if with.hits*p.in.n < p.in.hits*with.n {
			return
		}
		v := with.density()
		if !ok || v > top || v == top && (c.n > best.n || c.n == best.n && c.hash > best.hash) {
			best, top, ok = c, v, true
		}
	}
	for d, col := range p.g.cols {
		if col.kind == Categorical {
			for v, out := range p.r.out[d] {
				if out {
					consider(p.admit(d, int32(v)))
				}
			}
			continue
		}
		if p.r.lo[d] > 0 {
			consider(p.widen(d, lowEdge))
		}
		if int(p.r.hi[d]) < len(col.values)-1 {
			consider(p.widen(d, highEdge))
		}
	}
	return best, ok
}

// admit returns the step that lets a category in.
func (p *pasting) admit(d int, v int32) step {
	s := step{peel: peel{input: d, edge: category, to: v}}
	rank := p.g.cols[d].rank
	for _, i := range p.lists[d] {
		if rank[i] == v && p.broken[i] == 1 {
			s.let(i, p.g.y[i])
		}
	}
	return s
}

func (s *step) let(i int32, y uint8) {
	s.add(y)
	s.hash += mix(uint64(i))
}

// widen returns the step that moves an edge out over the share alpha of the
// box, by whole values and at least one. Where nothing is left to let in
// further out, the edge goes all the way.
func (p *pasting) widen(d int, e side) step {
	list, rank := p.lists[d], p.g.cols[d].rank
	most := max(1, roundDown(p.alpha*float64(p.in.n)))
	s, next := step{peel: peel{input: d, edge: e}}, step{}
	at, by, end := p.outside(d, e)
	for ; at != end; at += by {
		i := list[at]
		if p.broken[i] != 1 {
			continue
		}
		if next.n > s.n && rank[i] != next.to {
			if s.n > 0 && next.n > most {
				return s
			}
			s.to, s.tallied, s.hash = next.to, next.tallied, next.hash
			if s.n >= most {
				return s
			}
		}
		next.let(i, p.g.y[i])
		next.to = rank[i]
	}
	if s.n > 0 && next.n > most {
		return s
	}
	s.tallied, s.hash = next.tallied, next.hash
	if s.to = 0; e == highEdge {
		s.to = int32(len(p.g.cols[d].values) - 1)
	}
	return s
}

// outside returns where in the list of an input the cases beyond an edge begin,
// which way they run and where they end.
func (p *pasting) outside(d int, e side) (at, by, end int) {
	list, rank := p.lists[d], p.g.cols[d].rank
	if e == lowEdge {
		return sort.Search(len(list), func(k int) bool { return rank[list[k]] >= p.r.lo[d] }) - 1, -1, -1
	}
	return sort.Search(len(list), func(k int) bool { return rank[list[k]] > p.r.hi[d] }), 1, len(list)
}

// take moves an edge out.
func (p *pasting) take(s step) {
	d := s.input
	from, to := s.to, s.to
	switch s.edge {
	case lowEdge:
		to, p.r.lo[d] = p.r.lo[d]-1, s.to
	case highEdge:
		from, p.r.hi[d] = p.r.hi[d]+1, s.to
	case category:
		p.r.out[d][s.to] = false
	}
	for _, i := range p.lists[d] {
		if r := p.g.cols[d].rank[i]; from <= r && r <= to {
			p.broken[i]--
		}
	}
	p.in = p.in.plus(s.tallied)
}
