package pivot

import (
	"fmt"
	"math"

	"github.com/shatterbelt/shatterbelt/rdm"
)

// Doubt says how well capabilities are known.
type Doubt struct {
	// Spread is the standard deviation of the logarithm of a state's true
	// capability around its figure, independent between states.
	Spread float64 `name:"capability_spread" unit:"log" min:"0.05" max:"0.8" default:"0.3" ref:"assumed" why:"no agreed error of capability: at 0.05 a state has its figure give or take a tenth, at 0.8 between a fifth and five times it, as far as rival estimates of closed states lie apart" en:"uncertainty of capability" ko:"능력 추정의 불확실성"`
}

// Chances is how likely one state is to decide which bloc is the larger. The
// two blocs are taken without it, so each chance covers a move and its reverse.
type Chances struct {
	// ToA is the chance that A is the smaller without the state and the larger
	// with it: that joining A, or leaving it, is decisive. Where the rest of the
	// blocs are equal, as two empty ones are, half of the chance is A's.
	ToA float64
	// ToB is the same for B.
	ToB float64
	// Switch is the chance that the larger bloc is the one the state is in:
	// that going over from one to the other is decisive. It is ToA + ToB.
	Switch float64
	// Error is the standard error of Switch from the number of draws.
	Error float64
}

// purposeCapability keys the draws of capability.
const purposeCapability uint32 = 1

// Decide returns the chances of each state to be decisive between the blocs A
// and B when the true capability of each state is log-normal around its figure
// as its median. In each draw the rest of the blocs is drawn, and the chance
// that the state's own capability exceeds the gap is taken in closed form; a
// Monte Carlo mean of those has no jumps and resolves chances far below one in
// the number of draws. Figures may have any unit.
//
// Draw d uses rdm's stream of the seed and future d, with the state's index as
// actor, so that states keep their draws when others change sides. A state of
// capability 0 decides nothing. An uncommitted state without a capability scores
// NaN; a member of a bloc without one is an error.
func Decide(capability []float64, side []Side, d Doubt, seed uint64, draws int) ([]Chances, error) {
	switch err := checkBlocs(capability, side); {
	case err != nil:
		return nil, err
	case draws < 1:
		return nil, fmt.Errorf("pivot: %d draws; want 1 or more", draws)
	case !(d.Spread > 0):
		return nil, fmt.Errorf("pivot: capability_spread is %v; want more than 0", d.Spread)
	}
	n := len(capability)
	sumA, sumB, squares := make([]float64, n), make([]float64, n), make([]float64, n)
	drawn := make([]float64, n)
	for draw := range draws {
		stream := rdm.NewStream(seed, draw)
		for k, c := range capability {
			if side[k] != Neither {
				drawn[k] = c * math.Exp(d.Spread*stream.Normal(0, purposeCapability, uint32(k)))
			}
		}
		for i, c := range capability {
			a, b := strengths(drawn, side, i)
			p := exceeds(c, math.Abs(a-b), d.Spread)
			squares[i] += p * p
			switch {
			case a < b:
				sumA[i] += p
			case a > b:
				sumB[i] += p
			default:
				sumA[i] += p / 2
				sumB[i] += p / 2
			}
		}
	}
	out := make([]Chances, n)
	for i := range out {
		out[i] = summed(sumA[i], sumB[i], squares[i], float64(draws))
	}
	return out, nil
}

// summed turns sums over draws into chances.
func summed(sumA, sumB, squares, draws float64) Chances {
	c := Chances{ToA: sumA / draws, ToB: sumB / draws}
	c.Switch = c.ToA + c.ToB
	c.Error = math.Sqrt(math.Max(squares/draws-c.Switch*c.Switch, 0) / draws)
	if math.IsNaN(c.Switch) {
		c = Chances{c.Switch, c.Switch, c.Switch, c.Switch}
	}
	return c
}

// exceeds is the chance that a log-normal variable of a median and a spread is
// more than a gap.
func exceeds(median, gap, spread float64) float64 {
	if median == 0 {
		return 0
	}
	return 0.5 * math.Erfc(math.Log(gap/median)/(spread*math.Sqrt2))
}
