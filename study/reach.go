package study

import (
	"math"
	"slices"

	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/measure/between"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// ReachOf is what one power can bring to bear at a state: from home, from its
// nearest base, and over the years. Shares are of world military spending.
type ReachOf struct {
	Power      ir.CCode    `json:"power"`
	Capability prov.Number `json:"capability"` // at home
	HomeKM     float64     `json:"home_km"`
	Home       float64     `json:"from_home"`
	// Host is the state whose bases carry most, and BaseKM and Base what they
	// do; [ir.World] where no base is on record.
	Host   ir.CCode `json:"host,omitempty"`
	BaseKM float64  `json:"base_km,omitempty"`
	Base   float64  `json:"from_base,omitempty"`
	// Bases are the states from which bases would carry it there, those on record
	// and those that are not, so that a reader can move one.
	Bases []BaseOf `json:"bases"`
	// Projected is reach by Bueno de Mesquita's gradient in place of Boulding's.
	Projected float64      `json:"projected"`
	Years     []TrendPoint `json:"years"` // reach in each year on record
}

// BaseOf is what bases in one state carry, or would carry, to another.
type BaseOf struct {
	Host    ir.CCode `json:"host"`
	KM      float64  `json:"km"`
	Reach   float64  `json:"reach"`
	Present bool     `json:"present"` // whether bases there are on record
}

// At is the larger of reach from home and from base.
func (r ReachOf) At() float64 { return max(r.Home, r.Base) }

// Contest sets the reach of A and B at a state side by side.
type Contest struct {
	State ir.CCode `json:"ccode"`
	A     ReachOf  `json:"a"`
	B     ReachOf  `json:"b"`
	// Settings is in how many settings the two were compared, and BAhead in what
	// share of them B reaches further.
	Settings int     `json:"settings"`
	BAhead   float64 `json:"b_ahead"`
	// Crossed is the last year in which the lines changed places; 0 if never.
	Crossed ir.Year `json:"crossed,omitempty"`
	// Half is the half-distance of the curve drawn, in km.
	Half      float64 `json:"half_distance"`
	BaseShare float64 `json:"base_share"`
}

// Contest compares what the two powers of a pair can bring to bear at a state.
// Ok is false where one of them has no capability or distance on record, or is
// the state itself.
func (x *Situation) Contest(state ir.CCode, pair Pair) (c Contest, ok bool) {
	i, known := x.field.Index(state)
	a, alsoA := x.field.Index(pair.A)
	b, alsoB := x.field.Index(pair.B)
	if !known || !alsoA || !alsoB || a == i || b == i {
		return Contest{}, false
	}
	c = Contest{State: state, Half: x.settings.HalfDistance, BaseShare: x.settings.BaseShare}
	e := x.evaluator()
	c.A, c.B = x.reachOf(e, a, i), x.reachOf(e, b, i)
	x.overYears(&c)
	ahead := 0
	for _, v := range variants(x.settings.Settings) {
		e.Set(v.set)
		if e.ReachOf(b, i) > e.ReachOf(a, i) {
			ahead++
		}
		c.Settings++
	}
	c.BAhead = float64(ahead) / float64(c.Settings)
	return c, c.A.HomeKM > 0 && c.B.HomeKM > 0
}

func (x *Situation) reachOf(e *between.Evaluator, g, i int) ReachOf {
	f, set := x.field, x.settings.Settings
	share := f.Capability(set)[g]
	trail, low, high := x.reachTrail(g, g, i)
	out := ReachOf{
		Power: f.States[g], HomeKM: f.Distance(g, i, set.Territory),
		Capability: prov.Number{Value: share, Low: share * low, High: share * high, Unit: x.unit(), Trail: trail},
	}
	if math.IsNaN(out.HomeKM) {
		out.HomeKM = 0
	}
	out.Home = share * set.Decay(f.Distance(g, i, set.Territory))
	for h := range f.States {
		km := f.Distance(h, i, set.Territory)
		if h == g || math.IsNaN(km) {
			continue
		}
		b := BaseOf{f.States[h], km, set.BaseShare * share * set.Decay(km), f.Present(g, h, set.Presence)}
		out.Bases = append(out.Bases, b)
		if b.Present && b.Reach > out.Base {
			out.Host, out.BaseKM, out.Base = b.Host, b.KM, b.Reach
		}
	}
	set.Projected = true
	e.Set(set)
	out.Projected = e.ReachOf(g, i)
	e.Set(x.settings.Settings)
	return out
}

// overYears fills in reach in every year with figures of both, and when the
// lines last changed places.
func (x *Situation) overYears(c *Contest) {
	if x.basis != BySpending {
		return
	}
	lead := 0
	for _, y := range yearsOf(x.s.Series(milex, c.B.Power), x.Year) {
		if _, ok := x.s.At(milex, c.A.Power, y); !ok {
			continue
		}
		f := x.record.Field(y, x.settings.Settings, between.Basis{})
		i, ok := f.Index(c.State)
		a, alsoA := f.Index(c.A.Power)
		b, alsoB := f.Index(c.B.Power)
		if !ok || !alsoA || !alsoB {
			continue
		}
		e := between.NewEvaluator(f)
		e.Set(x.settings.Settings)
		ra, rb := e.ReachOf(a, i), e.ReachOf(b, i)
		c.A.Years = append(c.A.Years, TrendPoint{y, ra, ra, ra})
		c.B.Years = append(c.B.Years, TrendPoint{y, rb, rb, rb})
		now := 1
		if rb < ra {
			now = -1
		}
		if lead != 0 && now != lead {
			c.Crossed = y
		}
		lead = now
	}
}

// yearsOf are the years of figures up to one.
func yearsOf(cells []panel.Cell, last ir.Year) []ir.Year {
	var out []ir.Year
	for _, cell := range cells {
		if cell.Year <= last && cell.Kind != prov.Forecast && !slices.Contains(out, cell.Year) {
			out = append(out, cell.Year)
		}
	}
	return out
}
