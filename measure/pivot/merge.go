package pivot

import "fmt"

// Merge makes one player of each bloc. It returns the weights of the players
// that are left, in the order of their first members, and, for each of the
// original players, which of them it now is. A player in no bloc stays as it
// is; one named twice, or not in the game, is an error. An empty bloc is none.
func Merge(weights []int, blocs [][]int) (merged, player []int, err error) {
	bloc := make([]int, len(weights))
	for b, members := range blocs {
		for _, i := range members {
			switch {
			case i < 0 || i >= len(weights):
				return nil, nil, fmt.Errorf("pivot: bloc %d has player %d; want 0 to %d", b, i, len(weights)-1)
			case bloc[i] != 0:
				return nil, nil, fmt.Errorf("pivot: player %d is in bloc %d and bloc %d, or twice in one", i, bloc[i]-1, b)
			}
			bloc[i] = b + 1
		}
	}
	player = make([]int, len(weights))
	first := make([]int, len(blocs)) // the bloc's new player, plus 1
	for i, w := range weights {
		b := bloc[i] - 1
		if b >= 0 && first[b] > 0 {
			player[i] = first[b] - 1
			merged[player[i]] += w
			continue
		}
		player[i] = len(merged)
		merged = append(merged, w)
		if b >= 0 {
			first[b] = len(merged)
		}
	}
	return merged, player, nil
}

// Together compares the Shapley-Shubik index of a bloc that acts as one player
// with the sum of its members' when each acts alone. The difference is what
// merging wins or, as often, loses them.
func Together(weights []int, quota int, bloc []int) (together, alone float64, err error) {
	merged, player, err := Merge(weights, [][]int{bloc})
	if err != nil || len(bloc) == 0 {
		return 0, 0, err
	}
	before, err := ShapleyShubik(weights, quota)
	if err != nil {
		return 0, 0, err
	}
	after, err := ShapleyShubik(merged, quota)
	if err != nil {
		return 0, 0, err
	}
	for _, i := range bloc {
		alone += before[i]
	}
	return after[player[bloc[0]]], alone, nil
}
