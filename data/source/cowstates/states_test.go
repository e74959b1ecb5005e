package cowstates_test

import (
	"fmt"
	"testing"

	"github.com/shatterbelt/shatterbelt/data/source/cowstates"
	"github.com/shatterbelt/shatterbelt/data/source/sourcetest"
)

func TestDataset(t *testing.T) {
	sourcetest.Run(t, cowstates.Dataset(), map[string]string{
		"states":            "stateabb,ccode,statenme,styear,stmonth,stday,endyear,endmonth,endday,version\nXAA,991,Alpha,1816,1,1,2016,12,31,2016\n",
		"system":            "stateabb,ccode,year,version\nXAA,991,1816,2016\n",
		"majors":            "stateabb,ccode,styear,stmonth,stday,endyear,endmonth,endday,version\nXAA,991,1898,8,13,2016,12,31,2016\n",
		"majors: no letter": "\"ccode\",\"styear\",\"stmonth\",\"stday\",\"endyear\",\"endmonth\",\"endday\",\"version\"\n991,1898,8,13,2016,12,31,2016\n",
		"codes: bare CR":    "StateAbb,CCode,StateNme\rXAA,991,Alpha\rXBB,992,Beta\r",
	})
}

// A list of the same columns that ends later is of no edition known here.
func TestEditionIsTheProjectsVersion(t *testing.T) {
	const head = "stateabb,ccode,year,version\nXAA,991,1816,"
	for version, want := range map[string]string{"2016\n": "2016", "2024\n": ""} {
		if got := sourcetest.Edition(t, cowstates.Dataset(), head+version); got != want {
			t.Errorf("version %q is edition %q; want %q", version, got, want)
		}
	}
}

// Old Macintosh line ends: the codes have no line feed at all.
func TestBareCarriageReturns(t *testing.T) {
	_, rows := sourcetest.Rows(t, cowstates.Dataset(), "StateAbb,CCode,StateNme\rXAA,991,Alpha\rXBB,992,Beta\r")
	if len(rows) != 2 || rows[1]["CCode"].Int != 992 || rows[1]["StateNme"].Text != "Beta" {
		t.Errorf("rows = %v", rows)
	}
}

func ExampleDataset() {
	d := cowstates.Dataset()
	fmt.Println(d.Title, d.Editions[0].Name, d.Tables())
	// Output: State System Membership and Major Powers 2016 [states system majors codes]
}
