package rdm

import (
	"cmp"
	"math"
	"slices"
)

// tree puts the leaves of a tree in the values of the inputs.
func (g *grid) tree(root *node, density float64) Tree {
	t := Tree{Base: root.density()}
	g.leaves(root, wholeRegion(g), func(n *node, r region) {
		t.Leaves = append(t.Leaves, g.leaf(n, r, root.tallied))
	})
	slices.SortStableFunc(t.Leaves, func(a, b Box) int { return cmp.Compare(b.Density, a.Density) })
	var in tallied
	inputs := make(map[int]bool)
	for _, l := range t.Leaves {
		if l.Density < density {
			break
		}
		t.Of++
		in = in.plus(tallied{l.N, l.Hits})
		for _, limit := range l.Limits {
			inputs[limit.Input] = true
		}
	}
	t.All = (&peeling{all: root.tallied}).point(in, len(inputs))
	return t
}

// leaves calls f with every leaf and its region.
func (g *grid) leaves(n *node, r region, f func(*node, region)) {
	if n.left == nil {
		f(n, r)
		return
	}
	d := n.split.input
	left, right := r.clone(), r.clone()
	if n.split.set != nil {
		for v, in := range n.split.set {
			left.out[d][v] = left.out[d][v] || !in
			right.out[d][v] = right.out[d][v] || in
		}
	} else {
		left.hi[d], right.lo[d] = n.split.at, n.split.at+1
	}
	g.leaves(n.left, left, f)
	g.leaves(n.right, right, f)
}

// leaf is a region as a box. Its edges lie halfway between values of cases.
func (g *grid) leaf(n *node, r region, all tallied) Box {
	limited := r.limited(g)
	b := Box{Point: (&peeling{all: all}).point(n.tallied, len(limited))}
	for _, d := range limited {
		col := g.cols[d]
		l := Limit{Input: d, Kind: col.kind, Low: math.NaN(), High: math.NaN(), QuasiP: math.NaN()}
		if col.kind == Categorical {
			l.In, l.Out = r.categories(g, d)
		} else {
			l.Low, l.High = math.Inf(-1), math.Inf(1)
			if at := r.lo[d]; at > 0 {
				l.Low = between(col.values[at-1], col.values[at])
			}
			if at := int(r.hi[d]); at < len(col.values)-1 {
				l.High = between(col.values[at], col.values[at+1])
			}
		}
		b.Limits = append(b.Limits, l)
	}
	return b
}

func between(a, b float64) float64 { return a + (b-a)/2 }
