package study_test

import (
	"slices"
	"testing"

	"github.com/shatterbelt/shatterbelt/study"
)

// The larger economy leads whichever order the two are named in, the mixture is
// of all choices, and the fan starts with the vintage.
func TestTransition(t *testing.T) {
	s, x := now(t)
	usa, china := code(t, s, "USA"), code(t, s, "CHN")
	a, ok := x.Transition(usa, china, 1)
	b, also := x.Transition(china, usa, 1)
	if !ok || !also || a.Leader != usa || a.Riser != china || b.Leader != usa || a.All.Overtaking != b.All.Overtaking || a.All.Parity != b.All.Parity {
		t.Fatalf("%d leads %d (%+v); the other way %d leads %d (%+v)", a.Leader, a.Riser, a.All, b.Leader, b.Riser, b.All)
	}
	kinds := map[string]int{}
	for _, by := range append(slices.Clone(a.By), a.All) {
		kinds[by.Choice]++
		o := by.Overtaking
		if o.Never < 0 || o.Past < 0 || o.Never+o.Past > 1 {
			t.Errorf("%s %s: %+v", by.Choice, by.Name, o)
		}
		if o.Q10 != study.Never && o.Q50 != study.Never && o.Q10 > o.Q50 || o.Q50 == study.Never && o.Q90 != study.Never {
			t.Errorf("%s %s: quantiles out of order: %+v", by.Choice, by.Name, o)
		}
		if (o.Q90 == study.Never) != (o.Never > 0.1) {
			t.Errorf("%s %s: nine in ten by %d, never in %v", by.Choice, by.Name, o.Q90, o.Never)
		}
	}
	if kinds["regime"] != len(study.Regimes)-len(a.Left) || kinds["window"] < 2 || kinds["fading"] < 2 {
		t.Errorf("crossings by %v", kinds)
	}
	for _, f := range a.Fans {
		last := f.History[len(f.History)-1]
		if last.Year > a.Vintage || f.Fan[0].Year != a.Vintage || f.Fan[len(f.Fan)-1].Year != a.Horizon {
			t.Errorf("%s: history to %d, fan %d to %d", f.Regime, last.Year, f.Fan[0].Year, f.Fan[len(f.Fan)-1].Year)
		}
		ordered(t, f.Regime, f.Fan)
		for _, w := range f.Windows {
			ordered(t, f.Regime+", "+w.Name+" years", w.Fan)
			if len(w.Fan) != len(f.Fan) {
				t.Errorf("%s, %s years: a fan of %d years; want %d", f.Regime, w.Name, len(w.Fan), len(f.Fan))
			}
			end := w.Fan[len(w.Fan)-1]
			if w.Overtaking.Never > 0.5 && end.Q50 >= 1 {
				t.Errorf("%s, %s years: ahead in the end at the median (%v), never in %v", f.Regime, w.Name, end.Q50, w.Overtaking.Never)
			}
		}
	}
	if len(a.Trail.Params) == 0 || len(a.Trail.Figures) == 0 || a.Assumed < 0 || a.Assumed > 1 {
		t.Errorf("trail %+v, assumed %v", a.Trail, a.Assumed)
	}
}

// ordered wants quantiles in order, in years without a gap.
func ordered(t *testing.T, name string, fan []study.FanYear) {
	t.Helper()
	for i, y := range fan {
		if !(y.Q5 <= y.Q25 && y.Q25 <= y.Q50 && y.Q50 <= y.Q75 && y.Q75 <= y.Q95) || i > 0 && y.Year != fan[i-1].Year+1 {
			t.Errorf("%s in %d: %+v", name, y.Year, y)
		}
	}
}

// Swapping all figures of two states swaps leader and riser and nothing else.
func TestSwappedFiguresSwapLeaderAndRiser(t *testing.T) {
	s, x := now(t)
	usa, china := code(t, s, "USA"), code(t, s, "CHN")
	turned, err := s.Swapped(usa, china)
	if err != nil {
		t.Fatal(err)
	}
	y, err := study.Situate(turned, x.Year, study.Default())
	if err != nil {
		t.Fatal(err)
	}
	a, _ := x.Transition(usa, china, 1)
	b, ok := y.Transition(usa, china, 1)
	if !ok || b.Leader != china || b.Riser != usa || b.All.Overtaking != a.All.Overtaking || b.All.Parity != a.All.Parity || b.Widest != a.Widest {
		t.Errorf("%d leads %d: %+v; want the other way round, %+v", b.Leader, b.Riser, b.All, a.All)
	}
}

// A riser at a sixth that grows by 5 % a year on a leader that does not move has
// not passed; at the same price in both regimes both say the same.
func TestTransitionOfInvented(t *testing.T) {
	x := situated(t)
	got, ok := x.Transition(east, west, 1)
	if !ok || got.Leader != west || got.Riser != east || got.All.Overtaking.Past != 0 {
		t.Fatalf("%+v", got.All)
	}
	if len(got.Left) != 0 || len(got.Fans) != 2 {
		t.Errorf("left out %v, %d fans; want the two regimes there are", got.Left, len(got.Fans))
	}
	if _, ok := x.Transition(west, 999, 1); ok {
		t.Error("a transition without figures")
	}
}

// The published lists: one that is part of another does not widen the range.
func TestWarRates(t *testing.T) {
	r := study.WarRates()
	if !(r.Low <= r.Least && r.Least <= r.Most && r.Most <= r.High) {
		t.Errorf("%+v", r)
	}
	found := false
	for _, l := range r.Lists {
		found = found || l.Cases == 16 && l.Wars == 12
		if l.Share != float64(l.Wars)/float64(l.Cases) || l.Cite == "" {
			t.Errorf("%+v", l)
		}
	}
	if !found {
		t.Error("no list of 12 wars in 16 cases")
	}
}
