package strategytest_test

import (
	"testing"

	"github.com/shatterbelt/shatterbelt/strategy"
	"github.com/shatterbelt/shatterbelt/strategy/strategytest"
)

// Each named strategy must pass; so must one that does nothing at all.
func TestRun(t *testing.T) {
	inertia := strategy.Strategy{Name: "inertia", Title: strategy.Title{EN: "As today", KO: "현상 유지"}}
	for _, s := range append(strategy.Named(), inertia) {
		t.Run(s.Name, func(t *testing.T) { strategytest.Run(t, s) })
	}
}
