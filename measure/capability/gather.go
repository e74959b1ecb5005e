package capability

import (
	"math"

	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/ir"
)

// taken is the value of an ingredient for one state, with where it comes from.
type taken struct {
	value   float64
	year    ir.Year // of the oldest figure; 0 where none was needed
	sources []string
}

func missing() taken { return taken{value: math.NaN()} }

// use notes that a cell went into the value.
func (v *taken) use(s *panel.Snapshot, c panel.Cell) {
	if v.year == 0 || c.Year < v.year {
		v.year = c.Year
	}
	v.sources = append(v.sources, s.Source(c).Key)
}

// gatherer takes the values of ingredients for a group of states from figures
// of the years first to last.
type gatherer struct {
	s           *panel.Snapshot
	group       []ir.CCode
	first, last ir.Year
}

// values returns one value for each state of the group.
func (g *gatherer) values(in Ingredient) []taken {
	switch in.Take {
	case TakeCountIn, TakeSumIn, TakeTotalOut:
		return g.ties(in)
	case TakeDistance:
		return g.distances(in)
	}
	out := make([]taken, len(g.group))
	some := false
	for i, state := range g.group {
		out[i] = g.figure(in, state)
		some = some || !math.IsNaN(out[i].value)
	}
	for i := range out {
		if in.Absent && some && math.IsNaN(out[i].value) {
			out[i] = taken{}
		}
	}
	return out
}

func (g *gatherer) latest(indicator string, state ir.CCode) (panel.Cell, bool) {
	c, ok := g.s.Latest(indicator, state, g.last)
	return c, ok && c.Year >= g.first
}

// figure is a state's own figure, over another of the same year if asked for.
func (g *gatherer) figure(in Ingredient, state ir.CCode) taken {
	c, ok := g.latest(in.Indicator, state)
	if !ok {
		return missing()
	}
	v := taken{value: c.Value}
	v.use(g.s, c)
	if in.Per == "" {
		return v
	}
	per, ok := g.s.At(in.Per, state, c.Year)
	if !ok || per.Value <= 0 {
		return missing()
	}
	v.value /= per.Value
	v.use(g.s, per)
	return v
}

// ties gathers from dyadic figures. Where no dyad of the snapshot has a figure
// in the years allowed, the indicator is missing for all; otherwise a tie that
// is absent counts as none.
func (g *gatherer) ties(in Ingredient) []taken {
	index := make(map[ir.CCode]int, len(g.group))
	out := make([]taken, len(g.group))
	for i, state := range g.group {
		index[state] = i
	}
	covered := false
	all := g.s.Codes().All()
	for _, from := range all {
		for _, to := range all {
			c, ok := g.s.DyadLatest(in.Indicator, ir.Directed{From: from.CCode, To: to.CCode}, g.last)
			if !ok || c.Year < g.first {
				continue
			}
			covered = true
			whose := to.CCode
			if in.Take == TakeTotalOut {
				whose = from.CCode
			}
			if i, ours := index[whose]; ours && c.Value != 0 {
				g.tie(&out[i], in, from.CCode, c)
			}
		}
	}
	if !covered {
		for i := range out {
			out[i] = missing()
		}
	}
	return out
}

// tie adds one tie to a value. A partner without the figure to be summed adds
// nothing.
func (g *gatherer) tie(v *taken, in Ingredient, partner ir.CCode, c panel.Cell) {
	switch in.Take {
	case TakeCountIn:
		v.value++
	case TakeTotalOut:
		v.value += c.Value
	case TakeSumIn:
		of, ok := g.latest(in.Of, partner)
		if !ok {
			return
		}
		v.value += of.Value
		v.use(g.s, of)
	}
	v.use(g.s, c)
}

// distances are mean absolute differences from every other state of the
// snapshot that has a figure.
func (g *gatherer) distances(in Ingredient) []taken {
	var others []panel.Cell
	var whose []ir.CCode
	for _, st := range g.s.Codes().All() {
		if c, ok := g.latest(in.Indicator, st.CCode); ok {
			others, whose = append(others, c), append(whose, st.CCode)
		}
	}
	out := make([]taken, len(g.group))
	for i, state := range g.group {
		own, ok := g.latest(in.Indicator, state)
		out[i] = missing()
		if !ok || len(others) < 2 {
			continue
		}
		v := taken{}
		v.use(g.s, own)
		for k, c := range others {
			if whose[k] != state {
				v.value += math.Abs(own.Value - c.Value)
				v.use(g.s, c)
			}
		}
		v.value /= float64(len(others) - 1)
		out[i] = v
	}
	return out
}
