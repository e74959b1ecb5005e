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
//
// Each step back is taken on every branch before the next, since the branches
// do not wait for each other and a processor can then work on several at once.
func Solve(p *Payoffs, lambda float64, e *Equilibrium) {
	fights := p.comers(lambda, e)
	for j := range e.Paths {
		e.Paths[j].Attack = Choose(lambda * (fights[j].c - p.Branches[j].BackDownC))
	}
	for j := range e.Paths {
		b, path := &p.Branches[j], &e.Paths[j]
		resisted := mix(path.Attack, fights[j].t, b.BackDownT)
		path.Resist = Choose(lambda * (resisted - b.ConcedeT))
	}
	top := math.Inf(-1)
	for j := range e.Paths {
		b, path := &p.Branches[j], &e.Paths[j]
		resisted := mix(path.Attack, fights[j].c, b.BackDownC)
		path.Value = mix(path.Resist, resisted, b.ConcedeC) + b.Open
		if path.Value > top {
			top = path.Value
		}
	}
	e.choose(top, lambda)
	e.Start = Choose(lambda * (e.Value - p.StatusQuo))
}

// choose sets how likely each instrument is, given what each is worth and the
// most that any is, and what a dispute is worth.
func (e *Equilibrium) choose(top, lambda float64) {
	sum := 0.0
	for j := range e.Paths {
		e.Paths[j].Chosen = Exp(lambda * (e.Paths[j].Value - top))
		sum += e.Paths[j].Chosen
	}
	part := 1 / sum
	for j := range e.Paths {
		e.Paths[j].Chosen *= part
	}
	e.Value = top + Log(sum)/lambda
}

// fight is what a fight is worth to the challenger and the target before it is
// known who comes.
type fight struct{ c, t float64 }

// comers solves the patrons' choices on every branch and returns what a fight is
// worth there.
func (p *Payoffs) comers(lambda float64, e *Equilibrium) (fights [Instruments]fight) {
	if p.Patrons == 0 {
		for j := range fights {
			e.Paths[j].Some = 0
			fights[j] = fight{p.Branches[j].FightC[0], p.Branches[j].FightT[0]}
		}
		return fights
	}
	for j := range e.Paths {
		e.Paths[j].Come[0] = Choose(lambda * p.Branches[j].Come[0][1])
	}
	for k := 1; k < p.Patrons; k++ {
		for j := range e.Paths {
			come, after := &p.Branches[j].Come[k], &e.Paths[j].After[k]
			after[0], after[1] = Choose(lambda*come[0]), Choose(lambda*come[1])
		}
	}
	for j := range e.Paths {
		fights[j] = p.Branches[j].patrons(p.Patrons, &e.Paths[j])
	}
	return fights
}

// patrons is what a fight is worth once the patrons' choices are known, and how
// likely each and any of n patrons is to come.
func (b *Branch) patrons(n int, path *Path) fight {
	lead := path.Come[0]
	if n == 1 {
		path.Some = lead
		return fight{mix(lead, b.FightC[1], b.FightC[0]), mix(lead, b.FightT[1], b.FightT[0])}
	}
	none := 1 - lead
	for k := 1; k < n; k++ {
		path.Come[k] = mix(lead, path.After[k][1], path.After[k][0])
		none *= 1 - path.After[k][0]
	}
	path.Some = 1 - none
	out := b.followed(n, 0, &path.After)
	came := b.followed(n, 1, &path.After)
	return fight{mix(lead, came.c, out.c), mix(lead, came.t, out.t)}
}

// followed is what a fight is worth where the leader stayed out (0) or came (1)
// and each other patron comes with its own probability after that: the worth of
// every set of patrons, folded over one follower after the other.
func (b *Branch) followed(n, lead int, after *[MaxPatrons][2]float64) fight {
	var c, t [coalitions / 2]float64
	sets := 1 << (n - 1)
	for i := range sets {
		c[i], t[i] = b.FightC[i<<1|lead], b.FightT[i<<1|lead]
	}
	for k := n - 1; k > 0; k-- {
		sets /= 2
		p := after[k][lead]
		for i := range sets {
			c[i], t[i] = mix(p, c[i+sets], c[i]), mix(p, t[i+sets], t[i])
		}
	}
	return fight{c[0], t[0]}
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
