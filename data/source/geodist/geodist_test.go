package geodist_test

import (
	"fmt"
	"testing"

	"github.com/shatterbelt/shatterbelt/data/source/geodist"
	"github.com/shatterbelt/shatterbelt/data/source/sourcetest"
)

const sample = "\"iso_o\",\"iso_d\",\"contig\",\"comlang_off\",\"comlang_ethno\",\"colony\",\"comcol\",\"curcol\",\"col45\",\"smctry\",\"dist\",\"distcap\",\"distw\",\"distwces\"\n" +
	"\"XAA\",\"XAA\",0,0,0,0,0,0,0,0,5.2,5.2,\"25.09\",\"23.04\"\n" +
	"\"XAA\",\"XBB\",0,1,0,0,0,0,0,0,13257.81,13300,\".\",\".\"\n" +
	"\"XBB\",\"XAA\",0,1,0,0,0,0,0,0,13257.81,13300,\".\",\".\"\n"

func TestDataset(t *testing.T) {
	sourcetest.Run(t, geodist.Dataset(), map[string]string{
		"dyads":  sample,
		"cities": "iso2,iso3,cnum,country,pays,area,dis_int,landlocked,continent,city_en,city_fr,lat,lon,cap,maincity,citynum\nNA,XAA,991,Alpha,Alpha,180,5.04,0,Europe,Alphaville,Alphaville,12.5,-69.9,1,1,.\n",
	})
}

// A country's distance to itself is no dyad, a pair in both orders is one, and a
// distance that is not given is none.
func TestEachPairOnce(t *testing.T) {
	got := sourcetest.Figures(t, geodist.Dataset(), sample)
	for name, want := range map[string]int{"distance_weighted": 0, "common_language": 1, "colonial_link": 1} {
		if got[name] != want {
			t.Errorf("%s: %d figures; want %d", name, got[name], want)
		}
	}
}

// A dot marks a weighted distance that could not be computed.
func TestDotIsMissing(t *testing.T) {
	_, rows := sourcetest.Rows(t, geodist.Dataset(), sample)
	if !rows[1]["distw"].Null || rows[1]["dist"].Null {
		t.Errorf("row = %v", rows[1])
	}
}

func ExampleDataset() {
	for _, s := range geodist.Dataset().Series {
		fmt.Println(s.Indicator.Name, s.Indicator.Unit)
	}
	// Output:
	// distance_weighted km
	// common_language 0 or 1
	// colonial_link 0 or 1
}
