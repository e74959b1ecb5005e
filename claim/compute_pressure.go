package claim

import (
	"context"
	"fmt"
	"math"
	"strconv"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// Standing is a major power of record in one year, as docs/data/pressure.md codes
// it.
type Standing struct {
	Power ir.CCode
	Year  ir.Year
	// Ratio is to the strongest other major, by index and by output, and Before ten
	// years earlier; NaN where unknown.
	Ratio, Before map[string]float64
	Neighbours    int // weaker ones
	Begun, Used   int // disputes it began with them, and those by force
}

// Standings is the record of major powers, 1816 to 2014.
func Standings() []Standing {
	var out []Standing
	for _, row := range table("pressure.csv") {
		whole := func(name string) int {
			v, err := strconv.Atoi(row[name])
			if err != nil {
				panic(fmt.Sprintf("claim: records/pressure.csv: %s is %q", name, row[name]))
			}
			return v
		}
		ratio := func(name string) float64 {
			v, err := strconv.ParseFloat(row[name], 64)
			if err != nil {
				return math.NaN()
			}
			return v
		}
		out = append(out, Standing{
			Power: ir.CCode(whole("power")), Year: ir.Year(whole("year")),
			Ratio:      map[string]float64{"cinc": ratio("cinc_ratio"), "gdp": ratio("gdp_ratio")},
			Before:     map[string]float64{"cinc": ratio("cinc_before"), "gdp": ratio("gdp_before")},
			Neighbours: whole("neighbours"), Begun: whole("begun"), Used: whole("begun_used"),
		})
	}
	return out
}

// exposed are the disputes begun in some years, and how many neighbours and
// years there were to begin one in.
type exposed struct{ begun, years float64 }

// pressure is the logarithm of the rate of disputes that rising powers begin near
// parity over that in other years.
func pressure(_ context.Context, b *Bench, p *Part) ([]Reading, prov.Trail, error) {
	trail := prov.Trail{Formula: "parity_pressure", Cites: []string{"boltvanzanden2020", "cowstates2016", "palmer2022", "singer1972", "stinnett2002"}}
	all := Standings()
	readings, err := each(p, func(s []Chosen) (float64, float64, float64, error) {
		parity, err := number("parity", chosen(s, "parity"))
		if err != nil {
			return 0, 0, 0, err
		}
		var powers []ir.CCode
		near, other := map[ir.CCode]exposed{}, map[ir.CCode]exposed{}
		for _, r := range all {
			ratio, before := r.Ratio[chosen(s, "index")], r.Before[chosen(s, "index")]
			if r.Year > b.Year || !(ratio > before) {
				continue
			}
			begun := r.Begun
			if chosen(s, "force") == "used" {
				begun = r.Used
			}
			into := other
			if ratio >= parity && ratio <= 1/parity {
				into = near
			}
			if _, ok := near[r.Power]; !ok {
				if _, ok := other[r.Power]; !ok {
					powers = append(powers, r.Power)
				}
			}
			e := into[r.Power]
			into[r.Power] = exposed{e.begun + float64(begun), e.years + float64(r.Neighbours)}
		}
		value, low, high := b.rates(powers, near, other)
		return value, low, high, nil
	})
	return readings, trail, err
}

// rates is the logarithm of a ratio of rates, by drawing whole powers anew.
func (b *Bench) rates(powers []ir.CCode, near, other map[ir.CCode]exposed) (value, low, high float64) {
	ratio := func(pick []int) float64 {
		var n, o exposed
		for _, i := range pick {
			a, c := near[powers[i]], other[powers[i]]
			n, o = exposed{n.begun + a.begun, n.years + a.years}, exposed{o.begun + c.begun, o.years + c.years}
		}
		r := math.Log(n.begun / n.years / (o.begun / o.years))
		if math.IsInf(r, 0) {
			return math.NaN()
		}
		return r
	}
	return b.redraw(len(powers), ratio)
}
