package transition_test

import (
	"encoding/csv"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"testing"

	"github.com/shatterbelt/shatterbelt/internal/testkit"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/measure/transition"
)

func find(t *testing.T, scores []transition.Score, rule string, b transition.Baseline, ahead int) transition.Score {
	t.Helper()
	i := slices.IndexFunc(scores, func(s transition.Score) bool {
		return s.Rule == rule && s.Baseline == b && s.Ahead == ahead
	})
	if i < 0 {
		t.Fatalf("no %s score against %s %d years ahead", rule, b, ahead)
	}
	return scores[i]
}

// Without noise the trend is right to the last digit and the baselines are what
// arithmetic says. The ratio rises by ln(1.07/1.02) = 0.04785 a year.
func TestBacktestWithoutNoise(t *testing.T) {
	pairs := []transition.Regime{{Name: "x", A: steady(1990, 2020, 2, 0.02), B: steady(1990, 2020, 1, 0.07)}}
	r := run(0)
	r.Draws = 60
	trial := transition.Trial{Run: r, Ahead: []int{5}, Replicates: 50}
	// B passes A in 2004.5: behind in 2000, 2004 and ahead in 2005, 2009.
	scores, err := transition.Backtest(pairs, []ir.Year{1999, 2000, 2004}, trial)
	if err != nil {
		t.Fatal(err)
	}
	rise := math.Log(1.07 / 1.02)
	stays := find(t, scores, transition.RuleCRPS, transition.Stays, 5)
	if stays.N != 2 || stays.Events != 2 { // 1999 has nine changes before it, so no window of ten
		t.Fatalf("%d cases, %d events; want 2 and 2", stays.N, stays.Events)
	}
	if !testkit.Near(stays.Base, 5*rise, tol) {
		t.Errorf("a ratio that stays is off by %v; want %v", stays.Base, 5*rise)
	}
	if trend := find(t, scores, transition.RuleCRPS, transition.Trend, 5); !testkit.Near(trend.Base, 0, tol) {
		t.Errorf("the trend is off by %v; want 0", trend.Base)
	}
	if stays := find(t, scores, transition.RuleBrier, transition.Stays, 5); stays.Base != 1 {
		t.Errorf("Brier score of no overtaking is %v; want 1", stays.Base)
	}
}

// A leader at the vintage is A, whichever way the pair is given.
func TestBacktestTurnsPairs(t *testing.T) {
	r := run(0)
	r.Draws = 200
	trial := transition.Trial{Run: r, Replicates: 50}
	vintages := []ir.Year{1995, 2000, 2005, 2010}
	pairs := rivals()
	a, err := transition.Backtest(pairs, vintages, trial)
	b, err2 := transition.Backtest([]transition.Regime{pairs[0].Swap(), pairs[1].Swap()}, vintages, trial)
	if err != nil || err2 != nil {
		t.Fatal(err, err2)
	}
	if len(a) == 0 || fmt.Sprint(a) != fmt.Sprint(b) { // a skill over no events is NaN in both
		t.Errorf("scores %+v, with states exchanged %+v", a, b)
	}
}

func TestBacktestLeavesOut(t *testing.T) {
	pairs := rivals()
	pairs[0].B.Values[2005-1980] = nan
	r := run(0)
	r.Draws = 200
	trial := transition.Trial{Run: r, Ahead: []int{5}, Replicates: 50}
	// The vintage 2005 and the outcome of 2000 are missing; that of 2016 is not yet there.
	scores, err := transition.Backtest(pairs[:1], []ir.Year{2000, 2005, 2010, 2016}, trial)
	if err != nil || find(t, scores, transition.RuleLog, transition.Share, 5).N != 1 {
		t.Errorf("%v, %+v; want one case", err, scores)
	}
	if scores, err := transition.Backtest(nil, nil, trial); err != nil || scores != nil {
		t.Errorf("no pairs score %v, %v", scores, err)
	}
}

// maddison reads gross domestic product (output per head times people) of the
// states named, which the file gives by year in no set order.
func maddison(t *testing.T, codes []string) map[string]transition.Series {
	f, err := os.Open(filepath.Join(testkit.Data(t), "maddison", "mpd2020_full_data.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	code, year := slices.Index(rows[0], "countrycode"), slices.Index(rows[0], "year")
	head, people := slices.Index(rows[0], "gdppc"), slices.Index(rows[0], "pop")
	years, values := map[string][]ir.Year{}, map[string][]float64{}
	for _, row := range rows[1:] {
		y, err := strconv.Atoi(row[year])
		a, errA := strconv.ParseFloat(row[head], 64)
		b, errB := strconv.ParseFloat(row[people], 64)
		if err == nil && errA == nil && errB == nil && y >= 1850 {
			years[row[code]] = append(years[row[code]], ir.Year(y))
			values[row[code]] = append(values[row[code]], a*b)
		}
	}
	out := map[string]transition.Series{}
	for _, c := range codes {
		if out[c], err = transition.NewSeries(years[c], values[c]); err != nil {
			t.Fatal(err)
		}
	}
	return out
}

// Every pair of eight great powers of the Maddison Project, 1960 to 2008, five
// and ten years ahead. docs/models/transition.md has the figures.
func TestBacktestMaddison(t *testing.T) {
	powers := []string{"USA", "CHN", "IND", "JPN", "DEU", "GBR", "FRA", "SUN"}
	series := maddison(t, powers)
	var pairs []transition.Regime
	for i, a := range powers {
		for _, b := range powers[i+1:] {
			pairs = append(pairs, transition.Regime{Name: a + "-" + b, A: series[a], B: series[b]})
		}
	}
	var vintages []ir.Year
	for y := ir.Year(1960); y <= 2008; y++ {
		vintages = append(vintages, y)
	}
	r := run(0)
	r.Draws = 1000
	scores, err := transition.Backtest(pairs, vintages, transition.Trial{Run: r})
	if err != nil {
		t.Fatal(err)
	}
	// Skill against each baseline, and how often outcomes lay in the 90 % band.
	want := []struct {
		rule   string
		base   transition.Baseline
		ahead  int
		skill  float64
		inside float64
	}{
		{transition.RuleCRPS, transition.Stays, 5, 0.370, 0.847},
		{transition.RuleCRPS, transition.Trend, 5, 0.301, 0.847},
		{transition.RuleCRPS, transition.Walk, 5, 0.168, 0.847},
		{transition.RuleCRPS, transition.OneWindow, 5, 0.086, 0.847},
		{transition.RuleCRPS, transition.Stays, 10, 0.362, 0.795},
		{transition.RuleCRPS, transition.Trend, 10, 0.315, 0.795},
		{transition.RuleCRPS, transition.Walk, 10, 0.182, 0.795},
		{transition.RuleCRPS, transition.OneWindow, 10, 0.149, 0.795},
		{transition.RuleBrier, transition.Trend, 5, 0.308, 0},
		{transition.RuleBrier, transition.OneWindow, 5, 0.120, 0},
		{transition.RuleBrier, transition.Trend, 10, 0.241, 0},
		{transition.RuleBrier, transition.OneWindow, 10, 0.092, 0},
		{transition.RuleLog, transition.Share, 5, 0.450, 0},
		{transition.RuleLog, transition.Share, 10, 0.331, 0},
	}
	for _, w := range want {
		s := find(t, scores, w.rule, w.base, w.ahead)
		t.Logf("%-5s %2d years, %-10s %d cases, %d events: %.4f against %.4f, skill %.3f (%.3f to %.3f), inside %.3f and %.3f",
			s.Rule, s.Ahead, s.Baseline, s.N, s.Events, s.Value, s.Base, s.Skill, s.Interval.Low, s.Interval.High, s.Inside, s.BaseInside)
		if s.N != 1372 || s.Pairs != 28 || !testkit.Near(s.Skill, w.skill, 0.002) || !testkit.Near(s.Inside, w.inside, 0.002) {
			t.Errorf("%+v; want skill %v, %v inside", s, w.skill, w.inside)
		}
	}
}
