package coregen

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

const (
	owidMilexFile = "owid/SIPRI Military Expenditure Database.csv"
	sipriFile     = "sipri-milex/Constant_2021_US_.csv"
	sipriBook     = "sipri-milex/SIPRI-Milex-data-1949-2022.xlsx"
)

const (
	milexFirst = 1992 // the first year of Russia apart from the Soviet Union
	spliceYear = 2020 // the last year of the older edition
	million    = 1e6
)

// sipriYears are the years taken from the newer edition; single facts, since
// its terms do not let it be copied in bulk.
var sipriYears = []ir.Year{2020, 2021, 2022}

// A series is figures of one state by year.
type series map[ir.Year]float64

// military adds military expenditure in dollars of [dollarYear]: the newer
// edition for [sipriYears], the older one before, spliced at [spliceYear] or at
// the last year before it that both state.
func (g *generator) military() error {
	recent, err := g.sipri()
	if err != nil {
		return err
	}
	old, err := g.owidMilex("military_expenditure")
	if err != nil {
		return err
	}
	for _, iso := range append(g.codes(), World) {
		for _, y := range sipriYears {
			if v, ok := recent[iso][y]; ok {
				g.add(exact("milex_constant", iso, "", y, v, prov.Outturn, "sipri"))
			}
		}
		g.splice(iso, old[iso], recent[iso])
	}
	return nil
}

// splice adds the older edition's figures of the years that the newer one does
// not give, at the level of the newer in the year where the two are joined.
func (g *generator) splice(iso string, old, recent series) {
	at := ir.Year(spliceYear)
	for ; at >= milexFirst; at-- {
		_, both := recent[at]
		if both && old[at] > 0 {
			break
		}
	}
	now, then := recent[at], old[at]
	for y := ir.Year(milexFirst); at >= milexFirst && y < spliceYear; y++ {
		v, ok := old[y]
		if !ok {
			continue
		}
		f := exact("milex_constant", iso, "", y, v*now/then, prov.Derived, "sipri-splice")
		if at == spliceYear {
			f = f.noted("times %s", format(now/then))
		} else {
			f = f.noted("times %s, spliced at %d", format(now/then), at)
		}
		g.add(f)
	}
}

func (g *generator) codes() []string {
	codes := make([]string, 0, len(g.members)+1)
	for _, m := range g.members {
		codes = append(codes, m.ISO)
	}
	return codes
}

// owidMilex reads a column of the older edition, by ISO code.
func (g *generator) owidMilex(column string) (map[string]series, error) {
	iso := map[string]string{"World": World}
	for _, m := range g.members {
		iso[m.owid] = m.ISO
	}
	out := map[string]series{}
	err := g.folder.each(owidMilexFile, []string{"Entity", "Year", column}, func(r *record) {
		code, ok := iso[r.text("Entity")]
		if !ok {
			return
		}
		if v, ok := r.number(column); ok {
			put(out, code, r.year("Year"), v)
		}
	})
	return out, err
}

func put(all map[string]series, iso string, y ir.Year, v float64) {
	if all[iso] == nil {
		all[iso] = series{}
	}
	all[iso][y] = v
}

// sipri reads the newer edition, by ISO code: states in millions from the
// table, the world in billions from the workbook, [sipriYears] alone.
func (g *generator) sipri() (map[string]series, error) {
	table, err := g.folder.read(sipriFile)
	if err != nil {
		return nil, err
	}
	out := map[string]series{}
	members := by(g, func(m member) string { return m.sipri })
	err = each(sipriFile, below(table, `"Country"`), sipriColumns("Country"), func(r *record) {
		m, ok := members[r.text("Country")]
		if !ok {
			return
		}
		for y := ir.Year(milexFirst); y <= sipriYears[len(sipriYears)-1]; y++ {
			if _, there := r.column[yearCell(y, ".0")]; !there {
				continue
			}
			if v, ok := r.number(yearCell(y, ".0")); ok {
				put(out, m.ISO, y, v*million)
			}
		}
	})
	if err != nil {
		return nil, err
	}
	return out, g.sipriWorld(out)
}

func (g *generator) sipriWorld(out map[string]series) error {
	book, err := g.folder.read(sipriBook)
	if err != nil {
		return err
	}
	cells, err := sheet(book, "Regional totals")
	if err != nil {
		return fmt.Errorf("coregen: %s: %w", sipriBook, err)
	}
	header, world := rowOf(cells, "Region"), rowOf(cells, "World")
	for _, y := range sipriYears {
		v, ok := cellUnder(header, world, yearCell(y, ""), yearCell(y, ".0"))
		if !ok {
			return fmt.Errorf("coregen: %s: sheet \"Regional totals\" has no number for World in %d; fetch the edition named in sources.csv", sipriBook, y)
		}
		put(out, World, y, v*billion)
	}
	return nil
}

// below drops the lines above the header, which starts with a text.
func below(table []byte, header string) []byte {
	text := string(table)
	if i := strings.Index(text, "\n"+header); i >= 0 {
		return []byte(strings.Repeat("\n", strings.Count(text[:i+1], "\n")) + text[i+1:])
	}
	return table
}

func sipriColumns(first string) []string {
	columns := []string{first}
	for _, y := range sipriYears {
		columns = append(columns, yearCell(y, ".0"))
	}
	return columns
}

func yearCell(y ir.Year, suffix string) string { return strconv.Itoa(int(y)) + suffix }

// militaryBurden adds military expenditure as a share of gross domestic
// product: the World Bank's, and the older SIPRI edition's where it has none.
func (g *generator) militaryBurden() error {
	have, err := g.gapminder("milex_gdp", milexGDPFile, "wdi-milex")
	if err != nil {
		return err
	}
	old, err := g.owidMilex("military_expenditure_share_gdp")
	if err != nil {
		return err
	}
	for _, iso := range g.codes() {
		for y := ir.Year(firstYear); !have[iso] && y <= lastYear; y++ {
			if v, ok := old[iso][y]; ok {
				g.add(exact("milex_gdp", iso, "", y, v, prov.Outturn, "owid-sipri"))
			}
		}
	}
	return nil
}
