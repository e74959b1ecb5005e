package study

import (
	"slices"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/measure/alignment"
	"github.com/shatterbelt/shatterbelt/measure/similarity"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// SwingAmong is the pooled swing of a state among some others.
type SwingAmong struct {
	Pooled float64
	Error  float64   // standard error of its logarithm
	Others []float64 // pooled swings of the other states
	Trail  prov.Trail
}

// SwingBy is [Situation.Swing] over one of the series, or all of them where it
// is "", and among some states. Ok is false where the record does not suffice.
func (x *Situation) SwingBy(state ir.CCode, pair Pair, votes []similarity.System, series string, among []ir.CCode) (out SwingAmong, ok bool) {
	turnover := leaders
	if d, known := x.s.Describe(sideChanges); known && d.Covered() {
		turnover = sideChanges
	}
	first, last, known := x.s.Covered(turnover, state)
	if last = min(last, x.Year); !known || last <= first {
		return out, false
	}
	w := &swinger{x: x, pair: pair}
	for y := first; y <= last; y++ {
		w.years = append(w.years, y)
	}
	for _, st := range x.s.Codes().All() {
		c := st.CCode
		if c != pair.A && c != pair.B && (c == state || slices.Contains(among, c)) {
			w.states = append(w.states, c)
		}
	}
	used := slices.DeleteFunc(w.series(votes), func(c alignment.Course) bool { return series != "" && c.Key != series })
	own := slices.Index(w.states, state)
	if own < 0 || len(used) == 0 {
		return out, false
	}
	r, ok := alignment.SwingOf(used, w.entries(turnover), own, x.settings.Swinging)
	if !ok {
		return out, false
	}
	out.Pooled, out.Error = r.Pooled, r.Error
	for i, at := range r.Field {
		if at != own {
			out.Others = append(out.Others, r.Among[i])
		}
	}
	out.Trail = w.trail(state, Swing{Turnover: turnover})
	return out, len(out.Others) > 0
}
