package coregen

import (
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

const archigosFile = "leaders/archigos.csv"

// leaderChanges counts the leaders who enter office in each year. The file
// numbers states as Gleditsch and Ward do, and so does not give Serbia and the
// Yugoslavia it comes from one number; a number that is no state's there is
// read as one of the Correlates of War.
func (g *generator) leaderChanges() error {
	byGW, byC := by(g, func(m member) ir.GWCode { return m.GW }), g.byCCode()
	count := map[stateYear]float64{}
	err := g.folder.each(archigosFile, []string{"gwcode", "startdate"}, func(r *record) {
		code := r.ccode("gwcode")
		m, ok := byGW[ir.GWCode(code)]
		if !ok {
			m, ok = byC[code]
		}
		if ok {
			count[stateYear{m.CCode, r.dateYear("startdate")}]++
		}
	})
	if err != nil {
		return err
	}
	return g.counted("leader_changes", count)
}

// counted adds what states did in each year that indicators.csv says is
// covered, where it is not 0, while they are members.
func (g *generator) counted(indicator string, count map[stateYear]float64) error {
	s, err := g.loadSystem()
	if err != nil {
		return err
	}
	c := g.describe(indicator)
	for _, m := range g.members {
		for y := c.first; y <= c.last; y++ {
			if n := count[stateYear{m.CCode, y}]; n > 0 && s.member(m.CCode, y) {
				g.add(exact(indicator, m.ISO, "", y, n, prov.Outturn, c.source))
			}
		}
	}
	return nil
}
