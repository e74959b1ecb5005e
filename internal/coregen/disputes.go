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

// The years of dispute onsets carried.
const (
	onsetFirst = 1985
	onsetLast  = 2014
)

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

// disputes adds onsets by year, zeros included, of the directed dyads of states
// that are politically relevant at any time in the years carried: contiguous
// within 400 miles of water, one of them a major power, or in dispute.
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
	fought := map[ir.Dyad]bool{}
	for _, o := range onsets {
		if onsetFirst <= o.year && o.year <= onsetLast {
			count[dyadYear{o.Directed, o.year}]++
			fought[o.Undirected()] = true
		}
	}
	g.dyads(func(from, to member) {
		d := ir.Directed{From: from.CCode, To: to.CCode}
		if !fought[d.Undirected()] && !s.relevant(d) {
			return
		}
		for y := ir.Year(onsetFirst); y <= onsetLast; y++ {
			if s.both(d, y) {
				n := float64(count[dyadYear{d, y}])
				g.add(exact("dispute_onset", from.ISO, to.ISO, y, n, prov.Outturn, "mid"))
			}
		}
	})
	return nil
}

// relevant reports whether a dyad was contiguous or held a major power in any
// of the years of onsets.
func (s *system) relevant(d ir.Directed) bool {
	for y := ir.Year(onsetFirst); y <= onsetLast; y++ {
		if s.contiguous(d, y, anyDistance) || s.major(d, y) {
			return true
		}
	}
	return false
}
