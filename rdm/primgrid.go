package rdm

import (
	"errors"
	"fmt"
	"math"
	"slices"
)

// Kind says how the values of an input are told apart.
type Kind uint8

// An input is ordered by size, or its values are names in the form of numbers,
// of which none is larger than another.
const (
	Numeric Kind = iota
	Categorical
)

// Cases are experiments among which some are of interest: the futures in which a
// policy fails, say.
type Cases struct {
	X     [][]float64 // by input and case
	Kinds []Kind      // by input; nil is numeric throughout
	Y     []bool      // by case: of interest
	// Groups say by case which it belongs with, from 0: the same future under
	// several policies, say. Where cases are set apart to judge what was found in
	// the others, groups stay whole; nil is each case alone.
	Groups []int32
}

// Failures returns the futures of a table as cases, those of interest being the
// ones in which a policy is not good enough. Good is its column of [GoodEnough].
func Failures(t *Table, good []float64) (Cases, error) {
	if len(good) != t.n {
		return Cases{}, fmt.Errorf("rdm: policy judged in %d futures of %d; want a column of GoodEnough", len(good), t.n)
	}
	c := Cases{X: t.x, Y: make([]bool, t.n)}
	for i, v := range good {
		c.Y[i] = v == 0
	}
	return c, nil
}

// ErrAllAlike says that no case is of interest or every one is, so that nothing
// sets the cases of interest apart.
var ErrAllAlike = errors.New("rdm: the cases are all of interest or none is; want some of both")

// check reports the first thing that keeps cases from being searched.
func (c Cases) check() error {
	if len(c.Y) == 0 {
		return fmt.Errorf("rdm: no cases to search; want at least two")
	}
	if len(c.Y) > math.MaxInt32 {
		return fmt.Errorf("rdm: %d cases; want at most %d", len(c.Y), math.MaxInt32)
	}
	if len(c.X) == 0 {
		return fmt.Errorf("rdm: cases have no inputs; want at least one")
	}
	if c.Kinds != nil && len(c.Kinds) != len(c.X) {
		return fmt.Errorf("rdm: %d kinds for %d inputs; want one each, or none", len(c.Kinds), len(c.X))
	}
	for d, col := range c.X {
		if len(col) != len(c.Y) {
			return fmt.Errorf("rdm: input %d has %d cases of %d; want a value for each", d, len(col), len(c.Y))
		}
		for i, v := range col {
			if math.IsNaN(v) || math.IsInf(v, 0) {
				return fmt.Errorf("rdm: input %d of case %d is %g; want a finite value (leave the case out, or name gaps as a category)", d, i, v)
			}
		}
	}
	if _, err := grouping(c.Groups, len(c.Y)); err != nil {
		return err
	}
	if !slices.Contains(c.Y, true) || !slices.Contains(c.Y, false) {
		return ErrAllAlike
	}
	return nil
}

func (c Cases) kind(input int) Kind {
	if c.Kinds == nil {
		return Numeric
	}
	return c.Kinds[input]
}

// A grid is cases with every input sorted once. From then on values are
// numbered from the least, so that the search sees their order alone.
type grid struct {
	cols  []gridColumn
	y     []uint8 // by case: 1 is of interest
	group groups
}

type gridColumn struct {
	kind   Kind
	order  []int32   // the cases by value
	rank   []int32   // by case: number of its value
	values []float64 // the distinct values, ascending
}

func newGrid(c Cases) (*grid, error) {
	if err := c.check(); err != nil {
		return nil, err
	}
	g := &grid{cols: make([]gridColumn, len(c.X)), y: make([]uint8, len(c.Y))}
	g.group, _ = grouping(c.Groups, len(c.Y)) // which check has seen
	for i, y := range c.Y {
		if y {
			g.y[i] = 1
		}
	}
	var s sorter
	for d, x := range c.X {
		g.cols[d] = rankColumn(x, s.order(x))
		g.cols[d].kind = c.kind(d)
	}
	return g, nil
}

// rankColumn numbers the distinct values of a column in their order.
func rankColumn(x []float64, order []int32) gridColumn {
	col := gridColumn{order: order, rank: make([]int32, len(x)), values: make([]float64, 0, len(x))}
	for k, i := range order {
		if k == 0 || x[i] != col.values[len(col.values)-1] {
			col.values = append(col.values, x[i])
		}
		col.rank[i] = int32(len(col.values) - 1)
	}
	return col
}

// digits is how many values a digit of the sort takes, and digitBits its width.
const (
	digitBits = 11
	digits    = 1 << digitBits
)

// A sorter sorts columns by one digit of their bits after another, from the
// least. It keeps its working memory from one column to the next.
type sorter struct {
	keys, keysTo []uint64
	count        [digits]int32
}

// order returns the cases by value, those of one value in their own order.
func (s *sorter) order(x []float64) []int32 {
	if len(s.keys) != len(x) {
		s.keys, s.keysTo = make([]uint64, len(x)), make([]uint64, len(x))
	}
	order, to := make([]int32, len(x)), make([]int32, len(x))
	same := ^uint64(0) // bits in which no key differs from the first
	for i, v := range x {
		s.keys[i], order[i] = sortable(v), int32(i)
		same &^= s.keys[i] ^ s.keys[0]
	}
	for shift := 0; shift < 64; shift += digitBits {
		if same>>shift&(digits-1) == (digits-1)>>max(0, shift+digitBits-64) {
			continue
		}
		s.pass(order, to, shift)
		order, to = to, order
		s.keys, s.keysTo = s.keysTo, s.keys
	}
	return order
}

func (s *sorter) pass(order, to []int32, shift int) {
	clear(s.count[:])
	for _, k := range s.keys {
		s.count[k>>shift&(digits-1)]++
	}
	sum := int32(0)
	for d, n := range s.count {
		s.count[d] = sum
		sum += n
	}
	for i, k := range s.keys {
		at := &s.count[k>>shift&(digits-1)]
		s.keysTo[*at], to[*at] = k, order[i]
		*at++
	}
}

// sortable maps numbers to integers of the same order; both zeros to one.
func sortable(v float64) uint64 {
	if v == 0 {
		v = 0 // which -0 is not
	}
	bits := math.Float64bits(v)
	if bits>>63 == 1 {
		return ^bits
	}
	return bits | 1<<63
}
