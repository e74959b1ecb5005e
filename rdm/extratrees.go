package rdm

import (
	"context"
	"fmt"
	"math"
	"math/bits"

	"github.com/shatterbelt/shatterbelt/trace/param"
)

// Scoring sets how inputs are scored by extremely randomised trees [geurts2006].
// [DefaultScoring] gives the defaults.
type Scoring struct {
	// Tried is the share of the inputs that each branching tries.
	Tried float64 `name:"score_inputs" unit:"share of inputs" min:"0.05" max:"1" default:"0.6" ref:"assumed" why:"What the Python workbench takes; fewer let weak inputs have a say beside strong ones." en:"share of inputs tried at a branching" ko:"분기마다 시도하는 입력의 비율"`

	// Leaf is the least share of the cases in a leaf, of which there are at least
	// five.
	Leaf float64 `name:"score_leaf" unit:"share of cases" min:"0.0005" max:"0.1" default:"0.005" ref:"assumed" why:"Small leaves follow noise, large ones miss what inputs do together; the authors take five cases." en:"least share of cases in a leaf" ko:"잎에 들어갈 최소 사례 비율"`

	Trees   int // 0 is DefaultTrees
	Seed    uint64
	Workers int // as in Bootstrap
}

// DefaultTrees is how many trees a [Scoring] grows if not told, and leastLeaf
// how few cases a leaf may hold.
const (
	DefaultTrees = 100
	leastLeaf    = 5
)

// DefaultScoring returns the settings at their defaults.
func DefaultScoring() Scoring { return param.Default[Scoring]() }

// InputScores are how much each input has to say about one outcome.
type InputScores struct {
	// Inputs are the shares of what the trees explain that goes back to
	// branchings on each input; they sum to 1. NaN where nothing varies.
	Inputs []float64
	// Chance is the score of an input without bearing, uniform noise, that was put
	// among them. Scores near it say nothing.
	Chance float64
}

// ScoreInputs grows trees whose branchings are drawn at random, takes of those drawn
// the one that explains most, and adds up by input what its branchings explain
// of the variance of an outcome. It sees what inputs do together and needs no
// design, at the price of no unit: scores rank inputs. A 0 or 1 outcome is
// scored by Gini's index, which is its variance. X are by input and case, kinds
// nil for numeric throughout, outcomes by outcome and case; a gap is an error.
// The result is by outcome, and the same for any number of workers.
func ScoreInputs(ctx context.Context, x [][]float64, kinds []Kind, outcomes [][]float64, s Scoring) ([]InputScores, error) {
	if err := param.Validate(s); err != nil {
		return nil, fmt.Errorf("rdm: %w", err)
	}
	if s.Trees == 0 {
		s.Trees = DefaultTrees
	}
	if s.Trees < 1 {
		return nil, fmt.Errorf("rdm: %d trees; want at least 1, or 0 for the default", s.Trees)
	}
	if err := checkGiven(x, kinds, outcomes); err != nil {
		return nil, err
	}
	noise := make([]float64, len(x[0]))
	for i := range noise {
		noise[i] = unit(mix(mix(s.Seed^saltTrees) + uint64(i)*spreadB))
	}
	f := &forest{Scoring: s, x: append(x[:len(x):len(x)], noise), kinds: kinds}
	f.least = max(leastLeaf, int(s.Leaf*float64(len(noise))))
	f.tried = max(1, int(math.Ceil(s.Tried*float64(len(f.x)))))
	parts := make([][]float64, len(outcomes)*s.Trees)
	err := fanOut(ctx, min(cores(s.Workers), len(parts)), len(parts), func() func(int) {
		w := f.worker()
		return func(k int) { parts[k] = w.grow(outcomes[k/s.Trees], k%s.Trees) }
	})
	if err != nil {
		return nil, err
	}
	result := make([]InputScores, len(outcomes))
	for o := range outcomes {
		sum := make([]float64, len(f.x))
		for _, part := range parts[o*s.Trees : (o+1)*s.Trees] {
			addTo(sum, part)
		}
		total := Sum(sum[:len(x)])
		for k := range sum {
			sum[k] /= total // 0/0 is the NaN promised above
		}
		result[o] = InputScores{sum[:len(x):len(x)], sum[len(x)]}
	}
	return result, nil
}

// saltTrees keeps the draws of trees apart from all others.
const saltTrees = 0x510e527fade682d1

// checkGiven reports what keeps a sample from being analysed.
func checkGiven(x [][]float64, kinds []Kind, outcomes [][]float64) error {
	if len(x) == 0 || len(outcomes) == 0 || len(x[0]) < 2 {
		return fmt.Errorf("rdm: a sample of %d inputs and %d outcomes; want at least one each, and two cases", len(x), len(outcomes))
	}
	if kinds != nil && len(kinds) != len(x) {
		return fmt.Errorf("rdm: %d kinds for %d inputs; want one each, or none", len(kinds), len(x))
	}
	if len(x[0]) > math.MaxInt32 {
		return fmt.Errorf("rdm: %d cases; want at most %d", len(x[0]), math.MaxInt32)
	}
	check := func(what string, cols [][]float64) error {
		for k, col := range cols {
			if len(col) != len(x[0]) {
				return fmt.Errorf("rdm: %s %d has %d cases of %d; want a value for each", what, k, len(col), len(x[0]))
			}
			for i, v := range col {
				if math.IsNaN(v) || math.IsInf(v, 0) {
					return fmt.Errorf("rdm: %s %d of case %d is %g; want a finite value (leave the case out)", what, k, i, v)
				}
			}
		}
		return nil
	}
	if err := check("input", x); err != nil {
		return err
	}
	return check("outcome", outcomes)
}

// A forest is what its trees share.
type forest struct {
	Scoring
	x            [][]float64
	kinds        []Kind
	least, tried int
}

func (f *forest) kind(input int) Kind {
	if input >= len(f.kinds) {
		return Numeric
	}
	return f.kinds[input]
}

// A treeGrower grows one tree after another in its own memory.
type treeGrower struct {
	*forest
	y         []float64
	key       uint64 // of the next draw
	cases     []int32
	inputs    []int
	explained []float64
}

func (f *forest) worker() *treeGrower {
	w := &treeGrower{forest: f, cases: make([]int32, len(f.x[0])), inputs: make([]int, len(f.x))}
	for d := range w.inputs {
		w.inputs[d] = d
	}
	return w
}

// draw returns the next 64 random bits of the tree.
func (w *treeGrower) draw() uint64 {
	w.key += spreadA
	return mix(w.key)
}

// grow grows a tree and returns what its branchings explain by input, as shares
// of the variance.
func (w *treeGrower) grow(y []float64, tree int) []float64 {
	w.y, w.key = y, mix(mix(w.Seed^saltTrees)+uint64(tree+1)*spreadB)
	for i := range w.cases {
		w.cases[i] = int32(i)
	}
	for d := range w.inputs {
		w.inputs[d] = d
	}
	w.explained = make([]float64, len(w.x))
	all := w.moments(w.cases)
	if all.M2 > 0 {
		w.branch(w.cases, all)
		for d := range w.explained {
			w.explained[d] /= all.M2
		}
	}
	return w.explained
}

func (w *treeGrower) moments(cases []int32) Moments {
	sum := 0.0
	for _, i := range cases {
		sum += w.y[i]
	}
	m := Moments{N: len(cases), Mean: sum / float64(len(cases))}
	for _, i := range cases {
		m.M2 += (w.y[i] - m.Mean) * (w.y[i] - m.Mean)
	}
	return m
}

// A cut sends cases left: those below at or, of a categorical input, those whose
// value a key draws.
type cut struct {
	input int
	at    float64
	key   uint64 // 0 for a numeric input
}

func (c cut) left(v float64) bool {
	if c.key != 0 {
		return mix(c.key^math.Float64bits(v))>>63 == 0
	}
	return v < c.at
}

// leastVariance is the share of a branch's own square below which its outcomes
// are alike but for rounding.
const leastVariance = 1e-20

// branch parts cases in two at the best of the cuts drawn, again and again.
func (w *treeGrower) branch(cases []int32, own Moments) {
	if own.N < 2*w.least || own.M2 <= leastVariance*own.Mean*own.Mean*float64(own.N) {
		return
	}
	best, gain := cut{}, 0.0
	for t := range w.tried {
		at := t + w.below(len(w.inputs)-t) // draw without replacement
		w.inputs[t], w.inputs[at] = w.inputs[at], w.inputs[t]
		c, ok := w.drawCut(w.inputs[t], cases)
		if !ok {
			continue
		}
		if g := w.gain(c, cases, own); g > gain {
			best, gain = c, g
		}
	}
	if gain <= 0 {
		return
	}
	w.explained[best.input] += gain
	k := 0
	for i, c := range cases {
		if best.left(w.x[best.input][c]) {
			cases[k], cases[i] = cases[i], cases[k]
			k++
		}
	}
	w.branch(cases[:k], w.moments(cases[:k]))
	w.branch(cases[k:], w.moments(cases[k:]))
}

func (w *treeGrower) below(n int) int {
	hi, _ := bits.Mul64(w.draw(), uint64(n))
	return int(hi)
}

// drawCut draws a cut between the least and the largest value of an input.
func (w *treeGrower) drawCut(input int, cases []int32) (c cut, ok bool) {
	low, high := math.Inf(1), math.Inf(-1)
	for _, i := range cases {
		v := w.x[input][i]
		low, high = min(low, v), max(high, v)
	}
	if low == high {
		return cut{}, false
	}
	if w.kind(input) == Categorical {
		return cut{input: input, key: w.draw() | 1}, true
	}
	return cut{input: input, at: low + (high-low)*unit(w.draw())}, true
}

// gain is the fall of the sum of squares at a cut; 0 where it leaves too few
// cases on a side.
func (w *treeGrower) gain(c cut, cases []int32, own Moments) float64 {
	n, sum := 0, 0.0
	col := w.x[c.input]
	for _, i := range cases {
		if c.left(col[i]) {
			n++
			sum += w.y[i] - own.Mean
		}
	}
	if n < w.least || own.N-n < w.least {
		return 0
	}
	return sum * sum * (1/float64(n) + 1/float64(own.N-n)) // both sides' deviations from the mean cancel
}
