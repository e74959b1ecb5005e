package coregen

import (
	"strings"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

const (
	atopFile    = "alliances/atop_alliance.csv.gz"
	rivalryFile = "rivalries/tss_rivalries.csv"
	ucdpFile    = "ucdp/ucdp_acd.csv"
)

// The last year each source covers.
const (
	atopLast    = 2018
	rivalryLast = 2020
	ucdpLast    = 2024
)

// A coverage says over which years a tie that is not listed is known to be
// absent.
type coverage struct {
	indicator, source string
	first, last       ir.Year
}

// spells adds a tie as rows at the first and last year covered and at each
// change between, for every directed dyad while both states are members.
func (g *generator) spells(c coverage, tie map[dyadYear]bool) error {
	s, err := g.loadSystem()
	if err != nil {
		return err
	}
	g.dyads(func(from, to member) {
		d := ir.Directed{From: from.CCode, To: to.CCode}
		started, before := false, false
		for y := c.first; y <= c.last; y++ {
			if !s.both(d, y) {
				continue
			}
			if now := tie[dyadYear{d, y}]; !started || now != before || y == c.last {
				g.add(exact(c.indicator, from.ISO, to.ISO, y, one(now), prov.Outturn, c.source))
				started, before = true, now
			}
		}
	})
	return nil
}

func one(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// pacts adds obligations to defend, from the first state to the second.
func (g *generator) pacts() error {
	tie := map[dyadYear]bool{}
	err := g.folder.each(atopFile, []string{"ccode1", "ccode2", "year", "atop_defense"}, func(r *record) {
		if r.flag("atop_defense") {
			tie[dyadYear{ir.Directed{From: r.ccode("ccode1"), To: r.ccode("ccode2")}, r.year("year")}] = true
		}
	})
	if err != nil {
		return err
	}
	return g.spells(coverage{"defence_pact", "atop", firstYear, atopLast}, tie)
}

// rivalries adds strategic rivalries, both ways. One whose end is the last year
// of the list was still going on.
func (g *generator) rivalries() error {
	tie := map[dyadYear]bool{}
	err := g.folder.each(rivalryFile, []string{"ccode1", "ccode2", "start", "end"}, func(r *record) {
		a, b := r.ccode("ccode1"), r.ccode("ccode2")
		for y := max(r.year("start"), firstYear); y <= min(r.year("end"), rivalryLast); y++ {
			both(tie, a, b, y)
		}
	})
	if err != nil {
		return err
	}
	return g.spells(coverage{"rivalry", "tss", firstYear, rivalryLast}, tie)
}

func both(tie map[dyadYear]bool, a, b ir.CCode, y ir.Year) {
	tie[dyadYear{ir.Directed{From: a, To: b}, y}] = true
	tie[dyadYear{ir.Directed{From: b, To: a}, y}] = true
}

// wars adds years in which two states stood on opposite sides of an interstate
// conflict, both ways. The file numbers states as Gleditsch and Ward do, and a
// cell can list several.
func (g *generator) wars() error {
	byGW := by(g, func(m member) ir.GWCode { return m.GW })
	side := func(r *record, cells ...string) (states []ir.CCode) {
		for _, cell := range cells {
			for _, text := range strings.FieldsFunc(r.text(cell), func(c rune) bool { return c == ',' || c == ' ' }) {
				if m, ok := byGW[ir.GWCode(r.parseCCode(cell, text))]; ok {
					states = append(states, m.CCode)
				}
			}
		}
		return states
	}
	columns := []string{"year", "gwno_a", "gwno_a_2nd", "gwno_b", "gwno_b_2nd", "type_of_conflict"}
	tie := map[dyadYear]bool{}
	err := g.folder.each(ucdpFile, columns, func(r *record) {
		if kind := r.text("type_of_conflict"); kind != "interstate" && kind != "2" {
			return
		}
		for _, a := range side(r, "gwno_a", "gwno_a_2nd") {
			for _, b := range side(r, "gwno_b", "gwno_b_2nd") {
				both(tie, a, b, r.year("year"))
			}
		}
	})
	if err != nil {
		return err
	}
	return g.spells(coverage{"war", "ucdp", firstYear, ucdpLast}, tie)
}
