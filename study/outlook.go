package study

import (
	"github.com/shatterbelt/shatterbelt"
	"github.com/shatterbelt/shatterbelt/ir"
)

// Outlook is the part of a dossier that needs no simulation: the structure
// around a state and its position. The state must be placed, see
// [Situation.Position].
func (x *Situation) Outlook(state ir.CCode, look Looking) (Dossier, error) {
	d := Dossier{Schema: DossierSchema, Version: shatterbelt.Version, State: state, Year: x.Year}
	var err error
	if d.Position, err = x.Position(state); err != nil {
		return Dossier{}, err
	}
	d.Structure = x.Structure(state, d.Position.Pair, look)
	d.Exposure, err = x.Exposure(d.Position, look.Seed)
	return d, err
}
