package coregen

import (
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// majors adds the major powers of record, as spells.
func (g *generator) majors() error {
	s, err := g.loadSystem()
	if err != nil {
		return err
	}
	c := g.describe("major_power")
	for _, m := range g.members {
		before := false
		for y := c.first; y <= c.last; y++ {
			if now := s.majors[stateYear{m.CCode, y}]; now != before && s.member(m.CCode, y) {
				g.add(exact("major_power", m.ISO, "", y, one(now), prov.Outturn, c.source))
				before = now
			}
		}
	}
	return nil
}
