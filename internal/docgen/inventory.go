package docgen

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// A holding is what a panel has of one indicator.
type holding struct {
	panel.Indicator
	rows           int
	oldest, newest ir.Year         // of rows that are no forecasts
	units          int             // states or dyads with a figure
	has            map[string]bool // of the states, by code, that have one
	world          bool
}

// inventory writes what a panel holds of every indicator, and what each state
// lacks. An indicator that fewer than half of the states have is special to
// those, and the others do not lack it.
func inventory(s *panel.Snapshot) []byte {
	var held []holding
	for _, i := range s.Indicators() {
		held = append(held, hold(s, i))
	}
	var b strings.Builder
	b.WriteString("# What the core holds\n\nEvery indicator of the [core](core.md), and what each state lacks. " +
		"Written by `make docs` from the figures. Years are those covered or, where every row stands for itself, of the oldest and newest row; forecasts do not count.\n\n")
	line(&b, []string{"Indicator", "Unit", "Of", "Rows", "Years", "With a figure", "World"})
	line(&b, slices.Repeat([]string{"---"}, 7))
	for _, h := range held {
		line(&b, h.cells())
	}
	b.WriteString("\n## What states lack\n\nIndicators of which a state has no figure at all, though half of the states or more have one.\n\n")
	line(&b, []string{"State", "Without"})
	line(&b, []string{"---", "---"})
	for _, st := range s.Codes().All() {
		if gaps := lacking(held, st.ISO, len(s.Codes().All())); len(gaps) > 0 {
			line(&b, []string{st.NameEN + " (" + st.ISO + ")", strings.Join(gaps, ", ")})
		}
	}
	return []byte(b.String())
}

func hold(s *panel.Snapshot, i panel.Indicator) holding {
	h := holding{Indicator: i, has: map[string]bool{}}
	h.count(s.Series(i.Name, ir.World))
	h.world = h.rows > 0
	states := s.Codes().All()
	for _, a := range states {
		if !i.Dyadic() {
			h.count(s.Series(i.Name, a.CCode))
			if _, _, ok := s.Covered(i.Name, a.CCode); ok {
				h.units++
				h.has[a.ISO] = true
			}
			continue
		}
		for _, b := range states {
			d := ir.Directed{From: a.CCode, To: b.CCode}
			if a.CCode == b.CCode || i.Form == panel.SymmetricDyad && a.ISO > b.ISO {
				continue
			}
			h.count(s.DyadSeries(i.Name, d))
			if _, _, ok := s.DyadCovered(i.Name, d); ok {
				h.units++
			}
		}
	}
	return h
}

// count takes in the rows of one state or dyad.
func (h *holding) count(cells []panel.Cell) {
	h.rows += len(cells)
	for _, c := range cells {
		if c.Kind == prov.Forecast {
			continue
		}
		if h.oldest == 0 || c.Year < h.oldest {
			h.oldest = c.Year
		}
		h.newest = max(h.newest, c.Year)
	}
}

func (h *holding) cells() []string {
	first, last, unit, world := h.oldest, h.newest, "states", ""
	if h.Covered() {
		first, last = h.First, h.Last
	}
	if h.Dyadic() {
		unit = "dyads"
	}
	if h.world {
		world = "yes"
	}
	years := fmt.Sprintf("%d-%d", first, last)
	switch {
	case first == last:
		years = strconv.Itoa(int(first))
	case h.Covered() && h.newest > last:
		years += fmt.Sprintf(", single rows to %d", h.newest)
	}
	return []string{
		"`" + h.Name + "`", h.Unit, h.Form.String() + ", " + h.Holds.String(), strconv.Itoa(h.rows), years,
		fmt.Sprintf("%d %s", h.units, unit), world,
	}
}

func lacking(held []holding, iso string, states int) (names []string) {
	for _, h := range held {
		if !h.Dyadic() && !h.has[iso] && 2*len(h.has) >= states {
			names = append(names, "`"+h.Name+"`")
		}
	}
	return names
}
