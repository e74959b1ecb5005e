package pivot

import "math"

// Swings is the Banzhaf index of every player [banzhaf1965].
type Swings struct {
	// Absolute is the share of the coalitions of the other players that lose
	// without the player and win with it: the chance that it decides when every
	// other joins or not at the toss of a coin. In [0, 1].
	Absolute []float64
	// Normalised is the same as shares that sum to 1. It compares players of
	// one game only.
	Normalised []float64
}

// Banzhaf returns the Banzhaf index of each player of a weighted voting game.
// A player of weight 0 has 0. Coalitions are counted by weight in whole
// numbers, exactly for any number of players, at a cost of the order of n·q
// for n players and a quota of q. The quota is in units of the weights, at
// least 1 and at most their total.
func Banzhaf(weights []int, quota int) (Swings, error) {
	all, err := banzhaf(weights, []int{quota})
	if err != nil {
		return Swings{}, err
	}
	return all[0], nil
}

// banzhaf returns the index for each of several quotas, from one count.
func banzhaf(weights []int, quotas []int) ([]Swings, error) {
	g, err := check(weights, quotas)
	if err != nil {
		return nil, err
	}
	out := make([]Swings, len(quotas))
	if len(quotas) == 0 {
		return out, nil
	}
	all, err := newTally(1, g.width(quotas), g.players)
	if err != nil {
		return nil, err
	}
	all.v[0] = 1
	for i, w := range g.weights {
		for range g.count[i] {
			all.add(all.v, all.v, w)
		}
	}
	without := &tally{all.width, all.words, make([]uint64, len(all.v))}
	absolute := blank(len(quotas), len(weights))
	for _, w := range g.weights {
		copy(without.v, all.v)
		without.subtract(without.v, without.v, w)
		for k, q := range quotas {
			q = g.dual(q)
			spread(absolute[k], weights, w, math.Ldexp(without.sum(without.v, q-w, q), 1-g.players))
		}
	}
	for k, a := range absolute {
		out[k] = Swings{a, normalised(a)}
	}
	return out, nil
}

// normalised scales values to sum to 1.
func normalised(values []float64) []float64 {
	total := 0.0
	for _, v := range values {
		total += v
	}
	out := make([]float64, len(values))
	for i, v := range values {
		out[i] = v / total
	}
	return out
}
