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

// gradients are the forms of the gradient with the ends of their parameters.
func gradients() []option {
	boulding := ends(capability.Gradient{}, "half_distance", func(s *between.Settings, v float64) { s.HalfDistance = v })
	projected := ends(capability.Transport{}, "miles_per_day_late", func(s *between.Settings, v float64) { s.Projected, s.Late = true, v })
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

// overSettings fills in how the ranks of all three readings, and the values of
// the state itself, move over the settings, and which choice moves them most.
func (x *Situation) overSettings(out *Position) {
	e := between.NewEvaluator(x.field)
	own, _ := x.field.Index(out.State)
	all := variants(x.settings.Settings)
	tried := make([][]int, int(Readings)*x.field.Len()) // ranks by reading and state
	same := 0
	for _, v := range all {
		rows := e.Squeeze(v.set)
		if pair, ok := e.Pair(rows[own]); ok && x.pairIs(pair, out.Pair) {
			same++
		}
		widen(&out.Squeeze, rows[own].Squeeze)
		widen(&out.Total, rows[own].Total)
		widen(&out.Tightness, rows[own].Tightness)
		for m, of := range readings {
			values := make([]float64, len(rows))
			for i, r := range rows {
				values[i] = of(r)
			}
			for i, rank := range ranks(values) {
				tried[int(m)*x.field.Len()+i] = append(tried[int(m)*x.field.Len()+i], rank)
			}
		}
	}
	out.Settings, out.PairShare = len(all), float64(same)/float64(len(all))
	out.Movers = movers(all, tried[own])
	for r := range out.Rows {
		i, _ := x.field.Index(out.Rows[r].State)
		for m := range Readings {
			out.Rows[r].Of(m).over(tried[int(m)*x.field.Len()+i])
		}
	}
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
