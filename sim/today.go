package sim

import (
	"github.com/shatterbelt/shatterbelt/mechanism/game"
	"github.com/shatterbelt/shatterbelt/strategy"
	"github.com/shatterbelt/shatterbelt/trace/param"
)

// Baseline is what the record and today's levers say at the default of every
// uncertainty: how often a year passes without a dispute, and the autonomy of a
// year without new concessions.
func Baseline(s *Setup) (peace, autonomy float64) {
	var w world
	w.d = param.Default[Draw]()
	l := w.base0(s)
	peace = 1
	for c := range s.Challengers {
		peace *= 1 - game.Choose(w.hazard[c])
	}
	return peace, l.autonomy(s, &w, 0)
}

// Severed is the part of trade with a side that goes when partnership falls from
// today's to none, at the default of every coefficient.
func Severed(s *Setup, side int) float64 {
	var w world
	w.d = param.Default[Draw]()
	l := w.base0(s)
	l.levers[strategy.PartnerA+strategy.Lever(side)] = 0
	l.relate(s, &w)
	return 1 - l.created[side]
}
