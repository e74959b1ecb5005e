package sim_test

import (
	"context"
	"math"
	"slices"
	"testing"

	"github.com/shatterbelt/shatterbelt/mechanism/game"
	"github.com/shatterbelt/shatterbelt/rdm"
	"github.com/shatterbelt/shatterbelt/sim"
	"github.com/shatterbelt/shatterbelt/strategy"
	"github.com/shatterbelt/shatterbelt/trace/param"
)

// invented is a state between two great powers with one local rival. The
// figures are invented.
func invented() sim.Setup {
	actor := func(code int, spend, km float64, s sim.Standing) sim.Actor {
		return sim.Actor{State: 990, Spending: []float64{spend, spend}, Low: 1, High: 1, Growth: 0.02, Distance: km, Base: math.Inf(1), Standing: s}
	}
	a, b, r := actor(991, 0.4, 9000, sim.Ally), actor(992, 0.15, 900, sim.Neither), actor(993, 0.004, 200, sim.Rival)
	a.Global, b.Global = true, true
	s := sim.Setup{
		Focal:  actor(999, 0.02, 0, sim.Neither),
		Actors: []sim.Actor{a, b, r}, Pair: [2]int{0, 1},
		Challengers: []sim.Challenger{
			{Actor: 1, Started: 1, Years: 25, Rate: 0.02, Hostility: [2]float64{1, 0}, Barred: [2]bool{false, true}, Side: sim.SideB},
			{Actor: 2, Started: 8, Years: 25, Rate: 0.02, Hostility: [2]float64{1, 0}, Barred: [2]bool{false, true}, Side: -1},
		},
		Burden: 0.025, Imports: [2]float64{0.04, 0.08}, Trade: [2]float64{0.1, 0.16}, Rivalry: 1,
		Record: record(), Turnover: 0.2, Population: 5e7, Goal: sim.Settlement,
	}
	s.Today = strategy.Defaults()
	s.Today[strategy.TieA], s.Today[strategy.AimA] = 1, 0.25
	s.Today[strategy.PartnerA], s.Today[strategy.PartnerB] = 0.5, 0.5
	s.Today[strategy.Defence], s.Today[strategy.Cooperation] = s.Burden, 0.5
	return s
}

// record is the frequencies of no particular record.
func record() game.Record {
	return game.Record{
		game.Demand:   {Chosen: 0.36, Fought: 0.02, Resist: 0.95},
		game.GreyZone: {Chosen: 0.16, Fought: 0.04, Resist: 0.97},
		game.Blockade: {Chosen: 0.01, Fought: 0.1, Resist: 0.6},
		game.Seizure:  {Chosen: 0.46, Fought: 0.35, Resist: 0.96},
		game.Invasion: {Chosen: 0.01, Fought: 0.9, Resist: 0.8},
	}
}

func collect(t testing.TB, s sim.Setup, list []strategy.Strategy, n, workers int) *rdm.Table {
	t.Helper()
	m, err := sim.New(s, list)
	if err != nil {
		t.Fatal(err)
	}
	d := rdm.LatinHypercube{Seed: 1, N: n, Dims: m.Dims()}
	table, err := rdm.Collect(context.Background(), m, d, n, 1, rdm.Options{Workers: workers})
	if err != nil {
		t.Fatal(err)
	}
	return table
}

func TestOutcomesAreInRange(t *testing.T) {
	table := collect(t, invented(), strategy.Named(), 500, 1)
	for p, name := range table.Policies() {
		for o, spec := range table.Outcomes() {
			for i, v := range table.Outcome(p, o) {
				limit := 1.0
				if spec.Unit != "" || o%len(sim.Horizons) > 0 || o >= sim.Headline {
					limit = 1e6
				}
				if !(v >= 0 && v <= limit) {
					t.Fatalf("%s of %s in future %d is %v; want 0 to %v", spec.Name, name, i, v, limit)
				}
			}
		}
	}
}

// quiet is a setup in which nobody starts anything: no disputes on record, no
// rivalry of the powers, no trade to coerce with, no change of government.
func quiet(s sim.Setup) sim.Setup {
	for i := range s.Challengers {
		s.Challengers[i].Started, s.Challengers[i].Rate = 0, 0
	}
	s.Rivalry, s.Turnover = 0, 0
	s.Trade, s.Imports = [2]float64{}, [2]float64{}
	return s
}

// With no disputes on record, none in dyads of the kind and no rivalry, nothing
// happens.
func TestNoHazardNoDispute(t *testing.T) {
	s := invented()
	s = quiet(s)
	table := collect(t, s, strategy.Named(), 200, 1)
	for p := range table.Policies() {
		for o, want := range map[int]float64{
			sim.Security: 1, sim.Territory: 1, sim.Lives: 0, sim.Peace: 1, sim.Disputes: 0, sim.Wars: 0, sim.Entrapments: 0, sim.Coercions: 0,
		} {
			if i := slices.IndexFunc(table.Outcome(p, o), func(v float64) bool { return v != want }); i >= 0 {
				t.Errorf("outcome %d of strategy %d in future %d is %v; want %v", o, p, i, table.Outcome(p, o)[i], want)
			}
		}
	}
}

// A government that changes nothing loses nothing: prosperity is then 1 in every
// future without disputes.
func TestStandingStillCostsNothing(t *testing.T) {
	s := invented()
	s = quiet(s)
	table := collect(t, s, []strategy.Strategy{{Name: "still"}}, 200, 1)
	for i, v := range table.Outcome(0, sim.Prosperity) {
		if math.Abs(v-1) > 1e-12 {
			t.Fatalf("prosperity in future %d is %v; want 1", i, v)
		}
	}
}

func TestSameResultsForAnyWorkers(t *testing.T) {
	one := collect(t, invented(), strategy.Named(), 2500, 1)
	for _, workers := range []int{2, 5} {
		many := collect(t, invented(), strategy.Named(), 2500, workers)
		for p := range one.Policies() {
			for o := range one.Outcomes() {
				if !slices.Equal(one.Outcome(p, o), many.Outcome(p, o)) {
					t.Fatalf("outcome %d of strategy %d differs with %d workers", o, p, workers)
				}
			}
		}
	}
}

// All strategies meet the same future: the same strategy under two names fares
// the same, whatever stands beside it.
func TestCommonFutures(t *testing.T) {
	list := strategy.Named()
	twin := list[0]
	twin.Name = "twin"
	table := collect(t, invented(), append(list, twin), 300, 1)
	alone := collect(t, invented(), list[:1], 300, 1)
	for o := range table.Outcomes() {
		if !slices.Equal(table.Outcome(0, o), table.Outcome(len(list), o)) || !slices.Equal(table.Outcome(0, o), alone.Outcome(0, o)) {
			t.Errorf("outcome %d of a strategy depends on its company", o)
		}
	}
}

// The order in which other powers and challengers are listed changes nothing but
// which draws they meet: means differ by no more than chance has them differ.
func TestOrderOfActors(t *testing.T) {
	s := invented()
	turned := invented()
	turned.Actors[1], turned.Actors[2] = turned.Actors[2], turned.Actors[1]
	turned.Pair = [2]int{0, 2}
	turned.Challengers[0].Actor, turned.Challengers[1].Actor = 2, 1
	a, b := collect(t, s, strategy.Named(), 4000, 1), collect(t, turned, strategy.Named(), 4000, 1)
	for p := range a.Policies() {
		for o := range sim.Headline {
			x, y := rdm.MomentsOf(a.Outcome(p, o)), rdm.MomentsOf(b.Outcome(p, o))
			const apart = 4 // standard errors of the difference
			if se := math.Sqrt((x.Variance() + y.Variance()) / 4000); math.Abs(x.Mean-y.Mean) > apart*se+1e-9 {
				t.Errorf("outcome %d of strategy %d is %.3f, and %.3f with actors in another order", o, p, x.Mean, y.Mean)
			}
		}
	}
}

// A challenger with a record of many disputes makes for less peace and security
// than one with few.
func TestHazardLowersPeace(t *testing.T) {
	calm := invented()
	calm.Challengers[1].Started = 0
	a, b := collect(t, calm, strategy.Named(), 1000, 1), collect(t, invented(), strategy.Named(), 1000, 1)
	for _, o := range []int{sim.Peace, sim.Security} {
		if x, y := rdm.Mean(a.Outcome(0, o)), rdm.Mean(b.Outcome(0, o)); x <= y {
			t.Errorf("outcome %d is %.3f with a calm rival and %.3f with an active one", o, x, y)
		}
	}
}

// At today's levers a dispute starts as often as on record.
func TestDemandMatchesRecord(t *testing.T) {
	s := invented()
	x := param.Values(param.Default[sim.Draw]())
	prior := param.Default[sim.Coefficients]().PriorYears
	for i, c := range s.Challengers {
		got := sim.NewCrisis(&s, i).At(x).Start
		want := 1 - math.Exp(-(c.Started+prior*c.Rate)/(c.Years+prior))
		if math.Abs(got-want) > 1e-9 {
			t.Errorf("challenger %d demands with %.4f a year; the record says %.4f", i, got, want)
		}
	}
}

// Without its patron a state is attacked more often, and more forces of its own
// lower the chance of the challenger.
func TestPatronAndForcesDeter(t *testing.T) {
	s := invented()
	x := param.Values(param.Default[sim.Draw]())
	with := sim.NewCrisis(&s, 0)
	without := with
	without.NoPatron = true
	strong := with
	strong.Forces = 2
	war := func(c sim.Crisis) float64 { return c.At(x).Paths[game.Invasion].Attack }
	if a, b := war(with), war(without); a >= b {
		t.Errorf("attack is %.3f with a patron and %.3f without", a, b)
	}
	if a, b := strong.At(x).Alone, with.At(x).Alone; a >= b {
		t.Errorf("the challenger prevails with %.3f against doubled forces and %.3f otherwise", a, b)
	}
}

func TestRunDoesNotAllocate(t *testing.T) {
	m, err := sim.New(invented(), strategy.Named())
	if err != nil {
		t.Fatal(err)
	}
	w, f, out := m.NewWorker(), future(m), make([]float64, len(m.Outcomes()))
	allocs := testing.AllocsPerRun(50, func() {
		f.Index++
		for p := range m.Policies() {
			if err := w.Run(f, p, out); err != nil {
				t.Fatal(err)
			}
		}
	})
	if allocs != 0 {
		t.Errorf("a future allocates %v times; want 0", allocs)
	}
}

func future(m *sim.Model) *rdm.Future {
	f := &rdm.Future{Seed: 1, X: make([]float64, len(m.Dims()))}
	rdm.LatinHypercube{Seed: 1, N: 10, Dims: m.Dims()}.Future(3, f.X)
	return f
}

func TestSetupErrors(t *testing.T) {
	for name, spoil := range map[string]func(*sim.Setup){
		"no spending":    func(s *sim.Setup) { s.Focal.Spending = nil },
		"burden of zero": func(s *sim.Setup) { s.Burden = 0 },
		"no pair":        func(s *sim.Setup) { s.Pair[1] = 9 },
		"no distance":    func(s *sim.Setup) { s.Actors[0].Distance = math.NaN() },
		"too many":       func(s *sim.Setup) { s.Challengers = make([]sim.Challenger, sim.MaxChallengers+1) },
	} {
		s := invented()
		spoil(&s)
		if _, err := sim.New(s, strategy.Named()); err == nil {
			t.Errorf("%s: accepted", name)
		}
	}
}

func BenchmarkFuture(b *testing.B) {
	m, err := sim.New(invented(), strategy.Named())
	if err != nil {
		b.Fatal(err)
	}
	w, f, out := m.NewWorker(), future(m), make([]float64, len(m.Outcomes()))
	b.ReportAllocs()
	for b.Loop() {
		f.Index++
		for p := range m.Policies() {
			_ = w.Run(f, p, out)
		}
	}
}
