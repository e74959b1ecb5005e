package game

import "math"

// The instruments a challenger can choose from, in rising order. They are told
// apart on record by the highest action of the side that began a dispute
// [palmer2022].
const (
	Demand   = iota // a threat or a display of force
	GreyZone        // violations of the border, seizures; cyber operations are not on record
	Blockade
	Seizure // an attack, a clash or an occupation short of war
	Invasion
	Instruments
)

// MaxPatrons is how many patrons a game can have.
const MaxPatrons = 3

// coalitions is how many sets of patrons there can be.
const coalitions = 1 << MaxPatrons

// Branch holds what follows one instrument, in units of the challenger's
// ordinary stake. What a set of patrons makes of a fight goes by the set: bit k
// is patron k.
type Branch struct {
	// Open is what the challenger gains by choosing this instrument whatever
	// comes of it: how often the record shows it.
	Open float64
	// Concede is worth to the challenger and the target that the target gives in.
	ConcedeC, ConcedeT float64
	// BackDown is worth to the challenger and the target that the challenger
	// does not carry it through against a target that resists.
	BackDownC, BackDownT float64
	// FightC and FightT are worth to the challenger and the target a fight in
	// which a set of patrons came.
	FightC, FightT [coalitions]float64
	// Come is what each patron gains by coming over staying out: the leader, the
	// first, by itself, and the others when the leader has come and when not.
	Come [MaxPatrons][2]float64
}

// Payoffs is a whole game: a branch for each instrument, what the challenger
// has by doing nothing, and how many patrons there are.
type Payoffs struct {
	StatusQuo float64
	Branches  [Instruments]Branch
	Patrons   int
	// Odds are the challenger's chances with each set of patrons.
	Odds [coalitions]float64
}

// Path holds the choice probabilities along one instrument, each given that its
// node is reached, and what the branch is worth.
type Path struct {
	Chosen float64 // this instrument, given that there is a dispute
	Resist float64
	Attack float64 // the challenger carries it through against resistance
	// Come is the probability of each patron's coming; Some that any does.
	Come  [MaxPatrons]float64
	Some  float64
	Value float64 // to the challenger
	// After is the probability of each follower's coming after the leader
	// stayed out and after it came.
	After [MaxPatrons][2]float64
}

// Equilibrium holds the choice probabilities of a game.
type Equilibrium struct {
	// Start is the probability that the challenger begins a dispute at all.
	Start float64
	// Value is what a dispute is worth to the challenger, in the sense of the
	// logit: (1/lambda) log of the sum of exp(lambda value) over instruments.
	Value float64
	Paths [Instruments]Path
}

// Fought is the probability that the game ends in a fight by one instrument.
func (e *Equilibrium) Fought(instrument int) float64 {
	p := &e.Paths[instrument]
	return e.Start * p.Chosen * p.Resist * p.Attack
}

// War is the probability that the game ends in an invasion that is resisted.
func (e *Equilibrium) War() float64 { return e.Fought(Invasion) }

// Solve finds the agent quantal response equilibrium of a game by backward
// induction [mckelvey1998] and writes it to e. Lambda, above 0, is how sharply
// players prefer better actions.
func Solve(p *Payoffs, lambda float64, e *Equilibrium) {
	top := math.Inf(-1)
	for j := range e.Paths {
		p.Branches[j].solve(p.Patrons, lambda, &e.Paths[j])
		top = math.Max(top, e.Paths[j].Value)
	}
	sum := 0.0
	for j := range e.Paths {
		e.Paths[j].Chosen = Exp(lambda * (e.Paths[j].Value - top))
		sum += e.Paths[j].Chosen
	}
	for j := range e.Paths {
		e.Paths[j].Chosen /= sum
	}
	e.Value = top + math.Log(sum)/lambda
	e.Start = Choose(lambda * (e.Value - p.StatusQuo))
}

// solve goes back through one instrument's branch.
func (b *Branch) solve(patrons int, lambda float64, path *Path) {
	fightC, fightT := b.FightC[0], b.FightT[0]
	path.Some = 0
	if patrons > 0 {
		fightC, fightT = b.patrons(patrons, lambda, path)
	}
	path.Attack = Choose(lambda * (fightC - b.BackDownC))
	resistC := mix(path.Attack, fightC, b.BackDownC)
	resistT := mix(path.Attack, fightT, b.BackDownT)
	path.Resist = Choose(lambda * (resistT - b.ConcedeT))
	path.Value = mix(path.Resist, resistC, b.ConcedeC) + b.Open
}

// patrons solves the patrons' choices and returns what a fight is worth to the
// challenger and the target before it is known who comes.
func (b *Branch) patrons(n int, lambda float64, path *Path) (fightC, fightT float64) {
	lead := Choose(lambda * b.Come[0][1])
	path.Come[0] = lead
	for k := 1; k < n; k++ {
		path.After[k][0] = Choose(lambda * b.Come[k][0])
		path.After[k][1] = Choose(lambda * b.Come[k][1])
		path.Come[k] = mix(lead, path.After[k][1], path.After[k][0])
	}
	none := 1 - lead
	for k := 1; k < n; k++ {
		none *= 1 - path.After[k][0]
	}
	path.Some = 1 - none
	for set := range 1 << n {
		w := lead
		after := 1
		if set&1 == 0 {
			w, after = 1-lead, 0
		}
		for k := 1; k < n; k++ {
			q := path.After[k][after]
			if set>>k&1 == 0 {
				q = 1 - q
			}
			w *= q
		}
		fightC += w * b.FightC[set]
		fightT += w * b.FightT[set]
	}
	return fightC, fightT
}

// Choose is the logistic function: the probability of an action that is better
// than its alternative by x.
func Choose(x float64) float64 { return 1 / (1 + Exp(-x)) }

// Logit is the inverse of [Choose], for p strictly between 0 and 1.
func Logit(p float64) float64 { return math.Log(p / (1 - p)) }

func mix(p, a, b float64) float64 { return p*a + (1-p)*b }

// Pick returns the instrument that a uniform draw falls on.
func (e *Equilibrium) Pick(u float64) int {
	for j := range e.Paths {
		if u -= e.Paths[j].Chosen; u < 0 {
			return j
		}
	}
	return Instruments - 1
}
