package nmc_test

import (
	"fmt"
	"testing"

	"github.com/shatterbelt/shatterbelt/data/source/nmc"
	"github.com/shatterbelt/shatterbelt/data/source/sourcetest"
)

func TestDataset(t *testing.T) {
	sourcetest.Run(t, nmc.Dataset(), map[string]string{
		"state_year":              "stateabb,ccode,year,milex,milper,irst,pec,tpop,upop,cinc,version\nXAA,991,1990,-9,10,0,5,100,20,.5,2021\n",
		"state_year: no version":  "\"ccode\",\"year\",\"milex\",\"milper\",\"irst\",\"pec\",\"tpop\",\"upop\",\"cinc\"\n991,1990,,10,0,5,100,20,0.5\n",
		"state_year: other order": "\"stateabb\",\"ccode\",\"year\",\"irst\",\"milex\",\"milper\",\"pec\",\"tpop\",\"upop\",\"cinc\",\"version\"\r\n\"XAA\",991,1990,0,-9,10,5,100,20,.5,4\r\n",
	})
}

func ExampleDataset() {
	d := nmc.Dataset()
	fmt.Println(d.Title, d.Editions[len(d.Editions)-1].Name)
	// Output: National Material Capabilities 7.0
}
