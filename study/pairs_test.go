package study_test

import (
	"context"
	"math"
	"slices"
	"testing"

	"github.com/shatterbelt/shatterbelt/strategy"
	"github.com/shatterbelt/shatterbelt/study"
	"github.com/shatterbelt/shatterbelt/trace/param"
)

func started(t *testing.T, name string) (study.Situation, study.Start) {
	t.Helper()
	s := figures(t)
	x, err := study.Situate(s, study.NewestYear(s), study.Default())
	if err != nil {
		t.Fatal(err)
	}
	_, st, err := begin(&x, code(t, s, name))
	if err != nil {
		t.Fatal(err)
	}
	return x, st
}

// A state bound to A is told what the tie is worth, and trade with B before that
// with A; what it would lose in trade is income, in nearly every future.
func TestWorths(t *testing.T) {
	x, st := started(t, "KOR")
	worths, err := x.Worths(context.Background(), st, exploring(400), param.Default[study.GoodEnough]())
	if err != nil {
		t.Fatal(err)
	}
	if len(worths) != 3 || worths[0].Tie != study.Alliance || worths[1].Power != st.Pair.B || worths[2].Power != st.Pair.A {
		t.Fatalf("worths of %+v", worths)
	}
	for _, w := range worths {
		if d := w.With.Value - w.Without.Value - w.Good.Value; math.Abs(d) > 1e-9 || w.Futures != 400 {
			t.Errorf("%s %d: with %v less without %v is not %v", w.Tie, w.Power, w.With.Value, w.Without.Value, w.Good.Value)
		}
		for _, g := range w.Gaps {
			if b := g.Better.Value + g.Worse.Value; b < 0 || b > 1 {
				t.Errorf("%s %d: %s is better or worse in %v of futures", w.Tie, w.Power, g.Outcome, b)
			}
		}
	}
	for _, w := range worths[1:] {
		if g, ok := w.Of("prosperity"); !ok || g.Gap.Value <= 0 || w.Cut <= 0 || w.Cut >= 1 {
			t.Errorf("trade with %d adds %v to prosperity, with a cut of %v", w.Power, g.Gap.Value, w.Cut)
		}
	}
}

// A state with no tie to A is told of trade alone.
func TestNoTieHasNoWorth(t *testing.T) {
	x, st := started(t, "KOR")
	st.Setup.Today[strategy.TieA], st.Setup.Today[strategy.Membership] = 0, 0
	worths, err := x.Worths(context.Background(), st, exploring(50), param.Default[study.GoodEnough]())
	if err != nil || slices.ContainsFunc(worths, func(w study.Worth) bool { return w.Tie == study.Alliance }) {
		t.Errorf("%+v, %v", worths, err)
	}
}

// One lever a step off, each once up and once down but at its bound, the largest
// loss first; the reverse of a mistake is on the same lever.
func TestOneStep(t *testing.T) {
	x, st := started(t, "KOR")
	i := slices.IndexFunc(strategy.Named(), func(s strategy.Strategy) bool { return s.Name == "alliance-plus" })
	o, err := x.OneStep(context.Background(), st, strategy.Named()[i], exploring(300), param.Default[study.GoodEnough]())
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	speeds := strategy.Speeds()
	for k, s := range o.Slips {
		l, _ := strategy.ParseLever(s.Lever)
		if d := math.Abs(s.To - s.From); d == 0 || d > speeds[l]+1e-9 {
			t.Errorf("%s moves by %v; its step is %v", s.Lever, d, speeds[l])
		}
		key := s.Lever + map[bool]string{true: "+", false: "-"}[s.Up()]
		if seen[key] || len(s.Outcomes) == 0 || k > 0 && s.Good.Value < o.Slips[k-1].Good.Value {
			t.Errorf("mistake %d: %+v after %v", k, s, seen)
		}
		seen[key] = true
	}
	if len(seen) < strategy.NumLevers || seen["tie_a+"] {
		t.Errorf("mistakes %v; want most levers, and none beyond a bound", seen)
	}
	s := o.Slips[slices.IndexFunc(o.Slips, func(s study.Slip) bool { return s.Lever == "partner_b" })]
	if r, ok := o.Reverse(&s); !ok || r.Lever != s.Lever || r.Up() == s.Up() {
		t.Errorf("the reverse of %+v is %+v", s, r)
	}
}

// Every state's record beside the simulation: the record lies in its own band,
// and a rate is inside exactly when it lies between the ends.
func TestCheck(t *testing.T) {
	x, st := started(t, "KOR")
	c, ok, err := x.Check(context.Background(), st, exploring(200), param.Default[study.Bands]())
	if err != nil || !ok {
		t.Fatal(ok, err)
	}
	started := 0.0
	for _, ch := range st.Setup.Challengers {
		started += ch.Started
	}
	if c.Disputes != started || c.Rates[0].Record != started/c.Years {
		t.Errorf("%v disputes at %v a year; the setup has %v in %v years", c.Disputes, c.Rates[0].Record, started, c.Years)
	}
	for _, r := range c.Rates {
		if r.Low > r.Record || r.Record > r.High || r.Inside != (r.Low <= r.Simulated && r.Simulated <= r.High) {
			t.Errorf("%+v", r)
		}
	}
	for i := range st.Setup.Challengers {
		st.Setup.Challengers[i].Years = 0
	}
	if _, ok, err := x.Check(context.Background(), st, exploring(50), param.Default[study.Bands]()); ok || err != nil {
		t.Errorf("without a record: %v, %v", ok, err)
	}
}
