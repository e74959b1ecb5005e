package gml_test

import (
	"fmt"
	"math"
	"testing"

	"github.com/shatterbelt/shatterbelt/data/source/gml"
	"github.com/shatterbelt/shatterbelt/data/source/sourcetest"
)

const dyads = "\"dispnum\",\"ccode1\",\"ccode2\",\"year\",\"midongoing\",\"midonset\",\"sidea1\",\"sidea2\",\"revstate1\",\"revstate2\",\"revtype11\",\"revtype12\",\"revtype21\",\"revtype22\",\"fatality1\",\"fatality2\",\"fatalpre1\",\"fatalpre2\",\"hiact1\",\"hiact2\",\"hostlev1\",\"hostlev2\",\"orig1\",\"orig2\",\"hiact\",\"hostlev\",\"mindur\",\"maxdur\",\"outcome\",\"settle\",\"fatality\",\"fatalpre\",\"stmon\",\"endmon\",\"recip\",\"numa\",\"numb\",\"ongo2010\",\"version\"\n" +
	"1,991,992,1902,1,1,1,0,1,1,1,1,-9,-9,0,0,12.5,-9,7,0,3,1,1,1,7,3,1,31,6,1,0,0,5,5,0,1,1,0,\"gml-2.2.1\"\n"

func TestDataset(t *testing.T) {
	sourcetest.Run(t, gml.Dataset(), map[string]string{
		"disputes":      "\"dispnum\",\"styear\",\"stmon\",\"outcome\",\"settle\",\"fatality\",\"mindur\",\"maxdur\",\"hiact\",\"hostlev\",\"recip\"\n1,1902,13,6,1,-9,1,31,7,3,0\n",
		"participants":  "\"dispnum\",\"ccode\",\"styear\",\"stmon\",\"stday\",\"endyear\",\"endmon\",\"endday\",\"obsid_start\",\"obsid_end\",\"dummy_stday\",\"dummy_endday\",\"sidea\",\"hiact\",\"orig\",\"anymiss_leader_start\",\"anymiss_leader_end\",\"allmiss_leader_start\",\"allmiss_leader_end\"\n1,991,1902,5,-9,1902,5,-9,\"XAA-1895\",\"\",1,31,0,0,1,0,0,0,0\n",
		"dyad_disputes": dyads,
	})
}

// Deaths can be the middle of a range; -9 is missing.
func TestHalfADeath(t *testing.T) {
	_, rows := sourcetest.Rows(t, gml.Dataset(), dyads)
	if v := rows[0]["fatalpre1"]; math.Abs(v.Float-12.5) > 1e-12 {
		t.Errorf("fatalpre1 = %+v", v)
	}
	if !rows[0]["fatalpre2"].Null || !rows[0]["revtype21"].Null {
		t.Errorf("row = %v", rows[0])
	}
	if got := sourcetest.Edition(t, gml.Dataset(), dyads); got != "2.2.1" {
		t.Errorf("edition %q", got)
	}
}

func ExampleDataset() {
	d := gml.Dataset()
	fmt.Println(d.Tables())
	// Output: [disputes participants dyad_disputes]
}
