package gdppop

import (
	"slices"

	"github.com/shatterbelt/shatterbelt/data/source"
)

// Forecasts declares output of the United States and China as observed to 2019
// and as three forecasts had it to 2050. They serve for scoring forecasts and
// are given to no panel: the prices are not stated beside them, and those of
// the OECD are of another base and in millions.
func Forecasts() source.Dataset {
	const money = "US$, constant prices"
	return source.Dataset{
		Key: "gdp-forecasts", Title: "GDP of the United States and China, and forecasts of it", Publisher: "S. V. Miller; OECD",
		Licence: "GPL-2 of the R package that carries it", Cite: "millerstevedata", URL: "http://svmiller.com/stevedata/",
		Note: "forecasts, for scoring; the OECD's are of 2014, in millions and at other prices than the rest",
		Get:  "in R, library(stevedata) and then write.csv(NAME, \"NAME.csv\", row.names = FALSE, na = \"\"), where NAME is usa_chn_gdp_forecasts",
		Editions: []source.Edition{{Name: "stevedata-1.8.9", First: 1960, Last: 2050, States: 2, Files: []source.Known{
			{File: "usa_chn_gdp_forecasts.csv", Rows: 182, SHA256: "33ed407b7c9270daa24d8e80603aefef4bbd7e8b5fe74fbbaf89584b8fc47602"},
		}}},
		Layouts: []source.Layout{{
			Table: stateYear, When: source.When{Columns: []string{"year"}},
			Columns: slices.Concat(
				source.StateColumns(source.Name, "country"), source.Columns(source.Int, "", nil, "year"),
				source.Columns(source.Float, money, nil, "p_gdp", "p_lo80", "p_hi80", "gdp", "f_gdp", "f_lo80", "f_hi80", "f_lo95", "f_hi95"),
				source.Columns(source.Float, "million "+money, nil, "oecd_ltgdpf")),
		}},
	}
}
