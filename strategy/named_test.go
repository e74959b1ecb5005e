package strategy_test

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"testing"

	"github.com/shatterbelt/shatterbelt/strategy"
	"github.com/shatterbelt/shatterbelt/trace/cite"

	"pgregory.net/rapid"
)

// The named strategies in order, and how each follows its rule.
var namedKinds = []struct {
	name string
	kind strategy.RuleKind
}{
	{"side-with-a", strategy.Reactive},
	{"side-with-b", strategy.Reactive},
	{"security-a-economy-b", strategy.Reactive},
	{"armed-neutrality", strategy.Reactive},
	{"guaranteed-neutrality", strategy.Inertial},
	{"nonalignment", strategy.Reactive},
	{"equidistance", strategy.Reactive},
	{"regional-security", strategy.Reactive},
	{"early-accession", strategy.Anticipatory},
	{"porcupine", strategy.Reactive},
	{"alliance-plus", strategy.Reactive},
	{"inertia", strategy.None},
}

func TestNamed(t *testing.T) {
	all := strategy.Named()
	if len(all) != len(namedKinds) {
		t.Fatalf("%d named strategies; want %d", len(all), len(namedKinds))
	}
	for i, want := range namedKinds {
		if got := all[i]; got.Name != want.name || got.Rule.Kind != want.kind {
			t.Errorf("strategy %d is %s, %v; want %s, %v", i, got.Name, got.Rule.Kind, want.name, want.kind)
		}
		if got := all[i]; got.Drift != (got.Name == "inertia") || got.Argument == (strategy.Title{}) {
			t.Errorf("%s: drift is %v and its argument %q", got.Name, got.Drift, got.Argument)
		}
	}
}

// A strategy that has no treaty with A is not defended by an institution of A's
// either; one that has a treaty, or keeps its ties, keeps its membership.
func TestNoTreatyNoMembership(t *testing.T) {
	for _, s := range strategy.Named() {
		today := strategy.Defaults()
		today[strategy.TieA], today[strategy.Membership] = 0.7, 1
		var m strategy.Memory
		plan := strategy.Compile(s, today)
		at := plan.Target(1, &[strategy.NumObserved]float64{}, &m)
		const treaty = 0.7
		if in := at[strategy.Membership] > 0; in != (at[strategy.TieA] >= treaty) {
			t.Errorf("%s asks a member for a tie of %v and membership %v", s.Name, at[strategy.TieA], at[strategy.Membership])
		}
	}
}

// find returns the named strategy of a name.
func find(t testing.TB, name string) strategy.Strategy {
	t.Helper()
	all := strategy.Named()
	i := slices.IndexFunc(all, func(s strategy.Strategy) bool { return s.Name == name })
	if i < 0 {
		t.Fatalf("no named strategy %s", name)
	}
	return all[i]
}

// Each number of the file stands for one word, listed at its head, so that no
// strategy is favoured by a number. A number not among these needs a reason
// there, and then a place here.
func TestNamedNumbersAreShared(t *testing.T) {
	for _, s := range strategy.Named() {
		settings := slices.Clone(s.Levers)
		for _, c := range s.Rule.Clauses {
			settings = append(settings, c.Then...)
		}
		for _, set := range settings {
			if !shared(set) {
				t.Errorf("%s sets %v by a number of its own: %+v", s.Name, set.Lever, set)
			}
		}
	}
}

// shared reports whether a setting uses only the numbers that stand for words.
func shared(set strategy.Setting) bool {
	degrees := []float64{0, 0.3, 1}
	switch spends := set.Lever == strategy.Defence || set.Lever == strategy.Resilience; {
	case set.Form == strategy.Keep:
		return true
	case set.Form == strategy.Times:
		return set.Lever == strategy.Defence && set.Value == 1.5
	case spends:
		return set.Form == strategy.Plus && set.Value == 0.005
	case set.Lever == strategy.Neutrality:
		r, ok := set.Lever.Rung(set.Value)
		return set.Form == strategy.To && ok && r.At == set.Value
	default:
		return slices.Contains(degrees, math.Abs(set.Value))
	}
}

// Every rule acts at the same hostility and adds the same arms, so that none is
// better informed or better armed than another.
func TestNamedRulesAlike(t *testing.T) {
	arms := strategy.Setting{Lever: strategy.Defence, Form: strategy.Plus, Value: 0.005}
	hostility := []strategy.Observed{strategy.HostilityA, strategy.HostilityB, strategy.HostilityAny}
	for _, s := range strategy.Named() {
		if len(s.Targets) > 0 {
			t.Errorf("%s changes course by the calendar, which no other does", s.Name)
		}
		for _, c := range s.Rule.Clauses {
			if !c.Above || c.Level != 0.6 || !slices.Contains(hostility, c.Watch) || !slices.Contains(c.Then, arms) {
				t.Errorf("%s: clause %+v; want one on hostility above 0.6 that adds arms", s.Name, c)
			}
		}
	}
}

// Works that the file names, in arguments or comments, are in the bibliography.
func TestNamedCites(t *testing.T) {
	file := string(strategy.NamedFile())
	keys := regexp.MustCompile(`\b[a-z]+[0-9]{4}[a-z]?\b`)
	for _, key := range keys.FindAllString(file, -1) {
		if _, ok := cite.Lookup(key); !ok {
			t.Errorf("named.yaml names [%s], which trace/cite/references.bib lacks", key)
		}
	}
	for _, s := range strategy.Named() {
		if en, ko := keys.FindAllString(s.Argument.EN, -1), keys.FindAllString(s.Argument.KO, -1); len(en) == 0 || !slices.Equal(en, ko) {
			t.Errorf("%s: the English argument cites %v and the Korean %v", s.Name, en, ko)
		}
	}
}

// Alliance plus turns the alliance toward B while B is hostile, by less than
// taking sides would, and turns it back when hostility falls.
func TestAlliancePlusTurnsBack(t *testing.T) {
	plan := strategy.Compile(find(t, "alliance-plus"), today())
	var memory strategy.Memory
	for i, tt := range []struct{ hostility, aim, arms float64 }{
		{0.3, 0, 0.02}, {0.8, 0.3, 0.025}, {0.8, 0.3, 0.025}, {0.3, 0, 0.02},
	} {
		seen := [strategy.NumObserved]float64{strategy.HostilityB: tt.hostility}
		at := plan.Target(i+1, &seen, &memory)
		if !near(at[strategy.AimA], tt.aim) || !near(at[strategy.Defence], tt.arms) || !near(at[strategy.TieA], 1) {
			t.Errorf("year %d: tie %v, aim %v, arms %v; want 1, %v, %v", i+1,
				at[strategy.TieA], at[strategy.AimA], at[strategy.Defence], tt.aim, tt.arms)
		}
	}
}

// Inertia aims at what today is, whatever it sees.
func TestInertiaSetsNothing(t *testing.T) {
	inertia := find(t, "inertia")
	rapid.Check(t, func(r *rapid.T) {
		start := anyVector(r, "today")
		plan := strategy.Compile(inertia, start)
		var memory strategy.Memory
		seen := anySight(r)
		if got := plan.Target(rapid.IntRange(1, 25).Draw(r, "year"), &seen, &memory); got != start {
			r.Fatalf("the aim is %v; want %v", got, start)
		}
	})
}

func TestNamedFileIsACopy(t *testing.T) {
	strategy.NamedFile()[0] = 0
	if len(strategy.Named()) == 0 {
		t.Error("a caller changed the named strategies")
	}
}

// A state with no tie to A, carrying out alliance plus while B turns
// hostile in the fourth year.
func Example() {
	all := strategy.Named()
	s := all[slices.IndexFunc(all, func(s strategy.Strategy) bool { return s.Name == "alliance-plus" })]
	now := strategy.Vector{strategy.PartnerA: 0.5, strategy.PartnerB: 0.5, strategy.Defence: 0.02, strategy.Cooperation: 0.5}
	plan := strategy.Compile(s, now)
	var memory strategy.Memory
	fmt.Println(s.Title.With("en", "West", "East"))
	for year := 1; year <= 5; year++ {
		seen := [strategy.NumObserved]float64{strategy.HostilityB: 0.3}
		if year > 4 {
			seen[strategy.HostilityB] = 0.8 // observed in year 4, known in year 5
		}
		now = strategy.Step(now, plan.Target(year, &seen, &memory), strategy.Speeds())
		fmt.Printf("year %d: tie %.1f, aim %.1f, partnership with East %.1f, military %.1f %% of GDP\n",
			year, now[strategy.TieA], now[strategy.AimA], now[strategy.PartnerB], 100*now[strategy.Defence])
	}
	// Output:
	// Alliance plus
	// year 1: tie 0.5, aim 0.0, partnership with East 0.7, military 2.0 % of GDP
	// year 2: tie 1.0, aim 0.0, partnership with East 0.8, military 2.0 % of GDP
	// year 3: tie 1.0, aim 0.0, partnership with East 0.8, military 2.0 % of GDP
	// year 4: tie 1.0, aim 0.0, partnership with East 0.8, military 2.0 % of GDP
	// year 5: tie 1.0, aim 0.3, partnership with East 0.8, military 2.5 % of GDP
}
