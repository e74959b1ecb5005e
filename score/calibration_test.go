package score_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"github.com/shatterbelt/shatterbelt/internal/testkit"
	"github.com/shatterbelt/shatterbelt/score"
)

func TestCalibration(t *testing.T) {
	p := []float64{0, 0.1, 0.3, 0.5, 0.9, 1}
	event := []bool{false, false, true, true, true, true}
	want := []score.Bin{
		{Low: 0, High: 0.25, N: 2, Forecast: 0.05, Observed: 0},
		{Low: 0.25, High: 0.5, N: 1, Forecast: 0.3, Observed: 1},
		{Low: 0.5, High: 0.75, N: 1, Forecast: 0.5, Observed: 1},
		{Low: 0.75, High: 1, N: 2, Forecast: 0.95, Observed: 1},
	}
	got := score.Calibration(p, event, 4)
	for i, b := range got {
		w := want[i]
		if b.N != w.N || !testkit.NearAll([]float64{b.Low, b.High, b.Forecast, b.Observed}, []float64{w.Low, w.High, w.Forecast, w.Observed}, tol) {
			t.Errorf("bin %d is %+v; want %+v", i, b, w)
		}
	}
	// (2 x 0.05 + 0.7 + 0.5 + 2 x 0.05) / 6
	if m := score.Miscalibration(got); !testkit.Near(m, 1.4/6, tol) {
		t.Errorf("miscalibration %v; want %v", m, 1.4/6)
	}
}

func TestCalibrationOfGaps(t *testing.T) {
	for _, b := range score.Calibration([]float64{0.1, nan}, []bool{true, true}, 2) {
		if !math.IsNaN(b.Forecast) || !math.IsNaN(b.Observed) {
			t.Errorf("bin %+v; want NaN throughout", b)
		}
	}
	if m := score.Miscalibration(score.Calibration(nil, nil, 3)); !math.IsNaN(m) {
		t.Errorf("miscalibration of nothing is %v", m)
	}
}

// Every forecast lands in one bin, whose mean lies within it.
func TestBinsHoldEverything(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := rapid.SliceOfN(rapid.Float64Range(0, 1), 1, 50).Draw(t, "probability")
		bins := rapid.IntRange(1, 12).Draw(t, "bins")
		n := 0
		for _, b := range score.Calibration(p, make([]bool, len(p)), bins) {
			n += b.N
			if b.N > 0 && (b.Forecast < b.Low-tol || b.Forecast > b.High+tol) {
				t.Fatalf("mean outside its bin: %+v", b)
			}
		}
		if n != len(p) {
			t.Fatalf("%d of %d forecasts in bins", n, len(p))
		}
	})
}
