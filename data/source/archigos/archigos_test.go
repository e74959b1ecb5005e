package archigos_test

import (
	"cmp"
	"fmt"
	"testing"

	"github.com/shatterbelt/shatterbelt/data/source/archigos"
	"github.com/shatterbelt/shatterbelt/data/source/sourcetest"
)

const leaders = "\"obsid\",\"gwcode\",\"leadid\",\"leader\",\"yrborn\",\"gender\",\"startdate\",\"enddate\",\"entry\",\"exit\",\"exitcode\"\n" +
	"\"XAA-1990\",991,\"a-1\",\"Anon\",1930,\"F\",1990-03-04,1994-03-04,\"Regular\",\"Regular\",\"Regular\"\n" +
	"\"XAA-1994\",991,\"a-2\",\"Other\",,\"M\",1994-03-04,2015-12-31,\"Regular\",\"Still in Office\",\"Still in Office\"\n"

func TestDataset(t *testing.T) {
	sourcetest.Run(t, archigos.Dataset(), map[string]string{
		"leader":     leaders,
		"state_year": "\"gwcode\",\"year\",\"leadertransition\",\"irregular\",\"n_leaders\",\"jan1obsid\",\"dec31obsid\"\n991,1994,1,0,2,\"XAA-1990\",\"XAA-1994\"\n",
	})
}

// Dates stay as published, and a year of birth that is not known is missing.
func TestLeaders(t *testing.T) {
	_, rows := sourcetest.Rows(t, archigos.Dataset(), leaders)
	if rows[1]["startdate"].Text != "1994-03-04" || !rows[1]["yrborn"].Null {
		t.Errorf("row %v", rows[1])
	}
}

func ExampleDataset() {
	for _, s := range archigos.Dataset().Series {
		fmt.Println(s.Indicator.Name, "from", cmp.Or(s.Value, s.Table+" rows"))
	}
	// Output:
	// leader_changes from leader rows
	// leader_transition from leadertransition
	// irregular_transition from irregular
}
