package panel

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"slices"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// Row is one figure as a file states it. Partner is [ir.World] for a
// state-year figure.
type Row struct {
	Indicator        string
	Unit             string
	State, Partner   ir.CCode
	Year             ir.Year
	Value, Low, High float64
	Kind             prov.Kind
	Source           string // key of a source
}

// New builds a snapshot from rows. Indicators that are not declared hold at
// points, of states or of directed dyads as their rows are. It is an error for
// an indicator to have two units or forms, for a row to name an unknown source
// or state, for a value to be NaN or outside its own range, and for two rows to
// state the same figure; a symmetric figure stated in both orders is that too.
func New(codes *ir.Codes, sources []prov.Source, rows []Row, declared ...Indicator) (*Snapshot, error) {
	since := map[ir.CCode]ir.Year{}
	for _, st := range codes.All() {
		since[st.CCode] = st.Since
	}
	return newSnapshot(codes, since, sources, rows, declared)
}

func newSnapshot(
	codes *ir.Codes, since map[ir.CCode]ir.Year, sources []prov.Source, rows []Row, declared []Indicator,
) (*Snapshot, error) {
	s := &Snapshot{
		codes: codes, sources: slices.Clone(sources), since: since,
		byName: map[string]int32{}, cells: map[key][]Cell{},
	}
	index := make(map[string]int32, len(sources))
	for i, src := range sources {
		if _, taken := index[src.Key]; taken {
			return nil, fmt.Errorf("panel: source %q is listed twice", src.Key)
		}
		index[src.Key] = int32(i)
	}
	for _, d := range declared {
		if err := s.declare(d, index); err != nil {
			return nil, fmt.Errorf("panel: indicator %s: %w", d.Name, err)
		}
	}
	for start := 0; start < len(rows); {
		end := start + 1
		for end < len(rows) && alike(rows[start], rows[end]) {
			end++
		}
		if at, err := s.add(rows[start:end], index); err != nil {
			return nil, fmt.Errorf("panel: row %d: %w", start+at+1, err)
		}
		start = end
	}
	return s, s.finish()
}

// alike reports rows of one series, which are checked together.
func alike(a, b Row) bool {
	return a.State == b.State && a.Partner == b.Partner && a.Indicator == b.Indicator && a.Unit == b.Unit
}

// declare adds an indicator before its rows.
func (s *Snapshot) declare(d Indicator, sources map[string]int32) error {
	if _, taken := s.byName[d.Name]; taken {
		return errors.New("declared twice")
	}
	zero := int32(-1)
	if d.Covered() {
		src, ok := sources[d.Source]
		if !ok {
			return fmt.Errorf("unknown source %q", d.Source)
		}
		if d.First > d.Last {
			return fmt.Errorf("covered from %d to %d; want the first year first", d.First, d.Last)
		}
		zero = src
	}
	s.byName[d.Name] = int32(len(s.indicators))
	s.indicators, s.zero = append(s.indicators, d), append(s.zero, zero)
	return nil
}

// add adds rows of one series; at is the one at fault.
func (s *Snapshot) add(rows []Row, sources map[string]int32) (at int, err error) {
	r := rows[0]
	for _, c := range []ir.CCode{r.State, r.Partner} {
		if _, known := s.since[c]; c != ir.World && !known {
			return 0, fmt.Errorf("unknown state number %d", c)
		}
	}
	i, err := s.indicator(r, sources)
	if err != nil {
		return 0, err
	}
	k, back := key{i, r.State, r.Partner}, key{i, r.Partner, r.State}
	cells := slices.Grow(s.cells[k], len(rows))
	from, src := "", int32(0)
	for n, r := range rows {
		if r.Source != from || n == 0 {
			var ok bool
			if src, ok = sources[r.Source]; !ok {
				return n, fmt.Errorf("unknown source %q", r.Source)
			}
			from = r.Source
		}
		if !(r.Low <= r.Value && r.Value <= r.High) || math.IsInf(r.Value, 0) {
			return n, fmt.Errorf("%s: value %v is not within its range %v to %v", r.Indicator, r.Value, r.Low, r.High)
		}
		if have := &s.indicators[i]; have.Covered() && r.Year < have.First {
			return n, fmt.Errorf("%s in %d; its source covers it from %d", r.Indicator, r.Year, have.First)
		}
		cells = append(cells, Cell{r.Value, r.Low, r.High, r.Year, r.Kind, src})
	}
	s.cells[k] = cells
	if s.indicators[i].Form == SymmetricDyad {
		s.cells[back] = append(s.cells[back], cells[len(cells)-len(rows):]...)
	}
	return 0, nil
}

// indicator is that of a row, which must be of its unit and form.
func (s *Snapshot) indicator(r Row, sources map[string]int32) (int32, error) {
	i, ok := s.byName[r.Indicator]
	if !ok {
		d := Indicator{Name: r.Indicator, Unit: r.Unit}
		if r.Partner != ir.World {
			d.Form = DirectedDyad
		}
		if err := s.declare(d, sources); err != nil {
			return 0, err
		}
		i = s.byName[r.Indicator]
	}
	have := s.indicators[i]
	switch {
	case have.Unit != r.Unit:
		return 0, fmt.Errorf("%s is in %q here and in %q before; an indicator has one unit", r.Indicator, r.Unit, have.Unit)
	case have.Dyadic() != (r.Partner != ir.World) || have.Dyadic() && r.State == r.Partner:
		return 0, fmt.Errorf("%s of state %d and partner %d; it belongs to a %s", r.Indicator, r.State, r.Partner, have.Form)
	}
	return i, nil
}

// finish sorts every series, refuses doubles and notes the span of years.
func (s *Snapshot) finish() error {
	s.first, s.last = math.MaxInt, math.MinInt
	for k, cells := range s.cells {
		if byYear := func(a, b Cell) int { return cmp.Compare(a.Year, b.Year) }; !slices.IsSortedFunc(cells, byYear) {
			slices.SortFunc(cells, byYear)
		}
		for i, c := range cells {
			if i > 0 && cells[i-1].Year == c.Year {
				return fmt.Errorf("panel: %s of state %d (partner %d) is stated twice for %d",
					s.indicators[k.indicator].Name, k.from, k.to, c.Year)
			}
			if c.Kind != prov.Forecast {
				s.first, s.last = min(s.first, c.Year), max(s.last, c.Year)
			}
		}
	}
	for _, d := range s.indicators {
		if d.Covered() {
			s.first, s.last = min(s.first, d.First), max(s.last, d.Last)
		}
	}
	return nil
}

// Rows lists every figure back in a fixed order: by indicator, state, partner
// and year; a symmetric one once, from the state of the lower number. Building
// a snapshot from them and [Snapshot.Indicators] gives an equal one.
func (s *Snapshot) Rows() []Row {
	var rows []Row
	for k, cells := range s.cells {
		ind := s.indicators[k.indicator]
		if ind.Form == SymmetricDyad && k.from > k.to {
			continue
		}
		for _, c := range cells {
			rows = append(rows, Row{
				Indicator: ind.Name, Unit: ind.Unit, State: k.from, Partner: k.to, Year: c.Year,
				Value: c.Value, Low: c.Low, High: c.High, Kind: c.Kind, Source: s.sources[c.Source].Key,
			})
		}
	}
	slices.SortFunc(rows, func(a, b Row) int {
		return cmp.Or(cmp.Compare(a.Indicator, b.Indicator), cmp.Compare(a.State, b.State),
			cmp.Compare(a.Partner, b.Partner), cmp.Compare(a.Year, b.Year))
	})
	return rows
}

// Swapped returns a snapshot in which two states have exchanged all their
// figures, and the years since which there are any, and keep only their names
// and codes. What an analysis concludes of
// one must then be concluded of the other; tests use it to show that no
// conclusion is written for a particular state.
func (s *Snapshot) Swapped(x, y ir.CCode) (*Snapshot, error) {
	swap := func(c ir.CCode) ir.CCode {
		switch c {
		case x:
			return y
		case y:
			return x
		}
		return c
	}
	rows := s.Rows()
	for i := range rows {
		rows[i].State, rows[i].Partner = swap(rows[i].State), swap(rows[i].Partner)
	}
	since := map[ir.CCode]ir.Year{}
	for c, y := range s.since {
		since[swap(c)] = y
	}
	return newSnapshot(s.codes, since, s.sources, rows, s.indicators)
}
