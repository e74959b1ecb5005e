package mid_test

import (
	"fmt"
	"testing"

	"github.com/shatterbelt/shatterbelt/data/source/mid"
	"github.com/shatterbelt/shatterbelt/data/source/sourcetest"
)

const (
	disputes = "dispnum,stday,stmon,styear,endday,endmon,endyear,outcome,settle,fatality,fatalpre,maxdur,mindur,hiact,hostlev,recip,numa,numb,ongo2014,version\r\n2,-9,7,1902,24,1,1903,6,1,0,-9,208,178,7,3,0,1,1,0,"
	dyads    = "\"dispnum\",\"ccode1\",\"ccode2\",\"year\",\"cowmidongoing\",\"cowmidonset\",\"sidea1\",\"sidea2\",\"fatality1\",\"fatality2\",\"fatalpre1\",\"fatalpre2\",\"hiact1\",\"hiact2\",\"hostlev1\",\"hostlev2\",\"orig1\",\"orig2\",\"fatality\",\"hostlev\",\"mindur\",\"maxdur\",\"recip\",\"stmon\"\n" +
		"1,991,992,1979,1,1,0,1,0,0,0,0,0,16,1,4,1,1,0,4,4,4,0,8\n"
)

func TestDataset(t *testing.T) {
	sourcetest.Run(t, mid.Dataset(), map[string]string{
		"disputes":              disputes + "5\r\n",
		"participants":          "dispnum,stabb,ccode,stday,stmon,styear,endday,endmon,endyear,sidea,revstate,revtype1,revtype2,fatality,fatalpre,hiact,hostlev,orig,version\r\n1,\"XAA\",991,-9,7,1902,24,1,1903,0,1,1,-9,0,0,0,1,1,5\r\n",
		"incidents":             "dispnum,incidnum,stday,stmon,styear,endday,endmon,endyear,duration,tbi,fatality,fatalpre,action,hostlev,numa,version\r\n1,1001,18,10,1993,18,10,1993,1,-9,0,0,1,2,1,5\r\n",
		"incident_participants": "dispnum,incidnum,stabb,ccode,stday,stmon,styear,endday,endmon,endyear,insidea,sidea,fatality,fatalpre,action,hostlev,revtype1,revtype2,version\r\n1,1001,\"XAA\",991,16,7,1992,16,7,1992,1,1,2,0,7,3,2,0,5\r\n",
		"dyad_disputes":         "\"dispnum\",\"ccode1\",\"ccode2\",\"year\",\"dispongoing\",\"disponset\",\"sidea1\",\"sidea2\",\"fatality1\",\"fatality2\",\"fatalpre1\",\"fatalpre2\",\"hiact1\",\"hiact2\",\"hostlev1\",\"hostlev2\",\"orig1\",\"orig2\"\n1,991,992,1902,1,1,1,0,0,-9,0,-9,7,0,3,1,1,1\n",
		"dyad_years":            dyads,
	})
}

// -9 is missing, a level of 0 is not, and the version tells the edition.
func TestGaps(t *testing.T) {
	_, rows := sourcetest.Rows(t, mid.Dataset(), disputes+"5\r\n")
	r := rows[0]
	if !r["stday"].Null || !r["fatalpre"].Null || r["fatality"].Null {
		t.Errorf("row = %v", r)
	}
	for version, want := range map[string]string{"5\r\n": "5.0", "6\r\n": ""} {
		if got := sourcetest.Edition(t, mid.Dataset(), disputes+version); got != want {
			t.Errorf("version %q is edition %q; want %q", version, got, want)
		}
	}
}

func TestOngoing(t *testing.T) {
	if got := sourcetest.Figures(t, mid.Dataset(), dyads)["dispute_ongoing"]; got != 1 {
		t.Errorf("%d dyad-years in dispute; want 1", got)
	}
}

func ExampleDataset() {
	d := mid.Dataset()
	for _, table := range d.Tables() {
		fmt.Println(table)
	}
	// Output:
	// disputes
	// participants
	// incidents
	// incident_participants
	// dyad_disputes
	// dyad_years
}
