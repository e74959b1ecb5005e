package mid

import (
	"slices"

	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// Dataset declares edition 5.0: the four files of the project, and two tables of
// directed dyads and years that an R package makes of them. -9 is missing. One
// dyad-year can be in several disputes, so onsets are a count of disputes, by a
// named step.
func Dataset() source.Dataset {
	edition := source.EditionBy("version", map[string]string{"5": "5.0"})
	start := source.When{Columns: []string{"styear", "endyear"}}
	year := source.When{Columns: []string{"year"}}
	return source.Dataset{
		Key: "cow-mid", Title: "Militarized Interstate Disputes", Publisher: "Correlates of War project",
		Licence: "free with citation; package GPL-2", Cite: "palmer2022", URL: "https://correlatesofwar.org/data-sets/mids/",
		Note: "side A is who acted first, not who wished to change things; a dyad-year can be in several disputes, of which one stands in dyad_years",
		Editions: []source.Edition{{Name: "5.0", First: 1816, Last: 2014, States: 195, Files: []source.Known{
			{File: "MIDA 5.0.csv", Rows: 2436, SHA256: "fa00331f8b5e68b57d510303039081a1494b4d45df680ca38dfd8640d32c8474", URL: "https://correlatesofwar.org/wp-content/uploads/MID-5-Data-and-Supporting-Materials.zip"},
			{File: "MIDB 5.0.csv", Rows: 5883, SHA256: "5189071e3b8aa32e1338f3df43fe574f4a0f2a06b2f481a3213c9e8f01211722", URL: "https://correlatesofwar.org/wp-content/uploads/MID-5-Data-and-Supporting-Materials.zip"},
			{File: "MIDI 5.0.csv", Rows: 4483, SHA256: "fc7d5ca720d1fcb94b3b575bbd43f24b4d2552d01e3e950027fee5b0b6bc0381", URL: "https://correlatesofwar.org/wp-content/uploads/MID-5-Data-and-Supporting-Materials.zip"},
			{File: "MIDIP 5.0.csv", Rows: 9619, SHA256: "9350d1b71c24ab2a996549b9adefa11a844a526c32fd91b532a6ec964ecac0cb", URL: "https://correlatesofwar.org/wp-content/uploads/MID-5-Data-and-Supporting-Materials.zip"},
			{File: "cow_mid_dirdisps.csv", Rows: 11390, SHA256: "4bffd4621824fd0c7e6e6cf48b25aaebfc86a4687736984787f557d29cb6b70a"},
			{File: "cow_mid_ddydisps.csv", Rows: 10234, SHA256: "c17eca9719cb5e285210922f6d1e26920e7162144894f123bb0370fd98bdbfd8"},
		}}},
		Layouts: []source.Layout{
			{Table: "disputes", Columns: disputes(), EditionOf: edition, When: start},
			{Table: "participants", Columns: participants(), EditionOf: edition, When: start},
			{Table: "incidents", Columns: incidents(), EditionOf: edition, When: start},
			{Table: "incident_participants", Columns: incidentParticipants(), EditionOf: edition, When: start},
			{Table: "dyad_disputes", Columns: dyads("dispongoing", "disponset"), When: year},
			{Table: "dyad_years", Columns: slices.Concat(dyads("cowmidongoing", "cowmidonset"), marks("hostlev", "fatality"), days("mindur", "maxdur"),
				marks("recip", "stmon")), When: year},
		},
		Series: []source.Series{{
			Table: "dyad_years", Kind: prov.Outturn, State: "ccode1", Partner: "ccode2", Year: "year", Value: "cowmidongoing",
			Indicator: panel.Indicator{Name: "dispute_ongoing", Unit: "0 or 1", Form: panel.DirectedDyad, Holds: panel.Count, First: 1816, Last: 2014},
		}, {
			Table: "dyad_disputes", Kind: prov.Outturn, State: "ccode1", Partner: "ccode2", Year: "year", Sum: true, Once: "dispnum", Where: begun,
			Indicator: panel.Indicator{Name: "dispute_onset", Unit: "disputes", Form: panel.DirectedDyad, Holds: panel.Count, First: 1816, Last: 2014},
		}},
	}
}

// begun keeps the first year of a dispute between an originator on side A and
// one on side B.
func begun(c source.Cells) bool {
	is := func(column string, want float64) bool {
		v, ok := c.Number(column)
		return ok && v == want
	}
	return is("disponset", 1) && is("sidea1", 1) && is("sidea2", 0) && is("orig1", 1) && is("orig2", 1)
}

// gap marks what is not known.
var gap = []string{"-9"}

// marks are columns of codes, levels and dates.
func marks(names ...string) []source.Column { return source.Columns(source.Int, "", gap, names...) }

func days(names ...string) []source.Column {
	return source.Columns(source.Int, "days", gap, names...)
}

func deaths(names ...string) []source.Column {
	return source.Columns(source.Int, "deaths", gap, names...)
}

func dates() []source.Column {
	return marks("stday", "stmon", "styear", "endday", "endmon", "endyear")
}

func version() []source.Column { return source.Columns(source.Text, "", nil, "version") }

// member is a state of a dispute. Its letters are older than the list of states
// in places (USR, RUM), so its number alone identifies it.
func member() []source.Column {
	return slices.Concat(source.Columns(source.Text, "", nil, "stabb"), source.StateColumns(source.COW, "ccode"))
}

func disputes() []source.Column {
	return slices.Concat(marks("dispnum"), dates(), marks("outcome", "settle", "fatality"), deaths("fatalpre"), days("maxdur", "mindur"),
		marks("hiact", "hostlev", "recip", "numa", "numb", "ongo2014"), version())
}

func participants() []source.Column {
	return slices.Concat(marks("dispnum"), member(), dates(), marks("sidea", "revstate", "revtype1", "revtype2", "fatality"), deaths("fatalpre"),
		marks("hiact", "hostlev", "orig"), version())
}

func incidents() []source.Column {
	return slices.Concat(marks("dispnum", "incidnum"), dates(), days("duration", "tbi"), marks("fatality"), deaths("fatalpre"),
		marks("action", "hostlev", "numa"), version())
}

func incidentParticipants() []source.Column {
	return slices.Concat(marks("dispnum", "incidnum"), member(), dates(), marks("insidea", "sidea", "fatality"), deaths("fatalpre"),
		marks("action", "hostlev", "revtype1", "revtype2"), version())
}

func dyads(ongoing, onset string) []source.Column {
	return slices.Concat(marks("dispnum"), source.StateColumns(source.COW, "ccode1", "ccode2"), marks("year"),
		source.Columns(source.Int, "0 or 1", gap, ongoing, onset, "sidea1", "sidea2", "orig1", "orig2"),
		marks("fatality1", "fatality2"), deaths("fatalpre1", "fatalpre2"), marks("hiact1", "hiact2", "hostlev1", "hostlev2"))
}
