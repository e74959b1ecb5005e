package strategytest_test

import (
	"testing"

	"github.com/shatterbelt/shatterbelt/strategy"
	"github.com/shatterbelt/shatterbelt/strategy/strategytest"
)

// Each named strategy must pass; so must one that does nothing at all, and one
// that moves every lever late and by every rule.
func TestRun(t *testing.T) {
	still := strategy.Strategy{Name: "still", Title: strategy.Title{EN: "As today", KO: "현상 유지"}}
	busy := strategy.Strategy{Name: "busy", Title: strategy.Title{EN: "Busy", KO: "분주"}, Drift: true}
	var half []strategy.Setting
	for i, l := range strategy.Levers() {
		half = append(half, strategy.Setting{Lever: strategy.Lever(i), Form: strategy.Plus, Value: (l.Max - l.Min) / 2})
	}
	busy.Targets = []strategy.Target{{Year: 20, Set: half}}
	busy.Rule.Kind = strategy.Anticipatory
	for o, w := range strategy.Watched() {
		busy.Rule.Clauses = append(busy.Rule.Clauses, strategy.Clause{Watch: strategy.Observed(o), Level: w.Max / 2, Then: half})
	}
	for _, s := range append(strategy.Named(), still, busy) {
		t.Run(s.Name, func(t *testing.T) { strategytest.Run(t, s) })
	}
}
