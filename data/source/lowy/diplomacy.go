package lowy

import (
	"slices"

	"github.com/shatterbelt/shatterbelt/data/source"
)

// rounds are the years in which posts were counted, each a sheet of its own.
var rounds = []string{"2016", "2017", "2019", "2021", "2023"}

// Diplomacy declares every post of the states that the Global Diplomacy Index
// follows, round by round, and a count of them by pair and round that a
// repository made. Counting posts is a step of its own, and the count made goes
// by the institute's letters, so no panel is given anything.
func Diplomacy() source.Dataset {
	d := source.Dataset{
		Key: "lowy-diplomacy", Title: "Global Diplomacy Index", Publisher: publisher, Licence: copyright,
		Cite: "lowydiplomacy", URL: "https://globaldiplomacyindex.lowyinstitute.org/",
		Note: "a state that is not followed has no posts listed, which is not to say that it has none; more states are followed from 2021 on",
		Get:  "download the data of the index as .xlsx there",
		Editions: []source.Edition{{Name: "2024", First: 2016, Last: 2023, States: 194, Files: []source.Known{
			{File: "DataDownload.xlsx", Rows: 7701 + 7713 + 7320 + 7190 + 5945, SHA256: "55f455f0892f6fbf8c45638aa9eaeddcf3fdc1d73b68b1848a4544b0639f5dd0"},
			{File: "post_counts.csv", Rows: 24743, SHA256: "60cc42beb0d854be2e117de7aa81ac07a4c1ae1806733c68391697ef4bb9dfca"},
		}}},
		Layouts: []source.Layout{{
			Table: "post_count", When: source.When{Columns: []string{"Year"}},
			Columns: slices.Concat(
				source.Columns(source.Text, "", nil, "COUNTRY", "POST COUNTRY"), source.Columns(source.Int, "", nil, "Year"),
				source.Columns(source.Int, "posts", nil, "POST COUNT")),
		}},
	}
	for _, year := range rounds {
		d.Layouts = append(d.Layouts, posts(year))
	}
	return d
}

// posts is the list of one round. Population and GDP stand beside every post.
func posts(year string) source.Layout {
	return source.Layout{
		Table: "posts_" + year, Sheet: year,
		Columns: slices.Concat(
			source.StateColumns(source.Name, "COUNTRY", "POST COUNTRY"),
			source.Columns(source.Float, "million persons", nil, "POPULATION (M)"), source.Columns(source.Float, "billion US$", nil, "GDP (B, USD)"),
			source.Columns(source.Float, "rank", nil, "G20 RANK", "OECD RANK", "ASIA RANK", "OVERALL RANK"),
			source.Columns(source.Text, "", nil, "POST CITY", "TYPE OF POST", "POST TYPE TITLE")),
	}
}
