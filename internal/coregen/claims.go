package coregen

import (
	"cmp"
	"slices"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// territory is the type of revision by which a state wants land.
const territory = "1"

// A party is an originator of a dispute, with the year in which it entered.
type party struct {
	dispute   int
	state     ir.CCode
	sideA     bool
	wantsLand bool
	year      ir.Year
}

// loadParties reads the originators of every dispute, in order of dispute and
// state. A state with several spells in a dispute stands with the first.
func (g *generator) loadParties() ([]party, error) {
	columns := []string{"dispnum", "ccode", "styear", "sidea", "revtype1", "revtype2", "orig"}
	var all []party
	err := g.folder.each(midbFile, columns, func(r *record) {
		if !r.flag("orig") {
			return
		}
		all = append(all, party{
			dispute: r.whole("dispnum"), state: r.ccode("ccode"), sideA: r.flag("sidea"), year: r.year("styear"),
			wantsLand: r.text("revtype1") == territory || r.text("revtype2") == territory,
		})
	})
	slices.SortFunc(all, func(a, b party) int {
		return cmp.Or(cmp.Compare(a.dispute, b.dispute), cmp.Compare(a.state, b.state), cmp.Compare(a.year, b.year))
	})
	return slices.CompactFunc(all, func(a, b party) bool {
		return a.dispute == b.dispute && a.state == b.state
	}), err
}

// claims counts, by the year in which a dispute began between them, the
// disputes in which one originator wanted territory of another.
func (g *generator) claims() error {
	s, err := g.loadSystem()
	if err != nil {
		return err
	}
	parties, err := g.loadParties()
	if err != nil {
		return err
	}
	count := map[dyadYear]float64{}
	for i, a := range parties {
		for j := i + 1; j < len(parties) && parties[j].dispute == a.dispute; j++ {
			claim(count, a, parties[j])
			claim(count, parties[j], a)
		}
	}
	c := g.describe("territorial_claim")
	g.dyads(c.name, func(from, to member) {
		d := ir.Directed{From: from.CCode, To: to.CCode}
		for y := c.first; y <= c.last; y++ {
			if n := count[dyadYear{d, y}]; n > 0 && s.both(d, y) {
				g.add(exact(c.name, from.ISO, to.ISO, y, n, prov.Outturn, c.source))
			}
		}
	})
	return nil
}

// claim counts a dispute in which one party wanted land and the other stood on
// the other side.
func claim(count map[dyadYear]float64, from, to party) {
	if from.wantsLand && from.sideA != to.sideA {
		count[dyadYear{ir.Directed{From: from.state, To: to.state}, max(from.year, to.year)}]++
	}
}
