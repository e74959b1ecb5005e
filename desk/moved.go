package desk

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/shatterbelt/shatterbelt/mechanism/game"
	"github.com/shatterbelt/shatterbelt/study"
	"github.com/shatterbelt/shatterbelt/trace/yamlfile"
)

// Set moves payoffs of a crisis and solves the game for them; the rest of the
// crisis stays as it is. A move is NAME=VALUE, and a name is lambda, status_quo or
// an instrument and one of its payoffs: invasion.concede_target,
// grey-zone.fight_challenger.1 for a fight in which the leading patron came (bit p
// of the number says that patron p did), demand.come.0 for what the leading patron
// gains by coming, and demand.come.1.out and .in for another patron after the
// leading one stayed out and came. Without moves it is the crisis itself.
func (c Crisis) Set(moves []string) (Crisis, error) {
	if len(moves) == 0 {
		return c, nil
	}
	g := c.Game.clone()
	places := g.places()
	seen := map[string]bool{}
	for _, m := range moves {
		name, text, ok := strings.Cut(m, "=")
		v, err := strconv.ParseFloat(text, 64)
		if !ok || err != nil {
			return c, &AskError{"set", fmt.Sprintf("has %q; want NAME=NUMBER, such as invasion.concede_target=-0.5", yamlfile.Short(m))}
		}
		to, known := places[name]
		if !known {
			return c, &AskError{"set", fmt.Sprintf("names no payoff %q; %s", yamlfile.Short(name), yamlfile.Suggest(name, named(places)))}
		}
		if seen[name] {
			return c, &AskError{"set", "names " + name + " twice"}
		}
		seen[name] = true
		for _, p := range to {
			*p = v
		}
	}
	p, err := g.payoffs()
	if err != nil {
		return c, err
	}
	c.solved.Payoffs, c.solved.Lambda = p, g.Lambda
	game.Solve(&p, g.Lambda, &c.solved.Equilibrium)
	moved := gameOf(&p, g.Lambda, &c.solved.Equilibrium, g.Patrons)
	c.Moved = &moved
	return c, nil
}

func named(places map[string][]*float64) []string {
	out := make([]string, 0, len(places))
	for name := range places {
		out = append(out, name)
	}
	slices.Sort(out)
	return out
}

// clone is a game that can be changed without the first one.
func (g Game) clone() Game {
	g.Branches = slices.Clone(g.Branches)
	for i := range g.Branches {
		b := &g.Branches[i]
		b.FightC, b.FightT, b.Come = slices.Clone(b.FightC), slices.Clone(b.FightT), slices.Clone(b.Come)
	}
	return g
}

// places are the payoffs of a game by name. The leading patron follows nobody, so
// that one name sets both of its numbers.
func (g *Game) places() map[string][]*float64 {
	out := map[string][]*float64{"lambda": {&g.Lambda}, "status_quo": {&g.StatusQuo}}
	for i := range g.Branches {
		b := &g.Branches[i]
		at := strings.ReplaceAll(b.Instrument, " ", "-") + "."
		out[at+"open"] = []*float64{&b.Open}
		out[at+"concede_challenger"] = []*float64{&b.ConcedeC}
		out[at+"concede_target"] = []*float64{&b.ConcedeT}
		out[at+"back_down_challenger"] = []*float64{&b.BackDownC}
		out[at+"back_down_target"] = []*float64{&b.BackDownT}
		for set := range b.FightC {
			out[fmt.Sprint(at, "fight_challenger.", set)] = []*float64{&b.FightC[set]}
			out[fmt.Sprint(at, "fight_target.", set)] = []*float64{&b.FightT[set]}
		}
		for k := range b.Come {
			come := &b.Come[k]
			if k == 0 {
				out[at+"come.0"] = []*float64{&come.LeaderOut, &come.LeaderIn}
				continue
			}
			out[fmt.Sprint(at, "come.", k, ".out")] = []*float64{&come.LeaderOut}
			out[fmt.Sprint(at, "come.", k, ".in")] = []*float64{&come.LeaderIn}
		}
	}
	return out
}

// Instruments are the branches of a game as a crisis tells them.
func (g *Game) Instruments() []study.Instrument {
	var out []study.Instrument
	for _, b := range g.Branches {
		out = append(out, study.Instrument{Name: b.Instrument, Chosen: b.Chosen, Resist: b.Resist, Fought: b.Attack, Come: b.Some, Year: b.Year})
	}
	return out
}
