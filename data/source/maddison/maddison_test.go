package maddison_test

import (
	"fmt"
	"testing"

	"github.com/shatterbelt/shatterbelt/data/source/maddison"
	"github.com/shatterbelt/shatterbelt/data/source/sourcetest"
)

const table = "\"countrycode\",\"country\",\"year\",\"gdppc\",\"pop\"\n\"XAA\",\"Alpha\",1990,1156,8150\n\"XAA\",\"Alpha\",1991,0,8284\n\"XAA\",\"Alpha\",1,,40\n"

func TestDataset(t *testing.T) {
	sourcetest.Run(t, maddison.Dataset(), map[string]string{
		"state_year":  table,
		"region_year": "Region,East,West,East,World,World GDP pc\nYear,,,,,\n1990,10,20,,70,15\n",
	})
}

// Nobody lives on nothing: output per head of 0 is missing.
func TestZeroIsMissing(t *testing.T) {
	_, rows := sourcetest.Rows(t, maddison.Dataset(), table)
	for i, want := range []bool{false, true, true} {
		if rows[i]["gdppc"].Null != want {
			t.Errorf("row %d: missing %v; want %v", i+1, rows[i]["gdppc"].Null, want)
		}
	}
}

// The second column of a name is kept under a name of its own.
func TestRegions(t *testing.T) {
	_, rows := sourcetest.Rows(t, maddison.Dataset(), ",GDP pc 2011 prices,Population,,\nRegion,East,East,World,World GDP pc\n1990,10,500,900,15\n")
	if rows[0]["East"].Float != 10 || rows[0]["East_2"].Float != 500 {
		t.Errorf("row %v", rows[0])
	}
}

func ExampleDataset() {
	d := maddison.Dataset()
	fmt.Println(d.Title, d.Editions[0].Name)
	// Output: Maddison Project Database 2020
}
