package coregen

import (
	"cmp"
	"fmt"
	"os"
	"slices"
	"strconv"

	"github.com/shatterbelt/shatterbelt/ir"
)

const (
	revisedFile = "gml-mid/gml_dirdisp.csv"
	changesFile = "cow-territorial-change/tc2018.csv"
	listsFile   = "gleditsch-ward/cw_gw_panel.csv"
)

// What the record of attempts covers, as docs/data/attempts.md says.
const (
	attemptsFrom  = 1945 // from September
	attemptsMonth = 9
	revisedLast   = 2010 // last year of the revised list of disputes
)

// The actions by which an attempt is known.
const (
	actOccupation = 14
	actAttack     = 16
	actClash      = 17
	actWar        = 18 // and above: declaring, beginning or joining a war
)

// GenerateAttempts codes the record of attempts to take territory by force from
// the published files in the folder from and writes attempts.csv into the
// folder out, which must exist. It returns the number of rows.
func GenerateAttempts(from, out string) (int, error) {
	info, err := os.Stat(from)
	if err != nil || !info.IsDir() {
		return 0, fmt.Errorf("coregen: %s is not a folder; give --from the folder of published files", from)
	}
	g := &generator{folder: newFolder(from)}
	rows, err := g.attempts()
	if err != nil {
		return 0, err
	}
	table := [][]string{{
		"dispute", "year", "seeker", "target", "action", "deaths", "neighbours", "major", "revised", "listed", "changed", "won", "sources",
	}}
	for _, a := range rows {
		table = append(table, a.row())
	}
	return len(rows), write(out, []output{{"attempts.csv", csvBytes(table)}})
}

// An attempt is one state's use of force against another whose territory it
// sought, with what the lists say of it.
type attempt struct {
	dispute        int
	year, last     ir.Year
	seeker, target ir.CCode
	action, deaths int
	neighbours     int  // type of direct contiguity, 0 for none
	major          bool // the seeker is a major power
	revised        int  // 1 where the revised list agrees on the aim, 0 where it does not, -1 where it ends before
	listed         bool // both lists of states hold both
	changed        bool // territory changed hands so, by conflict
	won            bool // the dispute ended in a victory of the seeker's side or a yield to it
}

func (a attempt) row() []string {
	flag := map[bool]string{true: "1", false: "0"}
	revised := ""
	sources := "palmer2022 stinnett2002 cowstates2016 tir1998 gleditschward1999"
	if a.revised >= 0 {
		revised = strconv.Itoa(a.revised)
		sources += " gibler2016"
	}
	return []string{
		strconv.Itoa(a.dispute), strconv.Itoa(int(a.year)), strconv.Itoa(int(a.seeker)), strconv.Itoa(int(a.target)),
		strconv.Itoa(a.action), strconv.Itoa(a.deaths), strconv.Itoa(a.neighbours), flag[a.major], revised,
		flag[a.listed], flag[a.changed], flag[a.won], sources,
	}
}

// eurasian reports whether a state's home is in Eurasia, by its number: Europe,
// the Middle East without Egypt and the Maghreb, and Asia.
func eurasian(c ir.CCode) bool {
	const egypt = 651
	return c >= 200 && c < 395 || c >= 630 && c < 700 && c != egypt || c >= 700 && c < 900
}

// A seeker is an originator of a dispute with what it did.
type seeker struct {
	party
	action int
}

// attempts codes every attempt, in order of dispute, seeker and target.
func (g *generator) attempts() ([]attempt, error) {
	s, err := g.loadSystem()
	if err != nil {
		return nil, err
	}
	parties, err := g.loadSeekers()
	if err != nil {
		return nil, err
	}
	all, err := g.loadEnded()
	if err != nil {
		return nil, err
	}
	in := map[int][]seeker{}
	for _, p := range parties {
		in[p.dispute] = append(in[p.dispute], p)
	}
	var out []attempt
	for _, a := range parties {
		d, ok := all[a.dispute]
		if !ok || !a.wantsLand || !attacked(a.action) {
			continue
		}
		for _, b := range in[a.dispute] {
			near := s.contiguity[dyadYear{ir.Directed{From: a.state, To: b.state}, d.year}]
			if b.sideA == a.sideA || !eurasian(b.state) || near == 0 && !eurasian(a.state) {
				continue
			}
			out = append(out, attempt{
				dispute: a.dispute, year: d.year, last: d.last, seeker: a.state, target: b.state, action: a.action, deaths: d.deaths,
				neighbours: near, major: s.majors[stateYear{a.state, d.year}], won: d.wonBy(a.sideA),
			})
		}
	}
	return out, g.corroborate(out)
}

// attacked reports whether an action is one by which territory can be taken.
func attacked(action int) bool {
	return action == actOccupation || action == actAttack || action == actClash || action >= actWar
}

// loadSeekers reads the originators of every dispute with their highest action.
func (g *generator) loadSeekers() ([]seeker, error) {
	parties, err := g.loadParties()
	if err != nil {
		return nil, err
	}
	highest := map[dyadYear]int{} // by dispute, which stands for the other state
	err = g.folder.each(midbFile, []string{"dispnum", "ccode", "hiact"}, func(r *record) {
		k := dyadYear{ir.Directed{From: r.ccode("ccode")}, ir.Year(r.whole("dispnum"))}
		highest[k] = max(highest[k], r.whole("hiact"))
	})
	out := make([]seeker, len(parties))
	for i, p := range parties {
		out[i] = seeker{p, highest[dyadYear{ir.Directed{From: p.state}, ir.Year(p.dispute)}]}
	}
	return out, err
}

// ended is when a dispute of the period began and how it ended.
type ended struct {
	year, last      ir.Year
	deaths, outcome int
}

// wonBy reports whether a side won or was yielded to. Outcomes 1 and 2 are
// victories of sides A and B, 3 and 4 yields by them.
func (e ended) wonBy(sideA bool) bool {
	if sideA {
		return e.outcome == 1 || e.outcome == 4
	}
	return e.outcome == 2 || e.outcome == 3
}

// loadEnded reads the disputes that began from September 1945.
func (g *generator) loadEnded() (map[int]ended, error) {
	out := map[int]ended{}
	err := g.folder.each(midaFile, []string{"dispnum", "stmon", "styear", "endyear", "outcome", "fatality"}, func(r *record) {
		e := ended{r.year("styear"), r.year("endyear"), r.whole("fatality"), r.whole("outcome")}
		if e.year > attemptsFrom || e.year == attemptsFrom && r.whole("stmon") >= attemptsMonth {
			out[r.whole("dispnum")] = e
		}
	})
	return out, err
}

// corroborate looks attempts up in the other lists.
func (g *generator) corroborate(all []attempt) error {
	aims := map[dyadYear]bool{} // by dispute
	err := g.folder.each(revisedFile, []string{"dispnum", "ccode1", "ccode2", "revtype11", "revtype21"}, func(r *record) {
		if r.text("revtype11") == territory || r.text("revtype21") == territory {
			aims[dyadYear{ir.Directed{From: r.ccode("ccode1"), To: r.ccode("ccode2")}, ir.Year(r.whole("dispnum"))}] = true
		}
	})
	if err != nil {
		return err
	}
	listed := map[stateYear]bool{}
	err = g.folder.each(listsFile, []string{"year", "ccode", "gwcode"}, func(r *record) {
		if _, ok := r.number("gwcode"); ok && r.text("ccode") != "NA" && r.text("ccode") != "" {
			listed[stateYear{r.ccode("ccode"), r.year("year")}] = true
		}
	})
	if err != nil {
		return err
	}
	taken, err := g.loadTaken()
	if err != nil {
		return err
	}
	for i := range all {
		a := &all[i]
		d := ir.Directed{From: a.seeker, To: a.target}
		a.revised = -1
		if a.year <= revisedLast {
			a.revised = 0
			if aims[dyadYear{d, ir.Year(a.dispute)}] {
				a.revised = 1
			}
		}
		a.listed = listed[stateYear{a.seeker, a.year}] && listed[stateYear{a.target, a.year}]
		for y := a.year; y <= a.last+1; y++ {
			a.changed = a.changed || taken[dyadYear{d, y}]
		}
	}
	slices.SortFunc(all, func(a, b attempt) int {
		return cmp.Or(cmp.Compare(a.dispute, b.dispute), cmp.Compare(a.seeker, b.seeker), cmp.Compare(a.target, b.target))
	})
	return nil
}

// loadTaken reads who gained territory of whom by conflict, and when.
func (g *generator) loadTaken() (map[dyadYear]bool, error) {
	out := map[dyadYear]bool{}
	err := g.folder.each(changesFile, []string{"year", "gainer", "loser", "conflict"}, func(r *record) {
		if r.text("conflict") != "1" || r.text("gainer") == "-9" || r.text("loser") == "-9" {
			return
		}
		out[dyadYear{ir.Directed{From: r.ccode("gainer"), To: r.ccode("loser")}, r.year("year")}] = true
	})
	return out, err
}
