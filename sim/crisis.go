package sim

import (
	"github.com/shatterbelt/shatterbelt/mechanism/game"
	"github.com/shatterbelt/shatterbelt/trace/param"
)

// Crisis is one challenger's crisis at today's levers, to be solved at any
// setting of the uncertainties and coefficients.
type Crisis struct {
	NoPatron bool    // nobody comes
	Forces   float64 // multiple of the state's forces; 0 is 1
	setup    *Setup
	index    int
}

// NewCrisis returns the crisis of a setup's challenger.
func NewCrisis(s *Setup, challenger int) Crisis { return Crisis{setup: s, index: challenger} }

// Encounter is the equilibrium of a crisis with the chances in a war.
type Encounter struct {
	game.Equilibrium
	Alone  float64 // the challenger prevails over the state alone
	Joined float64 // the same with the patron in the war
	// Payoffs and Lambda are the game solved.
	Payoffs game.Payoffs
	Lambda  float64
}

// At solves the crisis at one setting x of the dimensions of [Dims].
func (c Crisis) At(x []float64) Encounter {
	var w world
	param.Set(&w.d, x)
	s := c.setup
	base := w.base0(s)
	l := base
	if c.Forces > 0 {
		l.forces *= c.Forces
	}
	crisis := *s
	if c.NoPatron {
		crisis.Challengers = []Challenger{s.Challengers[c.index]}
		crisis.Challengers[0].Barred = [Sides]bool{true, true}
	}
	index := c.index
	if c.NoPatron {
		index = 0
		w.hostility[0], w.enmity[0], w.gain[0] = w.hostility[c.index], w.enmity[c.index], w.gain[c.index]
		l.hostility[0] = l.hostility[c.index]
	}
	value, hazard := w.value[c.index], w.hazard[c.index]
	p, side := l.crisis(&crisis, &w, index, 0)
	w.d.StatusAt(&p, value, hazard)
	e := Encounter{Equilibrium: game.Solve(&p, w.d.Lambda), Payoffs: p, Lambda: w.d.Lambda}
	sit := game.Situation{Challenger: l.against(&w, &crisis, index, 0), Target: l.forces}
	if side >= 0 {
		sit.Patron = l.help(&w, &crisis, side, 0)
	}
	e.Alone, e.Joined = w.d.Odds(&sit)
	return e
}

// base0 fills what holds today, without the shocks of later years.
func (w *world) base0(s *Setup) state {
	for i := range s.Actors {
		w.stock[0][i] = w.held(&s.Actors[i])
	}
	w.start(s)
	var l state
	l.begin(s, w)
	return l
}

// Side is the side that would be the patron at the defaults, or -1 for none.
func (c Crisis) Side() int {
	var w world
	w.d = param.Default[Draw]()
	l := w.base0(c.setup)
	side, _ := l.patron(c.setup, c.index)
	return side
}
