package panel

import (
	"cmp"
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

// New builds a snapshot from rows. It is an error for an indicator to have two
// units, for a row to name an unknown source or state, for a value to be NaN or
// outside its own range, and for two rows to state the same figure.
func New(codes *ir.Codes, sources []prov.Source, rows []Row) (*Snapshot, error) {
	s := &Snapshot{
		codes: codes, sources: slices.Clone(sources),
		byName: map[string]int32{}, cells: map[key][]Cell{},
	}
	index := make(map[string]int32, len(sources))
	for i, src := range sources {
		if _, taken := index[src.Key]; taken {
			return nil, fmt.Errorf("panel: source %q is listed twice", src.Key)
		}
		index[src.Key] = int32(i)
	}
	for i, r := range rows {
		if err := s.add(r, index); err != nil {
			return nil, fmt.Errorf("panel: row %d: %w", i+1, err)
		}
	}
	return s, s.finish()
}

func (s *Snapshot) add(r Row, sources map[string]int32) error {
	src, ok := sources[r.Source]
	if !ok {
		return fmt.Errorf("unknown source %q", r.Source)
	}
	for _, c := range []ir.CCode{r.State, r.Partner} {
		if _, known := s.codes.State(c); c != ir.World && !known {
			return fmt.Errorf("unknown state number %d", c)
		}
	}
	if !(r.Low <= r.Value && r.Value <= r.High) || math.IsInf(r.Value, 0) {
		return fmt.Errorf("%s: value %v is not within its range %v to %v", r.Indicator, r.Value, r.Low, r.High)
	}
	i, err := s.indicator(r)
	if err != nil {
		return err
	}
	k := key{i, r.State, r.Partner}
	s.cells[k] = append(s.cells[k], Cell{r.Value, r.Low, r.High, r.Year, r.Kind, src})
	return nil
}

func (s *Snapshot) indicator(r Row) (int32, error) {
	i, ok := s.byName[r.Indicator]
	if !ok {
		i = int32(len(s.indicators))
		s.byName[r.Indicator] = i
		s.indicators = append(s.indicators, Indicator{r.Indicator, r.Unit, r.Partner != ir.World})
	}
	if have := s.indicators[i]; have.Unit != r.Unit {
		return 0, fmt.Errorf("%s is in %q here and in %q before; an indicator has one unit", r.Indicator, r.Unit, have.Unit)
	}
	return i, nil
}

// finish sorts every series, refuses doubles and notes the span of years.
func (s *Snapshot) finish() error {
	s.first, s.last = math.MaxInt, math.MinInt
	for k, cells := range s.cells {
		slices.SortFunc(cells, func(a, b Cell) int { return cmp.Compare(a.Year, b.Year) })
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
	return nil
}

// Rows lists every figure back in a fixed order: by indicator, state, partner
// and year. Building a snapshot from them gives an equal one.
func (s *Snapshot) Rows() []Row {
	var rows []Row
	for k, cells := range s.cells {
		ind := s.indicators[k.indicator]
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
// figures and keep only their names and codes. What an analysis concludes of
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
	return New(s.codes, s.sources, rows)
}
