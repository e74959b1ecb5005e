package game_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"github.com/shatterbelt/shatterbelt/mechanism/game"
)

func TestExpIsExp(t *testing.T) {
	check := func(x float64) float64 { return math.Abs(game.Exp(x)/math.Exp(x) - 1) }
	worst := 0.0
	for x := -690.0; x <= 690; x += 0.00731 {
		worst = max(worst, check(x))
	}
	if worst > 1e-11 {
		t.Errorf("largest relative error is %v; want at most 1e-11", worst)
	}
	rapid.Check(t, func(t *rapid.T) {
		if e := check(rapid.Float64Range(-690, 690).Draw(t, "x")); e > 1e-11 {
			t.Fatalf("relative error %v", e)
		}
	})
	if got := game.Exp(0); got != 1 {
		t.Errorf("Exp(0) = %v; want 1", got)
	}
	if low, high := game.Exp(math.Inf(-1)), game.Exp(math.Inf(1)); !(low >= 0 && low < 1e-299) || !(high > 1e299) {
		t.Errorf("Exp of the ends is %v and %v", low, high)
	}
}

func BenchmarkExp(b *testing.B) {
	x, sum := -3.0, 0.0
	for b.Loop() {
		sum += game.Exp(x)
		x += 1e-9
	}
	if sum < 0 {
		b.Fatal(sum)
	}
}
