package coregen

import (
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// The instruments by which the side that begins a dispute acts, in rising order.
var instruments = []string{"demand", "grey_zone", "blockade", "seizure", "invasion"}

// instrumentOf sorts the highest action of a participant (hiact of MIDB) into an
// instrument: threats and displays of force; violations of the border and
// seizures of persons and material; blockades; attacks, clashes and occupations;
// interstate war. An action of 0 or one that is missing is none.
func instrumentOf(hiact int) (instrument int, ok bool) {
	switch {
	case hiact >= 1 && hiact <= 11:
		return 0, true
	case hiact == 12 || hiact == 15:
		return 1, true
	case hiact == 13:
		return 2, true
	case hiact == 14 || hiact == 16 || hiact == 17:
		return 3, true
	case hiact >= 18 && hiact <= 22:
		return 4, true
	}
	return 0, false
}

// An episode is one dispute by what the side that began it did.
type episode struct {
	year       ir.Year
	instrument int
	originator bool
}

// A use counts the disputes that began with one instrument.
type use struct{ begun, lived, fought, known, stood int }

// instruments adds, for windows that end in each year of the rates, which
// instruments the side that began a dispute used, how often lives were lost, and
// how often the target did not yield. Each share is of Jeffreys' rule, a half
// added to either side, so that none is 0 or 1.
func (g *generator) instruments() error {
	episodes := map[int]episode{}
	columns := []string{"dispnum", "styear", "sidea", "orig", "hiact"}
	err := g.folder.each(midbFile, columns, func(r *record) {
		i, ok := instrumentOf(r.whole("hiact"))
		if !ok || !r.flag("sidea") || !r.flag("orig") {
			return
		}
		e := episodes[r.whole("dispnum")]
		if !e.originator || i > e.instrument {
			e = episode{r.year("styear"), i, true}
		}
		episodes[r.whole("dispnum")] = e
	})
	if err != nil {
		return err
	}
	yearly := map[ir.Year][]use{}
	err = g.folder.each(midaFile, []string{"dispnum", "outcome", "fatality"}, func(r *record) {
		e, ok := episodes[r.whole("dispnum")]
		if !ok {
			return
		}
		if yearly[e.year] == nil {
			yearly[e.year] = make([]use, len(instruments))
		}
		yearly[e.year][e.instrument].count(r.whole("outcome"), r.whole("fatality"))
	})
	if err != nil {
		return err
	}
	for y := ir.Year(rateFirst); y <= rateLast; y++ {
		g.usedUntil(y, yearly)
	}
	return nil
}

// count adds one dispute and how it went.
func (u *use) count(outcome, fatality int) {
	u.begun++
	if fatality >= 0 { // -9 is not known
		u.lived++
		if fatality > 0 {
			u.fought++
		}
	}
	if outcome > 0 && outcome != outcomeUnclear {
		u.known++
		if outcome != victoryA && outcome != yieldB {
			u.stood++
		}
	}
}

// usedUntil adds the shares of the window that ends in a year.
func (g *generator) usedUntil(y ir.Year, yearly map[ir.Year][]use) {
	var sum [5]use
	all := 0
	for past := y - rateWindow + 1; past <= y; past++ {
		for i, u := range yearly[past] {
			sum[i].begun += u.begun
			sum[i].lived += u.lived
			sum[i].fought += u.fought
			sum[i].known += u.known
			sum[i].stood += u.stood
			all += u.begun
		}
	}
	if all == 0 {
		return
	}
	share := func(indicator string, part, whole int, what string) {
		f := exact(indicator, World, "", y, (float64(part)+0.5)/(float64(whole)+1), prov.Derived, "mid-instruments")
		g.add(f.noted("%d of %d %s, %d to %d, by Jeffreys' rule", part, whole, what, y-rateWindow+1, y))
	}
	for i, name := range instruments {
		share("dispute_chosen_"+name, sum[i].begun, all, "disputes began so")
		share("dispute_fought_"+name, sum[i].fought, sum[i].lived, "of them cost lives")
		share("dispute_stood_"+name, sum[i].stood, sum[i].known, "of known outcome did not end in the target yielding")
	}
}
