package pivot

import (
	"fmt"
	"math"
	"slices"
)

// Voting sets how capabilities become a weighted voting game.
type Voting struct {
	// Quota is the share of all weight that a coalition must exceed to prevail.
	Quota float64 `name:"pivot_quota" unit:"share" min:"0.5" max:"0.9" default:"0.5" ref:"assumed" why:"no rule of the state system sets one; a half is mere superiority, and attackers are often held to need three to one, which is three quarters" en:"share of capability a coalition must exceed to prevail" ko:"연합이 우세하려면 넘어야 하는 능력의 비율"`

	// Units is how many whole units all capability is divided into. States of
	// less than half a unit have no weight.
	Units float64 `name:"pivot_units" unit:"units" min:"200" max:"5000" default:"1000" scale:"log" ref:"assumed" why:"fineness of rounding; exact indices need whole weights, and published capabilities do not bear more than three digits" en:"units that all capability is divided into" ko:"전체 능력을 나누는 단위의 수"`
}

// Weights divides units among players in proportion to their capability and
// returns whole weights that sum to units: each gets the whole part of its due,
// and what is left goes to the largest remainders, earlier players first.
// Capabilities may have any unit but none may be missing, negative or infinite,
// and one at least must be positive.
func Weights(capability []float64, units int) ([]int, error) {
	total := 0.0
	for i, c := range capability {
		if !(c >= 0) || math.IsInf(c, 0) {
			return nil, fmt.Errorf("pivot: player %d has capability %v; want 0 or more, or leave it out", i, c)
		}
		total += c
	}
	if !(total > 0) || math.IsInf(total, 0) || units < 1 {
		return nil, fmt.Errorf("pivot: capability %v cannot be divided into %d units", total, units)
	}
	weights := make([]int, len(capability))
	rest := make([]float64, len(capability))
	order := make([]int, len(capability))
	left := units
	for i, c := range capability {
		due := c / total * float64(units)
		weights[i] = int(due)
		rest[i], order[i] = due-math.Floor(due), i
		left -= weights[i]
	}
	slices.SortStableFunc(order, func(a, b int) int {
		switch {
		case rest[a] > rest[b]:
			return -1
		case rest[a] < rest[b]:
			return 1
		}
		return 0
	})
	for _, i := range order[:max(left, 0)] {
		weights[i]++
	}
	return weights, nil
}

// Quota is the fewest whole units that exceed a share of the total weight, but
// never more than the total: a half of 10 is 6, and all of 10 is 10.
func Quota(weights []int, share float64) int {
	total := 0
	for _, w := range weights {
		total += w
	}
	return min(int(math.Floor(share*float64(total)))+1, total)
}

// Game turns capabilities into the weights and the quota of a voting game.
func (v Voting) Game(capability []float64) (weights []int, quota int, err error) {
	weights, err = Weights(capability, int(math.Round(v.Units)))
	if err != nil {
		return nil, 0, err
	}
	return weights, Quota(weights, v.Quota), nil
}

// maxCells bounds the table of coalitions, at 8 bytes a cell.
const maxCells = 1 << 27

// checked is a weighted game with the players that can matter: weights above 0.
type checked struct {
	weights []int // of players with any weight, ascending and each once
	count   []int // how many players have that weight
	players int   // with any weight
	total   int
}

func check(weights []int, quotas []int) (checked, error) {
	var g checked
	sorted := slices.Clone(weights)
	slices.Sort(sorted)
	for _, w := range sorted {
		switch {
		case w < 0:
			return g, fmt.Errorf("pivot: a weight is %d; want 0 or more", w)
		case w == 0:
			continue
		case g.total > math.MaxInt-w:
			return g, fmt.Errorf("pivot: the weights sum to more than %d; use coarser units", math.MaxInt)
		}
		g.players++
		g.total += w
		if n := len(g.weights); n > 0 && g.weights[n-1] == w {
			g.count[n-1]++
			continue
		}
		g.weights, g.count = append(g.weights, w), append(g.count, 1)
	}
	for _, q := range quotas {
		if q < 1 || q > g.total {
			return g, fmt.Errorf("pivot: the quota is %d; want 1 to the total weight, %d", q, g.total)
		}
	}
	return g, nil
}

// dual is the quota at which the same players have the same indices, since a
// coalition wins at one exactly where the rest cannot win without it at the
// other. The lower of the two needs the smaller table.
func (g checked) dual(q int) int { return min(q, g.total-q+1) }

// width is how many weights, from 0, the tables for some quotas must hold.
func (g checked) width(quotas []int) int {
	w := 0
	for _, q := range quotas {
		w = max(w, g.dual(q))
	}
	return w
}
