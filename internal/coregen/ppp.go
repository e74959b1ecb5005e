package coregen

import (
	"slices"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

const maddisonFile = "maddison/mpd2020_full_data.csv"

// maddisonFormer are the former states that the file goes on with beside their
// successors, and that a sum over the world must leave out.
var maddisonFormer = []string{"CSK", "SUN", "YUG"}

// purchasingPower adds gross domestic product at the purchasing power of 2011:
// output per head times population, which the file gives in thousands, for the
// states here and summed over every state it lists.
func (g *generator) purchasingPower() error {
	world := map[ir.Year]total{}
	err := g.folder.each(maddisonFile, []string{"countrycode", "year", "gdppc", "pop"}, func(r *record) {
		iso := r.text("countrycode")
		if slices.Contains(maddisonFormer, iso) {
			return
		}
		y := ir.Year(r.whole("year")) // the first is the year 1
		if !carried(y) {
			return
		}
		perHead, ok1 := r.number("gdppc")
		heads, ok2 := r.number("pop")
		t := world[y]
		if !ok1 || !ok2 {
			t.missing++
			world[y] = t
			return
		}
		v := perHead * heads * 1000
		t.sum, t.stated = t.sum+v, t.stated+1
		world[y] = t
		if g.has(iso) {
			g.add(exact("gdp_ppp", iso, "", y, v, prov.Derived, "maddison").noted("output per head times population"))
		}
	})
	for y := ir.Year(firstYear); y <= lastYear; y++ {
		if t := world[y]; t.stated > 0 {
			f := exact("gdp_ppp", World, "", y, t.sum, prov.Derived, "maddison")
			g.add(f.noted("sum over the %d states listed", t.stated))
		}
	}
	return err
}
