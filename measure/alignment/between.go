package alignment

import (
	"math"

	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/trace/param"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// Standing is where a state stands between two powers in a year, with what that
// rests on. Lean and Hedge carry their range over the settings; Rivals says
// whether the powers are rivals on record, without which Hedge is not given.
type Standing struct {
	State, A, B    ir.CCode
	Year           ir.Year
	TiesA, TiesB   Ties
	Stance         Stance
	Rivals         bool
	HasLean        bool
	HasHedge       bool
	Lean, Hedge    prov.Number
	FactsA, FactsB Facts // what is on record, before it is put on a scale
}

// Between compares the ties of a state to two powers as of a year. A state does
// not stand between itself and another, so that nothing is known then.
func Between(s *panel.Snapshot, state, a, b ir.CCode, y ir.Year, set Settings, w Window) Standing {
	out := Standing{State: state, A: a, B: b, Year: y}
	trail := prov.Trail{}
	if state == a || state == b || a == b {
		out.FactsA, out.FactsB = nothing(), nothing()
	} else {
		var toA, toB prov.Trail
		out.FactsA, toA = Read(s, state, a, y, w)
		out.FactsB, toB = Read(s, state, b, y, w)
		r := reader{s: s, year: y, oldest: y - ir.Year(w.MaxAge)}
		out.Rivals = r.either("rivalry", ir.Directed{From: a, To: b}) >= 1
		trail = prov.Merge("ties", toA, toB, prov.Trail{Figures: r.used})
	}
	out.TiesA, out.TiesB = TiesOf(out.FactsA, set.Terms), TiesOf(out.FactsB, set.Terms)
	out.Stance = Compare(out.FactsA, out.FactsB, set)
	out.HasLean, out.HasHedge = out.Stance.Lean.Known(), out.Rivals && out.Stance.Hedge.Known()
	if out.HasLean {
		out.Lean = number("lean", out.Stance.Lean, trail)
	}
	if out.HasHedge {
		out.Hedge = number("hedge", out.Stance.Hedge, trail, "kuik2008")
	}
	return out
}

// missing is the value of what is not known.
var missing = math.NaN()

// nothing is a record of which nothing is known.
func nothing() Facts {
	n := missing
	return Facts{n, n, n, n, n, n, n, n, n, n}
}

func number(formula string, v Interval, from prov.Trail, cites ...string) prov.Number {
	t := prov.Trail{Figures: from.Figures, Cites: append(cites, "bailey2017", "hirschman1945", "leeds2002")}
	for _, f := range param.Fields(Settings{}) {
		t.Params = append(t.Params, f.Name)
	}
	t.Params = append(t.Params, "tie_max_age")
	return prov.Number{Value: v.Value, Low: v.Low, High: v.High, Trail: prov.Merge(formula, t)}
}

// Record is the ties of a state to two powers in each year from first to last,
// for [Steadiness]. A year in which nothing is known has a point without ties,
// and so has every year of one of the powers.
func Record(s *panel.Snapshot, state, a, b ir.CCode, first, last ir.Year, t Terms, w Window) []Point {
	var out []Point
	for y := first; y <= last; y++ {
		toA, toB := nothing(), nothing()
		if state != a && state != b && a != b {
			toA, _ = Read(s, state, a, y, w)
			toB, _ = Read(s, state, b, y, w)
		}
		out = append(out, Point{Year: y, A: TiesOf(toA, t), B: TiesOf(toB, t)})
	}
	return out
}
