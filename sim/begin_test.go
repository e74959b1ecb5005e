package sim_test

import (
	"context"
	"slices"
	"testing"

	"github.com/shatterbelt/shatterbelt/rdm"
	"github.com/shatterbelt/shatterbelt/sim"
	"github.com/shatterbelt/shatterbelt/strategy"
)

// still is the course that changes nothing.
var still = strategy.Strategy{Name: "still"}

// without is the course that changes nothing but to give levers up.
func without(levers ...strategy.Lever) strategy.Strategy {
	s := strategy.Strategy{Name: "without"}
	for _, l := range levers {
		s.Levers = append(s.Levers, strategy.Setting{Lever: l, Form: strategy.To})
	}
	return s
}

func atOnce(t *testing.T, s sim.Setup, list ...strategy.Strategy) *rdm.Table {
	t.Helper()
	m, err := sim.New(s, list)
	if err != nil {
		t.Fatal(err)
	}
	m = m.AtOnce()
	d := rdm.LatinHypercube{Seed: 1, N: 300, Dims: m.Dims()}
	table, err := rdm.Collect(context.Background(), m, d, 300, 1, rdm.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return table
}

// A course that moves nothing fares the same however soon it begins.
func TestAtOnceChangesNothingForThoseWhoStay(t *testing.T) {
	now, later := atOnce(t, invented(), still), collect(t, invented(), []strategy.Strategy{still}, 300, 1)
	for o := range now.Outcomes() {
		if !slices.Equal(now.Outcome(0, o), later.Outcome(0, o)) {
			t.Errorf("outcome %d depends on when a course that moves nothing begins", o)
		}
	}
}

// A lever moved at once costs nothing to move: with no event in sight, a state
// that gives up its tie saves the cost of hosting in every future.
func TestAtOnceIsFree(t *testing.T) {
	table := atOnce(t, quiet(invented()), without(strategy.TieA))
	for i, v := range table.Outcome(0, sim.Prosperity) {
		if v < 1 {
			t.Fatalf("prosperity in future %d is %v; want no loss", i, v)
		}
	}
}

// A member that gives up membership has no tie left from it; one that gives up
// the treaty alone keeps what membership makes.
func TestLeavingAnInstitution(t *testing.T) {
	s := invented()
	s.Today[strategy.Membership] = 1
	table := atOnce(t, s, without(strategy.TieA), without(strategy.TieA, strategy.Membership), still)
	autonomy := func(p int) float64 { return rdm.Mean(table.Outcome(p, sim.Autonomy)) }
	if member, left := autonomy(0), autonomy(1); member >= left {
		t.Errorf("autonomy is %.4f for a member without a treaty of its own and %.4f for one that left", member, left)
	}
	abandoned := func(p int) float64 { return rdm.Mean(table.Outcome(p, sim.Abandonments)) }
	if abandoned(1) != 0 {
		t.Errorf("a state without any tie is abandoned %.4f times", abandoned(1))
	}
	if abandoned(2) == 0 {
		t.Error("no member is ever abandoned, so the test shows nothing")
	}
}

// Fights are disputes that were resisted and cost lives; wars are some of them.
func TestFightsLieBetweenWarsAndDisputes(t *testing.T) {
	table := collect(t, invented(), []strategy.Strategy{still}, 500, 1)
	fights, wars, disputes := table.Outcome(0, sim.Fights), table.Outcome(0, sim.Wars), table.Outcome(0, sim.Disputes)
	conceded := table.Outcome(0, sim.Concessions)
	for i := range fights {
		if wars[i] > fights[i] || fights[i]+conceded[i] > disputes[i] {
			t.Fatalf("future %d has %v wars, %v fights and %v concessions in %v disputes", i, wars[i], fights[i], conceded[i], disputes[i])
		}
	}
	if rdm.Mean(fights) == 0 {
		t.Error("no fights")
	}
}
