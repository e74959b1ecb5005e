package rdm

import "slices"

// Objective says which of the possible peels is taken.
type Objective uint8

const (
	// GainPerCase takes the peel that raises density most for each case it
	// removes. Where peels differ in size, as those of categories and of ties
	// do, it is the patient one of the criteria of [friedmanfisher1999];
	// [kwakkeljaxarozen2016] compare them on mixed inputs.
	GainPerCase Objective = iota
	// HighestDensity takes the peel that leaves the box densest.
	HighestDensity
)

// A side of a box is one of its limits that can be moved.
type side uint8

const (
	lowEdge side = iota
	highEdge
	category
)

// A peel is a limit set on an input: a new lowest or highest value, or a
// category left out. It removes cases.
type peel struct {
	input int
	edge  side
	to    int32
	tallied
}

func (p peel) apply(r *region) {
	switch p.edge {
	case lowEdge:
		r.lo[p.input] = p.to
	case highEdge:
		r.hi[p.input] = p.to
	case category:
		r.out[p.input][p.to] = true
	}
}

// A peeler holds the box as it is peeled.
type peeler struct {
	*peeling
	in    tallied
	lists [][]int32   // by input: the cases in the box by value
	names [][]tallied // by categorical input and value: those in the box
	alive []uint8     // by case: 1 is in the box

	limited []bool // by input: it has a limit
	inputs  int    // how many do
}

func newPeeler(s *peeling) *peeler {
	p := &peeler{peeling: s, in: s.own, alive: make([]uint8, len(s.g.y)), limited: make([]bool, len(s.g.cols)), names: make([][]tallied, len(s.g.cols))}
	for _, list := range s.lists {
		p.lists = append(p.lists, slices.Clone(list))
	}
	for _, i := range s.lists[0] {
		p.alive[i] = 1
	}
	for d, col := range s.g.cols {
		if col.kind == Categorical {
			p.names[d] = make([]tallied, len(col.values))
			for _, i := range s.lists[d] {
				p.names[d][col.rank[i]].add(s.g.y[i])
			}
		}
	}
	return p
}

// best returns the peel that the objective prefers among those that leave
// enough cases.
func (p *peeler) best() (best peel, ok bool) {
	top := 0.0
	consider := func(c peel) {
		if c.n == 0 || p.in.n-c.n < p.least {
			return
		}
		if v := p.value(c); !ok || v > top || v == top && p.before(c, best) {
			best, top, ok = c, v, true
		}
	}
	full := p.most > 0 && p.inputs >= p.most
	for d := range p.g.cols {
		if full && !p.limited[d] {
			continue
		}
		if p.names[d] == nil {
			consider(p.end(d, lowEdge))
			consider(p.end(d, highEdge))
			continue
		}
		for v, t := range p.names[d] {
			consider(peel{d, category, int32(v), t})
		}
	}
	return best, ok
}

// value grades a peel.
func (p *peeler) value(c peel) float64 {
	left := float64(p.in.n - c.n)
	if p.by == HighestDensity {
		return float64(p.in.hits-c.hits) / left
	}
	// (hits'/n' - hits/n)/removed, but for the factor n that all peels share.
	return (float64(p.in.hits)*float64(c.n) - float64(c.hits)*float64(p.in.n)) / (float64(c.n) * left)
}

// end returns the peel of the share alpha of the box at one end of an input.
// Cases of one value go together: as many values as fit, but at least one.
func (p *peeler) end(d int, e side) peel {
	list, rank := p.lists[d], p.g.cols[d].rank
	most := max(1, roundDown(p.alpha*float64(len(list))))
	at, step := 0, 1
	if e == highEdge {
		at, step = len(list)-1, -1
	}
	cut := peel{input: d, edge: e}
	if rank[list[0]] == rank[list[len(list)-1]] {
		return cut
	}
	var seen tallied
	last := rank[list[at]]
	for ; seen.n < len(list); at += step {
		i := list[at]
		if r := rank[i]; r != last {
			if seen.n <= most || cut.n == 0 {
				cut.to, cut.tallied = r, seen
			}
			last = r
		}
		if cut.n > 0 && seen.n >= most {
			break
		}
		seen.add(p.g.y[i])
	}
	return cut
}

// before settles which of two peels of the same value is taken: that beyond
// which more cases come before the next of interest, and then by a hash of the
// cases removed. So the order of the inputs decides nothing, unless both peels
// remove the same cases.
func (p *peeler) before(a, b peel) bool {
	if x, y := p.gap(a), p.gap(b); x != y {
		return x > y
	}
	return p.hash(a) > p.hash(b)
}

// gap returns how many cases without interest lie next to a peel.
func (p *peeler) gap(c peel) int {
	if c.edge == category {
		return 0
	}
	rest := 0
	list := p.lists[c.input]
	for rest < len(list)-c.n {
		at := c.n + rest
		if c.edge == highEdge {
			at = len(list) - 1 - at
		}
		if p.g.y[list[at]] == 1 {
			break
		}
		rest++
	}
	return rest
}

func (p *peeler) hash(c peel) uint64 {
	sum := uint64(0)
	p.removed(c, func(i int32) { sum += mix(uint64(i)) })
	return sum
}

// removed calls f with every case that a peel removes.
func (p *peeler) removed(c peel, f func(i int32)) {
	list := p.lists[c.input]
	switch c.edge {
	case lowEdge:
		list = list[:c.n]
	case highEdge:
		list = list[len(list)-c.n:]
	}
	for _, i := range list {
		if c.edge != category || p.g.cols[c.input].rank[i] == c.to {
			f(i)
		}
	}
}

// remove takes a peel.
func (p *peeler) remove(c peel) {
	p.removed(c, func(i int32) {
		p.alive[i] = 0
		for d, names := range p.names {
			if names != nil {
				t := &names[p.g.cols[d].rank[i]]
				t.n--
				t.hits -= int(p.g.y[i])
			}
		}
	})
	if !p.limited[c.input] {
		p.limited[c.input] = true
		p.inputs++
	}
	p.in.n -= c.n
	p.in.hits -= c.hits
	for d, list := range p.lists {
		p.lists[d] = keep(list, p.alive)
	}
}

// keep moves the cases that are alive to the front, in order.
func keep(list []int32, alive []uint8) []int32 {
	n := 0
	for _, i := range list {
		list[n] = i
		n += int(alive[i])
	}
	return list[:n]
}
