package game_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"github.com/shatterbelt/shatterbelt/mechanism/game"
)

func TestLogIsLog(t *testing.T) {
	off := func(x float64) float64 { return math.Abs(game.Log(x) - math.Log(x)) }
	worst := 0.0
	for x := 0.5; x < 4; x += 0.0000731 {
		worst = max(worst, off(x))
	}
	if worst > 1e-14 {
		t.Errorf("largest error from 0.5 to 4 is %v; want at most 1e-14", worst)
	}
	rapid.Check(t, func(t *rapid.T) {
		x := math.Exp(rapid.Float64Range(-740, 709).Draw(t, "log"))
		if e := off(x); e > 1e-12 {
			t.Fatalf("Log(%v) is off by %v", x, e)
		}
	})
	for _, x := range []float64{0, math.Inf(1), 5e-324} {
		if got, want := game.Log(x), math.Log(x); got != want {
			t.Errorf("Log(%v) = %v; want %v", x, got, want)
		}
	}
	for _, x := range []float64{-1, math.NaN(), math.Inf(-1)} {
		if got := game.Log(x); !math.IsNaN(got) {
			t.Errorf("Log(%v) = %v; want no number", x, got)
		}
	}
}

func BenchmarkLog(b *testing.B) {
	x, sum := 3.0, 0.0
	for b.Loop() {
		sum += game.Log(x)
		x += 1e-9
	}
	if sum < 0 {
		b.Fatal(sum)
	}
}
