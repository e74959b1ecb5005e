package strategy_test

import (
	"fmt"
	"math"
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
	strategy.Levers()[strategy.Nuclear].Rungs[0].At = 7
	if strategy.Levers()[strategy.TieA].Max != 1 || strategy.Levers()[strategy.Nuclear].Rungs[0].At != 0 || strategy.BalanceBA.String() != "balance_ba" {
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

func TestDefaults(t *testing.T) {
	want := strategy.Vector{
		strategy.PartnerA: 0.5, strategy.PartnerB: 0.5, strategy.Cooperation: 0.5,
		strategy.Denial: 0.3, strategy.Strike: 0.2, strategy.Resilience: 0.002, strategy.Consensus: 0.5,
	}
	if got := strategy.Defaults(); got != want {
		t.Errorf("Defaults = %v; want %v", got, want)
	}
}

func TestRung(t *testing.T) {
	tests := []struct {
		lever strategy.Lever
		at    float64
		want  string
	}{
		{strategy.Neutrality, 0, "none"},
		{strategy.Neutrality, 0.33, "none"},
		{strategy.Neutrality, 1.0 / 3, "non-aligned"},
		{strategy.Neutrality, 0.34, "non-aligned"}, // a year's step from none
		{strategy.Neutrality, strategy.StatusOwnWord, "own-word"},
		{strategy.Neutrality, 1 - 1e-12, "guaranteed"}, // short by rounding alone
		{strategy.Nuclear, 0.5, "hosting"},
		{strategy.Nuclear, strategy.NuclearLatent, "latent"},
		{strategy.Nuclear, strategy.NuclearOwn, "own"},
		{strategy.Nuclear, -1, ""},
		{strategy.Nuclear, math.NaN(), ""},
		{strategy.Denial, 0.5, ""},
		{strategy.Lever(99), 0.5, ""},
	}
	for _, tt := range tests {
		got, ok := tt.lever.Rung(tt.at)
		if got.Name != tt.want || ok != (tt.want != "") {
			t.Errorf("Rung of %v at %v is %q, %v; want %q", tt.lever, tt.at, got.Name, ok, tt.want)
		}
	}
}

// Rungs run from the bottom of the scale to its top, each above the one before,
// and a file can call each by name.
func TestRungsSpanTheScale(t *testing.T) {
	for _, l := range strategy.Levers() {
		if l.Rungs == nil {
			continue
		}
		if last := len(l.Rungs) - 1; l.Rungs[0].At != l.Min || l.Rungs[last].At != l.Max {
			t.Errorf("%s: rungs run from %v to %v; want %v to %v", l.Name, l.Rungs[0].At, l.Rungs[last].At, l.Min, l.Max)
		}
		for i, r := range l.Rungs {
			if r.EN == "" || r.KO == "" || i > 0 && r.At <= l.Rungs[i-1].At {
				t.Errorf("%s: rung %+v is incomplete or out of order", l.Name, r)
			}
			got, err := strategy.Parse("s.yaml", []byte(one(fmt.Sprintf("    levers: {%s: %s}\n", l.Name, r.Name))))
			if err != nil || got[0].Levers[0].Value != r.At {
				t.Errorf("%s: %s reads as %+v, %v; want %v", l.Name, r.Name, got, err, r.At)
			}
		}
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
