package reign

import (
	"slices"

	"github.com/shatterbelt/shatterbelt/data/source"
)

// unknown is how the project marks what it does not know of a leader.
var unknown = []string{"-99"}

// Dataset declares the lists of March 2021. Each is a table of its own, and none
// is by state and year, so no panel is given anything.
func Dataset() source.Dataset {
	return source.Dataset{
		Key: "reign", Title: "Rulers, Elections and Irregular Governance (REIGN)", Publisher: "One Earth Future",
		Licence: "none stated", Cite: "bell2021", URL: "https://oefdatascience.github.io/REIGN.github.io/",
		Note: "elections to come are in the list of elections; a leader without an end was in office in March 2021; no longer kept up",
		Get:  "the files are in the folder data_sets of the project's repository",
		Editions: []source.Edition{{Name: "2021-03", First: 1600, Last: 2027, States: 200, Files: []source.Known{
			{File: "leaderlist_3_21.csv", Rows: 2524, SHA256: "1663d94b6a00008c84c19979306c0997128225890b875c0aae5bbfb922829e44"},
			{File: "electionlist_3_21.csv", Rows: 4351, SHA256: "deff85e9146fc7fefbc538dd6a945f0f104983c59045633c208910214f01a82a"},
			{File: "regime_list.csv", Rows: 627, SHA256: "acb8a511084b86917fbbf2d4437fc7cb6ae25217df81dd915d74183e7daef155"},
			{File: "ELVI_2021_3.csv", Rows: 2669, SHA256: "770a2fdd30b1235db74b4a78fb63f7225247f6d5d349eb571d03765bbcfb3833"},
		}}},
		Layouts: []source.Layout{leaders(), elections(), regimes(), violence()},
	}
}

// leaders are in Windows-1252 and partly in UTF-8. Two columns have no name and
// hold nothing.
func leaders() source.Layout {
	return source.Layout{
		Table: "leader", Western: true, When: source.When{Columns: []string{"syear", "eyear"}},
		Columns: slices.Concat(
			source.StateColumns(source.COWAbb, "stateabb"), source.StateColumns(source.COW, "ccode"),
			source.Columns(source.Text, "", nil, "leadid", "leader"),
			source.Columns(source.Int, "", nil, "sdate", "smonth", "syear", "emonth", "eyear"),
			source.Columns(source.Int, "", unknown, "birthyear"), source.Columns(source.Int, "0 or 1", unknown, "gender"),
			source.Columns(source.Float, "0 to 1", unknown, "militarycareer"),
			source.Columns(source.Int, "", nil, "l_month", "l_year"), source.Columns(source.Text, "", nil, "codedby", "notes")),
	}
}

func elections() source.Layout {
	return source.Layout{
		Table: "election", When: source.When{Columns: []string{"elec_year"}},
		Columns: slices.Concat(
			source.StateColumns(source.COW, "ccode"), source.StateColumns(source.Name, "country"),
			source.Columns(source.Int, "", nil, "electionnumber", "elec_year", "elec_month", "elec_day", "sequence", "elecnum"),
			source.Columns(source.Text, "", nil, "event", "type", "direct", "regular", "victory", "change", "runoff")),
	}
}

func regimes() source.Layout {
	return source.Layout{
		Table: "regime", When: source.When{Columns: []string{"gwf_startdate", "gwf_enddate"}},
		Columns: append(source.StateColumns(source.COW, "cowcode"),
			source.Columns(source.Text, "", nil, "gwf_country", "gwf_casename", "gwf_startdate", "gwf_enddate", "gwf_regimetype")...),
	}
}

// violence is whether an election was violent before and after the vote, and
// what the forecast of it was made from, much of it standardised or logged.
func violence() source.Layout {
	return source.Layout{
		Table: "election_violence", When: source.When{Columns: []string{"year"}},
		Columns: slices.Concat(
			source.StateColumns(source.Name, "country"), source.StateColumns(source.COW, "ccode"),
			source.Columns(source.Int, "", nil, "year", "month"), source.Columns(source.Text, "", nil, "dates"),
			source.Columns(source.Text, "", []string{"NA"}, "elecViolence1", "elecViolence2"),
			source.Columns(source.Int, "0 or 1", nil, "l.elecViolence1", "l.elecViolence2"),
			source.Columns(source.Int, "elections", nil, "tae1", "nvio1", "tae2", "nvio2")),
		Other: func(string) (source.Column, bool) {
			return source.Column{Type: source.Float, Note: "as the forecast uses it"}, true
		},
	}
}
