package countrycode

import (
	"slices"

	"github.com/shatterbelt/shatterbelt/data/source"
)

// Dataset declares the crosswalk as published, a shorter export of it, and the
// state-years of the Polity project. Where a publisher has no code for a state
// the cell is empty; a V-Dem code is a number here, not the letters that V-Dem
// also uses.
func Dataset() source.Dataset {
	return source.Dataset{
		Key: "country-codes", Title: "countrycode: country names and codes", Publisher: "Arel-Bundock, Enevoldsen and Yetman",
		Licence: "GPL-3", Cite: "arelbundock2018", URL: "https://vincentarelbundock.github.io/countrycode/",
		Note: "one row a state whatever the year, so a code can be right in one year and wrong in another",
		Editions: []source.Edition{{Name: "1.8.0", First: 1776, Last: 2020, States: 215, Files: []source.Known{
			{File: "codelist_without_cldr.csv", Rows: 292, SHA256: "2632dba9d168d0ae0174468b27c62671668d8f8a4a84112dced13e4126e46980", URL: "https://raw.githubusercontent.com/vincentarelbundock/countrycode/HEAD/dictionary/codelist_without_cldr.csv"},
			{File: "codelist.csv", Rows: 292, SHA256: "524358f4d7830e5912f33cdc46d0b902a45f268a5c94e3f8b6d98b48455175dd"},
			{File: "data_polity5.csv", Rows: 17565, SHA256: "512db84e6f125d00c68675af44f7fefcfdacd6189d2eb3ad70628f9a4e53312c", URL: "https://raw.githubusercontent.com/vincentarelbundock/countrycode/HEAD/dictionary/data_polity5.csv"},
		}}},
		Layouts: []source.Layout{
			{Table: "codes", Columns: codes()},
			{Table: "polity_years", Columns: slices.Concat(source.StateColumns(source.Polity, "p5n"),
				source.Columns(source.Text, "", nil, "p5c", "country"), source.Columns(source.Int, "", nil, "year")),
				Exact: true, When: source.When{Columns: []string{"year"}}},
		},
	}
}

func codes() []source.Column {
	return slices.Concat(
		source.Columns(source.Text, "", nil, "country.name.en", "country.name.en.regex"),
		source.StateColumns(source.ISO2, "iso2c"), source.StateColumns(source.ISO3, "iso3c"), source.StateColumns(source.ISONum, "iso3n"),
		source.StateColumns(source.COWAbb, "cowc"), source.StateColumns(source.COW, "cown"),
		source.Columns(source.Text, "", nil, "gwc"), source.StateColumns(source.GW, "gwn"),
		source.Columns(source.Text, "", nil, "p5c"), source.StateColumns(source.Polity, "p5n"),
		source.Columns(source.Int, "", nil, "vdem", "imf", "fao", "un", "unpd", "gaul"),
		source.Columns(source.Text, "", nil, "wb", "fips", "eurostat", "continent", "region", "region23"),
		source.OptionalColumns(source.Columns(source.Int, "", nil, "genc3n", "iso4217n", "p4n", "telephone",
			"un.region.code", "un.regionintermediate.code", "un.regionsub.code", "wvs")),
	)
}
