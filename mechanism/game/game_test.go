package game_test

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/shatterbelt/shatterbelt/mechanism/game"
	"github.com/shatterbelt/shatterbelt/trace/param"
)

func near(a, b float64) bool { return math.Abs(a-b) <= 1e-12 }

// Worked by hand. With lambda 1 every choice below is between payoffs that
// differ by ln 3 or -ln 3, so each probability is 3/4 or 1/4:
// the patron gains ln 3 by intervening (3/4); war is then worth
// 3/4 x 0 + 1/4 x 4 ln 3 = ln 3 to the challenger against 0 for backing down
// (3/4); the target expects -2 ln 3 from war and 2 ln 3 from a back-down, so
// 3/4 x -2 ln 3 + 1/4 x 2 ln 3 = -ln 3 from resisting against -2 ln 3 from
// conceding (3/4); resisting is worth 3/4 ln 3 to the challenger and conceding
// 7/4 ln 3, so demanding is worth 3/4 x 3/4 + 1/4 x 7/4 = 1 times ln 3 (3/4).
func TestSolveByHand(t *testing.T) {
	l := math.Log(3)
	p := game.Payoffs{
		Concede:  [3]float64{7.0 / 4 * l, -2 * l, 0},
		BackDown: [3]float64{0, 2 * l, 0},
		Joined:   [3]float64{0, -2 * l, l},
		Alone:    [3]float64{4 * l, -2 * l, 0},
	}
	e := game.Solve(&p, 1)
	for name, got := range map[string]float64{"intervene": e.Intervene, "attack": e.Attack, "resist": e.Resist, "demand": e.Demand} {
		if !near(got, 0.75) {
			t.Errorf("%s = %v; want 0.75", name, got)
		}
	}
	if !near(e.War(), 0.75*0.75*0.75) {
		t.Errorf("war = %v; want 27/64", e.War())
	}
}

func TestLambdaZeroIsACoinToss(t *testing.T) {
	p := game.Payoffs{Joined: [3]float64{5, -7, 1}, Concede: [3]float64{2, -9, 3}}
	e := game.Solve(&p, 0)
	if e.Demand != 0.5 || e.Resist != 0.5 || e.Attack != 0.5 || e.Intervene != 0.5 {
		t.Errorf("Solve at lambda 0 = %+v; want halves", e)
	}
}

// The anchors reproduce the record at an even match without a patron.
func TestAnchorsReproduceTheRecord(t *testing.T) {
	terms := param.Default[game.Terms]()
	r := game.Record{War: 0.04, Resist: 0.93}
	sit := game.Situation{Challenger: terms.Defender, Target: 1, Stake: 1}
	p := terms.Payoffs(&sit, terms.Anchor(r))
	e := game.Solve(&p, terms.Lambda)
	if !near(e.Attack, r.War) || !near(e.Resist, r.Resist) || e.Intervene > 1e-100 {
		t.Errorf("even match: attack %v, resist %v, intervene %v; want %v, %v, 0", e.Attack, e.Resist, e.Intervene, r.War, r.Resist)
	}
}

// The status quo is set so that a demand has the hazard's probability.
func TestStatusMeetsTheHazard(t *testing.T) {
	terms := param.Default[game.Terms]()
	sit := game.Situation{Challenger: 3, Target: 1, Patron: 2, Stake: 1, Obligation: 0.2}
	p := terms.Payoffs(&sit, terms.Anchor(game.Record{War: 0.05, Resist: 0.9}))
	terms.Status(&p, game.Solve(&p, terms.Lambda).DemandValue, 0.07)
	if e := game.Solve(&p, terms.Lambda); !near(e.Demand, 0.07) {
		t.Errorf("demand = %v; want 0.07", e.Demand)
	}
}

// The patron comes with the probability of its commitment at the odds for
// which its obligation was set.
func TestObligationMeetsCommitment(t *testing.T) {
	terms := param.Default[game.Terms]()
	sit := game.Situation{Challenger: 3, Target: 1, Patron: 2, Stake: 1}
	alone, joined := terms.Odds(&sit)
	sit.Obligation = terms.Obligation(0.62, alone, joined)
	p := terms.Payoffs(&sit, game.Anchors{})
	if e := game.Solve(&p, terms.Lambda); !near(e.Intervene, 0.62) {
		t.Errorf("intervene = %v; want 0.62", e.Intervene)
	}
}

// What must hold for any crisis: probabilities are probabilities, and a dearer
// war is never attacked more often.
func TestCostNeverInvites(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		terms := param.Default[game.Terms]()
		for i, f := range param.Fields(terms) {
			values := param.Values(terms)
			values[i] = rapid.Float64Range(f.Min, f.Max).Draw(t, f.Name)
			param.Set(&terms, values)
		}
		positive := rapid.Float64Range(0.001, 10)
		sit := game.Situation{
			Challenger: positive.Draw(t, "challenger"), Target: positive.Draw(t, "target"),
			Patron: positive.Draw(t, "patron"), Stake: positive.Draw(t, "stake"),
		}
		anchors := terms.Anchor(game.Record{War: 0.05, Resist: 0.9})
		cheap := terms.Payoffs(&sit, anchors)
		sit.Cost = rapid.Float64Range(0, 3).Draw(t, "cost")
		dear := terms.Payoffs(&sit, anchors)
		a, b := game.Solve(&cheap, terms.Lambda), game.Solve(&dear, terms.Lambda)
		if b.Attack > a.Attack {
			t.Fatalf("attack rises from %v to %v with the cost of war", a.Attack, b.Attack)
		}
		for _, v := range []float64{b.Demand, b.Resist, b.Attack, b.Intervene} {
			if !(v >= 0 && v <= 1) {
				t.Fatalf("probability %v in %+v", v, b)
			}
		}
	})
}

// The file holds exactly the payoffs solved: reading them back and solving
// gives the same equilibrium.
func TestEFGHoldsTheGame(t *testing.T) {
	terms := param.Default[game.Terms]()
	sit := game.Situation{Challenger: 2, Target: 1, Patron: 3, Stake: 1.3, Obligation: 0.4}
	p := terms.Payoffs(&sit, terms.Anchor(game.Record{War: 0.05, Resist: 0.9}))
	terms.Status(&p, game.Solve(&p, terms.Lambda).DemandValue, 0.1)
	file := string(game.EFG("invented", [3]string{"C", "T", "P"}, &p))
	leaf := regexp.MustCompile(`(?m)^t "" (\d) "[^"]*" \{ (.*) \}$`)
	var back game.Payoffs
	ends := []*[3]float64{&back.Joined, &back.Alone, &back.BackDown, &back.Concede, &back.StatusQuo}
	found := leaf.FindAllStringSubmatch(file, -1)
	if len(found) != len(ends) {
		t.Fatalf("%d ends in\n%s", len(found), file)
	}
	for i, m := range found {
		for k, text := range strings.Split(m[2], ", ") {
			v, err := strconv.ParseFloat(text, 64)
			if err != nil {
				t.Fatal(err)
			}
			ends[i][k] = v
		}
	}
	if back != p {
		t.Errorf("read back %+v; want %+v", back, p)
	}
	if n := strings.Count(file, "\np \"\""); n != 4 {
		t.Errorf("%d decision nodes; want 4", n)
	}
}

// An even match with a patron that may come. The figures are invented.
func ExampleSolve() {
	terms := param.Default[game.Terms]()
	sit := game.Situation{Challenger: 1.5, Target: 1, Patron: 4, Stake: 1}
	alone, joined := terms.Odds(&sit)
	sit.Obligation = terms.Obligation(0.5, alone, joined)
	p := terms.Payoffs(&sit, terms.Anchor(game.Record{War: 0.05, Resist: 0.9}))
	e := game.Solve(&p, terms.Lambda)
	fmt.Printf("resists %.2f, is attacked %.3f, is helped %.2f\n", e.Resist, e.Attack, e.Intervene)
	// Output: resists 0.91, is attacked 0.018, is helped 0.50
}

func BenchmarkSolve(b *testing.B) {
	terms := param.Default[game.Terms]()
	sit := game.Situation{Challenger: 2, Target: 1, Patron: 3, Stake: 1, Obligation: 0.4}
	p := terms.Payoffs(&sit, terms.Anchor(game.Record{War: 0.05, Resist: 0.9}))
	for b.Loop() {
		game.Solve(&p, terms.Lambda)
	}
}
