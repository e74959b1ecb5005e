package study

import (
	"context"
	"math"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/rdm"
)

// battleDeaths are a state's dead in interstate wars, by the year a war began.
const battleDeaths = "battle_deaths"

// Lost is the lives lost a year and million people: simulated, and the battle
// deaths on record. Years is 0 where there is no record.
type Lost struct {
	Simulated float64 `json:"simulated"`
	Record    float64 `json:"record"`
	Years     float64 `json:"years"`
	// First and Last are the years that the record covers, and Since the wars that
	// another record has of the years after it, whose dead it does not count.
	First  ir.Year   `json:"first,omitempty"`
	Last   ir.Year   `json:"last,omitempty"`
	Since  []WarWith `json:"since,omitempty"`
	People float64   `json:"people"` // in the newest year
}

// WarWith is a war on record with one state, from its first year to its last, of
// the years asked about.
type WarWith struct {
	State ir.CCode `json:"ccode"`
	First ir.Year  `json:"first"`
	Last  ir.Year  `json:"last"`
}

// LostTogether sets the mean over states beside that of the record, whose band is
// by resampling the states, since nearly all deaths are of a few.
type LostTogether struct {
	States    int     `json:"states"`
	Simulated float64 `json:"simulated"`
	Record    float64 `json:"record"`
	Low       float64 `json:"low"`
	High      float64 `json:"high"`
}

// lost reads the record of battle deaths of a state.
func (x *Situation) lost(state ir.CCode, people float64) (l Lost) {
	l.People = people
	first, last, ok := x.s.Covered(battleDeaths, state)
	if !ok || !(people > 0) {
		return l
	}
	const million = 1e6
	last = min(last, x.Year)
	sum, years := x.s.Count(battleDeaths, state, first, last)
	if years > 0 {
		l.Record, l.Years = sum/float64(years)/people*million, float64(years)
		l.First, l.Last, l.Since = first, last, x.warsSince(state, last)
	}
	return l
}

// warsSince lists the wars on record in the years after one, in order of state.
func (x *Situation) warsSince(state ir.CCode, after ir.Year) (wars []WarWith) {
	for _, other := range x.s.Codes().All() {
		w := WarWith{State: other.CCode}
		for y := after + 1; y <= x.Year; y++ {
			l := ledger{s: x.s, year: y, quiet: true}
			if !l.holds(war, state, other.CCode) {
				continue
			}
			if w.First == 0 {
				w.First = y
			}
			w.Last = y
		}
		if w.First != 0 {
			wars = append(wars, w)
		}
	}
	return wars
}

func lostTogether(checks []Check, b rdm.Bootstrap) (t LostTogether) {
	var simulated, record []float64
	for _, c := range checks {
		if c.Lives.Years > 0 {
			simulated, record = append(simulated, c.Lives.Simulated), append(record, c.Lives.Record)
		}
	}
	t.States = len(record)
	t.Simulated, t.Record, t.Low, t.High = math.NaN(), math.NaN(), math.NaN(), math.NaN()
	if t.States == 0 {
		return t
	}
	t.Simulated, t.Record = rdm.Mean(simulated), rdm.Mean(record)
	if means, err := b.Means(context.Background(), record); err == nil {
		t.Low, t.High = means[0].Low, means[0].High
	}
	return t
}
