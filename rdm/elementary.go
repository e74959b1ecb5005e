package rdm

import (
	"context"
	"fmt"
	"math"
	"slices"
)

// Effect is how an outcome changes when one input alone moves over its range.
type Effect struct {
	// MeanAbs is the mean size of the change for a move over the whole range, the
	// mu* of [campolongo2007]; Mean the mean change itself, and Deviation its
	// standard deviation over paths: large where the input acts together with
	// others, or not in a straight line.
	MeanAbs   Interval
	Mean      float64
	Deviation float64
}

// ElementaryEffects computes the effects of inputs on outcomes from experiments
// chosen by [Morris], in its order [morris1991]. X are the shares of the way
// from the lowest to the highest value by input and experiment
// ([Dim.Fraction]); outcomes are by outcome and experiment. The result is by
// outcome and input; intervals are of resampled paths. A missing value is an
// error, and so is a step in which not exactly one input moves, or a path in
// which one moves twice.
func ElementaryEffects(ctx context.Context, x, outcomes [][]float64, b Bootstrap) ([][]Effect, error) {
	if len(x) == 0 || len(outcomes) == 0 {
		return nil, fmt.Errorf("rdm: effects of %d inputs on %d outcomes; want at least one each", len(x), len(outcomes))
	}
	block := len(x) + 1
	n := len(x[0])
	for _, col := range slices.Concat(x, outcomes) {
		if len(col) != n || n%block != 0 || n < 2*block {
			return nil, fmt.Errorf("rdm: a column of %d experiments; want as many in each, in paths of %d, and at least two paths", len(col), block)
		}
		if i := slices.IndexFunc(col, func(v float64) bool { return math.IsNaN(v) || math.IsInf(v, 0) }); i >= 0 {
			return nil, fmt.Errorf("rdm: %g in experiment %d; effects want a value in each", col[i], i)
		}
	}
	moves, err := morrisMoves(x)
	if err != nil {
		return nil, err
	}
	paths := n / block
	var stats [][]float64 // absolute effects by outcome and input
	result := make([][]Effect, len(outcomes))
	for o, y := range outcomes {
		effects := columns(len(x), paths)
		for k, d := range moves {
			at := k/len(x)*block + k%len(x)
			effects[d] = append(effects[d], (y[at+1]-y[at])/(x[d][at+1]-x[d][at]))
		}
		for d := range x {
			m := MomentsOf(effects[d])
			result[o] = append(result[o], Effect{Mean: m.Mean, Deviation: math.Sqrt(m.Variance())})
			for i, v := range effects[d] {
				effects[d][i] = math.Abs(v)
			}
			stats = append(stats, effects[d])
		}
	}
	intervals, err := b.Means(ctx, stats...)
	if err != nil {
		return nil, err
	}
	for k, i := range intervals {
		result[k/len(x)][k%len(x)].MeanAbs = i
	}
	return result, nil
}

// morrisMoves returns by path and step which input moves.
func morrisMoves(x [][]float64) ([]int, error) {
	block := len(x) + 1
	var moves []int
	for first := 0; first < len(x[0]); first += block {
		moved := make([]bool, len(x))
		for at := first; at < first+block-1; at++ {
			which, times := -1, 0
			for d := range x {
				if x[d][at+1] != x[d][at] {
					which = d
					times++
				}
			}
			if times != 1 || moved[which] {
				return nil, fmt.Errorf("rdm: %d inputs move from experiment %d to the next; want one, and each once a path", times, at)
			}
			moved[which] = true
			moves = append(moves, which)
		}
	}
	return moves, nil
}

// RecogniseMorris reports whether experiments are paths of a [Morris] design.
// X is by input and experiment.
func RecogniseMorris(x [][]float64) bool {
	if len(x) == 0 || len(x[0]) < 2*(len(x)+1) || len(x[0])%(len(x)+1) != 0 {
		return false
	}
	_, err := morrisMoves(x)
	return err == nil
}

// RecogniseSaltelli reports whether experiments are blocks of a [Saltelli]
// design, and whether it has the second order. X is by input and experiment.
func RecogniseSaltelli(x [][]float64) (second, ok bool) {
	for _, second := range []bool{true, false} {
		if isSaltelli(x, second) {
			return second, true
		}
	}
	return false, false
}

func isSaltelli(x [][]float64, second bool) bool {
	if len(x) == 0 {
		return false
	}
	block := saltelliBlock(len(x), second)
	n := len(x[0])
	if n < 2*block || n%block != 0 {
		return false
	}
	for first := 0; first < n; first += block {
		for d, col := range x {
			a, b := col[first], col[first+block-1]
			for k := 1; k < block-1; k++ {
				want := a
				if k > len(x) != (k-1 == d || k-1-len(x) == d) {
					want = b
				}
				if col[first+k] != want {
					return false
				}
			}
		}
	}
	return true
}
