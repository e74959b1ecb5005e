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
	first, last, ok := x.s.Covered(battleDeaths, state)
	if !ok || !(people > 0) {
		return l
	}
	const million = 1e6
	sum, years := x.s.Count(battleDeaths, state, first, min(last, x.Year))
	if years > 0 {
		l.Record, l.Years = sum/float64(years)/people*million, float64(years)
	}
	return l
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
