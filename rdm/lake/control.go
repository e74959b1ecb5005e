package lake

import "math"

// control sets the releases of one run.
type control[L any] interface {
	begin(l *L, s *Setup, samples int)
	// release puts what enters the levels after year t into out, one for each
	// sample whose level is in x. It returns the sum of the releases that are of
	// use in year t, and how many changes of the release were steady.
	release(t int, x, out []float64) (sum float64, steady int)
}

type planned struct {
	plan    *Plan
	steady  float64
	samples int
}

func (p *planned) begin(l *Plan, s *Setup, samples int) {
	p.plan, p.steady, p.samples = l, s.Steady, samples
}

func (p *planned) release(t int, _, out []float64) (sum float64, steady int) {
	v := p.plan.Release[t]
	for s := range out {
		out[s] = v
	}
	if t > 0 && math.Abs(v-p.plan.Release[t-1]) < p.steady {
		steady = p.samples
	}
	return v * float64(p.samples), steady
}

// ruled follows the published code: the release of the first year is fixed and
// enters no level, and from then on the release that the rule makes of last
// year's level enters this year's.
type ruled struct {
	rule   bumps
	setup  *Setup
	before []float64 // releases of the year before
}

func (r *ruled) begin(l *Rule, s *Setup, samples int) {
	r.rule, r.setup = l.compile(), s
	if r.before == nil {
		r.before = make([]float64, samples)
	}
	for i := range r.before {
		r.before[i] = s.First
	}
}

func (r *ruled) release(t int, x, out []float64) (sum float64, steady int) {
	for s, v := range x {
		now, before := r.rule.release(v), r.before[s]
		sum += before
		if t < Years-1 && math.Abs(now-before) < r.setup.Steady {
			steady++
		}
		out[s], r.before[s] = now, now
	}
	return sum, steady
}
