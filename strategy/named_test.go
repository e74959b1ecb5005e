package strategy_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/shatterbelt/shatterbelt/strategy"
)

func TestNamed(t *testing.T) {
	want := []string{"side-with-a", "side-with-b", "security-a-economy-b", "armed-neutrality", "alliance-plus"}
	var got []string
	for _, s := range strategy.Named() {
		got = append(got, s.Name)
	}
	if !slices.Equal(got, want) {
		t.Errorf("named strategies are %v; want %v", got, want)
	}
}

// swapped exchanges the powers in settings.
func swapped(settings []strategy.Setting) map[strategy.Lever]strategy.Setting {
	other := map[strategy.Lever]strategy.Lever{
		strategy.TieA: strategy.TieB, strategy.TieB: strategy.TieA,
		strategy.AimA: strategy.AimB, strategy.AimB: strategy.AimA,
		strategy.PartnerA: strategy.PartnerB, strategy.PartnerB: strategy.PartnerA,
	}
	m := map[strategy.Lever]strategy.Setting{}
	for _, s := range settings {
		if l, ok := other[s.Lever]; ok {
			s.Lever = l
		}
		m[s.Lever] = s
	}
	return m
}

// Exchanging the powers turns siding with A into siding with B and leaves armed
// neutrality as it is, so neither power is favoured by how they are written.
func TestNamedMirror(t *testing.T) {
	all := strategy.Named()
	for _, pair := range [][2]int{{0, 1}, {3, 3}} {
		from, to := swapped(all[pair[0]].Levers), all[pair[1]].Levers
		if len(from) != len(to) {
			t.Errorf("%s sets %d levers; its mirror %s %d", all[pair[0]].Name, len(from), all[pair[1]].Name, len(to))
		}
		for _, want := range to {
			if got := from[want.Lever]; got != want {
				t.Errorf("%s mirrored sets %+v; want %+v", all[pair[0]].Name, got, want)
			}
		}
	}
}

// Every named strategy has a rule of one kind with one level, so that none is
// better informed than another.
func TestNamedRulesAlike(t *testing.T) {
	for _, s := range strategy.Named() {
		if s.Rule.Kind != strategy.Reactive || len(s.Rule.Clauses) == 0 {
			t.Errorf("%s: rule is %+v; want a reactive one", s.Name, s.Rule)
		}
		for _, c := range s.Rule.Clauses {
			if !c.Above || c.Level != 0.6 || c.Watch > strategy.HostilityA {
				t.Errorf("%s: clause %+v; want one on hostility above 0.6", s.Name, c)
			}
		}
	}
}

func TestNamedFileIsACopy(t *testing.T) {
	strategy.NamedFile()[0] = 0
	if len(strategy.Named()) == 0 {
		t.Error("a caller changed the named strategies")
	}
}

// A state with no tie to A, carrying out the last named strategy while B turns
// hostile in the fourth year.
func Example() {
	s := strategy.Named()[4]
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
