package pivot

import (
	"fmt"
	"math"
)

// Moves is the change of A's share of the capability of both blocs, A/(A+B),
// that one state makes. Share is what the blocs have without the state; the
// rest are differences between shares with it in one place and in another.
type Moves struct {
	Share  float64 // of A with the state in neither bloc, in [0, 1]
	ToA    float64 // by joining A instead of neither, 0 or more
	ToB    float64 // by joining B instead of neither, 0 or less
	Switch float64 // by standing in A instead of in B: ToA - ToB
}

// Balance returns the moves open to each state. Capabilities may have any unit,
// which moves nothing. Where no other state is in a bloc the share is missing,
// and with it ToA and ToB, but not Switch. An uncommitted state without a
// capability scores NaN in all but Share; a member without one is an error.
func Balance(capability []float64, side []Side) ([]Moves, error) {
	if err := checkBlocs(capability, side); err != nil {
		return nil, err
	}
	out := make([]Moves, len(capability))
	for i, c := range capability {
		a, b := strengths(capability, side, i)
		share := a / (a + b) // NaN where both are 0
		toA, toB := (a+c)/(a+b+c)-share, a/(a+b+c)-share
		out[i] = Moves{share, toA, toB, c / (a + b + c)}
	}
	return out, nil
}

// strengths adds up both blocs without state i.
func strengths(capability []float64, side []Side, i int) (a, b float64) {
	for k, c := range capability {
		switch {
		case k == i:
		case side[k] == A:
			a += c
		case side[k] == B:
			b += c
		}
	}
	return a, b
}

func checkBlocs(capability []float64, side []Side) error {
	if len(capability) != len(side) {
		return fmt.Errorf("pivot: %d capabilities and %d sides; want one side each", len(capability), len(side))
	}
	for i, c := range capability {
		switch {
		case side[i] < Neither || side[i] > B:
			return fmt.Errorf("pivot: state %d stands at %d; want neither, A or B", i, side[i])
		case c < 0 || math.IsInf(c, 0):
			return fmt.Errorf("pivot: state %d has capability %v; want 0 or more", i, c)
		case math.IsNaN(c) && side[i] != Neither:
			return fmt.Errorf("pivot: state %d is in a bloc and has no capability; leave it out, or take it from the bloc", i)
		}
	}
	return nil
}
