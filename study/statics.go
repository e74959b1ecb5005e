package study

import (
	"github.com/shatterbelt/shatterbelt/mechanism/game"
	"github.com/shatterbelt/shatterbelt/rdm"
	"github.com/shatterbelt/shatterbelt/sim"
)

// Static is what one small change of the situation does to a crisis, all else
// equal: the changes of the yearly probabilities of a dispute, of a fight that
// costs lives and of an invasion that is resisted, at the defaults.
type Static struct {
	Change string  `json:"change"` // one of the changes named below
	Start  float64 `json:"dispute"`
	Fight  float64 `json:"fight"`
	War    float64 `json:"war"`
	// Same is the share of draws of the uncertainties and coefficients in which
	// the fight moves the same way as at the defaults.
	Same float64 `json:"same_way"`
}

// The changes whose effect a crisis tells.
const (
	ChallengerStronger = "challenger_stronger" // a tenth more capability there
	TargetStronger     = "target_stronger"     // a tenth more capability
	PatronStronger     = "patron_stronger"     // a tenth more capability of the leading patron
	PatronSurer        = "patron_surer"        // half a point of log odds that it comes
	StakeHigher        = "stake_higher"        // a tenth more at stake
	WarCostlier        = "war_costlier"        // a tenth of an ordinary stake more that war costs the challenger
)

// shifts are the changes in the order in which they are told.
var shifts = []struct {
	change string
	patron bool // asks for a patron
	apply  func(*game.Situation)
}{
	{ChallengerStronger, false, func(s *game.Situation) { s.Challenger *= 1.1 }},
	{TargetStronger, false, func(s *game.Situation) { s.Target *= 1.1 }},
	{PatronStronger, true, func(s *game.Situation) { s.Patron[0] *= 1.1 }},
	{PatronSurer, true, func(s *game.Situation) { s.Pledge[0] += 0.5 }},
	{StakeHigher, false, func(s *game.Situation) { s.Stake *= 1.1 }},
	{WarCostlier, false, func(s *game.Situation) { s.Cost += 0.1 }},
}

// staticDraws is over how many draws the direction of a change is counted.
const staticDraws = 200

// statics finds what small changes do to a crisis.
func statics(c sim.Crisis, seed uint64) []Static {
	at := defaults()
	base := c.At(at)
	dims := sim.Dims()
	design := rdm.LatinHypercube{Seed: seed, N: staticDraws, Dims: dims}
	var out []Static
	for _, s := range shifts {
		if s.patron && len(base.Patrons) == 0 {
			continue
		}
		shifted := c
		shifted.Shift = s.apply
		e := shifted.At(at)
		st := Static{
			Change: s.change, Start: e.Start - base.Start,
			Fight: fights(&e.Equilibrium) - fights(&base.Equilibrium), War: e.War() - base.War(),
		}
		x := make([]float64, len(dims))
		for i := range staticDraws {
			design.Future(i, x)
			before, after := c.At(x), shifted.At(x)
			if moved := fights(&after.Equilibrium) - fights(&before.Equilibrium); moved*st.Fight > 0 {
				st.Same += 1.0 / staticDraws
			}
		}
		out = append(out, st)
	}
	return out
}
