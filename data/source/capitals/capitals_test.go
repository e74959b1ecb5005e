package capitals_test

import (
	"fmt"
	"testing"

	"github.com/shatterbelt/shatterbelt/data/source/capitals"
	"github.com/shatterbelt/shatterbelt/data/source/sourcetest"
)

const spells = "ccode,gwcode,statenme,capital,styear,endyear,stmon,stday,endmon,endday,comments\n" +
	"991,991,Alpha,Alphaville,1816,2020,1,1,12,31,it doesn’t matter\n,992,Union of Beta,Betatown,1816,1834,1,1,12,31,\n"

func TestDataset(t *testing.T) {
	sourcetest.Run(t, capitals.Dataset(), map[string]string{
		"places": "\"ccode\",\"statenme\",\"capital\",\"stdate\",\"enddate\",\"lat\",\"lng\"\n991,\"Alpha\",\"Alphaville\",1816-01-01,2024-12-31,38.9,-77\n",
		"spells": spells,
	})
}

// A state of one list alone lacks the number of the other.
func TestNumberOfOneListAlone(t *testing.T) {
	_, rows := sourcetest.Rows(t, capitals.Dataset(), spells)
	if !rows[1]["ccode"].Null || rows[1]["gwcode"].Int != 992 {
		t.Errorf("row = %v", rows[1])
	}
}

func ExampleDataset() {
	d := capitals.Dataset()
	fmt.Println(d.Tables())
	// Output: [places spells]
}
