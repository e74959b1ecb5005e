package cowstates

import (
	"slices"

	"github.com/shatterbelt/shatterbelt/data/source"
)

// Powers declares the regional and global powers by Maoz. A state can be both,
// one after the other; what it never was is missing.
func Powers() source.Dataset {
	return source.Dataset{
		Key: "maoz-powers", Title: "Regional and global powers", Publisher: "Zeev Maoz, packaged by Steven V. Miller",
		Licence: "package GPL-2; cite the author", Cite: "maoz2010", URL: "https://svmiller.com/peacesciencer/",
		Note: "a state without dates of a kind was never a power of that kind; an end on 2019-12-31 is the end of the list",
		Get:  "in R, library(peacesciencer) and then write.csv(NAME, \"NAME.csv\", row.names = FALSE, na = \"\"), where NAME is maoz_powers",
		Editions: []source.Edition{{Name: "2019", First: 1816, Last: 2019, States: 16, Files: []source.Known{
			{File: "maoz_powers.csv", Rows: 20, SHA256: "8591e81d627271df0212f12407b78bc793601df13c5d9df8781b2f2842ab65e0"},
		}}},
		Layouts: []source.Layout{{
			Table:   "powers",
			Columns: slices.Concat(number(), source.Columns(source.Text, "", nil, "regstdate", "regenddate", "globstdate", "globenddate")),
			When:    source.When{Columns: []string{"regstdate", "regenddate", "globstdate", "globenddate"}},
		}},
	}
}
