package claim

import (
	"context"
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"

	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/measure/similarity"
	"github.com/shatterbelt/shatterbelt/sim"
	"github.com/shatterbelt/shatterbelt/study"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// Bench is what the computations of claims work with.
type Bench struct {
	Figures *panel.Snapshot
	// Year is that as of which the claims are judged; figures of later years are not
	// used.
	Year ir.Year
	// AsOf is the year of the month as of which they are judged in hindsight; 0
	// where they are judged as of today.
	AsOf     ir.Year
	Seed     uint64
	Futures  int // of each comparison of courses
	Workers  int
	Settings study.Settings
	Good     study.GoodEnough
	Rule     Rule
	Coding   Coding
	// Votes are imported roll calls; nil is none.
	Votes []similarity.System
	// Past gives the record of powers of every year, with their capitals, and System
	// every member of the state system of a year, both from imported data. Without
	// such data they fail with a [*dataset.MissingError]. Nil is a store without any.
	Past   func(context.Context) (*panel.Snapshot, []study.Seat, error)
	System func(context.Context, ir.Year) (*panel.Snapshot, error)
	// Progress hears how many parts of how many are done; may be nil.
	Progress func(done, total int)

	// Imported are the datasets in use beside the embedded figures.
	Imported []string

	situations map[ir.Year]*study.Situation
	arms       map[taken]float64
	starts     map[string]study.Start
	held       []sim.Fixed // in place of the relation of a setting
}

// computer gives one reading for every admissible setting of a part, in their
// order, and what they rest on.
type computer func(ctx context.Context, b *Bench, p *Part) ([]Reading, prov.Trail, error)

// chosen looks a setting up.
func chosen(setting []Chosen, name string) string {
	for _, c := range setting {
		if c.Name == name {
			return c.Value
		}
	}
	return ""
}

// each asks for the figure of every setting. A figure that the data do not give
// is missing and no error.
func each(p *Part, figure func(setting []Chosen) (value, low, high float64, err error)) ([]Reading, error) {
	var out []Reading
	for _, s := range p.Combinations() {
		v, low, high, err := figure(s)
		var data *study.DataError
		switch {
		case errors.As(err, &data), err == nil && math.IsNaN(v):
			v, low, high = math.NaN(), math.NaN(), math.NaN()
		case err != nil:
			return nil, fmt.Errorf("%s: %w", p.Name, err)
		}
		out = append(out, Reading{Setting: s, Value: v, Low: math.Min(low, v), High: math.Max(high, v), Relation: chosen(s, "relation")})
	}
	return out, nil
}

// absent is a figure that the data do not give.
func absent() (value, low, high float64, err error) {
	return math.NaN(), math.NaN(), math.NaN(), nil
}

// at is the situation in a year, made once.
func (b *Bench) at(year ir.Year) (*study.Situation, error) {
	if x, ok := b.situations[year]; ok {
		return x, nil
	}
	x, err := study.Situate(b.Figures, year, b.Settings)
	if err != nil {
		return nil, err
	}
	if b.situations == nil {
		b.situations = map[ir.Year]*study.Situation{}
	}
	b.situations[year] = &x
	return &x, nil
}

// year reads a year of a setting: a number, newest, or "" for newest. Years after
// that of the bench are not known yet.
func (b *Bench) year(text string) (ir.Year, bool) {
	if text == "" || text == "newest" {
		return b.Year, true
	}
	y, err := strconv.Atoi(text)
	return ir.Year(y), err == nil && ir.Year(y) <= b.Year
}

// state looks a state up, an unknown one being an error of the claim.
func (b *Bench) state(text string) (ir.CCode, error) {
	st, err := b.Figures.Codes().Find(text)
	return st.CCode, err
}

func (b *Bench) states(texts []string) ([]ir.CCode, error) {
	var out []ir.CCode
	for _, t := range texts {
		c, err := b.state(t)
		if err != nil {
			return nil, err
		}
		out = append(out, c)
	}
	return out, nil
}

// pair looks up the two powers of a part.
func (b *Bench) pair(texts []string) (study.Pair, error) {
	if len(texts) != 2 {
		return study.Pair{}, fmt.Errorf("claim: pair is %v; want two powers, such as [USA, CHN]", texts)
	}
	c, err := b.states(texts)
	if err != nil {
		return study.Pair{}, err
	}
	return study.Pair{A: c[0], B: c[1]}, nil
}

// number reads a number of a setting.
func number(name, text string) (float64, error) {
	v, err := strconv.ParseFloat(text, 64)
	if err != nil || math.IsNaN(v) || math.IsInf(v, 0) {
		return 0, fmt.Errorf("claim: %s is %q; want a number", name, text)
	}
	return v, nil
}

// quantile is the value that a share q of some lie at or below.
func quantile(values []float64, q float64) float64 {
	if len(values) == 0 {
		return math.NaN()
	}
	s := slices.Sorted(slices.Values(values))
	return s[min(max(int(math.Ceil(q*float64(len(s))))-1, 0), len(s)-1)]
}

// middle is the median of values with the span of a share of them.
func middle(values []float64, level float64) (value, low, high float64) {
	return quantile(values, 0.5), quantile(values, (1-level)/2), quantile(values, (1+level)/2)
}
