package coregen

import (
	"cmp"
	"slices"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

const (
	dirDispFile = "cow-mid/cow_mid_dirdisps.csv"
	midaFile    = "cow-mid/MIDA 5.0.csv"
)

// onsetLast is the last year of the disputes.
const onsetLast = 2014

// An onset is the first year of a dispute between an originator on side A and
// an originator on side B, with the highest level of hostility of each.
type onset struct {
	dispute int
	ir.Directed
	year          ir.Year
	fromHostlev   int
	targetHostlev int
}

// warLevel is the level of hostility that means war; reciprocated is the level
// above which a target did something itself.
const (
	warLevel     = 5
	noHostility  = 1
	anyDistance  = 5 // contiguity up to 400 miles of water
	nearDistance = 3 // contiguity by land or up to 24 miles of water
)

// loadOnsets reads every onset, in order of dispute and dyad. A pair listed
// with more than one onset in a dispute, since the dispute paused, counts once.
func (g *generator) loadOnsets() ([]onset, error) {
	columns := []string{
		"dispnum", "ccode1", "ccode2", "year", "disponset",
		"sidea1", "sidea2", "orig1", "orig2", "hostlev1", "hostlev2",
	}
	var all []onset
	err := g.folder.each(dirDispFile, columns, func(r *record) {
		forward := r.flag("sidea1") && !r.flag("sidea2") && r.flag("orig1") && r.flag("orig2")
		if !forward || !r.flag("disponset") {
			return
		}
		all = append(all, onset{
			dispute:  r.whole("dispnum"),
			Directed: ir.Directed{From: r.ccode("ccode1"), To: r.ccode("ccode2")},
			year:     r.year("year"), fromHostlev: r.whole("hostlev1"), targetHostlev: r.whole("hostlev2"),
		})
	})
	slices.SortFunc(all, func(a, b onset) int {
		return cmp.Or(cmp.Compare(a.dispute, b.dispute), cmp.Compare(a.From, b.From),
			cmp.Compare(a.To, b.To), cmp.Compare(a.year, b.year))
	})
	return slices.CompactFunc(all, func(a, b onset) bool {
		return a.dispute == b.dispute && a.Directed == b.Directed
	}), err
}

// disputes adds onsets by year of every directed dyad of members, and which
// dyads were politically relevant.
func (g *generator) disputes() error {
	s, err := g.loadSystem()
	if err != nil {
		return err
	}
	onsets, err := g.loadOnsets()
	if err != nil {
		return err
	}
	count := map[dyadYear]int{}
	for _, o := range onsets {
		count[dyadYear{o.Directed, o.year}]++
	}
	c := g.describe("dispute_onset")
	g.dyads(c.name, func(from, to member) {
		d := ir.Directed{From: from.CCode, To: to.CCode}
		for y := c.first; y <= c.last; y++ {
			if n := count[dyadYear{d, y}]; n > 0 && s.both(d, y) {
				g.add(exact(c.name, from.ISO, to.ISO, y, float64(n), prov.Outturn, c.source))
			}
		}
	})
	return g.relevance(s)
}

// relevance adds the years in which a dyad was contiguous within 400 miles of
// water or one of the two was a major power.
func (g *generator) relevance(s *system) error {
	c := g.describe("politically_relevant")
	tie := map[dyadYear]bool{}
	g.dyads(c.name, func(from, to member) {
		d := ir.Directed{From: from.CCode, To: to.CCode}
		for y := c.first; y <= c.last; y++ {
			tie[dyadYear{d, y}] = s.contiguous(d, y, anyDistance) || s.major(d, y)
		}
	})
	return g.spells(c.name, tie)
}
