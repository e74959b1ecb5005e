package sim

import (
	"math"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/mechanism/game"
	"github.com/shatterbelt/shatterbelt/trace/param"
)

// Crisis is one challenger's crisis at today's levers, to be solved at any
// setting of the uncertainties and coefficients.
type Crisis struct {
	NoPatron bool    // nobody comes
	Forces   float64 // multiple of the state's forces; 0 is 1
	// Shift changes the situation before the game is played; nil changes nothing.
	Shift func(*game.Situation)
	setup *Setup
	index int
}

// NewCrisis returns the crisis of a setup's challenger.
func NewCrisis(s *Setup, challenger int) Crisis { return Crisis{setup: s, index: challenger} }

// Encounter is the equilibrium of a crisis with the chances in a war.
type Encounter struct {
	game.Equilibrium
	Alone  float64 // the challenger prevails over the state alone
	Joined float64 // the same with the leading patron in the war
	// Payoffs and Lambda are the game solved.
	Payoffs game.Payoffs
	Lambda  float64
	// Patrons are who may come, the leading one first.
	Patrons []ir.CCode
}

// At solves the crisis at one setting x of the dimensions of [Dims].
func (c Crisis) At(x []float64) Encounter {
	w := world{steps: 1}
	param.Set(&w.d, x)
	s := c.setup
	l := w.base0(s)
	value, hazard := w.value[c.index], w.hazard[c.index]
	if c.Forces > 0 {
		l.forces *= c.Forces
	}
	setup := s
	if c.NoPatron {
		setup = alone(s, c.index)
	}
	k := l.crisis(setup, &w, c.index, 0)
	if c.Shift != nil {
		c.Shift(&k.situation)
	}
	l.solve(&w, k)
	w.d.StatusAt(&k.payoffs, value, hazard)
	game.Solve(&k.payoffs, w.d.Lambda, &k.equilibrium)
	e := Encounter{Equilibrium: k.equilibrium, Payoffs: k.payoffs, Lambda: w.d.Lambda}
	var odds [1 << game.MaxPatrons]float64
	w.d.Odds(&k.situation, &odds)
	e.Alone, e.Joined = odds[0], odds[0]
	if k.situation.Patrons > 0 {
		e.Joined = odds[1]
	}
	for p := range k.situation.Patrons {
		e.Patrons = append(e.Patrons, s.Actors[k.patron[p]].State)
	}
	return e
}

// alone is a setup in which nobody comes against one challenger.
func alone(s *Setup, index int) *Setup {
	out := *s
	out.Challengers = append([]Challenger(nil), s.Challengers...)
	out.Challengers[index].Barred = [Sides]bool{true, true}
	out.Allies = nil
	return &out
}

// base0 fills what holds today, without the shocks of later years.
func (w *world) base0(s *Setup) state {
	for year := range Horizon {
		for i := range s.Actors {
			a := &s.Actors[i]
			w.stock[year][i] = w.held(a) * math.Exp(float64(year)*w.longRun(s, i))
			w.part[year][i] = w.committable(a)
		}
	}
	w.start(s)
	var l state
	l.begin(s, w)
	return l
}

// Lead is the leading patron at the defaults; ok is false where there is none.
func (c Crisis) Lead() (state ir.CCode, ok bool) {
	e := c.At(param.Values(param.Default[Draw]()))
	if len(e.Patrons) == 0 {
		return ir.World, false
	}
	return e.Patrons[0], true
}
