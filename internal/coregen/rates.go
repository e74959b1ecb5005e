package coregen

import (
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// The windows of the record rates: each of this many years, ending in each
// year from first to last.
const (
	rateWindow = 25
	rateFirst  = 1995
	rateLast   = onsetLast
)

// MIDA outcomes that say how a dispute ended. Unclear and missing outcomes say
// nothing and are left out of the share that yielded.
const (
	victoryA       = 1
	yieldB         = 4
	outcomeUnclear = 8
	outcomeMissing = -9
)

// A tally counts what the record rates are made of.
type tally struct {
	nearYears, nearOnsets   int // dyads contiguous by land or up to 24 miles of water
	majorYears, majorOnsets int // other dyads with a major power
	onsets, wars, resisted  int
	known, yielded          int // onsets whose outcome is known; those the target yielded in
}

func (t *tally) plus(o tally) {
	t.nearYears += o.nearYears
	t.nearOnsets += o.nearOnsets
	t.majorYears += o.majorYears
	t.majorOnsets += o.majorOnsets
	t.onsets += o.onsets
	t.wars += o.wars
	t.resisted += o.resisted
	t.known += o.known
	t.yielded += o.yielded
}

// rates adds the record of disputes of the whole state system.
func (g *generator) rates() error {
	yearly, err := g.tallies()
	if err != nil {
		return err
	}
	for y := ir.Year(rateFirst); y <= rateLast; y++ {
		var t tally
		for past := y - rateWindow + 1; past <= y; past++ {
			if part := yearly[past]; part != nil {
				t.plus(*part)
			}
		}
		g.rate("dispute_rate_neighbour", y, t.nearOnsets, t.nearYears, "onsets in directed dyad-years")
		g.rate("dispute_rate_major", y, t.majorOnsets, t.majorYears, "onsets in directed dyad-years")
		g.rate("dispute_war_share", y, t.wars, t.onsets, "onsets reached war")
		g.rate("dispute_yield_share", y, t.yielded, t.known, "onsets of known outcome ended in the target yielding")
		g.rate("dispute_resist_share", y, t.resisted, t.onsets, "targets answered in kind")
	}
	return nil
}

func (g *generator) rate(indicator string, y ir.Year, part, whole int, what string) {
	if whole == 0 {
		return
	}
	f := exact(indicator, World, "", y, float64(part)/float64(whole), prov.Derived, "mid-rates")
	g.add(f.noted("%d of %d %s, %d to %d", part, whole, what, y-rateWindow+1, y))
}

// tallies counts each year of the windows by itself.
func (g *generator) tallies() (map[ir.Year]*tally, error) {
	s, err := g.loadSystem()
	if err != nil {
		return nil, err
	}
	outcome := map[int]int{}
	err = g.folder.each(midaFile, []string{"dispnum", "outcome"}, func(r *record) {
		outcome[r.whole("dispnum")] = r.whole("outcome")
	})
	if err != nil {
		return nil, err
	}
	onsets, err := g.loadOnsets()
	if err != nil {
		return nil, err
	}
	yearly := map[ir.Year]*tally{}
	for y := ir.Year(rateFirst - rateWindow + 1); y <= rateLast; y++ {
		yearly[y] = s.exposure(y)
	}
	for _, o := range onsets {
		if t := yearly[o.year]; t != nil && s.both(o.Directed, o.year) {
			t.count(s, o, outcome[o.dispute])
		}
	}
	return yearly, nil
}

// exposure counts the directed dyads of a year in which disputes could arise.
func (s *system) exposure(y ir.Year) *tally {
	t := &tally{}
	for _, a := range s.states[y] {
		for _, b := range s.states[y] {
			d := ir.Directed{From: a, To: b}
			switch {
			case a == b:
			case s.contiguous(d, y, nearDistance):
				t.nearYears++
			case s.major(d, y):
				t.majorYears++
			}
		}
	}
	return t
}

// count adds one onset and how it went. A dispute that reached war counts as
// war, whatever its outcome, and not as yielding.
func (t *tally) count(s *system, o onset, outcome int) {
	switch {
	case s.contiguous(o.Directed, o.year, nearDistance):
		t.nearOnsets++
	case s.major(o.Directed, o.year):
		t.majorOnsets++
	}
	t.onsets++
	war := o.fromHostlev == warLevel || o.targetHostlev == warLevel
	if war {
		t.wars++
	}
	if o.targetHostlev > noHostility {
		t.resisted++
	}
	if outcome == outcomeUnclear || outcome == outcomeMissing || outcome == 0 {
		return
	}
	t.known++
	if !war && (outcome == victoryA || outcome == yieldB) {
		t.yielded++
	}
}
