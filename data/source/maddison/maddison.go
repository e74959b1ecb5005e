package maddison

import (
	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

const (
	stateYear = "state_year"
	perPerson = "int$ 2011 per person"
	thousands = "thousand persons"
)

// Dataset declares the edition of 2020: the workbook, of which the full table
// and the regions are read, and the full table saved as text. The other sheets
// arrange the full table by state. Output itself is output per head times
// population, by a named step, since no table of the edition states it.
func Dataset() source.Dataset {
	return source.Dataset{
		Key: "maddison", Title: "Maddison Project Database", Publisher: "Maddison Project, University of Groningen",
		Licence: "CC BY 4.0", Cite: "boltvanzanden2020", URL: "https://www.rug.nl/ggdc/historicaldevelopment/maddison/",
		Note: "states that are no more go on beside their successors; output per head of 0 is missing; the Soviet Union and Yugoslavia to 1989, Russia and Serbia from 1990",
		Editions: []source.Edition{{Name: "2020", First: 1, Last: 2018, States: 164, Files: []source.Known{
			{File: "mpd2020.xlsx", Rows: 21682 + 23, SHA256: "ef31c0162f97248682478944b19412c225ffc86a0d4ba7e6a8064574db5b2251",
				URL: "https://www.rug.nl/ggdc/historicaldevelopment/maddison/data/mpd2020.xlsx"},
			{File: "mpd2020_full_data.csv", Rows: 21682, SHA256: "76e4f98dedd56531a5876ad0cffb9c28b4b813e47f83297afe2a33b1413cb03f"},
		}}},
		Layouts: []source.Layout{full(), regions()},
		Series: []source.Series{
			series("gdp_ppp_per_person", perPerson, "gdppc", 1),
			series("population", "persons", "pop", 1000),
			output(),
		},
	}
}

func full() source.Layout {
	return source.Layout{
		Table: stateYear, Sheet: "Full data", When: source.When{Columns: []string{"year"}},
		Columns: []source.Column{
			{Name: "countrycode", Code: source.ISO3},
			{Name: "country"},
			{Name: "year", Type: source.Int},
			{Name: "gdppc", Type: source.Float, Unit: perPerson, Missing: []string{"0"}},
			{Name: "pop", Type: source.Float, Unit: thousands},
		},
	}
}

// regions is a sheet of which each region has two columns of one name: output
// per head first, then population, which is stored under the name with "_2".
func regions() source.Layout {
	return source.Layout{
		Table: "region_year", Sheet: "Regional data", HeaderAt: "Region", When: source.When{Columns: []string{"Region"}},
		Columns: []source.Column{
			{Name: "Region", Type: source.Int, Note: "the year"},
			{Name: "World", Type: source.Float, Unit: thousands},
			{Name: "World GDP pc", Type: source.Float, Unit: perPerson},
		},
		Other: func(string) (source.Column, bool) {
			return source.Column{Type: source.Float, Note: perPerson + "; " + thousands + " where the name ends in _2"}, true
		},
		Skip: func(cells []string) bool { return len(cells) > 0 && cells[0] == "Year" },
	}
}

func series(name, unit, column string, scale float64) source.Series {
	return source.Series{
		Table: stateYear, Indicator: panel.Indicator{Name: name, Unit: unit}, Kind: prov.Estimate,
		State: "countrycode", Year: "year", Value: column, Scale: scale, Where: one,
	}
}

// output is output per head times population, which is in thousands.
func output() source.Series {
	s := series("gdp_ppp", "int$ 2011", "gdppc", 1000)
	s.Times = "pop"
	return s
}

// heirs are the two states that go on under the number of one that the table
// lists beside them for all years.
var heirs = map[string]string{"RUS": "SUN", "SRB": "YUG"}

// heirsFrom is the first year in which they count, as in the embedded figures.
const heirsFrom = 1990

// one keeps, of a state and its heir of the same number, the one of the year.
func one(c source.Cells) bool {
	y, _ := c.Number("year")
	code := c.Text("countrycode")
	for heir, before := range heirs {
		switch code {
		case heir:
			return y >= heirsFrom
		case before:
			return y < heirsFrom
		}
	}
	return true
}
