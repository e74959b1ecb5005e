package pivot

import "math"

// Betweenness returns, for each state, the mean over ordered pairs of a member of
// one bloc and a member of the other, the state not among them, of the share of
// the shortest paths of ties that lead through the state: betweenness
// [freeman1977] restricted to pairs across the blocs, by the accumulation of
// [brandes2001]. It lies in [0, 1]; a pair that no path joins counts as 0.
//
// Ties are as for [Broker], and their strength does not matter; one not known
// counts as none. A state without ties scores 0. One of whose ties none is
// known, or for which there is no pair, scores NaN.
func Betweenness(tie [][]float64, side []Side) []float64 {
	n := len(tie)
	near := neighbours(tie)
	sums := make([]float64, n)
	for s := range tie {
		if side[s] != Neither {
			accumulate(near, side, s, sums)
		}
	}
	members := [3]int{}
	for _, s := range side {
		members[s]++
	}
	for k := range sums {
		others := members
		others[side[k]]--
		pairs := 2 * others[A] * others[B]
		sums[k] /= float64(pairs)
		if pairs == 0 || unknown(tie, k) {
			sums[k] = math.NaN()
		}
	}
	return sums
}

func neighbours(tie [][]float64) [][]int {
	near := make([][]int, len(tie))
	for i, row := range tie {
		for j, t := range row {
			if i != j && t > 0 {
				near[i] = append(near[i], j)
			}
		}
	}
	return near
}

// accumulate adds to sums what each state carries of the shortest paths from s
// to members of the other bloc.
func accumulate(near [][]int, side []Side, s int, sums []float64) {
	n := len(near)
	ways, carried := make([]float64, n), make([]float64, n)
	depth := make([]int, n) // steps from s, plus 1
	queue := append(make([]int, 0, n), s)
	ways[s], depth[s] = 1, 1
	for at := 0; at < len(queue); at++ {
		i := queue[at]
		for _, j := range near[i] {
			if depth[j] == 0 {
				depth[j] = depth[i] + 1
				queue = append(queue, j)
			}
			if depth[j] == depth[i]+1 {
				ways[j] += ways[i]
			}
		}
	}
	for at := len(queue) - 1; at > 0; at-- {
		i := queue[at]
		for _, j := range near[i] {
			if depth[j] != depth[i]+1 {
				continue
			}
			end := carried[j]
			if across(side[s], side[j]) {
				end++
			}
			carried[i] += ways[i] / ways[j] * end
		}
		sums[i] += carried[i]
	}
}
