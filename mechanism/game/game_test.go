package game_test

import (
	"fmt"
	"math"
	"testing"

	"pgregory.net/rapid"

	"github.com/shatterbelt/shatterbelt/mechanism/game"
	"github.com/shatterbelt/shatterbelt/trace/param"
)

func near(a, b float64) bool { return math.Abs(a-b) <= 1e-9 }

// Frequencies of no particular record.
func record() game.Record {
	return game.Record{
		game.Demand:   {Chosen: 0.4, Fought: 0.02, Resist: 0.9},
		game.GreyZone: {Chosen: 0.15, Fought: 0.05, Resist: 0.95},
		game.Blockade: {Chosen: 0.02, Fought: 0.1, Resist: 0.9},
		game.Seizure:  {Chosen: 0.42, Fought: 0.3, Resist: 0.97},
		game.Invasion: {Chosen: 0.01, Fought: 0.9, Resist: 0.9},
	}
}

// closed is a branch that a challenger with lambda 1 never opens.
var closed = game.Branch{Open: -1e6}

// Worked by hand. With lambda 1 every choice below is between payoffs that
// differ by ln 3 or -ln 3, so each probability is 3/4 or 1/4:
// the patron gains ln 3 by coming (3/4); a fight is then worth
// 3/4 x 0 + 1/4 x 4 ln 3 = ln 3 to the challenger against 0 for backing down
// (3/4); the target expects -2 ln 3 from a fight and 2 ln 3 from a back-down, so
// 3/4 x -2 ln 3 + 1/4 x 2 ln 3 = -ln 3 from resisting against -2 ln 3 from
// conceding (3/4); resisting is worth 3/4 ln 3 to the challenger and conceding
// 7/4 ln 3, so the branch is worth 3/4 x 3/4 + 1/4 x 7/4 = 1 times ln 3 (3/4
// against a status quo of 0, the other branches being closed).
func TestSolveByHand(t *testing.T) {
	l := math.Log(3)
	p := game.Payoffs{Patrons: 1}
	for j := range p.Branches {
		p.Branches[j] = closed
	}
	b := game.Branch{ConcedeC: 7.0 / 4 * l, ConcedeT: -2 * l, BackDownT: 2 * l}
	b.FightC[0], b.FightT[0], b.FightT[1] = 4*l, -2*l, -2*l
	b.Come[0] = [2]float64{l, l}
	p.Branches[game.Seizure] = b
	var e game.Equilibrium
	game.Solve(&p, 1, &e)
	path := e.Paths[game.Seizure]
	for name, got := range map[string]float64{
		"come": path.Come[0], "some": path.Some, "attack": path.Attack, "resist": path.Resist, "start": e.Start,
	} {
		if !near(got, 0.75) {
			t.Errorf("%s = %v; want 0.75", name, got)
		}
	}
	if !near(path.Chosen, 1) || !near(e.Fought(game.Seizure), 27.0/64) {
		t.Errorf("chosen %v, fought %v; want 1 and 27/64", path.Chosen, e.Fought(game.Seizure))
	}
}

// Two branches worth the same are chosen alike, and together are worth ln 2
// more than one: a challenger with two ways open starts with odds twice as high.
func TestTwoInstrumentsByHand(t *testing.T) {
	p := game.Payoffs{StatusQuo: 1}
	for j := range p.Branches {
		p.Branches[j] = closed
	}
	same := game.Branch{ConcedeC: 1, ConcedeT: 1e6} // the target yields for certain
	p.Branches[game.Demand], p.Branches[game.Invasion] = same, same
	var e game.Equilibrium
	game.Solve(&p, 1, &e)
	if !near(e.Paths[game.Demand].Chosen, 0.5) || !near(e.Value, 1+math.Ln2) || !near(e.Start, 2.0/3) {
		t.Errorf("chosen %v, value %v, start %v; want 1/2, 1 + ln 2, 2/3", e.Paths[game.Demand].Chosen, e.Value, e.Start)
	}
}

// The leader comes with 3/4; a follower comes with 3/4 after it came and 1/4
// after it stayed out: 3/4 x 3/4 + 1/4 x 1/4 = 5/8 in all, and nobody comes
// with 1/4 x 3/4 = 3/16.
func TestFollowersByHand(t *testing.T) {
	l := math.Log(3)
	p := game.Payoffs{Patrons: 2}
	for j := range p.Branches {
		p.Branches[j].Come = [game.MaxPatrons][2]float64{{l, l}, {-l, l}}
	}
	var e game.Equilibrium
	game.Solve(&p, 1, &e)
	path := e.Paths[game.Invasion]
	if !near(path.Come[0], 0.75) || !near(path.Come[1], 5.0/8) || !near(path.Some, 1-3.0/16) {
		t.Errorf("come %v, some %v; want 3/4, 5/8 and 13/16", path.Come, path.Some)
	}
}

// The anchors reproduce the record at an even match without a patron.
func TestAnchorsReproduceTheRecord(t *testing.T) {
	terms := param.Default[game.Terms]()
	r := record()
	sit := game.Situation{Challenger: terms.Defender, Target: 1, Stake: 1}
	a := terms.Anchor(&r)
	var p game.Payoffs
	terms.Payoffs(&sit, &a, &p)
	var e game.Equilibrium
	game.Solve(&p, terms.Lambda, &e)
	for j, f := range r {
		got := e.Paths[j]
		if !near(got.Chosen, f.Chosen) || !near(got.Attack, f.Fought) || !near(got.Resist, f.Resist) {
			t.Errorf("%s: %+v; want %+v", game.Instrument(j), got, f)
		}
	}
}

// The status quo is set so that a dispute has the hazard's probability.
func TestStatusMeetsTheHazard(t *testing.T) {
	terms := param.Default[game.Terms]()
	r := record()
	sit := game.Situation{Challenger: 3, Target: 1, Stake: 1, Patrons: 2}
	sit.Patron = [game.MaxPatrons]float64{2, 1}
	a := terms.Anchor(&r)
	var p game.Payoffs
	terms.Payoffs(&sit, &a, &p)
	var e game.Equilibrium
	game.Solve(&p, terms.Lambda, &e)
	terms.StatusAt(&p, e.Value, game.Logit(0.07))
	game.Solve(&p, terms.Lambda, &e)
	if !near(e.Start, 0.07) {
		t.Errorf("start = %v; want 0.07", e.Start)
	}
}

// The leader comes to a full war with the probability pledged at the odds for
// which it was pledged.
func TestPledgeIsMet(t *testing.T) {
	terms := param.Default[game.Terms]()
	r := record()
	sit := game.Situation{Challenger: 3, Target: 1, Stake: 1, Patrons: 1}
	sit.Patron[0] = 2
	var odds [8]float64
	terms.Odds(&sit, &odds)
	sit.Pledge[0], sit.Then[0] = game.Logit(0.62), game.Gain(&odds, 0)
	a := terms.Anchor(&r)
	var p game.Payoffs
	terms.Payoffs(&sit, &a, &p)
	var e game.Equilibrium
	game.Solve(&p, terms.Lambda, &e)
	if got := e.Paths[game.Invasion].Come[0]; !near(got, 0.62) {
		t.Errorf("comes with %v; want 0.62", got)
	}
	if less := e.Paths[game.GreyZone].Come[0]; less >= 0.62 {
		t.Errorf("comes to the grey zone with %v, as readily as to a war", less)
	}
}

// drawn is any terms and any situation.
func drawn(t *rapid.T) (game.Terms, game.Situation) {
	terms := param.Default[game.Terms]()
	values := param.Values(terms)
	for i, f := range param.Fields(terms) {
		values[i] = rapid.Float64Range(f.Min, f.Max).Draw(t, f.Name)
	}
	param.Set(&terms, values)
	positive := rapid.Float64Range(0.001, 10)
	sit := game.Situation{
		Challenger: positive.Draw(t, "challenger"), Target: positive.Draw(t, "target"), Stake: positive.Draw(t, "stake"),
		Patrons: rapid.IntRange(0, game.MaxPatrons).Draw(t, "patrons"), Removal: rapid.Float64Range(0, 1).Draw(t, "removal"),
		NuclearC: rapid.Float64Range(0, 1).Draw(t, "nuclear challenger"), NuclearT: rapid.Float64Range(0, 1).Draw(t, "nuclear target"),
	}
	for k := range sit.Patrons {
		sit.Patron[k] = positive.Draw(t, "patron")
		sit.Pledge[k] = rapid.Float64Range(-4, 4).Draw(t, "pledge")
		sit.NuclearP[k] = rapid.Float64Range(0, 1).Draw(t, "nuclear patron")
	}
	return terms, sit
}

func solve(terms game.Terms, sit game.Situation) (p game.Payoffs, e game.Equilibrium) {
	r := record()
	a := terms.Anchor(&r)
	terms.Payoffs(&sit, &a, &p)
	game.Solve(&p, terms.Lambda, &e)
	return p, e
}

// What must hold for any crisis: probabilities are probabilities, choices add up
// to one, and a dearer war is never carried through more often.
func TestCostNeverInvites(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		terms, sit := drawn(t)
		_, a := solve(terms, sit)
		sit.Cost = rapid.Float64Range(0, 3).Draw(t, "cost")
		_, b := solve(terms, sit)
		chosen := 0.0
		for j := range b.Paths {
			x, y := &a.Paths[j], &b.Paths[j]
			if y.Attack > x.Attack {
				t.Fatalf("%s is carried through with %v, and with %v where war is dearer", game.Instrument(j), x.Attack, y.Attack)
			}
			for _, v := range []float64{y.Attack, y.Resist, y.Some, y.Come[0], y.Come[1], y.Come[2], y.Chosen} {
				if !(v >= 0 && v <= 1) {
					t.Fatalf("probability %v in %+v", v, *y)
				}
			}
			chosen += y.Chosen
		}
		if !near(chosen, 1) || !(b.Start >= 0 && b.Start <= 1) {
			t.Fatalf("choices add up to %v; start %v", chosen, b.Start)
		}
	})
}

// Nuclear risk dissuades a challenger from what it puts in play, and does
// nothing where one side has no weapons.
func TestNuclearRiskNeedsBothSides(t *testing.T) {
	terms := param.Default[game.Terms]()
	sit := game.Situation{Challenger: 3, Target: 1, Stake: 1}
	_, none := solve(terms, sit)
	sit.NuclearT = 1
	_, one := solve(terms, sit)
	sit.NuclearC = 1
	_, both := solve(terms, sit)
	if one != none {
		t.Error("weapons on one side alone change the game")
	}
	if both.Paths[game.Invasion].Attack >= none.Paths[game.Invasion].Attack {
		t.Errorf("invasion is carried through with %v between nuclear sides, %v otherwise",
			both.Paths[game.Invasion].Attack, none.Paths[game.Invasion].Attack)
	}
}

// An even match with a patron that may come. The record is invented.
func ExampleSolve() {
	terms := param.Default[game.Terms]()
	r := game.Record{}
	for j := range r {
		r[j] = game.Frequency{Chosen: 0.2, Fought: 0.3, Resist: 0.9}
	}
	sit := game.Situation{Challenger: 1.5, Target: 1, Stake: 1, Patrons: 1}
	sit.Patron[0] = 4
	anchors := terms.Anchor(&r)
	var p game.Payoffs
	terms.Payoffs(&sit, &anchors, &p)
	var e game.Equilibrium
	game.Solve(&p, terms.Lambda, &e)
	war := e.Paths[game.Invasion]
	fmt.Printf("resists %.2f, is invaded %.2f, is helped %.2f\n", war.Resist, war.Attack, war.Some)
	// Output: resists 0.94, is invaded 0.11, is helped 0.58
}

func benchmarkSolve(b *testing.B, patrons int) {
	terms := param.Default[game.Terms]()
	r := record()
	anchors := terms.Anchor(&r)
	sit := game.Situation{Challenger: 2, Target: 1, Stake: 1, Patrons: patrons}
	for k := range patrons {
		sit.Patron[k] = 3
	}
	var p game.Payoffs
	terms.Payoffs(&sit, &anchors, &p)
	var e game.Equilibrium
	b.ReportAllocs()
	for b.Loop() {
		game.Solve(&p, terms.Lambda, &e)
	}
}

func BenchmarkSolveThreePlayers(b *testing.B) { benchmarkSolve(b, 1) }
func BenchmarkSolveThreePatrons(b *testing.B) { benchmarkSolve(b, game.MaxPatrons) }

func BenchmarkPayoffs(b *testing.B) {
	terms := param.Default[game.Terms]()
	r := record()
	anchors := terms.Anchor(&r)
	sit := game.Situation{Challenger: 2, Target: 1, Stake: 1, Patrons: 2, Patron: [game.MaxPatrons]float64{3, 2}}
	var p game.Payoffs
	for b.Loop() {
		terms.Payoffs(&sit, &anchors, &p)
	}
}

// Both forms of the contest function are even at parity, rise with superiority
// and meet there with the same slope; by the difference the weak keep a chance.
func TestContestForms(t *testing.T) {
	ratio := game.Terms{Decisive: 1.3}
	difference := game.Terms{Decisive: 1.3, Contest: 1}
	if a, b := ratio.Prevails(2, 2), difference.Prevails(2, 2); !near(a, 0.5) || !near(b, 0.5) {
		t.Errorf("at parity %v and %v; want one half", a, b)
	}
	a, b := ratio.Prevails(1.001, 1)-0.5, difference.Prevails(1.001, 1)-0.5
	if math.Abs(a/b-1) > 1e-3 {
		t.Errorf("slopes at parity %v and %v", a, b)
	}
	// Hirshleifer's difference form at 1 against 3: 1/(1 + exp(2 m (3-1)/(3+1))).
	if got, want := difference.Prevails(1, 3), 1/(1+math.Exp(1.3)); !near(got, want) {
		t.Errorf("1 against 3: %v; want %v", got, want)
	}
	if weak := difference.Prevails(1e-9, 1); weak < 0.05 || ratio.Prevails(1e-9, 1) > 1e-6 {
		t.Errorf("the weakest prevail with %v by the difference", weak)
	}
	if ratio.Prevails(0, 1) != 0 || difference.Prevails(0, 1) != 0 {
		t.Error("no capability prevails")
	}
}
