package contiguity_test

import (
	"fmt"
	"testing"

	"github.com/shatterbelt/shatterbelt/data/source/contiguity"
	"github.com/shatterbelt/shatterbelt/data/source/sourcetest"
)

const direct = "\"ccode1\",\"ccode2\",\"conttype\",\"stdate\",\"enddate\"\n" +
	"991,992,1,1920-01-01,2016-12-01\n992,991,1,1920-01-01,2016-12-01\n" +
	"991,993,4,1973-07-01,2016-12-01\n993,991,4,1973-07-01,2016-12-01\n" +
	"992,993,0,1945-01-01,1949-01-01\n"

func TestDirect(t *testing.T) {
	sourcetest.Run(t, contiguity.Direct(), map[string]string{"spells": direct})
}

// Water is no border, type 0 is none, and a border in both orders is one.
func TestBorders(t *testing.T) {
	if got := sourcetest.Figures(t, contiguity.Direct(), direct)["land_border"]; got != 1 {
		t.Errorf("%d borders; want 1", got)
	}
}

func TestColonial(t *testing.T) {
	sourcetest.Run(t, contiguity.Colonial(), map[string]string{
		"spells":     "dyad,statelno,statelab,dependl,conttype,statehno,statehab,dependh,begin,end,version\n991992,991,\"XAA\",3,1,992,\"XBB\",0,1920,1959,3.1\n",
		"dyad_year":  "dyad,statelno,statelab,statehno,statehab,year,land,sea,total,version\n991992,991,\"XAA\",992,\"XBB\",1920,1,0,1,3.1\n",
		"state_year": "stateno,stateab,year,total,land,sea,version\n991,\"XAA\",1816,0,0,0,3.1\n",
	})
}

func ExampleDirect() {
	d := contiguity.Direct()
	fmt.Println(d.Note)
	// Output: type 0 says that the two are not contiguous; a dyad that is not listed is not contiguous either
}
