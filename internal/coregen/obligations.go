package coregen

import (
	"github.com/shatterbelt/shatterbelt/ir"
)

// obligations are the kinds of treaty besides the promise to defend.
var obligations = []struct{ column, indicator string }{
	{"atop_consul", "consultation_pact"}, {"atop_neutral", "neutrality_pact"}, {"atop_nonagg", "nonaggression_pact"},
}

// lesserPacts adds obligations to consult, to stay neutral and not to attack,
// from the first state to the second.
func (g *generator) lesserPacts() error {
	ties := make([]map[dyadYear]bool, len(obligations))
	columns := []string{"ccode1", "ccode2", "year"}
	for i, o := range obligations {
		ties[i] = map[dyadYear]bool{}
		columns = append(columns, o.column)
	}
	err := g.folder.each(atopFile, columns, func(r *record) {
		key := dyadYear{ir.Directed{From: r.ccode("ccode1"), To: r.ccode("ccode2")}, r.year("year")}
		for i, o := range obligations {
			if r.flag(o.column) {
				ties[i][key] = true
			}
		}
	})
	if err != nil {
		return err
	}
	for i, o := range obligations {
		if err := g.spells(o.indicator, ties[i]); err != nil {
			return err
		}
	}
	return nil
}
