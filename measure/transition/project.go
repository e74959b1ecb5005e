package transition

import (
	"errors"
	"fmt"
	"math"

	"github.com/shatterbelt/shatterbelt/ir"
)

// ErrNoWindow says that no price regime has a window long enough to learn from.
var ErrNoWindow = errors.New("transition: no window of any price regime is covered by the record")

// Project draws futures of the log ratio ln(B/A) from every combination of
// price regime, estimation window and fading, and returns their distribution.
//
// Each future is a random walk: the change of year k after the last figure is
//
//	long-run gap + (drift - long-run gap) 2^(-(k-1)/half-life) + shock
//
// where the drift is that of the window with its sampling error. Regimes count
// the same, windows count the same within a regime, and so do fadings. Where a
// regime's figures end before the vintage, the years between are drawn too.
//
// Draws are keyed by seed, draw, year and the names of the case, so neither
// their order nor the other cases matter. Normal draws come in pairs of opposite
// shocks, so exchanging A and B turns the fan upside down exactly.
//
// It is an [*AmountError] for output not to be above zero, and [ErrNoWindow]
// when the record is too short for every window; [Fan.Left] lists what was left
// out otherwise.
func Project(regimes []Regime, run Run) (Fan, error) {
	p, err := prepare(regimes, run)
	if err != nil {
		return Fan{}, err
	}
	p.draw()
	return p.fan(), nil
}

// projection is the state of one run.
type projection struct {
	run     Run
	cases   []*component
	left    []LeftOut
	horizon int
	draws   int
	// ratio holds the log ratio of year vintage+t in draw i at t*draws+i.
	ratio []float64
}

// prepare lists the cases of a run and shares the draws out among them.
func prepare(regimes []Regime, run Run) (*projection, error) {
	run, err := run.ready()
	if err != nil {
		return nil, err
	}
	p := &projection{run: run, horizon: run.horizon()}
	var weights []float64
	seen := map[string]bool{}
	for _, r := range regimes {
		if seen[r.Name] {
			return nil, fmt.Errorf("transition: two price regimes are named %q", r.Name)
		}
		seen[r.Name] = true
		cases, err := p.regime(r)
		if err != nil {
			return nil, err
		}
		for range cases {
			weights = append(weights, 1/float64(len(cases)))
		}
		p.cases = append(p.cases, cases...)
	}
	if len(p.cases) == 0 {
		return nil, ErrNoWindow
	}
	return p, p.allot(weights)
}

// regime lists the cases of one price regime and notes the windows left out.
func (p *projection) regime(r Regime) ([]*component, error) {
	record, err := r.record(p.run.Vintage)
	if err != nil {
		return nil, err
	}
	if len(record) == 0 {
		p.left = append(p.left, LeftOut{r.Name, 0, "no year has both figures"})
		return nil, nil
	}
	age := p.run.Vintage - record[len(record)-1].year
	if float64(age) > p.run.MaxAge {
		p.left = append(p.left, LeftOut{r.Name, 0, fmt.Sprintf("the newest year with both figures lies %d years before the vintage", age)})
		return nil, nil
	}
	var out []*component
	for _, w := range p.run.Windows {
		e, ok := estimate(record, w, p.run.Coverage)
		if !ok {
			p.left = append(p.left, LeftOut{r.Name, w, "the record does not cover the window"})
			continue
		}
		for _, f := range p.run.Fadings() {
			out = append(out, newComponent(r.Name, e, f, p.run))
		}
	}
	return out, nil
}

// allot gives each case draws in proportion to its weight, in pairs, and makes
// room for them. The rounding never adds up.
func (p *projection) allot(weights []float64) error {
	pairs := p.run.Draws / 2
	total := 0.0
	for _, w := range weights {
		total += w
	}
	sum, last := 0.0, 0
	for i, c := range p.cases {
		sum += weights[i]
		next := int(math.Round(sum / total * float64(pairs)))
		c.first, c.pairs = 2*last, next-last
		last = next
		if c.pairs == 0 {
			return fmt.Errorf("transition: %d draws for %d cases leave one without any; want more draws", p.run.Draws, len(p.cases))
		}
	}
	p.draws = 2 * pairs
	p.ratio = make([]float64, (p.horizon+1)*p.draws)
	return nil
}

func (p *projection) draw() {
	for _, c := range p.cases {
		for pair := range c.pairs {
			c.walk(p, pair)
		}
	}
}

// years returns the vintage and the years after it.
func (p *projection) years() []ir.Year {
	out := make([]ir.Year, p.horizon+1)
	for t := range out {
		out[t] = p.run.Vintage + ir.Year(t)
	}
	return out
}

// row returns the log ratios of the year t after the vintage, one a draw.
func (p *projection) row(t int) []float64 { return p.ratio[t*p.draws : (t+1)*p.draws] }
