package study

import (
	"math"
	"slices"

	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/measure/alignment"
	"github.com/shatterbelt/shatterbelt/measure/similarity"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// The indicators of ties that imported data bring.
const (
	sideChanges = "side_changes"
	arms        = "arms_transfers"
	visits      = "visits"
	exercises   = "exercises"
)

// The series that a swing can rest on.
const (
	SwingVotes     = "votes"     // UN ideal point
	SwingAgreement = "agreement" // kappa of roll calls
	SwingTrade     = "trade"     // trade over output
	SwingArms      = "arms"      // arms transferred to the state
	SwingVisits    = "visits"    // leaders' visits
	SwingExercises = "exercises" // joint exercises
)

// Swing is how far a state's alignment between two powers changes when its leader
// does, beyond other years, among states.
type Swing struct {
	State ir.CCode `json:"ccode"`
	Pair  Pair     `json:"pair"`
	// Known says whether the record suffices; the other fields but Turnover, Entries,
	// From, To and Parts are empty where it does not.
	Known      bool              `json:"known"`
	Percentile prov.Number       `json:"percentile"` // of states that swing less, with its range over settings
	Verdict    alignment.Verdict `json:"verdict"`
	// Own is how many times as far the state moved in a year of turnover as in
	// another; Pooled is that drawn towards Usual, what is usual among states.
	Own    float64 `json:"own"`
	Pooled float64 `json:"pooled"`
	Usual  float64 `json:"usual"`
	// Above is the chance that the state swings more than is usual.
	Above    float64     `json:"above_usual"`
	States   int         `json:"states"`
	Settings int         `json:"settings"` // in which the state could be compared
	Parts    []SwingPart `json:"parts"`
	// Field is what Pooled is of every state compared, with an interval of one
	// standard error either way for the state itself.
	Field     []SwingOf `json:"field"`
	PooledLow float64   `json:"pooled_low"`
	PooledTop float64   `json:"pooled_high"`
	// Turnover is the indicator that says when a leader or side entered, Entries the
	// years in which one did, From and To the years for which it is known.
	Turnover string    `json:"turnover"`
	Entries  []ir.Year `json:"entries"`
	From     ir.Year   `json:"from"`
	To       ir.Year   `json:"to"`
}

// SwingOf is the pooled swing of one state.
type SwingOf struct {
	State  ir.CCode `json:"ccode"`
	Pooled float64  `json:"pooled"`
}

// SwingPart is one series of a swing.
type SwingPart struct {
	Series    string  `json:"series"`
	Turnovers int     `json:"turnover_years"`
	Other     int     `json:"other_years"`
	Ratio     float64 `json:"ratio,omitempty"` // of the mean change in the two kinds of years; 0 where unknown
	Used      bool    `json:"used"`
}

// swinger gathers the series of all states between two powers.
type swinger struct {
	x      *Situation
	pair   Pair
	states []ir.CCode
	years  []ir.Year
}

// Swing measures the swing of a state between a pair of powers, among all states
// but the two. Votes, where there are any, add the agreement of roll calls.
func (x *Situation) Swing(state ir.CCode, pair Pair, votes []similarity.System) Swing {
	out := Swing{State: state, Pair: pair, Turnover: leaders, Verdict: alignment.Undetermined}
	if d, ok := x.s.Describe(sideChanges); ok && d.Covered() {
		out.Turnover = sideChanges
	}
	first, last, ok := x.s.Covered(out.Turnover, state)
	last = min(last, x.Year)
	if !ok || last <= first || state == pair.A || state == pair.B {
		return out
	}
	out.From, out.To = first, last
	w := &swinger{x: x, pair: pair}
	for y := first; y <= last; y++ {
		w.years = append(w.years, y)
		if c, ok := x.s.At(out.Turnover, state, y); ok && c.Value > 0 {
			out.Entries = append(out.Entries, y)
		}
	}
	for _, st := range x.s.Codes().All() {
		if st.CCode != pair.A && st.CCode != pair.B {
			w.states = append(w.states, st.CCode)
		}
	}
	series := w.series(votes)
	own := slices.Index(w.states, state)
	r, ok := alignment.SwingOf(series, w.entries(out.Turnover), own, x.settings.Swinging)
	for _, p := range r.Parts {
		part := SwingPart{Series: p.Key, Turnovers: p.Turnovers, Other: p.Other, Used: p.Used}
		if !math.IsNaN(p.Ratio) && !math.IsInf(p.Ratio, 0) {
			part.Ratio = p.Ratio
		}
		out.Parts = append(out.Parts, part)
	}
	if !ok {
		return out
	}
	out.Known, out.Verdict = true, r.Verdict
	out.Percentile = prov.Number{Value: r.Percentile.Value, Low: r.Percentile.Low, High: r.Percentile.High, Unit: "percentile", Trail: w.trail(state, out)}
	out.Own, out.Pooled, out.Usual, out.Above = r.Own, r.Pooled, r.Usual, r.Above
	out.States, out.Settings = r.States, r.Settings-r.Passed
	out.PooledLow, out.PooledTop = r.Pooled*math.Exp(-r.Error), r.Pooled*math.Exp(r.Error)
	for i, at := range r.Field {
		out.Field = append(out.Field, SwingOf{w.states[at], r.Among[i]})
	}
	return out
}

// entries are how many leaders entered office, by state and year.
func (w *swinger) entries(indicator string) [][]float64 {
	return w.each(func(c ir.CCode, y ir.Year) float64 {
		cell, ok := w.x.s.At(indicator, c, y)
		if !ok {
			return math.NaN()
		}
		return cell.Value
	})
}

// each fills states x years.
func (w *swinger) each(of func(ir.CCode, ir.Year) float64) [][]float64 {
	out := make([][]float64, len(w.states))
	for i, c := range w.states {
		for _, y := range w.years {
			out[i] = append(out[i], of(c, y))
		}
	}
	return out
}

// series are those for which there are figures: closeness to A less closeness to B,
// or what moves with it.
func (w *swinger) series(votes []similarity.System) []alignment.Course {
	var out []alignment.Course
	add := func(key string, of func(ir.CCode, ir.Year) float64) {
		values := w.each(of)
		if slices.ContainsFunc(values, func(row []float64) bool {
			return slices.ContainsFunc(row, func(v float64) bool { return !math.IsNaN(v) })
		}) {
			out = append(out, alignment.Course{Key: key, Values: values})
		}
	}
	add(SwingVotes, w.votes)
	add(SwingTrade, w.trade)
	for _, s := range []struct{ key, indicator string }{{SwingArms, arms}, {SwingVisits, visits}, {SwingExercises, exercises}} {
		add(s.key, func(c ir.CCode, y ir.Year) float64 { return w.flow(s.indicator, c, y) })
	}
	if len(votes) > 0 {
		add(SwingAgreement, w.agreement(votes))
	}
	return out
}

// votes is the state's own ideal point. Which way it moves does not matter to a
// swing, and that a power moves is none of the state's doing.
func (w *swinger) votes(c ir.CCode, y ir.Year) float64 { return exactOr(w.x.s.At(idealPoint, c, y)) }

// trade is by how much more of output is traded with A than with B.
func (w *swinger) trade(c ir.CCode, y ir.Year) float64 {
	gdp := exactOr(w.x.s.At(gdpCurrent, c, y))
	with := func(p ir.CCode) float64 {
		return exactOr(w.x.s.DyadAt(exports, ir.Directed{From: c, To: p}, y)) + exactOr(w.x.s.DyadAt(exports, ir.Directed{From: p, To: c}, y))
	}
	return (with(w.pair.A) - with(w.pair.B)) / gdp
}

// flow is by how much more came from A than from B, on a logarithmic scale that
// begins at 0, since few years hold most of what is transferred.
func (w *swinger) flow(indicator string, c ir.CCode, y ir.Year) float64 {
	from := func(p ir.CCode) float64 {
		return math.Log1p(exactOr(w.x.s.DyadAt(indicator, ir.Directed{From: p, To: c}, y)))
	}
	return from(w.pair.A) - from(w.pair.B)
}

// agreement is by how much the kappa of roll calls with A exceeds that with B.
func (w *swinger) agreement(votes []similarity.System) func(ir.CCode, ir.Year) float64 {
	kappa := map[ir.Year]func(a, b ir.CCode) float64{}
	for _, system := range votes {
		if float64(system.Items) >= w.x.settings.Ties.LeastCalls {
			kappa[system.Year] = kappaOf(system)
		}
	}
	return func(c ir.CCode, y ir.Year) float64 {
		of, ok := kappa[y]
		if !ok {
			return math.NaN()
		}
		return of(c, w.pair.A) - of(c, w.pair.B)
	}
}

// kappaOf looks the kappa of two states up, NaN where either is no member.
func kappaOf(s similarity.System) func(a, b ir.CCode) float64 {
	return func(a, b ir.CCode) float64 {
		i, okA := s.At(a)
		k, okB := s.At(b)
		if !okA || !okB {
			return math.NaN()
		}
		j := similarity.Cross(s.Of(i), s.Of(k), nil, s.Levels)
		return similarity.Kappa(&j)
	}
}

// trail notes what the state's own part of the swing rests on.
func (w *swinger) trail(state ir.CCode, s Swing) prov.Trail {
	l := w.x.ledger()
	for _, y := range w.years {
		if cell, ok := l.s.At(idealPoint, state, y); ok {
			l.note(l.s.Figure(idealPoint, state, cell))
		}
		if cell, ok := l.s.At(s.Turnover, state, y); ok {
			l.note(l.s.Figure(s.Turnover, state, cell))
		}
	}
	t := l.trail("swing", "turnover_window", "series_together", "least_turnovers", "least_other_years")
	t.Cites = []string{"dersimonian1986", "mattes2015", "morris1983", "smith2016"}
	return t
}

// exactOr is the value of a cell, or NaN where there is none or it is a forecast.
func exactOr(c panel.Cell, ok bool) float64 {
	if !ok || c.Kind == prov.Forecast {
		return math.NaN()
	}
	return c.Value
}
