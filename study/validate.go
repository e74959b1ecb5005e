package study

import (
	"context"
	"errors"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/mechanism/game"
	"github.com/shatterbelt/shatterbelt/rdm"
	"github.com/shatterbelt/shatterbelt/sim"
	"github.com/shatterbelt/shatterbelt/strategy"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// Event is a kind of event that is counted in the simulation and on record.
type Event string

// The events counted.
const (
	DisputesOf    Event = "disputes"    // that a challenger starts with the state
	FightsOf      Event = "fights"      // disputes that are resisted and cost lives
	WarsOf        Event = "wars"        // invasions that are resisted and cost lives
	ConcessionsOf Event = "concessions" // disputes in which the state yields
)

// events are what is counted, and the outcomes of a run that count them.
var events = []struct {
	event   Event
	outcome int
}{{DisputesOf, sim.Disputes}, {FightsOf, sim.Fights}, {WarsOf, sim.Wars}, {ConcessionsOf, sim.Concessions}}

// Rated sets a simulated rate beside the record.
type Rated struct {
	Event     Event   `json:"event"`
	Simulated float64 `json:"simulated"` // events a year, mean over futures
	Record    float64 `json:"record"`
	Low       float64 `json:"low"` // band of the record, by [RateBand]
	High      float64 `json:"high"`
	Inside    bool    `json:"inside"`
}

func rated(e Event, simulated, counted, years, level float64) Rated {
	low, high := RateBand(counted, years, level)
	return Rated{e, simulated, counted / years, low, high, low <= simulated && simulated <= high}
}

// Check sets the simulation of one state that stands still beside the record.
type Check struct {
	State       ir.CCode   `json:"ccode"`
	Challengers int        `json:"challengers"`
	AtWar       bool       `json:"at_war"`   // the run begins with a war
	Disputes    float64    `json:"disputes"` // that its challengers started in the years on record
	Years       float64    `json:"years"`
	Futures     int        `json:"futures"`
	Rates       []Rated    `json:"rates"` // in the order of the events
	Lives       Lost       `json:"lives"`
	Trail       prov.Trail `json:"-"`
}

// Check runs a state that moves no lever, seeds and futures as given, and sets
// the yearly rates beside the record. Disputes are those on record that its
// challengers started with it; fights, wars and concessions on record are as
// many of those as in all disputes of the world, since each state alone has too
// few to count. ok is false where there is no record of its challengers.
func (x *Situation) Check(ctx context.Context, st Start, e Exploring, bands Bands) (c Check, ok bool, err error) {
	c = Check{State: st.Setup.Focal.State, Challengers: len(st.Setup.Challengers), Futures: e.Futures, Trail: st.Trail}
	c.Trail.Formula = "validation"
	for _, ch := range st.Setup.Challengers {
		c.Disputes += ch.Started
		c.Years = max(c.Years, ch.Years)
		c.AtWar = c.AtWar || ch.AtWar
	}
	if c.Years == 0 {
		return c, false, nil
	}
	m, err := e.model(st, []strategy.Strategy{unmoved()})
	if err != nil {
		return c, false, err
	}
	table, err := rdm.Collect(ctx, m, e.design(m, 1), e.Futures, e.Seed, rdm.Options{Workers: e.Workers})
	if err != nil {
		return c, false, err
	}
	shares := recordShares(&st.Setup.Record)
	for i, ev := range events {
		simulated := rdm.Mean(table.Outcome(0, ev.outcome)) / sim.Horizon
		c.Rates = append(c.Rates, rated(ev.event, simulated, c.Disputes*shares[i], c.Years, bands.Level))
	}
	c.Lives = x.lost(st.Setup.Focal.State, st.Setup.Population)
	c.Lives.Simulated = rdm.Mean(table.Outcome(0, sim.Lives)) / sim.Horizon
	return c, true, nil
}

// recordShares is how many of all disputes on record each event is.
func recordShares(r *game.Record) (shares [4]float64) {
	all := 0.0
	for _, f := range r {
		all += f.Chosen
	}
	shares[0] = 1
	for j, f := range r {
		fought := f.Chosen / all * f.Resist * f.Fought
		shares[1] += fought
		if j == game.Invasion {
			shares[2] = fought
		}
		shares[3] += f.Chosen / all * (1 - f.Resist)
	}
	return shares
}

// off are warnings of the rates that lie outside the band of the record.
func (c *Check) off() []prov.Warning {
	var out []prov.Warning
	for _, r := range c.Rates {
		if r.Inside {
			continue
		}
		way := " below record"
		if r.Simulated > r.High {
			way = " above record"
		}
		out = append(out, prov.Warning{Code: "off-record", State: c.State, Item: string(r.Event) + way})
	}
	return out
}

// Validation sets the simulation beside the record for every state it can be
// run for.
type Validation struct {
	Year    ir.Year    `json:"year"`
	Futures int        `json:"futures"`
	Seed    uint64     `json:"seed"`
	Years   int        `json:"years"` // of a run
	Level   float64    `json:"level"`
	Checks  []Check    `json:"checks"`  // in order of state
	Without []ir.CCode `json:"without"` // states that lack figures
	// Together counts all events of all states checked over their years.
	Together []Rated `json:"together"`
	// Lives are of all states that have a record of battle deaths, each counted
	// alike.
	Lives LostTogether `json:"lives"`
}

// Inside is how many states lie within the band for an event.
func (v *Validation) Inside(e Event) int {
	n := 0
	for _, c := range v.Checks {
		for _, r := range c.Rates {
			if r.Event == e && r.Inside {
				n++
			}
		}
	}
	return n
}

// Validate checks every state that has the figures.
func (x *Situation) Validate(ctx context.Context, e Exploring, bands Bands) (Validation, error) {
	v := Validation{Year: x.Year, Futures: e.Futures, Seed: e.Seed, Years: sim.Horizon, Level: bands.Level}
	for _, state := range x.s.Codes().All() {
		c, ok, err := x.checkState(ctx, state.CCode, e, bands)
		switch {
		case err != nil:
			return Validation{}, err
		case ok:
			v.Checks = append(v.Checks, c)
		default:
			v.Without = append(v.Without, state.CCode)
		}
	}
	v.together(bands.Level)
	v.Lives = lostTogether(v.Checks, rdm.Bootstrap{Seed: e.Seed, Level: bands.Level, Workers: e.Workers})
	return v, nil
}

func (x *Situation) checkState(ctx context.Context, state ir.CCode, e Exploring, bands Bands) (Check, bool, error) {
	p, err := x.Position(state)
	var st Start
	if err == nil {
		st, err = x.Start(state, p.Pair)
	}
	var missing *DataError
	if errors.As(err, &missing) {
		return Check{}, false, nil
	}
	if err != nil {
		return Check{}, false, err
	}
	return x.Check(ctx, st, e, bands)
}

// together adds up all states: rates a state and year.
func (v *Validation) together(level float64) {
	for i, ev := range events {
		simulated, counted, years := 0.0, 0.0, 0.0
		for _, c := range v.Checks {
			simulated += c.Rates[i].Simulated * c.Years
			counted += c.Rates[i].Record * c.Years
			years += c.Years
		}
		if years > 0 {
			v.Together = append(v.Together, rated(ev.event, simulated/years, counted, years, level))
		}
	}
}

// checking is how the check of one state in its brief is run, so that it is the
// one on the page of the models.
func checking(e Exploring) Exploring {
	return Exploring{Futures: ValidationFutures, Seed: ValidationSeed, Workers: e.Workers}
}

// The futures of the validation, which do not follow those of a comparison.
const (
	ValidationFutures = 500
	ValidationSeed    = 1
)
