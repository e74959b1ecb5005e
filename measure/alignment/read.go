package alignment

import (
	"math"

	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// Denominator is what trade with a power is measured against.
type Denominator int

// Trade with a power as a share of all trade in goods, or of output.
const (
	OverTrade Denominator = iota
	OverOutput
)

// Window says which figures on record count as of a year.
type Window struct {
	// MaxAge is how old a figure may be to stand for the year.
	MaxAge float64 `name:"tie_max_age" unit:"years" min:"3" max:"20" default:"10" ref:"assumed" why:"treaties and rivalries outlast the lists of them by years, but not for ever" en:"oldest figure that counts" ko:"반영하는 가장 오래된 수치의 연한"`

	// LeastCalls is in how few roll calls two states are still compared.
	LeastCalls float64 `name:"least_roll_calls" unit:"votes" min:"5" max:"60" default:"20" ref:"assumed" why:"a year in full has from 60 to 130; one or two votes are an anecdote" en:"fewest roll calls of a year" ko:"연간 최소 표결 수"`

	// Over is what trade is measured against.
	Over Denominator
}

// Read gathers what is on record between a state and a power as of a year. Each
// figure is the newest not after the year, no older than the window allows, and
// never a forecast; a treaty, rivalry or war is as old as the year to which its
// list goes. Treaties in either direction count.
func Read(s *panel.Snapshot, state, power ir.CCode, y ir.Year, w Window) (Facts, prov.Trail) {
	r := reader{s: s, year: y, oldest: y - ir.Year(w.MaxAge)}
	out := ir.Directed{From: state, To: power}
	f := Facts{
		Defence: r.either("defence_pact", out), Neutrality: r.either("neutrality_pact", out),
		Nonaggression: r.either("nonaggression_pact", out), Consultation: r.either("consultation_pact", out),
		VoteDistance: r.votes(out), TradeShare: r.trade(out, w.Over),
		Troops: r.holds("troops_hosted", back(out)), Bases: r.holds("bases", back(out)),
		Rivalry: r.either("rivalry", out), War: r.either("war", out),
	}
	return f, prov.Merge("ties", prov.Trail{Figures: r.used})
}

func back(d ir.Directed) ir.Directed { return ir.Directed{From: d.To, To: d.From} }

// reader notes every figure it reads.
type reader struct {
	s            *panel.Snapshot
	year, oldest ir.Year
	used         []prov.Figure
}

// holds returns the newest figure of a directed dyad, or NaN. A row stands until
// the next one, so that its age counts from the last row of the series or from
// its own year, whichever is later.
func (r *reader) holds(indicator string, d ir.Directed) float64 {
	c, ok := r.s.DyadLatest(indicator, d, r.year)
	if !ok {
		return math.NaN()
	}
	known := c.Year
	if cells := r.s.DyadSeries(indicator, d); len(cells) > 0 {
		known = max(known, cells[len(cells)-1].Year)
	}
	if known < r.oldest {
		return math.NaN()
	}
	r.used = append(r.used, r.s.DyadFigure(indicator, d, c))
	return c.Value
}

// either is the larger of the two directions.
func (r *reader) either(indicator string, d ir.Directed) float64 {
	return strongest(r.holds(indicator, d), r.holds(indicator, back(d)))
}

// votes is the distance of ideal points in the newest year with both.
func (r *reader) votes(d ir.Directed) float64 {
	for y := r.year; y >= r.oldest; y-- {
		a, okA := r.s.At("ideal_point", d.From, y)
		b, okB := r.s.At("ideal_point", d.To, y)
		if okA && okB && a.Kind != prov.Forecast && b.Kind != prov.Forecast {
			r.used = append(r.used, r.s.Figure("ideal_point", d.From, a), r.s.Figure("ideal_point", d.To, b))
			return math.Abs(a.Value - b.Value)
		}
	}
	return math.NaN()
}

// trade is that with the power over all trade or output of the state, in the
// newest year with every figure it takes.
func (r *reader) trade(d ir.Directed, over Denominator) float64 {
	bases := [][]string{{"trade_total"}, {"exports_total", "imports_total"}}
	if over == OverOutput {
		bases = [][]string{{"gdp_current"}}
	}
	for y := r.year; y >= r.oldest; y-- {
		sent, okSent := r.s.DyadAt("exports", d, y)
		got, okGot := r.s.DyadAt("exports", back(d), y)
		if !okSent || !okGot {
			continue
		}
		for _, parts := range bases {
			if total, ok := r.sum(parts, d.From, y); ok && total > 0 {
				r.used = append(r.used, r.s.DyadFigure("exports", d, sent), r.s.DyadFigure("exports", back(d), got))
				return (sent.Value + got.Value) / total
			}
		}
	}
	return math.NaN()
}

func (r *reader) sum(indicators []string, state ir.CCode, y ir.Year) (total float64, ok bool) {
	var found []prov.Figure
	for _, name := range indicators {
		c, ok := r.s.At(name, state, y)
		if !ok || c.Kind == prov.Forecast {
			return 0, false
		}
		total += c.Value
		found = append(found, r.s.Figure(name, state, c))
	}
	r.used = append(r.used, found...)
	return total, true
}
