package desk

import (
	"fmt"
	"math"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/mechanism/game"
)

// Game is a deterrence game as a tree that can be changed: payoffs in units of
// the challenger's ordinary stake, and the choices that answer them.
type Game struct {
	Schema string `json:"schema,omitempty"`
	// Lambda is how surely better actions are chosen.
	Lambda float64 `json:"lambda" minimum:"0.001" maximum:"100"`
	// StatusQuo is worth to the challenger that it begins no dispute.
	StatusQuo float64 `json:"status_quo"`
	// Patrons who may come, the leading one first.
	Patrons []ir.CCode `json:"patrons,omitempty"`
	// Odds are the challenger's chances with each set of patrons: bit p of the
	// index says that patron p came.
	Odds     []float64 `json:"odds"`
	Branches []Branch  `json:"branches"`
	// Start is the probability that the challenger begins a dispute at all, and
	// Value what one is worth to it.
	Start float64 `json:"start" required:"false"`
	Value float64 `json:"value" required:"false"`
	// Fight and War are the probabilities that a year brings a fight that costs
	// lives and an invasion that is resisted.
	Fight float64 `json:"fight" required:"false"`
	War   float64 `json:"war" required:"false"`
	// Residual is how far the choices are from the answers to the payoffs.
	Residual float64 `json:"residual" required:"false"`
}

// Branch is one way in which a dispute begins: what its ends are worth, and the
// choices in it.
type Branch struct {
	Instrument string    `json:"instrument"`
	Open       float64   `json:"open"` // gain of choosing it whatever comes of it
	ConcedeC   float64   `json:"concede_challenger"`
	ConcedeT   float64   `json:"concede_target"`
	BackDownC  float64   `json:"back_down_challenger"`
	BackDownT  float64   `json:"back_down_target"`
	FightC     []float64 `json:"fight_challenger"` // with each set of patrons
	FightT     []float64 `json:"fight_target"`
	// Come is what each patron gains by coming over staying out: the leading one
	// by itself, the others after it stayed out and after it came.
	Come []Coming `json:"come"`

	Chosen float64 `json:"chosen" required:"false"` // given that there is a dispute
	Resist float64 `json:"resist" required:"false"`
	Attack float64 `json:"attack" required:"false"` // carried through against resistance
	Some   float64 `json:"some_come" required:"false"`
	Worth  float64 `json:"worth" required:"false"`  // to the challenger
	Year   float64 `json:"a_year" required:"false"` // such a fight in a year
	Comes  []Comes `json:"comes" required:"false"`
}

// Coming is what a patron gains by coming over staying out.
type Coming struct {
	LeaderOut float64 `json:"leader_out"`
	LeaderIn  float64 `json:"leader_in"`
}

// Comes is the probability that a patron comes: whatever the leader does, and
// after it stayed out and came.
type Comes struct {
	P         float64 `json:"p"`
	LeaderOut float64 `json:"leader_out"`
	LeaderIn  float64 `json:"leader_in"`
}

// gameOf writes a game and its solution.
func gameOf(p *game.Payoffs, lambda float64, e *game.Equilibrium, patrons []ir.CCode) Game {
	sets := 1 << p.Patrons
	g := Game{
		Lambda: lambda, StatusQuo: p.StatusQuo, Patrons: patrons, Odds: append([]float64(nil), p.Odds[:sets]...),
		Start: e.Start, Value: e.Value, War: e.War(), Residual: game.Residual(p, lambda, e),
	}
	for i := range p.Branches {
		b, path := &p.Branches[i], &e.Paths[i]
		out := Branch{
			Instrument: game.Instrument(i), Open: b.Open, ConcedeC: b.ConcedeC, ConcedeT: b.ConcedeT, BackDownC: b.BackDownC, BackDownT: b.BackDownT,
			FightC: append([]float64(nil), b.FightC[:sets]...), FightT: append([]float64(nil), b.FightT[:sets]...),
			Chosen: path.Chosen, Resist: path.Resist, Attack: path.Attack, Some: path.Some, Worth: path.Value,
			Year: e.Fought(i), Come: []Coming{}, Comes: []Comes{},
		}
		g.Fight += out.Year
		for k := range p.Patrons {
			out.Come = append(out.Come, Coming{b.Come[k][0], b.Come[k][1]})
			out.Comes = append(out.Comes, Comes{path.Come[k], path.After[k][0], path.After[k][1]})
		}
		g.Branches = append(g.Branches, out)
	}
	return g
}

// Solve finds the equilibrium of a game whose payoffs someone has moved. Only
// payoffs, odds and lambda are read; the choices are computed.
func Solve(g Game) (Game, error) {
	p, err := g.payoffs()
	if err != nil {
		return Game{}, err
	}
	var e game.Equilibrium
	game.Solve(&p, g.Lambda, &e)
	out := gameOf(&p, g.Lambda, &e, g.Patrons)
	out.Schema = solveSchema
	return out, nil
}

// payoffs reads the game back and says what does not fit.
func (g Game) payoffs() (p game.Payoffs, err error) {
	if len(g.Branches) != game.Instruments {
		return p, &AskError{"branches", fmt.Sprintf("are %d; want one for each of the %d instruments", len(g.Branches), game.Instruments)}
	}
	p.StatusQuo, p.Patrons = g.StatusQuo, len(g.Branches[0].Come)
	if p.Patrons > game.MaxPatrons {
		return p, &AskError{"branches.0.come", fmt.Sprintf("names %d patrons; at most %d fit", p.Patrons, game.MaxPatrons)}
	}
	if err := fill("odds", p.Odds[:1<<p.Patrons], g.Odds); err != nil {
		return p, err
	}
	for i, b := range g.Branches {
		at := fmt.Sprintf("branches.%d.", i)
		if b.Instrument != game.Instrument(i) {
			return p, &AskError{at + "instrument", fmt.Sprintf("is %q; want %s", b.Instrument, game.Instrument(i))}
		}
		out := &p.Branches[i]
		out.Open, out.ConcedeC, out.ConcedeT, out.BackDownC, out.BackDownT = b.Open, b.ConcedeC, b.ConcedeT, b.BackDownC, b.BackDownT
		if err := fill(at+"fight_challenger", out.FightC[:1<<p.Patrons], b.FightC); err != nil {
			return p, err
		}
		if err := fill(at+"fight_target", out.FightT[:1<<p.Patrons], b.FightT); err != nil {
			return p, err
		}
		if len(b.Come) != p.Patrons {
			return p, &AskError{at + "come", fmt.Sprintf("has %d patrons; the first branch has %d", len(b.Come), p.Patrons)}
		}
		for k, c := range b.Come {
			out.Come[k] = [2]float64{c.LeaderOut, c.LeaderIn}
		}
	}
	return p, g.bounded()
}

// fill copies numbers, of which there must be as many as fit.
func fill(field string, to, from []float64) error {
	if len(from) != len(to) {
		return &AskError{field, fmt.Sprintf("has %d numbers; want %d, one for each set of patrons", len(from), len(to))}
	}
	copy(to, from)
	return nil
}

// leastLambda is as good as blind choice; at 0 nothing has a value.
const leastLambda = 0.001

// largest payoff that is taken: a thousand times the ordinary stake.
const largest = 1000

// bounded refuses payoffs and odds that are out of any range.
func (g Game) bounded() error {
	check := func(field string, low, high float64, values ...float64) error {
		for _, v := range values {
			if math.IsNaN(v) || v < low || v > high {
				return &AskError{field, fmt.Sprintf("is %g; want %g to %g", v, low, high)}
			}
		}
		return nil
	}
	if err := check("lambda", leastLambda, 100, g.Lambda); err != nil {
		return err
	}
	if err := check("odds", 0, 1, g.Odds...); err != nil {
		return err
	}
	if err := check("status_quo", -largest, largest, g.StatusQuo); err != nil {
		return err
	}
	for i, b := range g.Branches {
		values := append([]float64{b.Open, b.ConcedeC, b.ConcedeT, b.BackDownC, b.BackDownT}, append(b.FightC, b.FightT...)...)
		for _, c := range b.Come {
			values = append(values, c.LeaderOut, c.LeaderIn)
		}
		if err := check(fmt.Sprintf("branches.%d", i), -largest, largest, values...); err != nil {
			return err
		}
	}
	return nil
}
