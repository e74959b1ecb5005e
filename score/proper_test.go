package score_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"github.com/shatterbelt/shatterbelt/internal/testkit"
	"github.com/shatterbelt/shatterbelt/score"
)

const tol = 1e-12

var nan = math.NaN()

func TestBrier(t *testing.T) {
	tests := []struct {
		name  string
		p     []float64
		event []bool
		want  float64
	}{
		{"perfect", []float64{1, 0}, []bool{true, false}, 0},
		{"perfectly wrong", []float64{0, 1}, []bool{true, false}, 1},
		{"hedged", []float64{0.5, 0.5}, []bool{true, false}, 0.25},
		{"mixed", []float64{0.8, 0.3}, []bool{true, false}, (0.04 + 0.09) / 2},
		{"gap", []float64{0.8, nan}, []bool{true, false}, nan},
		{"not a probability", []float64{0.8, 1.2}, []bool{true, false}, nan},
		{"none", nil, nil, nan},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := score.Brier(tt.p, tt.event); !testkit.Near(got, tt.want, tol) {
				t.Errorf("Brier = %v; want %v", got, tt.want)
			}
		})
	}
}

func TestLog(t *testing.T) {
	tests := []struct {
		name  string
		p     []float64
		event []bool
		want  float64
	}{
		{"perfect", []float64{1, 0}, []bool{true, false}, 0},
		{"hedged", []float64{0.5, 0.5}, []bool{true, false}, math.Ln2},
		{"mixed", []float64{0.25, 0.5}, []bool{true, false}, 1.5 * math.Ln2}, // (2 + 1)/2 bits
		{"the impossible happened", []float64{0, 0.5}, []bool{true, false}, math.Inf(1)},
		{"the certain did not", []float64{1}, []bool{false}, math.Inf(1)},
		{"gap", []float64{0.8, nan}, []bool{true, false}, nan},
		{"not a probability", []float64{-0.1}, []bool{true}, nan},
		{"none", nil, nil, nan},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := score.Log(tt.p, tt.event); !testkit.Near(got, tt.want, tol) {
				t.Errorf("Log = %v; want %v", got, tt.want)
			}
		})
	}
}

func TestCRPS(t *testing.T) {
	tests := []struct {
		name     string
		ensemble []float64
		observed float64
		want     float64
	}{
		{"one member", []float64{3}, 5, 2},
		{"sure and right", []float64{5, 5, 5}, 5, 0},
		{"two members", []float64{0, 2}, 1, 1 - 0.5},     // distances 1, 1; pairs 0, 2, 2, 0
		{"out of order", []float64{4, 0}, 1, 2 - 1},      // distances 3, 1; pairs 0, 4, 4, 0
		{"three", []float64{1, 2, 6}, 2, 5.0/3 - 10.0/9}, // distances 1, 0, 4; pairs sum to 20
		{"gap", []float64{1, nan}, 2, nan},
		{"nothing observed", []float64{1}, nan, nan},
		{"none", nil, 2, nan},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := score.CRPS(tt.ensemble, tt.observed); !testkit.Near(got, tt.want, tol) {
				t.Errorf("CRPS = %v; want %v", got, tt.want)
			}
		})
	}
}

func TestSkill(t *testing.T) {
	for _, tt := range []struct{ score, baseline, want float64 }{
		{0, 0.2, 1}, {0.2, 0.2, 0}, {0.15, 0.2, 0.25}, {0.3, 0.2, -0.5}, {0.1, 0, nan},
	} {
		if got := score.Skill(tt.score, tt.baseline); !testkit.Near(got, tt.want, tol) {
			t.Errorf("Skill(%v, %v) = %v; want %v", tt.score, tt.baseline, got, tt.want)
		}
	}
}

// With events in k of n cases alike, no forecast beats k/n: the scores are proper.
func TestHonestyPays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(2, 40).Draw(t, "n")
		k := rapid.IntRange(1, n-1).Draw(t, "events")
		other := rapid.Float64Range(0.001, 0.999).Draw(t, "forecast")
		event := make([]bool, n)
		for i := range k {
			event[i] = true
		}
		share := float64(k) / float64(n)
		for name, rule := range map[string]func([]float64, []bool) float64{"Brier": score.Brier, "Log": score.Log} {
			if honest, guess := rule(flat(n, share), event), rule(flat(n, other), event); honest > guess+tol {
				t.Fatalf("%s gives %v to %v but %v to the honest %v", name, guess, other, honest, share)
			}
		}
	})
}

// A forecast nearer to what happened never scores worse.
func TestNearerIsBetter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := rapid.Float64Range(0, 1).Draw(t, "probability")
		share := rapid.Float64Range(0, 1).Draw(t, "part of the way")
		event := []bool{rapid.Bool().Draw(t, "event")}
		truth := 0.0
		if event[0] {
			truth = 1
		}
		far, near := []float64{p}, []float64{p + share*(truth-p)}
		if score.Brier(near, event) > score.Brier(far, event)+tol || score.Log(near, event) > score.Log(far, event)+tol {
			t.Fatalf("%v scores worse than %v when the event is %v", near, far, event)
		}
	})
}

// Shifting and stretching the unit of everything stretches the score.
func TestCRPSFollowsTheUnit(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		number := rapid.Float64Range(-100, 100)
		ensemble := rapid.SliceOfN(number, 1, 20).Draw(t, "ensemble")
		observed, shift := number.Draw(t, "observed"), number.Draw(t, "shift")
		scale := rapid.Float64Range(0.1, 10).Draw(t, "scale")
		moved := make([]float64, len(ensemble))
		for i, x := range ensemble {
			moved[i] = shift + scale*x
		}
		want := scale * score.CRPS(ensemble, observed)
		if got := score.CRPS(moved, shift+scale*observed); want < -1e-9 || !testkit.Near(got, want, 1e-9) {
			t.Fatalf("CRPS = %v; want %v, at least 0", got, want)
		}
	})
}

func TestUnequalLengthsAreABug(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("did not panic")
		}
	}()
	score.Brier([]float64{1}, nil)
}

func flat(n int, v float64) []float64 {
	out := make([]float64, n)
	for i := range out {
		out[i] = v
	}
	return out
}
