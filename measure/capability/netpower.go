package capability

import (
	"math"

	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/measure"
)

// NetResources is output times output per head, which discounts output for the
// people it has to keep [beckley2018]. The unit is that of gdp squared over
// that of population, so only ratios and shares of it mean anything. It is NaN
// where either is missing, gdp is below 0 or population is not above 0.
func NetResources(gdp, population float64) float64 {
	if !(gdp >= 0 && population > 0) {
		return math.NaN()
	}
	return gdp * (gdp / population)
}

// Portions divides each value by the sum of those that are not NaN, so that the
// states covered share out 1. A gap stays a gap. With nothing to share, every
// portion is NaN.
func Portions(values []float64) []float64 {
	total := 0.0
	for _, v := range values {
		if !math.IsNaN(v) {
			total += v
		}
	}
	out := make([]float64, len(values))
	for i, v := range values {
		out[i] = v / total
		if total <= 0 {
			out[i] = math.NaN()
		}
	}
	return out
}

// NetPower is the measure of [NetResources] from an indicator of output and the
// population, as a share of the states that have both in the year. No world
// total exists: the product is not additive, so the world's output and
// population do not give it.
type NetPower struct{ GDP string }

// Spec describes the measure.
func (m NetPower) Spec() measure.Spec {
	return measure.Spec{
		Name: "net_power_" + m.GDP, Unit: "state-year, share of the states covered", Min: 0, Max: 1,
		More:  "more output left over after the cost of keeping the population, beside the other states covered",
		Cites: []string{"beckley2018"},
		Limits: "a share among the states the snapshot covers in that year, so it moves when one enters or leaves; " +
			"a rich small state counts for little and a poor large one for less than its output",
	}
}

// Eval gives each year's portions among the states with both figures.
func (m NetPower) Eval(s *panel.Snapshot) (panel.Column, error) {
	if err := want(s, m.GDP, "population"); err != nil {
		return panel.Column{}, err
	}
	col := grid(s, m.Spec().Name, "share of the states covered")
	net := make([]float64, len(col.States))
	for j, y := range col.Years {
		for i, state := range col.States {
			net[i] = NetResources(at(s, m.GDP, state, y), at(s, "population", state, y))
		}
		for i, v := range Portions(net) {
			col.Values[i*len(col.Years)+j] = v
		}
	}
	return col, nil
}
