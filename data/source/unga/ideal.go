package unga

import (
	"slices"

	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// sessions is what makes a session of the Assembly a year: the first was 1946.
const sessions = 1945

// IdealPoints declares the editions of April 2020, June 2024 and July 2025. The
// older are by session, the newest by year and with a position for votes on
// final passage alone. Positions of unlike editions are on unlike scales.
func IdealPoints() source.Dataset {
	return source.Dataset{
		Key: "unga-ideal", Title: "Ideal points in the United Nations General Assembly", Publisher: "Bailey, Strezhnev and Voeten",
		Licence: "CC0 1.0", Cite: "bailey2017", URL: "https://doi.org/10.7910/DVN/LEJUQZ",
		Note: "estimates; the scale is that of one edition",
		Get:  "download the file of ideal points of the newest date, as CSV or in its original Stata form",
		Editions: []source.Edition{
			{Name: "2020-04", First: 1946, Last: 2019, States: 199, Files: []source.Known{{File: "IdealpointestimatesAll_Apr2020.csv", Rows: 10469,
				SHA256: "9757b73a770355f4be8fa306afc15fb552dd9338ac14022436d9f198307596de", URL: "https://raw.githubusercontent.com/evoeten/United-Nations-General-Assembly-Votes-and-Ideal-Points/master/Output/IdealpointestimatesAll_Apr2020.csv"}}},
			{Name: "2024-06", First: 1946, Last: 2023, States: 199, Files: []source.Known{{File: "IdealpointestimatesAll_Jun2024.csv", Rows: 11238,
				SHA256: "adaeca9a9d617afaf463f892a868fbfe17b33bbd6bdb613688d67f1b8dd6887d"}}},
			{Name: "2025-07", First: 1946, Last: 2024, States: 199, Files: []source.Known{
				{File: "IdealpointsJuly2025.dta", Rows: 11440, SHA256: "fea7fa9414e3643586dbdf95baa1100ceb418e56684d79d801a146cad79443ce"},
				{File: "IdealpointsJuly2025.csv", Rows: 11440, SHA256: "74c0947914746e31667d66b4d3c7e462820f602281a4ddfb194255fc14fa0155"},
			}},
		},
		Layouts: []source.Layout{
			{Table: "state_session", Columns: bySession("", false), Western: true, When: source.When{Columns: []string{"session"}, Plus: sessions}},
			{Table: "state_session", Columns: bySession("All", true), When: source.When{Columns: []string{"session"}, Plus: sessions}},
			{Table: "state_year", Columns: byYear(), When: source.When{Columns: []string{"year"}}},
		},
		Series: []source.Series{
			position(source.Series{Table: "state_session", Year: "session", Plus: sessions, Value: "IdealPoint", Low: "Q5%", High: "Q95%"}),
			position(source.Series{Table: "state_session", Year: "session", Plus: sessions, Value: "IdealPointAll", Low: "Q5%All", High: "Q95%All"}),
			position(source.Series{Table: "state_year", Year: "year", Value: "idealpointfp", Low: "q5fp", High: "q95fp"}),
		},
	}
}

func position(s source.Series) source.Series {
	s.Indicator, s.Kind, s.State = panel.Indicator{Name: "ideal_point", Unit: "score"}, prov.Estimate, "ccode"
	return s
}

func scores(names ...string) []source.Column {
	var out []source.Column
	for _, n := range names {
		out = append(out, source.Column{Name: n, Type: source.Float, Unit: "score"})
	}
	return out
}

func state(name string) []source.Column {
	return []source.Column{
		{Name: "ccode", Type: source.Int, Code: source.COW},
		{Name: "iso3c", Code: source.ISO3},
		{Name: name},
	}
}

// bySession are the columns of the older editions. The quantile at 0 is spelt
// with a letter O in the files.
func bySession(suffix string, agree bool) []source.Column {
	out := append(state("Countryname"), source.Column{Name: "session", Type: source.Int},
		source.Column{Name: "NVotes" + suffix, Type: source.Int, Unit: "votes"})
	out = append(out, scores("IdealPoint"+suffix)...)
	for _, q := range []string{"QO%", "Q5%", "Q10%", "Q50%", "Q90%", "Q95%", "Q100%"} {
		out = append(out, scores(q+suffix)...)
	}
	if agree {
		for _, s := range []string{"USAgree", "RUSSAgree", "BrazilAgree", "ChinaAgree", "IndiaAgree", "IsraelAgree"} {
			out = append(out, source.Column{Name: s, Type: source.Float, Unit: "share of votes"})
		}
	}
	return out
}

func byYear() []source.Column {
	votes := func(name string) source.Column {
		return source.Column{Name: name, Type: source.Int, Unit: "votes"}
	}
	out := append(state("countryname"), source.Column{Name: "year", Type: source.Int},
		votes("nvotesfp"), votes("nvotesall"), votes("nvotesLegacy"))
	return slices.Concat(out, scores("idealpointfp", "idealpointall", "idealpointlegacy",
		"qofp", "q5fp", "q10fp", "q50fp", "q90fp", "q95fp", "q100fp",
		"qoall", "q5all", "q10all", "q50all", "q90all", "q95all", "q100all"))
}
