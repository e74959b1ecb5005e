package claim

import (
	"math"
	"testing"

	"github.com/shatterbelt/shatterbelt/internal/testkit"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/study"
)

// Of four states two lie in a region and the same two in a zone: full agreement.
// Dealt out anew the agreement is 0.2, 0.4 or 0.6, so 0.6 is beyond geography,
// from 0.4 to 0.8.
func TestAgree(t *testing.T) {
	b := &Bench{Rule: Rule{Level: 0.9}, Seed: 1}
	r := study.Regional{States: []ir.CCode{991, 992, 993, 994}, Inside: []bool{true, true, false, false}, Zoned: []bool{true, true, false, false}, Dealt: []float64{0.2, 0.4, 0.6}}
	v, _, high, err := b.agree(&Part{With: []Choice{{"figure", []string{"agreement"}}}}, r)
	if err != nil || v != 1 || high != 1 {
		t.Errorf("agreement is %g up to %g, %v; want 1", v, high, err)
	}
	v, low, high, err := b.agree(&Part{With: []Choice{{"figure", []string{"beyond-geography"}}}}, r)
	if err != nil || !testkit.NearAll([]float64{v, low, high}, []float64{0.6, 0.4, 0.8}, 1e-12) {
		t.Errorf("beyond geography is %g (%g to %g), %v; want 0.6 (0.4 to 0.8)", v, low, high, err)
	}
	r.Zoned = []bool{false, false, true, true}
	if v, _, _, _ := b.agree(&Part{With: []Choice{{"figure", []string{"agreement"}}}}, r); v != -1 {
		t.Errorf("zones wherever there is no region agree by %g; want -1", v)
	}
}

// Reach: 8 against 2 in the last year on record is a lead of two doublings; a
// record that ended five years before speaks for nothing.
func TestLogRatio(t *testing.T) {
	var c study.Contest
	c.A.Years = append(c.A.Years, study.TrendPoint{Year: 2000, Value: 4}, study.TrendPoint{Year: 2005, Value: 8})
	c.B.Years = append(c.B.Years, study.TrendPoint{Year: 2000, Value: 4}, study.TrendPoint{Year: 2005, Value: 2})
	if v, ok := logRatio(c, 2007); !ok || !testkit.Near(v, math.Log(4), 1e-12) {
		t.Errorf("2007: %g, %v; want the logarithm of 4", v, ok)
	}
	if v, ok := logRatio(c, 2003); !ok || v != 0 {
		t.Errorf("2003: %g, %v; want 0", v, ok)
	}
	if _, ok := logRatio(c, 2010); ok {
		t.Error("figures of 2005 speak for 2010")
	}
	if _, ok := logRatio(c, 1999); ok {
		t.Error("a ratio before any figure")
	}
}

// Mistakes: outcomes of the states in between spread twice as far.
func TestSpreads(t *testing.T) {
	b := &Bench{Rule: Rule{Level: 0.9}, Seed: 1}
	var all []change
	for i := range 20 {
		sign := float64(1 - 2*(i%2))
		all = append(all, change{ir.CCode(1 + i/2), true, 2 * sign}, change{ir.CCode(101 + i/2), false, sign})
	}
	v, low, high, err := b.spreads(all)
	if err != nil || !testkit.Near(v, math.Log(2), 1e-12) || low > v || high < v || low < 0 {
		t.Errorf("spreads = %g (%g to %g), %v; want the logarithm of 2", v, low, high, err)
	}
	if v, _, _, _ := b.spreads(all[:18]); !math.IsNaN(v) {
		t.Errorf("nine changes on either side give %g; want none", v)
	}
}

// Hedges, from the embedded figures of 2018: Finland borders on Russia, Portugal
// on no power but through Spain; Canada is bound to one side alone by defence.
func TestHedging(t *testing.T) {
	b := embedded(t)
	x, err := b.at(2018)
	if err != nil {
		t.Fatal(err)
	}
	border := []Chosen{{"near", "border"}, {"ties", "treaties"}}
	if beside, _ := b.hedging(375, x.Powers, 2018, border); !beside {
		t.Error("Finland lies beside no power")
	}
	if beside, _ := b.hedging(920, x.Powers, 2018, border); beside {
		t.Error("New Zealand borders on a power")
	}
	wide := []Chosen{{"near", "reach"}, {"ties", "all"}}
	for _, st := range b.Figures.Codes().All() {
		_, few := b.hedging(st.CCode, x.Powers, 2018, border)
		_, many := b.hedging(st.CCode, x.Powers, 2018, wide)
		if few && !many {
			t.Errorf("%s combines treaties, and not treaties and other ties", st.ISO)
		}
	}
}

// Swing: the share of others below lies between 0 and 1, and asking among all
// states compares at least as many.
func TestSwingReadings(t *testing.T) {
	b := embedded(t)
	p := &Part{
		With:     []Choice{{"state", []string{"KOR"}}, {"pair", []string{"USA", "CHN"}}},
		Settings: []Choice{{"series", []string{"votes", "visits"}}, {"among", []string{"all"}}},
	}
	readings, trail, err := swing(t.Context(), b, p)
	if err != nil {
		t.Fatal(err)
	}
	votes, visits := readings[0], readings[1]
	if !(votes.Low <= votes.Value && votes.Value <= votes.High && votes.Low >= 0 && votes.High <= 1 && votes.High > votes.Low) {
		t.Errorf("votes: %+v", votes)
	}
	if !math.IsNaN(visits.Value) {
		t.Errorf("visits, which are not embedded, give %g", visits.Value)
	}
	if len(trail.Figures) == 0 {
		t.Error("no figures behind it")
	}
}
