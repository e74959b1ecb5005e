package transition

import (
	"strconv"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/score"
)

// Quantiles returns the levels of the bands of a [Spread], least first.
func Quantiles() []float64 { return []float64{0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95} }

// Fan is the distribution of the log ratio ln(B/A) as seen from the vintage.
type Fan struct {
	Vintage  ir.Year
	Years    []ir.Year // the vintage and each year to the horizon
	All      Spread    // the mixture, every case in proportion to its weight
	ByRegime []Spread  // in the order given
	ByWindow []Spread  // shortest first
	ByFading []Spread  // fast, slow, never
	Cases    []Case
	Variance Variance
	Left     []LeftOut
}

// Spread is the distribution over the draws of one price regime, one window,
// one fading or all of them.
type Spread struct {
	Name  string // of the regime or fading, years of the window, or "all"
	Draws int
	// Bands holds one row a level of [Quantiles]: the log ratio by year.
	Bands [][]float64
	// Ahead is the share of draws in which B's output is at least A's, by year.
	Ahead      []float64
	Overtaking Passage // first year with B at least at A's output
	Parity     Passage // first year with B at parity or above
}

// Case is one combination of price regime, window and fading.
type Case struct {
	Regime string
	Fading Fading
	Estimate
	Draws      int
	Overtaking Passage
	Parity     Passage
}

// LeftOut names what a projection could not use. Window is 0 where it is the
// whole price regime.
type LeftOut struct {
	Regime string
	Window int
	Why    string
}

// fan reduces the draws.
func (p *projection) fan() Fan {
	f := Fan{Vintage: p.run.Vintage, Years: p.years(), Left: p.left}
	scratch, o := make([]float64, p.draws), &orderer{}
	spread := func(name string, keep func(*component) bool) Spread {
		return p.spread(name, keep, scratch, o)
	}
	f.All = spread("all", func(*component) bool { return true })
	for _, name := range unique(p.cases, func(c *component) string { return c.regime }) {
		f.ByRegime = append(f.ByRegime, spread(name, func(c *component) bool { return c.regime == name }))
	}
	for _, w := range p.run.Windows {
		s := spread(strconv.Itoa(w), func(c *component) bool { return c.Window == w })
		if s.Draws > 0 {
			f.ByWindow = append(f.ByWindow, s)
		}
	}
	for _, name := range unique(p.cases, func(c *component) string { return c.fading.Name }) {
		f.ByFading = append(f.ByFading, spread(name, func(c *component) bool { return c.fading.Name == name }))
	}
	for _, c := range p.cases {
		f.Cases = append(f.Cases, Case{
			Regime: c.regime, Fading: c.fading, Estimate: c.Estimate, Draws: 2 * c.pairs,
			Overtaking: passage(p.run.Vintage, c.overtaking), Parity: passage(p.run.Vintage, c.equal),
		})
	}
	f.Variance = decompose(p.cases)
	return f
}

// unique lists names in the order in which they first occur.
func unique(cases []*component, name func(*component) string) []string {
	var out []string
	seen := map[string]bool{}
	for _, c := range cases {
		if n := name(c); !seen[n] {
			seen[n] = true
			out = append(out, n)
		}
	}
	return out
}

// spread reduces the draws of the cases to keep. Scratch has room for all draws.
func (p *projection) spread(name string, keep func(*component) bool, scratch []float64, o *orderer) Spread {
	var kept []*component
	s := Spread{Name: name}
	over, equal := make([]int, p.horizon+2), make([]int, p.horizon+2)
	for _, c := range p.cases {
		if !keep(c) {
			continue
		}
		kept = append(kept, c)
		s.Draws += 2 * c.pairs
		for t := range over {
			over[t] += c.overtaking[t]
			equal[t] += c.equal[t]
		}
	}
	if s.Draws == 0 {
		return s
	}
	s.Overtaking, s.Parity = passage(p.run.Vintage, over), passage(p.run.Vintage, equal)
	s.Ahead = make([]float64, p.horizon+1)
	s.Bands = make([][]float64, len(Quantiles()))
	for q := range s.Bands {
		s.Bands[q] = make([]float64, p.horizon+1)
	}
	ranks := ranksOf(Quantiles(), s.Draws)
	for t := range s.Ahead {
		draws := scratch[:0]
		for _, c := range kept {
			draws = append(draws, p.row(t)[c.first:c.first+2*c.pairs]...)
		}
		s.Ahead[t] = shareAhead(draws)
		o.order(draws, ranks)
		for q, level := range Quantiles() {
			s.Bands[q][t] = score.Quantile(draws, level) // reads the ordered ranks alone
		}
	}
	return s
}

// shareAhead returns the share of log ratios at which B is not behind.
func shareAhead(ratios []float64) float64 {
	n := 0
	for _, r := range ratios {
		if r >= 0 {
			n++
		}
	}
	return float64(n) / float64(len(ratios))
}
