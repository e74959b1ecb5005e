// Package strategytest checks that a strategy keeps the promises that the
// simulation relies on.
//
// A program that adds a strategy calls [Run] from a test of its own.
package strategytest

import (
	"math"
	"reflect"
	"testing"

	"github.com/shatterbelt/shatterbelt/strategy"
)

// tolerance is how far a lever may be from where arithmetic puts it.
const tolerance = 1e-9

// Run checks that s is a sound strategy: a file can hold it, it can be carried
// out wherever a state stands today, its levers stay within their bounds and
// speeds and come to rest, and the same observations give the same levers.
func Run(t *testing.T, s strategy.Strategy) {
	t.Helper()
	t.Run("file", func(t *testing.T) { file(t, s) })
	t.Run("bounds", func(t *testing.T) { bounds(t, s) })
	t.Run("rest", func(t *testing.T) { rest(t, s) })
	t.Run("repeat", func(t *testing.T) { repeat(t, s) })
}

// file checks that the strategy survives being written and read.
func file(t *testing.T, s strategy.Strategy) {
	got, err := strategy.Parse(s.Name+".yaml", strategy.Format([]strategy.Strategy{s}))
	if err != nil {
		t.Fatalf("no strategy file can hold it: %v", err)
	}
	if !reflect.DeepEqual(got, []strategy.Strategy{s}) {
		t.Errorf("read back as %+v; want %+v", got[0], s)
	}
}

// starts are the levers of states that differ as much as states can: at the
// lower bounds, at the upper bounds and between.
func starts() []strategy.Vector {
	v := make([]strategy.Vector, 3)
	for i, l := range strategy.Levers() {
		v[0][i], v[1][i], v[2][i] = l.Min, l.Max, (l.Min+l.Max)/2
	}
	return v
}

// sights are worlds seen by the government: everything at its least, at its
// most, and swinging from one to the other each year.
func sights(year int) [3][strategy.NumObserved]float64 {
	var s [3][strategy.NumObserved]float64
	for i, o := range strategy.Watched() {
		s[0][i], s[1][i], s[2][i] = o.Min, o.Max, o.Min
		if year%2 == 0 {
			s[2][i] = o.Max
		}
	}
	return s
}

// path carries the strategy out for as long as a file can plan, in one of the
// worlds of sights.
func path(s strategy.Strategy, now strategy.Vector, sight int) []strategy.Vector {
	plan, speed := strategy.Compile(s, now), strategy.Speeds()
	var memory strategy.Memory
	levers := []strategy.Vector{now}
	for year := 1; year <= strategy.LastYear; year++ {
		seen := sights(year)[sight]
		now = strategy.Step(now, plan.Target(year, &seen, &memory), speed)
		levers = append(levers, now)
	}
	return levers
}

func bounds(t *testing.T, s strategy.Strategy) {
	specs := strategy.Levers()
	for i, start := range starts() {
		for sight := range sights(1) {
			levers := path(s, start, sight)
			for year := 1; year < len(levers); year++ {
				for l, v := range levers[year] {
					if !(v >= specs[l].Min && v <= specs[l].Max) {
						t.Fatalf("start %d, world %d, year %d: %s is %v, out of bounds", i, sight, year, specs[l].Name, v)
					}
					if moved := math.Abs(v - levers[year-1][l]); moved > specs[l].Speed+tolerance {
						t.Fatalf("start %d, world %d, year %d: %s moved by %v in a year", i, sight, year, specs[l].Name, moved)
					}
				}
			}
		}
	}
}

// rest checks that aims stop moving in a world that stands still, once the last
// target is in force and everything seen is remembered.
func rest(t *testing.T, s strategy.Strategy) {
	for i, start := range starts() {
		for sight := range 2 {
			plan := strategy.Compile(s, start)
			var memory strategy.Memory
			seen := sights(1)[sight]
			var aim strategy.Vector
			for year := 1; year <= strategy.LastYear+strategy.MaxMemory; year++ {
				aim = plan.Target(year, &seen, &memory)
			}
			next := plan.Target(strategy.LastYear+strategy.MaxMemory+1, &seen, &memory)
			if aim != next {
				t.Errorf("start %d, world %d: the aim moves from %v to %v though nothing changes", i, sight, aim, next)
			}
		}
	}
}

func repeat(t *testing.T, s strategy.Strategy) {
	for _, start := range starts() {
		for sight := range sights(1) {
			if !reflect.DeepEqual(path(s, start, sight), path(s, start, sight)) {
				t.Errorf("world %d: two runs differ", sight)
			}
		}
	}
}
