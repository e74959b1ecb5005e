package cowwars

import (
	"slices"
	"strconv"

	"github.com/shatterbelt/shatterbelt/data/source"
)

// phases is how many times a war may stop and go on.
const phases = 4

// Intra declares edition 5.1: a row a war, with up to four phases. The file is
// in Windows-1252. -7 says that a war was still going on, -8 that something does
// not apply, -9 that it is not known; all are missing here, so that a first
// phase without a year of end had not ended in 2014.
func Intra() source.Dataset {
	return source.Dataset{
		Key: "cow-wars-intra", Title: "Intra-State War Data", Publisher: "Correlates of War project",
		Licence: "free with citation", Cite: "dixonsarkees2016", URL: "https://correlatesofwar.org/data-sets/cow-war/",
		Note: "ends in 2014; a state has a number only where its government fought",
		Editions: []source.Edition{{Name: "5.1", First: 1818, Last: 2014, States: 95, Files: []source.Known{
			{File: "INTRA-STATE WARS v5.1 CSV.csv", Rows: 420, SHA256: "afc6b8665f290225ab5aae17a802ecb8956c8ae785251bf54b1c4442bede1f0d", URL: "https://correlatesofwar.org/wp-content/uploads/Intra-State-Wars-v5.1.zip"},
		}}},
		Layouts: []source.Layout{{
			Table: "wars", Columns: wars(), Western: true, When: source.When{Columns: years()},
			EditionOf: source.EditionBy("Version", map[string]string{"5.1": "5.1"}),
		}},
	}
}

func wars() []source.Column {
	state := source.StateColumns(source.COW, "CcodeA")
	state[0].Missing = gaps
	out := slices.Concat(text("WarNum", "WarName"), marks("V5RegionNum", "WarType"), state, text("SideA", "SideB"), marks("Intnl"))
	for i := range phases {
		n := strconv.Itoa(i + 1)
		out = slices.Concat(out, source.Columns(source.Int, "", append(slices.Clone(gaps), "?"),
			"StartMo"+n, "StartDy"+n, "StartYr"+n, "EndMo"+n, "EndDy"+n, "EndYr"+n))
	}
	return slices.Concat(out, source.Columns(source.Int, "days", gaps, "WDuratDays"),
		source.Columns(source.Float, "months", gaps, "WDuratMo", "TotNatMonWar"),
		text("TransFrom", "TransTo", "Initiator"), marks("Outcome"),
		source.Columns(source.Int, "deaths", gaps, "DeathsSideA", "DeathsSideB", "TotalBDeaths"), text("Version"))
}

func years() []string {
	var out []string
	for i := range phases {
		n := strconv.Itoa(i + 1)
		out = append(out, "StartYr"+n, "EndYr"+n)
	}
	return out
}
