package claim

import (
	"embed"
	"encoding/csv"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/measure/transition"
)

//go:embed records/*.csv
var records embed.FS

// table reads a record table: a line of names, then one a case. The files are
// ours, so a fault in one is a fault in the program.
func table(name string) []map[string]string {
	data, err := records.ReadFile("records/" + name)
	if err != nil {
		panic(fmt.Sprintf("claim: %v", err))
	}
	rows, err := csv.NewReader(strings.NewReader(string(data))).ReadAll()
	if err != nil {
		panic(fmt.Sprintf("claim: records/%s: %v", name, err))
	}
	var out []map[string]string
	for _, row := range rows[1:] {
		one := map[string]string{}
		for i, cell := range row {
			one[rows[0][i]] = cell
		}
		out = append(out, one)
	}
	return out
}

// Attempt is one state's use of force against another whose territory it
// sought, as docs/data/attempts.md codes it.
type Attempt struct {
	Dispute        int // number in Militarized Interstate Disputes
	Year           ir.Year
	Seeker, Target ir.CCode
	War            bool // it occupied, or declared, began or joined a war
	Deadly         bool // the dispute cost a thousand lives or more
	Neighbours     int  // type of direct contiguity, 1 for land to 5; 0 for none
	Major          bool // the seeker was a major power
	AimDisputed    bool // the revised list of disputes does not code the aim so
	Listed         bool // both lists of states hold both
	Changed, Won   bool // land changed hands so; the dispute was won
	Cites          []string
}

// occupation and war are the actions that take land, of the codes of the
// disputes.
const (
	occupation = 14
	war        = 18
	deadly     = 6
)

// Attempts is the record of attempts to take territory by force in Eurasia from
// September 1945 to 2014.
func Attempts() []Attempt {
	var out []Attempt
	for _, row := range table("attempts.csv") {
		n := func(name string) int {
			v, err := strconv.Atoi(row[name])
			if err != nil {
				panic(fmt.Sprintf("claim: records/attempts.csv: %s of %s is %q", name, row["dispute"], row[name]))
			}
			return v
		}
		action := n("action")
		out = append(out, Attempt{
			Dispute: n("dispute"), Year: ir.Year(n("year")), Seeker: ir.CCode(n("seeker")), Target: ir.CCode(n("target")),
			War: action == occupation || action >= war, Deadly: n("deaths") == deadly, Neighbours: n("neighbours"),
			Major: n("major") == 1, AimDisputed: row["revised"] == "0", Listed: n("listed") == 1,
			Changed: n("changed") == 1, Won: n("won") == 1, Cites: strings.Fields(row["sources"]),
		})
	}
	return out
}

// CaseLists are the published lists of power transitions: those of
// [transition.CaseLists], with the counts of every list of which the cases are on
// record counted from them, and those that are only here.
func CaseLists() []transition.CaseList {
	cases := table("transitions.csv")
	count := func(list string, eras ...string) (n, wars int) {
		for _, c := range cases {
			if c["list"] != list || len(eras) > 0 && !slices.Contains(eras, c["era"]) {
				continue
			}
			n++
			if c["war"] == "1" {
				wars++
			}
		}
		return n, wars
	}
	out := transition.CaseLists()
	for i := range out {
		l := &out[i]
		switch l.Key {
		case "thucydides":
			l.N, l.Wars = count("thucydides")
		case "thucydides_1816":
			l.N, l.Wars = count("thucydides", "1816", "nuclear")
		case "thucydides_nuclear":
			l.N, l.Wars = count("thucydides", "nuclear")
		}
	}
	cycles := transition.CaseList{Key: "long_cycles", Cite: "modelski1978", Counts: "a change of the leading world power, of which a global war is part"}
	cycles.N, cycles.Wars = count("long_cycles")
	return append(out, cycles)
}

// yearly is the chance of a year that adds up to a share over so many years.
func yearly(share float64, years int) float64 {
	return 1 - math.Pow(1-share, 1/float64(years))
}
