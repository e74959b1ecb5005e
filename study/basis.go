package study

import (
	"math"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/measure/capability"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// Basis is what capability is measured by.
type Basis string

// The bases. Spending is a share of the world's military spending, with forces
// built up and output beside it; the powers are majors of record and states above
// a threshold. CINC is the composite index of national capability [singer1972]
// over every state of the panel, which reaches back to 1816; since it counts
// people as much as arms, the powers are then the majors of record alone.
const (
	ByRecord   Basis = "record" // spending where the year has it, else CINC
	BySpending Basis = "spending"
	ByCINC     Basis = "cinc"
	ByOwn      Basis = "own" // the user's own table
)

// Bases lists those that can be asked for.
func Bases() []string { return []string{string(ByRecord), string(BySpending), string(ByCINC)} }

// Basis is what capability was measured by.
func (x *Situation) Basis() Basis { return x.basis }

// spends reports whether military spending tells the powers of the year apart:
// every major of record has a figure no older than composites take, and someone
// has. Before 1992 the Soviet Union has none.
func (x *Situation) spends() bool {
	some := false
	for _, st := range x.s.Codes().All() {
		_, as, ok := capability.LatestShare(x.s, milex, st.CCode, x.Year)
		some = some || ok
		great, known := x.s.Latest(majorPower, st.CCode, x.Year)
		if known && great.Value >= 1 && (!ok || float64(x.Year-as) > x.settings.Evidence.MaxAge) {
			return false
		}
	}
	return some
}

// has reports whether the world has a total of an indicator up to the year.
func (x *Situation) has(indicator string) bool {
	_, ok := x.s.Latest(indicator, ir.World, x.Year)
	return ok
}

// composite is the index of every state that has one, from the components of the
// newest year on record.
func (x *Situation) composite() map[ir.CCode]float64 {
	out := map[ir.CCode]float64{}
	for _, c := range x.codes() {
		if v, ok := x.cinc(c, x.Year); ok {
			out[c] = v.value
		}
	}
	return out
}

// compositeTrail is what a state's index rests on.
func (x *Situation) compositeTrail(c ir.CCode) prov.Trail {
	var figures []prov.Figure
	total, _ := x.s.Latest(components[0], ir.World, x.Year)
	for _, name := range components {
		for _, of := range []ir.CCode{c, ir.World} {
			if cell, ok := x.s.At(name, of, total.Year); ok && !math.IsNaN(cell.Value) {
				figures = append(figures, x.s.Figure(name, of, cell))
			}
		}
	}
	return prov.Trail{Formula: "cinc", Figures: figures, Cites: []string{"singer1972"}}
}

// CINC is the composite index of national capability of every state that has
// one, in order of number: the mean of six shares of the system's totals
// [singer1972].
func (x *Situation) CINC() []IndexRow {
	var out []IndexRow
	for _, c := range x.codes() {
		if v, ok := x.cinc(c, x.Year); ok {
			out = append(out, IndexRow{State: c, Year: v.year, Value: v.value})
		}
	}
	return out
}
