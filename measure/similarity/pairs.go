package similarity

import "math/bits"

// Scores are every index of one pair of states. Binary ones are of the table with
// ties alone, and weighted ones go by the weights of the items; without weights
// they are NaN.
type Scores struct {
	S, SSquared, SBinary       float64
	SWeighted, SSquareWeighted float64
	Kappa, KappaBinary         float64
	PiDistance, PiNominal      float64
	PiBinary                   float64
	Agreement                  float64
}

// Pairs compares every two states of a set of portfolios. Make one with
// [NewPairs]; comparing allocates nothing.
type Pairs struct {
	p     Portfolios
	words int
	masks []uint64 // States x Levels x words: the items of each rating
}

// NewPairs prepares portfolios for comparing. They must not change afterwards.
func NewPairs(p Portfolios) *Pairs {
	e := &Pairs{p: p, words: (p.Items + 63) / 64}
	e.masks = make([]uint64, p.States*p.Levels*e.words)
	for i := range p.States {
		for at, r := range p.Of(i) {
			if r >= 0 {
				e.mask(i, int(r))[at/64] |= 1 << (at % 64)
			}
		}
	}
	return e
}

func (e *Pairs) mask(state, rating int) []uint64 {
	at := (state*e.p.Levels + rating) * e.words
	return e.masks[at : at+e.words]
}

// Cross is [Cross] of two states, every item counting 1.
func (e *Pairs) Cross(a, b int) Joint {
	j := Joint{Levels: e.p.Levels}
	for k := range e.p.Levels {
		x := e.mask(a, k)
		for l := range e.p.Levels {
			n := 0
			for i, w := range e.mask(b, l) {
				n += bits.OnesCount64(x[i] & w)
			}
			j.Weight[k][l] = float64(n)
		}
	}
	return j
}

// Scores are the indices of two states.
func (e *Pairs) Scores(a, b int) Scores {
	j := e.Cross(a, b)
	two := j.Binary()
	out := Scores{
		S: S(&j, Absolute), SSquared: S(&j, Squared), SBinary: S(&two, Absolute),
		Kappa: Kappa(&j), KappaBinary: Kappa(&two),
		PiDistance: PiDistance(&j), PiNominal: PiNominal(&j), PiBinary: PiNominal(&two),
		Agreement: Agreement(&j), SWeighted: missing, SSquareWeighted: missing,
	}
	if e.p.Weights != nil {
		w := Cross(e.p.Of(a), e.p.Of(b), e.p.Weights, e.p.Levels)
		out.SWeighted, out.SSquareWeighted = S(&w, Absolute), S(&w, Squared)
	}
	return out
}

// Each compares every two states once, the first before the second.
func (e *Pairs) Each(do func(a, b int, s Scores)) {
	for a := range e.p.States {
		for b := a + 1; b < e.p.States; b++ {
			do(a, b, e.Scores(a, b))
		}
	}
}
