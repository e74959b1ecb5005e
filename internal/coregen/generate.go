package coregen

import (
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/shatterbelt/shatterbelt/ir"
)

// A generator holds one selection in progress.
type generator struct {
	folder        *folder
	members       []member
	indicators    []indicator
	sources       []source
	pagesTable    []byte
	treatiesTable []byte
	figures       []Figure
	system        *system   // filled by the first step that asks
	deflator      *deflator // filled by the first step that asks
	map110        *topology // filled by the first step that asks
	capitals      map[ir.CCode]place
}

// Report counts what was written.
type Report struct {
	States, Figures, Sources, Shapes int
	ByIndicator                      map[string]int
}

// Generate selects the core from the published files in the folder from and
// writes it into the folder out, which must exist. Nothing is written unless
// everything could be read, and no file is ever half written.
func Generate(from, out string) (Report, error) {
	g, err := newGenerator(from)
	if err != nil {
		return Report{}, err
	}
	if err := g.collect(); err != nil {
		return Report{}, err
	}
	files, report, err := g.files()
	if err != nil {
		return Report{}, err
	}
	return report, write(out, files)
}

func newGenerator(from string) (*generator, error) {
	info, err := os.Stat(from)
	if err != nil || !info.IsDir() {
		return nil, fmt.Errorf("coregen: %s is not a folder; give --from the folder of published files", from)
	}
	g := &generator{folder: newFolder(from), pagesTable: pagesTable, treatiesTable: treatiesTable}
	if g.members, err = readMembers(statesTable); err != nil {
		return nil, err
	}
	if g.indicators, err = readIndicators(indicatorsTable); err != nil {
		return nil, err
	}
	g.sources, err = readSources(sourcesTable)
	return g, err
}

// collect takes every step of the selection.
func (g *generator) collect() error {
	steps := []func() error{
		g.gdp, g.growth, g.population,
		g.military, g.militaryBurden, g.northKorea, g.warheads,
		g.idealPoints, g.pacts, g.rivalries, g.wars,
		g.geography, g.troops, g.exportsUSChina, g.exportsCOW,
		g.disputes, g.rates, g.instruments, g.majors,
		g.components, g.purchasingPower, g.armedForces, g.polyarchy,
		g.dependence, g.tradeTotals,
		g.leaderChanges, g.involvement, g.battleDeaths, g.claims,
		g.lesserPacts, g.accessions, g.bases,
		g.pages,
	}
	for _, step := range steps {
		if err := step(); err != nil {
			return err
		}
	}
	slices.SortFunc(g.figures, compare)
	return g.check()
}

// add keeps a figure.
func (g *generator) add(f Figure) { g.figures = append(g.figures, f) }

// has reports whether a code is one of the states' or the world's.
func (g *generator) has(iso string) bool {
	return iso == World || slices.ContainsFunc(g.members, func(m member) bool { return m.ISO == iso })
}

// by indexes the states by one of their names or codes.
func by[K comparable](g *generator, name func(member) K) map[K]member {
	index := make(map[K]member, len(g.members))
	for _, m := range g.members {
		index[name(m)] = m
	}
	return index
}

func (g *generator) byCCode() map[ir.CCode]member {
	return by(g, func(m member) ir.CCode { return m.CCode })
}

// dyads calls f for every dyad of states that an indicator has a place for: in
// both orders, or in that of the codes alone where it is symmetric.
func (g *generator) dyads(indicator string, f func(from, to member)) {
	once := g.describe(indicator).form == formSymmetric
	for _, a := range g.members {
		for _, b := range g.members {
			if a.ISO < b.ISO || a.ISO > b.ISO && !once {
				f(a, b)
			}
		}
	}
}

// check refuses figures that could not be read back: doubles, values outside
// their range, and sources or indicators that no table lists.
func (g *generator) check() error {
	known := map[string]bool{}
	for _, s := range g.sources {
		known[s.Key] = true
	}
	for i, f := range g.figures {
		at := strings.TrimSpace(fmt.Sprintf("%s of %s %s in %d", f.Indicator, f.State, f.Partner, f.Year))
		switch {
		case i > 0 && compare(g.figures[i-1], f) == 0:
			return fmt.Errorf("coregen: %s is stated twice, by %s and %s; keep one of them", at, g.figures[i-1].Source, f.Source)
		case !f.valid():
			return fmt.Errorf("coregen: %s is %v, outside %v to %v; look at source %s", at, f.Value, f.Low, f.High, f.Source)
		case !known[f.Source]:
			return fmt.Errorf("coregen: %s has source %q; add it to sources.csv", at, f.Source)
		}
		if fault := g.describe(f.Indicator).fault(f); fault != "" {
			return fmt.Errorf("coregen: %s %s", at, fault)
		}
	}
	return nil
}
