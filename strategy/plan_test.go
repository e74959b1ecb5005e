package strategy_test

import (
	"math"
	"testing"

	"github.com/shatterbelt/shatterbelt/strategy"

	"pgregory.net/rapid"
)

func near(a, b float64) bool { return math.Abs(a-b) <= 1e-12 }

func TestApply(t *testing.T) {
	tests := []struct {
		name                string
		set                 strategy.Setting
		today, target, want float64
	}{
		{"keep", strategy.Setting{Form: strategy.Keep, Value: 9}, 0.4, 0.7, 0.4},
		{"to", strategy.Setting{Form: strategy.To, Value: 1}, 0.4, 0.7, 1},
		{"times today's value", strategy.Setting{Form: strategy.Times, Value: 1.5}, 0.4, 0.7, 0.6},
		{"plus the target", strategy.Setting{Form: strategy.Plus, Value: -0.2}, 0.4, 0.7, 0.5},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := tt.set.Apply(tt.today, tt.target); !near(got, tt.want) {
				t.Errorf("Apply(%v, %v) = %v; want %v", tt.today, tt.target, got, tt.want)
			}
		})
	}
}

// The state of these tests spends 2 % of GDP and has half a tie with A.
func today() strategy.Vector {
	return strategy.Vector{strategy.TieA: 0.5, strategy.AimA: 0.4, strategy.PartnerA: 0.5,
		strategy.PartnerB: 0.5, strategy.Defence: 0.02, strategy.Cooperation: 0.5}
}

func TestTargetsOverTime(t *testing.T) {
	p := strategy.Compile(strategy.Strategy{
		Levers: []strategy.Setting{
			{Lever: strategy.TieA, Form: strategy.To, Value: 1},
			{Lever: strategy.PartnerB, Form: strategy.Plus, Value: 0.7},
		},
		Targets: []strategy.Target{
			{Year: 5, Set: []strategy.Setting{{Lever: strategy.Defence, Form: strategy.Times, Value: 1.5}}},
			{Year: 9, Set: []strategy.Setting{
				{Lever: strategy.TieA, Form: strategy.Keep},
				{Lever: strategy.Defence, Form: strategy.Plus, Value: 0.01}}},
		},
	}, today())
	tests := []struct {
		year                   int
		tie, partner, military float64
	}{
		{1, 1, 1, 0.02}, // 0.5 + 0.7 is held to 1
		{4, 1, 1, 0.02},
		{5, 1, 1, 0.03},
		{9, 0.5, 1, 0.03}, // both changes count from today's 0.02
		{25, 0.5, 1, 0.03},
	}
	for _, tt := range tests {
		var seen [strategy.NumObserved]float64
		var memory strategy.Memory
		v := p.Target(tt.year, &seen, &memory)
		if !near(v[strategy.TieA], tt.tie) || !near(v[strategy.PartnerB], tt.partner) || !near(v[strategy.Defence], tt.military) {
			t.Errorf("year %d: %v; want tie %v, partner %v, military %v", tt.year, v, tt.tie, tt.partner, tt.military)
		}
		if v[strategy.AimA] != 0.4 || v[strategy.Cooperation] != 0.5 {
			t.Errorf("year %d: a lever not named moved: %v", tt.year, v)
		}
	}
}

// watchB raises aim_a by 0.3 while B's hostility is above a level.
func watchB(kind strategy.RuleKind, level float64) strategy.Plan {
	return strategy.Compile(strategy.Strategy{Rule: strategy.Rule{Kind: kind, Clauses: []strategy.Clause{{
		Watch: strategy.HostilityB, Above: true, Level: level,
		Then: []strategy.Setting{{Lever: strategy.AimA, Form: strategy.Plus, Value: 0.3}},
	}}}}, today())
}

func TestRuleKinds(t *testing.T) {
	tests := []struct {
		name  string
		kind  strategy.RuleKind
		seen  []float64 // B's hostility, a year each
		fires []bool
	}{
		{"none", strategy.None, []float64{0.9, 0.9, 0.9, 0.9}, []bool{false, false, false, false}},
		{"reactive acts on the last year alone", strategy.Reactive,
			[]float64{0.5, 0.7, 0.6, 0.9}, []bool{false, true, false, true}},
		// 0.2 and 0.29 lead to 0.56 three years on; 0.2, 0.29 and 0.4 to just under 0.7.
		{"anticipatory follows the trend", strategy.Anticipatory,
			[]float64{0.2, 0.29, 0.4, 0.5}, []bool{false, false, true, true}},
		{"anticipatory lets a falling trend go", strategy.Anticipatory,
			[]float64{0.9, 0.8, 0.7, 0.65}, []bool{true, false, false, false}},
		{"inertial waits three years", strategy.Inertial,
			[]float64{0.9, 0.9, 0.9, 0.9}, []bool{false, false, true, true}},
		{"inertial starts again after a break", strategy.Inertial,
			[]float64{0.9, 0.9, 0.1, 0.9, 0.9, 0.9}, []bool{false, false, false, false, false, true}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := watchB(tt.kind, 0.6)
			var memory strategy.Memory
			for i, h := range tt.seen {
				seen := [strategy.NumObserved]float64{strategy.HostilityB: h}
				want := 0.4
				if tt.fires[i] {
					want = 0.7
				}
				if got := p.Target(i+1, &seen, &memory)[strategy.AimA]; !near(got, want) {
					t.Errorf("year %d: aim is %v; want %v", i+1, got, want)
				}
			}
		})
	}
}

// Three points off a line: through 0.2, 0.5, 0.5 the least-squares slope is
// 0.15 a year and the mean 0.4, so the line stands at 0.55 in the last year, at
// 0.7 a year on and at 0.85 two years on.
func TestAnticipatoryFitsALine(t *testing.T) {
	tests := []struct {
		lead, level float64
		fires       bool
	}{
		{1, 0.69, true}, {1, 0.71, false}, {2, 0.84, true}, {2, 0.86, false},
	}
	for _, tt := range tests {
		p := watchB(strategy.Anticipatory, tt.level)
		p.Habit.Lead = tt.lead
		var memory strategy.Memory
		var aim float64
		for i, h := range []float64{0.2, 0.5, 0.5} {
			aim = p.Target(i+1, &[strategy.NumObserved]float64{strategy.HostilityB: h}, &memory)[strategy.AimA]
		}
		if fired := near(aim, 0.7); fired != tt.fires {
			t.Errorf("lead %v, level %v: fired %v; want %v", tt.lead, tt.level, fired, tt.fires)
		}
	}
}

func TestPatience(t *testing.T) {
	p := watchB(strategy.Inertial, 0.6)
	p.Habit.Patience = 5
	var memory strategy.Memory
	seen := [strategy.NumObserved]float64{strategy.HostilityB: 1}
	for year := 1; year <= 6; year++ {
		fired := near(p.Target(year, &seen, &memory)[strategy.AimA], 0.7)
		if want := year >= 5; fired != want {
			t.Errorf("year %d: fired %v; want %v", year, fired, want)
		}
	}
}

// Clauses act in order, and the bounds are applied once at the end: 0.4 + 0.9
// - 0.5 is 0.8, though the sum passed 1 on the way.
func TestClausesAddUp(t *testing.T) {
	p := strategy.Compile(strategy.Strategy{Rule: strategy.Rule{Kind: strategy.Reactive, Clauses: []strategy.Clause{
		{Watch: strategy.HostilityB, Above: true, Level: 0.5,
			Then: []strategy.Setting{{Lever: strategy.AimA, Form: strategy.Plus, Value: 0.9}}},
		{Watch: strategy.CommitmentA, Above: false, Level: 0.5,
			Then: []strategy.Setting{{Lever: strategy.AimA, Form: strategy.Plus, Value: -0.5}}},
	}}}, today())
	tests := []struct {
		name                  string
		hostility, commitment float64
		want                  float64
	}{
		{"neither", 0.5, 0.5, 0.4}, // at the level is not beyond it
		{"first", 0.6, 0.5, 1},     // 1.3 held to 1
		{"second", 0.5, 0.4, 0},    // -0.1 held to 0
		{"both", 0.6, 0.4, 0.8},
		{"nothing seen", math.NaN(), math.NaN(), 0.4},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var memory strategy.Memory
			seen := [strategy.NumObserved]float64{strategy.HostilityB: tt.hostility, strategy.CommitmentA: tt.commitment}
			if got := p.Target(1, &seen, &memory)[strategy.AimA]; !near(got, tt.want) {
				t.Errorf("aim is %v; want %v", got, tt.want)
			}
		})
	}
}

func TestStep(t *testing.T) {
	now := strategy.Vector{strategy.TieA: 0.2, strategy.Defence: 0.02, strategy.PartnerB: 0.5}
	target := strategy.Vector{strategy.TieA: 1, strategy.Defence: 0.018, strategy.PartnerB: 0}
	got := strategy.Step(now, target, strategy.Speeds())
	want := strategy.Vector{strategy.TieA: 0.7, strategy.Defence: 0.018, strategy.PartnerB: 0.3}
	for i := range got {
		if !near(got[i], want[i]) {
			t.Errorf("%s is %v; want %v", strategy.Lever(i), got[i], want[i])
		}
	}
}

func anyVector(t *rapid.T, name string) strategy.Vector {
	var v strategy.Vector
	for i, l := range strategy.Levers() {
		v[i] = rapid.Float64Range(l.Min, l.Max).Draw(t, name)
	}
	return v
}

// A lever never passes its target, never moves faster than its speed, and gets
// there in as many years as the distance takes.
func TestStepArrives(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		now, target := anyVector(t, "now"), anyVector(t, "target")
		speed := strategy.Speeds()
		for range 100 {
			next := strategy.Step(now, target, speed)
			for i := range next {
				before, after := math.Abs(target[i]-now[i]), math.Abs(target[i]-next[i])
				if want := max(0, before-speed[i]); !near(after, want) {
					t.Fatalf("%s is %v from its target; want %v", strategy.Lever(i), after, want)
				}
			}
			now = next
		}
		if now != target {
			t.Fatalf("after 100 years %v; want %v", now, target)
		}
	})
}

// A strategy that sets nothing leaves every state as it is.
func TestNoStrategyNoChange(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		start := anyVector(t, "today")
		p := strategy.Compile(strategy.Strategy{}, start)
		var memory strategy.Memory
		seen := [strategy.NumObserved]float64{1, 1, 1, 1, 1, 1, 1, 1, 1, 1}
		if got := strategy.Step(start, p.Target(1, &seen, &memory), strategy.Speeds()); got != start {
			t.Fatalf("levers moved from %v to %v", start, got)
		}
	})
}

// Drift is for the simulation to act on; the aims of a strategy are the same.
func TestDrifts(t *testing.T) {
	s := strategy.Strategy{Levers: []strategy.Setting{{Lever: strategy.Strike, Form: strategy.To, Value: 1}}}
	steady := strategy.Compile(s, today())
	s.Drift = true
	adrift := strategy.Compile(s, today())
	if steady.Drifts() || !adrift.Drifts() {
		t.Errorf("Drifts is %v and %v; want false and true", steady.Drifts(), adrift.Drifts())
	}
	var seen [strategy.NumObserved]float64
	var m, n strategy.Memory
	if a, b := steady.Target(1, &seen, &m), adrift.Target(1, &seen, &n); a != b {
		t.Errorf("the aim is %v, and %v with drift", a, b)
	}
}

func TestTargetDoesNotAllocate(t *testing.T) {
	for _, kind := range []strategy.RuleKind{strategy.None, strategy.Reactive, strategy.Anticipatory, strategy.Inertial} {
		p := watchB(kind, 0.6)
		if n := testing.AllocsPerRun(100, func() { carryOut(&p) }); n != 0 {
			t.Errorf("%v: %v allocations in 25 years; want 0", kind, n)
		}
	}
}

func carryOut(p *strategy.Plan) strategy.Vector {
	var memory strategy.Memory
	now, speed := today(), strategy.Speeds()
	for year := 1; year <= strategy.LastYear; year++ {
		seen := [strategy.NumObserved]float64{strategy.HostilityB: float64(year) / strategy.LastYear}
		now = strategy.Step(now, p.Target(year, &seen, &memory), speed)
	}
	return now
}

// One operation is 25 years of one strategy.
func BenchmarkPlan(b *testing.B) {
	for _, s := range strategy.Named() {
		b.Run(s.Name, func(b *testing.B) {
			p := strategy.Compile(s, today())
			b.ReportAllocs()
			for b.Loop() {
				carryOut(&p)
			}
		})
	}
}
