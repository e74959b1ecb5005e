package claim_test

import (
	"fmt"
	"os"
	"slices"
	"testing"

	"github.com/shatterbelt/shatterbelt/claim"
	"github.com/shatterbelt/shatterbelt/sim"
	"github.com/shatterbelt/shatterbelt/strategy"
	"github.com/shatterbelt/shatterbelt/trace/param"
)

func TestRulesAreAllThere(t *testing.T) {
	all := claim.Rules()
	if len(all) != 28 {
		t.Fatalf("%d claims; want 28", len(all))
	}
	for i, c := range all {
		if want := fmt.Sprintf("C%02d", i+1); c.ID != want {
			t.Errorf("claim %d is %s; want %s", i, c.ID, want)
		}
		if c.Section == (claim.Text{}) {
			t.Errorf("%s does not say where it stands", c.ID)
		}
		for _, p := range c.Parts {
			if p.Effect.Unit == "" {
				t.Errorf("%s %s has no unit", c.ID, p.Name)
			}
		}
	}
}

// The arguments whose model is not built say so.
func TestRulesThatWait(t *testing.T) {
	wait := []string{"C04", "C06", "C08", "C13", "C15", "C16", "C17", "C19", "C25", "C28"}
	for _, c := range claim.Rules() {
		if slices.Contains(wait, c.ID) && c.Waits == (claim.Text{}) {
			t.Errorf("%s does not say what would settle it", c.ID)
		}
	}
}

// Every strategy that a rule names exists.
func TestRulesNameStrategies(t *testing.T) {
	data, err := os.ReadFile("rules/strategies.yaml")
	if err != nil {
		t.Fatal(err)
	}
	own, err := strategy.Parse("strategies.yaml", data)
	if err != nil {
		t.Fatal(err)
	}
	known := []string{"best"}
	for _, s := range append(strategy.Named(), own...) {
		known = append(known, s.Name)
	}
	for _, c := range claim.Rules() {
		for _, p := range c.Parts {
			if p.Study != "strategies" && p.Study != "replay" {
				continue
			}
			for _, key := range []string{"first", "other"} {
				if v := p.Value(key); v != "" && !slices.Contains(known, v) {
					t.Errorf("%s %s names the strategy %q", c.ID, p.Name, v)
				}
			}
		}
	}
}

func TestRelationsAreInRange(t *testing.T) {
	fields := param.Fields(sim.Draw{})
	for _, r := range claim.Relations() {
		for _, fixed := range r.Fixed {
			i := slices.IndexFunc(fields, func(f param.Field) bool { return f.Name == fixed.Name })
			if i < 0 {
				t.Errorf("%s holds %s, which there is not", r.Name, fixed.Name)
				continue
			}
			if err := fields[i].Validate(fixed.Value); err != nil {
				t.Errorf("%s: %v", r.Name, err)
			}
		}
	}
}

func TestCombinations(t *testing.T) {
	p := claim.Part{Settings: []claim.Choice{{"a", []string{"1", "2"}}, {"b", []string{"x", "y", "z"}}}}
	all := p.Combinations()
	if len(all) != 6 || !slices.Equal(all[1], []claim.Chosen{{"a", "1"}, {"b", "y"}}) {
		t.Errorf("Combinations = %v", all)
	}
	if none := (&claim.Part{}).Combinations(); len(none) != 1 {
		t.Errorf("a part without settings has %d; want 1", len(none))
	}
}
