package strategy_test

import (
	"testing"

	"github.com/shatterbelt/shatterbelt/strategy"
	"github.com/shatterbelt/shatterbelt/trace/param"
)

func TestLevers(t *testing.T) {
	specs := strategy.Levers()
	if len(specs) != strategy.NumLevers {
		t.Fatalf("%d levers described; want %d", len(specs), strategy.NumLevers)
	}
	for i, s := range specs {
		if got, ok := strategy.ParseLever(s.Name); !ok || got != strategy.Lever(i) {
			t.Errorf("ParseLever(%q) = %v, %v; want lever %d", s.Name, got, ok, i)
		}
		if s.Min >= s.Max || s.Speed <= 0 || s.Speed > s.Max-s.Min {
			t.Errorf("%s: bounds %v to %v with speed %v", s.Name, s.Min, s.Max, s.Speed)
		}
		if !s.ByData && (s.Today < s.Min || s.Today > s.Max) {
			t.Errorf("%s: today is %v, out of bounds", s.Name, s.Today)
		}
		if s.EN == "" || s.KO == "" || s.SayEN == "" || s.SayKO == "" {
			t.Errorf("%s: a label or sentence is missing", s.Name)
		}
	}
	if _, ok := strategy.ParseLever("tie_c"); ok {
		t.Error("ParseLever knows tie_c")
	}
}

func TestLeversAreACopy(t *testing.T) {
	strategy.Levers()[strategy.TieA].Max = 7
	strategy.Watched()[strategy.BalanceBA].Name = "x"
	if strategy.Levers()[strategy.TieA].Max != 1 || strategy.BalanceBA.String() != "balance_ba" {
		t.Error("a caller changed the description of a lever")
	}
}

func TestWatched(t *testing.T) {
	for i, w := range strategy.Watched() {
		if got, ok := strategy.ParseObserved(w.Name); !ok || got != strategy.Observed(i) {
			t.Errorf("ParseObserved(%q) = %v, %v; want %d", w.Name, got, ok, i)
		}
		if w.EN == "" || w.KO == "" || w.Min >= w.Max {
			t.Errorf("%s: incomplete: %+v", w.Name, w)
		}
	}
	if _, ok := strategy.ParseObserved("mood"); ok {
		t.Error("ParseObserved knows mood")
	}
}

func TestHabitTags(t *testing.T) {
	if err := param.Check(strategy.Habit{}); err != nil {
		t.Error(err)
	}
}

func TestNames(t *testing.T) {
	tests := []struct{ got, want string }{
		{strategy.Defence.String(), "defence"},
		{strategy.Lever(99).String(), "unknown lever"},
		{strategy.HostilityA.String(), "hostility_a"},
		{strategy.Observed(99).String(), "unknown observation"},
		{strategy.Inertial.String(), "inertial"},
		{strategy.RuleKind(99).String(), "unknown rule"},
	}
	for _, tt := range tests {
		if tt.got != tt.want {
			t.Errorf("String = %q; want %q", tt.got, tt.want)
		}
	}
}

func TestTitleWith(t *testing.T) {
	title := strategy.Title{EN: "Security with {A}, economy with {B}", KO: "안보는 {A}, 경제는 {B}"}
	tests := []struct{ lang, a, b, want string }{
		{"en", "West", "East", "Security with West, economy with East"},
		{"ko", "서국", "동국", "안보는 서국, 경제는 동국"},
		{"en", "{B}", "East", "Security with {B}, economy with East"},
	}
	for _, tt := range tests {
		if got := title.With(tt.lang, tt.a, tt.b); got != tt.want {
			t.Errorf("With(%q, %q, %q) = %q; want %q", tt.lang, tt.a, tt.b, got, tt.want)
		}
	}
}
