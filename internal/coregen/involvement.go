package coregen

import (
	"github.com/shatterbelt/shatterbelt/ir"
)

const (
	midbFile = "cow-mid/MIDB 5.0.csv"
	warsFile = "cow-wars/Inter-StateWarData_v4.0.csv"
)

// involvement counts the militarised disputes that states entered in each
// year, whoever began them. A state that left a dispute and came back entered
// it once.
func (g *generator) involvement() error {
	type part struct {
		dispute int
		state   ir.CCode
	}
	entered := map[part]ir.Year{}
	err := g.folder.each(midbFile, []string{"dispnum", "ccode", "styear"}, func(r *record) {
		p, y := part{r.whole("dispnum"), r.ccode("ccode")}, r.year("styear")
		if before, ok := entered[p]; !ok || y < before {
			entered[p] = y
		}
	})
	if err != nil {
		return err
	}
	count := map[stateYear]float64{}
	for p, y := range entered {
		count[stateYear{p.state, y}]++ // whole numbers: any order gives the same
	}
	return g.counted("disputes", count)
}

// battleDeaths adds the deaths in battle of the interstate wars that states
// entered in each year, over the whole of the war. A missing number could not
// be told from none and is refused.
func (g *generator) battleDeaths() error {
	members, covered := g.byCCode(), g.describe("battle_deaths")
	deaths := map[stateYear]float64{}
	err := g.folder.each(warsFile, []string{"ccode", "StartYear1", "BatDeath"}, func(r *record) {
		m, ok := members[r.ccode("ccode")]
		y := r.year("StartYear1")
		if !ok || y < covered.first || y > covered.last {
			return
		}
		v, ok := r.number("BatDeath")
		if !ok {
			r.fail("BatDeath", "a number for a state of the core; leave the year out of the years carried")
		}
		deaths[stateYear{m.CCode, y}] += v
	})
	if err != nil {
		return err
	}
	return g.counted("battle_deaths", deaths)
}
