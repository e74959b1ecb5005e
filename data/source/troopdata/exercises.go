package troopdata

import (
	"fmt"
	"slices"
	"strings"

	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// unnamed are the marks of the exercises for what is not known.
var unnamed = []string{"-9", "NA"}

// Exercises declares multinational military exercises in two forms: a row an
// exercise with its participants side by side, and a row a participant. From the
// second comes how often two states exercise together in a year.
func Exercises() source.Dataset {
	return source.Dataset{
		Key: "exercises", Title: "Multinational military exercises", Publisher: "D'Orazio and Galambos", Licence: "free with citation",
		Cite: "dorazio2021", URL: "https://doi.org/10.7910/DVN/KHFODX",
		Note: "from news, so small exercises and those of states that print little are missed; participants that are groups of states, such as NATO, have no number",
		Editions: []source.Edition{{Name: "7", First: 1980, Last: 2010, States: 171, Files: []source.Known{
			{File: "mme_v7.csv", Rows: 3707, SHA256: "e165dc0ac3af55ec7daadef05661de41e7f9ac313a16a4d9f0e924c91c85a2a2", Unpacked: "e6356ed4b8569133841723ad4bc6fe436b49b28570dd721940d61edb771d8719", URL: "https://raw.githubusercontent.com/meflynn/troopdata/master/data-raw/mme_v7.csv"},
			{File: "mme-v7-long.csv", Rows: 13818, SHA256: "a13dfc303e66b2f05f23a85c66575b21f0109c4e7c4a6b4fd3ec0fc7e886e469", Unpacked: "901d3d946d77a535f35f5edf8ac4e499c275159ef9faaa269286aaee034fddd7", URL: "https://raw.githubusercontent.com/meflynn/troopdata/master/data-raw/mme-v7-long.csv"},
		}}},
		Layouts: []source.Layout{
			{Table: "exercise", Other: participant, When: source.When{Columns: []string{"s.year", "e.year"}},
				Columns: append(exercise(),
					source.Column{Name: "StateA", Code: source.Name, Missing: unnamed}, source.Column{Name: "StateB", Code: source.Name, Missing: unnamed})},
			{Table: "participant", When: source.When{Columns: []string{"year"}}, Columns: slices.Concat(exercise(),
				[]source.Column{{Name: "gwcode", Type: source.Int, Code: source.GW, Missing: na}, {Name: "country", Missing: unnamed}},
				source.Columns(source.Int, "", nil, "year"), source.Columns(source.Int, "states", nil, "participant_count"))},
		},
		Series: []source.Series{{
			Table: "participant", Kind: prov.Outturn, State: "gwcode", Partner: "gwcode", Year: "year", Within: "MMEID",
			Indicator: panel.Indicator{Name: "exercises", Unit: "exercises", Form: panel.SymmetricDyad, Holds: panel.Count, First: 1980, Last: 2010},
		}},
	}
}

// exercise are the columns of both forms. A day that is not known is "xx".
func exercise() []source.Column {
	return slices.Concat(
		source.Columns(source.Text, "", unnamed, "MMEID", "Ex_Name", "Series_Name", "Location", "FocusDescription", "AdditionalParticipantInfo"),
		source.Columns(source.Text, "", nil, "StartDate", "EndDate"), source.Columns(source.Float, "degrees", na, "lat", "lon"),
		source.Columns(source.Int, "", []string{"xx"}, "s.year", "s.month", "s.day", "e.year", "e.month", "e.day"),
		source.Columns(source.Int, "0 or 1", nil, "CPX", "Air", "Land", "Sea", "Amphibious", "Cyber", "Warfighting", "Peacekeeping", "Humanitarian"))
}

// participant types the columns that name further states: "StateC" to "StateAM".
func participant(name string) (source.Column, bool) {
	return source.Column{Code: source.Name, Missing: unnamed}, strings.HasPrefix(name, "State")
}

// Visits declares visits abroad by senior officials of the United States
// Department of Defense. How often a state was visited is a count over rows.
func Visits() source.Dataset {
	dates := func(when string) []source.Column {
		var out []source.Column
		for _, unit := range []string{"Day", "Month", "Year"} {
			out = append(out, source.Column{Name: fmt.Sprintf("%s %s", when, unit), Type: source.Int})
		}
		return out
	}
	return source.Dataset{
		Key: "us-visits", Title: "Visits abroad by senior United States defence officials", Publisher: "D'Orazio", Licence: "free with citation",
		Cite: "dorazio2012", URL: "https://github.com/meflynn/troopdata",
		Note: "published as .xls: open it and save the sheet as .xlsx or CSV; which offices are followed changes over the years",
		Get:  "the file is data-raw/visits.xls of the repository; open it and save its sheet as CSV",
		Editions: []source.Edition{{Name: "2012-11", First: 1992, Last: 2012, States: 84, Files: []source.Known{
			{File: "visits.csv", Rows: 377, SHA256: "38d7100c729b1a9055964e0058cfe09a88cab6f854842ed5f6dc1fb2a7d53c31"},
		}}},
		Layouts: []source.Layout{{
			Table: "visit", When: source.When{Columns: []string{"Start Year", "End Year"}},
			Columns: slices.Concat(source.Columns(source.Text, "", nil, "Title", "Name", "City Visited"),
				source.StateColumns(source.ISO3, "State Visit"), dates("Start"), dates("End")),
		}},
	}
}
