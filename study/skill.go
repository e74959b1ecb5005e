package study

import (
	"math"

	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/score"
	"github.com/shatterbelt/shatterbelt/sim"
	"github.com/shatterbelt/shatterbelt/trace/param"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// trainedTo is the last year that the hazard may learn from when it is scored;
// it is then asked about every later year on record.
const trainedTo ir.Year = 2004

// HazardSkill scores the dispute hazard out of sample: learnt from the record
// to 2004 alone, how well does it foresee which directed dyads of the states at
// hand start a dispute in each later year, beside the plain rate of dyads of
// their kind. Scores are mean logarithmic scores; less is better.
func HazardSkill(s *panel.Snapshot) (Score, bool) {
	out := Score{Model: "dispute hazard", Metric: "log score", BaselineN: "rate of the kind of dyad"}
	l := &ledger{s: s, year: trainedTo, quiet: true}
	prior := param.Default[sim.Coefficients]().PriorYears
	var own, plain []float64
	var happened []bool
	states := s.Codes().All()
	for _, a := range states {
		for _, b := range states {
			d := ir.Directed{From: a.CCode, To: b.CCode}
			rate, ok := dyadRate(l, d)
			if !ok {
				continue
			}
			started, years := l.started(d, math.MaxInt)
			p := (started + prior*rate) / (years + prior)
			_, last, _ := s.DyadCovered(onset, d)
			for y := trainedTo + 1; y <= last; y++ {
				c, ok := s.DyadAt(onset, d, y)
				if !ok {
					continue
				}
				own = append(own, 1-math.Exp(-p))
				plain = append(plain, 1-math.Exp(-rate))
				happened = append(happened, c.Value > 0)
				out.From, out.To = trainedTo+1, max(out.To, y)
			}
		}
	}
	if len(own) == 0 {
		return Score{}, false
	}
	out.N = len(own)
	for _, yes := range happened {
		if yes {
			out.Events++
		}
	}
	out.Value, out.Baseline = score.Log(own, happened), score.Log(plain, happened)
	out.Skill = score.Skill(out.Value, out.Baseline)
	out.Number = prov.Exact(out.Value, "nats", prov.Trail{Formula: "hazard_skill", Params: []string{"prior_years"}, Cites: []string{"good1952"}})
	return out, true
}

// dyadRate is the rate on record of dyads of a dyad's kind, where it has a record.
func dyadRate(l *ledger, d ir.Directed) (float64, bool) {
	if !recorded(l.s, d) {
		return 0, false
	}
	rate := rateMajor
	if near, ok := l.distance(toTerritory, d.From, d.To); l.holds(border, d.From, d.To) || (ok && near <= straits) {
		rate = rateNeighbor
	}
	c, ok := l.value(rate, ir.World)
	return c.Value, ok
}
