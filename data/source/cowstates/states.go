package cowstates

import (
	"slices"

	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// Dataset declares the edition of 2016: states with the spells of their
// membership, one row a state and year, major powers, and codes. States and
// major powers lie there as the project publishes them and as an R package
// carries them.
func Dataset() source.Dataset {
	return source.Dataset{
		Key: "cow-states", Title: "State System Membership and Major Powers", Publisher: "Correlates of War project",
		Licence: "free with citation", Cite: "cowstates2016", URL: "https://correlatesofwar.org/data-sets/state-system-membership/",
		Note: "a state that left the system and came back has a row for each spell; an end in 2016 is the end of the list",
		Editions: []source.Edition{{Name: "2016", First: 1816, Last: 2016, States: 217, Files: []source.Known{
			{File: "states2016.csv", Rows: 243, SHA256: "21822fe1ef67aedf2e64ebe9746e2b875c6175c8ce599750bc0e77e4ce393167", URL: "https://correlatesofwar.org/wp-content/uploads/states2016.csv"},
			{File: "system2016.csv", Rows: 15951, SHA256: "518ae55af3f5dc40e23403dceeae7990dcf6fb605dd708078f09902a59e5fdcc", URL: "https://correlatesofwar.org/wp-content/uploads/system2016.csv"},
			{File: "majors2016.csv", Rows: 14, SHA256: "5ac2f4d11e2105e1f50866bcf4a026a8a13f0431c6c4f47e4ef268e1fe29c8e2"},
			{File: "COW country codes.csv", Rows: 243, SHA256: "9b66dad6b9c0db83bc3c15c501b033164348bd8bd82aa14974067684c4d28bc5", URL: "https://correlatesofwar.org/wp-content/uploads/COW-country-codes.csv"},
			{File: "cow_states.csv", Rows: 243, SHA256: "e3c5cae0e12ec4e3efec2198f29af3b3411f7667cf5e1785c0131bca3bd799f5"},
			{File: "cow_majors.csv", Rows: 14, SHA256: "e3ea7d6a4bf464cbe32632714af48f0355e715761e7a8a18586cb0b92e2988ca"},
		}}},
		Layouts: []source.Layout{
			{Table: "states", Columns: slices.Concat(abbreviation("stateabb"), number(), name("statenme"), spell()), Exact: true, EditionOf: edition, When: spellYears},
			{Table: "system", Columns: slices.Concat(abbreviation("stateabb"), number(), year(), version()), Exact: true, EditionOf: edition, When: source.When{Columns: []string{"year"}}},
			{Table: "majors", Columns: slices.Concat(source.OptionalColumns(abbreviation("stateabb")), number(), spell()), Exact: true, EditionOf: edition, When: spellYears},
			{Table: "codes", Columns: slices.Concat(abbreviation("StateAbb"), number(), name("StateNme")), Exact: true},
		},
		Series: []source.Series{{
			Table: "majors", Kind: prov.Outturn, State: "ccode", Start: "styear", End: "endyear",
			Indicator: panel.Indicator{Name: "major_power", Unit: "0 or 1", Holds: panel.Spell, First: 1816, Last: 2016},
		}},
	}
}

var (
	edition    = source.EditionBy("version", map[string]string{"2016": "2016"})
	spellYears = source.When{Columns: []string{"styear", "endyear"}}
)

func abbreviation(column string) []source.Column { return source.StateColumns(source.COWAbb, column) }

func number() []source.Column { return source.StateColumns(source.COW, "ccode") }

func name(column string) []source.Column { return source.StateColumns(source.Name, column) }

func year() []source.Column { return source.Columns(source.Int, "", nil, "year") }

func version() []source.Column { return source.Columns(source.Text, "", nil, "version") }

func spell() []source.Column {
	return slices.Concat(source.Columns(source.Int, "", nil, "styear", "stmonth", "stday", "endyear", "endmonth", "endday"), version())
}
