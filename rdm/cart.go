package rdm

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"github.com/shatterbelt/shatterbelt/trace/param"
)

// Cart sets how a tree of conditions is grown and cut back [breiman1984].
// [DefaultCart] gives the defaults.
type Cart struct {
	// MinMass is the least share of all cases that a leaf may hold.
	MinMass float64 `name:"cart_min_mass" unit:"share of cases" min:"0.001" max:"0.5" default:"0.05" ref:"assumed" why:"The same as for boxes, so that the two can be compared; tools in use default to 0.05." en:"least share of futures in a leaf" ko:"잎에 들어갈 최소 미래 비율"`

	// Errors is by how many standard errors of the least cross-validated error a
	// smaller tree may be worse and still be taken.
	Errors float64 `name:"cart_errors" unit:"standard errors" min:"0" max:"2" default:"1" ref:"breiman1984" why:"The authors take the smallest tree within one; 0 takes the best, which is larger." en:"standard errors allowed to a smaller tree" ko:"더 작은 나무에 허용하는 표준오차 배수"`

	// Density is the share of a leaf that must be of interest; 0 is that of
	// DefaultPrim.
	Density float64 `param:"-"`

	Folds int    // parts of the cross-validation; 0 is 10
	Seed  uint64 // of the parts
}

// DefaultCart returns the settings at their defaults.
func DefaultCart() Cart { return param.Default[Cart]() }

// Tree is the leaves of a classification tree: boxes that do not overlap and
// leave no case out.
type Tree struct {
	Leaves []Box // densest first
	Base   float64
	// Of are how many of the leaves, from the first, are as dense as asked, and
	// All what they hold together.
	Of  int
	All Point
	// Error is the cross-validated mean square of what a leaf's density misses by,
	// with its standard error, and Plain that of the share of all cases: what a
	// tree must beat.
	Error, StdError, Plain float64
}

// Grow grows a tree on cases. At each step it takes the condition that parts
// cases of interest from others best by Gini's index: a limit on a numeric input
// halfway between two values of cases, or a set of categories. It cuts branches
// back as long as the error, cross-validated in parts of the cases, grows by no
// more than Errors standard errors. The error is the mean square of what the
// density of a leaf misses by, so that leaves of rare cases survive that no
// majority would name. Conditions are searched for, so densities flatter; the
// cross-validated error does not.
func Grow(c Cases, s Cart) (Tree, error) {
	if err := param.Validate(s); err != nil {
		return Tree{}, fmt.Errorf("rdm: %w", err)
	}
	if s.Density == 0 {
		s.Density = DefaultPrim().Density
	}
	if s.Folds == 0 {
		s.Folds = 10
	}
	if s.Folds < 2 || !(s.Density > 0 && s.Density <= 1) {
		return Tree{}, fmt.Errorf("rdm: %d parts and a density of %g; want at least 2, and above 0 and at most 1", s.Folds, s.Density)
	}
	g, err := newGrid(c)
	if err != nil {
		return Tree{}, err
	}
	root := g.grow(s, nil)
	costs := root.sequence()
	cut, e, se := g.validate(s, costs)
	root.prune(cut)
	t := g.tree(root, s.Density)
	t.Error, t.StdError, t.Plain = e, se, t.Base*(1-t.Base)
	return t, nil
}

// A node is a part of the cases; a leaf where left is nil.
type node struct {
	tallied
	split       split
	left, right *node
}

// A split is a condition on an input: values numbered up to at go left or, of a
// categorical input, those in a set.
type split struct {
	input int
	at    int32
	set   []bool
	gain  float64
}

func (s split) left(rank int32) bool {
	if s.set != nil {
		return s.set[rank]
	}
	return rank <= s.at
}

// risk is the sum of squares of what the density of a node misses by.
func (n *node) risk() float64 { return float64(n.hits) * (1 - n.density()) }

// grow grows a tree on the cases in use, nil for all.
func (g *grid) grow(s Cart, use []bool) *node {
	lists := make([][]int32, len(g.cols))
	for d, col := range g.cols {
		for _, i := range col.order {
			if len(use) == 0 || use[i] {
				lists[d] = append(lists[d], i)
			}
		}
	}
	least := max(1, int(math.Ceil(s.MinMass*float64(len(lists[0]))-1e-9)))
	return g.branch(lists, least)
}

// branch grows the tree of a node whose cases are given by input in order.
func (g *grid) branch(lists [][]int32, least int) *node {
	n := &node{}
	for _, i := range lists[0] {
		n.add(g.y[i])
	}
	if n.hits == 0 || n.hits == n.n || n.n < 2*least {
		return n
	}
	for d := range g.cols {
		if s := g.bestSplit(d, lists[d], n.tallied, least); s.gain > n.split.gain {
			n.split = s
		}
	}
	if n.split.gain <= 0 {
		return n
	}
	rank := g.cols[n.split.input].rank
	left, right := make([][]int32, len(lists)), make([][]int32, len(lists))
	for d, list := range lists {
		for _, i := range list {
			if n.split.left(rank[i]) {
				left[d] = append(left[d], i)
			} else {
				right[d] = append(right[d], i)
			}
		}
	}
	n.left, n.right = g.branch(left, least), g.branch(right, least)
	return n
}

// leastGain is the least fall of the risk that is not rounding.
const leastGain = 1e-9

// bestSplit finds the best condition on an input. The order in which values are
// let to the left is their own or, of categories, that of their density: the
// best set is then among the first so many [breiman1984].
func (g *grid) bestSplit(d int, list []int32, all tallied, least int) (best split) {
	groups := g.groups(d, list)
	if g.cols[d].kind == Categorical {
		slices.SortStableFunc(groups, func(a, b valueGroup) int { return cmp.Compare(a.density(), b.density()) })
	}
	risk := func(t tallied) float64 { return float64(t.hits) * (1 - t.density()) }
	whole, left := risk(all), tallied{}
	at := -1
	for k, group := range groups[:len(groups)-1] {
		left = left.plus(group.tallied)
		right := tallied{all.n - left.n, all.hits - left.hits}
		if left.n < least || right.n < least {
			continue
		}
		if gain := whole - risk(left) - risk(right); gain > best.gain+leastGain {
			best, at = split{input: d, at: group.rank, gain: gain}, k
		}
	}
	if at >= 0 && g.cols[d].kind == Categorical {
		best.set = make([]bool, len(g.cols[d].values))
		for _, group := range groups[:at+1] {
			best.set[group.rank] = true
		}
	}
	return best
}

// A valueGroup is the cases of one value.
type valueGroup struct {
	rank int32
	tallied
}

func (g *grid) groups(d int, list []int32) []valueGroup {
	groups := make([]valueGroup, 0, min(len(list), len(g.cols[d].values)))
	for _, i := range list {
		r := g.cols[d].rank[i]
		if len(groups) == 0 || groups[len(groups)-1].rank != r {
			groups = append(groups, valueGroup{rank: r})
		}
		groups[len(groups)-1].add(g.y[i])
	}
	return groups
}

// weakest returns the least rise of the risk, for each leaf saved, at which some
// branch of the tree is cut, with the risk and leaves of all.
func (n *node) weakest() (cost, risk float64, leaves int) {
	if n.left == nil {
		return math.Inf(1), n.risk(), 1
	}
	cl, rl, ll := n.left.weakest()
	cr, rr, lr := n.right.weakest()
	risk, leaves = rl+rr, ll+lr
	return min(cl, cr, (n.risk()-risk)/float64(leaves-1)), risk, leaves
}

// prune cuts every branch that saves leaves at the cost or less, the weakest
// first.
func (n *node) prune(cost float64) {
	for {
		weakest, _, _ := n.weakest()
		if weakest > cost || n.left == nil {
			return
		}
		n.cut(weakest)
	}
}

// cut makes leaves of the branches of a cost.
func (n *node) cut(cost float64) (risk float64, leaves int) {
	if n.left == nil {
		return n.risk(), 1
	}
	rl, ll := n.left.cut(cost)
	rr, lr := n.right.cut(cost)
	risk, leaves = rl+rr, ll+lr
	if (n.risk()-risk)/float64(leaves-1) <= cost {
		n.left, n.right = nil, nil
		return n.risk(), 1
	}
	return risk, leaves
}

// clone copies a tree.
func (n *node) clone() *node {
	c := *n
	if n.left != nil {
		c.left, c.right = n.left.clone(), n.right.clone()
	}
	return &c
}

// sequence returns the costs at which the tree loses branches, ascending, from
// below the first: each stands for one of the nested trees.
func (n *node) sequence() []float64 {
	costs := []float64{0}
	for t := n.clone(); t.left != nil; {
		cost, _, _ := t.weakest()
		costs = append(costs, cost)
		t.cut(cost)
	}
	return costs
}

// validate returns the cost to cut at: the largest whose cross-validated error is
// within so many standard errors of the least. Trees of the parts are cut at the
// geometric mean of a cost and the next.
func (g *grid) validate(s Cart, costs []float64) (cost, e, se float64) {
	errs := make([][]float64, len(costs)) // by cost and case: square missed by
	for k := range errs {
		errs[k] = make([]float64, len(g.y))
	}
	scale := float64(s.Folds-1) / float64(s.Folds) // trees of the parts hold fewer cases
	for fold := range s.Folds {
		chosen := make([]bool, g.group.n)
		for i := range chosen {
			chosen[i] = int(Permute(replicateKey(s.Seed, 0), uint64(i), uint64(len(chosen))))%s.Folds != fold
		}
		use := g.group.whole(chosen)
		tree := g.grow(s, use)
		for k := range costs {
			at := math.Inf(1)
			if k+1 < len(costs) {
				at = math.Sqrt(costs[k] * costs[k+1])
			}
			tree.prune(at * scale)
			for i, inside := range use {
				if !inside {
					miss := tree.at(g, i).density() - float64(g.y[i])
					errs[k][i] = miss * miss
				}
			}
		}
	}
	best := make([]Moments, len(costs))
	least := 0
	for k := range costs {
		best[k] = MomentsOf(errs[k])
		if best[k].Mean < best[least].Mean {
			least = k
		}
	}
	limit := best[least].Mean + s.Errors*standardError(best[least])
	for k := len(costs) - 1; ; k-- {
		if best[k].Mean <= limit {
			return costs[k], best[k].Mean, standardError(best[k])
		}
	}
}

func standardError(m Moments) float64 { return math.Sqrt(m.Variance() / float64(m.N)) }

// at returns the leaf that a case falls in.
func (n *node) at(g *grid, i int) *node {
	for n.left != nil {
		if n.split.left(g.cols[n.split.input].rank[i]) {
			n = n.left
		} else {
			n = n.right
		}
	}
	return n
}
