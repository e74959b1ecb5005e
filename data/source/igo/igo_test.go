package igo_test

import (
	"fmt"
	"testing"

	"github.com/shatterbelt/shatterbelt/data/source/igo"
	"github.com/shatterbelt/shatterbelt/data/source/sourcetest"
)

func TestDataset(t *testing.T) {
	sourcetest.Run(t, igo.Dataset(), map[string]string{
		"dyad_year":  "\"ccode1\",\"ccode2\",\"year\",\"dyadigos\"\n991,992,1920,7\n",
		"state_year": "\"ccode\",\"year\",\"sum_igo_full\",\"sum_igo_associate\",\"sum_igo_observer\",\"sum_igo_anytype\"\n991,1816,3,1,0,4\n",
	})
}

func ExampleDataset() {
	for _, s := range igo.Dataset().Series {
		fmt.Println(s.Indicator.Name, s.Indicator.Form)
	}
	// Output:
	// igo_shared symmetric
	// igo_memberships state
}
