package study

import (
	"cmp"
	"math"
	"slices"
	"strconv"

	"github.com/shatterbelt/shatterbelt/measure/between"
	"github.com/shatterbelt/shatterbelt/measure/capability"
	"github.com/shatterbelt/shatterbelt/trace/param"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// A variant is one combination of the disputable settings: the level of each
// choice, and what they make.
type variant struct {
	levels []int
	set    between.Settings
}

// A choice is one disputable setting and the levels that are tried.
type choice struct {
	name   string
	levels []option
}

type option struct {
	name string
	put  func(*between.Settings)
}

// choices are the disputable settings of position, crossed with one another:
// every parameter at the ends of its range and at its default, both kinds of
// distance and of capability, and both forms of gradient.
func choices() []choice {
	return []choice{
		{"gradient", gradients()},
		ends(capability.Gradient{}, "base_share", func(s *between.Settings, v float64) { s.BaseShare = v }),
		ends(between.Terms{}, "hostility_neither", func(s *between.Settings, v float64) { s.Neither = v }),
		ends(between.Terms{}, "remote_stake", func(s *between.Settings, v float64) { s.RemoteStake = v }),
		{"distance", []option{
			{"capitals", func(s *between.Settings) { s.Territory = false }},
			{"territories", func(s *between.Settings) { s.Territory = true }},
		}},
		{"capability", []option{
			{"spending", func(s *between.Settings) { s.Stock = false }},
			{"stock", func(s *between.Settings) { s.Stock = true }},
		}},
	}
}

// ends are a parameter's least value, its default and its largest.
func ends(v any, name string, put func(*between.Settings, float64)) choice {
	c := choice{name: name}
	for _, f := range param.Fields(v) {
		if f.Name != name {
			continue
		}
		for _, value := range []float64{f.Min, f.Default, f.Max} {
			c.levels = append(c.levels, option{number(value), func(s *between.Settings) { put(s, value) }})
		}
	}
	return c
}

// The units after the level of a gradient: the half-distance of one form, and the
// speed of transport of the other.
const (
	HalfEvery = " km"
	MilesADay = " miles per day"
)

// gradients are the forms of the gradient with the ends of their parameters.
func gradients() []option {
	boulding := ends(capability.Gradient{}, "half_distance", func(s *between.Settings, v float64) { s.HalfDistance = v })
	projected := ends(capability.Transport{}, "miles_per_day_late", func(s *between.Settings, v float64) { s.Projected, s.Late = true, v })
	for i := range boulding.levels {
		boulding.levels[i].name += HalfEvery
		projected.levels[i].name += MilesADay
	}
	return append(boulding.levels, projected.levels...)
}

func number(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }

// variants crosses the choices. What is no choice keeps its default.
func variants(base between.Settings) []variant {
	out := []variant{{set: base}}
	for _, c := range choices() {
		next := make([]variant, 0, len(out)*len(c.levels))
		for _, v := range out {
			for k, l := range c.levels {
				w := variant{append(slices.Clone(v.levels), k), v.set}
				l.put(&w.set)
				next = append(next, w)
			}
		}
		out = next
	}
	return out
}

// tried is what came out under every setting: of each reading and state, the
// ranks in the order of the settings.
type tried struct {
	settings []variant
	states   int
	ranks    [][]int
}

func (t *tried) of(m Reading, state int) []int { return t.ranks[int(m)*t.states+state] }

// try evaluates the field under every setting; each is shown the result of one.
func (x *Situation) try(each func(e *between.Evaluator, rows []between.Squeezed)) *tried {
	e := between.NewEvaluator(x.field)
	n := x.field.Len()
	t := &tried{settings: variants(x.settings.Settings), states: n, ranks: make([][]int, int(Readings)*n)}
	values := make([]float64, n)
	for _, v := range t.settings {
		rows := e.Squeeze(v.set)
		each(e, rows)
		for m, of := range readings {
			for i, r := range rows {
				values[i] = of(r)
			}
			for i, rank := range ranks(values) {
				t.ranks[m*n+i] = append(t.ranks[m*n+i], rank)
			}
		}
	}
	return t
}

// widenRanks gives rows placed at the default setting their ranges.
func (x *Situation) widenRanks(rows []PositionRow, t *tried) {
	for r := range rows {
		i, _ := x.field.Index(rows[r].State)
		for m := range Readings {
			rows[r].Of(m).over(slices.Clone(t.of(m, i)))
		}
	}
}

// Ranking places every state, most squeezed first, with the range of its ranks
// over the disputable settings, and says how many settings those are.
func (x *Situation) Ranking() (rows []PositionRow, settings int) {
	rows = x.rows()
	t := x.try(func(*between.Evaluator, []between.Squeezed) {})
	x.widenRanks(rows, t)
	return rows, len(t.settings)
}

// overSettings fills in how the ranks of all three readings, and the values of
// the state itself, move over the settings, and which choice moves them most.
func (x *Situation) overSettings(out *Position) {
	own, _ := x.field.Index(out.State)
	same := 0
	t := x.try(func(e *between.Evaluator, rows []between.Squeezed) {
		if pair, ok := e.Pair(rows[own]); ok && x.pairIs(pair, out.Pair) {
			same++
		}
		widen(&out.Squeeze, rows[own].Squeeze)
		widen(&out.Total, rows[own].Total)
		widen(&out.Tightness, rows[own].Tightness)
	})
	out.Settings, out.PairShare = len(t.settings), float64(same)/float64(len(t.settings))
	out.Movers = movers(t.settings, t.of(Squeeze, own))
	x.widenRanks(out.Rows, t)
	if row, ok := out.Row(out.State); ok {
		out.Leads = row.Squeeze.High == 1
	}
}

// over widens a standing to the ranks over the settings.
func (s *Standing) over(tried []int) {
	slices.Sort(tried)
	tail := len(tried) / 20
	s.Low, s.High = min(s.Rank, tried[0]), max(s.Rank, tried[len(tried)-1])
	s.Q05, s.Q95 = tried[tail], tried[len(tried)-1-tail]
}

func (x *Situation) pairIs(pair [2]int, p Pair) bool {
	a, b := x.field.States[pair[0]], x.field.States[pair[1]]
	return p == Pair{a, b} || p == Pair{b, a}
}

// movers says how the mean rank differs between the levels of each choice, the
// one that moves it most first. Ranks are in the order of the variants.
func movers(all []variant, ranks []int) []Mover {
	var out []Mover
	for c, ch := range choices() {
		m := Mover{Setting: ch.name, Low: math.Inf(1), High: math.Inf(-1)}
		for k, l := range ch.levels {
			total, n := 0.0, 0.0
			for v := range all {
				if all[v].levels[c] == k {
					total += float64(ranks[v])
					n++
				}
			}
			mean := total / n
			if mean < m.Low {
				m.Low, m.LowAt = mean, l.name
			}
			if mean > m.High {
				m.High, m.HighAt = mean, l.name
			}
		}
		out = append(out, m)
	}
	slices.SortStableFunc(out, func(a, b Mover) int { return cmp.Compare(b.High-b.Low, a.High-a.Low) })
	return out
}

func widen(n *prov.Number, v float64) { n.Low, n.High = min(n.Low, v), max(n.High, v) }
