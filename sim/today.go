package sim

import (
	"github.com/shatterbelt/shatterbelt/mechanism/game"
	"github.com/shatterbelt/shatterbelt/strategy"
	"github.com/shatterbelt/shatterbelt/trace/param"
)

// Usual is what the record and today's levers give at the default of every
// uncertainty, for judging what is good enough.
type Usual struct {
	Peace    float64 // share of years without a dispute
	Autonomy float64 // of a year without new concessions
	// Prosperity and Deaths are what a war under way costs when it ends as an
	// ordinary one does: consumption against the same future without it, and
	// deaths per million. 1 and 0 for a state at peace.
	Prosperity float64
	Deaths     float64
}

// Baseline works out what is usual for a setup.
func Baseline(s *Setup) Usual {
	const million = 1e6
	w := world{steps: 1}
	w.d = param.Default[Draw]()
	l := w.base0(s)
	u := Usual{Peace: 1, Autonomy: l.autonomy(s, &w, 0), Prosperity: 1}
	for c := range s.Challengers {
		u.Peace *= 1 - game.Choose(w.hazard[c])
	}
	for c := range s.Challengers {
		if s.Challengers[c].AtWar {
			u.Peace *= 1 - 1/(w.d.WarEnds*Horizon)
			u.Prosperity *= 1 - w.d.WarLoss*w.d.Repelled
			u.Deaths += w.d.WarDeaths * w.d.Repelled * million
		}
	}
	return u
}

// Severed is the part of trade with a side that goes when partnership falls from
// today's to none, at the default of every coefficient.
func Severed(s *Setup, side int) float64 {
	w := world{steps: 1}
	w.d = param.Default[Draw]()
	l := w.base0(s)
	l.levers[strategy.PartnerA+strategy.Lever(side)] = 0
	l.relate(s, &w)
	return 1 - l.created[side]
}
