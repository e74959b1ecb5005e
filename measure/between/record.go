package between

import (
	"math"
	"slices"

	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// The indicators that position rests on.
const (
	milex       = "milex_constant"
	output      = "gdp_current"
	pact        = "defence_pact"
	rivalry     = "rivalry"
	border      = "land_border"
	toCapital   = "distance_capital"
	toTerritory = "distance_territory"
	troops      = "troops_hosted"
	bases       = "bases"
	onset       = "dispute_onset"
	major       = "major_power"
)

// Relation says how one state stands to another.
type Relation string

// The relations that the figures can show.
const (
	Ally    Relation = "ally"    // a defence pact in force
	Rival   Relation = "rival"   // a strategic rivalry on record
	Neither Relation = "neither" // no defence pact, no rivalry
)

// Record holds what a snapshot says of every pair of states on the indicators
// of position, looked up once, so that a field of any year is made quickly.
type Record struct {
	s      *panel.Snapshot
	states []ir.CCode
	at     map[ir.CCode]int
	dyads  map[string][][]panel.Cell // n x n by indicator, row by row
}

// NewRecord gathers the figures of all states of a snapshot.
func NewRecord(s *panel.Snapshot) *Record {
	r := &Record{s: s, at: map[ir.CCode]int{}, dyads: map[string][][]panel.Cell{}}
	for i, st := range s.Codes().All() {
		r.states = append(r.states, st.CCode)
		r.at[st.CCode] = i
	}
	for _, name := range []string{pact, rivalry, border, toCapital, toTerritory, troops, bases, onset} {
		r.dyads[name] = r.gather(name)
	}
	return r
}

func (r *Record) gather(indicator string) [][]panel.Cell {
	n := len(r.states)
	out := make([][]panel.Cell, n*n)
	for i, from := range r.states {
		for j, to := range r.states {
			if i != j {
				out[i*n+j] = r.s.DyadSeries(indicator, ir.Directed{From: from, To: to})
			}
		}
	}
	return out
}

// last is the newest value stated for a pair up to a year, and NaN where there
// is none. A tie never stated is NaN here; what reads ties takes it for absent.
func (r *Record) last(indicator string, i, j int, y ir.Year) float64 {
	cells := r.dyads[indicator][i*len(r.states)+j]
	for k := len(cells) - 1; k >= 0; k-- {
		if c := cells[k]; c.Year <= y && c.Kind != prov.Forecast {
			return c.Value
		}
	}
	return math.NaN()
}

func (r *Record) holds(indicator string, i, j int, y ir.Year) bool {
	return r.last(indicator, i, j, y) >= 1
}

// relation is how two states stand to one another: a pact outweighs a rivalry.
func (r *Record) relation(i, j int, y ir.Year) Relation {
	switch {
	case r.holds(pact, i, j, y) || r.holds(pact, j, i, y):
		return Ally
	case r.holds(rivalry, i, j, y):
		return Rival
	}
	return Neither
}

// started reports whether one state started a dispute with another in the
// window years up to a year.
func (r *Record) started(i, j int, y ir.Year, window int) bool {
	return slices.ContainsFunc(r.dyads[onset][i*len(r.states)+j], func(c panel.Cell) bool {
		return c.Value > 0 && c.Year <= y && c.Year > y-ir.Year(window)
	})
}
