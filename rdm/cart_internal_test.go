package rdm

import (
	"math"
	"testing"
)

// The fourteen customers with which Han, Kamber and Pei explain Gini's index in
// Data Mining: Concepts and Techniques. They print 0.459 for all, and find that
// the best split sets the middle-aged apart, which leaves 0.357.
func TestBestSplitReplicatesHanKamberPei(t *testing.T) {
	const youth, middle, senior = 0, 1, 2
	const low, medium, high = 0, 1, 2
	c := Cases{
		Kinds: []Kind{Categorical, Categorical, Categorical, Categorical},
		X: [][]float64{
			{youth, youth, middle, senior, senior, senior, middle, youth, youth, senior, youth, middle, middle, senior},
			{high, high, high, medium, low, low, low, medium, low, medium, medium, medium, high, medium},
			{0, 0, 0, 0, 1, 1, 1, 0, 1, 1, 1, 0, 1, 0}, // student
			{0, 1, 0, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 1}, // excellent credit
		},
		Y: []bool{false, false, true, true, true, false, true, false, true, true, true, true, true, false},
	}
	g, err := newGrid(c)
	if err != nil {
		t.Fatal(err)
	}
	all := tallied{14, 9}
	gini := func(risk float64) float64 { return 2 * risk / 14 } // 1 - p^2 - q^2 = 2 p q
	if got := gini(9 * (1 - all.density())); math.Abs(got-0.459) > 0.0005 {
		t.Errorf("Gini's index of all is %.4f", got)
	}
	for d, want := range []float64{0.357, 0.443, 0.367, 0.429} {
		s := g.bestSplit(d, g.cols[d].order, all, 1)
		if got := gini(9*(1-all.density()) - s.gain); math.Abs(got-want) > 0.0005 {
			t.Errorf("input %d splits to %.4f; want %.3f", d, got, want)
		}
	}
	root := g.grow(Cart{MinMass: 0.28}, nil)
	if root.split.input != 0 || root.split.set[youth] != root.split.set[senior] || root.split.set[middle] == root.split.set[youth] {
		t.Errorf("the root splits on %+v; want the middle-aged apart", root.split)
	}
}

// A tree of three splits loses its branches weakest first, down to the root.
func TestSequenceOfPrunedTrees(t *testing.T) {
	leaf := func(n, hits int) *node { return &node{tallied: tallied{n, hits}} }
	join := func(l, r *node) *node {
		return &node{tallied: l.plus(r.tallied), left: l, right: r}
	}
	// Risks are 0, 0, 2.4 and 1.6 in the leaves, 2.5 and 4.2 above them, and
	// 19 x 11/30 at the root.
	root := join(join(leaf(5, 5), leaf(5, 0)), join(leaf(10, 6), leaf(10, 8)))
	costs := root.sequence()
	// The right branch saves one leaf for 4.2 - 4.0. Of what is left the root saves
	// two for 19 x 11/30 - 4.2, which is less for each than the 2.5 of the left.
	want := []float64{0, 0.2, (19*11.0/30 - 4.2) / 2}
	if len(costs) != len(want) {
		t.Fatalf("costs %v; want %v", costs, want)
	}
	for k, v := range want {
		if math.Abs(costs[k]-v) > 1e-12 {
			t.Errorf("costs %v; want %v", costs, want)
		}
	}
	pruned := root.clone()
	pruned.prune(costs[1])
	if pruned.right.left != nil || pruned.left.left == nil {
		t.Error("a cost of 0.2 should cut the right branch alone")
	}
	if root.right.left == nil {
		t.Error("pruning a copy changed the tree")
	}
}
