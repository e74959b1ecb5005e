package countrycode_test

import (
	"fmt"
	"testing"

	"github.com/shatterbelt/shatterbelt/data/source/countrycode"
	"github.com/shatterbelt/shatterbelt/data/source/sourcetest"
)

const (
	header = "country.name.en,country.name.en.regex,iso2c,iso3c,iso3n,cowc,cown,gwc,gwn,p5c,p5n,vdem,imf,fao,un,unpd,gaul,wb,fips,eurostat,continent,region,region23\n"
	alpha  = "Alpha,\"^(?!.*beta).*alpha\",NA,XAA,991,XAA,991,XAA,991,,,12,512,2,4,4,1,XAA,AF,AF,Asia,South Asia,Southern Asia\n"
)

func TestDataset(t *testing.T) {
	sourcetest.Run(t, countrycode.Dataset(), map[string]string{
		"codes":        header + alpha,
		"polity_years": "p5n,p5c,country,year\n991,XAA,Alpha,1800\n",
	})
}

// Namibia's letters are NA, which marks a missing number elsewhere.
func TestNamibiaIsNotMissing(t *testing.T) {
	_, rows := sourcetest.Rows(t, countrycode.Dataset(), header+alpha)
	if v := rows[0]["iso2c"]; v.Null || v.Text != "NA" {
		t.Errorf("iso2c = %+v", v)
	}
	if !rows[0]["p5n"].Null {
		t.Error("an empty number is not missing")
	}
}

func ExampleDataset() {
	fmt.Println(countrycode.Dataset().Licence)
	// Output: GPL-3
}
