package claim

import (
	"context"
	"fmt"
	"math"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// Point is what an indicator or a measure comes to for a state in a year.
type Point struct {
	State            ir.CCode
	Year             ir.Year
	Value, Low, High float64
}

// stale is how many years old a figure may be to speak for a year.
const stale = 5

// indicator compares any quantity by its level, rank, trend, or the difference or
// ratio to another state.
func indicator(_ context.Context, b *Bench, p *Part) ([]Reading, prov.Trail, error) {
	state, err := b.state(p.Value("state"))
	if err != nil {
		return nil, prov.Trail{}, err
	}
	var other ir.CCode
	if text := p.Value("other"); text != "" {
		if other, err = b.state(text); err != nil {
			return nil, prov.Trail{}, err
		}
	}
	trail := prov.Trail{Formula: "indicator"}
	held := map[string][]Point{}
	readings, err := each(p, func(s []Chosen) (float64, float64, float64, error) {
		name := chosen(s, "indicator")
		if name == "" {
			name = p.Value("indicator")
		}
		points, ok := held[name]
		if !ok {
			if points, err = b.quantity(name, p.Value("partner")); err != nil {
				return 0, 0, 0, err
			}
			held[name] = points
			trail.Figures = append(trail.Figures, b.figuresOf(name, p.Value("partner"), state, other)...)
		}
		year, known := b.year(chosen(s, "year"))
		if !known {
			return absent()
		}
		v, low, high := compared(p, points, state, other, year)
		return v, low, high, nil
	})
	return readings, prov.Merge("indicator", trail), err
}

// compared is the figure of a comparison in a year; NaN where it cannot be made.
func compared(p *Part, points []Point, state, other ir.CCode, year ir.Year) (value, low, high float64) {
	own, ok := newest(points, state, year)
	against, okOther := newest(points, other, year)
	nan := math.NaN()
	switch how := p.Value("compare"); {
	case how == "trend":
		years, err := number("years", p.Value("years"))
		if err != nil {
			return nan, nan, nan
		}
		return slope(points, state, year-ir.Year(years), year)
	case !ok:
	case how == "level":
		return own.Value, own.Low, own.High
	case how == "rank":
		return ranked(points, own, year)
	case how == "difference" && okOther:
		return own.Value - against.Value, own.Low - against.High, own.High - against.Low
	case how == "ratio" && okOther && against.Low > 0:
		return own.Value / against.Value, own.Low / against.High, own.High / against.Low
	}
	return nan, nan, nan
}

// newest is the last point of a state up to a year that is not stale.
func newest(points []Point, c ir.CCode, year ir.Year) (p Point, ok bool) {
	for _, q := range points {
		if q.State == c && q.Year <= year && year-q.Year <= stale && (!ok || q.Year > p.Year) {
			p, ok = q, true
		}
	}
	return p, ok
}

// ranked is the share of the other states that lie higher, with its range over the
// range of the state's own figure.
func ranked(points []Point, own Point, year ir.Year) (value, low, high float64) {
	seen := map[ir.CCode]bool{own.State: true}
	n := 0.0
	for _, q := range points {
		if seen[q.State] {
			continue
		}
		seen[q.State] = true
		other, ok := newest(points, q.State, year)
		if !ok {
			continue
		}
		n++
		if other.Value > own.Value {
			value++
		}
		if other.Value > own.High {
			low++
		}
		if other.Value > own.Low {
			high++
		}
	}
	return value / n, low / n, high / n
}

// slope is the yearly change by least squares over a span, of at least three
// years, with the interval of its standard error.
func slope(points []Point, c ir.CCode, from, to ir.Year) (value, low, high float64) {
	var xs, ys []float64
	for _, q := range points {
		if q.State == c && q.Year >= from && q.Year <= to {
			xs, ys = append(xs, float64(q.Year)), append(ys, q.Value)
		}
	}
	n := float64(len(xs))
	if n < 3 {
		return math.NaN(), math.NaN(), math.NaN()
	}
	mx, my := 0.0, 0.0
	for i := range xs {
		mx, my = mx+xs[i]/n, my+ys[i]/n
	}
	sxx, sxy := 0.0, 0.0
	for i := range xs {
		sxx, sxy = sxx+(xs[i]-mx)*(xs[i]-mx), sxy+(xs[i]-mx)*(ys[i]-my)
	}
	value = sxy / sxx
	rest := 0.0
	for i := range xs {
		d := ys[i] - my - value*(xs[i]-mx)
		rest += d * d
	}
	half := normal90 * math.Sqrt(rest/(n-2)/sxx)
	return value, value - half, value + half
}

// quantity is what an indicator or a measure comes to for every state, towards a
// partner where one is named.
func (b *Bench) quantity(name, partner string) ([]Point, error) {
	d, ok := b.Figures.Describe(name)
	switch {
	case !ok && partner == "" && b.Measure != nil:
		return b.Measure(name)
	case !ok:
		return nil, fmt.Errorf("claim: no indicator is called %q; shatterbelt claims quantities lists them", name)
	case d.Dyadic() != (partner != ""):
		return nil, fmt.Errorf("claim: %s is of a %s; a partner is given for pairs alone", name, map[bool]string{true: "pair", false: "state"}[d.Dyadic()])
	}
	var with ir.CCode
	if partner != "" {
		var err error
		if with, err = b.state(partner); err != nil {
			return nil, err
		}
	}
	var out []Point
	for _, st := range b.Figures.Codes().All() {
		for _, y := range b.spanOf() {
			cell, ok := b.Figures.At(name, st.CCode, y)
			if with != 0 {
				cell, ok = b.Figures.DyadAt(name, ir.Directed{From: st.CCode, To: with}, y)
			}
			if ok && cell.Kind != prov.Forecast && st.CCode != with {
				out = append(out, Point{st.CCode, y, cell.Value, cell.Low, cell.High})
			}
		}
	}
	return out, nil
}

// spanOf are the years of the figures up to that of the bench.
func (b *Bench) spanOf() []ir.Year {
	first, _ := b.Figures.Span()
	var out []ir.Year
	for y := first; y <= b.Year; y++ {
		out = append(out, y)
	}
	return out
}

// figuresOf are the last figures of the states compared, for the trail.
func (b *Bench) figuresOf(name, partner string, states ...ir.CCode) (out []prov.Figure) {
	if _, ok := b.Figures.Describe(name); !ok {
		return nil
	}
	for _, c := range states {
		if partner != "" {
			with, err := b.state(partner)
			d := ir.Directed{From: c, To: with}
			if cell, ok := b.Figures.DyadLatest(name, d, b.Year); err == nil && ok {
				out = append(out, b.Figures.DyadFigure(name, d, cell))
			}
			continue
		}
		if cell, ok := b.Figures.Latest(name, c, b.Year); ok {
			out = append(out, b.Figures.Figure(name, c, cell))
		}
	}
	return out
}
