package transition

import (
	"fmt"
	"math"
	"slices"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/score"
)

// Trial says how projections are scored on past vintages.
type Trial struct {
	Run          // Vintage and Horizon are set by the trial
	Ahead  []int // years ahead to score; nil is 5 and 10
	Window int   // years of the window that baselines learn from; 0 is 10

	// Level and Replicates set the intervals of skill, which resample whole
	// pairs; 0 is 0.9 and 1,000. Pairs that share a state are not independent,
	// so the intervals are somewhat narrow.
	Level      float64 `param:"-"`
	Replicates int
}

// Rules of scoring, as in package score.
const (
	RuleCRPS  = "crps"  // of the log ratio
	RuleBrier = "brier" // of B being ahead
	RuleLog   = "log"   // of B being ahead, in nats
)

// Score is how well projections did against a baseline; less is better.
type Score struct {
	Rule     string
	Baseline Baseline
	Ahead    int // years
	N        int // cases: a pair at a vintage
	Pairs    int
	Events   int     // cases in which B, behind at the vintage, was ahead in the end
	Value    float64 // mean score of the projections
	Base     float64 // mean score of the baseline
	Skill    float64 // 1 - Value/Base
	Interval score.Interval

	// Inside and BaseInside are the shares of outcomes within the 5 to 95 %
	// band of each forecast, which should be 0.9; on rows of RuleCRPS alone.
	Inside, BaseInside float64
}

// Backtest makes the projection of each pair as of each vintage, from figures
// up to the vintage alone, and scores it on what the same series say later. In
// each pair B is the state behind at the vintage, whichever that is; the event
// is that it is not behind so many years later.
//
// A case counts when both figures of the vintage and of the year ahead are known
// and the record covers the baselines' window; others are left out for every
// forecast alike. No case of a given rule and lead gives no score. Figures are
// those of one file, with revisions that were unknown at the vintage.
func Backtest(pairs []Regime, vintages []ir.Year, t Trial) ([]Score, error) {
	t = t.ready()
	cases := make([][]verdict, len(t.Ahead))
	for i, r := range pairs {
		for _, v := range vintages {
			if err := t.try(r, i, v, cases); err != nil {
				return nil, fmt.Errorf("%s in %d: %w", r.Name, v, err)
			}
		}
	}
	var out []Score
	for k, ahead := range t.Ahead {
		out = append(out, t.scores(ahead, cases[k], len(pairs))...)
	}
	return out, nil
}

func (t Trial) ready() Trial {
	if t.Ahead == nil {
		t.Ahead = []int{5, 10}
	}
	if t.Window == 0 {
		t.Window = 10
	}
	if t.Level == 0 {
		t.Level = 0.9
	}
	if t.Replicates == 0 {
		t.Replicates = 1000
	}
	return t
}

// verdict is one case with the losses of the projection and of each baseline.
type verdict struct {
	pair  int
	event bool
	model map[string]float64 // by rule
	base  map[Baseline]forecast
	seen  float64

	inside bool // the outcome lies within the 5 to 95 % band of the draws
}

// try scores one pair at one vintage and adds it to the cases of each lead.
func (t Trial) try(r Regime, pair int, vintage ir.Year, cases [][]verdict) error {
	now, ok := r.LogRatio(vintage)
	if !ok {
		return nil
	}
	if now > 0 {
		r = r.Swap()
	}
	e, ok, err := Learn(r, vintage, t.Window, t.Coverage)
	if err != nil || !ok {
		return err
	}
	var p *projection
	for k, ahead := range t.Ahead {
		seen, ok := r.LogRatio(vintage + ir.Year(ahead))
		if !ok {
			continue
		}
		if p == nil { // the draws serve every lead
			if p, err = t.project(r, vintage); err != nil {
				return err
			}
		}
		cases[k] = append(cases[k], judge(pair, p.row(ahead), e, ahead, seen))
	}
	return nil
}

func (t Trial) project(r Regime, vintage ir.Year) (*projection, error) {
	run := t.Run
	run.Vintage = vintage
	run.Horizon = 10
	for _, h := range t.Ahead {
		run.Horizon = math.Max(run.Horizon, float64(h))
	}
	p, err := prepare([]Regime{r}, run)
	if err != nil {
		return nil, err
	}
	p.draw()
	return p, nil
}

// judge scores an ensemble and sets up the baselines beside it. The chance of
// an event is counted with half a draw on either side, so that it is never 0.
func judge(pair int, draws []float64, e Estimate, ahead int, seen float64) verdict {
	n, h := float64(len(draws)), float64(ahead)
	chance := (n*shareAhead(draws) + 0.5) / (n + 1)
	event := seen >= 0
	drift, sd := h*e.Drift, math.Sqrt(h)*e.SD
	// The changes' mean square about 0 rather than about the drift.
	still := math.Sqrt(h * (float64(e.N-1)*e.SD*e.SD + float64(e.Window)*e.Drift*e.Drift) / float64(e.N))
	return verdict{
		pair: pair, event: event, seen: seen,
		inside: within(draws, seen),
		model: map[string]float64{
			RuleCRPS:  score.CRPS(draws, seen),
			RuleBrier: loss(RuleBrier, chance, event),
			RuleLog:   loss(RuleLog, chance, event),
		},
		base: map[Baseline]forecast{
			Stays: {e.Ratio, 0}, Trend: {e.Ratio + drift, 0},
			Walk: {e.Ratio, still}, OneWindow: {e.Ratio + drift, sd},
		},
	}
}

// within reports whether the outcome lies in the 5 to 95 % band of the draws.
func within(draws []float64, seen float64) bool {
	sorted := slices.Sorted(slices.Values(draws))
	return seen >= score.Quantile(sorted, 0.05) && seen <= score.Quantile(sorted, 0.95)
}

// loss scores the chance of one event.
func loss(rule string, chance float64, event bool) float64 {
	if rule == RuleBrier {
		return score.Brier([]float64{chance}, []bool{event})
	}
	return score.Log([]float64{chance}, []bool{event})
}

// loss is what a baseline loses by a rule; rate is the share of events.
func (v verdict) loss(rule string, b Baseline, rate float64) float64 {
	switch {
	case rule == RuleCRPS:
		return v.base[b].crps(v.seen)
	case b == Share:
		return loss(rule, rate, v.event)
	}
	return loss(rule, v.base[b].ahead(), v.event)
}

// scores compares the projections of one lead with every baseline.
func (t Trial) scores(ahead int, cases []verdict, pairs int) []Score {
	if len(cases) == 0 {
		return nil
	}
	events, seen := 0, map[int]bool{}
	for _, v := range cases {
		seen[v.pair] = true
		if v.event {
			events++
		}
	}
	rate := float64(events) / float64(len(cases))
	var out []Score
	for _, a := range against {
		for _, b := range a.baselines {
			s := Score{Rule: a.rule, Baseline: b, Ahead: ahead, N: len(cases), Pairs: len(seen), Events: events}
			model, base, n := make([]float64, pairs), make([]float64, pairs), make([]float64, pairs)
			for _, v := range cases {
				model[v.pair] += v.model[a.rule]
				base[v.pair] += v.loss(a.rule, b, rate)
				n[v.pair]++
			}
			t.compare(&s, model, base, n)
			if a.rule == RuleCRPS {
				s.Inside, s.BaseInside = insides(cases, b)
			}
			out = append(out, s)
		}
	}
	return out
}

// insides returns how often outcomes lay within the bands of the projections
// and of a baseline.
func insides(cases []verdict, b Baseline) (model, base float64) {
	for _, v := range cases {
		if v.inside {
			model++
		}
		if v.base[b].inside(v.seen) {
			base++
		}
	}
	n := float64(len(cases))
	return model / n, base / n
}

// compare fills in a score from the sums of each pair.
func (t Trial) compare(s *Score, model, base, n []float64) {
	all := func(x []float64) (sum float64) {
		for _, v := range x {
			sum += v
		}
		return sum
	}
	s.Value, s.Base = all(model)/all(n), all(base)/all(n)
	s.Skill = score.Skill(s.Value, s.Base)
	s.Interval = score.Bootstrap(len(n), t.Replicates, t.Level, score.Seeded(t.Seed), func(pick []int) float64 {
		m, b := 0.0, 0.0
		for _, i := range pick {
			m += model[i]
			b += base[i]
		}
		return score.Skill(m, b)
	})
}
