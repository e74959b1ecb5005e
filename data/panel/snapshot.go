package panel

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// Cell is one figure. Low and High are its published range and equal Value
// where none was published.
type Cell struct {
	Value, Low, High float64
	Year             ir.Year
	Kind             prov.Kind
	Source           int32 // index into Snapshot.Sources
}

// At is the value a fraction t of the way from Low to High, for t in [0, 1]:
// how an estimate published as a range is sampled.
func (c Cell) At(t float64) float64 { return c.Low + t*(c.High-c.Low) }

// Ranged reports whether the figure was published as a range.
func (c Cell) Ranged() bool { return c.High > c.Low }

type key struct {
	indicator int32
	from, to  ir.CCode // to is ir.World for a state-year
}

// Snapshot is an immutable set of figures with their sources.
type Snapshot struct {
	codes      *ir.Codes
	indicators []Indicator
	byName     map[string]int32
	cells      map[key][]Cell // each in order of year; a symmetric dyad's under both orders
	zero       []int32        // by indicator: the source that covers it
	since      map[ir.CCode]ir.Year
	sources    []prov.Source
	first      ir.Year
	last       ir.Year
	note       func(indicator string) // nil, or told of every reading
}

// Noting returns the same figures, of which note is told the indicator of every
// reading: what a measure rests on is what it reads.
func (s *Snapshot) Noting(note func(indicator string)) *Snapshot {
	noting := *s
	noting.note = note
	return &noting
}

// Codes returns the states the snapshot knows.
func (s *Snapshot) Codes() *ir.Codes { return s.codes }

// Sources returns every source, in the order cells index them.
func (s *Snapshot) Sources() []prov.Source { return slices.Clone(s.sources) }

// Source returns the source of a cell.
func (s *Snapshot) Source(c Cell) prov.Source { return s.sources[c.Source] }

// SourceByKey finds a source by its key.
func (s *Snapshot) SourceByKey(k string) (prov.Source, bool) {
	for _, src := range s.sources {
		if src.Key == k {
			return src, true
		}
	}
	return prov.Source{}, false
}

// Indicators returns every indicator, sorted by name.
func (s *Snapshot) Indicators() []Indicator {
	out := slices.Clone(s.indicators)
	slices.SortFunc(out, func(a, b Indicator) int { return cmp.Compare(a.Name, b.Name) })
	return out
}

// Span returns the first and last year of any outturn or estimate, the years
// that a source covers among them.
func (s *Snapshot) Span() (first, last ir.Year) { return s.first, s.last }

// Figure describes a state's cell for a trail.
func (s *Snapshot) Figure(indicator string, state ir.CCode, c Cell) prov.Figure {
	return s.figure(indicator, state, ir.World, c)
}

// DyadFigure describes a dyad's cell for a trail.
func (s *Snapshot) DyadFigure(indicator string, d ir.Directed, c Cell) prov.Figure {
	return s.figure(indicator, d.From, d.To, c)
}

func (s *Snapshot) figure(indicator string, from, to ir.CCode, c Cell) prov.Figure {
	return prov.Figure{
		State: from, Partner: to, Indicator: indicator, Year: c.Year,
		Value: c.Value, Low: c.Low, High: c.High,
		Unit: s.Unit(indicator), Source: s.sources[c.Source].Key, Kind: c.Kind,
	}
}

// Unit returns the unit of an indicator, or "" where there is no such one.
func (s *Snapshot) Unit(indicator string) string {
	i, ok := s.byName[indicator]
	if !ok {
		return ""
	}
	return s.indicators[i].Unit
}

// Column is one indicator or measure over states and years.
type Column struct {
	Name   string
	Unit   string
	States []ir.CCode
	Years  []ir.Year
	Values []float64 // States x Years, row by row; NaN is missing
	Source []int32   // source of each value; -1 where computed or missing
}

// Value returns the value of one state in one year; ok is false where the
// column has none.
func (c Column) Value(state ir.CCode, y ir.Year) (v float64, ok bool) {
	i, j := slices.Index(c.States, state), slices.Index(c.Years, y)
	if i < 0 || j < 0 {
		return math.NaN(), false
	}
	v = c.Values[i*len(c.Years)+j]
	return v, !math.IsNaN(v)
}

// Column gathers one state-year indicator for given states and years.
func (s *Snapshot) Column(indicator string, states []ir.CCode, years []ir.Year) (Column, error) {
	if _, ok := s.index(indicator); !ok {
		return Column{}, fmt.Errorf("panel: no indicator %q", indicator)
	}
	c := Column{
		Name: indicator, Unit: s.Unit(indicator),
		States: slices.Clone(states), Years: slices.Clone(years),
		Values: make([]float64, len(states)*len(years)),
		Source: make([]int32, len(states)*len(years)),
	}
	for i, st := range states {
		for j, y := range years {
			k := i*len(years) + j
			c.Values[k], c.Source[k] = math.NaN(), -1
			if cell, ok := s.At(indicator, st, y); ok {
				c.Values[k], c.Source[k] = cell.Value, cell.Source
			}
		}
	}
	return c, nil
}
