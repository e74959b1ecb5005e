package game

import "math"

// The players, as indexes of payoffs.
const (
	Challenger = iota
	Target
	Patron
	Players
)

// Payoffs are the three players' payoffs at each end of the game, in units of
// the challenger's ordinary stake.
type Payoffs struct {
	StatusQuo [Players]float64 // no demand
	Concede   [Players]float64 // the target gives in
	BackDown  [Players]float64 // the challenger does not attack a target that resists
	Joined    [Players]float64 // war, and the patron intervenes
	Alone     [Players]float64 // war, and the patron stays out
}

// Equilibrium holds the choice probabilities of the game, each given that its
// node is reached, and the values needed to follow them.
type Equilibrium struct {
	Demand    float64 // challenger
	Resist    float64 // target
	Attack    float64 // challenger
	Intervene float64 // patron
	// DemandValue is the challenger's expected payoff from a demand.
	DemandValue float64
}

// War is the probability that the game ends in war.
func (e Equilibrium) War() float64 { return e.Demand * e.Resist * e.Attack }

// Solve returns the agent quantal response equilibrium by backward induction
// [mckelvey1998]. Lambda, at least 0, is how sharply players prefer better
// actions: 0 is a coin toss at every node.
func Solve(p *Payoffs, lambda float64) Equilibrium {
	var e Equilibrium
	e.Intervene = Choose(lambda * (p.Joined[Patron] - p.Alone[Patron]))
	warC := mix(e.Intervene, p.Joined[Challenger], p.Alone[Challenger])
	warT := mix(e.Intervene, p.Joined[Target], p.Alone[Target])
	e.Attack = Choose(lambda * (warC - p.BackDown[Challenger]))
	resistC := mix(e.Attack, warC, p.BackDown[Challenger])
	resistT := mix(e.Attack, warT, p.BackDown[Target])
	e.Resist = Choose(lambda * (resistT - p.Concede[Target]))
	e.DemandValue = mix(e.Resist, resistC, p.Concede[Challenger])
	e.Demand = Choose(lambda * (e.DemandValue - p.StatusQuo[Challenger]))
	return e
}

// Choose is the logistic function: the probability of an action that is better
// than its alternative by x.
func Choose(x float64) float64 { return 1 / (1 + math.Exp(-x)) }

// Logit is the inverse of [Choose], for p strictly between 0 and 1.
func Logit(p float64) float64 { return math.Log(p / (1 - p)) }

func mix(p, a, b float64) float64 { return p*a + (1-p)*b }
