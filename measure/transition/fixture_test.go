package transition_test

import (
	"math"
	"testing"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/measure/transition"
	"github.com/shatterbelt/shatterbelt/trace/param"
)

const tol = 1e-9

var nan = math.NaN()

// run is a projection with every setting at its default.
func run(vintage ir.Year) transition.Run {
	return transition.Run{Settings: param.Default[transition.Settings](), Vintage: vintage, Seed: 1}
}

// steady grows at a constant rate from 1 + years before the last.
func steady(first, last ir.Year, start, rate float64) transition.Series {
	s := transition.Series{First: first, Values: make([]float64, last-first+1)}
	for i := range s.Values {
		s.Values[i] = start * math.Pow(1+rate, float64(i))
	}
	return s
}

// rough grows at a rate that goes up and down in a fixed pattern.
func rough(first, last ir.Year, start, rate, swing float64, phase int) transition.Series {
	pattern := []float64{1, -1, 0.5, -1.5, 1.5, 0, -0.5}
	s := transition.Series{First: first, Values: make([]float64, last-first+1)}
	v := start
	for i := range s.Values {
		s.Values[i] = v
		v *= 1 + rate + swing*pattern[(i+phase)%len(pattern)]
	}
	return s
}

// rivals is a pair with noise at two kinds of prices: A ahead, B growing faster.
func rivals() []transition.Regime {
	return []transition.Regime{
		{Name: "constant", A: rough(1980, 2020, 100, 0.02, 0.01, 0), B: rough(1980, 2020, 20, 0.045, 0.02, 3)},
		{Name: "market", A: rough(1990, 2020, 120, 0.03, 0.02, 1), B: rough(1990, 2020, 25, 0.06, 0.05, 5)},
	}
}

func project(t testing.TB, regimes []transition.Regime, r transition.Run) transition.Fan {
	t.Helper()
	f, err := transition.Project(regimes, r)
	if err != nil {
		t.Fatal(err)
	}
	return f
}
