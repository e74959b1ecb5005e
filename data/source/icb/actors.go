package icb

import (
	"slices"
	"strings"

	"github.com/shatterbelt/shatterbelt/data/source"
)

// coded are the columns of categories, levels and dates, in the order published.
const coded = `triggr trigent trigloc southv southpow comlev majres crismg cenvio sevvio
	usinv usfavr suinv sufavr gbinv gbfavr frinv frfavr itinv itfavr grinv grfavr jpinv jpfavr
	globorg globact globfavr regorg regact rofavr outcom outfor outevl outesr actloc geog cractloc
	noactr stainsys period syslev pc pcid viol iwc gpinv powinv age territ regime durreg allycap globmemb nuclear powsta
	issue chissu gravty pethin col unemp inflat foodpr labstr short econdt regrep socunr massvl gvinst sourdt powdis
	systrgyr systrgmo systrgda yrtrig motrig datrig yerres monres dayres yrterm moterm daterm`

// Dataset declares edition 13: a row a state in a crisis. Powers differ by up to
// 179 points either way, so that no number there marks what is missing.
func Dataset() source.Dataset {
	return source.Dataset{
		Key: "icb", Title: "International Crisis Behavior, actors", Publisher: "International Crisis Behavior project",
		Licence: "free for research with citation", Cite: "brecher2000", URL: "https://sites.duke.edu/icbdata/",
		Note: "a row is a state in a crisis; a day of 88 is no day",
		Get:  "download the actor-level data as CSV; the page has the newest version",
		Editions: []source.Edition{{Name: "13", First: 1918, Last: 2017, States: 140, Files: []source.Known{
			{File: "icb2v13.csv", Rows: 1065, SHA256: "fbbc57dab284263030f1bc9d89a1c27d57e9aed13c06aceed204958a4387624c"},
		}}},
		Layouts: []source.Layout{{
			Table: "actors", When: source.When{Columns: []string{"systrgyr", "yrtrig", "yrterm"}},
			Columns: slices.Concat(source.Columns(source.Text, "", nil, "icb2", "crisname"), source.Columns(source.Int, "", nil, "crisno", "cracno"),
				source.StateColumns(source.COW, "cracid"), source.StateColumns(source.COWAbb, "actor"),
				source.Columns(source.Int, "", nil, strings.Fields(coded)...), source.Columns(source.Int, "", []string{"-99"}, "sizedu", "strcdu"),
				source.Columns(source.Int, "days", nil, "trgresra", "trgterra", "resterra")),
		}},
	}
}
