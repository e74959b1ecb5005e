package study

import (
	"slices"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/mechanism/game"
	"github.com/shatterbelt/shatterbelt/rdm"
	"github.com/shatterbelt/shatterbelt/sim"
	"github.com/shatterbelt/shatterbelt/trace/param"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// crisisDraws is over how many futures the range of a crisis is taken.
const crisisDraws = 1000

// forces are the multiples of the state's forces that show what effort buys.
var forces = []float64{0.5, 0.75, 1, 1.5, 2}

// Crises plays the game at today's levers against every serious challenger of a
// setup, by [Challenging], and against the power that presses the state most of
// those near it, where that is none of its allies. The interval of each
// probability holds nine in ten draws of the uncertainties and coefficients.
func (x *Situation) Crises(st Start, seed uint64) []Crisis {
	out := make([]Crisis, 0, len(st.Setup.Challengers))
	for i := range st.Setup.Challengers {
		if x.serious(st, i) {
			out = append(out, x.crisis(st, i, seed))
		}
	}
	if apart, ok := x.unplayed(st); ok {
		c := x.crisis(apart, len(apart.Setup.Challengers)-1, seed)
		c.Unplayed = true
		out = append(out, c)
	}
	return out
}

func (x *Situation) crisis(st Start, c int, seed uint64) Crisis {
	ch := st.Setup.Challengers[c]
	challenger := st.Setup.Actors[ch.Actor].State
	l := x.ledger()
	out := Crisis{
		Challenger: challenger, Target: st.Setup.Focal.State,
		Relation: relation(l, challenger, st.Setup.Focal.State),
	}
	trail := st.Trail
	trail.Formula = "deterrence"
	trail.Cites = []string{"mckelvey1998", "signorino1999", "hirshleifer1989"}
	for _, f := range param.Fields(game.Terms{}) {
		trail.Params = append(trail.Params, f.Name)
	}
	if ch.Years > 0 {
		out.Record = prov.Exact(ch.Started/ch.Years, "disputes a year", l.trail("record"))
	}
	with := sim.NewCrisis(&st.Setup, c)
	if lead, ok := with.Lead(); ok {
		out.Patron = lead
	}
	alone := with
	alone.NoPatron = true
	var helped, left []float64
	at := with.At(defaults())
	out.Instruments, out.Patrons = instruments(&at.Equilibrium), at.Patrons
	out.Residual = game.Residual(&at.Payoffs, at.Lambda, &at.Equilibrium)
	out.With, helped = play(with, seed, trail)
	out.Without, left = play(alone, seed, trail)
	for i := range left {
		left[i] -= helped[i]
	}
	out.Abandoned = middle(out.Without.Attack.Value-out.With.Attack.Value, left, trail)
	for _, f := range forces {
		more := with
		more.Forces = f
		p := more.At(defaults())
		out.Efforts = append(out.Efforts, Effort{Forces: f, Attack: fought(&p.Equilibrium), Fight: fights(&p.Equilibrium), War: p.War()})
	}
	return out
}

func defaults() []float64 { return param.Values(param.Default[sim.Draw]()) }

// play solves a crisis at the defaults and over draws, and returns the attack
// probability of each draw as well.
func play(c sim.Crisis, seed uint64, t prov.Trail) (p Play, attacks []float64) {
	dims := sim.Dims()
	design := rdm.LatinHypercube{Seed: seed, N: crisisDraws, Dims: dims}
	x := make([]float64, len(dims))
	values := make([][]float64, len(probabilities(sim.Encounter{})))
	for i := range crisisDraws {
		design.Future(i, x)
		for k, v := range probabilities(c.At(x)) {
			values[k] = append(values[k], v)
		}
	}
	at := probabilities(c.At(defaults()))
	attacks = slices.Clone(values[attackAt])
	numbers := make([]prov.Number, len(at))
	for k := range numbers {
		numbers[k] = middle(at[k], values[k], t)
	}
	return Play{
		Demand: numbers[0], Resist: numbers[1], Attack: numbers[attackAt], Intervene: numbers[3], Fight: numbers[4],
		War: numbers[5], WinAlone: numbers[6], WinJoined: numbers[7],
	}, attacks
}

// middle is a value with the interval that holds nine in ten of its draws, which
// it sorts, and the value itself.
func middle(at float64, draws []float64, t prov.Trail) prov.Number {
	slices.Sort(draws)
	tail := len(draws) / 20
	return prov.Number{
		Value: at, Low: min(at, draws[tail]), High: max(at, draws[len(draws)-1-tail]),
		Unit: "probability", Trail: t,
	}
}

// attackAt is the place of the attack among the probabilities.
const attackAt = 2

func probabilities(e sim.Encounter) [8]float64 {
	return [8]float64{
		e.Start, resisted(&e.Equilibrium), fought(&e.Equilibrium), e.Paths[game.Invasion].Some, fights(&e.Equilibrium),
		e.War(), e.Alone, e.Joined,
	}
}

// fights is how likely a fight that costs lives is in a year, by whatever
// instrument.
func fights(e *game.Equilibrium) float64 {
	sum := 0.0
	for j := range e.Paths {
		sum += e.Fought(j)
	}
	return sum
}

// resisted is how likely a dispute, by whatever instrument, is resisted.
func resisted(e *game.Equilibrium) float64 {
	sum := 0.0
	for _, p := range e.Paths {
		sum += p.Chosen * p.Resist
	}
	return sum
}

// fought is how likely a dispute that is resisted costs lives.
func fought(e *game.Equilibrium) float64 {
	sum := 0.0
	for _, p := range e.Paths {
		sum += p.Chosen * p.Resist * p.Attack
	}
	return sum / resisted(e)
}

// instruments are the ways in which a dispute begins and comes to a fight.
func instruments(e *game.Equilibrium) []Instrument {
	out := make([]Instrument, game.Instruments)
	for j, p := range e.Paths {
		out[j] = Instrument{Name: game.Instrument(j), Chosen: p.Chosen, Resist: p.Resist, Fought: p.Attack, Come: p.Some, Year: e.Fought(j)}
	}
	return out
}

// Deter plays one crisis between any states: would the challenger attack the
// target, and would any of the patrons come, at most [game.MaxPatrons] of them or
// none. The crisis tells what would move it, too.
func (x *Situation) Deter(challenger, target ir.CCode, patrons []ir.CCode, seed uint64) (Crisis, sim.Crisis, error) {
	pair := Pair{B: challenger}
	alone := len(patrons) == 0
	if alone {
		pair.A = x.stand(challenger, target)
	} else {
		pair.A = patrons[0]
	}
	st, err := x.start(target, pair, []ir.CCode{challenger})
	if err != nil {
		return Crisis{}, sim.Crisis{}, err
	}
	b := builder{x: x, l: x.ledger(), state: target, setup: st.Setup}
	b.setup.Allies = nil // the patrons asked about, and nobody else
	for _, p := range patrons[min(1, len(patrons)):] {
		if err := b.bind(p); err != nil {
			return Crisis{}, sim.Crisis{}, err
		}
	}
	b.befriend()
	st.Setup = b.setup
	if err := st.Setup.Check(); err != nil {
		return Crisis{}, sim.Crisis{}, err
	}
	st.Setup.Challengers[0].Barred[sim.SideB] = true
	st.Setup.Challengers[0].Barred[sim.SideA] = alone || st.Setup.Challengers[0].Barred[sim.SideA]
	out, solved := x.crisis(st, 0, seed), sim.NewCrisis(&st.Setup, 0)
	out.Statics = statics(solved, seed)
	return out, solved, nil
}

// stand is a power that fills the place of A where there is no patron; it is
// barred from the crisis and only keeps the setup whole.
func (x *Situation) stand(challenger, target ir.CCode) ir.CCode {
	for _, p := range x.Powers {
		if p != challenger && p != target {
			return p
		}
	}
	return challenger
}
