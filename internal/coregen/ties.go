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

// spells adds a tie as a row at each change while both states are members; the
// years that indicators.csv says are covered begin without it.
func (g *generator) spells(indicator string, tie map[dyadYear]bool) error {
	s, err := g.loadSystem()
	if err != nil {
		return err
	}
	c := g.describe(indicator)
	g.dyads(indicator, func(from, to member) {
		d := ir.Directed{From: from.CCode, To: to.CCode}
		before := false
		for y := c.first; y <= c.last; y++ {
			if now := tie[dyadYear{d, y}]; now != before && s.both(d, y) {
				g.add(exact(indicator, from.ISO, to.ISO, y, one(now), prov.Outturn, c.source))
				before = now
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
	return g.spells("defence_pact", tie)
}

// rivalries adds strategic rivalries, both ways. One whose end is the last year
// of the list was still going on.
func (g *generator) rivalries() error {
	tie := map[dyadYear]bool{}
	c := g.describe("rivalry")
	err := g.folder.each(rivalryFile, []string{"ccode1", "ccode2", "start", "end"}, func(r *record) {
		a, b := r.ccode("ccode1"), r.ccode("ccode2")
		for y := max(r.year("start"), c.first); y <= min(r.year("end"), c.last); y++ {
			both(tie, a, b, y)
		}
	})
	if err != nil {
		return err
	}
	return g.spells("rivalry", tie)
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
	return g.spells("war", tie)
}
