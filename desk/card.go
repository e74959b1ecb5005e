package desk

import (
	"errors"
	"math"
	"slices"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/study"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// Card is one state at a glance.
type Card struct {
	Schema string   `json:"schema"`
	State  ir.CCode `json:"ccode"`
	Year   ir.Year  `json:"year"`
	// Shares are how much power it has under each index.
	Shares []CardShare `json:"shares"`
	// Placed says whether it lies between two powers hostile to one another, so
	// that the position below is known; Why says what is missing.
	Placed         bool            `json:"placed"`
	Why            string          `json:"why,omitempty"`
	CapabilityYear ir.Year         `json:"capability_year,omitempty"`
	Squeeze        *study.Standing `json:"squeeze,omitempty"`
	Tightness      *study.Standing `json:"tightness,omitempty"`
	Among          int             `json:"among,omitempty"`    // states ranked
	Settings       int             `json:"settings,omitempty"` // that the range of ranks covers
	Pair           *study.Pair     `json:"pair,omitempty"`
	PairShare      float64         `json:"pair_share,omitempty"` // of settings in which it is this pair
	// Zone is the shatter zone it lies in, empty where it lies in none.
	Zone     []ir.CCode    `json:"zone"`
	Ties     []study.TieOf `json:"ties"` // to the pair
	Lean     float64       `json:"lean"` // 1 wholly to A, -1 wholly to B
	HasLean  bool          `json:"has_lean"`
	Hedge    float64       `json:"hedge"` // 0 all ties with one, 1 even
	HasHedge bool          `json:"has_hedge"`
	Kinds    []study.Kind  `json:"kinds"`
	Sources  []string      `json:"sources"` // keys
}

// CardShare is how much power a state has under one index.
type CardShare struct {
	Index string  `json:"index"`
	EN    string  `json:"en"`
	KO    string  `json:"ko"`
	Unit  string  `json:"unit"`
	Share float64 `json:"share"`
	Rank  int     `json:"rank"`
	Among int     `json:"among"`
	Year  ir.Year `json:"year"`
}

// cardIndexes are the measures of power on a card.
var cardIndexes = []string{"gdp_current_share", "net_power_gdp_current", "milex_constant_share", "milex_stock_share", "cinc_computed", "composite_lowy"}

// Card gathers what is known of a state in a year.
func (d *Desk) Card(x *study.Situation, state ir.CCode, seed uint64) (Card, error) {
	out := Card{Schema: "shatterbelt/card/1", State: state, Year: x.Year, Zone: []ir.CCode{}, Ties: []study.TieOf{}, Kinds: []study.Kind{}, Sources: []string{}}
	all, err := d.catalog()
	if err != nil {
		return out, err
	}
	for _, name := range cardIndexes {
		m, ok := all.Lookup(name)
		if !ok {
			continue
		}
		v, err := d.Values(m.Spec().Name, Asked{})
		if err != nil {
			return out, err
		}
		if s, ok := shareOf(v, state, x.Year); ok {
			out.Shares = append(out.Shares, s)
		}
	}
	return out, d.place(&out, x, seed)
}

// shareOf is the newest value of a state up to a year, and its rank among the
// states with one of the same year.
func shareOf(v Values, state ir.CCode, y ir.Year) (CardShare, bool) {
	out := CardShare{Index: v.Measure.Name, EN: v.Measure.EN, KO: v.Measure.KO, Unit: v.Measure.Unit}
	for _, r := range v.Rows {
		if r.State == state && r.Year <= y && r.Year >= out.Year {
			out.Share, out.Year = r.Value, r.Year
		}
	}
	out.Rank = 1
	for _, r := range v.Rows {
		if r.Year != out.Year {
			continue
		}
		out.Among++
		if r.Value > out.Share {
			out.Rank++
		}
	}
	return out, out.Year != 0
}

// place adds how caught in between the state is, where it is placed at all.
func (d *Desk) place(out *Card, x *study.Situation, seed uint64) error {
	p, err := x.Position(out.State)
	var lacking *study.DataError
	if errors.As(err, &lacking) {
		out.Why = err.Error()
		return nil
	}
	if err != nil {
		return err
	}
	e, err := x.Exposure(p, seed)
	if err != nil {
		return err
	}
	row, _ := p.Row(out.State)
	out.Placed, out.CapabilityYear, out.Squeeze, out.Tightness = true, row.As, &row.Squeeze, &row.Tightness
	out.Among, out.Settings, out.Pair, out.PairShare = len(p.Rows), p.Settings, &p.Pair, p.PairShare
	for _, z := range e.Zones.Zones {
		if slices.Contains(z.States, out.State) {
			out.Zone = z.States
		}
	}
	b := e.Between
	out.Lean, out.HasLean, out.Hedge, out.HasHedge = finite(b.Lean.Value), b.HasLean, finite(b.Hedge.Value), b.HasHedge
	out.Ties, out.Kinds = append(out.Ties, b.Ties...), append(out.Kinds, e.Kinds...)
	out.Sources = sources(p.Squeeze.Trail, e.Trail, b.Lean.Trail)
	return nil
}

// finite is a number, 0 where it is none: its flag says so.
func finite(v float64) float64 {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return 0
	}
	return v
}

// sources are the keys of the sources of trails.
func sources(trails ...prov.Trail) []string {
	out := []string{}
	for _, t := range trails {
		for _, f := range t.Figures {
			out = append(out, f.Source)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
