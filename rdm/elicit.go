package rdm

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"github.com/shatterbelt/shatterbelt/trace/param"
)

// Question asks what matters more: that criterion More goes all the way from its
// worst value to its best, or that criterion Than goes the share of its way. Yes
// says the first.
type Question struct {
	More, Than int
	Share      float64 // above 0, at most 1
}

// Answer is what a person says to a question. Level says that neither matters
// more.
type Answer struct {
	Question
	Yes   bool
	Level bool
}

// Elicitation sets how weights are learnt from answers. [DefaultElicitation]
// gives the defaults.
type Elicitation struct {
	// Slip is how far apart the two sides of a question must be, in units of all
	// weight, for the odds of the truer answer to be e to 1.
	Slip float64 `name:"answer_slip" unit:"share of weight" min:"0.005" max:"0.5" default:"0.05" ref:"assumed" why:"How carefully people answer is not known; at a twentieth, two sides that differ by a tenth are told apart seven times in eight." en:"difference people tell apart" ko:"응답자가 구분하는 가중치 차이"`

	// Level is the probability that intervals of weights cover.
	Level float64 `name:"weight_level" unit:"" min:"0.5" max:"0.99" default:"0.9" ref:"assumed" why:"A convention, the same as for other intervals." en:"coverage of intervals of weights" ko:"가중치 구간 수준"`

	Seed   uint64
	Points int // weights held against the answers; 0 is DefaultPoints
}

// DefaultPoints is how many weights an [Elicitation] holds against the answers
// if not told.
const DefaultPoints = 20000

// DefaultElicitation returns the settings at their defaults.
func DefaultElicitation() Elicitation { return param.Default[Elicitation]() }

// Belief is what is known of the weights of one person.
type Belief struct {
	Weights []Interval // by criterion: the mean, and an interval of it
	// Effective is how many points the answers leave: with few, the intervals are
	// rough, and answers contradict one another or are very many.
	Effective float64

	points [][]float64 // drawn evenly
	credit []float64   // by point; they sum to 1
	slip   float64
}

// Learn holds weights, drawn evenly from all that are 0 or more and sum to 1,
// against a person's answers. An answer is taken to slip: the odds of yes are
// exp of the difference of the two sides over Slip [luce1959]. A level answer is
// as likely as yes and no together come near: the geometric mean of both.
// Without answers the belief is that all weights are as likely.
func (e Elicitation) Learn(criteria int, answers []Answer) (Belief, error) {
	if err := e.check(criteria, answers); err != nil {
		return Belief{}, err
	}
	if e.Points == 0 {
		e.Points = DefaultPoints
	}
	b := Belief{slip: e.Slip, points: make([][]float64, e.Points), credit: make([]float64, e.Points)}
	for i := range b.points {
		b.points[i] = evenWeights(e.Seed, i, criteria)
		for _, a := range answers {
			b.credit[i] += e.logLikelihood(a, b.points[i])
		}
	}
	most := slices.Max(b.credit)
	for i, v := range b.credit {
		b.credit[i] = math.Exp(v - most)
	}
	total, squares := Sum(b.credit), 0.0
	for i := range b.credit {
		b.credit[i] /= total
		squares += b.credit[i] * b.credit[i]
	}
	b.Effective = 1 / squares
	for k := range criteria {
		b.Weights = append(b.Weights, b.interval(k, e.Level))
	}
	return b, nil
}

func (e Elicitation) check(criteria int, answers []Answer) error {
	if err := param.Validate(e); err != nil {
		return fmt.Errorf("rdm: %w", err)
	}
	if criteria < 1 || e.Points < 0 {
		return fmt.Errorf("rdm: weights of %d criteria from %d points; want at least one criterion, and 0 points for the default", criteria, e.Points)
	}
	for i, a := range answers {
		if a.More < 0 || a.More >= criteria || a.Than < 0 || a.Than >= criteria || a.More == a.Than || !(a.Share > 0 && a.Share <= 1) {
			return fmt.Errorf("rdm: answer %d is to criterion %d against %g of criterion %d; want two of %d criteria and a share above 0 and at most 1",
				i+1, a.More, a.Share, a.Than, criteria)
		}
	}
	return nil
}

// side is by how much the first side of a question outweighs the second, over
// the slip.
func (q Question) side(w []float64, slip float64) float64 {
	return (w[q.More] - q.Share*w[q.Than]) / slip
}

func (e Elicitation) logLikelihood(a Answer, w []float64) float64 {
	x := a.side(w, e.Slip)
	switch {
	case a.Level:
		return (logLogistic(x) + logLogistic(-x)) / 2
	case a.Yes:
		return logLogistic(x)
	}
	return logLogistic(-x)
}

// logLogistic is the logarithm of 1 / (1 + exp(-x)), without overflow.
func logLogistic(x float64) float64 {
	if x < 0 {
		return x - math.Log1p(math.Exp(x))
	}
	return -math.Log1p(math.Exp(-x))
}

// interval returns the mean of a weight with the interval that holds the level
// of all credit.
func (b *Belief) interval(criterion int, level float64) Interval {
	order := make([]int, len(b.points))
	mean := 0.0
	for i := range order {
		order[i] = i
		mean += b.credit[i] * b.points[i][criterion]
	}
	slices.SortFunc(order, func(i, j int) int { return cmp.Compare(b.points[i][criterion], b.points[j][criterion]) })
	at := func(share float64) float64 {
		sum := 0.0
		for _, i := range order {
			if sum += b.credit[i]; sum >= share {
				return b.points[i][criterion]
			}
		}
		return b.points[order[len(order)-1]][criterion]
	}
	return Interval{mean, at((1 - level) / 2), at((1 + level) / 2)}
}

// Mean returns the mean weights.
func (b *Belief) Mean() []float64 {
	w := make([]float64, len(b.Weights))
	for k, i := range b.Weights {
		w[k] = i.Value
	}
	return w
}

// Draw returns n weights of the belief, each point as often as its credit says,
// to within one: what [Smaa] takes.
func (b *Belief) Draw(n int) [][]float64 {
	out := make([][]float64, 0, n)
	sum := 0.0
	for i, c := range b.credit {
		sum += c * float64(n)
		for len(out) < n && float64(len(out))+0.5 <= sum {
			out = append(out, b.points[i])
		}
	}
	for len(out) < n { // what rounding left
		out = append(out, b.points[len(b.points)-1])
	}
	return out
}

// questionShares is how many shares questions are made with, and weighedPoints
// how many weights of a belief each is tried on.
const (
	questionShares = 8
	weighedPoints  = 1000
)

// Next returns the question whose answer is expected to tell most, in bits, of
// those between any two criteria with shares of an eighth to all of the way: the
// entropy of the answer less what of it is slip [lindley1956]. Ask until the
// bits are few or the intervals narrow enough.
func (b *Belief) Next() (best Question, bits float64) {
	weighed := b.Draw(weighedPoints)
	for i := range b.Weights {
		for j := range b.Weights {
			for s := 1; s <= questionShares; s++ {
				if i == j || s == questionShares && j < i { // the whole way is the same question turned round
					continue
				}
				q := Question{i, j, float64(s) / questionShares}
				if v := b.tells(q, weighed); v > bits {
					best, bits = q, v
				}
			}
		}
	}
	return best, bits
}

// tells is the information that the answer to a question is expected to give,
// over weights that are as likely one as the other.
func (b *Belief) tells(q Question, weighed [][]float64) float64 {
	mean, noise := 0.0, 0.0
	for _, w := range weighed {
		p := 1 / (1 + math.Exp(-q.side(w, b.slip)))
		mean += p
		noise += entropy(p)
	}
	n := float64(len(weighed))
	return entropy(mean/n) - noise/n
}

// entropy is that of a yes with probability p, in bits.
func entropy(p float64) float64 {
	if p <= 0 || p >= 1 {
		return 0
	}
	return -p*math.Log2(p) - (1-p)*math.Log2(1-p)
}
