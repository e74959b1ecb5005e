package study

import (
	"math"
	"slices"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/measure/alignment"
	"github.com/shatterbelt/shatterbelt/measure/similarity"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// Alignment is where a state stands between the great powers, how it came there,
// and whether it moves when its leader changes.
type Alignment struct {
	State   ir.CCode        `json:"ccode"`
	Year    ir.Year         `json:"year"`
	Pair    Pair            `json:"pair"`
	Powers  []PowerTies     `json:"powers"` // closest first, over the dimensions shared
	Shared  []string        `json:"shared"` // dimensions known of all powers
	Between StandingBetween `json:"between"`
	Lines   []TieLine       `json:"lines"` // ties over the years
	Swing   Swing           `json:"swing"`
	Trail   prov.Trail      `json:"trail"`
}

// PowerTies are the ties of a state to one power.
type PowerTies struct {
	Power ir.CCode `json:"power"`
	Ties  []OneTie `json:"ties"` // in the order of the dimensions
	// Treaties and Votes are how alike the treaty portfolios and the roll calls of
	// the two are; absent where there is no record.
	Treaties *Likeness `json:"treaties,omitempty"`
	Votes    *Likeness `json:"roll_calls,omitempty"`
	// Distance is of UN ideal points and TradeGDP trade with the power over output,
	// each absent where it is not known.
	Distance *float64 `json:"ideal_point_distance,omitempty"`
	TradeGDP *float64 `json:"trade_over_gdp,omitempty"`
	// Others are what imported data add: the power's share of what all powers sent.
	Others []OtherTie `json:"others,omitempty"`
}

// OneTie is one dimension of ties to a power, 0 to 1.
type OneTie struct {
	Dimension string  `json:"dimension"`
	Value     float64 `json:"value"`
	Known     bool    `json:"known"`
}

// Likeness is how alike two portfolios are. Kappa stands beside S, which takes no
// account of chance.
type Likeness struct {
	S       float64 `json:"s"`
	Kappa   float64 `json:"kappa"`
	Pi      float64 `json:"pi"` // by distance
	Binary  float64 `json:"kappa_binary"`
	Agree   float64 `json:"agreement"`
	Year    ir.Year `json:"year"`
	Members int     `json:"members"` // states in the portfolios
	Whole   bool    `json:"whole"`   // which are all members of the state system
	Items   int     `json:"items"`   // members or roll calls that both have
}

// OtherTie is a power's share of what all powers sent to the state in the last
// years on record.
type OtherTie struct {
	Indicator string  `json:"indicator"`
	Share     float64 `json:"share"`
	From      ir.Year `json:"from"`
	To        ir.Year `json:"to"`
}

// TieLine is one dimension of the ties to one power over the years.
type TieLine struct {
	Power     ir.CCode     `json:"power"`
	Dimension string       `json:"dimension"`
	Points    []TrendPoint `json:"points"`
}

// Records are what imported data know beside the panel, for the alignment of a
// state alone.
type Records struct {
	Votes []similarity.System // the roll calls of each year there is; nil is none
	// Treaties are the treaty portfolios of all members of the state system; without
	// members, those of the states of the panel stand for them.
	Treaties similarity.System
}

// Align measures the alignment of a state between a pair of powers.
func (x *Situation) Align(state ir.CCode, pair Pair, r Records) Alignment {
	out := Alignment{State: state, Year: x.Year, Pair: pair}
	l := x.ledger()
	treaties, votes := r.Treaties, r.Votes
	if len(treaties.Members) == 0 || treaties.Year > x.Year {
		treaties, _ = similarity.Pacts(x.s, x.Year)
	}
	var calls similarity.System
	for _, v := range votes {
		if v.Year <= x.Year && v.Year > calls.Year && float64(v.Items) >= x.settings.Ties.LeastCalls {
			calls = v
		}
	}
	powers := x.between(pair)
	for _, p := range powers {
		if p == state {
			continue
		}
		ties := x.tiesTo(state, p, treaties, calls, l)
		for _, indicator := range []string{arms, visits, exercises} {
			if o, ok := x.other(indicator, state, p, powers, l); ok {
				ties.Others = append(ties.Others, o)
			}
		}
		out.Powers = append(out.Powers, ties)
		out.Lines = append(out.Lines, x.lines(state, p)...)
	}
	out.order()
	out.Between = x.standing(state, pair)
	out.Swing = x.Swing(state, pair, votes)
	out.Trail = l.trail("ties", "tie_max_age")
	return out
}

// PairOf is the two powers that squeeze a state most, the less hostile first. A
// state without one is a [*DataError], as in [Situation.Position].
func (x *Situation) PairOf(state ir.CCode) (Pair, error) {
	if err := x.placed(state); err != nil {
		return Pair{}, err
	}
	for _, r := range x.rows() {
		if r.State == state && r.Pair != (Pair{}) {
			return r.Pair, nil
		}
	}
	return Pair{}, &DataError{State: x.state(state), Indicator: "two powers hostile to one another", Year: x.Year}
}

// between are the powers, and those of the pair where they are none.
func (x *Situation) between(pair Pair) []ir.CCode {
	out := slices.Clone(x.Powers)
	for _, p := range []ir.CCode{pair.A, pair.B} {
		if p != ir.World && !slices.Contains(out, p) {
			out = append(out, p)
		}
	}
	return out
}

// order puts the closest power first, by the mean of the ties known of all.
func (a *Alignment) order() {
	for _, d := range alignment.Dimensions() {
		all := len(a.Powers) > 0
		for _, p := range a.Powers {
			_, ok := p.Of(d.String())
			all = all && ok
		}
		if all {
			a.Shared = append(a.Shared, d.String())
		}
	}
	slices.SortStableFunc(a.Powers, func(p, q PowerTies) int { return descending(a.closeness(p), a.closeness(q)) })
}

// closeness is the sum of the ties known of all powers, hostility against it.
func (a *Alignment) closeness(p PowerTies) float64 {
	sum := 0.0
	for _, d := range a.Shared {
		v, _ := p.Of(d)
		if d == alignment.Hostility.String() {
			v = -v
		}
		sum += v
	}
	return sum
}

// Of finds the ties to a power.
func (a *Alignment) Of(power ir.CCode) (PowerTies, bool) {
	for _, p := range a.Powers {
		if p.Power == power {
			return p, true
		}
	}
	return PowerTies{}, false
}

// Leads is by how much the sum of the ties shared is larger with the first power
// than with the second, and with the one before the last than with the last.
func (a *Alignment) Leads() (first, last float64) {
	n := len(a.Powers)
	if n < 2 {
		return 0, 0
	}
	return a.closeness(a.Powers[0]) - a.closeness(a.Powers[1]), a.closeness(a.Powers[n-2]) - a.closeness(a.Powers[n-1])
}

// Of finds one dimension.
func (p PowerTies) Of(dimension string) (float64, bool) {
	for _, t := range p.Ties {
		if t.Dimension == dimension {
			return t.Value, t.Known
		}
	}
	return 0, false
}

func descending(a, b float64) int {
	switch {
	case a > b:
		return -1
	case a < b:
		return 1
	}
	return 0
}

func (x *Situation) tiesTo(state, power ir.CCode, treaties, calls similarity.System, l *ledger) PowerTies {
	w := x.settings.Ties
	facts, trail := alignment.Read(x.s, state, power, x.Year, w)
	l.note(trail.Figures...)
	ties := alignment.TiesOf(facts, x.settings.Alignment.Terms)
	out := PowerTies{Power: power, Treaties: likeness(treaties, state, power), Votes: likeness(calls, state, power), Distance: orNil(facts.VoteDistance)}
	for _, d := range alignment.Dimensions() {
		t := OneTie{Dimension: d.String(), Value: ties.Of(d), Known: !math.IsNaN(ties.Of(d))}
		if !t.Known {
			t.Value = 0
		}
		out.Ties = append(out.Ties, t)
	}
	if v := out.Votes; v != nil && calls.Source != "" {
		l.note(prov.Figure{
			State: state, Partner: power, Indicator: "roll_call_agreement", Year: v.Year, Value: v.Agree, Low: v.Agree, High: v.Agree,
			Unit: "share", Source: calls.Source, Kind: prov.Derived,
		})
	}
	if t := out.Treaties; t != nil && treaties.Source != "" {
		l.note(prov.Figure{
			State: state, Partner: power, Indicator: "treaty_kappa", Year: t.Year, Value: t.Kappa, Low: t.Kappa, High: t.Kappa,
			Unit: "kappa", Source: treaties.Source, Kind: prov.Derived,
		})
	}
	w.Over = alignment.OverOutput
	over, trail := alignment.Read(x.s, state, power, x.Year, w)
	l.note(trail.Figures...)
	out.TradeGDP = orNil(over.TradeShare)
	return out
}

// orNil is a value, or nil where it is missing.
func orNil(v float64) *float64 {
	if math.IsNaN(v) {
		return nil
	}
	return &v
}

// likeness compares two members of a system, where both are.
func likeness(s similarity.System, a, b ir.CCode) *Likeness {
	i, okA := s.At(a)
	k, okB := s.At(b)
	if !okA || !okB {
		return nil
	}
	j := similarity.Cross(s.Of(i), s.Of(k), nil, s.Levels)
	two := j.Binary()
	out := Likeness{
		S: similarity.S(&j, similarity.Absolute), Kappa: similarity.Kappa(&j), Pi: similarity.PiDistance(&j),
		Binary: similarity.Kappa(&two), Agree: similarity.Agreement(&j), Year: s.Year, Members: len(s.Members), Whole: s.Whole, Items: int(j.Total()),
	}
	if math.IsNaN(out.Kappa) || math.IsNaN(out.Binary) {
		return nil // nothing to tell from chance
	}
	return &out
}

// otherYears is over how many years what powers sent is summed.
const otherYears = 10

// other is the power's share of what all powers sent in the last years on record.
func (x *Situation) other(indicator string, state, power ir.CCode, powers []ir.CCode, l *ledger) (OtherTie, bool) {
	d, ok := x.s.Describe(indicator)
	if !ok || !d.Dyadic() || !d.Covered() {
		return OtherTie{}, false
	}
	last := min(d.Last, x.Year)
	out := OtherTie{Indicator: indicator, From: max(d.First, last-otherYears+1), To: last}
	all := 0.0
	for _, p := range powers {
		if p == state {
			continue
		}
		sum, years := x.s.DyadCount(indicator, ir.Directed{From: p, To: state}, out.From, out.To)
		if years == 0 {
			continue
		}
		all += sum
		if p == power {
			out.Share = sum
			x.noteFlow(indicator, ir.Directed{From: p, To: state}, out, l)
		}
	}
	if all == 0 {
		return OtherTie{}, false
	}
	out.Share /= all
	return out, true
}

func (x *Situation) noteFlow(indicator string, d ir.Directed, o OtherTie, l *ledger) {
	for _, c := range x.s.DyadSeries(indicator, d) {
		if c.Year >= o.From && c.Year <= o.To {
			l.note(l.s.DyadFigure(indicator, d, c))
		}
	}
}

// drawn are the dimensions of which there is a record by year.
var drawn = []alignment.Dimension{alignment.Votes, alignment.Trade, alignment.Treaty}

// lines are the ties to a power in every year that has figures of its own: nothing
// is held over from the year before.
func (x *Situation) lines(state, power ir.CCode) []TieLine {
	out := make([]TieLine, len(drawn))
	for i, d := range drawn {
		out[i] = TieLine{Power: power, Dimension: d.String()}
	}
	first, _ := x.s.Span()
	for y := first; y <= x.Year; y++ {
		facts, _ := alignment.Read(x.s, state, power, y, alignment.Window{})
		ties := alignment.TiesOf(facts, x.settings.Alignment.Terms)
		for i, d := range drawn {
			if v := ties.Of(d); !math.IsNaN(v) {
				out[i].Points = append(out[i].Points, TrendPoint{Year: y, Value: v, Low: v, High: v})
			}
		}
	}
	return slices.DeleteFunc(out, func(l TieLine) bool { return len(l.Points) == 0 })
}
