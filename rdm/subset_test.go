package rdm_test

import (
	"math"
	"testing"

	"github.com/shatterbelt/shatterbelt/rdm"
)

// 8 of 10 at 95 %: (0.8 + 0.19208)/1.38416 -+ 1.96/1.38416 sqrt(0.016 + 0.009604).
func TestShareInterval(t *testing.T) {
	s := rdm.ShareInterval(8, 10, 0.95)
	within(t, "share", s.Value, 0.8, 1e-12)
	within(t, "low", s.Low, 0.4902, 5e-4)
	within(t, "high", s.High, 0.9433, 5e-4)
	if none := rdm.ShareInterval(0, 10, 0.9); none.Low != 0 || none.High <= 0 {
		t.Errorf("0 of 10: %+v", none)
	}
	if empty := rdm.ShareInterval(0, 0, 0.9); !math.IsNaN(empty.Value) || empty.Low != 0 || empty.High != 1 {
		t.Errorf("0 of 0: %+v", empty)
	}
}

// 30 futures for the one only, 10 for the other only, of 100: 20.5/102 of 0.5
// added each: mid = (30.5 - 10.5)/102, half = 1.645 sqrt(41 - 20^2/102)/102.
func TestShareDifference(t *testing.T) {
	d := rdm.ShareDifference(30, 10, 100, 0.9)
	half := 1.6448536 * math.Sqrt(41-400.0/102) / 102
	within(t, "difference", d.Value, 0.2, 1e-12)
	within(t, "low", d.Low, 20.0/102-half, 1e-6)
	within(t, "high", d.High, 20.0/102+half, 1e-6)
	back := rdm.ShareDifference(10, 30, 100, 0.9)
	within(t, "turned around", back.Low, -d.High, 1e-12)
	if e := rdm.ShareDifference(0, 0, 0, 0.9); !math.IsNaN(e.Value) || e.Low != -1 || e.High != 1 {
		t.Errorf("no futures: %+v", e)
	}
}

// Uncertainty d runs over 0..1 in 1,000 steps. Policy a is good enough below
// 0.4, policy b from there on, policy c never.
func crossing(t *testing.T, dim rdm.Dim, value func(u float64) float64) (*rdm.Table, [][]float64) {
	t.Helper()
	const n = 1000
	x := make([]float64, n)
	y := [][][]float64{{make([]float64, n)}, {make([]float64, n)}, {make([]float64, n)}}
	for i := range x {
		u := (float64(i) + 0.5) / n
		x[i] = value(u)
		if u < 0.4 {
			y[0][0][i] = 1
		} else {
			y[1][0][i] = 1
		}
	}
	tab := tableOf(dim, x, []rdm.Outcome{{Name: "ok", Higher: true}}, y)
	good, err := rdm.GoodEnough(tab, []float64{1})
	if err != nil {
		t.Fatal(err)
	}
	return tab, good
}

func TestBins(t *testing.T) {
	for _, dim := range []rdm.Dim{
		{Name: "d", Max: 1, Default: 0.5},
		{Name: "d", Min: 1, Max: 1e5, Default: 10, Log: true},
	} {
		tab, good := crossing(t, dim, func(u float64) float64 { return dim.At(u, 1) })
		bins, err := rdm.Bins(tab, good, 0, 5, 0.9)
		if err != nil || len(bins) != 5 {
			t.Fatalf("%d bins: %v", len(bins), err)
		}
		for b, bin := range bins {
			a := 0.0
			if b < 2 {
				a = 1
			}
			within(t, "share of a", bin.Shares[0].Value, a, 1e-12)
			within(t, "share of b", bin.Shares[1].Value, 1-a, 1e-12)
			within(t, "lower edge", dim.Fraction(bin.Low), float64(b)/5, 1e-12)
			within(t, "upper edge", dim.Fraction(bin.High), float64(b+1)/5, 1e-12)
			if bin.N != 200 {
				t.Errorf("%d futures in bin %d; want 200", bin.N, b)
			}
		}
	}
}

func TestFindCrossing(t *testing.T) {
	dim := rdm.Dim{Name: "d", Max: 1, Default: 0.5}
	tab, good := crossing(t, dim, func(u float64) float64 { return u })
	c, ok, err := rdm.FindCrossing(tab, good, 0, 10, 0.9)
	if err != nil || !ok || c.Low != 0 || c.High != 1 || !c.Clear() {
		t.Fatalf("crossing %+v, %v, %v; want a below and b above, clear", c, ok, err)
	}
	within(t, "at", c.At, 0.4, 1e-12)
	within(t, "margin", c.Margin(), 1, 1e-12)
	if c, ok, err := rdm.FindCrossing(tab, good[1:], 0, 10, 0.9); ok || err != nil {
		t.Errorf("b and c cross at %v: %v; b leads everywhere", c.At, err)
	}
}

// Futures explored in the lower half only leave the upper bins empty, and an
// empty side has no leader.
func TestSubsetsOfANarrowedRun(t *testing.T) {
	tab, good := crossing(t, rdm.Dim{Name: "d", Max: 1}, func(u float64) float64 { return u / 2 })
	bins, err := rdm.Bins(tab, good, 0, 2, 0.9)
	if err != nil || bins[1].N != 0 || !math.IsNaN(bins[1].Shares[0].Value) {
		t.Errorf("upper half %+v, %v; want it empty", bins[1], err)
	}
	if c, ok, err := rdm.FindCrossing(tab, good, 0, 2, 0.9); ok || err != nil {
		t.Errorf("crossing %+v at the edge of an empty half, %v", c, err)
	}
}

func TestSubsetsOfASinglePoint(t *testing.T) {
	tab, good := crossing(t, rdm.Dim{Name: "d", Min: 2, Max: 2, Default: 2}, func(float64) float64 { return 2 })
	bins, err := rdm.Bins(tab, good, 0, 3, 0.9)
	if err != nil || bins[0].N != 1000 {
		t.Errorf("%+v, %v; want every future in the first bin", bins, err)
	}
}

func TestSubsetsRefuse(t *testing.T) {
	tab, good := crossing(t, rdm.Dim{Name: "d", Max: 1}, func(u float64) float64 { return u })
	for name, try := range map[string]func() error{
		"dim":    func() error { _, err := rdm.Bins(tab, good, 1, 3, 0.9); return err },
		"parts":  func() error { _, err := rdm.Bins(tab, good, 0, 0, 0.9); return err },
		"none":   func() error { _, _, err := rdm.FindCrossing(tab, nil, 0, 3, 0.9); return err },
		"length": func() error { _, err := rdm.Bins(tab, [][]float64{{1}}, 0, 3, 0.9); return err },
	} {
		if try() == nil {
			t.Errorf("%s: accepted", name)
		}
	}
}
