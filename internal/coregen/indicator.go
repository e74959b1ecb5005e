package coregen

import (
	_ "embed"
	"slices"
	"strconv"
	"strings"

	"github.com/shatterbelt/shatterbelt/ir"
)

//go:embed indicators.csv
var indicatorsTable []byte

// What an indicator belongs to, and how long its rows hold, as indicators.csv
// writes them; data/panel says what they mean.
const (
	formState     = "state"
	formDirected  = "directed"
	formSymmetric = "symmetric"

	holdsPoint = "point"
	holdsSpell = "spell"
	holdsCount = "count"
)

// An indicator is one line of indicators.csv. First and last are the years that
// its source covers; zero for points.
type indicator struct {
	name, unit, form, holds string
	labelEN, labelKO        string
	first, last             ir.Year
	source                  string
}

func (i indicator) covered() bool { return i.holds != holdsPoint }

var indicatorColumns = []string{"name", "unit", "form", "holds", "label_en", "label_ko", "first", "last", "source"}

func readIndicators(table []byte) ([]indicator, error) {
	var all []indicator
	err := each("indicators.csv", table, indicatorColumns, func(r *record) {
		i := indicator{
			name: r.text("name"), unit: r.text("unit"), form: r.text("form"), holds: r.text("holds"),
			labelEN: r.text("label_en"), labelKO: r.text("label_ko"), source: r.text("source"),
		}
		if !slices.Contains([]string{formState, formDirected, formSymmetric}, i.form) {
			r.fail("form", "state, directed or symmetric")
		}
		if !slices.Contains([]string{holdsPoint, holdsSpell, holdsCount}, i.holds) {
			r.fail("holds", "point, spell or count")
		}
		for _, name := range []string{"name", "unit", "label_en", "label_ko"} {
			if r.text(name) == "" {
				r.fail(name, "a text")
			}
		}
		switch {
		case i.covered():
			i.first, i.last = r.year("first"), r.year("last")
			if i.source == "" {
				r.fail("source", "the key of the source that covers the years")
			}
		case r.text("first")+r.text("last")+i.source != "":
			r.fail("first", "nothing, since points are not covered")
		}
		all = append(all, i)
	})
	slices.SortFunc(all, func(a, b indicator) int { return strings.Compare(a.name, b.name) })
	return all, err
}

// describe is the line of an indicator; the zero value where there is none.
func (g *generator) describe(name string) indicator {
	i := slices.IndexFunc(g.indicators, func(i indicator) bool { return i.name == name })
	if i < 0 {
		return indicator{}
	}
	return g.indicators[i]
}

func (g *generator) unit(name string) string { return g.describe(name).unit }

// fault says what of a figure does not fit its indicator, or "".
func (i indicator) fault(f Figure) string {
	switch {
	case i.name == "":
		return "has no unit; add the indicator to indicators.csv"
	case (i.form == formState) != (f.Partner == ""):
		return "has a partner, or lacks one, against its form in indicators.csv"
	case i.form == formSymmetric && f.State > f.Partner:
		return "stands under the later code; state a symmetric figure once, under the earlier"
	case i.covered() && f.Year < i.first:
		return "is older than its source covers by indicators.csv"
	case i.holds == holdsCount && f.Value == 0 && f.Year <= i.last:
		return "is a 0 that the years covered imply; leave it out"
	}
	return ""
}

// indicatorRows lists the indicators that figures rest on.
func (g *generator) indicatorRows() [][]string {
	used := map[string]bool{}
	for _, f := range g.figures {
		used[f.Indicator] = true
	}
	rows := [][]string{indicatorColumns}
	for _, i := range g.indicators {
		if used[i.name] {
			rows = append(rows, []string{
				i.name, i.unit, i.form, i.holds, i.labelEN, i.labelKO, yearOrNone(i.first), yearOrNone(i.last), i.source,
			})
		}
	}
	return rows
}

func yearOrNone(y ir.Year) string {
	if y == 0 {
		return ""
	}
	return strconv.Itoa(int(y))
}
