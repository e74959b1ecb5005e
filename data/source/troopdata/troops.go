package troopdata

import (
	"slices"

	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

const (
	authors = "Allen, Flynn and Machain"
	page    = "https://meflynn.github.io/troopdata/"
	persons = "persons"
)

// na is how the tables mark what is missing.
var na = []string{"NA"}

// Troops declares United States troops by host: a table by year, and the reports
// it is made from, several a year of late. A host has several rows where a report
// lists several of its places, so its troops are their sum, by a named step: from
// the table by year and, after its end, from the reports of September.
//
// The table by year goes by Correlates of War numbers and the reports by those of
// Gleditsch and Ward; territories have numbers of the authors' own in both.
func Troops() source.Dataset {
	return source.Dataset{
		Key: "us-troops", Title: "United States troops abroad", Publisher: authors + "; United States Department of Defense",
		Licence: "United States government work; cite the authors", Cite: "allenflynnmachain2022", URL: page,
		Note: "add up the rows of one host, year and month; a 0 may mean that a report does not list the host; troops on rotation are mostly not counted",
		Editions: []source.Edition{{Name: "2025-12", First: 1950, Last: 2025, States: 203, Files: []source.Known{
			{File: "troopdata.csv", Rows: 14792, SHA256: "e4bf988cdc6a9ed361f0238059cbcacff08e6c87bee447a4b841a17d9e27a45b", URL: "https://raw.githubusercontent.com/meflynn/troopdata/master/data-raw/troopdata.csv"},
			{File: "troopdata-rebuild-reports.csv", Rows: 15482, SHA256: "922491d2dbbd7f978f8903470e3e5e37c86faf31825e2311f983d70b820e869e", Unpacked: "e4c07940429c0e77e2b018d5af2eb98db6343d18c3769af9763a6f3db6062914", URL: "https://raw.githubusercontent.com/meflynn/troopdata/master/data-raw/troopdata-rebuild-reports.csv"},
		}}},
		Layouts: []source.Layout{
			{Table: "host_year", When: source.When{Columns: []string{"year"}}, Columns: slices.Concat(
				hosts(source.COW), source.Columns(source.Int, "", nil, "year"), source.Columns(source.Int, persons, na, "troops", "army", "navy", "air_force", "marine_corps"),
				source.OptionalColumns(source.Columns(source.Int, persons, na, "space_force", "coast_guard")))},
			{Table: "report", When: source.When{Columns: []string{"year"}}, Other: counted, Columns: slices.Concat(
				hosts(source.GW), source.Columns(source.Int, "", nil, "year", "quarter"), source.Columns(source.Text, "", na, "month", "source", "Location", "Macro Location"),
				source.Columns(source.Int, persons, na, "troops_ad", "army_ad", "navy_ad", "marine_corps_ad", "air_force_ad", "Grand Total"))},
		},
		Series: []source.Series{hosted("host_year", "troops", listed), hosted("report", "troops_ad", late)},
	}
}

// sender is the state whose troops and bases the tables count.
const sender ir.CCode = 2

// listed leaves out the row of Germany in 1990, which is 0 since the troops stand
// with the Federal Republic of before.
func listed(c source.Cells) bool {
	host, _ := c.Number("ccode")
	y, _ := c.Number("year")
	return host != 255 || y != 1990
}

// lastYearly is the last year of the table by year.
const lastYearly = 2023

// late keeps the reports that go on after the table by year.
func late(c source.Cells) bool {
	y, ok := c.Number("year")
	return ok && y > lastYearly && c.Text("month") == "September"
}

func hosted(table, column string, where func(source.Cells) bool) source.Series {
	return source.Series{
		Table: table, Kind: prov.Outturn, StateIs: sender, Partner: "ccode", Year: "year", Value: column, Sum: true, Where: where,
		Indicator: panel.Indicator{Name: "troops_hosted", Unit: persons, Form: panel.DirectedDyad},
	}
}

// hosts are the columns that say where.
func hosts(code source.Code) []source.Column {
	return slices.Concat(source.Columns(source.Text, "", na, "countryname", "region"),
		[]source.Column{{Name: "ccode", Type: source.Int, Code: code}, {Name: "iso3c", Missing: na}})
}

// counted types every further column of a report: persons of one kind.
func counted(string) (source.Column, bool) {
	return source.Column{Type: source.Int, Unit: persons, Missing: na}, true
}

// Bases declares sites of the United States abroad, with what is spent on
// building by place and year. The number of bases in a state is a count over
// the rows that are marked as a base, by a named step. The list has no dates; it
// was kept to 2018.
func Bases() source.Dataset {
	where := func() []source.Column {
		return slices.Concat(source.Columns(source.Text, "", na, "countryname"),
			[]source.Column{{Name: "ccode", Type: source.Int, Code: source.COW, Missing: na}, {Name: "iso3c", Code: source.ISO3, Missing: na}},
			source.Columns(source.Float, "degrees", na, "lat", "lon"))
	}
	return source.Dataset{
		Key: "us-bases", Title: "United States bases abroad", Publisher: "Vine; " + authors, Licence: "GPL-3 of the R package that carries it; cite the authors",
		Cite: "vine2015", URL: page,
		Note: "the list has no dates; a line is a base, a site kept ready (lily pad) or one paid for by the United States; count those marked as a base; spending may be negative where it is taken back",
		Editions: []source.Edition{{Name: "1.0.4", First: 2008, Last: 2019, States: 81, Files: []source.Known{
			{File: "basedata.csv", Rows: 414, SHA256: "5a552e81b39bdbb7af42b6206dd47340a6a9f114bf84c24c0e167cf74844ccda", URL: "https://raw.githubusercontent.com/meflynn/troopdata/master/data-raw/basedata.csv"},
			{File: "builddata.csv", Rows: 5532, SHA256: "bf644fa3a0446531058db997bd91fa9563cb62c98efe243525c035b03ef382dc", URL: "https://raw.githubusercontent.com/meflynn/troopdata/master/data-raw/builddata.csv"},
		}}},
		Layouts: []source.Layout{
			{Table: "site", Western: true, Columns: slices.Concat(where(),
				source.Columns(source.Text, "", na, "basename"), source.Columns(source.Int, "0 or 1", nil, "base", "lilypad", "fundedsite"))},
			{Table: "construction", When: source.When{Columns: []string{"year"}}, Columns: slices.Concat(where(),
				source.Columns(source.Int, "", nil, "year"), source.Columns(source.Text, "", nil, "location"),
				source.Columns(source.Float, "thousand US$ current", nil, "spend_construction"))},
		},
		Series: []source.Series{{
			Table: "site", Kind: prov.Estimate, StateIs: sender, Partner: "ccode", Always: 2018, Sum: true,
			Indicator: panel.Indicator{Name: "bases", Unit: "bases", Form: panel.DirectedDyad},
			Where:     func(c source.Cells) bool { v, ok := c.Number("base"); return ok && v == 1 },
		}},
	}
}
