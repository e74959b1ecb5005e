package panel

import (
	"cmp"
	"slices"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// Series returns the rows of a state's indicator in order of year. Of spells
// and counts these are the changes and the years that are not 0, and no more;
// ask [Snapshot.At] for a year. The slice must not be changed.
func (s *Snapshot) Series(indicator string, state ir.CCode) []Cell {
	return s.series(indicator, state, ir.World)
}

// DyadSeries is [Snapshot.Series] for a directed dyad.
func (s *Snapshot) DyadSeries(indicator string, d ir.Directed) []Cell {
	return s.series(indicator, d.From, d.To)
}

// index is the place of an indicator of which figures are read.
func (s *Snapshot) index(indicator string) (int32, bool) {
	i, ok := s.byName[indicator]
	if ok && s.note != nil {
		s.note(indicator)
	}
	return i, ok
}

func (s *Snapshot) series(indicator string, from, to ir.CCode) []Cell {
	i, ok := s.index(indicator)
	if !ok {
		return nil
	}
	return s.cells[key{i, from, to}]
}

// At returns the cell of exactly one year. In a year that a source covers, a
// spell or count without a row is 0, by that source; before a state was a
// member of the system it is missing.
func (s *Snapshot) At(indicator string, state ir.CCode, y ir.Year) (Cell, bool) {
	return s.at(indicator, state, ir.World, y)
}

// DyadAt is [Snapshot.At] for a directed dyad, missing before both states were
// members.
func (s *Snapshot) DyadAt(indicator string, d ir.Directed, y ir.Year) (Cell, bool) {
	return s.at(indicator, d.From, d.To, y)
}

func (s *Snapshot) at(indicator string, from, to ir.CCode, y ir.Year) (Cell, bool) {
	i, ok := s.index(indicator)
	if !ok {
		return Cell{}, false
	}
	cells := s.cells[key{i, from, to}]
	if first, last, ok := s.covered(i, from, to); ok && y <= last {
		return s.inside(i, cells, first, y)
	}
	return exact(cells, y)
}

func exact(cells []Cell, y ir.Year) (Cell, bool) {
	i, ok := slices.BinarySearchFunc(cells, y, byYear)
	if !ok {
		return Cell{}, false
	}
	return cells[i], true
}

func byYear(c Cell, y ir.Year) int { return cmp.Compare(c.Year, y) }

// Latest returns the newest cell not after a year. A spell or count is known up
// to the last year its source covers, which is then the year of the cell. A
// forecast is never returned; ask for one by its year with [Snapshot.At].
func (s *Snapshot) Latest(indicator string, state ir.CCode, y ir.Year) (Cell, bool) {
	return s.latest(indicator, state, ir.World, y)
}

// DyadLatest is [Snapshot.Latest] for a directed dyad.
func (s *Snapshot) DyadLatest(indicator string, d ir.Directed, y ir.Year) (Cell, bool) {
	return s.latest(indicator, d.From, d.To, y)
}

func (s *Snapshot) latest(indicator string, from, to ir.CCode, y ir.Year) (Cell, bool) {
	i, ok := s.index(indicator)
	if !ok {
		return Cell{}, false
	}
	cells := s.cells[key{i, from, to}]
	c, found := newest(cells, y)
	first, last, covered := s.covered(i, from, to)
	if !covered || found && c.Year > last { // a row past the span speaks for itself
		return c, found
	}
	return s.inside(i, cells, first, min(y, last))
}

func newest(cells []Cell, y ir.Year) (Cell, bool) {
	for i := len(cells) - 1; i >= 0; i-- {
		if c := cells[i]; c.Year <= y && c.Kind != prov.Forecast {
			return c, true
		}
	}
	return Cell{}, false
}

// covered is the span of years in which absence is known: those the source
// covers, from when the states were members. The world has no such span.
func (s *Snapshot) covered(i int32, from, to ir.CCode) (first, last ir.Year, ok bool) {
	d := &s.indicators[i]
	if !d.Covered() || from == ir.World || from == to || d.Dyadic() != (to != ir.World) {
		return 0, 0, false
	}
	first = d.First
	for _, c := range [...]ir.CCode{from, to} {
		since, known := s.since[c]
		if c != ir.World && !known {
			return 0, 0, false
		}
		first = max(first, since)
	}
	return first, d.Last, true
}

// inside is the cell of a year not after the span.
func (s *Snapshot) inside(i int32, cells []Cell, first, y ir.Year) (Cell, bool) {
	if y < first {
		return Cell{}, false
	}
	at, found := slices.BinarySearchFunc(cells, y, byYear)
	switch {
	case found:
		return cells[at], true
	case s.indicators[i].Holds == Spell && at > 0:
		c := cells[at-1]
		c.Year = y
		return c, true
	}
	return Cell{Year: y, Kind: prov.Outturn, Source: s.zero[i]}, true
}

// Covered returns the first and last year for which a state's indicator has
// answers: the span of its source from the state's membership on, or the years
// of its first and last row where rows are points. It is false where there are
// none.
func (s *Snapshot) Covered(indicator string, state ir.CCode) (first, last ir.Year, ok bool) {
	return s.spanOf(indicator, state, ir.World)
}

// DyadCovered is [Snapshot.Covered] for a directed dyad.
func (s *Snapshot) DyadCovered(indicator string, d ir.Directed) (first, last ir.Year, ok bool) {
	return s.spanOf(indicator, d.From, d.To)
}

func (s *Snapshot) spanOf(indicator string, from, to ir.CCode) (first, last ir.Year, ok bool) {
	i, ok := s.index(indicator)
	if !ok {
		return 0, 0, false
	}
	if first, last, ok = s.covered(i, from, to); ok {
		return first, last, first <= last
	}
	cells := s.cells[key{i, from, to}]
	if len(cells) == 0 {
		return 0, 0, false
	}
	return cells[0].Year, cells[len(cells)-1].Year, true
}

// DyadCount sums a directed dyad's figures from one year to another, both
// included, and says over how many of those years there are any.
func (s *Snapshot) DyadCount(indicator string, d ir.Directed, from, to ir.Year) (sum float64, years int) {
	return s.count(indicator, d.From, d.To, from, to)
}

// Count is [Snapshot.DyadCount] for a state.
func (s *Snapshot) Count(indicator string, state ir.CCode, from, to ir.Year) (sum float64, years int) {
	return s.count(indicator, state, ir.World, from, to)
}

func (s *Snapshot) count(indicator string, a, b ir.CCode, from, to ir.Year) (sum float64, years int) {
	first, last, _ := s.spanOf(indicator, a, b)
	if cells := s.series(indicator, a, b); len(cells) > 0 {
		last = max(last, cells[len(cells)-1].Year) // a row past the span
	}
	for y := max(from, first); y <= min(to, last); y++ {
		if c, ok := s.at(indicator, a, b, y); ok && c.Kind != prov.Forecast {
			sum += c.Value
			years++
		}
	}
	return sum, years
}

// Describe returns what was declared of an indicator.
func (s *Snapshot) Describe(indicator string) (Indicator, bool) {
	i, ok := s.byName[indicator]
	if !ok {
		return Indicator{}, false
	}
	return s.indicators[i], true
}
