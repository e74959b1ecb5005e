package coregen

import (
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

const basesFile = "foreign-bases/basedata.csv"

// basesYear is the year to which the list was kept; its lines have no dates.
const basesYear = 2018

// bases adds the number of United States bases in each state here, none
// included, since the list is of the whole world. Sites that are merely kept
// ready or paid for are not bases; overseas territories count with the state
// that the list numbers them by.
func (g *generator) bases() error {
	hosts, number := g.byCCode(), map[string]int{}
	err := g.folder.each(basesFile, []string{"ccode", "base"}, func(r *record) {
		if m, ok := hosts[r.ccode("ccode")]; ok && r.flag("base") {
			number[m.ISO]++
		}
	})
	if err != nil {
		return err
	}
	for _, m := range g.members {
		if m.ISO != troopsSender {
			g.add(exact("bases", troopsSender, m.ISO, ir.Year(basesYear), float64(number[m.ISO]), prov.Estimate, "bases"))
		}
	}
	return nil
}
