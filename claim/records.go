package claim

import (
	"embed"
	"encoding/csv"
	"fmt"
	"strconv"
	"strings"

	"github.com/shatterbelt/shatterbelt/ir"
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
