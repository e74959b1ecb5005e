package study_test

import (
	"fmt"
	"testing"

	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/measure/capability"
	"github.com/shatterbelt/shatterbelt/study"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// Six fictional states. Powers 991 and 992 are rivals; 993 lies between them,
// bound to 991; 994 is a neighbour and rival of 993; 995 is a rival of 991 and so,
// through its ally, an opponent of 993; 996 is far from all.
const (
	west, east, middle, foe, through, remote ir.CCode = 991, 992, 993, 994, 995, 996
)

func stated(indicator, unit string, from, to ir.CCode, y ir.Year, v float64) panel.Row {
	return panel.Row{Indicator: indicator, Unit: unit, State: from, Partner: to, Year: y, Value: v, Low: v, High: v, Source: "made"}
}

// inventedRows are the figures of those six, 2001 to 2020.
func inventedRows() []panel.Row {
	var rows []panel.Row
	each := func(indicator, unit string, y ir.Year, world float64, values ...float64) {
		rows = append(rows, stated(indicator, unit, ir.World, ir.World, y, world))
		for i, v := range values {
			rows = append(rows, stated(indicator, unit, west+ir.CCode(i), ir.World, y, v))
		}
	}
	rise := 10.0
	for y := ir.Year(2001); y <= 2020; y++ {
		each("milex_constant", "US$ 2021", y, 100, 40, 20, 2, 2.5, 1, 0.5)
		each("gdp_current", "US$ current", y, 200, 60, rise, 4, 4, 3, 1)
		each("gdp_constant", "US$ 2015", y, 200, 60, rise, 4, 4, 3, 1)
		each("population", "persons", y, 2000, 300, 500, 40, 60, 30, 5)
		rise *= 1.05
	}
	symmetric := func(indicator, unit string, a, b ir.CCode, v float64) {
		rows = append(rows, stated(indicator, unit, a, b, 2001, v), stated(indicator, unit, b, a, 2001, v))
	}
	km := map[[2]ir.CCode]float64{
		{west, east}: 6000, {west, middle}: 3000, {east, middle}: 3000, {foe, middle}: 300, {through, middle}: 1500,
		{west, foe}: 3300, {east, foe}: 2700, {west, through}: 4500, {east, through}: 1500, {foe, through}: 1200,
	}
	for a := west; a <= remote; a++ {
		for b := a + 1; b <= remote; b++ {
			d, ok := km[[2]ir.CCode{a, b}]
			if !ok {
				d, ok = km[[2]ir.CCode{b, a}]
			}
			if !ok {
				d = 15000
			}
			symmetric("distance_capital", "km", a, b, d)
			symmetric("distance_territory", "km", a, b, d)
		}
	}
	symmetric("rivalry", "", west, east, 1)
	symmetric("rivalry", "", middle, foe, 1)
	symmetric("rivalry", "", west, through, 1)
	symmetric("land_border", "", middle, foe, 1)
	return append(rows, stated("defence_pact", "", west, middle, 2001, 1), stated("major_power", "", west, ir.World, 2001, 1), stated("major_power", "", east, ir.World, 2001, 1))
}

func inventedOf(t testing.TB, rows []panel.Row) *panel.Snapshot {
	t.Helper()
	var states []ir.State
	for c := west; c <= remote; c++ {
		states = append(states, ir.State{CCode: c, GW: ir.GWCode(c), ISO: fmt.Sprintf("X%02d", c-900), NameEN: fmt.Sprint(c), NameKO: fmt.Sprint(c)})
	}
	codes, err := ir.NewCodes(states)
	if err != nil {
		t.Fatal(err)
	}
	s, err := panel.New(codes, []prov.Source{{Key: "made", Publisher: "nobody", Title: "invented"}}, rows)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// situated reads the invented figures, changed by more, as of 2020.
func situated(t testing.TB, more ...panel.Row) study.Situation {
	t.Helper()
	return situatedIn(t, append(inventedRows(), more...))
}

func situatedIn(t testing.TB, rows []panel.Row) study.Situation {
	t.Helper()
	x, err := study.Situate(inventedOf(t, rows), 2020, study.Default())
	if err != nil {
		t.Fatal(err)
	}
	return x
}

func looking() study.Looking {
	w, _ := capability.Preset("lowy")
	return study.Looking{Weights: w, Seed: 1}
}

func outlook(t testing.TB, x *study.Situation, state ir.CCode) study.Dossier {
	t.Helper()
	d, err := x.Outlook(state, looking())
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// now reads the embedded figures of the newest year.
func now(t testing.TB) (*panel.Snapshot, study.Situation) {
	t.Helper()
	s := figures(t)
	x, err := study.Situate(s, study.NewestYear(s), study.Default())
	if err != nil {
		t.Fatal(err)
	}
	return s, x
}
