package lake

import (
	"fmt"
	"math"

	"github.com/shatterbelt/shatterbelt/rdm"
	"github.com/shatterbelt/shatterbelt/trace/param"
)

// Setup is what a model of the lake holds fixed.
type Setup struct {
	Terms
	// Samples is how many series of natural inflows a run averages over. It is
	// ignored where Inflows are given.
	Samples int
	// Inflows are natural inflows that are known: one series for each sample, of
	// Years-1 years or more. None are drawn then, and their mean and deviation are
	// no uncertainties.
	Inflows [][]float64
}

// DefaultSetup averages over 100 series of drawn inflows, as the published
// comparison does.
func DefaultSetup() Setup { return Setup{Terms: param.Default[Terms](), Samples: 100} }

func (s Setup) check() error {
	if err := param.Validate(s.Terms); err != nil {
		return fmt.Errorf("lake: %w", err)
	}
	if s.Inflows == nil && s.Samples < 1 {
		return fmt.Errorf("lake: %d samples of natural inflows; want at least 1", s.Samples)
	}
	if s.Inflows != nil && len(s.Inflows) == 0 {
		return fmt.Errorf("lake: no series of natural inflows given; want at least 1, or nil to draw them")
	}
	for i, series := range s.Inflows {
		if len(series) < Years-1 {
			return fmt.Errorf("lake: series %d of natural inflows has %d years; want %d or more", i+1, len(series), Years-1)
		}
	}
	return nil
}

// both is what is uncertain where inflows are drawn.
type both struct {
	Basin
	Inflow
}

// Planned returns the intertemporal form: every policy fixes all releases ahead.
func Planned(s Setup, plans ...rdm.Setting[Plan]) (rdm.Levered, error) {
	return declare(s, plans, func() control[Plan] { return &planned{} })
}

// Ruled returns the form for direct policy search: every policy looks at the lake
// before it releases.
func Ruled(s Setup, rules ...rdm.Setting[Rule]) (rdm.Levered, error) {
	return declare(s, rules, func() control[Rule] { return &ruled{} })
}

func declare[L any](s Setup, settings []rdm.Setting[L], c func() control[L]) (rdm.Levered, error) {
	if err := s.check(); err != nil {
		return nil, err
	}
	if s.Inflows != nil {
		return rdm.Declare(func() rdm.Experiment[Basin, L, Result] {
			k := newKernel(s, c())
			k.source = k.given
			return func(_ *rdm.Future, x *Basin, l *L, out *Result) error {
				*out = k.run(x, l)
				return nil
			}
		}, settings...)
	}
	return rdm.Declare(func() rdm.Experiment[both, L, Result] {
		k := newKernel(s, c())
		k.source = k.draw.fill
		return func(f *rdm.Future, x *both, l *L, out *Result) error {
			k.draw = lognormal(x.Inflow, f.Stream())
			*out = k.run(&x.Basin, l)
			return nil
		}
	}, settings...)
}

// kernel runs all samples of one experiment side by side, a year at a time: the
// steps of one sample wait for each other, those of different samples do not.
type kernel[L any] struct {
	setup             Setup
	control           control[L]
	x, inflow, amount []float64 // by sample
	draw              inflows
	source            func(t int, out []float64) // of the natural inflows
}

func newKernel[L any](s Setup, c control[L]) *kernel[L] {
	n := s.Samples
	if s.Inflows != nil {
		n = len(s.Inflows)
	}
	return &kernel[L]{setup: s, control: c, x: make([]float64, n), inflow: make([]float64, n), amount: make([]float64, n)}
}

func (k *kernel[L]) given(t int, out []float64) {
	for s, series := range k.setup.Inflows {
		out[s] = series[t]
	}
}

// run works through the years of one experiment.
func (k *kernel[L]) run(u *Basin, l *L) Result {
	n := float64(len(k.x))
	critical, ok := Critical(u.B, u.Q)
	if !ok {
		critical = math.Inf(1)
	}
	clear(k.x)
	k.control.begin(l, &k.setup, len(k.x))
	r := Result{}
	below, steady, discount := len(k.x), 0, 1.0
	for t := range Years {
		released, kept := k.control.release(t, k.x, k.amount)
		steady += kept
		r.Utility += k.setup.Alpha * discount * released / n
		discount *= u.Delta
		if t == Years-1 {
			break // what is released last shows in no level
		}
		k.source(t, k.inflow)
		total, under := k.year(u, critical)
		below += under
		r.MaxP = math.Max(r.MaxP, total/n)
	}
	r.Inertia = float64(steady) / (n * (Years - 1))
	r.Reliability = float64(below) / (n * Years)
	return r
}

// year moves every sample on by a year; it returns the sum of the levels and how
// many are below the critical one.
func (k *kernel[L]) year(u *Basin, critical float64) (total float64, below int) {
	x, amount, inflow := k.x, k.amount[:len(k.x)], k.inflow[:len(k.x)]
	for s, v := range x {
		v = Next(v, u.B, u.Q, amount[s], inflow[s])
		x[s] = v
		total += v
		if v < critical {
			below++
		}
	}
	return total, below
}

// inflows are lognormal, of one future.
type inflows struct {
	mu, sigma float64 // of the binary logarithm
	stream    rdm.Stream
}

// lognormal gives the logarithm the moments that make mean and deviation those
// asked for.
func lognormal(i Inflow, s rdm.Stream) inflows {
	m2, v := i.Mean*i.Mean, i.SD*i.SD
	return inflows{math.Log2(m2 / math.Sqrt(v+m2)), math.Sqrt(math.Log(1+v/m2)) * math.Log2E, s}
}

func (i *inflows) fill(t int, out []float64) {
	d := drawsOf(i.stream, t)
	for s := range out {
		out[s] = exp2(i.mu + i.sigma*normal(&d, uint32(s)))
	}
}
