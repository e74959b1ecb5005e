package strategy_test

import (
	"slices"
	"testing"

	"github.com/shatterbelt/shatterbelt/strategy"

	"pgregory.net/rapid"
)

// otherLever and otherSight exchange the powers; what is not listed is the same
// for both.
var (
	otherLever = map[strategy.Lever]strategy.Lever{
		strategy.TieA: strategy.TieB, strategy.TieB: strategy.TieA,
		strategy.AimA: strategy.AimB, strategy.AimB: strategy.AimA,
		strategy.PartnerA: strategy.PartnerB, strategy.PartnerB: strategy.PartnerA,
	}
	otherSight = map[strategy.Observed]strategy.Observed{
		strategy.HostilityA: strategy.HostilityB, strategy.HostilityB: strategy.HostilityA,
		strategy.CommitmentA: strategy.CommitmentB, strategy.CommitmentB: strategy.CommitmentA,
	}
)

func mirrorLevers(v strategy.Vector) strategy.Vector {
	at := v
	for from, to := range otherLever {
		at[to] = v[from]
	}
	return at
}

func mirrorSight(seen [strategy.NumObserved]float64) [strategy.NumObserved]float64 {
	at := seen
	for from, to := range otherSight {
		at[to] = seen[from]
	}
	return at
}

// mirrorSettings gives what settings ask of each lever once the powers are
// exchanged, without regard to the order they are written in. Membership is of
// an institution of A's, and B has none to mirror it.
func mirrorSettings(settings []strategy.Setting) map[strategy.Lever]strategy.Setting {
	m := map[strategy.Lever]strategy.Setting{}
	for _, s := range settings {
		if s.Lever == strategy.Membership {
			continue
		}
		if l, ok := otherLever[s.Lever]; ok {
			s.Lever = l
		}
		m[s.Lever] = s
	}
	return m
}

func anySight(t *rapid.T) [strategy.NumObserved]float64 {
	var seen [strategy.NumObserved]float64
	for i, o := range strategy.Watched() {
		seen[i] = rapid.Float64Range(o.Min, o.Max).Draw(t, o.Name)
	}
	return seen
}

// The strategies that exchanging the powers turns into one another. The rest
// lean to A or, as early accession, are about an institution of A's.
var mirrors = [][2]string{
	{"side-with-a", "side-with-b"},
	{"armed-neutrality", "armed-neutrality"},
	{"guaranteed-neutrality", "guaranteed-neutrality"},
	{"nonalignment", "nonalignment"},
	{"equidistance", "equidistance"},
	{"regional-security", "regional-security"},
	{"inertia", "inertia"},
}

// Exchanging the powers in what a strategy is written as gives its mirror, so
// neither power is favoured by how they are written.
func TestNamedMirror(t *testing.T) {
	for _, pair := range mirrors {
		from, to := find(t, pair[0]), find(t, pair[1])
		same(t, pair, mirrorSettings(from.Levers), to.Levers)
		if from.Rule.Kind != to.Rule.Kind || len(from.Rule.Clauses) != len(to.Rule.Clauses) {
			t.Errorf("%s and its mirror %s differ in their rules", pair[0], pair[1])
			continue
		}
		for _, c := range from.Rule.Clauses {
			watch, ok := otherSight[c.Watch]
			if !ok {
				watch = c.Watch
			}
			found := false
			for _, d := range to.Rule.Clauses {
				if d.Watch == watch {
					found = true
					same(t, pair, mirrorSettings(c.Then), d.Then)
				}
			}
			if !found {
				t.Errorf("%s watches %v; its mirror %s does not watch %v", pair[0], c.Watch, pair[1], watch)
			}
		}
	}
}

func same(t *testing.T, pair [2]string, from map[strategy.Lever]strategy.Setting, to []strategy.Setting) {
	t.Helper()
	to = slices.DeleteFunc(slices.Clone(to), func(s strategy.Setting) bool { return s.Lever == strategy.Membership })
	if len(from) != len(to) {
		t.Errorf("%s sets %d levers; its mirror %s %d", pair[0], len(from), pair[1], len(to))
	}
	for _, want := range to {
		if got := from[want.Lever]; got != want {
			t.Errorf("%s mirrored sets %+v; want %+v", pair[0], got, want)
		}
	}
}

// The same holds of what strategies do: in a world with the powers exchanged the
// mirror aims, year by year, at the exchanged levers.
func TestNamedMirrorInAction(t *testing.T) {
	var found [][2]strategy.Strategy
	for _, pair := range mirrors {
		found = append(found, [2]strategy.Strategy{find(t, pair[0]), find(t, pair[1])})
	}
	rapid.Check(t, func(r *rapid.T) {
		pair := found[rapid.IntRange(0, len(found)-1).Draw(r, "pair")]
		start := anyVector(r, "today")
		one, two := strategy.Compile(pair[0], start), strategy.Compile(pair[1], mirrorLevers(start))
		var m, n strategy.Memory
		for year := 1; year <= 6; year++ {
			seen := anySight(r)
			turned := mirrorSight(seen)
			got, want := two.Target(year, &turned, &n), mirrorLevers(one.Target(year, &seen, &m))
			got[strategy.Membership], want[strategy.Membership] = 0, 0 // of A's institution alone
			for l := range got {
				if !near(got[l], want[l]) {
					r.Fatalf("year %d: %s sets %v to %v; the mirror of %s is %v", year, pair[1].Name, strategy.Lever(l), got[l], pair[0].Name, want[l])
				}
			}
		}
	})
}

// A strategy that leans to A is not its own mirror: the tests above can fail.
func TestLeaningIsNotSymmetric(t *testing.T) {
	for _, name := range []string{"side-with-a", "security-a-economy-b", "early-accession", "porcupine", "alliance-plus"} {
		s := find(t, name)
		from, differs := mirrorSettings(s.Levers), false
		for _, want := range s.Levers {
			differs = differs || from[want.Lever] != want
		}
		if !differs {
			t.Errorf("%s is the same with the powers exchanged", name)
		}
	}
}
