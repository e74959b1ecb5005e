package between

import (
	"fmt"
	"math"
	"slices"
)

// Shuffle says what the null model moves among the powers. Where states and
// powers lie, and who is whose neighbour, always stays.
type Shuffle int

const (
	// Apart permutes capabilities and rivalries independently: any power could
	// have been as strong as any other, and any pair as hostile as any other
	// pair of the same pattern. There are k!·k! arrangements of k powers.
	Apart Shuffle = iota
	// Jointly moves each power's capability and rivalries to one other place.
	Jointly
	// Capabilities leaves rivalries where they are.
	Capabilities
	// Rivalries leaves capabilities where they are.
	Rivalries
)

// A Scorer fills out with the score of every state when power g has the
// capability of power capability[g], and powers g and h the hostility of powers
// rivalry[g] and rivalry[h]. It must not keep or change the permutations.
type Scorer func(capability, rivalry []int, out []float64)

// Nulls is a null model of shatter zones.
type Nulls struct {
	Powers  int
	Shuffle Shuffle
	// Draws is how many arrangements to draw at random. If there are no more
	// than that in all, each is taken once instead.
	Draws int
	Seed  uint64
}

// Against is one observed statistic against its null distribution.
type Against struct {
	Observed float64
	// Null is the statistic under the null model, ascending, gaps left out.
	Null []float64
	// Above and Below are the chances, under the null model, of a statistic as
	// high as the observed or higher, and as low or lower.
	Above, Below float64
}

// Quantile is the value that a share p of the null distribution does not exceed,
// or NaN if there is none.
func (a Against) Quantile(p float64) float64 {
	if len(a.Null) == 0 {
		return math.NaN()
	}
	return a.Null[min(max(int(math.Ceil(p*float64(len(a.Null))))-1, 0), len(a.Null)-1)]
}

// NullResult says which part of a map of scores its geography does not explain.
type NullResult struct {
	Arrangements int       // taken into account
	Exact        bool      // all there are, each once
	Score        []Against // of each state
	Count        Against   // of zones
	Size         Against   // states in the largest zone, 0 where there is none
	Depth        Against   // of the largest zone: birth less death, in units of the score
	// Second is the persistence of the region that lasts second longest, 0 where
	// there is one region only. The first always lasts over the whole range.
	Second Against
}

// Null compares the zones of a map with those that would be there if the same
// capabilities and rivalries were spread differently over the same powers in the
// same places. Scores of neighbours are alike by construction, since distances
// are, so a test of clustering that takes states for independent would find
// zones in any map; here every arrangement is as smooth as the observed one.
//
// The threshold is drawn anew for each arrangement, as a quantile of its own
// scores. Chances count the observed arrangement: it is one of all where all are
// taken, and else the count of drawn ones as extreme is raised by one over the
// draws raised by one, so that no chance is 0 [phipson2010]. Statistics within a
// billionth of each other count as equal. Draws are keyed by seed and number. A
// state without a score in the observed map has no chances; arrangements in
// which it has none are passed over.
func Null(states int, near [][]int, score Scorer, z Zoning, n Nulls) (NullResult, error) {
	if n.Powers < 0 || n.Draws < 1 || n.Shuffle < Apart || n.Shuffle > Rivalries {
		return NullResult{}, fmt.Errorf("between: %d powers, %d draws, shuffle %d; want 0 or more, 1 or more, and one of those declared", n.Powers, n.Draws, n.Shuffle)
	}
	all, few := n.arrangements()
	total := n.Draws
	if few {
		total = all
	}
	out := make([]float64, states)
	collect := newCollector(states)
	identity := make([]int, n.Powers)
	for g := range identity {
		identity[g] = g
	}
	score(identity, identity, out)
	collect.observe(out, near, z)
	for k := range total {
		pick := n.draw
		if few {
			pick = n.nth
		}
		capability, rivalry := pick(k)
		score(capability, rivalry, out)
		collect.add(out, near, z)
	}
	return collect.result(total, few), nil
}

// statistics are those of a map, in the order of the collector.
const statistics = 4

// collector gathers observed statistics and null distributions: those of the
// map, then the scores of states.
type collector struct {
	observed []float64
	null     [][]float64
}

func newCollector(states int) *collector {
	return &collector{make([]float64, statistics+states), make([][]float64, statistics+states)}
}

// measureMap writes the statistics of a map into out.
func measureMap(out, score []float64, near [][]int, z Zoning) {
	regions := Persistence(score, near)
	zones := shatter(score, near, z, regions)
	out[0], out[1], out[2], out[3] = float64(len(zones)), 0, 0, 0
	if l, ok := Largest(zones); ok {
		out[1], out[2] = float64(len(l.States)), l.Birth-l.Death
	}
	if len(regions) > 1 {
		out[3] = regions[1].Persistence
	}
	copy(out[statistics:], score)
}

func (c *collector) observe(score []float64, near [][]int, z Zoning) {
	measureMap(c.observed, score, near, z)
}

func (c *collector) add(score []float64, near [][]int, z Zoning) {
	row := make([]float64, len(c.observed))
	measureMap(row, score, near, z)
	for i, v := range row {
		if !math.IsNaN(v) {
			c.null[i] = append(c.null[i], v)
		}
	}
}

func (c *collector) result(total int, exact bool) NullResult {
	all := make([]Against, len(c.observed))
	for i := range all {
		all[i] = against(c.observed[i], c.null[i], exact)
	}
	return NullResult{
		Arrangements: total, Exact: exact, Score: all[statistics:],
		Count: all[0], Size: all[1], Depth: all[2], Second: all[3],
	}
}

func against(observed float64, null []float64, exact bool) Against {
	slices.Sort(null)
	a := Against{Observed: observed, Null: null, Above: math.NaN(), Below: math.NaN()}
	if math.IsNaN(observed) {
		return a
	}
	above, below := 0, 0
	slack := 1e-9 * math.Abs(observed)
	for _, v := range null {
		if v >= observed-slack {
			above++
		}
		if v <= observed+slack {
			below++
		}
	}
	extra := 1
	if exact {
		extra = 0
	}
	a.Above = float64(above+extra) / float64(len(null)+extra)
	a.Below = float64(below+extra) / float64(len(null)+extra)
	return a
}
