package rdm_test

import (
	"context"
	"math"
	"testing"

	"github.com/shatterbelt/shatterbelt/rdm"
)

var twoOutcomes = []rdm.Outcome{{Name: "up", Higher: true}, {Name: "down"}}

func runOf(x []float64, up, down []float64) *rdm.Table {
	return tableOf(rdm.Dim{Name: "d", Max: 1}, x, twoOutcomes, [][][]float64{{up, down}})
}

func TestPairedRuns(t *testing.T) {
	x := []float64{0.1, 0.4, 0.6, 0.9}
	with, without := runOf(x, []float64{4, 2, 6, 8}, []float64{1, 1, 3, 3}), runOf(x, []float64{1, 2, 7, 6}, []float64{2, 1, 4, 3})
	got, err := rdm.PairedRuns(context.Background(), ninety, with, 0, without, 0)
	if err != nil {
		t.Fatal(err)
	}
	within(t, "gap of up", got[0].Gap.Value, (3+0-1+2)/4.0, 1e-12)
	within(t, "up better", got[0].Better.Value, 0.5, 1e-12)
	within(t, "up worse", got[0].Worse.Value, 0.25, 1e-12)
	within(t, "gap of down", got[1].Gap.Value, -0.5, 1e-12)
	within(t, "down better", got[1].Better.Value, 0.5, 1e-12)
	within(t, "down worse", got[1].Worse.Value, 0, 1e-12)
	back, _ := rdm.PairedRuns(context.Background(), ninety, without, 0, with, 0)
	for o := range got {
		within(t, "turned round", back[o].Gap.Value, -got[o].Gap.Value, 1e-12)
		within(t, "turned round", back[o].Gap.Low, -got[o].Gap.High, 0.25)
		within(t, "turned round", back[o].Worse.Value, got[o].Better.Value, 1e-12)
	}
}

// The gap of the means of two runs with the same luck is known far better than
// the mean of either.
func TestPairedRunsCancelsWhatIsShared(t *testing.T) {
	luck := normals(1000, 0)
	worse := make([]float64, len(luck))
	for i, v := range luck {
		worse[i] = v - 0.02
	}
	a, b := runOf(make([]float64, 1000), luck, luck), runOf(make([]float64, 1000), worse, luck)
	got, err := rdm.PairedRuns(context.Background(), ninety, a, 0, b, 0)
	if err != nil {
		t.Fatal(err)
	}
	own, _ := ninety.Means(context.Background(), luck)
	if g := got[0].Gap; !g.Excludes(0) || g.High-g.Low > 1e-9 || own[0].High-own[0].Low < 0.05 {
		t.Errorf("gap %+v of runs known to %+v; want 0.02 without doubt", g, own[0])
	}
}

func TestPairedRunsGap(t *testing.T) {
	x := []float64{0.1, 0.4}
	got, err := rdm.PairedRuns(context.Background(), ninety, runOf(x, []float64{1, nan}, x), 0, runOf(x, x, x), 0)
	if err != nil || !math.IsNaN(got[0].Gap.Value) || !math.IsNaN(got[0].Better.Value) || !math.IsNaN(got[0].Worse.Low) {
		t.Errorf("gap: %+v, %v; want NaN", got, err)
	}
}

func TestPairedRunsRefuses(t *testing.T) {
	x := []float64{0.1, 0.4}
	run := runOf(x, x, x)
	for name, other := range map[string]*rdm.Table{
		"other futures":     runOf([]float64{0.1, 0.5}, x, x),
		"fewer futures":     runOf(x[:1], x[:1], x[:1]),
		"other uncertainty": tableOf(rdm.Dim{Name: "e", Max: 1}, x, twoOutcomes, [][][]float64{{x, x}}),
		"fewer outcomes":    run.Select(0),
		"other outcomes":    run.Select(1, 0),
	} {
		if _, err := rdm.PairedRuns(context.Background(), ninety, run, 0, other, 0); err == nil {
			t.Errorf("%s: accepted", name)
		}
	}
	for _, p := range [][2]int{{1, 0}, {0, 1}, {-1, 0}} {
		if _, err := rdm.PairedRuns(context.Background(), ninety, run, p[0], run, p[1]); err == nil {
			t.Errorf("policies %v accepted", p)
		}
	}
}
