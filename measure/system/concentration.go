package system

import (
	"math"
	"slices"
)

// within returns the shares of the states that have one, largest first, scaled
// to sum to 1; ok is false where there is nothing to share or an amount is
// below 0 or infinite.
func within(amounts []float64) (shares []float64, ok bool) {
	for _, v := range amounts {
		switch {
		case v < 0 || math.IsInf(v, 0):
			return nil, false
		case !math.IsNaN(v):
			shares = append(shares, v)
		}
	}
	slices.SortFunc(shares, func(a, b float64) int {
		switch {
		case a > b:
			return -1
		case a < b:
			return 1
		}
		return 0
	})
	// Dividing by the largest first keeps the sum finite and the unit out of
	// the last digits.
	if len(shares) == 0 || shares[0] == 0 {
		return nil, false
	}
	most, total := shares[0], 0.0
	for i := range shares {
		shares[i] /= most
		total += shares[i]
	}
	for i := range shares {
		shares[i] /= total
	}
	return shares, true
}

func herfindahl(shares []float64) float64 {
	sum := 0.0
	for _, s := range shares {
		sum += s * s
	}
	return sum
}

// Concentration is the index of Ray and Singer: the standard deviation of the
// shares over the largest it could be among that many states,
// sqrt((sum of s^2 - 1/n) / (1 - 1/n)) [raysinger1973]. It is 0 where all have
// the same and 1 where one has all. It is NaN for fewer than two states, or
// where there is nothing to share.
func Concentration(shares []float64) float64 {
	s, ok := within(shares)
	if !ok || len(s) < 2 {
		return math.NaN()
	}
	return concentration(herfindahl(s), len(s))
}

func concentration(squares float64, n int) float64 {
	even := 1 / float64(n)
	return math.Sqrt(max(0, squares-even) / (1 - even))
}

// Effective is the number of poles that, all alike, would give the same sum of
// squared shares: 1 over that sum, as parties are counted in [laakso1979]. It
// lies between 1 and the number of states, and is NaN where there is nothing to
// share.
func Effective(shares []float64) float64 {
	s, ok := within(shares)
	if !ok {
		return math.NaN()
	}
	return 1 / herfindahl(s)
}

// Movement is how much of the shares changed hands between two years, over the
// most that could have: sum of |after - before| / (2 (1 - m)), where m is the
// smallest share before [singer1972]. The most is when all goes to the state
// that had least. It is 0 where nothing moved and 1 at most.
//
// Both slices hold the same states in the same order; a state missing in either
// is left out of both. It is NaN for fewer than two states, or where a year has
// nothing to share, and for slices of different length.
func Movement(before, after []float64) float64 {
	if len(before) != len(after) {
		return math.NaN()
	}
	var a, b []float64
	for i := range before {
		if !math.IsNaN(before[i]) && !math.IsNaN(after[i]) {
			a, b = append(a, before[i]), append(b, after[i])
		}
	}
	was, ok := proportions(a)
	is, ok2 := proportions(b)
	if !ok || !ok2 || len(was) < 2 {
		return math.NaN()
	}
	moved, least := 0.0, 1.0
	for i := range was {
		moved += math.Abs(is[i] - was[i])
		least = min(least, was[i])
	}
	return min(1, moved/(2*(1-least)))
}

// proportions scales amounts to sum to 1 and keeps their order.
func proportions(amounts []float64) ([]float64, bool) {
	total := 0.0
	for _, v := range amounts {
		if v < 0 || math.IsInf(v, 0) {
			return nil, false
		}
		total += v
	}
	if !(total > 0) || math.IsInf(total, 0) {
		return nil, false
	}
	out := make([]float64, len(amounts))
	for i, v := range amounts {
		out[i] = v / total
	}
	return out, true
}
