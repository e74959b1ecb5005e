package transition

import (
	"math"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/rdm"
)

// Purposes keep the draws of one future apart.
const (
	purposeDrift = iota
	purposeVariance
	purposeShock
)

// component is one combination of price regime, window and fading.
type component struct {
	Estimate
	regime string
	fading Fading
	shocks Shocks
	seed   uint64
	actor  uint32

	lag          int // years from the last figure to the vintage
	gap          float64
	parity       float64   // log ratio of parity
	fade         []float64 // share of the lead left in each year after the last figure
	first, pairs int       // draws first to first+2*pairs-1

	overtaking, equal []int // draws by the first year: past, 1 to horizon, never
}

func newComponent(regime string, e Estimate, f Fading, run Run) *component {
	c := &component{
		Estimate: e, regime: regime, fading: f, shocks: run.Shocks, seed: run.Seed,
		actor: keyOf(regime, e.Window, f.Name),
		lag:   int(run.Vintage - e.Base), gap: run.LongRunGap, parity: math.Log(run.Parity),
	}
	h := run.horizon()
	c.overtaking, c.equal = make([]int, h+2), make([]int, h+2)
	c.fade = make([]float64, c.lag+h)
	for k := range c.fade {
		c.fade[k] = f.share(k)
	}
	return c
}

// keyOf hashes the names of a case (FNV-1a), so that its draws do not depend on
// which other cases there are.
func keyOf(regime string, window int, fading string) uint32 {
	h := uint32(2166136261)
	for _, s := range []string{regime, "\x00", fading, "\x00", string(rune(window))} {
		for i := range len(s) {
			h = (h ^ uint32(s[i])) * 16777619
		}
	}
	return h
}

// walk draws two futures at once, of opposite shocks where they are normal.
func (c *component) walk(p *projection, pair int) {
	s := rdm.NewStream(c.seed, pair)
	scale := c.scale(s)
	up, down := c.drifts(s, scale)
	up, down = up-c.gap, down-c.gap
	i := c.first + 2*pair
	a, b := path{c.Ratio, 0, 0}, path{c.Ratio, 0, 0}
	if c.lag == 0 {
		p.ratio[i], p.ratio[i+1] = c.Ratio, c.Ratio
	}
	never := p.horizon + 1
	a.start(c.parity, never)
	b.start(c.parity, never)
	for k, fade := range c.fade {
		x, y := c.shock(s, c.Base+ir.Year(k+1), scale)
		a.ratio += c.gap + up*fade + x
		b.ratio += c.gap + down*fade + y
		t := max(k+1-c.lag, 0)
		a.mark(c.parity, t)
		b.mark(c.parity, t)
		if k+1 >= c.lag {
			p.ratio[t*p.draws+i], p.ratio[t*p.draws+i+1] = a.ratio, b.ratio
		}
	}
	c.overtaking[a.over]++
	c.overtaking[b.over]++
	c.equal[a.equal]++
	c.equal[b.equal]++
}

// path is one future on its way: the ratio, and the first years in which it has
// passed equality and parity, counted from the vintage.
type path struct {
	ratio       float64
	over, equal int
}

func (w *path) start(parity float64, never int) {
	w.over, w.equal = never, never
	w.mark(parity, 0)
}

func (w *path) mark(parity float64, t int) {
	if w.ratio >= parity && t < w.equal {
		w.equal = t
	}
	if w.ratio >= 0 && t < w.over {
		w.over = t
	}
}

// scale draws the standard deviation of a yearly shock. For normal shocks it is
// uncertain: (N-1) SD^2 / variance is chi-square with N-1 degrees of freedom
// under the usual flat prior [boxtiao1973]. Resampled shocks are the window's,
// widened for the drift they were measured about.
func (c *component) scale(s rdm.Stream) float64 {
	if c.shocks == Resampled {
		return math.Sqrt(float64(c.N) / float64(c.N-1))
	}
	chi := 0.0
	for j := range c.N - 1 {
		z := s.Normal(j, purposeVariance, c.actor)
		chi += z * z
	}
	return c.SD * math.Sqrt(float64(c.N-1)/chi)
}

// drifts draws the window's drift with its sampling error: that of a mean of as
// many shocks as the window has years.
func (c *component) drifts(s rdm.Stream, scale float64) (up, down float64) {
	n := float64(c.Window)
	if c.shocks == Normal {
		e := scale / math.Sqrt(n) * s.Normal(0, purposeDrift, c.actor)
		return c.Drift + e, c.Drift - e
	}
	for j := range c.Window {
		x, y := c.resample(s.Bits(j, purposeDrift, c.actor))
		up += scale * x / n
		down += scale * y / n
	}
	return c.Drift + up, c.Drift + down
}

// shock draws the shocks of one year.
func (c *component) shock(s rdm.Stream, y ir.Year, scale float64) (up, down float64) {
	if c.shocks == Normal {
		z := scale * s.Normal(int(y), purposeShock, c.actor)
		return z, -z
	}
	up, down = c.resample(s.Bits(int(y), purposeShock, c.actor))
	return scale * up, scale * down
}

// resample picks two of the window's own shocks, one by each half of the bits.
func (c *component) resample(bits uint64) (up, down float64) {
	n := uint64(len(c.steps))
	return c.steps[(bits>>32)*n>>32], c.steps[(bits&0xffffffff)*n>>32]
}
