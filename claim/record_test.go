package claim

import (
	"math"
	"slices"
	"testing"

	"github.com/shatterbelt/shatterbelt/internal/testkit"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/measure/transition"
)

// Dispute 1 is undisputed and held by a major power; 2 is a clash; 3 is across
// wide water and lacks a list; 4 comes with the invasion that is asked about.
var invented = []Attempt{
	{Dispute: 1, Year: 1960, War: true, Deadly: true, Neighbours: 1, Major: true, Listed: true, Changed: true},
	{Dispute: 1, Year: 1960, War: true, Deadly: true, Neighbours: 1, Listed: true, AimDisputed: true},
	{Dispute: 2, Year: 1970, Neighbours: 2, Listed: true, Won: true},
	{Dispute: 3, Year: 1980, War: true, Neighbours: 4},
	{Dispute: 4, Year: 2022, War: true, Neighbours: 1, Listed: true, Major: true},
	{Dispute: 5, Year: 1990, War: true, Listed: true},
}

func TestCountAttempts(t *testing.T) {
	for _, tt := range []struct {
		force, actor, result, target string
		year                         ir.Year
		sure, any                    int
	}{
		{"any", "any", "any", "home", 2021, 1, 3},
		{"any", "any", "any", "any", 2021, 2, 4},
		{"any", "any", "any", "any", 2024, 2, 4}, // 2022 itself is no earlier case
		{"any", "any", "any", "home", 1965, 1, 1},
		{"deaths_1000", "any", "any", "home", 2021, 1, 1},
		{"any", "major", "any", "home", 2021, 1, 1},
		{"any", "any", "held", "home", 2021, 1, 2},
	} {
		s := []Chosen{{"force", tt.force}, {"actor", tt.actor}, {"result", tt.result}, {"target", tt.target}}
		if sure, any := count(invented, s, tt.year); sure != tt.sure || any != tt.any {
			t.Errorf("%+v: %d undisputed and %d in all", tt, sure, any)
		}
	}
}

// The record holds what is in no doubt: Korea 1950, Kuwait 1990, China and India
// 1962; and nothing before September 1945.
func TestAttemptsOnRecord(t *testing.T) {
	all := Attempts()
	for _, want := range []struct {
		seeker, target ir.CCode
		year           ir.Year
	}{{731, 732, 1950}, {645, 690, 1990}, {710, 750, 1961}} {
		if !slices.ContainsFunc(all, func(a Attempt) bool {
			return a.Seeker == want.seeker && a.Target == want.target && a.Year == want.year && a.War
		}) {
			t.Errorf("%+v is not on record", want)
		}
	}
	for _, a := range all {
		if a.Year < 1945 || a.Year > 2014 || a.Seeker == a.Target || len(a.Cites) == 0 {
			t.Errorf("%+v", a)
		}
	}
}

// The cases on record give back the counts that were published.
func TestCaseListsFromTheirCases(t *testing.T) {
	published := transition.CaseLists()
	for i, l := range CaseLists() {
		switch {
		case i < len(published) && (l.N != published[i].N || l.Wars != published[i].Wars):
			t.Errorf("%s: %d wars in %d; published are %d in %d", l.Key, l.Wars, l.N, published[i].Wars, published[i].N)
		case i >= len(published) && (l.Key != "long_cycles" || l.N != 5 || l.Wars != 5):
			t.Errorf("%+v", l)
		}
	}
}

func TestYearly(t *testing.T) {
	if v := yearly(0.75, 2); !testkit.Near(v, 0.5, 1e-12) {
		t.Errorf("three in four over two years is %g a year; want a half", v)
	}
}

// Near parity 6 disputes in 10 neighbour-years, elsewhere 2 in 10: the rate is
// three times as high. One power without the other side alone leaves no interval
// wider than that.
func TestRates(t *testing.T) {
	b := &Bench{Rule: Rule{Level: 0.9}, Seed: 1}
	near, other := map[ir.CCode]exposed{991: {6, 10}}, map[ir.CCode]exposed{991: {2, 10}}
	v, low, high := b.rates([]ir.CCode{991}, near, other)
	if want := math.Log(3); !testkit.NearAll([]float64{v, low, high}, []float64{want, want, want}, 1e-12) {
		t.Errorf("rates = %g (%g to %g); want the logarithm of 3", v, low, high)
	}
	if v, _, _ := b.rates([]ir.CCode{991}, near, map[ir.CCode]exposed{991: {0, 10}}); !math.IsNaN(v) {
		t.Errorf("without a dispute elsewhere the figure is %g; want none", v)
	}
}

func TestShift(t *testing.T) {
	share := func(_, _ ir.CCode, y ir.Year) (float64, bool) { return float64(y - 2000), y != 2001 }
	// before 2000: the mean of -2 and -1; after, of 2 alone, half of the years.
	if v, ok := shift(share, 991, 992, 2000, 2); !ok || v != 3.5 {
		t.Errorf("shift = %g, %v; want 3.5", v, ok)
	}
	none := func(_, _ ir.CCode, y ir.Year) (float64, bool) { return 1, y < 2000 }
	if _, ok := shift(none, 991, 992, 2000, 2); ok {
		t.Error("a change without anything after it")
	}
}

func TestHeldBy(t *testing.T) {
	for edition, want := range map[string]bool{
		"2019-05-28": true, "April 2019": true, "2023 (1949-2022)": false, "5.0 (to 2014)": false, "to 2023": false,
		"to December 2025": false, "July 2025 (to 2024)": false, "2016": true, "110m": false,
	} {
		if heldBy(edition, 2022) != want {
			t.Errorf("heldBy(%q) = %v", edition, !want)
		}
	}
}
