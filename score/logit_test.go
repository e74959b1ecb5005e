package score_test

import (
	"errors"
	"math"
	"testing"

	"pgregory.net/rapid"

	"github.com/shatterbelt/shatterbelt/internal/testkit"
	"github.com/shatterbelt/shatterbelt/score"
)

// table lists cases of one yes-or-no column: events and others without it, then
// with it.
func table(events0, others0, events1, others1 int) (rows [][]float64, event []bool) {
	for _, c := range []struct {
		n     int
		x     float64
		event bool
	}{{events0, 0, true}, {others0, 0, false}, {events1, 1, true}, {others1, 1, false}} {
		for range c.n {
			rows, event = append(rows, []float64{c.x}), append(event, c.event)
		}
	}
	return rows, event
}

// On a two-by-two table the maximum is known: the intercept is the log odds
// without the column, the slope the log odds ratio, and their variances are the
// sums of the inverse counts.
func TestLogitOfATwoByTwoTable(t *testing.T) {
	rows, event := table(10, 90, 30, 20)
	fit, err := score.Logit(rows, event, 0)
	if err != nil {
		t.Fatal(err)
	}
	coef := []float64{math.Log(10.0 / 90), math.Log((30.0 / 20) / (10.0 / 90))}
	errs := []float64{math.Sqrt(1.0/10 + 1.0/90), math.Sqrt(1.0/10 + 1.0/90 + 1.0/30 + 1.0/20)}
	logL := 10*math.Log(0.1) + 90*math.Log(0.9) + 30*math.Log(0.6) + 20*math.Log(0.4)
	if !testkit.NearAll(fit.Coef, coef, 1e-8) || !testkit.NearAll(fit.Error, errs, 1e-8) || !testkit.Near(fit.LogLikelihood, logL, 1e-8) {
		t.Errorf("fit %+v; want coefficients %v, errors %v, log likelihood %v", fit, coef, errs, logL)
	}
	if fit.Ridge != 0 || fit.Used != 150 || fit.Events != 40 || fit.Omitted != 0 {
		t.Errorf("fit %+v; want no ridge, 150 cases, 40 events", fit)
	}
	if p := fit.Probability([]float64{1}); !testkit.Near(p, 0.6, 1e-8) {
		t.Errorf("probability with the column is %v; want 30 of 50", p)
	}
}

// At the maximum the expected number of events equals the observed one, and so
// does each column's total over events: the score equations.
func TestLogitSolvesItsEquations(t *testing.T) {
	u := score.Seeded(3)
	rows, event := make([][]float64, 500), make([]bool, 500)
	for i := range rows {
		rows[i] = []float64{u(), 100 * u(), u() - u()}
		event[i] = u() < 1/(1+math.Exp(1-2*rows[i][0]+0.01*rows[i][1]))
	}
	fit, err := score.Logit(rows, event, 0)
	if err != nil {
		t.Fatal(err)
	}
	var gap [4]float64
	for i, row := range rows {
		miss := -fit.Probability(row)
		if event[i] {
			miss++
		}
		gap[0] += miss
		for j, x := range row {
			gap[j+1] += miss * x
		}
	}
	if !testkit.NearAll(gap[:], make([]float64, 4), 1e-6) {
		t.Errorf("score equations leave %v; want 0", gap)
	}
}

func TestLogitFallsBackOnTheRidge(t *testing.T) {
	separated, event := table(0, 20, 20, 0)
	twins := [][]float64{{1, 2}, {2, 4}, {3, 6}, {4, 8}, {5, 10}, {6, 12}}
	for _, tt := range []struct {
		name  string
		rows  [][]float64
		event []bool
	}{
		{"separated", separated, event},
		{"one column follows from another", twins, []bool{false, true, false, true, false, true}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if _, err := score.Logit(tt.rows, tt.event, 0); err == nil {
				t.Error("no error without a ridge")
			}
			fit, err := score.Logit(tt.rows, tt.event, 1)
			if err != nil || fit.Ridge != 1 {
				t.Fatalf("fit %+v, %v; want ridge 1", fit, err)
			}
			for j := range fit.Coef {
				if math.IsInf(fit.Coef[j], 0) || math.IsNaN(fit.Coef[j]) || !(fit.Error[j] > 0) {
					t.Errorf("coefficient %d is %v with error %v", j, fit.Coef[j], fit.Error[j])
				}
			}
		})
	}
}

func TestLogitOmitsGaps(t *testing.T) {
	rows, event := table(10, 90, 30, 20)
	whole, err := score.Logit(rows, event, 0)
	if err != nil {
		t.Fatal(err)
	}
	rows, event = append(rows, []float64{nan}, []float64{math.Inf(1)}), append(event, true, false)
	fit, err := score.Logit(rows, event, 0)
	if err != nil || fit.Omitted != 2 || fit.Used != 150 || !testkit.NearAll(fit.Coef, whole.Coef, tol) {
		t.Errorf("fit %+v, %v; want that of the whole rows %+v", fit, err, whole)
	}
}

func TestLogitRefuses(t *testing.T) {
	if _, err := score.Logit([][]float64{{1}, {2}}, []bool{true, true}, 1); !errors.Is(err, score.ErrOneOutcome) {
		t.Errorf("only events: %v", err)
	}
	if _, err := score.Logit(nil, nil, 1); !errors.Is(err, score.ErrOneOutcome) {
		t.Errorf("no cases: %v", err)
	}
	if _, err := score.Logit([][]float64{{1}, {2, 3}}, []bool{true, false}, 1); err == nil {
		t.Error("ragged rows pass")
	}
	if _, err := score.Logit([][]float64{{1}, {1}}, []bool{true, false}, 1); err == nil {
		t.Error("a constant column passes")
	}
}

// Without columns the intercept is the log odds.
func TestLogitWithoutColumns(t *testing.T) {
	fit, err := score.Logit([][]float64{{}, {}, {}, {}}, []bool{true, false, false, false}, 0)
	if err != nil || !testkit.NearAll(fit.Coef, []float64{math.Log(1.0 / 3)}, 1e-8) {
		t.Errorf("fit %+v, %v; want log(1/3)", fit, err)
	}
}

// Changing the unit of a column changes its slope in step and no probability,
// with or without the ridge.
func TestLogitForgetsUnits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		scale := rapid.Float64Range(0.001, 1000).Draw(t, "scale")
		shift := rapid.Float64Range(-10, 10).Draw(t, "shift")
		counts := rapid.SliceOfN(rapid.IntRange(0, 12), 4, 4).Draw(t, "counts")
		rows, event := table(counts[0], counts[1]+1, counts[2]+1, counts[3])
		moved := make([][]float64, len(rows))
		for i, row := range rows {
			moved[i] = []float64{shift + scale*row[0]}
		}
		a, err := score.Logit(rows, event, 1)
		b, err2 := score.Logit(moved, event, 1)
		if err != nil || err2 != nil {
			t.Fatal(err, err2)
		}
		for i := range rows {
			if p, q := a.Probability(rows[i]), b.Probability(moved[i]); !testkit.Near(p, q, 1e-6) {
				t.Fatalf("case %d has probability %v, then %v in another unit", i, p, q)
			}
		}
		if !testkit.Near(b.Coef[1]*scale, a.Coef[1], 1e-5) || !testkit.Near(b.Error[1]*scale, a.Error[1], 1e-5) {
			t.Fatalf("slope %v (%v) became %v (%v) in a unit %v times smaller", a.Coef[1], a.Error[1], b.Coef[1], b.Error[1], scale)
		}
	})
}

func BenchmarkLogit(b *testing.B) {
	u := score.Seeded(5)
	rows, event := make([][]float64, 20_000), make([]bool, 20_000)
	for i := range rows {
		rows[i] = []float64{u(), u(), u(), u(), u()}
		event[i] = u() < 1/(1+math.Exp(3-rows[i][0]))
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := score.Logit(rows, event, 1); err != nil {
			b.Fatal(err)
		}
	}
}
