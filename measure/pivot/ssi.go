package pivot

import "math/big"

// ShapleyShubik returns the Shapley-Shubik index of each player of a weighted
// voting game [shapley1954]: the share of all orders of the players in which
// the player's weight, added to that of those before it, first reaches the
// quota. Values lie in [0, 1] and sum to 1. A player of weight 0 has 0.
//
// Coalitions are counted by size and weight in whole numbers, by generating
// function [bilbao2000], and each player is divided out of the count of all,
// so that n players and a quota of q cost of the order of n·n·q steps. Counts
// are exact for any number of players; only the last sum of at most n positive
// terms is rounded, to about n·1e-16. The quota is in units of the weights, at
// least 1 and at most their total.
func ShapleyShubik(weights []int, quota int) ([]float64, error) {
	all, err := shapley(weights, []int{quota})
	if err != nil {
		return nil, err
	}
	return all[0], nil
}

// shapley returns the index for each of several quotas, from one count.
func shapley(weights []int, quotas []int) ([][]float64, error) {
	g, err := check(weights, quotas)
	if err != nil {
		return nil, err
	}
	out := blank(len(quotas), len(weights))
	if len(quotas) == 0 {
		return out, nil
	}
	all, err := g.bySize(g.width(quotas))
	if err != nil {
		return nil, err
	}
	without := &tally{all.width, all.words, make([]uint64, len(all.v))}
	share := orderShares(g.players)
	for _, w := range g.weights {
		g.divide(without, all, w)
		for k, q := range quotas {
			q = g.dual(q)
			value := 0.0
			for size := range g.players {
				if pivots := without.sum(without.row(size), q-w, q); pivots > 0 {
					value += pivots * share[size]
				}
			}
			spread(out[k], weights, w, value)
		}
	}
	return out, nil
}

// bySize counts the coalitions of each size, one a row, by weight below width.
func (g checked) bySize(width int) (*tally, error) {
	t, err := newTally(g.players+1, width, g.players)
	if err != nil {
		return nil, err
	}
	t.v[0] = 1
	joined := 0
	for i, w := range g.weights {
		for range g.count[i] {
			for size := joined; size >= 0; size-- {
				t.add(t.row(size+1), t.row(size), w)
			}
			joined++
		}
	}
	return t, nil
}

// divide writes into dst the count in src without one player of weight w.
func (g checked) divide(dst, src *tally, w int) {
	copy(dst.v, src.v)
	for size := 1; size <= g.players; size++ {
		dst.subtract(dst.row(size), dst.row(size-1), w)
	}
}

// orderShares gives, for each size s of a coalition, the share of the orders of
// n players in which one of them comes just after those s: s!(n-s-1)!/n!, which
// is 1/(n·C(n-1, s)).
func orderShares(n int) []float64 {
	out := make([]float64, n)
	for s := range out {
		ways := new(big.Int).Binomial(int64(n-1), int64(s))
		ways.Mul(ways, big.NewInt(int64(n)))
		out[s], _ = new(big.Rat).SetFrac(big.NewInt(1), ways).Float64()
	}
	return out
}

// blank makes rows of zeros.
func blank(rows, n int) [][]float64 {
	out := make([][]float64, rows)
	for i := range out {
		out[i] = make([]float64, n)
	}
	return out
}

// spread sets the value of every player of weight w.
func spread(out []float64, weights []int, w int, value float64) {
	for i := range weights {
		if weights[i] == w {
			out[i] = value
		}
	}
}
